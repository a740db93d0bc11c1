//! The response to discounts, found again in shops whose response is known.

use super::beta_geometric::BetaGeometric;
use super::discounts::{Discounts, Response, Untold};
use super::reference::lasting;
use super::tracked::repeats;
use crate::data::{Account, Accounts, Customer, Has, Log, Moved, Movement, Purchase};
use crate::units::{Day, YearMonth};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rand_distr::{Beta, Distribution, Gamma, Poisson, StandardNormal};

const PARAMETERS: [f64; 4] = [1.0, 4.0, 1.0, 30.0];
/// The first month of all logs.
const BEGIN: (i32, u8) = (2021, 1);

/// A shop whose customers answer as those of the simulator do.
struct World {
    depths: Vec<f64>,
    price: f64,
    memory: f64,
    /// Standard deviation by which months differ, in logarithms; 0.4 of it carries on.
    noise: f64,
    customers: usize,
}

impl World {
    fn new(depths: Vec<f64>, price: f64) -> Self {
        Self { depths, price, memory: 0.7, noise: 0.05, customers: 400 }
    }

    fn month(at: usize) -> YearMonth {
        YearMonth::new(BEGIN.0, BEGIN.1).unwrap().plus(at as i32)
    }

    /// Decembers with half as much again, months that differ, customers who join over a year and leave after purchases.
    fn log(&self, rng: &mut ChaCha8Rng) -> Log {
        let (mut differs, mut factors) = (0.0, Vec::new());
        for at in 0..self.depths.len() {
            let z: f64 = StandardNormal.sample(rng);
            differs = 0.4 * differs + (1.0_f64 - 0.16).sqrt() * self.noise * z;
            let season: f64 = if Self::month(at).month() == 12 { 1.5 } else { 1.0 };
            factors.push(season * differs.exp());
        }
        let lasts = lasting(&self.depths);
        let all = (0..self.customers).map(|who| self.customer(who, &factors, &lasts, rng));
        let (customers, accounts) = all.collect();
        let has = Has { discount: true, ..Has::default() };
        let accounts = Some(Accounts { all: accounts, has });
        Log { customers, has_money: true, unmatched: 0.0, undone: 0, together: 0, accounts }
    }

    fn customer(
        &self,
        who: usize,
        factors: &[f64],
        lasts: &[f64],
        rng: &mut ChaCha8Rng,
    ) -> (Customer, Account) {
        let rate = Gamma::new(PARAMETERS[0], 1.0 / PARAMETERS[1]).unwrap().sample(rng) * 30.44 / 7.0;
        let leaves = Beta::new(PARAMETERS[2], PARAMETERS[3]).unwrap().sample(rng);
        let (joined, mut reference, mut stock) = (who % 12, 0.0, 0.0_f64);
        let mut days = Vec::new();
        let mut gone = false;
        for month in joined..self.depths.len() {
            let felt = |discount: f64| {
                let beyond: f64 = discount - reference;
                let weighed = if beyond > 0.0 { beyond } else { 1.3 * beyond };
                self.price * (1.0 + reference) * weighed
            };
            let up = felt(self.depths[month]);
            let mean = rate * factors[month] * up.exp();
            let used = (0.5 * stock).min(0.4 * mean);
            let count = Poisson::new((mean - used).max(1e-9)).unwrap().sample(rng) as u64;
            let count = count.max(u64::from(month == joined));
            let rush = up - felt(lasts[month]);
            stock += 0.15 * (1.0 - (-rush).exp()) * count as f64 - used;
            for day in rand::seq::index::sample(rng, 28, count.min(28) as usize) {
                if !gone {
                    days.push((month, day as i32));
                    gone = rng.random_bool(leaves);
                }
            }
            if count > 0 {
                reference = self.memory * reference + (1.0 - self.memory) * lasts[month];
            }
        }
        self.receipts(who, days, rng)
    }

    fn receipts(&self, who: usize, mut days: Vec<(usize, i32)>, rng: &mut ChaCha8Rng) -> (Customer, Account) {
        days.sort_unstable();
        let (mut purchases, mut movements) = (Vec::new(), Vec::new());
        for (month, day) in days {
            let (day, price) = (Day::first_of(Self::month(month)).plus(day), rng.random_range(20.0..80.0));
            let discount = price * self.depths[month];
            let moved = Moved { discount, ..Moved::default() };
            purchases.push(Purchase { day, amount: price - discount });
            movements.push(Movement { day, line: 2, amount: price - discount, moved });
        }
        let id: Box<str> = who.to_string().into();
        (Customer { id: id.clone(), purchases }, Account { id, movements })
    }

    fn told(&self, rng: &mut ChaCha8Rng) -> Discounts {
        told(&self.log(rng)).unwrap()
    }
}

fn told(log: &Log) -> Option<Discounts> {
    let seen = repeats(log, log.span()?, BetaGeometric::BG_NBD, PARAMETERS);
    Discounts::new(log, BetaGeometric::BG_NBD, PARAMETERS, &seen)
}

/// Sales in a third of the months, of a tenth to three tenths.
fn sales(months: usize, rng: &mut ChaCha8Rng) -> Vec<f64> {
    let depth = |rng: &mut ChaCha8Rng| 0.1 + 0.05 * f64::from(rng.random_range(0..5));
    (0..months).map(|_| if rng.random_bool(1.0 / 3.0) { depth(rng) } else { 0.0 }).collect()
}

/// Of 40 shops of three years each, intervals of 90 % hold the response in 31 to 40 (36 on average; false alarm 0.5 %), whether customers answer or not; and the
/// estimates are right on average, within 3.3 of their standard errors.
#[test]
fn responses_are_found_again() {
    let mut rng = ChaCha8Rng::seed_from_u64(31);
    for price in [1.4, 0.0] {
        let each = |_| {
            let world = World::new(sales(36, &mut rng), price);
            match world.told(&mut rng).found {
                Ok(Response { price, .. }) | Err(Untold::Vague(price) | Untold::Contrary(price)) => price,
                Err(why) => panic!("{why:?} {:?}", world.depths),
            }
        };
        let all: Vec<_> = (0..40).map(each).collect();
        let held = all.iter().filter(|found| (found.value - price).abs() < 1.645 * found.error).count();
        assert!(held >= 31, "{price}: {held} {all:?}");
        let mean = all.iter().map(|found| found.value).sum::<f64>() / 40.0;
        let square = all.iter().map(|found| (found.value - mean) * (found.value - mean)).sum::<f64>() / 39.0;
        assert!((mean - price).abs() < 3.3 * (square / 40.0).sqrt(), "{price}: {mean} {square}");
        // and they are worth something
        let error = all.iter().map(|found| found.error).sum::<f64>() / 40.0;
        assert!((0.05..0.3).contains(&error), "{price}: {error}");
        // told a fifth to two fifths larger than they are: how alike months err is not known
        let larger = error / square.sqrt();
        assert!((1.15..1.45).contains(&larger), "{price}: {error} is {larger} times as large");
    }
}

/// Where lasting discounts come and go over six years, the log tells how slowly customers get used to them; where there are but sales, it does not.
#[test]
fn memories_are_told_where_discounts_last() {
    let mut rng = ChaCha8Rng::seed_from_u64(32);
    let levels = [0.0, 0.25, 0.05, 0.3, 0.1, 0.0, 0.2, 0.0, 0.3];
    let depths: Vec<f64> = levels.iter().flat_map(|level| [*level; 8]).collect();
    let mut told = 0;
    for memory in [0.5, 0.8] {
        for _ in 0..5 {
            let world = World { memory, customers: 600, noise: 0.02, ..World::new(depths.clone(), 2.0) };
            let found = world.told(&mut rng).found.unwrap();
            assert!((found.price.value - 2.0).abs() < 3.3 * found.price.error, "{found:?}");
            if let Some(known) = found.memory {
                told += 1;
                assert!((known.value - memory).abs() < 3.3 * known.error, "{memory}: {found:?}");
            }
        }
    }
    assert!(told >= 7, "{told}");
    let found = World::new(sales(36, &mut rng), 1.4).told(&mut rng).found.unwrap();
    assert_eq!((found.memory, found.together), (None, 0.0));
}

#[test]
fn what_cannot_be_told_is_not() {
    let mut rng = ChaCha8Rng::seed_from_u64(33);
    let mut of = |depths: Vec<f64>| World::new(depths, 1.4).told(&mut rng).found;
    let even = (0..36).map(|at| 0.1 + 0.002 * f64::from(at % 3)).collect();
    assert!(matches!(of(even), Err(Untold::Even { spread }) if spread < 0.002));
    let december = |at: usize| if World::month(at).month() == 12 { 0.2 } else { 0.0 };
    assert!(matches!(of((0..36).map(december).collect()), Err(Untold::Seasonal { own }) if own < 1e-9));
    // discounts since the second year: in two years that is the trend, in three it is one change
    let since = |months: usize| (0..months).map(|at| if at < 12 { 0.0 } else { 0.2 }).collect();
    assert!(matches!(of(since(24)), Err(Untold::Seasonal { .. })));
    assert_eq!(of(since(36)), Err(Untold::FewChanges));
    let mut once = vec![0.0; 36];
    once[16] = 0.3;
    assert_eq!(of(once), Err(Untold::FewChanges));
    let some = sales(36, &mut ChaCha8Rng::seed_from_u64(34));
    assert_eq!(of(some[..14].to_vec()), Err(Untold::Short));
    let loud = World { noise: 0.6, ..World::new(some.clone(), 1.4) };
    assert!(matches!(loud.told(&mut rng).found, Err(Untold::Vague(known)) if known.error > 0.5));
    let contrary = World::new(some, -2.0).told(&mut rng).found;
    assert!(matches!(contrary, Err(Untold::Contrary(known)) if known.value < -1.0));
}

/// Where each receipt has a discount of its own, a few receipts a month do not tell how deep the month's discounts were; and a log without amounts, or without such a
/// column, has no answer at all.
#[test]
fn receipts_have_to_tell_the_depth() {
    let mut rng = ChaCha8Rng::seed_from_u64(35);
    let world = World { customers: 60, ..World::new(vec![0.0; 36], 1.4) };
    let mut log = world.log(&mut rng);
    for account in log.accounts.iter_mut().flat_map(|accounts| &mut accounts.all) {
        for row in &mut account.movements {
            row.moved.discount = if rng.random_bool(0.3) { 0.7 * row.amount } else { 0.0 };
        }
    }
    assert_eq!(told(&log).unwrap().found, Err(Untold::Blurred));
    log.has_money = false;
    assert_eq!(told(&log), None);
    log.has_money = true;
    log.accounts.iter_mut().for_each(|accounts| accounts.has = Has::default());
    assert_eq!(told(&log), None);
}
