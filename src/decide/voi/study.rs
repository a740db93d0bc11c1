//! What a study is worth: what it tells, what it costs, how large it should be.
//!
//! A study of size *n* measures a number *φ* as *φ + b + e*: *e* is its sampling error with variance *s*²(*n*), *b* what it gets
//! wrong whatever its size. With *σ* for what is unknown of *φ* today, it learns the part
//! *ρ*² = *σ*² / (*σ*² + *s*²(*n*) + *bias*²·*σ*²) of the variance; the decision is then taken on what is expected given that much (Gaussian
//! approximation: Jalal & Alarid-Escudero 2018; by moments: Heath, Manolopoulou & Baio 2018). The variance of one observation is
//!
//! - *E φ*(1 − *φ*) for what lies between 0 and 1 (binomial),
//! - 10⁴ (0.7 − (*φ*/100)²) for net promoter scores, if seven in ten answers are promoters or detractors,
//! - *φ* + (*spread*·*φ*)² for numbers of events (Poisson, with rates that differ between customers),
//! - (*spread*·*φ*)² for everything else,
//!
//! and the error of the study is that variance
//!
//! - over *n* for a survey or records,
//! - times 4 over *n* for an A/B test: two halves are compared,
//! - times 2·(*c* + (1 − *c*)/*k*) over *n* for a pilot of *n* stores beside *n* others, with *k* customers each and a part *c* of the variance
//!   between stores (Donner & Klar 2000),
//!
//! and for what is counted by the year, the single customer's part times 12/months in a pilot or A/B test.

use super::trials::{Trials, UncertainNumber};
use super::worth::{Amount, Flip, Known};
use crate::design::{Design, StudyKind};
use crate::units::{AnnualRate, Money, Months, Period, Share, Unit};
use serde::Serialize;
use std::collections::BTreeSet;

/// Sizes at which a study is looked at, from a tenth of the plan to the largest that could be had.
const SIZES: usize = 24;
/// Share of answers that are promoters or detractors.
const NOT_PASSIVE: f64 = 0.7;

/// A study to be judged.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedStudy {
    /// What it is called; empty for one that is proposed.
    pub name: String,
    /// How it finds out.
    pub kind: StudyKind,
    /// The numbers it informs, by their places among the columns.
    pub informs: Vec<usize>,
    /// Size planned.
    pub sample: u64,
    /// Largest size that could be had.
    pub largest: u64,
    /// Months for which it runs.
    pub months: u64,
    /// Months by which it puts off the decision.
    pub delay_months: u64,
    /// Cost whatever its size.
    pub cost: Money,
    /// Cost of one more of the sample.
    pub cost_per_unit: Money,
    /// Customers followed in each store of a pilot.
    pub customers_per_store: u64,
    /// Part of the variance between stores.
    pub between_stores: Share,
    /// Coefficient of variation between customers or cases.
    pub spread: f64,
    /// What it gets wrong whatever its size, as a part of what is unknown today.
    pub bias: Share,
    /// Whether it is a proposal and not from the design.
    pub proposed: bool,
}

/// Whether a study should be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is worth more than it costs, beyond the Monte Carlo error.
    Worthwhile,
    /// It is probably worth more than it costs.
    Perhaps,
    /// It costs more than it is worth.
    TooDear,
    /// Whatever it finds, the decision stays; or so many trials cannot tell.
    ChangesNothing,
}

/// A size of a study and what it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Sized {
    /// Size.
    pub sample: u64,
    /// What the study is worth: the expected value of sample information.
    pub worth: Amount,
    /// What it costs, the delay included.
    pub cost: Money,
    /// Worth less cost: the expected net benefit of sampling.
    pub net: Money,
}

/// When to stop asking.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stop {
    /// Path of the number.
    pub path: String,
    /// Where the decision flips: stop when the 90 % interval lies wholly above or below.
    pub flip: Flip,
    /// Half the width of the 90 % interval that the study is expected to leave.
    pub half_width: f64,
}

/// A study, judged. Amounts are in money of today.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judged {
    /// What it is called; empty for one that is proposed.
    pub name: String,
    /// How it finds out.
    pub kind: StudyKind,
    /// Whether it is a proposal and not from the design.
    pub proposed: bool,
    /// Paths of the uncertain numbers it informs.
    pub informs: Vec<String>,
    /// Months by which it puts off the decision.
    pub delay_months: u64,
    /// Months for which it runs.
    pub months: u64,
    /// What it would be worth to know its numbers exactly.
    pub knowing: Amount,
    /// As planned.
    pub planned: Sized,
    /// At the size that gains most; as planned if none gains anything.
    pub best: Sized,
    /// Whether it should be done, at its best size.
    pub verdict: Verdict,
    /// When to stop asking; `None` if no number of it flips the decision alone.
    pub stop: Option<Stop>,
    /// Worth, cost and gain over the size.
    pub curve: Vec<Sized>,
}

impl PlannedStudy {
    /// The plans of a design: of their numbers those that are uncertain.
    pub fn of_design(design: &Design, trials: &Trials) -> Vec<Self> {
        let plan = |study: &crate::design::Study| {
            let mut informs: Vec<usize> =
                study.informs.iter().filter_map(|id| trials.place_of(*id)).collect();
            informs.sort_unstable();
            informs.dedup();
            Self {
                name: study.name.clone(),
                kind: study.kind,
                informs,
                sample: study.sample,
                largest: study.largest_sample,
                months: study.months,
                delay_months: study.delay_months,
                cost: study.cost,
                cost_per_unit: study.cost_per_unit,
                customers_per_store: study.customers_per_store,
                between_stores: study.between_stores,
                spread: study.spread,
                bias: study.bias,
                proposed: false,
            }
        };
        design.studies.iter().map(plan).collect()
    }

    /// The correlation *ρ* between a number and what a study of size `sample` tells of it, 0 to 1.
    pub fn precision(&self, column: &UncertainNumber, sample: u64) -> f64 {
        let known = column.sd * column.sd;
        let wrong = self.error(column, sample as f64) + self.bias.get() * self.bias.get() * known;
        if known > 0.0 { libm::sqrt(known / (known + wrong)) } else { 0.0 }
    }

    /// Variance of the sampling error.
    fn error(&self, column: &UncertainNumber, sample: f64) -> f64 {
        let one = self.of_one(column);
        let year =
            if column.unit.period == Some(Period::Year) { 12.0 / self.months.max(1) as f64 } else { 1.0 };
        match self.kind {
            StudyKind::Survey | StudyKind::Records => one / sample,
            StudyKind::AbTest => 4.0 * one * year / sample,
            StudyKind::Pilot => {
                let within =
                    self.between_stores.complement().get() * year / self.customers_per_store.max(1) as f64;
                2.0 * one * (self.between_stores.get() + within) / sample
            }
        }
    }

    /// Variance of one observation.
    fn of_one(&self, column: &UncertainNumber) -> f64 {
        let n = column.sorted.len() as f64;
        let mean = |of: &dyn Fn(f64) -> f64| column.sorted.iter().map(|v| of(*v)).sum::<f64>() / n;
        let spread = self.spread * self.spread * mean(&|v| v * v);
        if column.range.min >= 0.0 && column.range.max <= 1.0 {
            mean(&|v| v * (1.0 - v))
        } else if column.unit.kind == Some(Unit::NpsPoints) {
            mean(&|v| 1e4 * (NOT_PASSIVE - v * v / 1e4).max(0.0))
        } else if is_count(column) {
            mean(&f64::abs) + spread
        } else {
            spread
        }
    }

    /// Cost at a size, without the delay.
    fn cost(&self, sample: u64) -> Money {
        self.cost + self.cost_per_unit * sample as f64
    }

    /// Sizes to look at, the plan among them.
    fn sizes(&self) -> BTreeSet<u64> {
        let (low, high) = ((self.sample as f64 / 10.0).max(1.0), self.largest.max(self.sample) as f64);
        let size = |i: usize| low * libm::pow(high / low, i as f64 / (SIZES - 1) as f64);
        (0..SIZES).map(|i| size(i).round() as u64).chain([self.sample]).collect()
    }
}

/// Purchases, visits, newcomers: numbers of events in a time.
fn is_count(column: &UncertainNumber) -> bool {
    matches!(column.unit.kind, Some(Unit::Count | Unit::Customers)) && column.unit.period.is_some()
}

/// Judges a plan. `known` are the fits on its numbers, `today` the mean benefit of the best choice, `capital` its cost. `flips` tells where the decision flips along a number.
pub fn judge(
    plan: &PlannedStudy,
    trials: &Trials,
    known: &Known,
    (today, capital): (Money, AnnualRate),
    flips: &dyn Fn(usize) -> Option<Flip>,
) -> Judged {
    let precisions = |sample: u64| -> Vec<f64> {
        known.places.iter().map(|place| plan.precision(&trials.columns[*place], sample)).collect()
    };
    let kept = capital.discount_factor(Months::new(plan.delay_months as f64));
    let sized = |sample: u64| {
        let worth = known.learnt(&precisions(sample));
        // All that is gained comes later by the delay.
        let cost = plan.cost(sample) + (today + worth.value) * (1.0 - kept);
        Sized { sample, worth, cost, net: worth.value - cost }
    };
    let curve: Vec<Sized> = plan.sizes().into_iter().map(sized).collect();
    let planned =
        curve.iter().find(|s| s.sample == plan.sample).copied().unwrap_or_else(|| sized(plan.sample));
    // A study that no size makes worthwhile is shown as it was planned.
    let best =
        curve.iter().fold(planned, |best, s| if s.net > best.net.max(Money::NONE) { *s } else { best });
    Judged {
        name: plan.name.clone(),
        kind: plan.kind,
        proposed: plan.proposed,
        informs: plan.informs.iter().map(|place| trials.columns[*place].path.clone()).collect(),
        delay_months: plan.delay_months,
        months: plan.months,
        knowing: known.exact(),
        planned,
        best,
        verdict: verdict(known, best),
        stop: stop(plan, trials, best, flips),
        curve,
    }
}

fn verdict(known: &Known, best: Sized) -> Verdict {
    match best {
        _ if !known.exact().clear => Verdict::ChangesNothing,
        Sized { worth, cost, .. } if worth.low > cost => Verdict::Worthwhile,
        Sized { net, .. } if net > Money::NONE => Verdict::Perhaps,
        _ => Verdict::TooDear,
    }
}

/// When to stop asking: of the first number informed that flips the decision alone.
fn stop(
    plan: &PlannedStudy,
    trials: &Trials,
    best: Sized,
    flips: &dyn Fn(usize) -> Option<Flip>,
) -> Option<Stop> {
    plan.informs.iter().find_map(|place| {
        let column = &trials.columns[*place];
        let precision = plan.precision(column, best.sample);
        let left = column.sd * libm::sqrt(1.0 - precision * precision);
        let half_width = crate::summary::interval::Z90 * left;
        Some(Stop { path: column.path.clone(), flip: flips(*place)?, half_width })
    })
}
