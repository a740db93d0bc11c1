//! Where the commands of decision analysis work: a folder for results, threads, a progress bar, an ear for Ctrl-C.

use super::decide_args::DeskArgs;
use super::failure::Failure;
use super::input::Source;
use super::interrupt::Interrupt;
use super::output::OutDir;
use super::values::Answers;
use super::{progress, terminal};
use indicatif::ProgressBar;
use loyalsim::charts::{self, NamedChart};
use loyalsim::decide::Watch;
use loyalsim::design::Saying;
use loyalsim::simulate::Settings;
use loyalsim::words::{Language, Words, breakable};
use rayon::ThreadPool;
use rayon::prelude::*;
use serde::Serialize;
use std::path::PathBuf;

/// Everything around the computation.
pub struct Desk<'a> {
    args: &'a DeskArgs,
    words: Words<'static>,
    out: OutDir,
    pool: ThreadPool,
    interrupt: Interrupt,
    bar: ProgressBar,
}

/// What a command has found, ready to be said and written.
pub struct Findings {
    /// For people.
    pub text: String,
    /// For programs: the name of the file and its content.
    pub json: (&'static str, String),
    /// More files by name.
    pub files: Vec<(String, String)>,
    /// The pictures.
    pub charts: Vec<NamedChart>,
    /// Whether the work was stopped before its end.
    pub partial: bool,
}

impl<'a> Desk<'a> {
    /// Makes ready to work on `source` with the command called `command`.
    pub fn open(
        args: &'a DeskArgs,
        source: &Source,
        command: &str,
        words: Words<'static>,
    ) -> Result<Self, Failure> {
        let usual = || PathBuf::from(super::run::OUT).join(format!("{}-{command}", source.stem));
        let out = OutDir::probe(&args.out.clone().unwrap_or_else(usual))?;
        Ok(Self {
            args,
            words,
            out,
            pool: super::run::pool(args.threads)?,
            interrupt: Interrupt::listen(words)?,
            bar: progress::bar(0, args.quiet, words),
        })
    }

    /// Seed and size.
    pub fn settings(&self) -> Settings {
        Settings { seed: self.args.seed, customers: self.args.customers as usize }
    }

    /// The language of answers and pictures.
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// The folder of the results.
    pub fn folder(&self) -> &std::path::Path {
        self.out.path()
    }

    /// Computes on the threads asked for.
    pub fn work<R: Send>(&self, work: impl FnOnce() -> R + Send) -> R {
        self.pool.install(work)
    }

    /// Says and writes what was found. `design-as-run.toml` and the like are among the files.
    pub fn finish(&self, findings: Findings) -> Result<(), Failure> {
        self.bar.finish_and_clear();
        let said = match self.args.format {
            Answers::Json => terminal::say(&findings.json.1),
            Answers::Text if self.args.quiet => Ok(()),
            Answers::Text => terminal::say(&findings.text),
        };
        let mut batch = self.out.batch();
        batch.add(findings.json.0, findings.json.1.as_bytes())?;
        for (name, text) in &findings.files {
            batch.add(name, text.as_bytes())?;
        }
        batch.commit()?;
        let pictures = if self.args.no_charts { 0 } else { self.draw(&findings.charts)? };
        said?;
        if !self.args.quiet && self.args.format == Answers::Text {
            let names =
                std::iter::once(findings.json.0).chain(findings.files.iter().map(|(name, _)| name.as_str()));
            terminal::say(&self.files(&names.collect::<Vec<_>>(), pictures))?;
        }
        if findings.partial && self.interrupt.asked() { Err(Failure::Interrupted) } else { Ok(()) }
    }

    /// The files by name with what is in them; of several of a kind the first and the last.
    fn files(&self, names: &[&str], pictures: usize) -> String {
        let words = self.words;
        let kind = |name: &str| name.replace('.', "_").replace(|c: char| c.is_ascii_digit() || c == '-', "");
        let mut rows: Vec<(String, String)> = Vec::new();
        for same in names.chunk_by(|a, b| kind(a) == kind(b)) {
            let shown = match same {
                [first, .., last] => format!("{first} … {last}"),
                _ => same.concat(),
            };
            rows.push((shown, words.name("file", &kind(same[0]))));
        }
        if pictures > 0 {
            rows.push(("charts/".to_owned(), words.say("run-file-charts", &[("count", pictures.into())])));
        }
        let wide = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let rows: Vec<_> =
            rows.into_iter().map(|(name, about)| format!("  {name:<wide$}  {about}\n")).collect();
        let place = words.say("run-files-where", &[("folder", self.out.path().display().to_string().into())]);
        breakable(&format!("\n{}\n{}\n{place}\n", words.say("run-files", &[]), rows.concat()))
    }

    fn draw(&self, pictures: &[NamedChart]) -> Result<usize, Failure> {
        let draw = |chart: &NamedChart| {
            let svg = charts::svg(&chart.chart);
            let png = charts::png(&svg).map_err(|e| {
                let what = Saying::new("failure-picture").with("name", chart.name);
                Failure::Runtime(what.with("why", e.to_string()))
            })?;
            Ok((chart.name, svg, png))
        };
        let drawn: Vec<_> =
            self.pool.install(|| pictures.par_iter().map(draw).collect::<Result<_, Failure>>())?;
        let mut batch = self.out.batch();
        for (name, svg, png) in &drawn {
            batch.add(&format!("charts/{name}.svg"), svg.as_bytes())?;
            batch.add(&format!("charts/{name}.png"), png)?;
        }
        batch.commit()?;
        Ok(drawn.len())
    }
}

impl Watch for Desk<'_> {
    fn begin(&self, what: &str, ticks: u64) {
        self.bar.set_length(ticks);
        self.bar.set_position(0);
        self.bar.set_message(self.words.name("progress", what));
        self.bar.reset_eta();
    }

    fn tick(&self, ticks: u64) {
        self.bar.inc(ticks);
    }

    fn stopped(&self) -> bool {
        self.interrupt.asked()
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
