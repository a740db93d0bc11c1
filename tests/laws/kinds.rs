//! Laws: each kind of element does something, and books its money where it says it does.
//!
//! Worlds compared share every customer and all luck, so whatever differs is the element's own. Exact.

use super::*;
use loyalsim::design::{Book, ElementKind, KindFacts};
use std::collections::BTreeSet;

/// One element of each kind, with numbers that let it move everything its kind can move.
const ELEMENTS: &[(&str, &str)] = &[
    ("cumulative_discount", "steps = [{ from = 1, discount = 0.05 }]"),
    ("points", "earn = 0.03\nminimum_to_redeem = 10\nsold_at = 1\ntop_up_share = 1"),
    (
        "tiers",
        "steps = [{ name = \"gold\", spend_per_year = 200, discount = 0.02, cost_per_member_per_year = 3 }]",
    ),
    ("seasonal_sale", "months = [7, 11]\ndiscount = 0.1"),
    ("special_offer", "discount = 0.1\nevery_months = 1"),
    ("referral", "invitations = 0.5\nreward = 5"),
    ("messages", "per_month = 2\ncost_per_message = 0.1"),
    ("staff_training", "lifts_proper_contacts_to = 0.9"),
    ("staff_pay", "raises_pay_by = 0.1"),
    ("staff_culture", "raises_experience_to = 0.9"),
    ("mystery_shopping", "visits_per_month = 10\ncost_per_visit = 30"),
    ("fast_response", "reaches = 0.5\nlift = 0.5"),
    ("complaint_recovery", "recovered_fast = 0.6\nrecovered_slowly = 0.1\ncost_per_case = 5"),
    ("quality", "failures_per_purchase = 0.001"),
    ("gift_card", "sold_per_purchase = 1\nexpiry_months = 12"),
    ("prize_draw", "prizes_per_month = 5\nprize_cost = 20"),
    ("contest", "prizes_per_month = 100"),
    ("game", "win_chance = 0.05\ndiscount = 0.1"),
    ("trade_in", "take_up = 0.1\nallowance = 0.2"),
    ("partner", "earned_elsewhere = 0.5\nspent_elsewhere = 0.3"),
    ("subscription", "fee_per_year = 10\ndiscount = 0.05"),
    ("gift", "cost_per_gift = 2"),
    ("club", "recognition = 0.05"),
    ("preferential_terms", "discount = 0.05"),
    ("special_terms", "granted = 0.5\ndiscount = 0.1"),
    ("personal_offers", "discount = 0.05\ncost_per_offer = 0.1"),
    ("payment_terms", "take_up = 0.2\ninterest_per_year = 0.1"),
    ("guarantee", "returns = 0.04"),
    ("charges", "fee_per_purchase = 1"),
    ("retention_offer", "calls = 1\ndiscount = 0.3"),
    ("win_back", "discount = 0.3\ngift = 10\nreached = 1\nreturns = 1\nafter_failure = 1"),
    ("points_event", "multiple = 5\ntake_up = 0.5"),
    ("volume_bonus", "steps = [{ spend_per_year = 100, bonus = 0.05 }]"),
];

/// Each kind with all that it could offer at nothing; for service, at no more than today.
const NOTHING: &[(&str, &str)] = &[
    ("cumulative_discount", "steps = [{ from = 1, discount = 0 }]"),
    ("points", "earn = 0\nminimum_to_redeem = 10"),
    ("tiers", "steps = [{ name = \"gold\", spend_per_year = 100, recognition = 0, earn_multiple = 5 }]"),
    ("seasonal_sale", "months = [1, 4, 7, 10]\ndiscount = 0"),
    ("special_offer", "discount = 0\nevery_months = 1\nfrom_receipt = 5"),
    ("referral", "invitations = 0\nreward = 5\nfriend_reward = 5"),
    ("messages", "per_month = 0\nothers = 1\ncost_per_message = 0.1"),
    ("staff_training", "lifts_proper_contacts_to = 0.15"),
    ("staff_pay", "raises_pay_by = 0"),
    ("staff_culture", "raises_experience_to = 0\nraises_meaning_to = 0"),
    ("mystery_shopping", "visits_per_month = 0\ncost_per_visit = 30"),
    ("fast_response", "reaches = 0\nlift = 0.5"),
    ("complaint_recovery", "recovered_fast = 0\nrecovered_slowly = 0\ncost_per_case = 5"),
    ("quality", "failures_per_purchase = 1\nunevenness = 1"),
    ("gift_card", "sold_per_purchase = 0"),
    ("prize_draw", "prizes_per_month = 50\nprize_cost = 0"),
    ("contest", "prizes_per_month = 0"),
    ("game", "win_chance = 0.1\ndiscount = 0"),
    ("trade_in", "take_up = 0.1\nallowance = 0"),
    ("partner", "earned_elsewhere = 0.5\nspent_elsewhere = 0.3"),
    ("subscription", "fee_per_year = 0\ndiscount = 0"),
    ("gift", "cost_per_gift = 0"),
    ("club", "recognition = 0\nlift = 0"),
    ("preferential_terms", "discount = 0\nentitled_share = 0.5"),
    ("special_terms", "granted = 0.5\ndiscount = 0"),
    ("personal_offers", "discount = 0\ncost_per_offer = 0.1"),
    ("payment_terms", "months = 0"),
    ("guarantee", "returns = 0\nclaims = 0\nlift = 0\nattraction = 0"),
    ("charges", "fee_per_purchase = 0"),
    ("retention_offer", "calls = 1\ndiscount = 0"),
    ("win_back", "discount = 0\ngift = 0"),
    ("points_event", "multiple = 20\ntake_up = 1"),
    ("volume_bonus", "steps = [{ spend_per_year = 100, bonus = 0 }]"),
];

/// A shop that pays its staff, and gives nothing away: no special terms, no money for failures.
const STAFFED: &str = r#"
[service]
cost_per_recovery = 0
[staff]
employees = 100
pay_per_month = 2000
hiring_cost = 3000
turnover_per_year = 0.4
[special_terms]
granted = 0
[program]
launch = "2026-01"
willing = 1
setup_cost = 0
cost_per_month = 0
"#;

/// A club that does nothing, so that there is a program to compare with.
const IDLE: &str = "[[program.club]]\nrecognition = 0\ncrowding = 0\nlift = 0\n";

/// The lines that a kind may be the only one to move.
const LINES: &[Line] = &[
    Line::Discount,
    Line::RewardCost,
    Line::SetupCost,
    Line::RunningCost,
    Line::ServiceCost,
    Line::StaffPay,
    Line::HiringCost,
    Line::ReferralCost,
    Line::GiftCost,
    Line::FinanceCost,
    Line::ReturnsCost,
    Line::FeeIncome,
    Line::PartnerIncome,
    Line::CardBreakage,
    Line::LiabilityValue,
    Line::CardsOutstanding,
    Line::BonusesOwed,
];

fn line(book: Book) -> Line {
    match book {
        Book::Discounts => Line::Discount,
        Book::Rewards => Line::RewardCost,
        Book::Running => Line::RunningCost,
        Book::Service => Line::ServiceCost,
        Book::StaffPay => Line::StaffPay,
        Book::Hiring => Line::HiringCost,
        Book::Referrals => Line::ReferralCost,
        Book::Gifts => Line::GiftCost,
        Book::Finance => Line::FinanceCost,
        Book::Returns => Line::ReturnsCost,
        Book::Fees => Line::FeeIncome,
        Book::Partners => Line::PartnerIncome,
        Book::CardBreakage => Line::CardBreakage,
        Book::PointsOwed => Line::LiabilityValue,
        Book::CardsOwed => Line::CardsOutstanding,
        Book::BonusesOwed => Line::BonusesOwed,
    }
}

/// The numbers of the element of a kind.
fn numbers(kind: &KindFacts) -> &'static str {
    let known = ELEMENTS.iter().find(|(key, _)| *key == kind.key);
    known.unwrap_or_else(|| panic!("{}: give numbers that move all that the kind can move", kind.key)).1
}

/// A trial with the idle club, with what the element needs, and with the element or without it.
fn world(months: usize, kind: &KindFacts, element: &str) -> Tally {
    // partners share points, and events multiply them, so there have to be some
    let needs = if ["partner", "points_event"].contains(&kind.key) {
        "[[program.points]]\nearn = 0.03\n"
    } else {
        ""
    };
    play(&design(months, SHOP, &format!("{STAFFED}{IDLE}{needs}{element}")), 300, 1).remove(0)
}

/// An element that nobody compiled would leave the ledger and the survey as they are.
#[test]
fn every_kind_does_something_and_books_what_it_says() {
    for kind in ElementKind::ALL {
        let element = format!("[[program.{}]]\n{}\n", kind.key, numbers(kind));
        let (with, without) = (world(36, kind, &element), world(36, kind, ""));
        assert_ne!(with, without, "{} does nothing", kind.key);
        for &at in LINES {
            let [now, before] = [&with, &without].map(|tally| sum(tally, 1, 0..36, at));
            let said = kind.books.iter().any(|book| line(*book) == at);
            assert_eq!(now != before, said, "{}, {at:?}: {before} becomes {now}", kind.key);
        }
    }
}

/// Where nothing is offered nobody buys more, stays longer or comes for it, in any trial. Exact.
#[test]
fn what_offers_nothing_does_nothing_good() {
    let kinds: BTreeSet<&str> = NOTHING.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, ElementKind::ALL.iter().map(|kind| kind.key).collect::<BTreeSet<_>>());
    let good = [Line::Purchases, Line::ListRevenue, Line::Active, Line::Arrived, Line::Promoters];
    let mut faults = Vec::new();
    for (kind, lines) in NOTHING {
        let needs = if matches!(*kind, "tiers" | "partner" | "points_event") {
            "[[program.points]]\nearn = 0\n"
        } else {
            ""
        };
        let design = design(24, SHOP, &format!("{STAFFED}{IDLE}{needs}[[program.{kind}]]\n{lines}\n"));
        for tally in play(&design, 500, 2) {
            for line in good {
                let [without, with] = [0, 1].map(|world| sum(&tally, world, 0..24, line));
                if with > without * (1.0 + 1e-6) {
                    faults.push(format!("{kind}: {line:?} {without} → {with}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A kind that may rest does nothing while it rests: what works from November to December has changed nothing by the end of October.
/// (In two months, since friends are brought by promoters who were there the month before.)
#[test]
fn a_kind_at_rest_does_nothing() {
    for kind in ElementKind::ALL.iter().filter(|kind| kind.rests) {
        let resting = format!("[[program.{}]]\n{}\ncalendar = [11, 12]\n", kind.key, numbers(kind));
        let (with, without) = (world(14, kind, &resting), world(14, kind, ""));
        for (month, segment) in (0..10).flat_map(|month| [(month, 0), (month, 1)]) {
            let rows = [&with, &without].map(|tally| tally.row(1, segment, month));
            assert_eq!(rows[0], rows[1], "{} in month {month}", kind.key);
        }
        assert_ne!(with, without, "{} does not work in November and December either", kind.key);
    }
}

/// What every element may cost is booked alike: before it begins as set-up, by the month as running cost or as service, and the part
/// that partners pay as income.
#[test]
fn common_costs_of_every_kind_are_booked() {
    for kind in ElementKind::ALL {
        let element =
            |costs: &str| world(12, kind, &format!("[[program.{}]]\n{}\n{costs}", kind.key, numbers(kind)));
        let dear = element("setup_cost = 1000\ncost_per_month = 100\npartners_pay = 0.5\n");
        let free = element("setup_cost = 0\ncost_per_month = 0\npartners_pay = 0.5\n");
        let month = if kind.is_service() { Line::ServiceCost } else { Line::RunningCost };
        for (at, money) in [(Line::SetupCost, 1000.0), (month, 1200.0), (Line::PartnerIncome, 1100.0)] {
            let change = total(&dear, at) - total(&free, at);
            assert!((change / money - 1.0).abs() < 1e-9, "{}: {at:?} {change}", kind.key);
        }
    }
}

/// A line of the program's world over all months, in money of the business.
fn total(tally: &Tally, line: Line) -> f64 {
    (0..tally.months()).map(|month| tally.total(1, month, line)).sum()
}
