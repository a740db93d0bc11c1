//! `monthly.csv`: one row per month, world and series, for spreadsheets and scripts.

use super::csv;
use crate::summary::{Band, Monthly, Summary};

/// Names of the columns.
const HEADER: [&str; 11] =
    ["month", "world", "series", "unit", "mean", "mc_error", "p5", "p25", "median", "p75", "p95"];

/// The monthly series of every world as CSV. Causes of leaving stand as `churned.CAUSE`.
pub fn monthly_csv(summary: &Summary) -> String {
    let mut text = csv::row(&HEADER);
    let worlds = [
        ("baseline", Some(&summary.baseline)),
        ("program", summary.program.as_ref()),
        ("difference", summary.difference.as_ref()),
        ("ended", summary.ended.as_ref()),
    ];
    for (world, monthly) in worlds {
        if let Some(monthly) = monthly {
            add_world(&mut text, summary, world, monthly);
        }
    }
    text
}

fn add_world(text: &mut String, summary: &Summary, world: &str, monthly: &Monthly) {
    for (series, band) in monthly.series.iter() {
        add_band(text, summary, [world, series.key()], band);
    }
    for (cause, band) in summary.causes.iter().zip(&monthly.churned_by_cause) {
        add_band(text, summary, [world, &format!("churned.{cause}")], band);
    }
}

fn add_band(text: &mut String, summary: &Summary, [world, series]: [&str; 2], band: &Band) {
    for (m, month) in summary.months.iter().enumerate() {
        let columns = [&band.mean, &band.mc_error, &band.p5, &band.p25, &band.median, &band.p75, &band.p95];
        let numbers = columns.map(|column| column.get(m).copied().map_or(String::new(), csv::number));
        let fields = [month.as_str(), world, series, band.unit.key()].map(str::to_owned);
        text.push_str(&csv::row(&[fields.as_slice(), numbers.as_slice()].concat()));
    }
}
