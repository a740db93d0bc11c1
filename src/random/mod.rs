//! Named random streams: every draw can be repeated without making the ones before it.

pub mod beta;
mod key;
pub mod normal;

pub use key::{Purpose, StreamKey};
