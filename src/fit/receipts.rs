//! What customers spend: the sizes of receipts, between customers and within one.

use super::gamma_gamma::{GammaGamma, Spending};
use super::maximise::{Estimate, maximise, refine};
use crate::data::{Customer, Log};
use crate::units::Day;

/// Where the search for parameters begins.
const STARTS: [[f64; 3]; 2] = [[2.0, 3.0, 1.0], [6.0, 4.0, 1.0]];
/// Customers with several receipts below whom nothing can be said.
const LEAST: usize = 20;
/// Customers whose receipts are enough for a search to begin with.
const ENOUGH: usize = 20_000;

/// Receipts of the customers of a log.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipts {
    /// How many there are.
    pub count: u64,
    /// Their mean.
    pub mean: f64,
    /// Gamma-Gamma, fitted to the repeat purchases of those who made some.
    pub model: Estimate<3>,
    /// How many customers it rests on.
    pub customers: usize,
    /// Variation of one customer's receipts: standard deviation over mean, of customers with two and more.
    pub noise: f64,
}

/// A customer's repeat purchases up to the end of `until`: the first one is left out, as it was what made him a customer.
pub fn repeats(customer: &Customer, until: Day) -> Option<Spending> {
    let known = customer.purchases.partition_point(|purchase| purchase.day <= until);
    let repeats = customer.purchases[..known].get(1..)?;
    let sum: f64 = repeats.iter().map(|purchase| purchase.amount).sum();
    let mean = sum / repeats.len() as f64;
    (!repeats.is_empty() && mean > 0.0).then_some(Spending { receipts: repeats.len() as u32, mean })
}

impl Receipts {
    /// Of all receipts up to the end of `until`; none where the log has no amounts, or too few customers with several.
    pub fn of(log: &Log, until: Day) -> Option<Self> {
        let all: Vec<&Customer> = log.customers.iter().collect();
        log.has_money.then(|| Self::of_some(&all, until)).flatten()
    }

    /// The same of some of the customers of a log with amounts.
    pub fn of_some(customers: &[&Customer], until: Day) -> Option<Self> {
        let spending: Vec<Spending> =
            customers.iter().filter_map(|customer| repeats(customer, until)).collect();
        if spending.len() < LEAST {
            return None;
        }
        let purchases = customers.iter().flat_map(|customer| &customer.purchases);
        let known = purchases.filter(|purchase| purchase.day <= until);
        let (count, sum) = known.fold((0, 0.0), |(count, sum), p| (count + 1, sum + p.amount));
        let typical = spending.iter().map(|s| s.mean).sum::<f64>() / spending.len() as f64;
        // the search is for receipts of about 1, whatever the currency
        let scaled: Vec<Spending> =
            spending.iter().map(|s| Spending { mean: s.mean / typical, ..*s }).collect();
        let mut model = fit(&scaled);
        model.parameters[2] *= typical;
        model.ln_likelihood -= spending.len() as f64 * libm::log(typical);
        let noise = noise(customers, until);
        Some(Self { count, mean: sum / count as f64, model, customers: spending.len(), noise })
    }

    /// Variation of customers' usual receipts: standard deviation over mean. With q of 2 or less the model has no variance.
    pub fn spread(&self) -> Option<f64> {
        let [_, q, _] = self.model.parameters;
        (q > 2.0).then(|| 1.0 / libm::sqrt(q - 2.0))
    }
}

/// Of very many customers every n-th leads near to the maximum; the last steps are by all.
fn fit(spending: &[Spending]) -> Estimate<3> {
    let step = spending.len().div_ceil(ENOUGH);
    if step < 2 {
        return maximise(&GammaGamma { customers: spending }, &STARTS);
    }
    let some: Vec<Spending> = spending.iter().step_by(step).copied().collect();
    let mut near = maximise(&GammaGamma { customers: &some }, &STARTS);
    let share = some.len() as f64 / spending.len() as f64;
    near.covariance = near.covariance.map(|row| row.map(|entry| entry * share));
    refine(&GammaGamma { customers: spending }, near)
}

/// One-way analysis of variance, customers with two and more receipts counting equally.
fn noise(customers: &[&Customer], until: Day) -> f64 {
    let (mut within, mut squares) = (0.0, 0.0);
    for customer in customers {
        let known = customer.purchases.partition_point(|purchase| purchase.day <= until);
        if known < 2 {
            continue;
        }
        let n = known as f64;
        let mean = customer.purchases[..known].iter().map(|p| p.amount).sum::<f64>() / n;
        let off = customer.purchases[..known].iter().map(|p| (p.amount - mean) * (p.amount - mean));
        let variance = off.sum::<f64>() / (n - 1.0);
        within += variance;
        squares += mean * mean - variance / n;
    }
    if squares > 0.0 { libm::sqrt(within / squares) } else { 0.0 }
}
