//! What is written of a change and has no effect in it.

use super::{Look, Saying};
use crate::design::{CumulativeDiscount, NumberId, Points, PointsThen, Program, Tiers, Transition};

impl Look<'_> {
    /// A second look at what becomes of what members have.
    pub(super) fn at_transition(&mut self, program: &Program) {
        let Some(terms) = &program.transition else { return };
        self.at_announcement(program, terms);
        match terms.points {
            PointsThen::Converted => self.at_conversion(program, terms.points_rate),
            _ => self.counts_for_nothing(terms.points_rate, "points"),
        }
        match terms.join_anew {
            true => self.at_rejoining(terms.rejoin_share),
            false => self.counts_for_nothing(terms.rejoin_share, "members"),
        }
        if !self.promises_discounts() {
            self.counts_for_nothing(terms.discounts_kept_months, "discounts");
        }
        if terms.tiers_until.is_some() && !program.has::<Tiers>() {
            self.warn(Some(terms.announced_months), Saying::new("check-no-tiers"));
        }
    }

    /// Points whose worth changes out of all proportion as they are converted.
    fn at_conversion(&mut self, program: &Program, rate: NumberId) {
        const OUT_OF_PROPORTION: f64 = 3.0;
        let Some(today) = &self.design.today else { return };
        let [old, new] = [&today.program, program].map(|program| program.all::<Points>().next());
        let (Some((_, old)), Some((_, new))) = (old, new) else { return };
        let [before, after] = [old, new].map(|points| self.central(points.point_value));
        let after = self.central(rate) * after;
        if after * OUT_OF_PROPORTION < before || after > before * OUT_OF_PROPORTION {
            let what = Saying::new("check-conversion").with("path", self.path(rate));
            self.warn(Some(rate), what.with("before", before).with("after", after));
        }
    }

    /// A program that nobody joins again has ended.
    fn at_rejoining(&mut self, share: NumberId) {
        if self.central(share) == 0.0 {
            self.warn(Some(share), Saying::new("check-nobody-rejoins").with("path", self.path(share)));
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
