//! How much room words take, measured with the font they are drawn in.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// DejaVu Sans, the font of all charts.
pub static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/DejaVuSans.ttf");
/// Its bold face.
pub static BOLD: &[u8] = include_bytes!("../../../assets/fonts/DejaVuSans-Bold.ttf");

/// Height of capitals and ascenders above the baseline, in font sizes.
pub const ASCENT: f64 = 0.80;
/// Distance of baselines within a paragraph, in font sizes.
pub const LEADING: f64 = 1.28;

/// Advance widths in font sizes of the characters up to U+2FFF, per face.
struct Widths(Vec<f32>);

static REGULAR_WIDTHS: LazyLock<Widths> = LazyLock::new(|| Widths::of(REGULAR));
static BOLD_WIDTHS: LazyLock<Widths> = LazyLock::new(|| Widths::of(BOLD));

/// A character the font lacks is drawn by whatever font the reader has: allow for a full square.
const UNKNOWN: f32 = 1.0;

impl Widths {
    fn of(face: &[u8]) -> Self {
        let Ok(font) = FontRef::new(face) else { return Self(Vec::new()) };
        let (map, metrics) = (font.charmap(), font.glyph_metrics(Size::new(1.0), LocationRef::default()));
        let width = |c: char| map.map(c).and_then(|glyph| metrics.advance_width(glyph)).unwrap_or(UNKNOWN);
        Self((0..0x3000).map(|code| char::from_u32(code).map_or(UNKNOWN, width)).collect())
    }

    fn get(&self, c: char) -> f32 {
        self.0.get(c as usize).copied().unwrap_or(UNKNOWN)
    }
}

/// Whether the font has the character.
pub fn knows(c: char) -> bool {
    FontRef::new(REGULAR).is_ok_and(|font| font.charmap().map(c).is_some())
}

/// Width of one line of `text` in pixels at a font size.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let widths: &Widths = if bold { &BOLD_WIDTHS } else { &REGULAR_WIDTHS };
    text.chars().map(|c| f64::from(widths.get(c))).sum::<f64>() * size
}

/// Breaks `text` into lines no wider than `room`: between words, and inside a word only if it is wider by itself.
pub fn wrap(text: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n', '\t']).filter(|w| !w.is_empty()) {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, size, bold) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            line.push(c);
            if line.chars().count() > 1 && width(&line, size, bold) > room {
                line.pop();
                lines.push(std::mem::replace(&mut line, c.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_come_from_the_font() {
        // Advance widths of DejaVu Sans in units of 2048: W 2025, i 569, Ж 2206.
        for (text, units) in [("W", 2025.0), ("i", 569.0), ("Ж", 2206.0)] {
            assert!(
                (width(text, 2048.0, false) - units).abs() < 1.0,
                "{text} {}",
                width(text, 2048.0, false)
            );
        }
        assert!(width("W", 12.0, true) > width("W", 12.0, false));
        assert_eq!(width("漢", 10.0, false), 10.0);
    }

    #[test]
    fn nothing_is_lost_in_wrapping() {
        let text =
            "Программа удерживает больше клиентов, а Donaudampfschifffahrtsgesellschaftskapitän bleibt";
        let lines = wrap(text, 12.0, false, 120.0);
        assert!(lines.iter().all(|line| width(line, 12.0, false) <= 120.0));
        let letters = |t: &str| t.chars().filter(|c| *c != ' ').collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(text));
        assert!(wrap("", 12.0, false, 120.0).is_empty());
    }
}
