//! Worlds beside each other: what several have in common is played once.

use super::compile::Plan;
use super::world::WorldPlan;

/// Fewer months in common are not worth copying a world for.
const FEWEST: usize = 2;
/// Months before the horizon at which every world is on its own: branches are counted a year before the survey.
const LAST_YEAR: usize = 12;

/// Until when a world is the same as an earlier one, to the last bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parting {
    /// The earlier world.
    pub from: usize,
    /// The first month in which it goes its own way; 0 if it always did.
    pub month: usize,
}

impl Plan {
    /// Whether customers, baseline and what money is worth are the same as in another plan: then its worlds may be played beside these.
    pub fn has_baseline_of(&self, other: &Self) -> bool {
        self.months == other.months
            && self.discount_factor == other.discount_factor
            && self.prices == other.prices
            && self.acquisition == other.acquisition
            && self.causes == other.causes
            && self.segments == other.segments
            && self.worlds[0] == other.worlds[0]
            && self.past == other.past
    }

    /// Adds the worlds of a plan that has the same baseline.
    pub fn add_worlds_of(&mut self, other: Self) {
        self.worlds.extend(other.worlds.into_iter().skip(1));
    }

    /// From which earlier world each world of a segment parts, and when: of several, the one with which it has most in common.
    pub fn partings(&self, segment: usize) -> Vec<Parting> {
        let last = self.months.saturating_sub(LAST_YEAR);
        let parting = |world: usize| {
            let mut most = Parting { from: 0, month: 0 };
            for from in 0..world {
                let month = self.common_months(segment, [from, world]).min(last);
                if month > most.month && month >= FEWEST {
                    most = Parting { from, month };
                }
            }
            most
        };
        (0..self.worlds.len()).map(parting).collect()
    }

    /// Months from the first on in which two worlds are the same.
    fn common_months(&self, segment: usize, worlds: [usize; 2]) -> usize {
        let [a, b] = worlds.map(|world| &self.worlds[world]);
        // where points have been given, they are kept for as many months in both
        let apart = self.past.is_none() && a.longest_expiry(segment) != b.longest_expiry(segment);
        if worlds[0] > 0 && apart {
            return 0;
        }
        let levers = a.levers[segment].iter().zip(&b.levers[segment]);
        let deals = a.deals[segment].iter().zip(&b.deals[segment]);
        levers.zip(deals).take_while(|((a, b), (c, d))| a == b && c == d).count()
    }
}

impl Plan {
    /// Months for which points have to be remembered in a world: as many in all of them where a program runs already, since they go on from one
    /// to the other.
    pub fn remembers(&self, world: usize, segment: usize) -> usize {
        let Some(past) = &self.past else { return self.worlds[world].longest_expiry(segment) };
        let before = past.months[segment].iter().map(|month| month.levers.points.remembers());
        let after = self.worlds.iter().map(|world| world.longest_expiry(segment));
        before.chain(after).max().unwrap_or(0)
    }
}

impl Plan {
    /// Months for which customers of a segment who have left are remembered: as long as they may be asked to come back, in any world.
    pub fn remembers_leavers(&self, segment: usize) -> usize {
        let levers = self.worlds.iter().flat_map(|world| &world.levers[segment]);
        levers.map(|levers| levers.win_back.within).max().unwrap_or(0)
    }
}

impl WorldPlan {
    /// Whether points may be redeemed only some time after a purchase, in a month of a segment.
    pub fn delays(&self, segment: usize) -> bool {
        self.levers[segment].iter().any(|levers| levers.points.delay > 0.0)
    }

    /// The most months for which points have to be remembered in a segment: until they expire, are void after a change or may be redeemed; 0 where
    /// they never are.
    pub fn longest_expiry(&self, segment: usize) -> usize {
        let months =
            self.levers[segment].iter().map(|levers| levers.points.remembers().max(levers.void_before));
        months.max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, Truth};
    use crate::plan::Others;

    /// Endings part from the program that goes on when they are announced, and the program from the baseline when it begins.
    #[test]
    fn worlds_part_when_they_differ() {
        let design = Design::parse(include_str!("../../scenarios/electronics.toml")).unwrap();
        let truth = Truth::central(&design);
        let launch = design.program.as_ref().unwrap().launch;
        let plan = Plan::with_others(
            &design,
            &truth,
            (1, 0),
            Others { stops: &[launch + 12, launch + 30], ended: false },
        );
        let partings = plan.partings(0);
        assert_eq!(partings[0], Parting { from: 0, month: 0 });
        assert!(partings[1].from == 0 && partings[1].month <= launch, "{partings:?}");
        for (parting, stop) in partings[2..].iter().zip([launch + 12, launch + 30]) {
            assert!(parting.from == 1 && parting.month <= stop && parting.month + 12 > stop, "{partings:?}");
        }
        assert!(plan.has_baseline_of(&Plan::new(&design, &truth, 1, 0)));
    }
}
