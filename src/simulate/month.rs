//! One month of one block in one world, stage by stage: short loops over columns that the compiler vectorises.
//!
//! The stages read levers, state and luck, nothing else. Their order is that of `docs/model.md`.

mod categories;
mod deals;
mod experience;
mod hazard;
mod leaving;
mod loyalty;
mod membership;
mod points;
mod price;
mod purchases;

use super::intercepts::Intercepts;
use super::luck::Luck;
use super::picks::Picks;
use super::state::State;
use super::sums::Sums;
use crate::plan::{Deal, Levers, Response};
use crate::population::{Column, People, Traits};
use crate::random::ROWS;
use crate::random::widest;

pub use categories::{Favoured, advance};
pub use experience::{answer, lacks_basics, latent};
pub use leaving::Leaver;

/// What a month needs to know that is the same for all customers of the block.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// Month since the start, 0-based.
    pub month: usize,
    /// Levers of this world.
    pub levers: &'a Levers,
    /// What some customers get this month.
    pub deals: &'a [Deal],
    /// Constants of the segment.
    pub response: &'a Response,
    /// Strength of open rivals.
    pub rivals: f32,
    /// Factor on everybody's purchases: calibration and season, less what is bought at new rivals out of curiosity.
    pub pace: f32,
    /// Mean change of satisfaction per contact in the baseline, taken off.
    pub usual_contact: f32,
    /// What the categories mean for behaviour.
    pub traits: &'a [Traits; 6],
}

/// Columns that live for one month.
#[derive(Debug, Clone)]
#[repr(C, align(64))]
pub struct Scratch {
    /// Discount on this month's purchases.
    pub discount: Column,
    /// Log change of the rate by price.
    pub uplift: Column,
    /// Mean number of purchases.
    pub mean: Column,
    /// Number of purchases.
    pub count: Column,
    /// 1/√ of the number of purchases, 1 where there is none.
    pub inverse_root: Column,
    /// Spend at list prices.
    pub list: Column,
    /// Points issued.
    pub issued: [i32; ROWS],
    /// Points redeemed.
    pub redeemed: [i32; ROWS],
    /// Points expired.
    pub expired: [i32; ROWS],
    /// Calculative loyalty: what staying is worth as a share of spend.
    pub advantage: Column,
    /// A failure was met: 1; and was it resolved with some effort: 2.
    pub failed: Column,
    /// What will multiply the propensity to leave of customers who leave at a purchase.
    pub next_multiple: Column,
    /// Would recommend us: 1; would warn others: −1.
    pub verdict: Column,
    /// Two columns for intermediate results.
    pub work: [Column; 2],
    /// Rows in use.
    pub rows: usize,
    /// Who is entitled to each deal: 1.
    pub entitled: deals::Entitled,
    /// Customers with terms of their own.
    pub favoured: Vec<Favoured>,
    /// Rows of those who go because they were refused.
    pub refused: Vec<usize>,
    /// Rows of those who met a failure.
    pub failing: Vec<usize>,
    /// Rows to be looked at more closely.
    pub picked: Picks,
    /// Who leaves, and why.
    pub leavers: Vec<Leaver>,
}

impl Default for Scratch {
    fn default() -> Self {
        const EMPTY: Column = [0.0; ROWS];
        Self {
            rows: 0,
            discount: EMPTY,
            uplift: EMPTY,
            mean: EMPTY,
            count: EMPTY,
            inverse_root: EMPTY,
            list: EMPTY,
            advantage: EMPTY,
            failed: EMPTY,
            next_multiple: EMPTY,
            issued: [0; ROWS],
            redeemed: [0; ROWS],
            expired: [0; ROWS],
            entitled: Vec::new(),
            verdict: EMPTY,
            work: [EMPTY; 2],
            favoured: Vec::new(),
            refused: Vec::new(),
            failing: Vec::new(),
            picked: Picks::default(),
            leavers: Vec::new(),
        }
    }
}

impl Scratch {
    /// Begins a block: nothing is in force yet, and stages leave the columns of what is not alone.
    pub fn begin(&mut self) {
        for column in [&mut self.discount, &mut self.uplift, &mut self.advantage] {
            column.fill(0.0);
        }
        for column in [&mut self.issued, &mut self.redeemed, &mut self.expired] {
            column.fill(0);
        }
    }

    /// Rows in use, as a number the compiler knows to be within the columns.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.rows.min(ROWS)
    }
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
        deals::entitle(now, people, luck, state, scratch);
        categories::demands(now, luck, state, scratch, sums);
        price::discounts(now, luck, state, scratch);
        purchases::mean(now, people, state, scratch);
        deals::lifts(now, scratch);
        purchases::count(luck, scratch);
        purchases::until_dropout(now, people, luck, state, scratch);
        purchases::spend(now, people, luck, scratch);
        points::month(now, people, luck, state, scratch);
        price::reference(now, people, state, scratch);
        experience::contacts(now, people, luck, state, scratch);
        experience::failures(now, luck, state, scratch, sums);
        loyalty::advantage(now, people, state, scratch);
        deals::ties(now, people, state, scratch);
        membership::advance(now, people, luck, state, scratch, sums);
        experience::answers(now, &solved.scale, people, luck, state, scratch, sums);
        categories::earn(now, state, scratch, sums);
        sums.add_month(now, state, scratch);
        sums.add_deals(now, people, scratch);
        leaving::leave(now, &solved.causes, people, luck, state, scratch, sums);
        sums.count_end(state, scratch.len());
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
        price::discounts(now, luck, state, scratch);
        purchases::mean(now, people, state, scratch);
        purchases::count(luck, scratch);
        experience::contacts(now, people, luck, state, scratch);
        experience::failures(now, luck, state, scratch, sums);
    }
}
