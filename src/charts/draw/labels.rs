//! Labels that never cover each other: a column beside the plot and rows above it.

use super::palette::{DETAIL, INK, NAME, PAPER, TICK};
use super::scene::{Anchor, Frame, Scene};
use super::style::{Color, Stroke, Type};
use crate::charts::spec::Mark;

/// The widest a label beside the plot may be.
const WIDEST: f64 = 196.0;
/// Distance of the column from the plot: room for leaders.
const LEADER: f64 = 18.0;
/// Room for a sample of the layer's colour.
const SWATCH: f64 = 14.0;
/// Least distance between two labels.
const GAP: f64 = 7.0;

/// A label beside the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Height at which the line or layer ends; `None` where it has no end, at the top of the column.
    pub y: f64,
    color: Color,
    swatch: Option<Color>,
    sample: Option<Stroke>,
    mark: Option<usize>,
    /// Whether nothing leads to it.
    loose: bool,
    lines: Vec<(Type, String)>,
}

impl Label {
    /// A label with a bold name and details below it.
    pub fn new(y: f64, name: &str, details: &[String], color: Color, swatch: Option<Color>) -> Self {
        let look = |look: Type| Type { color, ..look };
        let wrapped = |look: Type, words: &str| look.wrap(words, WIDEST).into_iter().map(move |l| (look, l));
        let mut lines: Vec<_> = wrapped(look(NAME), name).collect();
        for detail in details {
            lines.extend(wrapped(look(DETAIL), detail));
        }
        Self { y, color, swatch, sample: None, mark: None, loose: false, lines }
    }

    /// Shows a sample of the line instead of leading to its end.
    pub fn with_sample(self, stroke: Stroke) -> Self {
        Self { sample: Some(stroke), ..self }
    }

    /// Leads to nothing, since it stands below the plot.
    pub fn loose(self, narrow: bool) -> Self {
        Self { loose: narrow, ..self }
    }

    /// Shows the mark of its points instead, by its form.
    pub fn with_mark(self, form: usize) -> Self {
        Self { mark: Some(form), ..self }
    }

    fn height(&self) -> f64 {
        self.lines.iter().map(|(look, _)| look.line_height()).sum()
    }

    fn width(&self) -> f64 {
        let widest = self.lines.iter().map(|(look, words)| look.width(words)).fold(0.0, f64::max);
        widest + if self.swatch.is_some() { SWATCH } else { 0.0 }
    }
}

/// Where labels stand: beside a plot, or below it where the sheet is narrow.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Room beside the plot.
    pub beside: f64,
    /// Room below it.
    pub below: f64,
    /// The least height of the plot.
    pub least: f64,
}

/// Least height of the plot above a column.
const NARROW_PLOT: f64 = 170.0;

impl Column {
    /// The column of these labels, on a sheet whose plot is at least so high.
    pub fn of(labels: &[Label], narrow: bool, room: f64) -> Self {
        let height = column_height(labels);
        match narrow {
            true => Self { beside: 8.0, below: height + LEADER, least: NARROW_PLOT },
            false => Self { beside: column_width(labels), below: 0.0, least: height.max(room) },
        }
    }

    /// Draws the labels; `foot` is the height of what stands below the plot.
    pub fn draw(self, scene: &mut Scene, plot: Frame, left: f64, foot: f64, labels: &[Label]) {
        if self.below == 0.0 {
            return draw_column(scene, plot, labels);
        }
        let top = plot.bottom + foot + LEADER / 2.0;
        draw_column(scene, Frame { left, right: left + 8.0, top, bottom: top + self.below }, labels);
    }
}

/// Width the column of labels needs beside the plot.
pub fn column_width(labels: &[Label]) -> f64 {
    LEADER + labels.iter().map(Label::width).fold(0.0, f64::max)
}

/// Height the column of labels needs.
pub fn column_height(labels: &[Label]) -> f64 {
    labels.iter().map(|l| l.height() + GAP).sum()
}

/// Draws the labels right of the plot, each as near to its line's end as the others allow, with a leader.
pub fn draw_column(scene: &mut Scene, plot: Frame, labels: &[Label]) {
    let mut order: Vec<&Label> = labels.iter().collect();
    order.sort_by(|a, b| a.y.total_cmp(&b.y));
    let heights: Vec<f64> = order.iter().map(|l| l.height() + GAP).collect();
    let wanted: Vec<f64> = order.iter().zip(&heights).map(|(l, h)| l.y - h / 2.0).collect();
    for ((label, top), height) in
        order.iter().zip(spread(&wanted, &heights, plot.top, plot.bottom)).zip(&heights)
    {
        let middle = top + height / 2.0;
        if let Some(stroke) = label.sample {
            let y = top + GAP / 2.0 + 7.0;
            scene.line((plot.right - 8.0, y), (plot.right + 12.0, y), stroke);
        }
        if let Some(form) = label.mark {
            scene.mark(form, (plot.right + 2.0, top + GAP / 2.0 + 7.0), 4.6, label.color);
        }
        let leader = [(plot.right + 3.0, label.y), (plot.right + 7.0, label.y), (plot.right + 13.0, middle)];
        if label.sample.is_none() && label.mark.is_none() && !label.loose {
            scene.path(leader.to_vec(), Stroke::solid(label.color, 0.8));
        }
        let mut left = plot.right + LEADER;
        if let Some(color) = label.swatch {
            let (top, bottom) =
                (middle - height / 2.0 + GAP / 2.0 + 2.0, middle + height / 2.0 - GAP / 2.0 - 2.0);
            scene.area(Frame { left, top, right: left + 8.0, bottom }.corners(), color, 1.0);
            left += SWATCH;
        }
        let mut y = top + GAP / 2.0;
        for (look, words) in &label.lines {
            y = scene.paragraph(left, y, *look, std::slice::from_ref(words));
        }
    }
}

/// Tops of boxes with these heights, in order, not overlapping, within `top..bottom` if they fit, each as near to
/// its wanted top as a least-squares compromise with its neighbours allows.
fn spread(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    // Blocks of touching boxes: (sum of wanted tops less offsets, boxes, height).
    let mut blocks: Vec<(f64, usize, f64)> = Vec::new();
    let place = |b: &(f64, usize, f64)| (b.0 / b.1 as f64).min(bottom - b.2).max(top);
    for (wish, height) in wanted.iter().zip(heights) {
        blocks.push((*wish, 1, *height));
        while let [.., above, below] = blocks[..] {
            if place(&above) + above.2 <= place(&below) {
                break;
            }
            blocks.pop();
            blocks.pop();
            let moved = below.0 - below.1 as f64 * above.2;
            blocks.push((above.0 + moved, above.1 + below.1, above.2 + below.2));
        }
    }
    let mut tops = Vec::with_capacity(wanted.len());
    for block in &blocks {
        let mut y = place(block);
        for _ in 0..block.1 {
            tops.push(y);
            y += heights[tops.len() - 1];
        }
    }
    tops
}

/// Height of one row of marks.
const ROW: f64 = 17.0;
/// Distance of the last row from the plot.
const MARKS_GAP: f64 = 4.0;

/// A mark's label with its place: the row from the top and the room it takes there.
struct PlacedMark<'m> {
    mark: &'m Mark,
    row: usize,
    left: f64,
}

/// Rows that marks need above a plot whose caption takes `caption` pixels of the first row.
pub fn mark_rows(
    marks: &[Mark],
    caption: f64,
    plot_left: f64,
    plot_right: f64,
    at: &dyn Fn(f64) -> f64,
) -> f64 {
    let placed = place_marks(marks, caption, plot_left, plot_right, at);
    MARKS_GAP + ROW * placed.iter().map(|p| p.row + 1).max().unwrap_or(1) as f64
}

/// Draws marks as dotted lines through the plot with their labels in the rows above it.
pub fn draw_marks(
    scene: &mut Scene,
    plot: Frame,
    marks: &[Mark],
    caption: f64,
    caption_left: f64,
    at: &dyn Fn(f64) -> f64,
) {
    let placed = place_marks(marks, caption, caption_left, plot.right, at);
    let rows = placed.iter().map(|p| p.row + 1).max().unwrap_or(1);
    let baseline = |row: usize| plot.top - MARKS_GAP - (rows - row) as f64 * ROW + 11.0;
    for p in &placed {
        let ends = ((at(p.mark.at), baseline(p.row) + 3.0), (at(p.mark.at), plot.bottom));
        // Light between the dashes shows on dark bars; it is no wider than they are, so it cuts nothing out of them.
        scene.line(ends.0, ends.1, Stroke::solid(PAPER, 1.1));
        scene.line(ends.0, ends.1, Stroke { dash: Some((3.0, 2.5)), ..Stroke::solid(INK, 1.1) });
    }
    for p in &placed {
        let (top, width) = (baseline(p.row) - 10.0, TICK.width(&p.mark.label));
        let backing = Frame { left: p.left - 2.0, top, right: p.left + width + 2.0, bottom: top + 14.0 };
        scene.area(backing.corners(), PAPER, 1.0);
        scene.text((p.left, baseline(p.row)), Anchor::Start, TICK, p.mark.label.as_str());
    }
}

fn place_marks<'m>(
    marks: &'m [Mark],
    caption: f64,
    left: f64,
    right: f64,
    at: &dyn Fn(f64) -> f64,
) -> Vec<PlacedMark<'m>> {
    let mut rows: Vec<Vec<(f64, f64)>> = vec![vec![(left, left + caption)]];
    let mut placed = Vec::new();
    for mark in marks {
        let width = TICK.width(&mark.label);
        let from = (at(mark.at) - width / 2.0).min(right - width).max(left);
        let free =
            |row: &Vec<(f64, f64)>| row.iter().all(|(a, b)| from + width + 10.0 < *a || *b + 10.0 < from);
        let row = rows.iter().position(free).unwrap_or(rows.len());
        if row == rows.len() {
            rows.push(Vec::new());
        }
        rows[row].push((from, from + width));
        placed.push(PlacedMark { mark, row, left: from });
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_that_fit_do_not_overlap_and_stay_inside() {
        for wanted in [
            [0.0, 1.0, 2.0, 3.0],
            [90.0, 95.0, 99.0, 100.0],
            [10.0, 50.0, 51.0, 52.0],
            [-9.0, -8.0, 300.0, 400.0],
        ] {
            let heights = [20.0, 30.0, 10.0, 20.0];
            let tops = spread(&wanted, &heights, 0.0, 100.0);
            assert!(tops[0] >= 0.0 && tops[3] + heights[3] <= 100.0, "{tops:?}");
            assert!((0..3).all(|i| tops[i] + heights[i] <= tops[i + 1] + 1e-9), "{tops:?}");
        }
    }

    #[test]
    fn boxes_with_room_stay_where_they_want_to_be() {
        assert_eq!(spread(&[10.0, 40.0, 70.0], &[20.0, 20.0, 20.0], 0.0, 100.0), [10.0, 40.0, 70.0]);
    }
}
