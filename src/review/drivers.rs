//! What of a program can lower what drives customers away.

use crate::design::{ComplaintRecovery, Driver, Element, Guarantee, Quality};

/// Whether an element can: failures put right or avoided act on quality, what staff do and how they are on staff attitude, what is offered on price, rivals and
/// drift.
pub fn acts_on(element: &Element, driver: Driver) -> bool {
    let repairs = element.is::<Quality>() || element.is::<ComplaintRecovery>() || element.is::<Guarantee>();
    match driver {
        Driver::Quality => repairs,
        Driver::Staff => element.facts().is_service() && !repairs,
        Driver::Competition | Driver::Drift | Driver::Price => !element.facts().is_service(),
        Driver::Constant => false,
    }
}
