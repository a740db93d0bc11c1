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

/// What points buy costs 50 % more.
pub fn dearer(design: &Design, program: &Program) -> Option<Shock> {
    let costs: Vec<_> = schemes(program).map(|(_, points)| points.cost_share).collect();
    let stated = costs.iter().rev().find_map(|id| risen(design, *id));
    let likely = stated.map_or(Likely::Judged(DEARER), Likely::Stated);
    let edits = costs.iter().map(|id| Edit::Scale(design.numbers[*id].path.clone(), 1.5)).collect();
    (!costs.is_empty()).then(|| Shock::likely(Threat::DearerRewards, likely, edits))
}

/// Nobody forgets.
pub fn remembered(program: &Program) -> Option<Shock> {
    let edits = vec![Edit::Set("behaviour.forgetful".to_owned(), 0.0)];
    program.has::<Points>().then(|| Shock::likely(Threat::PointsRemembered, Likely::Judged(REMINDED), edits))
}

/// A tenth more points than sales have earned, and nobody pays for them: returned goods, receipts of strangers, staff. Played as a
/// partner who gives points and pays for none; where there are partners already, as a tenth more cost of every point.
pub fn gamed(design: &Design, program: &Program) -> Option<Shock> {
    let dearer =
        |(_, points): (&Element, &Points)| Edit::Scale(design.numbers[points.cost_share].path.clone(), 1.1);
    let free = "earned_elsewhere = 0.1\nspent_elsewhere = 0\nsettlement = 0\ndilution = 0\nattraction = 0\n";
    let edits = match program.has::<Partner>() {
        true => schemes(program).map(dearer).collect(),
        false => vec![Edit::Append("program.partner", free.to_owned())],
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

fn schemes(program: &Program) -> impl Iterator<Item = (&Element, &Points)> {
    program.all()
}
