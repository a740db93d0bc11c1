//! `[[program.points]]`: points earned on purchases and spent on later ones.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Points earned on purchases and spent on later ones.
#[derive(Debug, Clone)]
pub struct Points {
    /// Share of spend given back in points.
    pub earn: NumberId,
    /// Money a point buys.
    pub point_value: NumberId,
    /// Money a redeemed point costs the company, as a share of its value.
    pub cost_share: NumberId,
    /// Points needed before any can be redeemed.
    pub minimum_to_redeem: NumberId,
    /// Chance that a member with enough points redeems them at a visit.
    pub redeem_chance: NumberId,
    /// Months after which unused points expire; 0 means never.
    pub expiry_months: NumberId,
    /// Points given on joining (endowed progress).
    pub welcome_points: NumberId,
    /// A later loss of value.
    pub devaluation: Devaluation,
}

impl Kind for Points {
    const FACTS: KindFacts = KindFacts {
        key: "points",
        reach: Reach::Account,
        gives: Gives::Money,
        discount: Discount::None,
        rests: false,
        twice: Twice::Refused,
        easily_copied: true,
        serves: &[Phase::Growth],
        books: &[Book::Rewards, Book::PointsOwed],
    };

    fn later(&mut self, months: usize) {
        self.devaluation.month = self.devaluation.month.map(|month| month + months);
    }
}

impl Points {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            earn: table.number(ctx, "earn"),
            point_value: table.number(ctx, "point_value"),
            cost_share: table.number(ctx, "cost_share"),
            minimum_to_redeem: table.number(ctx, "minimum_to_redeem"),
            redeem_chance: table.number(ctx, "redeem_chance"),
            expiry_months: table.number(ctx, "expiry_months"),
            welcome_points: table.number(ctx, "welcome_points"),
            devaluation: Devaluation {
                month: table.month_index(ctx, "devalued_in"),
                by: table.number(ctx, "devalued_by"),
                notice_months: table.number(ctx, "devaluation_notice_months"),
            },
        }
    }
}

/// A loss of value of points that members already hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Devaluation {
    /// First month with the lower value, if there is one.
    pub month: Option<usize>,
    /// Share of the value that is lost.
    pub by: NumberId,
    /// Months before in which it is known.
    pub notice_months: NumberId,
}
