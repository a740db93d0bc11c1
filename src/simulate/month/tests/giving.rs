//! Points that members give away, customer by customer.

use super::*;
use crate::plan::{Given, PointsTerms};
use crate::simulate::lines::{Entries, Line};

/// A month in which all but the third buy, and would redeem below a half, as far as they think of their points.
fn after(given: Given, redeem: f32, forgetful: f32) -> Block {
    let points =
        PointsTerms { value: 0.5, cost: 0.4, minimum: 20.0, redeem_chance: 0.5, given, ..PointsTerms::NONE };
    let mut block = Block::new();
    put(&mut block.state.member, &[1.0; 4]);
    put(&mut block.state.issued, &[10, 30, 10, 0]);
    put(&mut block.scratch.list, &[100.0, 100.0, 0.0, 100.0]);
    // rewards are not what this is about
    put(&mut block.scratch.discount, &[1.0; 4]);
    put(&mut block.people.seeker, &[0.5, 1.0, 1.0, 1.0]);
    put(&mut block.people.forgetful, &[0.0, forgetful, forgetful, 0.0]);
    block.luck.redeem.fill(redeem);
    let levers = Levers { program: true, has_points: true, points, ..Levers::NONE };
    let terms = Terms::of(levers, Response::default());
    let Block { people, luck, state, scratch, sums } = &mut block;
    points::month(&terms.now(), people, luck, state, scratch, sums);
    block
}

/// What is left of the balances, what was donated and transferred, how often, and what it has cost of the members' profit.
fn play(given: Given, redeem: f32) -> ([i32; 4], [i64; 2], u32, [f32; 4]) {
    play_with(given, redeem, 0.0)
}

fn play_with(given: Given, redeem: f32, forgetful: f32) -> ([i32; 4], [i64; 2], u32, [f32; 4]) {
    let Block { state, sums, .. } = after(given, redeem, forgetful);
    let left = [0, 1, 2, 3].map(|row| state.issued[row] - state.used[row]);
    let cost = [0, 1, 2, 3].map(|row| 0.0 - state.profit[row]);
    (left, [sums.donated, sums.transferred], sums.transfers, cost)
}

/// Who would redeem donates all he has, below the minimum, too: ten and thirty points, for 0.25 each. Who does not buy, or thinks of something else, does not.
#[test]
fn who_would_redeem_donates() {
    let given = Given { donated: 1.0, worth: 0.25, warmth: 0.02, ..Given::NOTHING };
    assert_eq!(play(given, 0.4), ([0, 0, 10, 0], [40, 0], 0, [2.5, 7.5, 0.0, 0.0]));
    assert_eq!(play(given, 0.6), ([10, 30, 10, 0], [0, 0], 0, [0.0; 4]));
}

/// It pleases, relationship seekers in full, others by a fifth of that and more.
#[test]
fn to_give_pleases() {
    let given = Given { donated: 1.0, worth: 0.25, warmth: 0.02, ..Given::NOTHING };
    let block = after(given, 0.4, 0.0);
    holds(&block.state.attachment, &[0.012, 0.02, 0.0, 0.0]);
}

/// Who has too little for a reward gives it to another: ten points cost 0.4 each, less the fee. For a fee of five, all they are worth, nobody does.
#[test]
fn who_has_too_little_gives_it_to_another() {
    let given = |fee: f32| Given { transferred: 1e6, fee, ..Given::NOTHING };
    assert_eq!(play(given(1.0), 0.6), ([0, 30, 0, 0], [0, 20], 2, [3.0, 0.0, 3.0, 0.0]));
    assert_eq!(play(given(5.0), 0.6), ([10, 30, 10, 0], [0, 0], 0, [0.0; 4]));
}

/// Others redeem these twenty points, for 0.4 each, as they would redeem their own: partners pay 0.25 of each.
#[test]
fn partners_pay_for_what_is_given_to_another() {
    let given = Given { transferred: 1e6, ..Given::NOTHING };
    let Block { mut state, scratch, sums, .. } = after(given, 0.6, 0.0);
    state.touched = true;
    let points = PointsTerms { cost: 0.4, partners: 0.25, given, ..PointsTerms::NONE };
    let terms =
        Terms::of(Levers { program: true, has_points: true, points, ..Levers::NONE }, Response::default());
    let mut row = Entries::ZERO;
    sums.book(&terms.now(), &[], 0.0, &state, &scratch, &mut row);
    assert_eq!([Line::PointsRedeemed, Line::PartnerIncome].map(|line| row[line]), [20.0, 5.0]);
    assert!((row[Line::RewardCost] - 8.0).abs() < 1e-6, "{}", row[Line::RewardCost]);
}

/// Who thinks of his points every second time redeems below a quarter, and donates no oftener; who never does gives none away.
#[test]
fn who_forgets_points_gives_none_away() {
    let donated = Given { donated: 1.0, worth: 0.25, ..Given::NOTHING };
    assert_eq!(play_with(donated, 0.3, 0.5).0, [0, 30, 10, 0]);
    assert_eq!(play_with(donated, 0.2, 0.5).0, [0, 0, 10, 0]);
    let transferred = Given { transferred: 1e6, ..Given::NOTHING };
    assert_eq!(play_with(transferred, 0.6, 1.0).0, [0, 30, 10, 0]);
    assert_eq!(play_with(transferred, 0.6, 0.5).0, [0, 30, 0, 0]);
}
