//! Who goes, why, and what he leaves behind.

use super::*;
use crate::design::Category;
use crate::simulate::luck::Rare;
use crate::simulate::scratch::Leaver;

const SHARE: [f32; 6] = [0.35, 0.2, 0.2, 0.1, 0.1, 0.05];

fn leave(block: &mut Block, response: Response) {
    block.state.exposure.fill(1.0);
    let terms = Terms::of(Levers::NONE, response);
    let Block { people, luck, state, scratch, sums } = block;
    leaving::leave(&terms.now(), &SHARE, people, luck, state, scratch, sums);
}

/// Row, place of the cause, what is left of the luck, places that were active.
#[track_caller]
fn go(block: &Block, expected: &[(usize, usize, f32, u8)]) {
    let found: Vec<_> = block.scratch.leavers.iter().map(|l| (l.row, l.place, l.rest, l.active)).collect();
    let same = found.len() == expected.len()
        && found
            .iter()
            .zip(expected)
            .all(|(a, b)| (a.0, a.1, a.3) == (b.0, b.1, b.3) && (a.2 - b.2).abs() < 1e-4);
    assert!(same, "{found:?}, not {expected:?}");
}

/// With a hazard of 0.5 those go whose uniform is below 1 − e^−0.5 = 0.39347; how far below chooses the cause: 0.1 / 0.39347 = 0.25415 of the
/// sum of the shares lies in the first, of 0.35. No hazard is larger than 5. Whose failure is fresh, 0.2 · e, has quality for a reason beside.
#[test]
fn at_any_time() {
    let mut block = Block::new();
    put(&mut block.people.hazard, &[0.5, 0.5, 0.5, 0.5, 100.0, 100.0, 0.5, 0.5, 0.5]);
    put(&mut block.luck.leave, &[0.1, 0.2, 0.39, 0.394, 0.99, 0.9935, 0.2, 0.1, 0.0]);
    put(&mut block.state.fault, &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0]);
    put(&mut block.state.alive, &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0]);
    leave(&mut block, Response::default());
    go(
        &block,
        &[
            (0, 0, 0.72614, 1),
            (1, 1, 0.79149, 2),
            (2, 5, 0.82365, 32),
            (4, 5, 0.93432, 32),
            (6, 1, 0.36659, 2),
            (7, 0, 0.78471, 3),
        ],
    );
}

/// A clock of 1 is used up by the fourth purchase of 0.3 each, at a third of it: (1 − e^−0.1)/(1 − e^−0.3) = 0.36716. He goes for what he had
/// lived through before these purchases: staff had treated the second one badly, 0.35 · e.
#[test]
fn at_a_purchase() {
    let mut block = Block::new();
    block.people.hazard.fill(0.15);
    block.state.multiple.fill(2.0);
    block.luck.leave.fill(1.0 - (-1.0f32).exp());
    put(&mut block.scratch.count, &[4.0, 4.0, 3.0, 4.0]);
    put(&mut block.state.alive, &[1.0, 1.0, 1.0, 0.0]);
    put(&mut block.scratch.past_treatment, &[0.0, -0.5]);
    put(&mut block.state.treatment, &[0.0, 0.5, 0.5]);
    leave(&mut block, Response { leaves_at_purchase: true, staff: 2.0, ..Response::default() });
    go(&block, &[(0, 1, 0.0858, 2), (1, 0, 0.61805, 1)]);
    // what the month has made of the reasons counts for the purchases of the next
    let next = 0.35 * (-1.0f32).exp() + 0.65;
    holds(&block.state.multiple, &[1.0, next, next, 1.0]);
}

/// A customer who goes leaves his points, his status, and what was earned from him while he belonged to his category.
#[test]
fn what_is_left_behind() {
    let mut block = Block::new();
    put(&mut block.people.hazard, &[1.0, 0.0]);
    put(&mut block.state.member, &[1.0, 1.0]);
    put(&mut block.state.level, &[2.0, 2.0]);
    put(&mut block.state.issued, &[9, 9]);
    put(&mut block.state.used, &[4, 4]);
    put(&mut block.state.profit, &[70.0, 70.0]);
    put(&mut block.state.category, &[Category::Split as u8, Category::Split as u8]);
    block.state.register.heads[Category::Split as usize] = 2.0;
    leave(&mut block, Response::default());
    for column in [&block.state.alive, &block.state.member] {
        holds(column, &[0.0, 1.0]);
    }
    holds(&block.state.level, &[0.0, 2.0]);
    counts(&block.state.used, &[9, 4]);
    assert_eq!(block.sums.lapsed, 5);
    let (heads, flows) = (block.state.register.heads, block.state.register.flows);
    let split = Category::Split as usize;
    assert_eq!((heads[split], flows[split].left, flows[split].profit), (1.0, 1.0, 70.0));
}

/// Those who were refused, and those whom a failure drives away; nobody twice, and nobody who is not there.
#[test]
fn at_once() {
    let mut block = Block::new();
    put(&mut block.state.alive, &[1.0, 1.0, 1.0, 0.0]);
    block.scratch.leavers = vec![Leaver { row: 2, place: 5, rest: 0.5, active: 32 }];
    block.scratch.refused = vec![0, 2, 3];
    block.scratch.given_up = vec![0, 1];
    let moves = crate::plan::Moves { refused_place: 4, failed_place: 1, ..Default::default() };
    let terms = Terms::of(Levers::NONE, Response { moves, ..Response::default() });
    categories::walk_out(&terms.now(), &block.luck, &block.state, &mut block.scratch);
    let rest = block.luck.rare(0, Rare::ForCause);
    go(&block, &[(2, 5, 0.5, 32), (0, 4, rest, 16), (1, 1, rest, 2)]);
}
