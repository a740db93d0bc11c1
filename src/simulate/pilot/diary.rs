//! What the pilot's customers live through: months of the baseline as it is today, in which nobody leaves.

use crate::population::{People, TRAITS};
use crate::random::splitmix64;
use crate::simulate::block::{Block, GROUP};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck::{self, Luck};
use crate::simulate::month;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;
use std::sync::LazyLock;

/// Customers of the pilot.
pub const PILOT: usize = 240;
/// Names the pilot's luck: of 4,096 the one with which the levels of NPS answers and the terms of the hazard in eight scenarios lie nearest to
/// their means over all of them, within 0.008 of the former.
pub const LUCK: u64 = 1014;
/// From one customer to the next on the circle of categories: the golden part of it, and no divisor of it.
const TURN: usize = 149;
/// Months before anything is written down: expectations settle in the first pass, satisfaction in the second.
const WARM_UP: usize = 15;
/// Months written down.
pub const MEASURED: usize = 12;
/// Months that a pilot plays: twice until things have settled, the month before the first written down, and those.
const PLAYED: u64 = 2 * (WARM_UP + MEASURED) as u64;

/// A number for each customer of the pilot.
pub type PilotColumn = [f32; PILOT];

/// What does not change from month to month.
pub struct Who {
    /// Purchases a month.
    pub rate: PilotColumn,
    /// Exposure to competition.
    pub exposure: PilotColumn,
    /// How customers lean when asked, by month measured.
    pub leaning: [PilotColumn; MEASURED],
}

impl Who {
    /// The customers seated in a block, of `categories` in these shares.
    pub fn new(people: &People, state: &State, categories: &[f64; 6]) -> Self {
        let leaning = std::array::from_fn(|month| leanings(categories, month));
        Self { rate: first(&people.rate), exposure: first(&state.exposure), leaning }
    }
}

/// How customers of the pilot lean when asked in a month: the categories in their shares and in no order. All months together have the shares
/// to a part in thousands.
fn leanings(categories: &[f64; 6], month: usize) -> PilotColumn {
    let all: f64 = categories.iter().sum();
    let within = (month as f64 + 0.5) / MEASURED as f64;
    std::array::from_fn(|i| {
        let place = (i * TURN % PILOT) as f64 + within;
        let mut left = all * place / PILOT as f64;
        let category = categories.iter().position(|share| {
            left -= share;
            left < 0.0
        });
        TRAITS[category.unwrap_or(TRAITS.len() - 1)].leaning
    })
}

/// A month, as it stands at its end.
#[derive(Clone)]
pub struct Lived {
    /// Satisfaction with treatment.
    pub treatment: PilotColumn,
    /// Memory of a failure.
    pub fault: PilotColumn,
    /// Purchases of the month.
    pub count: PilotColumn,
    /// What a program that runs already makes of it, where there is one.
    pub ties: Option<Box<Ties>>,
}

/// What a program makes of a month.
#[derive(Clone)]
pub struct Ties {
    /// Mean purchases.
    pub mean: PilotColumn,
    /// Affective loyalty.
    pub attachment: PilotColumn,
    /// What calculative loyalty leaves of the risk of leaving for a rival, or for the price.
    pub gain: PilotColumn,
    /// What affective loyalty leaves of that of leaving for a rival, or by drifting off.
    pub shield: PilotColumn,
    /// What messages make of that of drifting off.
    pub burden: PilotColumn,
    /// Members.
    pub member: PilotColumn,
    /// Points held.
    pub balance: PilotColumn,
    /// Discount taken for granted.
    pub reference: PilotColumn,
    /// Friends invited by a promoting member.
    pub invitations: f32,
    /// Newcomers drawn by the program, as a share of the others.
    pub attraction: f32,
}

/// The months written down, after the one before them.
pub struct Diary {
    months: Vec<Lived>,
    /// Months played, written down or not.
    played: u64,
}

impl Diary {
    /// A diary with nothing in it.
    pub fn new() -> Self {
        const EMPTY: PilotColumn = [0.0; PILOT];
        let months = vec![Lived { treatment: EMPTY, fault: EMPTY, count: EMPTY, ties: None }; MEASURED + 1];
        Self { months, played: 0 }
    }

    /// Plays until expectations and satisfaction have settled, then writes the months down.
    pub fn keep(&mut self, block: &mut Block, now: &Circumstances) {
        let mut next = |block: &mut Block| {
            play(block, now, self.played);
            self.played += 1;
        };
        (1..WARM_UP).for_each(|_| next(block));
        for lived in &mut self.months {
            next(block);
            let (state, scratch) = (&block.states[0], &block.scratch[0]);
            lived.treatment = first(&state.treatment);
            lived.fault = first(&state.fault);
            lived.count = first(&scratch.count);
        }
    }

    /// A diary of these months, the first of which comes before those measured.
    pub fn of(months: Vec<Lived>) -> Self {
        Self { months, played: 0 }
    }

    /// The month before the first measured.
    pub fn before(&self) -> &Lived {
        &self.months[0]
    }

    /// How customers answer who lean so: with the attachment of the first month measured, where a program runs already.
    pub fn inclined(&self, leaning: &PilotColumn) -> PilotColumn {
        let ties = self.months[1].ties.as_ref();
        ties.map_or(*leaning, |ties| std::array::from_fn(|i| leaning[i] + ties.attachment[i]))
    }

    /// Each month with the one before.
    pub fn months(&self) -> impl Iterator<Item = (&Lived, &Lived)> {
        self.months.iter().zip(&self.months[1..])
    }
}

/// The rows of the pilot.
pub fn first<const ROWS: usize>(column: &[f32; ROWS]) -> PilotColumn {
    std::array::from_fn(|i| column[i])
}

/// Draws the luck of the month before the first measured, and of those measured, whatever has been played before: luck that is known to be even.
pub fn draw_measured(block: &mut Block, t: usize) {
    draw(block, PLAYED - (MEASURED + 1) as u64 + t as u64);
}

/// Draws the luck of a month.
pub fn draw(block: &mut Block, month: u64) {
    luck::draw(&mut block.luck, &mut block.people.luck, PILOT.next_multiple_of(GROUP));
    even(&mut block.luck, month % PLAYED);
}

fn play(block: &mut Block, now: &Circumstances, month: u64) {
    draw(block, month);
    let (state, scratch) = (&mut block.states[0], &mut block.scratch[0]);
    month::rehearse(now, &block.people, &block.luck, state, scratch, &mut Sums::default());
}

/// Luck of a month, for each of the five things that it decides.
type EvenLuck = [PilotColumn; 5];

/// The even luck of every month that a pilot plays: the same for all pilots, so it is made once.
static EVEN: LazyLock<Vec<EvenLuck>> = LazyLock::new(|| (0..PLAYED).map(even_luck).collect());

/// Luck of a month that is even over the customers: each uniform lies in the middle of one of as many equal parts as there are customers,
/// in an order of its own (McKay, Beckman & Conover 1979).
fn even_luck(month: u64) -> EvenLuck {
    std::array::from_fn(|what| {
        let mut places: [u16; PILOT] = std::array::from_fn(|place| place as u16);
        for last in (1..PILOT).rev() {
            let word = splitmix64(LUCK << 48 | month << 32 | (what as u64) << 16, last as u64);
            let other = (u128::from(word) * (last as u128 + 1)) >> 64;
            places.swap(last, other as usize);
        }
        places.map(|place| (f32::from(place) + 0.5) / PILOT as f32)
    })
}

/// Puts the even luck of a month in the place of what was drawn.
fn even(luck: &mut Luck, month: u64) {
    let Luck { purchases, failure, delight, service, recovery, .. } = luck;
    let columns = [purchases, failure, delight, service, recovery];
    for (column, values) in columns.into_iter().zip(&EVEN[month as usize]) {
        column[..PILOT].copy_from_slice(values);
    }
}
