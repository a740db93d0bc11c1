//! What of a design's past of the base cannot be, and is replaced: newcomers would hardly survive a month.

use super::block::Block;
use super::cast::Calibrated;
use super::pilot;
use super::settled;
use crate::design::{Arg, Design, NumberId, Saying, Segment, Truth, Warning};
use crate::plan::Plan;
use crate::population::History;
use crate::units::MonthlyRate;

/// How far the shares of newcomers left may be from the declared ones.
const NEAR: f64 = 0.01;
/// How many times as many points as declared, or as few, are worth a word.
const TIMES_APART: f64 = 1.5;
/// How far a rank correlation may be from the declared one.
const APART: f64 = 0.03;

/// A warning for every segment whose losses its declared past cannot explain, at the central values of `design`, which was read from `text`: with the
/// number that a run puts in the place of the declared one. And one for every segment whose newcomers cannot stay as declared, or
/// not in such proportion to their purchases.
pub fn adjusted(design: &Design, text: &str) -> Vec<Warning> {
    let plan = Plan::new(design, &Truth::central(design), 0, 0);
    let mut block = Box::<Block>::default();
    let standing = standing(design, text, &plan, &mut block);
    let segments = design.segments.iter().enumerate();
    let warnings = segments.flat_map(|(index, segment)| {
        let Calibrated { histories, newcomers, correlation, .. } = pilot::calibrate(&plan, index, &mut block);
        let [declared, found] = histories;
        // where the table of newcomers says how often needs change, nothing that was declared has been replaced
        let is_stated = |id| design.numbers[id].span.is_some();
        let follows = !segment.newcomers_retention.is_empty() && !is_stated(segment.needs_change);
        let past = (found != declared && !follows).then(|| warning(design, text, segment, histories));
        let points = misfit(design, text, segment, &newcomers);
        past.into_iter().chain(points).chain(unrelated(design, text, segment, correlation))
    });
    warnings.chain(standing).collect()
}

/// What is said where customers cannot stand as declared with a program that runs already, or only far from where it has taken them.
fn standing(design: &Design, text: &str, plan: &Plan, block: &mut Block) -> Vec<Warning> {
    let Some(today) = &design.today else { return Vec::new() };
    let plan = settled::joined(plan, block);
    let [mut members, mut points, mut discount] = [0.0; 3];
    for (index, segment) in plan.segments.iter().enumerate() {
        let calibrated = pilot::calibrate(&plan, index, block);
        let Some(stood) = calibrated.stood else { continue };
        let share = segment.share.get();
        members += share * stood.members;
        points += share * stood.points * calibrated.pack() * design.central(design.business.customers);
        discount += share * stood.discount;
    }
    let off = |a: f64, b: f64, by: f64| (a - b).abs() > by;
    let far = |a: f64, b: f64, by: f64| a > by * b || b > by * a;
    let warn = |kind: &'static str,
                id: Option<NumberId>,
                found: f64,
                (decimals, by): (i32, f64),
                is: &dyn Fn(f64, f64, f64) -> bool| {
        let declared = design.central(id?);
        let path = design.path(id?);
        let what = Saying::new("check-standing").with("kind", kind).with("path", path);
        let what = what.with("declared", declared).with("found", Arg::rounded(found, decimals));
        is(declared, found, by).then(|| Warning { what, line: design.line_of(text, path) })
    };
    // what is not there cannot be scaled
    let held = if points < 0.5 { "no_points" } else { "points" };
    let told = [
        warn("members", today.members, members, (2, NEAR), &off),
        warn(held, today.points_outstanding, points, (0, TIMES_APART), &far),
        warn("discount", today.usual_discount, discount, (3, NEAR), &off),
    ];
    told.into_iter().flatten().collect()
}

/// What is said of newcomers who cannot stay as declared: the month that is furthest off.
fn misfit(design: &Design, text: &str, segment: &Segment, points: &[(usize, f64, f64)]) -> Option<Warning> {
    let off = |(_, declared, found): &(usize, f64, f64)| (declared - found).abs();
    let worst = points.iter().max_by(|a, b| off(a).total_cmp(&off(b))).filter(|point| off(point) > NEAR)?;
    let (_, id) = segment.newcomers_retention.iter().find(|(month, _)| *month == worst.0)?;
    let path = design.path(*id);
    let what = Saying::new("check-newcomers-misfit").with("path", path).with("segment", &segment.name);
    let what = what.with("declared", Arg::rounded(worst.1, 3)).with("found", Arg::rounded(worst.2, 3));
    Some(Warning { what, line: design.line_of(text, path) })
}

/// What is said where rate and staying cannot go together as declared.
fn unrelated(design: &Design, text: &str, segment: &Segment, found: f64) -> Option<Warning> {
    let id = segment.rate_staying_correlation;
    let declared = design.central(id);
    let what = Saying::new("check-correlation").with("path", design.path(id)).with("declared", declared);
    let what = what.with("found", Arg::rounded(found, 2)).with("shape", design.central(segment.churn_shape));
    ((found - declared).abs() > APART).then(|| Warning { what, line: design.line_of(text, design.path(id)) })
}

/// What is said of a segment with a declared history and the one found.
fn warning(design: &Design, text: &str, segment: &Segment, histories: [History; 2]) -> Warning {
    let annual = |history: History| 100.0 * MonthlyRate::new(history.renewal).annual().get();
    let (kind, number, numbers) = match histories.map(|history| history.months) {
        [Some(declared), Some(found)] => {
            ("age", design.business.age_months.unwrap_or(segment.needs_change), [declared, found])
        }
        _ => ("needs", segment.needs_change, histories.map(annual)),
    };
    let at = [number, segment.staying.number()].map(|id| design.line_of(text, design.path(id)));
    let decimals = if kind == "age" { 0 } else { 1 };
    let [declared, found] = numbers.map(|number| Arg::rounded(number, decimals));
    let what = Saying::new("check-adjusted").with("kind", kind).with("path", design.path(number));
    let what = what.with("segment", &segment.name).with("declared", declared).with("found", found);
    Warning { what, line: at[0].or(at[1]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::starter;

    /// The shop with these lines in its first segment.
    fn said(lines: &str, business: &str) -> Vec<String> {
        let text = starter("shop")
            .replacen("purchases_per_year = 12", &format!("purchases_per_year = 12\n{lines}"), 1)
            .replacen("[business]\n", &format!("[business]\n{business}"), 1);
        let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
        adjusted(&design, &text)
            .iter()
            .map(|warning| format!("{:?} {}", warning.line, warning.what))
            .collect()
    }

    #[test]
    fn a_past_that_cannot_be_is_told_with_both_numbers() {
        assert_eq!(said("", ""), [""; 0]);
        let slow = said("needs_change = 0.02\nannual_retention = 0.5", "");
        assert!(
            slow.len() == 1 && slow[0].contains("kind: needs") && slow[0].contains("declared: 2,"),
            "{slow:?}"
        );
        assert!(slow[0].starts_with("Some("), "{slow:?}");
        let old = said("annual_retention = 0.3\nneeds_change = 0", "age_months = 120\n");
        assert!(
            old.len() == 1 && old[0].contains("kind: age") && old[0].contains("declared: 120,"),
            "{old:?}"
        );
    }
}
