//! What is to be expected of a customer: how he leaves, what he spends, which of his points will be redeemed.

use super::*;
use crate::design::{Category, Design, Truth};
use crate::plan::{Given, Levels, Moves, Plan, PointsTerms};
use crate::population::{Leaving, Lifetime, Newcomers, Recipe, Shapes};
use crate::simulate::outlook::{Item, Outlook};
use crate::simulate::state::Points;
use redemption::{GivenAway, Redemption};

const SHARE: [f32; 6] = [0.35, 0.2, 0.2, 0.1, 0.1, 0.05];

/// Months are worth less from one to the next, hazards run with tenure, and needs never change.
fn lifetime() -> Lifetime {
    Lifetime::new(&[&Newcomers::default()], 0.98, 0.0, false, 0.7)
}

fn recipe() -> Recipe {
    let design = Design::parse(include_str!("../../../../tests/designs/full.toml")).unwrap();
    let plan = Plan::new(&design, &Truth::central(&design), 1, 0);
    Recipe::new(&plan.segments[0], &mut Shapes::default())
}

/// A committed member of long standing, satisfied; a blackmailer who came in month 2, badly treated, with a fresh failure.
fn customers() -> Block {
    let mut block = Block::new();
    block.state.alive.fill(0.0);
    put(&mut block.state.alive, &[1.0, 1.0]);
    put(&mut block.people.joined, &[-5.0, 2.0]);
    put(&mut block.people.hazard, &[0.1, 0.3, 9.0]);
    put(&mut block.state.treatment, &[0.5, -0.5]);
    put(&mut block.state.fault, &[0.0, 1.0]);
    put(&mut block.state.category, &[Category::Committed as u8, Category::Blackmailer as u8]);
    block.state.exposure.fill(1.0);
    block.people.rate.fill(2.0);
    block.people.basket.fill(50.0);
    block.scratch.mean.fill(1.5);
    block
}

fn response() -> Response {
    Response {
        staff: 2.0,
        keeps: 0.8,
        fault_memory: 0.5,
        complaints: 0.6,
        gives_up: [0.4, 0.3, 0.2, 0.1],
        moves: Moves { asks: 0.2, leaves: 0.5, ..Moves::default() },
        ..Response::default()
    }
}

fn levers() -> Levers {
    Levers { failure: 0.05, recovered_fast: 0.2, recovered_slowly: 0.3, ..Levers::NONE }
}

/// The outlook of each customer in month 3, in this season.
fn outlooks(block: &Block, levers: Levers, response: Response, season: f32) -> Vec<Outlook> {
    let terms = Terms { month: 3, ..Terms::of(levers, response) };
    let (recipe, lifetime) = (recipe(), lifetime());
    let (mut found, told) = (Vec::new(), (&SHARE, &recipe, &lifetime, season));
    outlook::outlooks(&terms.now(), told, &block.people, &block.state, &block.scratch, &mut found);
    assert!(found.iter().enumerate().all(|(place, (row, _))| *row == place));
    found.into_iter().map(|(_, outlook)| outlook).collect()
}

/// How the two leave: what staff and failures make of the hazard on average stays, 0.1 and 0.3 being its weights; what is beside it passes,
/// over five months and over two. The failures of two purchases drive away 2 · 0.05 · (0.2 · 0.1 + 0.3 · 0.2 + 0.1 · 0.3 + 0.4 · 0.4); refused
/// terms `refused`.
fn leavings(refused: f32) -> [Leaving; 2] {
    let e = std::f32::consts::E;
    let (staff, quality) = ([0.35 / e, 0.35 * e], [0.2, 0.2 * e]);
    let usual = |of: [f32; 2]| (0.1 * of[0] + 0.3 * of[1]) / 0.4;
    [0, 1].map(|row| Leaving {
        hazard: [0.1, 0.3][row],
        multiple: usual(staff) + usual(quality) + 0.45,
        besides: 0.027 + [0.0, refused][row],
        passing: [0.1, 0.3][row]
            * (5.0 * (staff[row] - usual(staff)) + 2.0 * (quality[row] - usual(quality))),
        purchases: 3.0,
        stratum: 0,
    })
}

/// Five months in, the second was there for two of them.
fn months(refused: f32) -> [f64; 2] {
    let [first, second] = leavings(refused);
    [lifetime().months(&first, 4.0), lifetime().months(&second, 2.0)].map(f64::from)
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 2e-5 * expected.abs().max(0.1), "{found}, not {expected}");
}

/// Half a season: 1.5 purchases are 3 in a usual month, 150 spent, a tenth of it off. In a month without a season the usual 2 are counted on.
#[test]
fn months_ahead_and_what_is_spent_in_them() {
    let mut block = customers();
    block.scratch.discount.fill(0.1);
    put(&mut block.state.member, &[1.0, 0.0]);
    let found = outlooks(&block, levers(), response(), 0.5);
    assert_eq!(found.len(), 2);
    for ((found, months), member) in found.iter().zip(months(0.1)).zip([1.0, 0.0]) {
        assert_eq!((found[Item::Heads], found[Item::Members], found[Item::Issued]), (1.0, member, 0.0));
        near(found[Item::HeadsAhead], months);
        near(found[Item::MembersAhead], member * months);
        near(found[Item::Spend], 150.0);
        near(found[Item::SpendAhead], 150.0 * months);
        near(found[Item::Rebate], 15.0);
        near(found[Item::RebateAhead], 15.0 * months);
        assert_eq!(found[Item::Owed], 0.0);
    }
    near(outlooks(&block, levers(), response(), 0.06)[0][Item::Spend], 1250.0);
    near(outlooks(&block, levers(), response(), 0.05)[0][Item::Spend], 100.0);
}

/// What lasts longest lasts fifty months.
#[test]
fn what_does_not_fade_is_seen_fifty_months_ahead() {
    let found = outlooks(&customers(), levers(), Response { keeps: 0.999, ..response() }, 0.5);
    let [_, second] = leavings(0.1);
    let e = std::f32::consts::E;
    let (bad, usual) = (0.35 * e, (0.1 * 0.35 / e + 0.3 * 0.35 * e) / 0.4);
    let passing = second.passing + 0.3 * 45.0 * (bad - usual);
    near(found[1][Item::HeadsAhead], f64::from(lifetime().months(&Leaving { passing, ..second }, 2.0)));
}

/// Where nobody leaves for a reason of his own, failures alone drive away.
#[test]
fn nobody_with_a_propensity_to_leave() {
    let mut block = customers();
    block.people.hazard.fill(0.0);
    let found = outlooks(&block, levers(), response(), 0.5);
    let [first, _] = leavings(0.0);
    let alone = Leaving { hazard: 0.0, multiple: 0.45, passing: 0.0, ..first };
    near(found[0][Item::HeadsAhead], f64::from(lifetime().months(&alone, 4.0)));
}

/// He asks with a chance of 0.2, is refused seven times in ten, and goes by a half. Who has terms need not ask; where none are given any longer he
/// does, and goes by a half.
#[test]
fn who_wants_terms_goes_without() {
    let granting = Levers { granted: 0.3, terms: 0.05, ..levers() };
    for (own, levers, refused) in
        [(0.0, levers(), 0.1), (0.0, granting, 0.07), (0.05, granting, 0.0), (0.05, levers(), 0.5)]
    {
        let mut block = customers();
        block.state.terms.fill(own);
        let found = outlooks(&block, levers, response(), 0.5);
        for (found, months) in found.iter().zip(months(refused)) {
            near(found[Item::HeadsAhead], months);
        }
    }
}

/// Twice the points of a level, a tenth of 135, and 2 of the usual 100 from partners: 29, at 0.5. Of 20 outstanding 10 are owed.
fn scheme() -> (Block, Levers) {
    let mut block = customers();
    block.scratch.discount.fill(0.1);
    put(&mut block.state.member, &[1.0, 0.0]);
    put(&mut block.state.level, &[1.0, 0.0]);
    put(&mut block.state.issued, &[30, 0]);
    put(&mut block.state.used, &[10, 0]);
    put(&mut block.people.forgetful, &[0.25, 0.0]);
    block.state.history = vec![Points([0; crate::random::ROWS]); 4];
    put(&mut block.state.history[2].0, &[18]);
    let points = PointsTerms {
        earn: 0.1,
        value: 0.5,
        minimum: 12.0,
        redeem_chance: 0.3,
        payable: 0.2,
        elsewhere: 0.02,
        ..PointsTerms::NONE
    };
    let levels = Levels { earn: from_first(1.0, 2.0), ..Levels::NONE };
    (block, Levers { program: true, has_points: true, points, levels, ..levers() })
}

/// Purchases of 45 may be paid with points by a fifth: 18 of them.
fn redemption(first: &Leaving) -> Redemption {
    let (chance, minimum, purchases) = (0.3 * 0.75, 12.0, 3.0);
    let (stay, away) = (lifetime().stay(first), GivenAway::NOTHING);
    Redemption { chance, minimum, purchases, earned: 29.0 / 3.0, paid: 18.0, stay, away }
}

fn with(points: PointsTerms, levers: Levers) -> Levers {
    Levers { points, ..levers }
}

#[test]
fn points_ahead() {
    let (block, levers) = scheme();
    let ([first, _], [months, _]) = (leavings(0.1), months(0.1));
    let member = redemption(&first);
    let holds = |levers: Levers, [old, new]: [f32; 2]| {
        let found = &outlooks(&block, levers, response(), 0.5)[0];
        near(found[Item::Issued], 14.5);
        near(found[Item::Owed], 10.0);
        near(found[Item::Honoured], 10.0 * f64::from(old));
        near(found[Item::RewardAhead], 14.5 * months * f64::from(new));
    };
    // of 20 points 8 are a month old
    holds(levers, member.shares(20.0, 0.4, 4));
    holds(
        with(PointsTerms { by_activity: true, ..levers.points }, levers),
        member.shares_by_activity(20.0, 0.4, 4),
    );
    // rewards are bought with all that is there
    let rewards = PointsTerms { rewards: true, ..levers.points };
    holds(with(rewards, levers), Redemption { paid: 20.0, ..member }.shares(20.0, 0.4, 4));
    // a charity gets three quarters of what a redeemed point costs; of 20 points, worth 10, a fee of 2.50 keeps a quarter, and the forgetful give none
    let given = Given { donated: 0.4, worth: 0.3, transferred: 0.2, fee: 2.5, ..Given::NOTHING };
    let away = GivenAway { donated: 0.4, cost: 0.75, transferred: 0.75 * 0.2 * 0.75 };
    let giving = PointsTerms { given, cost: 0.4, ..levers.points };
    holds(with(giving, levers), Redemption { away, ..member }.shares(20.0, 0.4, 4));
    let dear = PointsTerms { rewards: true, minimum: 40.0, ..levers.points };
    holds(with(dear, levers), Redemption { paid: 40.0, minimum: 40.0, ..member }.shares(20.0, 0.4, 4));
}

/// Where money in whole thirties earns, of 45 two thirds do.
#[test]
fn points_ahead_by_terms() {
    use crate::plan::Earning;
    let (block, levers) = scheme();
    let earning = Earning { full: 30.0, ..Earning::ALL };
    let points = PointsTerms { earning, ..levers.points };
    let found = outlooks(&block, Levers { points, ..levers }, response(), 0.5);
    near(found[0][Item::Issued], (27.0 * 2.0 / 3.0 + 2.0) * 0.5);
    // who is no member earns nothing, and what is worth less than nothing counts for nothing
    assert_eq!((found[1][Item::Issued], found[1][Item::Owed], found[1][Item::RewardAhead]), (0.0, 0.0, 0.0));
    let bad = PointsTerms { value: -0.5, ..levers.points };
    assert_eq!(outlooks(&block, Levers { points: bad, ..levers }, response(), 0.5)[0][Item::Issued], 0.0);
}
