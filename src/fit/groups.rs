//! Today's customers in groups that buy about equally often, each as a design describes a segment.
//!
//! What is known of a customer after his past is a Gamma distribution of his rate and a Beta distribution of his chance to leave. A group is
//! the mixture of those of its members, told by the Gamma and the Beta distribution with the same mean and variance.

use super::beta_geometric::BetaGeometric;
use super::customers::{Past, YEAR_WEEKS};

/// Groups by rate.
const PARTS: usize = 4;

/// A customer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Member {
    /// What he has done.
    pub past: Past,
    /// Mean receipt expected of him; 0 where the log has no amounts.
    pub basket: f64,
}

/// A group in the terms of a segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Least and largest rate of its members, in purchases a year, as far as one can tell from what they did.
    pub between: (f64, f64),
    /// Members in the log.
    pub people: u64,
    /// Members still active.
    pub active: f64,
    /// Purchases a year.
    pub rate: f64,
    /// Gamma shape of the rates.
    pub shape: f64,
    /// First shape of the Beta distribution of the chance to leave at a purchase.
    pub leave: f64,
    /// Second shape.
    pub stay: f64,
    /// Mean receipt; 0 where the log has no amounts.
    pub basket: f64,
}

impl Group {
    /// Purchases a year, purchase shape, and the two shapes of leaving.
    pub fn numbers(&self) -> [f64; 4] {
        [self.rate, self.shape, self.leave, self.stay]
    }
}

/// All groups under one set of parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// The groups, those who buy least often first.
    pub groups: Vec<Group>,
    /// Active customers in all.
    pub active: f64,
}

/// Which group each customer belongs to, and the rates that divide them.
#[derive(Debug, Clone, PartialEq)]
pub struct Bounds {
    of: Vec<usize>,
    between: Vec<(f64, f64)>,
}

impl Bounds {
    /// Which of the groups that have members each customer belongs to.
    pub fn members(&self) -> Vec<usize> {
        let is_there = |part: usize| self.of.contains(&part);
        let there: Vec<bool> = (0..PARTS).map(is_there).collect();
        let place = |part: usize| there[..part].iter().filter(|there| **there).count();
        self.of.iter().map(|part| place(*part)).collect()
    }
}

/// Divides customers by the rate expected of them into parts that make about equally many purchases.
pub fn members(all: &[Member], model: BetaGeometric, parameters: [f64; 4]) -> Bounds {
    let [r, alpha, ..] = parameters;
    let k = f64::from(model.regularity);
    let rate = |past: &Past| (r + k * f64::from(past.repeats)) / (alpha + past.age) / k * YEAR_WEEKS;
    let mut old: Vec<(f64, f64, usize)> = all
        .iter()
        .enumerate()
        .map(|(at, member)| {
            let rate = rate(&member.past);
            (rate, rate * model.active(&member.past, parameters), at)
        })
        .collect();
    old.sort_by(|a, b| a.0.total_cmp(&b.0));
    let made: f64 = old.iter().map(|(_, weight, _)| weight).sum();
    let (mut of, mut between, mut before) = (vec![0; all.len()], vec![(f64::INFINITY, 0.0f64); PARTS], 0.0);
    let mut last: Option<(f64, usize)> = None;
    for (rate, weight, at) in old {
        let part = ((before / made.max(f64::MIN_POSITIVE) * PARTS as f64) as usize).min(PARTS - 1);
        // who buys equally often stays together
        let part = last.filter(|(same, _)| *same == rate).map_or(part, |(_, part)| part);
        (of[at], last) = (part, Some((rate, part)));
        between[part] = (between[part].0.min(rate), between[part].1.max(rate));
        before += weight;
    }
    Bounds { of, between }
}

/// The groups under these parameters.
pub fn group(all: &[Member], bounds: &Bounds, model: BetaGeometric, parameters: [f64; 4]) -> Groups {
    let mut sums = [Sums::default(); PARTS];
    for (member, part) in all.iter().zip(&bounds.of) {
        sums[*part].add(member, model, parameters);
    }
    let active: f64 = sums.iter().map(|sums| sums.active).sum();
    let there = sums.iter().zip(&bounds.between).filter(|(sums, _)| sums.people > 0);
    let groups = there.map(|(sums, between)| sums.group(*between));
    Groups { groups: groups.collect(), active }
}

/// Sums over the members of a group, weighted by their chance to be active.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    people: u64,
    active: f64,
    rate: [f64; 2],
    leave: [f64; 2],
    spend: f64,
}

impl Sums {
    fn add(&mut self, member: &Member, model: BetaGeometric, parameters: [f64; 4]) {
        let [r, alpha, a, b] = parameters;
        let past = &member.past;
        let active = model.active(past, parameters);
        let k = f64::from(model.regularity);
        self.people += 1;
        self.active += active;
        for (phase, share) in model.phase_shares(past, parameters).into_iter().enumerate() {
            let (shape, scale) =
                (r + k * f64::from(past.repeats) + phase as f64, YEAR_WEEKS / (alpha + past.age) / k);
            self.rate[0] += active * share * shape * scale;
            self.rate[1] += active * share * shape * (shape + 1.0) * scale * scale;
            self.spend += active * share * shape * scale * member.basket;
        }
        let stay = b + f64::from(past.repeats) + if model.leaves_at_first { 1.0 } else { 0.0 };
        self.leave[0] += active * a / (a + stay);
        self.leave[1] += active * a * (a + 1.0) / ((a + stay) * (a + stay + 1.0));
    }

    /// The Gamma and Beta distributions with the mean and variance of the mixture.
    fn group(&self, between: (f64, f64)) -> Group {
        let mean = |sum: f64| sum / self.active;
        let [rate, square] = self.rate.map(mean);
        let [leave, leave_square] = self.leave.map(mean);
        let variance = (leave_square - leave * leave).max(leave * 1e-9);
        // a Beta distribution has less variance than the chances 0 and 1 alone
        let size = (leave * (1.0 - leave) / variance - 1.0).max(1e-3);
        Group {
            between,
            people: self.people,
            active: self.active,
            rate,
            shape: rate * rate / (square - rate * rate).max(rate * rate * 1e-3),
            leave: leave * size,
            stay: (1.0 - leave) * size,
            basket: self.spend / self.rate[0],
        }
    }
}

/// Share of the customers active today who are still active a year later.
pub fn retention(all: &[Member], model: BetaGeometric, parameters: [f64; 4]) -> f64 {
    let (mut active, mut staying) = (0.0, 0.0);
    for member in all {
        let weight = model.active(&member.past, parameters);
        active += weight;
        staying += weight * model.active_after(&member.past, parameters, YEAR_WEEKS);
    }
    staying / active
}

/// Of the purchases that a customer active today makes in a year, as many as somebody makes after his first purchase.
pub fn newcomer(all: &[Member], model: BetaGeometric, parameters: [f64; 4]) -> f64 {
    let new = Past { repeats: 0, recency: 0.0, age: 0.0, ln_gaps: 0.0 };
    let (mut active, mut made) = (0.0, 0.0);
    for member in all {
        active += model.active(&member.past, parameters);
        made += model.expected(&member.past, parameters, YEAR_WEEKS);
    }
    model.expected(&new, parameters, YEAR_WEEKS) * active / made
}
