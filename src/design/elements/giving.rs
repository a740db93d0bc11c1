//! Points that members give away: to a charity, or to other members.

use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// To whom points may be given, and how many are.
#[derive(Debug, Clone)]
pub struct Giving {
    /// What a charity gets for a point, as a share of what it buys; 0 where points cannot be donated.
    pub donation_value: NumberId,
    /// Share of those who would redeem that donate instead, if the charity gets as much.
    pub donated_share: NumberId,
    /// Affective loyalty that a donation adds, once.
    pub donation_warmth: NumberId,
    /// Whether members may give points to other members.
    pub transfers: bool,
    /// Share of members without enough for a reward who do in a year, if it is free.
    pub transferred_share: NumberId,
    /// What the giver pays each time, in money.
    pub transfer_fee: NumberId,
}

impl Giving {
    pub(super) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            donation_value: table.number(ctx, "donation_value"),
            donated_share: table.number(ctx, "donated_share"),
            donation_warmth: table.number(ctx, "donation_warmth"),
            transfers: table.yes(ctx, "transfers"),
            transferred_share: table.number(ctx, "transferred_share"),
            transfer_fee: table.number(ctx, "transfer_fee"),
        }
    }
}
