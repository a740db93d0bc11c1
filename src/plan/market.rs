//! What happens to everybody: rivals that open near by.

use rand::{Rng, RngExt};

use crate::design::{Design, Truth};
use crate::random::{Purpose, StreamKey};

/// Extra strength of a rival in its first month, when nearly everybody pays it a visit of exploration.
const EXPLORATION: f64 = 0.5;

/// The pull of open rivals in each month: 0 without any, 1 for one with our prices, 1.5 for one that is 5 % cheaper.
pub fn rival_strength(design: &Design, truth: &Truth, seed: u64, trial: u64) -> Vec<f32> {
    let mut strength = vec![0.0; design.horizon_months];
    for (index, rival) in design.rivals.iter().enumerate() {
        let mut rng = StreamKey { seed, trial, a: index as u64, b: 0, purpose: Purpose::Market }.rng();
        let (opens, when) = (uniform(&mut rng), uniform(&mut rng));
        if opens >= truth[rival.probability] {
            continue;
        }
        let window = (rival.opens_until - rival.opens_from + 1) as f64;
        let month = rival.opens_from + (when * window) as usize;
        let pull = (1.0 + 10.0 * truth[rival.price_gap]).max(0.0);
        for (t, s) in strength.iter_mut().enumerate().skip(month) {
            *s += pull + if t == month { EXPLORATION } else { 0.0 };
        }
    }
    strength.into_iter().map(|s: f64| s.min(3.0) as f32).collect()
}

fn uniform(rng: &mut impl Rng) -> f64 {
    rng.random::<f64>()
}
