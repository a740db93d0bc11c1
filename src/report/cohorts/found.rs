//! What has been found in a table of cohorts.

use crate::data::Cohorts;
use crate::fit::cohort::Kind;
use crate::fit::cohort_learn::ContractShop;
use crate::fit::cohort_test::Naive;
use crate::fit::voice::Voice;
use crate::units::YearMonth;
use crate::words::Words;

/// All that has been found in a table of cohorts.
pub struct CohortsFound<'a> {
    /// The file, as it is called.
    pub file: String,
    /// SHA-256 of its bytes.
    pub hash: String,
    /// The table.
    pub table: &'a Cohorts,
    /// What it teaches.
    pub shop: &'a ContractShop,
    /// The first month of the design.
    pub start: YearMonth,
    /// Whether the time between two renewals was stated.
    pub term_stated: bool,
    /// What customers and leavers say.
    pub voice: &'a Voice,
}

impl CohortsFound<'_> {
    /// Customers at the start of all cohorts.
    pub(super) fn customers(&self) -> f64 {
        self.shop.groups.iter().map(|group| group.customers).sum()
    }

    /// The length of a period, for messages that choose by it.
    pub(super) fn step(&self) -> &'static str {
        step(self.table.months)
    }
}

/// A period of so many months, for messages that choose by it.
pub fn step(months: u32) -> &'static str {
    match months {
        1 => "month",
        3 => "quarter",
        12 => "year",
        _ => "other",
    }
}

/// What a model is called.
pub(super) fn model(kind: Kind, words: Words<'_>) -> String {
    let key = match kind {
        Kind::ShiftedBetaGeometric => "cohort-model-even",
        Kind::BetaDiscreteWeibull => "cohort-model-run",
        Kind::ChangingNeeds => "cohort-model-change",
        Kind::Terms(_) => "cohort-model-terms",
    };
    words.say(key, &[])
}

/// What a forecast without a model is called.
pub(super) fn simple(naive: Naive, words: Words<'_>) -> String {
    let key = match naive {
        Naive::LastRate => "cohort-naive-rate",
        Naive::LogLinear => "cohort-naive-line",
        Naive::SameAge => "cohort-naive-age",
    };
    words.say(key, &[])
}
