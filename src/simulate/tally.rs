//! What one trial counted: a table of worlds × segments × months × lines, in units of the sample.

use super::concentration::Concentration;
use super::lines::{Entries, Line};
use super::outlook::Outlooks;
use super::register::{CATEGORIES, CategoryFlows};
use super::survey::Survey;
use crate::plan::{Parting, Prices};

/// Everything one trial counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// Number of the trial.
    pub trial: u64,
    /// Real customers behind one simulated customer, per segment.
    pub weights: Vec<f64>,
    /// How much of today's revenue hangs on few customers; absent in a tally made by hand, and where nothing is bought.
    pub concentration: Option<Concentration>,
    /// Share of each segment's customers that is simulated; empty in a tally made by hand.
    simulated: Vec<f64>,
    worlds: usize,
    /// Whether the last world is the one in which the program that runs already has ended.
    ended: bool,
    months: usize,
    counts: Counts,
    /// What the halves of the sample differ by, such that it has the variance of the sample's luck; nothing for segments of which
    /// every customer is simulated. `None` where no segment is a sample.
    contrast: Option<Counts>,
}

/// Which luck a tally is moved along, to see how far it moves the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Along {
    /// The luck that a sample has beyond the luck of the whole business: the fewer are simulated, the more.
    Excess,
    /// The luck of the whole business, so far as it is told by the samples of its segments.
    Own,
}

impl Tally {
    /// An empty tally, without room for surveys and categories.
    pub fn new(trial: u64, weights: Vec<f64>, worlds: usize, months: usize) -> Self {
        let rows = vec![Entries::ZERO; worlds * weights.len() * months];
        let counts = Counts { rows, ..Counts::default() };
        Self {
            trial,
            weights,
            concentration: None,
            simulated: Vec::new(),
            worlds,
            ended: false,
            months,
            counts,
            contrast: None,
        }
    }

    /// The same, of a plan whose last world is the one in which the program that runs already has ended, if there is one.
    pub(crate) fn with_ended(self, ended: bool) -> Self {
        Self { ended, ..self }
    }

    /// The last world that has a program, the baseline where none has.
    pub fn last_with_program(&self) -> usize {
        self.worlds - 1 - usize::from(self.ended)
    }

    /// The world in which the program that runs already has ended, where it was played.
    pub fn ended(&self) -> Option<usize> {
        self.ended.then(|| self.worlds - 1)
    }

    /// The same with room for surveys of this shape and for categories.
    pub fn with_surveys(mut self, empty: &Survey) -> Self {
        let tables = self.worlds * self.segments();
        self.counts.surveys = vec![empty.clone(); tables];
        self.counts.categories = vec![Default::default(); tables];
        self.counts.outlooks = vec![Outlooks::default(); tables];
        self
    }

    /// Worlds played; the first is the baseline.
    pub fn worlds(&self) -> usize {
        self.worlds
    }

    /// Segments of the design.
    pub fn segments(&self) -> usize {
        self.weights.len()
    }

    /// Months played.
    pub fn months(&self) -> usize {
        self.months
    }

    /// All lines of a world, segment and month, in sample units.
    pub fn row(&self, world: usize, segment: usize, month: usize) -> &Entries {
        &self.counts.rows[self.at(world, segment, month)]
    }

    /// The same, to be counted into.
    pub fn row_mut(&mut self, world: usize, segment: usize, month: usize) -> &mut Entries {
        let at = self.at(world, segment, month);
        &mut self.counts.rows[at]
    }

    /// A line of one segment, in sample units.
    pub fn get(&self, world: usize, segment: usize, month: usize, line: Line) -> f64 {
        self.row(world, segment, month)[line]
    }

    /// A line scaled to the business and summed over segments.
    pub fn total(&self, world: usize, month: usize, line: Line) -> f64 {
        (0..self.segments()).map(|s| self.weights[s] * self.get(world, s, month, line)).sum()
    }

    /// The survey at the end of the horizon in a world, scaled to the business; `None` in a tally made by hand.
    pub fn survey(&self, world: usize) -> Option<Survey> {
        let of = self.counts.surveys.get(world * self.segments()..(world + 1) * self.segments())?;
        let mut all = of.first()?.clone();
        all.blend(&of[0], [self.weights[0], 0.0]);
        of.iter().zip(&self.weights).skip(1).for_each(|(survey, weight)| all.blend(survey, [1.0, *weight]));
        Some(all)
    }

    /// Customers by category over the horizon in a world, scaled to the business; `None` in a tally made by hand.
    pub fn categories(&self, world: usize) -> Option<[CategoryFlows; CATEGORIES]> {
        let of = self.counts.categories.get(world * self.segments()..(world + 1) * self.segments())?;
        let mut all = [CategoryFlows::default(); CATEGORIES];
        for (flows, weight) in of.iter().zip(&self.weights) {
            all.iter_mut().zip(flows).for_each(|(sum, part)| sum.blend(part, [1.0, *weight]));
        }
        Some(all)
    }

    /// The survey of a world and segment, to be counted into.
    pub(super) fn survey_mut(&mut self, world: usize, segment: usize) -> Option<&mut Survey> {
        let at = world * self.segments() + segment;
        self.counts.surveys.get_mut(at)
    }

    /// The categories of a world and segment, to be counted into.
    pub(super) fn categories_mut(
        &mut self,
        world: usize,
        segment: usize,
    ) -> Option<&mut [CategoryFlows; CATEGORIES]> {
        let at = world * self.segments() + segment;
        self.counts.categories.get_mut(at)
    }

    /// What is to be expected of the customers of a world and segment, in sample units; `None` in a tally made by hand.
    pub fn outlooks(&self, world: usize, segment: usize) -> Option<&Outlooks> {
        self.counts.outlooks.get(world * self.segments() + segment)
    }

    /// The same, to be counted into.
    pub(crate) fn outlooks_mut(&mut self, world: usize, segment: usize) -> Option<&mut Outlooks> {
        let at = world * self.segments() + segment;
        self.counts.outlooks.get_mut(at)
    }

    /// Adds the other half of each segment's sample, and keeps what the halves differ by. `halves` are the customers of both;
    /// `simulated` is the share of the segment's customers that both are.
    pub(crate) fn join_halves(&mut self, other: Self, halves: &[[usize; 2]], simulated: &[f64]) {
        let (shape, mut other) = (self.shape(), other.counts);
        for (segment, [here, there]) in halves.iter().map(|half| half.map(|n| n as f64)).enumerate() {
            let told = simulated[segment] < 1.0 && here > 0.0 && there > 0.0;
            let factors = if told { [(there / here).sqrt(), -(here / there).sqrt()] } else { [0.0; 2] };
            self.counts.sum_and_contrast(&mut other, segment, shape, factors);
        }
        self.simulated = simulated.to_vec();
        self.contrast = self.is_sample().then_some(other);
    }

    /// Whether a segment is represented by a sample of its customers.
    pub fn is_sample(&self) -> bool {
        self.simulated.iter().any(|share| *share < 1.0)
    }

    /// The tally that another luck of the sample would have made: `by` standard deviations along the luck asked for. The same where no
    /// segment is a sample.
    pub fn leaning(&self, along: Along, by: f64) -> Self {
        let mut counts = self.counts.clone();
        for (segment, simulated) in self.simulated.iter().enumerate() {
            let part = match along {
                Along::Excess => 1.0 - simulated,
                Along::Own => *simulated,
            };
            if let Some(contrast) = &self.contrast {
                counts.blend(contrast, segment, self.shape(), [1.0, by * part.sqrt()]);
            }
        }
        self.with_counts(self.worlds, counts, None)
    }

    /// The same luck and weights with other counts, of so many worlds.
    fn with_counts(&self, worlds: usize, counts: Counts, contrast: Option<Counts>) -> Self {
        Self {
            trial: self.trial,
            weights: self.weights.clone(),
            concentration: self.concentration,
            simulated: self.simulated.clone(),
            worlds,
            ended: self.ended && worlds == self.worlds,
            months: self.months,
            counts,
            contrast,
        }
    }

    /// Books the months that worlds of a segment have in common with those that they part from.
    pub(super) fn book_common(&mut self, segment: usize, partings: &[Parting]) {
        for (world, parting) in partings.iter().enumerate() {
            for month in 0..parting.month {
                let common = self.row(parting.from, segment, month).clone();
                self.row_mut(world, segment, month).blend(&common, [1.0, 1.0]);
            }
        }
    }

    /// The tally of a design that was played beside others: the baseline and this world; the baseline alone if it is 0.
    pub fn of_world(&self, world: usize) -> Self {
        let worlds = if world == 0 { vec![0] } else { vec![0, world] };
        let shape = self.shape();
        let contrast = self.contrast.as_ref().map(|contrast| contrast.of_worlds(&worlds, shape));
        self.with_counts(worlds.len(), self.counts.of_worlds(&worlds, shape), contrast)
    }

    /// Money of the rows after sales tax, at the prices of its month; profit by category and what was earned from customers stay at today's
    /// prices, after tax.
    pub(super) fn reprice(&mut self, prices: &Prices) {
        let months = self.months;
        for counts in std::iter::once(&mut self.counts).chain(&mut self.contrast) {
            counts.rows.chunks_mut(months).for_each(|rows| prices.apply(rows));
            for flows in counts.categories.iter_mut().flatten() {
                flows.net_of(prices.net_of_tax);
            }
            for outlooks in &mut counts.outlooks {
                outlooks.reprice(prices.net_of_tax, prices.factor(Line::LiabilityValue, months - 1));
            }
        }
    }

    fn at(&self, world: usize, segment: usize, month: usize) -> usize {
        (world * self.segments() + segment) * self.months + month
    }

    fn shape(&self) -> Shape {
        Shape { worlds: self.worlds, segments: self.segments(), months: self.months }
    }
}

/// Worlds, segments and months of a tally.
#[derive(Debug, Clone, Copy)]
struct Shape {
    worlds: usize,
    segments: usize,
    months: usize,
}

/// Everything counted, by world and segment, in sample units.
#[derive(Debug, Clone, PartialEq, Default)]
struct Counts {
    /// The ledger, with its months.
    rows: Vec<Entries>,
    /// The surveys at the end of the horizon; none in a tally made by hand.
    surveys: Vec<Survey>,
    /// The categories over the horizon; none in a tally made by hand.
    categories: Vec<[CategoryFlows; CATEGORIES]>,
    /// What is to be expected of customers; nothing in a tally made by hand.
    outlooks: Vec<Outlooks>,
}

impl Counts {
    fn of_worlds(&self, worlds: &[usize], shape: Shape) -> Self {
        fn parts<T: Clone>(all: &[T], worlds: &[usize], size: usize) -> Vec<T> {
            if all.is_empty() {
                return Vec::new();
            }
            worlds.iter().flat_map(|world| all[world * size..(world + 1) * size].iter().cloned()).collect()
        }
        Self {
            rows: parts(&self.rows, worlds, shape.segments * shape.months),
            surveys: parts(&self.surveys, worlds, shape.segments),
            categories: parts(&self.categories, worlds, shape.segments),
            outlooks: parts(&self.outlooks, worlds, shape.segments),
        }
    }

    /// Of one segment: becomes the sum of both, and `other` the first factor times what this has been and the second times itself.
    fn sum_and_contrast(&mut self, other: &mut Self, segment: usize, shape: Shape, factors: [f64; 2]) {
        for world in 0..shape.worlds {
            let at = world * shape.segments + segment;
            let rows = at * shape.months..(at + 1) * shape.months;
            for (row, theirs) in self.rows[rows.clone()].iter_mut().zip(&mut other.rows[rows]) {
                both(row, theirs, factors, Entries::blend);
            }
            if let Some((survey, theirs)) = self.surveys.get_mut(at).zip(other.surveys.get_mut(at)) {
                both(survey, theirs, factors, Survey::blend);
            }
            if let Some((flows, theirs)) = self.categories.get_mut(at).zip(other.categories.get_mut(at)) {
                flows.iter_mut().zip(theirs).for_each(|(a, b)| both(a, b, factors, CategoryFlows::blend));
            }
            if let Some((outlooks, theirs)) = self.outlooks.get_mut(at).zip(other.outlooks.get_mut(at)) {
                both(outlooks, theirs, factors, Outlooks::blend);
            }
        }
    }

    /// Of one segment: the first factor times itself and the second times `other`.
    fn blend(&mut self, other: &Self, segment: usize, shape: Shape, factors: [f64; 2]) {
        for world in 0..shape.worlds {
            let at = world * shape.segments + segment;
            let rows = at * shape.months..(at + 1) * shape.months;
            let both = self.rows[rows.clone()].iter_mut().zip(&other.rows[rows]);
            both.for_each(|(row, theirs)| row.blend(theirs, factors));
            if let Some((survey, theirs)) = self.surveys.get_mut(at).zip(other.surveys.get(at)) {
                survey.blend(theirs, factors);
            }
            if let Some((flows, theirs)) = self.categories.get_mut(at).zip(other.categories.get(at)) {
                flows.iter_mut().zip(theirs).for_each(|(flows, theirs)| flows.blend(theirs, factors));
            }
            if let Some((outlooks, theirs)) = self.outlooks.get_mut(at).zip(other.outlooks.get(at)) {
                outlooks.blend(theirs, factors);
            }
        }
    }
}

/// One becomes the sum of both, the other what they differ by.
fn both<T: Clone>(sum: &mut T, contrast: &mut T, factors: [f64; 2], blend: impl Fn(&mut T, &T, [f64; 2])) {
    let mut apart = sum.clone();
    blend(&mut apart, contrast, factors);
    blend(sum, contrast, [1.0, 1.0]);
    *contrast = apart;
}
