//! The messages: one sentence per chart, which says what the trials show and no more.

use crate::summary::{Estimate, Probability};
use crate::units::Share;
use crate::words::{Value, Words};

/// A change smaller than this is not told: 2 %.
const HARDLY: f64 = 0.02;
/// Half a point of NPS is no change.
const HALF_A_POINT: f64 = 0.5;

/// Message of the retention chart.
pub fn retention(
    words: Words<'_>,
    saved: Option<&Estimate>,
    paid_to_kept: Option<&Estimate>,
    today: f64,
) -> String {
    let Some(saved) = saved else {
        return words.say("chart-retention-alone", &[("share", Value::Percent(today))]);
    };
    let kept = ("saved", Value::About(saved.mean));
    match (Direction::of(saved), paid_to_kept) {
        (Direction::Up, Some(share)) => {
            words.say("chart-retention-up-paid", &[kept, ("share", Value::WholePercent(share.mean))])
        }
        (Direction::Up, None) => words.say("chart-retention-up", &[kept]),
        (Direction::Down, _) => words.say("chart-retention-down", &[("lost", Value::About(-saved.mean))]),
        (Direction::None, _) => words.say("chart-retention-none", &[]),
        (Direction::Open, _) => words.say(
            "chart-retention-open",
            &[("low", Value::SignedAbout(saved.p5)), ("high", Value::SignedAbout(saved.p95))],
        ),
    }
}

/// Message of the chart of causes: the largest cause with its share among leavers, its relative change by the
/// program, and the cause that changes most with its change.
pub fn churn(
    words: Words<'_>,
    largest: &str,
    share: f64,
    change: Option<f64>,
    most: Option<(&str, f64)>,
) -> String {
    let cause = words.cause(largest);
    let about = |more: Option<f64>| {
        let cause = [("cause", Value::from(cause.as_str())), ("share", Value::WholePercent(share))];
        cause.into_iter().chain(more.map(|c| ("change", Value::WholePercent(c)))).collect::<Vec<_>>()
    };
    let main = match change {
        None => return words.say("chart-churn-alone", &about(None)),
        Some(c) if c <= -HARDLY => words.say("chart-churn-lowered", &about(Some(-c))),
        Some(c) if c >= HARDLY => words.say("chart-churn-raised", &about(Some(c))),
        Some(_) => words.say("chart-churn-same", &about(None)),
    };
    match most {
        Some((other, c)) if other != largest && c.abs() >= HARDLY => {
            let other = words.cause(other).into();
            words.say(
                "chart-churn-most",
                &[("main", main.into()), ("cause", other), ("change", Value::SignedPercent(c))],
            )
        }
        _ => main,
    }
}

/// Message of the waterfall.
pub fn waterfall(words: Words<'_>, net: &Estimate, months: usize) -> String {
    let sure = if Direction::of(net) == Direction::Open { "no" } else { "yes" };
    let amount = Value::Money(net.mean.abs());
    let said = [("sure", sure.into()), ("amount", amount), ("months", months.into())];
    match net.mean {
        m if m > 0.0 => words.say("chart-waterfall-gain", &said),
        m if m < 0.0 => words.say("chart-waterfall-loss", &said),
        _ => words.say("chart-waterfall-nothing", &[("months", months.into())]),
    }
}

/// Message of the margin-loss chart.
pub fn margin_loss(words: Words<'_>, loss: f64, cost: f64) -> String {
    let share = loss / cost;
    let loss = ("loss", Value::Money(loss));
    if share.is_finite() && share <= 1.0 {
        words.say("chart-margin-message-share", &[loss, ("share", Value::WholePercent(share))])
    } else {
        words.say("chart-margin-message", &[loss])
    }
}

/// Message of the NPS chart.
pub fn nps(words: Words<'_>, change: Option<&Estimate>, without: f64, with: f64, months: usize) -> String {
    let (before, after) = (("without", Value::Number(without, 1)), ("with", Value::Number(with, 1)));
    let months = ("months", Value::from(months));
    let Some(change) = change else {
        return words.say("chart-nps-alone", &[before, months]);
    };
    let points = ("points", Value::Number(change.mean.abs(), 1));
    match Direction::of(change) {
        _ if change.p5 > -HALF_A_POINT && change.p95 < HALF_A_POINT => {
            words.say("chart-nps-same", &[after, months])
        }
        Direction::Up => words.say("chart-nps-up", &[points, after, before, months]),
        Direction::Down => words.say("chart-nps-down", &[points, after, before, months]),
        Direction::Open | Direction::None => words.say(
            "chart-nps-open",
            &[("low", Value::Signed(change.p5, 1)), ("high", Value::Signed(change.p95, 1))],
        ),
    }
}

/// Message of a picture of the program's effect: how large it is at the end, or that it cannot be told from none; then what it was at its `peak`, a
/// number and a month from 1 on, if it was clear.
pub fn effect(
    words: Words<'_>,
    change: &Estimate,
    peak: Option<(f64, usize)>,
    measure: &'static str,
    months: usize,
) -> String {
    let shown = |value: f64| if measure == "retention" { 100.0 * value } else { value };
    let said = |value: f64| Value::Number(shown(value).abs(), 1);
    let about = [("measure", measure.into()), ("points", said(change.mean)), ("months", months.into())];
    let hardly = matches!(said(change.mean), Value::Number(shown, _) if shown < 0.05);
    match Direction::of(change) {
        Direction::Up | Direction::Down if hardly => words.say("chart-effect-hardly", &about),
        Direction::Up => words.say("chart-effect-up", &about),
        Direction::Down => words.say("chart-effect-down", &about),
        Direction::Open => match peak
            .filter(|(peak, _)| shown(*peak).abs() >= 0.05 && peak.abs() > 1.5 * change.mean.abs())
        {
            Some((peak, at)) => {
                let [measure, _, months] = about;
                let [peak, end] = [peak, change.mean].map(|value| Value::Signed(shown(value), 1));
                words.say(
                    "chart-effect-fades",
                    &[measure, months, ("peak", peak), ("at", at.into()), ("points", end)],
                )
            }
            None => words.say("chart-effect-open", &about),
        },
        Direction::None => words.say("chart-effect-none", &about),
    }
}

/// Message of the histogram.
pub fn net_effect(words: Words<'_>, net: &Estimate, probability: &Probability, months: usize) -> String {
    let losing = ("losing", super::chance(probability));
    let winning = ("winning", super::chance_of_none(probability));
    let over = ("months", Value::from(months));
    match probability.share.get() {
        _ if Direction::of(net) == Direction::None => waterfall(words, net, months),
        p if p > 0.5 => words.say("chart-net-loses", &[losing, over]),
        p if p < 0.005 => words.say("chart-net-pays", &[winning, over]),
        _ => words.say("chart-net-both", &[winning, losing, over]),
    }
}

/// Message of the liability chart.
pub fn liability(words: Words<'_>, owed: f64, deferred: f64, months: usize) -> String {
    words.say(
        "chart-liability-message",
        &[("months", months.into()), ("owed", Value::Money(owed)), ("deferred", Value::Money(deferred))],
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
    pub cost: Share,
    /// The same in its first year, where less than half of it is left.
    pub cut_from: Option<Share>,
}

/// Message of the fatigue clock.
pub fn uplift(words: Words<'_>, fatigue: &Fatigue) -> String {
    let cost = ("cost", fatigue.cost.into());
    if let Some(before) = fatigue.cut_from.filter(|_| fatigue.sells) {
        return words.say("chart-uplift-cut", &[("before", before.into()), cost]);
    }
    match fatigue.halved {
        _ if !fatigue.sells => words.say("chart-uplift-nothing", &[cost]),
        Some(month) if fatigue.cost_stays => {
            words.say("chart-uplift-halved-dear", &[("month", month.into()), cost])
        }
        Some(month) => words.say("chart-uplift-halved", &[("month", month.into())]),
        None if fatigue.never_pays => words.say("chart-uplift-never", &[cost]),
        None => words.say("chart-uplift-fresh", &[cost]),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Unit;
    use crate::words::{Language, breakable};

    /// A change of retention over trials between two ends.
    fn between(p5: f64, p95: f64) -> Estimate {
        let mean = 0.5 * (p5 + p95);
        let [p25, p75] = [0.5 * (p5 + mean), 0.5 * (mean + p95)];
        Estimate {
            unit: Unit::Share,
            trials: 400,
            mean,
            mc_error: 0.0,
            sd: p95 - p5,
            p5,
            p25,
            median: mean,
            p75,
            p95,
            p5_error: 0.0,
            median_error: 0.0,
            p95_error: 0.0,
        }
    }

    /// A discount of which little is left has lost nothing of its effect, and kept nothing either.
    #[test]
    fn what_is_cut_is_not_said_to_last() {
        let [before, cost] = [0.015, 0.001].map(Share::new);
        let told = |cut_from| {
            let fatigue =
                Fatigue { halved: None, sells: true, never_pays: false, cost_stays: false, cost, cut_from };
            breakable(&uplift(Words::new(Language::En), &fatigue))
        };
        assert_eq!(told(Some(before)), "The discounts are cut from 1.5 % to 0.1 % of sales");
        assert!(told(None).contains("more than half"));
    }

    /// An effect that was clear and is open now has faded; one that was hardly larger, or never clear, has not; a clear one is told as it is.
    #[test]
    fn only_what_was_clear_fades() {
        let told = |change: Estimate, peak| {
            breakable(&effect(Words::new(Language::En), &change, peak, "retention", 36))
        };
        let open = between(-0.002, 0.006);
        let faded = told(open, Some((0.012, 9)));
        assert!(faded.contains("fades: +1.2 points in month 9, +0.2 after 36 months"), "{faded}");
        for peak in [None, Some((0.002, 9)), Some((0.0004, 9))] {
            assert!(!told(open, peak).contains("fades"), "{peak:?}");
        }
        let clear = told(between(0.002, 0.006), Some((0.012, 9)));
        assert!(!clear.contains("fades") && clear.contains("0.4"), "{clear}");
        let lost = told(between(-0.006, 0.002), Some((-0.02, 5)));
        assert!(lost.contains("−2.0 points in month 5"), "{lost}");
    }
}
