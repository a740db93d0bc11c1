//! What a single customer does before leaving, and how much it says. Closed forms on the design's central values.

use crate::design::{Design, Segment};
use crate::units::{Months, Share};

/// Silence of a customer of a segment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Silence {
    /// Months between two purchases of an average customer.
    pub usual: Months,
    /// Months without a purchase that alarm.
    pub alarm: Months,
    /// Chance that a customer who has been silent for so long has left.
    pub left: Share,
    /// Share of the customers still there who are silent for so long by chance.
    pub false_alarms: Share,
}

/// Share of the silent who have left below which silence is no sign of it.
const TELLS: f64 = 0.3;

impl Silence {
    /// Whether enough of those who are silent for so long have left for it to be worth asking.
    pub fn tells(&self) -> bool {
        self.left.get() >= TELLS
    }
}

/// Silence alarms after so many usual intervals.
pub const INTERVALS: f64 = 3.0;

/// How much silence says in a segment: purchases come at a constant rate λ, customers leave at a constant rate μ. Then after a time t
/// without a purchase P(left) = w / (w + e^(−(λ+μ)t)), w = μ/(λ+μ) · (1 − e^(−(λ+μ)t)) (Schmittlein, Morrison & Colombo 1987, for
/// customers who are alike).
pub fn silence(design: &Design, segment: &Segment) -> Silence {
    let central = |id| design.central(id);
    let rate = central(segment.purchases_per_year) / 12.0;
    let leaving = design.monthly_hazard(segment.staying);
    let alarm = INTERVALS / rate;
    let neither = libm::exp(-(rate + leaving) * alarm);
    let gone = leaving / (rate + leaving) * (1.0 - neither);
    Silence {
        usual: Months::new(1.0 / rate),
        alarm: Months::new(alarm),
        left: Share::new(gone / (gone + neither)),
        false_alarms: Share::new(libm::exp(-rate * alarm)),
    }
}

/// Chance that an average customer leaves within the month: usually, and after a failure that nobody has put right.
pub fn after_a_failure(design: &Design) -> [Share; 2] {
    let central = |id| design.central(id);
    let hazard = design.monthly_hazard(design.business.staying);
    [1.0, central(design.behaviour.failure_unresolved)]
        .map(|times| Share::new(libm::exp(-hazard * times)).complement())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::starter;

    /// Of those who buy every week hardly anybody who is silent for three weeks has left; of those who buy once a year most have.
    #[test]
    fn short_silence_is_no_sign() {
        let tells = |purchases: u32| {
            let rate = format!("purchases_per_year = {purchases}\nannual_retention = 0.8");
            let design = Design::parse(&starter("shop").replace("purchases_per_year = 12", &rate)).unwrap();
            silence(&design, &design.segments[0]).tells()
        };
        assert_eq!([52, 1].map(tells), [false, true]);
    }

    /// By hand: 12 purchases a year are one a month, so silence alarms after three months, by chance in e^(−3).
    #[test]
    fn three_intervals_of_silence() {
        let text = starter("shop")
            .replace("purchases_per_year = 12", "purchases_per_year = 12\nannual_retention = 0.8");
        let design = Design::parse(&text).unwrap();
        let found = silence(&design, &design.segments[0]);
        assert!(
            (found.alarm.get() - 3.0).abs() < 1e-9 && (found.false_alarms.get() - 0.049_787).abs() < 1e-6
        );
        let leaving = -libm::log(0.8) / 12.0;
        let neither = libm::exp(-3.0 * (1.0 + leaving));
        let gone = leaving / (1.0 + leaving) * (1.0 - neither);
        assert!((found.left.get() - gone / (gone + neither)).abs() < 1e-12);
    }
}
