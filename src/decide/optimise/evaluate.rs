//! Points tried: each played once on the same trials, remembered, and handed to whoever keeps a log.

use super::task::{Constraint, Task};
use crate::decide::measure::{Measure, Reading};
use crate::decide::paired;
use crate::decide::pareto::Costs;
use crate::decide::watch::Watch;
use crate::design::{Design, GoalBound};
use crate::simulate::Settings;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// A point that was tried: one line of the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tried {
    /// The levers' values.
    pub values: Vec<f64>,
    /// Each objective; nothing where it is not defined.
    pub objectives: Vec<Option<f64>>,
    /// Its Monte Carlo errors.
    pub errors: Vec<Option<f64>>,
    /// Each constraint's measure.
    pub constraints: Vec<Option<f64>>,
    /// Whether the design allows the values together.
    pub valid: bool,
}

/// Plays points and remembers them. A point is played once, whatever asks for it again.
pub struct Bench<'t> {
    task: &'t Task,
    settings: Settings,
    trials: u64,
    watch: &'t dyn Watch,
    known: RefCell<BTreeMap<Vec<u64>, Tried>>,
    order: RefCell<Vec<Tried>>,
    note: &'t (dyn Fn(&Tried) + Sync),
    most: usize,
}

impl<'t> Bench<'t> {
    /// A bench that plays `trials` trials of each point, at most `most` points; `known` were played before (a log), `note`
    /// hears of each new one.
    pub fn new(
        task: &'t Task,
        (settings, trials, most): (Settings, u64, usize),
        known: Vec<Tried>,
        watch: &'t dyn Watch,
        note: &'t (dyn Fn(&Tried) + Sync),
    ) -> Self {
        let known = known.into_iter().map(|tried| (key(&tried.values), tried)).collect();
        Self {
            task,
            settings,
            trials,
            watch,
            known: RefCell::new(known),
            order: RefCell::new(Vec::new()),
            note,
            most,
        }
    }

    /// What a point of the unit cube comes to; `None` once the work is to stop.
    pub fn cost(&self, point: &[f64]) -> Option<Costs> {
        let tried = self.play(&self.task.values(point))?;
        Some(self.costs(&tried))
    }

    /// Objectives to be made small and what the constraints are broken by, each relative to its limit.
    pub fn costs(&self, tried: &Tried) -> Costs {
        let signed = |(measure, value): (&Measure, &Option<f64>)| match value {
            Some(value) if measure.more_is_better() => -value,
            Some(value) => *value,
            None => f64::MAX,
        };
        let objectives = self.task.objectives.iter().zip(&tried.objectives).map(signed).collect();
        let broken: f64 =
            self.task.constraints.iter().zip(&tried.constraints).map(|(c, v)| broken(c, *v)).sum();
        Costs { objectives, broken: if tried.valid { broken } else { 1e6 } }
    }

    /// All points tried, in order, each once.
    pub fn tried(&self) -> Vec<Tried> {
        self.order.borrow().clone()
    }

    fn play(&self, values: &[f64]) -> Option<Tried> {
        let key = key(values);
        if let Some(tried) = self.order.borrow().iter().find(|tried| tried.values == values) {
            return Some(tried.clone());
        }
        if self.order.borrow().len() >= self.most || self.watch.stopped() {
            return None;
        }
        let remembered = self.known.borrow().get(&key).cloned();
        let tried = match remembered {
            Some(tried) => {
                self.watch.tick(1);
                tried
            }
            None => {
                let tried = self.play_anew(values)?;
                (self.note)(&tried);
                tried
            }
        };
        self.order.borrow_mut().push(tried.clone());
        Some(tried)
    }

    fn play_anew(&self, values: &[f64]) -> Option<Tried> {
        let none = || Tried {
            values: values.to_vec(),
            objectives: vec![None; self.task.objectives.len()],
            errors: vec![None; self.task.objectives.len()],
            constraints: vec![None; self.task.constraints.len()],
            valid: false,
        };
        let Ok((_, design)) = self.task.design(values) else {
            self.watch.tick(1);
            return Some(none());
        };
        let mut played = figures(self.task, &design, self.settings, 0..self.trials, &Silent(self.watch))?;
        self.watch.tick(1);
        let constraints = played.split_off(self.task.objectives.len());
        let finite = |value: f64| Some(value).filter(|v| v.is_finite());
        Some(Tried {
            objectives: played.iter().map(|f| finite(f.reading.value)).collect(),
            errors: played.iter().map(|f| finite(f.reading.mc_error)).collect(),
            constraints: constraints.iter().map(|f| finite(f.reading.value)).collect(),
            valid: true,
            ..none()
        })
    }
}

/// A measure of one design on some trials.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The figure.
    pub reading: Reading,
    /// What each trial contributes; their mean is the figure, or nearly so for the shortfall.
    pub parts: Vec<f64>,
}

/// All objectives and then all constraints of a design on `trials`; `None` if the work was stopped on the way.
pub fn figures(
    task: &Task,
    design: &Design,
    settings: Settings,
    trials: Range<u64>,
    watch: &dyn Watch,
) -> Option<Vec<Figure>> {
    let wanted = trials.end - trials.start;
    let rows = paired::play(&[design], settings, trials, watch);
    if (rows.len() as u64) < wanted {
        return None;
    }
    let goals = &task.draft.before().goals;
    let figure = |measure: Measure| {
        let values = measure.of_outcomes(&rows.of(0), goals);
        Figure { reading: measure.of_trials(&values), parts: measure.parts(&values) }
    };
    let measures = task.objectives.iter().copied().chain(task.constraints.iter().map(|c| c.measure));
    Some(measures.map(figure).collect())
}

/// By how much a constraint is broken, relative to its limit; 0 where it holds.
pub fn broken(constraint: &Constraint, value: Option<f64>) -> f64 {
    let Some(value) = value else { return 1e3 };
    let scale = constraint.limit.abs().max(1e-3);
    match constraint.bound {
        GoalBound::AtLeast => ((constraint.limit - value) / scale).max(0.0),
        GoalBound::AtMost => ((value - constraint.limit) / scale).max(0.0),
    }
}

/// Hears of stops only: progress is counted in points.
struct Silent<'w>(&'w dyn Watch);

impl Watch for Silent<'_> {
    fn tick(&self, _: u64) {}

    fn stopped(&self) -> bool {
        self.0.stopped()
    }
}

fn key(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}
