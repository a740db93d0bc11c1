//! What the survey at the end says: answers 0 to 10, branches, touchpoints.

use serde::Serialize;

use super::ledger::ratio;
use super::{Collector, Estimate, Frame};
use crate::simulate::{ANSWERS, Asked, BranchResult, Survey, Tally};
use crate::units::Unit;

/// One branch at the end of the horizon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BranchSummary {
    /// Its name.
    pub name: String,
    /// Annual retention without the program.
    pub retention_baseline: Estimate,
    /// Annual retention with it; `None` without a program.
    pub retention_program: Option<Estimate>,
    /// Net promoter score without the program.
    pub nps_baseline: Estimate,
    /// Net promoter score with it; `None` without a program.
    pub nps_program: Option<Estimate>,
}

/// One touchpoint at the end of the horizon, or all of them combined by their weights.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TouchpointSummary {
    /// Its name.
    pub name: String,
    /// Net promoter score there without the program.
    pub nps_baseline: Estimate,
    /// Net promoter score there with it; `None` without a program.
    pub nps_program: Option<Estimate>,
}

/// How often each answer is given, 0 first: shares of those asked, over trials.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answers {
    /// Without the program.
    pub baseline: Vec<Estimate>,
    /// With it; `None` without a program.
    pub program: Option<Vec<Estimate>>,
}

/// Numbers kept for each branch and world: retention and score.
const OF_BRANCH: usize = 2;

/// Numbers kept for each trial: for each world the answers, the branches, the touchpoints, and the combined score.
pub(super) fn numbers(frame: &Frame) -> usize {
    frame.worlds() * per_world(frame)
}

fn per_world(frame: &Frame) -> usize {
    let touchpoints = if frame.touchpoints.is_empty() { 0 } else { frame.touchpoints.len() + 1 };
    ANSWERS + OF_BRANCH * frame.branches.len() + touchpoints
}

/// Their names.
pub(super) fn names(frame: &Frame) -> Vec<String> {
    ["baseline", "program"]
        .iter()
        .take(frame.worlds())
        .flat_map(|world| {
            let answers = (0..ANSWERS).map(move |answer| format!("answer.{answer}.{world}"));
            let branches = frame.branches.iter().flat_map(move |name| {
                ["retention", "nps"].map(|what| format!("branch.{name}.{what}_{world}"))
            });
            let combined = (!frame.touchpoints.is_empty()).then(|| format!("touchpoints.nps_{world}"));
            let touchpoints =
                frame.touchpoints.iter().map(move |name| format!("touchpoint.{name}.nps_{world}"));
            answers.chain(branches).chain(touchpoints).chain(combined).collect::<Vec<_>>()
        })
        .collect()
}

/// The numbers of one trial, in the order of the names; NaN where the tally has no survey.
pub(super) fn values(frame: Shape, weights: &[f64], tally: &Tally) -> Vec<f64> {
    let mut values = Vec::new();
    let nobody = Survey::new(frame.branches, frame.touchpoints);
    for world in 0..frame.worlds {
        let survey = tally.surveys.get(world).unwrap_or(&nobody);
        let asked: f64 = survey.answers.iter().sum();
        values.extend(survey.answers.iter().map(|count| ratio(*count, asked)));
        for BranchResult { before, stayed, asked } in &survey.branches {
            values.extend([ratio(*stayed, *before), asked.nps()]);
        }
        values.extend(survey.touchpoints.iter().map(Asked::nps));
        if frame.touchpoints > 0 {
            values.push(combined(weights, &survey.touchpoints));
        }
    }
    values
}

/// How many worlds, branches and touchpoints there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub worlds: usize,
    pub branches: usize,
    pub touchpoints: usize,
}

/// The scores of the touchpoints, by their weights; touchpoints nobody has met are left out.
fn combined(weights: &[f64], touchpoints: &[Asked]) -> f64 {
    let met = || weights.iter().zip(touchpoints).filter(|(_, t)| t.asked > 0.0);
    ratio(met().map(|(w, t)| w * (t.nps() + 100.0)).sum(), met().map(|(w, _)| w).sum()) - 100.0
}

impl Collector {
    /// Where the survey's number `at` of a world stands.
    fn of_survey(&self, world: usize, at: usize, unit: Unit) -> Estimate {
        self.estimate(self.frame.survey_at() + world * per_world(&self.frame) + at, unit)
    }

    fn in_program(&self, at: usize, unit: Unit) -> Option<Estimate> {
        (self.frame.worlds() > 1).then(|| self.of_survey(1, at, unit))
    }

    pub(super) fn answers(&self) -> Answers {
        let world = |world| (0..ANSWERS).map(|at| self.of_survey(world, at, Unit::Share)).collect();
        Answers { baseline: world(0), program: (self.frame.worlds() > 1).then(|| world(1)) }
    }

    pub(super) fn branches(&self) -> Vec<BranchSummary> {
        let branch = |(place, name): (usize, &String)| {
            let at = ANSWERS + OF_BRANCH * place;
            BranchSummary {
                name: name.clone(),
                retention_baseline: self.of_survey(0, at, Unit::Share),
                retention_program: self.in_program(at, Unit::Share),
                nps_baseline: self.of_survey(0, at + 1, Unit::NpsPoints),
                nps_program: self.in_program(at + 1, Unit::NpsPoints),
            }
        };
        self.frame.branches.iter().enumerate().map(branch).collect()
    }

    /// The touchpoints, and all combined as the last; empty if there are none.
    pub(super) fn touchpoints(&self) -> Vec<TouchpointSummary> {
        let first = ANSWERS + OF_BRANCH * self.frame.branches.len();
        let all = (!self.frame.touchpoints.is_empty()).then(|| "all, by their weights".to_owned());
        let names = self.frame.touchpoints.iter().cloned().chain(all);
        names
            .enumerate()
            .map(|(place, name)| TouchpointSummary {
                name,
                nps_baseline: self.of_survey(0, first + place, Unit::NpsPoints),
                nps_program: self.in_program(first + place, Unit::NpsPoints),
            })
            .collect()
    }
}
