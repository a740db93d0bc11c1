//! A segment of one trial, in the worlds that are compared: read off the tally once, for all who ask.

use super::ledger::Ledger;
use super::prospect::Prospect;
use super::terms::Terms;
use crate::simulate::Tally;

/// The ledgers of a segment, and what its customers will bring after the end, world by world.
pub(super) struct SegmentWorlds {
    ledgers: Vec<Ledger>,
    prospects: Vec<Option<Prospect>>,
}

impl SegmentWorlds {
    /// All segments in the first so many worlds.
    pub fn all(tally: &Tally, worlds: usize, terms: &Terms) -> Vec<Self> {
        (0..tally.segments()).map(|segment| Self::of(tally, worlds, segment, terms)).collect()
    }

    fn of(tally: &Tally, worlds: usize, segment: usize, terms: &Terms) -> Self {
        let ledgers: Vec<Ledger> =
            (0..worlds).map(|world| Ledger::of_segment(tally, world, segment)).collect();
        let prospects = ledgers
            .iter()
            .enumerate()
            .map(|(world, ledger)| Prospect::at_the_end(tally, ledger, (world, segment), terms))
            .collect();
        Self { ledgers, prospects }
    }

    /// The ledger of all segments together in a world of `tally`.
    pub fn whole(all: &[Self], tally: &Tally, world: usize) -> Ledger {
        Ledger::of_parts(all.iter().map(|segment| segment.ledger(world)), tally.months())
    }

    /// Its months in a world.
    pub fn ledger(&self, world: usize) -> &Ledger {
        &self.ledgers[world]
    }

    /// What is expected of its customers in a world at the end of the horizon; `None` where the tally does not tell.
    pub fn prospect(&self, world: usize) -> Option<&Prospect> {
        self.prospects[world].as_ref()
    }
}
