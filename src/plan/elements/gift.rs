//! Gifts on birthdays and holidays, and for what is spent in a period.

use super::{Scope, appeal};
use crate::design::{Gift, Occasion};
use crate::plan::deal::{Deal, Flow, Per, Who, Window};
use crate::plan::spend_target::SpendTarget;
use crate::plan::world::WorldPlan;

/// The gift, as a share of a usual receipt, that pleases half as much as a great one.
const HALF: f64 = 0.03;

/// On a birthday one customer in twelve is entitled; on a holiday all are. On average over those for whom it fits and those it insults. What is given
/// each year, and is worth it, is also a reason to stay.
pub(super) fn apply(scope: &Scope, gift: &Gift, world: &mut WorldPlan) {
    if gift.occasion == Occasion::Spend {
        return for_spend(scope, gift, world);
    }
    let is_birthday = gift.occasion == Occasion::Birthday;
    let fits = scope.at(gift.fits);
    let who = |month: usize| {
        let from = f64::from(scope.design.start.plus(month as i32).month() - 1) / 12.0;
        let part = scope.lasting(from * scope.entitled(), (from + 1.0 / 12.0) * scope.entitled());
        if is_birthday { Who { part, ..scope.who() } } else { scope.who() }
    };
    let cost = scope.at(gift.cost_per_gift);
    scope.give_each(world, |segment, month| {
        let pleases = appeal::of(cost, HALF * scope.receipt(segment));
        let deal = Deal {
            warmth: (fits * scope.at(gift.delight) * pleases) as f32,
            harm: ((1.0 - fits) * scope.at(gift.harm)) as f32,
            ..Deal::nothing(who(month))
        };
        deal.paying(Flow::Gift, Per::Head, cost)
    });
    let a_year = fits * cost * gifts_a_year(scope, is_birthday);
    scope.give_while(world, |segment| {
        let personal = scope.at(scope.design.segments[segment].personal_benefit_counts);
        let share = a_year / scope.yearly_spend(segment);
        // less where they are too small to be noticed as a discount
        let hold = personal * share * scope.noticed(share);
        Deal { hold: hold as f32, ..Deal::nothing(scope.who()) }
    });
}

/// What is earned is no surprise: it neither delights nor insults, and those for whom it does not fit do not care for it. To those whose usual spend reaches it, what is
/// given each year is a reason to stay.
fn for_spend(scope: &Scope, gift: &Gift, world: &mut WorldPlan) {
    let (from, cost) = (scope.at(gift.from_spend), scope.at(gift.cost_per_gift));
    let worth = cost * scope.at(gift.fits);
    let spend = scope.receipts(gift.from_spend, worth / from);
    let periods = Periods::of(scope, gift);
    scope.give(world, |month| {
        let target =
            SpendTarget { on: true, begins: periods.begins(month), ends: periods.begins(month + 1), spend };
        Deal::nothing(Who { target, ..scope.who() }).paying(Flow::Gift, Per::Head, cost)
    });
    let least = 12.0 / periods.months as f64 * from;
    let steady = Who { worth: Window { from: least as f32, ..Window::ALL }, ..scope.who() };
    let a_year = worth * periods.in_year() as f64;
    scope.give_while(world, |segment| {
        let personal = scope.at(scope.design.segments[segment].personal_benefit_counts);
        let share = a_year / scope.yearly_spend(segment).max(least);
        Deal { hold: (personal * share * scope.noticed(share)) as f32, ..Deal::nothing(steady) }
    });
}

/// The periods within which something has to be spent: months in a row in which the element is active, no more than so many.
struct Periods<'a> {
    scope: &'a Scope<'a>,
    months: usize,
}

impl<'a> Periods<'a> {
    fn of(scope: &'a Scope, gift: &Gift) -> Self {
        Self { scope, months: (scope.at(gift.within_months).round() as usize).max(1) }
    }

    /// Whether one begins with a month, or ends before it.
    fn begins(&self, month: usize) -> bool {
        let row = (0..month).rev().take_while(|before| self.scope.is_active(*before)).count();
        !self.scope.is_active(month) || row.is_multiple_of(self.months)
    }

    /// How many end in the first year.
    fn in_year(&self) -> usize {
        let first = self.scope.element.from;
        let ends = |month: &usize| self.scope.is_active(*month) && self.begins(month + 1);
        (first..first + 12).filter(ends).count()
    }
}

/// How many gifts somebody entitled gets in the first year.
fn gifts_a_year(scope: &Scope, is_birthday: bool) -> f64 {
    let first = scope.element.from;
    let months = (first..first + 12).filter(|month| scope.is_active(*month)).count();
    if is_birthday { months as f64 / 12.0 } else { months as f64 }
}
