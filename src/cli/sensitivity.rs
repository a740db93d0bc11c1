//! `loyalsim sensitivity`: which assumptions decide the result.

use super::decide_args::SensitivityArgs;
use super::desk::{Desk, Findings, json, nothing_done};
use super::failure::Failure;
use super::session::Session;
use super::{check, input};
use loyalsim::decide::sensitivity::{self, Sensitivity, SensitivitySize};
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
    let desk = Desk::sharing(&args.desk, (usual::CUSTOMERS_PER_VARIANT, args.part), &source, session)?;
    if desk.has_part(&[&source], session)? {
        return Ok(());
    }
    let rows = args.desk.trials.unwrap_or(usual::SENSITIVITY_ROWS);
    if rows < FEWEST {
        let few = Saying::new("failure-few-rows").with("trials", rows).with("fewest", FEWEST);
        return Err(Failure::Input(few.with("usual", usual::SENSITIVITY_ROWS)));
    }
    let size = SensitivitySize { settings: desk.settings(), rows };
    desk.weigh(&design, rows, 1)?;
    let found = desk.work(|| sensitivity::sensitivity(&design, measure, size, &desk));
    let found = found.map_err(|fault| Failure::of_design(&source.name, fault.saying()))?;
    if desk.has_written_part(&[&source], session)? {
        return Ok(());
    }
    let found = found.ok_or_else(|| nothing_done(words))?;
    desk.finish(findings(&found, &desk)?, &[&source], session)
}

/// What was found, in every form.
fn findings(found: &Sensitivity, desk: &Desk<'_>) -> Result<Findings, Failure> {
    Ok(Findings {
        text: report::sensitivity_text(found, desk.language()),
        json: ("sensitivity.json", json(found)?),
        files: vec![
            ("sensitivity.csv".to_owned(), report::sensitivity_csv(found)),
            ("tornado.csv".to_owned(), report::tornado_csv(found)),
        ],
        notes: Vec::new(),
        charts: charts::sensitivity(found, desk.language()),
        partial: found.origin.partial,
    })
}
