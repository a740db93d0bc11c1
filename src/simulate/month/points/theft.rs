//! Points that others than members take: employees who collect those of customers without a card, and thieves who redeem what members hold.

use super::base::{MOST, usual};
use crate::random::math::whole;
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::{Luck, Rare};
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// What is taken is redeemed at once; what is stolen is given back to the member.
#[inline(always)]
pub fn take(now: &Circumstances, luck: &Luck, state: &State, scratch: &Scratch, sums: &mut Sums) {
    if now.levers.points.staff + now.levers.points.stolen > 0.0 {
        count(now, luck, state, scratch, sums);
    }
}

#[cold]
fn count(now: &Circumstances, luck: &Luck, state: &State, scratch: &Scratch, sums: &mut Sums) {
    let terms = &now.levers.points;
    for row in 0..scratch.len() {
        let of_others = usual(now, scratch, row) * (1.0 - state.member[row]) * terms.staff;
        if of_others > 0.0 {
            sums.taken += i64::from(whole(of_others + luck.rare(row, Rare::IsCollected), MOST));
        }
        let balance = state.issued[row] - state.used[row];
        let worth_it = balance > 0 && balance as f32 >= terms.minimum;
        if worth_it && luck.rare(row, Rare::IsRobbed) < terms.stolen {
            sums.taken += i64::from(balance);
        }
    }
}
