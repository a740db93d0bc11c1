//! `monthly.csv`: one row per month, world and series, for spreadsheets and scripts.

use crate::summary::{Band, Monthly, Summary, Unit};
use std::fmt::Write;

/// Names of the columns.
const HEADER: &str = "month,world,series,unit,mean,mc_error,p5,p25,median,p75,p95\n";

/// The monthly series of every world as CSV. Causes of leaving stand as `churned.CAUSE`.
pub fn monthly_csv(summary: &Summary) -> String {
    let mut text = String::from(HEADER);
    let worlds = [
        ("baseline", Some(&summary.baseline)),
        ("program", summary.program.as_ref()),
        ("difference", summary.difference.as_ref()),
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
        add_band(text, summary, world, series.key(), band);
    }
    for (cause, band) in summary.causes.iter().zip(&monthly.churned_by_cause) {
        add_band(text, summary, world, &quoted(&format!("churned.{cause}")), band);
    }
}

fn add_band(text: &mut String, summary: &Summary, world: &str, series: &str, band: &Band) {
    for (m, month) in summary.months.iter().enumerate() {
        let numbers = [&band.mean, &band.mc_error, &band.p5, &band.p25, &band.median, &band.p75, &band.p95]
            .map(|column| column.get(m).map_or(String::new(), |value| number(*value)));
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{month},{world},{series},{},{}", unit(band.unit), numbers.join(","));
    }
}

/// The shortest text that reads back as the same number; empty where there is none.
pub(super) fn number(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { String::new() }
}

/// A field as RFC 4180 (Shafranovich 2005) wants it.
pub(super) fn quoted(field: &str) -> String {
    if field.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Money => "money",
        Unit::Customers => "customers",
        Unit::Share => "share",
        Unit::NpsPoints => "nps_points",
        Unit::Months => "months",
        Unit::Points => "points",
        Unit::Count => "count",
        Unit::LogRatio => "log_ratio",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_survive_commas_and_quotes() {
        assert_eq!(quoted("churned.price, mostly"), "\"churned.price, mostly\"");
        assert_eq!(quoted("a \"b\""), "\"a \"\"b\"\"\"");
        assert_eq!(number(f64::NAN), "");
        assert_eq!(number(0.1), "0.1");
    }
}
