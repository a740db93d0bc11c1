//! `loyalsim exit`: what it costs to end the program, month by month.

use super::decide_args::ExitArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::{check, input};
use loyalsim::decide::exit;
use loyalsim::{charts, report};

/// Trials unless said otherwise.
const TRIALS: u64 = 100;

/// Plays, reports, writes.
pub fn run(args: &ExitArgs) -> Result<(), Failure> {
    let source = input::read(&args.design)?;
    let design = check::design(&source)?;
    if design.program.is_none() {
        return Err(Failure::input(
            "the design has no program to end".to_owned(),
            "write a [program] with its elements",
        ));
    }
    let stops = exit::ends(&design, args.every as usize);
    if stops.is_empty() {
        return Err(Failure::input(
            format!("no end {} months after the launch lies within the horizon", args.every),
            "take a smaller --every, or a longer horizon_months in the design",
        ));
    }
    let desk = Desk::open(&args.desk, &source, "exit")?;
    let size = (desk.settings(), args.desk.trials.unwrap_or(TRIALS));
    let found = desk.work(|| exit::exit(&design, &stops, size, &desk)).ok_or_else(nothing_done)?;
    desk.finish(Findings {
        text: report::exit_text(&found, desk.language()),
        json: ("exit.json", json(&found)?),
        files: vec![("exit.csv".to_owned(), report::exit_csv(&found))],
        charts: charts::exit(&found, desk.language()),
        partial: found.origin.partial,
    })
}
