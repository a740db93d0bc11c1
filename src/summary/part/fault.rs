//! Why parts cannot be read, or do not make a run.

use std::fmt;
use std::ops::Range;

use super::{Build, Nth};
use crate::design::{Arg, Saying};

/// What is wrong with a part, or with parts together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartFault {
    /// The file is no part at all.
    NotAPart,
    /// Written in a format that this version does not know.
    Format,
    /// Cut off or changed since it was written.
    Damaged,
    /// Made by another build.
    Build {
        /// The build that made it.
        theirs: Build,
        /// This build.
        own: Build,
    },
    /// Of another run than the first one.
    Other {
        /// Its file.
        file: String,
        /// The file of the first part.
        first: String,
        /// What differs.
        what: Difference,
    },
    /// Trials that two parts have in common.
    Twice {
        /// The file of the later one.
        file: String,
        /// The file of the earlier one.
        first: String,
        /// The trials.
        trials: Range<u64>,
    },
    /// Parts that are missing, as they were asked for.
    MissingParts(Vec<Nth>),
    /// Trials that are missing.
    MissingTrials(Vec<Range<u64>>),
}

/// In what two parts differ that should be of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Designs.
    Design,
    /// Commands, or their options.
    Options,
    /// Seeds: theirs, and that of the first part.
    Seed(u64, u64),
    /// Numbers of customers.
    Customers(u64, u64),
    /// Numbers of trials of the whole run.
    Trials(u64, u64),
    /// Sampling plans.
    Sampling,
}

impl PartFault {
    /// What to say.
    pub fn saying(&self) -> Saying {
        match self {
            Self::NotAPart => Saying::new("part-none"),
            Self::Format => Saying::new("part-format"),
            Self::Damaged => Saying::new("part-damaged"),
            Self::Build { theirs, own } => {
                Saying::new("part-build").with("theirs", told(theirs)).with("own", told(own))
            }
            Self::Other { file, first, what } => {
                let what = what.saying();
                Saying::new("part-other").with("file", file).with("first", first).with("what", what)
            }
            Self::Twice { file, first, trials } => {
                let said = Saying::new("part-twice").with("file", file).with("first", first);
                said.with("trials", written(trials))
            }
            Self::MissingParts(parts) => listed("part-missing", parts.iter().map(Nth::to_string)),
            Self::MissingTrials(ranges) => listed("part-missing-trials", ranges.iter().map(written)),
        }
    }
}

impl Difference {
    fn saying(self) -> Saying {
        let numbers = |key, theirs: u64, first: u64| {
            Saying::new(key).with("theirs", theirs.to_string()).with("first", first.to_string())
        };
        match self {
            Self::Design => Saying::new("part-other-design"),
            Self::Options => Saying::new("part-other-options"),
            Self::Seed(theirs, first) => numbers("part-other-seed", theirs, first),
            Self::Customers(theirs, first) => numbers("part-other-customers", theirs, first),
            Self::Trials(theirs, first) => numbers("part-other-trials", theirs, first),
            Self::Sampling => Saying::new("part-other-sampling"),
        }
    }
}

fn told(build: &Build) -> String {
    let Build { version, commit } = build;
    commit.as_ref().map_or_else(|| version.clone(), |commit| format!("{version} ({commit})"))
}

/// Numbers of trials as `trials.csv` has them.
fn written(trials: &Range<u64>) -> String {
    let last = trials.end.saturating_sub(1);
    if trials.start >= last { trials.start.to_string() } else { format!("{}–{last}", trials.start) }
}

/// The first of many, and how many there are.
fn listed(key: &'static str, all: impl ExactSizeIterator<Item = String>) -> Saying {
    const SHOWN: usize = 20;
    let count = all.len();
    let mut names: Vec<String> = all.take(SHOWN).collect();
    if count > SHOWN {
        names.push("…".to_owned());
    }
    Saying::new(key).with("count", count as u64).with("names", Arg::AllOf(names))
}

impl fmt::Display for PartFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.saying().fmt(f)
    }
}

impl std::error::Error for PartFault {}
