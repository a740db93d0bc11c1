//! Whether the arms of an experiment were alike before it: what lots make them, but for chance.

use super::adjusted::{independent, standard};
use crate::data::{Assigned, Before};
use nalgebra::{Cholesky, DMatrix, DVector};
use statrs::function::gamma::gamma_ur;

/// How alike the arms were.
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    /// The chance that lots make arms which differ as much, in all columns together (Hansen & Bowers 2008, for several arms).
    pub chance: f64,
    /// Each column by itself.
    pub columns: Vec<Column>,
}

/// A number that was known before.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What it is called.
    pub name: String,
    /// The word that it stands for; nothing where it is a number.
    pub word: Option<String>,
    /// Its mean in each arm.
    pub means: Vec<f64>,
    /// The largest difference between two arms, in standard deviations.
    pub apart: f64,
    /// The chance that lots make them differ as much.
    pub chance: f64,
}

impl Balance {
    /// Of the arms of an experiment; nothing where nothing is known of before.
    pub fn new(assigned: &Assigned) -> Option<Self> {
        let arms = assigned.arms.len();
        let each = |before: &Before| {
            let named = |part: &crate::data::KnownBefore| {
                column((&before.column, part.word.clone()), &part.figures, (&assigned.arm, arms))
            };
            before.parts.iter().filter_map(named).collect::<Vec<_>>()
        };
        let columns: Vec<Column> = assigned.before.iter().flat_map(each).collect();
        let figures: Vec<Vec<f64>> =
            assigned.before.iter().flat_map(|b| b.parts.iter().map(|part| part.figures.clone())).collect();
        let chance = together(&figures, &assigned.arm, arms)?;
        Some(Self { chance, columns })
    }

    /// The column in which the arms differ most.
    pub fn worst(&self) -> Option<&Column> {
        self.columns.iter().min_by(|a, b| a.chance.total_cmp(&b.chance))
    }
}

fn column(
    (name, word): (&str, Option<String>),
    figures: &[f64],
    (arm, arms): (&[usize], usize),
) -> Option<Column> {
    let standardised = standard(&[figures.to_vec()]).pop()?;
    let of = |x: &[f64]| {
        (0..arms).map(|at| mean(x.iter().zip(arm).filter(|(_, arm)| **arm == at).map(|(x, _)| *x))).collect()
    };
    let (means, scores): (Vec<f64>, Vec<f64>) = (of(figures), of(&standardised));
    let most = |start: f64, pick: fn(f64, f64) -> f64| scores.iter().copied().fold(start, pick);
    let apart = most(f64::NEG_INFINITY, f64::max) - most(f64::INFINITY, f64::min);
    let chance = together(&[figures.to_vec()], arm, arms)?;
    Some(Column { name: name.to_owned(), word, means, apart, chance })
}

fn mean(x: impl Iterator<Item = f64>) -> f64 {
    let (sum, n) = x.fold((0.0, 0.0), |(sum, n), x| (sum + x, n + 1.0));
    sum / n
}

/// The chance that arms made by lot differ as much: Σ n (x̄ₐ − x̄)' S⁻¹ (x̄ₐ − x̄) over the arms is χ² with a degree of freedom for each column and each arm but
/// one. Nothing where no column differs between customers.
fn together(columns: &[Vec<f64>], arm: &[usize], arms: usize) -> Option<f64> {
    let n = arm.len();
    let columns = standard(columns);
    let kept = independent(&columns, std::slice::from_ref(&(0..n)));
    if kept.is_empty() {
        return None;
    }
    let columns: Vec<&Vec<f64>> = kept.into_iter().map(|at| &columns[at]).collect();
    let product = |a: usize, b: usize| columns[a].iter().zip(columns[b]).map(|(a, b)| a * b).sum::<f64>();
    let covariance = DMatrix::from_fn(columns.len(), columns.len(), |a, b| product(a, b) / (n as f64 - 1.0));
    let inverse = Cholesky::new(covariance)?.inverse();
    let mut sum = 0.0;
    for at in 0..arms {
        let here = |x: &[f64]| mean(x.iter().zip(arm).filter(|(_, arm)| **arm == at).map(|(x, _)| *x));
        let apart = DVector::from_iterator(columns.len(), columns.iter().map(|x| here(x)));
        let size = arm.iter().filter(|arm| **arm == at).count() as f64;
        sum += size * apart.dot(&(&inverse * &apart));
    }
    let free = (columns.len() * (arms - 1)) as f64;
    Some(gamma_ur(free / 2.0, (sum / 2.0).max(1e-12)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{KnownBefore, Outcome};
    use crate::random::draw::uniform;
    use rand::SeedableRng;
    use rand::rngs::ChaCha8Rng;

    /// 300 customers in three arms; those of the last arm have so much more of a number than the others.
    fn made(seed: u64, more: f64) -> Assigned {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let arm: Vec<usize> = (0..300).map(|k| k % 3).collect();
        let spent: Vec<f64> =
            arm.iter().map(|arm| uniform(&mut rng) + if *arm == 2 { more } else { 0.0 }).collect();
        let town: Vec<f64> = (0..300).map(|_| f64::from(u8::from(uniform(&mut rng) < 0.3))).collect();
        // the third column follows from the first: it adds no degree of freedom
        let twice = spent.iter().map(|x| 2.0 * x + 1.0).collect();
        let part = |word: Option<&str>, figures| KnownBefore { word: word.map(str::to_owned), figures };
        let before = vec![
            Before { column: "spent".into(), parts: vec![part(None, spent)] },
            Before { column: "place".into(), parts: vec![part(Some("town"), town)] },
            Before { column: "twice".into(), parts: vec![part(None, twice)] },
        ];
        let arms = ["none", "a", "b"].map(str::to_owned).to_vec();
        Assigned { arms, arm, outcomes: vec![(Outcome::Bought, vec![0.0; 300])], before }
    }

    /// Of 1,000 experiments made by lot 22 to 78 are called unlike at one in twenty (four errors of a share of 1,000 are 28), and 5 at most at one in a thousand. Arms a quarter of the
    /// range apart, twenty of them, are never taken for lots at one in a thousand.
    #[test]
    fn lots_are_told_from_choice() {
        let chances: Vec<f64> =
            (0..1_000).map(|seed| Balance::new(&made(seed, 0.0)).unwrap().chance).collect();
        let below = |limit: f64| chances.iter().filter(|chance| **chance < limit).count();
        assert!((22..=78).contains(&below(0.05)), "{}", below(0.05));
        assert!(below(0.001) <= 5, "{}", below(0.001));
        for seed in 0..20 {
            let found = Balance::new(&made(seed, 0.25)).unwrap();
            assert!(found.chance < 1e-3, "{found:?}");
            assert_ne!(found.worst().unwrap().name, "place");
        }
    }

    /// Known answer: a share of 0.2, 0.3 and 0.4 among three hundred of each: the usual χ² of a table, times 899/900, is 28.54 with two degrees of freedom.
    #[test]
    fn a_share_is_judged_like_a_table() {
        let arm: Vec<usize> = (0..900).map(|k| k / 300).collect();
        let figures: Vec<f64> =
            (0..900).map(|k| f64::from(u8::from(k % 300 < [60, 90, 120][k / 300]))).collect();
        let found = column(("place", Some("town".into())), &figures, (&arm, 3)).unwrap();
        assert_eq!(found.means, [0.2, 0.3, 0.4]);
        // Σ 300 · (p − 0.3)² / (0.3 · 0.7), and S has 899 in the place of 900
        let chi = 300.0 * 0.02 / 0.21 * 899.0 / 900.0;
        assert!((found.chance / (-chi / 2.0f64).exp() - 1.0).abs() < 1e-9, "{}", found.chance);
        assert!((found.apart - 0.2 / 0.21f64.sqrt()).abs() < 1e-9);
    }
}
