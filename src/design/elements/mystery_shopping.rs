//! `[[program.mystery_shopping]]`: visits of unknown testers, whose findings are talked over with staff.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Visits of unknown testers, talked over with staff.
#[derive(Debug, Clone)]
pub struct MysteryShopping {
    /// Test visits a month.
    pub visits_per_month: NumberId,
    /// Money per visit.
    pub cost_per_visit: NumberId,
    /// Gain of positive experience at work, −1..1.
    pub raises_experience_by: NumberId,
    /// Share of the forgetting after a training that it prevents.
    pub prevents_forgetting: NumberId,
    /// Share of the gap between a branch below the mean and the mean that closes in a month.
    pub narrows_gap: NumberId,
}

impl Kind for MysteryShopping {
    const FACTS: KindFacts = KindFacts {
        key: "mystery_shopping",
        reach: Reach::Staff,
        gives: Gives::Service,
        discount: Discount::None,
        rests: false,
        twice: Twice::Refused,
        easily_copied: false,
        serves: &[],
        books: &[Book::Service, Book::Hiring],
    };
}

impl MysteryShopping {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            visits_per_month: table.number(ctx, "visits_per_month"),
            cost_per_visit: table.number(ctx, "cost_per_visit"),
            raises_experience_by: table.number(ctx, "raises_experience_by"),
            prevents_forgetting: table.number(ctx, "prevents_forgetting"),
            narrows_gap: table.number(ctx, "narrows_gap"),
        }
    }
}
