//! Points: redeemed, earned, expired. Whole numbers throughout: issued = redeemed + expired + outstanding, exactly.

use crate::plan::{BrokenPromise, of_level};
use crate::population::People;
use crate::random::math::{larger, smaller, whole};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::Luck;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

mod base;
mod giving;
mod promotion;
mod theft;
mod top_up;

use base::{MOST, usual, within_year};

/// The points of a month. Without a scheme there is nothing to do, once the points of an ended one are paid out.
#[inline(always)]
pub fn month(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    if !state.touched && !now.levers.program {
        return;
    }
    let n = scratch.len();
    scratch.redeemed[..n].fill(0);
    if !now.levers.has_points || now.levers.stopped {
        scratch.issued[..n].fill(0);
        scratch.expired[..n].fill(0);
    }
    if now.levers.void_before > 0 {
        void(now, people, state, n, sums);
    } else if now.levers.broken_promise.anger > 0.0 {
        disappoint(now, people, state, n);
    }
    if now.levers.stopped {
        settle(now, state, scratch);
    }
    if now.levers.has_points {
        top_up::buy(now, people, luck, state, scratch, sums);
        giving::away(now, people, luck, state, scratch, sums);
        redeem(now, people, luck, state, scratch);
        earn(now, people, luck, state, scratch);
        promotion::earn(now, luck, state, scratch);
        theft::take(now, luck, state, scratch, sums);
        if now.levers.points.by_activity {
            prolong(state, scratch);
        }
        expire(now, state, scratch);
    }
}

/// A visitor with enough points may redeem them, as far as the purchase goes.
#[inline(always)]
fn redeem(now: &Circumstances, people: &People, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    let terms = now.levers.points;
    let least = smaller(terms.minimum, terms.pool_minimum) as i32;
    let n = scratch.len();
    let (issued, used) = (&state.issued[..n], &state.used[..n]);
    let (forgetful, u) = (&people.forgetful[..n], &luck.redeem[..n]);
    let (list, marks) = (&scratch.list[..n], scratch.picked.marks(n));
    for i in 0..n {
        let wants = terms.would_redeem(u[i], forgetful[i]);
        marks[i] = u8::from(wants & (list[i] > 0.0) & (issued[i] - used[i] >= least));
    }
    state.momentum[..n].fill(0.0);
    scratch.picked.gather(n);
    for &row in scratch.picked.rows() {
        let minimum = terms.needed(people.open[row]) as i32;
        let balance = state.issued[row] - state.used[row] - inactive(now, state, row);
        let payable =
            whole(scratch.list[row] * (1.0 - scratch.discount[row]) * terms.payable / terms.value, MOST);
        let points = if terms.rewards { balance / minimum * minimum } else { payable.min(balance) };
        if points > 0 && balance >= minimum {
            scratch.redeemed[row] = points;
            state.used[row] += points;
            (state.pull[row], state.momentum[row]) = (now.response.goal_reset, now.response.momentum);
        }
    }
}

/// Points that may not be redeemed yet. Purchases are spread evenly over a month: of those of `ago` months ago, made more than `delay` months
/// before one of this month, the share follows from the difference of two uniform times.
#[inline(always)]
fn inactive(now: &Circumstances, state: &State, row: usize) -> i32 {
    let (delay, ring) = (now.levers.points.delay, state.history.len());
    if delay <= 0.0 || ring == 0 {
        return 0;
    }
    let (month, used) = (now.month + state.past, state.used[row]);
    let held = |ago: usize| match ago {
        _ if ago > month || ago >= ring => 0,
        1.. => (state.history[(month - ago) % ring].0[row] - used).max(0),
        0 => 0,
    };
    let (mut waiting, mut ago) = (0.0, 1);
    while (ago as f32) < delay + 1.0 {
        // the last month's points are those held at its end beyond those held before it
        let of_month = (held(ago) - held(ago + 1)).max(0) as f32;
        waiting += of_month * still_waits(delay, ago as f32);
        ago += 1;
    }
    whole(waiting, MOST)
}

/// The chance that less than `delay` months lie between purchases made in two months `ago` apart.
#[inline(always)]
fn still_waits(delay: f32, ago: f32) -> f32 {
    let into = delay - (ago - 1.0);
    if into <= 0.0 {
        0.0
    } else if into <= 1.0 {
        0.5 * into * into
    } else if into < 2.0 {
        1.0 - 0.5 * (2.0 - into) * (2.0 - into)
    } else {
        1.0
    }
}

/// Net spend × points per unit of money × multiple of the level, and what partners give, for members; rounded up with the chance of the fraction, so that
/// whole points are worth what was promised even where a purchase earns less than one.
#[inline(always)]
fn earn(now: &Circumstances, people: &People, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    let (rate, elsewhere) = (now.levers.points.earn, now.levers.points.elsewhere);
    let n = scratch.len();
    if rate <= 0.0 && elsewhere <= 0.0 {
        scratch.issued[..n].fill(0);
        return;
    }
    if !now.levers.points.earns_alike() {
        return earn_by_terms(now, people, luck, state, scratch);
    }
    let multiple = now.levers.levels.earn;
    let (usual, basket) = (&people.rate[..n], &people.basket[..n]);
    let out = &mut scratch.issued[..n];
    let (list, discount) = (&scratch.list[..n], &scratch.discount[..n]);
    let (member, level, issued) = (&state.member[..n], &state.level[..n], &mut state.issued[..n]);
    let u = &luck.join[..n]; // decides about those who are not members: free here
    for i in 0..n {
        let times = of_level(multiple, level[i]);
        let earned =
            (list[i] * (1.0 - discount[i]) * rate * times + usual[i] * basket[i] * elsewhere) * member[i];
        let points = whole(earned + u[i], MOST);
        out[i] = points;
        issued[i] += points;
    }
}

/// The same where not all of every purchase earns alike.
#[cold]
fn earn_by_terms(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
) {
    let (terms, bounded) = (&now.levers.points, now.levers.points.most_in_year.is_finite());
    if terms.year_begins {
        state.in_year[..scratch.len()].fill(0);
    }
    for row in 0..scratch.len() {
        let times = of_level(now.levers.levels.earn, state.level[row]);
        let (member, u) = (state.member[row], luck.join[row]);
        // most of the time would go to those who earn nothing
        let earning = if member > 0.0 { usual(now, scratch, row) * times } else { 0.0 };
        let elsewhere = people.rate[row] * people.basket[row] * terms.elsewhere;
        let points = if bounded {
            let here = within_year(terms, state, row, whole(earning * member + u, MOST));
            here + whole(elsewhere * member + u, MOST)
        } else {
            whole((earning + elsewhere) * member + u, MOST)
        };
        scratch.issued[row] = points;
        state.issued[row] += points;
    }
}

/// Every purchase prolongs all points of its maker: they count as issued this month.
#[inline(always)]
fn prolong(state: &mut State, scratch: &Scratch) {
    let n = scratch.len();
    let (count, used) = (&scratch.count[..n], &state.used[..n]);
    for month in &mut state.history {
        let month = &mut month.0[..n];
        for i in 0..n {
            month[i] = if count[i] > 0.0 { month[i].min(used[i]) } else { month[i] };
        }
    }
}

/// Oldest points go first: what was issued by the month that is now too old, and has not been used, expires.
#[inline(always)]
fn expire(now: &Circumstances, state: &mut State, scratch: &mut Scratch) {
    let (ring, age) = (state.history.len(), state.expiry(&now.levers.points));
    let n = scratch.len();
    let month = now.month + state.past;
    if age < ring {
        return expire_by_terms(month, age, state, scratch);
    }
    if age == 0 {
        scratch.expired[..n].fill(0);
        return;
    }
    let out = &mut scratch.expired[..n];
    let (issued, used) = (&state.issued[..n], &mut state.used[..n]);
    let oldest = &mut state.history[month % ring].0[..n];
    for i in 0..n {
        let points = (oldest[i] - used[i]).max(0);
        out[i] = points;
        used[i] += points;
        oldest[i] = issued[i];
    }
}

/// The same where more months are remembered than points live: terms differ from month to month, or from world to world.
#[inline(always)]
fn expire_by_terms(month: usize, age: usize, state: &mut State, scratch: &mut Scratch) {
    let (ring, n) = (state.history.len(), scratch.len());
    let (issued, used) = (&state.issued[..n], &mut state.used[..n]);
    let out = &mut scratch.expired[..n];
    out.fill(0);
    if age > 0 {
        let oldest = &state.history[(month + ring - age) % ring].0[..n];
        for i in 0..n {
            let points = (oldest[i] - used[i]).max(0);
            out[i] = points;
            used[i] += points;
        }
    }
    state.history[month % ring].0[..n].copy_from_slice(issued);
}

/// Points lose value or are void: those who hold some, and think of them, like the company less.
#[cold]
fn disappoint(now: &Circumstances, people: &People, state: &mut State, n: usize) {
    for row in 0..n {
        let points = state.issued[row] - state.used[row];
        state.attachment[row] -= anger(&now.levers.broken_promise, people, row, points);
    }
}

/// Affective loyalty that the loss of so many points costs a customer who thinks of them: the more they are to him, up to what is felt in full.
pub(super) fn anger(broken: &BrokenPromise, people: &People, row: usize, points: i32) -> f32 {
    let of_a_month = points as f32 * broken.per_point / larger(people.rate[row] * people.basket[row], 1e-9);
    broken.anger * smaller(larger(of_a_month, 0.0), 1.0) * (1.0 - people.forgetful[row])
}

/// Points from before a change are void; those who hold some, and think of them, like the company less.
#[cold]
fn void(now: &Circumstances, people: &People, state: &mut State, n: usize, sums: &mut Sums) {
    let (ring, age) = (state.history.len(), now.levers.void_before);
    if age == 0 || age > ring {
        return;
    }
    let then = (now.month + state.past + ring - age) % ring;
    for row in 0..n {
        let points = state.history[then].0[row] - state.used[row];
        if points > 0 {
            state.used[row] += points;
            sums.lapsed += i64::from(points);
            state.attachment[row] -= anger(&now.levers.broken_promise, people, row, points);
        }
    }
}

/// The program has ended: what is outstanding is paid out, or void.
#[inline(always)]
fn settle(now: &Circumstances, state: &mut State, scratch: &mut Scratch) {
    let n = scratch.len();
    let void = now.levers.points_lapse;
    let out = if void { &mut scratch.expired[..n] } else { &mut scratch.redeemed[..n] };
    let (issued, used) = (&state.issued[..n], &mut state.used[..n]);
    for i in 0..n {
        out[i] = issued[i] - used[i];
        used[i] = issued[i];
    }
}
