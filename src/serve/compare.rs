//! Variants side by side, on the same customers and luck.

use super::answer::goal_text;
use super::figures::Figures;
use super::shelf::{SETTINGS, Shelf};
use loyalsim::decide::compare::{MeasureRow, compare};
use loyalsim::decide::paired::Difference;
use loyalsim::decide::{Measure, Reading};
use loyalsim::design::Design;
use loyalsim::report::{self, Show};
use loyalsim::summary::Summary;
use loyalsim::words::{Language, Words, capital};
use serde::Serialize;
use std::sync::Arc;

/// The variants in a table.
#[derive(Debug, Serialize)]
pub struct Table {
    trials: usize,
    /// The measures.
    pub rows: Vec<Row>,
    /// What to beware of.
    pub cautions: Vec<String>,
}

/// A measure of every variant.
#[derive(Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub label: String,
    /// The variants.
    pub cells: Vec<Cell>,
}

/// A measure of one variant.
#[derive(Debug, Serialize)]
pub struct Cell {
    /// In words.
    pub value: String,
    exact: f64,
    /// What it differs by from the first; empty for the first.
    pub difference: String,
    /// `better`, `worse`, `open` or nothing.
    verdict: &'static str,
}

/// Compares the designs with the first one. `summaries` are what each comes to by itself.
pub fn table(
    shelf: &Shelf,
    hashes: &[String],
    names: &[String],
    summaries: &[Summary],
    language: Language,
) -> Table {
    let held: Vec<Arc<Design>> =
        hashes.iter().filter_map(|hash| Some(Arc::clone(&shelf.get(hash)?.design))).collect();
    let designs: Vec<&Design> = held.iter().map(AsRef::as_ref).collect();
    let named = |at: usize| names.get(at).cloned().unwrap_or_default();
    let names: Vec<String> = (0..designs.len()).map(named).collect();
    let rows = shelf.rows(hashes);
    let found = compare(&designs, &names, &rows, SETTINGS, rows.len() as u64);
    let words = Words::new(language).with_currency(&found.currency);
    Table {
        trials: rows.len(),
        rows: found.measures.iter().map(|measured| row(measured, summaries, words)).collect(),
        cautions: report::compare_cautions(&found, language),
    }
}

fn row(measured: &MeasureRow, summaries: &[Summary], words: Words<'_>) -> Row {
    let (measure, show) = (measured.measure, Show { words });
    let all = measured.readings.iter().zip(&measured.differences).zip(summaries);
    let cells = all.map(|((reading, difference), summary)| Cell {
        value: value(measure, *reading, summary, show),
        exact: reading.value,
        difference: difference.as_ref().map(|found| show.difference(found)).unwrap_or_default(),
        verdict: difference.as_ref().map_or("", |found| verdict(measure, found)),
    });
    let goal = match measure {
        Measure::Goal(place) => {
            summaries.first().and_then(|summary| Some((summary, summary.goals.get(place)?)))
        }
        _ => None,
    };
    let label = goal.map(|(summary, goal)| goal_text(Figures { summary, words }, goal));
    Row { label: label.unwrap_or_else(|| capital(&words.measure(measure))), cells: cells.collect() }
}

/// A measure as the answer of the design says it, with the error that its own run has.
fn value(measure: Measure, reading: Reading, summary: &Summary, show: Show<'_>) -> String {
    let said = match measure {
        Measure::Mean(scalar) => summary.headline.get(scalar).map(|estimate| show.mean(estimate)),
        Measure::Loss => summary.loss.as_ref().map(|loss| show.chance(&loss.probability)),
        Measure::Goal(place) => summary.goals.get(place).map(|goal| show.chance(&goal.probability)),
        Measure::Goals | Measure::Shortfall => None,
    };
    said.unwrap_or_else(|| show.reading(reading))
}

fn verdict(measure: Measure, found: &Difference) -> &'static str {
    match (found.is_clear(), (found.mean > 0.0) == measure.more_is_better()) {
        (false, _) => "open",
        (true, true) => "better",
        (true, false) => "worse",
    }
}
