//! What the summary needs to know of a design: names and the shape of its tables.

use serde::{Deserialize, Serialize};

use super::Series;
use crate::design::{Design, GoalBound, Metric};

/// Worlds a summary compares: baseline and program.
const WORLDS: usize = 2;

/// Names and shape of a design's results. Two runs can be joined only if their frames are equal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    pub(super) title: String,
    pub(super) today: Option<String>,
    pub(super) program: Option<String>,
    pub(super) currency: String,
    pub(super) design_hash: String,
    pub(super) launch: Option<usize>,
    pub(super) stop: Option<usize>,
    pub(super) months: Vec<String>,
    pub(super) causes: Vec<String>,
    pub(super) segments: Vec<String>,
    pub(super) goals: Vec<GoalFrame>,
    pub(super) branches: Vec<String>,
    pub(super) touchpoints: Vec<String>,
}

/// A goal's names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct GoalFrame {
    pub metric: Metric,
    pub bound: GoalBound,
    pub by: String,
}

impl Frame {
    /// The frame of a design.
    pub fn of(design: &Design) -> Self {
        let month = |m: usize| design.start.plus(i32::try_from(m).unwrap_or(i32::MAX)).to_string();
        Self {
            title: design.title.clone(),
            today: design.today.as_ref().map(|today| today.program.name.clone()),
            program: design.program.as_ref().map(|p| p.name.clone()),
            currency: design.currency.clone(),
            design_hash: design.hash.clone(),
            launch: design.program.as_ref().map(|p| p.launch),
            stop: design.program.as_ref().and_then(|p| p.stop),
            months: (0..design.horizon_months).map(month).collect(),
            causes: design.causes.iter().map(|c| c.name.clone()).collect(),
            segments: design.segments.iter().map(|s| s.name.clone()).collect(),
            goals: design
                .goals
                .iter()
                .map(|goal| GoalFrame { metric: goal.metric, bound: goal.bound, by: month(goal.by) })
                .collect(),
            branches: design.branches.iter().map(|b| b.name.clone()).collect(),
            touchpoints: design.touchpoints.iter().map(|t| t.name.clone()).collect(),
        }
    }

    /// Worlds played.
    pub(super) fn worlds(&self) -> usize {
        if self.program.is_some() { WORLDS } else { 1 }
    }

    /// Monthly series of one world: the named ones, then churn by cause.
    pub(super) fn series_per_world(&self) -> usize {
        Series::COUNT + self.causes.len()
    }

    /// Monthly series of all worlds and of their difference.
    pub(super) fn series(&self) -> usize {
        let ended = if self.today.is_some() { self.series_per_world() } else { 0 };
        self.first_of_ended() + ended
    }

    /// Where the series of the world begin in which the program that runs already has ended.
    pub(super) fn first_of_ended(&self) -> usize {
        let compared = if self.worlds() == WORLDS { Series::COMPARED.len() + self.causes.len() } else { 0 };
        self.worlds() * self.series_per_world() + compared
    }
}
