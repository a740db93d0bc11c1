//! One month of one block in one world, stage by stage: short loops over columns that the compiler vectorises.
//!
//! The stages read levers, state and luck, nothing else. Their order is that of `docs/model.md`.

mod categories;
mod contract;
mod deals;
mod experience;
mod handover;
mod hazard;
mod leaving;
mod loyalty;
mod membership;
mod outlook;
mod points;
mod price;
mod purchases;
mod receipts;
mod redemption;
mod retention;
mod stock;
mod targets;
mod volume;

use super::circumstances::Circumstances;
use super::intercepts::Intercepts;
use super::luck::Luck;
use super::scratch::Scratch;
use super::state::State;
use super::sums::Sums;
use crate::population::People;
use crate::random::widest;

pub use categories::{advance, learns};
pub use contract::Renewals;
pub use experience::{answer, lacks_basics, latent};
pub use outlook::outlooks;

/// How often customers buy this month: as they please, or once by contract.
#[inline(always)]
fn buy(now: &Circumstances, people: &People, luck: &Luck, state: &mut State, scratch: &mut Scratch) {
    if now.response.contract.is_some() {
        contract::bill(state, scratch);
        return;
    }
    purchases::mean(now, people, state, scratch);
    deals::lifts(now, scratch);
    stock::use_up(people, state, scratch);
    stock::wait(now, people, state, scratch);
    purchases::count(luck, scratch);
}

widest! {
    /// Plays one month and adds up what does not need the other world.
    pub fn play(
        now: &Circumstances,
        solved: &Intercepts,
        people: &People,
        luck: &Luck,
        state: &mut State,
        scratch: &mut Scratch,
        sums: &mut Sums,
    ) {
        sums.count_start(state);
        volume::begin(now, state, scratch, sums);
        handover::apply(now, people, luck, state, scratch.len(), sums);
        deals::entitle(now, people, luck, state, scratch);
        categories::demands(now, luck, state, scratch, sums);
        price::discounts(now, people, luck, state, scratch);
        buy(now, people, luck, state, scratch);
        purchases::until_dropout(now, &solved.causes, people, luck, state, scratch);
        purchases::spend(now, people, luck, scratch);
        stock::lay_in(now, state, scratch);
        receipts::grow(state, scratch);
        targets::month(now, luck, state, scratch);
        deals::returns(now, scratch);
        points::month(now, people, luck, state, scratch, sums);
        price::reference(now, people, state, scratch);
        experience::contacts(now, people, luck, state, scratch);
        experience::failures(now, people, luck, state, scratch, sums);
        loyalty::advantage(now, people, state, scratch);
        volume::ties(now, people, state, scratch);
        deals::ties(now, people, state, scratch);
        volume::month(now, people, state, scratch, sums);
        membership::advance(now, people, luck, state, scratch, sums);
        experience::answers(now, &solved.scale, people, luck, state, scratch, sums);
        categories::earn(now, state, scratch, sums);
        volume::earn(now, state, scratch);
        sums.add_month(now, state, scratch);
        sums.add_deals(now, people, scratch);
        leaving::leave(now, &solved.causes, people, luck, state, scratch, sums);
        sums.count_end(state, scratch.len());
    }
}

widest! {
    /// The part of a month before the start on which it depends where customers stand with the program: what they bought, what they were given.
    pub fn accustom(
        now: &Circumstances,
        people: &People,
        luck: &Luck,
        state: &mut State,
        scratch: &mut Scratch,
        sums: &mut Sums,
    ) {
        volume::begin(now, state, scratch, sums);
        deals::entitle(now, people, luck, state, scratch);
        price::discounts(now, people, luck, state, scratch);
        buy(now, people, luck, state, scratch);
        purchases::spend(now, people, luck, scratch);
        stock::lay_in(now, state, scratch);
        receipts::grow(state, scratch);
        targets::month(now, luck, state, scratch);
        deals::returns(now, scratch);
        points::month(now, people, luck, state, scratch, sums);
        price::reference(now, people, state, scratch);
        loyalty::advantage(now, people, state, scratch);
        volume::ties(now, people, state, scratch);
        deals::ties(now, people, state, scratch);
        volume::month(now, people, state, scratch, sums);
        membership::advance(now, people, luck, state, scratch, sums);
        sums.add_deals(now, people, scratch);
    }
}

widest! {
    /// A month of a pilot with a program, in which nobody leaves.
    pub fn rehearse_with_program(
        now: &Circumstances,
        people: &People,
        luck: &Luck,
        state: &mut State,
        scratch: &mut Scratch,
        sums: &mut Sums,
    ) {
        volume::begin(now, state, scratch, sums);
        deals::entitle(now, people, luck, state, scratch);
        price::discounts(now, people, luck, state, scratch);
        buy(now, people, luck, state, scratch);
        purchases::spend(now, people, luck, scratch);
        stock::lay_in(now, state, scratch);
        receipts::grow(state, scratch);
        targets::month(now, luck, state, scratch);
        deals::returns(now, scratch);
        points::month(now, people, luck, state, scratch, sums);
        price::reference(now, people, state, scratch);
        experience::contacts(now, people, luck, state, scratch);
        experience::failures(now, people, luck, state, scratch, sums);
        loyalty::advantage(now, people, state, scratch);
        volume::ties(now, people, state, scratch);
        deals::ties(now, people, state, scratch);
        volume::month(now, people, state, scratch, sums);
        membership::advance(now, people, luck, state, scratch, sums);
    }
}

widest! {
    /// The part of a month on which purchases and experience depend where there is no program and nobody leaves.
    pub fn rehearse(
        now: &Circumstances,
        people: &People,
        luck: &Luck,
        state: &mut State,
        scratch: &mut Scratch,
        sums: &mut Sums,
    ) {
        price::discounts(now, people, luck, state, scratch);
        buy(now, people, luck, state, scratch);
        experience::contacts(now, people, luck, state, scratch);
        experience::failures(now, people, luck, state, scratch, sums);
    }
}

#[cfg(test)]
mod tests;
