//! The numbers and words of a design as levers: names, units, ranges, sources.

use super::slider::Slider;
use loyalsim::design::{Basis, Design, Distribution, ExplainRow, Metric, OptimiseLever, explain};
use loyalsim::units::{Range, Unit};
use loyalsim::words::{Value, Words, capital};
use serde::Serialize;
use std::collections::BTreeMap;

/// A number that can be moved.
#[derive(Debug, Clone, Serialize)]
pub struct Lever {
    /// Where it stands.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// What it counts, per what.
    unit: String,
    /// Whether it is shown in percent. All numbers here are as shown.
    percent: bool,
    /// What holds.
    pub value: f64,
    /// How far it goes.
    pub slider: Option<Slider>,
    /// The values allowed, in words.
    allowed: String,
    /// What is known about it, where it is uncertain.
    uncertain: String,
    /// Whether the design gives it.
    pub given: bool,
    /// Basis and source.
    source: String,
    /// What it means.
    meaning: String,
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown {
    /// What it is multiplied by to be shown.
    pub times: f64,
    unit: Option<Unit>,
}

/// How the number of a row is shown: shares in percent.
pub fn shown(design: &Design, path: &str) -> Shown {
    let id = design.numbers.find(path);
    let unit = id.and_then(|id| design.numbers[id].unit.kind).or_else(|| of_goal(design, path));
    Shown { times: if unit == Some(Unit::Share) { 100.0 } else { 1.0 }, unit }
}

/// A threshold counts what its metric counts.
fn of_goal(design: &Design, path: &str) -> Option<Unit> {
    let id = design.numbers.find(path)?;
    let goal = design.goals.iter().find(|goal| goal.value == id)?;
    Some(counted(goal.metric))
}

/// What a metric counts.
pub fn counted(metric: Metric) -> Unit {
    match metric {
        Metric::AnnualRetention | Metric::RevenueGrowth | Metric::MemberShare => Unit::Share,
        Metric::Nps => Unit::NpsPoints,
        Metric::NetEffect | Metric::Npv => Unit::Money,
        Metric::ActiveCustomers => Unit::Customers,
    }
}

/// All numbers of a design as levers, by path, in the order of the format.
pub fn levers(design: &Design, words: Words<'_>) -> Vec<Lever> {
    let chosen = chosen(design);
    explain(design)
        .iter()
        .filter(|row| !design.is_settled(&row.number.path))
        .map(|row| lever(design, row, chosen.get(&row.number.path).copied(), words))
        .collect()
}

/// The levers that the design itself names, by whole path.
pub fn chosen(design: &Design) -> BTreeMap<String, &OptimiseLever> {
    let all = design.optimise.iter().flat_map(|optimise| &optimise.levers);
    all.filter_map(|lever| Some((design.address(&lever.path).ok()?, lever))).collect()
}

fn lever(design: &Design, row: &ExplainRow<'_>, chosen: Option<&OptimiseLever>, words: Words<'_>) -> Lever {
    let number = row.number;
    let shown = shown(design, &number.path);
    let central = number.distribution.central();
    let slider = match chosen {
        Some(lever) => {
            let at = |id| design.central(id);
            Slider::between(at(lever.low), at(lever.high), lever.step.map(at))
        }
        None => Slider::around(central, number.range, shown.unit),
    };
    let times = |value: f64| tidied(value * shown.times);
    let slider = slider.map(|slider| Slider {
        low: times(slider.low.min(central)),
        high: times(slider.high.max(central)),
        step: times(slider.step),
    });
    Lever {
        path: number.path.clone(),
        name: capital(&words.number(&row.path)),
        unit: unit(design, row, shown, words),
        percent: shown.times == 100.0,
        value: times(central),
        slider,
        allowed: allowed(number.range, shown, words),
        uncertain: if number.distribution.is_certain() {
            String::new()
        } else {
            uncertain(row, shown, words)
        },
        given: row.given,
        source: source(row, words),
        meaning: words.meaning(&number.path),
    }
}

fn unit(design: &Design, row: &ExplainRow<'_>, shown: Shown, words: Words<'_>) -> String {
    let text = words.unit_in(row.number.unit, words.currency());
    match (row.number.unit.kind, shown.unit) {
        // a goal's threshold: its metric says what it counts
        (None, Some(Unit::Money)) => words.with_currency(&design.currency).currency().to_owned(),
        (None, Some(_)) => String::new(),
        _ => text,
    }
}

/// The values allowed; an end that no business comes near is none.
fn allowed(range: Range, shown: Shown, words: Words<'_>) -> String {
    const ENDLESS: f64 = 1e9;
    let near = |end: f64| end.abs() < ENDLESS;
    let end = |end: f64| Value::Text(words.short(tidied(end * shown.times), 12));
    let (min, max) = (("min", end(range.min)), ("max", end(range.max)));
    let range = match (near(range.min), near(range.max)) {
        (true, true) => words.say("allowed-both", &[min, max]),
        (true, false) => words.say("allowed-least", &[min]),
        (false, true) => words.say("allowed-most", &[max]),
        (false, false) => words.say("allowed-any", &[]),
    };
    let range = if shown.times == 100.0 { format!("{range}\u{a0}%") } else { range };
    words.say("open-allowed", &[("range", range.into())])
}

fn uncertain(row: &ExplainRow<'_>, shown: Shown, words: Words<'_>) -> String {
    let range = words.distribution(&times(&row.number.distribution, shown.times));
    let range = if shown.times == 100.0 { format!("{range}\u{a0}%") } else { range };
    words.say("open-uncertain", &[("range", range.into())])
}

/// The distribution of so many times the number.
fn times(of: &Distribution, by: f64) -> Distribution {
    let times = |value: f64| tidied(value * by);
    match *of {
        Distribution::Fixed(value) => Distribution::Fixed(times(value)),
        Distribution::Pert { low, mode, high } => {
            Distribution::Pert { low: times(low), mode: times(mode), high: times(high) }
        }
        Distribution::Normal { mean, sd } => Distribution::Normal { mean: times(mean), sd: times(sd) },
        Distribution::Quantiles { p10, p50, p90 } => {
            Distribution::Quantiles { p10: times(p10), p50: times(p50), p90: times(p90) }
        }
    }
}

fn source(row: &ExplainRow<'_>, words: Words<'_>) -> String {
    let basis = words.say(
        match row.number.basis {
            Basis::Measured => "open-basis-measured",
            Basis::Published => "open-basis-published",
            Basis::Folk => "open-basis-folk",
            Basis::Assumed => "open-basis-assumed",
        },
        &[],
    );
    let source = words.source_of(row);
    if source.is_empty() {
        return words.say("open-source-none", &[("basis", basis.into())]);
    }
    words.say("open-source", &[("basis", basis.into()), ("source", source.into())])
}

/// Without the dust of a multiplication.
pub fn tidied(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}
