//! `loyalsim exit`: what it costs to end the program, month by month.

use super::decide_args::ExitArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::session::Session;
use super::{check, input};
use loyalsim::decide::{exit, usual};
use loyalsim::design::Saying;
use loyalsim::{charts, report};

/// Plays, reports, writes.
pub fn run(args: &ExitArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    if design.program.is_none() {
        return Err(Failure::Input(Saying::new("failure-nothing-to-end")));
    }
    let stops = exit::ends(&design, args.every as usize);
    if stops.is_empty() {
        return Err(Failure::Input(Saying::new("failure-no-end").with("months", args.every)));
    }
    let desk = Desk::open(&args.desk, usual::CUSTOMERS_PER_VARIANT, &source, session)?;
    let size = (desk.settings(), args.desk.trials.unwrap_or(usual::EXIT_TRIALS));
    desk.weigh(&design, size.1, 1 + stops.len())?;
    let found = desk.work(|| exit::exit(&design, &stops, size, &desk)).ok_or_else(|| nothing_done(words))?;
    let findings = Findings {
        text: report::exit_text(&found, desk.language()),
        json: ("exit.json", json(&found)?),
        files: vec![("exit.csv".to_owned(), report::exit_csv(&found))],
        notes: Vec::new(),
        charts: charts::exit(&found, desk.language()),
        partial: found.origin.partial,
    };
    desk.finish(findings, &[&source], session)
}
