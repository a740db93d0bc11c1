//! The laws of the model, and the published tables it must reproduce with everything else switched off.
//!
//! Seeds are fixed, so a test always gives the same answer; its comment says how often correct code would fail under another
//! seed, and what it catches. `z` is a deviation in standard errors, taken from the trials themselves.

mod accounts;
mod baseline;
mod categories;
mod combinations;
mod complaints;
mod contracts;
mod corner_designs;
mod corners;
mod double_jeopardy;
mod elements;
mod ends;
mod fatigue;
mod frequency;
mod goods;
mod kinds;
mod levers;
mod loyalties;
mod luck;
mod messages;
mod newcomers;
mod places;
mod plans;
mod prices;
mod promoter_score;
mod random_designs;
mod repeat_buying;
mod retention;
mod rivals;
mod same_bits;
mod sample_size;
mod selection;
mod service;
mod staff;
mod steady;
mod stocking;
mod stopping;
mod survival;
mod talk;
mod targets;
mod terms;
mod thresholds;
mod today;
mod volume_bonus;
mod win_back;
mod worth;

use std::path::{Path, PathBuf};

use loyalsim::design::{Design, Truth};
use loyalsim::simulate::{Experiment, Line, Settings, Tally};
use rayon::prelude::*;

/// The seed of every law.
const SEED: u64 = 20_260_101;

/// A business in which nothing happens but purchases and leaving by chance; a segment is still to be appended.
const BARE: &str = r#"
title = "Nothing but chance"
currency = "EUR"
start = "2026-01"

[business]
customers = 10_000_000
new_customers_per_month = 0
acquisition_cost = 0
gross_margin = 0.4
cost_of_capital = 0.1
annual_retention = 0.8
nps = 20

[churn]
causes = { unexplained = 1 }

[service]
failures_per_purchase = 0
delights_per_purchase = 0

[behaviour]
satisfaction_response = 0
satisfaction_speed = 0
lift_light = 0
lift_moderate = 0
goal_pull = 0
"#;

/// A shop with all its defaults.
const SHOP: &str = r#"
title = "Shop"
currency = "EUR"
start = "2026-01"

[business]
customers = 50000
new_customers_per_month = 900
acquisition_cost = 15
gross_margin = 0.4
cost_of_capital = 0.1
annual_retention = 0.75
nps = 20

[[segment]]
name = "regulars"
share = 0.4
purchases_per_year = 14
basket = 30

[[segment]]
name = "occasional"
share = 0.6
purchases_per_year = 3
basket = 45
"#;

/// Customers who all buy alike, twice a month for 40 on average, and a program that nobody joins; its elements are still to be appended.
const ALIKE: &str = r#"
[[segment]]
name = "all"
share = 1
purchases_per_year = 24
purchase_shape = 100
basket = 40
basket_spread = 0
basket_noise = 0.5

[program]
launch = "2026-01"
willing = 0
setup_cost = 0
cost_per_month = 0
"#;

fn parse(text: &str) -> Design {
    Design::parse(text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
}

/// A design of `months` from a base text and more of it.
fn design(months: usize, base: &str, more: &str) -> Design {
    parse(&format!("horizon_months = {months}\n{base}\n{more}"))
}

/// Plays `trials` in which every number has its central value: only luck differs.
fn play(design: &Design, customers: usize, trials: u64) -> Vec<Tally> {
    let experiment = Experiment::new(design, Settings { seed: SEED, customers });
    let truth = Truth::central(design);
    (0..trials).into_par_iter().map(|trial| experiment.play_under(&truth, trial)).collect()
}

/// A line of all segments over some months, in units of the sample.
fn sum(tally: &Tally, world: usize, months: std::ops::Range<usize>, line: Line) -> f64 {
    months.map(|month| (0..tally.segments()).map(|s| tally.get(world, s, month, line)).sum::<f64>()).sum()
}

/// Mean of a number of each trial, with its standard error.
#[derive(Debug, Clone, Copy)]
struct Mean {
    value: f64,
    error: f64,
}

impl Mean {
    fn of(values: &[f64]) -> Self {
        let n = values.len() as f64;
        let value = values.iter().sum::<f64>() / n;
        let variance = values.iter().map(|x| (x - value) * (x - value)).sum::<f64>() / (n - 1.0);
        Self { value, error: (variance / n).sqrt() }
    }

    fn over(tallies: &[Tally], number: impl Fn(&Tally) -> f64) -> Self {
        Self::of(&tallies.iter().map(number).collect::<Vec<_>>())
    }

    fn z(self, expected: f64) -> f64 {
        (self.value - expected) / self.error
    }
}

/// The designs in the project's folder of scenarios, with their names.
fn scenarios() -> Vec<(String, Design)> {
    scenario_texts().into_iter().map(|(name, text)| (name, parse(&text))).collect()
}

/// Their texts.
fn scenario_texts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|p| p.extension().is_some_and(|e| e == "toml")).collect();
    files.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}
