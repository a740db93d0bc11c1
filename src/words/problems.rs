//! Problems and warnings of a design, in a language: as plain text, and with the lines of the file underlined.

use super::tell::{harmless, masked};
use super::{Value, Words};
use crate::design::{Problem, Problems, Saying, Warning};
use miette::{Diagnostic, LabeledSpan, NamedSource, Severity, SourceCode};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A problem in words. It is a [`Diagnostic`] that shows its line; what to do stands in `help` and is printed by whoever prints the
/// problem, since miette itself introduces it in English only.
#[derive(Debug, Clone)]
pub struct ToldProblem {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
    /// A short name of the kind of problem, for instance `design::range`.
    pub code: String,
    span: Range<usize>,
    here: String,
    text: NamedSource<Arc<String>>,
}

impl Words<'_> {
    /// What is wrong, in a sentence without a full stop, and what to do about it.
    pub fn problem(self, problem: &Problem) -> (String, String) {
        self.fault(&problem.fault.what, problem.fault.remedy.as_ref())
    }

    fn fault(self, what: &Saying, remedy: Option<&Saying>) -> (String, String) {
        let help = remedy.map(|remedy| self.tell(remedy)).or_else(|| self.help(what));
        (self.tell(what), help.unwrap_or_default())
    }

    /// The problems one by one, each able to show its line.
    pub fn problems(self, problems: &Problems) -> Vec<ToldProblem> {
        let name = self.file(problems);
        let text = NamedSource::new(name, Arc::new(masked(problems.text()))).with_language("toml");
        let told = |problem: &Problem| {
            let (what, help) = self.problem(problem);
            let here = self.say("problem-here", &[]);
            ToldProblem {
                what,
                help,
                code: problem.code(),
                span: problem.span.clone(),
                here,
                text: text.clone(),
            }
        };
        problems.iter().map(told).collect()
    }

    /// All problems as plain text without colours: file and line, what is wrong, and what to do about it.
    pub fn plain_problems(self, problems: &Problems) -> String {
        let file = self.file(problems);
        let told = |problem: &Problem| {
            let (what, help) = self.problem(problem);
            let line = self.say(
                "problem-line",
                &[
                    ("file", file.as_str().into()),
                    ("line", problem.line.to_string().into()),
                    ("what", what.into()),
                    ("code", problem.code().into()),
                ],
            );
            format!("{line}\n    {help}\n")
        };
        let mut text: String = problems.iter().map(told).collect();
        if let Some(more) = self.more_problems(problems) {
            text = text + &more + "\n";
        }
        super::breakable(&text)
    }

    /// How many problems were left out, if any.
    pub fn more_problems(self, problems: &Problems) -> Option<String> {
        let more = self.say("problem-more", &[("count", problems.more().into())]);
        (problems.more() > 0).then(|| super::breakable(&more))
    }

    /// `the design has 2 problems`.
    pub fn count_of_problems(self, problems: &Problems) -> String {
        super::breakable(&self.say("problem-count", &[("count", problems.count().into())]))
    }

    /// A warning in a sentence, with its line and what to do about it.
    pub fn warning(self, warning: &Warning) -> String {
        let (what, help) = (self.tell(&warning.what), self.help(&warning.what).unwrap_or_default());
        let (what, help) = (("what", Value::Text(what)), ("help", Value::Text(help)));
        super::breakable(&match warning.line {
            Some(line) => self.say("check-at", &[("line", line.to_string().into()), what, help]),
            None => self.say("check-anywhere", &[what, help]),
        })
    }

    /// Faults within a sentence: what, and what to do, one after the other.
    pub(super) fn in_one_line(self, faults: &[(Saying, Option<Saying>)]) -> String {
        let told: Vec<String> = faults
            .iter()
            .map(|(what, remedy)| {
                let (what, help) = self.fault(what, remedy.as_ref());
                format!("{what} ({help})")
            })
            .collect();
        told.join("; ")
    }

    fn file(self, problems: &Problems) -> String {
        problems.name().map_or_else(|| self.say("problem-unnamed", &[]), harmless)
    }
}

impl fmt::Display for ToldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for ToldProblem {}

impl Diagnostic for ToldProblem {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.code))
    }

    fn severity(&self) -> Option<Severity> {
        Some(Severity::Error)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.text)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new_with_span(Some(self.here.clone()), self.span.clone());
        Some(Box::new(std::iter::once(label)))
    }
}
