//! Named random streams: every draw can be repeated without making the ones before it.

mod key;

pub use key::{Purpose, StreamKey};
