//! What a program that runs already is worth in one trial: its going on, against its ending at the start.

use super::Scalar;
use super::effect::{Comparison, Numbers};
use super::ledger::{Ledger, ratio};
use super::prospect::redemption;
use super::terms::Terms;
use crate::simulate::{Line, Tally};

/// Months of the year after the end.
const YEAR: usize = 12;

/// Writes the numbers of a tally in which the program that runs already ends in the last world; others leave them undefined.
pub(super) fn worth(numbers: &mut Numbers, tally: &Tally, going_on: &Ledger, terms: &Terms) {
    let Some(world) = tally.ended() else { return };
    let ended = Ledger::of(tally, world);
    let months = YEAR.min(going_on.months());
    let Some(last) = months.checked_sub(1) else { return };
    let revenue = |ledger: &Ledger| -> f64 { (0..months).map(|t| ledger.month(t).net_revenue()).sum() };
    let (with, without) = (revenue(going_on), revenue(&ended));
    numbers.set(Scalar::TodayRevenue, with - without);
    numbers.set(Scalar::TodayRevenueShare, ratio(with - without, with));
    let there = |ledger: &Ledger| ledger.month(last).get(Line::Active);
    numbers.set(Scalar::TodayCustomers, there(going_on) - there(&ended));
    // the effect of ending it, with its sign turned
    let redemption = [0, world].map(|world| redemption(tally, world));
    let effect = Comparison { baseline: going_on, program: &ended, terms, redemption }.net_effect();
    numbers.set(Scalar::TodayProfit, -effect[last]);
    numbers.set(Scalar::TodayNetEffect, -effect.last().copied().unwrap_or(f64::NAN));
}
