//! Several designs on the same customers, with the same truths and the same luck.
//!
//! A number is drawn from a stream named by its path, and luck from streams that do not know the program. So two designs
//! that differ in their programs only meet the same truths, customers and luck in the trial of the same number, and
//! their difference in a trial is the programs' (common random numbers; Law 2015, chapter 11).
//!
//! ```
//! # use loyalsim::decide::{Unwatched, paired};
//! # use loyalsim::design::{Design, starter};
//! # use loyalsim::simulate::Settings;
//! # use loyalsim::summary::Scalar;
//! # let (a, b) = (Design::parse(&starter("a"))?, Design::parse(&starter("a"))?);
//! let settings = Settings { seed: 1, customers: 200 };
//! let rows = paired::play(&[&a, &b], settings, 0..8, &Unwatched);
//! let gain = paired::Difference::of(Scalar::NetEffect.unit(), &rows.values(1, Scalar::NetEffect), &rows.values(0, Scalar::NetEffect));
//! assert_eq!((gain.trials, gain.mean), (8, 0.0)); // the same design twice
//! # Ok::<(), loyalsim::design::Problems>(())
//! ```

use super::measure::Measure;
use super::watch::Watch;
use crate::design::{Design, Truth};
use crate::simulate::{Experiment, Halt, Lucks, Settings, Tally, play_beside, unless_given_up};
use crate::summary::moments::Moments;
use crate::summary::real_size::Shrink;
use crate::summary::{Outcome, Probability, Scalar, interval};
use crate::units::Unit;
use rayon::prelude::*;
use serde::Serialize;
use std::ops::Range;

/// Trials handed out at a time, after which a request to stop is heard.
const BATCH: u64 = 16;

/// What several designs came to in the same trials: a row for each trial, in it an outcome for each design.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    rows: Vec<Vec<Outcome>>,
}

impl Rows {
    /// Trials played.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no trial was played.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows in the order of the trials; each has an outcome for every design, in their order, without its months.
    pub fn iter(&self) -> impl Iterator<Item = &[Outcome]> {
        self.rows.iter().map(Vec::as_slice)
    }

    /// A headline number of a design in every trial; NaN where undefined.
    pub fn values(&self, design: usize, scalar: Scalar) -> Vec<f64> {
        self.rows.iter().map(|row| row[design].get(scalar)).collect()
    }

    /// The outcomes of a design in every trial.
    pub fn of(&self, design: usize) -> Vec<&Outcome> {
        self.rows.iter().map(|row| &row[design]).collect()
    }

    /// The same with what the luck of samples does to it.
    pub fn column(&self, design: usize, scalar: Scalar) -> ByTrial {
        let excess = self.rows.iter().map(|row| row[design].excess(scalar)).collect();
        ByTrial { unit: scalar.unit(), values: self.values(design, scalar), excess }
    }

    /// What two designs differ by in a headline number; one without a program is compared by what it is without one.
    pub fn difference(&self, first: usize, second: usize, scalar: Scalar) -> Difference {
        let column = |design| {
            let values = Measure::Mean(scalar).of_outcomes(&self.of(design), &[]);
            ByTrial { values, ..self.column(design, scalar) }
        };
        column(first).less(&column(second))
    }

    /// The rows of each design by itself.
    pub fn apart(self) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for row in self.rows {
            all.resize_with(row.len(), Self::default);
            all.iter_mut().zip(row).for_each(|(rows, outcome)| rows.rows.push(vec![outcome]));
        }
        all
    }

    /// Adds the rows of later trials.
    pub fn append(&mut self, mut later: Self) {
        self.rows.append(&mut later.rows);
    }
}

impl FromIterator<Vec<Outcome>> for Rows {
    fn from_iter<I: IntoIterator<Item = Vec<Outcome>>>(rows: I) -> Self {
        Self { rows: rows.into_iter().collect() }
    }
}

/// Plays every design in each of `trials`, in parallel on the current rayon pool. The result is the same to the last bit
/// for any number of threads. `watch` hears one tick for each design and trial; when it asks to stop, the trials
/// done so far are returned, a whole number of them.
pub fn play(designs: &[&Design], settings: Settings, trials: Range<u64>, watch: &dyn Watch) -> Rows {
    play_and_read(designs, settings, trials, watch, |_, _| ()).0
}

/// The same where the trials may be shared between machines.
pub fn play_shared(designs: &[&Design], settings: Settings, trials: u64, watch: &dyn Watch) -> Rows {
    shared(trials, designs.len(), watch, |trials| play(designs, settings, trials, watch))
}

/// Rows that others have played, or those of them that are to be played here.
fn shared(rows: u64, width: usize, watch: &dyn Watch, play: impl FnOnce(Range<u64>) -> Rows) -> Rows {
    if let Some(rows) = watch.played(rows, width) {
        return Rows { rows };
    }
    let played = play(watch.share(0..rows));
    watch.keep(0..rows, &played.rows);
    played
}

/// The same with what `read` sees in the tally of each design, in the order of the trials.
pub fn play_and_read<R: Send>(
    designs: &[&Design],
    settings: Settings,
    trials: Range<u64>,
    watch: &dyn Watch,
    read: impl Fn(&Design, &Tally) -> R + Sync,
) -> (Rows, Vec<Vec<R>>) {
    let stopped = || watch.stopped();
    let halt = Halt::when(&stopped);
    let experiments: Vec<Experiment> =
        designs.iter().map(|design| Experiment::new(design, settings).until(halt)).collect();
    let all: Vec<&Experiment> = experiments.iter().collect();
    let played = in_order(trials, watch, |trial| {
        let truths: Vec<Truth> = experiments.iter().map(|experiment| experiment.truth(trial)).collect();
        let tallies = play_beside(&all, &truths, Lucks::of(trial));
        let outcome = |((design, truth), tally): ((&&Design, &Truth), &Tally)| {
            watch.tick(1);
            (Outcome::without_months(design, truth, tally), read(design, tally))
        };
        designs.iter().zip(&truths).zip(&tallies).map(outcome).unzip()
    });
    let (rows, read) = played.into_iter().unzip();
    (Rows { rows }, read)
}

/// One trial's outcome under a given truth, without its months.
pub fn outcome(design: &Design, experiment: &Experiment, truth: &Truth, trial: u64) -> Outcome {
    Outcome::without_months(design, truth, &experiment.play_under(truth, trial))
}

/// Rows made by `row` for every one of `trials`, in parallel, in order, until `watch` asks to stop: then up to the first row that is
/// not done, or was given up.
pub fn play_with(trials: Range<u64>, watch: &dyn Watch, row: impl Fn(u64) -> Vec<Outcome> + Sync) -> Rows {
    Rows { rows: in_order(trials, watch, row) }
}

/// The same for so many rows of so many outcomes each, which may be shared between machines.
pub fn play_with_shared(
    rows: u64,
    width: usize,
    watch: &dyn Watch,
    row: impl Fn(u64) -> Vec<Outcome> + Sync,
) -> Rows {
    shared(rows, width, watch, |rows| play_with(rows, watch, row))
}

fn in_order<R: Send>(trials: Range<u64>, watch: &dyn Watch, row: impl Fn(u64) -> R + Sync) -> Vec<R> {
    let mut rows = Vec::new();
    let mut first = trials.start;
    while first < trials.end && !watch.stopped() {
        let last = (first + BATCH).min(trials.end);
        let played: Vec<Option<R>> =
            (first..last).into_par_iter().map(|trial| unless_given_up(|| row(trial))).collect();
        rows.extend(played.into_iter().map_while(|row| row));
        first = last;
    }
    rows
}

/// A number in every trial as simulated, NaN where undefined, and by how much the luck that samples have beyond the business's own moves
/// it. What several are compared in is worked out on the same luck first, and then brought to the real size.
#[derive(Debug, Clone, PartialEq)]
pub struct ByTrial {
    /// Unit of the values.
    pub unit: Unit,
    /// The values.
    pub values: Vec<f64>,
    /// The excess of each: see [`crate::summary::real_size`].
    pub excess: Vec<f64>,
}

impl ByTrial {
    /// This less `other`, summed up over the trials at the real size of the business.
    pub fn less(&self, other: &Self) -> Difference {
        let Self { excess, .. } = self.minus(other);
        Difference::at_real_size(self.unit, &self.values, &other.values, &excess)
    }

    /// This less `other`, trial by trial.
    pub fn minus(&self, other: &Self) -> Self {
        let minus = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a - b).collect();
        Self {
            unit: self.unit,
            values: minus(&self.values, &other.values),
            excess: minus(&self.excess, &other.excess),
        }
    }

    /// Adds the values of later trials.
    pub fn append(&mut self, mut later: Self) {
        self.values.append(&mut later.values);
        self.excess.append(&mut later.excess);
    }

    /// The same of the first trials only.
    pub fn first(mut self, trials: usize) -> Self {
        self.values.truncate(trials);
        self.excess.truncate(trials);
        self
    }

    /// The values at the real size of the business.
    pub fn at_real_size(&self) -> Vec<f64> {
        let shrink = Shrink::of(&self.values, &self.excess);
        self.values.iter().map(|value| shrink.at(*value)).collect()
    }
}

/// The difference of two numbers over the trials in which both are defined.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Difference {
    /// Unit of all that is no count and no share.
    #[serde(skip)]
    pub unit: Unit,
    /// Trials in which both are defined.
    pub trials: u64,
    /// Mean difference.
    pub mean: f64,
    /// Monte Carlo error of the mean: what more trials would reduce.
    pub mc_error: f64,
    /// Lower end of the 95 % interval of the mean.
    pub low: f64,
    /// Upper end of it.
    pub high: f64,
    /// 5 % quantile over the trials.
    pub p5: f64,
    /// 95 % quantile over the trials.
    pub p95: f64,
    /// Share of the trials in which the first is greater; where both are equal, half a trial counts.
    pub first_greater: Probability,
}

impl Difference {
    /// `first` less `second`, trial by trial.
    pub fn of(unit: Unit, first: &[f64], second: &[f64]) -> Self {
        Self::at_real_size(unit, first, second, &[])
    }

    /// The same, its range at the real size of the business: `excess` is by how much the luck that samples have beyond the business's own
    /// moves each difference.
    fn at_real_size(unit: Unit, first: &[f64], second: &[f64], excess: &[f64]) -> Self {
        let differences: Vec<f64> = first.iter().zip(second).map(|(a, b)| a - b).collect();
        let shrink = Shrink::of(&differences, excess);
        let moments: Moments = differences.iter().copied().collect();
        let defined = differences.into_iter().filter(|d| d.is_finite());
        let mut sorted: Vec<f64> = defined.map(|d| shrink.at(d)).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        let greater = sorted.iter().filter(|d| **d > 0.0).count() as u64;
        let equal = sorted.iter().filter(|d| **d == 0.0).count() as u64;
        let (low, high) = interval::normal(moments.mean(), moments.standard_error(), interval::Z95);
        let at = |level| crate::summary::quantile::of_sorted(&sorted, level);
        Self {
            unit,
            trials: moments.count(),
            mean: moments.mean(),
            mc_error: moments.standard_error(),
            low,
            high,
            p5: at(0.05),
            p95: at(0.95),
            first_greater: interval::probability(greater + equal / 2, sorted.len() as u64),
        }
    }

    /// Whether the two are the same in every trial, to the last bit.
    pub fn is_nothing(&self) -> bool {
        self.trials > 0 && self.p5 == 0.0 && self.p95 == 0.0 && self.mean == 0.0 && self.mc_error == 0.0
    }

    /// Whether the 95 % interval of the mean leaves no doubt that the two differ.
    pub fn is_clear(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::Unwatched;
    use crate::decide::watch::StopsAfter;
    use crate::design::Draft;
    use crate::units::Share;

    const TEXT: &str = include_str!("../../scenarios/staff-training.toml");
    const SETTINGS: Settings = Settings { seed: 5, customers: 300 };

    fn dearer() -> Design {
        let mut draft = Draft::new(TEXT).unwrap();
        draft.scale("program.staff_training.cost_per_month", 2.0).unwrap();
        draft.finish().unwrap().1
    }

    fn on(threads: usize, play: impl FnOnce() -> Rows + Send) -> Rows {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(play)
    }

    #[test]
    fn any_number_of_threads_and_any_split_gives_the_same_bits() {
        let (a, b) = (Design::parse(TEXT).unwrap(), dearer());
        let whole = on(1, || play(&[&a, &b], SETTINGS, 0..24, &Unwatched));
        let mut parts = on(3, || play(&[&a, &b], SETTINGS, 0..7, &Unwatched));
        parts.append(on(2, || play(&[&a, &b], SETTINGS, 7..24, &Unwatched)));
        let bits = |rows: &Rows| -> Vec<u64> {
            (0..2)
                .flat_map(|d| Scalar::ALL.iter().flat_map(move |s| rows.values(d, *s)))
                .map(f64::to_bits)
                .collect()
        };
        assert_eq!(bits(&whole), bits(&parts));
    }

    #[test]
    fn what_does_not_differ_is_the_same_to_the_last_bit() {
        let (a, b) = (Design::parse(TEXT).unwrap(), dearer());
        let rows = play(&[&a, &b], SETTINGS, 0..12, &Unwatched);
        for same in [
            Scalar::RetentionBaseline,
            Scalar::BaselineContribution,
            Scalar::RetentionProgram,
            Scalar::NpsProgram,
        ] {
            assert_eq!(rows.values(0, same), rows.values(1, same), "{}", same.key());
        }
        let effect = |design: usize| rows.values(design, Scalar::NetEffect);
        let cost = Difference::of(Unit::Money, &effect(0), &effect(1));
        assert!(cost.low > 0.0 && cost.first_greater.share == Share::WHOLE && cost.is_clear(), "{cost:?}");
    }

    #[test]
    fn a_request_to_stop_keeps_whole_trials() {
        let a = Design::parse(TEXT).unwrap();
        let rows = play(&[&a], SETTINGS, 0..1000, &StopsAfter::new(20));
        // trials under way are given up; how many that are depends on the threads
        assert!(!rows.is_empty() && rows.len() <= 2 * BATCH as usize, "{}", rows.len());
        assert!(rows.iter().all(|row| row.len() == 1));
    }

    #[test]
    fn differences_by_hand() {
        let d = Difference::of(Unit::Money, &[3.0, 5.0, f64::NAN, 1.0, 2.0], &[1.0, 1.0, 7.0, 1.0, 2.0]);
        assert_eq!((d.trials, d.mean), (4, 1.5));
        // variance (0.25 + 6.25 + 2.25 + 2.25) / 3 over 4 trials
        assert!((d.mc_error - (11.0f64 / 3.0 / 4.0).sqrt()).abs() < 1e-12);
        assert_eq!(d.first_greater.share, Share::new(0.75));
        assert!(!d.is_clear());
    }
}
