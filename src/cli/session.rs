//! What a command works with besides its options: the language, where designs come from, the day, and what it was asked.

use super::clock;
use super::folder::Origin;
use loyalsim::summary::Outcome;
use loyalsim::units::YearMonth;
use loyalsim::words::Words;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The surroundings of a command.
#[derive(Debug)]
pub struct Session {
    /// What it says, in the reader's language.
    pub words: Words<'static>,
    /// Where it reads designs.
    pub inputs: Inputs,
    /// The day its reports bear.
    pub today: Option<(YearMonth, u8)>,
    /// The command and its options, as a manifest tells them.
    pub asked: Asked,
    /// What other machines have played of its work.
    pub played: Mutex<Option<Rows>>,
}

/// Rows of the work of a command, each with an outcome for every design, setting or truth.
pub type Rows = Vec<Vec<Outcome>>;

/// A command and those of its options that make a difference to its files.
#[derive(Debug, Clone)]
pub struct Asked {
    pub command: String,
    pub options: serde_json::Value,
}

/// Where designs come from.
#[derive(Debug)]
pub enum Inputs {
    /// The disk and the standard input.
    Given,
    /// Copies kept with a result, by the path that was given for them.
    Kept(BTreeMap<PathBuf, Vec<u8>>),
}

impl Session {
    /// Of a command that the user has typed.
    pub fn new(words: Words<'static>, asked: Asked) -> Self {
        Self { words, inputs: Inputs::Given, today: clock::today(), asked, played: Mutex::default() }
    }

    /// How a result was made, for its manifest.
    pub fn origin(&self, partial: bool) -> Origin {
        Origin {
            command: self.asked.command.clone(),
            options: self.asked.options.clone(),
            language: self.words.language(),
            date: None,
            partial,
        }
    }

    /// The same for a result that bears the day's date.
    pub fn dated_origin(&self, partial: bool) -> Origin {
        let date = self.today.map(|(month, day)| format!("{month}-{day:02}"));
        Origin { date, ..self.origin(partial) }
    }
}

impl Inputs {
    /// The copy of the design that was given as `path`, if this is not the disk.
    pub fn kept(&self, path: &Path) -> Option<&[u8]> {
        match self {
            Self::Given => None,
            Self::Kept(copies) => copies.get(path).map(Vec::as_slice),
        }
    }
}
