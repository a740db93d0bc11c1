//! Points that members give away: to a charity, or to other members, who redeem them.

use crate::population::People;
use crate::random::math::smaller;
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::{Luck, Rare};
use crate::simulate::month::loyalty;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// Some of those who would redeem donate all they have; some of those who have too little for a reward give it to another member, who redeems it at once.
#[inline(always)]
pub fn away(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &Scratch,
    sums: &mut Sums,
) {
    let given = now.levers.points.given;
    if given.donated + given.transferred > 0.0 {
        give(now, people, luck, state, scratch, sums);
    }
}

#[cold]
fn give(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &Scratch,
    sums: &mut Sums,
) {
    let terms = &now.levers.points;
    for row in 0..scratch.len() {
        let points = state.issued[row] - state.used[row];
        if points <= 0 || state.alive[row] <= 0.0 {
            continue;
        }
        let forgetful = people.forgetful[row];
        let would_redeem = scratch.list[row] > 0.0 && terms.would_redeem(luck.redeem[row], forgetful);
        if would_redeem && luck.rare(row, Rare::Donates) < terms.given.donated {
            let money = points as f32 * terms.given.worth;
            donate(now, people, (row, points, money), state, sums);
            continue;
        }
        let short = (points as f32) < terms.needed(people.open[row]);
        let chance = terms.given.transferred_of(points as f32 * terms.value);
        if short && luck.rare(row, Rare::GivesAway) < (1.0 - forgetful) * chance {
            state.used[row] += points;
            sums.transferred += i64::from(points);
            sums.transfers += 1;
            state.give(row, points as f32 * terms.cost - terms.given.fee, now.today, 0.0);
        }
    }
}

fn donate(
    now: &Circumstances,
    people: &People,
    (row, points, money): (usize, i32, f32),
    state: &mut State,
    sums: &mut Sums,
) {
    state.used[row] += points;
    sums.donated += i64::from(points);
    state.give(row, money, now.today, 0.0);
    let open = loyalty::RELUCTANT + (1.0 - loyalty::RELUCTANT) * people.seeker[row];
    let next = state.attachment[row] + now.levers.points.given.warmth * open;
    state.attachment[row] = smaller(next, loyalty::ATTACHMENT.1);
}
