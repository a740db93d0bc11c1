//! A sweep as text and as a table.

use super::compare::{provenance, reading, sentence};
use super::csv;
use super::quantity::Show;
use super::table::{Align, layout};
use crate::decide::grid::{Cell, Sweep};
use crate::units::format;

/// Rows shown where there are more than two levers.
const SHOWN: usize = 12;

/// The sweep for people.
pub fn sweep_text(found: &Sweep) -> String {
    let show = Show::english(&found.currency);
    let mut text = format!("{}\n{}", found.title, provenance(&found.origin));
    text += &format!("\n{}\n", sentence(&found.measure.name()).to_uppercase());
    text += &match found.axes.len() {
        2 => square(found, show),
        _ => list(found, show),
    };
    text + &verdict(found, show)
}

/// Every setting as CSV.
pub fn sweep_csv(found: &Sweep) -> String {
    let mut head: Vec<String> = found.axes.iter().map(|axis| axis.path.clone()).collect();
    for measure in std::iter::once(&found.measure).chain(&found.also) {
        head.extend([measure.key(), format!("{}_error", measure.key())]);
    }
    head.extend(["behind_best", "behind_best_error"].map(str::to_owned));
    let mut text = csv::row(&head);
    for cell in &found.cells {
        let mut row: Vec<String> = settings(found, cell).collect();
        for reading in std::iter::once(&cell.reading).chain(&cell.also).chain([&cell.behind_best]) {
            row.extend([csv::number(reading.value), csv::number(reading.mc_error)]);
        }
        text += &csv::row(&row);
    }
    text
}

fn settings<'s>(found: &'s Sweep, cell: &'s Cell) -> impl Iterator<Item = String> + 's {
    found.axes.iter().zip(&cell.place).map(|(axis, at)| axis.labels[*at].clone())
}

fn square(found: &Sweep, show: Show) -> String {
    let (down, across) = (&found.axes[0], &found.axes[1]);
    let head = std::iter::once(String::new()).chain(across.labels.clone());
    let mut rows = vec![head.collect::<Vec<_>>()];
    for (r, label) in down.labels.iter().enumerate() {
        let cells = &found.cells[r * across.labels.len()..(r + 1) * across.labels.len()];
        let cell = |(c, cell): (usize, &Cell)| {
            let mark = if r * across.labels.len() + c == found.best { "*" } else { " " };
            format!("{}{mark}", show.value(found.measure.unit(), cell.reading.value))
        };
        rows.push(std::iter::once(label.clone()).chain(cells.iter().enumerate().map(cell)).collect());
    }
    let aligns: Vec<Align> =
        std::iter::once(Align::Left).chain(across.labels.iter().map(|_| Align::Right)).collect();
    format!("  Down: {}. Across: {}.\n{}", down.path, across.path, layout(&rows, &aligns))
}

/// All settings of one lever; of three and more the best ones.
fn list(found: &Sweep, show: Show) -> String {
    let mut order: Vec<&Cell> = found.cells.iter().collect();
    if found.axes.len() > 1 {
        let good = |cell: &Cell| {
            if found.measure.more_is_better() { -cell.reading.value } else { cell.reading.value }
        };
        order.sort_by(|a, b| good(a).total_cmp(&good(b)));
        order.truncate(SHOWN);
    }
    let measures = std::iter::once(&found.measure).chain(&found.also);
    let head = found.axes.iter().map(|axis| axis.path.clone()).chain(measures.map(|m| sentence(&m.name())));
    let head = head.chain(["From the best".to_owned()]);
    let row = |cell: &&Cell| -> Vec<String> {
        let measures = std::iter::once(&found.measure).chain(&found.also);
        let readings = std::iter::once(&cell.reading).chain(&cell.also);
        let apart = match cell.behind_best.value == 0.0 {
            true => "best".to_owned(),
            false => reading(show, found.measure, cell.behind_best),
        };
        settings(found, cell)
            .chain(measures.zip(readings).map(|(m, r)| reading(show, *m, *r)))
            .chain([apart])
            .collect()
    };
    let rows: Vec<Vec<String>> = std::iter::once(head.collect()).chain(order.iter().map(row)).collect();
    layout(&rows, &vec![Align::Right; rows[0].len()])
}

fn verdict(found: &Sweep, show: Show) -> String {
    let best = &found.cells[found.best];
    let at: Vec<String> = found
        .axes
        .iter()
        .zip(settings(found, best))
        .map(|(axis, label)| format!("{} = {label}", axis.path))
        .collect();
    let value = reading(show, found.measure, best.reading);
    let within = |cell: &&Cell| cell.behind_best.value.abs() <= 2.0 * cell.behind_best.mc_error;
    let as_good = found.cells.iter().filter(within).count();
    let others = match as_good {
        0 | 1 => "No other setting of the grid is as good, beyond the Monte Carlo error.".to_owned(),
        n => format!("{} of the {} settings are as good within the Monte Carlo error.", n, found.cells.len()),
    };
    let edge =
        found.axes.iter().zip(&best.place).filter(|(axis, at)| **at == 0 || **at + 1 == axis.labels.len());
    let edges: Vec<&str> = edge.map(|(axis, _)| axis.path.as_str()).collect();
    let beyond = match edges.is_empty() || found.axes.iter().all(|axis| axis.labels.len() < 3) {
        true => String::new(),
        false => format!("\nIt lies at the end of the range of {}: look further.", edges.join(" and ")),
    };
    format!("\nBest: {} with {value}.\n{others}{beyond}\n{}", at.join(", "), note(found))
}

/// The best of many is a little lucky.
fn note(found: &Sweep) -> String {
    if found.cells.len() < 8 {
        return String::new();
    }
    let cells = format::count(found.cells.len() as f64);
    format!(
        "The best of {cells} settings owes a little of its lead to these trials; another --seed shows how much.\n"
    )
}
