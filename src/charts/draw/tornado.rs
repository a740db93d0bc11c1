//! What the ends of several ranges come to: one row for each, two bars that part at the middle.

use super::axis::Axis;
use super::palette::{DETAIL, GAIN, INK, LOSS, NAME, PAPER, TICK};
use super::scene::{Anchor, Frame, Scene};
use super::sheet::{inside, sheet, words};
use super::style::{Stroke, Type};
use crate::charts::spec::{Chart, Tornado, TornadoRow};

const WIDEST_NAME: f64 = 300.0;
const AXIS_ROW: f64 = 24.0;
const CAPTION_ROW: f64 = 36.0;
const GAP: f64 = 6.0;
const THIN: Type = Type { bold: false, ..NAME };

/// Draws the chart on a sheet of its own.
pub fn draw(chart: &Chart, spec: &Tornado) -> Scene {
    let narrow = chart.is_narrow();
    let names = names(chart, spec);
    // a name stands beside its bars, or above them
    let above = |name: &Vec<String>| if narrow { name.len() as f64 * THIN.line_height() } else { 0.0 };
    let height = |name: &Vec<String>| {
        let beside = if narrow { 12.0 } else { name.len() as f64 * THIN.line_height() };
        above(name) + beside.max(DETAIL.line_height()) + 9.0
    };
    let heights: f64 = names.iter().map(height).sum();
    let (mut scene, body) = sheet(chart, heights + AXIS_ROW + CAPTION_ROW + 8.0);
    let ends = spec.rows.iter().flat_map(|row| [&row.low, &row.high]);
    let values = ends.clone().map(|end| end.0).chain([spec.middle.at]);
    let axis = Axis::new(words(chart), &spec.axis, &spec.unit, values, chart.ticks(6));
    let widest = names.iter().flatten().map(|line| THIN.width(line)).fold(0.0, f64::max);
    let labels = ends.map(|end| DETAIL.width(&end.1)).fold(0.0, f64::max) + 2.0 * GAP;
    let spare = (body.height() - AXIS_ROW - CAPTION_ROW - heights) / names.len().max(1) as f64;
    let spare = spare.clamp(0.0, 26.0);
    let plot = Frame {
        left: body.left + if narrow { 0.0 } else { widest + 14.0 } + labels,
        top: body.top + CAPTION_ROW,
        right: body.right - labels,
        bottom: body.top + CAPTION_ROW + heights + spare * names.len() as f64,
    };
    scene.text((plot.left, body.top + 11.0), Anchor::Start, TICK, axis.caption.as_str());
    axis.draw_horizontal_grid(&mut scene, plot);
    axis.draw_horizontal_labels(&mut scene, plot);
    let mut top = plot.top;
    for (row, name) in spec.rows.iter().zip(&names) {
        let bottom = top + height(name) + spare;
        let centre = (top + above(name) + bottom) / 2.0;
        let beside = centre - name.len() as f64 * THIN.line_height() / 2.0 + 1.0;
        scene.paragraph(body.left, if narrow { top + 4.0 } else { beside }, THIN, name);
        let half = ((bottom - top - above(name)) * 0.28).clamp(6.0, 11.0);
        draw_row(&mut scene, row, (spec.middle.at, &axis), plot, (centre, half));
        top = bottom;
    }
    draw_middle(&mut scene, spec, &axis, plot);
    scene
}

/// The name of each row in lines.
fn names(chart: &Chart, spec: &Tornado) -> Vec<Vec<String>> {
    let (left, right) = inside(chart);
    let room = if chart.is_narrow() { right - left } else { WIDEST_NAME };
    spec.rows.iter().map(|row| THIN.wrap(&row.name, room)).collect()
}

fn draw_row(
    scene: &mut Scene,
    row: &TornadoRow,
    (middle, axis): (f64, &Axis),
    plot: Frame,
    (centre, half): (f64, f64),
) {
    let x = |value: f64| axis.place(value, plot.left, plot.right);
    let bar = |end: f64| (x(end.min(middle)), x(end.max(middle)));
    // The longer bar first: where both lie on one side, the shorter one stays in sight.
    let mut ends = [(row.low.0, LOSS), (row.high.0, GAIN)];
    ends.sort_by(|a, b| (b.0 - middle).abs().total_cmp(&(a.0 - middle).abs()));
    for (value, color) in ends.into_iter().filter(|end| end.0.is_finite()) {
        let (left, right) = bar(value);
        let frame = Frame { left, top: centre - half, right: right.max(left + 1.0), bottom: centre + half };
        scene.area(frame.corners(), color, 1.0);
    }
    let [left, right] = if row.low.0 <= row.high.0 { [&row.low, &row.high] } else { [&row.high, &row.low] };
    let baseline = centre + DETAIL.size * 0.36;
    let places = [
        (x(left.0.min(middle)) - GAP, Anchor::End, left),
        (x(right.0.max(middle)) + GAP, Anchor::Start, right),
    ];
    for (place, anchor, (value, label)) in places {
        if value.is_finite() {
            let width = DETAIL.width(label);
            let start = if anchor == Anchor::End { place - width } else { place };
            let behind = Frame {
                left: start - 1.0,
                top: centre - 7.0,
                right: start + width + 1.0,
                bottom: centre + 7.0,
            };
            scene.area(behind.corners(), PAPER, 0.85);
            scene.text((place, baseline), anchor, DETAIL, label.as_str());
        }
    }
}

fn draw_middle(scene: &mut Scene, spec: &Tornado, axis: &Axis, plot: Frame) {
    let x = axis.place(spec.middle.at, plot.left, plot.right);
    scene.line((x, plot.top - 4.0), (x, plot.bottom), Stroke::solid(INK, 1.3));
    let half = DETAIL.width(&spec.middle.label) / 2.0;
    let at = x.clamp(plot.left + half, (plot.right - half).max(plot.left + half));
    scene.text((at, plot.top - 8.0), Anchor::Middle, DETAIL, spec.middle.label.as_str());
}
