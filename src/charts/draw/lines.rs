//! Lines over months with bands of uncertainty.

use super::axis::{Axis, MONTHS_CAPTION, MONTHS_HEIGHT, draw_months};
use super::labels::{Column, Label, draw_marks, mark_rows};
use super::palette::{TICK, color, stroke};
use super::scene::{Anchor, Frame, Point, Scene, Shape};
use super::sheet::{sheet, words};
use super::style::Stroke;
use crate::charts::spec::{Band, Chart, Line, Lines, Voice};

/// Draws the chart on a sheet of its own.
pub fn draw(chart: &Chart, spec: &Lines) -> Scene {
    let axis = Axis::new(words(chart), &spec.axis, &spec.unit, shown_values(spec), 5);
    let months = words(chart).say("chart-months", &[]);
    let narrow = chart.is_narrow();
    let column = Column::of(&labels(spec, &axis, (0.0, 0.0), narrow), narrow, chart.room());
    let foot = MONTHS_HEIGHT + if narrow { MONTHS_CAPTION } else { 0.0 };
    let (mut scene, body) = sheet(chart, column.least + foot + column.below + 70.0);
    let beside = if narrow { column.beside } else { column.beside.max(18.0 + TICK.width(&months)) };
    let plot = plot(spec, &axis, body, beside, foot + column.below);
    let at = |month: f64| plot.left + plot.width() * month / spec.months.count.max(1) as f64;

    axis.draw_vertical(&mut scene, plot, true);
    for line in &spec.lines {
        draw_band(&mut scene, line, &axis, plot, &at);
    }
    draw_marks(&mut scene, plot, &spec.marks, TICK.width(&axis.caption), body.left, &at);
    for line in &spec.lines {
        draw_line(&mut scene, line, &axis, plot, &at);
    }
    scene.text((body.left, body.top + 11.0), Anchor::Start, TICK, axis.caption.as_str());
    draw_months(&mut scene, plot, spec.months, Some(&months), narrow);
    column.draw(&mut scene, plot, body.left, foot, &labels(spec, &axis, (plot.top, plot.bottom), narrow));
    scene
}

fn plot(spec: &Lines, axis: &Axis, body: Frame, beside: f64, below: f64) -> Frame {
    let left = body.left + axis.label_width() + 8.0;
    let right = body.right - beside;
    let at = |month: f64| left + (right - left) * month / spec.months.count.max(1) as f64;
    let rows = mark_rows(&spec.marks, TICK.width(&axis.caption), body.left, right, &at);
    Frame { left, top: body.top + rows, right, bottom: body.bottom - below }
}

fn shown_values(spec: &Lines) -> impl Iterator<Item = f64> {
    let bands = spec.lines.iter().filter_map(|l| l.band.as_ref());
    let bounds = bands.flat_map(|b| b.p5.iter().chain(&b.p95));
    let zero = spec.from_zero.then_some(0.0);
    spec.lines.iter().flat_map(|l| &l.values).chain(bounds).copied().chain(zero)
}

fn labels(spec: &Lines, axis: &Axis, (top, bottom): (f64, f64), narrow: bool) -> Vec<Label> {
    let label = |line: &Line| {
        let last = line.values.iter().rev().find(|v| v.is_finite()).copied();
        let y = last.map_or(top, |v| axis.place(v, bottom, top));
        let label = Label::new(y, &line.name, &line.details, color(line.voice), None);
        if narrow { label.with_sample(stroke(line.voice)) } else { label }
    };
    spec.lines.iter().map(label).collect()
}

/// Runs of defined values as points. Each month's value stands at its end.
fn runs(values: &[f64], axis: &Axis, plot: Frame, at: &dyn Fn(f64) -> f64) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    for (month, value) in values.iter().enumerate() {
        match runs.last_mut() {
            Some(run) if value.is_finite() => {
                run.push((at(month as f64 + 1.0), axis.place(*value, plot.bottom, plot.top)));
            }
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn draw_line(scene: &mut Scene, line: &Line, axis: &Axis, plot: Frame, at: &dyn Fn(f64) -> f64) {
    let look = stroke(line.voice);
    for run in runs(&line.values, axis, plot, at) {
        if let [only] = run[..] {
            scene.shapes.push(Shape::Dot { at: only, radius: 4.0, fill: look.color });
        } else {
            scene.path(run, look);
        }
    }
}

fn draw_band(scene: &mut Scene, line: &Line, axis: &Axis, plot: Frame, at: &dyn Fn(f64) -> f64) {
    let Some(Band { p5, p25, p75, p95 }) = &line.band else { return };
    let edge = match line.voice {
        Voice::Baseline => Stroke { dash: Some((3.0, 3.0)), ..Stroke::solid(color(line.voice), 0.7) },
        Voice::Contrast => Stroke { dash: Some((1.5, 2.5)), ..Stroke::solid(color(line.voice), 0.7) },
        Voice::Program | Voice::Ended => Stroke::solid(color(line.voice), 0.7),
    };
    for (low, high, opacity) in [(p5, p95, 0.13), (p25, p75, 0.20)] {
        for (below, above) in runs(low, axis, plot, at).into_iter().zip(runs(high, axis, plot, at)) {
            if let ([bottom], [top]) = (&below[..], &above[..]) {
                scene.line(*bottom, *top, Stroke::solid(color(line.voice), 1.5));
                continue;
            }
            let outline = below.iter().copied().chain(above.iter().rev().copied()).collect();
            scene.area(outline, color(line.voice), opacity);
            if opacity < 0.15 {
                scene.path(below, edge);
                scene.path(above, edge);
            }
        }
    }
}
