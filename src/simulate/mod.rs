//! Trials: the same customers with the same luck in every world.

mod tally;

pub use tally::{Line, MAX_CAUSES, Tally};
