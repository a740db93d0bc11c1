//! The program that runs already, as far as data tell it: who is a member, what points are earned, spent and outstanding, which tiers there are.
//!
//! Rates are those of the last year of the log; balances are those at its end.

use super::customers::Past;
use super::known::Known;
use super::learn::Learned;
pub use super::points_age::ExpirySeen;
use super::points_age::{by_age, expiry};
pub use super::points_terms::Terms;
use super::tiers_today::{TierToday, tiers};
use crate::data::{Account, Log, Members};
use crate::design::Saying;
use crate::units::{Day, YearMonth};
use std::collections::{HashMap, HashSet};

/// Share of the points that is no older than the oldest worth a word.
const OLDEST: f64 = 0.99;
/// Purchases with a discount below which nothing is said of members' prices.
const FEW: u64 = 30;
/// Days over which rates are measured.
const YEAR: i32 = 365;

/// What data tell of a program.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgramToday {
    /// The month in which it was launched.
    pub launched: YearMonth,
    /// Where that is known from.
    pub launch: Launch,
    /// Members, as a share of the customers who are still active.
    pub members: Known,
    /// Members among all customers of the log.
    pub people: u64,
    /// Sales to members as a share of all sales of the last year, where the log has amounts.
    pub sales: Option<f64>,
    /// The points, where the log tells of them.
    pub points: Option<PointsToday>,
    /// Tiers above basic membership, the lowest first; empty where no table tells of any.
    pub tiers: Vec<TierToday>,
    /// Discounts as a share of sales before them, where there is a column of discounts.
    pub discounts: Option<f64>,
    /// The same of members' purchases without points spent, where most of these have a discount: members' prices.
    pub prices: Option<f64>,
}

/// Where the month of the launch is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Launch {
    /// The user has stated it.
    Stated,
    /// The log was there before the first points were.
    Seen,
    /// The first member joined then.
    Joined,
    /// It is no later than the beginning of the log.
    Before,
}

/// Points in all.
#[derive(Debug, Clone, PartialEq)]
pub struct PointsToday {
    /// Points earned within the log.
    pub issued: f64,
    /// Points spent.
    pub spent: f64,
    /// Points expired.
    pub expired: f64,
    /// Points that customers must have had when the log begins, as they spent more than they earned since.
    pub opening: f64,
    /// Points outstanding at the end, of all customers.
    pub outstanding: f64,
    /// Those of customers by their chance to be active.
    pub of_active: f64,
    /// Whether balances are known: from a table, or because the program is no older than the log.
    pub balances: bool,
    /// Points of customers by their chance to be active, by the months since they were earned: those of the month before the design begins first.
    pub ages: Vec<f64>,
    /// After how long points expire, where the log shows it.
    pub expiry: Option<ExpirySeen>,
    /// What its terms seem to be.
    pub terms: Terms,
}

impl PointsToday {
    /// How many months old the oldest points are, but for one in a hundred.
    pub fn oldest(&self) -> u64 {
        let all: f64 = self.ages.iter().sum();
        let mut younger = 0.0;
        let reached = self.ages.iter().position(|points| {
            younger += points;
            younger >= OLDEST * all
        });
        reached.map_or(0, |at| at as u64 + 1)
    }
}

/// Why no program can be told.
#[derive(Debug, Clone, PartialEq)]
pub enum TodayFault {
    /// More points were spent than earned, in a program that is no older than the log.
    Overdrawn {
        /// The line in which the balance falls lowest.
        line: u64,
        /// How low.
        balance: f64,
        /// The month of the launch.
        launched: YearMonth,
    },
    /// The program is to begin after the log ends.
    LaunchedLater {
        /// The month.
        launched: YearMonth,
        /// The last day of the log.
        last: Day,
    },
    /// No customer of the table is in the log.
    Strangers,
    /// It is said when the program began, but nothing tells who is a member.
    NoMembers,
}

impl TodayFault {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Overdrawn { line, balance, launched } => Saying::new("today-overdrawn")
                .with("line", *line)
                .with("balance", libm::round(*balance))
                .with("launched", launched.to_string()),
            Self::LaunchedLater { launched, last } => Saying::new("today-launched-later")
                .with("launched", launched.to_string())
                .with("last", last.to_string()),
            Self::Strangers => Saying::new("today-strangers"),
            Self::NoMembers => Saying::new("today-no-members"),
        }
    }
}

/// What the user has given besides the log.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stated<'g> {
    /// A table of customers.
    pub members: Option<&'g Members>,
    /// The month of the launch.
    pub since: Option<YearMonth>,
}

impl ProgramToday {
    /// What a log and a table of customers tell; nothing where neither tells of a program.
    ///
    /// # Errors
    /// If they contradict each other or themselves.
    pub fn new(log: &Log, learned: &Learned, stated: Stated<'_>) -> Result<Option<Self>, TodayFault> {
        let Some(span) = log.span() else { return Ok(None) };
        let scene = Scene::new(log, learned, stated.members, span);
        if scene.points.is_empty() && stated.members.is_none() {
            return if stated.since.is_some() { Err(TodayFault::NoMembers) } else { Ok(None) };
        }
        if stated.members.is_some() && scene.tabled == 0 {
            return Err(TodayFault::Strangers);
        }
        let (launched, launch) = scene.launch(stated);
        if launched > span.1.month() {
            return Err(TodayFault::LaunchedLater { launched, last: span.1 });
        }
        let members = scene.share();
        Ok(Some(Self {
            launched,
            launch,
            members,
            people: scene.is_member.iter().filter(|is| **is).count() as u64,
            sales: log.has_money.then(|| scene.sales()),
            points: scene.told_points((launched, launch))?,
            tiers: stated.members.map_or(Vec::new(), |table| tiers(log, table, scene.year)),
            discounts: scene.discounts(),
            prices: scene.prices(),
        }))
    }
}

struct Scene<'s> {
    log: &'s Log,
    table: Option<&'s Members>,
    span: (Day, Day),
    /// Rates are measured after this day.
    year: Day,
    /// Accounts in which points have moved.
    points: Vec<&'s Account>,
    /// Customers of the log who are in the table.
    tabled: usize,
    is_member: Vec<bool>,
    /// Their chances to be active.
    active: Vec<f64>,
}

impl<'s> Scene<'s> {
    fn new(log: &'s Log, learned: &Learned, table: Option<&'s Members>, span: (Day, Day)) -> Self {
        let accounts = log.accounts.as_ref().map_or(&[][..], |accounts| &accounts.all);
        let moved = |account: &&Account| account.movements.iter().any(|row| row.moved.is_points());
        let points: Vec<&Account> = accounts.iter().filter(moved).collect();
        let earned: HashMap<&str, ()> = points.iter().map(|account| (&*account.id, ())).collect();
        let of_table = |id: &str| table.and_then(|table| table.all.get(id));
        let is_member = |id: &str| match table {
            Some(_) => of_table(id).is_some_and(|member| member.is),
            None => earned.contains_key(id),
        };
        let parameters = learned.estimate.parameters;
        let active = |past: Option<Past>| past.map_or(0.0, |past| learned.model.active(&past, parameters));
        Self {
            log,
            table,
            span,
            year: span.1.plus(-YEAR).max(span.0.plus(-1)),
            points,
            tabled: log.customers.iter().filter(|customer| of_table(&customer.id).is_some()).count(),
            is_member: log.customers.iter().map(|customer| is_member(&customer.id)).collect(),
            active: log.customers.iter().map(|customer| active(Past::of(customer, span.1))).collect(),
        }
    }

    /// The month of the launch: as stated; else when the first points came, if the log was there before; else when the first member joined.
    fn launch(&self, stated: Stated<'_>) -> (YearMonth, Launch) {
        if let Some(since) = stated.since {
            return (since, Launch::Stated);
        }
        let rows = self.points.iter().flat_map(|account| &account.movements);
        let first = rows.filter(|row| row.moved.is_points()).map(|row| row.day).min();
        let begin = self.span.0.month();
        let joined = self.table.and_then(|table| table.all.values().filter_map(|member| member.since).min());
        match (first, joined) {
            (_, Some(joined)) if joined.month() <= begin => (joined.month(), Launch::Joined),
            (Some(first), _) if first.month() > begin.plus(1) => (first.month(), Launch::Seen),
            (None, Some(joined)) => (joined.month(), Launch::Joined),
            _ => (begin, Launch::Before),
        }
    }

    fn share(&self) -> Known {
        let all: f64 = self.active.iter().sum();
        let members: f64 =
            self.active.iter().zip(&self.is_member).filter(|(_, is)| **is).map(|(a, _)| a).sum();
        let value = if all > 0.0 { members / all } else { 0.0 };
        Known { value, error: libm::sqrt(value * (1.0 - value) / all.max(1.0)) }
    }

    fn sales(&self) -> f64 {
        let (mut all, mut members) = (0.0, 0.0);
        for (customer, is) in self.log.customers.iter().zip(&self.is_member) {
            let paid: f64 = customer.purchases_between(self.year, self.span.1).iter().map(|p| p.amount).sum();
            all += paid;
            members += if *is { paid } else { 0.0 };
        }
        if all > 0.0 { members / all } else { 0.0 }
    }

    fn discounts(&self) -> Option<f64> {
        let accounts =
            self.log.accounts.as_ref().filter(|accounts| accounts.has.discount && self.log.has_money)?;
        let rows =
            accounts.all.iter().flat_map(|account| &account.movements).filter(|row| row.day > self.year);
        let (given, paid) =
            rows.fold((0.0, 0.0), |(given, paid), row| (given + row.moved.discount, paid + row.amount));
        (given > 0.0 && paid > 0.0).then(|| given / (given + paid))
    }

    /// What members get off the price of nearly everything: offers and coupons are on some purchases only.
    fn prices(&self) -> Option<f64> {
        let accounts = self.log.accounts.as_ref().filter(|accounts| accounts.has.discount)?;
        let customers = self.log.customers.iter().zip(&self.is_member);
        let members: HashSet<&str> = customers.filter(|(_, is)| **is).map(|(c, _)| &*c.id).collect();
        let of_members = accounts.all.iter().filter(|account| members.contains(&*account.id));
        let rows = of_members.flat_map(|account| &account.movements);
        let (mut receipts, mut reduced, mut given, mut paid) = (0u64, 0u64, 0.0, 0.0);
        for row in rows.filter(|row| row.day > self.year && row.amount > 0.0 && row.moved.spent == 0.0) {
            receipts += 1;
            reduced += u64::from(row.moved.discount > 0.0);
            given += row.moved.discount;
            paid += row.amount;
        }
        (reduced >= FEW && 2 * reduced > receipts).then(|| given / (given + paid))
    }

    fn told_points(
        &self,
        (launched, launch): (YearMonth, Launch),
    ) -> Result<Option<PointsToday>, TodayFault> {
        if self.points.is_empty() {
            return Ok(None);
        }
        // of a program that is older than the log nobody knows what accounts held before
        let whole = launch != Launch::Before && Day::first_of(launched) >= Day::first_of(self.span.0.month());
        let lowest = self.points.iter().map(|account| account.lowest());
        let worst = lowest.clone().fold((0.0, 0), |worst, now| if now.0 < worst.0 { now } else { worst });
        if whole && worst.0 < 0.0 {
            return Err(TodayFault::Overdrawn { line: worst.1, balance: worst.0, launched });
        }
        let rows = || self.points.iter().flat_map(|account| &account.movements).map(|row| row.moved);
        let balances = self.balances();
        let tabled = self.table.is_some_and(|table| table.has_balances);
        let of_active = self.log.customers.iter().zip(&self.active);
        Ok(Some(PointsToday {
            issued: rows().map(|moved| moved.earned).sum(),
            spent: rows().map(|moved| moved.spent).sum(),
            expired: rows().map(|moved| moved.expired).sum(),
            opening: -lowest.map(|(balance, _)| balance).sum::<f64>(),
            outstanding: balances.values().sum(),
            of_active: of_active
                .map(|(c, active)| active * balances.get(&*c.id).copied().unwrap_or(0.0))
                .sum(),
            balances: tabled || whole,
            ages: self.ages(&balances),
            expiry: expiry(&self.points),
            terms: Terms::new(&self.points, self.year),
        }))
    }

    /// Points by age of those who may be active, as many of each customer as he has.
    fn ages(&self, balances: &HashMap<&str, f64>) -> Vec<f64> {
        let customers = self.log.customers.iter().map(|customer| &*customer.id);
        let active: HashMap<&str, f64> = customers.zip(self.active.iter().copied()).collect();
        by_age(&self.points, self.span.1.plus(1).month(), |id, held| {
            let has = balances.get(id).copied().unwrap_or(0.0);
            if held > 0.0 { active.get(id).copied().unwrap_or(0.0) * has / held } else { 0.0 }
        })
    }

    /// Points that each customer has: as a table says, else what came in less what went out, of an account that was opened with what it must have held.
    fn balances(&self) -> HashMap<&str, f64> {
        if let Some(table) = self.table.filter(|table| table.has_balances) {
            return table
                .all
                .iter()
                .filter_map(|(id, member)| Some((id.as_ref(), member.balance?)))
                .collect();
        }
        let held = |account: &&'s Account| {
            let flows = account.movements.iter().map(|row| row.moved);
            let net: f64 = flows.map(|moved| moved.earned - moved.spent - moved.expired).sum();
            (account.id.as_ref(), (net - account.lowest().0).max(0.0))
        };
        self.points.iter().map(held).collect()
    }
}
