//! What a program is for.

use super::numbers::NumberId;
use serde::{Deserialize, Serialize};

/// Something the program is for.
#[derive(Debug, Clone)]
pub struct Goal {
    /// What is measured.
    pub metric: Metric,
    /// Which side counts as reached.
    pub bound: GoalBound,
    /// The threshold.
    pub value: NumberId,
    /// Month by whose end it is judged, counted from the start (0-based).
    pub by: usize,
}

/// Which side of the threshold counts as reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalBound {
    /// At least the value.
    AtLeast,
    /// At most the value.
    AtMost,
}

/// What a goal can measure, in the program's world. Its name in output is its key in a design file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Share of the customers of twelve months before who are still there.
    AnnualRetention,
    /// Net promoter score in the month of the goal.
    Nps,
    /// Cumulated money gained by the program up to the month, after all its costs.
    NetEffect,
    /// Present value of the same.
    Npv,
    /// Active customers in the month.
    ActiveCustomers,
    /// Revenue of the twelve months that end with the month, against the baseline (0.05 = +5 %).
    RevenueGrowth,
    /// Members as a share of active customers.
    MemberShare,
}
