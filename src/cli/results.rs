//! The files of a run.

use super::failure::Failure;
use super::folder::Draft;
use super::output::write_one;
use super::terminal;
use super::trials::Run;
use super::values::Csv;
use loyalsim::charts::{self, NamedChart};
use loyalsim::design::Saying;
use loyalsim::report;
use loyalsim::summary::Summary;
use loyalsim::words::{Language, Words, breakable};
use rayon::prelude::*;
use std::path::Path;

/// The workbook.
pub const WORKBOOK: &str = "workbook.xlsx";

/// Adds the summary and the tables.
pub fn add_tables(draft: &mut Draft<'_>, run: &Run, csv: Csv, language: Language) -> Result<(), Failure> {
    draft.add("summary.json", summary_json(&run.summary)?.as_bytes())?;
    draft.add("monthly.csv", &csv.bytes(report::monthly_csv(&run.summary), language))?;
    draft.add("categories.csv", &csv.bytes(report::categories_csv(&run.summary), language))?;
    draft.add_slowly("trials.csv", |file| {
        let mut bytes: fn(Csv, String, Language) -> Vec<u8> = Csv::bytes;
        for rows in report::trials_csv(&run.collector) {
            file.write_all(&bytes(csv, rows, language))?;
            bytes = Csv::rows;
        }
        Ok(())
    })?;
    #[cfg(feature = "parquet")]
    draft.add_slowly("trials.parquet", |file| {
        report::trials_parquet(file, &run.collector, &run.summary.run).map_err(std::io::Error::other)
    })?;
    Ok(())
}

/// Adds a workbook.
pub fn add_workbook(
    draft: &mut Draft<'_>,
    made: Result<Vec<u8>, report::WorkbookError>,
) -> Result<(), Failure> {
    let bytes = made.map_err(|e| Failure::unwritable("failure-workbook", &e))?;
    draft.add(WORKBOOK, &bytes)
}

/// Writes a workbook by itself.
pub fn write_workbook(file: &Path, made: Result<Vec<u8>, report::WorkbookError>) -> Result<(), Failure> {
    write_one(file, &made.map_err(|e| Failure::unwritable("failure-workbook", &e))?, true)
}

/// Draws every picture as SVG and PNG.
pub fn add_pictures(draft: &mut Draft<'_>, charts: &[NamedChart]) -> Result<(), Failure> {
    let drawn = charts.par_iter().map(draw).collect::<Result<Vec<_>, _>>()?;
    let all: String = drawn.iter().map(|(_, svg, _)| svg.as_str()).collect();
    if let Some(first) = charts.first() {
        tell_lacking(&charts::lacking(&all), Words::new(first.chart.language));
    }
    for (name, svg, png) in drawn {
        draft.add(&format!("{}/{name}.svg", report::PICTURES), svg.as_bytes())?;
        draft.add(&format!("{}/{name}.png", report::PICTURES), &png)?;
    }
    Ok(())
}

/// Says which characters the pictures cannot show.
fn tell_lacking(lacking: &[char], words: Words<'_>) {
    /// More would be no example but a dictionary.
    const SHOWN: usize = 12;
    if lacking.is_empty() {
        return;
    }
    let some: String = lacking.iter().take(SHOWN).collect();
    let said = [("characters", some.into()), ("count", lacking.len().into())];
    terminal::warn(&breakable(&format!("{}\n", words.say("run-font-lacks", &said))));
}

/// Stem of the file name, SVG, PNG.
fn draw(chart: &NamedChart) -> Result<(&'static str, String, Vec<u8>), Failure> {
    let svg = charts::svg(&chart.chart);
    let png = charts::png(&charts::spelled(&svg)).map_err(|e| {
        Failure::Runtime(Saying::new("failure-picture").with("name", chart.name).with("why", e.to_string()))
    })?;
    Ok((chart.name, svg, png))
}

/// The content of `summary.json`.
pub fn summary_json(summary: &Summary) -> Result<String, Failure> {
    report::summary_json(summary).map_err(|e| Failure::unwritable("failure-json", &e))
}
