//! `loyalsim refit --cohorts`: a newer table of cohorts shows how the forecast came out, and gives the design new numbers.

use super::{finish, forecast, of_the_fit, writing::Targets, writing::Texts};
use crate::cli::calibrate::cohorts::{Read, fitted};
use crate::cli::calibrate::reading::refused;
use crate::cli::failure::Failure;
use crate::cli::interrupt::{Interrupt, Leaves};
use crate::cli::refit_args::RefitArgs;
use crate::cli::session::Session;
use crate::cli::{check, input};
use loyalsim::data::{CohortFault, Fault};
use loyalsim::design::refitted;
use loyalsim::fit::cohort_learn::learn;
use loyalsim::fit::cohort_promise::{CohortPromise, CohortScored};
use loyalsim::fit::cohort_record::CohortRecord;
use loyalsim::fit::voice::since;
use loyalsim::report::{CohortRefit, cohort_refit_html, cohort_refit_text, cohorts_html};
use loyalsim::units::YearMonth;
use loyalsim::words::Words;
use std::path::Path;

/// Reads, holds the forecast against what happened, fits, writes.
pub fn run(path: &Path, args: &RefitArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let source = input::read(&args.design, session)?;
    let before = check::valid(&source, words)?;
    let (name, text) = forecast(args, session)?;
    let record = CohortRecord::read(&text).map_err(|fault| Failure::of_data(&name, fault.saying()))?;
    let interrupt = Interrupt::listen(Leaves::Nothing, words)?;
    let read = Read::new(path, &args.contracts, &args.log)?;
    let scored = CohortScored::new(&record.promise, &read.table)
        .map_err(|fault| Failure::of_data(&read.file, fault.saying()))?;
    let start = start(args, &read, &record, &scored)?;
    let targets = Targets::new(args, &source.stem, &start.plus(-1).to_string())?;
    let term = args.contracts.term.or(record.term);
    let shop = learn(&read.table, term.unwrap_or(read.table.months));
    let found = read.found(&shop, start, term.is_some());
    let (now, _) = fitted(&found, words)?;
    let merged = refitted(&source.text, &record.design, &now)
        .map_err(|fault| Failure::of_design(&source.name, fault.saying()))?;
    let now = of_the_fit(&source.name, &record.design, &now)?;
    let given = since(&read.voice.given, &record.given);
    let scored = [record.scored.clone(), vec![scored]].concat();
    let files = given.iter().map(|(file, _)| file.clone()).collect();
    let promise = (CohortPromise::new(&read.table, &shop), scored.clone());
    let about = (read.file.as_str(), read.hash.as_str(), files);
    let next = CohortRecord::new(about, (term, start.to_string()), promise, &now);
    let shown = CohortRefit {
        design: format!("{}.toml", source.stem),
        found: &found,
        promise: &record.promise,
        scored: &scored,
        given: &given,
        before: &before,
        refitted: &merged,
    };
    let texts = texts(&shown, &next, words);
    finish((args, session, &interrupt), (&targets, ""), texts, &cohort_refit_text(&shown, words))
}

/// The month after the last that the table knows: as stated, as its dates tell, or as many periods later as have passed.
fn start(
    args: &RefitArgs,
    read: &Read,
    record: &CohortRecord,
    scored: &CohortScored,
) -> Result<YearMonth, Failure> {
    let passed = (scored.periods() as u32 * record.promise.months) as i32;
    let moved = || record.start.parse::<YearMonth>().ok().map(|then| then.plus(passed));
    let start = args.contracts.start.or_else(|| read.table.until()).or_else(moved);
    start.ok_or_else(|| refused(&read.file, &Fault::Cohorts(CohortFault::NoMonth)))
}

/// What is written.
fn texts(shown: &CohortRefit<'_>, next: &CohortRecord, words: Words<'_>) -> Texts {
    Texts {
        pdf: None,
        page: cohort_refit_html(shown, words),
        design: shown.refitted.text.clone(),
        calibration: cohorts_html(shown.found, words),
        forecast: next.text(),
    }
}
