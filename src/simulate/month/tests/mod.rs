//! Stages of a month on a few customers, each number worked out by hand. A row of a table is a customer.

mod accounts;
mod ahead;
mod bonuses;
mod buying;
mod earning;
mod giving;
mod handing_over;
mod joining;
mod leavers;
mod moves;
mod periods;
mod prices;
mod promotions;
mod served;
mod terms;
mod ties;

use super::*;
use crate::plan::{Deal, LEVELS, Levers, Response};
use crate::population::TRAITS;
use crate::random::Column;
use crate::simulate::totals::Grain;

/// What is the same for all customers of a block.
struct Terms {
    month: usize,
    levers: Levers,
    deals: Vec<Deal>,
    response: Response,
    rivals: f32,
}

impl Terms {
    fn of(levers: Levers, response: Response) -> Self {
        Self { month: 0, levers, deals: Vec::new(), response, rivals: 0.0 }
    }

    fn now(&self) -> Circumstances<'_> {
        Circumstances {
            month: self.month,
            levers: &self.levers,
            deals: &self.deals,
            response: &self.response,
            rivals: self.rivals,
            pace: 1.0,
            usual_contact: 0.0,
            traits: &TRAITS,
            today: 1.0,
            grain: Grain::ONE,
        }
    }
}

/// A block of a few customers who are all there.
#[derive(Default)]
struct Block {
    people: Box<People>,
    luck: Box<Luck>,
    state: Box<State>,
    scratch: Box<Scratch>,
    sums: Sums,
}

impl Block {
    /// Rows come in groups.
    fn new() -> Self {
        let mut block = Self::default();
        block.scratch.use_rows(32);
        block.state.alive.fill(1.0);
        block.state.price.fill(1.0);
        block
    }
}

/// Terms of the levels: one without a tier, another from the first tier on.
fn from_first(none: f32, tier: f32) -> [f32; LEVELS] {
    let mut terms = [tier; LEVELS];
    terms[0] = none;
    terms
}

/// A term of the first tier alone.
fn first(tier: f32) -> [f32; LEVELS] {
    let mut terms = [0.0; LEVELS];
    terms[1] = tier;
    terms
}

/// Writes the first rows of a column.
fn put<T: Copy>(column: &mut [T], values: &[T]) {
    column[..values.len()].copy_from_slice(values);
}

/// The first rows of a column are these numbers, to single precision.
#[track_caller]
fn holds(column: &Column, expected: &[f32]) {
    for (row, (found, expected)) in column.iter().zip(expected).enumerate() {
        assert!(
            (found - expected).abs() <= 5e-6 * expected.abs().max(0.1),
            "row {row}: {found}, not {expected}"
        );
    }
}

/// The same for whole numbers.
#[track_caller]
fn counts(column: &[i32], expected: &[i32]) {
    assert_eq!(&column[..expected.len()], expected);
}
