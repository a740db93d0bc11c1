//! Pictures for a board: each says one thing in its title and shows the numbers behind it.
//!
//! [`spec`] holds the meaning (numbers, words, units), one file per chart makes it from a summary, `draw` gives it a
//! look, and `png` turns the look into pixels.

mod draw;
mod png;
pub mod spec;
pub mod words;

pub use png::{PngError, png};
pub use spec::{Chart, NamedChart};

/// The chart as an SVG document of its own.
pub fn svg(chart: &Chart) -> String {
    draw::svg(chart)
}
