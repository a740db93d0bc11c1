//! The functions in which a benefit is sought: Hermite polynomials of the normal scores of uncertain numbers.
//!
//! A number's score is the normal quantile of its rank among the trials, so the scores of every number are standard normal whatever its
//! law. The polynomials are orthonormal under that law, which keeps the regression well conditioned, and a study's sampling error
//! shrinks a polynomial of degree *k* by *ρᵏ* exactly (Mehler 1866): see [`super::study`].

use crate::random::normal;

/// Highest degree of one number alone, by how many numbers are looked at together: up to so many numbers, that degree.
const DEGREES: [(usize, usize); 3] = [(4, 4), (12, 3), (usize::MAX, 2)];
/// Products of two numbers are sought among at most so many numbers.
const PAIRED: usize = 12;
/// Among more numbers than that, the products of the strongest only.
const STRONGEST: usize = 8;

/// One function: a product of at most two polynomials, each of a number (by its place among those looked at) and with a degree.
pub type Term = Vec<(usize, usize)>;

/// Normal scores of a number's values by their ranks; equal values share their mean rank. `None` if all are equal.
pub fn scores(values: &[f64]) -> Option<Vec<f64>> {
    let n = values.len();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    if n == 0 || values[order[0]] == values[order[n - 1]] {
        return None;
    }
    let mut scores = vec![0.0; n];
    let mut first = 0;
    while first < n {
        let same = |place: &usize| values[*place] == values[order[first]];
        let last = first + order[first..].iter().take_while(|place| same(place)).count();
        let rank = (first + last) as f64 / 2.0;
        for place in &order[first..last] {
            scores[*place] = normal::quantile(rank / n as f64);
        }
        first = last;
    }
    Some(scores)
}

/// The value at score `z` among sorted `values`: what has that rank, between neighbours in proportion.
pub fn value_at(sorted: &[f64], z: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = (normal::cdf(z) * sorted.len() as f64 - 0.5).clamp(0.0, last as f64);
    let below = place.floor() as usize;
    let above = (below + 1).min(last);
    sorted[below] + (sorted[above] - sorted[below]) * (place - below as f64)
}

/// The terms for so many numbers, of which `strongest` lists places from the one that moves the benefit most.
pub fn terms(numbers: usize, strongest: &[usize]) -> Vec<Term> {
    let degree = DEGREES.iter().find(|(most, _)| numbers <= *most).map_or(1, |(_, degree)| *degree);
    let mut terms: Vec<Term> =
        (0..numbers).flat_map(|at| (1..=degree).map(move |degree| vec![(at, degree)])).collect();
    let mut paired: Vec<usize> = match numbers <= PAIRED {
        true => (0..numbers).collect(),
        false => strongest.iter().copied().take(STRONGEST).collect(),
    };
    paired.sort_unstable();
    let crossed: &[(usize, usize)] =
        if numbers <= DEGREES[0].0 { &[(1, 1), (1, 2), (2, 1)] } else { &[(1, 1)] };
    for (i, a) in paired.iter().enumerate() {
        for b in &paired[i + 1..] {
            terms.extend(crossed.iter().map(|(first, second)| vec![(*a, *first), (*b, *second)]));
        }
    }
    terms
}

/// The total degree of a term.
pub fn degree(term: &Term) -> usize {
    term.iter().map(|(_, degree)| degree).sum()
}

/// A term at given scores.
pub fn at(term: &Term, scores: impl Fn(usize) -> f64) -> f64 {
    term.iter().map(|(number, degree)| hermite(*degree, scores(*number))).product()
}

/// The Hermite polynomial of a degree up to 4, of variance 1 under the standard normal law.
fn hermite(degree: usize, z: f64) -> f64 {
    match degree {
        0 => 1.0,
        1 => z,
        2 => (z * z - 1.0) / std::f64::consts::SQRT_2,
        3 => (z * z - 3.0) * z / libm::sqrt(6.0),
        _ => ((z * z - 6.0) * z * z + 3.0) / libm::sqrt(24.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polynomials_are_orthonormal() {
        let scores: Vec<f64> = scores(&(0..4001).map(f64::from).collect::<Vec<_>>()).unwrap();
        for a in 0..=4 {
            for b in 0..=a {
                let products = scores.iter().map(|z| hermite(a, *z) * hermite(b, *z));
                let mean = products.sum::<f64>() / scores.len() as f64;
                // 4,001 ranks end at 3.7, and what lies beyond is felt by high degrees.
                let allowed = match a + b {
                    ..5 => 0.01,
                    5..7 => 0.05,
                    _ => 0.15,
                };
                assert!((mean - f64::from(u8::from(a == b))).abs() < allowed, "{a} {b}: {mean}");
            }
        }
    }

    #[test]
    fn scores_follow_ranks_and_values_come_back() {
        assert_eq!(scores(&[2.0, 2.0]), None);
        let values = [5.0, -1.0, 100.0, 5.0, 7.0];
        let found = scores(&values).unwrap();
        assert!(found[1] < found[0] && found[0] == found[3] && found[3] < found[4] && found[4] < found[2]);
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        assert_eq!(value_at(&sorted, found[4]), 7.0);
        assert_eq!((value_at(&sorted, -9.0), value_at(&sorted, 9.0)), (-1.0, 100.0));
    }

    #[test]
    fn many_numbers_have_fewer_terms_each() {
        assert_eq!(terms(1, &[0]).len(), 4);
        assert_eq!(terms(2, &[0, 1]).len(), 8 + 3);
        assert_eq!(terms(6, &[]).len(), 18 + 15);
        let many: Vec<usize> = (0..40).rev().collect();
        assert_eq!(terms(40, &many).len(), 80 + 28);
    }
}
