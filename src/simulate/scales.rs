//! By what the customers of a program that runs already are scaled at the start, so that they stand as declared.

/// By what balances and habits are multiplied at the start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scales {
    /// Every balance of points.
    pub points: f64,
    /// What is left over by rounding, from customer to customer.
    pub carry: f64,
    /// Every discount taken for granted, and what is given to those who take none for granted.
    pub discount: Option<(f32, f32)>,
}
