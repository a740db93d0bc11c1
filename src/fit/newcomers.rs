//! First purchases in the months to come, and how far their number may be off.

use super::shop::{MONTH, joining};
use super::uncertainty::missed;
use crate::data::Log;
use crate::units::Day;

/// Days of a month in which first purchases are counted.
const DAYS: i32 = 30;

/// First purchases to come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Newcomers {
    /// How many a day.
    pub a_day: f64,
    /// Half-width of the 90 % interval in logarithms, without luck: how far the same pace missed on parts of the log.
    pub missed: f64,
    /// Standard deviation of single months, in logarithms, beyond luck.
    pub month: f64,
}

impl Newcomers {
    /// At the pace of the second half of the log, tried on each of `cuts`; nothing where nobody joins.
    pub fn new(log: &Log, cuts: &[Day], (from, until): (Day, Day)) -> Option<Self> {
        let pace = joining(log, (from, until)).0.value;
        let miss = |cut: &Day| {
            let forecast = joining(log, (from, *cut)).0.value / MONTH * f64::from(until.since(*cut));
            libm::log((joined(log, *cut, until) + 0.5) / (forecast + 0.5))
        };
        // the log begins somewhere: at first old customers look like new ones, and the pace falls as fewer of them are left
        let middle = from.plus(until.since(from) / 2);
        let change =
            libm::log((joined(log, middle, until) + 0.5) / (joined(log, from.plus(-1), middle) + 0.5));
        let misses: Vec<f64> = cuts.iter().map(miss).chain([change]).collect();
        (pace > 0.0).then(|| Self {
            a_day: pace / MONTH,
            missed: missed(&misses),
            month: noise(log, cuts.first().copied().unwrap_or(from), until),
        })
    }
}

/// First purchases after `from` up to the end of `until`.
pub fn joined(log: &Log, from: Day, until: Day) -> f64 {
    let firsts = log.customers.iter().filter_map(|customer| customer.purchases.first());
    firsts.filter(|purchase| purchase.day > from && purchase.day <= until).count() as f64
}

/// How months differ beyond the luck of a count.
fn noise(log: &Log, from: Day, until: Day) -> f64 {
    let months = until.since(from) / DAYS;
    if months < 3 {
        return 0.0;
    }
    let counts: Vec<f64> = (0..months)
        .map(|month| joined(log, from.plus(month * DAYS), from.plus((month + 1) * DAYS)))
        .collect();
    let mean = counts.iter().sum::<f64>() / counts.len() as f64;
    let square = counts.iter().map(|n| (n - mean) * (n - mean)).sum::<f64>() / (counts.len() as f64 - 1.0);
    if mean > 0.0 { libm::sqrt((square - mean).max(0.0)) / mean } else { 0.0 }
}
