//! `[[program.partner]]`: a coalition of firms with common points.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// The usual price of settlement, at which partners give as many points as declared.
const SETTLEMENT: f64 = 0.9;
/// The price at which they give none.
const TOO_DEAR: f64 = 2.0;

/// A coalition: points earned and spent at other firms.
#[derive(Debug, Clone)]
pub struct Partner {
    /// Points earned at partners, as a share of the points earned here.
    pub earned_elsewhere: NumberId,
    /// Share of points spent at partners.
    pub spent_elsewhere: NumberId,
    /// What partners settle among themselves, as a share of face value.
    pub settlement: NumberId,
    /// Monthly loss of attachment: members belong to the coalition.
    pub dilution: NumberId,
    /// New customers brought by partners, as a share.
    pub attraction: NumberId,
}

impl Kind for Partner {
    const FACTS: KindFacts = KindFacts {
        key: "partner",
        reach: Reach::Account,
        gives: Gives::Money,
        discount: Discount::None,
        rests: false,
        twice: Twice::Refused,
        easily_copied: false,
        serves: &[Phase::Growth],
        books: &[Book::Rewards, Book::Partners, Book::PointsOwed],
    };
}

impl Partner {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            earned_elsewhere: table.number(ctx, "earned_elsewhere"),
            spent_elsewhere: table.number(ctx, "spent_elsewhere"),
            settlement: table.number(ctx, "settlement"),
            dilution: table.number(ctx, "dilution"),
            attraction: table.number(ctx, "attraction"),
        }
    }

    /// Points that members bring from partners, as a share of those that their usual spend earns here, where so many are declared and partners pay
    /// this price of settlement: the dearer points are to partners, the fewer they give.
    pub fn brought(declared: f64, settlement: f64) -> f64 {
        declared * ((TOO_DEAR - settlement).max(0.0) / (TOO_DEAR - SETTLEMENT))
    }
}
