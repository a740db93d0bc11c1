//! Problems and warnings of a design: each with its line, all reported at once. `words` says them.

use super::fault::Fault;
use super::saying::{Arg, Saying};
use std::fmt;
use std::ops::Range;

/// A fault at its place in the text. [`fmt::Display`] writes it for logs; readers get [`crate::words::Words::problem`].
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// What is wrong.
    pub fault: Fault,
    /// Line in the text, counted from 1.
    pub line: usize,
    /// Byte range in the text.
    pub span: Range<usize>,
}

impl Problem {
    /// The code of the fault, for instance `design::range`.
    pub fn code(&self) -> String {
        self.fault.code()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault.what)
    }
}

impl std::error::Error for Problem {}

/// Something that can be simulated but is probably not meant, or not wise. What to do about it is the message `KEY-help`.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// What was noticed.
    pub what: Saying,
    /// Line in the text, counted from 1; `None` where nothing in the text says it.
    pub line: Option<usize>,
}

impl Warning {
    /// The code of the kind of warning, for instance `design::no_gain`.
    pub fn code(&self) -> String {
        self.what.code()
    }
}

/// All faults of a design, in the order of its lines. [`fmt::Display`] lists them for logs; readers get
/// [`crate::words::Words::problems`].
#[derive(Debug, Clone, PartialEq)]
pub struct Problems {
    problems: Vec<Problem>,
    more: usize,
    name: Option<String>,
    text: String,
}

impl Problems {
    /// Problems found in `text`, and how many `more` were left out.
    pub(super) fn new(mut problems: Vec<Problem>, more: usize, text: &str) -> Self {
        problems.sort_by_key(|problem| problem.span.start);
        Self { problems, more, name: None, text: text.to_owned() }
    }

    /// The same, with the name of the file they stand in.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..self }
    }

    /// The name of the file, if it has been given.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The text they stand in.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The problems in the order of the lines.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter()
    }

    /// What is wrong and what to do, to be said within a sentence.
    pub(crate) fn within_a_sentence(&self) -> Arg {
        let fault = |problem: &Problem| (problem.fault.what.clone(), problem.fault.remedy.clone());
        Arg::Faults(self.problems.iter().map(fault).collect())
    }

    /// How many problems were left out: a file that is no design at all would have thousands.
    pub fn more(&self) -> usize {
        self.more
    }

    /// How many problems there are, those left out included.
    pub fn count(&self) -> usize {
        self.problems.len() + self.more
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<String> = self.problems.iter().map(Problem::to_string).collect();
        f.write_str(&all.join("; "))
    }
}

impl std::error::Error for Problems {}

/// The line of byte `at` in `text`, counted from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count() + 1
}
