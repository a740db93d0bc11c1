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

/// What an offer worth such a share of a year's spend counts: less than is noticed, in proportion.
fn felt(worth: f32, noticeable: f32) -> f32 {
    if worth < noticeable { worth * worth / noticeable } else { worth }
}

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
    let worth = felt(offer.discount * offer.months / YEAR, r.noticeable);
    if offer.calls <= 0.0 || worth <= 0.0 {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Half of what is noticed counts half, which is a quarter of the threshold: no cliff, and nothing for nothing.
    #[test]
    fn less_than_is_noticed_counts_in_proportion() {
        for (worth, counts) in [(0.0, 0.0), (0.015, 0.0075), (0.03, 0.03), (0.05, 0.05)] {
            assert!((felt(worth, 0.03) - counts).abs() < 1e-9, "{worth}");
        }
    }
}
