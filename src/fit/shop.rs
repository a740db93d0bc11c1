//! The shop today, in the terms of a design: who is still a customer, how often and for how much they buy, how readily they leave, who joins.

use super::apart::Apart;
use super::beta_geometric::BetaGeometric;
use super::choose::inner_cuts;
use super::customers::Past;
use super::discounts::Discounts;
use super::effects::Told;
use super::gamma_gamma::expected_receipt;
use super::groups::{Group, Groups, Member, group, members, newcomer, retention, some};
pub use super::known::Known;
use super::maximise::Estimate;
use super::newcomers::{first_purchases, pace};
use super::receipts::{Receipts, repeats};
use super::season::Season;
use super::tracked;
use crate::data::{Customer, Log};
use crate::random::normal;
use crate::units::Day;
use rayon::prelude::*;

/// Possible truths drawn, in pairs on both sides of the best one.
const DRAWS: usize = 64;

/// What a log tells of a shop.
#[derive(Debug, Clone, PartialEq)]
pub struct Shop {
    /// Days that the log covers.
    pub span: (Day, Day),
    /// Customers in the log.
    pub people: u64,
    /// Those who are still active.
    pub active: Known,
    /// First purchases in a month to come.
    pub joining: Known,
    /// Months that [`Self::joining`] rests on.
    pub joining_months: u32,
    /// Customers in the log who are likely to have been customers before it.
    pub known_before: f64,
    /// Who has just made a first purchase counts as so many of today's active customers, by what they buy in a year.
    pub newcomer: f64,
    /// The twelve months of the year from January, relative to their mean: of shops that still win customers, with two years and more.
    pub season: Option<[f64; 12]>,
    /// Share of today's active customers who are still active a year later.
    pub retention: f64,
    /// Groups of today's customers.
    pub groups: Vec<KnownGroup>,
    /// Which group each customer of the log belongs to.
    pub members: Vec<usize>,
    /// The months of a year as the kept forecast has them, where the log has seen a year: of purchases, and of first purchases.
    pub months: [Option<Season>; 2],
    /// Receipts, where the log has amounts.
    pub receipts: Option<Receipts>,
    /// How the groups are told apart, where that is not by how often customers buy.
    pub apart: Option<Box<Apart>>,
    /// Promotions and programs that are declared, and what those of the past may have changed.
    pub periods: Vec<Told>,
    /// How purchases answered to discounts, where the log has a column of them.
    pub discounts: Option<Discounts>,
}

/// A group with the errors of its numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownGroup {
    /// Best numbers.
    pub group: Group,
    /// Standard errors of purchases a year, purchase shape, and the two shapes of leaving.
    pub errors: [f64; 4],
    /// Their correlations.
    pub correlations: [[f64; 4]; 4],
}

impl Shop {
    /// Of a log up to its last day under this model; none if the log is empty.
    pub fn new(log: &Log, model: BetaGeometric, estimate: &Estimate<4>) -> Option<Self> {
        let span = log.span()?;
        let receipts = Receipts::of(log, span.1);
        let pace = pace(log, &inner_cuts(span.0, span.1), span, estimate.parameters);
        let all = customers(log, span.1, receipts.as_ref());
        let bounds = members(&all, model, estimate.parameters);
        let best = group(&all, &bounds, model, &[estimate.parameters]);
        let (few, of_few) = some(&all, &bounds);
        let at = |parameters: [f64; 4]| group(&few, &of_few, model, &[parameters]);
        let draws: Vec<Groups> = truths(estimate).into_par_iter().map(at).collect();
        let active: Vec<f64> = draws.iter().map(|draw| draw.active).collect();
        let share = at(estimate.parameters).active / best.active;
        let seen = tracked::repeats(log, span, model, estimate.parameters);
        Some(Self {
            span,
            people: log.customers.len() as u64,
            active: Known { value: best.active, error: deviation(&active) / share },
            joining: pace.a_month,
            joining_months: pace.months,
            known_before: pace.known_before,
            newcomer: newcomer(&few, model, &[estimate.parameters]),
            season: season(log, span).filter(|_| pace.a_month.value > 0.0),
            retention: retention(&few, model, &[estimate.parameters]),
            groups: with_errors(&best, &draws),
            members: bounds.members(),
            months: [Season::new(&seen), Season::new(&first_purchases(log, span, estimate.parameters))],
            receipts,
            apart: None,
            periods: Vec::new(),
            discounts: Discounts::new(log, model, estimate.parameters, &seen),
        })
    }
}

/// Groups with the errors of their numbers, by how much these differ between draws of what may be true.
fn with_errors(best: &Groups, draws: &[Groups]) -> Vec<KnownGroup> {
    let one = |(at, group): (usize, &Group)| {
        let numbers: Vec<[f64; 4]> = draws.iter().map(|draw| draw.groups[at].numbers()).collect();
        let column = |k: usize| numbers.iter().map(|row| row[k]).collect::<Vec<f64>>();
        KnownGroup {
            group: group.clone(),
            errors: std::array::from_fn(|k| deviation(&column(k))),
            correlations: std::array::from_fn(|j| {
                std::array::from_fn(|k| correlation(&column(j), &column(k)))
            }),
        }
    };
    best.groups.iter().enumerate().map(one).collect()
}

/// Customers as groups need them.
fn customers(log: &Log, until: Day, receipts: Option<&Receipts>) -> Vec<Member> {
    let one = |customer: &Customer| {
        let past = Past::of(customer, until)?;
        let basket = receipts
            .map_or(0.0, |receipts| expected_receipt(repeats(customer, until), receipts.model.parameters));
        Some(Member { past, basket, kind: 0 })
    };
    log.customers.iter().filter_map(one).collect()
}

/// Purchases by month of the year over the last whole years, a day of each month counting equally; with two years and more.
fn season(log: &Log, (from, until): (Day, Day)) -> Option<[f64; 12]> {
    let end = until.plus(1).month();
    let years = end.months_since(from.plus(-1).month().plus(1)) / 12;
    if years < 2 {
        return None;
    }
    let begin = end.plus(-12 * years);
    let mut pace = [0.0; 12];
    for purchase in log.purchases() {
        let month = purchase.day.month();
        if month >= begin && month < end {
            let days = Day::first_of(month.plus(1)).since(Day::first_of(month));
            pace[usize::from(month.month()) - 1] += 1.0 / f64::from(days);
        }
    }
    let mean = pace.iter().sum::<f64>() / 12.0;
    (mean > 0.0).then(|| pace.map(|pace| pace / mean))
}

/// Parameters as likely as the data allow: evenly spread normals, each with its mirror image.
fn truths(estimate: &Estimate<4>) -> Vec<[f64; 4]> {
    let mut all = Vec::new();
    for draw in 1..=DRAWS / 2 {
        // an additive recurrence with the roots of x⁵ = x + 1: even in four dimensions (Roberts 2018)
        const STEPS: [f64; 4] =
            [0.856_674_883_854_502_9, 0.733_891_856_627_126, 0.628_706_721_037_809, 0.538_597_257_223_610];
        let normals =
            STEPS.map(|step| normal::quantile((0.5 + step * draw as f64).fract().clamp(1e-4, 1.0 - 1e-4)));
        all.push(estimate.moved(normals));
        all.push(estimate.moved(normals.map(|z| -z)));
    }
    all
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn deviation(values: &[f64]) -> f64 {
    let middle = mean(values);
    libm::sqrt(values.iter().map(|v| (v - middle) * (v - middle)).sum::<f64>() / (values.len() as f64 - 1.0))
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (mean_a, mean_b) = (mean(a), mean(b));
    let both: f64 =
        a.iter().zip(b).map(|(a, b)| (a - mean_a) * (b - mean_b)).sum::<f64>() / (a.len() as f64 - 1.0);
    let scale = deviation(a) * deviation(b);
    if scale > 0.0 { both / scale } else { 0.0 }
}
