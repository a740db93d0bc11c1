//! What is read for `calibrate`: transaction logs, tables of customers, of promotions and of cohorts, surveys and reasons.

use crate::error::{self, argument};
use crate::work::nothing_done;
use loyalsim::data::amounts::Decimal;
use loyalsim::data::dates::{self, Order};
use loyalsim::data::{
    AnswerFault, Assigned, ExperimentOptions, Fault, Kinds, Log, Mapped, Members, Options, Period, Reader,
    Reasons, Role, Scores, Told,
};
use loyalsim::decide::Watch;
use loyalsim::design::Saying;
use loyalsim::fit::experiment::{About, Experiment};
use loyalsim::fit::learn::LearnFault;
use loyalsim::fit::today::TodayFault;
use loyalsim::fit::voice::{Asked, Given, Voice, What, causes};
use loyalsim::report;
use loyalsim::units::{Day, YearMonth};
use loyalsim::words::{Words, harmless};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
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
    pub logs: Vec<PathBuf>,
    #[pyo3(item)]
    columns: Vec<(String, String)>,
    #[pyo3(item)]
    survey: Option<PathBuf>,
    #[pyo3(item)]
    reasons: Option<PathBuf>,
    #[pyo3(item)]
    causes: Option<PathBuf>,
    #[pyo3(item)]
    customers: Option<PathBuf>,
    #[pyo3(item)]
    periods: Option<PathBuf>,
    #[pyo3(item)]
    experiment: Option<PathBuf>,
    #[pyo3(item)]
    experiment_days: Option<u32>,
    #[pyo3(item)]
    experiment_messages: Option<f64>,
    #[pyo3(item)]
    experiment_control: Option<String>,
    #[pyo3(item)]
    experiment_arm: Option<String>,
    #[pyo3(item)]
    experiment_before: Vec<String>,
    #[pyo3(item)]
    program_since: Option<String>,
    #[pyo3(item)]
    segment_by: Option<String>,
    #[pyo3(item)]
    segment_least: u64,
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
    pub currency: Option<String>,
    #[pyo3(item)]
    anonymise: bool,
}

/// Why data say nothing.
pub enum Broken {
    Stopped,
    Data(String, Fault),
    Learn(LearnFault),
    Today(TodayFault),
    File(PathBuf, std::io::Error),
}

impl Broken {
    /// As an exception.
    pub fn raised(self, words: Words<'_>) -> PyErr {
        match self {
            Self::Stopped => nothing_done(),
            Self::Data(name, fault) => {
                let said =
                    Saying::new("failure-data").with("file", name.as_str()).with("fault", fault.saying());
                let help = words.help(&fault.saying()).map(|help| format!("\n  {help}")).unwrap_or_default();
                PyValueError::new_err(words.tell(&said) + &help)
            }
            Self::Learn(fault) => argument(&fault.saying(), words),
            Self::Today(fault) => argument(&fault.saying(), words),
            Self::File(file, why) => error::file(&file, &why),
        }
    }
}

/// What is in the logs.
pub struct Logs {
    pub log: Log,
    pub told: Told,
    pub hash: String,
    pub columns: [String; 3],
    pub encoding: &'static str,
    pub currency: Option<String>,
    pub aside: String,
    /// By what customers are told apart, and how many a group has at least.
    pub apart: Option<(Kinds, u64)>,
    /// Promotions and programs that are declared, and since when each customer is a member.
    pub periods: Vec<Period>,
    pub since: Option<Vec<Option<Day>>>,
    /// Who is a member.
    pub members: Option<Members>,
}

/// A day, as it is written.
fn day(text: &str) -> PyResult<Day> {
    let iso = text.len() == 10 && text.as_bytes()[4] == b'-';
    let day = if iso { dates::day(text, Order::DayFirst) } else { None };
    day.ok_or_else(|| PyValueError::new_err(format!("{text} is no day: write it as YYYY-MM-DD")))
}

/// A month, as it is written.
pub fn month(text: &str) -> PyResult<YearMonth> {
    text.parse().map_err(|_| PyValueError::new_err(format!("{text} is no month: write it as YYYY-MM")))
}

impl Data {
    /// The last day that is fitted in the test, where it is stated.
    pub fn cut(&self) -> PyResult<Option<Day>> {
        self.cut.as_deref().map(day).transpose()
    }

    /// The month in which the program was launched, where it is stated.
    pub fn launched(&self) -> PyResult<Option<YearMonth>> {
        self.program_since.as_deref().map(month).transpose()
    }

    /// What is stated about the logs.
    pub fn options(&self) -> PyResult<Options> {
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
            apart: self.segment_by.clone(),
            tolerated: self.tolerate,
        })
    }

    /// Reads the logs one after the other.
    pub fn read(&self, options: &Options, words: Words<'_>, watch: &dyn Watch) -> Result<Logs, Broken> {
        let (mut reader, mut hash) = (Reader::new(options), Sha256::new());
        let (mut columns, mut encoding, mut aside) = (<[String; 3]>::default(), "", String::new());
        let mut head = Vec::new();
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
            head = survey.head;
        }
        let currency = reader.currency().map(str::to_owned);
        let in_log = reader.kinds().map_err(|fault| of_data("", fault))?;
        let apart = self.apart(options, in_log, &head)?;
        let (log, told) = reader.finish().map_err(|fault| of_data("", fault))?;
        let members = self.members(options)?;
        let periods = self.periods.as_ref().map(|path| table(path, |bytes| Period::read(bytes, options)));
        let periods = periods.transpose()?.unwrap_or_default();
        let since = members.as_ref().filter(|_| self.periods.is_some()).map(|members| since(members, &log));
        let hash = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Logs { log, told, hash, columns, encoding, currency, aside, apart, periods, since, members })
    }

    /// By what customers are told apart: a column of the table of customers, or else of the logs, whose `head` is told where there is none.
    fn apart(
        &self,
        options: &Options,
        in_log: Option<Kinds>,
        head: &[String],
    ) -> Result<Option<(Kinds, u64)>, Broken> {
        let Some(column) = &self.segment_by else { return Ok(None) };
        let of = |path: &PathBuf| table(path, |bytes| Kinds::of_table(bytes, column, options));
        let in_table = self.customers.as_ref().map(of).transpose()?.flatten();
        if let Some(kinds) = in_table.or(in_log) {
            return Ok(Some((kinds, self.segment_least)));
        }
        let columns = head.iter().map(|name| harmless(name.trim())).collect();
        let path = self.customers.as_ref().or(self.logs.first());
        let name = path.map(|path| short(path)).unwrap_or_default();
        Err(of_data(&name, Fault::NoSuchColumn { column: column.clone(), columns }))
    }

    /// Who is a member, where a table tells.
    fn members(&self, options: &Options) -> Result<Option<Members>, Broken> {
        let Some(path) = &self.customers else { return Ok(None) };
        match table(path, |bytes| Members::read(bytes, options)) {
            // a table that tells customers apart need not tell who is a member
            Err(Broken::Data(_, Fault::Answers(AnswerFault::NoMembership { .. })))
                if self.segment_by.is_some() =>
            {
                Ok(None)
            }
            read => read.map(Some),
        }
    }

    /// What an experiment shows, with its file, where there was one.
    pub fn experiment(&self, options: &Options) -> Result<Option<(Experiment, Given)>, Broken> {
        let Some((path, days)) = self.experiment.as_ref().zip(self.experiment_days) else { return Ok(None) };
        let stated = ExperimentOptions {
            control: self.experiment_control.clone(),
            before: self.experiment_before.clone(),
        };
        let text = bytes(path)?;
        let given = Given::new(What::Experiment, short(path), &text);
        let about = About {
            file: given.file.clone(),
            hash: given.hash.clone(),
            days,
            messages: self.experiment_messages,
            arm: self.experiment_arm.clone(),
        };
        let assigned = Assigned::read(text, &stated, options);
        let found = assigned.and_then(|all| Experiment::new(&all, about).map_err(Fault::Experiment));
        let name = harmless(&path.display().to_string());
        Ok(Some((found.map_err(|fault| of_data(&name, fault))?, given)))
    }

    /// What customers and leavers say, where they were asked.
    pub fn voice(&self, options: &Options, asked: impl Fn(&Scores) -> Asked) -> Result<Voice, Broken> {
        let given = [
            (What::Survey, &self.survey),
            (What::Reasons, &self.reasons),
            (What::Causes, &self.causes),
            (What::Customers, &self.customers),
        ];
        voice(given, options, asked)
    }
}

/// What surveys and reasons say, by the files that were given.
pub fn voice(
    files: [(What, &Option<PathBuf>); 4],
    options: &Options,
    asked: impl Fn(&Scores) -> Asked,
) -> Result<Voice, Broken> {
    let [(_, survey), (_, reasons), (_, meant), _] = &files;
    let reasons = reasons.as_ref().map(|path| {
        let meant = meant.as_ref().map(bytes).transpose()?;
        table(path, |text| Reasons::read(text, meant, options))
    });
    let scores = survey.as_ref().map(|path| table(path, |text| Scores::read(text, options)));
    let there = files.iter().filter_map(|(what, path)| Some((*what, path.as_ref()?)));
    let given = there.map(|(what, path)| Ok(Given::new(what, short(path), &bytes(path)?)));
    Ok(Voice {
        given: given.collect::<Result<_, Broken>>()?,
        nps: scores.transpose()?.map(|scores| asked(&scores)),
        causes: reasons.transpose()?.map(|reasons| causes(&reasons)),
    })
}

/// All bytes of a file.
pub fn bytes(path: &PathBuf) -> Result<Vec<u8>, Broken> {
    std::fs::read(path).map_err(|why| Broken::File(path.clone(), why))
}

/// A table in a file.
pub fn table<T>(path: &PathBuf, read: impl FnOnce(Vec<u8>) -> Result<T, Fault>) -> Result<T, Broken> {
    let name = harmless(&path.display().to_string());
    read(bytes(path)?).map_err(|fault| of_data(&name, fault))
}

/// Since when each customer of the log is a member; from its first day, where no table tells the day.
fn since(members: &Members, log: &Log) -> Vec<Option<Day>> {
    let first = log.span().map(|(first, _)| first);
    let of = |who: &str| members.all.get(who).filter(|member| member.is)?.since.or(first);
    log.customers.iter().map(|customer| of(&customer.id)).collect()
}

fn of_data(name: &str, fault: Fault) -> Broken {
    match fault {
        Fault::Stopped => Broken::Stopped,
        fault => Broken::Data(name.to_owned(), fault),
    }
}

/// The name of a file without its folder: it stands in what is handed on.
pub fn short(path: &Path) -> String {
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
