//! Rules that need more than one number or one text.

use super::*;

#[test]
fn guesses_without_a_range_are_counted() {
    let judge = |text: &str| (rule("V03").judge)(&Facts::new(&Design::parse(text).unwrap()));
    let all_certain = DESIGN.to_owned() + LADDER;
    assert!(matches!(judge(&all_certain), Judgement::Weak(_)));
    let mut ranged = all_certain;
    for (certain, range) in [
        ("customers = 1000", "customers = { low = 900, mode = 1000, high = 1100 }"),
        ("acquisition_cost = 10", "acquisition_cost = { low = 5, mode = 10, high = 20 }"),
        ("gross_margin = 0.4", "gross_margin = { low = 0.3, mode = 0.4, high = 0.5 }"),
        ("annual_retention = 0.8", "annual_retention = { low = 0.7, mode = 0.8, high = 0.9 }"),
        ("basket = 30", "basket = { low = 25, mode = 30, high = 35 }"),
        ("basket = 20", "basket = { low = 15, mode = 20, high = 25 }"),
        ("purchases_per_year = 6", "purchases_per_year = { low = 5, mode = 6, high = 7 }"),
    ] {
        ranged = ranged.replace(certain, range);
    }
    assert_eq!(judge(&ranged), Judgement::Clear);
}

#[test]
fn forgotten_costs_are_noticed() {
    let judge = |text: &str| (rule("V04").judge)(&Facts::new(&Design::parse(text).unwrap()));
    let whole = DESIGN.to_owned() + LADDER;
    assert_eq!(judge(&whole), Judgement::Clear);
    for (stated, free) in
        [("setup_cost = 100", "setup_cost = 0"), ("cost_per_month = 10", "cost_per_month = 0")]
    {
        assert!(matches!(judge(&whole.replace(stated, free)), Judgement::Weak(_)), "{free}");
    }
}

#[test]
fn a_program_without_a_goal_is_noticed() {
    let text = DESIGN.to_owned() + LADDER;
    let without = text.replace("[[goal]]\nmetric = 'annual_retention'\nat_least = 0.8\nby = '2028-12'", "");
    let judge = |text: &str| (rule("G01").judge)(&Facts::new(&Design::parse(text).unwrap()));
    assert!(matches!(judge(&without), Judgement::Weak(_)));
    assert_eq!(judge(&text), Judgement::Clear);
}

#[test]
fn one_segment_without_branches_hides_everything() {
    let judge = |text: &str| (rule("G16").judge)(&Facts::new(&Design::parse(text).unwrap()));
    let two = DESIGN.to_owned() + LADDER;
    assert_eq!(judge(&two), Judgement::Clear);
    let second = "[[segment]]\nname = 'b'\nshare = 0.5\npurchases_per_year = 3\nbasket = 20\n";
    let one = two.replace(second, "").replace("share = 0.5", "share = 1");
    assert_ne!(one, two);
    assert!(matches!(judge(&one), Judgement::Weak(_)));
    let branches = "[[branch]]\nname = 'c'\nshare = 0.5\n[[branch]]\nname = 'd'\nshare = 0.5\n[program]";
    assert_eq!(judge(&one.replace("[program]", branches)), Judgement::Clear);
}

/// What pays by other ways than by keeping customers need not keep them cheaply.
#[test]
fn a_program_that_pays_may_keep_customers_dearly() {
    let design = design(LADDER);
    let judge = |effect: Interval| {
        let facts =
            Facts::new(&design).with(Fact::NetEffect, effect).with(Fact::PriceRatio, interval(2.0, 3.0));
        (rule("E02").judge)(&facts)
    };
    assert_eq!(judge(interval(0.1, 2.0)), Judgement::Clear);
    assert!(matches!(judge(interval(-0.1, 2.0)), Judgement::Weak(_)));
}

#[test]
fn a_program_that_only_loses_need_not_be_told_when_to_end() {
    let design = design(LADDER);
    let judge = |effect: Interval| {
        let facts = Facts::new(&design).with(Fact::NetEffect, effect).with(Fact::LateEnd, interval(1.0, 2.0));
        (rule("E14").judge)(&facts)
    };
    assert_eq!(judge(interval(-2.0, -0.1)), Judgement::Clear);
    assert!(matches!(judge(interval(-2.0, 0.1)), Judgement::Weak(_)));
}

/// Breakage matters only to a program that earns money, and would not without it.
#[test]
fn living_on_breakage_needs_both_halves() {
    let design = design(POINTS);
    let judge = |effect: Interval, without: Interval| {
        let facts = Facts::new(&design).with(Fact::NetEffect, effect).with(Fact::WithoutBreakage, without);
        (rule("P05").judge)(&facts)
    };
    let (gain, loss) = (interval(1.0, 2.0), interval(-2.0, -1.0));
    assert!(matches!(judge(gain, loss), Judgement::Weak(_)));
    assert_eq!(judge(gain, gain), Judgement::Clear);
    assert_eq!(judge(loss, loss), Judgement::Absent);
    assert!(matches!(judge(gain, interval(-1.0, 0.0)), Judgement::CannotTell(_)));
}
