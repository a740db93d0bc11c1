//! What the pictures of decision analysis have in common: they speak English, and their footers say what was played.

use super::spec::{Chart, Picture, Unit};
use crate::decide::compare::Origin;
use crate::summary;
use crate::units::format;
use crate::words::Language;

/// A chart of what was found from `origin`.
pub(super) fn chart(origin: &Origin, title: String, subtitle: impl Into<String>, picture: Picture) -> Chart {
    Chart { title, subtitle: subtitle.into(), footer: footer(origin), picture, language: Language::En }
}

fn footer(origin: &Origin) -> String {
    let trials = format::count(origin.trials as f64);
    let partial =
        if origin.partial { format!(" · PARTIAL: stopped after {trials} trials") } else { String::new() };
    format!(
        "seed {} · {trials} trials of {} customers · loyalsim {}{partial}",
        origin.seed,
        format::count(origin.customers as f64),
        origin.version
    )
}

/// The unit of an axis that shows a measure.
pub(super) fn unit(unit: summary::Unit, currency: &str) -> Unit {
    match unit {
        summary::Unit::Money => Unit::Money(currency.to_owned()),
        summary::Unit::Share => Unit::Percent,
        summary::Unit::NpsPoints => Unit::NpsPoints,
        _ => Unit::Plain,
    }
}

/// What a lever is called in a picture: `points: earn`.
pub(super) fn lever(path: &str) -> String {
    let plain = match path.strip_prefix("program.") {
        Some(path) => path.replace("[0]", ""),
        None => path.replace("segment[", "").replacen("].", ".", 1),
    };
    plain.replace('_', " ").replace('.', ": ")
}
