//! `categories.csv`: one row per world, category and number, for spreadsheets and scripts.

use super::csv;
use crate::summary::{CategorySummary, Estimate, Summary};

/// Names of the columns.
const HEADER: [&str; 11] =
    ["world", "category", "number", "unit", "mean", "mc_error", "p5", "p25", "median", "p75", "p95"];

/// Customers and profit by category over the horizon.
pub fn categories_csv(summary: &Summary) -> String {
    let mut text = csv::row(&HEADER);
    let categories = &summary.categories;
    for (world, rows) in [("baseline", Some(&categories.baseline)), ("program", categories.program.as_ref())]
    {
        for category in rows.into_iter().flatten() {
            add(&mut text, world, category);
        }
    }
    text
}

fn add(text: &mut String, world: &str, category: &CategorySummary) {
    let c = category;
    for (name, estimate) in [
        ("start", &c.start),
        ("came", &c.came),
        ("moved_in", &c.moved_in),
        ("moved_out", &c.moved_out),
        ("left", &c.left),
        ("end", &c.end),
        ("profit", &c.profit),
        ("good_profit", &c.good_profit),
        ("bad_profit", &c.bad_profit),
    ] {
        let Estimate { mean, mc_error, p5, p25, median, p75, p95, .. } = *estimate;
        let numbers = [mean, mc_error, p5, p25, median, p75, p95].map(csv::number);
        let fields = [world, c.category, name, estimate.unit.key()].map(str::to_owned);
        text.push_str(&csv::row(&[fields.as_slice(), numbers.as_slice()].concat()));
    }
}
