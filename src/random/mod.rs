//! Randomness: named streams, generators in columns, and functions of uniforms whose bits are the same everywhere.

pub mod beta;
mod joe_kuo;
mod key;
mod lanes;
pub mod latin;
pub mod math;
mod mix;
pub mod normal;
pub mod sobol;

pub use key::{Purpose, StreamKey};
pub use lanes::{Lanes, ROWS};
pub use mix::splitmix64;
