//! Forecasts that need no model: what any model has to beat.

use super::customers::WEEK;
use crate::data::Log;
use crate::units::Day;

/// Days of a quarter and of a year.
const QUARTER: i32 = 91;
const YEAR: i32 = 364;

/// A simple forecast of the purchases of customers known at the cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naive {
    /// As many as in the same number of days before the cut.
    LastWindow,
    /// At the pace of the last quarter before the cut.
    LastQuarter,
    /// As many as in the same days a year before, times the change of the quarter before the cut against a year before.
    LastYear,
}

/// All that the log is long enough for.
pub fn all(log: &Log, cut: Day, until: Day) -> Vec<(Naive, f64)> {
    let Some((from, _)) = log.span() else { return Vec::new() };
    let days = until.since(cut);
    let there = |begin: Day, end: Day| -> f64 {
        let known = log.customers.iter().filter(|c| c.purchases.first().is_some_and(|p| p.day <= cut));
        known.map(|customer| customer.purchases_between(begin, end).len()).sum::<usize>() as f64
    };
    let reaches = |begin: Day| begin >= from.plus(-1);
    let mut all = Vec::new();
    let window = cut.plus(-days);
    if reaches(window) {
        all.push((Naive::LastWindow, there(window, cut)));
    }
    let quarter = cut.plus(-QUARTER);
    if reaches(quarter) {
        let weeks = f64::from(QUARTER) / WEEK;
        all.push((Naive::LastQuarter, there(quarter, cut) / weeks * f64::from(days) / WEEK));
    }
    if reaches(quarter.plus(-YEAR)) && days <= YEAR {
        let (last, now) = (there(quarter.plus(-YEAR), cut.plus(-YEAR)), there(quarter, cut));
        if last > 0.0 {
            all.push((Naive::LastYear, there(cut.plus(-YEAR), until.plus(-YEAR)) * now / last));
        }
    }
    all
}
