//! `[[program.staff_culture]]`: what makes work good and worth doing.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// What makes work good and worth doing.
#[derive(Debug, Clone)]
pub struct StaffCulture {
    /// Positive experience at work with it, 0..1; today's if absent.
    pub raises_experience_to: Option<NumberId>,
    /// Meaning of the work with it, 0..1; today's if absent.
    pub raises_meaning_to: Option<NumberId>,
}

impl Kind for StaffCulture {
    const FACTS: KindFacts = KindFacts {
        key: "staff_culture",
        reach: Reach::Staff,
        gives: Gives::Service,
        discount: Discount::None,
        rests: false,
        twice: Twice::Fine,
        easily_copied: false,
        serves: &[],
        books: &[Book::Hiring],
    };
}

impl StaffCulture {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            raises_experience_to: table.optional_number(ctx, "raises_experience_to"),
            raises_meaning_to: table.optional_number(ctx, "raises_meaning_to"),
        }
    }
}
