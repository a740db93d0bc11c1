//! One row for each thing compared: its name, a bar from zero, its interval, and its amount.

use super::axis::Axis;
use super::palette::{DETAIL, GAIN, INK, LOSS, NAME, SOFT, TICK};
use super::scene::{Anchor, Frame, Scene};
use super::sheet::{inside, sheet, words};
use super::style::{Stroke, Type};
use crate::charts::spec::{Bar, Bars, Chart};

const WIDEST_NAME: f64 = 330.0;
const AXIS_ROW: f64 = 24.0;
const CAPTION_ROW: f64 = 20.0;
/// What notes may take of a narrow sheet's width.
const NOTED: f64 = 0.45;
const THIN: Type = Type { bold: false, ..NAME };

struct Row<'b> {
    bar: &'b Bar,
    name: Vec<String>,
    amount: Vec<(Type, String)>,
    /// Whether the name stands above the bar.
    narrow: bool,
}

impl Row<'_> {
    fn height(&self) -> f64 {
        let (name, amount) = (self.name_height(), self.amount_height());
        if self.narrow { name + amount.max(16.0) + 10.0 } else { name.max(amount) + 10.0 }
    }

    fn name_height(&self) -> f64 {
        self.name.len() as f64 * THIN.line_height()
    }

    /// Where the name begins, and the middle of the bar.
    fn places(&self, band: Frame) -> (f64, f64) {
        let centre = (band.top + band.bottom) / 2.0;
        match self.narrow {
            true => (band.top + 4.0, centre + self.name_height() / 2.0),
            false => (centre - self.name_height() / 2.0 + 1.0, centre),
        }
    }

    fn amount_height(&self) -> f64 {
        self.amount.iter().map(|(look, _)| look.line_height()).sum()
    }
}

/// Draws the chart on a sheet of its own.
pub fn draw(chart: &Chart, spec: &Bars) -> Scene {
    let rows: Vec<Row> = spec.bars.iter().map(|bar| row(chart, bar)).collect();
    let values = spec.bars.iter().flat_map(|b| [b.value, b.interval.0, b.interval.1]).chain([0.0]);
    let narrow = chart.is_narrow();
    let axis = Axis::new(words(chart), &spec.axis, &spec.unit, values, chart.ticks(6));
    let heights: f64 = rows.iter().map(Row::height).sum();
    let (mut scene, body) = sheet(chart, heights + AXIS_ROW + CAPTION_ROW + 8.0);
    let names = rows.iter().flat_map(|r| r.name.iter().map(|n| THIN.width(n))).fold(0.0, f64::max);
    let amounts =
        rows.iter().flat_map(|r| r.amount.iter().map(|(look, w)| look.width(w))).fold(0.0, f64::max);
    let edge = (axis.label_width() / 2.0).min(20.0);
    let room = body.height() - AXIS_ROW - CAPTION_ROW - heights;
    let spare = (room / rows.len().max(1) as f64).clamp(0.0, 64.0);
    let plot = Frame {
        left: body.left + if narrow { 0.0 } else { names + 16.0 } + edge,
        top: body.top + CAPTION_ROW,
        right: body.right - amounts - 18.0 - edge,
        bottom: body.top + CAPTION_ROW + heights + spare * rows.len() as f64,
    };
    scene.text((plot.left, body.top + 11.0), Anchor::Start, TICK, axis.caption.as_str());
    axis.draw_horizontal_grid(&mut scene, plot);
    axis.draw_horizontal_labels(&mut scene, plot);
    let mut top = plot.top;
    for row in &rows {
        let bottom = top + row.height() + spare;
        draw_row(&mut scene, row, Frame { left: body.left, top, right: body.right, bottom }, plot, &axis);
        top = bottom;
    }
    scene
}

fn row<'b>(chart: &Chart, bar: &'b Bar) -> Row<'b> {
    let (left, right) = inside(chart);
    let narrow = chart.is_narrow();
    let widest = if narrow { right - left } else { WIDEST_NAME };
    let wrapped = |note: &String| {
        if narrow { DETAIL.wrap(note, NOTED * (right - left)) } else { vec![note.clone()] }
    };
    let lines = bar.notes.iter().flat_map(wrapped);
    let notes = lines.map(|note| (Type { color: SOFT, ..DETAIL }, note));
    let amount = std::iter::once((NAME, bar.amount.clone())).chain(notes).collect();
    Row { bar, name: THIN.wrap(&bar.name, widest), amount, narrow }
}

fn draw_row(scene: &mut Scene, row: &Row, band: Frame, plot: Frame, axis: &Axis) {
    let x = |value: f64| axis.place(value, plot.left, plot.right);
    let (name_top, centre) = row.places(band);
    let half = ((band.bottom - band.top) * 0.26).clamp(6.0, 12.0);
    let (left, right) = (x(row.bar.value.min(0.0)), x(row.bar.value.max(0.0)));
    if row.bar.value.is_finite() {
        let bar = Frame { left, top: centre - half, right: right.max(left + 1.0), bottom: centre + half };
        scene.area(bar.corners(), if row.bar.value < 0.0 { LOSS } else { GAIN }, 1.0);
    }
    let (low, high) = row.bar.interval;
    if low.is_finite() && high.is_finite() && high > low {
        // White under the whisker, so that it shows on a dark bar too.
        for stroke in [Stroke::solid(super::palette::PAPER, 3.4), Stroke::solid(INK, 1.3)] {
            scene.line((x(low), centre), (x(high), centre), stroke);
            for end in [low, high] {
                scene.line((x(end), centre - 5.0), (x(end), centre + 5.0), stroke);
            }
        }
    }
    scene.paragraph(band.left, name_top, THIN, &row.name);
    let mut top = centre - row.amount_height() / 2.0 + 1.0;
    for (look, words) in &row.amount {
        top = scene.paragraph(band.right - look.width(words), top, *look, std::slice::from_ref(words));
    }
}
