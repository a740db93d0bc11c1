//! Lines or points over a number: distributions, sweeps of one lever, Pareto fronts.

use super::axis::Axis;
use super::labels::{Column, Label, draw_marks, mark_rows};
use super::palette::{DETAIL, TICK, curve};
use super::scene::{Anchor, Frame, Point, Scene};
use super::sheet::{sheet, words};
use super::style::Stroke;
use crate::charts::spec::{Chart, Curve, Curves};

const AXIS_ROWS: f64 = 42.0;
/// Distance between the whiskers of two curves at the same place.
const DODGE: f64 = 6.0;
/// Where a word beside a point may begin, in units of its width and in pixels across, and in pixels down to its baseline.
const SPOTS: [(f64, f64, f64); 10] = [
    (0.0, 8.0, -6.0),
    (-1.0, -8.0, -6.0),
    (0.0, 8.0, 16.0),
    (-1.0, -8.0, 16.0),
    (-0.5, 0.0, -10.0),
    (-0.5, 0.0, 20.0),
    (0.0, 6.0, -22.0),
    (-1.0, -6.0, -22.0),
    (0.0, 6.0, 32.0),
    (-1.0, -6.0, 32.0),
];

/// Draws the chart on a sheet of its own.
pub fn draw(chart: &Chart, spec: &Curves) -> Scene {
    let points = || spec.curves.iter().flat_map(|c| &c.points);
    let errors = spec.curves.iter().flat_map(|c| &c.intervals).flat_map(|(low, high)| [*low, *high]);
    let marks = spec.marks.iter().map(|m| m.at);
    let across =
        Axis::new(words(chart), &spec.across.0, &spec.across.1, points().map(|p| p.0).chain(marks), 7);
    let up = Axis::new(
        words(chart),
        &spec.up.0,
        &spec.up.1,
        points().map(|p| p.1).chain(errors).chain(spec.zero.then_some(0.0)),
        5,
    );
    let narrow = chart.is_narrow();
    let column = Column::of(&labels(spec, &up, (0.0, 0.0), narrow), narrow, 240.0);
    let (mut scene, body) = sheet(chart, column.least + AXIS_ROWS + column.below + 40.0);
    let left = body.left + up.label_width() + 8.0;
    let right = body.right - column.beside - 10.0;
    let at = |value: f64| across.place(value, left, right);
    let caption = TICK.width(&up.caption);
    let rows = mark_rows(&spec.marks, caption, body.left, right, &at);
    let plot = Frame { left, top: body.top + rows, right, bottom: body.bottom - AXIS_ROWS - column.below };
    scene.text((body.left, body.top + 11.0), Anchor::Start, TICK, up.caption.as_str());
    up.draw_vertical(&mut scene, plot, true);
    across.draw_horizontal_labels(&mut scene, plot);
    draw_marks(&mut scene, plot, &spec.marks, caption, body.left, &at);
    draw_curves(&mut scene, spec, &up, plot, &at);
    scene.text((plot.right, plot.bottom + 36.0), Anchor::End, TICK, across.caption.as_str());
    let beside = Frame { right: plot.right + 10.0, ..plot };
    let labels = labels(spec, &up, (plot.top, plot.bottom), narrow);
    column.draw(&mut scene, beside, body.left, AXIS_ROWS, &labels);
    scene
}

fn labels(spec: &Curves, up: &Axis, (top, bottom): (f64, f64), narrow: bool) -> Vec<Label> {
    // Where lines end somewhere inside the picture, a leader to their ends would lead nowhere.
    let end = |one: &Curve| one.points.iter().map(|p| p.0).fold(f64::MIN, f64::max);
    let last = spec.curves.iter().map(end).fold(f64::MIN, f64::max);
    let inside = narrow || spec.curves.iter().any(|one| !one.joined || end(one) < last);
    let label = |(index, one): (usize, &Curve)| {
        let last = one.points.iter().rev().map(|p| p.1).find(|v| v.is_finite());
        let y = last.map_or(top, |v| up.place(v, bottom, top));
        let label = Label::new(y, &one.name, &one.details, curve(index).color, None);
        match (one.joined, inside) {
            (false, _) => label.with_mark(index),
            (true, true) => label.with_sample(curve(index)),
            (true, false) => label,
        }
    };
    spec.curves.iter().enumerate().map(label).collect()
}

fn draw_curves(scene: &mut Scene, spec: &Curves, up: &Axis, plot: Frame, at: &dyn Fn(f64) -> f64) {
    let whiskers = spec.curves.iter().filter(|one| !one.intervals.is_empty()).count();
    let mut drawn: Vec<Vec<Point>> = Vec::new();
    for (index, one) in spec.curves.iter().enumerate() {
        let apart = if whiskers > 1 { (index as f64 - (whiskers as f64 - 1.0) / 2.0) * DODGE } else { 0.0 };
        drawn.push(draw_curve(scene, index, one, up, plot, &|value| at(value) + apart));
    }
    let joined = drawn.iter().zip(&spec.curves).filter(|(_, one)| one.joined);
    let lines: Vec<&[Point]> = joined.map(|(points, _)| points.as_slice()).collect();
    drawn.iter().zip(&spec.curves).for_each(|(points, one)| draw_tags(scene, points, &one.tags, &lines));
}

/// Draws a curve with its points, and tells where they are.
fn draw_curve(
    scene: &mut Scene,
    index: usize,
    one: &Curve,
    up: &Axis,
    plot: Frame,
    at: &dyn Fn(f64) -> f64,
) -> Vec<Point> {
    let look = curve(index);
    let y = |value: f64| up.place(value, plot.bottom, plot.top);
    let shown: Vec<Point> =
        one.points.iter().filter(|p| p.0.is_finite() && p.1.is_finite()).map(|p| (at(p.0), y(p.1))).collect();
    for (point, (low, high)) in one.points.iter().zip(&one.intervals) {
        if low.is_finite() && high.is_finite() {
            scene.line((at(point.0), y(*low)), (at(point.0), y(*high)), Stroke::solid(look.color, 1.4));
        }
    }
    if one.joined && shown.len() > 1 {
        scene.path(shown.clone(), look);
    }
    if !one.joined || shown.len() <= 24 {
        // Many dots are a cloud, in which each must stay to be seen.
        let radius = match shown.len() {
            61.. => 2.2,
            _ if one.joined => 3.4,
            _ => 4.6,
        };
        let form = if one.joined { 0 } else { index };
        shown.iter().for_each(|&at| scene.mark(form, at, radius, look.color));
    }
    shown
}

/// Each word beside its point, where it covers no other point or word and no line strikes it through; where there is no room at all, none.
fn draw_tags(scene: &mut Scene, points: &[Point], tags: &[String], lines: &[&[Point]]) {
    let around = |&(x, y): &Point| Frame { left: x - 5.0, top: y - 5.0, right: x + 5.0, bottom: y + 5.0 };
    let mut taken: Vec<Frame> = points.iter().map(around).collect();
    for (&(x, y), words) in points.iter().zip(tags) {
        let wide = DETAIL.width(words);
        let spot = |&(widths, across, down): &(f64, f64, f64)| {
            let (left, baseline) = (x + widths * wide + across, y + down);
            Frame { left, top: baseline - DETAIL.size, right: left + wide, bottom: baseline + 3.0 }
        };
        let apart = |a: &Frame, b: &Frame| {
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
        };
        let free = |spot: &Frame| taken.iter().all(|other| apart(spot, other)) && !is_struck(spot, lines);
        if let Some(spot) = SPOTS.iter().map(spot).find(free) {
            scene.text((spot.left, spot.bottom - 3.0), Anchor::Start, DETAIL, words.as_str());
            taken.push(spot);
        }
    }
}

/// Whether one of the lines passes through the frame.
fn is_struck(frame: &Frame, lines: &[&[Point]]) -> bool {
    lines.iter().flat_map(|line| line.windows(2)).any(|ends| crosses(frame, ends[0], ends[1]))
}

/// Whether a straight line from one point to the other has a part within the frame (Liang & Barsky 1984).
fn crosses(frame: &Frame, from: Point, to: Point) -> bool {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let sides = [
        (to.0 - from.0, frame.left - from.0, frame.right - from.0),
        (to.1 - from.1, frame.top - from.1, frame.bottom - from.1),
    ];
    for (step, low, high) in sides {
        if step == 0.0 && !(low <= 0.0 && 0.0 <= high) {
            return false;
        }
        if step != 0.0 {
            let (one, other) = (low / step, high / step);
            enters = enters.max(one.min(other));
            leaves = leaves.min(one.max(other));
        }
    }
    enters <= leaves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_strikes_what_it_passes_through() {
        let frame = Frame { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        for (from, to, struck) in [
            ((0.0, 0.0), (30.0, 30.0), true),
            ((15.0, 0.0), (15.0, 30.0), true),
            ((0.0, 12.0), (12.0, 12.0), true),
            ((0.0, 15.0), (9.0, 15.0), false),
            ((0.0, 25.0), (25.0, 0.0), true),
            ((0.0, 9.0), (9.0, 30.0), false),
            ((5.0, 0.0), (5.0, 30.0), false),
        ] {
            assert_eq!(is_struck(&frame, &[&[from, to]]), struck, "{from:?} {to:?}");
        }
    }
}
