//! What is given for a spend within a period, customer by customer.

use super::*;
use crate::plan::{Receipts, SpendTarget, Who};
use crate::random::ROWS;

/// 100 in a period, for members; all of those just below stretch, and half of it is bought ahead.
const TARGET: SpendTarget = SpendTarget {
    on: true,
    begins: false,
    ends: true,
    spend: Receipts { from: 100.0, reach: 0.2, pull: 1.0, ahead: 0.5 },
};

/// A month in which the customers buy so much, at half the price. Who of the first four gets it.
fn play(block: &mut Block, targets: &[SpendTarget], list: [f32; 4]) -> Vec<[f32; 4]> {
    let deals =
        targets.iter().map(|target| Deal::nothing(Who { target: *target, ..Who::EVERYONE })).collect();
    let terms = Terms { deals, ..Terms::of(Levers::NONE, Response::default()) };
    put(&mut block.scratch.list, &list);
    block.scratch.discount.fill(0.5);
    let mut members = [1.0; ROWS];
    members[3] = 0.0;
    block.scratch.entitled = vec![members; targets.len()];
    targets::month(&terms.now(), &block.luck, &mut block.state, &mut block.scratch);
    let first = |on: &Column| [on[0], on[1], on[2], on[3]];
    block.scratch.entitled.iter().map(first).collect()
}

/// Half of what is bought is paid, and adds up from month to month: 60 and 50 get there, once; who is no member does not count. A new period begins from nothing.
#[test]
fn a_target_is_reached_once_in_a_period() {
    let mut block = Block::new();
    let [first, next, last] = [(true, false), (false, false), (false, true)]
        .map(|(begins, ends)| SpendTarget { begins, ends, ..TARGET });
    block.state.toward.fill(70.0);
    assert_eq!(play(&mut block, &[first], [120.0, 200.0, 0.0, 400.0]), [[0.0, 1.0, 0.0, 0.0]]);
    holds(&block.state.toward, &[60.0, 100.0, 0.0, 0.0]);
    assert_eq!(play(&mut block, &[next], [100.0, 10.0, 30.0, 400.0]), [[1.0, 0.0, 0.0, 0.0]]);
    assert_eq!(play(&mut block, &[last], [100.0, 300.0, 30.0, 0.0]), [[0.0; 4]]);
    holds(&block.state.toward, &[160.0, 255.0, 30.0, 0.0]);
    assert_eq!(play(&mut block, &[first], [200.0, 0.0, 0.0, 0.0]), [[1.0, 0.0, 0.0, 0.0]]);
    assert!(!block.state.stocks);
}

/// 98, 95 and 79 paid by the end of the period: with chances of 0.9, 0.75 and none the two buy what is missing, 4 and 10 at half the price; half of that is in stock. Nobody does before the last month, without buying at all, or
/// for a bill.
#[test]
fn some_of_those_who_are_a_little_short_stretch() {
    let run = |target: SpendTarget, more: f32| {
        let mut block = Block::new();
        put(&mut block.state.toward, &[98.0 - 0.5 * more, 95.0 - 0.5 * more, 79.0 - 0.5 * more]);
        let got = play(&mut block, &[target], [more, more, more, 0.0]).remove(0);
        let list = [0, 1, 2].map(|row| block.scratch.list[row]);
        (got, list, [0, 1, 2].map(|row| block.state.stock[row]), block.state.toward[0])
    };
    let (got, list, stock, toward) = run(TARGET, 20.0);
    assert_eq!(got, [1.0, 1.0, 0.0, 0.0]);
    assert_eq!((list, stock), ([24.0, 30.0, 20.0], [2.0, 5.0, 0.0]));
    assert_eq!(toward, 100.0);
    let none = ([0.0; 4], [20.0; 3], [0.0; 3], 98.0);
    assert_eq!(run(SpendTarget { ends: false, ..TARGET }, 20.0), none);
    assert_eq!(run(SpendTarget { spend: Receipts { pull: 0.0, ..TARGET.spend }, ..TARGET }, 20.0), none);
    assert_eq!(run(TARGET, 0.0), ([0.0; 4], [0.0; 3], [0.0; 3], 98.0));
}

/// Steps of one period count the same money once: 60 reach the first, 110 both.
#[test]
fn steps_of_a_period_have_one_count() {
    let mut block = Block::new();
    let step = |from: f32| SpendTarget {
        begins: true,
        ends: false,
        spend: Receipts { from, ..TARGET.spend },
        ..TARGET
    };
    let got = play(&mut block, &[step(50.0), step(100.0)], [120.0, 220.0, 80.0, 400.0]);
    assert_eq!(got, [[1.0, 1.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0]]);
    holds(&block.state.toward, &[60.0, 110.0, 40.0, 0.0]);
}
