//! Points tried: each played once on the same trials, remembered, and handed to whoever keeps a log.

use super::task::{Constraint, Task};
use crate::decide::measure::{Measure, Reading};
use crate::decide::paired::{self, Rows};
use crate::decide::pareto::Costs;
use crate::decide::watch::Watch;
use crate::design::{Design, GoalBound};
use crate::simulate::Settings;
use crate::summary::Outcome;
use crate::summary::moments::Moments;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// Points that are played together: more would take memory, not time.
const TOGETHER: usize = 12;

/// Trials after which a point that is clearly worse than the best so far is played no further.
const LOOK: u64 = 40;
/// Monte Carlo errors of the difference at which that is clear.
const CLEAR: f64 = 4.0;

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

impl Tried {
    /// Whether it can be a point of this task; a line of a log that somebody has changed may be none, and is played anew.
    fn fits(&self, task: &Task) -> bool {
        let (objectives, constraints) = (task.objectives.len(), task.constraints.len());
        self.values.len() == task.levers.len()
            && self.objectives.len() == objectives
            && self.errors.len() == objectives
            && self.constraints.len() == constraints
    }
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
    leader: RefCell<Option<Leader>>,
}

/// The best point so far, with its objective in each trial.
#[derive(Debug, Clone)]
struct Leader {
    values: Vec<f64>,
    by_trial: Vec<f64>,
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
        let fitting = known.into_iter().filter(|tried| tried.fits(task));
        let known = fitting.map(|tried| (key(&tried.values), tried)).collect();
        Self {
            task,
            settings,
            trials,
            watch,
            known: RefCell::new(known),
            order: RefCell::new(Vec::new()),
            note,
            most,
            leader: RefCell::new(None),
        }
    }

    /// What a point of the unit cube comes to; `None` once the work is to stop.
    pub fn cost(&self, point: &[f64]) -> Option<Costs> {
        self.costs_of(std::slice::from_ref(&point.to_vec())).pop()
    }

    /// What points come to, as many of the first as there is room for; the new ones among them are played on one baseline.
    pub fn costs_of(&self, points: &[Vec<f64>]) -> Vec<Costs> {
        let values: Vec<Vec<f64>> = points.iter().map(|point| self.task.values(point)).collect();
        let mut found = Vec::new();
        for values in values.chunks(TOGETHER) {
            self.play_new(values);
            let known: Vec<Tried> = values.iter().map_while(|values| self.on_list(values)).collect();
            found.extend(known.iter().map(|tried| self.costs(tried)));
            if known.len() < values.len() {
                break;
            }
        }
        found
    }

    /// What a point came to, if it has been tried.
    pub fn known(&self, point: &[f64]) -> Option<Costs> {
        self.on_list(&self.task.values(point)).map(|tried| self.costs(&tried))
    }

    fn on_list(&self, values: &[f64]) -> Option<Tried> {
        self.order.borrow().iter().find(|tried| tried.values == values).cloned()
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

    /// Puts those of the points that are new on the list, as far as there is room: remembered ones as they are, the others played.
    fn play_new(&self, points: &[Vec<f64>]) {
        let mut new: Vec<&Vec<f64>> = Vec::new();
        for values in points {
            if self.on_list(values).is_none() && !new.contains(&values) {
                new.push(values);
            }
        }
        new.truncate(self.most.saturating_sub(self.order.borrow().len()));
        if new.is_empty() || self.watch.stopped() {
            return;
        }
        let remembered = |values: &Vec<f64>| self.known.borrow().get(&key(values)).cloned();
        let unknown: Vec<&Vec<f64>> =
            new.iter().copied().filter(|values| remembered(values).is_none()).collect();
        let Some(played) = self.play_anew(&unknown) else { return };
        let mut played = played.into_iter();
        for values in new {
            let tried = remembered(values).or_else(|| {
                let tried = played.next();
                tried.iter().for_each(self.note);
                tried
            });
            self.watch.tick(1);
            self.order.borrow_mut().extend(tried);
        }
    }

    /// Plays points on all trials; those that are clearly worse than the best so far only until that is clear. `None` if the work was stopped
    /// on the way.
    fn play_anew(&self, points: &[&Vec<f64>]) -> Option<Vec<Tried>> {
        let designs: Vec<Option<Design>> =
            points.iter().map(|values| self.task.design(values).ok().map(|(_, design)| design)).collect();
        let valid: Vec<&Design> = designs.iter().flatten().collect();
        let leader = self.leader()?;
        let look = if leader.is_some() { LOOK.min(self.trials) } else { self.trials };
        let watch = Silent(self.watch);
        let mut rows = play(&valid, self.settings, 0..look, &watch)?.apart();
        let behind = |rows: &Rows| leader.as_ref().and_then(|leader| self.clearly_worse(rows, leader));
        let behind: Vec<Option<f64>> = rows.iter().map(behind).collect();
        let open: Vec<usize> = (0..valid.len()).filter(|at| behind[*at].is_none()).collect();
        let again: Vec<&Design> = open.iter().map(|at| valid[*at]).collect();
        let later = play(&again, self.settings, look..self.trials, &watch)?.apart();
        open.into_iter().zip(later).for_each(|(at, later)| rows[at].append(later));
        let mut played = rows.iter().zip(behind);
        let tried = |(values, design): (&&Vec<f64>, &Option<Design>)| {
            let played = design.as_ref().and_then(|_| played.next());
            let Some((rows, behind)) = played else { return self.invalid(values) };
            if behind.is_none() {
                self.may_lead(values, rows);
            }
            self.valid(values, rows, behind)
        };
        Some(points.iter().zip(&designs).map(tried).collect())
    }

    /// The mean by which points can be compared before all trials are played: that of the only objective, nothing else having to hold.
    fn compared(&self) -> Option<Measure> {
        match (&self.task.objectives[..], &self.task.constraints[..]) {
            ([measure @ Measure::Mean(_)], []) if self.trials > LOOK => Some(*measure),
            _ => None,
        }
    }

    /// The best point so far, played again where only a log knows it; `Some(None)` where there is none, or none is needed.
    fn leader(&self) -> Option<Option<Leader>> {
        let Some(measure) = self.compared() else { return Some(None) };
        let order = self.order.borrow();
        let defined = order.iter().filter(|tried| tried.objectives[0].is_some());
        let cost = |tried: &&Tried| self.costs(tried).objectives[0];
        let Some(best) = defined.min_by(|a, b| cost(a).total_cmp(&cost(b))) else { return Some(None) };
        let mut leader = self.leader.borrow_mut();
        if leader.as_ref().is_none_or(|leader| leader.values != best.values) {
            let Ok((_, design)) = self.task.design(&best.values) else { return Some(None) };
            let rows = play(&[&design], self.settings, 0..self.trials, &Silent(self.watch))?;
            let by_trial = measure.of_outcomes(&rows.of(0), &self.task.draft.before().goals);
            *leader = Some(Leader { values: best.values.clone(), by_trial });
        }
        Some(leader.clone())
    }

    /// What the objective comes to, if the first trials leave no doubt that it is worse than the leader's: his, and the mean difference.
    fn clearly_worse(&self, rows: &Rows, leader: &Leader) -> Option<f64> {
        let measure = self.compared()?;
        let own = measure.of_outcomes(&rows.of(0), &self.task.draft.before().goals);
        let by: Moments = own.iter().zip(&leader.by_trial).map(|(own, his)| own - his).collect();
        let worse = if measure.more_is_better() { -by.mean() } else { by.mean() };
        let his = leader.by_trial.iter().sum::<f64>() / leader.by_trial.len() as f64;
        (worse > CLEAR * by.standard_error()).then_some(his + by.mean()).filter(|value| value.is_finite())
    }

    /// Remembers a point that was played to the end, if it is the best so far.
    fn may_lead(&self, values: &[f64], rows: &Rows) {
        let Some(measure) = self.compared() else { return };
        let by_trial = measure.of_outcomes(&rows.of(0), &self.task.draft.before().goals);
        let sum = |by_trial: &[f64]| {
            let sum: f64 = by_trial.iter().sum();
            if measure.more_is_better() { sum } else { -sum }
        };
        let mut leader = self.leader.borrow_mut();
        if leader.as_ref().is_none_or(|leader| sum(&by_trial) > sum(&leader.by_trial)) {
            *leader = Some(Leader { values: values.to_vec(), by_trial });
        }
    }

    fn invalid(&self, values: &[f64]) -> Tried {
        Tried {
            values: values.to_vec(),
            objectives: vec![None; self.task.objectives.len()],
            errors: vec![None; self.task.objectives.len()],
            constraints: vec![None; self.task.constraints.len()],
            valid: false,
        }
    }

    /// `behind` is the objective of a point that was not played to the end.
    fn valid(&self, values: &[f64], rows: &Rows, behind: Option<f64>) -> Tried {
        let mut played = figures_of(self.task, &rows.of(0));
        let constraints = played.split_off(self.task.objectives.len());
        let finite = |value: f64| Some(value).filter(|v| v.is_finite());
        Tried {
            values: values.to_vec(),
            objectives: played.iter().map(|f| finite(behind.unwrap_or(f.reading.value))).collect(),
            errors: played.iter().map(|f| finite(f.reading.mc_error)).collect(),
            constraints: constraints.iter().map(|f| finite(f.reading.value)).collect(),
            valid: true,
        }
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

/// All objectives and then all constraints of each design on `trials`; `None` if the work was stopped on the way.
pub fn figures(
    task: &Task,
    designs: &[&Design],
    settings: Settings,
    trials: Range<u64>,
    watch: &dyn Watch,
) -> Option<Vec<Vec<Figure>>> {
    let rows = play(designs, settings, trials, watch)?;
    Some((0..designs.len()).map(|at| figures_of(task, &rows.of(at))).collect())
}

/// `None` if the work was stopped on the way.
fn play(designs: &[&Design], settings: Settings, trials: Range<u64>, watch: &dyn Watch) -> Option<Rows> {
    let wanted = trials.end - trials.start;
    let rows = paired::play(designs, settings, trials, watch);
    (rows.len() as u64 == wanted).then_some(rows)
}

fn figures_of(task: &Task, outcomes: &[&Outcome]) -> Vec<Figure> {
    let figure = |measure: Measure| {
        let values = measure.of_outcomes(outcomes, &task.draft.before().goals);
        Figure { reading: measure.of_trials(&values), parts: measure.parts(&values) }
    };
    let measures = task.objectives.iter().copied().chain(task.constraints.iter().map(|c| c.measure));
    measures.map(figure).collect()
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
