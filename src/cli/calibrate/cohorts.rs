//! `loyalsim calibrate --cohorts`: a table of cohorts under contract to a design that runs, and a page that tests the forecast.

use super::reading::{bytes, options, refused, short};
use super::writing::{beside, free, listed};
use crate::cli::calibrate_args::CalibrateArgs;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::session::Session;
use crate::cli::terminal;
use loyalsim::data::{CohortFault, Cohorts, Fault};
use loyalsim::design::{Design, EditFault};
use loyalsim::fit::cohort_learn::learn;
use loyalsim::report::{CohortsFound, cohort_design, cohorts_html, cohorts_json, cohorts_text};
use loyalsim::words::harmless;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Reads, fits, tests, writes.
pub fn run(path: &Path, args: &CalibrateArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let targets = Targets::new(args)?;
    let name = harmless(&path.display().to_string());
    let wrong = |fault: Fault| refused(&name, &fault);
    let text = bytes(path)?;
    let hash = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
    let table = Cohorts::read(text, &args.contracts.options(), &options(&args.log)).map_err(wrong)?;
    let start = args.contracts.start.or_else(|| table.until());
    let start = start.ok_or_else(|| wrong(Fault::Cohorts(CohortFault::NoMonth)))?;
    let shop = learn(&table, args.contracts.term.unwrap_or(table.months));
    let term_stated = args.contracts.term.is_some();
    let found = CohortsFound { file: short(path), hash, table: &table, shop: &shop, start, term_stated };
    let design = cohort_design(&found, words);
    if let Err(problems) = Design::parse(&design) {
        let fault = EditFault::Invalid { problems: Box::new(problems) };
        return Err(Failure::of_design(&found.file, fault.saying()));
    }
    let force = args.log.force;
    output::write_one(&targets.design, design.as_bytes(), force)?;
    output::write_one(&targets.page, cohorts_html(&found, words).as_bytes(), force)?;
    output::write_one(&targets.data, cohorts_json(&found).as_bytes(), force)?;
    if args.log.quiet {
        return Ok(());
    }
    terminal::say(&cohorts_text(&found, words))?;
    let files = [
        (&targets.design, "cohort-file-design"),
        (&targets.page, "cohort-file-page"),
        (&targets.data, "cohort-file-data"),
    ];
    terminal::say(&listed(files, &targets.design, words))
}

/// Where everything goes.
struct Targets {
    design: PathBuf,
    page: PathBuf,
    data: PathBuf,
}

impl Targets {
    /// Names of all files; nothing that is there is in the way.
    fn new(args: &CalibrateArgs) -> Result<Self, Failure> {
        let beside = |end: &str| beside(&args.out, end);
        let targets = Self {
            design: beside(".toml")?,
            page: beside("-calibration.html")?,
            data: beside("-calibration.json")?,
        };
        free(&args.out, [&targets.design, &targets.page, &targets.data], args.log.force)?;
        Ok(targets)
    }
}
