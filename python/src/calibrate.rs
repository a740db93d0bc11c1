//! `calibrate`: a transaction log to a design that runs, and the test of its forecast.

use crate::error::{argument, bug, language};
use crate::found::{Picture, drawn};
use crate::logs::{Broken, Data, Logs, short};
use crate::work::carry_out;
use loyalsim::charts::{self, NamedChart};
use loyalsim::data::Options;
use loyalsim::decide::Watch;
use loyalsim::design::Design;
use loyalsim::fit::backtest::BackTest;
use loyalsim::fit::effects::effects;
use loyalsim::fit::experiment::Experiment;
use loyalsim::fit::learn::{LearnFault, Learned, last_fitted, learn};
use loyalsim::fit::promise::Promise;
use loyalsim::fit::record::Record;
use loyalsim::fit::today::{ProgramToday, Stated};
use loyalsim::fit::voice::{Asked, Voice};
use loyalsim::report::{self, Calibration};
use loyalsim::units::{Day, YearMonth};
use loyalsim::words::Words;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// What has been learned of the logs.
#[pyclass(frozen)]
pub struct Calibrated {
    file: String,
    logs: Logs,
    currency: Option<String>,
    learned: Learned,
    voice: Voice,
    experiment: Option<Experiment>,
    today: Option<ProgramToday>,
}

/// Fits transaction logs.
#[pyfunction]
pub fn calibrate(
    py: Python<'_>,
    data: Data,
    progress: Option<Py<PyAny>>,
    lang: &str,
) -> PyResult<Calibrated> {
    let words = Words::new(language(lang)?);
    let options = data.options()?;
    let stated = (data.cut()?, data.launched()?);
    let done = carry_out(py, None, progress.as_ref(), |watch| learned(data, &options, stated, words, watch))?;
    done.map_err(|broken| broken.raised(words))
}

/// Reads, fits, tests.
fn learned(
    data: Data,
    options: &Options,
    (cut, launched): (Option<Day>, Option<YearMonth>),
    words: Words<'_>,
    watch: &dyn Watch,
) -> Result<Calibrated, Broken> {
    let logs = data.read(options, words, watch)?;
    let (experiment, given) = data.experiment(options)?.unzip();
    let cut = last_fitted(&logs.log, cut).map_err(Broken::Learn)?;
    let stopped = || watch.stopped();
    let mut learned = learn(&logs.log, cut, &stopped).map_err(Broken::Learn)?.ok_or(Broken::Stopped)?;
    if let Some((kinds, least)) = &logs.apart {
        learned.tell_apart(&logs.log, kinds, *least).map_err(Broken::Learn)?;
    }
    learned.shop.periods = effects(&logs.log, &logs.periods, logs.since.as_deref());
    let mut voice = data.voice(options, |scores| Asked::new(scores, &logs.log, &learned.shop))?;
    voice.given.extend(given);
    let stated = Stated { members: logs.members.as_ref(), since: launched };
    let today = ProgramToday::new(&logs.log, &learned, stated).map_err(Broken::Today)?;
    Ok(Calibrated {
        file: data.logs.iter().map(|path| short(path)).collect::<Vec<_>>().join(", "),
        currency: data.currency.or_else(|| logs.currency.clone()),
        logs,
        learned,
        voice,
        experiment,
        today,
    })
}

impl Calibrated {
    /// As reports take it.
    fn shown(&self, words: Words<'_>) -> Calibration<'_> {
        let currency = report::calibrated_currency(self.currency.as_deref(), &self.logs.log, words);
        Calibration {
            file: self.file.clone(),
            hash: self.logs.hash.clone(),
            currency,
            log: &self.logs.log,
            told: &self.logs.told,
            columns: self.logs.columns.clone(),
            encoding: self.logs.encoding,
            test: self.learned.test.as_ref(),
            model: self.learned.model,
            estimate: self.learned.estimate,
            shop: &self.learned.shop,
            voice: &self.voice,
            experiment: self.experiment.as_ref(),
            today: self.today.as_ref(),
        }
    }
}

#[pymethods]
impl Calibrated {
    fn design(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let words = Words::new(language(lang)?);
        Ok(py.detach(|| report::calibrated_design(&self.shown(words), words)))
    }

    fn text(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let words = Words::new(language(lang)?);
        Ok(py.detach(|| report::calibration_text(&self.shown(words), words)))
    }

    fn page(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let words = Words::new(language(lang)?);
        Ok(py.detach(|| report::calibration_html(&self.shown(words), words)))
    }

    fn workbook<'py>(&self, py: Python<'py>, lang: &str) -> PyResult<Bound<'py, PyBytes>> {
        let language = language(lang)?;
        let words = Words::new(language);
        let made = py.detach(|| {
            let found = self.shown(words);
            let design = Design::parse(&report::calibrated_design(&found, words)).map_err(|e| bug(&e))?;
            report::calibration_workbook(&found, &design, language).map_err(|e| bug(&e))
        });
        Ok(PyBytes::new(py, &made?))
    }

    fn pictures(&self, py: Python<'_>, lang: &str) -> PyResult<Vec<Picture>> {
        let words = Words::new(language(lang)?);
        let charts = |test: &BackTest| charts::backtest_charts(test, self.learned.model.name(), words);
        let named = |(name, chart)| drawn(NamedChart { name, chart });
        Ok(py.detach(|| {
            let charts = self.learned.test.as_ref().map(charts).into_iter().flatten();
            ["months", "customers"].into_iter().zip(charts).map(named).collect()
        }))
    }

    /// The models side by side, the chosen one first.
    fn models(&self) -> String {
        let mut text = "model,unseen,expected,actual,active\n".to_owned();
        let Some(test) = &self.learned.test else { return text };
        for ((contest, total), active) in test.contest.iter().zip(&test.totals).zip(&test.active) {
            let (name, actual) = (contest.model.name(), test.purchases.actual);
            text += &format!("{name},{},{total},{actual},{active}\n", contest.unseen);
        }
        text
    }

    /// What was forecast month by month, and what happened.
    fn backtest(&self) -> String {
        let mut text = "month,expected,low,high,actual\n".to_owned();
        for (month, of) in self.learned.test.iter().flat_map(|test| &test.months) {
            text += &format!("{month},{},{},{},{}\n", of.expected, of.low, of.high, of.actual);
        }
        text
    }

    /// What is forecast of the next two years, as the file says it with which `refit` begins.
    fn forecast(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let words = Words::new(language(lang)?);
        py.detach(|| {
            let design = report::calibrated_design(&self.shown(words), words);
            let nothing = || argument(&LearnFault::TooLittle { customers: 0, repeats: 0 }.saying(), words);
            let promise = Promise::new(&self.logs.log, &self.learned).ok_or_else(nothing)?;
            let about = (self.file.as_str(), self.logs.hash.as_str(), self.voice.given.clone());
            Ok(Record::new(about, self.currency.as_deref(), (promise, Vec::new()), &design).text())
        })
    }

    /// What promotions and programs may have changed, as JSON.
    fn periods(&self) -> String {
        report::periods_json(&self.learned.shop.periods)
    }

    /// How purchases answered to discounts, as JSON; null where the log has no column of them.
    fn discounts(&self) -> String {
        report::discounts_json(self.learned.shop.discounts.as_ref())
    }

    /// What an experiment shows, as JSON; empty where there was none.
    fn experiment(&self) -> String {
        self.experiment.as_ref().map(report::experiment_json).unwrap_or_default()
    }

    /// Rows set aside.
    fn aside(&self) -> &str {
        &self.logs.aside
    }

    /// A line for each customer in the order of the log.
    fn customers(&self, py: Python<'_>, weeks: f64, ids: bool) -> String {
        py.detach(|| report::customers_csv(&self.logs.log, &self.learned, weeks, ids))
    }
}
