//! `calibrate`: a transaction log to a design that runs, and the test of its forecast.

use crate::error::{self, argument, bug, language};
use crate::found::{Picture, drawn};
use crate::work::{carry_out, nothing_done};
use loyalsim::charts::{self, NamedChart};
use loyalsim::data::amounts::Decimal;
use loyalsim::data::dates::{self, Order};
use loyalsim::data::{Fault, Log, Mapped, Options, Reader, Reasons, Role, Scores, Told};
use loyalsim::decide::Watch;
use loyalsim::design::{Design, Saying};
use loyalsim::fit::backtest::BackTest;
use loyalsim::fit::learn::{LearnFault, Learned, last_fitted, learn};
use loyalsim::fit::today::{ProgramToday, Stated, TodayFault};
use loyalsim::fit::voice::{Asked, Given, Voice, What, causes};
use loyalsim::report::{self, Calibration};
use loyalsim::units::Day;
use loyalsim::words::{Words, harmless};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Bytes of a tick of the progress.
const TICK: u64 = 1 << 20;

/// What is read, and what is stated about it.
#[derive(FromPyObject)]
pub struct Data {
    #[pyo3(item)]
    logs: Vec<PathBuf>,
    #[pyo3(item)]
    columns: Vec<(String, String)>,
    #[pyo3(item)]
    survey: Option<PathBuf>,
    #[pyo3(item)]
    reasons: Option<PathBuf>,
    #[pyo3(item)]
    causes: Option<PathBuf>,
    #[pyo3(item)]
    dates: Option<String>,
    #[pyo3(item)]
    decimal: Option<String>,
    #[pyo3(item)]
    sheet: Option<String>,
    #[pyo3(item)]
    tolerate: f64,
    #[pyo3(item)]
    cut: Option<String>,
    #[pyo3(item)]
    currency: Option<String>,
    #[pyo3(item)]
    anonymise: bool,
}

/// Why a log says nothing.
enum Broken {
    Stopped,
    Data(String, Fault),
    Learn(LearnFault),
    Today(TodayFault),
    File(PathBuf, std::io::Error),
}

/// What is in the logs.
struct Logs {
    log: Log,
    told: Told,
    hash: String,
    columns: [String; 3],
    encoding: &'static str,
    currency: Option<String>,
    aside: String,
}

/// What has been learned of the logs.
#[pyclass(frozen)]
pub struct Calibrated {
    file: String,
    logs: Logs,
    currency: Option<String>,
    learned: Learned,
    voice: Voice,
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
    let cut = data.cut.as_deref().map(day).transpose()?;
    let done = carry_out(py, None, progress.as_ref(), |watch| data.learn(&options, cut, words, watch))?;
    done.map_err(|broken| match broken {
        Broken::Stopped => nothing_done(),
        Broken::Data(name, fault) => {
            let said = Saying::new("failure-data").with("file", name.as_str()).with("fault", fault.saying());
            let help = words.help(&fault.saying()).map(|help| format!("\n  {help}")).unwrap_or_default();
            PyValueError::new_err(words.tell(&said) + &help)
        }
        Broken::Learn(fault) => argument(&fault.saying(), words),
        Broken::Today(fault) => argument(&fault.saying(), words),
        Broken::File(file, why) => error::file(&file, &why),
    })
}

fn day(text: &str) -> PyResult<Day> {
    let iso = text.len() == 10 && text.as_bytes()[4] == b'-';
    let day = if iso { dates::day(text, Order::DayFirst) } else { None };
    day.ok_or_else(|| PyValueError::new_err(format!("{text} is no day: write it as YYYY-MM-DD")))
}

impl Data {
    /// What is stated about the logs.
    fn options(&self) -> PyResult<Options> {
        let mapped = |(role, column): &(String, String)| {
            let found = Role::ALL.into_iter().find(|known| known.word() == role);
            let known = || Role::ALL.map(Role::word).join(", ");
            let role = found.ok_or_else(|| {
                PyValueError::new_err(format!("{role} is nothing that a column holds: write {}", known()))
            })?;
            Ok(Mapped { role, column: column.clone() })
        };
        Ok(Options {
            mapped: self.columns.iter().map(mapped).collect::<PyResult<_>>()?,
            order: self.dates.as_ref().map(|order| match order.as_str() {
                "mdy" => Order::MonthFirst,
                _ => Order::DayFirst,
            }),
            decimal: self.decimal.as_ref().map(|mark| match mark.as_str() {
                "comma" => Decimal::Comma,
                _ => Decimal::Point,
            }),
            sheet: self.sheet.clone(),
            apart: None,
            tolerated: self.tolerate,
        })
    }

    /// Reads, fits, tests.
    fn learn(
        self,
        options: &Options,
        cut: Option<Day>,
        words: Words<'_>,
        watch: &dyn Watch,
    ) -> Result<Calibrated, Broken> {
        let logs = self.read(options, words, watch)?;
        let cut = last_fitted(&logs.log, cut).map_err(Broken::Learn)?;
        let stopped = || watch.stopped();
        let learned = learn(&logs.log, cut, &stopped).map_err(Broken::Learn)?.ok_or(Broken::Stopped)?;
        let voice = self.voice(options, &logs.log, &learned)?;
        let today = ProgramToday::new(&logs.log, &learned, Stated::default()).map_err(Broken::Today)?;
        let file = self.logs.iter().map(|path| short(path)).collect::<Vec<_>>().join(", ");
        Ok(Calibrated {
            file,
            currency: self.currency.or_else(|| logs.currency.clone()),
            logs,
            learned,
            voice,
            today,
        })
    }

    /// Reads the logs one after the other.
    fn read(&self, options: &Options, words: Words<'_>, watch: &dyn Watch) -> Result<Logs, Broken> {
        let (mut reader, mut hash) = (Reader::new(options), Sha256::new());
        let (mut columns, mut encoding, mut aside) = (<[String; 3]>::default(), "", String::new());
        for path in &self.logs {
            let name = harmless(&path.display().to_string());
            let cannot = |why| Broken::File(path.clone(), why);
            let file = File::open(path).map_err(cannot)?;
            let size = file.metadata().map_err(cannot)?.len();
            watch.begin("megabytes", size / TICK + 1);
            let done = std::cell::Cell::new(0);
            let source = Hashed { file, hash: &mut hash, done: &done };
            let mut told = 0;
            let pause = &mut || {
                watch.tick(done.get() / TICK - told);
                told = done.get() / TICK;
                !watch.stopped()
            };
            let set_aside = &mut |row: &loyalsim::data::Aside<'_>| {
                aside += &report::aside_row(&name, row, self.anonymise, words);
            };
            let read = reader.read(source, set_aside, pause);
            let (survey, from) = read.map_err(|fault| of_data(&name, fault))?;
            (columns, encoding) = (survey.names().map(|name| harmless(&name)), from);
        }
        let currency = reader.currency().map(str::to_owned);
        let (log, told) = reader.finish().map_err(|fault| of_data("", fault))?;
        let hash = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Logs { log, told, hash, columns, encoding, currency, aside })
    }

    /// What customers and leavers say, where they were asked.
    fn voice(&self, options: &Options, log: &Log, learned: &Learned) -> Result<Voice, Broken> {
        let bytes = |path: &PathBuf| std::fs::read(path).map_err(|why| Broken::File(path.clone(), why));
        let fault = |path: &PathBuf| {
            let name = harmless(&path.display().to_string());
            move |fault| of_data(&name, fault)
        };
        let scores = |path: &PathBuf| Scores::read(bytes(path)?, options).map_err(fault(path));
        let reasons = |path: &PathBuf| {
            let meant = self.causes.as_ref().map(bytes).transpose()?;
            Reasons::read(bytes(path)?, meant, options).map_err(fault(path))
        };
        let scores = self.survey.as_ref().map(scores).transpose()?;
        let reasons = self.reasons.as_ref().map(reasons).transpose()?;
        let files =
            [(What::Survey, &self.survey), (What::Reasons, &self.reasons), (What::Causes, &self.causes)];
        let there = files.into_iter().filter_map(|(what, path)| Some((what, path.as_ref()?)));
        let given = there.map(|(what, path)| Ok(Given::new(what, short(path), &bytes(path)?)));
        Ok(Voice {
            nps: scores.map(|scores| Asked::new(&scores, log, &learned.shop)),
            causes: reasons.map(|reasons| causes(&reasons)),
            given: given.collect::<Result<_, Broken>>()?,
        })
    }
}

fn of_data(name: &str, fault: Fault) -> Broken {
    match fault {
        Fault::Stopped => Broken::Stopped,
        fault => Broken::Data(name.to_owned(), fault),
    }
}

/// The name of a file without its folder: it stands in what is handed on.
fn short(path: &Path) -> String {
    harmless(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

/// Bytes that are counted and hashed on their way.
struct Hashed<'h> {
    file: File,
    hash: &'h mut Sha256,
    done: &'h std::cell::Cell<u64>,
}

impl Read for Hashed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let got = self.file.read(buffer)?;
        self.hash.update(&buffer[..got]);
        self.done.set(self.done.get() + got as u64);
        Ok(got)
    }
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

    /// Rows set aside.
    fn aside(&self) -> &str {
        &self.logs.aside
    }

    /// A line for each customer in the order of the log.
    fn customers(&self, py: Python<'_>, weeks: f64, ids: bool) -> String {
        py.detach(|| report::customers_csv(&self.logs.log, &self.learned, weeks, ids))
    }
}
