//! Numbers that depend on when a program begins and ends, on tax, on points from before, and on whom it reaches.

use super::outcome::{close, example, example_cell};
use super::*;
use crate::summary::waterfall::{BARS, Waterfall};
use crate::summary::{Outcome, Scalar};
use crate::units::Money;

/// The numbers of a tally in a design whose text is changed: what is replaced must be there.
fn told(changes: &[(&str, &str)], cell: impl FnMut(Cell) -> f64) -> Outcome {
    let text = changes.iter().fold(format!("{BUSINESS}{PROGRAM}"), |text, (from, to)| {
        assert!(text.contains(from), "nothing to change: {from}");
        text.replace(from, to)
    });
    let design = design(&text);
    Outcome::of(&design, &truth(&design), &tally(0, 2, cell))
}

#[track_caller]
fn undefined(outcome: &Outcome, scalar: Scalar) {
    assert!(outcome.get(scalar).is_nan(), "{}: {}", scalar.key(), outcome.get(scalar));
}

/// A quarter of 6 300 is taxed away.
#[test]
fn after_tax() {
    let outcome = told(&[("gross_margin = 0.4", "gross_margin = 0.4\nprofit_tax = 0.25")], example_cell);
    close(&outcome, Scalar::NetEffectAfterTax, 4_725.0);
    close(&outcome, Scalar::NpvAfterTax, 0.75 * outcome.get(Scalar::Npv));
    undefined(&example(), Scalar::NetEffectAfterTax);
}

/// Twenty a month less thirty at the start, month by month; nothing before.
#[test]
fn the_effect_month_by_month() {
    let expected = |month: usize| if month < 2 { 0.0 } else { (20 * (month - 1)) as f64 - 30.0 };
    for (month, found) in example().figures.effect.into_iter().enumerate() {
        assert!((found - 30.0 * expected(month)).abs() < 1e-9, "{month}: {found}");
    }
}

/// Twelve a segment are saved and five driven away.
#[test]
fn customers_driven_away_are_taken_off() {
    let outcome = told(&[], |cell| match cell {
        Cell { world: 1, line: Line::LostByProgram, .. } => 5.0,
        _ => example_cell(cell),
    });
    close(&outcome, Scalar::NetSaved, 7.0 * 30.0);
    close(&outcome, Scalar::PricePerSaved, 246.0 / 7.0);
    let as_many = told(&[], |cell| match cell {
        Cell { line: Line::LostByProgram, .. } => example_cell(Cell { line: Line::Saved, ..cell }),
        _ => example_cell(cell),
    });
    undefined(&as_many, Scalar::PricePerSaved);
}

/// Points that members brought along are owed from the start; where nothing is owed there is no share of it that will be redeemed.
#[test]
fn points_from_before() {
    let owed = |value: f64| {
        told(&[], |cell| match cell {
            Cell { line: Line::OpeningValue, month: 0, .. } => value,
            Cell { line: Line::LiabilityValue, .. } => 0.0,
            _ => example_cell(cell),
        })
    };
    close(&owed(7.0), Scalar::OpeningLiability, 210.0);
    undefined(&owed(0.0), Scalar::OpeningLiability);
    undefined(&owed(0.0), Scalar::ExpectedRedemption);
    close(&example(), Scalar::ExpectedRedemption, 1.0);
    // 30 · 10 · 12 of 20 issued each month, 100 were there and 44 came from partners: 48 of 384 have expired
    let outcome = told(&[], |cell| match cell {
        Cell { world: 1, line: Line::OpeningPoints, month: 0, .. } => 100.0,
        Cell { world: 1, line: Line::PointsConverted, month: 3, .. } => 44.0,
        _ => example_cell(cell),
    });
    close(&outcome, Scalar::Breakage, 48.0 / 384.0);
}

/// Points cost what those cost that are given, by how many each element gives; all of their value where none are.
#[test]
fn what_points_owed_cost() {
    let closing = |points: &str| {
        let (program, _) = PROGRAM.split_once("[[program.points]]").unwrap();
        let design = design(&format!("{BUSINESS}{program}{points}"));
        let owed = |cell: Cell| if cell.line == Line::LiabilityValue { 7.0 } else { 0.0 };
        let outcome = Outcome::of(&design, &truth(&design), &tally(0, 2, owed));
        outcome.get(Scalar::ClosingCost) / outcome.get(Scalar::ClosingLiability)
    };
    let two = "[[program.points]]\nearn = 0.02\ncost_share = 0.5\nsegments = ['regulars']\n\
               [[program.points]]\nearn = 0.06\ncost_share = 0.9\nsegments = ['occasional']\n";
    assert!((closing(two) - 0.8).abs() < 1e-12, "{}", closing(two));
    assert_eq!(closing("[[program.club]]\nlift = 0.01\n"), 1.0);
}

/// A hundred customers, half of them members, who buy 45 of 60 purchases in the last twelve months of the program, and twice as many before.
fn members(first: usize) -> impl FnMut(Cell) -> f64 {
    move |Cell { world, month, line, .. }| match line {
        Line::Active | Line::Start => 100.0,
        Line::Purchases => [50.0, 60.0][world],
        Line::Members if world == 1 => 50.0,
        Line::MemberPurchases if world == 1 => {
            if month < first {
                90.0
            } else {
                45.0
            }
        }
        _ => 0.0,
    }
}

#[test]
fn members_are_compared_over_the_last_year_of_the_program() {
    let launched = |when: &str, more: &str| [("launch = \"2026-03\"", format!("launch = \"{when}\"{more}"))];
    for (when, more, first) in
        [("2026-03", "", 2), ("2026-05", "", 4), ("2026-01", "", 2), ("2026-02", "\nstop = '2026-11'", 1)]
    {
        let changes = launched(when, more);
        let changes: Vec<(&str, &str)> = changes.iter().map(|(from, to)| (*from, to.as_str())).collect();
        let outcome = told(&changes, members(first));
        // 45 purchases of 50 members, 15 of 50 others
        close(&outcome, Scalar::NaiveLift, 2.0);
    }
    // what was caused, over all months of the program: 140 of 90 · 2 + 45 · 12
    let outcome = told(&[("launch = \"2026-03\"", "launch = \"2026-01\"")], members(2));
    close(&outcome, Scalar::CausalLift, 140.0 / (720.0 - 140.0));
}

/// What reaches everyone is compared with all purchases that were made without it.
#[test]
fn what_reaches_everyone_moves_all_purchases() {
    let sale = "[[program.seasonal_sale]]\nmonths = [1]\ndiscount = 0.1\n\n[[program.points]]";
    let outcome = told(&[("[[program.points]]", sale)], members(2));
    close(&outcome, Scalar::CausalLift, 0.2);
}

/// Exactly one customer in twenty is no member: too few to compare with.
#[test]
fn one_in_twenty_is_too_few() {
    let lift = |members: f64| {
        told(&[], |Cell { world, line, .. }| match line {
            Line::Active | Line::Start => 100.0,
            Line::Purchases => 60.0,
            Line::Members if world == 1 => members,
            Line::MemberPurchases if world == 1 => 45.0,
            _ => 0.0,
        })
        .get(Scalar::NaiveLift)
    };
    assert!(lift(95.0).is_nan() && lift(94.0).is_finite());
}

/// The same uplift and depth on top of what there is without the program: they differ by as much as in the example.
#[test]
fn a_discount_wears_off_beside_another_program() {
    let both = |cell: Cell| match cell.line {
        Line::PriceUplift => 3.0 + example_cell(cell),
        Line::Discount => 6.0 + example_cell(cell),
        _ => example_cell(cell),
    };
    let outcome = told(&[], both);
    close(&outcome, Scalar::UpliftHalved, 4.0);
    close(&outcome, Scalar::UpliftUnprofitable, 6.0);
    // with nobody there in the last month there is no uplift in it
    let left = told(&[], |cell| match cell {
        Cell { line: Line::Start | Line::PriceUplift, month: 13, .. } => 0.0,
        _ => example_cell(cell),
    });
    close(&left, Scalar::UpliftHalved, 4.0);
}

/// Within a thousand-millionth of the largest bar.
#[test]
fn a_waterfall_closes_but_for_rounding() {
    let with = |step: f64| {
        let mut bars = [Money::NONE; BARS.len()];
        (bars[0], bars[1], bars[BARS.len() - 1]) = (Money::new(100.0), Money::new(step), Money::new(1000.0));
        Waterfall { bars }.closes()
    };
    assert!(with(900.0) && with(900.0 + 5e-7) && !with(900.0 + 2e-6) && !with(-900.0));
    assert!(Waterfall { bars: [Money::NONE; BARS.len()] }.closes());
}
