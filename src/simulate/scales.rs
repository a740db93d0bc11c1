//! By what the customers of a program that runs already are scaled at the start, so that they stand as declared.

/// By what balances and habits are multiplied at the start.
#[derive(Debug, Clone, PartialEq)]
pub struct Scales {
    /// Every balance of points.
    pub points: f64,
    /// In the place of that, points that were earned in the last month, the one before, and so on, where their ages are declared; else empty.
    pub ages: Vec<f64>,
    /// What is left over by rounding, from customer to customer.
    pub carry: f64,
    /// Every discount taken for granted, and what is given to those who take none for granted.
    pub discount: Option<(f32, f32)>,
}

impl Scales {
    /// So many of what were `points`, in whole ones.
    pub fn whole(&mut self, points: f64, times: f64) -> i32 {
        let exact = points * times + self.carry;
        self.carry = exact.fract();
        exact as i32
    }
}

/// By what points of each age have to be multiplied so that shares of them come out as declared, and all of them as many as `all`: of ages of which
/// nobody holds any there can be none. Nothing where none are declared.
pub fn by_age(declared: &[f64], held: &[f64], all: f64) -> Vec<f64> {
    let there = |at: usize| held.get(at).copied().unwrap_or(0.0);
    let possible = |(at, share): (usize, &f64)| if there(at) > 0.0 { *share } else { 0.0 };
    let sum: f64 = declared.iter().enumerate().map(possible).sum();
    let ages = declared.len().max(held.len());
    let times = |at: usize| match declared.get(at) {
        Some(share) if there(at) > 0.0 && sum > 0.0 => share / sum * all / there(at),
        _ => 0.0,
    };
    (0..ages).map(times).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 100 points as declared, a quarter of a year old: those of the second month nobody holds, and the other shares stand for them.
    #[test]
    fn shares_come_out_as_declared() {
        let times = by_age(&[0.2, 0.5, 0.3], &[40.0, 0.0, 10.0, 50.0], 100.0);
        assert_eq!(times.len(), 4);
        assert!((times[0] * 40.0 - 40.0).abs() < 1e-9 && (times[2] * 10.0 - 60.0).abs() < 1e-9, "{times:?}");
        assert_eq!((times[1], times[3]), (0.0, 0.0));
    }

    #[test]
    fn what_is_left_over_goes_on() {
        let mut scales = Scales { points: 1.0, ages: Vec::new(), carry: 0.5, discount: None };
        let whole: Vec<i32> = (0..10).map(|_| scales.whole(3.0, 0.25)).collect();
        assert_eq!(whole.iter().sum::<i32>(), 8);
    }
}
