//! A design as a function of what is uncertain: a point in the unit cube, and a luck.

use super::indices::Sample;
use super::inputs::{Input, Kind, mixed};
use super::tornado::Swing;
use crate::decide::measure::{Measure, Reading};
use crate::decide::paired;
use crate::decide::watch::Watch;
use crate::design::{Design, NumberId, Truth, TruthSampler};
use crate::random::sobol::Sobol;
use crate::random::{latin, splitmix64};
use crate::simulate::{Experiment, Halt, Lucks, OTHER_LUCK, Settings, play_beside};
use crate::summary::Outcome;
use crate::summary::moments::Moments;

/// Rows of the first look lie so far along the sequence that they are never rows of the sample.
const FAR: u64 = 1 << 31;
/// Ranks of the two ends of a tornado's bars.
const ENDS: [f64; 2] = [0.1, 0.9];

/// Plays a design at points of the unit cube of its uncertain numbers.
pub struct PlayedDesign<'d> {
    design: &'d Design,
    measure: Measure,
    experiment: Experiment<'d>,
    sampler: TruthSampler,
    drawn: Vec<NumberId>,
    points: Points,
}

/// Two independent points for every row, each even over the rows.
enum Points {
    Sobol(Sobol),
    /// Where there are more numbers than such a sequence has dimensions.
    Latin(u64, Vec<u64>),
}

impl Points {
    /// `streams` name the numbers; in the sequence they stand in the order of their names, so that their order in the file means nothing.
    fn new(seed: u64, streams: &[u64]) -> Self {
        let keys = |salt: u64| streams.iter().map(move |s| splitmix64(*s ^ salt, seed));
        let both: Vec<u64> = keys(0).chain(keys(u64::MAX)).collect();
        match Sobol::new(&both) {
            Some(sobol) => Self::Sobol(sobol),
            None => Self::Latin(seed, both),
        }
    }

    /// Coordinate of a row, by place among both points.
    fn at(&self, place: usize, row: u64) -> f64 {
        match self {
            Self::Sobol(sobol) => sobol.coordinate(place, row),
            Self::Latin(seed, streams) => latin::draw(*seed, row, streams[place]),
        }
    }
}

impl<'d> PlayedDesign<'d> {
    /// Prepares a design.
    pub fn new(design: &'d Design, measure: Measure, settings: Settings) -> Self {
        let sampler = TruthSampler::new(design, settings.seed);
        let mut streams: Vec<u64> = sampler.streams().collect();
        streams.sort_unstable();
        Self {
            design,
            measure,
            experiment: Experiment::new(design, settings),
            drawn: sampler.drawn().collect(),
            points: Points::new(settings.seed, &streams),
            sampler,
        }
    }

    /// The same, giving up trials in the middle once `halt` asks for it.
    pub fn until(self, halt: Halt<'d>) -> Self {
        Self { experiment: self.experiment.until(halt), ..self }
    }

    /// The independent inputs.
    pub fn inputs(&self) -> Vec<Input> {
        super::inputs::inputs(self.design, &self.sampler)
    }

    /// The two points of a row.
    fn row(&self, row: u64) -> [Vec<f64>; 2] {
        let mut order: Vec<(u64, usize)> = self.sampler.streams().zip(0..).collect();
        order.sort_unstable();
        [0, order.len()].map(|from| {
            let mut point = vec![0.0; order.len()];
            order.iter().enumerate().for_each(|(at, (_, i))| point[*i] = self.points.at(from + at, row));
            point
        })
    }

    /// The inputs that no knowledge of numbers decides: events of the market, if there are any, and the customers' luck.
    pub fn lucks(&self) -> Vec<Input> {
        let input = |kind| Input { kind, paths: Vec::new(), members: Vec::new() };
        let events = self.experiment.has_events().then_some(Kind::Events);
        events.into_iter().chain([Kind::Luck]).map(input).collect()
    }

    /// Plays a luck under each of `truths`; those with the same business share its baseline.
    fn outcomes(&self, truths: &[Truth], lucks: Lucks, watch: &dyn Watch) -> Vec<Outcome> {
        let tallies = play_beside(&vec![&self.experiment; truths.len()], truths, lucks);
        let outcome = |(truth, tally)| Outcome::without_months(self.design, truth, tally);
        let outcomes = truths.iter().zip(&tallies).map(outcome).collect();
        watch.tick(truths.len() as u64);
        outcomes
    }

    fn values(&self, outcomes: &[&Outcome]) -> Vec<f64> {
        self.measure.of_outcomes(outcomes, &self.design.goals)
    }

    /// By how much the luck that samples have beyond the business's own moves each; 0 for what is an event.
    fn excess(&self, outcomes: &[&Outcome]) -> Vec<f64> {
        let of = |outcome: &&Outcome| match self.measure {
            Measure::Mean(scalar) => outcome.excess(scalar),
            Measure::Goal(_) | Measure::Goals | Measure::Loss | Measure::Shortfall => 0.0,
        };
        outcomes.iter().map(of).collect()
    }

    /// The sample for the indices of `inputs`, the last of which are [`Self::lucks`]: both points of a row have lucks of their own, and lucks
    /// are exchanged like any other input. All points of a row but the second share the first's lucks. Fewer rows if stopped.
    pub fn sample(&self, inputs: &[Input], rows: u64, watch: &dyn Watch) -> (Sample, Vec<Vec<f64>>) {
        let played = paired::play_with_shared(rows, inputs.len() + 2, watch, |row| {
            let [a, b] = self.row(row);
            let truth = |point: &[f64]| self.sampler.at_point(point);
            let play = |point: &[f64], lucks| self.outcomes(&[truth(point)], lucks, watch).into_iter();
            let [own, other] = [row, row + OTHER_LUCK].map(Lucks::of);
            let numbers = inputs.iter().filter(|input| !matches!(input.kind, Kind::Luck | Kind::Events));
            let of_numbers = numbers.map(|input| truth(&mixed(&a, &b, &input.members)));
            let truths: Vec<Truth> = std::iter::once(truth(&a)).chain(of_numbers).collect();
            let mut on_own = self.outcomes(&truths, own, watch).into_iter();
            let both: Vec<Outcome> = on_own.next().into_iter().chain(play(&b, other)).collect();
            let exchanged = inputs.iter().filter_map(|input| match input.kind {
                Kind::Luck => play(&a, Lucks { events: own.events, ..other }).next(),
                Kind::Events => play(&a, Lucks { events: other.events, ..own }).next(),
                Kind::Number | Kind::Shares | Kind::Correlated | Kind::Rest => on_own.next(),
            });
            both.into_iter().chain(exchanged).collect()
        });
        let sample = |of: &dyn Fn(&[&Outcome]) -> Vec<f64>| {
            let column = |at: usize| of(&played.of(at));
            let mixed = (2..inputs.len() + 2).map(column).collect();
            Sample { a: column(0), b: column(1), mixed, excess: None }
        };
        let excess = Some(Box::new(sample(&|outcomes| self.excess(outcomes))));
        let truth = |row| self.drawn.iter().map(|id| self.sampler.at_point(&self.row(row)[0])[*id]).collect();
        let values = (0..played.len() as u64).map(truth).collect();
        (Sample { excess, ..sample(&|outcomes| self.values(outcomes)) }, values)
    }

    /// The mean absolute change when an input alone is drawn anew, by input; `None` if stopped. Rows with undefined results are left out.
    pub fn effects(&self, inputs: &[Input], rows: u64, watch: &dyn Watch) -> Option<Vec<f64>> {
        let played = paired::play_with(FAR..FAR + rows, watch, |row| {
            let [a, b] = self.row(row);
            let anew = inputs.iter().map(|input| self.sampler.at_point(&mixed(&a, &b, &input.members)));
            let truths: Vec<Truth> = std::iter::once(self.sampler.at_point(&a)).chain(anew).collect();
            self.outcomes(&truths, Lucks::of(row), watch)
        });
        let own = self.values(&played.of(0));
        let effect = |at: usize| {
            let changed = self.values(&played.of(at));
            changed.iter().zip(&own).map(|(a, b)| (a - b).abs()).collect::<Moments>().mean()
        };
        let all = (1..=inputs.len()).map(effect).map(|effect| if effect.is_nan() { 0.0 } else { effect });
        (played.len() as u64 == rows).then(|| all.collect())
    }

    /// Every uncertain number at its 10 % and its 90 % quantile by itself, all others at their medians, on the same `lucks`; the
    /// widest first. `None` if stopped.
    pub fn tornado(&self, lucks: u64, watch: &dyn Watch) -> Option<(Reading, Vec<Swing>)> {
        let numbers: Vec<usize> = (0..self.drawn.len())
            .filter(|i| !self.design.numbers[self.drawn[*i]].distribution.is_certain())
            .collect();
        let middle = vec![0.5; self.drawn.len()];
        let truth = |at: usize| match at.checked_sub(1) {
            None => self.sampler.at_ranks(&middle),
            Some(at) => {
                let mut ranks = middle.clone();
                ranks[numbers[at / 2]] = ENDS[at % 2];
                self.sampler.at_ranks(&ranks)
            }
        };
        let truths: Vec<Truth> = (0..1 + 2 * numbers.len()).map(truth).collect();
        let played =
            paired::play_with(0..lucks, watch, |luck| self.outcomes(&truths, Lucks::of(luck), watch));
        if played.len() as u64 != lucks {
            return None;
        }
        let values: Vec<Vec<f64>> = (0..truths.len()).map(|at| self.values(&played.of(at))).collect();
        let swing = |(n, &number): (usize, &usize)| {
            let id = self.drawn[number];
            let [low, high] = [1, 2].map(|end| (truth(2 * n + end)[id], &values[2 * n + end]));
            Swing::new(self.design.readable(&self.design.numbers[id].path), self.measure.unit(), low, high)
        };
        let mut swings: Vec<Swing> = numbers.iter().enumerate().map(swing).collect();
        swings.sort_by(|a, b| b.width().total_cmp(&a.width()).then_with(|| a.path.cmp(&b.path)));
        Some((Measure::of_trials(self.measure, &values[0]), swings))
    }

    /// Which of the numbers drawn has this path, segments by name.
    pub fn place(&self, path: &str) -> Option<usize> {
        self.drawn.iter().position(|id| self.design.readable(&self.design.numbers[*id].path) == path)
    }
}
