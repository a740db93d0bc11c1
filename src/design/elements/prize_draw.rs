//! `[[program.prize_draw]]`: prizes drawn among those entitled.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Prizes drawn among those entitled.
#[derive(Debug, Clone)]
pub struct PrizeDraw {
    /// Prizes a month.
    pub prizes_per_month: NumberId,
    /// What one prize costs.
    pub prize_cost: NumberId,
    /// Rise of the purchase rate while new.
    pub excitement: NumberId,
    /// Chance of winning at which half of the excitement is left.
    pub odds_that_halve: NumberId,
    /// Monthly loss of attachment of those who do not win.
    pub disappointment: NumberId,
}

impl Kind for PrizeDraw {
    const FACTS: KindFacts = KindFacts {
        key: "prize_draw",
        reach: Reach::Entitled,
        gives: Gives::Play,
        discount: Discount::None,
        rests: true,
        twice: Twice::Fine,
        easily_copied: false,
        serves: &[Phase::Growth],
        books: &[Book::Gifts],
    };
}

impl PrizeDraw {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            prizes_per_month: table.number(ctx, "prizes_per_month"),
            prize_cost: table.number(ctx, "prize_cost"),
            excitement: table.number(ctx, "excitement"),
            odds_that_halve: table.number(ctx, "odds_that_halve"),
            disappointment: table.number(ctx, "disappointment"),
        }
    }
}
