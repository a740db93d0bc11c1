//! Laws of scale: twice the customers, half the variance; tallies do not grow with customers.

use super::*;

const PROGRAM: &str = r#"
[program]
launch = "2026-01"
setup_cost = 0
cost_per_month = 0
[[program.points]]
earn = 0.03
"#;

/// A number of a trial, and what it is called.
type Named = (&'static str, fn(&Tally) -> f64);

/// Numbers without heavy tails, and samples so small that the noise of the pilot on which the baseline is solved does not show.
/// ln of the ratio of two variances over 400 trials each has a standard error of 2/√400 = 0.1 (for normal numbers). The bound
/// 0.45 fails correct code on one seed in 150,000 per number; a variance that did not shrink (ln 2 = 0.69 off) passes once in
/// a hundred, one that shrank with the root only (0.35 off) is not always seen.
#[test]
fn twice_the_customers_halve_the_variance_of_luck() {
    let design = design(12, SHOP, PROGRAM);
    let numbers: [Named; 3] = [
        ("stayed", |t| t.total(0, 11, Line::Stayed)),
        ("revenue", |t| (0..12).map(|m| t.total(1, m, Line::ListRevenue)).sum()),
        ("promoters", |t| t.total(0, 11, Line::Promoters)),
    ];
    let variances = |customers: usize| {
        let tallies = play(&design, customers, 400);
        numbers.map(|(_, number)| Mean::over(&tallies, number).error.powi(2))
    };
    let (single, double) = (variances(1000), variances(2000));
    for (k, (name, _)) in numbers.iter().enumerate() {
        let off = (single[k] / double[k] / 2.0).ln();
        assert!(off.abs() < 0.45, "{name}: variance ratio {:.2}", single[k] / double[k]);
    }
}

/// Exact.
#[test]
fn a_tally_is_as_large_for_many_customers_as_for_few() {
    let design = design(12, SHOP, PROGRAM);
    let shape = |customers| {
        let tally = &play(&design, customers, 1)[0];
        (tally.worlds(), tally.segments(), tally.months(), tally.row(0, 0, 0).values().len())
    };
    assert_eq!(shape(10), shape(10_000));
    assert_eq!(shape(10), (2, 2, 12, Line::COUNT));
}
