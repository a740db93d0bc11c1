//! The money waterfall: from what the business earns without the program to what it earns with it.

use super::Scalar;
use crate::units::Money;

/// The bars in order; the first and the last stand on the ground.
pub const BARS: [Scalar; 21] = [
    Scalar::BaselineContribution,
    Scalar::StepListRevenue,
    Scalar::StepDiscount,
    Scalar::StepSpecialTerms,
    Scalar::StepVolumeBonus,
    Scalar::StepCostOfGoods,
    Scalar::StepRewardCost,
    Scalar::StepSetupCost,
    Scalar::StepRunningCost,
    Scalar::StepServiceCost,
    Scalar::StepStaffPay,
    Scalar::StepHiringCost,
    Scalar::StepAcquisitionCost,
    Scalar::StepReferralCost,
    Scalar::StepGiftCost,
    Scalar::StepFinanceCost,
    Scalar::StepReturnsCost,
    Scalar::StepFeeIncome,
    Scalar::StepPartnerIncome,
    Scalar::StepCardBreakage,
    Scalar::ProgramContribution,
];

/// The waterfall of one trial, or of the means over trials.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waterfall {
    /// Amounts in the order of [`BARS`].
    pub bars: [Money; BARS.len()],
}

impl Waterfall {
    /// Reads the bars off a table of headline numbers.
    pub fn of(number: impl Fn(Scalar) -> f64) -> Self {
        Self { bars: BARS.map(|bar| Money::new(number(bar))) }
    }

    /// Whether the first bar and the steps add up to the last, within 1e-9 of the largest bar.
    pub fn closes(&self) -> bool {
        let [steps @ .., last] = self.bars;
        let largest = self.bars.into_iter().map(Money::abs).fold(Money::NONE, Money::max);
        (steps.into_iter().sum::<Money>() - last).abs() <= 1e-9 * largest
    }
}
