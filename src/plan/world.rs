//! One world as the monthly step reads it: levers, deals, fixed costs and the state of the staff.

use super::costs::FixedCosts;
use super::deal::Deal;
use super::levers::Levers;
use super::work::Work;
use crate::units::{AnnualRate, MonthlyRate, Share};

/// One world: levers and costs.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldPlan {
    /// Levers by segment and month.
    pub levers: Vec<Vec<Levers>>,
    /// What some customers get, by segment and month.
    pub deals: Vec<Vec<Vec<Deal>>>,
    /// Costs that do not depend on customers, by month.
    pub fixed: Vec<FixedCosts>,
    /// State of the staff, by month.
    pub staff: Vec<StaffMonth>,
    /// What the staff meets: what `staff` follows from.
    pub(super) work: Work,
}

/// The staff in one month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StaffMonth {
    /// Loyalty as it shows at the counter, 0..1.
    pub loyalty: Share,
    /// Share of the staff who leave this month.
    pub leaving: MonthlyRate,
    /// Pay as a multiple of the fair one.
    pub pay: f64,
    /// Share of the staff who are still learning.
    pub beginners: Share,
}

impl StaffMonth {
    /// Share of the staff who would leave in a year of such months.
    pub fn turnover_per_year(&self) -> AnnualRate {
        self.leaving.annual()
    }
}

/// What newcomers have come to see as the usual price: the mean of what is taken for granted of the year's sales that are noticed.
pub(super) fn usual_sales(levers: &mut [Levers], noticeable: f32) {
    let noticed = |l: &Levers| if l.sale >= noticeable { l.sale - l.sale_passes } else { 0.0 };
    let sales: Vec<f32> = levers.iter().map(noticed).collect();
    for (t, lever) in levers.iter_mut().enumerate() {
        lever.usual_sale = sales[(t + 1).saturating_sub(12)..=t].iter().sum::<f32>() / 12.0;
    }
}
