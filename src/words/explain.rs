//! What is known about a number, its unit and its source, in words.

use super::{Language, Value, Words};
use crate::design::{ExplainRow, Law};

/// The source of a number that a design gives without one, as the design's register has it.
const NONE_GIVEN: &str = "this design";

impl Words<'_> {
    /// What is known about a value: `0.72 to 0.84, most likely 0.78`.
    pub fn law(self, law: &Law) -> String {
        let value = |value: f64| Value::Text(self.exact(value));
        match *law {
            Law::Fixed(fixed) => self.exact(fixed),
            Law::Pert { low, mode, high } => {
                self.say("explain-pert", &[("low", value(low)), ("mode", value(mode)), ("high", value(high))])
            }
            Law::Normal { mean, sd } => {
                self.say("explain-normal", &[("mean", value(mean)), ("deviation", value(sd))])
            }
            Law::Quantiles { p10, p50, p90 } => self.say(
                "explain-quantiles",
                &[("low", value(p10)), ("median", value(p50)), ("high", value(p90))],
            ),
        }
    }

    /// A number with all its digits; large whole ones in groups.
    fn exact(self, value: f64) -> String {
        const LONG: f64 = 1e4;
        if value.abs() >= LONG && value.fract() == 0.0 {
            return self.fixed(value, 0);
        }
        match self.language() {
            Language::En => value.to_string(),
            Language::Ru => value.to_string().replace('.', ","),
        }
    }

    /// Where a number comes from: as the design says, or where the default comes from. Empty where the design gives it without a
    /// source.
    pub fn source_of(self, row: &ExplainRow<'_>) -> String {
        let source = &row.number.source;
        let default = self.source_of_default(&row.number.path);
        match (row.given, source == NONE_GIVEN) {
            (true, true) => String::new(),
            (true, false) => source.clone(),
            // What stands in for a member of a group is not the default of the key, and is told as the register has it.
            (false, _) if default.is_empty() => source.clone(),
            (false, _) => default,
        }
    }
}
