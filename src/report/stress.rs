//! A stress test as text and as tables.

use super::compare::{provenance, reading};
use super::csv;
use super::quantity::Show;
use super::table::{Align, layout};
use crate::decide::Measure;
use crate::decide::stress::list::Stressed;
use crate::decide::stress::{Bound, Failure, FailureBox, StressTest};
use crate::summary::{Scalar, Unit};
use crate::units::format;

/// Assumptions named one by one at the failing point: those that make up most of the distance.
const NAMED: usize = 6;

/// The stress test for people.
pub fn stress_text(found: &StressTest) -> String {
    let show = Show::english(&found.currency);
    let fails = reading(show, Measure::Loss, found.fails);
    let mut text = format!("{}\n{}", found.title, provenance(&found.origin));
    text += &format!("\nHOW OFTEN DOES IT FAIL?\n  It {} in {fails} of the trials.\n", what(found.failure));
    text += &reverse(found);
    text += luck(found);
    text += &boxes(found);
    if !found.list.is_empty() {
        text += "\nWHAT DO SINGLE BLOWS DO? (the same customers and luck)\n";
        text += &layout(
            &rows(found, show),
            &[Align::Left, Align::Right, Align::Right, Align::Right, Align::Right],
        );
    }
    text
}

/// The single blows as CSV.
pub fn stress_csv(found: &StressTest) -> String {
    let head = [
        "stress",
        "net_effect",
        "net_effect_error",
        "change",
        "change_low",
        "change_high",
        "loss",
        "business_change",
    ];
    let row = |s: &Stressed| {
        let numbers = [
            s.net_effect.value,
            s.net_effect.mc_error,
            s.change.mean,
            s.change.low,
            s.change.high,
            s.loss.value,
            s.business.mean,
        ];
        csv::row(&std::iter::once(s.name.to_owned()).chain(numbers.map(csv::number)).collect::<Vec<_>>())
    };
    csv::row(&head) + &found.list.iter().map(row).collect::<String>()
}

/// The assumptions at the failing point as CSV.
pub fn reverse_csv(found: &StressTest) -> String {
    let mut text = csv::row(&["path", "central", "failing", "standard_deviations", "share"]);
    for shift in found.reverse.iter().flat_map(|reverse| &reverse.shifts) {
        let numbers = [shift.central, shift.value, shift.scores, shift.share].map(csv::number);
        text += &csv::row(&std::iter::once(shift.path.clone()).chain(numbers).collect::<Vec<_>>());
    }
    text
}

fn what(failure: Failure) -> String {
    match failure {
        Failure::Loss => "loses money".to_owned(),
        Failure::Goal(goal) => format!("misses goal {}", goal + 1),
    }
}

fn reverse(found: &StressTest) -> String {
    let title = "\nWHAT IS THE LEAST THAT MUST GO WRONG?\n";
    let Some(reverse) = &found.reverse else {
        let why = match found.origin.partial {
            true => "The search was stopped.",
            false => {
                "No plausible combination of assumptions (up to one in thirty thousand) makes it fail in the mean over luck."
            }
        };
        return format!("{title}  {why}\n");
    };
    if reverse.distance <= 0.0 {
        return format!("{title}  Nothing: it {} already at the central assumptions.\n", what(found.failure));
    }
    let odds = format::rounded(1.0 / reverse.probability, 2);
    let mut text = format!(
        "{title}  It {} once these move together, {} standard deviations in all (something as bad: about 1 in {odds}):\n",
        what(found.failure),
        format::fixed(reverse.distance, 1)
    );
    let head = ["", "Central", "Then", "Its part"].map(str::to_owned).to_vec();
    let row = |s: &crate::decide::stress::reverse::Shift| {
        let value = |v: f64| format::significant(v, 3);
        vec![s.path.clone(), value(s.central), value(s.value), format::probability(s.share)]
    };
    let rows: Vec<Vec<String>> =
        std::iter::once(head).chain(reverse.shifts.iter().take(NAMED).map(row)).collect();
    text += &layout(&rows, &[Align::Left, Align::Right, Align::Right, Align::Right]);
    text
}

/// Failures that assumptions do not explain.
fn luck(found: &StressTest) -> &'static str {
    let assumptions = found.reverse.as_ref().map_or(0.0, |reverse| reverse.probability);
    if found.fails.value > 0.01 && found.fails.value > 2.0 * assumptions {
        return "  Fewer than half of the failures above come from assumptions that turn out worse: the others are luck, and the fewer customers\n  \
                are simulated, the more luck there is. More --customers tell how much of it is real.\n";
    }
    ""
}

fn boxes(found: &StressTest) -> String {
    let mut text = "\nWHERE DO THE FAILURES LIE?\n".to_owned();
    if found.boxes.is_empty() {
        return text + "  Too few failures, or too evenly spread, to say.\n";
    }
    for region in &found.boxes {
        text += &format!("  {}\n", told(region, found.failure));
    }
    text
}

/// `If annual retention is below 0.66: in 12 % of all cases; then it loses money in 80 %, which explains 40 % of the failures.`
fn told(region: &FailureBox, failure: Failure) -> String {
    let conditions: Vec<String> = region.bounds.iter().map(condition).collect();
    format!(
        "If {}: {} of all cases. Then it {} in {}, which explains {} of all failures.",
        conditions.join(" and "),
        format::probability(region.probability),
        what(failure),
        format::probability(region.density),
        format::probability(region.coverage)
    )
}

fn condition(bound: &Bound) -> String {
    let value = |v: f64| format::significant(v, 3);
    match (bound.low, bound.high) {
        (Some(low), Some(high)) => format!("{} is from {} to {}", bound.path, value(low), value(high)),
        (Some(low), None) => format!("{} is above {}", bound.path, value(low)),
        (None, Some(high)) => format!("{} is below {}", bound.path, value(high)),
        (None, None) => bound.path.clone(),
    }
}

fn rows(found: &StressTest, show: Show) -> Vec<Vec<String>> {
    let head =
        ["", "Net effect", "Change", "Chance of a loss", "Business as a whole"].map(str::to_owned).to_vec();
    let net = Measure::Mean(Scalar::NetEffect);
    let row = |(i, s): (usize, &Stressed)| {
        let change = |d: &crate::decide::paired::Difference| match i {
            0 => String::new(),
            _ => format::signed(show.with_error(Unit::Money, d.mean, d.mc_error)),
        };
        vec![
            s.name.to_owned(),
            reading(show, net, s.net_effect),
            change(&s.change),
            reading(show, Measure::Loss, s.loss),
            change(&s.business),
        ]
    };
    std::iter::once(head).chain(found.list.iter().enumerate().map(row)).collect()
}
