//! How old the points are that customers hold, and after how long points expire, as accounts tell: what was earned first is used first.

use crate::data::Account;
use crate::design::DAYS_A_MONTH;
use crate::units::{Day, YearMonth};
use std::collections::VecDeque;

/// Expiries below which nothing is said of when points expire.
const FEW: usize = 30;
/// Share of the points expired that must be about as old as the middle one.
const MOST: f64 = 0.8;
/// How far ages may lie from the middle one, in months: terms end on some day of a month.
const NEAR: f64 = 1.0;
/// Months are as long as they are: so much of one is no month less.
const TO_THE_DAY: f64 = 0.25;
/// Points that rounding leaves.
const NOTHING: f64 = 1e-6;

/// After how long points expire.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExpirySeen {
    /// Months.
    pub months: u32,
    /// Whether they are counted from the last purchase, not from when points were earned.
    pub by_inactivity: bool,
    /// Expiries that tell it.
    pub count: u64,
}

/// Points that were earned together; without a day, before the log.
#[derive(Debug, Clone, Copy)]
struct Lot {
    day: Option<Day>,
    points: f64,
}

/// What went out of an account by expiry: months since it was earned, months since the last purchase, and how many points.
#[derive(Debug, Clone, Copy)]
struct Expired {
    age: Option<f64>,
    silence: Option<f64>,
    points: f64,
}

/// An account as it is after its last row.
struct Lots {
    lots: VecDeque<Lot>,
    expired: Vec<Expired>,
}

impl Lots {
    /// Of all its rows; it was opened with what it must have held.
    fn of(account: &Account) -> Self {
        let opening = -account.lowest().0;
        let mut lots = Self { lots: VecDeque::new(), expired: Vec::new() };
        lots.put(Lot { day: None, points: opening });
        let mut last = None;
        for day in account.movements.chunk_by(|a, b| a.day == b.day) {
            // on one day points come in before they go out
            for row in day.iter().filter(|row| row.moved.earned > 0.0) {
                lots.put(Lot { day: Some(row.day), points: row.moved.earned });
            }
            for row in day {
                lots.take(row.moved.spent);
                lots.expire(row.moved.expired, (row.day, last));
                lots.take_back(-row.moved.earned);
            }
            last = day.iter().rev().find(|row| row.amount > 0.0).map(|row| row.day).or(last);
        }
        lots
    }

    fn put(&mut self, lot: Lot) {
        if lot.points > NOTHING {
            self.lots.push_back(lot);
        }
    }

    /// The oldest go first.
    fn take(&mut self, points: f64) -> Vec<Lot> {
        let (mut rest, mut taken) = (points, Vec::new());
        while rest > NOTHING {
            let Some(first) = self.lots.front_mut() else { break };
            let part = first.points.min(rest);
            taken.push(Lot { points: part, ..*first });
            first.points -= part;
            rest -= part;
            if first.points <= NOTHING {
                self.lots.pop_front();
            }
        }
        taken
    }

    /// A refund takes back what was earned last.
    fn take_back(&mut self, points: f64) {
        let mut rest = points;
        while rest > NOTHING {
            let Some(last) = self.lots.back_mut() else { break };
            let part = last.points.min(rest);
            last.points -= part;
            rest -= part;
            if last.points <= NOTHING {
                self.lots.pop_back();
            }
        }
    }

    fn expire(&mut self, points: f64, (day, last): (Day, Option<Day>)) {
        let months = |since: Day| f64::from(day.since(since)) / DAYS_A_MONTH;
        for lot in self.take(points) {
            let (age, silence) = (lot.day.map(months), last.map(months));
            self.expired.push(Expired { age, silence, points: lot.points });
        }
    }
}

/// Points by the months since they were earned, those of the month before `start` first, each customer weighing as he is said to; what is older than
/// the log is as young as it can be. `weight` is given the customer and what he holds by his account.
pub fn by_age(accounts: &[&Account], start: YearMonth, weight: impl Fn(&str, f64) -> f64) -> Vec<f64> {
    let first = accounts.iter().filter_map(|account| Some(account.movements.first()?.day)).min();
    let mut ages = Vec::new();
    for account in accounts {
        let lots = Lots::of(account).lots;
        let held: f64 = lots.iter().map(|lot| lot.points).sum();
        let weight = weight(&account.id, held);
        for lot in lots {
            let Some(day) = lot.day.or(first) else { continue };
            let age = start.months_since(day.month()).max(1) as usize;
            ages.resize(age.max(ages.len()), 0.0);
            ages[age - 1] += weight * lot.points;
        }
    }
    ages
}

/// After how long points expire, where nearly all that did were about as old, or their holders had been silent for about as long.
pub fn expiry(accounts: &[&Account]) -> Option<ExpirySeen> {
    let all: Vec<Expired> = accounts.iter().flat_map(|account| Lots::of(account).expired).collect();
    let seen = |time: fn(&Expired) -> Option<f64>| {
        let mut times: Vec<(f64, f64)> =
            all.iter().filter_map(|one| Some((time(one)?, one.points))).collect();
        times.sort_by(|a, b| a.0.total_cmp(&b.0));
        let middle = middle(&times)?;
        let points: f64 = times.iter().map(|(_, points)| points).sum();
        let near = times.iter().filter(|(time, _)| (time - middle).abs() <= NEAR);
        let share = near.map(|(_, points)| points).sum::<f64>() / points;
        (times.len() >= FEW && share >= MOST).then_some((share, middle, times.len() as u64))
    };
    let told = |(_, months, count): (f64, f64, u64), by_inactivity: bool| {
        // what has come to its end goes at the end of a month, or a few days later
        let months = (months + TO_THE_DAY).floor() as u32;
        (months > 0).then_some(ExpirySeen { months, by_inactivity, count })
    };
    match (seen(|one| one.age), seen(|one| one.silence)) {
        (Some(by_age), Some(by_silence)) if by_silence.0 > by_age.0 => told(by_silence, true),
        (Some(by_age), _) => told(by_age, false),
        (None, Some(by_silence)) => told(by_silence, true),
        (None, None) => None,
    }
}

/// The value in the middle of the points.
fn middle(times: &[(f64, f64)]) -> Option<f64> {
    let half = 0.5 * times.iter().map(|(_, points)| points).sum::<f64>();
    let mut sum = 0.0;
    let reached = times.iter().find(|(_, points)| {
        sum += points;
        sum >= half
    });
    reached.map(|(time, _)| *time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Moved, Movement};

    fn row(day: &str, [earned, spent, expired]: [f64; 3]) -> Movement {
        let numbers: Vec<i32> = day.split('-').map(|part| part.parse().unwrap()).collect();
        let day = Day::new(numbers[0], numbers[1] as u32, numbers[2] as u32).unwrap();
        let amount = if earned > 0.0 { 10.0 * earned } else { 0.0 };
        Movement { day, line: 1, amount, moved: Moved { earned, spent, expired, discount: 0.0 } }
    }

    fn account(rows: Vec<Movement>) -> Account {
        Account { id: "A".into(), movements: rows }
    }

    /// 50 of the first 80 are spent, 20 of what was earned last are taken back.
    #[test]
    fn what_was_earned_first_is_spent_first() {
        let account = account(vec![
            row("2024-01-10", [80.0, 0.0, 0.0]),
            row("2024-03-05", [40.0, 50.0, 0.0]),
            row("2024-04-02", [-20.0, 0.0, 0.0]),
        ]);
        let start = "2024-06".parse().unwrap();
        let ages = by_age(&[&account], start, |_, held| {
            assert_eq!(held, 50.0);
            2.0
        });
        assert_eq!(ages, [0.0, 0.0, 40.0, 0.0, 60.0]);
    }

    /// More was spent than earned: the rest is older than the log.
    #[test]
    fn what_is_older_than_the_log_is_as_young_as_it_can_be() {
        let account = account(vec![row("2024-01-10", [10.0, 60.0, 0.0]), row("2024-02-10", [0.0, 0.0, 0.0])]);
        let other = Account { id: "B".into(), ..account.clone() };
        let ages = by_age(&[&other], "2024-03".parse().unwrap(), |_, _| 1.0);
        assert!(ages.iter().sum::<f64>() < 1e-9, "{ages:?}");
    }

    /// Forty customers whose points expire a year after they were earned, whatever they buy in the meantime; and forty of whom points expire half a year after
    /// the last purchase.
    #[test]
    fn the_time_after_which_points_expire_is_seen() {
        let by_age: Vec<Account> = (1..=28)
            .map(|day| {
                account(vec![
                    row(&format!("2023-01-{day:02}"), [30.0, 0.0, 0.0]),
                    row(&format!("2023-{:02}-15", day % 8 + 3), [5.0, 0.0, 0.0]),
                    row("2024-01-31", [0.0, 0.0, 30.0]),
                    row("2024-02-01", [9.0, 0.0, 0.0]),
                ])
            })
            .collect();
        let two: Vec<&Account> = by_age.iter().chain(&by_age).collect();
        assert_eq!(expiry(&two), Some(ExpirySeen { months: 12, by_inactivity: false, count: 56 }));
        assert_eq!(expiry(&two[..20]), None);
        let silent: Vec<Account> = (1..=28)
            .map(|day| {
                let last = day % 9 + 4;
                account(vec![
                    row(&format!("2023-01-{day:02}"), [30.0, 0.0, 0.0]),
                    row(&format!("2023-{:02}-{day:02}", last - 1), [30.0, 0.0, 0.0]),
                    row(
                        &format!("{}-{:02}-{day:02}", 2023 + (last + 5) / 13, (last + 4) % 12 + 1),
                        [0.0, 0.0, 60.0],
                    ),
                ])
            })
            .collect();
        let all: Vec<&Account> = silent.iter().collect();
        let seen = expiry(&all).unwrap();
        assert_eq!((seen.months, seen.by_inactivity), (6, true));
    }
}
