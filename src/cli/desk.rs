//! Where the commands of decision analysis work: a folder for results, threads, a progress bar, an ear for Ctrl-C.

use super::decide_args::DeskArgs;
use super::effort::{self, Effort};
use super::failure::Failure;
use super::folder::{self, Draft, Folder};
use super::input::Source;
use super::interrupt::{Interrupt, Leaves};
use super::listing::{self, Listing};
use super::pool::pool;
use super::progress::Progress;
use super::session::{Rows, Session};
use super::share::Share;
use super::values::{Answers, Csv};
use super::{results, terminal};
use loyalsim::charts::NamedChart;
use loyalsim::decide::Watch;
use loyalsim::design::Design;
use loyalsim::report;
use loyalsim::simulate::Settings;
use loyalsim::summary::Outcome;
use loyalsim::summary::part::Nth;
use loyalsim::words::{Language, Words, breakable};
use rayon::ThreadPool;
use serde::Serialize;
use std::ops::Range;

/// Everything around the computation.
pub struct Desk<'a> {
    args: &'a DeskArgs,
    /// Customers simulated in each trial.
    customers: u64,
    words: Words<'static>,
    /// None where a part of the work is played, which is a file.
    folder: Option<Folder>,
    share: Share,
    pool: ThreadPool,
    interrupt: Interrupt,
    progress: Progress,
}

/// What a command has found, ready to be said and written.
pub struct Findings {
    /// For people.
    pub text: String,
    /// For programs: the name of the file and its content.
    pub json: (&'static str, String),
    /// More files by name.
    pub files: Vec<(String, String)>,
    /// Notes of the work by name, which may differ another time.
    pub notes: Vec<(String, Vec<u8>)>,
    /// The pictures.
    pub charts: Vec<NamedChart>,
    /// Whether the work was stopped before its end.
    pub partial: bool,
}

impl<'a> Desk<'a> {
    /// Makes ready to work on `source`, with as many customers as are `usual` where nobody says it.
    pub fn open(args: &'a DeskArgs, usual: u64, source: &Source, session: &Session) -> Result<Self, Failure> {
        Self::sharing(args, (usual, None), source, session)
    }

    /// The same for a part of the work.
    pub fn sharing(
        args: &'a DeskArgs,
        (usual, part): (u64, Option<Nth>),
        source: &Source,
        session: &Session,
    ) -> Result<Self, Failure> {
        let words = session.words;
        let folder = || folder::usual(source, Some(&session.asked.command), args.label.as_deref());
        Ok(Self {
            args,
            customers: args.customers.unwrap_or(usual),
            words,
            folder: match part {
                Some(_) => None,
                None => Some(Folder::open(&args.out.clone().unwrap_or_else(folder))?),
            },
            share: Share::new(part, session),
            pool: pool(args.threads)?,
            interrupt: Interrupt::listen(Leaves::Results, words)?,
            progress: Progress::new(0, args.quiet, words),
        })
    }

    /// Seed and size.
    pub fn settings(&self) -> Settings {
        Settings { seed: self.args.seed, customers: self.customers as usize }
    }

    /// Refuses what could not end: so many trials of each of `designs` designs or settings like this one.
    pub fn weigh(&self, design: &Design, trials: u64, designs: usize) -> Result<(), Failure> {
        let effort = Effort { customers: self.settings().customers, trials, designs: designs as u64 };
        effort::weigh(design, effort, self.words)
    }

    /// The language of answers and pictures.
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// The folder of the results.
    pub fn folder(&self) -> Result<&Folder, Failure> {
        self.folder.as_ref().ok_or(Failure::Interrupted)
    }

    /// Whether a part was asked for that is there already.
    pub fn has_part(&self, sources: &[&Source], session: &Session) -> Result<bool, Failure> {
        self.share.is_there((self.args, self.settings()), sources, session)
    }

    /// Writes what was played of a part, and returns whether a part was asked for.
    pub fn has_written_part(&self, sources: &[&Source], session: &Session) -> Result<bool, Failure> {
        self.progress.finish();
        self.share.write((self.args, self.settings()), sources, session)
    }

    /// Computes on the threads asked for.
    pub fn work<R: Send>(&self, work: impl FnOnce() -> R + Send) -> R {
        self.pool.install(work)
    }

    /// Says and writes what was found, with the designs that it was found of.
    pub fn finish(&self, findings: Findings, sources: &[&Source], session: &Session) -> Result<(), Failure> {
        self.progress.finish();
        let said = match self.args.format {
            Answers::Json => terminal::say(&findings.json.1),
            Answers::Text if self.args.quiet => Ok(()),
            Answers::Text => terminal::say(&findings.text),
        };
        let folder = self.folder()?;
        let mut draft = folder.draft()?;
        draft.add(findings.json.0, findings.json.1.as_bytes())?;
        let csv = |name: &str| if name.ends_with(".csv") { self.args.csv } else { Csv::Plain };
        for (name, text) in &findings.files {
            draft.add(name, &csv(name).bytes(text.clone(), self.language()))?;
        }
        self.add_workbook(&mut draft, &findings, sources)?;
        for (name, text) in &findings.notes {
            draft.add_once(name, text)?;
        }
        draft.add_designs(sources)?;
        let charts = if self.args.no_charts { &[][..] } else { &findings.charts };
        self.pool.install(|| results::add_pictures(&mut draft, charts))?;
        let replaced = draft.commit(session.origin(findings.partial))?;
        for (name, _) in &findings.notes {
            folder.forget(name);
        }
        listing::warn_of_kept(&replaced, self.words);
        said?;
        if !self.args.quiet && self.args.format == Answers::Text {
            let files = self.files(&findings, charts.len());
            terminal::say(&files.told(folder.path(), &replaced, self.words))?;
        }
        if findings.partial && self.interrupt.asked() { Err(Failure::Interrupted) } else { Ok(()) }
    }

    /// The tables as a workbook, where one is wanted.
    fn add_workbook(
        &self,
        draft: &mut Draft<'_>,
        findings: &Findings,
        of: &[&Source],
    ) -> Result<(), Failure> {
        let design = of.first().and_then(|source| Design::parse(&source.text).ok());
        let Some(design) = design.filter(|_| self.args.book.xlsx) else { return Ok(()) };
        let tables: Vec<_> =
            findings.files.iter().filter(|(name, _)| name.ends_with(".csv")).cloned().collect();
        results::add_workbook(draft, report::tables_workbook(&design, &tables, self.language()))
    }

    /// The files by name with what is in them; of several of a kind the first and the last.
    fn files(&self, findings: &Findings, pictures: usize) -> Listing {
        let words = self.words;
        let kind = |name: &str| name.replace('.', "_").replace(|c: char| c.is_ascii_digit() || c == '-', "");
        let names: Vec<&str> =
            std::iter::once(findings.json.0).chain(findings.files.iter().map(|(n, _)| n.as_str())).collect();
        let mut files = Listing::default();
        for same in names.chunk_by(|a, b| kind(a) == kind(b)) {
            let shown = match same {
                [first, .., last] => format!("{first} … {last}"),
                _ => same.concat(),
            };
            files.add(&shown, words.name("file", &kind(same[0])));
        }
        files.add(folder::DESIGN, words.say("run-file-design", &[]));
        if self.args.book.xlsx {
            files.add(results::WORKBOOK, words.say("run-file-workbook", &[]));
        }
        if pictures > 0 {
            files.add("charts/", words.say("run-file-charts", &[("count", pictures.into())]));
        }
        files
    }
}

impl Watch for Desk<'_> {
    fn begin(&self, what: &str, ticks: u64) {
        self.progress.begin(what, ticks);
    }

    fn tick(&self, ticks: u64) {
        self.progress.tick(ticks);
    }

    fn stopped(&self) -> bool {
        self.interrupt.asked() || self.share.is_done()
    }

    fn share(&self, rows: Range<u64>) -> Range<u64> {
        self.share.of(rows)
    }

    fn keep(&self, rows: Range<u64>, played: &[Vec<Outcome>]) {
        self.share.keep(rows.end, played);
    }

    fn played(&self, rows: u64, width: usize) -> Option<Rows> {
        self.share.take(rows, width)
    }
}

/// Indented JSON with a line break at the end.
pub fn json(value: &impl Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(value);
    text.map(|text| text + "\n").map_err(|e| Failure::unwritable("failure-json", &e))
}

/// Nothing was done before the user stopped.
pub fn nothing_done(words: Words<'_>) -> Failure {
    terminal::warn(&breakable(&format!("{}\n", words.say("progress-nothing-done", &[]))));
    Failure::Interrupted
}
