//! What one purchase brings in the months to come, and how far that may be off.

use super::receipts::Receipts;
use super::uncertainty::missed;
use crate::data::Log;
use crate::units::Day;

/// Receipts to come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Takings {
    /// The mean receipt.
    pub mean: f64,
    /// Half-width of its 90 % interval in logarithms, without luck: how far the same forecast missed on parts of the log.
    pub missed: f64,
    /// Standard deviation of single receipts over their mean.
    pub variation: f64,
}

impl Takings {
    /// By the forecast `mean`, tried on each of `cuts`; nothing without amounts.
    pub fn new(log: &Log, cuts: &[Day], until: Day, mean: impl Fn(Day) -> Option<f64>) -> Option<Self> {
        let receipts = Receipts::of(log, until)?;
        let miss = |cut: &Day| {
            let (forecast, actual) = (mean(*cut)?, actual(log, *cut, until)?);
            Some(libm::log(actual / forecast))
        };
        let misses: Vec<f64> = cuts.iter().filter_map(miss).collect();
        let spread = receipts.spread().unwrap_or(1.0);
        let variation = libm::sqrt(receipts.noise * receipts.noise + spread * spread);
        Some(Self { mean: mean(until)?, missed: missed(&misses), variation })
    }
}

/// The mean receipt after `cut` of those who were customers then.
fn actual(log: &Log, cut: Day, until: Day) -> Option<f64> {
    let known = log.customers.iter().filter(|c| c.purchases.first().is_some_and(|p| p.day <= cut));
    let after = known.flat_map(|customer| customer.purchases_between(cut, until));
    let (count, sum) = after.fold((0.0, 0.0), |(count, sum), purchase| (count + 1.0, sum + purchase.amount));
    (sum > 0.0).then(|| sum / count)
}
