//! Points sold to members who lack a few for a reward.

use crate::plan::PointsTerms;
use crate::population::People;
use crate::random::math::larger;
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::{Luck, Rare};
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// Nobody buys more than this part of what a reward takes: a judgement.
const LITTLE: f32 = 0.3;

/// Some of those who would redeem points at a purchase, and lack a few, buy them.
#[inline(always)]
pub fn buy(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &Scratch,
    sums: &mut Sums,
) {
    if now.levers.points.sold_at > 0.0 {
        sell(now, people, luck, state, scratch, sums);
    }
}

#[cold]
fn sell(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &Scratch,
    sums: &mut Sums,
) {
    let terms = &now.levers.points;
    for row in 0..scratch.len() {
        let comes = (scratch.list[row] > 0.0) & (state.member[row] > 0.0);
        let wants = terms.would_redeem(luck.redeem[row], people.forgetful[row]);
        if !(comes & wants) {
            continue;
        }
        let needed = terms.needed(people.open[row]);
        let lacks = needed as i32 - (state.issued[row] - state.used[row]);
        if lacks <= 0 || lacks as f32 > LITTLE * needed {
            continue;
        }
        if luck.rare(row, Rare::TopsUp) < terms.top_up * gain(terms, lacks as f32 / needed) {
            state.issued[row] += lacks;
            sums.points_sold += i64::from(lacks);
            state.give(row, -(lacks as f32 * terms.sold_at), now.today, 0.0);
        }
    }
}

/// What is won by buying this part of a reward, as a share of the reward; nobody buys where nothing is.
fn gain(terms: &PointsTerms, part: f32) -> f32 {
    larger(1.0 - part * terms.sold_at / terms.value, 0.0)
}
