//! Running trials: in batches until there are enough, with a progress bar, until the user has seen enough.

use super::args::RunArgs;
use super::effort::Effort;
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::progress::Progress;
use super::terminal;
use super::values::{DEFAULT_CAP, DEFAULT_TRIALS};
use loyalsim::design::{Design, Sampling, Truth};
use loyalsim::simulate::{Experiment, Halt, Settings, Tally};
use loyalsim::summary::{Collector, Outcome, RunSettings, Summary};
use loyalsim::units::Share;
use loyalsim::words::{Words, breakable};
use std::ops::ControlFlow;

/// Trials before `--until` is judged for the first time: fewer cannot tell a spread.
const FIRST_BATCH: u64 = 200;

/// The most trials of a run that names neither their number nor the error that is good enough: a minute or two of work.
const USUAL_CAP: u64 = 4_000;

/// Monte Carlo error of the headline, as a share of its spread, that is good enough where the user names none.
const GOOD_ENOUGH: f64 = 0.05;

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
    target: f64,
    sampling: Sampling,
    quiet: bool,
}

impl TrialPlan {
    /// What is done of it at least.
    pub fn effort(&self) -> Effort {
        Effort { customers: self.customers, trials: self.first, designs: 1 }
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
            target: args.until.unwrap_or(GOOD_ENOUGH),
            sampling: args.sampling,
            quiet: args.quiet,
        }
    }
}

/// What a run found out.
#[derive(Debug)]
pub struct Run {
    /// The summary of all trials done.
    pub summary: Summary,
    /// The numbers of each trial.
    pub collector: Collector,
}

/// Runs the trials of `plan` until they are done, are enough, or the user asks to stop.
pub fn run(
    design: &Design,
    plan: TrialPlan,
    interrupt: &Interrupt,
    words: Words<'static>,
) -> Result<Run, Failure> {
    let settings = Settings { seed: plan.seed, customers: plan.customers };
    let stopped = || interrupt.asked();
    let mut work = Work {
        design,
        plan,
        words,
        interrupt,
        experiment: Experiment::sampled(design, settings, plan.sampling).until(Halt::when(&stopped)),
        collector: Collector::new(design).drawn_by(plan.sampling),
        progress: Progress::new(plan.trials, plan.quiet, words),
    };
    let summary = work.run()?;
    work.progress.finish();
    Ok(Run { summary, collector: work.collector })
}

struct Work<'d> {
    design: &'d Design,
    plan: TrialPlan,
    words: Words<'static>,
    interrupt: &'d Interrupt,
    experiment: Experiment<'d>,
    collector: Collector,
    progress: Progress,
}

impl Work<'_> {
    fn run(&mut self) -> Result<Summary, Failure> {
        let mut upto = self.plan.first;
        loop {
            self.play(upto)?;
            let done = self.done();
            if done == 0 {
                let said = self.words.say("progress-nothing-done", &[]);
                terminal::warn(&breakable(&format!("{said}\n")));
                return Err(Failure::Interrupted);
            }
            let summary = self.summary();
            if done < upto || done == self.plan.trials || summary.enough.reached {
                return Ok(summary);
            }
            upto = self.next(summary.enough.trials_needed);
        }
    }

    fn done(&self) -> u64 {
        self.collector.trials().end
    }

    /// Plays the trials up to `upto`, or until the user asks to stop.
    fn play(&mut self, upto: u64) -> Result<(), Failure> {
        let range = self.done()..upto;
        let Self { design, experiment, collector, progress, .. } = self;
        let reduce = |truth: &Truth, tally: &Tally| {
            progress.tick(1);
            Outcome::with_sources(experiment, design, truth, tally)
        };
        let mut fault = None;
        experiment.run(range, reduce, |_, outcome| {
            fault = collector.add(&outcome).err();
            if fault.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        fault.map_or(Ok(()), |fault| Err(Failure::unwritable("failure-misfit", &fault)))
    }

    /// A run that was not stopped has done all the trials asked for, or those that it needed.
    fn summary(&self) -> Summary {
        let stopped = self.interrupt.asked();
        self.collector.summary(&RunSettings {
            seed: self.plan.seed,
            customers: self.experiment.customers(),
            trials_asked: if stopped { self.plan.trials } else { self.done() },
            target: Share::new(self.plan.target),
        })
    }

    /// How far to go next when `needed` trials seem to be needed: at most four times as far, for first estimates are rough.
    fn next(&self, needed: u64) -> u64 {
        let done = self.done();
        self.progress.set_length(needed.clamp(done + 1, self.plan.trials));
        needed.clamp(done + 1, 4 * done).min(self.plan.trials)
    }
}
