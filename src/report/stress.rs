//! A stress test as text and as tables.

use super::csv;
use super::decision::{aligns, provenance, reading, show};
use super::quantity::Show;
use super::table::layout;
use crate::decide::Measure;
use crate::decide::paired::Difference;
use crate::decide::stress::reverse::Shift;
use crate::decide::stress::shocks::Shocked;
use crate::decide::stress::{Bound, Failure, FailureBox, StressTest};
use crate::summary::Scalar;
use crate::words::{Language, Value, Words, breakable, capital};

/// Assumptions named one by one at the failing point: those that make up most of the distance.
const NAMED: usize = 6;
/// Digits of an assumption's value.
const DIGITS: usize = 3;

/// The stress test for people.
pub fn stress_text(found: &StressTest, language: Language) -> String {
    let show = show(language, &found.currency, &found.origin);
    let say = |key: &str| show.words.say(key, &[]);
    let fails = reading(show, Measure::Loss, found.fails, found.origin.trials);
    let fails = show.words.say("stress-fails", &with(found.failure, vec![("share", fails.into())]));
    let mut text = format!("{}\n{}", found.title, provenance(show.words, &found.origin));
    text += &format!("\n{}\n  {fails}\n", say("stress-how-often"));
    text += &format!("\n{}\n{}", say("stress-least"), reverse(found, show));
    text += &luck(found, show.words);
    text += &format!("\n{}\n{}", say("stress-where"), boxes(found, show.words));
    if !found.list.is_empty() {
        text += &format!("\n{}\n{}", say("stress-shocks"), layout(&rows(found, show), &aligns(4)));
    }
    breakable(&text)
}

/// The single shocks as CSV.
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
    let row = |s: &Shocked| {
        let numbers = [
            s.net_effect.value,
            s.net_effect.mc_error,
            s.change.mean,
            s.change.low,
            s.change.high,
            s.loss.value,
            s.business.mean,
        ];
        csv::row(&std::iter::once(s.name()).chain(numbers.map(csv::number)).collect::<Vec<_>>())
    };
    csv::row(&head) + &found.list.iter().map(row).collect::<String>()
}

/// The assumptions at the failing point as CSV.
pub fn reverse_csv(found: &StressTest) -> String {
    let mut text = csv::row(&["path", "central", "failing", "standard_deviations", "share"]);
    for shift in found.reverse.iter().flat_map(|reverse| &reverse.shifts) {
        let numbers = [shift.central, shift.value, shift.scores, shift.share.get()].map(csv::number);
        text += &csv::row(&std::iter::once(shift.path.clone()).chain(numbers).collect::<Vec<_>>());
    }
    text
}

/// The variables of a message that says what counts as failure, and others.
fn with(failure: Failure, others: Vec<(&'static str, Value)>) -> Vec<(&'static str, Value)> {
    let (kind, goal) = match failure {
        Failure::Loss => ("loss", 0),
        Failure::Goal(goal) => ("goal", goal + 1),
    };
    [vec![("failure", kind.into()), ("goal", goal.into())], others].concat()
}

fn reverse(found: &StressTest, show: Show) -> String {
    let words = show.words;
    let middle = || format!("  {}\n", words.say("stress-middle", &with(found.failure, Vec::new())));
    let Some(reverse) = &found.reverse else {
        let key = match found.fails.value {
            _ if found.origin.partial => "stress-stopped",
            often if often > 0.5 => return middle(),
            _ => "stress-none",
        };
        return format!("  {}\n", words.say(key, &with(found.failure, Vec::new())));
    };
    if reverse.distance <= 0.0 {
        return middle();
    }
    let odds = Value::Text(words.rounded(1.0 / reverse.probability.get(), 2));
    let far = vec![("distance", Value::Number(reverse.distance, 1)), ("odds", odds)];
    let head = ["stress-central", "stress-then", "stress-part"].map(|key| words.say(key, &[]));
    let row = |s: &Shift| {
        let value = |v: f64| words.number_value(&s.path, v, DIGITS);
        let name = capital(&words.number(&s.path));
        vec![name, value(s.central), value(s.value), words.probability(s.share.get())]
    };
    let head: Vec<String> = std::iter::once(String::new()).chain(head).collect();
    let rows: Vec<Vec<String>> =
        std::iter::once(head).chain(reverse.shifts.iter().take(NAMED).map(row)).collect();
    let together = words.say("stress-together", &with(found.failure, far));
    format!("  {together}\n{}", layout(&rows, &aligns(3)))
}

/// Failures that assumptions do not explain.
fn luck(found: &StressTest, words: Words<'_>) -> String {
    let assumptions = found.reverse.as_ref().map_or(0.0, |reverse| reverse.probability.get());
    if found.fails.value <= 0.01 || found.fails.value <= 2.0 * assumptions {
        return String::new();
    }
    let lines = ["stress-luck", "stress-luck-remedy"].map(|key| words.say(key, &[]));
    lines.iter().map(|line| format!("  {line}\n")).collect()
}

fn boxes(found: &StressTest, words: Words<'_>) -> String {
    if found.boxes.is_empty() {
        let key = if found.fails.value >= 1.0 { "stress-everywhere" } else { "stress-no-box" };
        return format!("  {}\n", words.say(key, &[]));
    }
    found.boxes.iter().map(|region| format!("  {}\n", told(region, found.failure, words))).collect()
}

/// `With annual retention below 66 %: 12 % of all cases. Then it loses money in 80 %, which explains 40 % of all failures.`
fn told(region: &FailureBox, failure: Failure, words: Words<'_>) -> String {
    let conditions: Vec<String> = region.bounds.iter().map(|bound| condition(bound, words)).collect();
    let others = vec![
        ("conditions", words.list(&conditions).into()),
        ("probability", Value::Probability(region.probability.get())),
        ("density", Value::Probability(region.density.get())),
        ("coverage", Value::Probability(region.coverage.get())),
    ];
    words.say("stress-box", &with(failure, others))
}

fn condition(bound: &Bound, words: Words<'_>) -> String {
    let number = ("number", Value::from(words.number(&bound.path)));
    let value = |v: f64| Value::from(words.number_value(&bound.path, v, DIGITS));
    match (bound.low, bound.high) {
        (Some(low), Some(high)) => {
            words.say("stress-between", &[number, ("low", value(low)), ("high", value(high))])
        }
        (Some(low), None) => words.say("stress-above", &[number, ("low", value(low))]),
        (None, Some(high)) => words.say("stress-below", &[number, ("high", value(high))]),
        (None, None) => words.number(&bound.path),
    }
}

fn rows(found: &StressTest, show: Show) -> Vec<Vec<String>> {
    let head = ["stress-net", "stress-change", "stress-loss", "stress-business"];
    let head = head.map(|key| show.words.say(key, &[]));
    let net = Measure::Mean(Scalar::NetEffect);
    let row = |(i, s): (usize, &Shocked)| {
        let change = |d: &Difference| match i {
            0 => String::new(),
            _ => show.difference(d),
        };
        let name = capital(&show.words.name("stress", &s.name()));
        let told = |measure, of| reading(show, measure, of, s.change.trials);
        let loss = told(Measure::Loss, s.loss);
        vec![name, told(net, s.net_effect), change(&s.change), loss, change(&s.business)]
    };
    let head = std::iter::once(String::new()).chain(head).collect();
    std::iter::once(head).chain(found.list.iter().enumerate().map(row)).collect()
}
