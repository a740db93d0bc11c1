//! A drawing as a flat list of shapes and words in pixels, ready for a pen and open to inspection by tests.

use super::measure;
use super::style::{Color, Stroke, Type};

/// A position in pixels, from the top left corner.
pub type Point = (f64, f64);

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Frame {
    /// Width.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Height.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// The corners, for filling.
    pub fn corners(self) -> Vec<Point> {
        vec![
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        ]
    }
}

/// Something without words.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled polygon.
    Area {
        /// Its corners.
        points: Vec<Point>,
        /// Its colour.
        fill: Color,
        /// 0 = invisible, 1 = opaque.
        opacity: f64,
    },
    /// A line through points.
    Path {
        /// The points.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A filled circle.
    Dot {
        /// Its centre.
        at: Point,
        /// Its radius.
        radius: f64,
        /// Its colour.
        fill: Color,
    },
}

/// Which point of the words their position means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Their beginning.
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}

/// One line of words.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Position of the anchor on the baseline.
    pub at: Point,
    /// What the position means.
    pub anchor: Anchor,
    /// The look.
    pub look: Type,
    /// The words.
    pub words: String,
}

/// A whole drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width of the canvas.
    pub width: f64,
    /// Height of the canvas.
    pub height: f64,
    /// Shapes, later ones on top.
    pub shapes: Vec<Shape>,
    /// Words, on top of all shapes.
    pub texts: Vec<Text>,
}

impl Scene {
    /// A line between two points.
    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.path(vec![from, to], stroke);
    }

    /// A line through points.
    pub fn path(&mut self, points: Vec<Point>, stroke: Stroke) {
        self.shapes.push(Shape::Path { points, stroke });
    }

    /// A mark of its own form for each of three things: a circle, a square, a diamond.
    pub fn mark(&mut self, form: usize, (x, y): Point, radius: f64, fill: Color) {
        let half = radius * 0.9;
        match form % 3 {
            0 => self.shapes.push(Shape::Dot { at: (x, y), radius, fill }),
            1 => {
                let (left, top, right, bottom) = (x - half, y - half, x + half, y + half);
                self.area(Frame { left, top, right, bottom }.corners(), fill, 1.0);
            }
            _ => {
                let reach = radius * 1.3;
                self.area(vec![(x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach)], fill, 1.0);
            }
        }
    }

    /// A filled polygon.
    pub fn area(&mut self, points: Vec<Point>, fill: Color, opacity: f64) {
        self.shapes.push(Shape::Area { points, fill, opacity });
    }

    /// Words beginning, centred or ending at a point on their baseline.
    pub fn text(&mut self, at: Point, anchor: Anchor, look: Type, words: impl Into<String>) {
        self.texts.push(Text { at, anchor, look, words: words.into() });
    }

    /// Lines of words below `top`; returns where they end.
    pub fn paragraph(&mut self, left: f64, top: f64, look: Type, lines: &[String]) -> f64 {
        for (i, line) in lines.iter().enumerate() {
            let baseline = top + look.size * measure::ASCENT + i as f64 * look.line_height();
            self.text((left, baseline), Anchor::Start, look, line.as_str());
        }
        top + lines.len() as f64 * look.line_height()
    }
}
