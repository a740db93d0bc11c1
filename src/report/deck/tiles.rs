//! Headline numbers in a row: large, what each is, and where 90 % of the trials lie.

use super::slide::{Item, Slide};
use super::text::{Ink, Paragraph};

/// A number, what it is, its range.
pub struct Tile {
    pub value: String,
    pub label: String,
    pub range: Option<String>,
}

/// Share of the height that tiles take.
pub const HEIGHT: f64 = 0.27;

/// The slide with tiles along the top of its place.
pub fn tiled(mut slide: Slide, tiles: &[Tile]) -> Slide {
    let width = 1.0 / tiles.len().max(1) as f64;
    for (nth, tile) in tiles.iter().enumerate() {
        let value =
            Paragraph { bold: true, ink: Ink::Accent(1), before: 0.0, ..Paragraph::plain(&tile.value) };
        let words = [value.sized(24.0), Paragraph::plain(&tile.label).sized(12.0)];
        let range = tile.range.as_ref().map(|range| Paragraph::caption(range).sized(11.0));
        let words = words.into_iter().chain(range).collect();
        slide = slide.with([nth as f64 * width, 0.0, width, HEIGHT], Item::Words(words));
    }
    slide
}
