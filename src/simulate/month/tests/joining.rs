//! Who joins, what counts, who is promoted and demoted.

use super::*;
use crate::plan::{Levels, PointsTerms};

fn advance(block: &mut Block, levers: Levers, month: usize) {
    let response =
        Response { novelty_memory: 0.5, promotion_joy: 0.1, demotion_ratio: 2.0, ..Response::default() };
    let terms = Terms { month, ..Terms::of(levers, response) };
    let Block { people, luck, state, scratch, sums } = block;
    membership::advance(&terms.now(), people, luck, state, scratch, sums);
}

/// Two purchases are two occasions at 0.25 each. One joins from three purchases and six months on; who joins begins anew, with a gift.
#[test]
fn some_of_those_who_may_join() {
    let mut block = Block::new();
    let points = PointsTerms { welcome: 7.0, ..PointsTerms::NONE };
    let levers = Levers {
        program: true,
        willing: 0.6,
        joins_per_visit: 0.25,
        entry_purchases: 3.0,
        entry_tenure: 6.0,
        points,
        ..Levers::NONE
    };
    //                                joins late  few   new  member closed none
    put(&mut block.scratch.count, &[2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 0.0]);
    put(&mut block.luck.join, &[0.49, 0.5, 0.1, 0.1, 0.1, 0.1, 0.0]);
    put(&mut block.state.bought, &[1.0, 1.0, 0.9, 1.0, 1.0, 1.0, 5.0]);
    put(&mut block.people.joined, &[-2.0, -2.0, -2.0, -1.0, -2.0, -2.0, -2.0]);
    put(&mut block.state.member, &[0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    put(&mut block.people.open, &[0.59, 0.0, 0.0, 0.0, 0.0, 0.6, 0.0]);
    block.state.spent.fill(40.0);
    block.state.year_spend.fill(30.0);
    put(&mut block.state.issued, &[1; 7]);
    put(&mut block.scratch.issued, &[2; 7]);
    put(&mut block.scratch.list, &[100.0; 7]);
    put(&mut block.scratch.discount, &[0.1; 7]);
    block.state.novelty.fill(0.8);
    advance(&mut block, levers, 4);
    holds(&block.state.member, &[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    holds(&block.state.novelty, &[1.0, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4]);
    holds(&block.state.bought, &[0.0, 3.0, 2.9, 3.0, 3.0, 3.0, 5.0]);
    holds(&block.state.spent, &[0.0, 130.0, 130.0, 130.0, 130.0, 130.0, 130.0]);
    holds(&block.state.year_spend, &[0.0, 120.0, 120.0, 120.0, 120.0, 120.0, 120.0]);
    counts(&block.state.issued, &[8, 1, 1, 1, 1, 1, 1]);
    counts(&block.scratch.issued, &[9, 2, 2, 2, 2, 2, 2]);
    assert_eq!((block.sums.joined, block.sums.member_purchases), (1.0, -2.0));
}

#[test]
fn before_the_program_visits_count() {
    let mut block = Block::new();
    put(&mut block.scratch.count, &[2.0, 0.0]);
    put(&mut block.state.bought, &[1.0, 1.0]);
    block.scratch.list.fill(50.0);
    advance(&mut block, Levers::NONE, 0);
    holds(&block.state.bought, &[3.0, 1.0]);
    holds(&block.state.spent, &[0.0, 0.0]);
    assert!(!block.state.touched);
}

/// Levels at 100, 200 and 300.
fn tiers() -> Levers {
    let mut levels = Levels::NONE;
    levels.spend[1..4].copy_from_slice(&[100.0, 200.0, 300.0]);
    Levers { program: true, tiers: true, levels, ..Levers::NONE }
}

/// Customers: at the threshold; below it; two steps at once; no member; one who would fall.
fn climbing(levers: Levers, qualified: f32) -> Block {
    let mut block = Block::new();
    put(&mut block.state.member, &[1.0, 1.0, 1.0, 0.0, 1.0]);
    put(&mut block.state.year_spend, &[100.0, 99.0, 299.0, 500.0, 0.0]);
    put(&mut block.state.level, &[0.0, 0.0, 0.0, 0.0, 2.0]);
    put(&mut block.state.qualified, &[0.0, 0.0, 0.0, 0.0, qualified]);
    put(&mut block.people.seeker, &[1.0, 1.0, 0.0, 1.0, 1.0]);
    advance(&mut block, levers, 0);
    block
}

/// A step up is worth 0.1 to relationship seekers, to others a fifth of it. A step down weighs twice.
#[test]
fn promotion_at_once_demotion_in_its_month() {
    let usual = climbing(tiers(), 0.0);
    holds(&usual.state.level, &[1.0, 0.0, 2.0, 0.0, 2.0]);
    holds(&usual.state.attachment, &[0.1, 0.0, 0.04, 0.0, 0.0]);
    let fall = climbing(Levers { demotion: true, ..tiers() }, 1.0);
    holds(&fall.state.level, &[1.0, 0.0, 2.0, 0.0, 1.0]);
    holds(&fall.state.attachment, &[0.1, 0.0, 0.04, 0.0, -0.2]);
    let kept = climbing(Levers { demotion: true, ..tiers() }, 2.0);
    holds(&kept.state.level, &[1.0, 0.0, 2.0, 0.0, 2.0]);
    // at the end of a year what it qualifies for is written down, and spend is counted anew
    let review = climbing(Levers { review: true, ..tiers() }, 2.0);
    holds(&review.state.qualified, &[1.0, 0.0, 2.0, 0.0, 0.0]);
    holds(&review.state.year_spend, &[0.0; 5]);
    holds(&review.state.level, &[1.0, 0.0, 2.0, 0.0, 2.0]);
    let both = climbing(Levers { review: true, demotion: true, ..tiers() }, 2.0);
    holds(&both.state.level, &[1.0, 0.0, 2.0, 0.0, 0.0]);
    holds(&both.state.attachment, &[0.1, 0.0, 0.04, 0.0, -0.4]);
}

/// Who has spent enough since joining keeps a level; a soft landing is one level a year.
#[test]
fn some_levels_are_for_life_and_some_landings_soft() {
    let with = |levels: Levels| Levers { demotion: true, levels, ..tiers() };
    let mut levels = tiers().levels;
    levels.lifetime[1] = 1000.0;
    let fall = |levels: Levels, spent: f32| {
        let mut block = Block::new();
        block.state.member.fill(1.0);
        put(&mut block.state.level, &[3.0]);
        put(&mut block.state.spent, &[spent]);
        advance(&mut block, with(levels), 0);
        block.state.level[0]
    };
    assert_eq!([999.0, 1000.0].map(|spent| fall(levels, spent)), [0.0, 1.0]);
    assert_eq!(fall(Levels { soft: true, ..levels }, 0.0), 2.0);
}

/// A year's spend, purchases or points, whichever counts.
#[test]
fn what_counts_is_collected() {
    let collected = |counts: [f32; 3]| {
        let mut block = Block::new();
        put(&mut block.scratch.list, &[80.0]);
        put(&mut block.scratch.discount, &[0.25]);
        put(&mut block.scratch.count, &[3.0]);
        put(&mut block.scratch.issued, &[7]);
        advance(&mut block, Levers { levels: Levels { counts, ..tiers().levels }, ..tiers() }, 0);
        block.state.year_spend[0]
    };
    assert_eq!([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]].map(collected), [60.0, 3.0, 7.0]);
}

#[test]
fn the_end_of_the_program_takes_status_away() {
    let mut block = Block::new();
    block.state.touched = true;
    put(&mut block.state.member, &[1.0, 1.0]);
    put(&mut block.state.level, &[2.0, 2.0]);
    put(&mut block.state.novelty, &[1.0, 1.0]);
    put(&mut block.people.seeker, &[1.0, 0.0]);
    advance(&mut block, Levers { stopped: true, ..Levers::NONE }, 0);
    holds(&block.state.member, &[0.0, 0.0]);
    holds(&block.state.level, &[0.0, 0.0]);
    holds(&block.state.novelty, &[0.0, 0.0]);
    // twice 0.1 for each of two levels
    holds(&block.state.attachment, &[-0.4, -0.08]);
}
