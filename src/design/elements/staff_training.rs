//! `[[program.staff_training]]`: training that raises the share of contacts handled to standard.

use super::kind::{Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Training that raises the share of contacts handled to standard.
#[derive(Debug, Clone)]
pub struct StaffTraining {
    /// The level reached at once.
    pub lifts_proper_contacts_to: NumberId,
    /// Months until those who stay have forgotten half; 0 means nothing is lost while the training goes on.
    pub fades_half_life_months: NumberId,
}

impl Kind for StaffTraining {
    const FACTS: KindFacts = KindFacts {
        key: "staff_training",
        reach: Reach::Everybody,
        gives: Gives::Service,
        discount: Discount::None,
        rests: false,
        twice: Twice::Fine,
        easily_copied: false,
        serves: &[Phase::Lapse],
        books: &[],
    };
}

impl StaffTraining {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            lifts_proper_contacts_to: table.number(ctx, "lifts_proper_contacts_to"),
            fades_half_life_months: table.number(ctx, "fades_half_life_months"),
        }
    }
}
