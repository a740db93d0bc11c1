//! Sweeps: a measure over a grid of settings of one, two or more levers, each on the same customers and luck.

use super::compare::Origin;
use super::measure::{Measure, Reading};
use super::paired::{self, Rows};
use super::watch::Watch;
use crate::design::{Catalogue, Design, Draft, EditFault, Goal, Saying, Truth};
use crate::simulate::Settings;
use crate::summary::moments::Moments;
use serde::Serialize;
use std::fmt;

/// The most settings of a sweep.
pub const MOST_CELLS: usize = 2_000;

/// One lever with the values it is set to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Axis {
    /// Its whole path.
    pub path: String,
    /// The values, as written in messages and tables: `3 %`, `2026-03`.
    pub labels: Vec<String>,
    /// The values.
    pub values: Vec<Setting>,
    /// What stands in the design, where it is a number.
    pub present: Option<f64>,
}

/// A value a lever is set to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Setting {
    /// A number.
    Number(f64),
    /// A word or a month.
    Text(String),
}

/// Why a sweep cannot be made.
#[derive(Debug, Clone)]
pub enum GridFault {
    /// The text after `--set` cannot be read.
    Unreadable {
        /// What was written.
        text: String,
        /// What is wrong with it.
        reason: Saying,
    },
    /// A lever that the design does not have, or settings it does not allow.
    Edit(EditFault),
    /// A setting makes the design invalid.
    Setting {
        /// The setting, for instance `program.points[0].earn = 3 %`.
        setting: String,
        /// What is wrong.
        fault: EditFault,
    },
    /// Two levers are the same.
    Twice {
        /// The path.
        path: String,
    },
    /// Too many settings.
    TooMany {
        /// How many there are.
        cells: usize,
    },
}

impl GridFault {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Unreadable { text, reason } => {
                Saying::new("grid-unreadable").with("text", text).with("reason", reason.clone())
            }
            Self::Edit(fault) => fault.saying(),
            Self::Setting { setting, fault } => {
                Saying::new("grid-setting").with("setting", setting).with("fault", fault.saying())
            }
            Self::Twice { path } => Saying::new("grid-twice").with("path", path),
            Self::TooMany { cells } => {
                Saying::new("grid-too-many").with("cells", *cells).with("most", MOST_CELLS)
            }
        }
    }
}

impl From<EditFault> for GridFault {
    fn from(fault: EditFault) -> Self {
        Self::Edit(fault)
    }
}

impl fmt::Display for GridFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.saying().fmt(f)
    }
}

impl std::error::Error for GridFault {}

/// One setting of all levers and what it comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// The place of each lever's value, in the order of the axes.
    pub place: Vec<usize>,
    /// The measure.
    pub reading: Reading,
    /// The same less the best setting's, with the error of the difference on the same luck.
    pub behind_best: Reading,
    /// Further measures, in the order of [`Sweep::also`].
    pub also: Vec<Reading>,
}

/// A sweep. Serialised, it is `sweep.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sweep {
    /// What was run.
    pub origin: Origin,
    /// Title of the design.
    pub title: String,
    /// SHA-256 of its text.
    pub design_hash: String,
    /// Currency.
    pub currency: String,
    /// What is measured.
    pub measure: Measure,
    /// What else is measured.
    pub also: Vec<Measure>,
    /// The levers.
    pub axes: Vec<Axis>,
    /// The settings, the last lever changing fastest.
    pub cells: Vec<Cell>,
    /// Place of the best setting among `cells`.
    pub best: usize,
}

impl Axis {
    /// Reads `program.points.earn=0.5%..3%:6` (from, to, how many values) or `business.nps=10,20,30` for a design.
    ///
    /// # Errors
    /// If it cannot be read, or there is no such lever.
    pub fn parse(text: &str, design: &Design) -> Result<Self, GridFault> {
        let fault = |reason: Saying| GridFault::Unreadable { text: text.to_owned(), reason };
        let (path, values) = text.split_once('=').ok_or_else(|| fault(Saying::new("grid-no-equals-sign")))?;
        let path = design.address(path.trim()).map_err(EditFault::from)?;
        let labels: Vec<String> = match values.split_once("..") {
            Some((from, rest)) => range(from, rest).map_err(|reason| fault(Saying::new(reason)))?,
            None => values.split(',').map(|value| value.trim().to_owned()).collect(),
        };
        if labels.iter().any(String::is_empty) {
            return Err(fault(Saying::new("grid-empty")));
        }
        let number = Catalogue::get().is_number(&path);
        let setting = |label: &String| match amount(label) {
            Some((value, percent)) => Ok(Setting::Number(if percent { value / 100.0 } else { value })),
            None if number => Err(fault(Saying::new("grid-no-number").with("value", label))),
            None => Ok(Setting::Text(label.clone())),
        };
        let values: Vec<Setting> = labels.iter().map(setting).collect::<Result<_, _>>()?;
        let present = design.numbers.find(&path).map(|id| Truth::central(design)[id]);
        Ok(Self { path, labels, values, present })
    }
}

/// `0.5%` is (0.5, true).
fn amount(text: &str) -> Option<(f64, bool)> {
    let plain = text.trim().replace(['_', '\u{202f}'], "");
    let (digits, percent) = match plain.strip_suffix('%') {
        Some(digits) => (digits.trim().to_owned(), true),
        None => (plain, false),
    };
    digits.parse().ok().filter(|value: &f64| value.is_finite()).map(|value| (value, percent))
}

/// The labels of `from..to:count`, or the key of what is wrong.
fn range(from: &str, rest: &str) -> Result<Vec<String>, &'static str> {
    let (to, count) = rest.split_once(':').ok_or("grid-no-count")?;
    let count: usize = count.trim().parse().ok().filter(|n| (2..=200).contains(n)).ok_or("grid-count")?;
    let ((low, a), (high, b)) = amount(from).zip(amount(to)).ok_or("grid-ends")?;
    if a != b {
        return Err("grid-per-cent");
    }
    if low == high {
        return Err("grid-same-ends");
    }
    let step = (high - low) / (count - 1) as f64;
    let tidy = |value: f64| {
        // A step has few digits that mean something.
        let places = (3.0 - libm::floor(libm::log10(step.abs()))).clamp(0.0, 12.0);
        let scale = libm::pow(10.0, places);
        (value * scale).round() / scale
    };
    let label = |i: usize| format!("{}{}", tidy(low + step * i as f64), if a { "%" } else { "" });
    Ok((0..count).map(label).collect())
}

/// The designs of a sweep, the last lever changing fastest: every one of them is valid.
///
/// # Errors
/// If there are too many, a lever stands there twice, or a setting is not allowed.
pub fn designs(text: &str, axes: &[Axis]) -> Result<Vec<Design>, GridFault> {
    if let Some((_, axis)) =
        axes.iter().enumerate().find(|(i, a)| axes[..*i].iter().any(|b| b.path == a.path))
    {
        return Err(GridFault::Twice { path: axis.path.clone() });
    }
    let cells: usize = axes.iter().map(|axis| axis.values.len()).product();
    if cells > MOST_CELLS {
        return Err(GridFault::TooMany { cells });
    }
    let draft = Draft::new(text)?;
    (0..cells).map(|cell| design_at(draft.clone(), axes, &place(cell, axes))).collect()
}

fn design_at(mut draft: Draft, axes: &[Axis], place: &[usize]) -> Result<Design, GridFault> {
    let name = |axis: &Axis, at: usize| format!("{} = {}", axis.path, axis.labels[at]);
    let setting = axes.iter().zip(place).map(|(axis, at)| name(axis, *at)).collect::<Vec<_>>().join(", ");
    let wrong = |fault| GridFault::Setting { setting: setting.clone(), fault };
    for (axis, at) in axes.iter().zip(place) {
        match &axis.values[*at] {
            Setting::Number(value) => draft.set(&axis.path, *value),
            Setting::Text(word) => draft.set_text(&axis.path, word),
        }
        .map_err(wrong)?;
    }
    draft.finish().map(|(_, design)| design).map_err(wrong)
}

/// The places of each lever's value in cell number `cell`.
fn place(cell: usize, axes: &[Axis]) -> Vec<usize> {
    let mut rest = cell;
    let mut place: Vec<usize> = axes
        .iter()
        .rev()
        .map(|axis| {
            let at = rest % axis.values.len();
            rest /= axis.values.len();
            at
        })
        .collect();
    place.reverse();
    place
}

/// Plays every setting on the same trials. `design` is the one that was changed into `designs`. Returns `None` if `watch`
/// stopped the work before two trials were done; a sweep that was stopped later tells of the trials done by all settings.
pub fn sweep(
    design: &Design,
    axes: Vec<Axis>,
    designs: &[Design],
    measures: (Measure, Vec<Measure>),
    (settings, trials): (Settings, u64),
    watch: &dyn Watch,
) -> Option<Sweep> {
    let (measure, also) = measures;
    let all: Vec<&Design> = designs.iter().collect();
    watch.begin("trials", trials * all.len() as u64);
    let rows = paired::play_shared(&all, settings, trials, watch);
    if rows.len() < 2 {
        return None;
    }
    let (cells, best) = cells(&rows, &axes, (measure, &also), &design.goals);
    Some(Sweep {
        origin: Origin::new(Some(design), settings, rows.len() as u64, trials),
        title: design.title.clone(),
        design_hash: design.hash.clone(),
        currency: design.currency.clone(),
        measure,
        also,
        axes: axes.into_iter().map(|axis| Axis { path: named(design, axis.path), ..axis }).collect(),
        cells,
        best,
    })
}

/// The path by which readers know a lever: as it was written, but for an element with a name.
fn named(design: &Design, path: String) -> String {
    let whole = design.address(&path).ok();
    let readable = whole
        .as_ref()
        .map(|whole| design.readable(whole))
        .filter(|readable| Some(readable) != whole.as_ref());
    readable.filter(|_| path.starts_with("program.")).unwrap_or(path)
}

/// Every setting's figures, and which setting is best.
fn cells(
    rows: &Rows,
    axes: &[Axis],
    (measure, also): (Measure, &[Measure]),
    goals: &[Goal],
) -> (Vec<Cell>, usize) {
    let count = axes.iter().map(|axis| axis.values.len()).product();
    let values = |measure: Measure, cell: usize| -> Vec<f64> { measure.of_outcomes(&rows.of(cell), goals) };
    let readings: Vec<Reading> = (0..count).map(|cell| measure.of_trials(&values(measure, cell))).collect();
    let good =
        |cell: usize| if measure.more_is_better() { readings[cell].value } else { -readings[cell].value };
    let finite = |cell: &usize| readings[*cell].value.is_finite();
    let best = (0..count).filter(finite).max_by(|a, b| good(*a).total_cmp(&good(*b))).unwrap_or(0);
    let best_values = values(measure, best);
    let cell = |cell: usize| {
        let apart = values(measure, cell).into_iter().zip(&best_values).map(|(a, b)| a - b);
        let error = apart.collect::<Moments>().standard_error();
        Cell {
            place: place(cell, axes),
            reading: readings[cell],
            behind_best: Reading {
                unit: measure.unit(),
                value: readings[cell].value - readings[best].value,
                mc_error: error,
            },
            also: also.iter().map(|m| m.of_trials(&values(*m, cell))).collect(),
        }
    };
    ((0..count).map(cell).collect(), best)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::Unwatched;
    use crate::summary::Scalar;

    const TEXT: &str = include_str!("../../scenarios/staff-training.toml");

    fn axis(text: &str) -> Result<Axis, GridFault> {
        Axis::parse(text, &Design::parse(TEXT).unwrap())
    }

    #[test]
    fn levers_with_values_are_read() {
        let found = axis("business.gross_margin=20%..30%:3").unwrap();
        assert_eq!(found.labels, ["20%", "25%", "30%"]);
        assert_eq!(found.values, [0.2, 0.25, 0.3].map(Setting::Number));
        let found = axis("program.staff_training.lifts_proper_contacts_to = 0.3, 0.5").unwrap();
        assert_eq!(found.path, "program.staff_training[0].lifts_proper_contacts_to");
        let found = axis("program.launch=2026-03,2026-06").unwrap();
        assert_eq!(found.values[1], Setting::Text("2026-06".to_owned()));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (text, said) in [
            ("business.nps", "grid-no-equals-sign"),
            ("business.nps=1..2", "grid-no-count"),
            ("business.nps=1..2:1", "grid-count"),
            ("business.nps=1..2%:3", "grid-per-cent"),
            ("business.nps=2..2:3", "grid-same-ends"),
            ("business.nps=1,,2", "grid-empty"),
            ("business.nps=low,high", "grid-no-number (value: low)"),
            ("business.nsp=1,2", "business.nps"),
        ] {
            assert!(
                axis(text).unwrap_err().to_string().contains(said),
                "{text}: {}",
                axis(text).unwrap_err()
            );
        }
        let axes = [axis("business.gross_margin=0.5,1.5").unwrap()];
        let fault = designs(TEXT, &axes).unwrap_err().to_string();
        assert!(fault.contains("business.gross_margin = 1.5") && fault.contains("fault-range"), "{fault}");
        let many = axis("business.nps=1..50:50").unwrap();
        let more = axis("business.gross_margin=0.1..0.5:50").unwrap();
        assert!(matches!(designs(TEXT, &[many.clone(), more]), Err(GridFault::TooMany { cells: 2500 })));
        assert!(matches!(designs(TEXT, &[many.clone(), many]), Err(GridFault::Twice { .. })));
    }

    #[test]
    fn costs_rise_along_their_axis_by_what_they_cost() {
        let design = Design::parse(TEXT).unwrap();
        let axes = vec![
            axis("program.staff_training.cost_per_month=0,1000").unwrap(),
            axis("program.setup_cost=0,5000").unwrap(),
        ];
        let all = designs(TEXT, &axes).unwrap();
        let settings = Settings { seed: 1, customers: 200 };
        let measures = (Measure::Mean(Scalar::NetEffect), vec![Measure::Loss]);
        let found = sweep(&design, axes, &all, measures, (settings, 8), &Unwatched).unwrap();
        assert_eq!(
            found.cells.iter().map(|c| c.place.clone()).collect::<Vec<_>>(),
            [[0, 0], [0, 1], [1, 0], [1, 1]]
        );
        assert_eq!(found.best, 0);
        let value = |cell: usize| found.cells[cell].reading.value;
        assert!((value(0) - value(1) - 5000.0).abs() < 1e-3 * 5000.0);
        assert!(value(2) < value(0) && found.cells[1].behind_best.mc_error < 1e-6 * 5000.0, "{found:?}");
    }
}
