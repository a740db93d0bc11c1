//! Causes of leaving, by the places the hazard has for them.

use crate::design::{Design, Driver, Truth};

/// Causes with a driver of their own, each with a place; all others share the last place.
pub const DRIVEN: [Driver; 5] =
    [Driver::Staff, Driver::Quality, Driver::Competition, Driver::Drift, Driver::Price];
/// Places of causes.
pub const PLACES: usize = DRIVEN.len() + 1;
/// Place of the causes that nothing drives.
pub const UNDRIVEN: usize = DRIVEN.len();

/// Places of the causes that a better offer reaches: competition and price.
pub const BOUGHT: [usize; 2] = [2, 4];

/// A number for each place.
pub type OfCauses<T> = [T; PLACES];

/// The place of the causes with this driver.
pub(super) fn place(driver: Driver) -> usize {
    DRIVEN.iter().position(|driven| *driven == driver).unwrap_or(UNDRIVEN)
}

/// Declared shares of the places among those who leave.
pub(super) fn shares(design: &Design, truth: &Truth) -> OfCauses<f32> {
    let mut shares = [0.0; PLACES];
    for cause in &design.causes {
        shares[place(cause.driver)] += truth[cause.share] as f32;
    }
    shares
}

/// For each cause of the design its place, and its share of that place.
pub(super) fn parts(design: &Design, truth: &Truth) -> Vec<(usize, f32)> {
    let mut totals = [0.0; PLACES];
    for cause in &design.causes {
        totals[place(cause.driver)] += truth[cause.share];
    }
    let part = |at: usize, share: f64| if totals[at] > 0.0 { (share / totals[at]) as f32 } else { 0.0 };
    design.causes.iter().map(|c| (place(c.driver), part(place(c.driver), truth[c.share]))).collect()
}
