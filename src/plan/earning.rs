//! Which part of purchases earns points.

use super::receipts::Receipts;

/// So many whole amounts are counted one by one; of more, half an amount is lost on average.
const WHOLE_ONES: f64 = 12.0;

/// What of a purchase earns points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Earning {
    /// Whether what is paid with points earns none.
    pub money_only: bool,
    /// A purchase from which on more is earned; infinite where there is none.
    pub large: f32,
    /// What it earns, as a multiple of the base rate.
    pub multiple: f32,
    /// How receipts below that one are raised to it.
    pub raised: Receipts,
    /// The amount of which only whole ones earn; 0 where all of a purchase does.
    pub full: f32,
    /// Standard deviation of the log of one customer's purchases.
    pub noise: f32,
    /// What purchases of the usual size earn, as a multiple of what they would if all of them earned alike.
    pub usual: f32,
}

impl Earning {
    /// All of it, whatever its size.
    pub const ALL: Self = Self {
        money_only: false,
        large: f32::INFINITY,
        multiple: 1.0,
        raised: Receipts::ALL,
        full: 0.0,
        noise: 0.0,
        usual: 1.0,
    };

    /// Whether all of every purchase earns alike.
    pub fn is_all(&self) -> bool {
        !self.money_only && self.large == f32::INFINITY && self.full <= 0.0
    }

    /// What many purchases of this mean size earn, as a multiple of what they would if all of them earned alike.
    pub fn of_size(&self, mean: f32) -> f32 {
        const MANY: f32 = 1000.0;
        let mean = if self.raised.are_all() { mean } else { mean * self.raised_by(mean) };
        if mean > 0.0 { self.of(MANY * mean, MANY) / (MANY * mean) } else { 1.0 }
    }

    /// What receipts of this mean size come to once some are raised, as a multiple of it.
    fn raised_by(&self, mean: f32) -> f32 {
        let [_, rise] = self.raised.of_mean(f64::from(mean), f64::from(self.noise));
        1.0 + rise as f32
    }

    /// Of `count` purchases that come to `paid`, what earns points at the base rate. Of several purchases the sizes are not known: they
    /// are as different as one customer's are, given their sum.
    pub fn of(&self, paid: f32, count: f32) -> f32 {
        if paid <= 0.0 || count <= 0.0 {
            return 0.0;
        }
        let size = f64::from(paid / count);
        let spread = f64::from(self.noise) * (1.0 - 1.0 / f64::from(count)).max(0.0).sqrt();
        let full = if self.full > 0.0 { rounded_down(size, f64::from(self.full), spread) } else { size };
        let large = if self.raised.are_all() {
            above(size, f64::from(self.large), spread, 0.5)
        } else {
            self.raised.of_mean(self.raised.before(size, spread), spread)[0]
        };
        let per_purchase = full * (1.0 + (f64::from(self.multiple) - 1.0) * large);
        count * per_purchase as f32
    }
}

/// Of lognormal amounts with this mean, the share that is not below `from`: of their number where `weighs` is −½, of their sum where it is ½.
fn above(mean: f64, from: f64, spread: f64, weighs: f64) -> f64 {
    if from == f64::INFINITY {
        return 0.0;
    }
    if spread < 1e-3 {
        return if mean >= from { 1.0 } else { 0.0 };
    }
    let z = (libm::log(mean / from) + weighs * spread * spread) / spread;
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// The mean of lognormal amounts, each rounded down to a multiple of `full`.
fn rounded_down(mean: f64, full: f64, spread: f64) -> f64 {
    let ratio = mean / full;
    if spread < 1e-3 {
        return (ratio + 1e-6).floor() * full;
    }
    if ratio * libm::exp(-2.0 * spread) > WHOLE_ONES / 2.0 {
        return mean - full / 2.0;
    }
    let mut whole = 0.0;
    let mut amount = 1.0;
    loop {
        let more = above(mean, amount * full, spread, -0.5);
        whole += more;
        amount += 1.0;
        if more < 1e-3 || amount > 400.0 {
            return (whole * full).min(mean);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use libm::{exp, sqrt};

    /// The sum of what many lognormal purchases earn, one by one at even places of their distribution.
    fn one_by_one(mean: f64, noise: f64, earns: impl Fn(f64) -> f64) -> f64 {
        const POINTS: usize = 20_000;
        let normal = |p: f64| {
            let (mut low, mut high) = (-9.0, 9.0);
            for _ in 0..60 {
                let middle = 0.5 * (low + high);
                let below = 0.5 * libm::erfc(-middle / sqrt(2.0));
                if below < p { low = middle } else { high = middle }
            }
            low
        };
        let each = (0..POINTS).map(|k| {
            let z = normal((k as f64 + 0.5) / POINTS as f64);
            earns(mean * exp(noise * z - 0.5 * noise * noise))
        });
        each.sum::<f64>() / POINTS as f64
    }

    #[test]
    fn one_purchase_earns_by_its_own_size() {
        let large = Earning { large: 50.0, multiple: 3.0, ..Earning::ALL };
        assert_eq!([49.0, 50.0, 200.0].map(|paid| large.of(paid, 1.0)), [49.0, 150.0, 600.0]);
        let full = Earning { full: 20.0, ..Earning::ALL };
        assert_eq!([19.0, 20.0, 59.0].map(|paid| full.of(paid, 1.0)), [0.0, 20.0, 40.0]);
        assert_eq!([full.of(0.0, 0.0), full.of(-5.0, 1.0), Earning::ALL.of(70.0, 3.0)], [0.0, 0.0, 70.0]);
    }

    /// Many purchases earn what they earn one by one; amounts to a fiftieth of one.
    #[test]
    fn many_purchases_earn_as_their_sizes_differ() {
        for (mean, noise) in [(30.0, 0.4), (60.0, 0.4), (100.0, 0.8), (25.0, 0.1), (700.0, 0.6)] {
            let count = 1e6f32;
            let of = |earning: Earning| {
                f64::from(Earning { noise: noise as f32, ..earning }.of(mean as f32 * count, count) / count)
            };
            let large = of(Earning { large: 50.0, multiple: 2.0, ..Earning::ALL });
            let exact = one_by_one(mean, noise, |size| if size >= 50.0 { 2.0 * size } else { size });
            assert!((large / exact - 1.0).abs() < 1e-3, "large: {large} {exact} at {mean}, {noise}");
            let full = of(Earning { full: 20.0, ..Earning::ALL });
            let exact = one_by_one(mean, noise, |size| (size / 20.0).floor() * 20.0);
            assert!((full - exact).abs() < 0.02 * 20.0, "full: {full} {exact} at {mean}, {noise}");
        }
    }
}
