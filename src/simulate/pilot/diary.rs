//! What the pilot's customers live through: months of the baseline as it is today, in which nobody leaves.

use crate::population::{People, TRAITS};
use crate::simulate::block::{Block, GROUP};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::luck;
use crate::simulate::month;
use crate::simulate::state::State;
use crate::simulate::sums::Sums;

/// Customers of the pilot.
pub const PILOT: usize = 240;
/// Months before anything is written down: expectations settle in the first pass, satisfaction in the second.
const WARM_UP: usize = 15;
/// Months written down.
pub const MEASURED: usize = 12;

/// A number for each customer of the pilot.
pub type PilotColumn = [f32; PILOT];

/// What does not change from month to month.
pub struct Who {
    /// Purchases a month.
    pub rate: PilotColumn,
    /// Exposure to competition.
    pub exposure: PilotColumn,
    /// How customers lean when asked.
    pub leaning: PilotColumn,
}

impl Who {
    /// The customers seated in a block, of `categories` in these shares.
    pub fn new(people: &People, state: &State, categories: &[f64; 6]) -> Self {
        Self { rate: first(&people.rate), exposure: first(&state.exposure), leaning: leanings(categories) }
    }
}

/// How customers of the pilot lean when asked, the categories in their exact shares and in no order.
fn leanings(categories: &[f64; 6]) -> PilotColumn {
    let all: f64 = categories.iter().sum();
    std::array::from_fn(|i| {
        let mut left = all * (i as f64 * 0.618_033_988_75).fract();
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
}

/// The months written down, after the one before them.
pub struct Diary {
    months: Vec<Lived>,
}

impl Diary {
    /// A diary with nothing in it.
    pub fn new() -> Self {
        const EMPTY: PilotColumn = [0.0; PILOT];
        Self { months: vec![Lived { treatment: EMPTY, fault: EMPTY, count: EMPTY }; MEASURED + 1] }
    }

    /// Plays until expectations and satisfaction have settled, then writes the months down.
    pub fn keep(&mut self, block: &mut Block, now: &Circumstances) {
        (1..WARM_UP).for_each(|_| play(block, now));
        for lived in &mut self.months {
            play(block, now);
            let (state, scratch) = (&block.states[0], &block.scratch[0]);
            lived.treatment = first(&state.treatment);
            lived.fault = first(&state.fault);
            lived.count = first(&scratch.count);
        }
    }

    /// Each month with the one before.
    pub fn months(&self) -> impl Iterator<Item = (&Lived, &Lived)> {
        self.months.iter().zip(&self.months[1..])
    }
}

/// The rows of the pilot.
fn first<const ROWS: usize>(column: &[f32; ROWS]) -> PilotColumn {
    std::array::from_fn(|i| column[i])
}

fn play(block: &mut Block, now: &Circumstances) {
    luck::draw(&mut block.luck, &mut block.people.luck, PILOT.next_multiple_of(GROUP));
    let (state, scratch) = (&mut block.states[0], &mut block.scratch[0]);
    month::rehearse(now, &block.people, &block.luck, state, scratch, &mut Sums::default());
}
