//! Trials: the same customers with the same luck in every world.

mod tally;

pub use crate::design::MAX_CAUSES;
pub use tally::{Line, Tally};
