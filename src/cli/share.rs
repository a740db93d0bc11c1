//! Work of decision analysis that is shared between machines: which rows are played here, and what others have played.

use super::decide_args::DeskArgs;
use super::failure::Failure;
use super::folder;
use super::input::Source;
use super::part_file::{self, rows_about};
use super::session::{Asked, Rows, Session};
use super::terminal;
use loyalsim::design::Saying;
use loyalsim::simulate::Settings;
use loyalsim::summary::Outcome;
use loyalsim::summary::part::{Nth, RowsPart};
use loyalsim::words::breakable;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// What is played here.
#[derive(Debug)]
pub enum Share {
    /// All, but for what others have played.
    Whole(Mutex<Option<Rows>>),
    /// A part, and what it came to: how many rows there are in all, and those played.
    Part(Nth, Mutex<Option<(u64, Rows)>>),
}

impl Share {
    /// A part, or the whole with what the session has from others.
    pub fn new(part: Option<Nth>, session: &Session) -> Self {
        match part {
            Some(nth) => Self::Part(nth, Mutex::default()),
            None => Self::Whole(Mutex::new(open(&session.played).take())),
        }
    }

    /// Those of `rows` to play here.
    pub fn of(&self, rows: Range<u64>) -> Range<u64> {
        match self {
            Self::Whole(_) => rows,
            Self::Part(nth, _) => nth.range(rows.end),
        }
    }

    /// Keeps what has been played, if it is a part.
    pub fn keep(&self, rows: u64, played: &[Vec<Outcome>]) {
        if let Self::Part(_, heard) = self {
            *open(heard) = Some((rows, played.to_vec()));
        }
    }

    /// Takes what others have played, if it is what is asked for.
    pub fn take(&self, rows: u64, width: usize) -> Option<Rows> {
        let Self::Whole(played) = self else { return None };
        let fits = |played: &Rows| played.len() as u64 == rows && played.iter().all(|row| row.len() == width);
        open(played).take_if(|played| fits(played))
    }

    /// Whether nothing is left to do: a part is played.
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Part(_, heard) if open(heard).is_some())
    }

    /// Whether it is a part that is there already, which is said.
    pub fn is_there(
        &self,
        (args, settings): (&DeskArgs, Settings),
        sources: &[&Source],
        session: &Session,
    ) -> Result<bool, Failure> {
        let Self::Part(nth, _) = self else { return Ok(false) };
        let file = file(args, *nth, sources, session);
        let Ok(there) = part_file::head(&file) else { return Ok(false) };
        let trials = (there.of_trials, there.trials.clone());
        let wanted = rows_about((&told(&session.asked), &named(sources)), settings, trials, *nth);
        if there != wanted || part_file::read_rows(&file).is_err() {
            return Ok(false);
        }
        say("part-there", (*nth, &file), args, session).map(|()| true)
    }

    /// Writes the part, if it is one, and returns whether it is.
    pub fn write(
        &self,
        (args, settings): (&DeskArgs, Settings),
        sources: &[&Source],
        session: &Session,
    ) -> Result<bool, Failure> {
        let Self::Part(nth, heard) = self else { return Ok(false) };
        let Some((rows, played)) = open(heard).take() else { return Err(Failure::Interrupted) };
        if nth.of > rows {
            let said = Saying::new("part-many").with("of", nth.of.to_string());
            return Err(Failure::Input(said.with("trials", rows.to_string())));
        }
        let trials = nth.range(rows);
        if (played.len() as u64) < trials.end - trials.start {
            return Err(Failure::Interrupted);
        }
        let asked = told(&session.asked);
        let designs = named(sources);
        let about = rows_about((&asked, &designs), settings, (rows, trials), *nth);
        let file = file(args, *nth, sources, session);
        part_file::write(&file, RowsPart { about, asked, designs, rows: played }.write())?;
        say("part-written", (*nth, &file), args, session).map(|()| true)
    }
}

/// The designs as the user named them, and their texts.
fn named(sources: &[&Source]) -> Vec<(String, String)> {
    sources.iter().map(|source| (source.given.clone(), source.text.clone())).collect()
}

fn say(key: &str, (nth, file): (Nth, &Path), args: &DeskArgs, session: &Session) -> Result<(), Failure> {
    let told = [("part", nth.to_string().into()), ("file", file.display().to_string().into())];
    let line = session.words.say(key, &told);
    if args.quiet { Ok(()) } else { terminal::say(&breakable(&format!("{line}\n"))) }
}

/// A command and its options as a part tells them.
fn told(asked: &Asked) -> String {
    serde_json::json!({ "command": asked.command, "options": asked.options }).to_string()
}

/// Where a part is written to.
fn file(args: &DeskArgs, nth: Nth, sources: &[&Source], session: &Session) -> PathBuf {
    let name = format!("{}-of-{}.part", nth.part, nth.of);
    let folder = format!("{}-parts", session.asked.command);
    let usual = || sources.first().map(|source| folder::usual(source, Some(&folder), args.label.as_deref()));
    args.out.clone().unwrap_or_else(|| usual().unwrap_or_default().join(name))
}

fn open<T>(shut: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shut.lock().unwrap_or_else(PoisonError::into_inner)
}
