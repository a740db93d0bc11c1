//! `[[program.game]]`: a chance of a discount at the till.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// A chance of a discount at the till.
#[derive(Debug, Clone)]
pub struct Game {
    /// Chance of winning, per purchase.
    pub win_chance: NumberId,
    /// The discount won.
    pub discount: NumberId,
    /// Rise of the purchase rate while new.
    pub excitement: NumberId,
    /// Monthly loss of attachment by near misses.
    pub disappointment: NumberId,
}

impl Kind for Game {
    const FACTS: KindFacts = KindFacts {
        key: "game",
        reach: Reach::Entitled,
        gives: Gives::Play,
        discount: Discount::None,
        rests: true,
        twice: Twice::Fine,
        easily_copied: false,
        serves: &[Phase::Growth],
        books: &[Book::Discounts],
    };
}

impl Game {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            win_chance: table.number(ctx, "win_chance"),
            discount: table.number(ctx, "discount"),
            excitement: table.number(ctx, "excitement"),
            disappointment: table.number(ctx, "disappointment"),
        }
    }
}
