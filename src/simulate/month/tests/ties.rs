//! What ties customers: advantage, attachment, deals; and what makes them leave.

use super::*;
use crate::plan::{Levels, PointsTerms, Who, Window};

/// Firms count a discount by a half, persons points by one and a half. A discount of 0.2 against a reference of 0.1 is worth
/// 0.5 · (0.2 − 0.05); points 1.5 · (0.03 + 40 · 0.5 · 0.5 / 1 000), at level 1 1.5 · (0.06 + 0.01); never more than 0.3.
#[test]
fn advantage_by_hand() {
    let mut block = Block::new();
    put(&mut block.scratch.discount, &[0.2, 0.04, 0.0, 0.0, 0.0, 0.9]);
    put(&mut block.state.reference, &[0.1, 0.1, 0.0, 0.0, 0.0, 0.0]);
    put(&mut block.state.member, &[0.0, 0.0, 1.0, 1.0, 1.0, 0.0]);
    put(&mut block.state.level, &[0.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    put(&mut block.people.forgetful, &[0.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
    block.people.inverse_worth.fill(0.001);
    put(&mut block.state.issued, &[100; 6]);
    put(&mut block.state.used, &[60; 6]);
    block.state.touched = true;
    let points = PointsTerms { reward_rate: 0.03, value: 0.5, usable: 0.5, ..PointsTerms::NONE };
    let levels = Levels { earn: from_first(1.0, 2.0), ..Levels::NONE };
    let response =
        Response { firm_benefit: 0.5, personal_benefit: 1.5, noticeable: 0.05, ..Response::default() };
    let terms = Terms::of(Levers { points, levels, ..Levers::NONE }, response);
    loyalty::advantage(&terms.now(), &block.people, &mut block.state, &mut block.scratch);
    holds(&block.scratch.advantage, &[0.075, -0.025, 0.06, 0.105, 0.0, 0.3]);
}

/// Where purchases of a whole thirty earn, one of 45 earns two thirds; the usual one a half. Points of 0.03 of what is spent are worth 4/3 of it
/// to whoever buys so, beside what those on the account are: 40 · 0.5 · 0.5 / 1 000.
#[test]
fn points_are_worth_more_to_those_who_earn_more() {
    use crate::plan::Earning;
    let mut block = Block::new();
    put(&mut block.state.member, &[1.0, 0.0, 1.0]);
    put(&mut block.people.basket, &[45.0, 45.0, 29.0]);
    block.people.inverse_worth.fill(0.001);
    put(&mut block.state.issued, &[40; 3]);
    block.state.touched = true;
    let earning = Earning { full: 30.0, usual: 0.5, ..Earning::ALL };
    let points = PointsTerms { reward_rate: 0.03, value: 0.5, usable: 0.5, earning, ..PointsTerms::NONE };
    let levels = Levels { earn: from_first(1.0, 2.0), ..Levels::NONE };
    let response = Response { personal_benefit: 1.0, ..Response::default() };
    let terms = Terms::of(Levers { points, levels, ..Levers::NONE }, response);
    loyalty::advantage(&terms.now(), &block.people, &mut block.state, &mut block.scratch);
    holds(&block.scratch.advantage, &[0.05, 0.0, 0.01]);
}

/// Attachment keeps 0.95; recognition of 0.1 reaches members of the level, those who want no relationship by a fifth. Between −2 and 0.7.
#[test]
fn attachment_by_hand() {
    let mut block = Block::new();
    put(&mut block.state.attachment, &[0.2, 0.2, 0.2, 0.2, 0.7, -3.0]);
    put(&mut block.state.member, &[1.0, 1.0, 1.0, 0.0, 1.0, 0.0]);
    put(&mut block.state.level, &[1.0, 1.0, 0.0, 1.0, 1.0, 0.0]);
    put(&mut block.people.seeker, &[1.0, 0.0, 1.0, 1.0, 1.0, 1.0]);
    block.state.touched = true;
    let levels = Levels { recognition: from_first(0.0, 0.1), ..Levels::NONE };
    let terms = Terms::of(Levers { levels, ..Levers::NONE }, Response::default());
    loyalty::advantage(&terms.now(), &block.people, &mut block.state, &mut block.scratch);
    holds(&block.state.attachment, &[0.29, 0.21, 0.19, 0.19, 0.7, -2.0]);
}

/// Rows entitled to a deal for `who`.
fn entitled(who: Who, prepare: impl Fn(&mut Block)) -> Vec<usize> {
    let mut block = Block::new();
    prepare(&mut block);
    let deals = vec![Deal { lift: 0.1, ..Deal::nothing(who) }];
    let terms = Terms { month: 5, deals, ..Terms::of(Levers::NONE, Response::default()) };
    deals::entitle(&terms.now(), &block.people, &block.luck, &block.state, &mut block.scratch);
    (0..4).filter(|row| block.scratch.entitled[0][*row] == 1.0).collect()
}

#[test]
fn conditions_of_a_deal() {
    let everyone = Who::EVERYONE;
    assert_eq!(entitled(everyone, |b| put(&mut b.state.alive, &[1.0, 0.0, 1.0, 1.0])), [0, 2, 3]);
    let members = Who { members: true, ..everyone };
    assert_eq!(entitled(members, |b| put(&mut b.state.member, &[0.0, 1.0, 0.0, 1.0])), [1, 3]);
    // five months on, those of seven months or more
    let long = Who { tenure: 7.0, ..everyone };
    assert_eq!(entitled(long, |b| put(&mut b.people.joined, &[-3.0, -2.0, -1.0, 5.0])), [0, 1]);
    let bought = Who { purchases: 3.0, ..everyone };
    assert_eq!(entitled(bought, |b| put(&mut b.state.bought, &[2.0, 3.0, 4.0, 0.0])), [1, 2]);
    let spent = Who { spend: 3.0, ..everyone };
    assert_eq!(entitled(spent, |b| put(&mut b.state.spent, &[2.0, 3.0, 4.0, 0.0])), [1, 2]);
    let level = Who { level: 2.0, ..everyone };
    assert_eq!(entitled(level, |b| put(&mut b.state.level, &[1.0, 2.0, 3.0, 0.0])), [1, 2]);
}

/// A trait spread by 10: 0.125, 0.375, 0.525 and 0.99 become 0.25, 0.75, 0.25 and 0.9.
#[test]
fn parts_of_the_customers() {
    let window = Window { from: 0.2, to: 0.7, times: 10.0 };
    let put_open = |b: &mut Block| put(&mut b.people.open, &[0.125, 0.375, 0.525, 0.99]);
    assert_eq!(entitled(Who { part: window, ..Who::EVERYONE }, put_open), [0, 2]);
    let put_luck = |b: &mut Block| put(&mut b.luck.offer, &[0.125, 0.375, 0.525, 0.99]);
    assert_eq!(entitled(Who { chance: window, ..Who::EVERYONE }, put_luck), [0, 2]);
    // 12 · 2 · 25 = 600 a year
    let put_worth = |b: &mut Block| {
        b.people.rate.fill(2.0);
        put(&mut b.people.basket, &[24.0, 25.0, 26.0, 50.0]);
    };
    let worth = Window { from: 600.0, to: 1200.0, times: 1.0 };
    assert_eq!(entitled(Who { worth, ..Who::EVERYONE }, put_worth), [1, 2]);
}

/// Of those who spend half of the bound a quarter of the part, and none of those who reach it.
#[test]
fn the_fewer_the_less_they_spend() {
    let who = Who {
        thins: true,
        worth: Window { from: 0.0, to: 600.0, times: 1.0 },
        part: Window { from: 0.0, to: 0.4, times: 1.0 },
        ..Who::EVERYONE
    };
    let prepare = |b: &mut Block| {
        b.people.rate.fill(2.0);
        put(&mut b.people.basket, &[12.5, 12.5, 25.0, 24.9]);
        put(&mut b.people.open, &[0.099, 0.101, 0.0, 0.39]);
    };
    assert_eq!(entitled(who, prepare), [0, 3]);
}

/// A deal for the first and third customer.
fn given(deal: Deal, levers: Levers, prepare: impl Fn(&mut Block)) -> Block {
    let mut block = Block::new();
    prepare(&mut block);
    block.scratch.entitled = vec![[0.0; crate::random::ROWS]];
    put(&mut block.scratch.entitled[0], &[1.0, 0.0, 1.0]);
    let terms = Terms { deals: vec![deal], ..Terms::of(levers, Response::default()) };
    let Scratch { entitled, discount, .. } = &mut *block.scratch;
    deals::discounts(&terms.now(), entitled, |deal| deal.discount, &mut discount[..32]);
    deals::lifts(&terms.now(), &mut block.scratch);
    deals::returns(&terms.now(), &mut block.scratch);
    deals::ties(&terms.now(), &block.people, &mut block.state, &mut block.scratch);
    block
}

#[test]
fn what_a_deal_gives() {
    let nothing = Deal::nothing(Who::EVERYONE);
    let discount = Deal { discount: 0.2, ..nothing };
    let some = |b: &mut Block| put(&mut b.scratch.discount, &[0.1, 0.1, 0.3]);
    holds(&given(discount, Levers::NONE, some).scratch.discount, &[0.2, 0.1, 0.3]);
    let add = Levers { discounts_add: true, ..Levers::NONE };
    holds(&given(discount, add, some).scratch.discount, &[0.3, 0.1, 0.5]);
    // what comes as a surprise is added, up to the most
    let deep = |b: &mut Block| put(&mut b.scratch.discount, &[0.1, 0.1, 0.9]);
    holds(&given(Deal { rebate: 0.2, ..nothing }, Levers::NONE, deep).scratch.discount, &[0.3, 0.1, 0.95]);
    let mean = |b: &mut Block| b.scratch.mean.fill(2.0);
    holds(&given(Deal { lift: 0.1, ..nothing }, Levers::NONE, mean).scratch.mean, &[2.2, 2.0, 2.2]);
    let list = |b: &mut Block| b.scratch.list.fill(50.0);
    holds(&given(Deal { returned: 0.1, ..nothing }, Levers::NONE, list).scratch.list, &[45.0, 50.0, 45.0]);
    let ties = |b: &mut Block| put(&mut b.scratch.advantage, &[0.1, 0.1, 0.29]);
    holds(&given(Deal { hold: 0.05, ..nothing }, Levers::NONE, ties).scratch.advantage, &[0.15, 0.1, 0.3]);
}

/// Warmth of 0.1 for a seeker, a fifth of it for others; harm for all; the harm of fees for nothing to those who bought nothing.
#[test]
fn what_a_deal_makes_felt() {
    let nothing = Deal::nothing(Who::EVERYONE);
    let felt = |deal: Deal, start: f32| {
        given(deal, Levers::NONE, |b| {
            put(&mut b.people.seeker, &[1.0, 1.0, 0.0]);
            put(&mut b.scratch.count, &[1.0, 1.0, 0.0]);
            b.state.attachment.fill(start);
        })
        .state
        .attachment
    };
    holds(&felt(Deal { warmth: 0.1, ..nothing }, 0.0), &[0.1, 0.0, 0.02]);
    holds(&felt(Deal { warmth: 0.1, ..nothing }, 0.65), &[0.7, 0.65, 0.67]);
    holds(&felt(Deal { harm: 0.1, ..nothing }, -1.95), &[-2.0, -1.95, -2.0]);
    holds(&felt(Deal { idle_harm: 0.1, ..nothing }, 0.0), &[0.0, 0.0, -0.1]);
}

/// The exponents of the six terms, with the identity in place of the exponential. Staff: −2 · 0.5. Quality: 0.3. Competition:
/// 0.7 · 0.4 · 1.5 − 3 · 0.1 − 0.5 · 0.2, times an exposure of 2. Drift: 0.2 − 0.1, for those whom messages do not reach −0.1. Price: −0.3.
#[test]
fn terms_of_the_hazard() {
    let mut block = Block::new();
    put(&mut block.state.treatment, &[0.5]);
    put(&mut block.state.fault, &[0.3, -0.3]);
    put(&mut block.state.exposure, &[2.0, 2.0]);
    put(&mut block.state.freed, &[1.5]);
    put(&mut block.state.member, &[1.0, 0.0]);
    put(&mut block.state.attachment, &[0.2, 0.2]);
    put(&mut block.scratch.advantage, &[0.1]);
    let response =
        Response { staff: 2.0, competition: 3.0, shield: 0.5, rival_pull: 0.7, ..Response::default() };
    let levers = Levers { message_burden: 0.2, messages_to_others: 0.25, ..Levers::NONE };
    let terms = Terms { rivals: 0.4, ..Terms::of(levers, response) };
    let share = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    let reasons = hazard::Reasons::of(&terms.now(), &share, &block.state, &block.scratch.advantage, 32);
    let close = |found: [f32; 6], expected: [f32; 6]| {
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6), "{found:?}, not {expected:?}");
    };
    close(reasons.terms::<true>(0, |x| x), [-1.0, 0.6, 3.0 * 2.0 * 0.02, 4.0 * 0.1, 5.0 * -0.3, 6.0]);
    // a failure that pleased does not drive away; a quarter of the others are reached by messages: 0.05 − 0.1
    close(reasons.terms::<true>(1, |x| x), [0.0, 0.0, 3.0 * 2.0 * -0.1, 4.0 * -0.05, 0.0, 6.0]);
    close(reasons.terms::<false>(0, |x| x), [-1.0, 0.6, 6.0, 4.0, 5.0, 6.0]);
    assert!((reasons.multiple::<false>(0, |x| x) - 20.6).abs() < 1e-5);
}
