//! The discount that customers take for granted, by the equations of the simulator: what of each month's depth is felt against it.
//!
//! Whether a customer bought in a month stands in the log, so that his reference follows without a guess, as soon as it is said how slowly it does. Two things of the simulator are left
//! out: the least discount that is noticed, and the lasting mark of a deep discount.

use super::customers::WEEK;
use crate::data::{Customer, Log};
use crate::design::{Catalogue, REPLACES, USED_UP};
use crate::units::{Day, YearMonth};

/// Customers whose references are followed; of more, evenly spread ones.
const MOST: usize = 5_000;
/// Months of a year, over which what passes is told from what lasts.
const YEAR: usize = 12;

/// Numbers of a design by which a discount is felt, where nobody has changed them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Senses {
    loss_aversion: f64,
    sensitisation: f64,
    brought_forward: f64,
}

impl Senses {
    /// As a design takes them unless it says otherwise.
    pub fn of_catalogue() -> Self {
        let usual = |path| Catalogue::get().usual(path);
        Self {
            loss_aversion: usual("behaviour.loss_aversion"),
            sensitisation: usual("behaviour.sensitisation"),
            brought_forward: usual("behaviour.brought_forward"),
        }
    }

    /// How much of a discount is felt by who takes `reference` for granted; times the price response it is the change of the logarithm of his rate.
    fn felt(&self, discount: f64, reference: f64) -> f64 {
        let beyond = discount - reference;
        let weighed = beyond.max(0.0) + self.loss_aversion * beyond.min(0.0);
        (1.0 + self.sensitisation * reference) * weighed
    }
}

/// A customer as the months of a log show him.
struct Buyer {
    /// The months of his first and last purchase.
    there: (usize, usize),
    /// Whether he bought in each month between.
    bought: Vec<bool>,
    /// Purchases that he is expected to make.
    rate: f64,
}

/// The months of a log: depths, what of them lasts, and who bought when.
pub struct Months<'d> {
    depths: &'d [f64],
    lasting: Vec<f64>,
    buyers: Vec<Buyer>,
    senses: Senses,
}

impl<'d> Months<'d> {
    /// Of a log from its month `begin` on; `rates` are shape and weeks of the rates of purchase.
    pub fn new(log: &Log, begin: YearMonth, depths: &'d [f64], rates: [f64; 2], senses: Senses) -> Self {
        let every = log.customers.len().div_ceil(MOST).max(1);
        let some = log.customers.iter().step_by(every);
        let buyers = some.filter_map(|customer| buyer(customer, begin, depths.len(), rates)).collect();
        Self { depths, lasting: lasting(depths), buyers, senses }
    }

    /// By how much the logarithm of each month's purchases changes, over the price response: on average over the purchases expected of customers who were there before and come
    /// again, less what they have bought ahead. `memory` is the share of the old reference left after a month with a purchase; a `price` response near the true one makes it exact.
    pub fn felt(&self, memory: f64, price: f64) -> Vec<f64> {
        let mut sums = vec![[0.0; 3]; self.depths.len()];
        self.buyers.iter().for_each(|buyer| self.follow(buyer, (memory, price), &mut sums));
        let mut stock: f64 = 0.0;
        let month = |[all, bought, ahead]: [f64; 3]| {
            let [bought, ahead] = if all > 0.0 { [bought / all, ahead / all] } else { [1.0, 0.0] };
            let used = (USED_UP * stock).min(REPLACES * bought);
            stock += ahead - used;
            libm::log(bought - used) / price
        };
        sums.into_iter().map(month).collect()
    }

    /// Adds up, by month, the purchases expected of a customer without discounts, those with them, and what of these is bought ahead.
    fn follow(&self, buyer: &Buyer, (memory, price): (f64, f64), sums: &mut [[f64; 3]]) {
        let (first, last) = buyer.there;
        let mut reference = self.brought(first);
        for month in first..=last {
            if month > first {
                let felt = self.senses.felt(self.depths[month], reference);
                let passing = felt - self.senses.felt(self.lasting[month], reference);
                let buys = buyer.rate * libm::exp(price * felt);
                let rushes = if passing > 0.0 { -libm::expm1(-price * passing) } else { 0.0 };
                for (sum, more) in sums[month].iter_mut().zip([
                    buyer.rate,
                    buys,
                    self.senses.brought_forward * buys * rushes,
                ]) {
                    *sum += more;
                }
            }
            if buyer.bought[month - first] {
                reference = memory * reference + (1.0 - memory) * self.lasting[month];
            }
        }
    }

    /// What a customer takes for granted who comes in this month: the usual discount of the year before, or, early in the log, what lasts.
    fn brought(&self, month: usize) -> f64 {
        let before = match month {
            YEAR.. => &self.depths[month - YEAR..month],
            _ => &self.lasting[..=month],
        };
        before.iter().sum::<f64>() / before.len() as f64
    }
}

fn buyer(customer: &Customer, begin: YearMonth, months: usize, [shape, weeks]: [f64; 2]) -> Option<Buyer> {
    let at = |day: Day| day.month().months_since(begin);
    let (first, last) = (customer.purchases.first()?.day, customer.purchases.last()?.day);
    let there = (at(first).max(0) as usize, at(last).min(months as i32 - 1));
    let there = (there.0, usize::try_from(there.1).ok().filter(|last| *last > there.0)?);
    let mut bought = vec![false; there.1 - there.0 + 1];
    for month in customer.purchases.iter().map(|purchase| at(purchase.day)) {
        let place = usize::try_from(month).ok().and_then(|month| month.checked_sub(there.0));
        place.and_then(|at| bought.get_mut(at)).into_iter().for_each(|bought| *bought = true);
    }
    let rate =
        (shape + customer.purchases.len() as f64 - 1.0) / (weeks + f64::from(last.since(first)) / WEEK);
    Some(Buyer { there, bought, rate })
}

/// What of each month's depth lasts: a layer of it as the square of the largest share of any twelve months around in which discounts are as deep.
pub fn lasting(depths: &[f64]) -> Vec<f64> {
    let mut layers = depths.to_vec();
    layers.sort_by(f64::total_cmp);
    layers.dedup();
    let share = |month: usize, depth: f64| {
        let begins = month.saturating_sub(YEAR - 1)..=month.min(depths.len().saturating_sub(YEAR));
        let deep = |from: usize| {
            let year = &depths[from..depths.len().min(from + YEAR)];
            year.iter().filter(|other| **other >= depth).count() as f64 / year.len() as f64
        };
        begins.map(deep).fold(0.0, f64::max)
    };
    let of = |(month, depth): (usize, &f64)| {
        let (mut lasts, mut below) = (0.0, 0.0);
        for layer in layers.iter().filter(|layer| **layer > 0.0 && *layer <= depth) {
            let often = share(month, *layer);
            lasts += (layer - below) * often * often;
            below = *layer;
        }
        lasts
    };
    depths.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the simulator has it: of a sale in two months of twelve a 36th lasts, of what is given from a month on all, of a sale on top of that its own part.
    #[test]
    fn what_lasts_is_told_from_what_passes() {
        let mut depths = vec![0.0; 24];
        depths[3] = 0.2;
        depths[9] = 0.2;
        let found = lasting(&depths);
        assert!((found[3] - 0.2 / 36.0).abs() < 1e-12 && found[4] == 0.0, "{found:?}");
        let mut depths = vec![0.1; 36];
        depths[..12].fill(0.0);
        depths[20] = 0.3;
        let found = lasting(&depths);
        assert!(found[11] == 0.0 && (found[12] - 0.1).abs() < 1e-12, "{found:?}");
        assert!((found[20] - (0.1 + 0.2 / 144.0)).abs() < 1e-12, "{found:?}");
    }

    /// Worked out by hand: who takes nothing for granted feels all of a lasting discount, then, having bought, what is left above half of it; after its end the
    /// loss, times 1.3 and 1 + the reference.
    #[test]
    fn references_follow_purchases() {
        let mut depths = vec![0.0; 36];
        depths[12..24].fill(0.1);
        let senses = Senses::of_catalogue();
        assert_eq!(senses, Senses { loss_aversion: 1.3, sensitisation: 1.0, brought_forward: 0.15 });
        let mut bought = vec![false; 36];
        bought[14] = true;
        bought[35] = true;
        let months = Months {
            depths: &depths,
            lasting: lasting(&depths),
            buyers: vec![Buyer { there: (0, 35), bought, rate: 2.0 }],
            senses,
        };
        let felt = months.felt(0.5, 1.4);
        for (month, by_hand) in [(11, 0.0), (12, 0.1), (14, 0.1), (15, 0.05 * 1.05), (24, -0.05 * 1.3 * 1.05)]
        {
            assert!((felt[month] - by_hand).abs() < 1e-12, "{month}: {felt:?}");
        }
    }

    /// Of what a sale sells more, 15 % is missing later, half of it in the next month.
    #[test]
    fn what_is_bought_ahead_is_missing_later() {
        let mut depths = vec![0.0; 24];
        depths[6] = 0.2;
        let months = Months {
            depths: &depths,
            lasting: lasting(&depths),
            buyers: vec![Buyer { there: (0, 23), bought: vec![true; 24], rate: 1.0 }],
            senses: Senses::of_catalogue(),
        };
        let felt = months.felt(1.0, 1.4);
        let more = 0.28_f64.exp() - (1.4 * 0.2 / 144.0_f64).exp();
        assert!((felt[6] - 0.2).abs() < 1e-12, "{felt:?}");
        assert!((felt[7] - (1.0 - 0.5 * 0.15 * more).ln() / 1.4).abs() < 1e-12, "{felt:?}");
        assert!((felt[8] - (1.0 - 0.25 * 0.15 * more).ln() / 1.4).abs() < 1e-12, "{felt:?}");
    }
}
