//! `loyalsim sensitivity`: which assumptions decide the result.

use super::decide_args::SensitivityArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::session::Session;
use super::{check, input};
use loyalsim::decide::sensitivity::{self, SensitivitySize};
use loyalsim::decide::{Measure, usual};
use loyalsim::design::Saying;
use loyalsim::summary::Scalar;
use loyalsim::{charts, report};

/// With fewer, shares of the variance mean nothing.
const FEWEST: u64 = sensitivity::FEWEST_ROWS as u64;

/// Plays, attributes, writes.
pub fn run(args: &SensitivityArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let design = check::design(&source, words)?;
    let usual = match design.program {
        Some(_) => Scalar::NetEffect,
        None => Scalar::RetentionBaseline,
    };
    let measure = match &args.measure {
        Some(word) => Measure::parse(word, &design).map_err(|fault| Failure::Input(fault.saying()))?,
        None => Measure::Mean(usual),
    };
    let desk = Desk::open(&args.desk, &source, session)?;
    let rows = args.desk.trials.unwrap_or(usual::SENSITIVITY_ROWS);
    if rows < FEWEST {
        let few = Saying::new("failure-few-rows").with("trials", rows).with("fewest", FEWEST);
        return Err(Failure::Input(few.with("usual", usual::SENSITIVITY_ROWS)));
    }
    let size = SensitivitySize { settings: desk.settings(), rows };
    desk.weigh(&design, rows, 1)?;
    let found = desk.work(|| sensitivity::sensitivity(&design, measure, size, &desk));
    let found = found
        .map_err(|fault| Failure::of_design(&source.name, fault.saying()))?
        .ok_or_else(|| nothing_done(words))?;
    let findings = Findings {
        text: report::sensitivity_text(&found, desk.language()),
        json: ("sensitivity.json", json(&found)?),
        files: vec![
            ("sensitivity.csv".to_owned(), report::sensitivity_csv(&found)),
            ("tornado.csv".to_owned(), report::tornado_csv(&found)),
        ],
        notes: Vec::new(),
        charts: charts::sensitivity(&found, desk.language()),
        partial: found.origin.partial,
    };
    desk.finish(findings, &[&source], session)
}
