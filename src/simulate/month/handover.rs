//! Another program takes the place of that whose members customers are: what they have is kept, converted, paid out or lost.

use super::loyalty::RELUCTANT;
use super::points;
use crate::plan::{Handover, LEVELS, of_level};
use crate::population::People;
use crate::random::ROWS;
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::{Luck, Rare};
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// The most points that a balance may come to.
const MOST: f64 = 1.0e9;

/// What happens at the beginning of the month, in the first n rows.
#[inline(always)]
pub fn apply(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    n: usize,
    sums: &mut Sums,
) {
    if let Some(handover) = &now.levers.handover {
        hand_over(handover, now, people, luck, state, n.min(ROWS), sums);
    }
}

#[cold]
fn hand_over(
    handover: &Handover,
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    n: usize,
    sums: &mut Sums,
) {
    for row in 0..n {
        let balance = state.issued[row] - state.used[row];
        if balance > 0 {
            state.attachment[row] -= anger(handover, now, people, row, balance);
        }
        if balance > 0 && handover.paid_at >= 0.0 {
            state.used[row] = state.issued[row];
            sums.pay_out(balance, handover.paid_at);
        } else if balance > 0 && handover.points_rate != 1.0 {
            convert(handover.points_rate, luck.rare(row, Rare::IsConverted), row, state);
            sums.converted += i64::from(state.issued[row] - state.used[row] - balance);
        }
        let level = state.level[row];
        let becomes = handover.levels[(level as usize).min(LEVELS - 1)];
        if becomes != level {
            let joy = now.response.promotion_joy;
            let felt = if becomes > level { joy } else { joy * now.response.demotion_ratio };
            let step = of_level(handover.standing, becomes) - of_level(handover.standing, level);
            let open = RELUCTANT + (1.0 - RELUCTANT) * people.seeker[row];
            state.attachment[row] += felt * step * open;
            state.level[row] = becomes;
            state.qualified[row] = becomes;
        }
        if handover.join_anew {
            (state.member[row], state.novelty[row]) = (0.0, 0.0);
            (state.level[row], state.qualified[row]) = (0.0, 0.0);
        }
    }
}

/// What a holder of points who thinks of them holds against the company: a part taken, or all, where he would not join anew to spend them.
fn anger(handover: &Handover, now: &Circumstances, people: &People, row: usize, balance: i32) -> f32 {
    let [converted, shut_out] = handover.anger;
    let stays_out = handover.join_anew && handover.paid_at < 0.0 && people.open[row] >= now.levers.willing;
    points::anger(if stays_out { &shut_out } else { &converted }, people, row, balance)
}

/// A balance at this rate, rounded up with the chance of the fraction; what is remembered of past months goes with it.
fn convert(rate: f32, luck: f32, row: usize, state: &mut State) {
    let balance = f64::from(state.issued[row] - state.used[row]);
    let becomes = (balance * f64::from(rate) + f64::from(luck)).floor().min(MOST);
    state.rebalance(row, becomes as i32);
}
