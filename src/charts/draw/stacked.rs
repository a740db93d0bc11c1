//! Layers on top of each other, in panels that share one scale.

use super::axis::{Axis, MONTHS_CAPTION, MONTHS_HEIGHT, draw_months};
use super::labels::{Column, Label};
use super::palette::{INK, NAME, PAPER, TICK, layer};
use super::scene::{Anchor, Frame, Point, Scene};
use super::sheet::{inside, sheet, words};
use super::style::Stroke;
use crate::charts::spec::{Chart, Panel, Stack};

const PANEL_GAP: f64 = 22.0;
const NAME_ROW: f64 = 20.0;
const NARROWEST_STEP: f64 = 6.0;

/// Draws the chart on a sheet of its own.
pub fn draw(chart: &Chart, spec: &Stack) -> Scene {
    let stacks: Vec<_> = spec.panels.iter().map(|p| sums(p, spec.months.count)).collect();
    let tops = stacks.iter().filter_map(|s| s.last()).flatten().copied();
    let axis = Axis::new(words(chart), &spec.axis, &spec.unit, tops.chain([0.0]), 5);
    let narrow = chart.is_narrow();
    let nowhere = Frame { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };
    let column = Column::of(&labels(spec, &stacks, &axis, nowhere, narrow), narrow, chart.room());
    let months = words(chart).say("chart-months", &[]);
    let panels = spec.panels.len().max(1) as f64;
    let left_room = axis.label_width() + 8.0;
    let beside = if narrow { column.beside } else { column.beside.max(18.0 + TICK.width(&months)) };
    // Panel names may wrap: find the room before the sheet is cut.
    let (left, right) = inside(chart);
    let panel_width = (right - left - left_room - beside - PANEL_GAP * (panels - 1.0)) / panels;
    let names: Vec<_> = spec.panels.iter().map(|p| NAME.wrap(&p.name, panel_width)).collect();
    let name_height = names.iter().map(Vec::len).max().unwrap_or(0) as f64 * NAME.line_height();
    let head = NAME_ROW + name_height + 6.0;
    let foot = MONTHS_HEIGHT + if narrow { MONTHS_CAPTION } else { 0.0 };
    let (mut scene, body) = sheet(chart, column.least + foot + column.below + head);

    scene.text((body.left, body.top + 11.0), Anchor::Start, TICK, axis.caption.as_str());
    let mut plot =
        Frame { left: 0.0, top: body.top + head, right: 0.0, bottom: body.bottom - foot - column.below };
    for (i, stack) in stacks.iter().enumerate() {
        plot.left = body.left + left_room + i as f64 * (panel_width + PANEL_GAP);
        plot.right = plot.left + panel_width;
        scene.paragraph(plot.left, body.top + NAME_ROW, NAME, &names[i]);
        axis.draw_vertical(&mut scene, plot, i == 0);
        draw_layers(&mut scene, stack, &axis, plot);
        draw_months(
            &mut scene,
            plot,
            spec.months,
            (i + 1 == stacks.len()).then_some(months.as_str()),
            narrow,
        );
    }
    column.draw(&mut scene, plot, body.left, foot, &labels(spec, &stacks, &axis, plot, narrow));
    scene
}

/// Running sums over the layers, month by month: the first row is zero, each further one the top of a layer.
fn sums(panel: &Panel, months: usize) -> Vec<Vec<f64>> {
    let mut rows = vec![vec![0.0; months]];
    for thickness in &panel.layers {
        let below = &rows[rows.len() - 1];
        let add = |(month, base): (usize, &f64)| base + thickness.get(month).map_or(0.0, |t| t.max(0.0));
        rows.push(below.iter().enumerate().map(add).collect());
    }
    rows
}

fn draw_layers(scene: &mut Scene, stack: &[Vec<f64>], axis: &Axis, plot: Frame) {
    for (i, pair) in stack.windows(2).enumerate() {
        let (below, above) = (outline(&pair[0], axis, plot), outline(&pair[1], axis, plot));
        let corners = below.iter().copied().chain(above.iter().rev().copied()).collect();
        scene.area(corners, layer(i, stack.len() - 1), 1.0);
        if i > 0 {
            scene.path(below, Stroke::solid(PAPER, 1.0));
        }
    }
}

/// The top of a layer: a flow belongs to the whole month, so each month is a step, unless steps would be too narrow
/// to see; then a line joins their middles.
fn outline(row: &[f64], axis: &Axis, plot: Frame) -> Vec<Point> {
    let width = plot.width() / row.len().max(1) as f64;
    let y = |value: &f64| axis.place(*value, plot.bottom, plot.top);
    let left = |month: usize| plot.left + month as f64 * width;
    if width >= NARROWEST_STEP {
        let step = |(month, value): (usize, &f64)| [(left(month), y(value)), (left(month) + width, y(value))];
        return row.iter().enumerate().flat_map(step).collect();
    }
    let first = row.first().map(|value| (plot.left, y(value)));
    let last = row.last().map(|value| (plot.right, y(value)));
    let middles = row.iter().enumerate().map(|(month, value)| (left(month) + width / 2.0, y(value)));
    first.into_iter().chain(middles).chain(last).collect()
}

fn labels(spec: &Stack, stacks: &[Vec<Vec<f64>>], axis: &Axis, plot: Frame, narrow: bool) -> Vec<Label> {
    let end = |row: usize| {
        let rows = stacks.last().and_then(|s| s.get(row));
        axis.place(rows.and_then(|r| r.last()).copied().unwrap_or(0.0), plot.bottom, plot.top)
    };
    let label = |(i, l): (usize, &crate::charts::spec::Layer)| {
        let y = (end(i) + end(i + 1)) / 2.0;
        Label::new(y, &l.name, &l.details, INK, Some(layer(i, spec.layers.len()))).loose(narrow)
    };
    // Highest first, so that layers of no thickness keep their order.
    spec.layers.iter().enumerate().map(label).rev().collect()
}
