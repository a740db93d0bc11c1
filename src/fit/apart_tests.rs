//! Groups made with known differences are found again, and groups that do not differ are said to differ as rarely as the test states.

use super::beta_geometric::BetaGeometric;
use super::customers::{Past, Pasts};
use super::model::Model;
use super::parted::Parted;
use super::tests::made;
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;
use rand_distr::{Distribution, Exp1, Gamma, Open01};
use rayon::prelude::*;

const TRUTH: [f64; 4] = [0.6, 4.0, 0.8, 2.0];

/// The parameters of a group that buys exp(γ) times as often, and whose odds of leaving are exp(δ) times as large.
fn group([gamma, delta]: [f64; 2]) -> [f64; 4] {
    let [r, alpha, a, b] = TRUTH;
    [r, alpha * (-gamma).exp(), a * delta.exp(), b]
}

fn fitted(model: Model, pasts: &[Vec<Past>]) -> Parted {
    let whole = Pasts::new(pasts.concat());
    let pasts: Vec<Pasts> = pasts.iter().cloned().map(Pasts::new).collect();
    Parted::new(model, &pasts, &model.fit(&whole))
}

/// 12 standardised misses of groups of 3,000 lie within ±4.9 (false alarm below 2e-5).
fn assert_found(found: &Parted, truth: &[[f64; 2]], names: &str) {
    for (at, [gamma, delta]) in truth.iter().enumerate().skip(1) {
        let (buys, leaves) = (found.buys_more(at), found.leaves_more(at));
        for (known, truth) in [(buys, gamma), (leaves, delta)] {
            assert!(
                ((known.value - truth) / known.error).abs() < 4.9,
                "{names}, group {at}: {known:?}, {truth}"
            );
            // so well known that a wrong sign would be seen
            assert!(known.error < 0.1, "{names}, group {at}: {known:?}");
        }
    }
}

#[test]
fn groups_that_differ_are_found_again() {
    let truth = [[0.0, 0.0], [0.5, -0.6], [-0.4, 0.5]];
    for (seed, model) in [BetaGeometric::BG_NBD, BetaGeometric { regularity: 2, leaves_at_first: true }]
        .into_iter()
        .enumerate()
    {
        let mut rng = ChaCha8Rng::seed_from_u64(40 + seed as u64);
        let pasts: Vec<Vec<Past>> =
            truth.iter().map(|differs| made(model, group(*differs), 3_000, &mut rng)).collect();
        let found = fitted(Model::BetaGeometric(model), &pasts);
        assert_found(&found, &truth, Model::BetaGeometric(model).name());
        assert!(found.differ.chance < 1e-6, "{:?}", found.differ);
        // the likelihood of the whole is that of the groups with their parameters
        let each = pasts.into_iter().zip(found.parameters());
        let sum: f64 =
            each.map(|(pasts, own)| Model::BetaGeometric(model).ln_likelihood(&Pasts::new(pasts), own)).sum();
        assert!((sum - found.fit.ln_likelihood).abs() < 1e-6, "{sum} {:?}", found.fit.ln_likelihood);
    }
}

/// The same of customers who leave at any time: rates and hazards are exp(γ) and exp(δ) times as large.
#[test]
fn groups_that_leave_at_any_time_are_found_again() {
    let truth = [[0.0, 0.0], [0.5, -0.5]];
    let mut rng = ChaCha8Rng::seed_from_u64(50);
    let one = |[gamma, delta]: [f64; 2], rng: &mut ChaCha8Rng| {
        let rates = Gamma::new(0.8, gamma.exp() / 6.0).unwrap();
        let hazards = Gamma::new(1.2, delta.exp() / 30.0).unwrap();
        let (rate, hazard): (f64, f64) = (rates.sample(rng), hazards.sample(rng));
        let (begun, left): (f64, f64) = (Open01.sample(rng), Exp1.sample(rng));
        let age = 60.0 - 20.0 * begun;
        let (mut now, mut past) = (0.0, Past { repeats: 0, recency: 0.0, age, ln_gaps: 0.0 });
        loop {
            let gap: f64 = Exp1.sample(rng);
            now += gap / rate;
            if now > age.min(left / hazard) {
                return past;
            }
            past = Past { repeats: past.repeats + 1, recency: now, ..past };
        }
    };
    let pasts: Vec<Vec<Past>> =
        truth.iter().map(|differs| (0..4_000).map(|_| one(*differs, &mut rng)).collect()).collect();
    let found = fitted(Model::ParetoNbd, &pasts);
    for (known, truth) in [(found.buys_more(1), 0.5), (found.leaves_more(1), -0.5)] {
        assert!(((known.value - truth) / known.error).abs() < 4.9 && known.error < 0.15, "{known:?}");
    }
}

/// Two groups of 150 customers who do not differ: at 5 % a correct test finds 3 to 20 differences in 200 shops (false alarm below 3e-3 … 1e-3). With one
/// group buying twice as often, most of 20 shops show it.
#[test]
fn groups_that_do_not_differ_are_said_to_as_rarely_as_stated() {
    let clear = |seed: u64, differs: [f64; 2]| {
        let mut rng = ChaCha8Rng::seed_from_u64(1_000 + seed);
        let pasts = [[0.0, 0.0], differs].map(|one| made(BetaGeometric::BG_NBD, group(one), 150, &mut rng));
        fitted(Model::BetaGeometric(BetaGeometric::BG_NBD), &pasts).differ.chance < 0.05
    };
    let none = (0..200).into_par_iter().filter(|seed| clear(*seed, [0.0, 0.0])).count();
    assert!((3..=20).contains(&none), "{none}");
    let some = (0..20).into_par_iter().filter(|seed| clear(*seed, [0.7, 0.0])).count();
    assert!(some >= 14, "{some}");
}
