//! Targets: what is given to those who have spent enough within a period, and who buys more for it.
//!
//! Few designs have any: no stage does anything without.

use crate::plan::SpendTarget;
use crate::random::math::larger;
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::{Luck, Rare};
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// In the place of those entitled to what is given for a spend, those who get it this month; and what those have added who ended the period a little below.
#[inline(always)]
pub fn month(now: &Circumstances, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    if now.deals.iter().any(|deal| deal.who.target.on) {
        count(now, luck, state, scratch);
    }
}

#[cold]
fn count(now: &Circumstances, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    let n = scratch.len();
    scratch.work[0][..n].fill(0.0);
    for (at, deal) in now.deals.iter().enumerate().filter(|(_, deal)| deal.who.target.on) {
        let target = deal.who.target;
        if target.begins {
            state.toward[..n].fill(0.0);
        }
        for row in 0..n {
            if scratch.entitled[at][row] > 0.0 {
                scratch.work[0][row] = 1.0;
                let gets = reaches(now, &target, (row, luck), state, scratch);
                scratch.entitled[at][row] = f32::from(u8::from(gets));
            }
        }
    }
    // two targets of a period count the same money, once
    for row in 0..n {
        let paid = scratch.list[row] * (1.0 - scratch.discount[row]);
        state.toward[row] += paid * scratch.work[0][row];
    }
}

/// Whether a customer gets there this month. In the last month of the period some of those who buy and are a little short buy more; part of it is bought
/// ahead. A bill does not grow.
fn reaches(
    now: &Circumstances,
    target: &SpendTarget,
    (row, luck): (usize, &Luck),
    state: &mut State,
    scratch: &mut Scratch,
) -> bool {
    let before = state.toward[row];
    let price = 1.0 - scratch.discount[row];
    let spent = before + scratch.list[row] * price;
    if target.is_reached(before) {
        return false;
    }
    if target.is_reached(spent) {
        return true;
    }
    let buys = target.ends & (scratch.list[row] > 0.0) & now.response.contract.is_none();
    if !buys || luck.rare(row, Rare::Stretches) >= target.chance_to_stretch(spent) {
        return false;
    }
    let more = (target.spend.from - spent) / larger(price, f32::MIN_POSITIVE);
    scratch.list[row] += more;
    state.stock[row] += target.spend.ahead * more;
    state.stocks |= target.spend.ahead > 0.0;
    true
}
