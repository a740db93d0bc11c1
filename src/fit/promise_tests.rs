//! Forecasts of a shop whose Decembers are known: the one that is kept, and its test.

use super::backtest::BackTest;
use super::beta_geometric::BetaGeometric;
use super::customers::Pasts;
use super::headline::Headline;
use super::learn::Learned;
use super::model::Model;
use super::promise::{Promise, Promised};
use super::season::Season;
use super::season_test::error_of_a_month;
use super::shop::Shop;
use crate::data::{Customer, Log, Purchase};
use crate::units::Day;
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;
use rand_distr::{Distribution, Gamma, Open01};

/// Days of three years and five months from January 2021.
const DAYS: i32 = 1_246;

/// 500 customers who never leave and join over half a year; on a day of December they buy twice as often.
fn shop(rng: &mut ChaCha8Rng) -> Log {
    let first = Day::new(2021, 1, 1).unwrap();
    let rates = Gamma::new(2.0, 0.02).unwrap();
    let one = |at: i32, rng: &mut ChaCha8Rng| {
        let (rate, joined): (f64, i32) = (rates.sample(rng), at % 180);
        let days = (joined..DAYS).filter(|day| {
            let factor = if first.plus(*day).month().month() == 12 { 2.0 } else { 1.0 };
            let luck: f64 = Open01.sample(rng);
            *day == joined || luck < rate * factor
        });
        let purchases = days.map(|day| Purchase { day: first.plus(day), amount: 1.0 }).collect();
        Customer { id: at.to_string().into(), purchases }
    };
    let customers = (0..500).map(|at| one(at, rng)).collect();
    Log { customers, has_money: false, unmatched: 0.0, undone: 0, together: 0, accounts: None }
}

/// The purchases promised of a month.
fn promised(log: &Log, months: Option<[Option<Season>; 2]>, (year, month): (i32, u8)) -> Promised {
    let (_, last) = log.span().unwrap();
    let model = BetaGeometric::MBG_NBD;
    let estimate = Model::BetaGeometric(model).fit(&Pasts::of(log, last, last));
    let mut shop = Shop::new(log, model, &estimate).unwrap();
    shop.months = months.unwrap_or(shop.months);
    let learned = Learned { test: None, model: Model::BetaGeometric(model), estimate, shop };
    let promise = Promise::new(log, &learned).unwrap();
    let is = |day: Day| (day.month().year(), day.month().month()) == (year, month);
    let period = promise.months.into_iter().find(|period| is(period.until)).unwrap();
    period.promised.into_iter().find(|one| one.headline == Headline::Purchases).unwrap()
}

/// Fitted until October 2023, the forecast holds the December that comes, and expects nearly twice a usual month; without a season it expects a usual
/// one, and falls short of the December by a third and more.
#[test]
fn a_december_is_forecast() {
    let whole = shop(&mut ChaCha8Rng::seed_from_u64(11));
    let (begin, end) = (Day::new(2023, 11, 30).unwrap(), Day::new(2023, 12, 31).unwrap());
    let came: usize = whole.customers.iter().map(|one| one.purchases_between(begin, end).len()).sum();
    let until = Day::new(2023, 10, 31).unwrap();
    let cut = |customer: &Customer| {
        let purchases = customer.purchases.iter().filter(|purchase| purchase.day <= until).copied().collect();
        Customer { purchases, ..customer.clone() }
    };
    let log = Log { customers: whole.customers.iter().map(cut).collect(), ..whole };
    let december = promised(&log, None, (2023, 12));
    let usual = promised(&log, None, (2024, 1));
    assert!((december.low..=december.high).contains(&(came as f64)), "{december:?} {came}");
    assert!((1.7..2.2).contains(&(december.expected / usual.expected)), "{december:?} {usual:?}");
    let flat = promised(&log, Some([None, None]), (2023, 12));
    assert!(flat.expected < 0.7 * came as f64, "{flat:?} {came}");
}

/// The test of the forecast tests the season, too, where two whole years come before the cut: the December that it holds out is then in its interval, and
/// months are off by half as much. With fewer years there is nothing to tell.
#[test]
fn the_test_holds_out_a_december() {
    let log = shop(&mut ChaCha8Rng::seed_from_u64(11));
    let test = BackTest::new(&log, Day::new(2023, 8, 31).unwrap()).unwrap();
    let of = test.season.as_ref().unwrap();
    assert_eq!((of.years, of.months.len()), (2, test.months.len()));
    let december = |months: &[(crate::units::YearMonth, super::forecast::Forecast)]| {
        months.iter().find(|(month, _)| month.month() == 12).unwrap().1
    };
    assert!(december(&of.months).covers() && !december(&test.months).covers(), "{test:?}");
    assert!(of.months.iter().zip(&test.months).all(|(of, plain)| of.1.actual == plain.1.actual));
    assert!((of.purchases.actual - test.purchases.actual).abs() < 1e-9, "{test:?}");
    let [with, without] = [&of.months, &test.months].map(|months| error_of_a_month(months));
    assert!(with < 0.5 * without, "{with} {without}");
    assert!(BackTest::new(&log, Day::new(2022, 10, 31).unwrap()).unwrap().season.is_none());
}
