//! A forecast of how many of those under contract stay, tested on the last periods of each cohort, which the model did not see.

use super::cohort::{Contracts, Kind, Pool, left};
use super::forecast::Forecast;
use super::maximise::Estimate;
use super::uncertainty::Z90;

/// Part of the periods of the longest cohort that is kept apart.
const APART: f64 = 0.3;
/// Periods that must be left to fit.
const LEAST: usize = 2;
/// Earlier cuts at which the same rule is tried, to see how far it misses.
const CUTS: usize = 8;
/// Cells of a table with fewer expected losses say nothing about how much they vary.
const FILLED: f64 = 1.0;

/// A forecast that needs no model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naive {
    /// The last share of those there who stayed goes on.
    LastRate,
    /// A straight line through the logarithms of the shares left, by the time since the start.
    LogLinear,
    /// As many stay as of older cohorts of the same age; beyond the oldest, the last rate.
    SameAge,
}

/// The test.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldOut {
    /// Periods of each cohort that were kept apart.
    pub periods: usize,
    /// Customers there at the cut.
    pub customers: f64,
    /// Those left after each period since the cut: as forecast, and as they were.
    pub left: Vec<Forecast>,
    /// The same by forecasts that need no model.
    pub naive: Vec<(Naive, Vec<f64>)>,
}

impl HeldOut {
    /// Of cohorts by those at the start and left after each period, with the kind of leaving that is believed.
    pub fn new(cohorts: &[&[f64]], kind: Kind, months: f64) -> Self {
        let periods = kept_apart(cohorts);
        let known: Vec<&[f64]> = cohorts.iter().copied().filter(|left| left.len() > periods + 1).collect();
        let before: Vec<&[f64]> = known.iter().map(|left| &left[..left.len() - periods]).collect();
        let believed = Believed::new(&before, kind, months);
        let wider = overconfidence(&before, periods, kind, months);
        let actual = |k: usize| known.iter().map(|left| left[left.len() - 1 - periods + k]).sum::<f64>();
        let forecasts = (1..=periods).map(|k| believed.forecast(&before, k, wider, actual(k)));
        Self { periods, customers: actual(0), left: forecasts.collect(), naive: naive(&before, periods) }
    }

    /// The mean error of a forecast of those left, as a share of those there at the cut, over the periods kept apart.
    pub fn error(&self, forecast: &[f64]) -> f64 {
        let off = forecast.iter().zip(&self.left).map(|(forecast, seen)| (forecast - seen.actual).abs());
        off.sum::<f64>() / (self.periods.max(1) as f64 * self.customers)
    }

    /// What the model forecast.
    pub fn expected(&self) -> Vec<f64> {
        self.left.iter().map(|seen| seen.expected).collect()
    }
}

/// Periods of each cohort that are kept apart.
pub fn kept_apart(cohorts: &[&[f64]]) -> usize {
    let longest = cohorts.iter().map(|left| left.len() - 1).max().unwrap_or(0);
    (libm::round(APART * longest as f64) as usize).min(longest.saturating_sub(LEAST)).max(1)
}

/// Each cohort without its last periods; those that are not older have nothing left.
pub fn without_last<'c>(cohorts: &[&'c [f64]], periods: usize) -> Vec<&'c [f64]> {
    let older = cohorts.iter().filter(|left| left.len() > periods + 1);
    older.map(|left| &left[..left.len() - periods]).collect()
}

/// A model with its parameters and how sure they are.
#[derive(Debug, Clone)]
pub struct Believed {
    kind: Kind,
    months: f64,
    /// The parameters.
    pub estimate: Estimate<4>,
    /// How much more the losses vary than chance lets them; at least 1.
    pub dispersion: f64,
}

impl Believed {
    /// Fitted to cohorts.
    pub fn new(cohorts: &[&[f64]], kind: Kind, months: f64) -> Self {
        let pools = [Pool::of(cohorts.iter().copied())];
        let estimate = Contracts { pools: &pools, kind, months }.fit();
        let model = Self { kind, months, estimate, dispersion: 1.0 };
        let dispersion = model.varies(cohorts);
        Self { dispersion, ..model }
    }

    fn shares(&self, logs: [f64; 3], periods: usize) -> Vec<f64> {
        let moved = std::array::from_fn(|k| self.estimate.parameters[k] * libm::exp(logs[k]));
        left(self.kind, moved, self.months, periods)
    }

    /// Pearson's sum of squares per degree of freedom.
    fn varies(&self, cohorts: &[&[f64]]) -> f64 {
        let longest = cohorts.iter().map(|left| left.len()).max().unwrap_or(0);
        let shares = self.shares([0.0; 3], longest);
        let (mut sum, mut cells) = (0.0, 0);
        for two in cohorts.iter().flat_map(|left| left.windows(2).enumerate()) {
            let (period, [before, after]) = (two.0, [two.1[0], two.1[1]]);
            let chance = 1.0 - shares[period + 1] / shares[period];
            let expected = before * chance;
            if expected >= FILLED {
                let off = before - after - expected;
                sum += off * off / (expected * (1.0 - chance));
                cells += 1;
            }
        }
        let free = cells - self.kind.count() as i64;
        if free > 0 { (sum / free as f64).max(1.0) } else { 1.0 }
    }

    /// Standard error of the logarithm of something that follows from the shares left.
    fn error(&self, periods: usize, of: impl Fn(&[f64]) -> f64) -> f64 {
        let covariance = &self.estimate.covariance;
        let n = self.kind.count();
        let slope = |k: usize| {
            let step = libm::sqrt(covariance[k][k]).clamp(1e-4, 0.5);
            let mut logs = [0.0; 3];
            logs[k] = step;
            let up = of(&self.shares(logs, periods));
            logs[k] = -step;
            (up - of(&self.shares(logs, periods))) / (2.0 * step)
        };
        let slopes: Vec<f64> = (0..n).map(slope).collect();
        let all = (0..n * n).map(|at| slopes[at / n] * covariance[at / n][at % n] * slopes[at % n]);
        libm::sqrt((self.dispersion * all.sum::<f64>()).max(0.0))
    }

    /// The share of newcomers left after so many periods, with its standard error.
    pub fn newcomers(&self, periods: usize) -> (f64, f64) {
        let share = self.shares([0.0; 3], periods)[periods];
        (share, share * self.error(periods, |shares| libm::log(shares[periods])))
    }

    /// Those of the cohorts who are left `k` periods later, and the standard error of the logarithm: of luck and of the parameters.
    fn expects(&self, cohorts: &[&[f64]], k: usize) -> (f64, f64) {
        let longest = cohorts.iter().map(|left| left.len() - 1).max().unwrap_or(0) + k;
        let total = |shares: &[f64]| {
            let each = cohorts.iter().map(|left| stay(left, shares, k));
            each.fold((0.0, 0.0), |(sum, luck), (there, stay)| {
                (sum + there * stay, luck + there * stay * (1.0 - stay))
            })
        };
        let (expected, luck) = total(&self.shares([0.0; 3], longest));
        let parameters = self.error(longest, |shares| libm::log(total(shares).0));
        let chance = self.dispersion * luck / (expected * expected).max(1.0);
        (expected, libm::sqrt(chance + parameters * parameters))
    }

    /// Those of the cohorts who will be left after each of so many periods to come, with the ends of their 90 % intervals.
    pub fn ahead(&self, cohorts: &[&[f64]], periods: usize) -> Vec<(f64, f64, f64)> {
        let wider = overconfidence(cohorts, periods, self.kind, self.months);
        let forecasts = (1..=periods).map(|k| self.forecast(cohorts, k, wider, 0.0));
        forecasts.map(|forecast| (forecast.expected, forecast.low, forecast.high)).collect()
    }

    /// The same with its interval, `wider` than these errors alone make it.
    fn forecast(&self, cohorts: &[&[f64]], k: usize, wider: f64, actual: f64) -> Forecast {
        let (expected, error) = self.expects(cohorts, k);
        let width = Z90 * error * wider;
        let customers: f64 = cohorts.iter().map(|left| left[left.len() - 1]).sum();
        let high = (expected * libm::exp(width)).min(customers);
        Forecast { expected, low: expected * libm::exp(-width), high, actual }
    }
}

/// Those of a cohort who are there, and the chance of each to stay for `k` periods more.
fn stay(left: &[f64], shares: &[f64], k: usize) -> (f64, f64) {
    let now = left.len() - 1;
    (left[now], shares[now + k] / shares[now])
}

/// How many times further off than its errors let it the same rule was at earlier cuts: the root mean square over all of them, at least 1.
fn overconfidence(cohorts: &[&[f64]], ahead: usize, kind: Kind, months: f64) -> f64 {
    let longest = cohorts.iter().map(|left| left.len() - 1).max().unwrap_or(0);
    let most = longest.saturating_sub(LEAST);
    let step = most.div_ceil(CUTS).max(1);
    let (mut squares, mut count) = (0.0, 0.0);
    for last in (1..=most).step_by(step) {
        let before = without_last(cohorts, last);
        let believed = Believed::new(&before, kind, months);
        let seen: Vec<&&[f64]> = cohorts.iter().filter(|left| left.len() > last + 1).collect();
        for k in 1..=last.min(ahead) {
            let actual: f64 = seen.iter().map(|left| left[left.len() - 1 - last + k]).sum();
            let (expected, error) = believed.expects(&before, k);
            let miss = libm::log(actual.max(0.5) / expected.max(0.5)) / error.max(1e-9);
            squares += miss * miss;
            count += 1.0;
        }
    }
    libm::sqrt(squares / f64::max(count, 1.0)).max(1.0)
}

/// What anybody could have forecast.
fn naive(cohorts: &[&[f64]], periods: usize) -> Vec<(Naive, Vec<f64>)> {
    let pool = Pool::of(cohorts.iter().copied());
    let now: f64 = cohorts.iter().map(|left| left[left.len() - 1]).sum();
    let before: f64 = cohorts.iter().map(|left| left[left.len() - 2]).sum();
    let rates: Vec<f64> =
        pool.risks().map(|(there, lost)| if there > 0.0 { 1.0 - lost / there } else { 1.0 }).collect();
    let ahead = |rate: f64| (1..=periods).map(|k| now * libm::pow(rate, k as f64)).collect();
    let mut all =
        vec![(Naive::LastRate, ahead(now / before)), (Naive::LogLinear, ahead(libm::exp(slope(&rates))))];
    if cohorts.len() > 1 {
        let of = |left: &&[f64], k: usize| {
            let age = left.len() - 1;
            let at = |age: usize| rates[age.min(rates.len() - 1)];
            left[age] * (age..age + k).map(at).product::<f64>()
        };
        all.push((
            Naive::SameAge,
            (1..=periods).map(|k| cohorts.iter().map(|left| of(left, k)).sum()).collect(),
        ));
    }
    all
}

/// The slope of a straight line through the logarithms of the shares left.
fn slope(rates: &[f64]) -> f64 {
    let logs = rates.iter().scan(0.0, |sum, rate| {
        *sum += libm::log(rate.max(1e-9));
        Some(*sum)
    });
    let points: Vec<(f64, f64)> =
        std::iter::once(0.0).chain(logs).enumerate().map(|(t, ln)| (t as f64, ln)).collect();
    let n = points.len() as f64;
    let (across, up) = points.iter().fold((0.0, 0.0), |sum, (t, ln)| (sum.0 + t / n, sum.1 + ln / n));
    let along: f64 = points.iter().map(|(t, ln)| (t - across) * (ln - up)).sum();
    let square: f64 = points.iter().map(|(t, _)| (t - across) * (t - across)).sum();
    if square > 0.0 { along / square } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand::rngs::ChaCha8Rng;
    use rand_distr::{Beta, Binomial, Distribution};

    /// Monthly cohorts of 400 who leave by propensities of their own, the oldest known for `months` months.
    fn made(months: usize, rng: &mut ChaCha8Rng) -> Vec<Vec<f64>> {
        let chances = Beta::new(0.8, 9.0).unwrap();
        let mut one = |known: usize| {
            let mut left = vec![400.0; known + 1];
            for _ in 0..400 {
                let chance = chances.sample(rng);
                let mut there = 1;
                left[1..].iter_mut().for_each(|left| {
                    there = Binomial::new(there, 1.0 - chance).unwrap().sample(rng);
                    *left -= (1 - there) as f64;
                });
            }
            left
        };
        (1..=months).rev().map(&mut one).collect()
    }

    /// Of 60 tables made by the model the 90 % intervals of the last period hold nine in ten: 54, with a standard deviation of 2.3; fewer than 45 or all
    /// 60 once in 500. Where an earlier cut went badly by chance they are wider.
    #[test]
    fn intervals_hold_what_they_say() {
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        let (mut last, mut all) = (0, 0);
        for _ in 0..60 {
            let cohorts = made(14, &mut rng);
            let cohorts: Vec<&[f64]> = cohorts.iter().map(|left| &left[..]).collect();
            let test = HeldOut::new(&cohorts, Kind::ShiftedBetaGeometric, 1.0);
            assert_eq!((test.periods, test.left.len()), (4, 4));
            last += i32::from(test.left[3].covers());
            all += test.left.iter().filter(|seen| seen.covers()).count();
        }
        assert!((45..60).contains(&last) && (200..240).contains(&all), "{last} of 60, {all} of 240");
    }

    /// A loss that is the same in every period is forecast alike by a rate, by a line, and by those of the same age.
    #[test]
    fn simple_forecasts_agree_on_an_even_loss() {
        let old: Vec<f64> = (0..9).map(|k| 1_000.0 * libm::pow(0.9, f64::from(k))).collect();
        let cohorts = [&old[..], &old[..6]];
        for (naive, forecast) in HeldOut::new(&cohorts, Kind::ShiftedBetaGeometric, 1.0).naive {
            let expected = (old[6] + old[3]) * 0.81;
            assert!((forecast[1] / expected - 1.0).abs() < 1e-9, "{naive:?}: {forecast:?}, {expected}");
        }
    }
}
