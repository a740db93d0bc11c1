//! Tallies made by hand, so that every number can be checked with a pencil.

mod accounts;
mod ahead;
mod collector;
mod exits;
mod goals;
mod horizon;
mod judged;
mod monthly;
mod outcome;
mod places;
mod sample;

use crate::design::{Design, Truth};
use crate::simulate::{Line, Tally};

const MONTHS: usize = 14;

const BUSINESS: &str = r#"
title = "Shop"
currency = "EUR"
start = "2026-01"
horizon_months = 14

[business]
customers = 3000
new_customers_per_month = 0
acquisition_cost = 10
gross_margin = 0.4
cost_of_capital = 0.12
annual_retention = 0.76
nps = 20

[[segment]]
name = "regulars"
share = 0.5
purchases_per_year = 12
basket = 10

[[segment]]
name = "occasional"
share = 0.5
purchases_per_year = 4
basket = 10

[churn]
causes = { staff_attitude = 0.6, quality = 0.4 }
"#;

const PROGRAM: &str = r#"
[program]
name = "Card"
launch = "2026-03"
setup_cost = 0
cost_per_month = 0

[[program.points]]
earn = 0.02
point_value = 0.5
cost_share = 0.5

[[goal]]
metric = "annual_retention"
at_least = 0.74
by = "2027-02"

[[goal]]
metric = "net_effect"
at_least = 0
by = "2027-02"
"#;

fn design(text: &str) -> Design {
    Design::parse(text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn without_program() -> Design {
    design(BUSINESS)
}

fn with_program() -> Design {
    design(&format!("{BUSINESS}{PROGRAM}"))
}

/// The same numbers in every month, world and segment unless said otherwise. Segment weights 10 and 20.
fn tally(trial: u64, worlds: usize, mut cell: impl FnMut(Cell) -> f64) -> Tally {
    let mut tally = Tally::new(trial, vec![10.0, 20.0], worlds, MONTHS);
    for world in 0..worlds {
        for segment in 0..2 {
            for month in 0..MONTHS {
                for line in Line::ALL {
                    let value = cell(Cell { world, segment, month, line });
                    tally.row_mut(world, segment, month)[line] = value;
                }
            }
        }
    }
    tally
}

#[derive(Clone, Copy)]
struct Cell {
    world: usize,
    segment: usize,
    month: usize,
    line: Line,
}

/// Numbers between 0 and 1000 that look random, the same for the same cell of the same trial.
fn random_tally(trial: u64, worlds: usize) -> Tally {
    tally(trial, worlds, |cell| {
        let key =
            [cell.world, cell.segment, cell.month, cell.line.place()].iter().fold(trial + 1, |key, &part| {
                (key ^ part as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
            });
        let value = (key >> 11) as f64 / (1u64 << 53) as f64 * 1000.0;
        // more customers than newcomers
        if cell.line == Line::Start { 1000.0 + value } else { value }
    })
}

fn truth(design: &Design) -> Truth {
    Truth::central(design)
}
