//! Membership: who joins, what counts toward ladders, who is promoted and demoted.

use super::loyalty::RELUCTANT;
use crate::plan::{LEVELS, of_level, reached};
use crate::population::People;
use crate::random::math::larger;
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::Luck;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// Advances membership by a month. Heavier buyers have more occasions to join, so they join first: self-selection.
#[inline(always)]
pub fn advance(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    state.touched |= now.levers.program;
    let n = scratch.len();
    if now.levers.stopped {
        release(now, people, state, n);
    }
    if !state.touched {
        tally_visits(state, scratch);
        return;
    }
    collect(now, state, scratch);
    if now.levers.tiers {
        levels(now, people, state, scratch);
    }
    if now.levers.program {
        join(now, people, luck, state, scratch, sums);
    }
}

/// Before the program, only visits count (for its entry threshold).
#[inline(always)]
fn tally_visits(state: &mut State, scratch: &Scratch) {
    let n = scratch.len();
    for (bought, count) in state.bought[..n].iter_mut().zip(&scratch.count[..n]) {
        *bought += count;
    }
}

/// The program has ended: nobody is a member, and status is lost with the harm of a demotion.
#[inline(always)]
fn release(now: &Circumstances, people: &People, state: &mut State, n: usize) {
    let harm = now.response.promotion_joy * now.response.demotion_ratio;
    let standing = now.levers.levels.standing;
    let (attachment, level, seeker) =
        (&mut state.attachment[..n], &mut state.level[..n], &people.seeker[..n]);
    for i in 0..n {
        attachment[i] -= harm * of_level(standing, level[i]) * (RELUCTANT + (1.0 - RELUCTANT) * seeker[i]);
        level[i] = 0.0;
    }
    state.member[..n].fill(0.0);
    state.novelty[..n].fill(0.0);
}

#[inline(always)]
fn collect(now: &Circumstances, state: &mut State, scratch: &Scratch) {
    let memory = now.response.novelty_memory;
    let [of_spend, of_purchases, of_points] = now.levers.levels.counts;
    let n = scratch.len();
    let issued = &scratch.issued[..n];
    let (novelty, bought) = (&mut state.novelty[..n], &mut state.bought[..n]);
    let (spent, year) = (&mut state.spent[..n], &mut state.year_spend[..n]);
    let (count, list, discount) = (&scratch.count[..n], &scratch.list[..n], &scratch.discount[..n]);
    for i in 0..n {
        let net = list[i] * (1.0 - discount[i]);
        novelty[i] *= memory;
        bought[i] += count[i];
        spent[i] += net;
        year[i] += net * of_spend + count[i] * of_purchases + issued[i] as f32 * of_points;
    }
}

/// Promotion as soon as the year's spend, purchases or points suffice; demotion after the year and the grace, to what either year qualifies for.
#[inline(always)]
fn levels(now: &Circumstances, people: &People, state: &mut State, scratch: &mut Scratch) {
    let terms = &now.levers.levels;
    let joy = now.response.promotion_joy;
    let harm = joy * now.response.demotion_ratio;
    let (review, demotion) = (now.levers.review, now.levers.demotion);
    let n = scratch.len();
    let (level, earned, marks) = (&state.level[..n], &mut scratch.work[0][..n], scratch.picked.marks(n));
    let (year, member, qualified) = (&state.year_spend[..n], &state.member[..n], &state.qualified[..n]);
    let spent = &state.spent[..n];
    for i in 0..n {
        earned[i] = reached(terms.spend, year[i]) * member[i];
    }
    if terms.lifetime.iter().any(|spend| spend.is_finite()) {
        for i in 0..n {
            earned[i] = larger(earned[i], for_life(&terms.lifetime, spent[i]) * member[i]);
        }
    }
    for i in 0..n {
        let kept = if review { earned[i] } else { larger(qualified[i], earned[i]) };
        let moves = (earned[i] > level[i]) | (demotion & (level[i] > kept));
        marks[i] = u8::from(moves);
    }
    if review {
        state.qualified[..n].copy_from_slice(earned);
        state.year_spend[..n].fill(0.0);
    }
    scratch.picked.gather(n);
    for &row in scratch.picked.rows() {
        let kept = if demotion { state.qualified[row] } else { state.level[row] };
        let next = larger(kept, scratch.work[0][row]);
        let next = if terms.soft { larger(next, state.level[row] - 1.0) } else { next };
        let step = of_level(terms.standing, next) - of_level(terms.standing, state.level[row]);
        let felt = if step > 0.0 { joy * step } else { harm * step };
        state.attachment[row] += felt * (RELUCTANT + (1.0 - RELUCTANT) * people.seeker[row]);
        state.level[row] = next;
    }
}

/// The highest level that this sum spent since joining keeps for life.
#[inline(always)]
fn for_life(thresholds: &[f32; LEVELS], spent: f32) -> f32 {
    thresholds.iter().rposition(|threshold| spent >= *threshold).unwrap_or(0) as f32
}

/// Some of those who buy, may join and are willing to do so.
#[inline(always)]
fn join(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    let (willing, joins_per_visit) = (now.levers.willing, now.levers.joins_per_visit);
    let (purchases, tenure) = (now.levers.entry_purchases, now.levers.entry_tenure);
    let welcome = now.levers.points.welcome as i32;
    let n = scratch.len();
    let (count, u, marks) = (&scratch.count[..n], &luck.join[..n], scratch.picked.marks(n));
    let (open, joined) = (&people.open[..n], &people.joined[..n]);
    let (member, bought) = (&state.member[..n], &state.bought[..n]);
    let month = now.month as f32;
    for i in 0..n {
        // `&`, not `&&`: a branch would keep the loop from vectorising
        let ready = (bought[i] >= purchases) & (month - joined[i] >= tenure) & (member[i] == 0.0);
        marks[i] = u8::from(ready & (open[i] < willing) & (u[i] < count[i] * joins_per_visit));
    }
    scratch.picked.gather(n);
    for &row in scratch.picked.rows() {
        (state.member[row], state.novelty[row]) = (1.0, 1.0);
        (state.bought[row], state.spent[row], state.year_spend[row]) = (0.0, 0.0, 0.0);
        state.issued[row] += welcome;
        scratch.issued[row] += welcome;
        sums.joined += 1.0;
        // what he bought today, he bought before he was a member
        sums.member_purchases -= f64::from(count[row]);
    }
}
