//! What each month shows: series that are worked out, differences, and what is undefined.

use super::outcome::example_cell;
use super::*;
use crate::summary::ifrs15::{ContractLiability, PointsFlow};
use crate::summary::ledger::{Ledger, cumulated, ratio};
use crate::summary::monthly::{append_difference, append_ended, append_world, deferred_revenue};
use crate::summary::{Outcome, Series};
use crate::units::{Money, Points};

/// The cells of one world of a tally, by series.
fn world(tally: &Tally, world: usize) -> impl Fn(usize, usize) -> f64 + use<> {
    let mut cells = Vec::new();
    append_world(&mut cells, &Ledger::of(tally, world), 2);
    assert_eq!(cells.len(), (Series::COUNT + 2) * MONTHS);
    move |series, month| cells[series * MONTHS + month]
}

/// Of two segments with weights of 10 and 20, month 5 of the example: 600 less 360, 12 off and 2, 1 and 1 for the program.
#[test]
fn series_by_pencil() {
    let with = |cell: Cell| match cell.line {
        Line::ProperContacts => 25.0,
        Line::StaffLoyalty => 80.0,
        Line::StaffTurnover => 3.0,
        Line::PartnerIncome => 2.0,
        Line::Left(1) => 4.0,
        _ => example_cell(cell),
    };
    let tally = tally(0, 2, with);
    let (at, before) = (world(&tally, 1), world(&tally, 0));
    let close = |what: &str, found: f64, expected: f64| {
        assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{what}: {found}, not {expected}");
    };
    for (series, expected) in [
        (Series::Active, 98.0 * 30.0),
        (Series::Nps, 30.0),
        (Series::Churned, 4.0 * 30.0),
        (Series::NetRevenue, 588.0 * 30.0),
        (Series::Margin, 228.0 * 30.0),
        // 12 off, points for 2, running cost and friends of 1 each, less 2 from partners
        (Series::ProgramCost, 14.0 * 30.0),
        (Series::NetContribution, (228.0 + 2.0 - 2.0 - 1.0 - 3.0 - 5.0 - 1.0) * 30.0),
        (Series::MarginLoss, 11.6 * 30.0),
        (Series::CumulativeMarginLoss, 11.6 * 4.0 * 30.0),
        (Series::DiscountUplift, 0.3 * 0.125),
        (Series::ProperContacts, 0.25),
        (Series::StaffLoyalty, 0.8),
        (Series::StaffTurnover, 0.03),
        (Series::KeptAnyway, 94.0 * 30.0),
    ] {
        close(series.key(), at(series as usize, 5), expected);
    }
    // 200 less service of 1 and 5 for newcomers, and 2 from partners, a month; six of them
    close("cumulated", before(Series::CumulativeContribution as usize, 5), 196.0 * 6.0 * 30.0);
    close("first cause", before(Series::COUNT, 5), 30.0);
    close("second cause", before(Series::COUNT + 1, 5), 120.0);
}

/// Two worlds of two series and two causes, two months each: every place has a number of its own.
#[test]
fn what_worlds_differ_by() {
    let per_world = Series::COUNT + 2;
    let number = |place: usize| (place * place) as f64;
    let mut cells: Vec<f64> = (0..2 * per_world * 2).map(number).collect();
    append_difference(&mut cells, per_world, 2);
    let compared: Vec<usize> = Series::COMPARED.iter().map(|series| *series as usize).collect();
    let rows = compared.into_iter().chain([Series::COUNT, Series::COUNT + 1]);
    let expected: Vec<f64> = rows
        .flat_map(|row| [0, 1].map(|month| number((per_world + row) * 2 + month) - number(row * 2 + month)))
        .collect();
    assert_eq!(cells[2 * per_world * 2..], expected);
}

/// Where the end of the program of today was not played, its months are there and undefined.
#[test]
fn what_was_not_played() {
    let mut cells = vec![1.0];
    append_ended(&mut cells, &tally(0, 2, example_cell), 2);
    assert_eq!(cells.len(), 1 + (Series::COUNT + 2) * MONTHS);
    assert!(cells[1..].iter().all(|cell| cell.is_nan()));
    let mut played = Vec::new();
    append_ended(&mut played, &tally(0, 3, example_cell).with_ended(true), 2);
    assert_eq!(played[Series::ListRevenue as usize * MONTHS + 5], 500.0 * 30.0);
}

/// Three quarters of the revenue are of members; a month in which nobody buys defers nothing.
#[test]
fn revenue_that_is_deferred() {
    let with = |cell: Cell| match cell {
        Cell { month: 7, line: Line::Purchases | Line::MemberPurchases, .. } => 0.0,
        Cell { month: 0, world: 1, line: Line::OpeningPoints, .. } => 10.0,
        Cell { month: 0, world: 1, line: Line::OpeningValue, .. } => 5.0,
        _ => example_cell(cell),
    };
    let found = deferred_revenue(&Ledger::of(&tally(0, 2, with), 1));
    let mut liability = ContractLiability::opening(Points::new(300.0), Money::new(150.0));
    for (month, found) in found.into_iter().enumerate() {
        let points = |of: f64| Points::new(if month < 2 { 0.0 } else { of * 30.0 });
        let revenue = if month < 2 || month == 7 { 0.0 } else { 588.0 * 0.75 * 30.0 };
        let balance = liability.book(PointsFlow {
            revenue: Money::new(revenue),
            issued_value: Money::new(if month < 2 { 0.0 } else { 300.0 }),
            issued: points(20.0),
            redeemed: points(8.0),
            expired: points(4.0),
        });
        assert!((found - balance.get()).abs() < 1e-9 && found > 0.0, "{month}: {found}, not {balance:?}");
    }
}

#[test]
fn small_sums() {
    assert_eq!(ratio(3.0, 2.0), 1.5);
    assert!(ratio(3.0, 0.0).is_nan() && ratio(3.0, -2.0).is_nan());
    assert_eq!(cumulated(&[1.0, -3.0, 5.0]), [1.0, -2.0, 3.0]);
}

/// The twelfth month is compared with the start, the thirteenth with the first.
#[test]
fn retention_of_a_year() {
    let design = with_program();
    let outcome = Outcome::of(&design, &truth(&design), &tally(0, 2, example_cell));
    let at = |month: usize| outcome.figures.cells[Series::Retention as usize * MONTHS + month];
    for (month, expected) in [(0, 0.99f64.powi(12)), (10, 0.89f64.powf(12.0 / 11.0)), (11, 0.88)] {
        assert!((at(month) - expected).abs() < 1e-12, "{month}: {}", at(month));
    }
    assert!((at(12) - 87.0 / 99.0).abs() < 1e-12 && (at(13) - 86.0 / 98.0).abs() < 1e-12);
}
