//! Rivals: what they take, what holds against them, and that only their answers depend on our program.

use crate::{Mean, SHOP, Tally, design, play, sum};
use loyalsim::design::Category;
use loyalsim::simulate::Line;

/// Opens in the seventh month of two years.
const OPENS: &str = "[[rival]]\nname = \"next door\"\nopens_from = \"2026-07\"\n";
const PROGRAM: &str = "[program]\nname = \"card\"\nlaunch = \"2026-01\"\nwilling = 1\nsetup_cost = 0\ncost_per_month = 0\n\
    [[program.points]]\nearn = 0.04\npoint_value = 0.01\nminimum_to_redeem = 1\n";

fn trials(more: &str) -> Vec<Tally> {
    play(&design(24, SHOP, more), 1_500, 24)
}

/// A line of one world against the same line of other trials with the same luck.
fn change(
    with: &[Tally],
    without: &[Tally],
    world: usize,
    months: std::ops::Range<usize>,
    line: Line,
) -> Mean {
    let of = |tally| sum(tally, world, months.clone(), line);
    Mean::of(&with.iter().zip(without).map(|(a, b)| of(a) / of(b) - 1.0).collect::<Vec<_>>())
}

/// Until it opens nothing differs, to the last bit. In the month of the opening everybody goes and looks: the share of
/// `exploration` is gone from purchases even where nobody is mobile; afterwards they are back. Errs 1 time in 1,000.
#[test]
fn an_opening_draws_a_visit_from_everybody() {
    let none = trials("");
    let still = "\n[behaviour]\nrival_wallet = 0\nrival_pull = 0\n";
    let open = trials(&format!("{OPENS}exploration = 0.3\n{still}"));
    for (a, b) in open.iter().zip(&none) {
        for month in 0..6 {
            assert_eq!(a.row(0, 0, month), b.row(0, 0, month));
        }
    }
    let looked = change(&open, &none, 0, 6..7, Line::Purchases);
    assert!(looked.z(-0.3).abs() < 3.29, "{looked:?}");
    let back = change(&open, &none, 0, 7..24, Line::Purchases);
    assert!(back.value.abs() < 0.01, "{back:?}");
}

/// The customers left after a year with a rival, for one thing about it. All with the same luck.
fn left(about: &str) -> Vec<Tally> {
    trials(&format!("{OPENS}{about}\n"))
}

/// A war takes customers, a rival's program takes customers, bad service at the rival's keeps them here, and when it closes
/// fewer leave. Each difference is over 4 standard errors: errs 1 time in 30,000.
#[test]
fn what_the_rival_offers_decides() {
    let plain = left("");
    for (about, sign) in [
        ("price_war_from = \"2026-09\"\nprice_war_depth = 0.15", -1.0),
        ("price_wars_per_year = 3\nprice_war_depth = 0.15", -1.0),
        ("program_worth = 0.08", -1.0),
        ("novelty = 2\nnovelty_half_life_months = 12", -1.0),
        ("proper_contacts = 0.9", -1.0),
        ("proper_contacts = 0.01\nnovelty = 0", 1.0),
        ("closes = \"2026-10\"", 1.0),
    ] {
        let here = change(&left(about), &plain, 0, 23..24, Line::Active);
        assert!(here.z(0.0) * sign > 4.0, "{about}: {here:?}");
    }
}

/// A rival that copies or answers changes the world with the program and leaves the baseline as it is, to the last purchase. The copy
/// shrinks what the program saves. Errs 1 time in 30,000.
#[test]
fn a_copy_takes_the_advantage_away() {
    let plain = trials(&format!("{OPENS}{PROGRAM}"));
    for about in ["copies = 1\ncopies_after_months = 6", "answers_with = 0.05\nanswer_lasts_months = 12"] {
        let answered = trials(&format!("{OPENS}{about}\n{PROGRAM}"));
        for (a, b) in answered.iter().zip(&plain) {
            for line in [Line::Purchases, Line::Active] {
                assert_eq!(sum(a, 0, 0..24, line), sum(b, 0, 0..24, line), "{about}");
            }
        }
        let here = change(&answered, &plain, 1, 23..24, Line::Active);
        assert!(here.z(0.0) < -4.0, "{about}: {here:?}");
    }
}

/// Points of NPS from the tenth month after the opening on, and faithful customers at the end.
fn liked(tally: &Tally) -> [f64; 2] {
    let over = |line| sum(tally, 0, 15..24, line);
    let score = 100.0 * (over(Line::Promoters) - over(Line::Detractors)) / over(Line::Start);
    [score, sum(tally, 0, 23..24, Line::InCategory(Category::Faithful))]
}

/// A rival that is cheaper or serves better never raises the score of the company without a program, nor the number of its faithful, however
/// many of the customers had no choice before and however well they are treated; the better it is, the lower is the score. Each difference is over
/// 4 standard errors: errs 1 time in 3,000. One that is dearer by half takes nobody: the customers left differ by less than 0.1 %.
#[test]
fn a_better_rival_pleases_nobody_with_us() {
    const FEW: &str = "committed = 0.07, faithful = 0.2, split = 0.42, blackmailer = 0.02, pragmatist = 0.24, hostage = 0.05";
    const MANY: &str = "committed = 0.05, faithful = 0.15, split = 0.2, blackmailer = 0.02, pragmatist = 0.18, hostage = 0.4";
    for (categories, proper) in [(FEW, 0.15), (MANY, 0.15), (MANY, 0.6)] {
        let shop = |rival: &str| {
            let base = SHOP.replace("basket", &format!("categories = {{ {categories} }}\nbasket"));
            play(&design(24, &base, &format!("[service]\nproper_contacts = {proper}\n{rival}")), 1_500, 24)
        };
        let beyond = |here: &[Tally], there: &[Tally], k: usize| {
            Mean::of(&here.iter().zip(there).map(|(a, b)| liked(a)[k] - liked(b)[k]).collect::<Vec<_>>())
        };
        let none = shop("");
        let same = format!("{OPENS}proper_contacts = {proper}\n");
        let (mild, strong) =
            (shop(&format!("{same}price_gap = 0.1")), shop(&format!("{same}price_gap = 0.2")));
        for number in [0, 1] {
            let better = beyond(&mild, &none, number);
            assert!(better.z(0.0) < -4.0, "{categories}, {proper}, {number}: {better:?}");
        }
        let stronger = beyond(&strong, &mild, 0);
        assert!(stronger.z(0.0) < -4.0, "{categories}, {proper}: {stronger:?}");
        let dear = change(&shop(&format!("{same}price_gap = -0.5")), &none, 0, 23..24, Line::Active);
        assert!(dear.value.abs() < 0.001, "{dear:?}");
    }
}
