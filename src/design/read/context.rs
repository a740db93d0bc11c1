//! What all readers share: the text, the register of numbers, and the problems found so far.

use crate::design::catalogue::{Catalogue, Key};
use crate::design::characters::first_that_acts;
use crate::design::fault::Fault;
use crate::design::numbers::{Number, NumberId, Numbers};
use crate::design::problem::{Problem, line_of};
use crate::units::YearMonth;
use std::ops::Range;

/// Problems kept; a file that is no design at all would have thousands.
const MOST_PROBLEMS: usize = 100;

/// The state of reading one design.
pub struct Context<'t> {
    text: &'t str,
    /// Every number read so far.
    pub numbers: Numbers,
    /// Problems found so far.
    pub problems: Vec<Problem>,
    /// How many problems were found after the list was full.
    pub more: usize,
    /// First month simulated.
    pub start: YearMonth,
    /// Months simulated; 0 as long as they are not known, and then no month is checked.
    pub horizon: usize,
    /// When the program that runs already was launched, while it is read: its months may lie before the first played.
    pub since: Option<YearMonth>,
    /// Numbers that stand in for what was refused or is missing: checks across keys leave them out.
    refused: Vec<NumberId>,
    /// Names of the segments, in order.
    pub segments: Vec<String>,
    /// Names of the product groups, in order.
    pub product_groups: Vec<String>,
    /// Names of the touchpoints, as soon as they are known.
    pub touchpoints: Vec<String>,
}

impl<'t> Context<'t> {
    /// Nothing read yet.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            numbers: Numbers::default(),
            problems: Vec::new(),
            more: 0,
            start: YearMonth::january(2000),
            horizon: 0,
            since: None,
            refused: Vec::new(),
            segments: Vec::new(),
            product_groups: Vec::new(),
            touchpoints: Vec::new(),
        }
    }

    /// Notes a fault at `span`.
    pub fn fault(&mut self, fault: Fault, span: &Range<usize>) {
        if self.problems.len() >= MOST_PROBLEMS {
            self.more += 1;
            return;
        }
        self.problems.push(Problem { fault, line: self.line(span), span: span.clone() });
    }

    /// Notes a fault if `text`, which stands at `path`, has a character that would act on the reader's terminal.
    pub fn readable(&mut self, path: &str, text: &str, span: &Range<usize>) {
        if let Some(character) = first_that_acts(text) {
            self.fault(Fault::control_character(path, character), span);
        }
    }

    /// The same for a name by which something is found: it has one line as well.
    pub fn one_line(&mut self, path: &str, name: &str, span: &Range<usize>) {
        match name.chars().find(|c| matches!(c, '\n' | '\t' | '\r')) {
            Some(character) => self.fault(Fault::control_character(path, character), span),
            None => self.readable(path, name, span),
        }
    }

    /// Whether further problems would be counted, but not kept.
    pub fn is_full(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS
    }

    /// The line of `span`, counted from 1.
    pub fn line(&self, span: &Range<usize>) -> usize {
        line_of(self.text, span.start)
    }

    /// The text at `span`, cut if it is long.
    pub fn written(&self, span: &Range<usize>) -> String {
        shortened(self.text.get(span.clone()).unwrap_or_default())
    }

    /// The catalogue's entry for a path that a reader asks for.
    pub fn key(&self, path: &str) -> &'static Key {
        let found = Catalogue::get().find_or_parent(path);
        debug_assert!(found.is_some(), "{path} is not in the catalogue");
        found.unwrap_or_else(|| &Catalogue::get().keys()[0])
    }

    /// Notes that `id` stands in for a number that was refused or is missing.
    pub fn refuse(&mut self, id: NumberId) {
        self.refused.push(id);
    }

    /// Whether all of these were read without a fault, so that they can be held against each other.
    pub fn are_sound(&self, ids: &[NumberId]) -> bool {
        !ids.iter().any(|id| self.refused.contains(id))
    }

    /// The central value of a number, for checks across keys.
    pub fn central(&self, id: NumberId) -> f64 {
        self.numbers[id].distribution.central()
    }

    /// Registers a number.
    pub fn register(&mut self, number: Number) -> NumberId {
        self.numbers.add(number)
    }

    /// The month `index` months after the start.
    pub fn month(&self, index: usize) -> YearMonth {
        self.start.plus(index as i32)
    }
}

/// `text`, with its end left out if it is long: messages must stay readable.
pub fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The one of `candidates` that `word` was probably meant to be.
pub fn meant<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const CLOSE: f64 = 0.75;
    if word.len() > 60 {
        return None;
    }
    let plain = word.to_lowercase().replace(['-', ' '], "_");
    candidates
        .map(|candidate| {
            (strsim::normalized_damerau_levenshtein(&plain, &candidate.to_lowercase()), candidate)
        })
        .map(|(likeness, candidate)| match candidate.contains(&plain) && plain.len() >= 4 {
            true => (likeness.max(CLOSE), candidate),
            false => (likeness, candidate),
        })
        .filter(|&(likeness, _)| likeness >= CLOSE - 0.1)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
