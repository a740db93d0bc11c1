//! Leaving: who goes this month, and why.

use super::hazard::{Each, Few, Reasons, TOGETHER};
use super::purchases::last_purchase;
use super::{categories, contract, hazard, retention, volume};
use crate::plan::OfCauses;
use crate::population::People;
use crate::random::Column;
use crate::random::math::{exp, exp_above, larger, ln, smaller};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::Luck;
use crate::simulate::scratch::{Leaver, Scratch};
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// The largest hazard of one month.
const MOST: f32 = 5.0;
/// A cause contributes to an exit when its term is this multiple of its baseline share.
const CONTRIBUTES: f32 = 1.25;

/// Those whose hazard has run past their clock go. Their points lapse.
#[inline(always)]
pub fn leave(
    now: &Circumstances,
    share: &OfCauses<f32>,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    scratch.leavers.clear();
    if now.response.leaves_at_purchase {
        at_purchase(now, share, people, luck, state, scratch);
    } else {
        at_any_time(now, share, people, luck, state, scratch);
    }
    retention::offer(now, people, luck, state, scratch, sums);
    categories::walk_out(now, luck, state, scratch);
    let Scratch { leavers, verdict, bonus, .. } = scratch;
    for leaver in leavers {
        let row = leaver.row;
        if state.owing.active {
            volume::forfeit(now, row, verdict[row], state, bonus, sums);
        }
        categories::depart(state, row);
        state.alive[row] = 0.0;
        state.member[row] = 0.0;
        state.level[row] = 0.0;
        sums.lapsed += i64::from(state.issued[row] - state.used[row]);
        state.used[row] = state.issued[row];
    }
}

/// Marks those whose uniform is below a bound of their hazard.
#[inline(always)]
fn mark<const TIES: bool>(
    now: &Circumstances,
    share: &OfCauses<f32>,
    hazard: &Column,
    luck: &Luck,
    state: &State,
    scratch: &mut Scratch,
) {
    let n = scratch.len();
    let reasons = Reasons::of(now, share, state, &scratch.advantage, n);
    let (alive, base) = (&state.alive[..n], &hazard[..n]);
    let (u, marks) = (&luck.leave[..n], scratch.picked.marks(n));
    for i in 0..n {
        marks[i] = u8::from(u[i] < reasons.multiple::<TIES>(i, exp_above) * base[i] * alive[i]);
    }
}

/// Leaves whose uniform `u` is below `1 − e^−h`; as that is less than the bound of `h`, all others need no closer look.
#[inline(always)]
fn at_any_time(
    now: &Circumstances,
    share: &OfCauses<f32>,
    people: &People,
    luck: &Luck,
    state: &State,
    scratch: &mut Scratch,
) {
    let contract = &now.response.contract;
    let due = contract.as_ref().map(|of| contract::hazards(of, now.month, people, scratch.len()));
    let base = due.as_ref().unwrap_or(&people.hazard);
    if hazard::tied(now, state) {
        mark::<true>(now, share, base, luck, state, scratch);
    } else {
        mark::<false>(now, share, base, luck, state, scratch);
    }
    scratch.picked.gather(scratch.len());
    for first in (0..scratch.picked.rows().len()).step_by(TOGETHER) {
        let few = Few::gather(&scratch.picked.rows()[first..], base, luck, state, scratch);
        let (mut hazard, mut clock) = ([0.0; TOGETHER], [0.0; TOGETHER]);
        let terms = few.terms(now, share);
        for k in 0..TOGETHER {
            hazard[k] = smaller(terms.1[k] * few.base[k], MOST);
            clock[k] = -ln(1.0 - few.luck[k]);
        }
        choose(share, &terms, &hazard, &clock, first, scratch);
    }
}

/// Leaves at the purchase that uses up the clock. What the month has made of the hazard counts for the purchases of the next.
#[inline(always)]
fn at_purchase(
    now: &Circumstances,
    share: &OfCauses<f32>,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
) {
    let n = scratch.len();
    let Scratch { work: [left, each], next_multiple: next, count, picked, advantage, .. } = scratch;
    let (left, each, next) = (&mut left[..n], &mut each[..n], &mut next[..n]);
    let reasons = Reasons::of(now, share, state, advantage, n);
    for i in 0..n {
        next[i] = reasons.multiple::<true>(i, exp);
    }
    let (count, marks, multiple) = (&count[..n], picked.marks(n), &mut state.multiple[..n]);
    let (alive, base, luck_of) = (&state.alive[..n], &people.hazard[..n], &luck.leave[..n]);
    for i in 0..n {
        // what the last purchase takes, and what the ones before it have left of the clock
        let takes = smaller(base[i] * multiple[i], MOST);
        let clock = -ln(1.0 - luck_of[i]);
        let last = last_purchase(clock, base[i] * multiple[i]);
        multiple[i] = next[i];
        left[i] = larger(smaller(clock - (last - 1.0) * takes, 0.999_999 * takes), 0.0);
        each[i] = if count[i] >= last { takes * alive[i] } else { 0.0 };
        marks[i] = u8::from(left[i] < each[i]);
    }
    picked.gather(n);
    for first in (0..scratch.picked.rows().len()).step_by(TOGETHER) {
        let rows = &scratch.picked.rows()[first..];
        // they go for what had made the hazard of their purchases
        let few = Few::gather_past(rows, &people.hazard, luck, state, scratch);
        let (mut hazard, mut clock) = ([0.0; TOGETHER], [0.0; TOGETHER]);
        for (k, &row) in rows.iter().take(TOGETHER).enumerate() {
            (hazard[k], clock[k]) = (scratch.work[1][row], scratch.work[0][row]);
        }
        choose(share, &few.terms(now, share), &hazard, &clock, first, scratch);
    }
}

/// Of the customers picked from `first` on, those go whose hazard exceeds their clock. Given that, `(1 − e^−clock)/(1 − e^−hazard)` is a
/// uniform: it chooses a cause in proportion to the terms.
#[inline(always)]
fn choose(
    share: &OfCauses<f32>,
    (terms, multiple): &(OfCauses<Each>, Each),
    hazard: &Each,
    clock: &Each,
    first: usize,
    scratch: &mut Scratch,
) {
    let mut left = [0.0; TOGETHER];
    for k in 0..TOGETHER {
        let u = smaller((1.0 - exp(-clock[k])) / (1.0 - exp(-hazard[k])), 1.0);
        left[k] = u * multiple[k];
    }
    let (mut place, mut chosen, mut active) = ([0u32; TOGETHER], [0.0; TOGETHER], [0u32; TOGETHER]);
    let mut open = [true; TOGETHER];
    for (cause, (term, share)) in (0u32..).zip(terms.iter().zip(*share)) {
        for k in 0..TOGETHER {
            let here = open[k] & (term[k] > 0.0);
            let stops = here & (left[k] < term[k]);
            place[k] = if here { cause } else { place[k] };
            chosen[k] = if here { term[k] } else { chosen[k] };
            left[k] -= if here & !stops { term[k] } else { 0.0 };
            open[k] &= !stops;
            active[k] |= if term[k] > CONTRIBUTES * share { 1 << cause } else { 0 };
        }
    }
    let Scratch { picked, leavers, .. } = scratch;
    for (k, &row) in picked.rows()[first..].iter().take(TOGETHER).enumerate() {
        if hazard[k] > clock[k] {
            let rest = if chosen[k] > 0.0 { (left[k] / chosen[k]).clamp(0.0, 1.0) } else { 0.0 };
            leavers.push(Leaver {
                row,
                place: place[k] as usize,
                rest,
                active: (active[k] | 1 << place[k]) as u8,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Levers, Response};
    use crate::population::TRAITS;
    use crate::random::{ROWS, math, splitmix64};
    use crate::simulate::totals::Grain;

    const SHARE: OfCauses<f32> = [0.35, 0.2, 0.2, 0.1, 0.1, 0.05];

    /// A number from `low` to `high` for every row.
    fn spread(column: &mut [f32; ROWS], what: u64, [low, high]: [f32; 2]) {
        for (row, value) in column.iter_mut().enumerate() {
            *value = low + (high - low) * math::uniform(splitmix64(what, row as u64) as u32);
        }
    }

    /// Law: whoever's hazard exceeds his clock goes, and nobody else; the bound only saves looking. Exact.
    #[test]
    fn nobody_is_missed_by_the_bound() {
        let response =
            Response { staff: 0.9, competition: 3.0, shield: 0.7, rival_pull: 0.6, ..Response::default() };
        let levers = Levers { message_burden: 0.2, ..Levers::NONE };
        let (mut people, mut luck) = (Box::<People>::default(), Box::<Luck>::default());
        let (mut state, mut scratch) = (Box::<State>::default(), Box::<Scratch>::default());
        scratch.use_rows(ROWS);
        spread(&mut people.hazard, 1, [0.0, 0.5]);
        spread(&mut luck.leave, 2, [0.0, 1.0]);
        spread(&mut state.treatment, 3, [-3.0, 3.0]);
        spread(&mut state.fault, 4, [-0.5, 2.5]);
        spread(&mut state.exposure, 5, [0.1, 1.8]);
        spread(&mut state.freed, 6, [0.5, 3.5]);
        spread(&mut state.attachment, 7, [-0.5, 0.7]);
        spread(&mut scratch.advantage, 8, [-0.1, 0.3]);
        state.alive.fill(1.0);
        state.member[..ROWS / 2].fill(1.0);
        for (rivals, touched) in [(0.5, true), (0.0, false)] {
            state.touched = touched;
            if !touched {
                // what has never been given to anybody cannot tie
                scratch.advantage.fill(0.0);
                state.attachment.fill(0.0);
                state.member.fill(0.0);
            }
            let now = Circumstances {
                month: 0,
                levers: &levers,
                deals: &[],
                response: &response,
                rivals,
                pace: 1.0,
                usual_contact: 0.0,
                traits: &TRAITS,
                grain: Grain::ONE,
                today: 1.0,
            };
            scratch.leavers.clear();
            at_any_time(&now, &SHARE, &people, &luck, &state, &mut scratch);
            let found: Vec<usize> = scratch.leavers.iter().map(|leaver| leaver.row).collect();
            assert_eq!(found, everybody(&now, &people, &luck, &state, &scratch));
            assert!(found.len() > ROWS / 10 && found.len() < ROWS / 2, "{}", found.len());
        }
    }

    /// Those who go, looking at everybody.
    fn everybody(
        now: &Circumstances,
        people: &People,
        luck: &Luck,
        state: &State,
        scratch: &Scratch,
    ) -> Vec<usize> {
        let rows: Vec<usize> = (0..ROWS).collect();
        let mut gone = Vec::new();
        for rows in rows.chunks(TOGETHER) {
            let few = Few::gather(rows, &people.hazard, luck, state, scratch);
            let (_, multiple) = few.terms(now, &SHARE);
            for (k, &row) in rows.iter().enumerate() {
                if smaller(multiple[k] * few.base[k], MOST) > -ln(1.0 - few.luck[k]) {
                    gone.push(row);
                }
            }
        }
        gone
    }
}
