use super::*;
use crate::summary::{Outcome, Scalar, Series};

/// A baseline in which 100 customers a segment lose one a month, and a program that keeps everybody from month 2 on.
pub(super) fn example() -> Outcome {
    let design = with_program();
    Outcome::of(&design, &truth(&design), &tally(0, 2, example_cell))
}

pub(super) fn example_cell(cell: Cell) -> f64 {
    let Cell { world, month, line, .. } = cell;
    let on = world == 1 && month >= 2;
    let lost = if world == 0 { month + 1 } else { (month + 1).min(2) } as f64;
    match line {
        Line::Start => 100.0,
        Line::Active => 100.0 - lost,
        Line::Stayed if month < 12 => 100.0 - lost,
        Line::Stayed if world == 0 => 87.0 - (month - 12) as f64,
        Line::Stayed => 98.0 - (month - 12) as f64,
        Line::Left(0) => f64::from(u8::from(!on)),
        Line::Promoters => {
            if on {
                40.0
            } else {
                35.0
            }
        }
        Line::Detractors => {
            if on {
                10.0
            } else {
                15.0
            }
        }
        Line::Purchases => {
            if on {
                60.0
            } else {
                50.0
            }
        }
        Line::ListRevenue => {
            if on {
                600.0
            } else {
                500.0
            }
        }
        Line::CostOfGoods => {
            if on {
                360.0
            } else {
                300.0
            }
        }
        Line::Discount if on => 12.0,
        Line::DiscountSubsidised if on => 10.0,
        Line::IssuedValue if on => 10.0,
        Line::IssuedSubsidised if on => 8.0,
        Line::RewardCost if on => 2.0,
        Line::BenefitsToKept if on => 7.0,
        Line::PointsIssued if on => 20.0,
        Line::PointsRedeemed if on => 8.0,
        Line::PointsExpired if on => 4.0,
        Line::PointsOutstanding if on => 8.0 * (month - 1) as f64,
        Line::LiabilityValue if on => 4.0 * (month - 1) as f64,
        Line::SetupCost if world == 1 && month == 2 => 30.0,
        Line::RunningCost if on => 1.0,
        Line::ServiceCost => {
            if on {
                3.0
            } else {
                1.0
            }
        }
        Line::AcquisitionCost => 5.0,
        Line::ReferralCost if on => 1.0,
        Line::Saved if on => (month - 1) as f64,
        Line::KeptAnyway if world == 1 => 99.0 - month as f64,
        Line::LostAnyway if world == 1 => lost,
        Line::Members if on => 50.0,
        Line::MemberPurchases if on => 45.0,
        Line::PriceUplift if on => 30.0 * 0.5f64.powi(month as i32 - 2),
        _ => 0.0,
    }
}

pub(super) fn close(outcome: &Outcome, scalar: Scalar, expected: f64) {
    let found = outcome.get(scalar);
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        "{}: {found}, not {expected}",
        scalar.key()
    );
}

/// Two segments at weights 10 and 20: sample numbers times 30. The program runs for months 2–13, twelve in all.
#[test]
fn headline_numbers_by_pencil() {
    let outcome = example();
    for (scalar, expected) in [
        (Scalar::RetentionBaseline, 86.0 / 98.0),
        (Scalar::RetentionProgram, 97.0 / 98.0),
        (Scalar::NpsBaseline, 20.0),
        (Scalar::NpsProgram, 30.0),
        (Scalar::NpsChange, 10.0),
        (Scalar::ActiveBaseline, 86.0 * 30.0),
        (Scalar::ActiveChange, 12.0 * 30.0),
        (Scalar::Saved, 12.0 * 30.0),
        (Scalar::NetSaved, 12.0 * 30.0),
        (Scalar::LostByProgram, 0.0),
        // (10 + 2 · 0.8) · 12 months.
        (Scalar::MarginLoss, 11.6 * 12.0 * 30.0),
        // (12 + 2 + 1 + 1 + 2 of additional service) · 12 + 30.
        (Scalar::ProgramCost, (18.0 * 12.0 + 30.0) * 30.0),
        (Scalar::PricePerSaved, 246.0 / 12.0),
        (Scalar::PaidToKept, 7.0 / 14.0),
        (Scalar::ClosingLiability, 48.0 * 30.0),
        (Scalar::ClosingCost, 24.0 * 30.0),
        (Scalar::Breakage, 0.2),
        // Gains (100 − 60 − 18) · 12 − 30 = 234, less 24 for the points outstanding.
        (Scalar::NetEffect, 210.0 * 30.0),
        // d = 14/600 against a margin of 0.4.
        (Scalar::BreakEvenVolume, (14.0 / 600.0) / (0.4 - 14.0 / 600.0)),
        (Scalar::VolumeChange, 0.2),
        // 0.3 in month 2 (the third), 0.15 in the fourth.
        (Scalar::UpliftHalved, 4.0),
        // 2 % at 40 % needs +5.26 %: uplifts 0.3, 0.15, 0.075, then 0.0375 in the sixth month.
        (Scalar::UpliftUnprofitable, 6.0),
        (Scalar::CausalLift, 120.0 / (45.0 * 12.0 - 120.0)),
        // Members 45/50 a month against 15/48 for the rest.
        (Scalar::NaiveLift, 45.0 / 50.0 / (15.0 / 48.0) - 1.0),
    ] {
        close(&outcome, scalar, expected);
    }
}

/// Where a program runs already, both worlds give and owe: it is the difference that counts. Margins 0.4, 193 a month without and 230 with the program; 30 and 20 owed
/// at a half.
#[test]
fn programs_in_both_worlds_by_pencil() {
    let design = with_program();
    let cell = |Cell { world, line, .. }: Cell| {
        let of = |without: f64, with: f64| [without, with][world];
        match line {
            Line::Start | Line::Active => 100.0,
            Line::ListRevenue => of(500.0, 600.0),
            Line::CostOfGoods => of(300.0, 360.0),
            Line::Purchases => of(50.0, 60.0),
            Line::Discount => of(6.0, 12.0),
            Line::SpecialTerms => of(1.0, 3.0),
            Line::VolumeBonus => of(2.0, 5.0),
            Line::RewardCost => of(1.0, 2.0),
            Line::FeeIncome => of(0.0, 4.0),
            Line::LiabilityValue => of(20.0, 30.0),
            Line::OpeningPoints => of(0.0, 10.0),
            Line::PointsConverted => of(0.0, 5.0),
            Line::PointsIssued => of(0.0, 20.0),
            Line::PointsExpired => of(0.0, 7.0),
            Line::Members => of(0.0, 50.0),
            Line::MemberPurchases => of(0.0, 45.0),
            _ => 0.0,
        }
    };
    let outcome = Outcome::of(&design, &truth(&design), &tally(0, 2, cell));
    for (scalar, expected) in [
        (Scalar::NetEffect, (37.0 * 14.0 - 5.0) * 30.0),
        (Scalar::StepListRevenue, 100.0 * 14.0 * 30.0),
        // 3 of common discounts against 4
        (Scalar::StepDiscount, -14.0 * 30.0),
        (Scalar::StepSpecialTerms, -2.0 * 14.0 * 30.0),
        (Scalar::StepVolumeBonus, -3.0 * 14.0 * 30.0),
        (Scalar::StepFeeIncome, 4.0 * 14.0 * 30.0),
        (Scalar::ProgramContribution, 230.0 * 14.0 * 30.0),
        (Scalar::ClosingCost, 15.0 * 30.0),
        (Scalar::Breakage, 7.0 / 35.0),
        // 14 given instead of 7, of 600
        (Scalar::BreakEvenVolume, (7.0 / 600.0) / (0.4 - 7.0 / 600.0)),
        (Scalar::VolumeChange, 0.2),
        // 45 purchases of 50 members, 15 of 50 others
        (Scalar::NaiveLift, 2.0),
        (Scalar::CausalLift, 10.0 / 35.0),
    ] {
        close(&outcome, scalar, expected);
    }
}

/// Of a first month's 100 ten have just come: 81 of the other 90 are left after six.
#[test]
fn newcomers_of_the_first_month_are_no_base() {
    let design = without_program();
    let cell = |Cell { month, line, .. }: Cell| match line {
        Line::Start => 100.0,
        Line::Arrived if month == 0 => 10.0,
        Line::Stayed => 81.0,
        _ => 0.0,
    };
    let outcome = Outcome::of(&design, &truth(&design), &tally(0, 1, cell));
    let at = |month: usize| outcome.figures.cells[Series::Retention as usize * MONTHS + month];
    assert!((at(5) - 0.81).abs() < 1e-12 && (at(2) - 0.9f64.powi(4)).abs() < 1e-12);
}

/// Paths of the cumulated effect, the month of the launch from 0, and the month of payback counted from 1.
#[test]
fn payback_by_hand() {
    use crate::summary::effect::payback;
    for (path, launch, expected) in [
        (&[-1.0, 0.0, 1.0][..], 0, 2.0),
        (&[-1.0, 1.0, -1.0, 1.0], 0, 4.0),
        (&[1.0, 2.0, 3.0], 0, 1.0),
        (&[0.0, 2.0, 3.0], 1, 2.0),
        (&[-1.0, 2.0, 3.0], 2, 3.0),
        (&[1.0, 1.0, -1.0], 0, f64::NAN),
        (&[0.0, 0.0, 0.0], 1, f64::NAN),
    ] {
        let found = payback(path, launch);
        assert!(
            found == expected || found.is_nan() && expected.is_nan(),
            "{path:?}: {found}, not {expected}"
        );
    }
}

/// Month 2 brings 22 − 30 − 2, month 3 another 22 − 2: the cumulated effect is above zero from the fourth month on.
#[test]
fn payback_counts_from_the_start() {
    close(&example(), Scalar::PaybackMonth, 4.0);
}

#[test]
fn present_value_discounts_each_month() {
    let factor = |month: i32| 1.12f64.powf(-f64::from(month + 1) / 12.0);
    let flows: f64 = (2..14).map(|m| factor(m) * if m == 2 { -8.0 } else { 22.0 }).sum();
    close(&example(), Scalar::Npv, (flows - 24.0 * factor(13)) * 30.0);
}

/// Law: a higher price of capital never raises the present value of a positive stream.
#[test]
fn dearer_capital_lowers_a_positive_present_value() {
    let npv = |cost: &str| {
        let design = design(&format!("{BUSINESS}{PROGRAM}").replace("cost_of_capital = 0.12", cost));
        let positive =
            |cell: Cell| if matches!(cell.line, Line::SetupCost) { 0.0 } else { example_cell(cell) };
        Outcome::of(&design, &truth(&design), &tally(0, 2, positive)).get(Scalar::Npv)
    };
    assert!(npv("cost_of_capital = 0.05") > npv("cost_of_capital = 0.20"));
}

#[test]
fn retention_of_the_first_year_is_annualised() {
    let outcome = example();
    let at = |month: usize| outcome.figures.cells[Series::Retention as usize * MONTHS + month];
    assert!((at(5) - libm::pow(0.94, 2.0)).abs() < 1e-12);
    assert!((at(11) - 0.88).abs() < 1e-12);
    assert!((at(12) - 87.0 / 99.0).abs() < 1e-12);
}

#[test]
fn goals_are_judged_in_the_world_with_the_program() {
    let design = with_program();
    let numbers = &example().figures.numbers[Scalar::COUNT..];
    assert_eq!(numbers[1..3], [0.74, 1.0]);
    let outcome = example();
    assert_eq!((outcome.goal_value(0), outcome.goal_threshold(0)), (numbers[0], 0.74));
    assert_eq!((outcome.goal_value(1), outcome.goal_threshold(1)), (numbers[5], numbers[6]));
    assert!(outcome.goal_value(99).is_nan() && outcome.goal_threshold(99).is_nan());
    assert_eq!((outcome.excess(Scalar::NetEffect), outcome.goal_excess(0)), (0.0, 0.0));
    assert!((numbers[0] - 97.0 / 98.0).abs() < 1e-12);
    // retention says something of the world without the program too; the net effect does not
    let without = example().get(Scalar::RetentionBaseline);
    assert_eq!(numbers[3..5], [without, f64::from(u8::from(without >= 0.74))]);
    assert!((numbers[5] - 6300.0).abs() < 1e-6 && numbers[7] == 1.0);
    assert!(numbers[8].is_nan() && numbers[9].is_nan());
    assert_eq!(design.goals.len(), 2);
}

#[test]
fn segments_add_up_to_the_whole() {
    let outcome = example();
    let segments = &outcome.figures.numbers[Scalar::COUNT + 10..];
    let sum = segments[2] + segments[7];
    assert!((segments[2] - 2100.0).abs() < 1e-9 && (sum - outcome.get(Scalar::NetEffect)).abs() < 1e-9);
}

/// Law: the money waterfall closes, whatever the tally says.
#[test]
fn the_waterfall_closes() {
    let design = with_program();
    for trial in 0..200 {
        let outcome = Outcome::of(&design, &truth(&design), &random_tally(trial, 2));
        assert!(outcome.waterfall().closes(), "trial {trial}");
    }
    let mut open = example().waterfall();
    assert!(open.closes());
    open.bars[3] += 1e-6 * open.bars[0];
    assert!(!open.closes());
}

#[test]
fn without_a_program_its_numbers_are_undefined() {
    let design = without_program();
    let outcome = Outcome::of(&design, &truth(&design), &tally(0, 1, example_cell));
    close(&outcome, Scalar::RetentionBaseline, 86.0 / 98.0);
    assert!(outcome.get(Scalar::NetEffect).is_nan() && outcome.get(Scalar::RetentionProgram).is_nan());
}

/// Law: two equal worlds differ by exactly nothing.
#[test]
fn equal_worlds_have_no_difference() {
    let design = with_program();
    let same = |cell: Cell| example_cell(Cell { world: 0, ..cell });
    let outcome = Outcome::of(&design, &truth(&design), &tally(0, 2, same));
    for scalar in
        [Scalar::NetEffect, Scalar::Npv, Scalar::NpsChange, Scalar::RetentionChange, Scalar::StepListRevenue]
    {
        assert_eq!(outcome.get(scalar), 0.0, "{}", scalar.key());
    }
    assert!(outcome.get(Scalar::PricePerSaved).is_nan());
}

/// Members are compared with others only where there are some: one customer in twenty.
#[test]
fn members_are_not_compared_with_hardly_anybody() {
    let design = with_program();
    let lift = |share: f64| {
        let of = |cell: Cell| match cell.line {
            Line::Members => share * example_cell(Cell { line: Line::Active, ..cell }),
            Line::MemberPurchases => 0.5 * example_cell(Cell { line: Line::Purchases, ..cell }),
            _ => example_cell(cell),
        };
        Outcome::of(&design, &truth(&design), &tally(0, 2, of)).get(Scalar::NaiveLift)
    };
    assert!(lift(0.94).is_finite() && lift(0.96).is_nan(), "{} {}", lift(0.94), lift(0.96));
}
