//! What is known about a number, its unit and its source, in words.

use super::{Value, Words};
use crate::design::{Distribution, ExplainRow};

/// The source of a number that a design gives without one, as the design's register has it.
const NONE_GIVEN: &str = "this design";

impl Words<'_> {
    /// What is known about a value: `0.72 to 0.84, most likely 0.78`.
    pub fn distribution(self, distribution: &Distribution) -> String {
        let value = |value: f64| Value::Text(self.exact(value));
        match *distribution {
            Distribution::Fixed(fixed) => self.exact(fixed),
            Distribution::Pert { low, mode, high } => {
                self.say("explain-pert", &[("low", value(low)), ("mode", value(mode)), ("high", value(high))])
            }
            Distribution::Normal { mean, sd } => {
                self.say("explain-normal", &[("mean", value(mean)), ("deviation", value(sd))])
            }
            Distribution::Quantiles { p10, p50, p90 } => self.say(
                "explain-quantiles",
                &[("low", value(p10)), ("median", value(p50)), ("high", value(p90))],
            ),
        }
    }

    /// A number with all its digits.
    fn exact(self, value: f64) -> String {
        let plain = value.to_string();
        self.fixed(value, plain.split_once('.').map_or(0, |(_, decimals)| decimals.len()))
    }

    /// Where a number comes from: as the design says, or where the default comes from. Empty where the design gives it without a
    /// source.
    pub fn source_of(self, row: &ExplainRow<'_>) -> String {
        let source = &row.number.source;
        match (row.given, source == NONE_GIVEN) {
            (_, true) => String::new(),
            (true, false) => source.clone(),
            (false, false) => self.source_of_default(&row.number.path, source),
        }
    }
}
