//! Another program takes the place of that whose members customers are.

use super::*;
use crate::plan::{BrokenPromise, Handover, Levels};
use crate::simulate::luck::Rare;
use crate::simulate::state::Points;
use crate::simulate::{Entries, Line};

/// Points keep their number, levels stay, nobody has to join anew.
fn kept() -> Handover {
    let mut levels = [0.0; LEVELS];
    (0..LEVELS).for_each(|level| levels[level] = level as f32);
    // whoever holds a point feels its loss in full
    let anger = [0.1, 0.4].map(|anger| BrokenPromise { anger, per_point: 1.0 });
    let standing = Levels::NONE.standing;
    Handover { points_rate: 1.0, paid_at: -1.0, levels, join_anew: false, anger, standing }
}

/// Members with 10 points and with none.
fn members() -> Block {
    let mut block = Block::new();
    block.state.touched = true;
    block.state.member.fill(1.0);
    block.state.novelty.fill(0.5);
    put(&mut block.state.issued, &[15, 5]);
    put(&mut block.state.used, &[5, 5]);
    block.state.history = vec![Points([0; crate::random::ROWS]); 1];
    put(&mut block.state.history[0].0, &[11, 0]);
    put(&mut block.people.forgetful, &[0.25, 0.0]);
    block
}

fn hand_over(block: &mut Block, handover: Handover) {
    let response = Response { promotion_joy: 0.1, demotion_ratio: 2.0, ..Response::default() };
    let levers = Levers { handover: Some(handover), willing: 0.6, ..Levers::NONE };
    let terms = Terms::of(levers, response);
    let Block { people, luck, state, sums, .. } = block;
    handover::apply(&terms.now(), people, luck, state, 2, sums);
}

/// Points paid out and their cost, as booked.
fn paid(block: &Block) -> [f64; 2] {
    let terms = Terms::of(Levers::NONE, Response::default());
    let mut row = Entries::ZERO;
    block.sums.book(&terms.now(), &[], 0.0, &block.state, &block.scratch, &mut row);
    [Line::PointsRedeemed, Line::RewardCost].map(|line| row[line])
}

#[test]
fn points_are_kept() {
    let mut block = members();
    hand_over(&mut block, kept());
    counts(&block.state.issued, &[15, 5]);
    counts(&block.state.used, &[5, 5]);
    holds(&block.state.attachment, &[-0.075, 0.0]);
    holds(&block.state.member, &[1.0, 1.0]);
    assert_eq!((block.sums.converted, paid(&block)), (0, [0.0, 0.0]));
}

/// Ten points are two and a fraction: three where the luck is beyond the rest. Of six that were there a month ago so many are left in proportion.
#[test]
fn points_are_converted() {
    let luck = Block::new().luck.rare(0, Rare::IsConverted);
    for (beyond, becomes) in [(0.01, 3), (-0.01, 2)] {
        let mut block = members();
        hand_over(&mut block, Handover { points_rate: (3.0 - luck + beyond) / 10.0, ..kept() });
        counts(&block.state.issued, &[5 + becomes, 5]);
        counts(&block.state.history[0].0, &[5 + 6 * becomes / 10, 0]);
        assert_eq!(block.sums.converted, i64::from(becomes) - 10);
    }
}

#[test]
fn points_are_paid_out() {
    for cost in [0.5f32, 0.0] {
        let mut block = members();
        hand_over(&mut block, Handover { paid_at: cost, points_rate: 0.5, ..kept() });
        counts(&block.state.issued, &[15, 5]);
        counts(&block.state.used, &[15, 5]);
        assert_eq!((block.sums.converted, paid(&block)), (0, [10.0, 10.0 * f64::from(cost)]));
    }
}

/// A level down costs twice what a level up gives, 0.1; those who want no relationship feel a fifth.
#[test]
fn levels_become_others() {
    let mut block = members();
    put(&mut block.state.issued, &[5, 5]);
    put(&mut block.state.level, &[3.0, 1.0]);
    put(&mut block.state.qualified, &[3.0, 1.0]);
    put(&mut block.people.seeker, &[1.0, 0.0]);
    let mut levels = kept().levels;
    (levels[3], levels[1]) = (1.0, 2.0);
    hand_over(&mut block, Handover { levels, ..kept() });
    for column in [&block.state.level, &block.state.qualified] {
        holds(column, &[1.0, 2.0]);
    }
    holds(&block.state.attachment, &[-0.4, 0.02]);
}

/// Of those who have to join anew the ones who would not lose all; not if they are paid out.
#[test]
fn membership_ends() {
    let anew = |paid_at: f32, open: f32| {
        let mut block = members();
        put(&mut block.state.level, &[2.0]);
        put(&mut block.state.qualified, &[2.0]);
        put(&mut block.people.open, &[open]);
        hand_over(&mut block, Handover { join_anew: true, paid_at, ..kept() });
        let State { member, novelty, level, qualified, attachment, .. } = &*block.state;
        assert_eq!([member, novelty, level, qualified].map(|column| column[0]), [0.0; 4]);
        attachment[0]
    };
    let found = [anew(-1.0, 0.59), anew(-1.0, 0.6), anew(0.0, 0.6)];
    for (found, expected) in found.into_iter().zip([-0.075f32, -0.3, -0.075]) {
        assert!((found - expected).abs() < 1e-6, "{found}, not {expected}");
    }
}
