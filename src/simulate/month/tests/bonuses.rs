//! Volume bonuses: what is accrued, closed, paid, forfeited, and what is felt of them.

use super::*;
use crate::plan::{BrokenPromise, Handover, VolumeTerms};

/// A tenth of all from 200 on and another from 320; half of purchases counts, four months are left.
fn bonus() -> VolumeTerms {
    let (mut from, mut adds) = (VolumeTerms::NONE.from, VolumeTerms::NONE.adds);
    (from[0], from[1], adds[0], adds[1]) = (200.0, 320.0, 0.1, 0.1);
    let (counts, months_left, felt) = (0.5, 4.0, 0.5);
    VolumeTerms { on: true, from, adds, counts, months_left, felt, paid_after: 2, ..VolumeTerms::NONE }
}

/// Each usually buys 2 · 50 a month, at a tenth off: 45 of it counts. A buyer with 55 so far and 4 accrued; one who has bought nothing; one who is no
/// member; one with 355.
fn buyers() -> Block {
    let mut block = Block::new();
    block.people.rate.fill(2.0);
    block.people.basket.fill(50.0);
    block.scratch.discount.fill(0.1);
    put(&mut block.scratch.list, &[100.0, 0.0, 100.0, 100.0]);
    put(&mut block.state.member, &[1.0, 1.0, 0.0, 1.0]);
    put(&mut block.state.volume, &[55.0, 0.0, 0.0, 355.0]);
    put(&mut block.state.accrued, &[4.0]);
    block.state.owing.accrued = 4.0;
    block
}

fn month(block: &mut Block, volume: VolumeTerms) {
    let terms = Terms::of(Levers { volume, ..Levers::NONE }, Response::default());
    let Block { people, state, scratch, sums, .. } = block;
    volume::month(&terms.now(), people, state, scratch, sums);
}

fn begin(block: &mut Block, levers: Levers) {
    let terms = Terms::of(levers, Response::default());
    let Block { state, scratch, sums, .. } = block;
    volume::begin(&terms.now(), state, scratch, sums);
}

#[track_caller]
fn near(found: [f64; 3], expected: [f64; 3]) {
    assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-4), "{found:?}, not {expected:?}");
}

/// Accrued, paid, owed.
fn booked(block: &Block) -> [f64; 3] {
    [block.sums.bonuses, block.sums.bonuses_paid, block.state.owing.total()]
}

/// 100 of an expected 235, three months of 45 more: 100/235 of 23.5 is 10, 6 more than so far. 400 of 535: 80 of 107.
#[test]
fn a_year_is_accrued_as_it_goes() {
    let mut block = buyers();
    month(&mut block, VolumeTerms { interest: 0.01, partners: 0.3, ..bonus() });
    holds(&block.state.volume, &[100.0, 0.0, 0.0, 400.0, 0.0]);
    holds(&block.state.accrued, &[10.0, 0.0, 0.0, 80.0, 0.0]);
    holds(&block.scratch.bonus, &[6.0, 0.0, 0.0, 80.0, 0.0]);
    assert!(block.scratch.bonuses);
    near(booked(&block), [86.0, 0.0, 90.0]);
    let owing = &block.state.owing;
    assert_eq!((owing.interest, owing.partners, owing.terms.on), (0.01, 0.3, true));
    // where nothing changes nothing is booked
    let mut idle = Block::new();
    month(&mut idle, bonus());
    assert!(!idle.scratch.bonuses);
    // without a bonus purchases count for nothing
    let mut without = buyers();
    month(&mut without, VolumeTerms { on: false, ..bonus() });
    holds(&without.state.volume, &[55.0, 0.0, 0.0, 355.0]);
    near(booked(&without), [0.0, 0.0, 4.0]);
}

/// The year ends at 100, which is no step, and at 400: 80, paid two months later. The 4 accrued for the first are undone.
#[test]
fn a_year_is_closed_and_paid() {
    let mut block = buyers();
    month(&mut block, VolumeTerms { closes: true, ..bonus() });
    holds(&block.state.volume, &[0.0; 4]);
    holds(&block.state.accrued, &[0.0; 4]);
    holds(&block.scratch.bonus, &[-4.0, 0.0, 0.0, 80.0]);
    near(booked(&block), [76.0, 0.0, 80.0]);
    assert_eq!(block.state.owing.accrued, 0.0);
    let paid = [0, 1, 2].map(|_| {
        month(&mut block, VolumeTerms::NONE);
        booked(&block)
    });
    near(paid[0], [76.0, 0.0, 80.0]);
    near(paid[1], [76.0, 80.0, 0.0]);
    near(paid[2], [76.0, 80.0, 0.0]);
}

/// The buyers in the middle of a year, with a stock and what was left of the month before.
fn running() -> Block {
    let mut block = buyers();
    (block.state.owing.terms, block.state.owing.active) = (bonus(), true);
    put(&mut block.state.ahead, &[7.0]);
    (block.scratch.bonuses, block.scratch.bonus[9]) = (true, 3.0);
    block
}

/// A bonus that ends is closed as it stands, 71 for 355; what was bought ahead is used up for twelve months, this one among them.
#[test]
fn a_bonus_that_ends_is_closed_at_once() {
    let mut block = running();
    begin(&mut block, Levers::NONE);
    near(booked(&block), [67.0, 0.0, 71.0]);
    assert_eq!((block.state.owing.terms.on, block.state.owing.lingers), (false, 11));
    assert_eq!((block.state.owing.active, block.state.ahead[0], block.scratch.bonus[9]), (true, 7.0, 0.0));
    block.state.owing.lingers = 1;
    begin(&mut block, Levers::NONE);
    assert_eq!((block.state.owing.active, block.state.ahead[0]), (false, 0.0));
    // nothing is touched any more
    (block.scratch.bonuses, block.scratch.bonus[9]) = (true, 3.0);
    begin(&mut block, Levers::NONE);
    assert_eq!((block.scratch.bonuses, block.scratch.bonus[9]), (false, 3.0));
}

/// One that goes on is not closed, unless members have to join anew; one that has not run yet has no year to close.
#[test]
fn a_bonus_that_goes_on_is_not_closed() {
    let mut goes_on = running();
    begin(&mut goes_on, Levers { volume: bonus(), ..Levers::NONE });
    near(booked(&goes_on), [0.0, 0.0, 4.0]);
    assert!(goes_on.state.owing.terms.on && !goes_on.scratch.bonuses);
    assert_eq!((goes_on.scratch.bonus[9], goes_on.state.ahead[0]), (0.0, 7.0));
    let anger = [BrokenPromise::of(0.0, 0.0, 0.0); 2];
    let (levels, standing) = ([0.0; LEVELS], crate::plan::Levels::NONE.standing);
    for (join_anew, expected) in [(true, [67.0, 0.0, 71.0]), (false, [0.0, 0.0, 4.0])] {
        let mut block = running();
        let handover = Some(Handover { points_rate: 1.0, paid_at: -1.0, levels, join_anew, anger, standing });
        begin(&mut block, Levers { volume: bonus(), handover, ..Levers::NONE });
        near(booked(&block), expected);
    }
    let mut first = buyers();
    begin(&mut first, Levers { volume: bonus(), ..Levers::NONE });
    near(booked(&first), [0.0, 0.0, 4.0]);
    assert!(first.state.owing.active);
}

/// A quarter of 0.05 and of 10 accrued out of a year's 1 000 is added to the advantage, up to the most.
#[test]
fn a_bonus_to_come_ties() {
    for (active, expected) in [(true, [0.115, 0.3, 0.09]), (false, [0.1, 0.29, 0.09])] {
        let mut block = Block::new();
        block.state.owing.active = active;
        block.people.inverse_worth.fill(0.001);
        put(&mut block.state.accrued, &[10.0]);
        put(&mut block.scratch.bonus_rate, &[0.05, 0.1]);
        put(&mut block.scratch.advantage, &[0.1, 0.29, 0.09]);
        let levers = Levers { volume: bonus(), ..Levers::NONE };
        let terms = Terms::of(levers, Response { firm_benefit: 0.5, ..Response::default() });
        let Block { people, state, scratch, .. } = &mut block;
        volume::ties(&terms.now(), people, state, scratch);
        holds(&block.scratch.advantage, &expected);
    }
}

/// What is accrued comes off what is earned from a customer, in money of today at 0.8.
#[test]
fn a_bonus_is_profit_forgone() {
    let earned = |bonuses: bool| {
        let mut block = Block::new();
        block.scratch.bonuses = bonuses;
        put(&mut block.scratch.bonus, &[6.0, 6.0, 6.0, -4.0]);
        put(&mut block.scratch.verdict, &[1.0, 0.0, -1.0, 1.0]);
        let terms = Terms::of(Levers::NONE, Response::default());
        volume::earn(&Circumstances { today: 0.8, ..terms.now() }, &mut block.state, &block.scratch);
        block.state
    };
    let state = earned(true);
    holds(&state.profit, &[-6.0, -6.0, -6.0, 4.0]);
    holds(&state.earned, &[-4.8, -4.8, -4.8, 3.2]);
    holds(&state.good, &[-6.0, 0.0, 0.0, 4.0]);
    holds(&state.bad, &[0.0, 0.0, -6.0, 0.0]);
    holds(&earned(false).profit, &[0.0; 4]);
}

/// Who goes within the year gets nothing for it.
#[test]
fn who_goes_forfeits_the_bonus() {
    let gone = |active: bool| {
        let mut block = buyers();
        block.state.owing.active = active;
        put(&mut block.people.hazard, &[5.0, 5.0]);
        put(&mut block.state.ahead, &[3.0]);
        put(&mut block.scratch.bonus, &[1.0, 2.0]);
        put(&mut block.scratch.verdict, &[-1.0]);
        block.state.exposure.fill(1.0);
        let terms = Terms::of(Levers { volume: bonus(), ..Levers::NONE }, Response::default());
        let Block { people, luck, state, scratch, sums } = &mut block;
        leaving::leave(&terms.now(), &[1.0, 0.0, 0.0, 0.0, 0.0, 0.0], people, luck, state, scratch, sums);
        block
    };
    let block = gone(true);
    near(booked(&block), [-4.0, 0.0, 0.0]);
    holds(&block.scratch.bonus, &[-3.0, 2.0]);
    holds(&block.state.accrued, &[0.0, 0.0]);
    holds(&block.state.volume, &[0.0, 0.0, 0.0, 355.0]);
    holds(&block.state.ahead, &[0.0]);
    holds(&block.state.earned, &[4.0, 0.0]);
    let without = gone(false);
    near(booked(&without), [0.0, 0.0, 4.0]);
    holds(&without.state.volume, &[55.0, 0.0, 0.0, 355.0]);
}

/// At a tenth off, a further tenth or fifth of half the purchases, half felt, is 0.125 and 0.15; below 0.12 nobody notices. Against a reference of 0.05 that is
/// 0.075 and 0.1 more, or twice 0.05 less, at a response of 0.1 · 1.05; the pull of the step comes on top.
#[test]
fn a_bonus_is_felt_beside_a_discount() {
    let mut block = buyers();
    block.state.owing.active = true;
    put(&mut block.state.volume, &[100.0, 0.0, 100.0, 400.0]);
    put(&mut block.state.ahead, &[0.0, 0.0, 0.0, 10.0]);
    block.state.reference.fill(0.05);
    let response = Response {
        price: 0.1,
        sensitisation: 1.0,
        loss_aversion: 2.0,
        noticeable: 0.12,
        ..Response::default()
    };
    let levers = Levers { sale: 0.1, volume: bonus(), ..Levers::NONE };
    let terms = Terms::of(levers, response);
    price::discounts(&terms.now(), &block.people, &block.luck, &mut block.state, &mut block.scratch);
    holds(&block.scratch.bonus_felt, &[0.025, 0.0, 0.0, 0.05]);
    let felt = [0.105 * 0.075, 0.105 * -0.1, 0.105 * -0.1, 0.105 * 0.1];
    // half of a stock of 10 takes the place of 5 of 45
    let used_up = (1.0f32 - 5.0 / 45.0).ln();
    holds(&block.scratch.bonus_pull, &[0.0, 0.0, 0.0, used_up]);
    holds(&block.scratch.uplift, &[felt[0], felt[1], felt[2], felt[3] + used_up]);
    // and taken for granted: three tenths of the way from 0.05 to 0.125, to none, to 0.15
    block.scratch.count.fill(1.0);
    let terms = Terms::of(levers, Response { reference_memory: 0.7, deep: 1.0, ..response });
    price::reference(&terms.now(), &block.people, &mut block.state, &block.scratch);
    holds(&block.state.reference, &[0.0725, 0.035, 0.035, 0.08]);
}
