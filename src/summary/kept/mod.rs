//! Numbers kept of each trial besides its monthly series: their names, and where each of them stands.

pub(super) mod categories;
pub(super) mod survey;
pub(super) mod worth;

use super::Scalar;
use super::frame::Frame;
use super::goal;
pub(super) use categories::OF_CATEGORY;
pub(super) use survey::OF_BRANCH;
pub(super) use worth::{ANSWERING, OF_GROUP as OF_WORTH};

/// Numbers kept of each segment.
pub(super) const OF_SEGMENT: usize = 5;

/// Where the numbers of a goal begin: see [`goal::NUMBERS`].
pub(super) fn goal_at(goal: usize) -> usize {
    Scalar::COUNT + goal::NUMBERS.len() * goal
}

impl Frame {
    /// Numbers kept for each trial: headline, then five for each goal, five for each segment, the survey, the categories,
    /// what customers are worth.
    pub(super) fn numbers(&self) -> usize {
        self.worth_at(0) + worth::numbers(self)
    }

    /// Where the numbers of the categories in a world begin.
    pub(super) fn categories_at(&self, world: usize) -> usize {
        self.survey_at(0) + survey::numbers(self) + world * categories::PER_WORLD
    }

    /// Where the numbers of what customers are worth in a world begin.
    pub(super) fn worth_at(&self, world: usize) -> usize {
        self.categories_at(0) + categories::numbers(self) + world * worth::per_world(self)
    }

    /// Where the numbers of the survey in a world begin.
    pub(super) fn survey_at(&self, world: usize) -> usize {
        self.segment_at(self.segments.len()) + world * survey::per_world(self)
    }

    /// Where the numbers of a segment begin: retention in the baseline, retention with the program, net effect, value of the base at the end in
    /// both worlds.
    pub(super) fn segment_at(&self, segment: usize) -> usize {
        goal_at(self.goals.len()) + OF_SEGMENT * segment
    }

    /// Names of the numbers kept for each trial.
    pub(super) fn number_names(&self) -> Vec<String> {
        let headline = Scalar::ALL.iter().map(|s| s.key().to_owned());
        let goals = self.goals.iter().enumerate().flat_map(|(i, goal)| {
            goal::NUMBERS.map(|what| format!("goal_{}.{}.{what}", i + 1, goal.metric.key()))
        });
        let segments = self.segments.iter().flat_map(|name| {
            [
                "retention_baseline",
                "retention_program",
                "net_effect",
                "base_value_baseline",
                "base_value_program",
            ]
            .map(|what| format!("segment.{name}.{what}"))
        });
        headline
            .chain(goals)
            .chain(segments)
            .chain(survey::names(self))
            .chain(categories::names(self))
            .chain(worth::names(self))
            .collect()
    }
}
