//! A measure over a grid of settings: a line for one lever, a heat map for two.

use super::decision::{Played, unit, unit_of_number};
use super::spec::{Bar, Bars, Curve, Curves, Heat, Mark, NamedChart, Picture};
use crate::decide::compare::interval_of;
use crate::decide::grid::{Cell, Setting, Sweep};
use crate::units::Unit;
use crate::words::{Language, capital};

/// The chart of a sweep of one or two levers; none for more.
pub fn sweep(found: &Sweep, language: Language) -> Vec<NamedChart> {
    let design = (found.title.as_str(), found.design_hash.as_str());
    let played = Played::new(language, &found.currency, &found.origin, Some(design));
    let words = played.words;
    let (picture, key) = match found.axes.len() {
        1 => (line(found, played), "chart-sweep-shown"),
        2 => (Picture::Heat(heat(found, played)), "chart-sweep-shown-grid"),
        _ => return Vec::new(),
    };
    let best = found.axes.iter().zip(&found.cells[found.best].place);
    let at = best.map(|(axis, place)| {
        let value = words.setting(axis, *place).into();
        words.say("sweep-setting", &[("name", words.number(&axis.path).into()), ("value", value)])
    });
    let settings = words.list(&at.collect::<Vec<_>>());
    let title = words.say("chart-sweep-best", &[("settings", settings.into())]);
    let subtitle = words.say(key, &[("measure", capital(&words.measure(found.measure)).into())]);
    vec![NamedChart { name: "sweep", chart: played.chart(title, subtitle, picture) }]
}

fn number(setting: &Setting) -> Option<f64> {
    match setting {
        Setting::Number(value) => Some(*value),
        Setting::Text(_) => None,
    }
}

fn line(found: &Sweep, played: Played) -> Picture {
    let words = played.words;
    let axis = &found.axes[0];
    let numbers: Option<Vec<f64>> = axis.values.iter().map(number).collect();
    let Some(numbers) = numbers else { return Picture::Bars(bars(found, played)) };
    let measure = capital(&words.measure(found.measure));
    let curve = Curve {
        name: measure.clone(),
        details: Vec::new(),
        joined: true,
        points: numbers.iter().zip(&found.cells).map(|(x, cell)| (*x, cell.reading.value)).collect(),
        intervals: found.cells.iter().map(|cell| around(found, cell)).collect(),
        tags: Vec::new(),
    };
    let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let high = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let present = axis.present.filter(|value| (low..=high).contains(value));
    Picture::Curves(Curves {
        across: (capital(&words.number(&axis.path)), unit_of_number(&axis.path, &found.currency)),
        up: (measure, unit(found.measure.unit(), &found.currency)),
        zero: false,
        curves: vec![curve],
        marks: present.map(|at| Mark { at, label: played.say("chart-sweep-present") }).into_iter().collect(),
    })
}

/// The 95 % interval of the difference from the best setting, around the value: the luck that all settings share is not in it.
fn around(found: &Sweep, cell: &Cell) -> (f64, f64) {
    let best = found.cells[found.best].reading.value;
    let (low, high) = interval_of(cell.behind_best);
    (best + low, best + high)
}

fn bars(found: &Sweep, played: Played) -> Bars {
    let bar = |cell: &Cell| Bar {
        name: played.words.setting(&found.axes[0], cell.place[0]),
        value: cell.reading.value,
        interval: around(found, cell),
        amount: short(found, cell, played),
        notes: Vec::new(),
    };
    Bars {
        axis: capital(&played.words.measure(found.measure)),
        unit: unit(found.measure.unit(), &found.currency),
        bars: found.cells.iter().map(bar).collect(),
    }
}

fn heat(found: &Sweep, played: Played) -> Heat {
    let (down, across) = (&found.axes[0], &found.axes[1]);
    let wide = across.labels.len();
    let cell = |cell: &Cell| {
        let value = cell.reading.value;
        (if found.measure.more_is_better() { value } else { -value }, short(found, cell, played))
    };
    let cells: Vec<Vec<(f64, String)>> =
        found.cells.chunks(wide).map(|row| row.iter().map(cell).collect()).collect();
    let values = || cells.iter().flatten().map(|cell| cell.0).filter(|v| v.is_finite());
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    let words = played.words;
    Heat {
        across: capital(&words.number(&across.path)),
        up: capital(&words.number(&down.path)),
        columns: (0..wide).map(|at| words.setting(across, at)).collect(),
        rows: (0..down.labels.len()).map(|at| words.setting(down, at)).collect(),
        // Money and scores have a sign: losses keep the colour of losses also where there are no gains.
        middle: match found.measure.unit() {
            Unit::Money | Unit::NpsPoints => 0.0,
            _ if low < 0.0 && high > 0.0 => 0.0,
            _ => (low + high) / 2.0,
        },
        best: Some((found.best / wide, found.best % wide)),
        cells,
    }
}

/// A cell's value, short enough for the cell: the subtitle says what it is.
fn short(found: &Sweep, cell: &Cell, played: Played) -> String {
    match found.measure.unit() {
        Unit::Money => played.words.with_currency("").money(cell.reading.value),
        _ => played.value(found.measure, cell.reading.value),
    }
}
