//! Law: a business that is level today stays at its declared retention.

use super::*;

/// How far the retention of a year may be from the declared one.
const TOLERANCE: f64 = 0.005;
const CUSTOMERS: usize = 2000;
const YEARS: usize = 5;

/// The shop of which so many stay, with so many newcomers a month, for five years. `staying` stands in the place of its retention, with more about the business,
/// and each segment has this line, too.
fn shop(base: &str, [staying, segment]: [&str; 2], newcomers: f64) -> Design {
    let lines = base.lines().map(|line| match line.split(" = ").next() {
        Some("annual_retention") => staying.to_string(),
        Some("basket") => format!("{line}\n{segment}"),
        Some("new_customers_per_month") => format!("new_customers_per_month = {newcomers}"),
        _ => line.to_string(),
    });
    design(12 * YEARS, &lines.collect::<Vec<_>>().join("\n"), "")
}

/// As many newcomers as hold the base: those who leave, found by looking twice, `first` to begin with.
fn level(base: &str, staying: [&str; 2], first: f64) -> Design {
    let everybody = 50_000.0;
    let mut newcomers = first;
    for _ in 0..2 {
        let tallies = play(&shop(base, staying, newcomers), CUSTOMERS, 16);
        let all = |line| tallies.iter().map(|t| sum(t, 0, 0..12 * YEARS, line)).sum::<f64>();
        newcomers = everybody * (all(Line::Start) - all(Line::Active)) / all(Line::Active);
    }
    shop(base, staying, newcomers)
}

/// Every year of five, at four retentions, within half a point. Standard errors are at most 0.0007: at the deviations found, up to 0.25
/// points, correct code fails on fewer than one seed in 1,000. Without changes of needs, 70 % become 75 in the second and 80 in the fifth year.
#[test]
fn a_level_business_keeps_its_retention() {
    for retention in [0.55, 0.70, 0.85, 0.95] {
        let level =
            level(SHOP, [&format!("annual_retention = {retention}"), ""], 5_000.0 * (1.0 - retention));
        let tallies = play(&level, CUSTOMERS, 200);
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
        let tallies =
            play(&shop(SHOP, [&format!("annual_retention = 0.75\n{more}"), ""], 1200.0), CUSTOMERS, 50);
        let [first, last] = [1, YEARS].map(|year| stay(&tallies, year).value - 0.75);
        assert!(first.abs() < TOLERANCE + 0.002, "{more}: {first}");
        assert!(sign * last > 0.015, "{more}: {last}");
    }
}

/// Of today's customers the declared share leaves in the first month, and of a level base as many in the fifth year as in the first, to 2 %. Allowed: a
/// hundredth of the churn, and 3.9 standard errors, which are between 0.4 % (of 15 % a month) and 5 % of it: correct code fails on one seed in 1,000.
#[test]
fn a_monthly_churn_is_met_in_the_first_month_and_after() {
    for churn in [0.002, 0.01, 0.04, 0.15] {
        let level = level(SHOP, [&format!("monthly_churn = {churn}"), ""], 55_000.0 * churn);
        let tallies = play(&level, CUSTOMERS, 100);
        let first = Mean::over(&tallies, |t| {
            1.0 - sum(t, 0, 0..1, Line::Stayed)
                / (sum(t, 0, 0..1, Line::Start) - sum(t, 0, 0..1, Line::Arrived))
        });
        assert!((first.value - churn).abs() < 0.01 * churn + 3.9 * first.error, "{churn}: {first:?}");
        assert!(first.error < 0.06 * churn, "{churn}: {first:?}");
        let leave = |months: std::ops::Range<usize>| {
            let lost = |t: &Tally| {
                (0..level.causes.len()).map(|k| sum(t, 0, months.clone(), Line::Left(k))).sum::<f64>()
            };
            Mean::over(&tallies, |t| lost(t) / sum(t, 0, months.clone(), Line::Start))
        };
        let [early, late] = [leave(0..12), leave(48..60)];
        let ratio = late.value / early.value;
        let error = (early.error * early.error + late.error * late.error).sqrt() / early.value;
        assert!((ratio - 1.0).abs() < 0.02 + 3.9 * error, "{churn}: {early:?} {late:?}");
    }
}

/// So do businesses whose frequent buyers stay longer or less long than others, or whose customers leave at purchases: every year of five within half a
/// point, and as many purchases a customer in the fifth year as in the first, within 2 %: each of their purchases may
/// fail. Standard errors are 0.001 and 0.003: errs 1 time in 1,000.
#[test]
fn strata_by_purchase_rate_stay_as_they_are() {
    // of two segments whose customers leave at purchases each needs other newcomers, so that their shares would change
    let regulars =
        SHOP.rsplit_once("[[segment]]").map(|(first, _)| first.replace("share = 0.4", "share = 1"));
    let regulars = regulars.unwrap();
    let kinds = [
        (SHOP, "rate_staying_correlation = 0.6"),
        (SHOP, "rate_staying_correlation = -0.6"),
        (regulars.as_str(), "churn_clock = \"purchase\""),
    ];
    for ((base, segment), retention) in
        kinds.iter().flat_map(|kind| [0.55, 0.8].map(|retention| (*kind, retention)))
    {
        let staying = format!("annual_retention = {retention}");
        let tallies = play(&level(base, [&staying, segment], 5_000.0 * (1.0 - retention)), CUSTOMERS, 100);
        for year in 1..=YEARS {
            let found = stay(&tallies, year);
            let off = (found.value - retention).abs();
            assert!(off < TOLERANCE + 3.29 * found.error, "{segment} {retention}, year {year}: {found:?}");
        }
        let pace = |t: &Tally, year: usize| {
            let year = 12 * year..12 * year + 12;
            sum(t, 0, year.clone(), Line::Purchases) / sum(t, 0, year, Line::Start)
        };
        let drift = Mean::over(&tallies, |t| pace(t, 4) / pace(t, 0) - 1.0);
        assert!(drift.value.abs() < 0.02 + 3.29 * drift.error, "{segment} {retention}: {drift:?}");
    }
}
