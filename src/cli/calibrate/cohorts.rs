//! `loyalsim calibrate --cohorts`: a table of cohorts under contract to a design that runs, and a page that tests the forecast.

use super::reading::{bytes, options, refused, short, voice};
use super::writing::{FORECAST, beside, free, listed};
use crate::cli::calibrate_args::CalibrateArgs;
use crate::cli::cohort_args::CohortArgs;
use crate::cli::failure::Failure;
use crate::cli::log_args::LogArgs;
use crate::cli::output;
use crate::cli::session::Session;
use crate::cli::terminal;
use loyalsim::data::{CohortFault, Cohorts, Fault};
use loyalsim::design::{Design, EditFault};
use loyalsim::fit::cohort_learn::{ContractShop, learn};
use loyalsim::fit::cohort_promise::CohortPromise;
use loyalsim::fit::cohort_record::CohortRecord;
use loyalsim::fit::voice::{Asked, Voice};
use loyalsim::report::{CohortsFound, cohort_design, cohorts_html, cohorts_json, cohorts_text};
use loyalsim::units::YearMonth;
use loyalsim::words::{Words, harmless};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// Reads, fits, tests, writes.
pub fn run(path: &Path, args: &CalibrateArgs, session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let targets = Targets::new(args)?;
    let read = Read::new(path, &args.contracts, &args.log)?;
    let start = args.contracts.start.or_else(|| read.table.until());
    let start = start.ok_or_else(|| refused(&read.file, &Fault::Cohorts(CohortFault::NoMonth)))?;
    let shop = learn(&read.table, args.contracts.term.unwrap_or(read.table.months));
    let found = read.found(&shop, start, args.contracts.term.is_some());
    let (design, _) = fitted(&found, words)?;
    let promise = (CohortPromise::new(&read.table, &shop), Vec::new());
    let about = (read.file.as_str(), read.hash.as_str(), read.voice.given.clone());
    let record = CohortRecord::new(about, (args.contracts.term, start.to_string()), promise, &design);
    let force = args.log.force;
    output::write_one(&targets.design, design.as_bytes(), force)?;
    output::write_one(&targets.page, cohorts_html(&found, words).as_bytes(), force)?;
    output::write_one(&targets.data, cohorts_json(&found).as_bytes(), force)?;
    output::write_one(&targets.forecast, record.text().as_bytes(), force)?;
    if args.log.quiet {
        return Ok(());
    }
    terminal::say(&cohorts_text(&found, words))?;
    let files = [
        (&targets.design, "cohort-file-design"),
        (&targets.page, "cohort-file-page"),
        (&targets.data, "cohort-file-data"),
        (&targets.forecast, "calibrate-file-forecast"),
    ];
    terminal::say(&listed(files, &targets.design, words))
}

/// A table that was read, and what customers and leavers say.
pub struct Read {
    /// The file, as it is called.
    pub file: String,
    /// SHA-256 of its bytes.
    pub hash: String,
    /// The table.
    pub table: Cohorts,
    /// What is told besides.
    pub voice: Voice,
}

impl Read {
    /// Reads all that was given.
    pub fn new(path: &Path, contracts: &CohortArgs, log: &LogArgs) -> Result<Self, Failure> {
        let name = harmless(&path.display().to_string());
        let text = bytes(path)?;
        let hash = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
        let table = Cohorts::read(text, &contracts.options(), &options(log));
        let table = table.map_err(|fault| refused(&name, &fault))?;
        Ok(Self { file: short(path), hash, table, voice: voice(log, Asked::all)? })
    }

    /// With what it teaches.
    pub fn found<'r>(
        &'r self,
        shop: &'r ContractShop,
        start: YearMonth,
        term_stated: bool,
    ) -> CohortsFound<'r> {
        let (file, hash) = (self.file.clone(), self.hash.clone());
        CohortsFound { file, hash, table: &self.table, shop, start, term_stated, voice: &self.voice }
    }
}

/// The design as it is fitted; one that loyalsim itself refuses would be a bug of this command.
pub fn fitted(found: &CohortsFound<'_>, words: Words<'_>) -> Result<(String, Design), Failure> {
    let design = cohort_design(found, words);
    match Design::parse(&design) {
        Ok(parsed) => Ok((design, parsed)),
        Err(problems) => {
            let fault = EditFault::Invalid { problems: Box::new(problems) };
            Err(Failure::of_design(&found.file, fault.saying()))
        }
    }
}

/// Where everything goes.
struct Targets {
    design: PathBuf,
    page: PathBuf,
    data: PathBuf,
    forecast: PathBuf,
}

impl Targets {
    /// Names of all files; nothing that is there is in the way.
    fn new(args: &CalibrateArgs) -> Result<Self, Failure> {
        let beside = |end: &str| beside(&args.out, end);
        let targets = Self {
            design: beside(".toml")?,
            page: beside("-calibration.html")?,
            data: beside("-calibration.json")?,
            forecast: beside(FORECAST)?,
        };
        let all = [&targets.design, &targets.page, &targets.data, &targets.forecast];
        free(&args.out, all, args.log.force)?;
        Ok(targets)
    }
}
