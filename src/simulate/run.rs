//! Many trials: in parallel, reduced where they are made, folded in their order.

use std::cell::RefCell;
use std::ops::{ControlFlow, Range};

use rayon::prelude::*;

use super::block::Block;
use super::halt::{Halt, unless_given_up};
use super::sample::Sample;
use super::seats::Lucks;
use super::tally::Tally;
use super::trial;
use crate::design::{Design, Sampling, Truth, TruthSampler};
use crate::plan::{self, Others, Plan, ServiceShock};

/// Trials handed out at a time: enough to keep every core busy, few enough to stop soon and to hold little.
const BATCH: u64 = 32;

/// Added to the number of a trial it names another luck, which no trial has.
pub const OTHER_LUCK: u64 = 1 << 63;

/// Seed and size of a simulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Seed: the same seed gives the same bits, whatever the number of threads.
    pub seed: u64,
    /// The most customers simulated at the start; a smaller business is simulated as it is. Results are scaled to the business.
    pub customers: usize,
}

/// A design made ready to be simulated.
#[derive(Debug)]
pub struct Experiment<'d> {
    design: &'d Design,
    seed: u64,
    sampler: TruthSampler,
    sample: Sample,
    halt: Halt<'d>,
    ended: bool,
}

thread_local! {
    /// Room to work, kept from trial to trial. It holds no result but pilots, which depend on nothing but what they are asked for.
    static ROOM: RefCell<Option<Box<Block>>> = const { RefCell::new(None) };
}

impl<'d> Experiment<'d> {
    /// Prepares `design` with the usual sampling plan.
    pub fn new(design: &'d Design, settings: Settings) -> Self {
        Self::sampled(design, settings, Sampling::default())
    }

    /// Prepares `design` with this sampling plan for its uncertain numbers.
    pub fn sampled(design: &'d Design, settings: Settings, sampling: Sampling) -> Self {
        let sampler = TruthSampler::new(design, settings.seed).sampled(sampling);
        Self {
            design,
            seed: settings.seed,
            sampler,
            sample: Sample::of(design, settings.customers),
            halt: Halt::default(),
            ended: false,
        }
    }

    /// The same with one more world, the last, in which the program that runs already ends at the start: what it is worth. Where none runs,
    /// nothing is added.
    pub fn beside_ending_today(self) -> Self {
        Self { ended: self.design.today.is_some(), ..self }
    }

    /// The same, giving up trials in the middle once `halt` asks for it. [`Self::run`] then ends; whoever plays single trials has to
    /// play them inside of [`unless_given_up`].
    pub fn until(self, halt: Halt<'d>) -> Self {
        Self { halt, ..self }
    }

    /// Customers simulated at the start: as many as asked for, or as many as the business has.
    pub fn customers(&self) -> usize {
        self.sample.customers()
    }

    /// The truth that holds in a trial.
    pub fn truth(&self, trial: u64) -> Truth {
        self.sampler.draw(trial)
    }

    /// Plays a trial.
    pub fn play(&self, trial: u64) -> Tally {
        self.play_under(&self.truth(trial), trial)
    }

    /// Plays a trial's luck under a given truth.
    pub fn play_under(&self, truth: &Truth, trial: u64) -> Tally {
        self.play_lucks(truth, Lucks::of(trial))
    }

    /// Plays the luck of several trials, each for what it decides.
    pub fn play_lucks(&self, truth: &Truth, lucks: Lucks) -> Tally {
        self.play_plan(truth, &self.plan(truth, lucks), lucks)
    }

    /// The plan of a truth under a luck.
    pub(super) fn plan(&self, truth: &Truth, lucks: Lucks) -> Plan {
        let others = Others { ended: self.ended, ..Others::default() };
        Plan::with_others(self.design, truth, (self.seed, lucks.events), others)
    }

    /// Whether another experiment simulates as many of as many customers with the same luck.
    pub(super) fn may_join(&self, truth: &Truth, (other, theirs): (&Self, &Truth)) -> bool {
        let real = |experiment: &Self, truth: &Truth| truth[experiment.design.business.customers];
        self.seed == other.seed
            && self.sample == other.sample
            && !self.ended
            && !other.ended
            && real(self, truth) == real(other, theirs)
            && self.design.branches.len() == other.design.branches.len()
            && self.design.touchpoints.len() == other.design.touchpoints.len()
    }

    /// Whether the market holds events that happen by chance.
    pub fn has_events(&self) -> bool {
        plan::has_events(self.design)
    }

    /// Whether there are segments that are simulated as a whole.
    pub fn has_whole(&self) -> bool {
        self.sample.simulated.contains(&1.0)
    }

    /// Plays a trial with one more world for each of `stops`: in it the program ends, and that month is the first without it. The
    /// first two worlds are those of [`Self::play_under`].
    pub fn play_stops(&self, truth: &Truth, trial: u64, stops: &[usize]) -> Tally {
        let others = Others { stops, ended: false };
        let plan = Plan::with_others(self.design, truth, (self.seed, trial), others);
        self.play_plan(truth, &plan, Lucks::of(trial))
    }

    /// Plays a trial in which service slips in every world after today has been matched.
    pub fn play_shocked(&self, truth: &Truth, trial: u64, shock: ServiceShock) -> Tally {
        let mut plan = Plan::new(self.design, truth, self.seed, trial);
        plan.worsen(shock);
        self.play_plan(truth, &plan, Lucks::of(trial))
    }

    pub(super) fn play_plan(&self, truth: &Truth, plan: &Plan, lucks: Lucks) -> Tally {
        let real = truth[self.design.business.customers];
        // Taken out, so that a trial that is given up leaves no room half used.
        let mut block = ROOM.take().unwrap_or_default();
        let luck = (self.seed, lucks);
        let tally = trial::play(self.design, real, plan, luck, (&self.sample, self.halt), &mut block);
        ROOM.set(Some(block));
        tally
    }

    /// Plays `trials` on the current rayon pool. Each is reduced by `reduce` on the thread that made it and handed to `fold` in
    /// order, whatever the number of threads; `fold` may break off, and what was given up ends it. Returns the number of trials folded.
    pub fn run<R: Send>(
        &self,
        trials: Range<u64>,
        reduce: impl Fn(&Truth, &Tally) -> R + Sync,
        mut fold: impl FnMut(u64, R) -> ControlFlow<()>,
    ) -> u64 {
        let mut folded = 0;
        let mut first = trials.start;
        while first < trials.end {
            let last = (first + BATCH).min(trials.end);
            let played = |trial| {
                let truth = self.truth(trial);
                reduce(&truth, &self.play_under(&truth, trial))
            };
            let results: Vec<Option<R>> =
                (first..last).into_par_iter().map(|trial| unless_given_up(|| played(trial))).collect();
            for (trial, result) in (first..last).zip(results) {
                let Some(result) = result else { return folded };
                folded += 1;
                if fold(trial, result).is_break() {
                    return folded;
                }
            }
            first = last;
        }
        folded
    }
}
