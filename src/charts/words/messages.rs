//! The messages: one sentence per chart, which says what the trials show and no more.

use super::{about, cause, money, percent, plain, signed_about, whole, whole_percent};
use crate::summary::Estimate;
use crate::units::format;

/// Message of the retention chart.
pub fn retention(saved: Option<&Estimate>, paid_to_kept: Option<&Estimate>, today: f64) -> String {
    let Some(saved) = saved else {
        return format!("Without a program {} of the customers stay another year", percent(today));
    };
    match Direction::of(saved) {
        Direction::Up => {
            let kept = format!("The program keeps {} more customers", about(saved.mean));
            match paid_to_kept {
                Some(share) => {
                    let share = whole_percent(share.mean);
                    format!("{kept}, and pays {share} of its benefits to people who would have stayed")
                }
                None => kept,
            }
        }
        Direction::Down => format!("The program costs {} more customers than it keeps", about(-saved.mean)),
        Direction::None => "The program keeps nobody who would have left".to_owned(),
        Direction::Open => format!(
            "It is open whether the program keeps anybody: {} to {} customers in nine of ten trials",
            signed_about(saved.p5),
            signed_about(saved.p95)
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
        m if m > 0.0 => format!("{mean} the program brings {amount} more than it costs in {months} months"),
        m if m < 0.0 => format!("{mean} the program costs {amount} more than it brings in {months} months"),
        _ => format!("The program neither costs nor brings anything in {months} months"),
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
        return format!("Without a program NPS stands at {without} after {months} months");
    };
    let points = format::fixed(change.mean.abs(), 1);
    match Direction::of(change) {
        _ if change.p5 > -0.5 && change.p95 < 0.5 => {
            format!("The program leaves NPS where it is: at {with} after {months} months")
        }
        Direction::Up => format!(
            "The program lifts NPS by {points} points: {with} instead of {without} after {months} months"
        ),
        Direction::Down => {
            format!(
                "The program lowers NPS by {points} points: {with} instead of {without} after {months} months"
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
        p if p > 0.5 => format!("The program loses money in {losing} of all trials over {months} months"),
        p if p < 0.005 => {
            format!("The program pays for itself in {not_losing} of all trials over {months} months")
        }
        _ => format!(
            "The program pays for itself in {not_losing} of all trials over {months} months, and loses money in {losing}"
        ),
    }
}

/// Message of the liability chart.
pub fn liability(owed: f64, deferred: f64, months: usize, currency: &str) -> String {
    format!(
        "After {months} months customers hold points worth {}; IFRS 15 defers {} of revenue for them",
        money(owed, currency),
        money(deferred, currency)
    )
}

/// Message of the fatigue clock: the month by which the uplift has halved, if it has; whether the discount costs no
/// less by then; and the discount as a share of sales.
pub fn uplift(halved: Option<usize>, cost_stays: bool, sells: bool, cost: f64) -> String {
    match (halved, sells) {
        (_, false) => format!("The discounts sell nothing more, and cost {} of sales", percent(cost)),
        (Some(month), _) if cost_stays => {
            format!(
                "The pull of the discounts has halved by month {month}, yet they still cost {} of sales",
                percent(cost)
            )
        }
        (Some(month), _) => format!("The pull of the discounts has halved by month {month}"),
        (None, _) => {
            format!("The discounts have not lost half of their pull; they cost {} of sales", percent(cost))
        }
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
