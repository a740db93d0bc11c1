//! What the answers of decision analysis have in common.

use super::quantity::Show;
use super::table::Align;
use crate::decide::compare::Origin;
use crate::decide::{Measure, Reading};
use crate::summary::interval;
use crate::units::Share;
use crate::words::{Language, Value, Words, breakable};

/// Shows quantities in `currency` to readers of `language`; messages know whether a program runs already.
pub(super) fn show<'a>(language: Language, currency: &'a str, origin: &Origin) -> Show<'a> {
    Show { words: Words::new(language).with_currency(currency).beside_today(origin.runs_already) }
}

/// What was run, in a line or two.
pub(super) fn provenance(words: Words<'_>, origin: &Origin) -> String {
    let done = Value::from(origin.trials);
    let size = [
        ("trials", done.clone()),
        ("customers", origin.customers.into()),
        ("seed", origin.seed.to_string().into()),
    ];
    let mut text = words.say("decide-size", &size) + "\n";
    if origin.partial && origin.trials < origin.trials_asked {
        text += &words.say("run-partial", &[("done", done), ("asked", origin.trials_asked.into())]);
        text += "\n";
    }
    text
}

/// A figure of so many trials with its error in the unit of its measure; of a chance on which all trials agree only what so many of them can tell.
pub(super) fn reading(show: Show, measure: Measure, reading: Reading, trials: u64) -> String {
    if is_event(measure) && (reading.value <= 0.0 || reading.value >= 1.0) {
        let told = interval::probability(if reading.value > 0.0 { trials } else { 0 }, trials);
        let [low, high] = [told.low, told.high].map(Share::get);
        return breakable(&show.words.probability_within(reading.value, low, high));
    }
    show.reading(reading)
}

/// Whether a measure is the chance of something.
pub(super) fn is_event(measure: Measure) -> bool {
    matches!(measure, Measure::Goal(_) | Measure::Goals | Measure::Loss)
}

/// A column of words and so many of numbers.
pub(super) fn aligns(numbers: usize) -> Vec<Align> {
    std::iter::once(Align::Left).chain((0..numbers).map(|_| Align::Right)).collect()
}
