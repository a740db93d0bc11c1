//! A category and its brands, as tables.

use super::csv;
use crate::decide::brands::{BrandRow, BrandView, Decomposition, Figure};
use crate::design::BrandFigures;

/// Every figure of every brand, of the period and of a year.
pub fn brands_csv(found: &BrandView) -> String {
    let mut text = csv::row(&["brand", "period", "figure", "expected", "simulated", "error", "p5", "p95"]);
    let year = found.period.key() != "year";
    for row in &found.brands {
        figures(&mut text, row, found.period.key(), (&row.expected, &row.simulated));
        if year {
            figures(&mut text, row, "year", (&row.expected_year, &row.simulated_year));
        }
    }
    text
}

fn figures(
    text: &mut String,
    row: &BrandRow,
    period: &str,
    (expected, simulated): (&BrandFigures, &BrandFigures<Figure>),
) {
    for ((name, expected), (_, simulated)) in expected.named().into_iter().zip(simulated.named()) {
        let numbers = [expected, simulated.value, simulated.mc_error, simulated.p5, simulated.p95];
        let words = [row.name.clone(), period.to_owned(), name.to_owned()];
        *text += &csv::row(&[&words[..], &numbers.map(csv::number)].concat());
    }
}

/// Who buys what else.
pub fn duplication_csv(found: &BrandView) -> String {
    let mut text = csv::row(&["buyers_of", "also_buy", "expected", "simulated"]);
    for (i, row) in found.brands.iter().enumerate() {
        for (j, other) in found.brands.iter().enumerate().filter(|(j, _)| *j != i) {
            let table = &found.duplication;
            let numbers = [table.expected[i][j], table.simulated[i][j]].map(csv::number);
            text += &csv::row(&[&[row.name.clone(), other.name.clone()][..], &numbers].concat());
        }
    }
    text
}

/// Sales week by week.
pub fn promotion_csv(found: &Decomposition) -> String {
    let mut text = csv::row(&["week", "own_brand", "other_brands"]);
    for (week, (own, others)) in found.own_weeks.iter().zip(&found.other_weeks).enumerate() {
        text += &csv::row(&[(week + 1).to_string(), csv::number(*own), csv::number(*others)]);
    }
    text
}
