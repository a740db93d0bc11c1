//! How often each outcome occurred, losses hatched.

use super::axis::Axis;
use super::labels::{draw_marks, mark_rows};
use super::palette::{GAIN, INK, LOSS, LOSS_INK, NAME, TICK};
use super::scene::{Anchor, Frame, Scene};
use super::sheet::{inside, sheet, words};
use super::style::{Stroke, Type};
use crate::charts::spec::{AxisUnit, Chart, Histogram};

const AXIS_ROWS: f64 = 42.0;

/// Draws the chart on a sheet of its own.
pub fn draw(chart: &Chart, spec: &Histogram) -> Scene {
    let values = spec.bounds.iter().copied().chain(spec.marks.iter().map(|m| m.at));
    let across = Axis::new(words(chart), &spec.axis, &spec.unit, values, chart.ticks(8));
    let trials = words(chart).say("chart-trials", &[]);
    let up = Axis::new(words(chart), &trials, &AxisUnit::Count, spec.counts.iter().copied().chain([0.0]), 4);
    let (left, right) = inside(chart);
    let half = (right - left) / 2.0 - if chart.is_narrow() { 8.0 } else { 20.0 };
    let (loss, gain) = (Type { color: LOSS_INK, ..NAME }, Type { color: GAIN, ..NAME });
    let (below, above) = (loss.wrap(&spec.below, half), gain.wrap(&spec.above, half));
    let verdict = below.len().max(above.len()) as f64 * NAME.line_height() + 8.0;
    let (mut scene, body) = sheet(chart, verdict + AXIS_ROWS + if chart.is_narrow() { 200.0 } else { 240.0 });

    scene.paragraph(body.left, body.top, loss, &below);
    for (i, line) in above.iter().enumerate() {
        let left = body.right - gain.width(line);
        scene.paragraph(left, body.top + i as f64 * gain.line_height(), gain, std::slice::from_ref(line));
    }
    let left = body.left + (up.label_width() + 8.0).max(across.label_width() / 2.0);
    let right = body.right - across.label_width() / 2.0;
    let at = |value: f64| across.place(value, left, right);
    let caption = TICK.width(&up.caption);
    let rows = mark_rows(&spec.marks, caption, body.left, right, &at);
    let plot = Frame { left, top: body.top + verdict + rows, right, bottom: body.bottom - AXIS_ROWS };
    scene.text((body.left, body.top + verdict + 11.0), Anchor::Start, TICK, up.caption.as_str());
    up.draw_vertical(&mut scene, plot, true);
    draw_bins(&mut scene, spec, &up, plot, &at);
    across.draw_horizontal_labels(&mut scene, plot);
    // Where all outcomes lie on one side, zero may lie beyond the axis: it is drawn at its place or not at all.
    if across.low <= 0.0 && across.high >= 0.0 {
        scene.line((at(0.0), plot.top), (at(0.0), plot.bottom), Stroke::solid(INK, 1.4));
    }
    draw_marks(&mut scene, plot, &spec.marks, caption, body.left, &at);
    scene.text((plot.right, plot.bottom + 36.0), Anchor::End, TICK, across.caption.as_str());
    scene
}

fn draw_bins(scene: &mut Scene, spec: &Histogram, up: &Axis, plot: Frame, at: &dyn Fn(f64) -> f64) {
    for (bounds, count) in spec.bounds.windows(2).zip(&spec.counts) {
        let left = at(bounds[0]) + 0.5;
        let right = (at(bounds[1]) - 0.5).max(left + 1.0);
        let bar = Frame { left, top: up.place(*count, plot.bottom, plot.top), right, bottom: plot.bottom };
        let losing = bounds[0] < 0.0 && bounds[1] <= 0.0;
        scene.area(bar.corners(), if losing { LOSS } else { GAIN }, 1.0);
        if losing {
            hatch(scene, bar);
        }
    }
}

/// Lines at 45° through a rectangle, which mark a loss without colour; they continue from bar to bar.
fn hatch(scene: &mut Scene, bar: Frame) {
    const EVERY: f64 = 7.0;
    // On each line x + y is constant.
    let first = ((bar.left + bar.top) / EVERY).ceil() as i64;
    let last = ((bar.right + bar.bottom) / EVERY).floor() as i64;
    for line in first..=last {
        let sum = line as f64 * EVERY;
        let from = ((sum - bar.bottom).max(bar.left), (sum - bar.left).min(bar.bottom));
        let to = ((sum - bar.top).min(bar.right), (sum - bar.right).max(bar.top));
        scene.line(from, to, Stroke::solid(LOSS_INK, 0.8));
    }
}
