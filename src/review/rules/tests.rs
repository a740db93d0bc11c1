//! Every rule at its threshold: it fires beyond it, is silent on the safe side, and cannot tell where the threshold lies within.

mod special;

use super::{Judgement, RULES, Rule};
use crate::design::Design;
use crate::review::facts::{Fact, Facts};
use crate::review::interval::{Interval, Side, Spread};
use std::collections::BTreeSet;

const DESIGN: &str = "
title = 'x'\ncurrency = 'EUR'\nstart = '2026-01'\nhorizon_months = 36
[business]\ncustomers = 1000\nnew_customers_per_month = 20\nacquisition_cost = 10\ngross_margin = 0.4\nannual_retention = 0.8
[[segment]]\nname = 'a'\nshare = 0.5\npurchases_per_year = 6\nbasket = 30
[[segment]]\nname = 'b'\nshare = 0.5\npurchases_per_year = 3\nbasket = 20
[[goal]]\nmetric = 'annual_retention'\nat_least = 0.8\nby = '2028-12'
[program]\nlaunch = '2026-01'\nsetup_cost = 100\ncost_per_month = 10
";

const POINTS: &str = "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 5\n";
const LADDER: &str = "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }]\n";
const TIERS: &str = "[[program.tiers]]\nsteps = [{ name = 'gold', spend_per_year = 500 }]\n";

const SIX: &str = "[[program.points]]\nearn = 0.05\n[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1\n[[program.special_offer]]\ndiscount = 0.1\n[[program.referral]]\n[[program.messages]]\nper_month = 2\ncost_per_message = 0.1\n[[program.gift]]\ncost_per_gift = 1\n";
const SEVEN: &str = "[[program.points]]\nearn = 0.05\n[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1\n[[program.special_offer]]\ndiscount = 0.1\n[[program.referral]]\n[[program.messages]]\nper_month = 2\ncost_per_message = 0.1\n[[program.gift]]\ncost_per_gift = 1\n[[program.club]]\n";

fn design(more: &str) -> Design {
    let text = DESIGN.to_owned() + more;
    Design::parse(&text).unwrap_or_else(|problems| panic!("{}", problems.plain()))
}

fn rule(code: &str) -> &'static Rule {
    RULES.iter().find(|rule| rule.code.0 == code).unwrap()
}

/// Rules that judge a number of the trials or of arithmetic: code, number, side on which they fire, threshold, and a design in which
/// they apply.
const BY_FACT: &[(&str, Fact, Side, f64, &str)] = &[
    ("D02", Fact::VolumeGap, Side::Below, 0.0, LADDER),
    ("D03", Fact::DiscountSubsidised, Side::Above, 0.5, LADDER),
    ("D05", Fact::UpliftHalved, Side::Below, 36.0, LADDER),
    ("E01", Fact::NetEffect, Side::Below, 0.0, LADDER),
    ("E02", Fact::PriceRatio, Side::Above, 1.0, LADDER),
    ("E03", Fact::NetSaved, Side::Below, 0.0, LADDER),
    ("E04", Fact::PaidToKept, Side::Above, 0.9, LADDER),
    ("E05", Fact::PaidBack, Side::Below, 0.5, LADDER),
    ("E06", Fact::SegmentEffect(1), Side::Below, 0.0, LADDER),
    ("E07", Fact::FixedShare, Side::Above, 0.05, LADDER),
    ("E08", Fact::WorstShare, Side::Above, 0.1, LADDER),
    ("E09", Fact::MarginGiven, Side::Above, 0.25, LADDER),
    ("E10", Fact::LastYear, Side::Below, 0.0, LADDER),
    ("E11", Fact::LiftOverstated, Side::Above, 2.0, LADDER),
    ("E14", Fact::LateEnd, Side::Above, 0.0, LADDER),
    ("E13", Fact::IdleFees, Side::Above, 0.3, LADDER),
    ("G04", Fact::GoalChance(0), Side::Below, 0.1, LADDER),
    ("G05", Fact::GoalChanceWithout(0), Side::Above, 0.5, LADDER),
    ("P01", Fact::FirstReward(0, 0), Side::Above, 12.0, POINTS),
    ("P02", Fact::FirstReward(0, 1), Side::Above, 12.0, POINTS),
    ("P03", Fact::Redemption, Side::Below, 0.2, POINTS),
    ("P04", Fact::Redemption, Side::Above, 0.8, POINTS),
    ("P08", Fact::LiabilityGrowth, Side::Above, 0.2, POINTS),
    ("P10", Fact::ExitMonths, Side::Above, 1.0, POINTS),
    ("P11", Fact::ActiveShare, Side::Below, 0.3, POINTS),
    ("S07", Fact::TopFifth, Side::Above, 0.8, POINTS),
    ("T01", Fact::TierShare(0, 0), Side::Below, 0.01, TIERS),
    ("T02", Fact::TierShare(0, 0), Side::Above, 0.5, TIERS),
];

fn interval(low: f64, high: f64) -> Interval {
    Interval { low, value: 0.5 * (low + high), high, spread: Spread::Trials }
}

#[test]
fn rules_fire_only_where_the_whole_interval_is_beyond() {
    for &(code, fact, side, limit, more) in BY_FACT {
        let design = design(more);
        let judge = |interval: Interval| (rule(code).judge)(&Facts::new(&design).with(fact, interval));
        let step = 1e-6;
        let (beyond, touching, safe) = match side {
            Side::Above => ((limit + step, limit + 1.0), (limit, limit + 1.0), (limit - 1.0, limit - step)),
            _ => ((limit - 1.0, limit - step), (limit - 1.0, limit), (limit + step, limit + 1.0)),
        };
        assert!(matches!(judge(interval(beyond.0, beyond.1)), Judgement::Weak(_)), "{code} does not fire");
        assert!(
            matches!(judge(interval(touching.0, touching.1)), Judgement::CannotTell(_)),
            "{code} is hasty"
        );
        assert_eq!(judge(interval(safe.0, safe.1)), Judgement::Clear, "{code} fires on the safe side");
        assert_eq!((rule(code).judge)(&Facts::new(&design)), Judgement::Absent, "{code} invents a number");
    }
}

/// Rules that judge the design itself: code, a design in which they fire, and one, just on the safe side, in which they do not.
const BY_DESIGN: &[(&str, &str, &str)] = &[
    (
        "A01",
        "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 10\nwelcome_points = 10",
        "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 10\nwelcome_points = 9",
    ),
    // The average receipt is 25, its margin 10.
    (
        "A02",
        "[[program.referral]]\nreward = 6\nfriend_reward = 4.1",
        "[[program.referral]]\nreward = 6\nfriend_reward = 3.9",
    ),
    (
        "A03",
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 5, discount = 0.06 }]",
        "[[program.cumulative_discount]]\nby = 'spend'\nsteps = [{ from = 1, discount = 0.05 }, { from = 100, discount = 0.06 }]",
    ),
    // Segment b comes every four months.
    (
        "A04",
        "[[program.points]]\nearn = 0.05\nexpiry_months = 3",
        "[[program.points]]\nearn = 0.05\nexpiry_months = 4",
    ),
    (
        "A05",
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 5, discount = 0.04 }]",
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.05 }, { from = 5, discount = 0.05 }]",
    ),
    // Segment b makes three purchases more within twelve months after the first.
    (
        "A06",
        "entry_purchases = 5\n[[program.points]]\nearn = 0.05",
        "entry_purchases = 4\n[[program.points]]\nearn = 0.05",
    ),
    (
        "E12",
        "[[program.referral]]\nreward = 6\nfriend_reward = 4.1",
        "[[program.referral]]\nreward = 6\nfriend_reward = 3.9",
    ),
    (
        "E15",
        "[[program.charges]]\nfee_per_purchase = 1\ncharged = 0.01",
        "[[program.charges]]\nfee_per_purchase = 1\ncharged = 0",
    ),
    ("G14", POINTS, "[[program.points]]\nearn = 0.05\n[plan]\naccounting = 'deferred'"),
    (
        "G15",
        "[[program.points]]\nearn = 0.05\n[[goal]]\nmetric = 'nps'\nat_least = 30\nby = '2028-12'",
        POINTS,
    ),
    ("G17", POINTS, "[[program.points]]\nearn = 0.05\n[plan]\nresponsible = 'Anna'"),
    (
        "G18",
        "[[program.points]]\nearn = 0.05\n[[program.partner]]\nearned_elsewhere = 0.2",
        "[[program.points]]\nearn = 0.05\n[[program.partner]]\nearned_elsewhere = 0.2\n[plan]\npartners = 'a bank'",
    ),
    ("G19", SEVEN, SIX),
    (
        "P12",
        "[[program.points]]\nearn = 0.05\ndevalued_in = '2027-06'\ndevaluation_notice_months = 2",
        "[[program.points]]\nearn = 0.05\ndevalued_in = '2027-06'\ndevaluation_notice_months = 3",
    ),
    (
        "D01",
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.41 }]",
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.39 }]",
    ),
    (
        "D04",
        LADDER,
        "[[program.cumulative_discount]]\nuntil = '2027-01'\nsteps = [{ from = 1, discount = 0.05 }]",
    ),
    (
        "D06",
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.029 }]",
        "[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.03 }]",
    ),
    (
        "D07",
        "[[program.cumulative_discount]]\nby = 'spend'\nsteps = [{ from = 1000000, discount = 0.05 }]",
        "[[program.cumulative_discount]]\nby = 'spend'\nsteps = [{ from = 500, discount = 0.05 }]",
    ),
    (
        "D08",
        "stacking = 'sum'\n[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.11 }]\n[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.11",
        "stacking = 'sum'\n[[program.cumulative_discount]]\nsteps = [{ from = 1, discount = 0.09 }]\n[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.09",
    ),
    (
        "D09",
        "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.201",
        "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.2",
    ),
    (
        "D10",
        "[[program.seasonal_sale]]\nmonths = [1, 2, 3, 4, 5]\ndiscount = 0.1",
        "[[program.seasonal_sale]]\nmonths = [1, 2, 3, 4]\ndiscount = 0.1",
    ),
    (
        "D11",
        "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1",
        "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1\nopen_to = 'members'",
    ),
    (
        "G02",
        LADDER,
        "[[program.points]]\nearn = 0.05\n[[goal]]\nmetric = 'npv'\nat_least = 0\nby = '2028-12'",
    ),
    (
        "G03",
        "[[program.points]]\nearn = 0.05\n[[goal]]\nmetric = 'npv'\nat_least = 0\nby = '2026-11'",
        "[[program.points]]\nearn = 0.05\n[[goal]]\nmetric = 'npv'\nat_least = 0\nby = '2027-01'",
    ),
    ("G06", LADDER, "stop = '2028-01'\n[[program.points]]\nearn = 0.05"),
    ("G07", LADDER, "[[program.points]]\nearn = 0.05\n[plan]\ncontrol_group = 'a tenth'"),
    ("G08", LADDER, "[[program.points]]\nearn = 0.05\n[plan]\npilot = 'three shops'"),
    ("G09", POINTS, "[[program.points]]\nearn = 0.05\n[plan]\nterms = 'on the card'"),
    ("G10", LADDER, "[[program.points]]\nearn = 0.05\n[plan]\nconsent = 'signed'"),
    ("G11", LADDER, "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5"),
    ("G12", LADDER, "[[program.points]]\nearn = 0.05\nsegments = ['a']"),
    ("G13", LADDER, "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5"),
    (
        "M01",
        "[[program.messages]]\nper_month = 20.1\ncost_per_message = 0",
        "[[program.messages]]\nper_month = 20\ncost_per_message = 0",
    ),
    (
        "M02",
        "[[program.messages]]\nper_month = 1.9\ncost_per_message = 0",
        "[[program.messages]]\nper_month = 2.1\ncost_per_message = 0",
    ),
    ("P06", "[[program.points]]\nearn = 0.009", "[[program.points]]\nearn = 0.011"),
    (
        "P07",
        "[[program.points]]\nearn = 0.05\nexpiry_months = 11",
        "[[program.points]]\nearn = 0.05\nexpiry_months = 13",
    ),
    ("P09", POINTS, "[[program.points]]\nearn = 0.05\nminimum_to_redeem = 5\nwelcome_points = 1"),
    ("S01", LADDER, "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5"),
    (
        "S02",
        "[[program.points]]\nearn = 0.05\n[service]\nfailures_per_purchase = 0.031\nrecovered_fast = 0.1",
        "[[program.points]]\nearn = 0.05\n[service]\nfailures_per_purchase = 0.029\nrecovered_fast = 0.1",
    ),
    (
        "S03",
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\nfades_half_life_months = 17",
        "[[program.staff_training]]\nlifts_proper_contacts_to = 0.5\nfades_half_life_months = 19",
    ),
    (
        "S04",
        "[[program.points]]\nearn = 0.05\n[service]\nfailures_per_purchase = 0.051",
        "[[program.points]]\nearn = 0.05\n[service]\nfailures_per_purchase = 0.049",
    ),
    (
        "S05",
        "joins_per_visit = 0.09\n[[program.points]]\nearn = 0.05",
        "joins_per_visit = 0.11\n[[program.points]]\nearn = 0.05",
    ),
    (
        "S06",
        LADDER,
        "[[program.points]]\nearn = 0.05\n[[rival]]\nname = 'r'\nopens_from = '2026-03'\nopens_until = '2026-04'\nprobability = 0.5\nprice_gap = 0",
    ),
    (
        "T03",
        "[[program.tiers]]\ngrace_months = 0\nsteps = [{ name = 'g', spend_per_year = 500 }]",
        "[[program.tiers]]\ngrace_months = 2\nsteps = [{ name = 'g', spend_per_year = 500 }]",
    ),
    ("T04", "[[program.tiers]]\nsteps = [{ name = 'g', spend_per_year = 500, recognition = 0 }]", TIERS),
    (
        "V01",
        "[[program.points]]\nearn = 0.05\n[churn]\npreset = 'sixty-eight'",
        "[[program.points]]\nearn = 0.05\n[churn]\npreset = 'keaveney'",
    ),
    (
        "V02",
        LADDER,
        "entry_purchases = { value = 1, basis = 'measured', source = 'x' }\n[[program.points]]\nearn = 0.05",
    ),
    (
        "V03",
        LADDER,
        "[[program.points]]\nearn = 0.05\n[service]\nfailures_per_purchase = { low = 0, mode = 0.01, high = 0.02 }",
    ),
    ("V04", "cost_per_member_per_year = 0\n[[program.points]]\nearn = 0.05", ""),
];

#[test]
fn rules_on_the_design_fire_at_their_thresholds() {
    for &(code, weak, sound) in BY_DESIGN.iter().filter(|(code, ..)| !["V03", "V04"].contains(code)) {
        let judge = |more: &str| (rule(code).judge)(&Facts::new(&design(more)));
        assert!(matches!(judge(weak), Judgement::Weak(_)), "{code} does not fire: {:?}", judge(weak));
        assert!(!matches!(judge(sound), Judgement::Weak(_)), "{code} fires on the safe side");
    }
}

#[test]
fn every_rule_has_a_code_of_its_own_and_a_test() {
    assert!(RULES.len() >= 40);
    let codes: BTreeSet<&str> = RULES.iter().map(|rule| rule.code.0).collect();
    assert_eq!(codes.len(), RULES.len());
    let by_fact = BY_FACT.iter().map(|row| row.0);
    let tested: BTreeSet<&str> =
        by_fact.chain(BY_DESIGN.iter().map(|row| row.0)).chain(["G01", "G16", "P05"]).collect();
    assert_eq!(codes, tested);
}
