//! What it costs to end a program: a month brings 300 without it, 320 with it, and once it has ended in month 10 another 285: points for 5 are paid out.

use super::*;
use crate::summary::{ExitCurve, ExitTrial};

fn ended_in_month_10(Cell { world, month, line, .. }: Cell, after: f64) -> f64 {
    let ended = world == 2 && month >= 10;
    match line {
        Line::ListRevenue if ended => after,
        Line::ListRevenue => [700.0, 720.0, 720.0][world],
        Line::CostOfGoods => 400.0,
        Line::RewardCost if ended => 5.0,
        Line::Active => [92.0, 95.0, 90.0][world],
        _ => 0.0,
    }
}

fn curve(after: f64) -> ExitCurve {
    curve_of([after; 2])
}

/// Two trials that bring so much after the end.
fn curve_of(after: [f64; 2]) -> ExitCurve {
    let design = with_program();
    let trial = |number: usize| {
        let tally = tally(number as u64, 3, |cell| ended_in_month_10(cell, after[number]));
        ExitTrial::of(&design, &truth(&design), &tally, &[10])
    };
    ExitCurve::of(&design, &[10], &[trial(0), trial(1)])
}

#[test]
fn an_end_in_month_10() {
    let curve = curve(690.0);
    let end = &curve.ends[0];
    assert_eq!((end.stop, end.month.as_str()), (10, "2026-11"));
    for (found, expected) in [
        (curve.going_on.mean, 20.0 * 14.0 * 30.0),
        (curve.going_on_active.mean, 95.0 * 30.0),
        (end.contribution_lost.mean, 15.0 * 4.0 * 30.0),
        (end.points_paid.mean, 5.0 * 4.0 * 30.0),
        (end.net_effect.mean, (20.0 * 10.0 - 15.0 * 4.0) * 30.0),
        (end.against_going_on.mean, -35.0 * 4.0 * 30.0),
        (end.customers.mean, -5.0 * 30.0),
    ] {
        assert!((found - expected).abs() < 1e-6, "{found}, not {expected}");
    }
    assert!(curve.best().is_none());
}

#[test]
fn the_best_end_earns_more_than_going_on() {
    assert_eq!(curve(750.0).best().map(|end| end.stop), Some(10));
    // as much as going on
    assert!(curve(725.0).best().is_none());
}

/// Gains of 120 and 600 are 360, known to 240: no clear gain. Gains of 360 and 600 are known to 120.
#[test]
fn the_best_end_is_clear() {
    assert!(curve_of([726.0, 730.0]).best().is_none());
    let clear = curve_of([728.0, 730.0]);
    let end = clear.best().unwrap();
    assert!((end.against_going_on.mean - 480.0).abs() < 1e-9);
    assert!((end.against_going_on.mc_error - 120.0).abs() < 1e-9);
}
