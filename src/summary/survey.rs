//! What the survey at the end says: answers 0 to 10, branches, touchpoints.

use serde::Serialize;

use super::collector::Collector;
use super::estimate::Estimate;
use super::kept::OF_BRANCH;
use crate::simulate::ANSWERS;
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

impl Collector {
    /// Where the survey's number `at` of a world stands.
    fn of_survey(&self, world: usize, at: usize, unit: Unit) -> Estimate {
        self.estimate(self.frame.survey_at(world) + at, unit)
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
