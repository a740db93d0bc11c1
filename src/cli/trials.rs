//! Running trials: in batches until there are enough, with a progress bar, until the user has seen enough.

use super::failure::Failure;
use super::interrupt::Interrupt;
use super::progress::Progress;
use super::shelf::Shelf;
use super::terminal;
use super::trial_plan::TrialPlan;
use loyalsim::decide::precision;
use loyalsim::design::{Design, Truth};
use loyalsim::simulate::{Experiment, Halt, Tally};
use loyalsim::summary::{Collector, Outcome, Summary};
use loyalsim::words::{Words, breakable};
use std::ops::{ControlFlow, Range};

/// What a run found out.
#[derive(Debug)]
pub struct Run {
    /// The summary of all trials done.
    pub summary: Summary,
    /// The numbers of each trial.
    pub collector: Collector,
}

/// Runs the trials of `plan` until they are done, are enough, or the user asks to stop. Trials on the shelf are not played again, others are
/// put there.
pub fn run(
    design: &Design,
    plan: TrialPlan,
    shelf: Option<&Shelf>,
    interrupt: &Interrupt,
    words: Words<'static>,
) -> Result<Run, Failure> {
    let stopped = || interrupt.asked();
    let experiment = experiment(design, plan).until(Halt::when(&stopped));
    let progress = Progress::new(plan.trials(), plan.quiet(), words);
    let mut collector = Collector::new(design).drawn_by(plan.sampling());
    let mut work = Work { design, plan, shelf, stopped: &stopped, experiment, progress };
    let summary = work.run(&mut collector)?;
    work.progress.finish();
    let Some(summary) = summary else { return Err(nothing_done(words)) };
    Ok(Run { summary, collector })
}

/// Plays these trials of `plan` and no others; where the user asks to stop there is nothing to keep.
pub fn part(
    design: &Design,
    plan: TrialPlan,
    trials: Range<u64>,
    interrupt: &Interrupt,
    words: Words<'static>,
) -> Result<Collector, Failure> {
    let stopped = || interrupt.asked();
    let experiment = experiment(design, plan).until(Halt::when(&stopped));
    let progress = Progress::new(trials.end - trials.start, plan.quiet(), words);
    let work = Work { design, plan, shelf: None, stopped: &stopped, experiment, progress };
    let mut collector = Collector::new(design).drawn_by(plan.sampling());
    work.play(trials.clone(), &mut collector)?;
    work.progress.finish();
    if collector.trials() == trials { Ok(collector) } else { Err(nothing_done(words)) }
}

/// The summary of all the trials of `plan`.
pub fn summary(design: &Design, plan: TrialPlan, collector: &Collector) -> Summary {
    collector.summary(&plan.told(experiment(design, plan).customers(), plan.trials()))
}

/// The trials of `plan`; where a program runs already, its end is played beside it.
fn experiment(design: &Design, plan: TrialPlan) -> Experiment<'_> {
    Experiment::sampled(design, plan.settings(), plan.sampling()).beside_ending_today()
}

fn nothing_done(words: Words<'_>) -> Failure {
    terminal::warn(&breakable(&format!("{}\n", words.say("progress-nothing-done", &[]))));
    Failure::Interrupted
}

struct Work<'d> {
    design: &'d Design,
    plan: TrialPlan,
    shelf: Option<&'d Shelf>,
    stopped: &'d (dyn Fn() -> bool + Sync),
    experiment: Experiment<'d>,
    progress: Progress,
}

impl Work<'_> {
    /// Runs; nothing where not a single trial was done.
    fn run(&mut self, collector: &mut Collector) -> Result<Option<Summary>, Failure> {
        let mut upto = self.plan.first();
        loop {
            self.advance(upto, collector)?;
            let done = collector.trials().end;
            if done == 0 {
                return Ok(None);
            }
            let summary = self.summary(collector);
            let next = precision::next(done, self.plan.trials(), &summary).filter(|_| done == upto);
            let Some(next) = next else { return Ok(Some(summary)) };
            self.progress.set_length(summary.enough.trials_needed.clamp(done + 1, self.plan.trials()));
            upto = next;
        }
    }

    /// Plays the trials up to `upto`, or takes them from the shelf, until the user asks to stop.
    fn advance(&self, upto: u64, collector: &mut Collector) -> Result<(), Failure> {
        let Some(shelf) = self.shelf else { return self.play(collector.trials().end..upto, collector) };
        while collector.trials().end < upto && !(self.stopped)() {
            let from = collector.trials().end;
            let part = match shelf.take(from) {
                Some(part) => {
                    self.progress.tick(part.trials().end - from);
                    part
                }
                None => {
                    let mut part = Collector::new(self.design).drawn_by(self.plan.sampling());
                    self.play(from..shelf.until(from).min(upto), &mut part)?;
                    if part.trials().is_empty() {
                        return Ok(());
                    }
                    shelf.keep(&part)?;
                    part
                }
            };
            collector.merge(part).map_err(|fault| Failure::unwritable("failure-misfit", &fault))?;
        }
        Ok(())
    }

    /// Plays these trials, or as many of them as are done when the user asks to stop.
    fn play(&self, trials: Range<u64>, collector: &mut Collector) -> Result<(), Failure> {
        let Self { design, experiment, progress, .. } = self;
        let reduce = |truth: &Truth, tally: &Tally| {
            progress.tick(1);
            Outcome::with_sources(experiment, design, truth, tally)
        };
        let mut fault = None;
        experiment.run(trials, reduce, |_, outcome| {
            fault = collector.add(&outcome).err();
            if fault.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        fault.map_or(Ok(()), |fault| Err(Failure::unwritable("failure-misfit", &fault)))
    }

    /// A run that was not stopped has done all the trials asked for, or those that it needed.
    fn summary(&self, collector: &Collector) -> Summary {
        let asked = if (self.stopped)() { self.plan.trials() } else { collector.trials().end };
        collector.summary(&self.plan.told(self.experiment.customers(), asked))
    }
}
