//! Experience, stage by stage: branches, small delights, failures and what becomes of them, answers.

use super::*;
use crate::plan::Answered;
use crate::simulate::luck::Rare;
use crate::simulate::nps::{DETRACTOR, PROMOTER, Scale};

/// Everybody had a contact; what is felt of it is what satisfaction becomes.
fn felt(levers: Levers, response: Response, prepare: impl Fn(&mut Block)) -> Column {
    let mut block = Block::new();
    block.scratch.count.fill(2.0);
    block.scratch.inverse_root.fill(1.0);
    block.luck.delight.fill(1.0);
    prepare(&mut block);
    let terms = Terms::of(levers, Response { speed: 1.0, loss_weight: 2.0, ..response });
    experience::contacts(&terms.now(), &block.people, &block.luck, &mut block.state, &mut block.scratch);
    block.state.treatment
}

/// 0.4 of all contacts, in the second branch 0.2 more; at least 0.01 and at most 0.99. A place that is no branch is the last one.
#[test]
fn branches_handle_contacts_differently() {
    let mut levers = Levers { proper_contacts: 0.4, has_branches: true, ..Levers::NONE };
    (levers.branches[1], levers.branches[2], levers.branches[3]) = (0.2, 0.7, -0.7);
    *levers.branches.last_mut().unwrap() = 0.1;
    let places = |b: &mut Block| put(&mut b.people.branch, &[0, 1, 2, 3, 200]);
    holds(&felt(levers, Response::default(), places), &[0.4, 0.6, 0.99, 0.01, 0.5]);
    // without branches all are alike, whatever branches would add
    holds(&felt(Levers { has_branches: false, ..levers }, Response::default(), places), &[0.4; 5]);
    // a contact handled to standard is so in its branch: of 0.5 in the first, not of 0.5 in the second
    let drawn = Levers { unevenness: 1.0, ..levers };
    let luck = |b: &mut Block| {
        put(&mut b.people.branch, &[0, 1, 0, 1]);
        put(&mut b.luck.service, &[0.39, 0.59, 0.4, 0.6]);
    };
    holds(&felt(drawn, Response::default(), luck), &[1.0, 1.0, 0.0, 0.0]);
}

/// Two purchases at 0.3 each delight with a chance of 1 − e^−0.6 = 0.45119; the comparison is then better by a half, also against half of what one expects.
#[test]
fn small_delights_come_on_top() {
    let levers = Levers { proper_contacts: 0.4, delight: 0.3, ..Levers::NONE };
    let luck = |b: &mut Block| {
        put(&mut b.luck.delight, &[0.451, 0.4513, 0.599, 0.61, 0.451]);
        b.state.norm[4] = 0.6;
        put(&mut b.scratch.count, &[2.0, 2.0, 2.0, 2.0, 2.0, 0.0]);
    };
    let response = Response { habituation: 0.5, ..Response::default() };
    holds(&felt(levers, response, luck), &[0.9, 0.4, 0.4, 0.4, 0.6, 0.0]);
    let none = Levers { delight: 0.0, ..levers };
    holds(&felt(none, response, luck), &[0.4, 0.4, 0.4, 0.4, 0.1, 0.0]);
}

/// Four who meet a failure: kept silent about, complained about in vain, resolved in the end, resolved fast, each with the least luck that makes it
/// so; and one who has luck.
fn failing(response: Response, prepare: impl Fn(&mut Block)) -> Block {
    let mut block = Block::new();
    block.scratch.count.fill(2.0);
    block.luck.failure.fill(1.0 - 1e-6);
    // 1 − e^−0.2 = 0.18127
    put(&mut block.luck.failure, &[0.181, 0.181, 0.181, 0.0, 0.1813, 0.199]);
    put(&mut block.luck.recovery, &[0.75, 0.5, 0.25, 0.24, 0.0, 0.0]);
    // 3 purchases are usual in this season; 6 are expected
    block.people.rate.fill(2.0);
    block.scratch.mean.fill(6.0);
    prepare(&mut block);
    let response = Response {
        complaints: 0.75,
        fault_memory: 0.5,
        hushed_memory: 0.9,
        fault: [1.0, 0.4, -0.2],
        ..response
    };
    let levers = Levers { failure: 0.1, recovered_fast: 0.25, recovered_slowly: 0.25, ..Levers::NONE };
    let terms = Terms::of(levers, response);
    let now = Circumstances { pace: 1.5, ..terms.now() };
    let Block { people, luck, state, scratch, sums } = &mut block;
    experience::failures(&now, people, luck, state, scratch, sums);
    block
}

/// Who buys twice as often as usual is impressed half as much: ln(1 + (e^x − 1)/2). What pleases does so in full.
#[test]
fn failures_weigh_less_among_many_purchases() {
    let block = failing(Response::default(), |_| {});
    let half = |mark: f32| (0.5 * (mark.exp() - 1.0) + 1.0).ln();
    holds(&block.state.fault, &[half(1.0), half(1.0), half(0.4), -0.2, 0.0, 0.0]);
    holds(&block.scratch.failed, &[1.0, 1.0, 2.0, 2.0, 0.0, 0.0]);
    assert_eq!(block.scratch.failing, [0, 1, 2, 3]);
    assert_eq!((block.sums.failures, block.sums.recoveries), (4.0, 2.0));
    // the worst one counts; a memory of exactly one that was resolved late fades as any other
    let block = failing(Response::default(), |b| put(&mut b.state.fault, &[2.0, 0.2, -0.4, -0.4, 0.4, 0.41]));
    holds(&block.state.fault, &[1.8, half(1.0), half(0.4), -0.2, 0.2, 0.369]);
    // those who met a failure last month met none since
    let block = failing(Response::default(), |b| {
        b.scratch.failing = vec![9];
        (b.scratch.failed[9], b.scratch.failed[10]) = (2.0, 2.0);
        b.scratch.given_up = vec![9];
    });
    assert_eq!((block.scratch.failed[9], block.scratch.failed[10]), (0.0, 2.0));
    assert!(block.scratch.given_up.is_empty());
}

/// Each of the four kinds of failure drives away with its own chance, which weighs half as much: just not at the luck, and just beyond.
#[test]
fn some_failures_drive_customers_away() {
    let luck = Block::new().luck.rare(0, Rare::GivesUp);
    for kind in 0..4 {
        let given_up = |chance: f32| {
            let mut gives_up = [0.0; 4];
            gives_up[kind] = chance;
            failing(Response { gives_up, ..Response::default() }, |_| {}).scratch.given_up.clone()
        };
        assert_eq!(given_up(2.0 * luck + 1e-3), [kind], "{luck}");
        assert!(given_up(2.0 * luck - 1e-3).is_empty());
    }
}

fn answered(levers: Levers, scale: Scale, prepare: impl Fn(&mut Block)) -> Block {
    let mut block = Block::new();
    prepare(&mut block);
    let terms =
        Terms { rivals: 0.5, ..Terms::of(levers, Response { rival_contrast: 0.4, ..Response::default() }) };
    let Block { people, luck, state, scratch, sums } = &mut block;
    experience::answers(&terms.now(), &scale, people, luck, state, scratch, sums);
    block
}

const SCALE: Scale = Scale { level: 0.1, noise: 0.5, promoters: 0.0, detractors: 0.0 };

/// Level 0.1, half of the luck, treatment, attachment, leaning, less a third and more of what failed and less 0.2 for open rivals where one is free to see them.
#[test]
fn answers_add_up() {
    let above = PROMOTER - 0.1;
    let answers = |b: &mut Block| {
        put(
            &mut b.state.treatment,
            &[above + 0.01, above - 0.01, DETRACTOR - 0.09, DETRACTOR - 0.11, 9.0, 0.0],
        );
        b.state.alive[4] = 0.0;
        put(&mut b.luck.answer[5..], &[2.0 * above + 0.02, 2.0 * above - 0.02]);
        put(&mut b.state.attachment[7..], &[above + 0.01, above - 0.01]);
        put(&mut b.state.leaning[9..], &[above + 0.01, above - 0.01]);
        put(&mut b.state.treatment[11..], &[above + 0.11, above + 0.09, above + 0.21, above + 0.19]);
        put(&mut b.state.freed[11..], &[0.5, 0.5, 3.0, 3.0]);
        put(&mut b.state.treatment[15..], &[above + 0.36, above + 0.34]);
        put(&mut b.state.fault[15..], &[1.0, 1.0]);
    };
    let response = |b: &mut Block| answers(b);
    let block = answered(Levers::NONE, SCALE, response);
    let expected = [1.0, 0.0, 0.0, -1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0];
    holds(&block.scratch.verdict, &expected);
    assert_eq!((block.sums.promoters, block.sums.detractors), (6.0, 1.0));
    assert_eq!(block.sums.promoting_members, 0.0);
}

/// Those on the arc from 0.9 to 0.1 answer 0.1 better, the others do not.
#[test]
fn fast_answers_lift_those_whom_they_reach() {
    let answered_fast = Answered { from: 0.9, share: 0.2, lift: 0.1 };
    let places = |b: &mut Block| {
        b.state.treatment.fill(PROMOTER - 0.15);
        put(&mut b.people.place, &[0.91, 0.05, 0.0, 0.11, 0.89, 0.5]);
        b.people.place[6..].fill(0.5);
    };
    let block = answered(Levers { answered: answered_fast, ..Levers::NONE }, SCALE, places);
    holds(&block.scratch.verdict, &[1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0]);
    let block = answered(Levers::NONE, SCALE, places);
    holds(&block.scratch.verdict, &[0.0; 7]);
}

/// Members who promote invite, where anybody is asked to.
#[test]
fn promoting_members_are_counted() {
    let members = |b: &mut Block| {
        put(&mut b.state.treatment, &[1.0, 1.0, 0.0, -3.0]);
        put(&mut b.state.member, &[1.0, 0.0, 1.0, 1.0]);
    };
    let counted = |invitations: f32| {
        answered(Levers { invitations, ..Levers::NONE }, SCALE, members).sums.promoting_members
    };
    assert_eq!((counted(0.01), counted(0.0)), (1.0, 0.0));
}
