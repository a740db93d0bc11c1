//! What a calibration promises of the months to come: ranges, kept to be held against what happens.
//!
//! Promised is the shop as it is: its present customers, and newcomers at the present pace. An interval holds luck, errors of the
//! parameters, months that differ, and how far the same rule has missed on parts of the log, more so the further ahead.

use super::beta_geometric::BetaGeometric;
use super::choose::alone;
use super::customers::{Past, Pasts, WEEK};
use super::gamma_gamma::expected_receipt;
use super::headline::Headline;
use super::learn::Learned;
use super::model::Model;
use super::newcomers::{Newcomers, WIDEST};
use super::receipts::{Receipts, repeats};
use super::season::Season;
use super::takings::Takings;
use super::timed::timed;
use super::uncertainty::{Uncertainty, Z90};
use crate::data::{Log, Period as Declared};
use crate::units::Day;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Months that are promised.
const MONTHS: i32 = 24;
/// A first month with fewer days is told together with the second.
const LEAST_DAYS: i32 = 15;
/// Different pasts that are enough for buyers; of more, every n-th is taken.
const ENOUGH: usize = 5_000;
/// Weeks over which mean receipts and samples of customers are weighed.
const YEAR: f64 = 52.0;

/// A number that is promised.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Promised {
    /// Which.
    pub headline: Headline,
    /// The best guess.
    pub expected: f64,
    /// Lower end of the 90 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Days, and what is promised of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// The numbers.
    pub promised: Vec<Promised>,
}

/// What was in a log up to a day: by this one knows it again.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// Customers.
    pub customers: u64,
    /// Purchases.
    pub purchases: u64,
    /// What they paid; 0 without amounts.
    pub spend: f64,
}

impl Seen {
    /// Of a log up to the end of a day.
    pub fn of(log: &Log, until: Day) -> Self {
        let mut seen = Self { customers: 0, purchases: 0, spend: 0.0 };
        for customer in &log.customers {
            let known = customer.purchases.partition_point(|purchase| purchase.day <= until);
            seen.customers += u64::from(known > 0);
            seen.purchases += known as u64;
            seen.spend += customer.purchases[..known].iter().map(|purchase| purchase.amount).sum::<f64>();
        }
        seen
    }
}

/// All that is promised.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// The last day of the log that was fitted.
    pub fitted_until: Day,
    /// The model.
    pub model: String,
    /// What the log held.
    pub seen: Seen,
    /// Whole years from which its season is told; 0 where it has none.
    #[serde(default, skip_serializing_if = "is_none")]
    pub season_years: u32,
    /// Promotions and programs that were declared for this time; the forecast knows nothing of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declared: Vec<Declared>,
    /// Month by month.
    pub months: Vec<Period>,
    /// From the first day to the end of each month.
    pub totals: Vec<Period>,
}

impl Promise {
    /// What follows from a log up to its last day; nothing without purchases, or if the model cannot be played.
    pub fn new(log: &Log, learned: &Learned) -> Option<Self> {
        let span = log.span()?;
        let Model::BetaGeometric(model) = learned.model else { return None };
        let scene = Scene::new(log, span, model, learned);
        let now = Mark { day: span.1, purchases: 0.0 };
        let ends: Vec<Mark> = ends(span.1).into_par_iter().map(|day| scene.mark(day)).collect();
        let begins = [&[now], &ends[..]].concat();
        let months = begins.iter().zip(&ends).map(|(begin, end)| scene.period(begin, end, true));
        let totals = ends.iter().map(|end| scene.period(&now, end, false));
        Some(Self {
            fitted_until: span.1,
            model: learned.model.name().to_owned(),
            seen: Seen::of(log, span.1),
            season_years: learned.shop.months[0].map_or(0, |season| season.years),
            declared: declared(learned, &ends),
            months: months.collect(),
            totals: totals.collect(),
        })
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_none(years: &u32) -> bool {
    *years == 0
}

/// What is declared for the time until the last of these ends.
fn declared(learned: &Learned, ends: &[Mark]) -> Vec<Declared> {
    let all = learned.shop.periods.iter().map(|told| &told.period);
    let within = |period: &&Declared| {
        ends.last().is_some_and(|end| period.meets(learned.shop.span.1.plus(1), end.day))
    };
    all.filter(within).cloned().collect()
}

/// The last days of the months after `cut`.
fn ends(cut: Day) -> Vec<Day> {
    let first = cut.plus(1).month();
    let end = |month: i32| Day::first_of(first.plus(month + 1)).plus(-1);
    let short = i32::from(end(0).since(cut) < LEAST_DAYS);
    (short..short + MONTHS).map(end).collect()
}

/// The end of a day, and the purchases to be expected until then.
#[derive(Debug, Clone, Copy)]
struct Mark {
    day: Day,
    purchases: f64,
}

struct Scene {
    cut: Day,
    /// Days over which misses were measured.
    tried: f64,
    model: BetaGeometric,
    parameters: [f64; 4],
    pasts: Pasts,
    /// Some of the pasts, with weights that make their purchases those of all.
    sample: Vec<(Past, f64)>,
    uncertainty: Uncertainty,
    takings: Option<Takings>,
    newcomers: Option<Newcomers>,
    /// The months of a year, of purchases and of first purchases.
    months: [Option<Season>; 2],
}

impl Scene {
    fn new(log: &Log, span: (Day, Day), model: BetaGeometric, learned: &Learned) -> Self {
        let (cut, months) = (span.1, learned.shop.months);
        let plain = learned.estimate.parameters;
        let (pasts, parameters) = timed(log, span, (learned.model, plain), months[0]);
        let pasts = pasts.condensed();
        let contest = alone(learned.model, learned.estimate, log, span);
        let cuts = super::choose::inner_cuts(span.0, cut);
        let receipt = |day: Day| mean_receipt(log, day, model, plain);
        Self {
            cut,
            tried: mean(cuts.iter().map(|day| f64::from(cut.since(*day)))),
            model,
            parameters,
            sample: sample(&pasts, model, parameters),
            uncertainty: Uncertainty::of(log, &contest, model, &cuts, cut),
            takings: Takings::new(log, &cuts, cut, receipt),
            newcomers: Newcomers::new(log, &cuts, span, plain),
            months,
            pasts,
        }
    }

    /// What is promised of the days after `begin` up to the end of `end`; single months differ more than their sum.
    fn period(&self, begin: &Mark, end: &Mark, month: bool) -> Period {
        let (from, until) = (self.weeks(begin.day), self.weeks(end.day));
        let purchases = end.purchases - begin.purchases;
        let within = |(past, weight): &(Past, f64)| {
            weight * self.model.buys_within(past, self.parameters, (from, until))
        };
        let buyers: f64 = self.sample.iter().map(within).sum();
        let noise = if month { self.noise(0, self.uncertainty.month) } else { 0.0 };
        let further = self.further(end.day);
        let common = further * self.uncertainty.model * self.uncertainty.model + Z90 * Z90 * noise * noise;
        let luck = |scatter: f64, count: f64| Z90 * Z90 * scatter / count.max(1.0);
        let mut promised = vec![
            whole(Headline::Purchases, purchases, common + luck(self.uncertainty.scatter, purchases)),
            whole(Headline::Buyers, buyers, common + luck(1.0, buyers)),
        ];
        if let Some(takings) = &self.takings {
            let drift = further * takings.missed * takings.missed;
            let varied = takings.variation * takings.variation;
            let spend = common + drift + luck(self.uncertainty.scatter + varied, purchases);
            promised.push(about(Headline::Spend, purchases * takings.mean, spend));
            promised.push(about(Headline::Receipt, takings.mean, drift + luck(varied, purchases)));
        }
        if let Some(newcomers) = &self.newcomers {
            let days = f64::from(end.day.since(begin.day));
            let count = newcomers.a_day * self.months[1].map_or(days, |s| s.days(begin.day, end.day));
            let noise = if month { self.noise(1, newcomers.month) } else { 0.0 };
            let missed = (further * newcomers.missed * newcomers.missed).min(WIDEST * WIDEST);
            let square = missed + Z90 * Z90 * noise * noise + luck(1.0, count);
            promised.push(whole(Headline::Newcomers, count, square));
        }
        Period { from: begin.day.plus(1), until: end.day, promised }
    }

    /// How much larger squared misses are to be expected than those that were measured over a shorter time: they grow like those of a walk
    /// without aim.
    fn further(&self, day: Day) -> f64 {
        (f64::from(day.since(self.cut)) / self.tried.max(1.0)).max(1.0)
    }

    /// Weeks until a day, each day counting as much as its month.
    fn weeks(&self, day: Day) -> f64 {
        let days = self.months[0].map_or_else(|| f64::from(day.since(self.cut)), |s| s.days(self.cut, day));
        days / WEEK
    }

    /// How single months differ: about their season, where there is one.
    fn noise(&self, of: usize, flat: f64) -> f64 {
        self.months[of].map_or(flat, |season| season.noise)
    }

    fn mark(&self, day: Day) -> Mark {
        let model = Model::BetaGeometric(self.model);
        Mark { day, purchases: model.total(&self.pasts, self.parameters, self.weeks(day)) }
    }
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len().max(1) as f64;
    values.sum::<f64>() / count
}

/// An interval that is symmetric in logarithms.
fn about(headline: Headline, expected: f64, square: f64) -> Promised {
    let factor = libm::exp(libm::sqrt(square));
    Promised { headline, expected, low: expected / factor, high: expected * factor }
}

/// The same of a number of things: the interval ends at whole numbers, and may hold none.
fn whole(headline: Headline, expected: f64, square: f64) -> Promised {
    let Promised { low, high, .. } = about(headline, expected, square);
    Promised { headline, expected, low: low.floor(), high: high.ceil() }
}

fn sample(pasts: &Pasts, model: BetaGeometric, parameters: [f64; 4]) -> Vec<(Past, f64)> {
    let step = pasts.cells().len().div_ceil(ENOUGH).max(1);
    let some: Vec<(Past, f64)> = pasts.cells().iter().step_by(step).copied().collect();
    if step == 1 {
        return some;
    }
    let made: f64 = some.iter().map(|(past, weight)| weight * model.expected(past, parameters, YEAR)).sum();
    let scale = Model::BetaGeometric(model).total(pasts, parameters, YEAR) / made;
    some.into_iter().map(|(past, weight)| (past, weight * scale)).collect()
}

/// The mean receipt to be expected of those who are customers on this day, weighed by what they buy.
fn mean_receipt(log: &Log, day: Day, model: BetaGeometric, parameters: [f64; 4]) -> Option<f64> {
    let receipts = Receipts::of(log, day)?;
    let (mut made, mut spent) = (0.0, 0.0);
    for customer in &log.customers {
        let Some(past) = Past::of(customer, day) else { continue };
        let purchases = model.expected(&past, parameters, YEAR);
        made += purchases;
        spent += purchases * expected_receipt(repeats(customer, day), receipts.model.parameters);
    }
    (made > 0.0 && spent > 0.0).then(|| spent / made)
}
