//! `[[program.club]]`: privileges that cost little and mean much.

use super::kind::{Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Privileges that cost little and mean much.
#[derive(Debug, Clone)]
pub struct Club {
    /// Monthly pull on attachment of the only club member.
    pub recognition: NumberId,
    /// Share of the pull lost if everybody is in.
    pub crowding: NumberId,
    /// Rise of the purchase rate.
    pub lift: NumberId,
}

impl Kind for Club {
    const FACTS: KindFacts = KindFacts {
        key: "club",
        reach: Reach::Entitled,
        gives: Gives::Attention,
        discount: Discount::None,
        rests: true,
        twice: Twice::Doubtful,
        easily_copied: false,
        serves: &[Phase::Growth],
        books: &[],
    };
}

impl Club {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            recognition: table.number(ctx, "recognition"),
            crowding: table.number(ctx, "crowding"),
            lift: table.number(ctx, "lift"),
        }
    }
}
