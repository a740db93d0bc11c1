//! Every sentence and label of the charts in one place, so that they can be read, and later translated, together.

use super::spec::Unit;
use crate::units::format::{self, Scale};

/// Names the month numbers, right of the plot.
pub const MONTHS_CAPTION: &str = "months from start";
/// Names the vertical axis of a histogram.
pub const TRIALS_AXIS: &str = "Trials";

/// A column of amounts in one unit, with as many decimals as the largest needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Amounts {
    scale: Scale,
    decimals: usize,
    unit: String,
}

impl Amounts {
    /// A column for these amounts.
    pub fn new(unit: &Unit, amounts: impl Iterator<Item = f64>) -> Self {
        let largest = amounts.map(f64::abs).filter(|a| a.is_finite()).fold(0.0, f64::max);
        let (scale, unit) = match unit {
            Unit::Money(currency) => (Scale::of(largest), Scale::of(largest).unit(currency)),
            Unit::Percent => (Scale { divisor: 0.01, word: "" }, "points".to_owned()),
            Unit::NpsPoints | Unit::Trials => (Scale::ONE, String::new()),
        };
        let decimals = match largest / scale.divisor {
            shown if shown >= 1000.0 => 0,
            shown if shown >= 10.0 => 1,
            _ => 2,
        };
        Self { scale, decimals, unit }
    }

    /// An amount with its sign: `+12.3 m RUB`.
    pub fn signed(&self, amount: f64) -> String {
        self.with_unit(&format::signed_fixed(amount / self.scale.divisor, self.decimals))
    }

    /// Where an amount lies in 90 % of all trials, as lines of text.
    pub fn interval(&self, low: f64, high: f64) -> [String; 2] {
        let show = |v: f64| format::fixed(v / self.scale.divisor, self.decimals);
        ["90\u{202f}% of trials:".to_owned(), self.with_unit(&format!("{} to {}", show(low), show(high)))]
    }

    fn with_unit(&self, number: &str) -> String {
        format!("{number} {}", self.unit).trim_end().to_owned()
    }
}
