//! What promotions and programs of the past may have changed: customers before and during, against the same weeks a year before, or
//! against customers who could not take part.
//!
//! This is no randomised trial: whatever else changed in these weeks is in it. How much that usually is, is measured: the same comparison, made
//! of weeks in which nothing ran, should come to nothing, and misses by so much.

use super::known::Known;
use crate::data::{Customer, Log, Period};
use crate::units::Day;
use serde::Serialize;

/// Days of a year in whole weeks.
const YEAR: i32 = 364;
/// Fewest and most days before a period by which it is measured, and most days of it that count.
const BEFORE: [i32; 2] = [56, 182];
/// Days between two comparisons of weeks in which nothing ran.
const STEP: i32 = 28;
/// Purchases below which a time says nothing.
const LEAST: f64 = 10.0;
/// Comparisons of weeks in which nothing ran that are enough to tell how far they miss.
const ENOUGH: usize = 5;
/// By so much comparisons miss where nothing tells, in logarithms.
const USUAL: f64 = 0.1;

/// With what customers before and during are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// Customers in the same weeks a year before.
    YearBefore,
    /// Customers who are no members, in the same weeks.
    Others,
}

/// What may have changed, in logarithms of a factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// With what it is compared.
    pub against: Against,
    /// Customers whose purchases are counted.
    pub customers: u64,
    /// Purchases during it.
    pub purchases: Known,
    /// Spend during it, where the log has amounts.
    pub spend: Option<Known>,
    /// Purchases in as many days after it, where the log goes on as long.
    pub after: Option<Known>,
    /// Comparisons of weeks in which nothing ran.
    pub placebos: u64,
}

/// A period and what it may have changed; nothing where the log does not tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The period.
    pub period: Period,
    /// By each comparison that can be made.
    pub effects: Vec<Effect>,
}

/// All periods against a log; `members` says of each customer since when he is a member, where a table tells.
pub fn effects(log: &Log, periods: &[Period], members: Option<&[Option<Day>]>) -> Vec<Told> {
    let Some(span) = log.span() else { return Vec::new() };
    let one = |period: &Period| {
        let scene = Scene { log, span, periods, members };
        let effects = [Against::YearBefore, Against::Others].into_iter();
        Told {
            period: period.clone(),
            effects: effects.filter_map(|against| scene.effect(period, against)).collect(),
        }
    };
    periods.iter().map(one).collect()
}

/// Days after one up to the end of another.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Days(Day, Day);

impl Days {
    fn moved(self, days: i32) -> Self {
        Self(self.0.plus(days), self.1.plus(days))
    }

    fn length(self) -> i32 {
        self.1.since(self.0)
    }
}

struct Scene<'l> {
    log: &'l Log,
    span: (Day, Day),
    periods: &'l [Period],
    members: Option<&'l [Option<Day>]>,
}

/// Purchases and spend of a customer in some days.
fn made(customer: &Customer, days: Days) -> [f64; 2] {
    let made = customer.purchases_between(days.0, days.1);
    [made.len() as f64, made.iter().map(|purchase| purchase.amount).sum()]
}

/// The days by which others are measured, before it begins.
fn before(during: Days) -> Days {
    Days(during.0.plus(-during.length().clamp(BEFORE[0], BEFORE[1])), during.0)
}

/// A comparison: purchases, spend, and whose they are.
struct Compared {
    purchases: Ratio,
    spend: Option<Ratio>,
    customers: u64,
}

impl Scene<'_> {
    fn effect(&self, period: &Period, against: Against) -> Option<Effect> {
        let end = period.until.unwrap_or(self.span.1).min(self.span.1).min(period.from.plus(BEFORE[1] - 1));
        let during = Days(period.from.plus(-1), end);
        let found = if during.length() > 0 { self.compared(during, during, against)? } else { return None };
        let misses = self.misses(during, against);
        let after = Days(end, end.plus(during.length()));
        let is_over = period.until == Some(end) && after.1 <= self.span.1;
        let after = if is_over { self.compared(after, during, against) } else { None };
        Some(Effect {
            against,
            customers: found.customers,
            purchases: found.purchases.known(&misses),
            spend: found.spend.map(|spend| spend.known(&misses)),
            after: after.map(|after| after.purchases.known(&misses)),
            placebos: misses.len() as u64,
        })
    }

    /// How much more was bought in the days that are counted than before `during`, over the same of those they are compared with.
    fn compared(&self, counted: Days, during: Days, against: Against) -> Option<Compared> {
        let before = before(during);
        let back = if against == Against::YearBefore { -YEAR } else { 0 };
        if before.0.plus(back) < self.span.0.plus(-1) || counted.1 > self.span.1 {
            return None;
        }
        let times = [counted, before, counted.moved(back), before.moved(back)];
        let mut tables: [Table; 2] = Default::default();
        let mut customers = 0;
        for (at, customer) in self.log.customers.iter().enumerate() {
            let first = customer.purchases.first().map(|purchase| purchase.day);
            // those who were there before it, in either year
            let [now, then] = [times[1], times[3]].map(|days| first.is_some_and(|day| day <= days.0));
            let (takes_part, is_other) = self.sides(at, against, counted)?;
            let is = [takes_part && now, takes_part && now, is_other && then, is_other && then];
            customers += u64::from(is[0]);
            let cells: [[f64; 2]; 4] =
                std::array::from_fn(|k| if is[k] { made(customer, times[k]) } else { [0.0; 2] });
            for (of, table) in tables.iter_mut().enumerate() {
                table.add(cells.map(|cell| cell[of]));
            }
        }
        let [purchases, spend] = tables;
        let enough = purchases.sums.iter().all(|sum| *sum >= LEAST);
        let spend = if self.log.has_money { spend.ratio() } else { None };
        enough.then(|| purchases.ratio()).flatten().map(|purchases| Compared { purchases, spend, customers })
    }

    /// Whether a customer takes part, and whether he is one of those they are compared with.
    fn sides(&self, at: usize, against: Against, days: Days) -> Option<(bool, bool)> {
        match against {
            Against::YearBefore => Some((true, true)),
            Against::Others => {
                let since = self.members?[at];
                Some((since.is_some_and(|day| day <= days.0), since.is_none_or(|day| day > days.1)))
            }
        }
    }

    /// What the same comparison comes to of weeks in which nothing ran, as far as the log has such.
    fn misses(&self, during: Days, against: Against) -> Vec<f64> {
        let years = self.span.1.since(self.span.0) / STEP;
        let moved = (-years..=years).filter(|by| *by != 0).map(|by| during.moved(by * STEP));
        let quiet = |days: &Days| {
            let around = Days(before(*days).0, days.1);
            let is_quiet = |days: Days| !self.periods.iter().any(|p| p.meets(days.0.plus(1), days.1));
            is_quiet(around) && (against == Against::Others || is_quiet(around.moved(-YEAR)))
        };
        let miss = |days: Days| Some(self.compared(days, days, against)?.purchases.value);
        moved.filter(quiet).filter_map(miss).collect()
    }
}

/// What each customer did in each of four times.
#[derive(Default)]
struct Table {
    sums: [f64; 4],
    rows: Vec<[f64; 4]>,
}

impl Table {
    fn add(&mut self, row: [f64; 4]) {
        if row.iter().any(|value| *value > 0.0) {
            self.sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
            self.rows.push(row);
        }
    }

    /// Of what was counted and before, and the same of those compared with; a customer's four numbers vary together.
    fn ratio(&self) -> Option<Ratio> {
        const SIGNS: [f64; 4] = [1.0, -1.0, -1.0, 1.0];
        if self.sums.iter().any(|sum| *sum <= 0.0) {
            return None;
        }
        let value = (0..4).map(|k| SIGNS[k] * libm::log(self.sums[k])).sum();
        let of = |row: &[f64; 4]| (0..4).map(|k| SIGNS[k] * row[k] / self.sums[k]).sum::<f64>();
        let square: f64 = self.rows.iter().map(|row| of(row) * of(row)).sum();
        Some(Ratio { value, error: libm::sqrt(square) })
    }
}

/// A ratio of ratios, in logarithms, with the error that the luck of customers gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ratio {
    value: f64,
    error: f64,
}

impl Ratio {
    /// With what else usually differs: as much as comparisons of nothing miss, their own luck among it.
    fn known(self, misses: &[f64]) -> Known {
        let square = self.error * self.error;
        let error = if misses.len() < ENOUGH {
            libm::sqrt(square + USUAL * USUAL)
        } else {
            let n = misses.len() as f64;
            let usual = misses.iter().map(|miss| miss * miss).sum::<f64>() / n;
            // few comparisons tell it roughly: as wide as by Student's t
            libm::sqrt(square.max(usual)) * (1.0 + 1.2 / n)
        };
        Known { value: self.value, error }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{PeriodKind, Purchase};
    use rand::SeedableRng;
    use rand::rngs::ChaCha8Rng;
    use rand_distr::{Distribution, Open01};

    fn day(days: i32) -> Day {
        Day::new(2022, 1, 3).unwrap().plus(days)
    }

    /// 600 customers over three years, who buy on one day in ten; on `days` members buy exp(effect) times as often, others exp(all) times.
    fn log(days: Days, [effect, all]: [f64; 2], seed: u64) -> (Log, Vec<Option<Day>>) {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let one = |at: usize, rng: &mut ChaCha8Rng| {
            let purchases = (0..3 * YEAR).map(day).filter(|now| {
                let is = *now > days.0 && *now <= days.1;
                let more = if is { all + if at.is_multiple_of(2) { effect } else { 0.0 } } else { 0.0 };
                let luck: f64 = Open01.sample(rng);
                *now == day(0) || luck < 0.1 * more.exp()
            });
            let purchases = purchases.map(|day| Purchase { day, amount: 10.0 }).collect();
            Customer { id: at.to_string().into(), purchases }
        };
        let customers = (0..600).map(|at| one(at, &mut rng)).collect();
        let log = Log { customers, has_money: true, unmatched: 0.0, undone: 0, together: 0, accounts: None };
        (log, (0..600_u32).map(|at| at.is_multiple_of(2).then(|| day(0))).collect())
    }

    fn told([effect, all]: [f64; 2], seed: u64) -> Vec<Effect> {
        let days = Days(day(800), day(820));
        let (log, members) = log(days, [effect, all], seed);
        let name = "Autumn".to_owned();
        let period = Period {
            name,
            from: days.0.plus(1),
            until: Some(days.1),
            kind: PeriodKind::Promotion,
            discount: None,
        };
        effects(&log, &[period], Some(&members)).remove(0).effects
    }

    /// Half of the customers buy twice as often in three weeks in which everybody buys a fifth more: 1.2 · 1.5 against the year before, 2 against the others, nothing
    /// afterwards. 4.9 standard errors, which are small enough for a missing half to be seen.
    #[test]
    fn what_members_alone_were_offered_is_told_from_what_all_did() {
        let (effect, all) = (std::f64::consts::LN_2, 0.2_f64.ln_1p());
        let found = told([effect, all], 1);
        assert_eq!(
            found.iter().map(|one| one.against).collect::<Vec<_>>(),
            [Against::YearBefore, Against::Others]
        );
        for (one, truth) in found.iter().zip([all + 1.5_f64.ln(), effect]) {
            assert!(one.placebos >= 5 && one.purchases.error < 0.1, "{one:?}");
            for known in [one.purchases, one.spend.unwrap()] {
                assert!((known.value - truth).abs() < 4.9 * known.error, "{one:?} {truth}");
            }
            assert!(one.after.unwrap().value.abs() < 4.9 * one.after.unwrap().error, "{one:?}");
        }
    }

    /// Where nothing happened, 90 % intervals of two comparisons each of 24 logs leave it out at most 14 times (of 48, at 10 %: false alarm 1e-4).
    #[test]
    fn what_changed_nothing_is_said_to_change_nothing() {
        let outside = |one: &Effect| one.purchases.value.abs() > 1.645 * one.purchases.error;
        let missed: usize =
            (10..34).map(|seed| told([0.0; 2], seed).iter().filter(|one| outside(one)).count()).sum();
        assert!(missed <= 14, "{missed}");
    }
}
