//! Points of some months: more of them, for less long; and no more of them in a year than the terms allow.

use super::*;
use crate::plan::{Levels, PointsTerms};
use crate::random::ROWS;
use crate::simulate::state::Points;

/// A point for 10 spent; level 1 earns twice as much. Nobody redeems.
fn scheme() -> Levers {
    let points = PointsTerms { earn: 0.1, value: 0.5, minimum: 10.0, ..PointsTerms::NONE };
    let levels = Levels { earn: from_first(1.0, 2.0), ..Levels::NONE };
    Levers { program: true, has_points: true, points, levels, ..Levers::NONE }
}

/// Three times the points, for everybody: two on top of each.
fn thrice(points_expire: f32) -> Deal {
    Deal { more_points: 2.0, points_expire, ..Deal::nothing(crate::plan::Who::EVERYONE) }
}

fn play(block: &mut Block, month: usize, levers: Levers, deals: Vec<Deal>) {
    let terms = Terms { month, deals, ..Terms::of(levers, Response::default()) };
    let Block { people, luck, state, scratch, sums } = block;
    scratch.count.fill(1.0);
    points::month(&terms.now(), people, luck, state, scratch, sums);
}

/// 100 spent earn ten, twenty in level 1, and twenty more where the event is noticed, whatever the level.
#[test]
fn those_who_notice_earn_more() {
    let mut block = Block::new();
    put(&mut block.state.member, &[1.0, 1.0, 1.0, 0.0]);
    put(&mut block.state.level, &[0.0, 1.0, 0.0, 0.0]);
    put(&mut block.scratch.list, &[100.0; 4]);
    let mut noticed = [1.0; ROWS];
    noticed[2] = 0.0;
    block.scratch.entitled = vec![noticed];
    play(&mut block, 3, scheme(), vec![thrice(0.0)]);
    counts(&block.scratch.issued, &[30, 40, 10, 0]);
    counts(&block.state.issued, &[30, 40, 10, 0]);
}

/// Points live four months, those of the event one. Of 50 issued until the month before, 10, 40 and 50 by the end of each, 30 are used. Thirty come on
/// top, twenty of them from the event: these go after a month, and then what is left of the others, each in its own month.
#[test]
fn points_of_an_event_expire_sooner() {
    let expired = |redeemed: i32| {
        let mut block = Block::new();
        block.state.history = vec![Points([0; ROWS]); 4];
        for (month, issued) in [10, 40, 50].into_iter().enumerate() {
            block.state.history[month].0[0] = issued;
        }
        put(&mut block.state.issued, &[50]);
        put(&mut block.state.used, &[30]);
        put(&mut block.state.member, &[1.0]);
        put(&mut block.scratch.list, &[100.0]);
        block.scratch.entitled = vec![[1.0; ROWS]];
        play(&mut block, 3, scheme(), vec![thrice(1.0)]);
        assert_eq!((block.state.issued[0], block.scratch.expired[0]), (80, 0));
        block.scratch.list[0] = 0.0;
        block.state.used[0] += redeemed;
        let mut months = [4, 5, 6, 7].map(|month| {
            play(&mut block, month, scheme(), Vec::new());
            block.scratch.expired[0]
        });
        months[3] += block.state.issued[0] - block.state.used[0];
        months
    };
    assert_eq!(expired(0), [20, 10, 10, 10]);
    // what is redeemed are the points that would have gone first
    assert_eq!(expired(15), [5, 10, 10, 10]);
    assert_eq!(expired(25), [0, 5, 10, 10]);
}

/// Points that never expire, or no later than those of the event, leave nothing to bring forward.
#[test]
fn an_event_prolongs_no_points() {
    for (ring, own) in [(0, 3.0), (2, 2.0), (2, 9.0)] {
        let mut block = Block::new();
        block.state.history = vec![Points([0; ROWS]); ring];
        put(&mut block.state.member, &[1.0]);
        put(&mut block.scratch.list, &[100.0]);
        block.scratch.entitled = vec![[1.0; ROWS]];
        play(&mut block, 2, scheme(), vec![thrice(own)]);
        block.scratch.list[0] = 0.0;
        let gone = [3, 4].map(|month| {
            play(&mut block, month, scheme(), Vec::new());
            block.scratch.expired[0]
        });
        assert_eq!(gone, [0, if ring > 0 { 30 } else { 0 }]);
    }
}

/// 25 points a year: of ten earned ten, five and none are left to have. What partners give comes on top, and in January all begin anew.
#[test]
fn no_more_is_earned_in_a_year_than_the_terms_allow() {
    let earned = |year_begins: bool, deals: Vec<Deal>| {
        let mut block = Block::new();
        put(&mut block.state.member, &[1.0; 3]);
        put(&mut block.state.in_year, &[0, 20, 25]);
        put(&mut block.scratch.list, &[100.0; 3]);
        block.people.rate.fill(2.0);
        block.people.basket.fill(50.0);
        block.scratch.entitled = vec![[1.0; ROWS]];
        let points = PointsTerms { most_in_year: 25.0, elsewhere: 0.02, year_begins, ..scheme().points };
        play(&mut block, 3, Levers { points, ..scheme() }, deals);
        (block.scratch.issued[..3].to_vec(), block.state.in_year[..3].to_vec())
    };
    assert_eq!(earned(false, Vec::new()), (vec![12, 7, 2], vec![10, 25, 25]));
    assert_eq!(earned(true, Vec::new()), (vec![12; 3], vec![10; 3]));
    assert_eq!(earned(false, vec![thrice(0.0)]), (vec![27, 7, 2], vec![25; 3]));
}

/// What is promised is felt like a discount by those who think of points and notice; the price is as it was.
#[test]
fn promotional_points_are_felt_like_a_discount() {
    let mut block = Block::new();
    put(&mut block.people.forgetful, &[0.0, 1.0, 0.0]);
    let mut noticed = [1.0; ROWS];
    noticed[2] = 0.0;
    block.scratch.entitled = vec![noticed];
    let response = Response { price: 2.0, noticeable: 0.03, reference_memory: 0.5, ..Response::default() };
    let deals = vec![Deal { felt: 0.1, ..thrice(0.0) }];
    let terms = Terms { deals, ..Terms::of(scheme(), response) };
    let Block { people, luck, state, scratch, .. } = &mut block;
    price::discounts(&terms.now(), people, luck, state, scratch);
    holds(&scratch.uplift, &[0.2, 0.0, 0.0]);
    holds(&scratch.discount, &[0.0; 3]);
    scratch.count.fill(1.0);
    price::reference(&terms.now(), people, state, scratch);
    holds(&state.reference, &[0.05, 0.0, 0.0]);
    deals::ties(&terms.now(), people, state, scratch);
    holds(&scratch.advantage, &[0.1, 0.0, 0.0]);
}

/// Rewards of ten points each. Of two who hold five the one who pools with another has enough; of thirteen two parts of five are redeemed.
#[test]
fn who_pools_needs_his_part() {
    let mut block = Block::new();
    put(&mut block.people.open, &[0.1, 0.2, 0.1, 0.2]);
    put(&mut block.state.issued, &[5, 5, 13, 13]);
    put(&mut block.scratch.list, &[100.0; 4]);
    let pooled = crate::plan::Window { from: 0.0, to: 0.15, times: 1.0 };
    let points =
        PointsTerms { redeem_chance: 1.0, rewards: true, pool_minimum: 5.0, pooled, ..scheme().points };
    play(&mut block, 3, Levers { points, ..scheme() }, Vec::new());
    counts(&block.scratch.redeemed, &[5, 0, 10, 10]);
}

/// Of members who would redeem, those who lack at most three of ten points buy them at twice what they buy, and redeem all. Who thinks of no points,
/// buys nothing today or is no member buys none, and nobody does where the price leaves nothing of the reward.
#[test]
fn who_lacks_a_few_points_buys_them() {
    let sold = |times: f32, minimum: f32| {
        let mut block = Block::new();
        put(&mut block.state.issued, &[7, 6, 7, 7, 7, 12]);
        put(&mut block.state.member, &[1.0, 1.0, 1.0, 1.0, 0.0, 1.0]);
        put(&mut block.people.forgetful, &[0.0, 0.0, 1.0, 0.0, 0.0, 0.0]);
        put(&mut block.scratch.list, &[100.0, 100.0, 100.0, 0.0, 100.0, 100.0]);
        block.luck.redeem.fill(0.1);
        let terms = scheme().points;
        // as good as certain where something is won
        let points = PointsTerms {
            redeem_chance: 1.0,
            earn: 0.0,
            minimum,
            sold_at: times * terms.value,
            top_up: 1e6,
            ..terms
        };
        play(&mut block, 3, Levers { points, ..scheme() }, Vec::new());
        let balances = block.state.issued[..6].to_vec();
        (balances, block.scratch.redeemed[..6].to_vec(), block.sums.points_sold, block.state.profit[0])
    };
    assert_eq!(sold(2.0, 10.0), (vec![10, 6, 7, 7, 7, 12], vec![10, 0, 0, 0, 0, 12], 3, 3.0));
    assert_eq!(sold(4.0, 10.0), (vec![7, 6, 7, 7, 7, 12], vec![0, 0, 0, 0, 0, 12], 0, 0.0));
    assert_eq!(sold(0.0, 10.0).2, 0);
}
