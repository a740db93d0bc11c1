//! An element of a program: what all kinds share.

use super::elements::{ElementKind, KindFacts, Variant};
use super::entitlement::Entitlement;
use super::numbers::NumberId;

/// An element of a program with what all elements share.
#[derive(Debug, Clone)]
pub struct Element {
    /// The path in the file, for instance `program.points[0]`.
    pub path: String,
    /// What readers call it; empty where its kind is its name.
    pub name: String,
    /// Segments that can use it, by index; empty means all.
    pub segments: Vec<usize>,
    /// Product groups that it is for, by index; empty means all.
    pub groups: Vec<usize>,
    /// First month it is active, counted from the start.
    pub from: usize,
    /// First month it is no longer active.
    pub until: usize,
    /// Money before it begins.
    pub setup_cost: NumberId,
    /// Money per active month.
    pub cost_per_month: NumberId,
    /// Money per person entitled and year.
    pub cost_per_member_per_year: NumberId,
    /// Money per purchase of those entitled.
    pub cost_per_use: NumberId,
    /// Share of its costs that partners pay.
    pub partners_pay: NumberId,
    /// Who is entitled to it.
    pub who: Entitlement,
    /// Calendar months in which it works, 1–12; empty means all.
    pub calendar: Vec<u8>,
    /// Its place in a rotation with others.
    pub turn: Option<Turn>,
    /// Its lot: what decides which customers it is for, where it is for a part of them.
    pub lot: usize,
    /// What it does.
    pub kind: ElementKind,
}

impl Element {
    /// What is true of its kind.
    pub fn facts(&self) -> &'static KindFacts {
        self.kind.facts()
    }

    /// What readers call it: its name, else the key of its kind.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { self.facts().key } else { &self.name }
    }

    /// Whether it is one of today's program that goes on as it is.
    pub fn is_of_today(&self) -> bool {
        self.path.starts_with("today.")
    }

    /// Whether it is of this kind.
    pub fn is<K: Variant>(&self) -> bool {
        K::of(&self.kind).is_some()
    }

    /// Its discounts, as shares of the price.
    pub fn discounts(&self) -> Vec<NumberId> {
        self.kind.discounts()
    }

    /// Whether customers of a segment, by its index, can use it.
    pub fn is_for(&self, segment: usize) -> bool {
        self.segments.is_empty() || self.segments.contains(&segment)
    }

    /// Whether it works in a month counted from the start, whose place in the year is `of_year` (1–12).
    pub fn works_in(&self, month: usize, of_year: u8) -> bool {
        (self.from..self.until).contains(&month) && self.is_due(month, of_year)
    }

    /// The same whenever it begins and ends.
    pub fn is_due(&self, month: usize, of_year: u8) -> bool {
        let in_calendar = self.calendar.is_empty() || self.calendar.contains(&of_year);
        in_calendar && self.turn.as_ref().is_none_or(|turn| turn.is_on(month))
    }
}

/// The place of an element in a rotation.
#[derive(Debug, Clone)]
pub struct Turn {
    /// Name of the rotation.
    pub rotation: String,
    /// Months of each turn.
    pub months: usize,
    /// First month of the first turn, counted from the start.
    pub first: usize,
    /// Months until its turn comes again.
    pub cycle: usize,
}

impl Turn {
    fn is_on(&self, month: usize) -> bool {
        month >= self.first && (month - self.first) % self.cycle.max(1) < self.months
    }
}
