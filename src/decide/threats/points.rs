//! Points that cost more, that everybody remembers, that nobody has earned; points that lose their value.

use super::likely::risen;
use super::{Likely, Shock, Threat};
use crate::design::{Design, Edit, Element, Partner, Points, Program};

/// Chance that what points buy becomes 50 % more expensive: a judgement.
const DEARER: f64 = 0.1;
/// Chance that members are reminded of their points, by an app or by a newspaper: a judgement.
const REMINDED: f64 = 0.2;
/// Chance that a tenth more points is collected than is earned: a judgement.
const GAMED: f64 = 0.3;
/// So many more, as a share.
const MORE: f64 = 0.1;

/// What points buy costs 50 % more.
pub fn dearer(design: &Design, program: &Program) -> Option<Shock> {
    let stated = schemes(program).map(|(_, points)| points.cost_share);
    let stated = stated.collect::<Vec<_>>().into_iter().rev().find_map(|id| risen(design, id));
    let likely = stated.map_or(Likely::Judged(DEARER), Likely::Stated);
    let edits = costs_times(1.5, design, program);
    program.has::<Points>().then(|| Shock::likely(Threat::DearerRewards, likely, edits))
}

/// Nobody forgets.
pub fn remembered(program: &Program) -> Option<Shock> {
    let edits = vec![Edit::Set("behaviour.forgetful".to_owned(), 0.0)];
    program.has::<Points>().then(|| Shock::likely(Threat::PointsRemembered, Likely::Judged(REMINDED), edits))
}

/// A tenth more points than sales have earned, and nobody pays for them: returned goods, receipts of strangers, staff. Played as a
/// partner who gives points and pays for none; where there are partners already, or points of a program that runs already, as a tenth more
/// cost of every point.
pub fn gamed(design: &Design, program: &Program) -> Option<Shock> {
    let runs = design.today.as_ref().is_some_and(|today| today.program.has::<Points>());
    // at no price partners give more than is declared
    let declared = MORE / Partner::brought(1.0, 0.0);
    let free = format!(
        "earned_elsewhere = {declared}\nspent_elsewhere = 0\nsettlement = 0\ndilution = 0\nattraction = 0\n"
    );
    let edits = match program.has::<Partner>() || runs {
        true => costs_times(1.0 + MORE, design, program),
        false => vec![Edit::Append("program.partner", free)],
    };
    program.has::<Points>().then(|| Shock::likely(Threat::PointsGamed, Likely::Judged(GAMED), edits))
}

/// A quarter of the value gone after a year, with two months' notice, if half a year is left to see what that does.
pub fn devalued(design: &Design, program: &Program) -> Option<Shock> {
    let in_a_year = program.launch + 12;
    let (first, _) = schemes(program).next()?;
    let edits = schemes(program).flat_map(|(element, _)| {
        let key = |key: &str| format!("{}.{key}", element.path);
        [
            Edit::SetText(key("devalued_in"), design.month(in_a_year).to_string()),
            Edit::Set(key("devalued_by"), 0.25),
            Edit::Set(key("devaluation_notice_months"), 2.0),
        ]
    });
    let seen = in_a_year + 6 <= first.until.min(design.horizon_months);
    seen.then(|| Shock::likely(Threat::Devaluation, Likely::Own, edits.collect()))
}

/// The cost of every point multiplied, in the program that runs already, too.
fn costs_times(factor: f64, design: &Design, program: &Program) -> Vec<Edit> {
    let today = design.today.as_ref().map(|today| &today.program);
    let points = today.into_iter().chain([program]).flat_map(schemes);
    let mut paths: Vec<String> =
        points.map(|(_, points)| design.numbers[points.cost_share].path.clone()).collect();
    paths.sort();
    paths.dedup();
    paths.into_iter().map(|path| Edit::Scale(path, factor)).collect()
}

fn schemes(program: &Program) -> impl Iterator<Item = (&Element, &Points)> {
    program.all()
}
