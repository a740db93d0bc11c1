//! The two loyalties: calculative (what staying is worth) and affective (attachment).

use crate::plan::of_level;
use crate::population::People;
use crate::random::math::{larger, smaller};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;

/// Share of the reference discount that no longer counts as an advantage: material rewards habituate.
const HABITUATED: f32 = 0.5;
/// The largest advantage as a share of spend.
pub const MOST: f32 = 0.3;
/// Monthly fading of attachment without recognition.
const ATTACHMENT_KEEPS: f32 = 0.95;
/// How much of recognition reaches those who want no relationship with a brand.
pub const RELUCTANT: f32 = 0.2;
/// Attachment moves between these, relative to the start.
pub const ATTACHMENT: (f32, f32) = (-2.0, 0.7);

/// `K = felt discount − ½ reference + reward rate + points at stake / a year's spend`; and attachment's slow movement.
#[inline(always)]
pub fn advantage(now: &Circumstances, people: &People, state: &mut State, scratch: &mut Scratch) {
    if !state.priced && !state.touched {
        return;
    }
    if now.levers.points.earns_alike() {
        advantages::<false>(now, people, state, scratch);
    } else {
        let (terms, levels) = (now.levers.points, now.levers.levels.earn);
        for row in 0..scratch.len() {
            let (size, times) = (people.basket[row], of_level(levels, state.level[row]));
            let own =
                if state.member[row] > 0.0 { terms.earns(size, people.rate[row] * size, times) } else { 0.0 };
            scratch.work[0][row] = own / larger(terms.earning.usual * terms.kept, 1e-6);
        }
        advantages::<true>(now, people, state, scratch);
    }
    attachment(now, people, state, scratch.len());
}

/// The first of the two; where not all purchases earn alike, points are worth more to those whose size earns more than the usual one.
#[inline(always)]
fn advantages<const OWN: bool>(
    now: &Circumstances,
    people: &People,
    state: &mut State,
    scratch: &mut Scratch,
) {
    let n = scratch.len();
    let points = now.levers.points;
    let own = &scratch.work[0][..n];
    let (noticeable, stake_value) = (now.response.noticeable, points.value * points.usable);
    let (firm, personal) = (now.response.firm_benefit, now.response.personal_benefit);
    let (out, discount, reference) =
        (&mut scratch.advantage[..n], &scratch.discount[..n], &state.reference[..n]);
    let (issued, used, member) = (&state.issued[..n], &state.used[..n], &state.member[..n]);
    let (inverse_worth, forgetful) = (&people.inverse_worth[..n], &people.forgetful[..n]);
    let (level, multiples) = (&state.level[..n], now.levers.levels.earn);
    for i in 0..n {
        let felt = if discount[i] >= noticeable { discount[i] } else { 0.0 };
        let stake = (issued[i] - used[i]) as f32 * stake_value * inverse_worth[i];
        let rate = if OWN { points.reward_rate * own[i] } else { points.reward_rate };
        let scheme = member[i] * (1.0 - forgetful[i]) * (rate * of_level(multiples, level[i]) + stake);
        out[i] = smaller(firm * (felt - HABITUATED * reference[i]) + personal * scheme, MOST);
    }
}

#[inline(always)]
fn attachment(now: &Circumstances, people: &People, state: &mut State, n: usize) {
    let levels = now.levers.levels.recognition;
    let (out, member, level) = (&mut state.attachment[..n], &state.member[..n], &state.level[..n]);
    let seeker = &people.seeker[..n];
    for i in 0..n {
        let pull = of_level(levels, level[i]);
        let open = (1.0 - RELUCTANT).mul_add(seeker[i], RELUCTANT);
        let next = ATTACHMENT_KEEPS.mul_add(out[i], pull * open * member[i]);
        out[i] = larger(smaller(next, ATTACHMENT.1), ATTACHMENT.0);
    }
}
