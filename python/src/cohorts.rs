//! `calibrate_cohorts`: a table of cohorts under contract to a design that runs, and the test of its forecast.

use crate::error::language;
use crate::logs::{Broken, Data, bytes, month, short, table};
use crate::work::carry_out;
use loyalsim::data::{CohortFault, CohortOptions, Cohorts, Counted, Fault, Options};
use loyalsim::fit::cohort_learn::{ContractShop, learn};
use loyalsim::fit::cohort_promise::CohortPromise;
use loyalsim::fit::cohort_record::CohortRecord;
use loyalsim::fit::voice::{Asked, Voice};
use loyalsim::report::{self, CohortsFound};
use loyalsim::units::YearMonth;
use loyalsim::words::{Words, harmless};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use sha2::{Digest, Sha256};
use std::path::PathBuf;

/// What is stated about a table of cohorts.
#[derive(FromPyObject)]
pub struct Stated {
    #[pyo3(item)]
    file: PathBuf,
    #[pyo3(item)]
    period: Option<u32>,
    #[pyo3(item)]
    values: Option<String>,
    #[pyo3(item)]
    cohort_size: Option<f64>,
    #[pyo3(item)]
    term: Option<u32>,
    #[pyo3(item)]
    start: Option<String>,
}

impl Stated {
    /// What the table is to be read by.
    fn options(&self) -> PyResult<CohortOptions> {
        let counted = match self.values.as_deref() {
            None => None,
            Some("customers") => Some(Counted::Customers),
            Some("percent") => Some(Counted::Percent),
            Some("share") => Some(Counted::Share),
            Some(other) => {
                let said = format!("values is {other}: write customers, percent or share");
                return Err(PyValueError::new_err(said));
            }
        };
        Ok(CohortOptions { months: self.period, counted, size: self.cohort_size })
    }
}

/// What has been learned of a table of cohorts.
#[pyclass(frozen)]
pub struct CohortsCalibrated {
    file: String,
    hash: String,
    table: Cohorts,
    shop: ContractShop,
    start: YearMonth,
    term: Option<u32>,
    voice: Voice,
}

/// Fits a table of cohorts.
#[pyfunction]
pub fn calibrate_cohorts(
    py: Python<'_>,
    stated: Stated,
    data: Data,
    progress: Option<Py<PyAny>>,
    lang: &str,
) -> PyResult<CohortsCalibrated> {
    let words = Words::new(language(lang)?);
    let (options, of_table) = (data.options()?, stated.options()?);
    let start = stated.start.as_deref().map(month).transpose()?;
    let fit = || learned(&stated, &data, (&options, &of_table), start);
    carry_out(py, None, progress.as_ref(), |_| fit())?.map_err(|broken| broken.raised(words))
}

/// Reads, fits, tests.
fn learned(
    stated: &Stated,
    data: &Data,
    (options, of_table): (&Options, &CohortOptions),
    start: Option<YearMonth>,
) -> Result<CohortsCalibrated, Broken> {
    let cohorts = table(&stated.file, |text| Cohorts::read(text, of_table, options))?;
    let hash = Sha256::digest(bytes(&stated.file)?).iter().map(|byte| format!("{byte:02x}")).collect();
    let no_month = || {
        let name = harmless(&stated.file.display().to_string());
        Broken::Data(name, Fault::Cohorts(CohortFault::NoMonth))
    };
    Ok(CohortsCalibrated {
        file: short(&stated.file),
        hash,
        start: start.or_else(|| cohorts.until()).ok_or_else(no_month)?,
        shop: learn(&cohorts, stated.term.unwrap_or(cohorts.months)),
        table: cohorts,
        term: stated.term,
        voice: data.voice(options, Asked::all)?,
    })
}

impl CohortsCalibrated {
    /// As reports take it.
    fn shown(&self) -> CohortsFound<'_> {
        CohortsFound {
            file: self.file.clone(),
            hash: self.hash.clone(),
            table: &self.table,
            shop: &self.shop,
            start: self.start,
            term_stated: self.term.is_some(),
            voice: &self.voice,
        }
    }
}

#[pymethods]
impl CohortsCalibrated {
    fn design(&self, lang: &str) -> PyResult<String> {
        Ok(report::cohort_design(&self.shown(), Words::new(language(lang)?)))
    }

    fn text(&self, lang: &str) -> PyResult<String> {
        Ok(report::cohorts_text(&self.shown(), Words::new(language(lang)?)))
    }

    fn page(&self, lang: &str) -> PyResult<String> {
        Ok(report::cohorts_html(&self.shown(), Words::new(language(lang)?)))
    }

    /// All of it as JSON.
    fn data(&self) -> String {
        report::cohorts_json(&self.shown())
    }

    /// What is forecast, as the file says it with which `refit` begins.
    fn forecast(&self, lang: &str) -> PyResult<String> {
        let text = report::cohort_design(&self.shown(), Words::new(language(lang)?));
        let about = (self.file.as_str(), self.hash.as_str(), self.voice.given.clone());
        let promise = (CohortPromise::new(&self.table, &self.shop), Vec::new());
        Ok(CohortRecord::new(about, (self.term, self.start.to_string()), promise, &text).text())
    }
}
