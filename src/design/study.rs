//! What could be found out before deciding: `[[study]]`.

use super::numbers::NumberId;
use crate::units::{Money, Share};

/// How a study finds out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StudyKind {
    /// Customers, or those who left, are asked.
    Survey,
    /// The company's own records are counted: tills, cards, accounts, quotes.
    Records,
    /// The program runs in some stores, beside as many like them without it.
    Pilot,
    /// The program runs for half of some customers drawn by lot.
    AbTest,
}

impl StudyKind {
    /// The words in a design file.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("survey", Self::Survey),
        ("records", Self::Records),
        ("pilot", Self::Pilot),
        ("ab_test", Self::AbTest),
    ];
}

/// A study that could be done before deciding.
#[derive(Debug, Clone)]
pub struct Study {
    /// Its name in tables.
    pub name: String,
    /// How it finds out.
    pub kind: StudyKind,
    /// The numbers it informs, in the order of the file.
    pub informs: Vec<NumberId>,
    /// Customers (survey, A/B test), stores (pilot) or cases (records) planned; 1 or more.
    pub sample: u64,
    /// The most that could be had; ten times the plan unless said otherwise.
    pub largest_sample: u64,
    /// Months for which it runs (pilot, A/B test).
    pub months: u64,
    /// Months by which it puts off the decision.
    pub delay_months: u64,
    /// Money it costs whatever its size.
    pub cost: Money,
    /// Money for one more of the sample.
    pub cost_per_unit: Money,
    /// Customers observed in each store (pilot).
    pub customers_per_store: u64,
    /// Part of the variance that lies between stores, 0 to 1 (pilot).
    pub between_stores: Share,
    /// Coefficient of variation between customers or cases, for what is no share.
    pub spread: f64,
    /// What stays wrong however large the sample, as a part of what is unknown today.
    pub bias: Share,
}
