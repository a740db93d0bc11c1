//! `loyalsim stress`: what would have to go wrong.

use super::decide_args::StressArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::session::Session;
use super::{check, input};
use loyalsim::decide::stress::{self, StressSize};
use loyalsim::decide::usual;
use loyalsim::{charts, report};

/// Stresses, writes.
pub fn run(args: &StressArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    let failure = args
        .goal
        .map_or(stress::Failure::Loss, |goal| stress::Failure::Goal(goal.saturating_sub(1) as usize));
    let desk = Desk::open(&args.desk, usual::CUSTOMERS_PER_VARIANT, &source, session)?;
    let size =
        StressSize { settings: desk.settings(), trials: args.desk.trials.unwrap_or(usual::STRESS_TRIALS) };
    desk.weigh(&design, size.trials, 1)?;
    let found = desk.work(|| stress::stress(&source.text, failure, size, &desk));
    let found = found
        .map_err(|fault| Failure::of_design(&source.name, fault.saying()))?
        .ok_or_else(|| nothing_done(words))?;
    let findings = Findings {
        text: report::stress_text(&found, desk.language()),
        json: ("stress.json", json(&found)?),
        files: vec![
            ("stress.csv".to_owned(), report::stress_csv(&found)),
            ("reverse.csv".to_owned(), report::reverse_csv(&found)),
        ],
        notes: Vec::new(),
        charts: charts::stress(&found, desk.language()),
        partial: found.origin.partial,
    };
    desk.finish(findings, &[&source], session)
}
