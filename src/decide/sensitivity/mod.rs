//! Which assumptions decide: one number at a time, and each one's share of the spread, with luck as an input like any other.
//!
//! ```
//! # use loyalsim::decide::{Measure, Unwatched, sensitivity};
//! # use loyalsim::design::{Design, starter};
//! # use loyalsim::simulate::Settings;
//! # use loyalsim::summary::Scalar;
//! # let design = Design::parse(&starter("shop"))?;
//! let size = sensitivity::SensitivitySize { settings: Settings { seed: 1, customers: 100 }, rows: 16 };
//! let found = sensitivity::sensitivity(&design, Measure::Mean(Scalar::NetEffect), size, &Unwatched).unwrap().unwrap();
//! assert!((0.0..=1.0).contains(&found.ignorance.get()) && !found.inputs.is_empty());
//! # Ok::<(), loyalsim::design::Problems>(())
//! ```

mod fault;
mod indices;
mod inputs;
mod study;
mod tornado;

pub use fault::SensitivityFault;
pub use indices::{Index, Indices, Sample};
pub use inputs::{Input, Kind};
pub use tornado::Swing;

use super::compare::Origin;
use super::measure::{Measure, Reading};
use super::watch::Watch;
use crate::design::Design;
use crate::simulate::{Halt, Settings};
use crate::summary::moments::Moments;
use crate::summary::quantile;
use crate::summary::real_size::Shrink;
use crate::units::Share;
use serde::Serialize;
use study::PlayedDesign;

/// With more inputs than this a first look picks out those that matter.
pub const MOST_INPUTS: usize = 30;
/// How many it keeps apart.
pub const KEPT: usize = 12;
/// Rows of the first look.
const SCREENING_ROWS: u64 = 12;
/// Fewest rows of which shares are told.
pub const FEWEST_ROWS: usize = 8;
/// Lucks over which each bar of the tornado is averaged.
const LUCKS: u64 = 16;
/// Shares that differ by more than this between half of the rows and all have not settled.
const SETTLED: f64 = 0.1;
/// Numbers whose scatter is kept.
const SCATTERS: usize = 3;

/// Seed, customers and rows.
#[derive(Debug, Clone, Copy)]
pub struct SensitivitySize {
    /// Seed and customers.
    pub settings: Settings,
    /// Rows of the sample. Powers of two are covered most evenly.
    pub rows: u64,
}

/// One input and its share of the spread.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explained {
    /// What it is made of.
    pub kind: Kind,
    /// Paths of its numbers, segments by name; none for luck.
    pub paths: Vec<String>,
    /// Its share of the variance by itself and in all.
    #[serde(flatten)]
    pub indices: Indices,
}

/// The shares as the first rows alone tell them: how far they have settled.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// So many rows.
    pub rows: usize,
    /// Share in all of each input, in the order of [`Sensitivity::inputs`], then events, if there are any, and luck.
    pub total: Vec<Share>,
    /// Share of each by itself.
    pub first: Vec<Share>,
}

/// A number of the first look, by what happens when its input alone is drawn anew.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Screened {
    /// Paths of the input.
    pub paths: Vec<String>,
    /// Mean absolute change of the measure (μ* of Campolongo, Saltelli & Cariboni 2011, not divided by the step).
    pub effect: f64,
    /// Whether it was kept apart.
    pub kept: bool,
}

/// Values of a number and of the measure in the trials.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// Path of the number.
    pub path: String,
    /// Value of the number, value of the measure.
    pub points: Vec<(f64, f64)>,
}

/// What decides. Serialised, it is `sensitivity.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sensitivity {
    /// What was run; trials are rows.
    pub origin: Origin,
    /// Title of the design.
    pub title: String,
    /// SHA-256 of its text.
    pub design_hash: String,
    /// Currency.
    pub currency: String,
    /// What is explained.
    pub measure: Measure,
    /// Trials simulated in all.
    pub played: u64,
    /// Uncertain numbers.
    pub uncertain: usize,
    /// Rows left out because the measure is undefined in one of their trials.
    pub undefined: usize,
    /// Mean of the measure.
    pub mean: Reading,
    /// Its standard deviation.
    pub sd: f64,
    /// 5 % and 95 % quantile of the measure.
    pub spread: [f64; 2],
    /// Share of the variance that the customers' own luck makes, as many of them as the business has.
    pub luck: Index,
    /// Share that events of the market make; `None` where nothing happens by chance.
    pub events: Option<Index>,
    /// The rest: what knowing every number would take away.
    pub ignorance: Share,
    /// What knowing each number but not the others would take away, added up: the rest of not knowing is interaction between numbers.
    pub separately: Share,
    /// The inputs, the largest share first; luck is not among them.
    pub inputs: Vec<Explained>,
    /// The first look, if there was one, the largest effect first.
    pub screening: Vec<Screened>,
    /// The shares with an eighth, a quarter, half and all of the rows.
    pub convergence: Vec<Step>,
    /// The measure with every number at its median: mean over luck.
    pub middle: Option<Reading>,
    /// One number at a time, the widest first; empty if stopped before.
    pub tornado: Vec<Swing>,
    /// Trials for pictures of the numbers that decide most.
    #[serde(skip)]
    pub scatter: Vec<Scatter>,
}

/// How far the shares have settled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settling {
    /// Largest difference of a share in all between half of the rows and all of them.
    pub gap: Share,
    /// Whether half of the rows gives nearly the same shares.
    pub settled: bool,
}

impl Sensitivity {
    /// How far the shares have settled; `None` with too few rows to see.
    pub fn settling(&self) -> Option<Settling> {
        let [.., half, whole] = &self.convergence[..] else { return None };
        let pairs = || half.total.iter().zip(&whole.total);
        let gap = pairs().map(|(a, b)| (*a - *b).max(*b - *a)).fold(Share::NONE, Share::max);
        (half.rows >= FEWEST_ROWS).then_some(Settling { gap, settled: gap.get() <= SETTLED })
    }

    /// The inputs of known numbers that decide most: at most three, each with a share in all of a twentieth or more.
    pub fn decisive(&self) -> impl Iterator<Item = &Explained> {
        let single = self.inputs.iter().filter(|input| input.kind != Kind::Rest);
        single.take(SCATTERS).filter(|input| input.indices.total.value.get() >= 0.05)
    }
}

/// Finds out what decides `measure`. `Ok(None)` if stopped before anything could be said.
///
/// Inputs are independent of each other: uncertain shares that sum to 1 are one input, and so are numbers joined by correlations. Luck is
/// an input like any other (its points are trials' numbers), so the shares are of the whole variance, and the total share of luck is the
/// part that perfect knowledge would leave.
///
/// # Errors
/// If no number is uncertain, or the measure has no value in a trial, does not vary, or is mostly undefined.
pub fn sensitivity(
    design: &Design,
    measure: Measure,
    size: SensitivitySize,
    watch: &dyn Watch,
) -> Result<Option<Sensitivity>, SensitivityFault> {
    let stopped = || watch.stopped();
    let study = PlayedDesign::new(design, measure, size.settings).until(Halt::when(&stopped));
    let all = study.inputs();
    possible(measure, &all)?;
    let uncertain: usize = all.iter().map(|input| input.paths.len()).sum();
    watch.begin("trials", ticks(all.len(), study.lucks().len(), uncertain, size.rows));
    let Some((mut inputs, screening)) = screened(&study, all, watch) else { return Ok(None) };
    let lucks = study.lucks();
    inputs.extend(lucks.iter().cloned());
    let (sample, values) = study.sample(&inputs, size.rows, watch);
    let rows = sample.rows();
    if rows < FEWEST_ROWS {
        return Ok(None);
    }
    let shares = Shares::of(&inputs, &sample, measure)?;
    let tornado = if watch.stopped() { None } else { study.tornado(LUCKS, watch) };
    let mut origin = Origin::new(Some(design), size.settings, rows as u64, size.rows);
    origin.partial |= tornado.is_none();
    let known = if screening.is_empty() { inputs.len() - lucks.len() } else { screening.len() };
    let played = ticks(known, lucks.len(), uncertain, rows as u64);
    let (middle, tornado) = tornado.map_or((None, Vec::new()), |(middle, swings)| (Some(middle), swings));
    let scatter = scatters(&study, &shares.inputs, &tornado, &values, &sample.a);
    Ok(Some(told(
        design,
        measure,
        (origin, played, uncertain),
        shares,
        (screening, middle, tornado, scatter),
    )))
}

/// Whether there is something to explain, and something that can explain it.
fn possible(measure: Measure, inputs: &[Input]) -> Result<(), SensitivityFault> {
    if measure == Measure::Shortfall {
        Err(SensitivityFault::OfManyTrials(measure.key()))
    } else if inputs.is_empty() {
        Err(SensitivityFault::Certain)
    } else {
        Ok(())
    }
}

/// Trials to simulate.
fn ticks(inputs: usize, lucks: usize, uncertain: usize, rows: u64) -> u64 {
    let screened = inputs > MOST_INPUTS;
    let kept = if screened { KEPT + 1 } else { inputs } as u64;
    let first = if screened { SCREENING_ROWS * (inputs as u64 + 1) } else { 0 };
    first + rows * (kept + 2 + lucks as u64) + LUCKS * (1 + 2 * uncertain as u64)
}

/// The inputs to tell apart, and the first look that chose them; `None` if stopped.
fn screened(study: &PlayedDesign, all: Vec<Input>, watch: &dyn Watch) -> Option<(Vec<Input>, Vec<Screened>)> {
    if all.len() <= MOST_INPUTS {
        return Some((all, Vec::new()));
    }
    let effects = study.effects(&all, SCREENING_ROWS, watch)?;
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by(|&a, &b| effects[b].total_cmp(&effects[a]).then(a.cmp(&b)));
    let told = |(rank, &i): (usize, &usize)| Screened {
        paths: all[i].paths.clone(),
        effect: effects[i],
        kept: rank < KEPT,
    };
    let screening = order.iter().enumerate().map(told).collect();
    let (kept, others) = order.split_at(KEPT);
    let mut kept: Vec<Input> = kept.iter().map(|&i| all[i].clone()).collect();
    kept.sort_by(|a, b| a.paths.cmp(&b.paths));
    let mut others: Vec<usize> = others.to_vec();
    others.sort_unstable();
    let together = |f: &dyn Fn(&Input) -> Vec<usize>| others.iter().flat_map(|&i| f(&all[i])).collect();
    kept.push(Input {
        kind: Kind::Rest,
        paths: others.iter().flat_map(|&i| all[i].paths.clone()).collect(),
        members: together(&|input| input.members.clone()),
    });
    Some((kept, screening))
}

/// The spread and its division.
struct Shares {
    undefined: usize,
    values: Vec<f64>,
    inputs: Vec<Explained>,
    luck: Indices,
    events: Option<Indices>,
    sd: f64,
    spread: [f64; 2],
    convergence: Vec<Step>,
}

impl Shares {
    /// Divides the variance of a sample; the last inputs are events, if there are any, and luck.
    fn of(inputs: &[Input], sample: &Sample, measure: Measure) -> Result<Self, SensitivityFault> {
        let defined = sample.defined();
        let undefined = sample.rows() - defined.rows();
        if defined.rows() < FEWEST_ROWS.max(sample.rows() / 2) {
            let (measure, rows) = (measure.key(), sample.rows());
            return Err(SensitivityFault::Undefined { measure, undefined, rows });
        }
        let constant = || SensitivityFault::Constant(measure.key());
        let indices = defined.indices().ok_or_else(constant)?;
        let (luck, others) = indices.split_last().ok_or_else(constant)?;
        let known =
            inputs.iter().take_while(|input| !matches!(input.kind, Kind::Events | Kind::Luck)).count();
        let (numbers, events) = others.split_at(known);
        let mut order: Vec<usize> = (0..numbers.len()).collect();
        order.sort_by(|&a, &b| numbers[b].total.value.total_cmp(&numbers[a].total.value).then(a.cmp(&b)));
        let explained = |&i: &usize| Explained {
            kind: inputs[i].kind,
            paths: inputs[i].paths.clone(),
            indices: numbers[i],
        };
        let with_luck: Vec<usize> = order.iter().copied().chain(known..inputs.len()).collect();
        let values: Vec<f64> = defined.a.iter().chain(&defined.b).copied().collect();
        let excess = defined.excess.as_ref().map(|e| e.a.iter().chain(&e.b).copied().collect::<Vec<_>>());
        let shrink = Shrink::of(&values, &excess.unwrap_or_default());
        let mut sorted = values.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        Ok(Self {
            undefined,
            inputs: order.iter().map(explained).collect(),
            luck: *luck,
            convergence: convergence(&defined, &with_luck),
            events: events.first().copied(),
            sd: shrink.factor() * values.iter().copied().collect::<Moments>().sd(),
            spread: [0.05, 0.95].map(|level| shrink.at(quantile::of_sorted(&sorted, level))),
            values,
        })
    }
}

fn convergence(sample: &Sample, order: &[usize]) -> Vec<Step> {
    let step = |part: usize| {
        let rows = sample.rows() / part;
        let indices = sample.prefix(rows).indices()?;
        let of = |f: &dyn Fn(&Indices) -> Share| order.iter().map(|&i| f(&indices[i])).collect();
        Some(Step { rows, total: of(&|i| i.total.value), first: of(&|i| i.first.value) })
    };
    [8, 4, 2, 1].into_iter().filter_map(step).collect()
}

/// Scatters of the numbers that decide most; of an input of several numbers, that of the one with the widest swing.
fn scatters(
    study: &PlayedDesign,
    inputs: &[Explained],
    tornado: &[Swing],
    values: &[Vec<f64>],
    results: &[f64],
) -> Vec<Scatter> {
    let path = |input: &Explained| {
        let widest =
            tornado.iter().find(|swing| input.paths.contains(&swing.path)).map(|swing| swing.path.clone());
        widest.or_else(|| input.paths.first().cloned())
    };
    let scatter = |path: String| {
        let place = study.place(&path)?;
        let points = values.iter().zip(results).map(|(row, result)| (row[place], *result));
        Some(Scatter { path, points: points.filter(|p| p.1.is_finite()).collect() })
    };
    let single = inputs.iter().filter(|input| input.kind != Kind::Rest);
    single.take(SCATTERS).filter_map(path).filter_map(scatter).collect()
}

type Pictured = (Vec<Screened>, Option<Reading>, Vec<Swing>, Vec<Scatter>);

fn told(
    design: &Design,
    measure: Measure,
    (origin, played, uncertain): (Origin, u64, usize),
    shares: Shares,
    (screening, middle, tornado, scatter): Pictured,
) -> Sensitivity {
    let moments: Moments = shares.values.iter().copied().collect();
    // what each alone would explain is known to an error, and all together is no more than the whole
    let luck = shares.luck.total.at_most(Share::WHOLE);
    let events = shares.events.map(|events| events.total.at_most(luck.value.complement()));
    let lucks = luck.value + events.map_or(Share::NONE, |events| events.value);
    Sensitivity {
        origin,
        title: design.title.clone(),
        design_hash: design.hash.clone(),
        currency: design.currency.clone(),
        measure,
        played,
        uncertain,
        undefined: shares.undefined,
        mean: Reading::mean(measure.unit(), moments),
        sd: shares.sd,
        spread: shares.spread,
        luck,
        events,
        ignorance: lucks.complement(),
        separately: shares.inputs.iter().map(|input| input.indices.first.value.max(Share::NONE)).sum(),
        inputs: shares.inputs,
        screening,
        convergence: shares.convergence,
        middle,
        tornado,
        scatter,
    }
}

#[cfg(test)]
mod tests;
