//! Parts of a whole, written so that they add up.

use super::{Value, Words};

impl Words<'_> {
    /// The parts of a whole in percent, which add up to 100 as written (largest remainders); a part that is there, but less than half
    /// a percent, is `under 1 %`.
    pub fn parts<const N: usize>(self, parts: [f64; N]) -> [String; N] {
        let whole = percents(parts);
        std::array::from_fn(|i| match whole[i] {
            0 if parts[i] > 0.0 => self.probability(parts[i].min(0.005)),
            percent => self.whole_percent(f64::from(percent) / 100.0),
        })
    }

    /// A remark on the Monte Carlo error of shares, where it is a point or more.
    pub fn rough(self, error: f64) -> String {
        if error.is_nan() || error < 0.005 {
            return String::new();
        }
        format!(" {}", self.say("format-rough", &[("error", Value::WholePercent(error))]))
    }
}

/// Whole percents by the largest remainders.
fn percents<const N: usize>(parts: [f64; N]) -> [u32; N] {
    let all: f64 = parts.iter().sum();
    if all.is_nan() || all <= 0.0 {
        return [0; N];
    }
    let exact = parts.map(|part| 100.0 * part.max(0.0) / all);
    let mut whole = exact.map(|percent| percent as u32);
    let mut order: [usize; N] = std::array::from_fn(|i| i);
    order.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()));
    let left = 100_u32.saturating_sub(whole.iter().sum());
    order.iter().take(left as usize).for_each(|place| whole[*place] += 1);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn parts_add_up_as_written() {
        assert_eq!(percents([0.4415, 0.5582, 0.0003]), [44, 56, 0]);
        assert_eq!(percents([1.0 / 3.0; 3]), [34, 33, 33]);
        assert_eq!(percents([0.0, 0.0]), [0, 0]);
        let written = Words::new(Language::En).parts([0.4415, 0.5582, 0.0003, 0.0]);
        assert_eq!(written.map(|part| part.replace('\u{a0}', " ")), ["44 %", "56 %", "under 1 %", "0 %"]);
    }
}
