//! Today's customers in groups, each as a design describes a segment: of those who buy about equally often, or of one kind.
//!
//! What is known of a customer after his past is a Gamma distribution of his rate and a Beta distribution of his chance to leave. A group is
//! the mixture of those of its members, told by the Gamma and the Beta distribution with the same mean and variance.

use super::beta_geometric::BetaGeometric;
use super::customers::{Past, YEAR_WEEKS};
use std::cmp::Ordering;

/// Groups by rate.
const PARTS: usize = 4;
/// Customers whose rates differ by less are one group.
const ALIKE: f64 = 1.05;
/// Customers who are enough for errors and for shares of those who stay.
const ENOUGH: usize = 40_000;

/// A customer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Member {
    /// What he has done.
    pub past: Past,
    /// Mean receipt expected of him; 0 where the log has no amounts.
    pub basket: f64,
    /// Which parameters are his, where kinds of customers are told apart; else 0.
    pub kind: usize,
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
        let mut there = vec![false; self.between.len()];
        self.of.iter().for_each(|part| there[*part] = true);
        let place = |part: usize| there[..part].iter().filter(|there| **there).count();
        self.of.iter().map(|part| place(*part)).collect()
    }
}

/// Groups of customers of one kind.
pub fn kinds(all: &[Member], model: BetaGeometric, parameters: &[[f64; 4]]) -> Bounds {
    let mut between = vec![(f64::INFINITY, 0.0f64); parameters.len()];
    for member in all {
        let (rate, ends) = (rate(&member.past, model, parameters[member.kind]), &mut between[member.kind]);
        *ends = (ends.0.min(rate), ends.1.max(rate));
    }
    Bounds { of: all.iter().map(|member| member.kind).collect(), between }
}

/// Purchases a year expected of a customer as long as he is active.
fn rate(past: &Past, model: BetaGeometric, [r, alpha, ..]: [f64; 4]) -> f64 {
    let k = f64::from(model.regularity);
    (r + k * f64::from(past.repeats)) / (alpha + past.age) / k * YEAR_WEEKS
}

/// Divides customers by the rate expected of them into parts that make about equally many purchases; where all buy alike there is one.
pub fn members(all: &[Member], model: BetaGeometric, parameters: [f64; 4]) -> Bounds {
    let mut old: Vec<(f64, f64, usize)> = all
        .iter()
        .enumerate()
        .map(|(at, member)| {
            let rate = rate(&member.past, model, parameters);
            (rate, rate * model.active(&member.past, parameters), at)
        })
        .collect();
    old.sort_by(|a, b| a.0.total_cmp(&b.0));
    if let [first, .., last] = &old[..]
        && last.0 < ALIKE * first.0
    {
        return Bounds { of: vec![0; all.len()], between: vec![(first.0, last.0)] };
    }
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

/// Some customers who stand for all where there are very many: of each group every n-th in the order of what they did.
pub fn some(all: &[Member], bounds: &Bounds) -> (Vec<Member>, Bounds) {
    let step = all.len() / ENOUGH;
    if step < 2 {
        return (all.to_vec(), bounds.clone());
    }
    let did = |at: &usize| (bounds.of[*at], all[*at].past.repeats, all[*at].past.recency, all[*at].past.age);
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_unstable_by(|a, b| did(a).partial_cmp(&did(b)).unwrap_or(Ordering::Equal));
    let parts = order.chunk_by(|a, b| bounds.of[*a] == bounds.of[*b]);
    // of a group of a few one at least
    let chosen = parts.flat_map(|part| part.iter().skip((step / 2).min(part.len() - 1)).step_by(step));
    let (members, of) = chosen.map(|at| (all[*at], bounds.of[*at])).unzip();
    (members, Bounds { of, between: bounds.between.clone() })
}

/// The groups under these parameters of each kind.
pub fn group(all: &[Member], bounds: &Bounds, model: BetaGeometric, parameters: &[[f64; 4]]) -> Groups {
    let mut sums = vec![Sums::default(); bounds.between.len()];
    for (member, part) in all.iter().zip(&bounds.of) {
        sums[*part].add(member, model, parameters[member.kind]);
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
pub fn retention(all: &[Member], model: BetaGeometric, parameters: &[[f64; 4]]) -> f64 {
    let (mut active, mut staying) = (0.0, 0.0);
    for member in all {
        let parameters = parameters[member.kind];
        let weight = model.active(&member.past, parameters);
        active += weight;
        staying += weight * model.active_after(&member.past, parameters, YEAR_WEEKS);
    }
    staying / active
}

/// Of the purchases that a customer active today makes in a year, as many as somebody makes after his first purchase; of each kind as many
/// come as there are in the log.
pub fn newcomer(all: &[Member], model: BetaGeometric, parameters: &[[f64; 4]]) -> f64 {
    let new = Past { repeats: 0, recency: 0.0, age: 0.0, ln_gaps: 0.0 };
    let (mut active, mut made, mut people) = (0.0, 0.0, vec![0.0; parameters.len()]);
    for member in all {
        let parameters = parameters[member.kind];
        active += model.active(&member.past, parameters);
        made += model.expected(&member.past, parameters, YEAR_WEEKS);
        people[member.kind] += 1.0;
    }
    let of_kind = |(kind, people): (&[f64; 4], f64)| {
        model.expected(&new, *kind, YEAR_WEEKS) * (people / all.len() as f64)
    };
    parameters.iter().zip(people).map(of_kind).sum::<f64>() * active / made
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four groups of customers who all buy alike would be four times the same; where they differ there are four.
    #[test]
    fn customers_who_buy_alike_are_one_group() {
        let past = |at: u32| Past { repeats: at % 9, recency: 20.0, age: 30.0, ln_gaps: 0.0 };
        let all: Vec<Member> = (0..90).map(|at| Member { past: past(at), basket: 0.0, kind: 0 }).collect();
        let parted = |parameters: [f64; 4]| {
            let bounds = members(&all, BetaGeometric::BG_NBD, parameters);
            group(&all, &bounds, BetaGeometric::BG_NBD, &[parameters])
        };
        let [alike, differ] = [[2e6, 1e7, 0.8, 20.0], [0.8, 4.0, 0.8, 20.0]].map(parted);
        assert_eq!([alike.groups.len(), differ.groups.len()], [1, PARTS]);
        assert_eq!(alike.groups[0].people, 90);
    }
}
