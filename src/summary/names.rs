//! Names of goals in machine-readable output: the keys of the design file.

use serde::{Deserialize, Serialize};

use super::Unit;
use crate::design::{GoalBound, Metric};

/// What a goal measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum MetricName {
    AnnualRetention,
    Nps,
    NetEffect,
    Npv,
    ActiveCustomers,
    RevenueGrowth,
    MemberShare,
}

impl MetricName {
    pub fn key(self) -> &'static str {
        match self {
            Self::AnnualRetention => "annual_retention",
            Self::Nps => "nps",
            Self::NetEffect => "net_effect",
            Self::Npv => "npv",
            Self::ActiveCustomers => "active_customers",
            Self::RevenueGrowth => "revenue_growth",
            Self::MemberShare => "member_share",
        }
    }

    pub fn unit(self) -> Unit {
        match self {
            Self::AnnualRetention | Self::RevenueGrowth | Self::MemberShare => Unit::Share,
            Self::Nps => Unit::NpsPoints,
            Self::NetEffect | Self::Npv => Unit::Money,
            Self::ActiveCustomers => Unit::Customers,
        }
    }
}

impl From<Metric> for MetricName {
    fn from(metric: Metric) -> Self {
        match metric {
            Metric::AnnualRetention => Self::AnnualRetention,
            Metric::Nps => Self::Nps,
            Metric::NetEffect => Self::NetEffect,
            Metric::Npv => Self::Npv,
            Metric::ActiveCustomers => Self::ActiveCustomers,
            Metric::RevenueGrowth => Self::RevenueGrowth,
            Metric::MemberShare => Self::MemberShare,
        }
    }
}

/// Which side of a threshold counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum BoundName {
    AtLeast,
    AtMost,
}

impl BoundName {
    pub fn key(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }
}

impl From<GoalBound> for BoundName {
    fn from(bound: GoalBound) -> Self {
        match bound {
            GoalBound::AtLeast => Self::AtLeast,
            GoalBound::AtMost => Self::AtMost,
        }
    }
}
