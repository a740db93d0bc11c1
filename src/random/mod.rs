//! Randomness: named streams, generators in columns, and functions of uniforms whose bits are the same everywhere.

pub mod beta;
mod key;
mod lanes;
pub mod math;
mod mix;
pub mod normal;

pub use key::{Purpose, StreamKey};
pub use lanes::{Lanes, ROWS, WORDS};
pub use mix::splitmix64;
