//! What lines and words look like.

use super::measure;

/// Red, green, blue.
pub type Color = (u8, u8, u8);

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in pixels.
    pub width: f64,
    /// Lengths of dash and gap; solid if `None`.
    pub dash: Option<(f64, f64)>,
}

impl Stroke {
    /// A solid line.
    pub fn solid(color: Color, width: f64) -> Self {
        Self { color, width, dash: None }
    }
}

/// The look of words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// Font size in pixels.
    pub size: f64,
    /// Bold or regular.
    pub bold: bool,
    /// Colour.
    pub color: Color,
}

impl Type {
    /// Width of one line in pixels.
    pub fn width(self, words: &str) -> f64 {
        measure::width(words, self.size, self.bold)
    }

    /// Lines no wider than `room`.
    pub fn wrap(self, words: &str, room: f64) -> Vec<String> {
        measure::wrap(words, self.size, self.bold, room)
    }

    /// Distance of baselines.
    pub fn line_height(self) -> f64 {
        self.size * measure::LEADING
    }
}
