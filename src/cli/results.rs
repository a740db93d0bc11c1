//! The files of a run.

use super::failure::Failure;
use super::output::OutDir;
use super::trials::Run;
use loyalsim::charts::{self, NamedChart};
use loyalsim::design::{Design, Saying};
use loyalsim::report;
use loyalsim::summary::Summary;
use loyalsim::words::Words;
use rayon::prelude::*;

/// Writes the design as it was run, the summary and the monthly table together or not at all; then the trials, the only
/// files that grow with their number.
pub fn write_tables(out: &OutDir, design_text: &str, run: &Run) -> Result<(), Failure> {
    let mut batch = out.batch();
    batch.add("design-as-run.toml", design_text.as_bytes())?;
    batch.add("summary.json", summary_json(&run.summary)?.as_bytes())?;
    batch.add("monthly.csv", report::monthly_csv(&run.summary).as_bytes())?;
    batch.add("categories.csv", report::categories_csv(&run.summary).as_bytes())?;
    batch.commit()?;
    let mut batch = out.batch();
    batch.add("trials.csv", report::trials_csv(&run.collector).as_bytes())?;
    #[cfg(feature = "parquet")]
    batch.add("trials.parquet", &trials_parquet(run)?)?;
    batch.commit()
}

/// Draws every picture as SVG and PNG and says where they are.
pub fn write_pictures(
    out: &OutDir,
    design: &Design,
    summary: &Summary,
    words: Words<'_>,
) -> Result<String, Failure> {
    let drawn = drawn(&charts::all(design, summary, words.language()))?;
    let mut batch = out.batch();
    for (name, svg, png) in &drawn {
        batch.add(&format!("charts/{name}.svg"), svg.as_bytes())?;
        batch.add(&format!("charts/{name}.png"), png)?;
    }
    batch.commit()?;
    Ok(format!("charts/             {}", words.say("run-file-charts", &[("count", drawn.len().into())])))
}

/// A picture: stem of the file name, SVG, PNG.
type Drawn = (&'static str, String, Vec<u8>);

/// Pictures as SVG and PNG.
pub fn drawn(charts: &[NamedChart]) -> Result<Vec<Drawn>, Failure> {
    charts.par_iter().map(draw).collect()
}

fn draw(chart: &NamedChart) -> Result<Drawn, Failure> {
    let svg = charts::svg(&chart.chart);
    let png = charts::png(&svg).map_err(|e| {
        Failure::Runtime(Saying::new("failure-picture").with("name", chart.name).with("why", e.to_string()))
    })?;
    Ok((chart.name, svg, png))
}

/// What to say about pictures when none were drawn.
pub fn old_pictures(out: &OutDir, words: Words<'_>) -> String {
    if out.path().join("charts").is_dir() {
        format!("charts/             {}", words.say("run-file-old-charts", &[]))
    } else {
        words.say("run-file-no-charts", &[])
    }
}

#[cfg(feature = "parquet")]
fn trials_parquet(run: &Run) -> Result<Vec<u8>, Failure> {
    report::trials_parquet(&run.collector, &run.summary.run)
        .map_err(|e| Failure::unwritable("failure-parquet", &e))
}

/// The content of `summary.json`.
pub fn summary_json(summary: &Summary) -> Result<String, Failure> {
    report::summary_json(summary).map_err(|e| Failure::unwritable("failure-json", &e))
}
