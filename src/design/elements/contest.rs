//! `[[program.contest]]`: a contest that some take part in.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// A contest that some take part in.
#[derive(Debug, Clone)]
pub struct Contest {
    /// Share of those entitled who take part.
    pub taking_part: NumberId,
    /// Prizes and jury a month.
    pub prizes_per_month: NumberId,
    /// Rise of their purchase rate while new.
    pub excitement: NumberId,
    /// Monthly pull on their attachment.
    pub involvement: NumberId,
    /// Monthly loss of attachment of those who lose.
    pub disappointment: NumberId,
    /// New customers drawn by the talk, as a share.
    pub attraction: NumberId,
}

impl Kind for Contest {
    const FACTS: KindFacts = KindFacts {
        key: "contest",
        reach: Reach::Entitled,
        gives: Gives::Play,
        discount: Discount::None,
        rests: true,
        twice: Twice::Doubtful,
        easily_copied: false,
        serves: &[Phase::Growth],
        books: &[Book::Gifts],
    };
}

impl Contest {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            taking_part: table.number(ctx, "taking_part"),
            prizes_per_month: table.number(ctx, "prizes_per_month"),
            excitement: table.number(ctx, "excitement"),
            involvement: table.number(ctx, "involvement"),
            disappointment: table.number(ctx, "disappointment"),
            attraction: table.number(ctx, "attraction"),
        }
    }
}
