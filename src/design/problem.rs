//! Problems and warnings of a design: each with its line, all reported at once.

use super::fault::Fault;
use miette::{Diagnostic, LabeledSpan, NamedSource, Severity, SourceCode};
use std::fmt::{self, Write};
use std::ops::Range;

/// A fault at its place in the text.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{fault}")]
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
        self.fault.code().map(|code| code.to_string()).unwrap_or_default()
    }

    /// What to do about it; empty if there is nothing to add.
    pub fn help(&self) -> String {
        self.fault.help().map(|help| help.to_string()).unwrap_or_default()
    }
}

impl Diagnostic for Problem {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.fault.code()
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.fault.help()
    }

    fn severity(&self) -> Option<Severity> {
        Some(Severity::Error)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new_with_span(Some("here".to_owned()), self.span.clone());
        Some(Box::new(std::iter::once(label)))
    }
}

/// Something that can be simulated but is probably not meant, or not wise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// A short name, for instance `design::above_margin`.
    pub code: &'static str,
    /// What was noticed.
    pub message: String,
    /// What to do about it.
    pub help: &'static str,
    /// Line in the text, counted from 1; `None` where nothing in the text says it.
    pub line: Option<usize>,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        write!(f, "{} ({})", self.message, self.help)
    }
}

/// All faults of a design, in the order of its lines.
#[derive(Debug, Clone, thiserror::Error)]
pub struct Problems {
    problems: Vec<Problem>,
    more: usize,
    text: NamedSource<String>,
}

impl Problems {
    /// Problems found in `text`, and how many `more` were left out.
    pub(super) fn new(mut problems: Vec<Problem>, more: usize, text: &str) -> Self {
        problems.sort_by_key(|problem| problem.span.start);
        Self { problems, more, text: NamedSource::new("design", text.to_owned()).with_language("toml") }
    }

    /// The same, with the name of the file they stand in.
    pub fn named(self, name: &str) -> Self {
        let text = NamedSource::new(name, self.text.inner().clone()).with_language("toml");
        Self { text, ..self }
    }

    /// The problems in the order of the lines.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter()
    }

    /// How many problems there are, those left out included.
    pub fn count(&self) -> usize {
        self.problems.len() + self.more
    }

    /// All problems as plain text without colours: file and line, what is wrong, and what to do about it.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        for problem in &self.problems {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{}:{}: {} [{}]", self.text.name(), problem.line, problem, problem.code());
            let help = problem.help();
            if !help.is_empty() {
                let _ = writeln!(text, "    {help}");
            }
        }
        if self.more > 0 {
            let _ = writeln!(text, "and {} more", self.more);
        }
        text
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count() {
            1 => f.write_str("the design has 1 problem"),
            n => write!(f, "the design has {n} problems"),
        }
    }
}

impl Diagnostic for Problems {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new("design"))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.text)
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        Some(Box::new(self.problems.iter().map(|problem| problem as &dyn Diagnostic)))
    }
}

/// The line of byte `at` in `text`, counted from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count() + 1
}
