//! What was promised, held against what happened.

use super::forecast::Forecast;
use super::headline::Headline;
use super::newcomers::joined;
use super::promise::{Period, Promise, Promised, Seen};
use crate::data::{Log, Purchase};
use crate::design::Saying;
use crate::units::Day;
use serde::{Deserialize, Serialize};

/// A log is another one if its first part differs by more than this share from what was fitted.
const OTHER: f64 = 0.05;
/// A log may end so many days before its last day without a purchase, if the shop has such pauses.
const LONGEST_PAUSE: i32 = 7;
/// Nobody knows of days so long after the last purchase that nothing was bought.
const LONGEST_SILENCE: i32 = 31;
/// Days over which usual pauses are looked for, and the share of pauses that are usual.
const YEAR: i32 = 365;
const USUAL: f64 = 0.9;

/// A promised number, and what came.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// Which.
    pub headline: Headline,
    /// What was promised, and what happened.
    #[serde(flatten)]
    pub forecast: Forecast,
}

/// Days, and what came of what was promised of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// The numbers.
    pub figures: Vec<Compared>,
}

impl Held {
    /// What came of one of the numbers, where it was promised.
    pub fn of(&self, headline: Headline) -> Option<&Compared> {
        self.figures.iter().find(|figure| figure.headline == headline)
    }
}

/// All months that are over, and the time from the promise to their end as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scored {
    /// The last day of the log on which the promise rested.
    pub fitted_until: Day,
    /// Month by month.
    pub months: Vec<Held>,
    /// The whole time.
    pub total: Held,
}

/// Why nothing can be held against a promise.
#[derive(Debug, Clone, PartialEq)]
pub enum HoldFault {
    /// The log begins after the last day that was fitted.
    TooLate {
        /// Its first day.
        first: Day,
        /// The last day that was fitted.
        fitted: Day,
    },
    /// Its first part is not what was fitted.
    Another {
        /// The last day that was fitted.
        fitted: Day,
        /// What it holds up to then.
        now: Seen,
        /// What was fitted.
        then: Seen,
    },
    /// The day until which it is said to be whole lies far from its last purchase.
    Silent {
        /// That day.
        until: Day,
        /// The last day of the log.
        last: Day,
    },
    /// No promised month is over.
    TooSoon {
        /// The last day of the log.
        last: Day,
        /// The last day that was fitted.
        fitted: Day,
        /// The last day of the first month that was promised.
        end: Day,
    },
}

impl HoldFault {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        let day = |day: &Day| day.to_string();
        match self {
            Self::TooLate { first, fitted } => {
                Saying::new("refit-too-late").with("first", day(first)).with("fitted", day(fitted))
            }
            Self::Another { fitted, now, then } => Saying::new("refit-another")
                .with("fitted", day(fitted))
                .with("customers", now.customers)
                .with("purchases", now.purchases)
                .with("spend", libm::round(now.spend))
                .with("old_customers", then.customers)
                .with("old_purchases", then.purchases)
                .with("old_spend", libm::round(then.spend)),
            Self::Silent { until, last } => {
                Saying::new("refit-silent").with("until", day(until)).with("last", day(last))
            }
            Self::TooSoon { last, fitted, end } => Saying::new("refit-too-soon")
                .with("last", day(last))
                .with("fitted", day(fitted))
                .with("end", day(end)),
        }
    }
}

impl Scored {
    /// Holds a promise against a log that goes on from where it was made, and knows all until a day: the one that is said, or else the one
    /// that is likely.
    ///
    /// # Errors
    /// If it is not such a log.
    pub fn new(promise: &Promise, log: &Log, until: Option<Day>) -> Result<Self, HoldFault> {
        let fitted = promise.fitted_until;
        let (first, last) = log.span().unwrap_or((fitted, fitted));
        if first > fitted {
            return Err(HoldFault::TooLate { first, fitted });
        }
        let now = Seen::of(log, fitted);
        if log.span().is_some() && is_another(now, promise.seen, log.has_money) {
            return Err(HoldFault::Another { fitted, now, then: promise.seen });
        }
        if let Some(until) = until.filter(|until| until.since(last) > LONGEST_SILENCE) {
            return Err(HoldFault::Silent { until, last });
        }
        let complete = until.unwrap_or_else(|| complete(log, last));
        let over = promise.months.iter().take_while(|month| month.until <= complete).count();
        let Some(total) = over.checked_sub(1).and_then(|at| promise.totals.get(at)) else {
            let end = promise.months.first().map_or(fitted, |month| month.until);
            return Err(HoldFault::TooSoon { last, fitted, end });
        };
        let held = |period: &Period| held(period, log, fitted);
        Ok(Self {
            fitted_until: fitted,
            months: promise.months[..over].iter().map(held).collect(),
            total: held(total),
        })
    }
}

/// The last day of which a log is likely to know all: pauses that are usual in it may come after its last purchase.
fn complete(log: &Log, last: Day) -> Day {
    let mut days: Vec<Day> = log.purchases().map(|p| p.day).filter(|day| last.since(*day) <= YEAR).collect();
    days.sort_unstable();
    days.dedup();
    let mut pauses: Vec<i32> = days.windows(2).map(|pair| pair[1].since(pair[0])).collect();
    pauses.sort_unstable();
    let usual = pauses.get((pauses.len() as f64 * USUAL) as usize).copied().unwrap_or(1);
    last.plus((usual - 1).min(LONGEST_PAUSE))
}

fn is_another(now: Seen, then: Seen, has_money: bool) -> bool {
    let off = |now: f64, then: f64| (now - then).abs() > OTHER * then;
    off(now.customers as f64, then.customers as f64)
        || off(now.purchases as f64, then.purchases as f64)
        || (has_money && then.spend > 0.0 && off(now.spend, then.spend))
}

fn held(period: &Period, log: &Log, fitted: Day) -> Held {
    let before = period.from.plus(-1);
    let known = log.customers.iter().filter(|c| c.purchases.first().is_some_and(|p| p.day <= fitted));
    let (mut count, mut buyers, mut spend) = (0.0, 0.0, 0.0);
    for customer in known {
        let made: &[Purchase] = customer.purchases_between(before, period.until);
        count += made.len() as f64;
        buyers += f64::from(u8::from(!made.is_empty()));
        spend += made.iter().map(|purchase| purchase.amount).sum::<f64>();
    }
    let actual = |headline: Headline| match headline {
        Headline::Purchases => Some(count),
        Headline::Buyers => Some(buyers),
        Headline::Spend => log.has_money.then_some(spend),
        Headline::Receipt => (log.has_money && count > 0.0).then(|| spend / count),
        Headline::Newcomers => Some(joined(log, before, period.until)),
    };
    let figure = |&Promised { headline, expected, low, high }: &Promised| {
        Some(Compared { headline, forecast: Forecast { expected, low, high, actual: actual(headline)? } })
    };
    let figures = period.promised.iter().filter_map(figure).collect();
    Held { from: period.from, until: period.until, figures }
}
