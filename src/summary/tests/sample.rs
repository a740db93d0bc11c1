//! What the luck of a sample moves, by pencil: halves that differ by four in the money that each month brings with the program.

use super::outcome::close;
use super::*;
use crate::summary::outcome::Twins;
use crate::summary::{ExitTrial, Outcome, Replays, Scalar, Series};

/// A half of a sample: so much money in each month with the program, and as many customers there.
fn half(trial: u64, worlds: usize, money: f64) -> Tally {
    tally(trial, worlds, move |cell| match cell {
        Cell { world: 0, .. } => 0.0,
        Cell { line: Line::ListRevenue | Line::Active, .. } => money,
        _ => 0.0,
    })
}

/// 0.36 and 0.64 of the customers are simulated, so that 0.8 and 0.6 of the halves' difference are the sample's own luck, and 0.6 and 0.8 the business's.
fn sample(trial: u64, worlds: usize, halves: [f64; 2]) -> Tally {
    let [mut one, other] = halves.map(|money| half(trial, worlds, money));
    one.join_halves(other.clone(), &[[50, 50]; 2], &[0.36, 0.64]);
    one
}

/// A month differs by 4 · (0.8 · 10 + 0.6 · 20) = 80, by the weights; fourteen of them by 1 120.
const A_MONTH: f64 = 80.0;

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found}, not {expected}");
}

#[test]
fn luck_of_a_sample_by_pencil() {
    let design = with_program();
    for trial in 0..5 {
        let outcome = Outcome::of(&design, &truth(&design), &sample(trial, 2, [7.0, 3.0]));
        close(&outcome, Scalar::NetEffect, 10.0 * 14.0 * 30.0);
        near(outcome.excess(Scalar::NetEffect), 14.0 * A_MONTH);
        near(outcome.excess(Scalar::ActiveProgram), A_MONTH);
        assert_eq!(outcome.excess(Scalar::ActiveBaseline), 0.0);
        near(outcome.goal_excess(1), 14.0 * A_MONTH);
        assert_eq!(outcome.goal_excess(999), 0.0);
        let excess = outcome.excess.as_ref().unwrap();
        assert_eq!(excess.effect.len(), MONTHS);
        for (month, effect) in excess.effect.iter().enumerate() {
            near(*effect, A_MONTH * (month + 1) as f64);
        }
        // every fourth trial tells of its months, too
        assert_eq!(excess.cells.is_empty(), trial % 4 != 0, "{trial}");
        if trial % 4 == 0 {
            let per_world = Series::COUNT + 2;
            near(excess.cells[(per_world + Series::ListRevenue as usize) * MONTHS + 5], A_MONTH);
        }
        let slim = outcome.slim();
        near(slim.excess(Scalar::NetEffect), 14.0 * A_MONTH);
        assert!(slim.figures.cells.is_empty() && slim.figures.effect.is_empty());
    }
    let whole = Outcome::of(&design, &truth(&design), &half(0, 2, 7.0));
    assert!(whole.excess.is_none() && whole.excess(Scalar::NetEffect) == 0.0);
}

/// Other events bring 14 instead of 10 a month, with halves twice as far apart; other customers 11. The luck of the business itself is 4 · (0.6 · 10 + 0.8 · 20)
/// a month.
#[test]
fn twins_of_a_sample_by_pencil() {
    let design = with_program();
    let truth = truth(&design);
    let tally = sample(0, 2, [7.0, 3.0]);
    let replays =
        Replays { events: Some(sample(0, 2, [11.0, 3.0])), customers: Some(sample(0, 2, [7.0, 4.0])) };
    let outcome = Outcome::of(&design, &truth, &tally).with_twins(&design, &truth, &tally, &replays);
    let Twins { events, customers } = outcome.twins.unwrap();
    let (a_month, own) = (14.0 * 30.0_f64, 14.0 * 88.0);
    near(events, ((4.0 * a_month).powi(2) - (14.0 * A_MONTH).powi(2)) / 2.0);
    near(customers, a_month * a_month / 2.0 + own * own);
    let alone = Outcome::of(&design, &truth, &tally).with_twins(&design, &truth, &tally, &Replays::default());
    let Twins { events, customers } = alone.twins.unwrap();
    near(events, 0.0);
    near(customers, own * own);
}

/// Of a program that goes on, and of one that ends in month 10.
#[test]
fn luck_of_an_end() {
    let design = with_program();
    let trial = ExitTrial::of(&design, &truth(&design), &sample(0, 3, [7.0, 3.0]), &[10]);
    for (ended, excess, months) in
        [(trial.ended[0], trial.excess[0], 0.0), (trial.ended[1], trial.excess[1], 4.0)]
    {
        near(ended.net_effect, 10.0 * 14.0 * 30.0);
        near(ended.aftermath, 10.0 * months * 30.0);
        near(excess.net_effect, 14.0 * A_MONTH);
        near(excess.aftermath, months * A_MONTH);
        near(excess.active, A_MONTH);
        assert_eq!(excess.points, 0.0);
    }
    assert!(ExitTrial::of(&design, &truth(&design), &half(0, 3, 7.0), &[10]).excess.is_empty());
}

/// Too short a row is no outcome, neither of what was simulated nor of luck.
#[test]
fn numbers_that_are_missing_are_noticed() {
    let design = with_program();
    let mut outcome = Outcome::of(&design, &truth(&design), &sample(0, 2, [7.0, 3.0]));
    outcome.figures.numbers.truncate(Scalar::COUNT);
    assert!(outcome.is_sound());
    let mut lucky = outcome.clone();
    lucky.excess.as_mut().unwrap().numbers.truncate(Scalar::COUNT - 1);
    assert!(!lucky.is_sound());
    outcome.figures.numbers.truncate(Scalar::COUNT - 1);
    assert!(!outcome.is_sound());
}
