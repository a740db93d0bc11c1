//! Numbers kept of each trial besides its monthly series: their names, and where each of them stands.

pub(super) mod categories;
pub(super) mod survey;

use super::Scalar;
use super::frame::Frame;
use super::goal;
pub(super) use categories::OF_CATEGORY;
pub(super) use survey::OF_BRANCH;

/// Where the numbers of a goal begin: see [`goal::NUMBERS`].
pub(super) fn goal_at(goal: usize) -> usize {
    Scalar::COUNT + goal::NUMBERS.len() * goal
}

impl Frame {
    /// Numbers kept for each trial: headline, then five for each goal, three for each segment, the survey, the categories.
    pub(super) fn numbers(&self) -> usize {
        self.categories_at(0) + categories::numbers(self)
    }

    /// Where the numbers of the categories in a world begin.
    pub(super) fn categories_at(&self, world: usize) -> usize {
        self.survey_at(0) + survey::numbers(self) + world * categories::PER_WORLD
    }

    /// Where the numbers of the survey in a world begin.
    pub(super) fn survey_at(&self, world: usize) -> usize {
        self.segment_at(self.segments.len()) + world * survey::per_world(self)
    }

    /// Where the numbers of a segment begin: retention in the baseline, retention with the program, net effect.
    pub(super) fn segment_at(&self, segment: usize) -> usize {
        goal_at(self.goals.len()) + 3 * segment
    }

    /// Names of the numbers kept for each trial.
    pub(super) fn number_names(&self) -> Vec<String> {
        let headline = Scalar::ALL.iter().map(|s| s.key().to_owned());
        let goals = self.goals.iter().enumerate().flat_map(|(i, goal)| {
            goal::NUMBERS.map(|what| format!("goal_{}.{}.{what}", i + 1, goal.metric.key()))
        });
        let segments = self.segments.iter().flat_map(|name| {
            ["retention_baseline", "retention_program", "net_effect"]
                .map(|what| format!("segment.{name}.{what}"))
        });
        headline
            .chain(goals)
            .chain(segments)
            .chain(survey::names(self))
            .chain(categories::names(self))
            .collect()
    }
}
