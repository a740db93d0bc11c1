//! The messages: one sentence per chart, which says what the trials show and no more.

use super::{cause, customers, money, percent, plain, signed_customers, whole, whole_percent};
use crate::summary::Estimate;
use crate::units::format;

/// Message of the retention chart.
pub fn retention(saved: Option<&Estimate>, paid_to_kept: Option<&Estimate>, today: f64) -> String {
    let Some(saved) = saved else {
        return format!("Without a program {} of the customers stay another year", percent(today));
    };
    match Direction::of(saved) {
        Direction::Up => {
            let kept = format!("The program keeps {} more customers", customers(saved.mean));
            match paid_to_kept {
                Some(share) => {
                    let share = whole_percent(share.mean);
                    format!("{kept}, and pays {share} of its benefits to people who would have stayed")
                }
                None => kept,
            }
        }
        Direction::Down => {
            format!("The program costs {} more customers than it keeps", customers(-saved.mean))
        }
        Direction::None => "The program keeps nobody who would have left".to_owned(),
        Direction::Open => format!(
            "It is open whether the program keeps anybody: {} to {} customers in nine of ten trials",
            signed_customers(saved.p5),
            signed_customers(saved.p95)
        ),
    }
}

/// Message of the chart of causes: the largest cause with its share among leavers, its relative change by the
/// program, and the cause that changes most with its change.
pub fn churn(largest: &str, share: f64, change: Option<f64>, most: Option<(&str, f64)>) -> String {
    let Some(change) = change else {
        return format!(
            "{} is the largest cause of leaving: {} of exits",
            cause(largest),
            whole_percent(share)
        );
    };
    let share = whole_percent(share);
    let main = match change {
        c if c <= -0.02 => format!(
            "{}, {share} of exits, is the largest cause of leaving: the program lowers it by {}",
            cause(largest),
            whole_percent(-c)
        ),
        c if c >= 0.02 => format!(
            "{}, {share} of exits, is the largest cause of leaving, and grows by {} with the program",
            cause(largest),
            whole_percent(c)
        ),
        _ => format!(
            "The program hardly changes the largest cause of leaving: {} ({share} of exits)",
            plain(largest)
        ),
    };
    match most {
        Some((other, c)) if other != largest && c.abs() >= 0.02 => {
            format!(
                "{main}; it acts most on {} ({}\u{202f}%)",
                plain(other),
                format::signed_fixed(c * 100.0, 0)
            )
        }
        _ => main,
    }
}

/// Message of the waterfall.
pub fn waterfall(net: &Estimate, months: usize, currency: &str) -> String {
    let amount = money(net.mean.abs(), currency);
    let mean = if Direction::of(net) == Direction::Open { "On average" } else { "All in all" };
    match net.mean {
        m if m > 0.0 => {
            format!("{mean} the program brings {amount} more than it costs in {months}\u{a0}months")
        }
        m if m < 0.0 => {
            format!("{mean} the program costs {amount} more than it brings in {months}\u{a0}months")
        }
        _ => format!("The program neither costs nor brings anything in {months}\u{a0}months"),
    }
}

/// Message of the margin-loss chart.
pub fn margin_loss(loss: f64, cost: f64, currency: &str) -> String {
    let share = loss / cost;
    let share = if share.is_finite() && share <= 1.0 {
        format!(", {} of its cost", whole_percent(share))
    } else {
        String::new()
    };
    format!(
        "The program gives away {} of margin on purchases that would have been made anyway{share}",
        money(loss, currency)
    )
}

/// Message of the NPS chart.
pub fn nps(change: Option<&Estimate>, without: f64, with: f64, months: usize) -> String {
    let (without, with) = (format::fixed(without, 1), format::fixed(with, 1));
    let Some(change) = change else {
        return format!("Without a program NPS stands at {without} after {months}\u{a0}months");
    };
    let points = format::fixed(change.mean.abs(), 1);
    match Direction::of(change) {
        _ if change.p5 > -0.5 && change.p95 < 0.5 => {
            format!("The program leaves NPS where it is: at {with} after {months}\u{a0}months")
        }
        Direction::Up => format!(
            "The program lifts NPS by {points} points: {with} instead of {without} after {months}\u{a0}months"
        ),
        Direction::Down => {
            format!(
                "The program lowers NPS by {points} points: {with} instead of {without} after {months}\u{a0}months"
            )
        }
        Direction::Open | Direction::None => format!(
            "It is open whether the program lifts NPS: {} to {} points in nine of ten trials",
            format::signed_fixed(change.p5, 1),
            format::signed_fixed(change.p95, 1)
        ),
    }
}

/// Message of the histogram.
pub fn net_effect(net: &Estimate, probability: f64, months: usize) -> String {
    let chance = |p: f64| whole(&format::probability(p));
    let (losing, not_losing) = (chance(probability), chance(1.0 - probability));
    match probability {
        _ if Direction::of(net) == Direction::None => waterfall(net, months, ""),
        p if p > 0.5 => {
            format!("The program loses money in {losing} of all trials over {months}\u{a0}months")
        }
        p if p < 0.005 => {
            format!("The program pays for itself in {not_losing} of all trials over {months}\u{a0}months")
        }
        _ => format!(
            "The program pays for itself in {not_losing} of all trials over {months}\u{a0}months, and loses money in {losing}"
        ),
    }
}

/// Message of the liability chart.
pub fn liability(owed: f64, deferred: f64, months: usize, currency: &str) -> String {
    format!(
        "After {months}\u{a0}months customers hold points worth {}; IFRS 15 defers {} of revenue for them",
        money(owed, currency),
        money(deferred, currency)
    )
}

/// How a discount wears off.
pub struct Fatigue {
    /// Month by which the uplift has halved for good.
    pub halved: Option<usize>,
    /// Whether there is any uplift.
    pub sells: bool,
    /// Whether the discount does not pay for itself in any month.
    pub never_pays: bool,
    /// Whether the discount costs no less than in its first year.
    pub cost_stays: bool,
    /// The discount as a share of sales in the last year.
    pub cost: f64,
}

/// Message of the fatigue clock.
pub fn uplift(fatigue: &Fatigue) -> String {
    let cost = percent(fatigue.cost);
    match fatigue.halved {
        _ if !fatigue.sells => format!("The discounts sell nothing more, and cost {cost} of sales"),
        Some(month) if fatigue.cost_stays => {
            format!(
                "The pull of the discounts has halved by month\u{a0}{month}, yet they still cost {cost} of sales"
            )
        }
        Some(month) => format!("The pull of the discounts has halved by month\u{a0}{month}"),
        None if fatigue.never_pays => {
            format!("The discounts never sell enough to pay for themselves; they cost {cost} of sales")
        }
        None => format!("The discounts have not lost half of their pull; they cost {cost} of sales"),
    }
}

/// What the trials say about the sign of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
    /// Nine in ten trials lie on both sides of zero.
    Open,
    /// There is no change in any trial.
    None,
}

impl Direction {
    fn of(change: &Estimate) -> Self {
        match change {
            c if c.p5 > 0.0 => Self::Up,
            c if c.p95 < 0.0 => Self::Down,
            c if c.mean == 0.0 && c.sd == 0.0 => Self::None,
            _ => Self::Open,
        }
    }
}
