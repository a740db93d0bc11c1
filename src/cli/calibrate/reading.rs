//! Reads the logs that were given, quotes what cannot be read.

use crate::cli::failure::{Failure, reason};
use crate::cli::interrupt::Interrupt;
use crate::cli::log_args::{DateOrder, LogArgs, Mark};
use crate::cli::progress::Progress;
use crate::cli::terminal;
use loyalsim::data::amounts::Decimal;
use loyalsim::data::dates::Order;
use loyalsim::data::{
    AnswerFault, Aside, Fault, Kinds, Log, Members, Options, Period, Reader, Reasons, Scores, Survey, Told,
};
use loyalsim::design::Saying;
use loyalsim::fit::learn::Learned;
use loyalsim::fit::today::{ProgramToday, Stated};
use loyalsim::fit::voice::{Asked, CauseShare, Given, Voice, What, causes};
use loyalsim::report::{aside_row, reason_aside};
use loyalsim::units::Day;
use loyalsim::words::{Words, breakable, harmless};
use sha2::{Digest, Sha256};
use std::cell::Cell;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Rows quoted on the terminal.
const QUOTED: u64 = 10;
/// Bytes of a tick of the progress.
const TICK: u64 = 1 << 20;

/// What is in the logs.
pub struct Found {
    /// The files, as they are called.
    pub file: String,
    /// SHA-256 of all their bytes.
    pub hash: String,
    /// The purchases.
    pub log: Log,
    /// What reading has shown.
    pub told: Told,
    /// Names of the columns of customer, date and amount.
    pub columns: [String; 3],
    /// The encoding of the last file.
    pub encoding: &'static str,
    /// The currency that stands in the log.
    pub currency: Option<String>,
    /// By what customers are told apart, and how many a group has at least, where that is asked for.
    pub apart: Option<(Kinds, u64)>,
    /// Promotions and programs that are declared.
    pub periods: Vec<Period>,
    /// Since when each customer is a member, where a table tells and promotions are declared.
    pub members: Option<Vec<Option<Day>>>,
    /// Rows set aside, as CSV; empty if there are none.
    pub aside: String,
}

/// Reads all files.
pub fn read(args: &LogArgs, words: Words<'static>, interrupt: &Interrupt) -> Result<Found, Failure> {
    let options = options(args);
    let (mut reader, mut hash) = (Reader::new(&options), Sha256::new());
    let (mut columns, mut encoding, mut head) = (<[String; 3]>::default(), "", Vec::new());
    let mut aside = SetAside { args, words, text: String::new(), quoted: 0 };
    for path in &args.data {
        let name = harmless(&path.display().to_string());
        let source = Watched { file: open(path, &name)?, hash: &mut hash, done: &Cell::new(0) };
        let (survey, from) = one(source, &name, &mut reader, &mut aside, interrupt)?;
        columns = survey.names().map(|name| harmless(&name));
        head = survey.head;
        encoding = from;
    }
    let file = args.data.iter().map(|path| short(path)).collect::<Vec<_>>().join(", ");
    let currency = reader.currency().map(str::to_owned);
    let in_log = reader.kinds().map_err(|fault| refused(&file, &fault))?;
    let apart = apart(args, in_log, &head)?;
    let (log, told) = reader.finish().map_err(|fault| refused(&file, &fault))?;
    let (periods, members) = periods(args, &log)?;
    let hash = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Found {
        file,
        hash,
        log,
        told,
        columns,
        encoding,
        currency,
        apart,
        periods,
        members,
        aside: aside.text,
    })
}

/// Since when each customer of a log is a member.
type Since = Vec<Option<Day>>;

/// Promotions and programs that are declared, and since when each customer of the log is a member, where a table tells.
fn periods(args: &LogArgs, log: &Log) -> Result<(Vec<Period>, Option<Since>), Failure> {
    let Some(path) = &args.periods else { return Ok((Vec::new(), None)) };
    let name = harmless(&path.display().to_string());
    let periods = Period::read(bytes(path)?, &options(args)).map_err(|fault| refused(&name, &fault))?;
    let (table, first) = (members(args)?, log.span().map(|(first, _)| first));
    let since = |table: &Members, who: &str| {
        let member = table.all.get(who).filter(|member| member.is)?;
        member.since.or(first)
    };
    let of = |table: Members| log.customers.iter().map(|customer| since(&table, &customer.id)).collect();
    Ok((periods, table.map(of)))
}

/// By what customers are told apart: a column of the table of customers, or else of the log, whose `head` is told where there is none.
fn apart(args: &LogArgs, in_log: Option<Kinds>, head: &[String]) -> Result<Option<(Kinds, u64)>, Failure> {
    let Some(column) = &args.segment_by else { return Ok(None) };
    let in_table = args.customers.as_deref().map(|path| {
        let name = harmless(&path.display().to_string());
        Kinds::of_table(bytes(path)?, column, &options(args)).map_err(|fault| refused(&name, &fault))
    });
    match in_table.transpose()?.flatten().or(in_log) {
        Some(kinds) => Ok(Some((kinds, args.segment_least))),
        None => {
            let columns = head.iter().map(|name| harmless(name.trim())).collect();
            let fault = Fault::NoSuchColumn { column: column.clone(), columns };
            let path = args.customers.as_deref().or(args.data.first().map(PathBuf::as_path));
            Err(refused(&path.map(short).unwrap_or_default(), &fault))
        }
    }
}

/// Reads one file, with progress.
fn one(
    source: Watched<'_>,
    name: &str,
    reader: &mut Reader<'_>,
    aside: &mut SetAside<'_>,
    interrupt: &Interrupt,
) -> Result<(Survey, &'static str), Failure> {
    let size = source.file.metadata().map_or(0, |facts| facts.len()) / TICK + 1;
    let progress = Progress::new(size, aside.args.quiet, aside.words).of_reading();
    progress.begin("megabytes", size);
    let (done, mut told) = (source.done, 0);
    let pause = &mut || {
        progress.tick(done.get() / TICK - told);
        told = done.get() / TICK;
        !interrupt.asked()
    };
    let aside = &mut |row: &Aside<'_>| aside.take(name, row);
    let read = reader.read(source, aside, pause);
    progress.finish();
    read.map_err(|fault| refused(name, &fault))
}

/// What customers and leavers say, where they were asked.
pub fn voice(args: &LogArgs, asked: impl Fn(&Scores) -> Asked) -> Result<Voice, Failure> {
    let options = options(args);
    let score = |path: &Path| -> Result<Asked, Failure> {
        let name = harmless(&path.display().to_string());
        let scores = Scores::read(bytes(path)?, &options).map_err(|fault| refused(&name, &fault))?;
        Ok(asked(&scores))
    };
    let told = |path: &Path| -> Result<Vec<CauseShare>, Failure> {
        let name = harmless(&path.display().to_string());
        let meant = args.causes.as_deref().map(bytes).transpose()?;
        let reasons = Reasons::read(bytes(path)?, meant, &options).map_err(|fault| refused(&name, &fault))?;
        Ok(causes(&reasons))
    };
    let files = [
        (What::Survey, &args.survey),
        (What::Reasons, &args.reasons),
        (What::Causes, &args.causes),
        (What::Customers, &args.customers),
    ];
    let there = files.into_iter().filter_map(|(what, path)| Some((what, path.as_deref()?)));
    let given = there.map(|(what, path)| Ok(Given::new(what, short(path), &bytes(path)?)));
    Ok(Voice {
        nps: args.survey.as_deref().map(score).transpose()?,
        causes: args.reasons.as_deref().map(told).transpose()?,
        given: given.collect::<Result<_, Failure>>()?,
    })
}

/// The program that runs already, where the log or a table of customers tells of one.
pub fn today(args: &LogArgs, found: &Found, learned: &Learned) -> Result<Option<ProgramToday>, Failure> {
    let table = members(args)?;
    let stated = Stated { members: table.as_ref(), since: args.program_since };
    let told = ProgramToday::new(&found.log, learned, stated);
    told.map_err(|fault| Failure::of_data(&found.file, fault.saying()))
}

/// Who is a member, where a table tells.
fn members(args: &LogArgs) -> Result<Option<Members>, Failure> {
    let Some(path) = args.customers.as_deref() else { return Ok(None) };
    let name = harmless(&path.display().to_string());
    match Members::read(bytes(path)?, &options(args)) {
        // a table that tells customers apart need not tell who is a member
        Err(Fault::Answers(AnswerFault::NoMembership { .. })) if args.segment_by.is_some() => Ok(None),
        read => read.map(Some).map_err(|fault| refused(&name, &fault)),
    }
}

/// All bytes of a file.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let name = harmless(&path.display().to_string());
    let mut bytes = Vec::new();
    let read = open(path, &name)?.read_to_end(&mut bytes);
    read.map_err(|e| refused(&name, &Fault::Source(e.to_string())))?;
    Ok(bytes)
}

/// What the user has stated.
pub fn options(args: &LogArgs) -> Options {
    Options {
        mapped: args.map.clone(),
        order: args.dates.map(|order| match order {
            DateOrder::Dmy => Order::DayFirst,
            DateOrder::Mdy => Order::MonthFirst,
        }),
        decimal: args.decimal.map(|mark| match mark {
            Mark::Point => Decimal::Point,
            Mark::Comma => Decimal::Comma,
        }),
        sheet: args.sheet.clone(),
        apart: args.segment_by.clone(),
        tolerated: args.tolerate,
    }
}

/// The name of a file without its folder: it stands in what is handed on.
pub fn short(path: &Path) -> String {
    harmless(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
}

fn open(path: &Path, name: &str) -> Result<File, Failure> {
    let of_file = |key: &'static str| Failure::Input(Saying::new(key).with("file", name));
    if path.is_dir() {
        return Err(of_file("failure-log-folder"));
    }
    File::open(path).map_err(|e| match e.kind() {
        ErrorKind::NotFound => of_file("failure-log-missing"),
        ErrorKind::PermissionDenied => of_file("failure-may-not-read"),
        _ => Failure::Input(Saying::new("failure-cannot-read").with("file", name).with("why", reason(&e))),
    })
}

/// Why data cannot be used.
pub fn refused(name: &str, fault: &Fault) -> Failure {
    match fault {
        Fault::Stopped => Failure::Interrupted,
        fault => Failure::of_data(name, fault.saying()),
    }
}

/// Bytes that are counted and hashed on their way.
struct Watched<'w> {
    file: File,
    hash: &'w mut Sha256,
    done: &'w Cell<u64>,
}

impl Read for Watched<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let got = self.file.read(buffer)?;
        self.hash.update(&buffer[..got]);
        self.done.set(self.done.get() + got as u64);
        Ok(got)
    }
}

/// Rows that cannot be read: the first are quoted, all are kept.
struct SetAside<'a> {
    args: &'a LogArgs,
    words: Words<'static>,
    text: String,
    quoted: u64,
}

impl SetAside<'_> {
    fn take(&mut self, file: &str, row: &Aside<'_>) {
        let why = reason_aside(self.words, row.reason);
        if self.quoted < QUOTED {
            self.quoted += 1;
            let cell = if row.cell.trim().is_empty() { "none" } else { row.cell };
            let arguments = [
                ("file", file.into()),
                ("line", row.line.into()),
                ("reason", why.as_str().into()),
                ("cell", cell.into()),
            ];
            terminal::warn(&breakable(&format!("{}\n", self.words.say("calibrate-quoted", &arguments))));
        }
        self.text += &aside_row(file, row, self.args.anonymise, self.words);
    }
}
