//! Optimisation of a program: the best settings of its levers, found on some trials and judged on others.
//!
//! All points are played on the same trials (common random numbers), so that a search compares like with like. What looks best there
//! owes a part of its lead to these trials (the optimizer's curse; Smith & Winkler 2006): the few best are played again on
//! fresh trials to choose among them, and the choice once more on others to say what it comes to.

mod evaluate;
mod single;
mod task;

pub use evaluate::Tried;
pub use task::{Constraint, Lever, Task, TaskFault};

use super::compare::Origin;
use super::measure::{Measure, Reading};
use super::paired::Difference;
use super::pareto::{self, Effort, Member};
use super::watch::Watch;
use crate::design::{Design, Draft};
use crate::random::{Purpose, StreamKey, latin};
use crate::simulate::Settings;
use evaluate::{Bench, Figure, figures};
use serde::Serialize;

/// Candidates that are played again on fresh trials to choose the best among them.
const FINALISTS: usize = 5;
/// Points of a front that are played again and written as designs.
const FRONT: usize = 8;

/// How much to do.
#[derive(Debug, Clone, Copy)]
pub struct Work {
    /// Seed and customers.
    pub settings: Settings,
    /// Trials of each point of the search.
    pub trials: u64,
    /// Fresh trials on which what was found is judged.
    pub fresh: u64,
    /// The most points to try.
    pub points: usize,
}

/// Some values of the levers, judged on fresh trials.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// The levers' values.
    pub values: Vec<f64>,
    /// Each objective on the trials of the search: flattered by the choice.
    pub searched: Vec<Option<f64>>,
    /// Each objective on fresh trials.
    pub objectives: Vec<Reading>,
    /// Each constraint's measure on fresh trials.
    pub constraints: Vec<Reading>,
    /// Each objective less that of the design as it stands.
    pub against_present: Vec<Difference>,
    /// Each objective less that of doing nothing.
    pub against_nothing: Vec<Difference>,
    /// Whether all constraints hold on fresh trials.
    pub feasible: bool,
    /// Name of the file with this design.
    pub file: String,
}

impl Candidate {
    /// Whether one of the objectives is clearly better than with no program.
    pub fn beats_nothing(&self, objectives: &[Measure]) -> bool {
        better(objectives, &self.against_nothing)
    }
}

/// What it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Clearly better than the present design and than doing nothing.
    Improved,
    /// The present design is as good, within the Monte Carlo error.
    PresentAsGood,
    /// Nothing found is clearly better than having no program, on any objective.
    NothingBetter,
    /// No point met all constraints.
    Infeasible,
    /// Several objectives: a choice of trade-offs.
    Front,
}

/// An optimisation. Serialised, it is `optimise.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Optimised {
    /// What was run; the trials are the fresh ones.
    pub origin: Origin,
    /// Trials of each point of the search.
    pub search_trials: u64,
    /// Points tried.
    pub points: usize,
    /// Title of the design.
    pub title: String,
    /// SHA-256 of its text.
    pub design_hash: String,
    /// Currency.
    pub currency: String,
    /// What was to be improved.
    pub objectives: Vec<Measure>,
    /// The levers.
    pub levers: Vec<Lever>,
    /// What had to hold.
    pub constraints: Vec<Constraint>,
    /// What it comes to.
    pub verdict: Verdict,
    /// The best, or the front in the order of the first objective.
    pub found: Vec<Candidate>,
    /// The design as it stands, on the same fresh trials.
    pub present: Candidate,
    /// Each objective without a program, on the same fresh trials.
    pub nothing: Vec<Reading>,
    /// Every point tried, in order.
    pub tried: Vec<Tried>,
}

/// Optimises. `known` are points of an earlier log of the same task, seed and trials; `note` hears of each new one. `None`
/// if the work was stopped before anything could be said; stopped later, the best so far is told, marked partial.
pub fn optimise(
    task: &Task,
    work: Work,
    known: Vec<Tried>,
    watch: &dyn Watch,
    note: &(dyn Fn(&Tried) + Sync),
) -> Option<Optimised> {
    watch.begin("points", work.points as u64);
    let bench = Bench::new(task, (work.settings, work.trials, work.points), known, watch, note);
    let present = task.present();
    bench.cost(&present)?;
    match task.objectives.len() {
        1 => look(&bench, task, &present, work),
        _ => {
            pareto::search(task.levers.len(), effort(work), &[present], |points| bench.costs_of(points));
        }
    }
    let stopped = watch.stopped();
    // The last word is worth its time even after a request to stop, if it is short: the fresh trials are then those of the search.
    let judge =
        Judge { task, work: if stopped { Work { fresh: work.trials.min(50), ..work } } else { work }, watch };
    let mut found = judge.judge(&bench)?;
    found.origin.partial = stopped;
    Some(found)
}

/// A few points spread over all levers, then a search from the best of them.
fn look(bench: &Bench, task: &Task, present: &[f64], work: Work) {
    let key = StreamKey { seed: work.settings.seed, trial: 0, a: 1, b: 0, purpose: Purpose::Search };
    let spread = (4 * task.levers.len()).min(work.points / 4);
    let spread = latin::points(spread, task.levers.len(), &mut key.rng());
    if bench.costs_of(&spread).len() < spread.len() {
        return;
    }
    let tried = bench.tried();
    let members = members(bench, &tried);
    let best = members.iter().min_by(|a, b| order(a, b)).map_or(present.to_vec(), |best| best.point.clone());
    let start: Vec<f64> =
        task.levers.iter().zip(&best).map(|(l, v)| (v - l.low) / (l.high - l.low)).collect();
    let sizes = members.iter().map(|m| m.costs.objectives[0].abs()).filter(|size| *size < f64::MAX);
    let scale = sizes.fold(0.0, f64::max);
    // Each restart looks for itself; what was tried is not played again.
    for round in 0..4 {
        single::search(bench, &start, scale, work.settings.seed.wrapping_add(round));
    }
}

fn effort(work: Work) -> Effort {
    let population = ((work.points as f64).sqrt() as usize * 2).clamp(12, 48) / 2 * 2;
    let generations = (work.points / population).saturating_sub(1);
    Effort { population, generations, seed: work.settings.seed }
}

/// The points tried with their costs; their coordinates are the levers' values.
fn members(bench: &Bench, tried: &[Tried]) -> Vec<Member> {
    tried.iter().map(|t| Member { point: t.values.clone(), costs: bench.costs(t) }).collect()
}

/// What breaks least first, then what costs least.
fn order(a: &Member, b: &Member) -> std::cmp::Ordering {
    a.costs.broken.total_cmp(&b.costs.broken).then(a.costs.objectives[0].total_cmp(&b.costs.objectives[0]))
}

/// Judges what a search has found on fresh trials.
struct Judge<'t> {
    task: &'t Task,
    work: Work,
    watch: &'t dyn Watch,
}

/// Goes on to the end once begun.
struct Unstoppable<'w>(&'w dyn Watch);

impl Watch for Unstoppable<'_> {
    fn tick(&self, ticks: u64) {
        self.0.tick(ticks);
    }

    fn stopped(&self) -> bool {
        false
    }
}

impl Judge<'_> {
    fn judge(&self, bench: &Bench) -> Option<Optimised> {
        let tried = bench.tried();
        let mut members = members(bench, &tried);
        let single = self.task.objectives.len() == 1;
        let chosen: Vec<Member> = if single {
            members.sort_by(order);
            members.truncate(FINALISTS);
            vec![self.best_of(&members)?]
        } else {
            thinned(pareto::front(&members), FRONT)
        };
        self.told(&chosen, tried)
    }

    /// What was chosen, the design as it stands and no program, on trials that nothing was chosen on.
    fn told(&self, chosen: &[Member], tried: Vec<Tried>) -> Option<Optimised> {
        let single = self.task.objectives.len() == 1;
        let at_present: Vec<f64> = self.task.levers.iter().map(|lever| lever.present).collect();
        let values = std::iter::once(&at_present).chain(chosen.iter().map(|member| &member.point));
        let mut designs: Vec<Design> = values.map(|values| self.design(values)).collect::<Option<_>>()?;
        designs.push(self.without_program()?);
        let mut played = self.figures(&designs, self.last())?;
        let (nothing, present_figures) = (played.pop()?, played.remove(0));
        let file =
            |i: usize| if single { "best.toml".to_owned() } else { format!("front-{:02}.toml", i + 1) };
        let candidate = |values: &[f64], own: Vec<Figure>, file: String| {
            candidate(self.task, (values, &tried), &own, (&present_figures, &nothing), file)
        };
        let mut found = Vec::new();
        for (i, (member, own)) in chosen.iter().zip(played).enumerate() {
            found.push(candidate(&member.point, own, file(i)));
        }
        let present = candidate(&at_present, present_figures.clone(), String::new());
        let design = self.task.draft.before();
        Some(Optimised {
            origin: Origin::new(Some(design), self.work.settings, self.work.fresh, self.work.fresh),
            search_trials: self.work.trials,
            points: tried.len(),
            title: design.title.clone(),
            design_hash: design.hash.clone(),
            currency: design.currency.clone(),
            objectives: self.task.objectives.clone(),
            levers: self.task.levers.iter().map(|lever| lever.readable(design)).collect(),
            constraints: self.task.constraints.clone(),
            verdict: verdict(self.task, &found),
            nothing: nothing.iter().map(|figure| figure.reading).collect(),
            found,
            present,
            tried,
        })
    }

    /// Trials that nothing was chosen on.
    fn last(&self) -> std::ops::Range<u64> {
        let first = self.work.trials + self.work.fresh / 2;
        first..first + self.work.fresh
    }

    /// The best of the finalists on fresh trials of their own.
    fn best_of(&self, finalists: &[Member]) -> Option<Member> {
        let own = self.work.trials..self.work.trials + self.work.fresh / 2;
        let more = self.task.objectives[0].more_is_better();
        let mut best: Option<((f64, f64), &Member)> = None;
        let designs: Vec<Design> =
            finalists.iter().map(|member| self.design(&member.point)).collect::<Option<_>>()?;
        for (member, figures) in finalists.iter().zip(self.figures(&designs, own)?) {
            let value = figures[0].reading.value;
            let rank = (broken(self.task, &figures), if more { -value } else { value });
            if best.is_none_or(|(other, _)| rank < other) {
                best = Some((rank, member));
            }
        }
        best.map(|(_, member)| member.clone())
    }

    fn design(&self, values: &[f64]) -> Option<Design> {
        self.task.design(values).ok().map(|(_, design)| design)
    }

    fn figures(&self, designs: &[Design], trials: std::ops::Range<u64>) -> Option<Vec<Vec<Figure>>> {
        let designs: Vec<&Design> = designs.iter().collect();
        figures(self.task, &designs, self.work.settings, trials, &Unstoppable(self.watch))
    }

    fn without_program(&self) -> Option<Design> {
        let mut draft: Draft = self.task.draft.clone();
        draft.remove("program").ok()?;
        // Levers of a program that is gone would be refused.
        draft.remove("optimise").ok()?;
        draft.finish().ok().map(|(_, design)| design)
    }
}

fn candidate(
    task: &Task,
    (values, tried): (&[f64], &[Tried]),
    own: &[Figure],
    (present, nothing): (&[Figure], &[Figure]),
    file: String,
) -> Candidate {
    let objectives = task.objectives.len();
    let against = |others: &[Figure]| -> Vec<Difference> {
        let pairs = task.objectives.iter().zip(own.iter().zip(others));
        pairs.map(|(measure, (a, b))| Difference::of(measure.unit(), &a.parts, &b.parts)).collect()
    };
    let searched = tried.iter().find(|t| t.values == values).map(|t| t.objectives.clone());
    Candidate {
        values: values.to_vec(),
        searched: searched.unwrap_or_default(),
        objectives: own[..objectives].iter().map(|f| f.reading).collect(),
        constraints: own[objectives..].iter().map(|f| f.reading).collect(),
        against_present: against(present),
        against_nothing: against(nothing),
        feasible: broken(task, own) <= 0.0,
        file,
    }
}

/// By how much the constraints are broken.
fn broken(task: &Task, figures: &[Figure]) -> f64 {
    let values =
        figures[task.objectives.len()..].iter().map(|f| Some(f.reading.value).filter(|v| v.is_finite()));
    task.constraints.iter().zip(values).map(|(c, v)| evaluate::broken(c, v)).sum()
}

fn verdict(task: &Task, found: &[Candidate]) -> Verdict {
    let Some(best) = found.first() else { return Verdict::Infeasible };
    if !found.iter().any(|candidate| candidate.feasible) {
        return Verdict::Infeasible;
    }
    if !found.iter().any(|candidate| candidate.beats_nothing(&task.objectives)) {
        return Verdict::NothingBetter;
    }
    match task.objectives.len() {
        1 if better(&task.objectives, &best.against_present) => Verdict::Improved,
        1 => Verdict::PresentAsGood,
        _ => Verdict::Front,
    }
}

/// Whether one of the objectives has clearly become better.
fn better(objectives: &[Measure], changes: &[Difference]) -> bool {
    let clearly = |(measure, change): (&Measure, &Difference)| match measure.more_is_better() {
        true => change.low > 0.0,
        false => change.high < 0.0,
    };
    objectives.iter().zip(changes).any(clearly)
}

/// At most `count` members of a front, evenly spread over its order by the first objective, both ends among them.
fn thinned(front: Vec<&Member>, count: usize) -> Vec<Member> {
    let mut front: Vec<&Member> = front;
    front.sort_by(|a, b| a.costs.objectives[0].total_cmp(&b.costs.objectives[0]));
    let n = front.len();
    let wanted = n.min(count);
    let place = |i: usize| if wanted < 2 { 0 } else { i * (n - 1) / (wanted - 1) };
    (0..wanted).map(|i| front[place(i)].clone()).collect()
}

#[cfg(test)]
mod tests;
