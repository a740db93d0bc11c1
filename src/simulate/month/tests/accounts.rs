//! What is earned from each customer, good profit and bad; experience; spend.

use super::*;
use crate::plan::{Flow, Per, PointsTerms, Who};

/// Three customers: a promoter, one who is neither, a detractor.
fn customers() -> Block {
    let mut block = Block::new();
    put(&mut block.scratch.verdict, &[1.0, 0.0, -1.0]);
    put(&mut block.scratch.list, &[100.0, 100.0, 100.0]);
    put(&mut block.scratch.count, &[2.0, 2.0, 2.0]);
    block
}

fn earned(block: &mut Block, levers: Levers, deals: Vec<Deal>) {
    let terms = Terms { deals, ..Terms::of(levers, Response { margin: 0.4, ..Response::default() }) };
    categories::earn(&terms.now(), &mut block.state, &block.scratch, &mut block.sums);
}

/// A margin of 0.4 less discounts, on 100, less points at 0.5: good where he would have recommended us, bad where he would have warned others.
#[test]
fn profit_is_good_or_bad() {
    let mut block = customers();
    earned(&mut block, Levers::NONE, vec![]);
    holds(&block.state.profit, &[40.0, 40.0, 40.0]);
    holds(&block.state.good, &[40.0, 0.0, 0.0]);
    holds(&block.state.bad, &[0.0, 0.0, 40.0]);
    // again, at a tenth off
    block.scratch.discount.fill(0.1);
    block.state.priced = true;
    earned(&mut block, Levers::NONE, vec![]);
    holds(&block.state.profit, &[70.0, 70.0, 70.0]);
    holds(&block.state.good, &[70.0, 0.0, 0.0]);
    // and with ten points redeemed
    put(&mut block.scratch.redeemed, &[10, 10, 10]);
    let points = PointsTerms { cost: 0.5, ..PointsTerms::NONE };
    earned(&mut block, Levers { has_points: true, points, ..Levers::NONE }, vec![]);
    holds(&block.state.profit, &[95.0, 95.0, 95.0]);
    holds(&block.state.bad, &[0.0, 0.0, 95.0]);
}

/// A fee of 1 a head, 2 a purchase and 0.03 of spend is 1 + 4 + 3 = 8; who bought nothing pays 1, and that is bad profit whoever he is.
#[test]
fn fees_are_good_or_bad() {
    let mut block = customers();
    block.scratch.entitled = vec![[0.0; crate::random::ROWS]];
    put(&mut block.scratch.entitled[0], &[1.0, 1.0, 1.0, 1.0, 0.0]);
    put(&mut block.scratch.verdict, &[1.0, 0.0, -1.0, 1.0, 1.0]);
    put(&mut block.scratch.list, &[100.0, 100.0, 100.0, 0.0, 0.0]);
    let fee = Deal::nothing(Who::EVERYONE)
        .paying(Flow::Fee, Per::Head, 1.0)
        .paying(Flow::Fee, Per::Purchase, 2.0)
        .paying(Flow::Fee, Per::Spend, 0.03);
    let without = {
        let mut block = customers();
        earned(&mut block, Levers::NONE, vec![]);
        block.state.profit
    };
    earned(&mut block, Levers::NONE, vec![fee]);
    holds(&block.state.profit, &[without[0] + 8.0, without[1] + 8.0, without[2] + 8.0, 1.0, 0.0]);
    holds(&block.state.good, &[48.0, 0.0, 0.0, 0.0, 0.0]);
    holds(&block.state.bad, &[0.0, 0.0, 48.0, 1.0, 0.0]);
}

/// What was ever earned is counted in money of today, here at 0.8: margins, points and fees.
#[test]
fn what_was_ever_earned_is_in_money_of_today() {
    let mut block = customers();
    block.scratch.entitled = vec![[0.0; crate::random::ROWS]];
    put(&mut block.scratch.entitled[0], &[1.0, 0.0, 0.0]);
    put(&mut block.scratch.redeemed, &[0, 10, 0]);
    block.state.touched = true;
    block.state.earned.fill(100.0);
    let points = PointsTerms { cost: 0.5, ..PointsTerms::NONE };
    let deals = vec![Deal::nothing(Who::EVERYONE).paying(Flow::Fee, Per::Head, 5.0)];
    let levers = Levers { has_points: true, points, ..Levers::NONE };
    let terms = Terms { deals, ..Terms::of(levers, Response { margin: 0.4, ..Response::default() }) };
    let now = Circumstances { today: 0.8, ..terms.now() };
    categories::earn(&now, &mut block.state, &block.scratch, &mut block.sums);
    holds(&block.state.earned, &[136.0, 128.0, 132.0]);
    holds(&block.state.profit, &[45.0, 35.0, 40.0]);
}

/// Bills go to those who are there, one each, whatever was before.
#[test]
fn bills_go_to_those_who_are_there() {
    let mut block = Block::new();
    block.state.alive[1] = 0.0;
    for column in [&mut block.scratch.mean, &mut block.scratch.count, &mut block.scratch.uplift] {
        column.fill(0.5);
    }
    contract::bill(&block.state, &mut block.scratch);
    holds(&block.scratch.mean, &[1.0, 0.0, 1.0]);
    holds(&block.scratch.count, &[1.0, 0.0, 1.0]);
    holds(&block.scratch.inverse_root, &[1.0; 3]);
    holds(&block.scratch.uplift, &[0.0; 3]);
}

/// What special terms add is booked beside the discounts.
#[test]
fn special_terms_are_booked() {
    let mut block = customers();
    block.scratch.favoured = vec![crate::simulate::scratch::Favoured { row: 1, adds: 0.05 }];
    earned(&mut block, Levers::NONE, vec![]);
    assert!((block.sums.terms - 5.0).abs() < 1e-6);
}

/// A contact is compared with half of what one expects and half of the market's 0.2. Losses weigh twice, satisfaction moves by a half and keeps
/// 0.8; expectation follows by a tenth. Proper: 1 − 0.15 − 0.1 = 0.75 felt, 0.375 more. Not proper: −0.25, twice, halved.
#[test]
fn contacts_move_satisfaction() {
    let mut block = Block::new();
    put(&mut block.scratch.count, &[1.0, 1.0, 0.0, 4.0]);
    put(&mut block.scratch.inverse_root, &[1.0, 1.0, 1.0, 0.5]);
    put(&mut block.luck.service, &[0.39, 0.4, 0.0, 0.0]);
    block.luck.delight.fill(1.0);
    put(&mut block.state.treatment, &[0.5, 0.5, 0.5, 0.0]);
    block.state.norm.fill(0.3);
    let response = Response {
        habituation: 0.5,
        market_service: 0.2,
        speed: 0.5,
        loss_weight: 2.0,
        keeps: 0.8,
        adaptation: 0.1,
        ..Response::default()
    };
    let terms = Terms::of(Levers { proper_contacts: 0.4, unevenness: 1.0, ..Levers::NONE }, response);
    experience::contacts(&terms.now(), &block.people, &block.luck, &mut block.state, &mut block.scratch);
    // four contacts: 0.4 + 0.6/2 = 0.7 of them proper, 0.45 felt
    holds(&block.state.treatment, &[0.4 + 0.375, 0.4 - 0.25, 0.4, 0.225]);
    holds(&block.state.norm, &[0.37, 0.27, 0.3, 0.34]);
}

/// A spread of 0.5: the mean is kept, e^(s·z − s²/2) with s² = ln(1 + 0.25/n).
#[test]
fn spend_has_its_mean() {
    let mut block = Block::new();
    put(&mut block.scratch.count, &[0.0, 1.0, 2.0, 3.0, 4.0]);
    put(&mut block.luck.transaction, &[1.0; 5]);
    block.people.basket.fill(10.0);
    let terms = Terms::of(Levers::NONE, Response { transaction_noise: 0.5, ..Response::default() });
    purchases::spend(&terms.now(), &block.people, &block.luck, &mut block.scratch);
    let expected = [0.0f64, 1.0, 2.0, 3.0, 4.0].map(|n| {
        let square = libm::log(1.0 + 0.25 / n.max(1.0));
        (n * 10.0 * libm::exp(square.sqrt() - 0.5 * square)) as f32
    });
    holds(&block.scratch.list, &expected);
}

/// Failures fade from memory, those left unresolved slowly; a new one is remembered where it is worse.
#[test]
fn failures_are_remembered() {
    let mut block = Block::new();
    //                               faded  hushed  vain   slow   fast
    put(&mut block.state.fault, &[0.4, 0.8, 0.0, 0.0, 0.0, 0.6]);
    put(&mut block.scratch.count, &[1.0; 6]);
    block.scratch.mean.fill(1.0);
    block.people.rate.fill(1.0);
    block.luck.failure.fill(0.999);
    put(&mut block.luck.failure, &[0.999, 0.999, 0.01, 0.01, 0.01, 0.01]);
    put(&mut block.luck.recovery, &[0.0, 0.0, 0.9, 0.5, 0.1, 0.1]);
    let response = Response {
        fault: [1.0, 0.5, -0.2],
        fault_memory: 0.5,
        hushed_memory: 0.9,
        complaints: 0.5,
        ..Response::default()
    };
    let levers = Levers { failure: 0.1, recovered_fast: 0.2, recovered_slowly: 0.4, ..Levers::NONE };
    let terms = Terms::of(levers, response);
    let Block { people, luck, state, scratch, sums } = &mut block;
    experience::failures(&terms.now(), people, luck, state, scratch, sums);
    // the last was 0.54 when the failure that pleased came
    holds(&block.state.fault, &[0.2, 0.72, 1.0, 0.5, -0.2, 0.54]);
    holds(&block.scratch.failed, &[0.0, 0.0, 1.0, 2.0, 2.0, 2.0]);
    assert_eq!((block.sums.failures, block.sums.recoveries), (4.0, 3.0));
}
