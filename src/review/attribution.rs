//! Which uncertain numbers the spread of a result comes from: a regression on the trials of the main run, nothing played again.

use super::lab::Played;
use crate::design::{Basis, Design, NumberId};
use crate::summary::{Scalar, VarianceSplit, interval};
use crate::units::{Money, Share};
use nalgebra::{DMatrix, DVector};

/// Of the variance simulated at least this much is taken as that of the business: less cannot be told from none.
const LEAST: f64 = 0.01;

/// A number and what it does to the present value.
#[derive(Debug, Clone, PartialEq)]
pub struct Driver {
    /// The number.
    pub number: NumberId,
    /// Share of the variance of the present value that it explains by itself, linearly.
    pub share: Share,
    /// Mean present value in the fifth of the trials in which the number is lowest.
    pub when_low: Money,
    /// The same where it is highest.
    pub when_high: Money,
}

/// The split of a variance.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Drivers, the strongest first; those that are not distinguishable from zero are left out.
    pub drivers: Vec<Driver>,
    /// Share of the variance by basis, in the order of [`Basis::ALL`].
    pub by_basis: [Share; 4],
    /// Share of events of the market.
    pub events: Share,
    /// Share of the luck of individual customers, as many as the business has.
    pub luck: Share,
    /// What is left: interplay, and what is not linear.
    pub rest: Share,
}

impl Attribution {
    /// Of what single numbers explain of the variance, the share of those that are commonly quoted or assumed, 0..=1.
    pub fn unmeasured(&self) -> f64 {
        let of = |wanted: &[Basis]| -> f64 {
            let parts = Basis::ALL.iter().zip(&self.by_basis);
            parts.filter(|(basis, _)| wanted.contains(basis)).map(|(_, share)| share.get()).sum()
        };
        let all = of(&Basis::ALL);
        if all > 0.0 { of(&[Basis::Folk, Basis::Assumed]) / all } else { 0.0 }
    }
}

/// Splits the variance of the present value among the uncertain numbers: ordinary least squares on standardised values, each squared
/// coefficient less the square of its standard error, which chance alone would give it.
pub fn attribute(design: &Design, run: &Played) -> Option<Attribution> {
    let effect = standard(&run.simulated(Scalar::Npv))?;
    let uncertain = uncertain(design, run);
    let (n, k) = (effect.len(), uncertain.len());
    if k == 0 || n < 2 * k + 20 {
        return None;
    }
    let x = DMatrix::from_fn(n, k, |row, column| uncertain[column].1[row]);
    let y = DVector::from_vec(effect);
    // A touch of ridge: shares that add up to 1 are collinear.
    let gram = x.transpose() * &x + DMatrix::identity(k, k) * (1e-6 * n as f64);
    let inverse = gram.try_inverse()?;
    let beta = &inverse * x.transpose() * &y;
    let residual = &y - &x * &beta;
    let noise = residual.norm_squared() / (n - k - 1) as f64;
    // of the variance of the business as it is, not as it is simulated
    let real = run.real_variance(Scalar::Npv).max(LEAST);
    let share = |i: usize| (beta[i] * beta[i] - noise * inverse[(i, i)]).max(0.0) / real;
    let mut drivers = Vec::new();
    let mut by_basis = [0.0; 4];
    for (i, (id, values)) in uncertain.iter().enumerate() {
        let clear = beta[i].abs() > 3.0 * (noise * inverse[(i, i)]).sqrt();
        if !clear {
            continue;
        }
        let basis = Basis::ALL.iter().position(|b| *b == design.numbers[*id].basis).unwrap_or(3);
        by_basis[basis] += share(i);
        let (when_low, when_high) = ends(values, &run.simulated(Scalar::Npv));
        drivers.push(Driver { number: *id, share: Share::new(share(i)), when_low, when_high });
    }
    drivers.sort_by(|a, b| b.share.total_cmp(&a.share));
    Some(beside_luck(drivers, by_basis, run.summary.variance))
}

/// The split with what the run says of events and luck. Both are known from few trials: where all together come to more than the whole,
/// they give way to the numbers within their own error (a 95 % interval), then the numbers give way to them.
fn beside_luck(drivers: Vec<Driver>, by_basis: [f64; 4], split: Option<VarianceSplit>) -> Attribution {
    let explained: f64 = by_basis.iter().sum();
    let mut over = explained - 1.0;
    let mut told = [0.0; 2];
    if let Some(split) = split {
        told = [split.events.get(), split.luck.get()];
        over += told[0] + told[1];
        for (share, error) in told.iter_mut().zip([split.events_error, split.error]) {
            let gives = over.min(interval::Z95 * error.get()).min(*share).max(0.0);
            *share -= gives;
            over -= gives;
        }
    }
    let most = (1.0 - told[0] - told[1]).max(0.0);
    let scale = if explained > most { most / explained } else { 1.0 };
    let scaled = |share: f64| Share::new(scale * share);
    Attribution {
        drivers: drivers.into_iter().map(|d| Driver { share: scaled(d.share.get()), ..d }).collect(),
        by_basis: by_basis.map(scaled),
        events: Share::new(told[0]),
        luck: Share::new(told[1]),
        rest: Share::new(most - scale * explained),
    }
}

/// The values of all uncertain numbers in the trials, standardised.
fn uncertain(design: &Design, run: &Played) -> Vec<(NumberId, Vec<f64>)> {
    let values = |at: usize| run.truths.iter().map(|truth| truth[at]).collect::<Vec<f64>>();
    let numbers = design.numbers.iter().enumerate();
    numbers.filter_map(|(at, (id, _))| Some((id, standard(&values(at))?))).collect()
}

/// Mean 0 and variance 1; `None` for a constant.
fn standard(values: &[f64]) -> Option<Vec<f64>> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let sd = (values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n).sqrt();
    (sd > 1e-12 * mean.abs().max(1e-300) && sd.is_finite())
        .then(|| values.iter().map(|v| (v - mean) / sd).collect())
}

/// Mean effect in the fifth of the trials with the lowest and with the highest values.
fn ends(values: &[f64], effect: &[f64]) -> (Money, Money) {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let fifth = (order.len() / 5).max(1);
    let mean = |part: &[usize]| Money::new(part.iter().map(|&i| effect[i]).sum::<f64>() / part.len() as f64);
    (mean(&order[..fifth]), mean(&order[order.len() - fifth..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of the variance, numbers explain `explained`, half of it one of them; events and luck are known with an error of 0.05 each.
    fn parts(explained: f64, events: f64, luck: f64) -> [f64; 5] {
        let [events, luck, error] = [events, luck, 0.05].map(Share::new);
        let ignorance = Share::new(0.0);
        let split = VarianceSplit { luck, events, ignorance, error, events_error: error, pairs: 9 };
        let id = Design::parse(&crate::design::starter("x")).unwrap().business.customers;
        let nothing = Money::new(0.0);
        let share = Share::new(explained / 2.0);
        let driver = Driver { number: id, share, when_low: nothing, when_high: nothing };
        let found = beside_luck(vec![driver], [explained / 2.0, explained / 2.0, 0.0, 0.0], Some(split));
        let all: f64 = found.by_basis.iter().map(|share| share.get()).sum();
        assert!((2.0 * found.drivers[0].share.get() - all).abs() < 1e-12, "a driver is part of its basis");
        [all, found.events.get(), found.luck.get(), found.rest.get(), found.unmeasured()]
    }

    #[test]
    fn shares_add_up_to_the_whole() {
        for [explained, events, luck] in [[0.5, 0.2, 0.1], [0.9, 0.15, 0.0], [1.2, 0.3, 0.3], [0.1, 0.5, 0.5]]
        {
            let [numbers, events, luck, rest, _] = parts(explained, events, luck);
            assert!((numbers + events + luck + rest - 1.0).abs() < 1e-12, "{explained} {events} {luck}");
        }
        assert_eq!(parts(0.5, 0.2, 0.1)[..3], [0.5, 0.2, 0.1], "what fits is as measured");
    }

    /// 0.9 and 0.15 are 0.05 too much, within what the events are known to: the numbers keep their share.
    #[test]
    fn events_that_few_trials_tell_of_do_not_explain_numbers_away() {
        let [numbers, events, ..] = parts(0.9, 0.15, 0.0);
        assert!((numbers - 0.9).abs() < 1e-12 && (events - 0.1).abs() < 1e-12);
        let [numbers, events, ..] = parts(0.9, 0.4, 0.0);
        assert!(
            (events - (0.4 - interval::Z95 * 0.05)).abs() < 1e-12 && (numbers + events - 1.0).abs() < 1e-12
        );
    }
}
