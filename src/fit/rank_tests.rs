//! Whether errors are as large as they say (simulation-based calibration; Talts, Betancourt, Simpson, Vehtari & Gelman 2018): truths are drawn from a
//! prior, customers are made with each, a model is fitted to them, and the truth is ranked among the possible truths that a design would
//! draw. If these know the truth as well as they say, all ranks are equally likely: too narrow ones pile up at both ends, too wide ones in
//! the middle.
//!
//! Ranks are uniform only if the prior is heeded. Designs heed none, so their draws are weighed with it here. Seeds are fixed. Of correct errors, χ² of ten classes exceeds 27.9 once in a
//! thousand ranked numbers.

use super::beta_geometric::BetaGeometric;
use super::cohort::{Contracts, Kind, Pool, left};
use super::customers::Pasts;
use super::groups::{Member, group, members};
use super::maximise::Estimate;
use super::model::Model;
use super::tests::made;
use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;
use rand_distr::{Beta, Distribution, Open01, StandardNormal};
use rayon::prelude::*;

/// Possible truths drawn after each.
const DRAWS: usize = 127;
const CLASSES: usize = 10;
/// A χ² distribution with nine degrees of freedom exceeds it once in a thousand.
const RARE: f64 = 27.88;

/// What a prior and a model of data are, and what is ranked: the parameters, and whatever follows from them.
struct Trial<const N: usize> {
    /// Truths tried.
    truths: u64,
    centre: [f64; N],
    /// Standard deviation of the logarithms of true parameters.
    spread: f64,
    /// By what the errors of the fit are multiplied: 1 but to see that others are noticed.
    errors: f64,
}

/// What was fitted, and numbers of interest as functions of parameters.
type Fitted<const N: usize> = (Estimate<N>, Box<dyn Fn([f64; N]) -> Vec<f64>>);

impl<const N: usize> Trial<N> {
    /// χ² of the ranks of each number, over all truths.
    fn run(&self, fit: impl Fn([f64; N], &mut ChaCha8Rng) -> Fitted<N> + Sync) -> Vec<f64> {
        let one = |seed: u64| {
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let normals =
                |rng: &mut ChaCha8Rng| -> [f64; N] { std::array::from_fn(|_| StandardNormal.sample(rng)) };
            let z = normals(&mut rng);
            let truth: [f64; N] = std::array::from_fn(|k| self.centre[k] * (self.spread * z[k]).exp());
            let (estimate, numbers) = fit(truth, &mut rng);
            let all = |parameters: [f64; N]| [parameters.to_vec(), numbers(parameters)].concat();
            let draws: Vec<(Vec<f64>, f64)> = (0..DRAWS)
                .map(|_| estimate.moved(normals(&mut rng).map(|z| self.errors * z)))
                .map(|drawn| (all(drawn), self.weight(drawn)))
                .collect();
            let sum: f64 = draws.iter().map(|(_, weight)| weight).sum();
            let below = |at: usize, truth: f64| {
                let lower = draws.iter().filter(|(numbers, _)| numbers[at] < truth);
                lower.map(|(_, weight)| weight).sum::<f64>() / sum
            };
            all(truth).into_iter().enumerate().map(|(at, truth)| below(at, truth)).collect::<Vec<f64>>()
        };
        let ranks: Vec<Vec<f64>> = (0..self.truths).into_par_iter().map(one).collect();
        (0..ranks[0].len()).map(|at| chi_square(ranks.iter().map(|ranks| ranks[at]))).collect()
    }

    fn weight(&self, drawn: [f64; N]) -> f64 {
        let z = |k: usize| (drawn[k] / self.centre[k]).ln() / self.spread;
        (0..N).map(|k| -0.5 * z(k) * z(k)).sum::<f64>().exp()
    }
}

fn chi_square(ranks: impl Iterator<Item = f64>) -> f64 {
    let mut counts = [0.0; CLASSES];
    ranks.for_each(|rank| counts[((rank * CLASSES as f64) as usize).min(CLASSES - 1)] += 1.0);
    let each = counts.iter().sum::<f64>() / CLASSES as f64;
    counts.map(|count| (count - each) * (count - each) / each).iter().sum()
}

fn assert_uniform(names: &[&str], found: &[f64]) {
    assert_eq!(names.len(), found.len());
    for (name, square) in names.iter().zip(found) {
        assert!(*square < RARE, "{name}: χ² {square} of {names:?} {found:?}");
    }
}

/// BG/NBD of 250 customers, few enough that errors are as large as the differences between shops: its parameters, customers who are still active, what all
/// will buy in a year, and the numbers of the group that buys most often, as a design has them.
#[test]
fn errors_of_purchases_are_as_large_as_they_say() {
    let model = BetaGeometric::BG_NBD;
    let trial = Trial { truths: 100, centre: [0.6, 4.0, 0.8, 2.0], spread: 0.5, errors: 1.0 };
    let found = trial.run(|truth, rng| {
        let all = made(model, truth, 250, rng);
        let pasts = Pasts::new(all.clone());
        let estimate = Model::BetaGeometric(model).fit(&pasts);
        let all: Vec<Member> = all.into_iter().map(|past| Member { past, basket: 1.0, kind: 0 }).collect();
        let bounds = members(&all, model, estimate.parameters);
        let numbers = move |parameters: [f64; 4]| {
            let groups = group(&all, &bounds, model, &[parameters]);
            let total = Model::BetaGeometric(model).total(&pasts, parameters, 52.0);
            let most = groups.groups.last().map_or([0.0; 4], |group| group.numbers());
            [vec![groups.active, total], most.to_vec()].concat()
        };
        (estimate, Box::new(numbers))
    });
    let names = ["r", "alpha", "a", "b", "active", "purchases", "rate", "shape", "leave", "stay"];
    assert_uniform(&names, &found);
}

/// sBG of 300 customers over six periods: its parameters, and who is left after twelve. Errors a third too small are noticed.
#[test]
fn errors_of_contracts_are_as_large_as_they_say() {
    let names = ["alpha", "beta", "left"];
    assert_uniform(&names, &contracts(1.0));
    let small = contracts(0.67);
    assert!(small.iter().all(|square| *square > RARE), "{small:?}");
}

fn contracts(errors: f64) -> Vec<f64> {
    let trial = Trial { truths: 200, centre: [0.8, 1.5], spread: 0.5, errors };
    trial.run(|[alpha, beta], rng| {
        let pools = [Pool::of([&cohort([alpha, beta], rng)[..]])];
        let kind = Kind::ShiftedBetaGeometric;
        let found = Contracts { pools: &pools, kind, months: 1.0 }.fit();
        // the others are those of other kinds
        let [alpha, beta, ..] = found.parameters;
        let covariance = [0, 1].map(|k| [found.covariance[k][0], found.covariance[k][1]]);
        let estimate = Estimate { parameters: [alpha, beta], ln_likelihood: found.ln_likelihood, covariance };
        (estimate, Box::new(move |[alpha, beta]| vec![left(kind, [alpha, beta, 1.0], 1.0, 12)[12]]))
    })
}

/// Of 300 customers, those left after each of six periods.
fn cohort([alpha, beta]: [f64; 2], rng: &mut ChaCha8Rng) -> Vec<f64> {
    let chances = Beta::new(alpha, beta).unwrap();
    let mut left = vec![300.0; 7];
    for _ in 0..300 {
        let leaves: f64 = chances.sample(rng);
        let stays = |rng: &mut ChaCha8Rng| -> bool { Distribution::<f64>::sample(&Open01, rng) >= leaves };
        let periods = (0..6).take_while(|_| stays(rng)).count();
        left[periods + 1..].iter_mut().for_each(|count| *count -= 1.0);
    }
    left
}
