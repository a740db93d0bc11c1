//! Elements that run at the same time: what adds up, what does not, and who has nothing to join for.
//!
//! Designs share every customer and all luck; shares of sales are exact up to single precision.

use super::*;

/// A program with its elements, in which everybody joins at the first visit.
fn program(stacking: &str, elements: &str) -> String {
    format!(
        "[program]\nlaunch = \"2026-01\"\nwilling = 1\njoins_per_visit = 1\nsetup_cost = 0\ncost_per_month = 0\nstacking = \"{stacking}\"\n{elements}\n"
    )
}

fn with(stacking: &str, elements: &str) -> Vec<Tally> {
    play(&design(24, SHOP, &program(stacking, elements)), 400, 2)
}

/// Discounts as a share of sales at list prices, over some months.
fn depth(tallies: &[Tally], months: std::ops::Range<usize>) -> f64 {
    let all = |line| tallies.iter().map(|t| sum(t, 1, months.clone(), line)).sum::<f64>();
    all(Line::Discount) / all(Line::ListRevenue)
}

fn about(what: &str, found: f64, expected: f64) {
    assert!((found / expected - 1.0).abs() < 1e-5, "{what}: {found}, not {expected}");
}

/// Two sales in the same month, and a sale with an offer: the deeper one, or the sum of both.
#[test]
fn discounts_add_up_where_the_design_says_so() {
    let sales = "[[program.seasonal_sale]]\nmonths = [1, 3]\ndiscount = 0.05\n[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.08\n";
    about("the deeper sale", depth(&with("best", sales), 0..1), 0.08);
    about("both sales", depth(&with("sum", sales), 0..1), 0.13);
    about("alone in March", depth(&with("sum", sales), 2..3), 0.05);

    let offers = "[[program.special_offer]]\ndiscount = 0.10\nevery_months = 1\ntake_up = 1\nopen_to = \"everyone\"\n[[program.special_offer]]\ndiscount = 0.04\nevery_months = 2\ntake_up = 1\nopen_to = \"everyone\"\n";
    about("the deeper offer", depth(&with("best", offers), 0..1), 0.10);
    about("both offers", depth(&with("sum", offers), 0..1), 0.14);
    about("the one that comes every month", depth(&with("sum", offers), 1..2), 0.10);
}

/// An offer for members does not take the smaller one for everybody away from those who are no members: in the first month there are none.
#[test]
fn an_offer_for_members_leaves_the_others_theirs() {
    let offers = "[[program.special_offer]]\ndiscount = 0.10\nevery_months = 1\ntake_up = 1\n[[program.special_offer]]\ndiscount = 0.04\nevery_months = 1\ntake_up = 1\nopen_to = \"everyone\"\n";
    let tallies = with("best", offers);
    about("nobody is a member yet", depth(&tallies, 0..1), 0.04);
    let late = depth(&tallies, 20..24);
    assert!(late > 0.07 && late < 0.10, "members and others: {late}");
}

/// A customer on two ladders, one by purchases and one by money, gets the better discount or both.
#[test]
fn two_ladders_of_different_kinds_add_up() {
    let ladders = "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.03 }]\n[[program.cumulative_discount]]\nby = \"spend\"\nsteps = [{ from = 1, discount = 0.04 }]\n";
    let (best, both) = (with("best", ladders), with("sum", ladders));
    // who has bought once has spent something: the same people are on both; deeper discounts make them buy a little more
    let ratio = depth(&both, 12..24) / depth(&best, 12..24);
    assert!((ratio - 7.0 / 4.0).abs() < 0.02, "{ratio}");
}

/// Friends of two campaigns come at the price of their own: 0.01 at 10 and 0.03 at 2 are 4 each. Exact.
#[test]
fn two_campaigns_bring_friends_at_their_own_price() {
    let tallies = with(
        "best",
        "[[program.referral]]\ninvitations = 0.01\nreward = 10\nreward_effect = 0\n[[program.referral]]\ninvitations = 0.03\nfriend_reward = 2\nreward_effect = 0\n",
    );
    let all = |line| tallies.iter().map(|t| sum(t, 1, 0..24, line)).sum::<f64>();
    about("the mean price of a friend", all(Line::ReferralCost) / all(Line::Referred), 4.0);
}

/// Where no element is for a segment, nobody of it joins, gets or costs anything; a program of service alone is for everybody.
#[test]
fn nobody_joins_where_there_is_nothing_for_him() {
    let card = "cost_per_member_per_year = 10\n[[program.points]]\nearn = 0.05\nsegments = [\"regulars\"]\n[[program.special_offer]]\ndiscount = 0.1\nsegments = [\"regulars\"]\n";
    let service =
        "[[program.complaint_recovery]]\nrecovered_fast = 0.15\nrecovered_slowly = 0.25\ncost_per_case = 5\n";
    for tally in with("best", &format!("{card}{service}")) {
        assert!(tally.get(1, 0, 23, Line::Members) > 0.0);
        for month in 0..24 {
            for line in [Line::Members, Line::Joined, Line::RunningCost, Line::Discount, Line::PointsIssued] {
                assert_eq!(tally.get(1, 1, month, line), 0.0, "{line:?}");
            }
        }
    }
    assert!(with("best", service).iter().all(|tally| tally.get(1, 1, 23, Line::Members) > 0.0));
}

/// Partners who pay half of a sale and of an offer pay half of the discounts given. Exact.
#[test]
fn partners_share_sales_and_offers() {
    let share = |element: &str| {
        let tallies = with("best", &format!("{element}partners_pay = 0.5\n"));
        let all = |line| tallies.iter().map(|t| sum(t, 1, 0..24, line)).sum::<f64>();
        all(Line::PartnerIncome) / all(Line::Discount)
    };
    about("a sale", share("[[program.seasonal_sale]]\nmonths = [1, 7]\ndiscount = 0.1\n"), 0.5);
    about(
        "an offer",
        share("[[program.special_offer]]\ndiscount = 0.1\nevery_months = 2\ntake_up = 0.3\n"),
        0.5,
    );
    about(
        "a sale for some",
        share("[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1\nentitled_share = 0.5\n"),
        0.5,
    );
}
