//! Customers by contract who move between plans.

use super::block::Block;
use super::cast::Cast;
use super::luck::{Luck, Rare};
use super::month::Renewals;
use crate::plan::PlanMoves;
use crate::population::{People, Recipe};

impl Block {
    /// After a month: who moves gets the bill of another plan from the next month on, in every world alike.
    pub(super) fn change_plans(&mut self, cast: &Cast, month: usize) {
        let segment = &cast.plan.segments[cast.index];
        if let (Some(contract), Some(moves)) = (&segment.contract, &segment.plans) {
            let renewals = Renewals::of(contract, month);
            change(&mut self.people, &self.luck, self.rows, (&cast.recipe, moves, renewals));
        }
    }
}

fn change(
    people: &mut People,
    luck: &Luck,
    rows: usize,
    (recipe, moves, renewals): (&Recipe, &PlanMoves, Renewals),
) {
    for row in 0..rows {
        let due = renewals.due(people.joined[row]);
        let factor = moves.factor(due, luck.rare(row, Rare::ChangesPlan));
        if factor != 1.0 {
            people.basket[row] *= factor;
            people.inverse_worth[row] = recipe.inverse_worth(people.rate[row], people.basket[row]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, Truth};
    use crate::plan::{Contract, Plan};
    use crate::population::Shapes;

    /// Bills and years' spend after a month of three customers, of whom the second is in the last month of a term of 12.
    fn after(moves: PlanMoves) -> ([f32; 3], [f32; 3]) {
        let design = Design::parse(include_str!("../../tests/designs/full.toml")).unwrap();
        let plan = Plan::new(&design, &Truth::central(&design), 1, 0);
        let recipe = Recipe::new(&plan.segments[2], &mut Shapes::default());
        let renewals = Renewals::of(&Contract::of(12, 0.15, false), 5);
        let mut people = People::default();
        people.joined[..3].copy_from_slice(&[-5.0, -6.0, -7.0]);
        people.rate[..3].fill(1.0);
        people.basket[..3].fill(20.0);
        people.inverse_worth[..3].fill(1.0 / 240.0);
        change(&mut people, &Luck::default(), 3, (&recipe, &moves, renewals));
        let of = |row: usize| (people.basket[row], 1.0 / people.inverse_worth[row]);
        ([0, 1, 2].map(|row| of(row).0), [0, 1, 2].map(|row| of(row).1.round()))
    }

    #[test]
    fn who_moves_pays_another_bill_and_is_worth_another_year() {
        let nobody = PlanMoves { up: [0.0; 2], down: [0.0; 2], step: 1.25 };
        assert_eq!(after(nobody), ([20.0; 3], [240.0; 3]));
        assert_eq!(after(PlanMoves { up: [1.0; 2], ..nobody }), ([25.0; 3], [300.0; 3]));
        assert_eq!(
            after(PlanMoves { down: [0.0, 1.0], ..nobody }),
            ([20.0, 16.0, 20.0], [240.0, 192.0, 240.0])
        );
    }
}
