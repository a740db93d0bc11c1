//! Costs that do not depend on what customers do.

/// Money of the whole business in one month.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct FixedCosts {
    /// Setting the program and its elements up.
    pub setup: f64,
    /// Running them.
    pub running: f64,
    /// Service: training, complaint handling.
    pub service: f64,
    /// Pay of the staff who meet customers.
    pub staff_pay: f64,
    /// Replacing those of them who leave.
    pub hiring: f64,
    /// Prizes and gifts.
    pub gifts: f64,
    /// What partners pay of all this.
    pub partners: f64,
}
