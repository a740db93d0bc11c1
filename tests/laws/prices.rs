//! Laws: customers answer to fees, charges, rewards and expiry.
//!
//! Designs compared share every customer and all luck. Where totals are compared, correct code fails only if the effect of tens of
//! thousands of customer-months has the wrong sign: less than once in a million seeds.

use super::*;

fn with(element: &str) -> Vec<Tally> {
    let program = "[program]\nlaunch = \"2026-01\"\nwilling = 1\njoins_per_visit = 1\nsetup_cost = 0\ncost_per_month = 0\n";
    play(&design(36, SHOP, &format!("{program}{element}")), 600, 4)
}

fn all(tallies: &[Tally], line: Line) -> f64 {
    tallies.iter().map(|t| sum(t, 1, 0..36, line)).sum()
}

/// The dearer a subscription, the fewer pay, and nobody far more than it gives back: a fee a hundred times as high brings less.
#[test]
fn a_subscription_far_too_dear_finds_nobody() {
    let fees = |fee: f64| {
        let element = format!("[[program.subscription]]\nfee_per_year = {fee}\ndiscount = 0.08\n");
        all(&with(&element), Line::FeeIncome)
    };
    let (usual, absurd) = (fees(50.0), fees(5000.0));
    assert!(usual > 0.0 && absurd < 0.1 * usual, "{usual} {absurd}");
}

/// Nobody resents, or feels tied by, a fee that is not there. Exact.
#[test]
fn no_fee_is_not_resented() {
    let free = |feelings: &str| {
        with(&format!("[[program.subscription]]\nfee_per_year = 0\ndiscount = 0.08\n{feelings}"))
    };
    assert_eq!(free("resentment = 0.5\nsunk_cost = 0.3\n"), free("resentment = 0\nsunk_cost = 0\n"));
}

/// The larger a charge against the receipt (30 and 45), the fewer stay, the fewer purchases they make, and the worse they speak; an
/// absurd charge brings next to nothing.
#[test]
fn anger_grows_with_the_charge() {
    let charged = |fee: f64| with(&format!("[[program.charges]]\nfee_per_purchase = {fee}\n"));
    let fees = [0.5, 2.0, 8.0, 200.0].map(charged);
    for (less, more) in fees.iter().zip(&fees[1..]) {
        for line in [Line::Active, Line::Purchases] {
            assert!(all(more, line) < all(less, line), "{line:?}");
        }
    }
    let score = |t: &[Tally]| (all(t, Line::Promoters) - all(t, Line::Detractors)) / all(t, Line::Start);
    assert!(score(&fees[2]) < score(&fees[1]) && score(&fees[1]) < score(&fees[0]));
    assert!(all(&fees[3], Line::FeeIncome) < all(&fees[1], Line::FeeIncome));
}

/// Some recommend without a reward; a reward brings more friends, and each further part of it fewer of them.
#[test]
fn rewards_bring_friends_less_and_less() {
    let friends = |reward: f64| {
        let element = format!("[[program.referral]]\ninvitations = 0.05\nreward = {reward}\n");
        all(&with(&element), Line::Arrived)
    };
    let none = friends(0.0) - all(&with("[[program.referral]]\ninvitations = 0\n"), Line::Arrived);
    let [small, large, huge] = [4.0, 40.0, 400.0].map(|reward| friends(reward) - friends(0.0));
    assert!(none > 0.0 && small > 0.1 * none, "{none} {small}");
    assert!(large > small && huge > large && huge - large < large - small, "{small} {large} {huge}");
}

/// Who sees that a card expires in a month buys less of it; three years or none make no difference.
#[test]
fn buyers_of_cards_see_the_expiry() {
    let sold = |months: u32| {
        let element = format!("[[program.gift_card]]\nsold_per_purchase = 0.5\nexpiry_months = {months}\n");
        all(&with(&element), Line::CardsSold) / all(&with(&element), Line::Purchases)
    };
    let (never, long, short) = (sold(0), sold(36), sold(1));
    assert!((long / never - 1.0).abs() < 1e-3 && short < 0.2 * never, "{never} {long} {short}");
}

/// Credit of no months, and a draw without prizes, are nothing. Exact.
#[test]
fn nothing_offered_does_nothing() {
    let nothing = with("[[program.club]]\nrecognition = 0\ncrowding = 0\nlift = 0\n");
    for element in [
        "[[program.payment_terms]]\nmonths = 0\n",
        "[[program.prize_draw]]\nprizes_per_month = 0\nprize_cost = 20\n",
    ] {
        assert_eq!(with(element), nothing, "{element}");
    }
}

/// Cards of a cent, as many as make up the same sum, win next to no friends; those worth a visit do.
#[test]
fn change_wins_no_friends() {
    let friends = |value: f64| {
        let element =
            format!("[[program.gift_card]]\nsold_per_purchase = 0.5\nbrings_friend = 0.5\nvalue = {value}\n");
        all(&with(&element), Line::Arrived)
    };
    let none = all(
        &with("[[program.gift_card]]\nsold_per_purchase = 0.5\nbrings_friend = 0\nvalue = 15\n"),
        Line::Arrived,
    );
    let [cent, visit] = [0.01, 15.0].map(|value| friends(value) - none);
    assert!(visit > 0.0 && cent < 0.01 * visit, "{cent} {visit}");
}
