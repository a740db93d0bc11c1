//! What a calibration has found.

use crate::data::{Log, Told};
use crate::fit::backtest::BackTest;
use crate::fit::experiment::Experiment;
use crate::fit::maximise::Estimate;
use crate::fit::model::Model;
use crate::fit::shop::Shop;
use crate::fit::today::ProgramToday;
use crate::fit::voice::Voice;
use crate::words::Words;

/// All that has been found in a log.
pub struct Calibration<'a> {
    /// The files, as they are called.
    pub file: String,
    /// SHA-256 of their bytes.
    pub hash: String,
    /// The currency of the amounts.
    pub currency: String,
    /// The purchases.
    pub log: &'a Log,
    /// What reading them has shown.
    pub told: &'a Told,
    /// Names of the columns of customer, date and amount.
    pub columns: [String; 3],
    /// In which encoding the text came.
    pub encoding: &'a str,
    /// The test of the forecast, where the log was long enough.
    pub test: Option<&'a BackTest>,
    /// The model chosen.
    pub model: Model,
    /// Its parameters on the whole log.
    pub estimate: Estimate<4>,
    /// The shop in the terms of a design.
    pub shop: &'a Shop,
    /// What customers and leavers say, where they were asked.
    pub voice: &'a Voice,
    /// A randomised experiment, where there was one.
    pub experiment: Option<&'a Experiment>,
    /// The program that runs already, where data tell of one.
    pub today: Option<&'a ProgramToday>,
}

impl Calibration<'_> {
    /// Purchases in the log.
    pub(super) fn purchases(&self) -> u64 {
        self.log.purchases().count() as u64
    }
}

/// What the amounts of a log are called: the currency `given`, or how a design names one that nobody knows.
pub fn calibrated_currency(given: Option<&str>, log: &Log, words: Words<'_>) -> String {
    match given.map(str::trim) {
        _ if !log.has_money => words.say("design-measured-money", &[]),
        Some(currency) if !currency.is_empty() => currency.to_owned(),
        _ => words.say("design-measured-currency", &[]),
    }
}
