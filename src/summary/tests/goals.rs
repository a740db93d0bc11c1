//! Each metric of a goal in the worlds of the example, and whether it is reached: at the threshold, and on either side of it.

use super::outcome::example_cell;
use super::*;
use crate::design::GoalBound;
use crate::summary::{Outcome, Scalar, goal};

/// Value, threshold, reached, value without the program, reached without it.
fn judged(metric: &str, bound: &str, by: &str) -> [f64; 5] {
    let (program, _) = PROGRAM.split_once("[[goal]]").unwrap();
    let goal = format!("[[goal]]\nmetric = '{metric}'\n{bound}\nby = '{by}'\n");
    let design = design(&format!("{BUSINESS}{program}{goal}"));
    let outcome = Outcome::of(&design, &truth(&design), &tally(0, 2, example_cell));
    outcome.figures.numbers[Scalar::COUNT..Scalar::COUNT + 5].try_into().unwrap()
}

/// In May 98 a segment are there with the program and 95 without, 50 of them members. Net revenue is 500 a month, with the program 588 from March on. The effect is
/// 22 a month less 30, less 6 for points outstanding.
#[test]
fn metrics() {
    let none = f64::NAN;
    let factor = |month: i32| 1.12f64.powf(-f64::from(month + 1) / 12.0);
    let npv = 30.0 * (-8.0 * factor(2) + 22.0 * factor(3) + 16.0 * factor(4));
    for (metric, bound, by, expected) in [
        ("nps", "at_least = 30", "2026-05", [30.0, 30.0, 1.0, 20.0, 0.0]),
        ("nps", "at_most = 20", "2026-05", [30.0, 20.0, 0.0, 20.0, 1.0]),
        ("active_customers", "at_least = 2940", "2026-05", [2940.0, 2940.0, 1.0, 2850.0, 0.0]),
        ("active_customers", "at_least = 2941", "2026-05", [2940.0, 2941.0, 0.0, 2850.0, 0.0]),
        ("active_customers", "at_most = 2940", "2026-05", [2940.0, 2940.0, 1.0, 2850.0, 1.0]),
        ("active_customers", "at_most = 2900", "2026-05", [2940.0, 2900.0, 0.0, 2850.0, 1.0]),
        ("annual_retention", "at_least = 0.9", "2027-01", [98.0 / 99.0, 0.9, 1.0, 87.0 / 99.0, 0.0]),
        ("member_share", "at_least = 0.6", "2026-05", [50.0 / 98.0, 0.6, 0.0, none, none]),
        ("net_effect", "at_least = 900", "2026-05", [900.0, 900.0, 1.0, none, none]),
        ("net_effect", "at_least = 901", "2026-05", [900.0, 901.0, 0.0, none, none]),
        ("npv", "at_most = 1000", "2026-05", [npv, 1000.0, 1.0, none, none]),
        // of five months two were without the program, of the twelve to January one, to February none
        ("revenue_growth", "at_least = 0.2", "2026-05", [264.0 / 2500.0, 0.2, 0.0, none, none]),
        ("revenue_growth", "at_least = 0.1", "2027-01", [968.0 / 6000.0, 0.1, 1.0, none, none]),
        ("revenue_growth", "at_least = 0.1", "2027-02", [1056.0 / 6000.0, 0.1, 1.0, none, none]),
    ] {
        let found = judged(metric, bound, by);
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1.0) || a.is_nan() && b.is_nan();
        assert!(
            found.into_iter().zip(expected).all(|(found, expected)| close(found, expected)),
            "{metric} {bound} {by}: {found:?}, not {expected:?}"
        );
    }
}

/// At the real size values move, and what they reach is judged anew; where nothing was judged without the program, nothing is.
#[test]
fn goals_are_judged_anew() {
    let anew = |mut row: [f64; 5], bound| {
        goal::judge(&mut row, bound);
        [row[2], row[4]]
    };
    assert_eq!(anew([0.5, 0.4, 0.0, 0.3, 1.0], GoalBound::AtLeast), [1.0, 0.0]);
    assert_eq!(anew([0.5, 0.4, 1.0, 0.3, 0.0], GoalBound::AtMost), [0.0, 1.0]);
    let [with, without] = anew([0.5, 0.4, 0.0, 0.5, f64::NAN], GoalBound::AtLeast);
    assert!(with == 1.0 && without.is_nan());
}
