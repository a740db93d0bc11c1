//! Where a program fails: the boxes of assumptions in which failures crowd, and the least that must go wrong.

use super::lab::{Broken, Lab, LabSize, Played};
use crate::decide::Watch;
use crate::decide::stress::reverse::{Margin, Margins, Reverse, Sample};
use crate::decide::stress::{self, FailureBox};
use crate::design::{Design, GoalBound, Metric, TruthSampler};
use crate::simulate::Halt;
use crate::summary::{Outcome, Scalar, quantile};
use crate::units::Share;

/// Share of failing trials between which boxes can be found.
const TELLING: std::ops::RangeInclusive<f64> = 0.05..=0.95;

/// Where so many trials miss the goal of money, the central assumptions miss it too: nothing needs to be sought.
const HOPELESS: f64 = 0.9;

/// What counts as a bad outcome, and where bad outcomes come from.
#[derive(Debug)]
pub struct Robustness {
    /// What is left above the goal of money, by trial of the main run as simulated. NaN without a program.
    pub simulated: Vec<f64>,
    /// The same at the real size of the business: below 0 it is missed.
    pub margins: Vec<f64>,
    /// Message of what a bad outcome is: a loss, a missed goal, the worst quarter.
    pub what: &'static str,
    /// Which trials of the main run are bad outcomes.
    pub bad: Vec<bool>,
    /// Combinations of assumptions in which bad outcomes crowd.
    pub boxes: Vec<FailureBox>,
    /// The least far-fetched combination that misses the goal of money.
    pub reverse: Option<Reverse>,
    /// Uncertain numbers, of which there may be none.
    pub uncertain: usize,
}

/// The goal of money that a design states, by its place.
pub fn money_goal(design: &Design) -> Option<usize> {
    design.goals.iter().position(|goal| matches!(goal.metric, Metric::NetEffect | Metric::Npv))
}

/// What an outcome leaves above the goal of money; where none is stated, its present value.
fn margin(design: &Design, goal: Option<usize>, outcome: &Outcome) -> Margin {
    match goal {
        Some(goal) => Margin::of_goal(outcome, &design.goals, goal),
        None => Margin::of(outcome, Scalar::Npv),
    }
}

/// The same for every trial of the main run: as simulated, and at the real size of the business.
fn margins(design: &Design, goal: Option<usize>, run: &Played) -> [Vec<f64>; 2] {
    let Some(at) = goal else { return [run.simulated(Scalar::Npv), run.at_real_size(Scalar::Npv)] };
    let of = |named: &dyn Fn(&str) -> Vec<f64>, what: &str| {
        named(&format!("goal_{}.{}.{what}", at + 1, design.goals[at].metric.key()))
    };
    let sign = if design.goals[at].bound == GoalBound::AtLeast { 1.0 } else { -1.0 };
    let above = |named: &dyn Fn(&str) -> Vec<f64>| {
        let both = of(named, "value").into_iter().zip(of(named, "threshold"));
        both.map(|(value, threshold)| sign * (value - threshold)).collect()
    };
    [above(&|name| run.named_as_simulated(name)), above(&|name| run.named(name))]
}

/// Looks for boxes among the trials of the main run, and for the nearest failure on trials of `size`.
///
/// # Errors
/// If the review is stopped.
pub fn look(design: &Design, run: &Played, lab: &Lab, size: &LabSize) -> Result<Robustness, Broken> {
    let goal = money_goal(design);
    let [simulated, margins] = margins(design, goal, run);
    let (limit, what) = limit(&margins, goal);
    let bad: Vec<bool> = margins.iter().map(|margin| *margin < limit).collect();
    let mut robust =
        Robustness { simulated, margins, what, bad, boxes: Vec::new(), reverse: None, uncertain: 0 };
    if robust.margins.iter().all(|margin| margin.is_nan()) {
        return Ok(robust);
    }
    let drawn: Vec<usize> = {
        let sampler = TruthSampler::new(design, lab.seed);
        let places: Vec<_> = design.numbers.iter().map(|(id, _)| id).collect();
        sampler.drawn().filter_map(|id| places.iter().position(|place| *place == id)).collect()
    };
    robust.uncertain = drawn.len();
    if drawn.is_empty() {
        return Ok(robust);
    }
    let values = run.truths.iter().map(|truth| drawn.iter().map(|&at| truth[at]).collect()).collect();
    let shifted = robust.margins.iter().map(|margin| margin - limit).collect();
    let sample = Sample { scores: Vec::new(), values, margins: shifted, excess: Vec::new() };
    robust.boxes = stress::boxes(design, lab.settings(size), &sample);
    let missed = robust.margins.iter().filter(|margin| **margin < 0.0).count() as f64;
    robust.reverse = match missed > HOPELESS * robust.margins.len() as f64 {
        true => Some(Reverse { distance: 0.0, probability: Share::new(0.5), shifts: Vec::new() }),
        false => reverse(design, goal, lab, size)?,
    };
    Ok(robust)
}

/// Below which margin an outcome is a bad one, and what it is called; where nearly all or nearly none miss the goal, the worse quarter.
fn limit(margins: &[f64], goal: Option<usize>) -> (f64, &'static str) {
    let missed = margins.iter().filter(|margin| **margin < 0.0).count() as f64 / margins.len().max(1) as f64;
    if TELLING.contains(&missed) {
        return (0.0, if goal.is_some() { "missed-goal" } else { "loss" });
    }
    let mut sorted: Vec<f64> = margins.iter().copied().filter(|m| m.is_finite()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let quarter = if sorted.is_empty() { f64::NAN } else { quantile::of_sorted(&sorted, 0.25) };
    (quarter, "worst-quarter")
}

fn reverse(
    design: &Design,
    goal: Option<usize>,
    lab: &Lab,
    size: &LabSize,
) -> Result<Option<Reverse>, Broken> {
    let of_outcome = |outcome: &Outcome| margin(design, goal, outcome);
    let watch = lab.weighted(size);
    let stopped = || watch.stopped();
    let study = Margins::new(design, lab.settings(size), &of_outcome).until(Halt::when(&stopped));
    let trials = size.trials.end - size.trials.start;
    let middle = vec![0.0; study.dimensions()];
    let sample = study.sample(&middle, 1.0, (0, 2 * trials), &watch);
    let found = if sample.margins.len() < 2 { None } else { study.reverse(&sample, trials, &watch) };
    if watch.stopped() { Err(Broken::Stopped) } else { Ok(found) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_outcome_is_a_missed_goal_where_goals_are_missed_now_and_then() {
        let some: Vec<f64> = (0..100).map(|i| f64::from(i) - 30.0).collect();
        assert_eq!(limit(&some, Some(0)), (0.0, "missed-goal"));
        assert_eq!(limit(&some, None), (0.0, "loss"));
        let none: Vec<f64> = (0..101).map(f64::from).collect();
        assert_eq!(limit(&none, None), (25.0, "worst-quarter"));
    }
}
