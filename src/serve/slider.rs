//! How far a slider goes, and in which steps.

use loyalsim::units::{Range, Unit};

/// The range of a slider.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Slider {
    /// Its left end.
    pub low: f64,
    /// Its right end.
    pub high: f64,
    /// The least move.
    pub step: f64,
}

/// Steps from end to end, about.
const STEPS: f64 = 100.0;

impl Slider {
    /// Between the ends that somebody has chosen.
    pub fn between(low: f64, high: f64, step: Option<f64>) -> Option<Self> {
        let step = step.filter(|step| *step > 0.0).unwrap_or_else(|| nice((high - low) / STEPS));
        (low < high && low.is_finite() && high.is_finite()).then_some(Self { low, high, step })
    }

    /// Around what holds, within what is allowed: from nothing to three times as much. `None` where nothing says how much is much.
    pub fn around(value: f64, allowed: Range, unit: Option<Unit>) -> Option<Self> {
        let whole = matches!(unit, Some(Unit::Months));
        let high = match unit {
            Some(Unit::Share) if allowed.max <= 1.0 => share(value),
            Some(Unit::Months) => (3.0 * value).max(24.0),
            Some(Unit::NpsPoints) => 100.0,
            _ if value > 0.0 => 3.0 * value,
            _ => return None,
        };
        let low = if value < 0.0 || unit == Some(Unit::NpsPoints) { allowed.min } else { 0.0 };
        let (low, high) = (low.max(allowed.min), ceiling(high).min(allowed.max).max(value));
        let step = nice((high - low) / STEPS);
        Self::between(low, high, Some(if whole { step.max(1.0).round() } else { step }))
    }
}

/// A round end for a share.
fn share(value: f64) -> f64 {
    let ends = [0.02, 0.05, 0.1, 0.25, 0.5];
    ends.into_iter().find(|end| 2.0 * value <= *end && value > 0.0).unwrap_or(1.0)
}

/// The round number at or above: 1, 2, 2.5 or 5 with zeros.
fn ceiling(value: f64) -> f64 {
    let power = power(value);
    let heads = [1.0, 2.0, 2.5, 5.0, 10.0];
    heads.map(|head| head * power).into_iter().find(|round| *round >= value * (1.0 - 1e-9)).unwrap_or(value)
}

/// The round number at or below: 1, 2 or 5 with zeros.
fn nice(value: f64) -> f64 {
    let power = power(value);
    let heads = [5.0, 2.0, 1.0];
    heads.map(|head| head * power).into_iter().find(|round| *round <= value * (1.0 + 1e-9)).unwrap_or(value)
}

fn power(value: f64) -> f64 {
    libm::pow(10.0, libm::floor(libm::log10(value.max(1e-12)) + 1e-12))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sliders_have_round_ends() {
        let shares = Range { min: 0.0, max: 1.0 };
        let any = Range { min: 0.0, max: 1e9 };
        let around = |value, range, unit| {
            let slider = Slider::around(value, range, unit)?;
            Some((slider.low, slider.high, slider.step))
        };
        assert_eq!(around(0.03, shares, Some(Unit::Share)), Some((0.0, 0.1, 0.001)));
        assert_eq!(around(0.8, shares, Some(Unit::Share)), Some((0.0, 1.0, 0.01)));
        assert_eq!(around(0.0, shares, Some(Unit::Share)), Some((0.0, 1.0, 0.01)));
        assert_eq!(around(12.0, any, Some(Unit::Months)), Some((0.0, 50.0, 1.0)));
        assert_eq!(around(45.0, any, Some(Unit::Money)), Some((0.0, 200.0, 2.0)));
        assert_eq!(around(0.0, any, Some(Unit::Money)), None);
        assert_eq!(
            around(25.0, Range { min: -100.0, max: 100.0 }, Some(Unit::NpsPoints)),
            Some((-100.0, 100.0, 2.0))
        );
        assert_eq!(Slider::between(0.0, 0.1, Some(0.005)).map(|slider| slider.step), Some(0.005));
        assert_eq!(Slider::between(1.0, 1.0, None), None);
    }
}
