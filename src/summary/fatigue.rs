//! The fatigue clock: when the uplift of a discount has halved, and when it no longer pays for itself.

use super::break_even;

/// First month (0-based) from which the uplift stays below half of its peak. `None` if there is no uplift, or if it
/// is not below half at the end: a discount that comes and goes may never wear off.
pub fn halved(uplift: &[f64]) -> Option<usize> {
    let peak = uplift.iter().copied().filter(|u| u.is_finite()).fold(0.0, f64::max);
    if peak <= 0.0 {
        return None;
    }
    from_then_on(uplift.len(), |month| uplift[month] <= peak / 2.0)
}

/// First month (0-based) from which the discount sells too little more to pay for itself: in no later month with a
/// discount does `exp(uplift) − 1` reach d / (m − d), where `depth` is the discount as a share of list revenue and
/// `margin` the gross margin. `None` if it pays in the last month with a discount, or if there is none.
pub fn unprofitable(uplift: &[f64], depth: &[f64], margin: f64) -> Option<usize> {
    let first = depth.iter().position(|&d| d > 0.0)?;
    let pays = |month: usize| {
        depth[month] > 0.0
            && break_even::volume_rise(depth[month], margin)
                .is_some_and(|rise| libm::expm1(uplift[month]) >= rise)
    };
    let last = depth.iter().rposition(|&d| d > 0.0)?;
    from_then_on(last + 1, |month| !pays(month)).map(|month| month.max(first))
}

/// First month from which `holds` until the end.
fn from_then_on(months: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
    let start = (0..months).rev().take_while(|&month| holds(month)).last();
    start.filter(|&month| month < months)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A flat discount of 10 % from month 2 on whose uplift decays by 30 % a month from 40 %.
    fn decaying() -> (Vec<f64>, Vec<f64>) {
        let uplift = (0..24).map(|t: i32| if t < 2 { 0.0 } else { 0.4 * 0.7f64.powi(t - 2) }).collect();
        (uplift, (0..24).map(|t| if t < 2 { 0.0 } else { 0.1 }).collect())
    }

    #[test]
    fn a_flat_discount_wears_off() {
        let (uplift, depth) = decaying();
        assert_eq!(halved(&uplift), Some(4));
        // At 30 % margin a discount of 10 % needs +50 %: ln 1.5 = 0.405 is never reached.
        assert_eq!(unprofitable(&uplift, &depth, 0.30), Some(2));
        // At 60 % it needs +20 %: ln 1.2 = 0.182 is passed between months 4 (0.196) and 5 (0.137).
        assert_eq!(unprofitable(&uplift, &depth, 0.60), Some(5));
    }

    #[test]
    fn a_discount_that_comes_and_goes_does_not_wear_off() {
        let uplift: Vec<f64> = (0..24).map(|t| if t % 6 == 5 { 0.3 } else { 0.0 }).collect();
        let depth: Vec<f64> = (0..24).map(|t| if t % 6 == 5 { 0.1 } else { 0.0 }).collect();
        assert_eq!(halved(&uplift), None);
        assert_eq!(unprofitable(&uplift, &depth, 0.60), None);
    }

    #[test]
    fn without_a_discount_there_is_no_clock() {
        assert_eq!(halved(&[0.0; 12]), None);
        assert_eq!(halved(&[]), None);
        assert_eq!(unprofitable(&[0.0; 12], &[0.0; 12], 0.3), None);
    }

    /// It has paid in the last month in which there was one.
    #[test]
    fn a_discount_that_has_ended_paid() {
        assert_eq!(unprofitable(&[1.0; 4], &[0.1, 0.1, 0.0, 0.0], 0.4), None);
    }
}
