//! Decision analysis: what matters, what to find out, what to change.
//!
//! Everything here plays designs against each other on the same customers, truths and luck, so that what is left is the
//! difference between the designs.

pub mod paired;
mod watch;

pub use watch::{Unwatched, Watch};
