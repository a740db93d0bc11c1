//! What the benefit of each decision is expected to be, given some of the numbers: ridge regression on the trials, fitted again and
//! again on halves of them so that no trial both picks a decision and judges it.
//!
//! The trials fall into [`GROUPS`] groups. Sums of products are kept by group, so a fit without a group, or on half of the groups, is a
//! sum of small matrices and one small equation.

use super::basis::{self, Term};
use nalgebra::{DMatrix, DVector};

/// Groups of trials: leaving out one at a time gives the error (jackknife), taking half of them the split.
pub const GROUPS: usize = 20;
/// Ways of taking half of the groups. They are balanced (McCarthy 1969): rows of the Hadamard matrix of order 20 (Paley 1933).
pub const SPLITS: usize = 10;
/// The squares modulo 19, of which those rows are made.
const SQUARES: [usize; 9] = [1, 4, 5, 6, 7, 9, 11, 16, 17];
/// Weights of the penalty tried, as a part of the number of trials: on straight lines, and on all that is bent or joint.
const PENALTIES: ([f64; 4], [f64; 6]) = ([0.0005, 0.01, 0.1, 1.0], [0.0005, 0.01, 0.1, 1.0, 10.0, 100.0]);

/// What deciding with some numbers known gains over deciding without, told in two ways.
///
/// Let *v* be the variance of the fitted benefit that chance makes. A fit on all trials that judges the decision it picked itself
/// flatters it by about *v f*/2, *f* being how dense the trials lie where the decision flips. A half that picks while the other half
/// judges does not flatter, but errs more often, because a half has variance 2*v*: it falls short by about *v f*. Two parts of the one and
/// one of the other cancel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gain {
    /// One half of the trials picks, the other judges: at most 0 in the mean where the numbers do not matter.
    pub fresh: f64,
    /// All trials pick and judge: never below 0.
    pub own: f64,
}

impl Gain {
    /// Without the bias of either, to first order.
    pub fn balanced(self) -> f64 {
        (2.0 * self.own + self.fresh) / 3.0
    }
}

/// What was found about some numbers: fits on all trials and on every half, with and without each group.
#[derive(Debug, Clone)]
pub struct Fits {
    terms: Vec<Term>,
    design: DMatrix<f64>,
    /// On all trials: a column for each contrast.
    whole: DMatrix<f64>,
    /// By what is left out (nothing, then each group): columns by split, half and contrast, then all trials by contrast.
    halves: Vec<DMatrix<f64>>,
    contrasts: usize,
}

/// Sums of products of one group of trials.
struct Sums {
    trials: f64,
    gram: DMatrix<f64>,
    moments: DMatrix<f64>,
    squares: DVector<f64>,
}

impl Fits {
    /// Regresses `contrasts` (a column each, by trial) on the numbers whose `scores` are given.
    pub fn new(scores: &[&[f64]], contrasts: &DMatrix<f64>) -> Self {
        let terms = basis::terms(scores.len(), &strongest(scores, contrasts));
        let design = DMatrix::from_fn(contrasts.nrows(), terms.len() + 1, |trial, column| match column {
            0 => 1.0,
            _ => basis::at(&terms[column - 1], |number| scores[number][trial]),
        });
        let sums: Vec<Sums> = (0..GROUPS).map(|group| sums(&design, contrasts, group)).collect();
        let penalties = penalties(&terms, &sums, contrasts.ncols());
        let whole = fit(&sums, |_| true, &penalties);
        let halves =
            (0..=GROUPS).map(|left_out| halves(&sums, left_out.checked_sub(1), &penalties)).collect();
        Self { terms, design, whole, halves, contrasts: contrasts.ncols() }
    }

    /// The terms, without the constant.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The contrasts expected at given scores of the numbers, from all trials.
    pub fn expected(&self, scores: &[f64]) -> Vec<f64> {
        let terms = self.terms.iter().map(|term| basis::at(term, |number| scores[number]));
        let row: Vec<f64> = std::iter::once(1.0).chain(terms).collect();
        (0..self.contrasts)
            .map(|c| row.iter().zip(self.whole.column(c).iter()).map(|(x, b)| x * b).sum())
            .collect()
    }

    /// What is gained by deciding with the numbers known instead of without, when each term is shrunk by its factor in `kept` (1 where
    /// the numbers are known exactly): first from all trials, then without each group in turn.
    pub fn gains(&self, kept: &[f64]) -> Vec<Gain> {
        self.halves
            .iter()
            .enumerate()
            .map(|(left_out, half)| self.gain(half, left_out.checked_sub(1), kept))
            .collect()
    }

    fn gain(&self, coefficients: &DMatrix<f64>, left_out: Option<usize>, kept: &[f64]) -> Gain {
        let mut shrunk = coefficients.clone();
        for (mut row, kept) in shrunk.row_iter_mut().skip(1).zip(kept) {
            row *= *kept;
        }
        let fitted = &self.design * shrunk;
        let pick = |trial: usize, first: usize| picked(&fitted, trial, first, self.contrasts);
        let column = |half: usize| half * self.contrasts;
        let (mut fresh, mut own, mut trials) = (0.0, 0.0, 0.0);
        for trial in (0..fitted.nrows()).filter(|trial| left_out != Some(trial % GROUPS)) {
            for half in 0..2 * SPLITS {
                let (picks, judges) = (column(half), column(half ^ 1));
                fresh += pick(trial, picks).map_or(0.0, |contrast| fitted[(trial, judges + contrast)]);
            }
            let whole = column(2 * SPLITS);
            own += pick(trial, whole).map_or(0.0, |contrast| fitted[(trial, whole + contrast)]);
            trials += 1.0;
        }
        Gain { fresh: fresh / (trials * 2.0 * SPLITS as f64), own: own / trials }
    }
}

/// The contrast with the highest value above 0, of those that begin at `first`.
fn picked(fitted: &DMatrix<f64>, trial: usize, first: usize, contrasts: usize) -> Option<usize> {
    let values = (0..contrasts).map(|contrast| (contrast, fitted[(trial, first + contrast)]));
    values.filter(|(_, value)| *value > 0.0).max_by(|a, b| a.1.total_cmp(&b.1)).map(|(contrast, _)| contrast)
}

/// Places of the numbers, from the one most correlated with any contrast.
fn strongest(scores: &[&[f64]], contrasts: &DMatrix<f64>) -> Vec<usize> {
    let strength = |scores: &[f64]| {
        let correlation = |column: nalgebra::DVectorView<f64>| {
            let mean = column.mean();
            let (mut product, mut square) = (0.0, 0.0);
            for (z, y) in scores.iter().zip(column.iter()) {
                product += z * (y - mean);
                square += (y - mean) * (y - mean);
            }
            if square > 0.0 { product * product / square } else { 0.0 }
        };
        contrasts.column_iter().map(correlation).fold(0.0, f64::max)
    };
    let mut order: Vec<(usize, f64)> = scores.iter().map(|s| strength(s)).enumerate().collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    order.into_iter().map(|(place, _)| place).collect()
}

fn sums(design: &DMatrix<f64>, contrasts: &DMatrix<f64>, group: usize) -> Sums {
    let rows: Vec<usize> = (group..design.nrows()).step_by(GROUPS).collect();
    let (x, y) = (design.select_rows(&rows), contrasts.select_rows(&rows));
    Sums {
        trials: rows.len() as f64,
        gram: x.tr_mul(&x),
        moments: x.tr_mul(&y),
        squares: DVector::from_fn(y.ncols(), |c, _| y.column(c).norm_squared()),
    }
}

/// The weight of the penalty on each coefficient (rows) of each contrast (columns), chosen by how well groups are predicted that
/// took no part in the fit. Within what is bent a degree is penalised by its square: smooth unless the trials say otherwise.
fn penalties(terms: &[Term], sums: &[Sums], contrasts: usize) -> DMatrix<f64> {
    let size = terms.len() + 1;
    let weight =
        |(straight, bent): (f64, f64), row: usize| match row.checked_sub(1).map(|t| basis::degree(&terms[t]))
        {
            None => 0.0,
            Some(1) => straight,
            Some(degree) => bent * (degree * degree) as f64 / 4.0,
        };
    let (straight, bent) = PENALTIES;
    let mut best = vec![(f64::INFINITY, (straight[0], bent[0])); contrasts];
    for penalty in straight.into_iter().flat_map(|one| bent.map(|other| (one, other))) {
        let weights = DMatrix::from_fn(size, contrasts, |row, _| weight(penalty, row));
        let mut wrong = vec![0.0; contrasts];
        for fold in 0..GROUPS / 2 {
            let coefficients = fit(sums, |group| group / 2 != fold, &weights);
            for held in &sums[2 * fold..2 * fold + 2] {
                for (contrast, wrong) in wrong.iter_mut().enumerate() {
                    *wrong += squared_error(held, &coefficients, contrast);
                }
            }
        }
        for (best, wrong) in best.iter_mut().zip(wrong).filter(|(best, wrong)| *wrong < best.0) {
            *best = (wrong, penalty);
        }
    }
    DMatrix::from_fn(size, contrasts, |row, contrast| weight(best[contrast].1, row))
}

fn squared_error(held: &Sums, coefficients: &DMatrix<f64>, contrast: usize) -> f64 {
    let b = coefficients.column(contrast);
    held.squares[contrast] - 2.0 * b.dot(&held.moments.column(contrast)) + b.dot(&(&held.gram * b))
}

/// The coefficients (a column for each contrast) from the groups for which `takes` holds.
fn fit(sums: &[Sums], takes: impl Fn(usize) -> bool, penalties: &DMatrix<f64>) -> DMatrix<f64> {
    let mut taken = sums.iter().enumerate().filter(|(group, _)| takes(*group)).map(|(_, sums)| sums);
    let size = penalties.nrows();
    let (mut gram, mut moments, mut trials) =
        (DMatrix::zeros(size, size), DMatrix::zeros(size, penalties.ncols()), 0.0);
    taken.by_ref().for_each(|sums| {
        gram += &sums.gram;
        moments += &sums.moments;
        trials += sums.trials;
    });
    let mut coefficients = DMatrix::zeros(size, penalties.ncols());
    for contrast in 0..penalties.ncols() {
        let mut matrix = gram.clone();
        for row in 0..size {
            matrix[(row, row)] += trials * penalties[(row, contrast)];
        }
        // Without a solution, which takes terms that are the same and no penalty, nothing is known and the mean stays.
        let solved = matrix.cholesky().map(|c| c.solve(&moments.column(contrast)));
        let mean = moments[(0, contrast)] / trials.max(1.0);
        let fallback = || DVector::from_fn(size, |row, _| if row == 0 { mean } else { 0.0 });
        coefficients.set_column(contrast, &solved.unwrap_or_else(fallback));
    }
    coefficients
}

/// The coefficients of every half and of the whole, without one group.
fn halves(sums: &[Sums], left_out: Option<usize>, penalties: &DMatrix<f64>) -> DMatrix<f64> {
    let contrasts = penalties.ncols();
    let mut all = DMatrix::zeros(penalties.nrows(), (2 * SPLITS + 1) * contrasts);
    for split in 0..SPLITS {
        for half in 0..2 {
            let takes = |group: usize| left_out != Some(group) && is_first(split, group) == (half == 0);
            let at = (2 * split + half) * contrasts;
            all.columns_mut(at, contrasts).copy_from(&fit(sums, takes, penalties));
        }
    }
    let whole = fit(sums, |group| left_out != Some(group), penalties);
    all.columns_mut(2 * SPLITS * contrasts, contrasts).copy_from(&whole);
    all
}

/// Whether a group is in the first half of a split.
fn is_first(split: usize, group: usize) -> bool {
    group == GROUPS - 1 || SQUARES.contains(&((group + 19 - split) % 19))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_balanced() {
        for split in 0..SPLITS {
            assert_eq!((0..GROUPS).filter(|group| is_first(split, *group)).count(), GROUPS / 2);
            for other in 0..split {
                let same = (0..GROUPS).filter(|g| is_first(split, *g) == is_first(other, *g)).count();
                assert_eq!(same, GROUPS / 2);
            }
        }
    }

    #[test]
    fn a_polynomial_without_noise_is_found_again() {
        let z = basis::scores(&(0..400).map(|i| f64::from(i * 181 % 400)).collect::<Vec<_>>()).unwrap();
        let truth = |z: f64| 3.0 - 2.0 * z + 0.5 * z * z;
        let contrasts = DMatrix::from_fn(400, 1, |trial, _| truth(z[trial]));
        let fits = Fits::new(&[&z], &contrasts);
        for at in [-1.5, 0.0, 2.0] {
            // the least penalty takes a thousandth of degree 1 and four of degree 2
            assert!((fits.expected(&[at])[0] - truth(at)).abs() < 0.02, "{at}: {:?}", fits.expected(&[at]));
        }
        let gains = fits.gains(&vec![1.0; fits.terms().len()]);
        let exact = z.iter().map(|z| truth(*z).max(0.0)).sum::<f64>() / 400.0;
        assert!((gains[0].balanced() - exact).abs() < 0.02 && gains.len() == GROUPS + 1, "{gains:?} {exact}");
    }
}
