//! How customers are told apart by a column: a group for each of its values that enough of them have, all others together.

use super::parted::{Parted, Ratio};
use super::receipts::Receipts;
use crate::data::{Customer, Kinds, Log};
use std::collections::BTreeMap;

/// Customers of a group, unless others are asked for.
pub const LEAST: u64 = 100;
/// Groups at most: correlations of more have no room in a design.
const MOST: usize = 8;
/// Repeat purchases below which a group says nothing of how often it buys.
const FEW: u64 = 10;
/// What a group is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KindName {
    /// By the value of the column.
    Value(Box<str>),
    /// Customers of whom the column says nothing.
    Unknown,
    /// All others.
    Other,
}

/// How customers are told apart, and what that has shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Apart {
    /// The name of the column.
    pub column: String,
    /// The groups: the largest first, others last.
    pub names: Vec<KindName>,
    /// Customers that a group has at least.
    pub least: u64,
    /// Values that were joined as others.
    pub joined: u64,
    /// Customers with more than one value.
    pub several: u64,
    /// The model of all groups.
    pub parted: Parted,
    /// Receipts of each group, where it has enough of them.
    pub receipts: Vec<Option<Receipts>>,
    /// Whether receipts differ, where every group has enough of them.
    pub receipts_differ: Option<Ratio>,
    /// Correlations of the numbers of all groups, those of a group side by side.
    pub correlations: Vec<Vec<f64>>,
}

/// Which group each customer of the log is in.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    /// The groups: the largest first, others last.
    pub names: Vec<KindName>,
    /// The group of each customer.
    pub of: Vec<usize>,
    /// Values that were joined as others.
    pub joined: u64,
}

impl Division {
    /// Groups of at least so many.
    pub fn new(log: &Log, kinds: &Kinds, least: u64) -> Self {
        let name = |customer: &Customer| match kinds.of.get(&customer.id) {
            Some(value) => KindName::Value(value.clone()),
            None => KindName::Unknown,
        };
        let mut counts: BTreeMap<String, (KindName, u64, u64)> = BTreeMap::new();
        let key = |name: &KindName| match name {
            KindName::Value(value) => format!("1{value}"),
            _ => "2".to_owned(),
        };
        for customer in &log.customers {
            let name = name(customer);
            let count = counts.entry(key(&name)).or_insert((name, 0, 0));
            count.1 += 1;
            count.2 += customer.purchases.len() as u64 - 1;
        }
        let mut all: Vec<_> = counts.into_values().collect();
        all.sort_by_key(|(_, people, _)| std::cmp::Reverse(*people));
        let names = Self::chosen(&all, least);
        let places: BTreeMap<String, usize> = names.iter().map(key).zip(0..).collect();
        let other = names.len();
        let of: Vec<usize> = log
            .customers
            .iter()
            .map(|customer| places.get(&key(&name(customer))).copied().unwrap_or(other))
            .collect();
        let joined = (all.len() - names.len()) as u64;
        let others = (joined > 0).then_some(KindName::Other);
        Self { names: names.into_iter().chain(others).collect(), of, joined }
    }

    /// Those that are groups of their own, the largest first; the smallest of them go to the others until these are enough.
    fn chosen(all: &[(KindName, u64, u64)], least: u64) -> Vec<KindName> {
        let is_enough = |people: u64, repeats: u64| people >= least && repeats >= FEW;
        let mut own = all.iter().take_while(|(_, people, repeats)| is_enough(*people, *repeats)).count();
        let others = |own: usize| all[own..].iter().fold((0, 0), |sum, one| (sum.0 + one.1, sum.1 + one.2));
        if own > MOST || (own == MOST && own < all.len()) {
            own = MOST - 1;
        }
        while own > 0 && own < all.len() && !is_enough(others(own).0, others(own).1) {
            own -= 1;
        }
        all[..own].iter().map(|(name, ..)| name.clone()).collect()
    }
}
