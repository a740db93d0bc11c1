//! Tiers of today's members: how many are in each, what they spend, how many points they earn for it.

use crate::data::{Account, Log, Members};
use crate::units::Day;
use std::collections::{BTreeMap, HashMap};

/// Tiers above basic membership that a design takes.
const MOST: usize = 8;
/// Members of a tier below whom nothing is said of it.
const FEW: usize = 10;
/// Days of a log that tell of a year's spend.
const YEAR: i32 = 364;

/// A tier above basic membership.
#[derive(Debug, Clone, PartialEq)]
pub struct TierToday {
    /// Its name.
    pub name: String,
    /// Members in it or above it, as a share of the members in the log.
    pub reached: f64,
    /// Members in it.
    pub people: u64,
    /// Spend of a year that so many members reach.
    pub spend: f64,
    /// Points for money, relative to basic membership, where the log tells.
    pub multiple: Option<f64>,
}

#[derive(Debug, Default)]
struct Sums {
    people: u64,
    spend: f64,
    earned: f64,
}

/// Tiers by the spend of their members in the year after `after`, the lowest first; nothing without amounts, with less than a year, with one tier or too many.
pub fn tiers(log: &Log, table: &Members, after: Day) -> Vec<TierToday> {
    let Some((_, last)) = log.span() else { return Vec::new() };
    if !log.has_money || last.since(after) < YEAR {
        return Vec::new();
    }
    let earned = earned(log, after);
    let mut sums: BTreeMap<&str, Sums> = BTreeMap::new();
    let mut spends = Vec::new();
    for customer in &log.customers {
        let Some(tier) = table.all.get(&customer.id).filter(|m| m.is).and_then(|m| m.tier.as_deref()) else {
            continue;
        };
        let spend: f64 = customer.purchases_between(after, last).iter().map(|p| p.amount).sum();
        let of = sums.entry(tier).or_default();
        of.people += 1;
        of.spend += spend;
        of.earned += earned.get(&*customer.id).copied().unwrap_or(0.0);
        spends.push(spend);
    }
    let mut all: Vec<(&str, Sums)> = sums.into_iter().filter(|(_, sums)| sums.people >= FEW as u64).collect();
    all.sort_by(|a, b| (a.1.spend / a.1.people as f64).total_cmp(&(b.1.spend / b.1.people as f64)));
    if all.len() < 2 || all.len() > MOST + 1 {
        return Vec::new();
    }
    spends.sort_by(f64::total_cmp);
    above(&all, &spends)
}

/// All but the lowest, with the spend that as many members reach as are in it or above it.
fn above(all: &[(&str, Sums)], spends: &[f64]) -> Vec<TierToday> {
    let rate = |sums: &Sums| sums.earned / sums.spend;
    let basic = rate(&all[0].1);
    let tier = |at: usize| {
        let (name, sums) = &all[at];
        let reached: u64 = all[at..].iter().map(|(_, sums)| sums.people).sum();
        let place = spends.len().saturating_sub(reached as usize).min(spends.len() - 1);
        let multiple = rate(sums) / basic;
        TierToday {
            name: (*name).to_owned(),
            reached: reached as f64 / spends.len() as f64,
            people: sums.people,
            spend: spends[place],
            multiple: (multiple.is_finite() && multiple > 0.0).then_some(multiple),
        }
    };
    let tiers: Vec<TierToday> = (1..all.len()).map(tier).collect();
    // thresholds of a design rise
    let rise = tiers.windows(2).all(|pair| pair[0].spend < pair[1].spend);
    if rise && tiers[0].spend > 0.0 { tiers } else { Vec::new() }
}

/// Points that each customer has earned on purchases after a day.
fn earned(log: &Log, after: Day) -> HashMap<&str, f64> {
    let accounts = log.accounts.as_ref().map_or(&[][..], |accounts| &accounts.all);
    let one = |account: &Account| {
        let rows = account.movements.iter().filter(|row| row.day > after && row.amount > 0.0);
        rows.map(|row| row.moved.earned).sum::<f64>()
    };
    accounts.iter().map(|account| (&*account.id, one(account))).collect()
}
