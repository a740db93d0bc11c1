//! Lines or points over a number: distributions, sweeps of one lever, Pareto fronts.

use super::axis::Axis;
use super::labels::{Label, column_height, column_width, draw_column, draw_marks, mark_rows};
use super::palette::{DETAIL, TICK, curve};
use super::scene::{Anchor, Frame, Point, Scene, Shape, Stroke};
use super::sheet::{sheet, words};
use crate::charts::spec::{Chart, Curve, Curves};

const AXIS_ROWS: f64 = 42.0;

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
    let unplaced = labels(spec, &up, 0.0, 0.0);
    let (mut scene, body) = sheet(chart, column_height(&unplaced).max(240.0) + AXIS_ROWS + 40.0);
    let left = body.left + up.label_width() + 8.0;
    let right = body.right - column_width(&unplaced) - 10.0;
    let at = |value: f64| across.place(value, left, right);
    let caption = TICK.width(&up.caption);
    let rows = mark_rows(&spec.marks, caption, body.left, right, &at);
    let plot = Frame { left, top: body.top + rows, right, bottom: body.bottom - AXIS_ROWS };
    scene.text((body.left, body.top + 11.0), Anchor::Start, TICK, up.caption.as_str());
    up.draw_vertical(&mut scene, plot, true);
    across.draw_horizontal_labels(&mut scene, plot);
    draw_marks(&mut scene, plot, &spec.marks, caption, body.left, &at);
    for (index, one) in spec.curves.iter().enumerate() {
        draw_curve(&mut scene, index, one, &up, plot, &at);
    }
    scene.text((plot.right, plot.bottom + 36.0), Anchor::End, TICK, across.caption.as_str());
    let beside = Frame { right: plot.right + 10.0, ..plot };
    draw_column(&mut scene, beside, &labels(spec, &up, plot.top, plot.bottom));
    scene
}

fn labels(spec: &Curves, up: &Axis, top: f64, bottom: f64) -> Vec<Label> {
    // Where lines end somewhere inside the picture, a leader to their ends would lead nowhere.
    let end = |one: &Curve| one.points.iter().map(|p| p.0).fold(f64::MIN, f64::max);
    let last = spec.curves.iter().map(end).fold(f64::MIN, f64::max);
    let inside = spec.curves.iter().any(|one| !one.joined || end(one) < last);
    let label = |(index, one): (usize, &Curve)| {
        let last = one.points.iter().rev().map(|p| p.1).find(|v| v.is_finite());
        let y = last.map_or(top, |v| up.place(v, bottom, top));
        let label = Label::new(y, &one.name, &one.details, curve(index).color, None);
        if inside { label.with_sample(curve(index)) } else { label }
    };
    spec.curves.iter().enumerate().map(label).collect()
}

fn draw_curve(scene: &mut Scene, index: usize, one: &Curve, up: &Axis, plot: Frame, at: &dyn Fn(f64) -> f64) {
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
        let radius = if shown.len() > 60 {
            2.2
        } else if one.joined {
            3.4
        } else {
            4.6
        };
        scene.shapes.extend(shown.iter().map(|&at| Shape::Dot { at, radius, fill: look.color }));
    }
    for (point, words) in shown.iter().zip(&one.tags) {
        scene.text((point.0 + 7.0, point.1 - 6.0), Anchor::Start, DETAIL, words.as_str());
    }
}
