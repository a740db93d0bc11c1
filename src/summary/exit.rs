//! What it costs to end a program, by the month in which it ends.

use serde::Serialize;

use super::effect::Comparison;
use super::ledger::Ledger;
use super::prospect;
use super::real_size::Shrink;
use super::terms::Terms;
use super::{Estimate, estimate};
use crate::design::{Design, Truth};
use crate::simulate::{Along, Line, Tally};
use crate::units::Unit;

/// What ending the program in one month comes to in one trial, or going on if `stop` is the horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ended {
    pub(super) net_effect: f64,
    pub(super) aftermath: f64,
    pub(super) points: f64,
    pub(super) active: f64,
}

impl Ended {
    fn less(self, other: Self) -> Self {
        Self {
            net_effect: self.net_effect - other.net_effect,
            aftermath: self.aftermath - other.aftermath,
            points: self.points - other.points,
            active: self.active - other.active,
        }
    }
}

/// One trial: the program that goes on, then an end in each of the months tried.
#[derive(Debug, Clone, PartialEq)]
pub struct ExitTrial {
    pub(super) ended: Vec<Ended>,
    /// By how much the luck that the sample has beyond the business's own moves each; empty where all customers are simulated.
    pub(super) excess: Vec<Ended>,
}

impl ExitTrial {
    /// Reads a tally of [`crate::simulate::Experiment::play_stops`] with the same `stops`.
    pub fn of(design: &Design, truth: &Truth, tally: &Tally, stops: &[usize]) -> Self {
        let terms = Terms::of(design, truth);
        let read = |tally: &Tally| ended(&terms, tally, stops);
        let lean = |by: f64| read(&tally.leaning(Along::Excess, by));
        let differ = || lean(0.5).into_iter().zip(lean(-0.5)).map(|(more, less)| more.less(less)).collect();
        Self { ended: read(tally), excess: if tally.is_sample() { differ() } else { Vec::new() } }
    }
}

fn ended(terms: &Terms, tally: &Tally, stops: &[usize]) -> Vec<Ended> {
    let baseline = Ledger::of(tally, 0);
    let months = std::iter::once(tally.months()).chain(stops.iter().copied());
    let ended = months.enumerate().map(|(k, stop)| {
        let program = Ledger::of(tally, k + 1);
        let redemption = [0, k + 1].map(|world| prospect::redemption(tally, world));
        let effect = Comparison { baseline: &baseline, program: &program, terms, redemption }.net_effect();
        let after =
            |month: usize| program.month(month).net_contribution() - baseline.month(month).net_contribution();
        let paid = |month: usize| program.month(month).get(Line::RewardCost);
        Ended {
            net_effect: effect.last().copied().unwrap_or(f64::NAN),
            aftermath: (stop..tally.months()).map(after).sum(),
            points: (stop..tally.months()).map(paid).sum(),
            active: program.last().map_or(f64::NAN, |row| row.get(Line::Active)),
        }
    });
    ended.collect()
}

/// What it costs to end the program, for every month tried. Serialised, it is part of `exit.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExitCurve {
    /// Net effect over the horizon of the program as it is designed, without an end of its own within the horizon.
    pub going_on: Estimate,
    /// Customers at the end of the horizon if it goes on.
    pub going_on_active: Estimate,
    /// The months tried.
    pub ends: Vec<ExitMonth>,
}

/// The end of the program in one month. Everything is counted up to the end of the horizon, on the same luck for every month.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExitMonth {
    /// First month without the program, counted from 0.
    pub stop: usize,
    /// The same on the calendar.
    pub month: String,
    /// Contribution lost after the end: what the business earns less from this month on than if there had never been a program, the payment of
    /// outstanding points included. Negative if it earns more.
    #[serde(rename = "exit_cost")]
    pub contribution_lost: Estimate,
    /// Of it, points paid out.
    pub points_paid: Estimate,
    /// Net effect over the horizon of a program that ends so.
    pub net_effect: Estimate,
    /// The same less that of going on, trial by trial: what ending it brings.
    pub against_going_on: Estimate,
    /// Customers at the end of the horizon less those if it goes on.
    pub customers: Estimate,
}

impl ExitCurve {
    /// The curve of trials in their order; every one must have been read with these `stops`.
    pub fn of(design: &Design, stops: &[usize], trials: &[ExitTrial]) -> Self {
        let estimate = |unit, number: &dyn Fn(&[Ended]) -> f64| {
            let values: Vec<f64> = trials.iter().map(|t| number(&t.ended)).collect();
            let excess = trials.iter().map(|t| if t.excess.is_empty() { 0.0 } else { number(&t.excess) });
            let shrink = Shrink::of(&values, &excess.collect::<Vec<_>>());
            estimate::of(&values, &shrink, unit, estimate::Grouping::USUAL)
        };
        let of = |k: usize, unit, number: fn(&Ended) -> f64| estimate(unit, &move |ended| number(&ended[k]));
        let change = |k: usize, unit, number: fn(&Ended) -> f64| {
            estimate(unit, &move |ended| number(&ended[k]) - number(&ended[0]))
        };
        let end = |(k, &stop): (usize, &usize)| ExitMonth {
            stop,
            month: design.start.plus(i32::try_from(stop).unwrap_or(i32::MAX)).to_string(),
            contribution_lost: of(k + 1, Unit::Money, |e| 0.0 - e.aftermath),
            points_paid: of(k + 1, Unit::Money, |e| e.points),
            net_effect: of(k + 1, Unit::Money, |e| e.net_effect),
            against_going_on: change(k + 1, Unit::Money, |e| e.net_effect),
            customers: change(k + 1, Unit::Customers, |e| e.active),
        };
        Self {
            going_on: of(0, Unit::Money, |e| e.net_effect),
            going_on_active: of(0, Unit::Customers, |e| e.active),
            ends: stops.iter().enumerate().map(end).collect(),
        }
    }

    /// The month in which ending it earns most beyond going on, if any earns more by over two Monte Carlo errors.
    pub fn best(&self) -> Option<&ExitMonth> {
        let gain = |end: &&ExitMonth| end.against_going_on.mean;
        let best = self.ends.iter().max_by(|a, b| gain(a).total_cmp(&gain(b)))?;
        (best.against_going_on.mean > 2.0 * best.against_going_on.mc_error).then_some(best)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_differ_number_by_number() {
        let one = Ended { net_effect: 9.0, aftermath: 8.0, points: 7.0, active: 6.0 };
        let other = Ended { net_effect: 1.0, aftermath: 3.0, points: 5.0, active: 2.0 };
        assert_eq!(one.less(other), Ended { net_effect: 8.0, aftermath: 5.0, points: 2.0, active: 4.0 });
    }
}
