//! The monthly series of one trial, in the order of the collector's cells.

use super::Series;
use super::ifrs15::{ContractLiability, PointsFlow};
use super::ledger::{Ledger, Row, cumulated, ratio};
use crate::design::Category;
use crate::simulate::{Line, Tally};
use crate::units::{Money, Points};

/// Appends the series of one world: the named ones in order, then churn by cause; months within each.
pub(super) fn append_world(cells: &mut Vec<f64>, ledger: &Ledger, causes: usize) {
    for &series in Series::ALL {
        cells.extend(of(ledger, series));
    }
    for cause in 0..causes {
        cells.extend((0..ledger.months()).map(|month| ledger.month(month).left(cause)));
    }
}

/// Appends the series of the world in which the program that runs already has ended; undefined where it was not played.
pub(super) fn append_ended(cells: &mut Vec<f64>, tally: &Tally, causes: usize) {
    match tally.ended() {
        Some(world) => append_world(cells, &Ledger::of(tally, world), causes),
        None => cells.extend(vec![f64::NAN; (Series::COUNT + causes) * tally.months()]),
    }
}

/// Appends program less baseline for the compared series, then for churn by cause. `cells` holds both worlds, each of
/// `per_world` series.
pub(super) fn append_difference(cells: &mut Vec<f64>, per_world: usize, months: usize) {
    let compared = Series::COMPARED.iter().map(|&series| series as usize);
    for series in compared.chain(Series::COUNT..per_world) {
        for month in 0..months {
            let at = series * months + month;
            cells.push(cells[per_world * months + at] - cells[at]);
        }
    }
}

fn of(ledger: &Ledger, series: Series) -> Vec<f64> {
    match series {
        Series::Retention => (0..ledger.months()).map(|month| ledger.annual_retention(month)).collect(),
        Series::MarginLoss => ledger.margin_loss(),
        Series::CumulativeMarginLoss => cumulated(&ledger.margin_loss()),
        Series::CumulativeContribution => cumulated(&of(ledger, Series::NetContribution)),
        Series::DeferredRevenue => deferred_revenue(ledger),
        other => (0..ledger.months()).map(|month| in_month(ledger.month(month), other)).collect(),
    }
}

/// The balance under IFRS 15. Points are earned by members, so their share of the purchases is taken as their share
/// of net revenue.
pub(super) fn deferred_revenue(ledger: &Ledger) -> Vec<f64> {
    let opening = |line| ledger.month(0).get(line);
    let mut liability = match ledger.months() {
        0 => ContractLiability::default(),
        _ => ContractLiability::opening(
            Points::new(opening(Line::OpeningPoints)),
            Money::new(opening(Line::OpeningValue)),
        ),
    };
    (0..ledger.months())
        .map(|month| {
            let row = ledger.month(month);
            let members = ratio(row.get(Line::MemberPurchases), row.get(Line::Purchases));
            let balance = liability.book(PointsFlow {
                revenue: Money::new(if members.is_finite() { row.net_revenue() * members } else { 0.0 }),
                issued_value: Money::new(row.get(Line::IssuedValue)),
                issued: Points::new(row.get(Line::PointsIssued)),
                redeemed: Points::new(row.get(Line::PointsRedeemed)),
                expired: Points::new(row.get(Line::PointsExpired)),
            });
            balance.get()
        })
        .collect()
}

fn in_month(row: &Row, series: Series) -> f64 {
    match series {
        Series::Nps => row.nps(),
        Series::Churned => row.churned(),
        Series::NetRevenue => row.net_revenue(),
        Series::Margin => row.margin(),
        Series::ProgramCost => row.program_cost(),
        Series::NetContribution => row.net_contribution(),
        Series::DiscountUplift => ratio(row.get(Line::PriceUplift), row.get(Line::Start)),
        Series::ProperContacts => ratio(row.get(Line::ProperContacts), row.get(Line::Start)),
        Series::StaffLoyalty => ratio(row.get(Line::StaffLoyalty), row.get(Line::Start)),
        Series::StaffTurnover => ratio(row.get(Line::StaffTurnover), row.get(Line::Start)),
        other => line(other).map_or(f64::NAN, |line| row.get(line)),
    }
}

/// The line of the tally that a series shows as it stands, if there is one.
fn line(series: Series) -> Option<Line> {
    Some(match series {
        Series::Active => Line::Active,
        Series::Arrived => Line::Arrived,
        Series::Purchases => Line::Purchases,
        Series::ListRevenue => Line::ListRevenue,
        Series::Discount => Line::Discount,
        Series::RewardCost => Line::RewardCost,
        Series::SetupCost => Line::SetupCost,
        Series::RunningCost => Line::RunningCost,
        Series::ServiceCost => Line::ServiceCost,
        Series::StaffPay => Line::StaffPay,
        Series::HiringCost => Line::HiringCost,
        Series::AcquisitionCost => Line::AcquisitionCost,
        Series::ReferralCost => Line::ReferralCost,
        other => return stock(other),
    })
}

/// The same for members, points and other money.
fn stock(series: Series) -> Option<Line> {
    Some(match series {
        Series::GiftCost => Line::GiftCost,
        Series::FinanceCost => Line::FinanceCost,
        Series::ReturnsCost => Line::ReturnsCost,
        Series::FeeIncome => Line::FeeIncome,
        Series::IdleFees => Line::IdleFees,
        Series::PartnerIncome => Line::PartnerIncome,
        Series::CardBreakage => Line::CardBreakage,
        Series::CardsOutstanding => Line::CardsOutstanding,
        Series::Liability => Line::LiabilityValue,
        Series::Members => Line::Members,
        Series::PointsIssued => Line::PointsIssued,
        Series::PointsRedeemed => Line::PointsRedeemed,
        Series::PointsExpired => Line::PointsExpired,
        Series::PointsOutstanding => Line::PointsOutstanding,
        Series::SpecialTerms => Line::SpecialTerms,
        Series::VolumeBonus => Line::VolumeBonus,
        Series::BonusesOwed => Line::BonusesOwed,
        Series::Demands => Line::Demands,
        Series::DemandsGranted => Line::Granted,
        Series::LeftRefused => Line::LeftRefused,
        other => return people(other),
    })
}

/// The same for customers: what becomes of them, and which category they belong to.
fn people(series: Series) -> Option<Line> {
    Some(match series {
        Series::Committed => Line::InCategory(Category::Committed),
        Series::Faithful => Line::InCategory(Category::Faithful),
        Series::Split => Line::InCategory(Category::Split),
        Series::Blackmailers => Line::InCategory(Category::Blackmailer),
        Series::Pragmatists => Line::InCategory(Category::Pragmatist),
        Series::Hostages => Line::InCategory(Category::Hostage),
        Series::KeptAnyway => Line::KeptAnyway,
        Series::Saved => Line::Saved,
        Series::LostByProgram => Line::LostByProgram,
        Series::LostAnyway => Line::LostAnyway,
        Series::Won => Line::Won,
        Series::WonBack => Line::WonBack,
        _ => return None,
    })
}
