//! Terms under which customers stay or buy more: contracts, offers to those who are going, a volume bonus.

use super::*;
use crate::plan::{Contract, RetentionTerms, VolumeTerms};
use crate::simulate::scratch::Leaver;

/// A term of a year: 0.15 within it and 12 − 11 · 0.15 = 10.35 in its last month, which is the twelfth, and again the 24th. Of those who have all just
/// signed nobody has a month behind him.
#[test]
fn contracts_end_with_their_twelfth_month() {
    let mut block = Block::new();
    block.people.hazard.fill(0.02);
    put(&mut block.people.joined, &[8.0, -2.0, -3.0, -4.0, -15.0, -16.0]);
    let due = |fresh| contract::hazards(&Contract::of(12, 0.15, fresh), 8, &block.people, 32);
    let (within, at_end) = (0.02 * 0.15, 0.02 * 10.35);
    holds(&due(false), &[within, within, at_end, within, at_end, within]);
    holds(&due(true), &[within; 6]);
}

/// Three go for a rival, the price, and bad service. All of them call; all who can be bought accept what is worth a fifth of a year's spend: 0.4 of
/// six months, each 2 · 50. Nobody is kept by nothing, or who does not call.
#[test]
fn those_who_go_for_less_are_offered_something() {
    let kept = |retention: RetentionTerms, noticeable: f32| {
        let mut block = Block::new();
        block.people.rate.fill(2.0);
        block.people.basket.fill(50.0);
        block.scratch.leavers = [2, 4, 0]
            .into_iter()
            .enumerate()
            .map(|(row, place)| Leaver { row, place, rest: 0.5, active: 1 })
            .collect();
        let response = Response { competition: 1e6, firm_benefit: 1.0, noticeable, ..Response::default() };
        let terms = Terms::of(Levers { retention, ..Levers::NONE }, response);
        let Block { people, luck, state, scratch, sums } = &mut block;
        retention::offer(&terms.now(), people, luck, state, scratch, sums);
        (scratch.leavers.iter().map(|leaver| leaver.row).collect::<Vec<_>>(), sums.kept_by)
    };
    let offer = RetentionTerms { calls: 1.0, discount: 0.4, months: 6.0, learn: 0.0 };
    assert_eq!(kept(offer, 0.05), (vec![2], 2.0 * 2.0 * 50.0 * 0.4 * 6.0));
    assert_eq!(kept(offer, 0.2), (vec![2], 480.0));
    assert_eq!(kept(RetentionTerms { discount: 0.0, ..offer }, 0.05), (vec![0, 1, 2], 0.0));
    assert_eq!(kept(RetentionTerms { calls: 0.0, ..offer }, 0.05), (vec![0, 1, 2], 0.0));
}

/// What keeps a customer is given to him; some learn to ask again by it, just beyond the luck of it.
#[test]
fn who_is_kept_by_an_offer_may_learn_from_it() {
    use crate::design::Category;
    use crate::plan::Moves;
    use crate::simulate::luck::Rare;
    let luck = Block::new().luck;
    let [calls, learns] = [Rare::Calls, Rare::Learns].map(|what| luck.rare(0, what));
    let kept = |calls: f32, learn: f32| {
        let mut block = Block::new();
        block.people.rate.fill(2.0);
        block.people.basket.fill(50.0);
        block.scratch.verdict[0] = 1.0;
        block.state.category[0] = Category::Pragmatist as u8;
        block.scratch.leavers = vec![Leaver { row: 0, place: 4, rest: 0.5, active: 1 }];
        let retention = RetentionTerms { calls, discount: 0.4, months: 6.0, learn };
        let moves = Moves { exists: [true; 6], ..Moves::default() };
        let response = Response { competition: 1e6, firm_benefit: 1.0, moves, ..Response::default() };
        let terms = Terms::of(Levers { retention, ..Levers::NONE }, response);
        let Block { people, luck, state, scratch, sums } = &mut block;
        retention::offer(&Circumstances { today: 0.5, ..terms.now() }, people, luck, state, scratch, sums);
        block
    };
    let block = kept(calls + 1e-3, learns - 1e-3);
    assert!(block.scratch.leavers.is_empty());
    holds(&block.state.profit, &[-240.0]);
    holds(&block.state.good, &[-240.0]);
    holds(&block.state.earned, &[-120.0]);
    assert_eq!(block.state.category[0], Category::Pragmatist as u8);
    assert_eq!(kept(calls + 1e-3, learns + 1e-3).state.category[0], Category::Blackmailer as u8);
    assert_eq!(kept(calls - 1e-3, 0.0).scratch.leavers.len(), 1);
}

/// 2 · 50 a month, half of which counts: 50, and four months are left. Who has bought 100 expects 300 and a bonus of 0.1 of it, a step of 320 within reach
/// of half a year's 600; who has bought 400 has it already; who is no member counts nothing. For the step the first buys as much more as its gain
/// pulls, and a quarter of that only sooner; the second uses up what he had bought ahead.
#[test]
fn a_step_within_reach_pulls() {
    let mut block = Block::new();
    block.people.rate.fill(2.0);
    block.people.basket.fill(50.0);
    put(&mut block.state.volume, &[100.0, 400.0, 100.0]);
    put(&mut block.state.member, &[1.0, 1.0, 0.0]);
    put(&mut block.state.ahead, &[0.0, 10.0, 0.0]);
    let (mut from, mut adds) = (VolumeTerms::NONE.from, VolumeTerms::NONE.adds);
    (from[0], from[1], adds[0], adds[1]) = (200.0, 320.0, 0.1, 0.1);
    let volume = VolumeTerms {
        on: true,
        from,
        adds,
        counts: 0.5,
        months_left: 4.0,
        felt: 0.5,
        stretch: 0.5,
        brought_forward: 0.25,
        ..VolumeTerms::NONE
    };
    let terms = Terms::of(Levers { volume, ..Levers::NONE }, Response { price: 0.1, ..Response::default() });
    let Block { people, state, scratch, .. } = &mut block;
    volume::expect(&terms.now(), people, state, scratch);
    holds(&scratch.bonus_rate, &[0.5 * 30.0 / 300.0, 0.5 * 120.0 / 600.0, 0.0]);
    holds(&scratch.bonus_felt, &[0.5 * 0.5 * 0.1, 0.5 * 0.5 * 0.2, 0.0]);
    // the whole step is worth 64, of which 30 + 0.1 · 20 come anyway: 1.6 for each of 20
    let pull = (0.1f32 * 0.5 * 1.6).min((1.0f32 + 100.0 / 320.0 * 20.0 / 200.0).ln());
    let used = (0.5f32 * 10.0).min(0.4 * 50.0);
    holds(&scratch.bonus_pull, &[pull, (1.0 - used / 50.0).ln(), 0.0]);
    holds(&state.ahead, &[0.25 * 50.0 * (pull.exp() - 1.0), 10.0 - used, 0.0]);
}
