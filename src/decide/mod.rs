//! Decision analysis: what matters, what to find out, what to change.
//!
//! Everything here plays designs against each other on the same customers, truths and luck, so that what is left is the
//! difference between the designs.

pub mod brands;
pub mod compare;
pub mod dominance;
pub mod exit;
pub mod grid;
mod measure;
pub mod moved;
mod open_ends;
pub mod optimise;
pub mod paired;
pub mod pareto;
pub mod precision;
pub mod sensitivity;
pub mod stress;
pub mod threats;
pub mod trials;
pub mod usual;
pub mod voi;
mod watch;

pub use measure::{Measure, Reading, UnknownMeasure};
pub use open_ends::open_ends;
pub use watch::{Unwatched, Watch};
