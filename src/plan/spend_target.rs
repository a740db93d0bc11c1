//! A spend target: what has to be spent within a period for something to be given.

use super::receipts::Receipts;

/// What has to be spent within a period of months, and where in the period a month is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpendTarget {
    /// Whether there is one.
    pub on: bool,
    /// Whether the period begins with this month.
    pub begins: bool,
    /// Whether it ends with it.
    pub ends: bool,
    /// The spend of the period, and how customers who end a little below it grow to it: as receipts do to a threshold.
    pub spend: Receipts,
}

impl SpendTarget {
    /// None.
    pub const NONE: Self = Self { on: false, begins: false, ends: false, spend: Receipts::ALL };

    /// Whether so much is enough; who buys nothing gets nothing.
    #[inline(always)]
    pub fn is_reached(&self, spent: f32) -> bool {
        spent > 0.0 && spent >= self.spend.from
    }

    /// The chance that somebody who would end the period with so much buys as much more as it takes.
    #[inline(always)]
    pub fn chance_to_stretch(&self, spent: f32) -> f32 {
        let Receipts { from, reach, pull, .. } = self.spend;
        let least = from * (1.0 - reach);
        if spent <= least || spent >= from { 0.0 } else { pull * (spent - least) / (from - least) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of those who end at 90 of 100, half of a fifth below, half as many stretch as of those just below: by hand.
    #[test]
    fn the_nearer_the_more() {
        let target = SpendTarget {
            on: true,
            spend: Receipts { from: 100.0, reach: 0.2, pull: 0.4, ahead: 0.0 },
            ..SpendTarget::NONE
        };
        for (spent, chance) in [(0.0, 0.0), (80.0, 0.0), (85.0, 0.1), (90.0, 0.2), (99.0, 0.38), (100.0, 0.0)]
        {
            assert!((target.chance_to_stretch(spent) - chance).abs() < 1e-6, "{spent}");
        }
        assert_eq!([99.9, 100.0, 101.0].map(|spent| target.is_reached(spent)), [false, true, true]);
        let any = SpendTarget { on: true, ..SpendTarget::NONE };
        assert_eq!([0.0, 0.1].map(|spent| any.is_reached(spent)), [false, true]);
        assert_eq!(any.chance_to_stretch(0.0), 0.0);
    }
}
