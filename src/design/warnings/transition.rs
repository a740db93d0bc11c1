//! What is written of a change and has no effect in it.

use super::{Look, Saying};
use crate::design::{CumulativeDiscount, NumberId, PointsThen, Program, Tiers, Transition};

impl Look<'_> {
    /// A second look at what becomes of what members have.
    pub(super) fn at_transition(&mut self, program: &Program) {
        let Some(terms) = &program.transition else { return };
        self.at_announcement(program, terms);
        if terms.points != PointsThen::Converted {
            self.counts_for_nothing(terms.points_rate, "points");
        }
        if !terms.join_anew {
            self.counts_for_nothing(terms.rejoin_share, "members");
        }
        if !self.promises_discounts() {
            self.counts_for_nothing(terms.discounts_kept_months, "discounts");
        }
        if terms.tiers_until.is_some() && !program.has::<Tiers>() {
            self.warn(Some(terms.announced_months), Saying::new("check-no-tiers"));
        }
    }

    /// Whether today's program gives discounts that are promised to those who have earned them.
    fn promises_discounts(&self) -> bool {
        let Some(today) = &self.design.today else { return false };
        let deeper = |tiers: &Tiers| tiers.tiers.iter().any(|tier| self.central(tier.discount) > 0.0);
        today.program.has::<CumulativeDiscount>()
            || today.program.all::<Tiers>().any(|(_, tiers)| deeper(tiers))
    }

    /// Nothing is known before the start.
    fn at_announcement(&mut self, program: &Program, terms: &Transition) {
        let announced = self.central(terms.announced_months);
        if announced > program.launch as f64 {
            let what = Saying::new("check-announced").with("path", self.path(terms.announced_months));
            let what = what.with("announced", announced).with("months", program.launch);
            self.warn(Some(terms.announced_months), what);
        }
    }

    /// Written, though something else decides.
    fn counts_for_nothing(&mut self, id: NumberId, because: &'static str) {
        if self.design.numbers[id].span.is_some() {
            let what = Saying::new("check-counts-for-nothing").with("path", self.path(id));
            self.warn(Some(id), what.with("because", because));
        }
    }
}
