//! Categories: who asks for terms and what he gets, and who becomes a customer of another kind.

use super::*;
use crate::design::Category;
use crate::plan::Moves;
use crate::simulate::luck::Rare;
use crate::simulate::scratch::Favoured;

const COMMITTED: u8 = Category::Committed as u8;
const FAITHFUL: u8 = Category::Faithful as u8;
const SPLIT: u8 = Category::Split as u8;
const BLACKMAILER: u8 = Category::Blackmailer as u8;
const PRAGMATIST: u8 = Category::Pragmatist as u8;
const HOSTAGE: u8 = Category::Hostage as u8;

/// Customers of these categories.
fn of(categories: &[u8]) -> Block {
    let mut block = Block::new();
    for (row, category) in categories.iter().enumerate() {
        block.state.belong(row, usize::from(*category), &TRAITS);
        block.state.register.heads[usize::from(*category)] += 1.0;
    }
    block
}

/// Two blackmailers, of whom the second has terms, a pragmatist, and a blackmailer who is gone. Luck is the same for all.
fn demand(granted: f32, terms: f32, moves: Moves) -> Block {
    let mut block = of(&[BLACKMAILER, BLACKMAILER, PRAGMATIST, BLACKMAILER]);
    block.state.alive[3] = 0.0;
    block.state.terms[1] = 0.08;
    block.scratch.refused = vec![7];
    block.scratch.favoured = vec![Favoured { row: 7, adds: 0.0 }];
    let levers = Levers { granted, terms, ..Levers::NONE };
    let now = Terms::of(levers, Response { moves, ..Response::default() });
    let Block { luck, state, scratch, sums, .. } = &mut block;
    categories::demands(&now.now(), luck, state, scratch, sums);
    block
}

/// Rows with terms, rows of the refused, demands, demands granted.
fn outcome(block: &Block) -> (Vec<usize>, &[usize], f64, f64) {
    let favoured = block.scratch.favoured.iter().map(|favoured| favoured.row).collect();
    (favoured, &block.scratch.refused, block.sums.demands, block.sums.granted)
}

/// Each chance just at the luck, where it does not suffice, and just beyond.
#[test]
fn demands_are_made_granted_and_refused() {
    let luck = Block::new().luck;
    let [asks, granted, leaves] = [Rare::Asks, Rare::IsGranted, Rare::Leaves].map(|what| luck.rare(0, what));
    let beyond = |chance: f32| chance + 1e-3;
    let moves = Moves { asks: beyond(asks), leaves: beyond(leaves), precedent: 0.6, ..Moves::default() };
    // one has terms, another is given some: of four customers
    let block = demand(beyond(granted), 0.05, moves);
    assert_eq!(outcome(&block), (vec![0, 1], &[][..], 1.0, 1.0));
    holds(&block.state.terms, &[0.05, 0.08, 0.0, 0.0]);
    assert!((block.state.register.told - 0.6 / 4.0).abs() < 1e-6);
    // refused, he goes; or stays
    let block = demand(granted, 0.05, moves);
    assert_eq!(outcome(&block), (vec![1], &[0][..], 1.0, 0.0));
    assert_eq!(block.state.register.told, 0.0);
    let block = demand(granted, 0.05, Moves { leaves, ..moves });
    assert_eq!(outcome(&block), (vec![1], &[][..], 1.0, 0.0));
    // he does not ask
    let block = demand(beyond(granted), 0.05, Moves { asks, ..moves });
    assert_eq!(outcome(&block), (vec![1], &[][..], 0.0, 0.0));
    // terms are given no longer: who had some asks for them, and both are refused
    for (granted, terms) in [(0.0, 0.05), (1.0, 0.0)] {
        let block = demand(granted, terms, moves);
        assert_eq!(outcome(&block), (vec![], &[0, 1][..], 2.0, 0.0));
        holds(&block.state.terms, &[0.0; 4]);
    }
}

#[test]
fn nobody_demands_where_nobody_is_a_blackmailer() {
    let mut block = of(&[SPLIT]);
    block.state.register.told = 0.5;
    block.scratch.refused = vec![7];
    let Block { luck, state, scratch, sums, .. } = &mut block;
    categories::demands(&Terms::of(Levers::NONE, Response::default()).now(), luck, state, scratch, sums);
    assert_eq!(outcome(&block), (vec![], &[][..], 0.0, 0.0));
    assert_eq!(block.state.register.told, 0.0);
}

/// Terms of 0.1 and 0.3, instead of a discount of 0.2 or on top of it; never more than 0.95 in all.
#[test]
fn terms_are_the_better_discount_or_come_on_top() {
    let given = |discounts_add: bool| {
        let mut block = Block::new();
        put(&mut block.scratch.discount, &[0.2, 0.2, 0.9, 0.99]);
        put(&mut block.state.terms, &[0.1, 0.3, 0.3, 0.3]);
        block.scratch.favoured = (0..4).map(|row| Favoured { row, adds: 0.0 }).collect();
        let terms = Terms::of(Levers { discounts_add, ..Levers::NONE }, Response::default());
        categories::discounts(&terms.now(), &block.state, &mut block.scratch);
        let mut adds = [0.0; crate::random::ROWS];
        block.scratch.favoured.iter().for_each(|favoured| adds[favoured.row] = favoured.adds);
        (block.scratch.discount, adds)
    };
    let (discount, adds) = given(false);
    holds(&discount, &[0.2, 0.3, 0.9, 0.95]);
    holds(&adds, &[0.0, 0.1, 0.0, 0.0]);
    let (discount, adds) = given(true);
    holds(&discount, &[0.3, 0.5, 0.95, 0.95]);
    holds(&adds, &[0.1, 0.3, 0.05, 0.0]);
}

/// Plays the end of a month in a segment that has these categories.
fn advance(block: &mut Block, terms: &Terms, rises: &[f32; 6]) {
    let Block { luck, state, scratch, .. } = block;
    categories::advance(&terms.now(), rises, luck, state, scratch);
}

fn everybody_exists(moves: Moves) -> Response {
    Response { moves: Moves { exists: [true; 6], ..moves }, market_service: 0.3, ..Response::default() }
}

/// A rival of a half frees with half the chance. Treatment above the market's 0.3 by d makes him buy here, too, with the odds e^2d; just as
/// far as his luck, and a little beyond.
#[test]
fn hostages_are_freed_by_rivals() {
    let luck = Block::new().luck;
    let [freed, remembers] = [Rare::IsFreed, Rare::Remembers].map(|what| luck.rare(0, what));
    let even = 0.3 + 0.5 * (remembers / (1.0 - remembers)).ln();
    let play = |freed: f32, exists: [bool; 6]| {
        let mut block = of(&[HOSTAGE, HOSTAGE, HOSTAGE, SPLIT]);
        block.state.alive[2] = 0.0;
        put(&mut block.state.norm, &[even + 0.01, even - 0.01, even + 0.01, even + 0.01]);
        // one likes us less than the others of his kind
        block.state.leaning[0] = -0.9;
        let moves = Moves { freed, memory: 2.0, ..Moves::default() };
        let response =
            Response { moves: Moves { exists, ..moves }, market_service: 0.3, ..Response::default() };
        advance(&mut block, &Terms { rivals: 0.5, ..Terms::of(Levers::NONE, response) }, &[0.0; 6]);
        block
    };
    let block = play(2.0 * freed + 2e-3, [true; 6]);
    assert_eq!(block.state.category[..4], [SPLIT, PRAGMATIST, HOSTAGE, SPLIT]);
    // nobody likes us better for it
    holds(&block.state.leaning, &[-0.9, -0.5, -0.5, 0.0]);
    holds(&block.state.price, &[1.1, 1.5, 0.5, 1.1]);
    let register = &block.state.register;
    assert_eq!(register.heads[usize::from(HOSTAGE)], 1.0);
    assert_eq!(register.flows[usize::from(SPLIT)].moved_in, 1.0);
    assert_eq!(play(2.0 * freed - 2e-3, [true; 6]).state.category[..2], [HOSTAGE, HOSTAGE]);
    let mut without = [true; 6];
    without[usize::from(SPLIT)] = false;
    assert_eq!(play(1.0e9, without).state.category[..2], [PRAGMATIST, PRAGMATIST]);
}

/// Split customers and pragmatists who are there hear of terms that others were given.
#[test]
fn some_hear_of_terms() {
    let hears = Block::new().luck.rare(0, Rare::Hears);
    let play = |told: f32| {
        let mut block = of(&[SPLIT, PRAGMATIST, COMMITTED, SPLIT]);
        block.state.alive[3] = 0.0;
        block.state.register.told = told;
        block.state.profit.fill(5.0);
        advance(&mut block, &Terms::of(Levers::NONE, everybody_exists(Moves::default())), &[0.0; 6]);
        block
    };
    let block = play(hears + 1e-3);
    assert_eq!(block.state.category[..4], [BLACKMAILER, BLACKMAILER, COMMITTED, SPLIT]);
    // what was earned from them so far was earned from split customers
    assert_eq!(block.state.register.flows[usize::from(SPLIT)].profit, 5.0);
    holds(&block.state.profit, &[0.0, 0.0, 5.0, 5.0]);
    assert_eq!(play(hears).state.category[..2], [SPLIT, PRAGMATIST]);
}

/// Six tenths of the failures are put right: of those that are not, 0.4, so many take a customer down as fall, here a half: luck from 0.6 to 0.8.
#[test]
fn failures_take_customers_down() {
    let mut block = of(&[FAITHFUL, FAITHFUL, SPLIT, PRAGMATIST, COMMITTED]);
    block.scratch.failing = vec![0, 1, 2, 3, 4];
    put(&mut block.scratch.failed, &[1.0, 1.0, 1.0, 1.0, 2.0]);
    put(&mut block.luck.recovery, &[0.79, 0.81, 0.7, 0.7, 0.1]);
    let moves = Moves { falls: [0.5; 6], ..Moves::default() };
    let levers = Levers { recovered_fast: 0.2, recovered_slowly: 0.4, ..Levers::NONE };
    advance(&mut block, &Terms::of(levers, everybody_exists(moves)), &[0.0; 6]);
    assert_eq!(block.state.category[..5], [SPLIT, FAITHFUL, PRAGMATIST, PRAGMATIST, COMMITTED]);
}

/// Three purchases by somebody satisfied by 0.4 and attached by 0.2, less 0.2 for open rivals: 3 · (1 + 0.4) = 4.2, times a chance of 0.1.
#[test]
fn good_treatment_takes_customers_up() {
    let mut block = of(&[SPLIT, SPLIT, SPLIT, PRAGMATIST, SPLIT, SPLIT, FAITHFUL, SPLIT]);
    block.scratch.count.fill(3.0);
    block.state.treatment.fill(0.4);
    block.state.attachment.fill(0.2);
    block.state.freed.fill(1.2);
    put(&mut block.luck.recovery, &[0.41, 0.43, 0.41, 0.41, 0.41, 0.2, 0.41, 0.43]);
    put(&mut block.scratch.failed, &[0.0, 0.0, 1.0]);
    // half as free, he sees half of the rivals: 4.5
    block.state.freed[1] = 0.5;
    // somebody who has come to dislike us
    block.state.treatment[5] = -2.0;
    // freed, and not yet friends
    block.state.leaning[4] = -0.5;
    let mut rises = [0.0; 6];
    rises[usize::from(SPLIT)] = 0.1;
    let response = Response { rival_contrast: 0.5, ..everybody_exists(Moves::default()) };
    advance(&mut block, &Terms { rivals: 0.4, ..Terms::of(Levers::NONE, response) }, &rises);
    let expected = [FAITHFUL, FAITHFUL, SPLIT, PRAGMATIST, SPLIT, SPLIT, FAITHFUL, SPLIT];
    assert_eq!(block.state.category[..8], expected);
    holds(&block.state.leaning, &[0.3, 0.3, 0.0, -0.1, 0.0, 0.0, 0.3]);
}
