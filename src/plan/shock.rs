//! Service that slips in the course of time, in every world alike.

use super::compile::Plan;
use crate::units::Share;

/// Service that gets worse from some month on, with and without the program. The baseline is calibrated on its first month, so this
/// is a shock to the business, while another declared service would only change what the declared retention is explained by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ServiceShock {
    /// First month in which it holds, counted from 0; at least 1.
    pub from: usize,
    /// What is left of the share of contacts handled to standard, 0..1.
    pub proper_contacts: Share,
    /// How many times as many failures there are.
    pub failures: f64,
}

impl Plan {
    /// Lets service slip in all worlds.
    pub fn worsen(&mut self, shock: ServiceShock) {
        for months in self.worlds.iter_mut().flat_map(|world| &mut world.levers) {
            for levers in months.iter_mut().skip(shock.from.max(1)) {
                levers.proper_contacts *= shock.proper_contacts.get() as f32;
                levers.failure *= shock.failures as f32;
            }
        }
    }
}
