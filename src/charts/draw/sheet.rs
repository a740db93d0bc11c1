//! The sheet around a picture: message, what is shown, where it comes from.

use super::palette::{FOOTER, GRID, SUBTITLE, TITLE};
use super::scene::{Frame, Scene};
use super::style::{Stroke, Type};
use crate::charts::spec::Chart;
use crate::words::Words;

const SIDE: f64 = 30.0;
/// On a narrow sheet, whose edge is that of the screen.
const NARROW_SIDE: f64 = 4.0;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 14.0;

/// The words of the numbers and labels that the drawing adds.
pub fn words(chart: &Chart) -> Words<'static> {
    Words::new(chart.language)
}

/// The part of a sheet's width that there is for words and pictures.
pub fn inside(chart: &Chart) -> (f64, f64) {
    let side = if chart.is_narrow() { NARROW_SIDE } else { SIDE };
    (side, chart.width - side)
}

/// A sheet with its words and the room left for a picture at least `least` pixels high.
pub fn sheet(chart: &Chart, least: f64) -> (Scene, Frame) {
    let (left, right) = inside(chart);
    let room = right - left;
    let (title, title_lines) = fitted(&chart.title, room);
    let subtitle = SUBTITLE.wrap(&chart.subtitle, room);
    let footer = FOOTER.wrap(&chart.footer, room);
    let head = TOP
        + title_lines.len() as f64 * title.line_height()
        + 5.0
        + subtitle.len() as f64 * SUBTITLE.line_height()
        + 14.0;
    let foot = 18.0 + footer.len() as f64 * FOOTER.line_height() + BOTTOM;
    let height = chart.height.max((head + least + foot).ceil());

    let mut scene = Scene { width: chart.width, height, shapes: Vec::new(), texts: Vec::new() };
    let below = scene.paragraph(left, TOP, title, &title_lines);
    scene.paragraph(left, below + 5.0, SUBTITLE, &subtitle);
    let rule = height - foot + 10.0;
    scene.line((left, rule), (right, rule), Stroke::solid(GRID, 1.0));
    scene.paragraph(left, rule + 8.0, FOOTER, &footer);
    (scene, Frame { left, top: head, right, bottom: height - foot })
}

/// The title in two lines if it fits in a readable size, otherwise smaller and in as many lines as it needs.
fn fitted(title: &str, room: f64) -> (Type, Vec<String>) {
    for size in [TITLE.size, 18.0, 16.0] {
        let look = Type { size, ..TITLE };
        if look.wrap(title, room).len() <= 2 {
            return (look, balanced(look, title, room));
        }
    }
    let look = Type { size: 15.0, ..TITLE };
    (look, look.wrap(title, room))
}

/// As few lines as fit into the room, of nearly the same length: no word is left alone on the last line.
fn balanced(look: Type, words: &str, room: f64) -> Vec<String> {
    let lines = look.wrap(words, room);
    if lines.len() < 2 {
        return lines;
    }
    let mut narrower = (60..100).map(|percent| look.wrap(words, room * f64::from(percent) / 100.0));
    narrower.find(|narrow| narrow.len() == lines.len()).unwrap_or(lines)
}
