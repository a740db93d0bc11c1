//! Randomness: named streams, generators in columns, and functions of uniforms whose bits are the same everywhere.

pub mod beta;
pub mod columns;
pub mod double;
pub mod draw;
mod joe_kuo;
mod key;
pub mod kronecker;
mod lanes;
pub mod latin;
pub mod math;
mod mix;
pub mod normal;
pub mod sobol;
mod vectors;

pub(crate) use columns::columns;
pub use columns::{Column, Columns, ROWS};
pub use key::{Purpose, StreamKey};
pub use lanes::{Lanes, step};
pub use mix::splitmix64;
#[cfg(all(test, target_arch = "x86_64"))]
pub(crate) use vectors::restrict;
#[cfg(target_arch = "x86_64")]
pub(crate) use vectors::wide;
pub(crate) use vectors::widest;
