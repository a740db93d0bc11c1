//! A measure over a grid of settings: a line for one lever, a heat map for two.

use super::decision::{chart, lever, unit};
use super::spec::{Curve, Curves, Heat, Mark, NamedChart, Picture, Unit};
use crate::decide::compare::interval_of;
use crate::decide::grid::{Cell, Setting, Sweep};
use crate::units::format;
use crate::words::capital;

/// The chart of a sweep of one or two levers; none for more.
pub fn sweep(found: &Sweep) -> Vec<NamedChart> {
    let picture = match found.axes.len() {
        1 => line(found),
        2 => Picture::Heat(heat(found)),
        _ => return Vec::new(),
    };
    let best = &found.cells[found.best];
    let at: Vec<String> = found
        .axes
        .iter()
        .zip(&best.place)
        .map(|(axis, place)| format!("{} {}", lever(&axis.path), axis.labels[*place]))
        .collect();
    let title = format!("Best of the settings tried: {}", at.join(" and "));
    let subtitle = format!(
        "{} over the trials{}. {}",
        capital(&found.measure.name()),
        if found.axes.len() == 1 {
            "; whiskers: 95 % interval of the difference from the best setting on the same luck"
        } else {
            ""
        },
        found.title
    );
    vec![NamedChart { name: "sweep", chart: chart(&found.origin, title, subtitle, picture) }]
}

fn number(setting: &Setting) -> Option<f64> {
    match setting {
        Setting::Number(value) => Some(*value),
        Setting::Text(_) => None,
    }
}

fn line(found: &Sweep) -> Picture {
    let axis = &found.axes[0];
    let numbers: Option<Vec<f64>> = axis.values.iter().map(number).collect();
    let percent = axis.labels.iter().all(|label| label.ends_with('%'));
    let Some(numbers) = numbers else { return Picture::Bars(bars(found)) };
    let points = numbers.iter().zip(&found.cells).map(|(x, cell)| (*x, cell.reading.value)).collect();
    let curve = Curve {
        name: capital(&found.measure.name()),
        details: Vec::new(),
        joined: true,
        points,
        intervals: found.cells.iter().map(|cell| around(found, cell)).collect(),
        tags: Vec::new(),
    };
    let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let present = axis.present.filter(|value| (low..=high).contains(value));
    Picture::Curves(Curves {
        across: (capital(&lever(&axis.path)), if percent { Unit::Percent } else { Unit::Plain }),
        up: (capital(&found.measure.name()), unit(found.measure.unit(), &found.currency)),
        zero: false,
        curves: vec![curve],
        marks: present.map(|at| Mark { at, label: "in the design".to_owned() }).into_iter().collect(),
    })
}

/// The 95 % interval of the difference from the best setting, around the value: the luck that all settings share is not in it.
fn around(found: &Sweep, cell: &Cell) -> (f64, f64) {
    let best = found.cells[found.best].reading.value;
    let (low, high) = interval_of(cell.behind_best);
    (best + low, best + high)
}

fn bars(found: &Sweep) -> super::spec::Bars {
    let bar = |cell: &Cell| super::spec::Bar {
        name: found.axes[0].labels[cell.place[0]].clone(),
        value: cell.reading.value,
        interval: around(found, cell),
        amount: words(found, cell),
        notes: Vec::new(),
    };
    super::spec::Bars {
        axis: capital(&found.measure.name()),
        unit: unit(found.measure.unit(), &found.currency),
        bars: found.cells.iter().map(bar).collect(),
    }
}

fn heat(found: &Sweep) -> Heat {
    let (down, across) = (&found.axes[0], &found.axes[1]);
    let wide = across.labels.len();
    let cell = |cell: &Cell| {
        (
            if found.measure.more_is_better() { cell.reading.value } else { -cell.reading.value },
            words(found, cell),
        )
    };
    let cells: Vec<Vec<(f64, String)>> =
        found.cells.chunks(wide).map(|row| row.iter().map(cell).collect()).collect();
    let values = || cells.iter().flatten().map(|cell| cell.0).filter(|v| v.is_finite());
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    Heat {
        across: capital(&lever(&across.path)),
        up: capital(&lever(&down.path)),
        columns: across.labels.clone(),
        rows: down.labels.clone(),
        middle: if low < 0.0 && high > 0.0 { 0.0 } else { (low + high) / 2.0 },
        best: Some((found.best / wide, found.best % wide)),
        cells,
    }
}

/// A cell's value, short enough for the cell.
fn words(found: &Sweep, cell: &Cell) -> String {
    match unit(found.measure.unit(), &found.currency) {
        Unit::Money(_) => format::money(cell.reading.value, ""),
        Unit::Percent => format::percent(cell.reading.value),
        _ => format::significant(cell.reading.value, 3),
    }
}
