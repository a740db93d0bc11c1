//! What a table of cohorts teaches about customers under contract.

use super::cohort::{Contracts, Kind, Pool, left};
use super::cohort_played::Played;
use super::cohort_test::{Believed, HeldOut, kept_apart, without_last};
use super::maximise::Estimate;
use super::shop::Known;
use crate::data::{Cohort, Cohorts};
use crate::units::YearMonth;
use statrs::function::gamma::gamma_ur;

/// A model with one parameter more has to be so much better on what it has not seen, in logarithms.
const BETTER: f64 = 1.0;
/// Cohorts of the calendar from which a trend can be told.
const SEVERAL: usize = 4;
/// Below this chance of so large a difference among cohorts that are alike, they are taken to differ.
const RARE: f64 = 0.01;
/// Cohorts without a date that are looked at one by one, at most.
const MOST_GROUPS: usize = 12;
/// Months between two renewals that are usual.
const TERMS: [u32; 4] = [3, 6, 12, 24];
/// A gain of the logarithm of the likelihood that no chance explains.
const CLEAR: f64 = 10.0;
/// Odds of a month within a term, below which terms hold.
const HELD: f64 = 1.5;
/// Cohorts, one period after the other, that tell how many come.
const LEAST_COHORTS: usize = 3;
/// Months of the cohorts that tell how many come.
const RECENT: i32 = 12;
/// Ages of a base that are tried, in months.
const AGES: usize = 600;

/// A model as it did on the periods that it had not seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Contested {
    /// How customers leave by it.
    pub kind: Kind,
    /// Its parameters on the whole table, by the period; those of needs that change by the month.
    pub estimate: Estimate<4>,
    /// Logarithm of the likelihood of the periods kept apart.
    pub unseen: f64,
    /// Mean error of those left, as a share of those there at the cut.
    pub error: f64,
}

/// Whether cohorts differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Differ {
    /// The chance that cohorts which are alike differ so much.
    pub chance: f64,
    /// After so many periods …
    pub periods: usize,
    /// … such a share is left of the oldest cohort, and of the youngest.
    pub ends: [f64; 2],
}

impl Differ {
    /// Whether they are taken to differ.
    pub fn is_clear(&self) -> bool {
        self.chance < RARE
    }
}

/// Customers who are learned together.
#[derive(Debug, Clone)]
pub struct Group {
    /// What they are called, where there are several.
    pub name: Option<String>,
    /// Customers at the start of all cohorts.
    pub customers: f64,
    /// Those left today.
    pub today: f64,
    /// All models.
    pub contest: Vec<Contested>,
    /// The likeliest of all, and the likeliest that a design can play.
    pub chosen: [Kind; 2],
    /// The test of the latter.
    pub test: HeldOut,
    /// On all periods.
    pub believed: Believed,
    /// As the design plays it.
    pub played: Played,
    /// Whether younger cohorts stay longer, or less long.
    pub trend: Option<Differ>,
    /// Share of today's customers left after a year.
    pub retention: f64,
    /// Shares left as observed, all cohorts together.
    pub observed: Vec<f64>,
    /// Months between renewals that are seen in when customers leave, where none were stated.
    pub term_seen: Option<u32>,
}

/// All that a table of cohorts teaches.
#[derive(Debug, Clone)]
pub struct ContractShop {
    /// The groups.
    pub groups: Vec<Group>,
    /// Whether cohorts without a date differ; where they do, each is a group.
    pub apart: Option<Differ>,
    /// Customers today.
    pub today: f64,
    /// New customers a month, where the table tells it, and from how many months.
    pub newcomers: Option<(Known, u64)>,
    /// Months over which customers have joined at an even pace, if as many of them stay as of today's.
    pub age: usize,
    /// Months between two renewals.
    pub term: u32,
}

/// Learns from a table; `term` is the number of months between two renewals.
pub fn learn(table: &Cohorts, term: u32) -> ContractShop {
    let months = f64::from(table.months);
    let apart = if table.dated() { None } else { differ(&table.cohorts) };
    let each = apart.is_some_and(|apart| apart.is_clear()) && table.cohorts.len() <= MOST_GROUPS;
    let group = |name: Option<String>, cohorts: &[Cohort]| group(name, cohorts, months, term);
    let groups: Vec<Group> = if each {
        let one = |cohort: &Cohort| group(Some(cohort.label.clone()), std::slice::from_ref(cohort));
        table.cohorts.iter().map(one).collect()
    } else {
        vec![group(None, &table.cohorts)]
    };
    let today = groups.iter().map(|group| group.today).sum();
    let age = match &groups[..] {
        [one] if table.dated() => even_age(one),
        _ => table.periods() * table.months as usize,
    };
    ContractShop { groups, apart, today, newcomers: newcomers(table), age, term }
}

impl ContractShop {
    /// Share of the customers of the design who stay for a year: they have joined at an even pace.
    pub fn retention(&self) -> f64 {
        let stay = |group: &Group| {
            let shares = group.played.left(self.age + 12);
            let there: f64 = (1..=self.age).map(|age| shares[age]).sum();
            (1..=self.age).map(|age| shares[age + 12]).sum::<f64>() / there
        };
        self.groups.iter().map(|group| group.today * stay(group)).sum::<f64>() / self.today
    }
}

fn group(name: Option<String>, cohorts: &[Cohort], months: f64, term: u32) -> Group {
    let all: Vec<&[f64]> = cohorts.iter().map(|cohort| &cohort.left[..]).collect();
    let contest: Vec<Contested> =
        Kind::of(term, months as u32).into_iter().map(|kind| contested(&all, kind, months)).collect();
    let best = |playable: bool| best(&contest, |kind| !playable || kind.is_playable(term, months as u32));
    let kind = best(true);
    let scale = scale(kind, months);
    let believed = Believed::new(&all, kind, scale);
    let trend = trend(cohorts, kind, scale, &believed);
    let played = played(cohorts, kind, months, &believed, trend.as_ref());
    let pool = Pool::of(all.iter().copied());
    let observed = pool.risks().scan(1.0, |share, (there, lost)| {
        *share *= 1.0 - lost / there.max(1e-9);
        Some(*share)
    });
    let year = after_a_year(cohorts, &played, months as usize);
    Group {
        name,
        customers: cohorts.iter().map(Cohort::size).sum(),
        today: cohorts.iter().map(Cohort::last).sum(),
        chosen: [best(false), kind],
        test: HeldOut::new(&all, kind, scale),
        observed: std::iter::once(1.0).chain(observed).collect(),
        term_seen: if term == 1 { term_seen(&all, months, &believed) } else { None },
        contest,
        believed,
        played,
        trend,
        retention: year,
    }
}

/// Needs change by the month, whatever the periods are; the others are told as published, by the period.
fn scale(kind: Kind, months: f64) -> f64 {
    if kind.is_by_month() { months } else { 1.0 }
}

fn contested(all: &[&[f64]], kind: Kind, months: f64) -> Contested {
    let months = scale(kind, months);
    let of = |cohorts: &[&[f64]]| [Pool::of(cohorts.iter().copied())];
    let (whole, before) = (of(all), of(&without_last(all, kept_apart(all))));
    let [all_seen, seen] = [&whole, &before].map(|pools| Contracts { pools, kind, months });
    let fitted = seen.fit();
    let unseen = all_seen.at(fitted.parameters) - fitted.ln_likelihood;
    let test = HeldOut::new(all, kind, months);
    Contested { kind, estimate: all_seen.fit(), unseen, error: test.error(&test.expected()) }
}

/// The usual term that makes the whole table clearly likelier than none, if there is one whose end is seen.
fn term_seen(all: &[&[f64]], months: f64, believed: &Believed) -> Option<u32> {
    let longest = all.iter().map(|left| left.len() - 1).max().unwrap_or(0) * months as usize;
    let pools = [Pool::of(all.iter().copied())];
    let fit = |term: u32| (term, Contracts { pools: &pools, kind: Kind::Terms(term), months }.fit());
    let usual = TERMS.into_iter().filter(|term| f64::from(*term) > months && (*term as usize) < longest);
    let (term, best) = usual.map(fit).max_by(|a, b| a.1.ln_likelihood.total_cmp(&b.1.ln_likelihood))?;
    // by the chance of the simpler model, whose errors are as wide as they have to be where it does not hold
    let gain = best.ln_likelihood - believed.estimate.ln_likelihood;
    (gain > CLEAR && best.parameters[2] < HELD).then_some(term)
}

/// The simplest of those that are about as good as the best on what they had not seen.
fn best(contest: &[Contested], may: impl Fn(Kind) -> bool) -> Kind {
    let mut there = contest.iter().filter(|one| may(one.kind));
    let first = there.next().unwrap_or(&contest[0]);
    there.fold(first, |best, one| if one.unseen > best.unseen + BETTER { one } else { best }).kind
}

/// Cohorts with their place in time, each by itself.
fn placed(cohorts: &[Cohort]) -> Option<Vec<Pool>> {
    let [first, last] = [cohorts.first()?.joined?, cohorts.last()?.joined?];
    let whole = f64::from(last.months_since(first));
    let one = |cohort: &Cohort| {
        let place = 2.0 * f64::from(cohort.joined?.months_since(first)) / whole - 1.0;
        Some(Pool { place, ..Pool::of([&cohort.left[..]]) })
    };
    if whole > 0.0 { cohorts.iter().map(one).collect() } else { None }
}

/// Whether β runs with the date of the cohort: twice the gain of likelihood is χ² with one degree of freedom, over how much more losses vary than chance lets them.
fn trend(cohorts: &[Cohort], kind: Kind, months: f64, believed: &Believed) -> Option<Differ> {
    let pools = placed(cohorts).filter(|pools| pools.len() >= SEVERAL)?;
    let none = [Pool::of(cohorts.iter().map(|cohort| &cohort.left[..]))];
    let even = Contracts { pools: &none, kind, months }.fit();
    let run = Contracts { pools: &pools, kind, months }.fit();
    let gain = (run.ln_likelihood - even.ln_likelihood).max(0.0);
    let periods = cohorts.iter().map(Cohort::periods).max()?.div_ceil(2);
    let [alpha, beta, third, factor] = run.parameters;
    let ends =
        [1.0 / factor, factor].map(|by| left(kind, [alpha, beta * by, third], months, periods)[periods]);
    Some(Differ { chance: gamma_ur(0.5, (gain / believed.dispersion).max(1e-12)), periods, ends })
}

/// Whether cohorts without a date differ: fitted one by one against all together.
fn differ(cohorts: &[Cohort]) -> Option<Differ> {
    if cohorts.len() < 2 {
        return None;
    }
    let kind = Kind::ShiftedBetaGeometric;
    let fit = |pool: Pool| Contracts { pools: &[pool], kind, months: 1.0 }.fit();
    let each: Vec<Estimate<4>> = cohorts.iter().map(|cohort| fit(Pool::of([&cohort.left[..]]))).collect();
    let together = fit(Pool::of(cohorts.iter().map(|cohort| &cohort.left[..]))).ln_likelihood;
    let gain = (each.iter().map(|one| one.ln_likelihood).sum::<f64>() - together).max(0.0);
    let free = (cohorts.len() - 1) as f64;
    let periods = cohorts.iter().map(Cohort::periods).min()?;
    let share = |estimate: &Estimate<4>| {
        let [alpha, beta, ..] = estimate.parameters;
        left(kind, [alpha, beta, 1.0], 1.0, periods)[periods]
    };
    let shares = each.iter().map(share);
    let ends = shares.fold([1.0, 0.0], |[low, high]: [f64; 2], share| [low.min(share), high.max(share)]);
    Some(Differ { chance: gamma_ur(free, gain.max(1e-12)), periods, ends })
}

/// Propensities of months, of the cohorts of the last year where cohorts differ.
fn played(
    cohorts: &[Cohort],
    kind: Kind,
    months: f64,
    believed: &Believed,
    trend: Option<&Differ>,
) -> Played {
    let runs = trend.filter(|trend| trend.is_clear()).and_then(|_| placed(cohorts));
    let (pools, place) = match runs {
        Some(pools) => (pools, recent(cohorts)),
        None => (vec![Pool::of(cohorts.iter().map(|cohort| &cohort.left[..]))], 0.0),
    };
    let estimate = Contracts { pools: &pools, kind, months }.fit();
    let [alpha, beta, third, factor] = estimate.parameters;
    let covariance = |j: usize, k: usize| believed.dispersion * estimate.covariance[j][k];
    let stretch = if place == 0.0 { 0.0 } else { place };
    let of_beta = covariance(1, 1) + 2.0 * stretch * covariance(1, 3) + stretch * stretch * covariance(3, 3);
    let both = covariance(0, 1) + stretch * covariance(0, 3);
    let beta = beta * libm::pow(factor, stretch);
    let root = |variance: f64| libm::sqrt(variance.max(0.0));
    let third_error = if kind.count() > 2 { third * root(covariance(2, 2)) } else { 0.0 };
    let of_third = root(covariance(2, 2));
    let of_beta_and_third = covariance(1, 2) + stretch * covariance(3, 2);
    Played {
        parameters: [alpha, beta, third],
        errors: [alpha * root(covariance(0, 0)), beta * root(of_beta), third_error],
        correlation: both / (root(covariance(0, 0)) * root(of_beta)).max(1e-12),
        with_third: [
            covariance(0, 2) / (root(covariance(0, 0)) * of_third).max(1e-12),
            of_beta_and_third / (root(of_beta) * of_third).max(1e-12),
        ],
        kind,
        off: 0.0,
    }
    .within_limits(pools.iter().map(|pool| pool.lost.len()).max().unwrap_or(0) * months as usize)
}

/// The mean place in time of the cohorts of the last year.
fn recent(cohorts: &[Cohort]) -> f64 {
    let Some((last, pools)) = cohorts.last().and_then(|cohort| cohort.joined).zip(placed(cohorts)) else {
        return 0.0;
    };
    let late = cohorts
        .iter()
        .zip(&pools)
        .filter(|(cohort, _)| cohort.joined.is_some_and(|joined| last.months_since(joined) < RECENT));
    let (sum, count) = late.fold((0.0, 0.0), |(sum, count), (_, pool)| (sum + pool.place, count + 1.0));
    sum / f64::max(count, 1.0)
}

/// Share of those left today who are left a year later.
fn after_a_year(cohorts: &[Cohort], played: &Played, months: usize) -> f64 {
    let longest = cohorts.iter().map(Cohort::periods).max().unwrap_or(0) * months;
    let shares = played.left(longest + 12);
    let (mut today, mut later) = (0.0, 0.0);
    for cohort in cohorts {
        let age = cohort.periods() * months;
        today += cohort.last();
        later += cohort.last() * shares[age + 12] / shares[age];
    }
    if today > 0.0 { later / today } else { shares[12] }
}

/// The age of a base whose customers have joined at an even pace, and of whom as many stay for a year.
fn even_age(group: &Group) -> usize {
    let shares = group.played.left(AGES + 12);
    let (mut there, mut later) = (0.0, 0.0);
    let mut best = (f64::INFINITY, 1);
    for age in 1..=AGES {
        there += shares[age];
        later += shares[age + 12];
        let off = (later / there - group.retention).abs();
        if off < best.0 {
            best = (off, age);
        }
    }
    best.1
}

/// New customers a month, by the cohorts of the last year.
fn newcomers(table: &Cohorts) -> Option<(Known, u64)> {
    let last = table.cohorts.last()?.joined?;
    let late = |cohort: &&Cohort| cohort.joined.is_some_and(|joined| last.months_since(joined) < RECENT);
    let months = f64::from(table.months);
    let sizes: Vec<f64> = table.cohorts.iter().filter(late).map(|cohort| cohort.size() / months).collect();
    let known = table.cohorts.iter().rev().take(sizes.len().max(LEAST_COHORTS));
    let joined: Vec<YearMonth> = known.filter_map(|cohort| cohort.joined).collect();
    let follow = joined.windows(2).all(|two| two[0].months_since(two[1]) == table.months as i32);
    let n = sizes.len() as f64;
    let value = sizes.iter().sum::<f64>() / n;
    let squares: f64 = sizes.iter().map(|size| (size - value) * (size - value)).sum();
    let error = if sizes.len() > 1 { libm::sqrt(squares / (n - 1.0) / n) } else { 0.0 };
    (follow && joined.len() >= LEAST_COHORTS)
        .then_some((Known { value, error }, sizes.len() as u64 * u64::from(table.months)))
}
