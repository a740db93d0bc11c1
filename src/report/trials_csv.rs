//! `trials.csv`: one row per trial with its headline numbers, goals and segments.

use crate::summary::Collector;
use std::fmt::Write;

/// The numbers of every trial as CSV; a cell is empty where a number is not defined.
pub fn trials_csv(collector: &Collector) -> String {
    let mut text = String::from("trial");
    for name in collector.names() {
        text.push(',');
        text.push_str(&super::csv::quoted(&name));
    }
    text.push('\n');
    for (trial, row) in collector.trials().zip(collector.numbers().rows()) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{trial}");
        for value in row {
            text.push(',');
            text.push_str(&super::csv::number(*value));
        }
        text.push('\n');
    }
    text
}
