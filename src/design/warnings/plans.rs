//! Customers who move between plans: bills that grow or shrink beyond belief, and steps that nobody takes.

use super::{Arg, Look, Saying};
use crate::design::{Contract, NumberId};

/// Growth of the bills of those who stay, in a year, beyond which it is probably not meant: a judgement.
const MOST: f64 = 1.3;

impl Look<'_> {
    /// A look at what the moves between plans come to.
    pub(super) fn at_plans(&mut self) {
        let contracts: Vec<Contract> = self.design.segments.iter().filter_map(|s| s.contract).collect();
        for Contract { plans, .. } in contracts {
            let [up, down, step] = [plans.upgrades, plans.downgrades, plans.step].map(|id| self.central(id));
            if up + down == 0.0 {
                self.at_step(plans.step);
                continue;
            }
            let year = libm::pow(1.0 + (up * step - down * step / (1.0 + step)) / 12.0, 12.0);
            if year > MOST {
                self.drift("grow", plans.upgrades, year);
            } else if year < 1.0 / MOST {
                self.drift("shrink", plans.downgrades, year);
            }
        }
    }

    /// A step that is stated where nobody moves.
    fn at_step(&mut self, step: NumberId) {
        if self.design.numbers[step].span.is_some() {
            self.warn(Some(step), Saying::new("check-no-moves").with("path", self.path(step)));
        }
    }

    fn drift(&mut self, kind: &'static str, moves: NumberId, year: f64) {
        let months = self.design.horizon_months;
        let all = libm::pow(year, months as f64 / 12.0);
        let what = Saying::new("check-plans").with("kind", kind).with("path", self.path(moves));
        let what = what.with("percent", Arg::rounded(100.0 * (year - 1.0).abs(), 0));
        let what = what.with("whole", Arg::rounded(100.0 * all, 0)).with("months", months);
        self.warn(Some(moves), what);
    }
}
