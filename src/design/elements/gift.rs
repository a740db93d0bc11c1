//! `[[program.gift]]`: a gift on a day of the year, or for what is spent in a period.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// A gift on a day of the year, or for what is spent in a period.
#[derive(Debug, Clone)]
pub struct Gift {
    /// Birthday, holiday or spend.
    pub occasion: Occasion,
    /// Money per gift.
    pub cost_per_gift: NumberId,
    /// Spend of a period from which it is given, where it is given for that.
    pub from_spend: NumberId,
    /// Months of such a period.
    pub within_months: NumberId,
    /// Chance that it is welcome.
    pub fits: NumberId,
    /// Pull on attachment by a welcome gift.
    pub delight: NumberId,
    /// Loss of attachment by an unfit gift.
    pub harm: NumberId,
}

impl Kind for Gift {
    const FACTS: KindFacts = KindFacts {
        key: "gift",
        reach: Reach::Entitled,
        gives: Gives::Attention,
        discount: Discount::None,
        rests: true,
        twice: Twice::Fine,
        easily_copied: false,
        serves: &[Phase::Lapse],
        books: &[Book::Gifts],
    };
}

impl Gift {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            occasion: table.choice(ctx, "occasion", Occasion::WORDS),
            cost_per_gift: table.number(ctx, "cost_per_gift"),
            from_spend: table.number(ctx, "from_spend"),
            within_months: table.number(ctx, "within_months"),
            fits: table.number(ctx, "fits"),
            delight: table.number(ctx, "delight"),
            harm: table.number(ctx, "harm"),
        }
    }
}

/// When a gift is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// On everybody's birthday.
    Birthday,
    /// To all in every month in which the element works.
    Holiday,
    /// To those who have spent so much within a period.
    Spend,
}

impl Occasion {
    /// The words of `program.gift[].occasion`.
    pub(in crate::design) const WORDS: &[(&str, Self)] =
        &[("birthday", Self::Birthday), ("holiday", Self::Holiday), ("spend", Self::Spend)];
}
