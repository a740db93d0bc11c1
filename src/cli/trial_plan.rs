//! How many trials a run plays, of what size, from which seed.

use super::effort::Effort;
use super::run_args::RunArgs;
use super::values::{DEFAULT_CAP, DEFAULT_TRIALS};
use loyalsim::decide::precision::{GOOD_ENOUGH, USUAL_CAP};
use loyalsim::design::Sampling;
use loyalsim::simulate::Settings;
use loyalsim::summary::RunSettings;
use loyalsim::units::Share;
use std::ops::Range;

/// Trials before `--until` is judged for the first time: fewer cannot tell a spread.
const FIRST_BATCH: u64 = 200;

/// What to run.
#[derive(Debug, Clone, Copy)]
pub struct TrialPlan {
    seed: u64,
    customers: usize,
    /// Trials to run before it is judged whether they are enough.
    first: u64,
    /// The most trials to run.
    trials: u64,
    /// Monte Carlo error of the headline, as a share of its spread, that is good enough.
    target: Share,
    sampling: Sampling,
    quiet: bool,
}

impl TrialPlan {
    /// What is done of it at least.
    pub fn effort(&self) -> Effort {
        Effort { customers: self.customers, trials: self.first, designs: 1 }
    }

    /// What is done of so many of its trials.
    pub fn effort_of(&self, trials: &Range<u64>) -> Effort {
        Effort { trials: trials.end - trials.start, ..self.effort() }
    }

    /// Seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The most customers simulated in a trial.
    pub fn customers(&self) -> u64 {
        self.customers as u64
    }

    /// How the uncertain numbers are drawn.
    pub fn sampling(&self) -> Sampling {
        self.sampling
    }

    /// Trials to run before it is judged whether they are enough.
    pub fn first(&self) -> u64 {
        self.first
    }

    /// Whether nobody watches.
    pub fn quiet(&self) -> bool {
        self.quiet
    }

    /// The most trials to run.
    pub fn trials(&self) -> u64 {
        self.trials
    }

    /// What the summary says of a run of so many trials.
    pub fn told(&self, customers: usize, trials_asked: u64) -> RunSettings {
        RunSettings { seed: self.seed, customers, trials_asked, target: self.target }
    }

    /// Seed and size.
    pub fn settings(&self) -> Settings {
        Settings { seed: self.seed, customers: self.customers }
    }

    /// The plan the user asked for.
    pub fn new(args: &RunArgs) -> Self {
        let (first, trials) = match (args.until, args.trials) {
            (Some(_), asked) => (FIRST_BATCH, asked.unwrap_or(DEFAULT_CAP)),
            (None, Some(asked)) => (asked, asked),
            (None, None) => (DEFAULT_TRIALS, USUAL_CAP),
        };
        Self {
            seed: args.seed,
            customers: args.customers as usize,
            first: first.min(trials),
            trials,
            target: args.until.map_or(GOOD_ENOUGH, Share::new),
            sampling: args.sampling,
            quiet: args.shown.quiet,
        }
    }
}
