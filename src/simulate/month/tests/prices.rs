//! Discounts, what is felt of them, and how many purchases are meant.

use super::*;
use crate::plan::{Contract, Ladder, Levels, PointsTerms};
use crate::simulate::scratch::Favoured;

/// A sale of 0.1 for all, 0.15 for members, and an offer of 0.2 that three in ten use; a ladder of 0.05 from two purchases and 0.1 from five,
/// and 0.25 from 1 000 of spend; a level that gives 0.3.
fn offers() -> Levers {
    let mut by_purchases = Ladder::NONE;
    (by_purchases.from[0], by_purchases.adds[0]) = (2.0, 0.05);
    (by_purchases.from[1], by_purchases.adds[1]) = (5.0, 0.05);
    let mut by_spend = Ladder::NONE;
    (by_spend.from[0], by_spend.adds[0]) = (1000.0, 0.25);
    Levers {
        sale: 0.1,
        member_sale: 0.15,
        offer: 0.2,
        offer_take_up: 0.3,
        by_purchases,
        by_spend,
        levels: Levels { discount: first(0.3), ..Levels::NONE },
        ..Levers::NONE
    }
}

fn discounts(levers: Levers) -> Block {
    let mut block = Block::new();
    put(&mut block.state.member, &[0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0]);
    put(&mut block.luck.offer, &[0.5, 0.29, 0.3, 0.29, 0.5, 0.5, 0.5, 0.5]);
    put(&mut block.state.bought, &[9.0, 9.0, 0.0, 0.0, 1.9, 2.0, 5.0, 0.0]);
    put(&mut block.state.spent, &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1000.0, 0.0]);
    put(&mut block.state.level, &[0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    let terms = Terms::of(levers, Response::default());
    price::discounts(&terms.now(), &block.people, &block.luck, &mut block.state, &mut block.scratch);
    block
}

#[test]
fn the_best_discount_counts() {
    let offers = offers();
    holds(&discounts(offers).scratch.discount, &[0.1, 0.2, 0.15, 0.2, 0.15, 0.15, 0.15, 0.1]);
    // the offer is for members only
    let members = Levers { offer_members: true, ..offers };
    holds(&discounts(members).scratch.discount, &[0.1, 0.1, 0.15, 0.2, 0.15, 0.15, 0.15, 0.1]);
    let ladder = Levers { ladder: true, ..offers };
    holds(&discounts(ladder).scratch.discount, &[0.1, 0.2, 0.15, 0.2, 0.15, 0.15, 0.25, 0.1]);
    let alone = Levers { sale: 0.0, member_sale: 0.0, offer: 0.0, ..ladder };
    holds(&discounts(alone).scratch.discount, &[0.0, 0.0, 0.0, 0.0, 0.0, 0.05, 0.25, 0.0]);
    let tiers = Levers { tiers: true, ..offers };
    holds(&discounts(tiers).scratch.discount, &[0.1, 0.2, 0.15, 0.2, 0.15, 0.3, 0.15, 0.1]);
    let all = Levers { tiers: true, ladder: true, ..offers };
    holds(&discounts(all).scratch.discount, &[0.1, 0.2, 0.15, 0.2, 0.15, 0.3, 0.25, 0.1]);
}

#[test]
fn discounts_add_up_where_they_do() {
    let all = Levers { discounts_add: true, tiers: true, ladder: true, ..offers() };
    // 0.1; 0.1 + 0.2; 0.1 + 0.15; 0.1 + 0.15 + 0.2; the same less the offer, and 0, 0.05 + 0.3 or 0.1 + 0.25 more
    holds(&discounts(all).scratch.discount, &[0.1, 0.3, 0.25, 0.45, 0.25, 0.6, 0.6, 0.1]);
    let deep = Levers { sale: 0.5, member_sale: 0.5, ..all };
    holds(&discounts(deep).scratch.discount, &[0.5, 0.7, 0.95, 0.95, 0.95, 0.95, 0.95, 0.5]);
}

/// Six steps: from one purchase on 0.01, from two on 0.02 more, from six on 0.06 more.
#[test]
fn every_step_of_a_ladder_counts() {
    let mut block = Block::new();
    block.state.member.fill(1.0);
    put(&mut block.state.bought, &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let mut by_purchases = Ladder::NONE;
    by_purchases.from[..6].copy_from_slice(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    by_purchases.adds[..6].copy_from_slice(&[0.01, 0.02, 0.03, 0.04, 0.05, 0.06]);
    let terms = Terms::of(Levers { ladder: true, by_purchases, ..Levers::NONE }, Response::default());
    price::discounts(&terms.now(), &block.people, &block.luck, &mut block.state, &mut block.scratch);
    holds(&block.scratch.discount, &[0.0, 0.01, 0.03, 0.06, 0.1, 0.15, 0.21]);
}

/// At a reference of 0.1 the response is 2 · (1 + 1 · 0.1) = 2.2. A discount of 0.2 is 0.1 more; none, or one of 0.04 that nobody notices, is
/// 0.1 less, which weighs twice; half the price response is half of it.
#[test]
fn discounts_are_felt_against_the_reference() {
    let response = Response {
        price: 2.0,
        sensitisation: 1.0,
        loss_aversion: 2.0,
        noticeable: 0.05,
        ..Response::default()
    };
    let uplift = |sale: f32| {
        let mut block = Block::new();
        put(&mut block.state.reference, &[0.1, 0.1, 0.1, 0.0]);
        put(&mut block.state.lasting, &[0.0, 0.01, 0.0, 0.0]);
        put(&mut block.state.price, &[1.0, 0.5, 1.0, 1.0]);
        put(&mut block.state.alive, &[1.0, 1.0, 0.0, 1.0]);
        let terms = Terms::of(Levers { sale, ..Levers::NONE }, response);
        block.state.priced = true;
        price::discounts(&terms.now(), &block.people, &block.luck, &mut block.state, &mut block.scratch);
        block.scratch.uplift
    };
    holds(&uplift(0.2), &[0.22, 0.12, 0.0, 0.4]);
    holds(&uplift(0.05), &[-0.22, -0.1, 0.0, 0.1]);
    holds(&uplift(0.04), &[-0.44, -0.21, 0.0, 0.0]);
    holds(&uplift(0.0), &[-0.44, -0.21, 0.0, 0.0]);
}

#[test]
fn without_discounts_nothing_is_felt() {
    let mut block = Block::new();
    block.state.reference.fill(0.1);
    block.scratch.uplift.fill(0.0);
    let terms = Terms::of(Levers::NONE, Response { price: 2.0, ..Response::default() });
    price::discounts(&terms.now(), &block.people, &block.luck, &mut block.state, &mut block.scratch);
    price::reference(&terms.now(), &block.people, &mut block.state, &block.scratch);
    holds(&block.scratch.uplift, &[0.0; 4]);
    holds(&block.state.reference, &[0.1; 4]);
    assert!(!block.state.priced);
}

/// Who bought at 0.3 moves from 0.1 by three tenths of the way: 0.16; unnoticed is none. The mark of what is more than 0.15 beyond the
/// reference, 0.05: −0.4 of it on established customers, 0.7 of it on those of less than twelve months; the old one keeps 0.96.
#[test]
fn references_follow_and_deep_discounts_leave_a_mark() {
    let mut block = Block::new();
    let response = Response {
        noticeable: 0.05,
        reference_memory: 0.7,
        deep: 0.15,
        deep_new: 0.7,
        deep_established: -0.4,
        ..Response::default()
    };
    put(&mut block.people.joined, &[-20.0, -7.0, -6.0, -20.0, -20.0]);
    put(&mut block.scratch.count, &[1.0, 3.0, 1.0, 0.0, 1.0]);
    put(&mut block.scratch.discount, &[0.3, 0.3, 0.3, 0.3, 0.04]);
    block.state.reference.fill(0.1);
    block.state.lasting.fill(0.5);
    block.state.priced = true;
    let terms = Terms { month: 5, ..Terms::of(Levers::NONE, response) };
    price::reference(&terms.now(), &block.people, &mut block.state, &block.scratch);
    holds(&block.state.reference, &[0.16, 0.16, 0.16, 0.1, 0.07]);
    holds(&block.state.lasting, &[0.46, 0.46, 0.515, 0.48, 0.48]);
}

/// Of 0.2 off 0.05 is taken for granted: purchases rise by e^0.4, which is e^0.3 above what the 0.05 would bring; who took 0.1 for granted gains 0.1 and does not lose
/// 0.05, 1.3 times. Who has terms of 0.1 of his own keeps those in mind, and whom a level gives 0.2 loses nothing when the sale is over. Half of what has been bought for it is
/// laid in, but of a bill nothing.
#[test]
fn what_passes_is_not_taken_for_granted_and_laid_in() {
    let mut block = Block::new();
    let response = Response {
        price: 2.0,
        noticeable: 0.03,
        loss_aversion: 1.3,
        reference_memory: 0.5,
        brought_forward: 0.5,
        ..Response::default()
    };
    put(&mut block.state.reference, &[0.0, 0.1]);
    put(&mut block.state.terms, &[0.0, 0.0, 0.1]);
    put(&mut block.state.level, &[0.0, 0.0, 0.0, 1.0]);
    block.scratch.favoured = vec![Favoured { row: 2, adds: 0.0 }];
    block.scratch.count.fill(1.0);
    block.scratch.list.fill(100.0);
    let levels = Levels { discount: first(0.2), ..Levels::NONE };
    let sale = Levers { sale: 0.2, sale_passes: 0.15, tiers: true, levels, ..Levers::NONE };
    let terms = Terms::of(sale, response);
    let Block { people, luck, state, scratch, .. } = &mut block;
    price::discounts(&terms.now(), people, luck, state, scratch);
    holds(&scratch.uplift, &[0.4, 0.2, 0.4, 0.4]);
    holds(&scratch.rush, &[0.3, 2.0 * (0.1 + 1.3 * 0.05), 0.2, 0.0]);
    let bill = Response { contract: Some(Contract::of(12, 0.15, false)), ..response };
    stock::lay_in(&Terms::of(sale, bill).now(), state, scratch);
    holds(&state.stock, &[0.0; 4]);
    stock::lay_in(&terms.now(), state, scratch);
    let laid_in = |rush: f32| 50.0 * (1.0 - (-rush).exp());
    holds(&state.stock, &[laid_in(0.3), laid_in(0.33), laid_in(0.2), 0.0]);
    price::reference(&terms.now(), people, state, scratch);
    holds(&state.reference, &[0.025, 0.075, 0.05, 0.1]);
}

/// Of a deal of 0.3 nothing lasts; of points felt as 0.1 a half does, and 0.04 with those who think of them.
#[test]
fn deals_pass_too() {
    let mut block = Block::new();
    block.scratch.entitled = vec![[1.0; crate::random::ROWS], [1.0; crate::random::ROWS]];
    put(&mut block.scratch.entitled[0], &[0.0, 1.0, 1.0]);
    put(&mut block.people.forgetful, &[0.0, 1.0, 0.0]);
    block.scratch.count.fill(1.0);
    let who = crate::plan::Who::EVERYONE;
    let deals = vec![
        Deal { discount: 0.3, passes: 0.3, ..Deal::nothing(who) },
        Deal { felt: 0.1, felt_passes: 0.06, ..Deal::nothing(who) },
    ];
    let response = Response { price: 1.0, loss_aversion: 1.0, ..Response::default() };
    let terms = Terms { deals, ..Terms::of(Levers::NONE, response) };
    let Block { people, luck, state, scratch, .. } = &mut block;
    price::discounts(&terms.now(), people, luck, state, scratch);
    holds(&scratch.uplift, &[0.1, 0.3, 0.4]);
    holds(&scratch.rush, &[0.06, 0.3, 0.36]);
    price::reference(&terms.now(), people, state, scratch);
    holds(&state.reference, &[0.04, 0.0, 0.04]);
}

/// Half of a stock is used up in a month, in the place of two fifths of the purchases at most: what is bought less is what the stock loses.
#[test]
fn stocks_are_used_up() {
    let mut block = Block::new();
    put(&mut block.state.stock, &[0.0, 40.0, 400.0]);
    block.people.basket.fill(50.0);
    block.scratch.mean.fill(2.0);
    block.state.stocks = true;
    let Block { people, state, scratch, .. } = &mut block;
    stock::use_up(people, state, scratch);
    holds(&state.stock, &[0.0, 20.0, 360.0]);
    holds(&scratch.mean, &[2.0, 1.6, 1.2]);
}

/// `rate · exp(0.1 · satisfaction + price − 0.5 · strength 2 · mobility)`.
#[test]
fn means_without_a_program() {
    let mut block = Block::new();
    put(&mut block.people.rate, &[2.0, 2.0, 2.0, 2.0, 0.0]);
    put(&mut block.state.treatment, &[0.0, 1.0, 0.0, 0.0, 0.0]);
    put(&mut block.scratch.uplift, &[0.0, 0.2, 0.0, 0.0, 0.0]);
    put(&mut block.state.mobility, &[0.0, 0.0, 0.3, 0.0, 0.0]);
    put(&mut block.state.alive, &[1.0, 1.0, 1.0, 0.0, 1.0]);
    let response = Response { satisfaction: 0.1, rival_wallet: 0.5, ..Response::default() };
    let terms = Terms { rivals: 2.0, ..Terms::of(Levers::NONE, response) };
    purchases::mean(&terms.now(), &block.people, &block.state, &mut block.scratch);
    // e^0.3 and e^−0.3
    holds(&block.scratch.mean, &[2.0, 2.699_718, 1.481_636_4, 0.0, 0.0]);
}

/// Membership: 1 + 0.5 · 0.2 · novelty. Messages: 1 + 0.3 for relationship seekers who are members, for others a fifth of it. Points: 1 + 0.4
/// where the reward is near, for those who think of it, and less of it after the first reward; momentum on top.
#[test]
fn means_of_members() {
    let mut block = Block::new();
    block.people.rate.fill(1.0);
    block.people.lift.fill(0.2);
    put(&mut block.state.member, &[0.0, 1.0, 1.0, 1.0, 1.0, 0.0]);
    put(&mut block.state.novelty, &[0.0, 1.0, 0.5, 0.0, 0.0, 0.0]);
    put(&mut block.people.seeker, &[0.0, 0.0, 1.0, 0.0, 0.0, 1.0]);
    put(&mut block.state.issued, &[0, 0, 0, 30, 70, 0]);
    put(&mut block.state.used, &[0, 0, 0, 10, 20, 0]);
    put(&mut block.state.pull, &[1.0, 1.0, 1.0, 1.0, 0.5, 1.0]);
    put(&mut block.state.momentum, &[0.0, 0.0, 0.0, 0.0, 0.1, 0.0]);
    let points = PointsTerms { minimum: 40.0, pull: 0.4, ..PointsTerms::NONE };
    let levers = Levers {
        program: true,
        has_points: true,
        membership_lift: 0.5,
        message_lift: 0.3,
        messages_to_others: 0.2,
        points,
        ..Levers::NONE
    };
    let mut mean = |levers: Levers| {
        let terms = Terms::of(levers, Response::default());
        purchases::mean(&terms.now(), &block.people, &block.state, &mut block.scratch);
        block.scratch.mean
    };
    // half of the way to a reward; all of it, after the first: 1.2 · 1.1
    holds(&mean(levers), &[1.0, 1.1, 1.05 * 1.3, 1.2, 1.32, 1.06]);
    holds(&mean(Levers { has_points: false, ..levers }), &[1.0, 1.1, 1.05 * 1.3, 1.0, 1.0, 1.06]);
    holds(&mean(Levers { program: false, ..levers }), &[1.0; 6]);
    block.people.forgetful.fill(1.0);
    let terms = Terms::of(levers, Response::default());
    purchases::mean(&terms.now(), &block.people, &block.state, &mut block.scratch);
    holds(&block.scratch.mean, &[1.0, 1.1, 1.05 * 1.3, 1.0, 1.1, 1.06]);
}

/// Mean 1: no purchase below e⁻¹ = 0.3679, one below 0.7358, two below 0.9197, three below 0.9810, four below 0.9963.
#[test]
fn counts_are_quantiles() {
    let mut block = Block::new();
    block.scratch.mean.fill(1.0);
    put(&mut block.luck.purchases, &[0.3678, 0.3679, 0.7357, 0.7358, 0.9196, 0.9198, 0.9809, 0.9811, 0.9964]);
    purchases::count(&block.luck, &mut block.scratch);
    holds(&block.scratch.count, &[0.0, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 5.0]);
    let roots = [1.0f32, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 5.0].map(|count| 1.0 / count.sqrt());
    holds(&block.scratch.inverse_root, &roots);
}

/// A fifth off next month sells e^0.4 − 1 = 0.49182 more; a quarter as much of two purchases, 0.24591, is put off and bought then; of a deep cut four tenths of what one buys, at most. Who does not know of it does not wait.
#[test]
fn who_knows_of_a_sale_puts_off() {
    let mut block = Block::new();
    block.people.basket.fill(50.0);
    put(&mut block.state.price, &[1.0, 1.0, 5.0]);
    let mut known = [1.0; crate::random::ROWS];
    known[1] = 0.0;
    block.scratch.entitled = vec![known];
    let response = Response { price: 2.0, put_off: 0.25, ..Response::default() };
    let sale = Deal { awaited: 0.2, ..Deal::nothing(crate::plan::Who::EVERYONE) };
    let mut month = |deals: Vec<Deal>, means: [f32; 3], put_off: [f32; 3]| {
        block.scratch.mean.fill(2.0);
        let terms = Terms { deals, ..Terms::of(Levers::NONE, response) };
        stock::wait(&terms.now(), &block.people, &mut block.state, &mut block.scratch);
        holds(&block.scratch.mean, &means);
        holds(&block.state.put_off, &put_off);
    };
    month(vec![sale], [1.754_088, 2.0, 1.2], [12.295_62, 0.0, 40.0]);
    month(Vec::new(), [2.245_912, 2.0, 2.8], [0.0; 3]);
    month(Vec::new(), [2.0; 3], [0.0; 3]);
}
