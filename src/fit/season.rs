//! The months of a year against each other, told from what a model that knows none expects of each month of the log.
//!
//! Within each year the logarithms of what was done over what was expected are counted from their mean, so that growth and decline from year
//! to year are no season. How much the same month differs between years says how far a month is its own, and how far it is chance: the
//! months are drawn together as much as that (Efron & Morris 1975). One year cannot say it: a season of one made forecasts worse on the logs on which
//! it was tried, and is none here.

use crate::units::{Day, YearMonth};

/// Months of a year.
const MONTHS: usize = 12;
/// A month of which less is expected says nothing of the season.
const LEAST: f64 = 5.0;
/// Whole years that tell a season from chance.
const LEAST_YEARS: usize = 2;
/// Months do not differ by less from year to year, in logarithms.
const LEAST_NOISE: f64 = 0.02;

/// What one month of the log was, and what a model without season expects of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen {
    /// The month.
    pub month: YearMonth,
    /// How many there were.
    pub actual: f64,
    /// How many were expected.
    pub expected: f64,
}

/// Months of the year relative to their mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Season {
    /// Factors from January, whose mean over the days of a year is 1.
    pub factors: [f64; MONTHS],
    /// Whole years from which they are told.
    pub years: u32,
    /// Standard deviation of a month to come about its factor, in logarithms, beyond luck.
    pub noise: f64,
}

impl Season {
    /// From the last whole years of these months, which follow each other; nothing where there are no two, or too little in a month of them.
    pub fn new(months: &[Seen]) -> Option<Self> {
        let years = months.len() / MONTHS;
        let last = &months[months.len() - years * MONTHS..];
        if years < LEAST_YEARS || last.iter().any(|seen| seen.expected < LEAST) {
            return None;
        }
        let (own, luck) = (own(last), mean(last.iter().map(|seen| 1.0 / seen.expected)));
        let means: [f64; MONTHS] =
            std::array::from_fn(|at| mean((0..years).map(|year| own[year * MONTHS + at])));
        let noise = (differ(&own, &means) - luck).max(LEAST_NOISE * LEAST_NOISE);
        let chance = (noise + luck) / years as f64;
        let spread = means.iter().map(|mean| mean * mean).sum::<f64>() / (MONTHS as f64 - 1.0);
        // with the factor that makes it right on average for as many months as a year has
        let kept = (1.0
            - (MONTHS as f64 - 3.0) / (MONTHS as f64 - 1.0) * chance / spread.max(f64::MIN_POSITIVE))
        .max(0.0);
        let begin = usize::from(last[0].month.month()) - 1;
        let mut factors = [1.0; MONTHS];
        for (at, mean) in means.into_iter().enumerate() {
            factors[(begin + at) % MONTHS] = libm::exp(kept * mean);
        }
        Some(Self { factors: even(factors), years: years as u32, noise: libm::sqrt(noise + kept * chance) })
    }

    /// Days from the end of one day to the end of another, each counting as much as its month.
    pub fn days(&self, from: Day, until: Day) -> f64 {
        let (mut begin, mut sum) = (from, 0.0);
        while begin < until {
            let month = begin.plus(1).month();
            let end = Day::first_of(month.plus(1)).plus(-1).min(until);
            sum += f64::from(end.since(begin)) * self.factors[usize::from(month.month()) - 1];
            begin = end;
        }
        sum
    }
}

/// Logarithms of what was done over what was expected, less their mean of each year.
fn own(months: &[Seen]) -> Vec<f64> {
    let ratio = |seen: &Seen| libm::log((seen.actual + 0.5) / (seen.expected + 0.5));
    let year = |year: &[Seen]| {
        let mean = mean(year.iter().map(ratio));
        year.iter().map(move |seen| ratio(seen) - mean).collect::<Vec<f64>>()
    };
    months.chunks(MONTHS).flat_map(year).collect()
}

/// Variance of a month between years.
fn differ(own: &[f64], means: &[f64; MONTHS]) -> f64 {
    let years = own.len() / MONTHS;
    let squares: f64 =
        own.iter().zip(means.iter().cycle()).map(|(own, mean)| (own - mean) * (own - mean)).sum();
    squares / ((years - 1) * (MONTHS - 1)) as f64
}

/// Factors whose mean over the days of a year without a leap day is 1.
fn even(factors: [f64; MONTHS]) -> [f64; MONTHS] {
    const DAYS: [f64; MONTHS] = [31.0, 28.0, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0];
    let mean = factors.iter().zip(DAYS).map(|(factor, days)| factor * days).sum::<f64>() / 365.0;
    factors.map(|factor| factor / mean)
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len().max(1) as f64;
    values.sum::<f64>() / count
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::ChaCha8Rng;
    use rand_distr::{Distribution, Poisson, StandardNormal};

    /// Months of which 1,000 are expected, with a December of so many times as many, years that grow, and months that differ by chance.
    fn months(years: i32, december: f64, chance: f64, rng: &mut ChaCha8Rng) -> Vec<Seen> {
        let begin = YearMonth::new(2020, 4).unwrap();
        let one = |at: i32| {
            let month = begin.plus(at);
            let factor = if month.month() == 12 { december } else { 1.0 };
            let normal: f64 = StandardNormal.sample(rng);
            let mean = 1_000.0 * factor * 1.3_f64.powi(at / 12) * (chance * normal).exp();
            let actual = Poisson::new(mean).unwrap().sample(rng);
            Seen { month, actual, expected: 1_000.0 }
        };
        (0..12 * years).map(one).collect()
    }

    /// A December of twice as many is found in three years whose level grows by 30 % each; its share of the noise is below 5 %: 4.9 standard errors are 0.2 in
    /// logarithms.
    #[test]
    fn a_december_is_found_again() {
        let mut rng = ChaCha8Rng::seed_from_u64(5);
        let found = Season::new(&months(3, 2.0, 0.05, &mut rng)).unwrap();
        let others = found.factors[..11].iter().sum::<f64>() / 11.0;
        assert!((libm::log(found.factors[11] / others) - libm::log(2.0)).abs() < 0.2, "{found:?}");
        assert!((0.02..0.1).contains(&found.noise) && found.years == 3, "{found:?}");
        // a year is a year
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        assert!((found.days(day(2022, 12, 31), day(2023, 12, 31)) - 365.0).abs() < 1e-9);
        let december = found.days(day(2023, 11, 30), day(2023, 12, 31));
        assert!((december - 31.0 * found.factors[11]).abs() < 1e-9);
    }

    /// Without a season nearly nothing is left of it: over 100 logs of three years the months keep less than a third of the spread that chance gives
    /// them.
    #[test]
    fn chance_is_no_season() {
        let mut rng = ChaCha8Rng::seed_from_u64(6);
        let spread = |found: Season| found.factors.iter().map(|f| (f - 1.0) * (f - 1.0)).sum::<f64>() / 11.0;
        let all = (0..100).map(|_| spread(Season::new(&months(3, 1.0, 0.1, &mut rng)).unwrap()));
        let left = all.sum::<f64>() / 100.0;
        let chance = (0.1 * 0.1 + 0.001) / 3.0;
        assert!(left < chance / 3.0, "{left} of {chance}");
    }

    #[test]
    fn less_than_two_years_say_nothing() {
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        let years = months(2, 2.0, 0.05, &mut rng);
        assert_eq!(Season::new(&years[1..]), None);
        let found = Season::new(&years).unwrap();
        assert!(found.years == 2 && found.factors[11] > 1.5, "{found:?}");
    }
}
