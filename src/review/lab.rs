//! Where designs are played: every run of a review goes through here, is counted, and is played once.

use std::ops::{ControlFlow, Range};

use super::interval::Interval;
use super::measures::{Measure, Measures};
use super::watchpoints::Readings;
use crate::decide::Watch;
use crate::decide::paired::{self, ByTrial, Rows};
use crate::design::{Design, Truth};
use crate::simulate::{Experiment, Halt, Settings, Tally};
use crate::summary::real_size::Shrink;
use crate::summary::{Collector, Outcome, RunSettings, Scalar, Summary};
use crate::units::Share;

/// The review was broken off, or its results cannot be put together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The one who watches asked for it.
    #[error("the review was stopped before it was done")]
    Stopped,
    /// Results of different designs met.
    #[error("the results cannot be put together: {0}")]
    Misfit(String),
}

/// Trials and customers of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabSize {
    /// Which trials.
    pub trials: Range<u64>,
    /// Customers simulated in each.
    pub customers: usize,
}

/// A design that has been played.
#[derive(Debug)]
pub struct Played {
    /// Numbers of each trial.
    pub collector: Collector,
    /// Further numbers of each trial.
    pub measures: Vec<Measures>,
    /// Value of every number of the design in each trial.
    pub truths: Vec<Vec<f64>>,
    /// What the books show in each trial.
    pub readings: Vec<Readings>,
    /// Everything about the run.
    pub summary: Summary,
}

/// Plays designs with one seed.
pub struct Lab<'w> {
    /// Seed of all runs.
    pub seed: u64,
    /// Who watches.
    pub watch: &'w dyn Watch,
}

impl Lab<'_> {
    /// Plays a design and keeps everything.
    ///
    /// # Errors
    /// If whoever watches asks to stop.
    pub fn play(&self, design: &Design, size: &LabSize) -> Result<Played, Broken> {
        let stopped = || self.watch.stopped();
        let experiment =
            Experiment::new(design, self.settings(size)).beside_ending_today().until(Halt::when(&stopped));
        let mut collector = Collector::new(design);
        let (mut measures, mut truths, mut readings, mut misfit) = (Vec::new(), Vec::new(), Vec::new(), None);
        let reduce = |truth: &Truth, tally: &Tally| {
            self.watch.tick(size.ticks());
            let values: Vec<f64> = design.numbers.iter().map(|(id, _)| truth[id]).collect();
            let measured = (Measures::of(design, tally), Readings::of(design, tally));
            (Outcome::with_sources(&experiment, design, truth, tally), measured, values)
        };
        experiment.run(size.trials.clone(), reduce, |_, (outcome, (measured, read), truth)| {
            misfit = collector.add(&outcome).err();
            measures.push(measured);
            readings.push(read);
            truths.push(truth);
            let over = misfit.is_some() || self.watch.stopped();
            if over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if let Some(misfit) = misfit {
            return Err(Broken::Misfit(misfit.to_string()));
        }
        if self.watch.stopped() {
            return Err(Broken::Stopped);
        }
        let trials_asked = size.trials.end - size.trials.start;
        let run = RunSettings {
            seed: self.seed,
            customers: experiment.customers(),
            trials_asked,
            target: Share::new(0.05),
        };
        let summary = collector.summary(&run);
        Ok(Played { summary, collector, measures, truths, readings })
    }

    /// Plays a design for its headline numbers only.
    ///
    /// # Errors
    /// If whoever watches asks to stop.
    pub fn glance(&self, design: &Design, size: &LabSize) -> Result<Rows, Broken> {
        self.glance_at(&[design], size)
    }

    /// Plays designs of one business on the same trials for their headline numbers only.
    ///
    /// # Errors
    /// If whoever watches asks to stop.
    pub fn glance_at(&self, designs: &[&Design], size: &LabSize) -> Result<Rows, Broken> {
        let rows = paired::play(designs, self.settings(size), size.trials.clone(), &self.weighted(size));
        if self.watch.stopped() { Err(Broken::Stopped) } else { Ok(rows) }
    }

    /// Plays designs on the same trials for their headline numbers and for what the books show.
    ///
    /// # Errors
    /// If whoever watches asks to stop.
    pub fn observe(&self, designs: &[&Design], size: &LabSize) -> Result<Vec<(Rows, Vec<Readings>)>, Broken> {
        let read = |design: &Design, tally: &Tally| Readings::of(design, tally);
        let (settings, trials) = (self.settings(size), size.trials.clone());
        let (rows, read) = paired::play_and_read(designs, settings, trials, &self.weighted(size), read);
        if self.watch.stopped() {
            return Err(Broken::Stopped);
        }
        let mut found: Vec<(Rows, Vec<Readings>)> = rows.apart().into_iter().map(|r| (r, vec![])).collect();
        for row in read {
            for ((_, readings), read) in found.iter_mut().zip(row) {
                readings.push(read);
            }
        }
        Ok(found)
    }

    /// A watch that hears the trials of this size by their weight.
    pub fn weighted(&self, size: &LabSize) -> impl Watch + '_ {
        Weighted { watch: self.watch, weight: size.ticks() }
    }

    /// Seed and customers of a run of this size.
    pub fn settings(&self, size: &LabSize) -> Settings {
        Settings { seed: self.seed, customers: size.customers }
    }
}

/// Passes ticks on with the weight of a trial.
struct Weighted<'w> {
    watch: &'w dyn Watch,
    weight: u64,
}

impl Watch for Weighted<'_> {
    fn tick(&self, ticks: u64) {
        self.watch.tick(ticks * self.weight);
    }

    fn stopped(&self) -> bool {
        self.watch.stopped()
    }
}

impl LabSize {
    /// Ticks of one of its trials: customers, in hundreds.
    pub fn ticks(&self) -> u64 {
        (self.customers as u64).div_ceil(100)
    }

    /// Ticks of all its trials.
    pub fn all_ticks(&self) -> u64 {
        self.ticks() * (self.trials.end - self.trials.start)
    }
}

impl Played {
    /// A headline number of each trial, to be compared with other runs on the same luck.
    pub fn column(&self, scalar: Scalar) -> ByTrial {
        let excess = self.collector.excess_of(scalar as usize).collect();
        ByTrial { unit: scalar.unit(), values: self.simulated(scalar), excess }
    }

    /// A headline number of each trial as simulated.
    pub fn simulated(&self, scalar: Scalar) -> Vec<f64> {
        self.collector.simulated().column(scalar as usize).collect()
    }

    /// The same at the real size of the business, to see how often something happens.
    pub fn at_real_size(&self, scalar: Scalar) -> Vec<f64> {
        self.sized(scalar as usize)
    }

    /// How much smaller the variance of a headline number is at the real size than as simulated.
    pub fn real_variance(&self, scalar: Scalar) -> f64 {
        self.collector.shrink(scalar as usize).factor().powi(2)
    }

    fn sized(&self, place: usize) -> Vec<f64> {
        let shrink = self.collector.shrink(place);
        self.collector.simulated().column(place).map(|value| shrink.at(value)).collect()
    }

    /// A number of each trial at the real size by its name in the table of trials; empty if there is none of that name.
    pub fn named(&self, name: &str) -> Vec<f64> {
        let at = self.collector.names().iter().position(|n| n == name);
        at.map(|at| self.sized(at)).unwrap_or_default()
    }

    /// The same as simulated.
    pub fn named_as_simulated(&self, name: &str) -> Vec<f64> {
        let at = self.collector.names().iter().position(|n| n == name);
        at.map(|at| self.collector.simulated().column(at).collect()).unwrap_or_default()
    }

    /// What `of` reads off the measures of each trial, at the real size of the business.
    pub fn measured(&self, of: impl Fn(&Measures) -> f64) -> Vec<f64> {
        let values: Vec<f64> = self.measures.iter().map(&of).collect();
        let excess: Vec<f64> = self.measures.iter().map(|m| m.excess.as_deref().map_or(0.0, &of)).collect();
        let shrink = Shrink::of(&values, &excess);
        values.into_iter().map(|value| shrink.at(value)).collect()
    }

    /// A measure of each trial, at the real size of the business.
    pub fn measure(&self, measure: Measure) -> impl Iterator<Item = f64> + '_ {
        self.measured(move |m| m.get(measure)).into_iter()
    }

    /// The middle 90 % and the mean of a measure.
    pub fn interval(&self, measure: Measure) -> Option<Interval> {
        Interval::of_sample(self.measure(measure))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::Unwatched;
    use crate::decide::paired::Difference;
    use crate::design::Draft;

    const TEXT: &str = include_str!("../../scenarios/electronics.toml");

    /// In 300 trials of so many customers of 7.1 million: what a dearer scheme of points costs, and the widths of the effect of the last year
    /// at the real size and as simulated.
    fn ranges(customers: usize) -> (Difference, [f64; 2]) {
        let mut draft = Draft::new(TEXT).unwrap();
        draft.scale("program.points.earn", 2.0).unwrap();
        let (dearer, design) = (draft.finish().unwrap().1, Design::parse(TEXT).unwrap());
        let lab = Lab { seed: 3, watch: &Unwatched };
        let size = LabSize { trials: 0..300, customers };
        let (ours, theirs) = (lab.play(&design, &size).unwrap(), lab.glance(&dearer, &size).unwrap());
        let cost = theirs.column(0, Scalar::Npv).less(&ours.column(Scalar::Npv));
        let simulated = ours.measures.iter().map(|m| m.get(Measure::LastYear));
        let year = [ours.interval(Measure::LastYear), Interval::of_sample(simulated)];
        (cost, year.map(|interval| interval.map_or(f64::NAN, |i| i.high - i.low)))
    }

    /// Law: how far a difference or a measure ranges does not depend on how many customers are simulated. The width of a middle 90 % over 300
    /// trials of the same truths is known to 5 %; where most of the variance is luck of the sample, as in the effect of a year with 600 customers,
    /// what is left of it is known to a quarter, its width to an eighth. Bounds are three times that. As simulated, the year ranges wider by a quarter at least.
    #[test]
    fn ranges_are_those_of_the_business() {
        let [few, many] = [600, 3_000].map(ranges);
        let width = |difference: &Difference| difference.p95 - difference.p5;
        let of_difference = width(&few.0) / width(&many.0);
        assert!((0.79..1.21).contains(&of_difference), "{few:?} {many:?}");
        let [real, simulated] = [0, 1].map(|which| few.1[which] / many.1[which]);
        assert!((0.62..1.38).contains(&real) && simulated > 1.25, "{real}, {simulated}: {few:?} {many:?}");
    }

    /// A goal of a business without a program is reached in the trials whose value says so, as seldom or often as that is.
    #[test]
    fn goals_are_judged_without_a_program_too() {
        let mut draft = Draft::new(&crate::design::starter("shop")).unwrap();
        draft.remove("program").unwrap();
        let design = draft.finish().unwrap().1;
        let size = LabSize { trials: 0..60, customers: 200 };
        let run = Lab { seed: 3, watch: &Unwatched }.play(&design, &size).unwrap();
        for (i, (goal, found)) in design.goals.iter().zip(&run.summary.goals).enumerate() {
            let values = run.named(&format!("goal_{}.{}.value", i + 1, goal.metric.key()));
            let reached =
                values.iter().filter(|v| crate::summary::goal::reached(goal.bound, found.threshold, **v));
            assert_eq!(found.probability.share.get(), reached.count() as f64 / 60.0, "goal {}", i + 1);
        }
        assert!(run.summary.goals.iter().any(|goal| goal.probability.share.get() > 0.0));
    }

    #[test]
    fn a_glance_sees_what_a_run_sees() {
        let design = Design::parse(TEXT).unwrap();
        let lab = Lab { seed: 3, watch: &Unwatched };
        let size = LabSize { trials: 0..8, customers: 300 };
        let (run, glance) = (lab.play(&design, &size).unwrap(), lab.glance(&design, &size).unwrap());
        for scalar in [Scalar::Npv, Scalar::NpsChange, Scalar::RetentionProgram] {
            assert_eq!(run.column(scalar), glance.column(0, scalar), "{}", scalar.key());
        }
    }
}
