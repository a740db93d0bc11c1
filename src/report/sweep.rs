//! A sweep as text and as a table.

use super::csv;
use super::decision::{aligns, provenance, reading, show};
use super::quantity::Show;
use super::table::{Align, layout};
use crate::decide::grid::{Cell, Sweep};
use crate::decide::{Measure, open_ends};
use crate::summary::Scalar;
use crate::words::{Language, Value, breakable, capital};

/// Rows shown where there are more than two levers.
const SHOWN: usize = 12;
/// Monte Carlo errors from zero at which an effect is a clear loss.
const CLEAR: f64 = 2.0;

/// From so many settings on, the best of them is a little lucky.
const MANY: usize = 8;

/// The sweep for people.
pub fn sweep_text(found: &Sweep, language: Language) -> String {
    let show = show(language, &found.currency, &found.origin);
    let mut text = format!("{}\n{}", found.title, provenance(show.words, &found.origin));
    text += &format!("\n{}\n", show.words.measure(found.measure).to_uppercase());
    text += &match found.axes.len() {
        2 => square(found, show),
        _ => list(found, show),
    };
    breakable(&(text + &verdict(found, show)))
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
        let labels = found.axes.iter().zip(&cell.place).map(|(axis, at)| axis.labels[*at].clone());
        let mut row: Vec<String> = labels.collect();
        for reading in std::iter::once(&cell.reading).chain(&cell.also).chain([&cell.behind_best]) {
            row.extend([csv::number(reading.value), csv::number(reading.mc_error)]);
        }
        text += &csv::row(&row);
    }
    text
}

/// The values of the levers in a cell.
fn settings(found: &Sweep, cell: &Cell, show: Show) -> Vec<String> {
    found.axes.iter().zip(&cell.place).map(|(axis, at)| show.words.setting(axis, *at)).collect()
}

fn square(found: &Sweep, show: Show) -> String {
    let (down, across) = (&found.axes[0], &found.axes[1]);
    let wide = across.labels.len();
    let columns = (0..wide).map(|at| show.words.setting(across, at) + " ");
    let mut rows = vec![std::iter::once(String::new()).chain(columns).collect::<Vec<_>>()];
    for (r, cells) in found.cells.chunks(wide).enumerate() {
        let cell = |(c, cell): (usize, &Cell)| {
            let mark = if r * wide + c == found.best { "*" } else { " " };
            format!("{}{mark}", show.value(found.measure.unit(), cell.reading.value))
        };
        let head = std::iter::once(show.words.setting(down, r));
        rows.push(head.chain(cells.iter().enumerate().map(cell)).collect());
    }
    let [down, across] = [down, across].map(|axis| Value::from(show.words.number(&axis.path)));
    let legend = show.words.say("sweep-down-across", &[("down", down), ("across", across)]);
    format!("  {legend}\n{}", layout(&rows, &aligns(wide)))
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
    let measures = || std::iter::once(&found.measure).chain(&found.also);
    let levers = found.axes.iter().map(|axis| capital(&show.words.number(&axis.path)));
    let head = levers.chain(measures().map(|m| capital(&show.words.measure(*m))));
    let head = head.chain([show.words.say("sweep-behind", &[])]);
    let row = |cell: &&Cell| -> Vec<String> {
        let readings = std::iter::once(&cell.reading).chain(&cell.also);
        let apart = match cell.behind_best.value == 0.0 {
            true => show.words.say("sweep-best-cell", &[]),
            false => {
                let apart = cell.behind_best;
                show.change_with_error(apart.unit, apart.value, apart.mc_error)
            }
        };
        let readings = measures().zip(readings).map(|(m, r)| reading(show, *m, *r, found.origin.trials));
        settings(found, cell, show).into_iter().chain(readings).chain([apart]).collect()
    };
    let rows: Vec<Vec<String>> = std::iter::once(head.collect()).chain(order.iter().map(row)).collect();
    layout(&rows, &vec![Align::Right; rows[0].len()])
}

fn verdict(found: &Sweep, show: Show) -> String {
    let words = show.words;
    let best = &found.cells[found.best];
    let setting = |(axis, value): (&crate::decide::grid::Axis, String)| {
        words.say("sweep-setting", &[("name", words.number(&axis.path).into()), ("value", value.into())])
    };
    let at: Vec<String> = found.axes.iter().zip(settings(found, best, show)).map(setting).collect();
    let value = reading(show, found.measure, best.reading, found.origin.trials);
    let within = |cell: &&Cell| cell.behind_best.value.abs() <= 2.0 * cell.behind_best.mc_error;
    let as_good = found.cells.iter().filter(within).count();
    let all = Value::from(found.cells.len());
    let mut lines = vec![
        words.say("sweep-best", &[("settings", at.join(", ").into()), ("value", value.into())]),
        match as_good {
            0 | 1 => words.say("sweep-alone", &[]),
            n => words.say("sweep-as-good", &[("count", n.into()), ("all", all.clone())]),
        },
    ];
    if matches!(found.measure, Measure::Mean(Scalar::NetEffect | Scalar::Npv))
        && best.reading.value + CLEAR * best.reading.mc_error < 0.0
    {
        lines.push(words.say("sweep-loses", &[]));
    }
    let edges: Vec<String> = open_ends(&found.axes, &found.cells, found.best)
        .iter()
        .map(|axis| words.number(&axis.path))
        .collect();
    if !edges.is_empty() {
        lines.push(words.say("sweep-edge", &[("levers", words.list(&edges).into())]));
    }
    if found.cells.len() >= MANY {
        lines.push(words.say("sweep-lucky", &[("cells", all)]));
    }
    format!("\n{}\n", lines.join("\n"))
}
