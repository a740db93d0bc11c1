//! The trials of a run: played in stages until they are done, are enough, or nobody waits for more.

use super::{Watch, precision, usual};
use crate::design::{Design, Sampling, Truth};
use crate::simulate::{Experiment, Halt, Settings, Tally};
use crate::summary::{Collector, Misfit, Outcome, RunSettings, Summary};
use crate::units::Share;
use std::ops::{ControlFlow, Range};

/// Trials before the error that the user names is judged for the first time: fewer cannot tell a spread.
const FIRST_BATCH: u64 = 200;

/// How many trials a run plays, of what size, from which seed.
#[derive(Debug, Clone, Copy)]
pub struct RunPlan {
    /// Seed, and the most customers simulated in a trial.
    pub settings: Settings,
    /// Trials to run before it is judged whether they are enough.
    pub first: u64,
    /// The most trials to run.
    pub trials: u64,
    /// Monte Carlo error of the headline, as a share of its spread, that is good enough.
    pub target: Share,
    /// How the uncertain numbers are drawn.
    pub sampling: Sampling,
}

impl RunPlan {
    /// As many trials as `asked` for; or as many as it takes `until` the error is this share of the spread, and not more than asked for; or
    /// as many as are usual.
    pub fn new(settings: Settings, asked: Option<u64>, until: Option<f64>, sampling: Sampling) -> Self {
        let (first, trials) = match (until, asked) {
            (Some(_), asked) => (FIRST_BATCH, asked.unwrap_or(usual::LONG_CAP)),
            (None, Some(asked)) => (asked, asked),
            (None, None) => (usual::TRIALS, usual::CAP),
        };
        let target = until.map_or(precision::GOOD_ENOUGH, Share::new);
        Self { settings, first: first.min(trials), trials, target, sampling }
    }

    /// The summary of all the trials.
    pub fn summary(self, design: &Design, collector: &Collector) -> Summary {
        collector.summary(&self.told(&self.experiment(design), self.trials))
    }

    /// Nothing yet, of such trials.
    pub fn collector(self, design: &Design) -> Collector {
        Collector::new(design).drawn_by(self.sampling)
    }

    /// The trials; where a program runs already, its end is played beside it.
    fn experiment(self, design: &Design) -> Experiment<'_> {
        Experiment::sampled(design, self.settings, self.sampling).beside_ending_today()
    }

    /// What the summary says of a run of so many trials.
    fn told(self, experiment: &Experiment<'_>, trials_asked: u64) -> RunSettings {
        RunSettings {
            seed: self.settings.seed,
            customers: experiment.customers(),
            trials_asked,
            target: self.target,
        }
    }
}

/// Trials under way.
pub struct Work<'w> {
    design: &'w Design,
    plan: RunPlan,
    experiment: Experiment<'w>,
    watch: &'w dyn Watch,
}

impl<'w> Work<'w> {
    /// Makes ready to play; `halt` asks what `watch` asks, in the middle of trials.
    pub fn new(design: &'w Design, plan: RunPlan, halt: Halt<'w>, watch: &'w dyn Watch) -> Self {
        Self { design, plan, experiment: plan.experiment(design).until(halt), watch }
    }

    /// Plays these trials, or as many of them as are done when whoever watches asks to stop.
    ///
    /// # Errors
    /// Not with a collector of the same plan that lacks these trials.
    pub fn play(&self, trials: Range<u64>, collector: &mut Collector) -> Result<(), Misfit> {
        let reduce = |truth: &Truth, tally: &Tally| {
            self.watch.tick(1);
            Outcome::with_sources(&self.experiment, self.design, truth, tally)
        };
        let mut fault = None;
        self.experiment.run(trials, reduce, |_, outcome| {
            fault = collector.add(&outcome).err();
            if fault.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        fault.map_or(Ok(()), Err)
    }

    /// Has `advance` play up to a trial, again and again until there are enough; nothing where not a single trial was done.
    ///
    /// # Errors
    /// Those of `advance`.
    pub fn in_stages<E>(
        &self,
        collector: &mut Collector,
        advance: impl Fn(u64, &mut Collector) -> Result<(), E>,
    ) -> Result<Option<Summary>, E> {
        let mut upto = self.plan.first;
        loop {
            advance(upto, collector)?;
            let done = collector.trials().end;
            if done == 0 {
                return Ok(None);
            }
            let summary = self.summary(collector);
            let next = precision::next(done, self.plan.trials, &summary).filter(|_| done == upto);
            let Some(next) = next else { return Ok(Some(summary)) };
            self.watch.set_length(summary.enough.trials_needed.clamp(done + 1, self.plan.trials));
            upto = next;
        }
    }

    /// A run that was not stopped has done all the trials asked for, or those that it needed.
    fn summary(&self, collector: &Collector) -> Summary {
        let asked = if self.watch.stopped() { self.plan.trials } else { collector.trials().end };
        collector.summary(&self.plan.told(&self.experiment, asked))
    }
}

/// Plays the trials of `plan`; nothing where whoever watches asks to stop before the first is done.
///
/// # Errors
/// Not with a plan that can be played.
pub fn run(
    design: &Design,
    plan: RunPlan,
    watch: &dyn Watch,
) -> Result<Option<(Summary, Collector)>, Misfit> {
    let stopped = || watch.stopped();
    let work = Work::new(design, plan, Halt::when(&stopped), watch);
    let mut collector = plan.collector(design);
    watch.begin("trials", plan.trials);
    let summary =
        work.in_stages(&mut collector, |upto, collector| work.play(collector.trials().end..upto, collector))?;
    Ok(summary.map(|summary| (summary, collector)))
}

#[cfg(test)]
mod tests {
    use super::super::Unwatched;
    use super::*;

    #[test]
    fn as_many_as_asked_for_or_as_it_takes() {
        let text = include_str!("../../scenarios/coffee.toml");
        let design = Design::parse(text).unwrap();
        let settings = Settings { seed: 1, customers: 20 };
        let played = |asked, until| {
            let plan = RunPlan::new(settings, asked, until, Sampling::default());
            run(&design, plan, &Unwatched).unwrap().unwrap().0
        };
        let ten = played(Some(10), None);
        assert_eq!((ten.run.trials, ten.run.trials_asked, ten.run.partial), (10, 10, false));
        let enough = played(Some(5_000), Some(0.5));
        assert_eq!((enough.run.trials, enough.enough.reached), (FIRST_BATCH, true));
    }
}
