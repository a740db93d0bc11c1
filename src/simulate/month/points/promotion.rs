//! Promotional points: more of them in some months, for those who notice. They may expire sooner than the others.

use super::base::{MOST, usual, within_year};
use crate::plan::Deal;
use crate::random::math::whole;
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::Luck;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// On top of what the month's purchases have earned; a tier multiplies the usual points alone.
#[inline(always)]
pub fn earn(now: &Circumstances, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    for at in 0..now.deals.len() {
        if now.deals[at].more_points > 0.0 {
            earn_more(now, at, luck, state, scratch);
        }
    }
}

#[cold]
fn earn_more(now: &Circumstances, at: usize, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    let (terms, deal) = (&now.levers.points, &now.deals[at]);
    let sooner = sooner(deal, state.expiry(terms));
    for row in 0..scratch.len() {
        let entitled = scratch.entitled[at][row] * state.member[row];
        if entitled <= 0.0 {
            continue;
        }
        let more = whole(usual(now, scratch, row) * deal.more_points * entitled + luck.join[row], MOST);
        let room = (MOST as i32 - scratch.issued[row]).max(0);
        let points = within_year(terms, state, row, more.min(room));
        if points > 0 {
            scratch.issued[row] += points;
            state.issued[row] += points;
            state.issue_as_older(row, points, (now.month, sooner));
        }
    }
}

/// By how many months promotional points expire before the others, which live so many; 0 is never.
fn sooner(deal: &Deal, life: usize) -> usize {
    let own = deal.points_expire as usize;
    if own > 0 { life.saturating_sub(own) } else { 0 }
}
