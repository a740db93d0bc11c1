//! Customers by contract who move between plans.

use crate::design::{self, Truth};

/// How the bills of customers change as they move between plans.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlanMoves {
    /// Chances of a move up: in a month within the term, and in the one in which it ends.
    pub up: [f32; 2],
    /// The same of a move down.
    pub down: [f32; 2],
    /// A plan's bill as a multiple of that of the plan below it.
    pub step: f32,
}

impl PlanMoves {
    /// As declared, under `truth`; none where everybody keeps his plan.
    pub(super) fn new(truth: &Truth, contract: &design::Contract) -> Option<Self> {
        let plans = &contract.plans;
        let moves = [plans.upgrades, plans.downgrades].map(|id| truth[id]);
        if moves == [0.0; 2] {
            return None;
        }
        let waits = plans.change.wait();
        let months = plans.change.months_at_end(truth[contract.months].round().max(1.0));
        let [within, at_end] = [
            [0, 1].map(|way| if waits[way] { 0.0 } else { moves[way] / 12.0 }),
            [0, 1].map(|way| moves[way] * months[way] / 12.0),
        ];
        // a truth may be drawn in which more would move at a renewal than there are
        let most = 1.0 / (at_end[0] + at_end[1]).max(1.0);
        let chances = |way: usize| [within[way] as f32, (most * at_end[way]) as f32];
        Some(Self { up: chances(0), down: chances(1), step: 1.0 + truth[plans.step] as f32 })
    }

    /// What multiplies the bill of a customer of this luck, uniform, in a month in which his term ends or does not.
    pub fn factor(&self, ends: bool, luck: f32) -> f32 {
        let month = usize::from(ends);
        if luck < self.up[month] {
            self.step
        } else if luck >= 1.0 - self.down[month] {
            1.0 / self.step
        } else {
            1.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::Design;

    /// The changes of subscribers with these lines.
    fn changes(term: usize, lines: &str) -> Option<PlanMoves> {
        let text = include_str!("../../tests/designs/full.toml");
        let (head, tail) = text.split_once("contract_months = 24\n").unwrap();
        let (_, tail) = tail.split_once("[churn]").unwrap();
        let text = format!("{head}contract_months = {term}\n{lines}\n[churn]{tail}");
        let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
        let contract = design.segments[2].contract.unwrap();
        PlanMoves::new(&Truth::central(&design), &contract)
    }

    #[test]
    fn nobody_moves_where_nothing_is_stated() {
        assert_eq!(changes(12, ""), None);
        assert_eq!(changes(12, "plan_step = 0.5\nplans_change = \"any_month\""), None);
    }

    /// Of a fifth that moves in a year, a sixtieth does in a month, four tenths at the end of two years.
    #[test]
    fn as_many_move_in_a_year_whenever_they_may() {
        let of = |when: &str| {
            changes(24, &format!("upgrades = 0.2\ndowngrades = 0.1\nplan_step = 0.25\n{when}")).unwrap()
        };
        let [month, end] = [1.0 / 60.0, 0.4];
        let expected = PlanMoves { up: [month; 2], down: [0.0, 0.2], step: 1.25 };
        assert_eq!(of(""), expected);
        assert_eq!(of("plans_change = \"at_renewal\""), PlanMoves { up: [0.0, end], ..expected });
        assert_eq!(of("plans_change = \"any_month\""), PlanMoves { down: [0.5 * month; 2], ..expected });
    }

    #[test]
    fn a_customer_moves_up_or_down_or_stays() {
        let changes = PlanMoves { up: [0.25, 0.5], down: [0.125, 0.5], step: 1.25 };
        let factors = |ends: bool| [0.2, 0.3, 0.49, 0.5, 0.8, 0.875].map(|luck| changes.factor(ends, luck));
        assert_eq!(factors(false), [1.25, 1.0, 1.0, 1.0, 1.0, 0.8]);
        assert_eq!(factors(true), [1.25, 1.25, 1.25, 0.8, 0.8, 0.8]);
    }
}
