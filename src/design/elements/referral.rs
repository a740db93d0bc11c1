//! `[[program.referral]]`: members are rewarded for bringing friends.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Members bring friends.
#[derive(Debug, Clone)]
pub struct Referral {
    /// Chance per promoter and month of bringing a friend.
    pub invitations: NumberId,
    /// Money for the member who brings a friend.
    pub reward: NumberId,
    /// Money for the friend.
    pub friend_reward: NumberId,
    /// How much a generous reward adds to the chance, as a share of it; each of the two.
    pub reward_effect: NumberId,
}

impl Kind for Referral {
    const FACTS: KindFacts = KindFacts {
        key: "referral",
        reach: Reach::Everybody,
        gives: Gives::Money,
        discount: Discount::None,
        rests: true,
        twice: Twice::Doubtful,
        easily_copied: false,
        serves: &[Phase::Welcome],
        books: &[Book::Referrals],
    };
}

impl Referral {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        Self {
            invitations: table.number(ctx, "invitations"),
            reward: table.number(ctx, "reward"),
            friend_reward: table.number(ctx, "friend_reward"),
            reward_effect: table.number(ctx, "reward_effect"),
        }
    }
}
