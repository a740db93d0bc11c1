//! `loyalsim sweep`: a measure over a grid of settings.

use super::decide_args::SweepArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::session::Session;
use super::{check, input};
use loyalsim::decide::grid::{self, Axis};
use loyalsim::decide::{Measure, usual};
use loyalsim::design::Design;
use loyalsim::{charts, report};

/// Sets, plays, writes.
pub fn run(args: &SweepArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    let wrong = |fault: grid::GridFault| Failure::Input(fault.saying());
    let axes: Vec<Axis> =
        args.set.iter().map(|set| Axis::parse(set, &design)).collect::<Result<_, _>>().map_err(wrong)?;
    let designs = grid::designs(&source.text, &axes).map_err(wrong)?;
    let measures = measures(&args.measure, &design)?;
    let desk = Desk::sharing(&args.desk, (usual::CUSTOMERS_PER_VARIANT, args.part), &source, session)?;
    if desk.has_part(&[&source], session)? {
        return Ok(());
    }
    let size = (desk.settings(), args.desk.trials.unwrap_or(usual::GRID_TRIALS));
    desk.weigh(&design, size.1, designs.len())?;
    let found = desk.work(|| grid::sweep(&design, axes, &designs, measures, size, &desk));
    if desk.has_written_part(&[&source], session)? {
        return Ok(());
    }
    let found = found.ok_or_else(|| nothing_done(words))?;
    let findings = Findings {
        text: report::sweep_text(&found, desk.language()),
        json: ("sweep.json", json(&found)?),
        files: vec![("sweep.csv".to_owned(), report::sweep_csv(&found))],
        notes: Vec::new(),
        charts: charts::sweep(&found, desk.language()),
        partial: found.origin.partial,
    };
    desk.finish(findings, &[&source], session)
}

/// The first measure and the others.
fn measures(words: &[String], design: &Design) -> Result<(Measure, Vec<Measure>), Failure> {
    let read = |word: &String| Measure::parse(word, design).map_err(|fault| Failure::Input(fault.saying()));
    let mut all = words.iter().map(read).collect::<Result<Vec<_>, _>>()?.into_iter();
    let first = all.next().unwrap_or(Measure::Mean(loyalsim::summary::Scalar::NetEffect));
    Ok((first, all.collect()))
}
