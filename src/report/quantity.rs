//! Numbers of a summary in the words of a report.

use crate::decide::Reading;
use crate::decide::paired::Difference;
use crate::summary::{Estimate, Probability};
use crate::units::{Share, Unit};
use crate::words::{Words, breakable, signed};

/// Shows quantities of one run: knows the language and the currency.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// Speaks the language and knows the currency.
    pub words: Words<'a>,
}

impl Show<'_> {
    /// A value in its unit.
    pub fn value(self, unit: Unit, value: f64) -> String {
        breakable(&match unit {
            Unit::Money => self.words.money(value),
            Unit::Share => self.words.percent(value),
            Unit::NpsPoints => self.words.fixed(value, 1),
            Unit::Months => self.words.fixed(value, 0),
            Unit::Customers | Unit::Points | Unit::Count => self.words.about(value),
            Unit::LogRatio => self.words.percent(libm::expm1(value)),
            Unit::Number => self.words.significant(value, 3),
        })
    }

    /// A value that people have chosen, without a last zero: `76 %`, not `76.0 %`.
    pub fn chosen(self, unit: Unit, value: f64) -> String {
        let whole = |value: f64| (value * 10.0).round() % 10.0 == 0.0;
        breakable(&match unit {
            Unit::Share if whole(value * 100.0) => self.words.whole_percent(value),
            Unit::NpsPoints if whole(value) => self.words.fixed(value, 0),
            _ => self.value(unit, value),
        })
    }

    /// The mean with its Monte Carlo error.
    pub fn mean(self, estimate: &Estimate) -> String {
        self.with_error(estimate.unit, estimate.mean, estimate.mc_error)
    }

    /// A measure with its Monte Carlo error.
    pub fn reading(self, reading: Reading) -> String {
        self.with_error(reading.unit, reading.value, reading.mc_error)
    }

    /// A difference with its Monte Carlo error and its sign; differences of shares are in percentage points.
    pub fn difference(self, difference: &Difference) -> String {
        self.change_with_error(difference.unit, difference.mean, difference.mc_error)
    }

    /// A figure with its Monte Carlo error.
    pub fn with_error(self, unit: Unit, mean: f64, error: f64) -> String {
        breakable(&match unit {
            Unit::Money => self.words.money_with_error(mean, error),
            Unit::Share => self.words.percent_with_error(mean, error),
            Unit::NpsPoints | Unit::Months | Unit::LogRatio | Unit::Number => {
                self.words.with_error(mean, error)
            }
            Unit::Customers | Unit::Points | Unit::Count => self.words.about_with_error(mean, error),
        })
    }

    /// The same for a change, with its sign; changes of shares are in percentage points.
    pub fn change(self, estimate: &Estimate) -> String {
        self.change_with_error(estimate.unit, estimate.mean, estimate.mc_error)
    }

    /// A change with its Monte Carlo error and its sign; changes of shares are in percentage points.
    pub fn change_with_error(self, unit: Unit, mean: f64, error: f64) -> String {
        match unit {
            Unit::Share => breakable(&self.words.points_with_error(mean, error)),
            _ => signed(self.with_error(unit, mean, error)),
        }
    }

    /// Where nine in ten trials lie.
    pub fn interval(self, estimate: &Estimate) -> String {
        self.range(estimate.unit, estimate.p5, estimate.p95)
    }

    /// From one value to another.
    pub fn range(self, unit: Unit, low: f64, high: f64) -> String {
        breakable(&match unit {
            Unit::Money => self.words.money_range(low, high),
            Unit::Share => self.words.percent_range(low, high),
            Unit::LogRatio => self.words.percent_range(libm::expm1(low), libm::expm1(high)),
            Unit::Customers | Unit::Points | Unit::Count => self.words.about_range(low, high),
            Unit::NpsPoints | Unit::Number => self.words.fixed_range(low, high, 1),
            Unit::Months => self.words.fixed_range(low, high, 0),
        })
    }

    /// Where nine in ten changes lie; changes of shares are in percentage points.
    pub fn interval_of_change(self, estimate: &Estimate) -> String {
        self.range_of_change(estimate.unit, estimate.p5, estimate.p95)
    }

    /// From one change to another; changes of shares are in percentage points.
    pub fn range_of_change(self, unit: Unit, low: f64, high: f64) -> String {
        match unit {
            Unit::Share => breakable(&self.words.points_range(low, high)),
            _ => self.range(unit, low, high),
        }
    }

    /// A probability with its Monte Carlo error, in whole percent: `63 ± 2 %`. Where all trials agree, only what so many
    /// of them can tell: `over 99 %` (the end of the 95 % interval).
    pub fn chance(self, probability: &Probability) -> String {
        let whole = |share: f64| self.words.fixed(share * 100.0, 0);
        let [share, error, low, high] =
            [probability.share, probability.mc_error, probability.low, probability.high].map(Share::get);
        breakable(&match share {
            share if share <= 0.005 || share >= 0.995 => self.words.probability_within(share, low, high),
            share => format!("{} ± {} %", whole(share), whole(error.max(0.01))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    const SHOW: Show<'_> = Show { words: Words::new(Language::En) };

    #[test]
    fn certainty_is_never_claimed() {
        let chance = |share, mc_error, low, high| {
            let [share, mc_error, low, high] = [share, mc_error, low, high].map(Share::new);
            breakable(&SHOW.chance(&Probability { share, mc_error, low, high }))
        };
        assert_eq!(chance(0.634, 0.021, 0.59, 0.68), "63 ± 2 %");
        assert_eq!(chance(0.5, 0.001, 0.49, 0.51), "50 ± 1 %");
        assert_eq!(chance(1.0, 0.0, 0.9924, 1.0), "over 99 %");
        assert_eq!(chance(1.0, 0.0, 0.207, 1.0), "over 20 %");
        assert_eq!(chance(0.0, 0.0, 0.0, 0.0076), "under 1 %");
        assert_eq!(chance(0.0, 0.0, 0.0, 0.0602), "under 7 %");
    }

    #[test]
    fn only_a_last_zero_goes() {
        for (unit, value, text) in [
            (Unit::Share, 0.76, "76 %"),
            (Unit::Share, 0.005, "0.5 %"),
            (Unit::NpsPoints, 25.0, "25"),
            (Unit::NpsPoints, 25.5, "25.5"),
            (Unit::Money, 1.04e9, "1.04 bn"),
        ] {
            assert_eq!(breakable(&SHOW.chosen(unit, value)), text);
        }
    }
}
