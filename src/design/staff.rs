//! The people who meet the customers, as a design states them.

use super::NumberId;

/// What holds the staff, how many leave, what they cost, and how their loyalty reaches the customers.
#[derive(Debug, Clone)]
pub struct Staff {
    /// Employees who meet customers.
    pub employees: NumberId,
    /// Money per employee and month.
    pub pay_per_month: NumberId,
    /// Pay today as a multiple of what is felt to be fair.
    pub pay_against_fair: NumberId,
    /// Positive experience at work today, 0..1.
    pub experience: NumberId,
    /// Meaning of the work today, 0..1.
    pub meaning: NumberId,
    /// Share of the staff who leave in a year today.
    pub turnover_per_year: NumberId,
    /// Money to replace one who leaves.
    pub hiring_cost: NumberId,
    /// Months a beginner needs on average.
    pub learning_months: NumberId,
    /// Proper contacts of a beginner, as a share of the others'.
    pub beginners_service: NumberId,
    /// Months by which behaviour follows conditions.
    pub lag_months: NumberId,
    /// Points of customer impression per point of staff loyalty.
    pub impression_per_loyalty: NumberId,
    /// Share of contacts handled to standard per point of customer impression.
    pub contacts_per_impression: NumberId,
    /// Log chance of a delight per point of staff loyalty.
    pub gestures_per_loyalty: NumberId,
    /// Log turnover per point of staff loyalty, with a minus.
    pub loyalty_and_turnover: NumberId,
    /// Log turnover per unit of relative pay, with a minus.
    pub pay_and_turnover: NumberId,
    /// Share of the fair pay that culture moves.
    pub culture_and_pay: NumberId,
    /// Loyalty spoilt by high pay without culture, per unit of relative pay.
    pub greed: NumberId,
}
