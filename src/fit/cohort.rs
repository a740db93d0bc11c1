//! Customers under contract, who leave once a period or stay: shifted beta-geometric (Fader & Hardie 2007), beta-discrete-Weibull
//! (Fader, Hardie, Liu, Davin & Steenburgh 2018), and the first with customers whose needs change.

use super::jet::Jet;
use super::maximise::{Estimate, Likelihood, maximise};

/// How customers leave. All have a chance to leave of their own, Beta distributed with α and β.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It stays as it is.
    ShiftedBetaGeometric,
    /// The n-th period counts n^c − (n − 1)^c times.
    BetaDiscreteWeibull,
    /// In each period a share of the customers become as ready to leave as newcomers are.
    ChangingNeeds,
    /// Contracts run for so many months: within a term the chance to leave counts only in part, and the month in which it ends makes up for it.
    Terms(u32),
}

impl Kind {
    /// Those that customers may follow who renew every `term` months, in a table whose periods are of so many `months`; the simplest first. By what
    /// happens at the end of a term, or if that cannot be seen, by changes of needs where there are no terms.
    pub fn of(term: u32, months: u32) -> Vec<Self> {
        let more = match term {
            1 => Some(Self::ChangingNeeds),
            term if term > months => Some(Self::Terms(term)),
            _ => None,
        };
        [Self::ShiftedBetaGeometric, Self::BetaDiscreteWeibull].into_iter().chain(more).collect()
    }

    /// Whether a design can say it of a base whose customers have joined at different times and renew every `term` months, when the periods are of so many `months`.
    pub fn is_playable(self, term: u32, months: u32) -> bool {
        match self {
            // who renews after several months has no tenure by the month
            Self::BetaDiscreteWeibull => term == 1,
            Self::Terms(_) => true,
            _ => term <= months,
        }
    }

    /// Whether α and β are those of months, whatever the periods are.
    pub fn is_by_month(self) -> bool {
        matches!(self, Self::ChangingNeeds | Self::Terms(_))
    }

    /// Parameters.
    pub fn count(self) -> usize {
        if self == Self::ShiftedBetaGeometric { 2 } else { 3 }
    }
}

/// Cohorts that are taken together: who left in each period, and who was left when nothing more was known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pool {
    /// Where among all cohorts, in time: from −1 for the oldest to 1 for the youngest.
    pub place: f64,
    /// Those who left in each period, the first at 0.
    pub lost: Vec<f64>,
    /// Those of whom no more is known, by the number of their periods.
    pub rest: Vec<f64>,
}

impl Pool {
    /// Cohorts by those at the start and left after each period.
    pub fn of<'c>(cohorts: impl IntoIterator<Item = &'c [f64]>) -> Self {
        let mut pool = Self::default();
        for left in cohorts.into_iter().filter(|left| !left.is_empty()) {
            let periods = left.len() - 1;
            pool.lost.resize(pool.lost.len().max(periods), 0.0);
            pool.rest.resize(pool.rest.len().max(periods + 1), 0.0);
            left.windows(2).zip(&mut pool.lost).for_each(|(two, lost)| *lost += two[0] - two[1]);
            pool.rest[periods] += left[periods];
        }
        pool
    }

    /// All customers.
    pub fn all(&self) -> f64 {
        self.lost.iter().sum::<f64>() + self.rest.iter().sum::<f64>()
    }

    /// Of each period those who were there at its start and those who left.
    pub fn risks(&self) -> impl Iterator<Item = (f64, f64)> {
        let mut there = self.all();
        self.lost.iter().zip(&self.rest).map(move |(lost, rest)| {
            let before = there - rest;
            there = before - lost;
            (before, *lost)
        })
    }
}

/// What is to be explained: cohorts, and by what. The parameters are α, β, the third one of the kind, and the factor of β of a youngest
/// cohort: those that the kind does not have change nothing.
#[derive(Debug, Clone, Copy)]
pub struct Contracts<'c> {
    /// The cohorts.
    pub pools: &'c [Pool],
    /// How they leave.
    pub kind: Kind,
    /// Months of a period, where α and β are those of months; 1 where they are those of the periods.
    pub months: f64,
}

impl Contracts<'_> {
    /// The likeliest parameters.
    pub fn fit(&self) -> Estimate<4> {
        let usual = match self.kind {
            Kind::ChangingNeeds => 0.02,
            Kind::Terms(_) => 0.2,
            _ => 1.0,
        };
        let starts = [
            [1.0, self.months, usual, 1.0],
            [0.5, 10.0 * self.months, usual, 1.0],
            [5.0, 100.0 * self.months, usual, 1.0],
        ];
        maximise(self, &starts)
    }

    /// The logarithm of the likelihood of the cohorts with these parameters.
    pub fn at(&self, parameters: [f64; 4]) -> f64 {
        self.ln(parameters.map(Jet::constant)).value
    }
}

impl Likelihood<4> for Contracts<'_> {
    fn ln(&self, [alpha, beta, third, trend]: [Jet<4>; 4]) -> Jet<4> {
        let mut sum = Jet::constant(0.0);
        for pool in self.pools {
            let beta = if pool.place == 0.0 { beta } else { beta * trend.ln().times(pool.place).exp() };
            let left = ln_left(self.kind, [alpha, beta, third], self.months, pool.rest.len());
            for (period, lost) in pool.lost.iter().enumerate().filter(|(_, lost)| **lost > 0.0) {
                sum = sum + ln_difference(left[period], left[period + 1]).times(*lost);
            }
            for (left, rest) in left.iter().zip(&pool.rest).filter(|(_, rest)| **rest > 0.0) {
                sum = sum + left.times(*rest);
            }
        }
        sum
    }

    fn weight(&self) -> f64 {
        self.pools.iter().map(Pool::all).sum()
    }
}

/// Shares of a cohort left at the start and after each of so many `periods`, each of so many `months`.
pub fn left(kind: Kind, parameters: [f64; 3], months: f64, periods: usize) -> Vec<f64> {
    let parameters = parameters.map(Jet::<0>::constant);
    ln_left(kind, parameters, months, periods + 1).into_iter().map(|ln| libm::exp(ln.value)).collect()
}

/// Logarithms of the shares left at the start and after each of `count` − 1 periods.
fn ln_left<const N: usize>(
    kind: Kind,
    [alpha, beta, third]: [Jet<N>; 3],
    months: f64,
    count: usize,
) -> Vec<Jet<N>> {
    let step = (months as usize).max(1);
    match kind {
        Kind::ShiftedBetaGeometric => {
            ln_even(alpha, beta, step * count.saturating_sub(1)).into_iter().step_by(step).collect()
        }
        Kind::BetaDiscreteWeibull => {
            let run = |n: usize| match n {
                0 => Jet::constant(0.0),
                n => third.times(libm::log(months * n as f64)).exp(),
            };
            (0..count).map(|n| ln_survival(alpha, beta, run(n))).collect()
        }
        Kind::Terms(term) => {
            let early = third * third.plus(1.0).inverse();
            let passed = |n: usize| {
                let (whole, part) = (step * n / term as usize, step * n % term as usize);
                early.times(part as f64).plus((whole * term as usize) as f64)
            };
            (0..count).map(|n| ln_survival(alpha, beta, passed(n))).collect()
        }
        Kind::ChangingNeeds => changing([alpha, beta, third], step, count),
    }
}

/// With a share ν/(1 + ν) of those there changing in each month: of newcomers F_k are left after k months as long as nobody changes,
/// R_k = (1 − ν)^(k−1)·F_k + Σ_(i<k) ν·R_i·(1 − ν)^(k−i−1)·F_(k−i) in all (docs/model.md, "Calibration and what it leaves").
fn changing<const N: usize>([alpha, beta, odds]: [Jet<N>; 3], months: usize, count: usize) -> Vec<Jet<N>> {
    let most = months * count.saturating_sub(1);
    let stay = odds.plus(1.0).inverse();
    let change = odds * stay;
    let mut power = Jet::constant(1.0);
    let mut kept = Vec::with_capacity(most + 1);
    for (k, even) in ln_even(alpha, beta, most).into_iter().enumerate() {
        kept.push(even.exp() * power);
        if k > 0 {
            power = power * stay;
        }
    }
    let mut all: Vec<Jet<N>> = vec![Jet::constant(1.0)];
    for k in 1..=most {
        let renewed = (1..k).fold(Jet::constant(0.0), |sum, i| sum + all[i] * kept[k - i]);
        all.push(kept[k] + change * renewed);
    }
    all.into_iter().step_by(months).map(Jet::ln).collect()
}

/// Logarithms of the shares left after 0, 1, … `most` even periods. A sum keeps the digits that differences of ln Γ lose where all customers are alike.
fn ln_even<const N: usize>(alpha: Jet<N>, beta: Jet<N>, most: usize) -> Vec<Jet<N>> {
    let mut ln = Jet::constant(0.0);
    let mut all = vec![ln];
    for before in 0..most {
        let here = beta.plus(before as f64);
        ln = ln - (alpha * here.inverse()).plus(1.0).ln();
        all.push(ln);
    }
    all
}

/// ln of the share left after any `time`: ln B(α, β + time)/B(α, β).
fn ln_survival<const N: usize>(alpha: Jet<N>, beta: Jet<N>, time: Jet<N>) -> Jet<N> {
    let later = beta + time;
    later.ln_gamma() - (alpha + later).ln_gamma() + (alpha + beta).ln_gamma() - beta.ln_gamma()
}

/// ln(e^a − e^b) for a above b.
fn ln_difference<const N: usize>(a: Jet<N>, b: Jet<N>) -> Jet<N> {
    let ratio = (b - a).exp();
    a + (-ratio).plus(1.0).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nobody is lost twice: those at the start of each period, those who leave, and the rest add up.
    #[test]
    fn cohorts_are_taken_together() {
        let pool = Pool::of([&[100.0, 80.0, 70.0][..], &[50.0, 45.0]]);
        assert_eq!((pool.lost.clone(), pool.rest.clone()), (vec![25.0, 10.0], vec![0.0, 45.0, 70.0]));
        assert_eq!(pool.risks().collect::<Vec<_>>(), [(150.0, 25.0), (80.0, 10.0)]);
        assert_eq!(pool.all(), 150.0);
    }

    /// Within a term few leave, and when it ends as many have left as without one.
    #[test]
    fn a_term_only_puts_off() {
        let even = left(Kind::ShiftedBetaGeometric, [0.7, 9.0, 1.0], 1.0, 24);
        let held = left(Kind::Terms(12), [0.7, 9.0, 0.25], 1.0, 24);
        assert!((held[12] - even[12]).abs() < 1e-12 && (held[24] - even[24]).abs() < 1e-12);
        // odds of 1 to 4: five months of a term are one month without
        assert!((held[5] - even[1]).abs() < 1e-12 && held[11] - held[12] > 0.2, "{held:?}");
    }

    /// With nobody changing all kinds are one; with all changing every month is a newcomer's first.
    #[test]
    fn needs_that_change_make_a_steady_loss() {
        let even = left(Kind::ShiftedBetaGeometric, [0.7, 9.0, 1.0], 1.0, 24);
        let never = left(Kind::ChangingNeeds, [0.7, 9.0, 1e-9], 1.0, 24);
        let plain = left(Kind::BetaDiscreteWeibull, [0.7, 9.0, 1.0], 1.0, 24);
        for k in 0..=24 {
            assert!((even[k] - never[k]).abs() < 1e-6 && (even[k] - plain[k]).abs() < 1e-12, "{k}");
        }
        let always = left(Kind::ChangingNeeds, [0.7, 9.0, 1e9], 1.0, 24);
        assert!((always[24] - libm::pow(9.0 / 9.7, 24.0)).abs() < 1e-6, "{always:?}");
        // by the year the same customers are left
        let months = left(Kind::ChangingNeeds, [0.7, 9.0, 0.03], 1.0, 24);
        let years = left(Kind::ChangingNeeds, [0.7, 9.0, 0.03], 12.0, 2);
        assert_eq!([months[12], months[24]], [years[1], years[2]]);
    }
}
