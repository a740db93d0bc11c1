//! Those who say that they are going, and what they are offered.

use super::{categories, loyalty};
use crate::plan::BOUGHT;
use crate::population::People;
use crate::random::math::{exp, smaller};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::{Luck, Rare};
use crate::simulate::scratch::Scratch;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// Months over which customers look ahead.
const YEAR: f32 = 12.0;

/// Of those who go for the price or for a rival some call first; an offer worth K of a year's spend keeps as many of them as the same advantage would have kept
/// from thinking of it: `1 − e^(−competition · K)`. The others cannot be bought.
#[inline(always)]
pub fn offer(
    now: &Circumstances,
    people: &People,
    luck: &Luck,
    state: &mut State,
    scratch: &mut Scratch,
    sums: &mut Sums,
) {
    let (offer, r) = (&now.levers.retention, now.response);
    let worth = offer.discount * offer.months / YEAR;
    if offer.calls <= 0.0 || worth < r.noticeable {
        return;
    }
    let accepts = 1.0 - exp(-r.competition * smaller(r.firm_benefit * worth, loyalty::MOST));
    let Scratch { leavers, verdict, .. } = scratch;
    leavers.retain(|leaver| {
        let row = leaver.row;
        let calls = BOUGHT.contains(&leaver.place) && luck.rare(row, Rare::Calls) < offer.calls;
        if !calls || luck.rare(row, Rare::Accepts) >= accepts {
            return true;
        }
        let given = people.rate[row] * people.basket[row] * offer.discount * offer.months;
        sums.kept_by += now.grain.round(given);
        state.give(row, given, now.today, verdict[row]);
        if luck.rare(row, Rare::Learns) < offer.learn {
            categories::learns(now, state, row);
        }
        false
    });
}
