//! A grid of cells, each with its value: darker blue is better, darker orange is worse, and the value says it in ink.

use super::palette::{AXIS, DETAIL, GAIN, INK, LOSS, NAME, PAPER, TICK};
use super::scene::{Anchor, Frame, Scene};
use super::sheet::sheet;
use super::style::{Color, Stroke, Type};
use crate::charts::spec::{Chart, Heat};

const CAPTION_ROW: f64 = 22.0;
const AXIS_ROWS: f64 = 42.0;
const LEAST_ROW: f64 = 30.0;

/// Draws the chart on a sheet of its own.
pub fn draw(chart: &Chart, spec: &Heat) -> Scene {
    let least = spec.rows.len() as f64 * LEAST_ROW + CAPTION_ROW + AXIS_ROWS;
    let (mut scene, body) = sheet(chart, least);
    let names = spec.rows.iter().map(|name| TICK.width(name)).fold(0.0, f64::max);
    let plot = Frame {
        left: body.left + names + 10.0,
        top: body.top + CAPTION_ROW,
        right: body.right,
        bottom: body.bottom - AXIS_ROWS,
    };
    scene.text((body.left, body.top + 11.0), Anchor::Start, TICK, spec.up.as_str());
    scene.text((plot.right, plot.bottom + 36.0), Anchor::End, TICK, spec.across.as_str());
    let wide = plot.width() / spec.columns.len().max(1) as f64;
    let high = plot.height() / spec.rows.len().max(1) as f64;
    for (r, name) in spec.rows.iter().enumerate() {
        let top = plot.bottom - (r + 1) as f64 * high;
        scene.text((plot.left - 8.0, top + high / 2.0 + 4.0), Anchor::End, TICK, name.as_str());
        for c in 0..spec.columns.len() {
            let left = plot.left + c as f64 * wide;
            let cell = Frame {
                left: left + 1.0,
                top: top + 1.0,
                right: left + wide - 1.0,
                bottom: top + high - 1.0,
            };
            draw_cell(&mut scene, spec, (r, c), cell);
        }
    }
    let mut free = f64::MIN;
    for (c, name) in spec.columns.iter().enumerate() {
        let (x, half) = (plot.left + (c as f64 + 0.5) * wide, TICK.width(name) / 2.0);
        if x - half >= free {
            scene.text((x, plot.bottom + 18.0), Anchor::Middle, TICK, name.as_str());
            free = x + half + 8.0;
        }
    }
    scene
}

fn draw_cell(scene: &mut Scene, spec: &Heat, (r, c): (usize, usize), cell: Frame) {
    let (value, words) = &spec.cells[r][c];
    let (fill, depth) = fill(spec, *value);
    scene.area(cell.corners(), fill, 1.0);
    let chosen = spec.best == Some((r, c));
    if chosen {
        let mut outline = cell.corners();
        outline.push((cell.left, cell.top));
        outline.push((cell.right, cell.top));
        scene.path(outline, Stroke::solid(INK, 2.6));
    } else {
        let mut outline = cell.corners();
        outline.push((cell.left, cell.top));
        scene.path(outline, Stroke::solid(AXIS, 0.3));
    }
    let color = if depth > 0.55 && *value >= spec.middle { PAPER } else { INK };
    let look = Type { color, ..if chosen { NAME } else { DETAIL } };
    let (x, y) = ((cell.left + cell.right) / 2.0, (cell.top + cell.bottom) / 2.0 + 4.0);
    if look.width(words) <= cell.width() - 4.0 {
        scene.text((x, y), Anchor::Middle, look, words.as_str());
    }
}

/// From the middle outwards: blue on the good side, orange on the other; and how far out.
fn fill(spec: &Heat, value: f64) -> (Color, f64) {
    let finite = || spec.cells.iter().flatten().map(|cell| cell.0 - spec.middle).filter(|v| v.is_finite());
    let reach = finite().map(f64::abs).fold(0.0, f64::max);
    if !value.is_finite() || reach <= 0.0 {
        return (PAPER, 0.0);
    }
    // Where all cells lie on one side, their colours begin at the one nearest to the middle.
    let one_side = finite().all(|v| v > 0.0) || finite().all(|v| v < 0.0);
    let nearest = finite().map(f64::abs).fold(reach, f64::min);
    let from = if one_side && nearest < reach { nearest } else { 0.0 };
    let depth = (((value - spec.middle).abs() - from) / (reach - from)).min(1.0);
    let to = if value < spec.middle { LOSS } else { GAIN };
    let mix =
        |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * (0.08 + 0.92 * depth)).round() as u8;
    ((mix(PAPER.0, to.0), mix(PAPER.1, to.1), mix(PAPER.2, to.2)), depth)
}
