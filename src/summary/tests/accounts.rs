//! Where each line of the accounts goes: its step of the waterfall, the net effect, the program's cost.

use super::*;
use crate::summary::{Outcome, Scalar, net_contribution};

/// What is lost, nothing, what is gained.
const LOSS: f64 = -1.0;
const NONE: f64 = 0.0;
const GAIN: f64 = 1.0;

/// A line; its step; what it does to the net effect; what it does to the program's cost.
const LINES: [(Line, Scalar, f64, f64); 17] = [
    (Line::ListRevenue, Scalar::StepListRevenue, GAIN, NONE),
    (Line::CostOfGoods, Scalar::StepCostOfGoods, LOSS, NONE),
    (Line::Discount, Scalar::StepDiscount, LOSS, GAIN),
    (Line::RewardCost, Scalar::StepRewardCost, LOSS, GAIN),
    (Line::SetupCost, Scalar::StepSetupCost, LOSS, GAIN),
    (Line::RunningCost, Scalar::StepRunningCost, LOSS, GAIN),
    (Line::ServiceCost, Scalar::StepServiceCost, LOSS, GAIN),
    (Line::StaffPay, Scalar::StepStaffPay, LOSS, GAIN),
    (Line::HiringCost, Scalar::StepHiringCost, LOSS, GAIN),
    (Line::AcquisitionCost, Scalar::StepAcquisitionCost, LOSS, NONE),
    (Line::ReferralCost, Scalar::StepReferralCost, LOSS, GAIN),
    (Line::GiftCost, Scalar::StepGiftCost, LOSS, GAIN),
    (Line::FinanceCost, Scalar::StepFinanceCost, LOSS, GAIN),
    (Line::ReturnsCost, Scalar::StepReturnsCost, LOSS, GAIN),
    (Line::FeeIncome, Scalar::StepFeeIncome, GAIN, NONE),
    (Line::PartnerIncome, Scalar::StepPartnerIncome, GAIN, LOSS),
    (Line::CardBreakage, Scalar::StepCardBreakage, GAIN, NONE),
];

/// One line alone, 7 in every month and segment with the program, 2 without: 5 more, times 30 for the weights, times 14 months are 2 100.
fn alone(line: Line) -> Tally {
    tally(0, 2, |cell| match cell {
        Cell { line: of, world, .. } if of == line => [2.0, 7.0][world],
        _ => 0.0,
    })
}

#[test]
fn each_line_has_its_step_and_its_sign() {
    let design = with_program();
    for (line, step, effect, cost) in LINES {
        let outcome = Outcome::of(&design, &truth(&design), &alone(line));
        for (scalar, sign) in [(step, effect), (Scalar::NetEffect, effect), (Scalar::ProgramCost, cost)] {
            assert_eq!(outcome.get(scalar), sign * 2100.0, "{line:?}: {}", scalar.key());
        }
        for (_, other, ..) in LINES.iter().filter(|(_, other, ..)| *other != step) {
            assert_eq!(outcome.get(*other), 0.0, "{line:?}: {}", other.key());
        }
        // 2 and 7 a month
        let contributions = [Scalar::BaselineContribution, Scalar::ProgramContribution];
        assert_eq!(contributions.map(|scalar| outcome.get(scalar)), [840.0, 2940.0].map(|sum| effect * sum));
        assert_eq!(net_contribution(&alone(line), 1, 3..5), effect * 2.0 * 7.0 * 30.0, "{line:?}");
    }
}

/// Terms of single customers are part of the discounts: what is theirs is not the others', and changes nothing in all.
#[test]
fn special_terms_are_taken_out_of_the_discounts() {
    let design = with_program();
    let outcome = Outcome::of(&design, &truth(&design), &alone(Line::SpecialTerms));
    let found = [Scalar::StepSpecialTerms, Scalar::StepDiscount, Scalar::NetEffect, Scalar::ProgramCost];
    assert_eq!(found.map(|scalar| outcome.get(scalar)), [-2100.0, 2100.0, 0.0, 0.0]);
}

/// What customers are given on purchases that they make anyway: discounts, and of redeemed points as much as of those issued.
#[test]
fn margin_is_given_away() {
    let design = with_program();
    let lost = |lines: &[(Line, f64)]| {
        let tally = tally(0, 2, |cell| match lines.iter().find(|(line, _)| *line == cell.line) {
            Some((_, value)) if cell.world == 1 => *value,
            _ => 0.0,
        });
        Outcome::of(&design, &truth(&design), &tally).get(Scalar::MarginLoss) / (14.0 * 30.0)
    };
    assert_eq!(lost(&[(Line::DiscountSubsidised, 7.0)]), 7.0);
    assert_eq!(lost(&[(Line::RewardCost, 8.0)]), 0.0);
    let points = [(Line::RewardCost, 8.0), (Line::IssuedValue, 4.0), (Line::IssuedSubsidised, 1.0)];
    assert_eq!(lost(&points), 2.0);
}
