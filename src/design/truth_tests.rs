//! Tests of the draws. Kolmogorov–Smirnov distances are tested at α = 1e-6 each: 2.69/√n for n draws
//! (the limiting distribution of Kolmogorov 1933).

use super::*;
use crate::design::{Basis, Catalogue, Correlation};

const DRAWS: u64 = 20_000;
const SHARE: Range = Range { min: 0.0, max: 1.0 };

fn register(numbers: &[(&str, Distribution, Range)]) -> Numbers {
    let mut all = Numbers::default();
    for (path, distribution, range) in numbers {
        all.add(Number {
            path: (*path).to_owned(),
            distribution: distribution.clone(),
            basis: Basis::Assumed,
            source: "test".to_owned(),
            range: *range,
            unit: &Catalogue::get().keys()[0].unit,
            cost: None,
            span: None,
        });
    }
    all
}

fn sampler(numbers: &Numbers, correlations: &[Correlation], groups: &[&[u32]]) -> TruthSampler {
    let groups = groups.iter().map(|group| group.iter().map(|&id| NumberId(id)).collect()).collect();
    TruthSampler::of_parts(numbers, Factor::new(correlations).unwrap(), groups, 20_111)
}

fn draws(sampler: &TruthSampler, id: u32) -> Vec<f64> {
    (0..DRAWS).map(|trial| sampler.draw(trial)[NumberId(id)]).collect()
}

/// Largest distance between the distribution of the draws and `cdf`.
fn distance(mut draws: Vec<f64>, cdf: impl Fn(f64) -> f64) -> f64 {
    draws.sort_by(f64::total_cmp);
    let n = draws.len() as f64;
    let gap =
        |(i, x): (usize, &f64)| (cdf(*x) - i as f64 / n).abs().max(((i + 1) as f64 / n - cdf(*x)).abs());
    draws.iter().enumerate().map(gap).fold(0.0, f64::max)
}

fn pert(low: f64, mode: f64, high: f64) -> Distribution {
    Distribution::Pert { low, mode, high }
}

/// Correct code fails on four seeds in a million. A mode shifted by 0.006 of 0.24, or an sd wrong by 15 %, is caught with
/// probability above 0.9.
#[test]
fn every_distribution_is_drawn_as_stated() {
    use statrs::distribution::{Beta, ContinuousCDF, Normal};
    let numbers = register(&[
        ("a", pert(0.62, 0.70, 0.86), SHARE),
        ("b", Distribution::Normal { mean: 0.3, sd: 0.2 }, SHARE),
        ("c", Distribution::Quantiles { p10: 0.2, p50: 0.3, p90: 0.6 }, Range { min: -9.0, max: 9.0 }),
        ("d", pert(0.0, 0.0, 10.0), Range { min: 0.0, max: 10.0 }),
    ]);
    let sampler = sampler(&numbers, &[], &[]);
    let a = 1.0 + 4.0 * (0.70 - 0.62) / 0.24;
    let (beta, corner) = (Beta::new(a, 6.0 - a).unwrap(), Beta::new(1.0, 5.0).unwrap());
    let normal = Normal::new(0.3, 0.2).unwrap();
    let kept = normal.cdf(1.0) - normal.cdf(0.0);
    let (left, right) =
        (Normal::new(0.3, 0.1 / 1.281_551_6).unwrap(), Normal::new(0.3, 0.3 / 1.281_551_6).unwrap());
    let distances = [
        distance(draws(&sampler, 0), |x| beta.cdf((x - 0.62) / 0.24)),
        distance(draws(&sampler, 1), |x| (normal.cdf(x) - normal.cdf(0.0)) / kept),
        distance(draws(&sampler, 2), |x| if x < 0.3 { left.cdf(x) } else { right.cdf(x) }),
        distance(draws(&sampler, 3), |x| corner.cdf(x / 10.0)),
    ];
    for (distribution, found) in distances.iter().enumerate() {
        assert!(found * (DRAWS as f64).sqrt() < 2.69, "distribution {distribution}: {found}");
    }
}

/// Spearman's rank correlation.
fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    let ranks = |values: &[f64]| {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|&i, &j| values[i].total_cmp(&values[j]));
        let mut ranks = vec![0.0; values.len()];
        for (rank, i) in order.into_iter().enumerate() {
            ranks[i] = rank as f64;
        }
        ranks
    };
    let n = a.len() as f64;
    let squares: f64 = ranks(a).iter().zip(ranks(b)).map(|(x, y)| (x - y) * (x - y)).sum();
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

/// The standard error of the rank correlation of 20,000 pairs is below 1.1·(1 − ρ²)/√n, at most 0.0078, so correct code
/// fails on fewer than six seeds in a million (six pairs, |z| > 4.9). A correlation wrong by 0.05 is caught with
/// probability above 0.9; the finer difference between ranks and Pearson's r has a test of its own.
#[test]
fn rank_correlations_are_recovered() {
    let numbers = register(&[
        ("a", pert(0.0, 0.1, 1.0), SHARE),
        ("b", Distribution::Normal { mean: 0.5, sd: 0.3 }, SHARE),
        ("c", Distribution::Quantiles { p10: 0.2, p50: 0.3, p90: 0.6 }, Range { min: -9.0, max: 9.0 }),
        ("d", pert(0.0, 0.5, 1.0), SHARE),
    ]);
    let pair = |a, b, rank| Correlation { a: NumberId(a), b: NumberId(b), rank };
    let sampler = sampler(&numbers, &[pair(0, 1, 0.6), pair(2, 1, -0.4)], &[]);
    let columns: Vec<_> = (0..4).map(|id| draws(&sampler, id)).collect();
    for (a, b, rank) in [(0, 1, 0.6), (1, 2, -0.4), (0, 2, 0.0), (0, 3, 0.0), (1, 3, 0.0), (2, 3, 0.0)] {
        let se = (1.0 - rank * rank) / (DRAWS as f64).sqrt() * 1.1;
        let found = rank_correlation(&columns[a], &columns[b]);
        assert!((found - rank).abs() < 4.9 * se, "{a} ~ {b}: {found}");
    }
}

#[test]
fn shares_always_sum_to_one() {
    let numbers = register(&[
        ("s[0]", pert(0.1, 0.2, 0.9), SHARE),
        ("s[1]", Distribution::Fixed(0.3), SHARE),
        ("s[2]", Distribution::Normal { mean: 0.5, sd: 0.4 }, SHARE),
        ("t", pert(0.1, 0.2, 0.9), SHARE),
    ]);
    let sampler = sampler(&numbers, &[], &[&[0, 1, 2]]);
    for trial in 0..5_000 {
        let truth = sampler.draw(trial);
        let sum: f64 = (0..3).map(|id| truth[NumberId(id)]).sum();
        assert!((sum - 1.0).abs() < 1e-12, "trial {trial}: {sum}");
        assert!(truth[NumberId(3)] <= 0.9);
    }
}

#[test]
fn shares_of_nothing_are_equal() {
    let mut values = vec![0.0, 0.0, 7.0];
    divide_by_sums(&mut values, &[vec![NumberId(0), NumberId(1)]]);
    assert_eq!(values, [0.5, 0.5, 7.0]);
}

#[test]
fn another_number_changes_nobody_elses_draws() {
    let distribution = pert(0.1, 0.2, 0.9);
    let few = register(&[("a", distribution.clone(), SHARE), ("b", distribution.clone(), SHARE)]);
    let more = register(&[
        ("new", distribution.clone(), SHARE),
        ("a", distribution.clone(), SHARE),
        ("b", distribution, SHARE),
    ]);
    let (few, more) = (sampler(&few, &[], &[]), sampler(&more, &[], &[]));
    for trial in 0..100 {
        let (before, after) = (few.draw(trial), more.draw(trial));
        assert_eq!(before.values, after.values[1..]);
        assert!(before.values[0] != before.values[1], "streams of different paths differ");
    }
}

#[test]
fn certain_numbers_keep_their_value_even_when_correlated() {
    let numbers = register(&[("a", Distribution::Fixed(0.25), SHARE), ("b", pert(0.1, 0.2, 0.9), SHARE)]);
    let sampler = sampler(&numbers, &[Correlation { a: NumberId(0), b: NumberId(1), rank: 0.5 }], &[]);
    let truths: Vec<_> = (0..50).map(|trial| sampler.draw(trial)).collect();
    assert!(truths.iter().all(|truth| truth[NumberId(0)] == 0.25));
    assert!(truths.iter().any(|truth| truth[NumberId(1)] != truths[0][NumberId(1)]));
}

/// Pinned: a change here changes every result of every design.
#[test]
fn the_first_truth_never_changes() {
    let numbers = register(&[
        ("behaviour.price_response", pert(0.8, 1.4, 2.2), Range { min: 0.0, max: 5.0 }),
        ("business.nps", Distribution::Normal { mean: 20.0, sd: 5.0 }, Range { min: -90.0, max: 90.0 }),
    ]);
    assert_eq!(sampler(&numbers, &[], &[]).draw(0).values, [1.3654981206819117, 24.13790903081588]);
}

/// Under each plan: the KS distance of 20,000 draws (α = 1e-6 for independent draws; even ones are nearer) and the rank
/// correlation within 4.9 standard errors of independent draws. Stratified draws are far nearer: a hundredth of the distance.
#[test]
fn every_plan_keeps_distributions_and_correlations() {
    use statrs::distribution::{Beta, ContinuousCDF};
    let distribution = pert(0.2, 0.3, 0.8);
    let numbers = register(&[
        ("a", distribution.clone(), SHARE),
        ("b", distribution.clone(), SHARE),
        ("c", distribution, SHARE),
    ]);
    let beta = Beta::new(1.0 + 4.0 / 6.0, 5.0 - 4.0 / 6.0).unwrap();
    let pair = Correlation { a: NumberId(0), b: NumberId(2), rank: 0.5 };
    for plan in Sampling::ALL {
        let sampler = sampler(&numbers, std::slice::from_ref(&pair), &[]).sampled(plan);
        let [a, b, c] = [0, 1, 2].map(|id| draws(&sampler, id));
        let se = (DRAWS as f64).sqrt().recip();
        assert!((rank_correlation(&a, &c) - 0.5).abs() < 4.9 * 0.75 * 1.1 * se, "{plan}");
        assert!(rank_correlation(&a, &b).abs() < 4.9 * 1.1 * se, "{plan}");
        let found = distance(b, |x| beta.cdf((x - 0.2) / 0.6)) * (DRAWS as f64).sqrt();
        let bound = if plan == Sampling::Plain { 2.69 } else { 0.6 };
        assert!(found < bound, "{plan}: {found}");
    }
}

/// The order in the file means nothing to a Sobol' sequence, and a further number leaves the Latin draws of the others alone.
#[test]
fn draws_belong_to_paths() {
    let distribution = pert(0.1, 0.2, 0.9);
    let one = register(&[("a", distribution.clone(), SHARE), ("b", distribution.clone(), SHARE)]);
    let turned = register(&[("b", distribution.clone(), SHARE), ("a", distribution.clone(), SHARE)]);
    let more = register(&[
        ("0", distribution.clone(), SHARE),
        ("a", distribution.clone(), SHARE),
        ("b", distribution, SHARE),
    ]);
    for trial in 0..50 {
        for plan in Sampling::ALL {
            let draw = |numbers| sampler(numbers, &[], &[]).sampled(plan).draw(trial).values;
            let (first, second, third) = (draw(&one), draw(&turned), draw(&more));
            assert_eq!([first[0], first[1]], [second[1], second[0]], "{plan}");
            assert!(plan == Sampling::Sobol || first == third[1..], "{plan}");
        }
    }
}

#[test]
fn own_ranks_leave_correlations_out() {
    let numbers = register(&[("a", pert(0.1, 0.2, 0.9), SHARE), ("b", pert(0.1, 0.2, 0.9), SHARE)]);
    let sampler = sampler(&numbers, &[Correlation { a: NumberId(0), b: NumberId(1), rank: 0.8 }], &[]);
    let (low, middle) = (sampler.at_ranks(&[0.1, 0.5]), sampler.at_ranks(&[0.5, 0.5]));
    assert!(low[NumberId(0)] < middle[NumberId(0)] && low[NumberId(1)] == middle[NumberId(1)]);
}

/// The mean of a sum of numbers over 400 trials, 60 seeds: a Latin hypercube leaves less than a tenth of the plain error (the ratio has a
/// standard error of 13 %), a Sobol' sequence less still.
#[test]
fn a_latin_hypercube_averages_what_adds_up() {
    let distribution = pert(0.1, 0.2, 0.9);
    let numbers = register(&[("a", distribution.clone(), SHARE), ("b", distribution, SHARE)]);
    let spread = |plan| {
        let mean = |seed| {
            let sampler =
                TruthSampler::of_parts(&numbers, Factor::new(&[]).unwrap(), Vec::new(), seed).sampled(plan);
            (0..400).map(|t| sampler.draw(t).values.iter().sum::<f64>()).sum::<f64>() / 400.0
        };
        let means: Vec<f64> = (0..60).map(mean).collect();
        let centre = means.iter().sum::<f64>() / 60.0;
        (means.iter().map(|m| (m - centre) * (m - centre)).sum::<f64>() / 59.0).sqrt()
    };
    let (plain, latin, sobol) = (spread(Sampling::Plain), spread(Sampling::Latin), spread(Sampling::Sobol));
    assert!(latin < 0.1 * plain && sobol < latin, "{plain} {latin} {sobol}");
}
