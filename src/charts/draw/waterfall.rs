//! Steps that add up, one row each: name, bar, amount.

use super::axis::Axis;
use super::palette::{AXIS, DETAIL, GAIN, INK, LOSS, NAME, SOFT, TICK};
use super::scene::{Anchor, Frame, Scene};
use super::sheet::{self, sheet};
use super::style::{Stroke, Type};
use crate::charts::spec::{Chart, Step, Waterfall};
use crate::charts::words;
use crate::words::Words;

const WIDEST_NAME: f64 = 250.0;
/// Thickness of a bar below its name.
const NARROW_BAR: f64 = 20.0;
const AXIS_ROW: f64 = 24.0;
const CAPTION_ROW: f64 = 20.0;

/// A row ready to be placed.
struct Row<'s> {
    step: &'s Step,
    look: Type,
    name: Vec<String>,
    amount: Vec<(Type, String)>,
    from: f64,
    to: f64,
    /// Whether the name stands above the bar.
    narrow: bool,
}

impl Row<'_> {
    fn height(&self) -> f64 {
        let amount: f64 = self.amount.iter().map(|(look, _)| look.line_height()).sum();
        if self.narrow {
            self.name_height() + amount.max(NARROW_BAR) + 10.0
        } else {
            self.name_height().max(amount) + 12.0
        }
    }

    fn name_height(&self) -> f64 {
        self.name.len() as f64 * self.look.line_height()
    }

    /// The middle of the bar in the row's band.
    fn centre(&self, band: Frame) -> f64 {
        let above = if self.narrow { self.name_height() } else { 0.0 };
        (band.top + above + band.bottom) / 2.0
    }
}

/// Draws the chart on a sheet of its own.
pub fn draw(chart: &Chart, spec: &Waterfall) -> Scene {
    let rows = rows(chart, spec, sheet::words(chart));
    let intervals = spec.steps.iter().filter_map(|s| s.interval).flat_map(|(low, high)| [low, high]);
    let values = rows.iter().flat_map(|r| [r.from, r.to]).chain(intervals).chain([0.0]);
    let narrow = chart.is_narrow();
    let axis = Axis::new(sheet::words(chart), &spec.axis, &spec.unit, values, chart.ticks(6));
    let heights: f64 = rows.iter().map(Row::height).sum();
    let (mut scene, body) = sheet(chart, heights + AXIS_ROW + CAPTION_ROW + 8.0);

    let plot = plot(&rows, body, axis.label_width() / 2.0, narrow);
    scene.text((plot.left, body.top + 11.0), Anchor::Start, TICK, axis.caption.as_str());
    axis.draw_horizontal_grid(&mut scene, plot);
    axis.draw_horizontal_labels(&mut scene, plot);
    let spare = (plot.height() - heights) / rows.len().max(1) as f64;
    // Half the thickness of a bar: few rows have thicker ones.
    let lowest = rows.iter().map(Row::height).fold(f64::MAX, f64::min) + spare;
    let half = (lowest * 0.24).clamp(9.0, 14.0);
    let mut top = plot.top;
    for (i, row) in rows.iter().enumerate() {
        let band = Frame { left: body.left, top, right: body.right, bottom: top + row.height() + spare };
        draw_row(&mut scene, row, band, half, plot, &axis);
        if let Some(next) = rows.get(i + 1).filter(|next| !next.step.total || row.to == next.to) {
            let x = axis.place(row.to, plot.left, plot.right);
            let below = Frame { top: band.bottom, bottom: band.bottom + next.height() + spare, ..band };
            let ends = (row.centre(band) + half, next.centre(below) - half);
            // names stand where the lines between bars would run
            if !narrow {
                scene.line((x, ends.0), (x, ends.1), Stroke::solid(AXIS, 0.8));
            }
        }
        top = band.bottom;
    }
    scene
}

/// Where the bars are, between names and amounts.
fn plot(rows: &[Row], body: Frame, edge: f64, narrow: bool) -> Frame {
    let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
    let names = widest(&mut rows.iter().flat_map(|r| r.name.iter().map(|n| r.look.width(n))));
    let amounts = widest(&mut rows.iter().flat_map(|r| r.amount.iter().map(|(look, w)| look.width(w))));
    Frame {
        left: body.left + if narrow { 0.0 } else { names + 16.0 } + edge.min(20.0),
        top: body.top + CAPTION_ROW,
        right: body.right - amounts - 18.0 - edge.min(20.0),
        bottom: body.bottom - AXIS_ROW,
    }
}

fn rows<'s>(chart: &Chart, spec: &'s Waterfall, say: Words<'_>) -> Vec<Row<'s>> {
    let (left, right) = sheet::inside(chart);
    let (narrow, widest) = (chart.is_narrow(), if chart.is_narrow() { right - left } else { WIDEST_NAME });
    let amounts = words::Amounts::new(say, &spec.unit, spec.steps.iter().map(|s| s.amount));
    let mut running = 0.0;
    let mut rows = Vec::new();
    for step in &spec.steps {
        let Step { name, amount, total, .. } = step;
        let from = if *total { 0.0 } else { running };
        running = if *total { *amount } else { running + amount };
        let look = if *total { NAME } else { Type { bold: false, ..NAME } };
        let name = look.wrap(name, widest);
        rows.push(Row { step, look, name, amount: amount_lines(step, &amounts), from, to: running, narrow });
    }
    rows
}

fn amount_lines(step: &Step, amounts: &words::Amounts<'_>) -> Vec<(Type, String)> {
    let look = if step.total { NAME } else { Type { bold: false, ..NAME } };
    let mut lines = vec![(look, amounts.signed(step.amount))];
    if let Some((low, high)) = step.interval {
        lines.extend(amounts.interval(low, high).into_iter().map(|l| (Type { color: SOFT, ..DETAIL }, l)));
    }
    lines
}

fn draw_row(scene: &mut Scene, row: &Row, band: Frame, half: f64, plot: Frame, axis: &Axis) {
    let x = |value: f64| axis.place(value, plot.left, plot.right);
    let centre = row.centre(band);
    if row.step.total {
        scene.line((band.left, band.top), (band.right, band.top), Stroke::solid(AXIS, 0.8));
    }
    let (left, right) = (x(row.from.min(row.to)), x(row.from.max(row.to)));
    let bar = Frame { left, top: centre - half, right: right.max(left + 1.0), bottom: centre + half };
    scene.area(bar.corners(), if row.to < row.from { LOSS } else { GAIN }, 1.0);
    if let Some((low, high)) = row.step.interval {
        let whisker = Stroke::solid(INK, 1.2);
        scene.line((x(low), centre), (x(high), centre), whisker);
        for end in [low, high] {
            scene.line((x(end), centre - 5.0), (x(end), centre + 5.0), whisker);
        }
    }
    let name_top = if row.narrow { band.top + 6.0 } else { centre - row.name_height() / 2.0 + 1.0 };
    scene.paragraph(band.left, name_top, row.look, &row.name);
    let total: f64 = row.amount.iter().map(|(look, _)| look.line_height()).sum();
    let mut top = centre - total / 2.0 + 1.0;
    for (look, words) in &row.amount {
        top = scene.paragraph(band.right - look.width(words), top, *look, std::slice::from_ref(words));
    }
}
