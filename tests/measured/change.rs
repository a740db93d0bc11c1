//! A change of a program inside the data: the design that `calibrate` makes of the time before it, with the change as a consultant would write it,
//! played and held against what happened.

use super::statistics::{mean, variance};
use loyalsim::design::Design;
use loyalsim::simulate::{Experiment, Line, Settings, Tally};
use std::ops::{ControlFlow, Range};
use std::process::Command;

/// Today's program going on, and the change of it.
pub const AS_BEFORE: usize = 0;
pub const CHANGED: usize = 1;

/// Runs `loyalsim calibrate log.csv` in a folder that has these files, and gives the text of the design.
pub fn calibrated(files: &[(&str, &str)], options: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(home.path().join(name), text).unwrap();
    }
    let done = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
        .args(["calibrate", "log.csv", "--out", "shop.toml", "--quiet", "--lang", "en"])
        .args(options)
        .current_dir(home.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::read_to_string(home.path().join("shop.toml")).unwrap()
}

/// The design over one year, with a program written into it.
pub fn with(design: &str, program: &str) -> Design {
    let text = design.replace("horizon_months = 36", "horizon_months = 12");
    // correlations come last, and a program may stand anywhere before them
    let (shop, rest) = text.split_at(text.find("\n[correlations]").unwrap_or(text.len()));
    let text = format!("{shop}\n{program}\n{rest}");
    Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What something came to over trials: its mean and the error of that.
#[derive(Debug, Clone, Copy)]
pub struct Played {
    pub mean: f64,
    pub error: f64,
}

impl Played {
    fn of(values: &[f64]) -> Self {
        Self { mean: mean(values), error: (variance(values) / values.len() as f64).sqrt() }
    }

    /// Off what happened by so much, as the page tells it, give or take three of its errors; and tells it.
    pub fn is_off(self, what: &str, happened: f64, told: f64) {
        let off = self.mean / happened - 1.0;
        eprintln!(
            "{what}: {happened:.0} happened, {:.0} ± {:.0} played, {:+.1} %",
            self.mean,
            self.error,
            100.0 * off
        );
        let allowed = 3.0 * self.error / happened + 0.005;
        assert!((off - told).abs() < allowed, "{what}: off by {off}, told {told} ± {allowed}");
    }
}

/// The ledger of a trial.
pub struct Trial<'t>(&'t Tally);

impl Trial<'_> {
    /// A line of one segment summed over months, in units of the sample.
    pub fn of(&self, world: usize, months: Range<usize>, segment: usize, line: Line) -> f64 {
        months.map(|month| self.0.get(world, segment, month, line)).sum()
    }

    /// A line of all segments summed over months.
    pub fn all(&self, world: usize, months: Range<usize>, line: Line) -> f64 {
        months.map(|month| self.0.total(world, month, line)).sum()
    }
}

/// Plays a design and takes some numbers of each trial.
pub fn play<const N: usize>(
    design: &Design,
    trials: u64,
    of: impl Fn(&Trial<'_>) -> [f64; N] + Sync,
) -> [Played; N] {
    let mut rows: Vec<[f64; N]> = Vec::new();
    Experiment::new(design, Settings { seed: 20_260_101, customers: 800 }).run(
        0..trials,
        |_, tally| of(&Trial(tally)),
        |_, row| {
            rows.push(row);
            ControlFlow::Continue(())
        },
    );
    std::array::from_fn(|k| Played::of(&rows.iter().map(|row| row[k]).collect::<Vec<f64>>()))
}
