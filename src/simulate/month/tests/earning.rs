//! Points: redeemed, earned, expired, settled.

use super::*;
use crate::plan::{BrokenPromise, Levels, PointsTerms};
use crate::simulate::state::Points;

/// A point for 10 spent, worth 0.5, from ten points on; of those who think of it three in ten redeem. Level 1 earns twice as much.
fn scheme() -> Levers {
    let points =
        PointsTerms { earn: 0.1, value: 0.5, minimum: 10.0, redeem_chance: 0.3, ..PointsTerms::NONE };
    let levels = Levels { earn: from_first(1.0, 2.0), ..Levels::NONE };
    Levers { program: true, has_points: true, points, levels, ..Levers::NONE }
}

fn play(block: &mut Block, levers: Levers) {
    let response = Response { goal_reset: 0.7, momentum: 0.05, ..Response::default() };
    let terms = Terms { month: 3, ..Terms::of(levers, response) };
    points::month(
        &terms.now(),
        &block.people,
        &block.luck,
        &mut block.state,
        &mut block.scratch,
        &mut Sums::default(),
    );
}

/// 100 spent at a tenth off: 9 points. With a fraction of 0.5 the uniform decides: 9.4 + 0.5 is 9, 9.4 + 0.7 is 10.
#[test]
fn members_earn_whole_points_of_net_spend() {
    let mut block = Block::new();
    put(&mut block.state.member, &[1.0, 1.0, 1.0, 1.0, 0.0]);
    put(&mut block.state.level, &[0.0, 1.0, 0.0, 0.0, 0.0]);
    put(&mut block.scratch.list, &[100.0, 100.0, 94.0, 94.0, 100.0]);
    put(&mut block.scratch.discount, &[0.1, 0.1, 0.0, 0.0, 0.0]);
    put(&mut block.luck.join, &[0.5, 0.5, 0.5, 0.7, 0.5]);
    put(&mut block.state.issued, &[3, 0, 0, 0, 0]);
    block.luck.redeem.fill(1.0);
    play(&mut block, scheme());
    counts(&block.scratch.issued, &[9, 18, 9, 10, 0]);
    counts(&block.state.issued, &[12, 18, 9, 10, 0]);
    // 2 purchases of 50 a month are usual: 2 of 100 more at partners, who give 0.02
    block.people.rate.fill(2.0);
    block.people.basket.fill(50.0);
    let levers = scheme();
    play(&mut block, Levers { points: PointsTerms { elsewhere: 0.02, ..levers.points }, ..levers });
    counts(&block.scratch.issued, &[11, 20, 11, 12, 0]);
    // nothing is earned after the last month of earning
    play(&mut block, Levers { points: PointsTerms { earn: 0.0, ..levers.points }, ..levers });
    counts(&block.scratch.issued, &[0, 0, 0, 0, 0]);
}

/// A purchase of 8 at a quarter off is 6: twelve points, of which so many are used as there are.
#[test]
fn some_of_those_who_buy_redeem() {
    let mut block = Block::new();
    put(&mut block.state.issued, &[100, 100, 100, 30, 29, 100, 100]);
    put(&mut block.state.used, &[80, 80, 80, 20, 20, 80, 89]);
    put(&mut block.scratch.list, &[8.0, 8.0, 0.0, 8.0, 8.0, 8.0, 8.0]);
    put(&mut block.scratch.discount, &[0.25; 7]);
    put(&mut block.luck.redeem, &[0.29, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1]);
    put(&mut block.people.forgetful, &[0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
    block.state.momentum.fill(0.9);
    play(&mut block, scheme());
    counts(&block.scratch.redeemed, &[12, 0, 0, 10, 0, 0, 11]);
    counts(&block.state.used, &[92, 80, 80, 30, 20, 80, 100]);
    holds(&block.state.pull, &[0.7, 1.0, 1.0, 0.7, 1.0, 1.0, 0.7]);
    holds(&block.state.momentum, &[0.05, 0.0, 0.0, 0.05, 0.0, 0.0, 0.05]);
}

/// Points live two months: what was issued by then and not used expires, oldest first.
#[test]
fn the_oldest_points_expire() {
    let mut block = Block::new();
    block.state.history = vec![Points([0; crate::random::ROWS]); 2];
    put(&mut block.state.history[1].0, &[50, 50]);
    put(&mut block.state.history[0].0, &[7, 7]);
    put(&mut block.state.issued, &[90, 90]);
    put(&mut block.state.used, &[30, 60]);
    block.luck.redeem.fill(1.0);
    // month 3 looks at the second of two
    play(&mut block, scheme());
    counts(&block.scratch.expired, &[20, 0]);
    counts(&block.state.used, &[50, 60]);
    counts(&block.state.history[1].0, &[90, 90]);
    counts(&block.state.history[0].0, &[7, 7]);
}

#[test]
fn what_is_left_at_the_end_is_paid_out_or_void() {
    let settled = |points_lapse: bool| {
        let mut block = Block::new();
        block.state.touched = true;
        put(&mut block.state.issued, &[90, 40]);
        put(&mut block.state.used, &[30, 40]);
        put(&mut block.scratch.issued, &[5, 5]);
        play(&mut block, Levers { stopped: true, points_lapse, ..Levers::NONE });
        block
    };
    let (paid, void) = (settled(false), settled(true));
    counts(&paid.scratch.redeemed, &[60, 0]);
    counts(&paid.scratch.expired, &[0, 0]);
    counts(&void.scratch.redeemed, &[0, 0]);
    counts(&void.scratch.expired, &[60, 0]);
    counts(&void.state.used, &[90, 40]);
    counts(&void.scratch.issued, &[0, 0]);
}

/// By those who hold points and think of them: in full where they are worth 3 % of a month's spend, 40, and in proportion below: 0.6 of 1.2.
#[test]
fn a_broken_promise_is_held_against_us() {
    let mut block = Block::new();
    block.state.attachment.fill(0.5);
    block.people.rate.fill(2.0);
    block.people.basket.fill(20.0);
    put(&mut block.state.issued, &[90, 9, 90, 9]);
    put(&mut block.state.used, &[8, 9, 8, 6]);
    put(&mut block.people.forgetful, &[0.0, 0.0, 1.0, 0.0]);
    let broken_promise = BrokenPromise::of(0.2, 0.2, 0.03);
    play(&mut block, Levers { broken_promise, program: true, ..Levers::NONE });
    holds(&block.state.attachment, &[0.3, 0.5, 0.5, 0.4]);
}

/// A purchase of 20: forty points would pay for it, half of it with twenty. Rewards at ten each are bought whole, whatever is paid.
#[test]
fn the_terms_say_how_many_points_are_redeemed() {
    let redeemed = |terms: PointsTerms| {
        let mut block = Block::new();
        put(&mut block.state.issued, &[100, 18, 37]);
        put(&mut block.scratch.list, &[20.0, 20.0, 1.0]);
        play(&mut block, Levers { points: PointsTerms { redeem_chance: 1.0, ..terms }, ..scheme() });
        block.scratch.redeemed[..3].to_vec()
    };
    let terms = scheme().points;
    assert_eq!(redeemed(terms), [40, 18, 2]);
    assert_eq!(redeemed(PointsTerms { payable: 0.5, ..terms }), [20, 18, 1]);
    assert_eq!(redeemed(PointsTerms { payable: 0.0, ..terms }), [0, 0, 0]);
    assert_eq!(redeemed(PointsTerms { rewards: true, payable: 0.0, ..terms }), [100, 10, 30]);
}

/// Points of the month before, made half a month or more before a purchase of this one: of two uniform times an eighth is nearer. Those of
/// two months before wait with a chance of an eighth where the delay is one and a half.
#[test]
fn points_wait_until_they_are_active() {
    let redeemed = |delay: f32| {
        let mut block = Block::new();
        block.state.history = vec![Points([0; crate::random::ROWS]); 6];
        // month 3: 80 were there two months before, 160 one month before
        put(&mut block.state.history[1].0, &[80]);
        put(&mut block.state.history[2].0, &[160]);
        put(&mut block.state.issued, &[160]);
        put(&mut block.scratch.list, &[1000.0]);
        block.state.by_terms = true;
        let terms = PointsTerms { redeem_chance: 1.0, delay, ..scheme().points };
        play(&mut block, Levers { points: terms, ..scheme() });
        block.scratch.redeemed[0]
    };
    assert_eq!(redeemed(0.0), 160);
    assert_eq!(redeemed(0.5), 150);
    assert_eq!(redeemed(1.5), 160 - 70 - 10);
    assert_eq!(redeemed(4.0), 0);
}

/// Points live two months; a purchase prolongs them, whatever it earns.
#[test]
fn purchases_prolong_points() {
    let mut block = Block::new();
    block.state.history = vec![Points([0; crate::random::ROWS]); 2];
    put(&mut block.state.history[1].0, &[50, 50]);
    put(&mut block.state.history[0].0, &[60, 60]);
    put(&mut block.state.issued, &[60, 60]);
    put(&mut block.state.used, &[30, 30]);
    put(&mut block.scratch.count, &[1.0, 0.0]);
    block.luck.redeem.fill(1.0);
    let terms = PointsTerms { by_activity: true, ..scheme().points };
    play(&mut block, Levers { points: terms, ..scheme() });
    counts(&block.scratch.expired, &[0, 20]);
    // of the buyer nothing is older than this month
    counts(&block.state.history[0].0, &[30, 60]);
    counts(&block.state.history[1].0, &[60, 60]);
}

/// 100 paid, 20 of it with forty points: where money alone earns, eight points instead of ten. A purchase from 60 on earns twice, and of one of 95
/// three amounts of 30 earn.
#[test]
fn the_terms_say_what_earns() {
    use crate::plan::Earning;
    let issued = |list: f32, earning: Earning| {
        let mut block = Block::new();
        put(&mut block.state.member, &[1.0]);
        put(&mut block.state.issued, &[40]);
        put(&mut block.scratch.list, &[list]);
        put(&mut block.scratch.count, &[1.0]);
        let terms = PointsTerms { redeem_chance: 1.0, earning, ..scheme().points };
        play(&mut block, Levers { points: terms, ..scheme() });
        block.scratch.issued[0]
    };
    assert_eq!(issued(100.0, Earning::ALL), 10);
    assert_eq!(issued(100.0, Earning { money_only: true, ..Earning::ALL }), 8);
    let large = Earning { large: 60.0, multiple: 2.0, ..Earning::ALL };
    assert_eq!([50.0, 60.0, 100.0].map(|list| issued(list, large)), [5, 12, 20]);
    assert_eq!(issued(95.0, Earning { full: 30.0, ..Earning::ALL }), 9);
}

/// Points from before the program's change two months ago are void: those still held then and not used since.
#[test]
fn points_from_before_a_change_are_void() {
    let void = |void_before: usize| {
        let mut block = Block::new();
        block.state.touched = true;
        block.state.past = 4;
        block.state.history = vec![Points([0; crate::random::ROWS]); 3];
        // month 3 after 4 is the seventh: two months before is the third of three places
        put(&mut block.state.history[2].0, &[50, 20, 50, 30]);
        (block.state.history[1].0[0], block.state.history[0].0[0]) = (40, 60);
        put(&mut block.state.issued, &[90; 4]);
        put(&mut block.state.used, &[30; 4]);
        put(&mut block.people.forgetful, &[0.25, 0.0, 1.0, 0.0]);
        block.state.attachment.fill(0.5);
        let broken_promise = BrokenPromise { anger: 0.2, per_point: 1.0 };
        let levers = Levers { void_before, broken_promise, ..Levers::NONE };
        let terms = Terms { month: 3, ..Terms::of(levers, Response::default()) };
        let Block { people, luck, state, scratch, sums } = &mut block;
        points::month(&terms.now(), people, luck, state, scratch, sums);
        block
    };
    let block = void(2);
    counts(&block.state.used, &[50, 30, 50, 30]);
    holds(&block.state.attachment, &[0.35, 0.5, 0.5, 0.5]);
    assert_eq!(block.sums.lapsed, 40);
    // as long ago as is remembered; beyond it nothing is known
    assert_eq!([3, 4].map(|ago| void(ago).sums.lapsed), [10, 0]);
}

/// More months are remembered than points live: those of two months ago expire, or none do.
#[test]
fn points_expire_by_the_terms_of_the_month() {
    let expired = |expiry_months: usize| {
        let mut block = Block::new();
        block.state.by_terms = true;
        block.state.past = 2;
        block.state.history = vec![Points([0; crate::random::ROWS]); 4];
        // month 3 after 2 is the fifth: two months before is the last of four places
        put(&mut block.state.history[3].0, &[50, 20]);
        put(&mut block.state.issued, &[90, 90]);
        put(&mut block.state.used, &[30, 30]);
        block.luck.redeem.fill(1.0);
        let points = PointsTerms { expiry_months, ..scheme().points };
        play(&mut block, Levers { points, ..scheme() });
        assert_eq!(block.state.history[1].0[..2], [90, 90]);
        (block.scratch.expired[..2].to_vec(), block.state.used[..2].to_vec())
    };
    assert_eq!(expired(2), (vec![20, 0], vec![50, 30]));
    assert_eq!(expired(0), (vec![0, 0], vec![30, 30]));
}

/// Of 36, 40 at a tenth off, thirty earn three points, at level 1 six, and of 20 none; partners give two for the usual 100.
#[test]
fn levels_and_partners_where_not_all_earns_alike() {
    use crate::plan::Earning;
    let mut block = Block::new();
    put(&mut block.state.member, &[1.0, 1.0, 1.0, 0.0]);
    put(&mut block.state.level, &[0.0, 1.0, 0.0, 0.0]);
    put(&mut block.scratch.list, &[40.0; 4]);
    put(&mut block.scratch.discount, &[0.1, 0.1, 0.5, 0.1]);
    block.scratch.count.fill(1.0);
    block.people.rate.fill(2.0);
    block.people.basket.fill(50.0);
    block.luck.redeem.fill(1.0);
    put(&mut block.luck.join, &[0.5; 4]);
    let earning = Earning { full: 30.0, ..Earning::ALL };
    let points = PointsTerms { earning, elsewhere: 0.02, ..scheme().points };
    play(&mut block, Levers { points, ..scheme() });
    counts(&block.scratch.issued, &[5, 8, 2, 0]);
    counts(&block.state.issued, &[5, 8, 2, 0]);
    // what is paid with points earns, too, where they are spent on rewards
    let redeemed = |rewards: bool| {
        let mut block = Block::new();
        put(&mut block.state.member, &[1.0]);
        put(&mut block.state.issued, &[40]);
        put(&mut block.scratch.list, &[100.0]);
        put(&mut block.scratch.count, &[1.0]);
        let earning = Earning { money_only: true, ..Earning::ALL };
        let points = PointsTerms { redeem_chance: 1.0, earning, rewards, ..scheme().points };
        play(&mut block, Levers { points, ..scheme() });
        block.scratch.issued[0]
    };
    assert_eq!([false, true].map(redeemed), [8, 10]);
}

/// Of the points of those who are no members employees take half: 5 of 10. Balances that can be redeemed are stolen, 12, and still there; nine cannot be. A member's purchase is his.
#[test]
fn others_take_points() {
    let taken = |staff: f32, stolen: f32| {
        let mut block = Block::new();
        put(&mut block.state.member, &[1.0, 0.0, 1.0]);
        put(&mut block.state.issued, &[12, 0, 9]);
        put(&mut block.scratch.list, &[0.0, 100.0, 0.0]);
        put(&mut block.scratch.count, &[0.0, 1.0, 0.0]);
        block.luck.redeem.fill(1.0);
        let levers = scheme();
        let levers = Levers { points: PointsTerms { staff, stolen, ..levers.points }, ..levers };
        let terms = Terms::of(levers, Response::default());
        let Block { people, luck, state, scratch, sums } = &mut block;
        points::month(&terms.now(), people, luck, state, scratch, sums);
        assert_eq!((&state.issued[..3], &state.used[..3]), (&[12, 0, 9][..], &[0; 3][..]));
        sums.taken
    };
    assert_eq!([taken(0.0, 0.0), taken(0.5, 0.0), taken(0.0, 1.1), taken(0.5, 1.1)], [0, 5, 12, 17]);
}
