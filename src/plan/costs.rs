//! Costs that do not depend on what customers do.

use crate::units::Money;

/// Money of the whole business in one month.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct FixedCosts {
    /// Setting the program and its elements up.
    pub setup: Money,
    /// Running them.
    pub running: Money,
    /// Service: training, complaint handling.
    pub service: Money,
    /// Pay of the staff who meet customers.
    pub staff_pay: Money,
    /// Replacing those of them who leave.
    pub hiring: Money,
    /// Prizes and gifts.
    pub gifts: Money,
    /// What partners pay of all this.
    pub partners: Money,
}
