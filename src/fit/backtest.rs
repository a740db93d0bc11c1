//! A forecast of what is known already: fitted on the first part of a log, compared with the rest.

use super::beta_geometric::BetaGeometric;
use super::choose::{Contest, contest, inner_cuts};
use super::customers::{Past, Pasts, WEEK};
use super::forecast::Forecast;
use super::gamma_gamma::expected_receipt;
use super::model::Model;
use super::naive::{self, Naive};
use super::receipts::{Receipts, repeats};
use super::season_test::SeasonTest;
use super::uncertainty::Uncertainty;
use crate::data::{Customer, Log};
use crate::units::{Day, YearMonth};

/// Numbers of purchases told apart; the last stands for itself and all larger ones.
pub const CLASSES: usize = 8;

/// Customers with the same number of repeat purchases before: what they were expected to buy, and bought, on average.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Class {
    /// How many customers.
    pub customers: f64,
    /// Purchases expected, all together.
    pub expected: f64,
    /// Purchases made, all together.
    pub actual: f64,
}

/// The whole comparison. It is about customers known at the cut.
#[derive(Debug, Clone, PartialEq)]
pub struct BackTest {
    /// Last day that was fitted.
    pub cut: Day,
    /// Last day that was forecast.
    pub until: Day,
    /// Customers known at the cut.
    pub customers: u64,
    /// Customers who came later; nothing is forecast of them.
    pub newcomers: u64,
    /// All models, the chosen one first.
    pub contest: Vec<Contest>,
    /// What each model of the contest forecasts in all.
    pub totals: Vec<f64>,
    /// How many customers each of them takes to be active at the cut.
    pub active: Vec<f64>,
    /// Purchases.
    pub purchases: Forecast,
    /// Customers with a purchase.
    pub buyers: Forecast,
    /// Spend, where the log has amounts.
    pub spend: Option<Forecast>,
    /// Purchases by month; the first and the last may be parts of months.
    pub months: Vec<(YearMonth, Forecast)>,
    /// The same with the season of the fitted years, where these are two and more.
    pub season: Option<SeasonTest>,
    /// Customers by number of purchases in the time forecast: expected and actual.
    pub histogram: [(f64, f64); CLASSES],
    /// Customers by repeat purchases before.
    pub classes: [Class; CLASSES],
    /// Simple forecasts of the same purchases.
    pub naive: Vec<(Naive, f64)>,
}

impl BackTest {
    /// Fits up to the end of `cut`, forecasts until the last purchase; none without repeat purchases before the cut or days after it.
    pub fn new(log: &Log, cut: Day) -> Option<Self> {
        let (from, until) = log.span()?;
        let pasts = Pasts::of(log, cut, cut).condensed();
        if until <= cut || pasts.repeats() < 1.0 {
            return None;
        }
        let mut contest = contest(log, from, cut);
        let (place, model) = simulable(&contest)?;
        contest[..=place].rotate_right(1);
        let scene = Scene { log, cut, until, model, parameters: contest[0].estimate.parameters };
        let uncertainty = Uncertainty::of(log, &contest[0], model, &inner_cuts(from, cut), cut);
        let known = scene.known();
        let months = scene.months(&pasts, &uncertainty, &known);
        let totals =
            contest.iter().map(|c| c.model.total(&pasts, c.estimate.parameters, scene.weeks())).collect();
        let (histogram, classes) = scene.classes(&known);
        Some(Self {
            cut,
            until,
            customers: known.len() as u64,
            newcomers: (log.customers.len() - known.len()) as u64,
            totals,
            active: contest.iter().map(|c| c.model.still_active(&pasts, c.estimate.parameters)).collect(),
            purchases: scene.purchases(&pasts, &uncertainty, &known),
            buyers: scene.buyers(&uncertainty, histogram[0].0, &known),
            spend: scene.spend(&uncertainty, &known),
            season: SeasonTest::new(log, (from, cut), (&contest[0], model), &uncertainty, &months),
            months,
            histogram,
            classes,
            naive: naive::all(log, cut, until),
            contest,
        })
    }

    /// The model that was chosen.
    pub fn chosen(&self) -> &Contest {
        &self.contest[0]
    }

    /// Share of months whose purchases lie in their intervals.
    pub fn coverage(&self) -> f64 {
        let covered = self.months.iter().filter(|(_, forecast)| forecast.covers()).count();
        covered as f64 / self.months.len() as f64
    }
}

/// The best model that the simulator can play: customers leave after purchases.
fn simulable(contest: &[Contest]) -> Option<(usize, BetaGeometric)> {
    contest.iter().enumerate().find_map(|(place, contest)| match contest.model {
        Model::BetaGeometric(model) => Some((place, model)),
        Model::ParetoNbd => None,
    })
}

struct Scene<'l> {
    log: &'l Log,
    cut: Day,
    until: Day,
    model: BetaGeometric,
    parameters: [f64; 4],
}

impl<'l> Scene<'l> {
    fn weeks(&self) -> f64 {
        f64::from(self.until.since(self.cut)) / WEEK
    }

    /// Customers known at the cut with their pasts.
    fn known(&self) -> Vec<(&'l Customer, Past)> {
        self.log
            .customers
            .iter()
            .filter_map(|customer| Some((customer, Past::of(customer, self.cut)?)))
            .collect()
    }

    fn purchases(&self, pasts: &Pasts, uncertainty: &Uncertainty, known: &[(&Customer, Past)]) -> Forecast {
        let expected = Model::BetaGeometric(self.model).total(pasts, self.parameters, self.weeks());
        let actual: usize = known.iter().map(|(customer, _)| made(customer, self.cut, self.until)).sum();
        uncertainty.total(expected, uncertainty.scatter, actual as f64)
    }

    fn buyers(&self, uncertainty: &Uncertainty, silent: f64, known: &[(&Customer, Past)]) -> Forecast {
        let expected = known.len() as f64 - silent;
        let actual =
            known.iter().filter(|(customer, _)| made(customer, self.cut, self.until) > 0).count() as f64;
        uncertainty.total(expected, 1.0, actual)
    }

    fn spend(&self, uncertainty: &Uncertainty, known: &[(&Customer, Past)]) -> Option<Forecast> {
        let receipts = Receipts::of(self.log, self.cut)?;
        let of = |(customer, past): &(&Customer, Past)| {
            let purchases = self.model.expected(past, self.parameters, self.weeks());
            purchases * expected_receipt(repeats(customer, self.cut), receipts.model.parameters)
        };
        let expected: f64 = known.iter().map(of).sum();
        let actual: f64 = known.iter().map(|(customer, _)| spent(customer, self.cut, self.until)).sum();
        // in units of a mean receipt, whose variation adds to that of their number
        let varied = 1.0 + receipts.noise * receipts.noise + receipts.spread().map_or(1.0, |cv| cv * cv);
        let forecast =
            uncertainty.total(expected / receipts.mean, uncertainty.scatter * varied, actual / receipts.mean);
        let back = |value: f64| value * receipts.mean;
        Some(Forecast { expected, low: back(forecast.low), high: back(forecast.high), actual })
    }

    fn months(
        &self,
        pasts: &Pasts,
        uncertainty: &Uncertainty,
        known: &[(&Customer, Past)],
    ) -> Vec<(YearMonth, Forecast)> {
        let model = Model::BetaGeometric(self.model);
        let (mut begin, mut before, mut months) = (self.cut, 0.0, Vec::new());
        while begin < self.until {
            let month = begin.plus(1).month();
            let end = Day::first_of(month.plus(1)).plus(-1).min(self.until);
            let until = model.total(pasts, self.parameters, f64::from(end.since(self.cut)) / WEEK);
            let actual: usize = known.iter().map(|(customer, _)| made(customer, begin, end)).sum();
            months.push((month, uncertainty.month(until - before, actual as f64)));
            (begin, before) = (end, until);
        }
        months
    }

    /// Customers by purchases in the time forecast, and by repeat purchases before.
    fn classes(&self, known: &[(&Customer, Past)]) -> ([(f64, f64); CLASSES], [Class; CLASSES]) {
        let (mut histogram, mut classes) = ([(0.0, 0.0); CLASSES], [Class::default(); CLASSES]);
        for (customer, past) in known {
            let tails = self.model.at_least(past, self.parameters, self.weeks());
            let tail = |n: usize| if n == 0 { 1.0 } else { tails.get(n - 1).copied().unwrap_or(0.0) };
            for (n, (expected, _)) in histogram.iter_mut().enumerate() {
                *expected += tail(n) - if n + 1 < CLASSES { tail(n + 1) } else { 0.0 };
            }
            let actual = made(customer, self.cut, self.until);
            histogram[actual.min(CLASSES - 1)].1 += 1.0;
            let class = &mut classes[(past.repeats as usize).min(CLASSES - 1)];
            class.customers += 1.0;
            class.expected += tails.iter().sum::<f64>();
            class.actual += actual as f64;
        }
        (histogram, classes)
    }
}

fn made(customer: &Customer, from: Day, until: Day) -> usize {
    customer.purchases_between(from, until).len()
}

fn spent(customer: &Customer, from: Day, until: Day) -> f64 {
    customer.purchases_between(from, until).iter().map(|purchase| purchase.amount).sum()
}
