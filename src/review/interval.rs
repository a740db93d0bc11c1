//! What is known about a number, and whether that is enough to say on which side of a threshold it lies.

use serde::Serialize;

use crate::design::{Design, Number, Segment, Staying};
use crate::population::retention;
use crate::summary::{Estimate, PricePerSaved, Probability, interval, quantile};
use crate::units::{Money, Share};

/// What an interval holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// There is none.
    None,
    /// 90 % of the trials: luck, and not knowing the numbers.
    Trials,
    /// 95 % confidence about the value: what more trials would narrow.
    Confidence,
    /// From the 5 % to the 95 % quantile of an uncertain number of the design.
    Design,
}

/// A value with the interval that a judgement must respect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// The value itself.
    pub value: f64,
    /// Upper end.
    pub high: f64,
    /// What the interval holds.
    pub spread: Spread,
}

/// On which side of a threshold an interval lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// All of it below.
    Below,
    /// All of it above.
    Above,
    /// The threshold lies within: undecided.
    Astride,
}

impl Interval {
    /// A number without doubt.
    pub fn certain(value: f64) -> Self {
        Self { low: value, value, high: value, spread: Spread::None }
    }

    /// Worked out of numbers of the design: low, usual and high. It has a spread where one of them has.
    pub fn of_design([low, value, high]: [f64; 3]) -> Self {
        Self { low, value, high, spread: if low < high { Spread::Design } else { Spread::None } }
    }

    /// 90 % of the trials.
    pub fn of_trials(estimate: &Estimate) -> Self {
        Self { low: estimate.p5, value: estimate.mean, high: estimate.p95, spread: Spread::Trials }
    }

    /// The confidence interval of a probability.
    pub fn of_chance(chance: &Probability) -> Self {
        let [low, value, high] = [chance.low, chance.share, chance.high].map(Share::get);
        Self { low, value, high, spread: Spread::Confidence }
    }

    /// The confidence interval of the price of a customer saved; `None` where nobody is saved on average.
    pub fn of_price(price: &PricePerSaved) -> Option<Self> {
        let (value, error) = (price.price?.get(), price.mc_error.map_or(0.0, Money::get));
        let (low, high) = interval::normal(value, error, interval::Z95);
        Some(Self { low, value, high, spread: Spread::Confidence })
    }

    /// An uncertain number of the design, from its 5 % to its 95 % quantile.
    pub fn of_number(number: &Number) -> Self {
        let value = number.range.clamp(number.distribution.central());
        if number.distribution.is_certain() {
            return Self::certain(value);
        }
        let at = |p| number.distribution.quantile(p, number.range);
        Self { low: at(0.05), value, high: at(0.95), spread: Spread::Design }
    }

    /// The annual retention of a segment, declared or following from the monthly churn declared.
    pub fn of_retention(design: &Design, segment: &Segment) -> Self {
        Self::of_staying(design, segment.staying, |value| retention::of_segment(design, segment, value))
    }

    /// The upper end of the annual retention of a segment alone: what follows from a monthly churn takes long to work out.
    pub fn best_retention(design: &Design, segment: &Segment) -> f64 {
        let Self { low, high, .. } = Self::of_number(&design.numbers[segment.staying.number()]);
        let best = if segment.staying.months() == 12 { high } else { low };
        retention::of_segment(design, segment, best)
    }

    /// The annual retention of the business.
    pub fn of_retention_today(design: &Design) -> Self {
        Self::of_staying(design, design.business.staying, |value| retention::of_business(design, value))
    }

    fn of_staying(design: &Design, staying: Staying, retention: impl Fn(f64) -> f64) -> Self {
        let number = Self::of_number(&design.numbers[staying.number()]);
        let Self { low, value, high, spread } = number;
        let [low, high] = if staying.months() == 12 { [low, high] } else { [high, low] };
        if low == high {
            let value = retention(value);
            return Self { low: value, value, high: value, spread };
        }
        let [low, value, high] = [low, value, high].map(retention);
        Self { low, value, high, spread }
    }

    /// The middle 90 % of a sample and its mean; `None` where fewer than two values are defined.
    pub fn of_sample(values: impl Iterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = values.filter(|v| v.is_finite()).collect();
        if sorted.len() < 2 {
            return None;
        }
        sorted.sort_unstable_by(f64::total_cmp);
        let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
        let (low, high) = (quantile::of_sorted(&sorted, 0.05), quantile::of_sorted(&sorted, 0.95));
        Some(Self { low, value: mean, high, spread: Spread::Trials })
    }

    /// The mean of those values of a sample that are defined; `None` where fewer than two are.
    pub fn mean_of(values: impl IntoIterator<Item = f64>) -> Option<f64> {
        Self::of_sample(values.into_iter()).map(|interval| interval.value)
    }

    /// Where the whole interval lies. A threshold that is met exactly is not passed.
    pub fn side(&self, threshold: f64) -> Side {
        match (self.low > threshold, self.high < threshold) {
            (true, _) => Side::Above,
            (_, true) => Side::Below,
            (false, false) => Side::Astride,
        }
    }

    /// The same numbers multiplied by `factor`.
    pub fn times(&self, factor: f64) -> Self {
        let (a, b) = (self.low * factor, self.high * factor);
        Self { low: a.min(b), value: self.value * factor, high: a.max(b), spread: self.spread }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_worked_out_of_the_design_has_a_spread_where_a_number_has() {
        let spread = |high: f64| Interval::of_design([1.0, 1.0, high]).spread;
        assert_eq!([spread(1.0), spread(1.5)], [Spread::None, Spread::Design]);
    }

    #[test]
    fn an_interval_that_touches_its_threshold_proves_nothing() {
        let interval = Interval { low: 0.2, value: 0.3, high: 0.4, spread: Spread::Trials };
        assert_eq!(interval.side(0.19), Side::Above);
        assert_eq!(interval.side(0.2), Side::Astride);
        assert_eq!(interval.side(0.4), Side::Astride);
        assert_eq!(interval.side(0.41), Side::Below);
        assert_eq!(Interval::certain(0.3).side(0.3), Side::Astride);
    }

    #[test]
    fn a_sample_is_summed_up_by_its_mean_and_middle() {
        let interval = Interval::of_sample((0..=100).map(f64::from)).unwrap();
        assert_eq!((interval.low, interval.value, interval.high), (5.0, 50.0, 95.0));
        assert_eq!(Interval::of_sample([1.0, f64::NAN].into_iter()), None);
    }
}
