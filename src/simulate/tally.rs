//! What one trial counted: a table of worlds × segments × months × lines, in units of the sample.

use super::concentration::Concentration;
use super::lines::{Entries, Line};
use super::register::{CATEGORIES, CategoryFlows};
use super::survey::Survey;

/// Everything one trial counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// Number of the trial.
    pub trial: u64,
    /// Real customers behind one simulated customer, per segment.
    pub weights: Vec<f64>,
    /// The survey at the end of the horizon, one for each world; empty in a tally made by hand.
    pub surveys: Vec<Survey>,
    /// Customers by category over the horizon, one table for each world; empty in a tally made by hand.
    pub categories: Vec<[CategoryFlows; CATEGORIES]>,
    /// How much of today's revenue hangs on few customers; absent in a tally made by hand, and where nothing is bought.
    pub concentration: Option<Concentration>,
    worlds: usize,
    months: usize,
    cells: Vec<Entries>,
}

impl Tally {
    /// An empty tally.
    pub fn new(trial: u64, weights: Vec<f64>, worlds: usize, months: usize) -> Self {
        let cells = vec![Entries::ZERO; worlds * weights.len() * months];
        Self {
            trial,
            weights,
            surveys: Vec::new(),
            categories: Vec::new(),
            concentration: None,
            worlds,
            months,
            cells,
        }
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
        &self.cells[self.at(world, segment, month)]
    }

    /// The same, to be counted into.
    pub fn row_mut(&mut self, world: usize, segment: usize, month: usize) -> &mut Entries {
        let at = self.at(world, segment, month);
        &mut self.cells[at]
    }

    /// A line of one segment, in sample units.
    pub fn get(&self, world: usize, segment: usize, month: usize, line: Line) -> f64 {
        self.row(world, segment, month)[line]
    }

    /// A line scaled to the business and summed over segments.
    pub fn total(&self, world: usize, month: usize, line: Line) -> f64 {
        (0..self.segments()).map(|s| self.weights[s] * self.get(world, s, month, line)).sum()
    }

    fn at(&self, world: usize, segment: usize, month: usize) -> usize {
        (world * self.segments() + segment) * self.months + month
    }
}
