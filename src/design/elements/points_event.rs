//! `[[program.points_event]]`: months in which purchases earn a multiple of the usual points.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Promotional points.
#[derive(Debug, Clone)]
pub struct PointsEvent {
    /// Points earned on a purchase, as a multiple of the usual ones.
    pub multiple: NumberId,
    /// Share of members who notice and take part.
    pub take_up: NumberId,
    /// Months after which the promotional points expire; 0 means when the others do.
    pub expiry_months: NumberId,
}

impl Kind for PointsEvent {
    const FACTS: KindFacts = KindFacts {
        key: "points_event",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::None,
        rests: true,
        twice: Twice::Fine,
        easily_copied: true,
        serves: &[Phase::Growth],
        books: &[Book::Rewards, Book::PointsOwed],
    };
}

impl PointsEvent {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            multiple: table.number(ctx, "multiple"),
            take_up: table.number(ctx, "take_up"),
            expiry_months: table.number(ctx, "expiry_months"),
        }
    }
}
