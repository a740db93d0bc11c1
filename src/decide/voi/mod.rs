//! The value of information: what it is worth to find out more before deciding, and which study to do.
//!
//! Decisions are compared on the same trials: not to launch, to launch, to launch another design. With more known, another of them may
//! be the best. What that is worth is found by regression on the trials (Strong, Oakley & Brennan 2014), so no new
//! simulation is needed: [`of_trials`] takes trials that have been played already.
//!
//! ```
//! # use loyalsim::decide::{Unwatched, voi};
//! # use loyalsim::design::starter;
//! # use loyalsim::simulate::Settings;
//! let size = voi::VoiSize { settings: Settings { seed: 1, customers: 100 }, trials: 64 };
//! let found = voi::voi(&starter("shop"), &[], size, &Unwatched)?;
//! assert!(found.is_some_and(|found| found.choices.len() == 2));
//! # Ok::<(), loyalsim::decide::voi::VoiFault>(())
//! ```

mod basis;
mod fault;
mod fit;
mod groups;
mod propose;
mod study;
mod trials;
mod worth;

pub use fault::VoiFault;
pub use groups::{Bond, Group};
pub use study::{Judged, PlannedStudy, Sized, Stop, Verdict};
pub use trials::{Choice, Trials, UncertainNumber};
pub use worth::{Amount, BenefitCurve, Flip, Known};

use super::compare::Origin;
use super::measure::Reading;
use super::paired;
use super::watch::Watch;
use crate::design::{Design, Truth, TruthSampler};
use crate::simulate::Settings;
use crate::summary::moments::Moments;
use crate::summary::{Scalar, interval};
use crate::units::{AnnualRate, Money, Share, Unit};
use rayon::prelude::*;
use serde::Serialize;

/// Fewer trials than this say nothing about any number.
pub const FEWEST_TRIALS: u64 = 60;

/// Seed, customers and trials.
#[derive(Debug, Clone, Copy)]
pub struct VoiSize {
    /// Seed and customers.
    pub settings: Settings,
    /// Trials, each played for every design.
    pub trials: u64,
}

/// One of the things that may be decided, and what it comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chosen {
    /// What it is.
    pub choice: Choice,
    /// Mean present value.
    pub npv: Reading,
    /// Share of the trials in which it is the best.
    pub best_in: Share,
}

/// What it is worth to know a number, or several.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Worth {
    /// What joins the numbers; `None` for one alone.
    pub bond: Option<Bond>,
    /// Their paths.
    pub paths: Vec<String>,
    /// The expected value of perfect information about them.
    pub amount: Amount,
    /// Where the decision flips, for one number alone that matters.
    pub flips: Vec<Flip>,
}

/// The value of information. Serialised, it is `voi.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Voi {
    /// What was run.
    pub origin: Origin,
    /// Title of the design.
    pub title: String,
    /// SHA-256 of its text.
    pub design_hash: String,
    /// Currency.
    pub currency: String,
    /// What was found.
    #[serde(flatten)]
    pub findings: Findings,
}

impl std::ops::Deref for Voi {
    type Target = Findings;

    fn deref(&self) -> &Findings {
        &self.findings
    }
}

/// What trials say about the worth of information.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Findings {
    /// What may be decided; the first is not to launch.
    pub choices: Vec<Chosen>,
    /// The place of the best choice if nothing more is found out.
    pub best: usize,
    /// What it is worth to know all uncertain numbers.
    pub perfect: Amount,
    /// How often another choice is better, if all numbers were known.
    pub changes: Share,
    /// What it would be worth to foresee even luck, which no study can: an upper bound of everything.
    pub clairvoyance: Reading,
    /// Every uncertain number alone, the most valuable first.
    pub numbers: Vec<Worth>,
    /// Groups of numbers, the most valuable first.
    pub groups: Vec<Worth>,
    /// What each choice brings over the values of the number that decides most, if one does.
    #[serde(rename = "course")]
    pub benefit_curve: Option<BenefitCurve>,
    /// Studies, that with the greatest gain first.
    pub studies: Vec<Judged>,
}

/// Plays the design in `text` and `others`, and says what it is worth to find out more. `Ok(None)` if stopped too early to say
/// anything.
///
/// # Errors
/// If a design is not valid or has no program, or if nothing is uncertain.
pub fn voi(
    text: &str,
    others: &[(Choice, String)],
    size: VoiSize,
    watch: &dyn Watch,
) -> Result<Option<Voi>, VoiFault> {
    let parse = |text: &str| Design::parse(text).map_err(|problems| VoiFault::Design(Box::new(problems)));
    let design = parse(text)?;
    let others = others
        .iter()
        .map(|(choice, text)| Ok((choice, parse(text)?)))
        .collect::<Result<Vec<_>, VoiFault>>()?;
    possible(&design, &others)?;
    let designs: Vec<&Design> =
        std::iter::once(&design).chain(others.iter().map(|(_, other)| other)).collect();
    watch.begin("trials", size.trials * designs.len() as u64);
    let rows = paired::play_shared(&designs, size.settings, size.trials, watch);
    if (rows.len() as u64) < FEWEST_TRIALS {
        return Ok(None);
    }
    let truths = |design: &Design| all_truths(design, size.settings.seed, rows.len() as u64);
    let npv = |place: usize| rows.values(place, Scalar::Npv);
    let mut trials = Trials::new(&design, &truths(&design), &npv(0));
    for (place, (choice, other)) in others.iter().enumerate() {
        trials = trials.with((*choice).clone(), other, &truths(other), &npv(place + 1));
    }
    Ok(Some(Voi {
        origin: Origin::new(Some(&design), size.settings, rows.len() as u64, size.trials),
        title: design.title.clone(),
        design_hash: design.hash.clone(),
        currency: design.currency.clone(),
        findings: of_trials(&design, &trials),
    }))
}

fn possible(design: &Design, others: &[(&Choice, Design)]) -> Result<(), VoiFault> {
    if design.program.is_none() {
        return Err(VoiFault::NoProgram(None));
    }
    for (choice, other) in others {
        let name = match choice {
            Choice::Alternative(name) => Some(name.clone()),
            Choice::CounterDesign | Choice::Launch | Choice::DontLaunch => None,
        };
        if other.program.is_none() {
            return Err(VoiFault::NoProgram(name));
        }
        if other.currency != design.currency {
            let (other, currency) = (other.currency.clone(), design.currency.clone());
            return Err(VoiFault::Currency { name, other, currency });
        }
    }
    if TruthSampler::new(design, 0).drawn().next().is_none() { Err(VoiFault::Certain) } else { Ok(()) }
}

/// The values of all numbers of the register in each trial.
fn all_truths(design: &Design, seed: u64, trials: u64) -> Vec<Vec<f64>> {
    let sampler = TruthSampler::new(design, seed);
    let values = |truth: Truth| design.numbers.iter().map(|(id, _)| truth[id]).collect();
    (0..trials).map(|trial| values(sampler.draw(trial))).collect()
}

/// What trials that have been played say: no simulation, only regression. `design` is the one to be decided on.
pub fn of_trials(design: &Design, trials: &Trials) -> Findings {
    let sets = Sets::new(design, trials);
    let order = sets.by_worth();
    let numbers = order.iter().map(|place| sets.worth(&sets.singles[*place], None)).collect();
    let mut groups: Vec<Worth> =
        sets.groups.iter().map(|(group, set)| sets.worth(set, Some(group.bond.clone()))).collect();
    groups.sort_by(|a, b| b.amount.value.total_cmp(&a.amount.value));
    let decisive: Vec<usize> = order.into_iter().filter(|place| sets.singles[*place].exact().clear).collect();
    let benefit_curve = decisive
        .first()
        .map(|place| sets.singles[*place].benefit_curve(&trials.columns[*place], &sets.others));
    Findings {
        choices: chosen(trials),
        best: sets.best,
        perfect: sets.at_least(&sets.all),
        changes: sets.all.changes(trials),
        clairvoyance: sets.clairvoyance,
        numbers,
        groups,
        benefit_curve,
        studies: sets.studies(design, &decisive),
    }
}

/// Fits on every number, on every group of numbers, and on all of them.
struct Sets<'t> {
    trials: &'t Trials,
    contrasts: nalgebra::DMatrix<f64>,
    best: usize,
    others: Vec<usize>,
    singles: Vec<Known>,
    groups: Vec<(Group, Known)>,
    all: Known,
    clairvoyance: Reading,
}

impl<'t> Sets<'t> {
    fn new(design: &Design, trials: &'t Trials) -> Self {
        let (contrasts, others) = trials.contrasts();
        let known = |places: &[usize]| Known::new(trials, places, &contrasts);
        let all: Vec<usize> = (0..trials.columns.len()).collect();
        let singles = all.par_iter().map(|place| known(&[*place])).collect();
        let groups = groups::groups(design, trials).into_par_iter().map(|group| {
            let set = known(&group.places);
            (group, set)
        });
        let (groups, all) = (groups.collect(), known(&all));
        Self {
            trials,
            best: trials.best(),
            others,
            singles,
            groups,
            all,
            contrasts,
            clairvoyance: clairvoyance(trials),
        }
    }

    /// Places of the numbers, the most valuable first.
    fn by_worth(&self) -> Vec<usize> {
        let value = |place: &usize| self.singles[*place].exact().value;
        let mut order: Vec<usize> = (0..self.singles.len()).collect();
        order.sort_by(|a, b| value(b).total_cmp(&value(a)));
        order
    }

    /// Knowing more is never worth less: what a smaller set is worth, a larger one is worth too, and none more than foreseeing luck.
    fn at_least(&self, set: &Known) -> Amount {
        let parts = self.singles.iter().chain(self.groups.iter().map(|(_, set)| set));
        let within = parts.filter(|part| part.places.iter().all(|place| set.places.contains(place)));
        let least = within.fold(set.exact(), |amount, part| amount.at_least(part.exact()));
        least.at_most(Money::new(self.clairvoyance.value + interval::Z95 * self.clairvoyance.mc_error))
    }

    fn worth(&self, set: &Known, bond: Option<Bond>) -> Worth {
        let flips = if bond.is_none() { self.flips(set.places[0]) } else { Vec::new() };
        let paths = set.places.iter().map(|place| self.trials.columns[*place].path.clone()).collect();
        Worth { bond, paths, amount: self.at_least(set), flips }
    }

    /// Where the decision flips along a number that matters.
    fn flips(&self, place: usize) -> Vec<Flip> {
        let single = &self.singles[place];
        match single.exact().clear {
            true => single.flips(&self.trials.columns[place], self.best, &self.others),
            false => Vec::new(),
        }
    }

    /// The studies of the design, or proposals if it has none, judged; those with the greatest gain first.
    fn studies(&self, design: &Design, decisive: &[usize]) -> Vec<Judged> {
        let trials = self.trials;
        let plans = match design.studies.is_empty() {
            true => propose::propose(design, trials, decisive),
            false => PlannedStudy::of_design(design, trials),
        };
        let capital = AnnualRate::new(design.numbers[design.business.cost_of_capital].distribution.central());
        let today = Money::new(trials.benefits[self.best].iter().sum::<f64>() / trials.len() as f64);
        let flip = |place: usize| nearest(&self.flips(place), trials.columns[place].mean);
        let judge = |plan: &PlannedStudy| {
            let known = Known::new(trials, &plan.informs, &self.contrasts);
            study::judge(plan, trials, &known, (today, capital), &flip)
        };
        let informing = plans.par_iter().filter(|plan| !plan.informs.is_empty());
        let mut judged: Vec<Judged> = informing.map(judge).collect();
        judged.sort_by(|a, b| a.verdict.cmp(&b.verdict).then(b.best.net.total_cmp(&a.best.net)));
        judged
    }
}

/// The flip nearest to what is expected today.
fn nearest(flips: &[Flip], mean: f64) -> Option<Flip> {
    flips.iter().copied().min_by(|a, b| (a.at - mean).abs().total_cmp(&(b.at - mean).abs()))
}

fn chosen(trials: &Trials) -> Vec<Chosen> {
    let best_of = |trial: usize| {
        let top = trials.benefits.iter().map(|b| b[trial]).fold(f64::NEG_INFINITY, f64::max);
        trials.benefits.iter().position(|b| b[trial] == top)
    };
    let mut best_in = vec![0.0; trials.choices.len()];
    for trial in 0..trials.len() {
        if let Some(place) = best_of(trial) {
            best_in[place] += 1.0 / trials.len() as f64;
        }
    }
    let one = |(place, choice): (usize, &Choice)| {
        let moments: Moments = trials.benefits[place].iter().copied().collect();
        let npv = Reading::mean(Unit::Money, moments);
        Chosen { choice: choice.clone(), npv, best_in: Share::new(best_in[place]) }
    };
    trials.choices.iter().enumerate().map(one).collect()
}

/// The mean of the best choice of each trial less the best choice of all.
fn clairvoyance(trials: &Trials) -> Reading {
    let best = &trials.benefits[trials.best()];
    let top = |trial: usize| trials.benefits.iter().map(|b| b[trial]).fold(f64::NEG_INFINITY, f64::max);
    let moments: Moments = (0..trials.len()).map(|trial| top(trial) - best[trial]).collect();
    Reading::mean(Unit::Money, moments)
}

#[cfg(test)]
mod tests;
