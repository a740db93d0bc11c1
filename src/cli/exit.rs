//! `loyalsim exit`: what it costs to end the program, month by month.

use super::decide_args::ExitArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::{check, input};
use loyalsim::decide::exit;
use loyalsim::design::Saying;
use loyalsim::words::Words;
use loyalsim::{charts, report};

/// Trials unless said otherwise.
const TRIALS: u64 = 100;

/// Plays, reports, writes.
pub fn run(args: &ExitArgs, words: Words<'static>) -> Result<(), Failure> {
    let source = input::read(&args.design, words)?;
    let design = check::design(&source, words)?;
    if design.program.is_none() {
        return Err(Failure::Input(Saying::new("failure-nothing-to-end")));
    }
    let stops = exit::ends(&design, args.every as usize);
    if stops.is_empty() {
        return Err(Failure::Input(Saying::new("failure-no-end").with("months", args.every)));
    }
    let desk = Desk::open(&args.desk, &source, "exit", words)?;
    let size = (desk.settings(), args.desk.trials.unwrap_or(TRIALS));
    let found = desk.work(|| exit::exit(&design, &stops, size, &desk)).ok_or_else(|| nothing_done(words))?;
    desk.finish(Findings {
        text: report::exit_text(&found, desk.language()),
        json: ("exit.json", json(&found)?),
        files: vec![("exit.csv".to_owned(), report::exit_csv(&found))],
        charts: charts::exit(&found, desk.language()),
        partial: found.origin.partial,
    })
}
