//! `[[program.messages]]`: mailings to members.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Mailings to members.
#[derive(Debug, Clone)]
pub struct Messages {
    /// Messages per member and month.
    pub per_month: NumberId,
    /// Share of the customers who are no members that get them, too.
    pub others: NumberId,
    /// Money per message.
    pub cost_per_message: NumberId,
}

impl Kind for Messages {
    const FACTS: KindFacts = KindFacts {
        key: "messages",
        reach: Reach::Everybody,
        gives: Gives::Attention,
        discount: Discount::None,
        rests: true,
        twice: Twice::Fine,
        easily_copied: true,
        serves: &[Phase::Growth, Phase::Lapse],
        books: &[Book::Running],
    };
}

impl Messages {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            per_month: table.number(ctx, "per_month"),
            others: table.number(ctx, "others"),
            cost_per_message: table.number(ctx, "cost_per_message"),
        }
    }
}
