//! From a scene to SVG text, with the SVG backend of plotters as the pen.
//!
//! Where this file works around the backend (plotters 0.3), and why:
//! - it counts in whole pixels, too coarse for thin lines and for text that has been measured: it gets twentieths of a pixel
//!   ([`UNITS`]), and the `viewBox` scales them back;
//! - its opening tag has neither `viewBox` nor `role`, and no title for screen readers: the tag is written here, the backend's dropped;
//! - it divides font sizes by a constant and lowers text that hangs from its top, so that the baseline would not be where a scene
//!   says: both are undone ([`FONT_FACTOR`], [`TOP_ANCHOR`]);
//! - it has no dashes: a dashed path is drawn as its pieces;
//! - it writes control characters into the file, which XML forbids: they are left out.
//!
//! Its chart types are not used: a scene has been laid out before it comes here, so that words never overlap.

use plotters::prelude::{DrawingBackend, FontFamily, FontStyle, RGBColor, SVGBackend, ShapeStyle, TextStyle};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::palette::PAPER;
use super::scene::{Anchor, Point, Scene, Shape, Text};
use super::style::{Color, Stroke};

/// What a reader without DejaVu Sans gets: none of these is wider.
const FAMILY: &str = "DejaVu Sans, Verdana, Arial, sans-serif";
/// Units of the backend in a pixel.
const UNITS: f64 = 20.0;
/// By this the backend divides font sizes.
const FONT_FACTOR: f64 = 1.24;
/// By so many font sizes the backend lowers text that is anchored at its top.
const TOP_ANCHOR: f64 = 0.76;

/// The scene as an SVG document. `title` and `about` are for screen readers.
pub fn svg(scene: &Scene, title: &str, about: &str) -> String {
    let mut body = String::new();
    // Writing to a string cannot fail: the backend's errors are those of files.
    let _ = draw(&mut body, scene);
    let content = body.split_once('>').map_or("", |(_, rest)| rest);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\">\n\
         <title>{}</title>\n<desc>{}</desc>{content}",
        scene.width,
        scene.height,
        units(scene.width),
        units(scene.height),
        escape(title),
        escape(about),
    )
}

fn draw(body: &mut String, scene: &Scene) -> Result<(), Box<dyn std::error::Error>> {
    let mut backend = SVGBackend::with_string(body, (units(scene.width) as u32, units(scene.height) as u32));
    let all = (units(scene.width), units(scene.height));
    backend.draw_rect((0, 0), all, &ink(PAPER, 1.0, 0.0), true)?;
    for shape in &scene.shapes {
        match shape {
            Shape::Area { points, fill, opacity } => {
                backend.fill_polygon(points.iter().copied().map(at), &ink(*fill, *opacity, 0.0))?;
            }
            Shape::Path { points, stroke } => {
                for piece in pieces(points, *stroke) {
                    backend.draw_path(piece.into_iter().map(at), &ink(stroke.color, 1.0, stroke.width))?;
                }
            }
            Shape::Dot { at: centre, radius, fill } => {
                backend.draw_circle(at(*centre), units(*radius) as u32, &ink(*fill, 1.0, 0.0), true)?;
            }
        }
    }
    for text in &scene.texts {
        write(&mut backend, text)?;
    }
    backend.present()?;
    Ok(())
}

fn write(backend: &mut SVGBackend, text: &Text) -> Result<(), Box<dyn std::error::Error>> {
    let look = text.look;
    let side = match text.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let weight = if look.bold { FontStyle::Bold } else { FontStyle::Normal };
    let color = rgb(look.color);
    let style = TextStyle::from((FontFamily::Name(FAMILY), look.size * UNITS * FONT_FACTOR, weight))
        .color(&color)
        .pos(Pos::new(side, VPos::Top));
    let (x, baseline) = text.at;
    backend.draw_text(&legal(&text.words), &style, at((x, baseline - look.size * TOP_ANCHOR)))?;
    Ok(())
}

/// The pieces of a path between its gaps.
fn pieces(points: &[Point], stroke: Stroke) -> Vec<Vec<Point>> {
    let Some((dash, gap)) = stroke.dash else { return vec![points.to_vec()] };
    let mut pieces = Vec::new();
    let mut piece: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut drawing, mut left) = (true, dash);
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = libm::hypot(to.0 - from.0, to.1 - from.1);
        let mut done = 0.0;
        while length - done >= left {
            done += left;
            let here = (from.0 + (to.0 - from.0) * done / length, from.1 + (to.1 - from.1) * done / length);
            if drawing {
                piece.push(here);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![here];
            }
            drawing = !drawing;
            left = if drawing { dash } else { gap };
        }
        left -= length - done;
        if drawing && length > done {
            piece.push(to);
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

fn ink(color: Color, opacity: f64, width: f64) -> ShapeStyle {
    ShapeStyle { color: rgb(color).mix(opacity), filled: true, stroke_width: units(width) as u32 }
}

fn rgb(color: Color) -> RGBColor {
    RGBColor(color.0, color.1, color.2)
}

fn at(point: Point) -> (i32, i32) {
    (units(point.0), units(point.1))
}

fn units(pixels: f64) -> i32 {
    (pixels * UNITS).round() as i32
}

fn escape(text: &str) -> String {
    legal(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Without the characters that XML does not allow.
fn legal(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_their_share_of_a_bent_line() {
        let points = [(0.0, 0.0), (10.0, 0.0), (10.0, 20.0), (10.0, 20.0)];
        let pieces = pieces(&points, Stroke { color: PAPER, width: 1.0, dash: Some((4.0, 2.0)) });
        let length =
            |p: &[Point]| p.windows(2).map(|w| libm::hypot(w[1].0 - w[0].0, w[1].1 - w[0].1)).sum::<f64>();
        assert_eq!(pieces.len(), 5);
        assert!(pieces.iter().all(|p| (length(p) - 4.0).abs() < 1e-9), "{pieces:?}");
        assert_eq!(pieces[1], [(6.0, 0.0), (10.0, 0.0)]);
    }
}
