//! What differs between two results, for a terminal.

use super::quantity::Show;
use super::table::{Align, layout};
use crate::decide::moved::{Moved, MovedMeasure, MovedNumber};
use crate::units::Unit;
use crate::words::{Words, breakable, capital};

/// The numbers of the design that differ, the headline numbers that have moved beyond chance, and how many have not.
pub fn moved_text(moved: &Moved, words: Words<'_>) -> String {
    let show = Show { words };
    let mut text = format!("{}\n", words.say("moved-numbers", &[]));
    text += &match moved.numbers.is_empty() {
        true => format!("  {}\n", words.say("moved-no-numbers", &[])),
        false => layout(&moved.numbers.iter().map(|number| changed(number, words)).collect::<Vec<_>>(), &[]),
    };
    let (clear, unclear): (Vec<&MovedMeasure>, _) = moved.measures.iter().partition(|m| m.is_clear());
    text += &format!("\n{}\n", words.say("moved-measures", &[]));
    if clear.is_empty() {
        text += &format!("  {}\n", words.say("moved-no-measures", &[]));
    } else {
        let heads = ["moved-old", "moved-new", "moved-change"].map(|key| words.say(key, &[]));
        let heads = std::iter::once(String::new()).chain(heads).collect();
        let rows = clear.iter().map(|measure| row(measure, show));
        let aligns = [Align::Left, Align::Right, Align::Right, Align::Right];
        text += &layout(&std::iter::once(heads).chain(rows).collect::<Vec<_>>(), &aligns);
    }
    let still = unclear.iter().filter(|measure| measure.change != 0.0).count();
    let key = if moved.same_luck { "moved-same-luck" } else { "moved-other-luck" };
    text += &format!("\n{}\n", words.say(key, &[]));
    if still > 0 {
        text += &format!("{}\n", words.say("moved-unclear", &[("count", still.into())]));
    }
    breakable(&text)
}

fn changed(number: &MovedNumber, words: Words<'_>) -> Vec<String> {
    let told = |known: &Option<_>| match known {
        Some(distribution) => words.distribution(distribution),
        None => words.say("moved-absent", &[]),
    };
    vec![number.path.clone(), format!("{} → {}", told(&number.old), told(&number.new))]
}

fn row(measure: &MovedMeasure, show: Show<'_>) -> Vec<String> {
    let unit = measure.scalar.unit();
    let change = if unit == Unit::Share && measure.error == 0.0 {
        show.words.signed_points(measure.change)
    } else {
        show.change_with_error(unit, measure.change, measure.error)
    };
    vec![
        capital(&show.words.name("measure", measure.scalar.key())),
        show.value(unit, measure.old),
        show.value(unit, measure.new),
        change,
    ]
}
