//! A comparison of designs as text and as tables.

use super::csv;
use super::quantity::Show;
use super::table::{Align, layout};
use crate::decide::compare::{Comparison, Duel, MeasureRow, Origin};
use crate::decide::dominance::Verdict;
use crate::decide::paired::{Difference, Rows};
use crate::decide::{Measure, Reading};
use crate::summary::{Scalar, Unit};
use crate::units::format;

/// The comparison for people.
pub fn compare_text(found: &Comparison) -> String {
    let show = Show::english(&found.currency);
    let mut text = format!("{}\n{}", names(found), provenance(&found.origin));
    text += "\nWHAT EACH COMES TO\n";
    text += &layout(&readings(found, show), &vec_aligns(found.designs.len()));
    for design in 1..found.designs.len() {
        text += &format!("\n{} LESS {}\n", found.designs[design].name, found.designs[0].name);
        text += &layout(
            &differences(found, design, show),
            &[Align::Left, Align::Right, Align::Right, Align::Right],
        );
    }
    text += "\nWHICH IS BETTER (net effect)\n";
    for duel in found.duels.iter().filter(|duel| duel.first > duel.second) {
        text += &verdict(found, duel);
    }
    text += "\nREGRET (what one would wish in hindsight to have gained more by the best of these designs)\n";
    text + &layout(&regrets(found, show), &vec_aligns(4))
}

/// The differences and figures as CSV: one row for each measure and design.
pub fn compare_csv(found: &Comparison) -> String {
    let head = [
        "measure",
        "design",
        "value",
        "mc_error",
        "difference",
        "difference_error",
        "low",
        "high",
        "p5",
        "p95",
        "greater",
    ];
    let mut text = csv::row(&head);
    for row in &found.measures {
        for (place, design) in found.designs.iter().enumerate() {
            let reading = row.readings[place];
            let apart = row.differences[place].map_or([f64::NAN; 7], |d| {
                [d.mean, d.mc_error, d.low, d.high, d.p5, d.p95, d.first_greater.share]
            });
            let numbers = [reading.value, reading.mc_error].into_iter().chain(apart).map(csv::number);
            text += &csv::row(
                &[row.measure.key(), design.name.clone()].into_iter().chain(numbers).collect::<Vec<_>>(),
            );
        }
    }
    text
}

/// The headline numbers of every design in every trial as CSV.
pub fn paired_csv(names: &[String], rows: &Rows) -> String {
    let head = ["trial", "design"].into_iter().chain(Scalar::ALL.iter().map(|s| s.key()));
    let mut text = csv::row(&head.collect::<Vec<_>>());
    for row in rows.iter() {
        for (outcome, name) in row.iter().zip(names) {
            let numbers = Scalar::ALL.iter().map(|s| csv::number(outcome.get(*s)));
            text += &csv::row(
                &[outcome.trial.to_string(), name.clone()].into_iter().chain(numbers).collect::<Vec<_>>(),
            );
        }
    }
    text
}

/// What was run, in a line or two.
pub(super) fn provenance(origin: &Origin) -> String {
    let trials = format::count(origin.trials as f64);
    let partial = if origin.partial {
        format!("PARTIAL: stopped after {trials} of {} trials.\n", format::count(origin.trials_asked as f64))
    } else {
        String::new()
    };
    let customers = format::count(origin.customers as f64);
    format!(
        "{trials} trials of {customers} simulated customers, the same luck for all; seed {}\n{partial}",
        origin.seed
    )
}

/// A figure with its error in the unit of its measure.
pub(super) fn reading(show: Show, measure: Measure, reading: Reading) -> String {
    if is_event(measure) && (reading.value <= 0.0 || reading.value >= 1.0) {
        return format::probability(reading.value);
    }
    show.with_error(measure.unit(), reading.value, reading.mc_error)
}

fn names(found: &Comparison) -> String {
    let one = |d: &crate::decide::compare::Contender| {
        format!("{} ({})", d.name, d.program.as_deref().unwrap_or("no program"))
    };
    found.designs.iter().map(one).collect::<Vec<_>>().join("  against  ")
}

fn vec_aligns(numbers: usize) -> Vec<Align> {
    std::iter::once(Align::Left).chain((0..numbers).map(|_| Align::Right)).collect()
}

fn readings(found: &Comparison, show: Show) -> Vec<Vec<String>> {
    let head = std::iter::once(String::new()).chain(found.designs.iter().map(|d| d.name.clone())).collect();
    let row = |row: &MeasureRow| {
        let cells = row.readings.iter().map(|r| reading(show, row.measure, *r));
        std::iter::once(sentence(&row.measure.name())).chain(cells).collect()
    };
    std::iter::once(head).chain(found.measures.iter().map(row)).collect()
}

fn differences(found: &Comparison, design: usize, show: Show) -> Vec<Vec<String>> {
    let head = ["", "Difference", "95 % interval", "It is greater in"].map(str::to_owned).to_vec();
    let row = |row: &MeasureRow| {
        let d = row.differences[design]?;
        let unit = row.measure.unit();
        let mean = format::signed(show.with_error(unit, d.mean, d.mc_error));
        let often = if is_event(row.measure) { String::new() } else { in_trials(&d) };
        Some(vec![sentence(&row.measure.name()), points(unit, mean), range(show, row.measure, &d), often])
    };
    std::iter::once(head).chain(found.measures.iter().filter_map(row)).collect()
}

/// The 95 % interval of a mean difference; a difference of chances stays within what is possible.
fn range(show: Show, measure: Measure, d: &Difference) -> String {
    match measure.unit() {
        Unit::Share if is_event(measure) => {
            format!("{} points", format::range(d.low.max(-1.0) * 100.0, d.high.min(1.0) * 100.0))
        }
        Unit::Share => format!("{} points", format::range(d.low * 100.0, d.high * 100.0)),
        Unit::NpsPoints | Unit::Months => format::range(d.low, d.high),
        unit => show.range(unit, d.low, d.high),
    }
}

fn is_event(measure: Measure) -> bool {
    matches!(measure, Measure::Goal(_) | Measure::Goals | Measure::Loss)
}

/// Differences of shares are in percentage points.
fn points(unit: Unit, text: String) -> String {
    if unit == Unit::Share { text.replace(" %", " points") } else { text }
}

fn in_trials(d: &Difference) -> String {
    format!("{} of trials", Show::english("").chance(&d.first_greater))
}

fn verdict(found: &Comparison, duel: &Duel) -> String {
    let name = |place: usize| found.designs[place].name.as_str();
    let back = found.duels.iter().find(|d| (d.first, d.second) == (duel.second, duel.first));
    let (better, duel) = match back {
        Some(back) if back.net_effect.mean > duel.net_effect.mean => (back.first, back),
        _ => (duel.first, duel),
    };
    let (better, other) = (name(better), name(duel.second));
    let clear = if duel.net_effect.is_clear() {
        format!(
            "{better} is better than {other} on average, beyond the Monte Carlo error, and in {}.",
            in_trials(&duel.net_effect)
        )
    } else {
        format!(
            "{better} and {other} cannot be told apart on average by so many trials; more --trials would help."
        )
    };
    let who = |order: &str, verdict: Verdict, whom: &str| match verdict {
        Verdict::Dominates => format!("{order}: {better} dominates: {whom} prefers it."),
        Verdict::Likely => format!(
            "{order}: {better} probably dominates; what speaks against it is within the Monte Carlo error."
        ),
        Verdict::Undecided => format!("{order}: undecided with so many trials."),
        Verdict::No => format!("{order}: no dominance; the choice depends on how much risk one can bear."),
    };
    format!(
        "  {clear}\n    {}\n    {}\n",
        who("First order", duel.first_order, "whoever likes more money better than less"),
        who("Second order", duel.second_order, "whoever also dislikes risk")
    )
}

fn regrets(found: &Comparison, show: Show) -> Vec<Vec<String>> {
    let head = ["", "Mean", "1 in 20 over", "At worst", "Best in"].map(str::to_owned).to_vec();
    let row = |d: &crate::decide::compare::Contender| {
        let r = d.regret;
        vec![
            d.name.clone(),
            show.with_error(Unit::Money, r.mean.value, r.mean.mc_error),
            show.value(Unit::Money, r.p95),
            show.value(Unit::Money, r.largest),
            format::probability(r.best),
        ]
    };
    std::iter::once(head).chain(found.designs.iter().map(row)).collect()
}

/// With a capital letter.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
