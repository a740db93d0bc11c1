//! Law: a business that is level today stays at its declared retention.

use super::*;

/// How far the retention of a year may be from the declared one.
const TOLERANCE: f64 = 0.005;
const CUSTOMERS: usize = 2000;
const YEARS: usize = 5;

/// The shop with this retention, so many newcomers a month and more about the business, for five years.
fn shop(retention: f64, newcomers: f64, more: &str) -> Design {
    let lines = SHOP.lines().map(|line| match line.split(" = ").next() {
        Some("annual_retention") => format!("annual_retention = {retention}\n{more}"),
        Some("new_customers_per_month") => format!("new_customers_per_month = {newcomers}"),
        _ => line.to_string(),
    });
    design(12 * YEARS, &lines.collect::<Vec<_>>().join("\n"), "")
}

/// As many newcomers as hold the base: those who leave, found by looking twice.
fn level(retention: f64) -> Design {
    let everybody = 50_000.0;
    let mut newcomers = 0.1 * everybody * (1.0 - retention);
    for _ in 0..2 {
        let tallies = play(&shop(retention, newcomers, ""), CUSTOMERS, 16);
        let all = |line| tallies.iter().map(|t| sum(t, 0, 0..12 * YEARS, line)).sum::<f64>();
        newcomers = everybody * (all(Line::Start) - all(Line::Active)) / all(Line::Active);
    }
    shop(retention, newcomers, "")
}

/// Every year of five, at four retentions, within half a point. Standard errors are at most 0.0007: at the deviations found, up to 0.25
/// points, correct code fails on fewer than one seed in 1,000. Without changes of needs, 70 % become 75 in the second and 80 in the fifth year.
#[test]
fn a_level_business_keeps_its_retention() {
    for retention in [0.55, 0.70, 0.85, 0.95] {
        let tallies = play(&level(retention), CUSTOMERS, 200);
        for year in 1..=YEARS {
            let found = stay(&tallies, year);
            assert!((found.value - retention).abs() < TOLERANCE, "{retention}, year {year}: {found:?}");
        }
        let size = |month: usize| Mean::over(&tallies, |t| sum(t, 0, month..month + 1, Line::Active)).value;
        let grows = size(12 * YEARS - 1) / size(11);
        assert!((grows - 1.0).abs() < 0.02, "{retention}: the base has grown {grows} times");
    }
}

/// Of the customers at the beginning of a year, the share left at its end.
fn stay(tallies: &[Tally], year: usize) -> Mean {
    Mean::over(tallies, |t| {
        let start = match year {
            1 => sum(t, 0, 0..1, Line::Start) - sum(t, 0, 0..1, Line::Arrived),
            _ => sum(t, 0, 12 * year - 13..12 * year - 12, Line::Active),
        };
        sum(t, 0, 12 * year - 1..12 * year, Line::Stayed) / start
    })
}

/// A young base has many newcomers and gets more loyal, an ageing one gets newcomers again and less loyal; the first year is as declared in
/// both. Standard errors are 0.0014; the fifth year is far beyond the bounds, which a base taken for level would miss.
#[test]
fn a_base_may_be_young_or_ageing() {
    for (more, sign) in [("age_months = 12", 1.0), ("ageing_months = 24", -1.0)] {
        let tallies = play(&shop(0.75, 1200.0, more), CUSTOMERS, 50);
        let [first, last] = [1, YEARS].map(|year| stay(&tallies, year).value - 0.75);
        assert!(first.abs() < TOLERANCE + 0.002, "{more}: {first}");
        assert!(sign * last > 0.015, "{more}: {last}");
    }
}
