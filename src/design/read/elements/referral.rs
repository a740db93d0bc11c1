//! `[[program.referral]]`: members are rewarded for bringing friends.

use super::{Context, ElementKind, Reader};

/// Reads one referral scheme.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::Referral {
        invitations: table.number(ctx, "invitations"),
        reward: table.number(ctx, "reward"),
        friend_reward: table.number(ctx, "friend_reward"),
    }
}
