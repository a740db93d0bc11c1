//! From a log to what a design needs of it: a model that a test has chosen, its parameters, the shop.

use super::backtest::BackTest;
use super::beta_geometric::BetaGeometric;
use super::choose::{Contest, contest};
use super::customers::Pasts;
use super::maximise::Estimate;
use super::model::Model;
use super::shop::Shop;
use super::uncertainty::{Z90, missed};
use crate::data::Log;
use crate::design::Saying;
use crate::units::Day;

/// Customers and repeat purchases below which nothing can be learned.
const LEAST: f64 = 30.0;
/// Days of a log below which nothing can be learned.
const LEAST_DAYS: i32 = 56;
/// Share of the time that is fitted in the test of the forecast.
const FITTED: f64 = 0.7;

/// What a log has taught.
#[derive(Debug)]
pub struct Learned {
    /// The test of the forecast, where the log was long enough.
    pub test: Option<BackTest>,
    /// The model chosen.
    pub model: Model,
    /// Its parameters on the whole log.
    pub estimate: Estimate<4>,
    /// The shop in the terms of a design.
    pub shop: Shop,
}

/// Why a log teaches nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum LearnFault {
    /// Too few customers or repeat purchases, or too short a time.
    TooLittle {
        /// Customers.
        customers: u64,
        /// Repeat purchases.
        repeats: u64,
    },
    /// The last day to be fitted lies too near to an end.
    Cut {
        /// The day.
        day: Day,
        /// First and last day of the log.
        span: (Day, Day),
    },
    /// A column does not tell groups of customers apart.
    OneGroup {
        /// The column.
        column: String,
        /// Customers that a group has at least.
        least: u64,
    },
}

impl LearnFault {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::TooLittle { customers, repeats } => {
                Saying::new("failure-too-little-data").with("customers", *customers).with("repeats", *repeats)
            }
            Self::OneGroup { column, least } => {
                Saying::new("failure-one-group").with("column", column).with("least", *least)
            }
            Self::Cut { day, span: (first, last) } => Saying::new("failure-cut")
                .with("day", day.to_string())
                .with("first", first.to_string())
                .with("last", last.to_string()),
        }
    }

    fn too_little(pasts: &Pasts) -> Self {
        Self::TooLittle { customers: pasts.customers() as u64, repeats: pasts.repeats() as u64 }
    }
}

/// The last day that is fitted in the test: the one asked for, or that after which enough is left to be forecast.
///
/// # Errors
/// If the log is too short, or the day does not leave enough on either side.
pub fn last_fitted(log: &Log, asked: Option<Day>) -> Result<Day, LearnFault> {
    let nothing = || Pasts::new(Vec::new());
    let (first, last) = log.span().ok_or_else(|| LearnFault::too_little(&nothing()))?;
    let pasts = Pasts::of(log, last, last);
    if pasts.customers() < LEAST || pasts.repeats() < LEAST || last.since(first) < LEAST_DAYS {
        return Err(LearnFault::too_little(&pasts));
    }
    match asked {
        Some(day) if day.since(first) < LEAST_DAYS / 2 || day >= last => {
            Err(LearnFault::Cut { day, span: (first, last) })
        }
        Some(day) => Ok(day),
        None => Ok(first.plus((f64::from(last.since(first)) * FITTED) as i32)),
    }
}

/// Tests forecasts from `cut` on, chooses a model, and fits it to the whole log; nothing if `stopped` says so after the test.
///
/// # Errors
/// If the log is too short.
pub fn learn(log: &Log, cut: Day, stopped: &dyn Fn() -> bool) -> Result<Option<Learned>, LearnFault> {
    let test = BackTest::new(log, cut);
    let (model, simulable) = chosen(log, test.as_ref())?;
    if stopped() {
        return Ok(None);
    }
    let (_, last) = log.span().unwrap_or((cut, cut));
    let pasts = Pasts::of(log, last, last);
    let estimate = model.fit(&pasts);
    let mut shop = Shop::new(log, simulable, &estimate).ok_or_else(|| LearnFault::too_little(&pasts))?;
    // how many are active is what no log tells: a forecast that has missed is taken to have missed there
    let missed = shop.active.value * missed_share(test.as_ref(), model);
    shop.active.error = libm::hypot(shop.active.error, missed);
    Ok(Some(Learned { test, model, estimate, shop }))
}

/// By what share purchases of all customers may be off because a model is only a model: a standard deviation, of how far this one has missed what it had not seen.
fn missed_share(test: Option<&BackTest>, model: Model) -> f64 {
    let misses = test.map_or_else(Vec::new, |test| {
        let earlier = test.contest.iter().filter(|contest| contest.model == model);
        let last = libm::log((test.purchases.actual + 0.5) / (test.purchases.expected + 0.5));
        earlier.flat_map(|contest| contest.misses.iter().copied()).chain([last]).collect()
    });
    missed(&misses) / Z90
}

/// The model that the test has chosen; without a test, the one that the whole log speaks for.
fn chosen(log: &Log, test: Option<&BackTest>) -> Result<(Model, BetaGeometric), LearnFault> {
    let simulable = |contest: &[Contest]| {
        contest.iter().find_map(|contest| match contest.model {
            Model::BetaGeometric(model) => Some((contest.model, model)),
            Model::ParetoNbd => None,
        })
    };
    let found = match test {
        Some(test) => simulable(&test.contest),
        None => log.span().and_then(|(first, last)| simulable(&contest(log, first, last))),
    };
    found.ok_or_else(|| LearnFault::too_little(&Pasts::new(Vec::new())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Customer, Purchase};
    use crate::fit::forecast::Forecast;
    use rand::SeedableRng;
    use rand::rngs::ChaCha8Rng;
    use rand_distr::{Distribution, Exp1};

    /// A year of a small shop: customers who come within ten weeks and buy every six weeks.
    fn log() -> Log {
        let mut rng = ChaCha8Rng::seed_from_u64(51);
        let begin = Day::new(2024, 1, 1).unwrap();
        let mut customer = |at: i32| {
            let (mut now, mut purchases) = (f64::from(at), Vec::new());
            while now < 365.0 {
                purchases.push(Purchase { day: begin.plus(now as i32), amount: 1.0 });
                let gap: f64 = Exp1.sample(&mut rng);
                now += 1.0 + 42.0 * gap;
            }
            Customer { id: at.to_string().into(), purchases }
        };
        let customers = (0..70).map(&mut customer).collect();
        Log { customers, has_money: false, unmatched: 0.0, undone: 0, together: 0, accounts: None }
    }

    /// By hand: two misses of a tenth and a last one of a fifth are 0.141 421 in the mean square, half a width of 2.353 times that with three of them, and a standard deviation of 1/1.644 854 of
    /// this. What other models have missed does not count; who has never been tested is taken to have missed once, and nobody by less than 2 %.
    #[test]
    fn a_model_is_only_a_model() {
        let log = log();
        let cut = last_fitted(&log, None).unwrap();
        let mut test = BackTest::new(&log, cut).unwrap();
        let model = test.chosen().model;
        let mut missed = |[first, second]: [f64; 2], last: f64| {
            test.contest.iter_mut().for_each(|contest| contest.misses = vec![5.0]);
            test.contest[0].misses = vec![first, second];
            test.purchases = Forecast { expected: 99.5, actual: 100.0 * last.exp() - 0.5, ..test.purchases };
            missed_share(Some(&test), model)
        };
        let near = |found: f64, by_hand: f64| assert!((found - by_hand).abs() < 1e-6, "{found}");
        near(missed([0.1, -0.1], 0.2), 0.141_421_36 * 2.353 / 1.644_854);
        near(missed([0.1, -0.1], -0.2), 0.141_421_36 * 2.353 / 1.644_854);
        near(missed([0.0, 0.0], 0.0), 0.02 * 2.353 / 1.644_854);
        near(missed_share(None, model), 0.02 * 6.314 / 1.644_854);
    }

    /// It comes on top of what the customers' own luck leaves open of how many are active, and nothing else moves.
    #[test]
    fn what_forecasts_have_missed_is_not_known_of_the_active() {
        let log = log();
        let learned = learn(&log, last_fitted(&log, None).unwrap(), &|| false).unwrap().unwrap();
        let Model::BetaGeometric(model) = learned.model else { panic!("{:?}", learned.model) };
        let plain = Shop::new(&log, model, &learned.estimate).unwrap();
        let share = missed_share(learned.test.as_ref(), learned.model);
        let error = plain.active.error.hypot(share * plain.active.value);
        assert!(share >= 0.028 && error > plain.active.error, "{share} {plain:?}");
        assert!((learned.shop.active.error / error - 1.0).abs() < 1e-12, "{:?}", learned.shop.active);
        assert_eq!((learned.shop.active.value, learned.shop.joining), (plain.active.value, plain.joining));
    }
}
