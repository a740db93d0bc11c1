//! Money of the ledger after sales tax and inflation. What customers do is simulated at today's prices: they see all prices rise alike.

use super::lines::{Account, Entries, Line};
use crate::plan::Prices;

/// With what a line of money grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Growth {
    /// Not money.
    None,
    Goods,
    Wages,
    Rewards,
}

/// With what a line grows, and whether sales tax is in it.
fn nature(line: Line) -> (Growth, bool) {
    match line {
        Line::ListRevenue
        | Line::Discount
        | Line::SpecialTerms
        | Line::VolumeBonus
        | Line::BonusesPaid
        | Line::BonusesOwed
        | Line::DiscountSubsidised
        | Line::CostOfGoods
        | Line::BenefitsToKept
        | Line::FeeIncome
        | Line::IdleFees
        | Line::CardBreakage
        | Line::CardsSold
        | Line::CardsUsed
        | Line::CardsOutstanding => (Growth::Goods, true),
        Line::RewardCost
        | Line::IssuedValue
        | Line::IssuedSubsidised
        | Line::TakenCost
        | Line::DonatedCost
        | Line::LiabilityValue
        | Line::OpeningValue
        | Line::PartnerIncome => (Growth::Rewards, true),
        Line::GiftCost
        | Line::GiftsForSpend
        | Line::GiftsSubsidised
        | Line::GiftsToKept
        | Line::ReferralCost => (Growth::Rewards, false),
        Line::StaffPay | Line::HiringCost | Line::ServiceCost => (Growth::Wages, false),
        other if other.account() != Account::Memo => (Growth::Goods, false),
        _ => (Growth::None, false),
    }
}

impl Prices {
    /// By what money of a line has grown after so many months, without tax.
    pub fn growth(&self, line: Line, months: f64) -> f64 {
        let factor = match nature(line).0 {
            Growth::None => return 1.0,
            Growth::Goods => self.goods,
            Growth::Wages => self.wages,
            Growth::Rewards => self.rewards,
        };
        libm::pow(factor, months)
    }

    /// What a line of the `month`th month, counted from 0, is multiplied by: prices are those of its end.
    pub(super) fn factor(&self, line: Line, month: usize) -> f64 {
        let tax = if nature(line).1 { self.net_of_tax } else { 1.0 };
        tax * self.growth(line, (month + 1) as f64)
    }

    /// The rows of one world and segment at the prices of their months.
    pub(super) fn apply(&self, rows: &mut [Entries]) {
        for (month, row) in rows.iter_mut().enumerate() {
            for line in Line::ALL {
                row[line] *= self.factor(line, month);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Customers and points are no money; revenue less discounts and goods is taxed as a whole.
    #[test]
    fn sales_are_taxed_and_customers_are_no_money() {
        for line in [Line::Start, Line::Purchases, Line::PointsIssued, Line::Left(0), Line::PriceUplift] {
            assert_eq!(nature(line), (Growth::None, false));
        }
        for line in Line::ALL {
            let (_, taxed) = nature(line);
            let sales = matches!(line.account(), Account::Revenue | Account::Reduction | Account::Goods);
            assert!(!sales || taxed, "{line:?}");
        }
    }
}
