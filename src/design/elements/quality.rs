//! `[[program.quality]]`: fewer failures and more even service.

use super::kind::{Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Fewer failures and more even service.
#[derive(Debug, Clone)]
pub struct Quality {
    /// Chance of a failure per purchase with it; today's if absent.
    pub failures_per_purchase: Option<NumberId>,
    /// Unevenness of treatment with it, 0..1; today's if absent.
    pub unevenness: Option<NumberId>,
}

impl Kind for Quality {
    const FACTS: KindFacts = KindFacts {
        key: "quality",
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

impl Quality {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            failures_per_purchase: table.optional_number(ctx, "failures_per_purchase"),
            unevenness: table.optional_number(ctx, "unevenness"),
        }
    }
}
