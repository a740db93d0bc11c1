//! What somebody in the company can read off the books every month, and how it looks in the year in which something goes wrong.

use super::figure::Form;
use crate::decide::threats::Threat;
use crate::design::Design;
use crate::simulate::{Line, MAX_CAUSES, Tally};

/// A reading off the books: the mean of the last three months, taken every month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watchpoint {
    /// Share of the customers who leave in a month.
    Leaving,
    /// Purchases per customer and month.
    Buying,
    /// Points redeemed in a month over points outstanding.
    Redeeming,
    /// Face value of points issued over sales.
    Issuing,
    /// Cost of a redeemed point over its face value.
    PointCost,
    /// Discounts and rewards over sales.
    Giving,
    /// Running cost of the program, in money a month.
    Running,
    /// New members over purchases by those who are none.
    Joining,
}

impl Watchpoint {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Leaving,
        Self::Buying,
        Self::Redeeming,
        Self::Issuing,
        Self::PointCost,
        Self::Giving,
        Self::Running,
        Self::Joining,
    ];

    /// Its name in messages and figures.
    pub fn key(self) -> &'static str {
        match self {
            Self::Leaving => "leaving",
            Self::Buying => "buying",
            Self::Redeeming => "redeeming",
            Self::Issuing => "issuing",
            Self::PointCost => "point-cost",
            Self::Giving => "giving",
            Self::Running => "running",
            Self::Joining => "joining",
        }
    }

    /// How it is counted.
    pub fn form(self) -> Form {
        match self {
            Self::Running => Form::Money,
            Self::Buying => Form::Times,
            _ => Form::Share,
        }
    }
}

/// What would show that something goes wrong.
pub fn of(threat: Threat) -> &'static [Watchpoint] {
    match threat {
        // A rival shows in how customers buy and leave.
        Threat::RivalOpens | Threat::RivalCopies | Threat::RivalAnswers => {
            &[Watchpoint::Buying, Watchpoint::Leaving]
        }
        Threat::DearerRewards => &[Watchpoint::PointCost, Watchpoint::Giving],
        Threat::PointsRemembered | Threat::Devaluation => &[Watchpoint::Redeeming],
        Threat::PointsGamed => &[Watchpoint::Issuing, Watchpoint::Redeeming],
        Threat::CostOverrun => &[Watchpoint::Running],
        Threat::StaffResist | Threat::FewerJoin => &[Watchpoint::Joining],
        Threat::TurnoverDoubles | Threat::ServiceSlips | Threat::LowerRetention => &[Watchpoint::Leaving],
        Threat::MarginFall => &[Watchpoint::Giving],
        Threat::FewerPurchases => &[Watchpoint::Buying],
    }
}

/// Months over which a reading is averaged.
const AVERAGED: usize = 3;
/// Months after the launch before the first reading: the launch itself is no alarm.
const SETTLED: usize = 3;
/// Months of readings: a year.
const WATCHED: usize = 12;

/// The highest and the lowest reading of every watchpoint in the watched year of one trial; NaN where there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Readings {
    highest: [f64; Watchpoint::ALL.len()],
    lowest: [f64; Watchpoint::ALL.len()],
}

impl Readings {
    /// Takes the readings of a trial in the world with the program.
    pub fn of(design: &Design, tally: &Tally) -> Self {
        let launch = design.program.as_ref().map_or(0, |program| program.launch);
        let first = launch + SETTLED + AVERAGED;
        let none = [f64::NAN; Watchpoint::ALL.len()];
        let mut readings = Self { highest: none, lowest: none };
        for month in first..(first + WATCHED).min(tally.months() + 1) {
            for (at, watchpoint) in Watchpoint::ALL.into_iter().enumerate() {
                let value = reading(tally, watchpoint, month - AVERAGED..month);
                // `max` and `min` pass over a NaN
                readings.highest[at] = readings.highest[at].max(value);
                readings.lowest[at] = readings.lowest[at].min(value);
            }
        }
        readings
    }

    /// The highest (`above`) or lowest reading.
    pub fn extreme(&self, watchpoint: Watchpoint, above: bool) -> f64 {
        let readings = if above { &self.highest } else { &self.lowest };
        Watchpoint::ALL.iter().position(|w| *w == watchpoint).map_or(f64::NAN, |at| readings[at])
    }
}

fn reading(tally: &Tally, watchpoint: Watchpoint, months: std::ops::Range<usize>) -> f64 {
    let world = tally.last_with_program();
    let sum = |line| months.clone().map(|month| tally.total(world, month, line)).sum::<f64>();
    let before = |line| months.clone().map(|month| tally.total(world, month - 1, line)).sum::<f64>();
    let left = || (0..MAX_CAUSES).map(|cause| sum(Line::Left(cause))).sum::<f64>();
    let over = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { f64::NAN };
    match watchpoint {
        Watchpoint::Leaving => over(left(), sum(Line::Start)),
        Watchpoint::Buying => over(sum(Line::Purchases), sum(Line::Start)),
        Watchpoint::Redeeming => over(sum(Line::PointsRedeemed), before(Line::PointsOutstanding)),
        Watchpoint::Issuing => over(sum(Line::IssuedValue), sum(Line::ListRevenue)),
        Watchpoint::PointCost => {
            let face = over(sum(Line::LiabilityValue), sum(Line::PointsOutstanding));
            over(sum(Line::RewardCost), sum(Line::PointsRedeemed) * face)
        }
        Watchpoint::Giving => over(sum(Line::Discount) + sum(Line::RewardCost), sum(Line::ListRevenue)),
        Watchpoint::Running => sum(Line::RunningCost) / AVERAGED as f64,
        Watchpoint::Joining => over(sum(Line::Joined), sum(Line::Purchases) - sum(Line::MemberPurchases)),
    }
}
