//! What models of purchases need to know of customers: how often, how recently, since when.

use crate::data::{Customer, Log};
use crate::units::Day;

/// What a customer has done up to a day: purchases of one day count as one. Time is in weeks.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Past {
    /// Repeat purchases: days with a purchase, less the first.
    pub repeats: u32,
    /// Weeks from the first purchase to the last; 0 without repeats.
    pub recency: f64,
    /// Weeks from the first purchase to the day of looking.
    pub age: f64,
    /// Sum of the logarithms of the weeks between purchases; tells how regular they are.
    pub ln_gaps: f64,
}

/// Days of a week, as a number.
pub const WEEK: f64 = 7.0;
/// Weeks of a year.
pub const YEAR_WEEKS: f64 = 365.25 / WEEK;

impl Past {
    /// The customer's past as it is known at the end of `until`; none before his first purchase.
    pub fn of(customer: &Customer, until: Day) -> Option<Self> {
        Self::timed(customer, until, |from, to| f64::from(to.since(from)) / WEEK)
    }

    /// The same by a clock that tells how many weeks lie between two days.
    pub fn timed(customer: &Customer, until: Day, weeks: impl Fn(Day, Day) -> f64) -> Option<Self> {
        let known = customer.purchases.partition_point(|purchase| purchase.day <= until);
        let days = &customer.purchases[..known];
        let (first, last) = (days.first()?.day, days.last()?.day);
        let gaps = days.windows(2).map(|pair| libm::log(weeks(pair[0].day, pair[1].day)));
        Some(Self {
            repeats: known as u32 - 1,
            recency: weeks(first, last),
            age: weeks(first, until),
            ln_gaps: gaps.sum(),
        })
    }
}

/// Customers with the same past, told once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pasts {
    cells: Vec<(Past, f64)>,
    customers: f64,
    ln_gaps: f64,
    most_repeats: u32,
}

impl Pasts {
    /// Brings customers with the same repeats, recency and age together; their gaps are needed as a sum only.
    pub fn new(mut all: Vec<Past>) -> Self {
        all.sort_unstable_by(|a, b| {
            let numbers = |past: &Past| (past.repeats, past.recency, past.age);
            numbers(a).partial_cmp(&numbers(b)).unwrap_or(std::cmp::Ordering::Equal)
        });
        let ln_gaps = all.iter().map(|past| past.ln_gaps).sum();
        let (customers, most_repeats) = (all.len() as f64, all.last().map_or(0, |past| past.repeats));
        let mut cells: Vec<(Past, f64)> = Vec::new();
        for past in all {
            let key = Past { ln_gaps: 0.0, ..past };
            match cells.last_mut() {
                Some((before, weight)) if *before == key => *weight += 1.0,
                _ => cells.push((key, 1.0)),
            }
        }
        Self { cells, customers, ln_gaps, most_repeats }
    }

    /// The customers of a log who had bought by the end of `known`, as they are known at the end of `until`.
    pub fn of(log: &Log, known: Day, until: Day) -> Self {
        let there = log.customers.iter().filter(|c| c.purchases.first().is_some_and(|p| p.day <= known));
        Self::new(there.filter_map(|customer| Past::of(customer, until)).collect())
    }

    /// The same customers told by other pasts.
    pub(super) fn told_by(&self, cells: Vec<(Past, f64)>) -> Self {
        Self { cells, ..*self }
    }

    /// Each different past and how many customers have it.
    pub fn cells(&self) -> &[(Past, f64)] {
        &self.cells
    }

    /// How many customers there are.
    pub fn customers(&self) -> f64 {
        self.customers
    }

    /// Sum over all customers of the logarithms of the weeks between purchases.
    pub fn ln_gaps(&self) -> f64 {
        self.ln_gaps
    }

    /// The most repeat purchases of a customer.
    pub fn most_repeats(&self) -> usize {
        self.most_repeats as usize
    }

    /// All repeat purchases.
    pub fn repeats(&self) -> f64 {
        self.cells.iter().map(|(past, weight)| f64::from(past.repeats) * weight).sum()
    }

    /// Weeks that all customers together have been observed since their first purchase.
    pub fn weeks(&self) -> f64 {
        self.cells.iter().map(|(past, weight)| past.age * weight).sum()
    }
}
