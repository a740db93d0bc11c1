//! Everything that can be wrong with a design: what was found, what is allowed, what to do.

use super::saying::{Arg, Saying};
use crate::units::{Range, YearMonth};

/// One way to be wrong. What and remedy are messages of `problem.ftl`; the code follows from the key of the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// What was found, and what is allowed.
    pub what: Saying,
    /// What to do, where that depends on more than the kind of fault; else the message `KEY-help` says it.
    pub remedy: Option<Saying>,
}

impl Fault {
    /// The code of the kind of fault, for instance `design::range`.
    pub fn code(&self) -> String {
        self.what.code()
    }

    /// A fault whose remedy is always the same.
    fn plain(what: Saying) -> Self {
        Self { what, remedy: None }
    }

    fn new(what: Saying, remedy: Saying) -> Self {
        Self { what, remedy: Some(remedy) }
    }

    /// A fault of the value at `path`.
    fn at(key: &'static str, path: &str) -> Saying {
        Saying::new(key).with("path", path)
    }

    /// Not TOML: what the TOML reader says, and what was probably meant.
    pub(super) fn syntax(what: Saying, remedy: Saying) -> Self {
        Self::new(Saying::new("fault-syntax").with("what", what), remedy)
    }

    /// Nothing in it.
    pub(super) fn empty() -> Self {
        Self::plain(Saying::new("fault-empty"))
    }

    /// Far too long for a design: `size` bytes of at most `limit`.
    pub(super) fn too_long(size: usize, limit: usize) -> Self {
        Self::plain(Saying::new("fault-size").with("size", size).with("limit", limit))
    }

    /// A character that no text of a design may hold, for it would act on the reader's terminal.
    pub(super) fn control_character(path: &str, character: char) -> Self {
        let code = format!("U+{:04X}", u32::from(character));
        Self::plain(Self::at("fault-control-character", path).with("code", code))
    }

    /// A key that does not exist.
    pub(super) fn unknown_key(key: String, table: Saying, remedy: Saying) -> Self {
        Self::new(Saying::new("fault-unknown-key").with("key", key).with("table", table), remedy)
    }

    /// A key that must be there.
    pub(super) fn missing(path: &str, remedy: Saying) -> Self {
        Self::new(Self::at("fault-missing", path), remedy)
    }

    /// A text where a number belongs, and the like.
    pub(super) fn kind(path: &str, found: Saying, expected: Saying, remedy: Saying) -> Self {
        Self::new(Self::at("fault-kind", path).with("found", found).with("expected", expected), remedy)
    }

    /// A number that is none: `nan`, `inf`.
    pub(super) fn not_finite(path: &str, found: String, range: Range) -> Self {
        Self::plain(Self::at("fault-not-finite", path).with("found", found).with("range", range))
    }

    /// A number outside its bounds.
    pub(super) fn out_of_range(path: &str, found: f64, range: Range, remedy: Saying) -> Self {
        Self::new(Self::at("fault-range", path).with("found", found).with("range", range), remedy)
    }

    /// A table that is no form of number.
    pub(super) fn number_form(path: &str, reason: Saying) -> Self {
        Self::plain(Self::at("fault-number-form", path).with("reason", reason))
    }

    /// Numbers that contradict each other.
    pub(super) fn order(path: &str, reason: Saying, remedy: Saying) -> Self {
        Self::new(Self::at("fault-order", path).with("reason", reason), remedy)
    }

    /// A word that is not among those allowed.
    pub(super) fn choice(path: &str, found: String, allowed: Arg, remedy: Saying) -> Self {
        Self::new(Self::at("fault-choice", path).with("found", found).with("allowed", allowed), remedy)
    }

    /// Not a month.
    pub(super) fn month(path: &str, found: String) -> Self {
        Self::plain(Self::at("fault-month", path).with("found", found))
    }

    /// A month outside the time simulated.
    pub(super) fn outside_horizon(
        path: &str,
        found: YearMonth,
        (first, last): (YearMonth, YearMonth),
    ) -> Self {
        let what = Self::at("fault-horizon", path).with("found", found);
        Self::plain(what.with("first", first).with("last", last))
    }

    /// A launch before the start, where there is a place for programs that run already.
    pub(super) fn launched_before(
        path: &str,
        found: YearMonth,
        (first, last): (YearMonth, YearMonth),
    ) -> Self {
        let remedy = Saying::new("fix-launched-before").with("first", first).with("last", last);
        let what = Self::at("fault-horizon", path).with("found", found);
        Self::new(what.with("first", first).with("last", last), remedy)
    }

    /// A program that runs already, launched when nothing has run before.
    pub(super) fn not_before(path: &str, found: YearMonth, start: YearMonth) -> Self {
        Self::plain(Self::at("fault-not-before", path).with("found", found).with("start", start))
    }

    /// An end before its beginning.
    pub(super) fn reversed(end: (&str, YearMonth), begin: (&str, YearMonth)) -> Self {
        let what = Self::at("fault-reversed", end.0).with("found", end.1);
        Self::plain(what.with("earlier", begin.0).with("start", begin.1))
    }

    /// Shares that do not make a whole.
    pub(super) fn shares(what: Saying, sum: Arg, remedy: Saying) -> Self {
        Self::new(Saying::new("fault-shares").with("what", what).with("sum", sum), remedy)
    }

    /// Two things of one name.
    pub(super) fn duplicate(thing: Saying, name: String, first: usize) -> Self {
        let what = Saying::new("fault-duplicate").with("thing", thing);
        Self::plain(what.with("name", name).with("first", first.to_string()))
    }

    /// A list that is too long or too short.
    pub(super) fn count(path: &str, found: usize, (min, max): (usize, usize), remedy: Saying) -> Self {
        let what = Self::at("fault-count", path).with("found", found);
        Self::new(what.with("min", min).with("max", max), remedy)
    }

    /// A step that gives no more than the one before it.
    pub(super) fn bonus_falls(path: &str, found: f64, before: f64) -> Self {
        Self::plain(Self::at("fault-bonus-falls", path).with("found", found).with("before", before))
    }

    /// Steps that do not rise.
    pub(super) fn not_rising(path: &str, found: f64, before: f64) -> Self {
        Self::plain(Self::at("fault-not-rising", path).with("found", found).with("before", before))
    }

    /// A segment nobody has described.
    pub(super) fn unknown_segment(path: &str, found: String, remedy: Saying) -> Self {
        Self::new(Self::at("fault-unknown-segment", path).with("found", found), remedy)
    }

    /// A product group that the design does not describe.
    pub(super) fn unknown_group(path: &str, found: String, remedy: Saying) -> Self {
        Self::new(Self::at("fault-unknown-group", path).with("found", found), remedy)
    }

    /// A program that does nothing.
    pub(super) fn no_elements() -> Self {
        Self::plain(Saying::new("fault-no-elements"))
    }

    /// Two elements of a kind that only fits once: their paths, a month in which both work, a segment that can use both.
    pub(super) fn overlap(first: &str, second: &str, month: YearMonth, segment: &str) -> Self {
        let what = Saying::new("fault-overlap").with("first", first).with("second", second);
        Self::plain(what.with("month", month).with("segment", segment))
    }

    /// A key that an element of this kind cannot have.
    pub(super) fn not_here(path: &str, reason: Saying, remedy: Saying) -> Self {
        Self::new(Self::at("fault-not-here", path).with("reason", reason), remedy)
    }

    /// Points that are to be kept where there is no scheme to spend them in.
    pub(super) fn nowhere(path: &str) -> Self {
        Self::plain(Self::at("fault-points-nowhere", path))
    }

    /// Fewer tiers than there are today, and nothing said of what becomes of the others.
    pub(super) fn unmatched_tiers(path: &str, before: usize, after: usize) -> Self {
        Self::plain(Self::at("fault-tiers-unmatched", path).with("before", before).with("after", after))
    }

    /// A tier nobody has described.
    pub(super) fn unknown_tier(path: &str, found: String, remedy: Saying) -> Self {
        Self::new(Self::at("fault-unknown-tier", path).with("found", found), remedy)
    }

    /// An element that needs another one.
    pub(super) fn needs(path: &str, needs: Saying, remedy: Saying) -> Self {
        Self::new(Self::at("fault-needs", path).with("needs", needs), remedy)
    }

    /// Both of two keys that exclude each other.
    pub(super) fn both(table: Saying, one: &'static str, other: &'static str) -> Self {
        let what = Saying::new("fault-either-or").with("table", table);
        Self::plain(what.with("one", one).with("other", other))
    }

    /// A number that is not there.
    pub(super) fn unknown_number(path: &str, found: String, remedy: Saying) -> Self {
        Self::new(Self::at("fault-unknown-number", path).with("found", found), remedy)
    }

    /// The same goal twice.
    pub(super) fn goal_twice(goal: Saying, first: usize) -> Self {
        Self::plain(Saying::new("fault-goal-twice").with("goal", goal).with("first", first.to_string()))
    }

    /// A correlation that cannot be used.
    pub(super) fn correlation(pair: String, reason: Saying, remedy: Saying) -> Self {
        Self::new(Saying::new("fault-correlation").with("pair", pair).with("reason", reason), remedy)
    }

    /// Correlations that no numbers can have together; the first number that does not fit.
    pub(super) fn contradiction(path: &str) -> Self {
        Self::plain(Self::at("fault-correlations", path))
    }
}
