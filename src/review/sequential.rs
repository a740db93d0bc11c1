//! Trials until it is clear: a design is played against another until its gain is known, not longer.
//!
//! Looks are taken after a fixed number of trials, whatever the number of threads. A gain is known once it is four Monte Carlo errors from
//! zero: of designs that gain nothing, one in some thousands is taken for better at one of the looks (a 95 % interval at the end takes
//! one in forty).

use super::lab::{Broken, Lab, LabSize};
use crate::decide::paired::{ByTrial, Rows};
use crate::design::Design;
use crate::summary::Scalar;

/// Trials before the first look: enough for the error to be known to an eighth.
const FEWEST: u64 = 40;
/// Trials from one look to the next.
const STEP: u64 = 20;
/// Monte Carlo errors from zero at which a gain is known.
const CLEAR: f64 = 4.0;

/// What each of `designs` came to on the first of the trials of `size`, as many as it takes to tell its present value from
/// `base`, which has all of them.
///
/// # Errors
/// If the review is stopped.
pub fn play(lab: &Lab, designs: &[Design], size: &LabSize, base: &ByTrial) -> Result<Vec<Rows>, Broken> {
    let mut played = vec![Rows::default(); designs.len()];
    let mut open: Vec<usize> = (0..designs.len()).collect();
    let mut next = size.trials.start;
    while !open.is_empty() && next < size.trials.end {
        let step = if next == size.trials.start { FEWEST } else { STEP };
        let look = LabSize { trials: next..(next + step).min(size.trials.end), ..*size };
        let all: Vec<&Design> = open.iter().map(|at| &designs[*at]).collect();
        let rows = lab.glance_at(&all, &look)?;
        for (rows, at) in rows.apart().into_iter().zip(&open) {
            played[*at].append(rows);
        }
        next = look.trials.end;
        open.retain(|at| !is_known(&played[*at], base));
        // what is known needs no more trials
        let left = LabSize { trials: next..size.trials.end, ..*size };
        lab.watch.tick((all.len() - open.len()) as u64 * left.all_ticks());
    }
    Ok(played)
}

/// The same for one design.
///
/// # Errors
/// If the review is stopped.
pub fn play_one(lab: &Lab, design: &Design, size: &LabSize, base: &ByTrial) -> Result<Rows, Broken> {
    let played = play(lab, std::slice::from_ref(design), size, base)?;
    Ok(played.into_iter().next().unwrap_or_default())
}

/// What a design came to on all trials of `size`, of which the first have been played.
///
/// # Errors
/// If the review is stopped.
pub fn complete(lab: &Lab, design: &Design, size: &LabSize, mut played: Rows) -> Result<Rows, Broken> {
    let next = size.trials.start + played.len() as u64;
    if next < size.trials.end {
        let rest = LabSize { trials: next..size.trials.end, ..*size };
        played.append(lab.glance(design, &rest)?);
    }
    Ok(played)
}

/// Whether it is clear on which side of `base` the present values lie.
fn is_known(rows: &Rows, base: &ByTrial) -> bool {
    let gain = rows.column(0, Scalar::Npv).less(base);
    gain.mean.abs() > CLEAR * gain.mc_error
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::Unwatched;
    use crate::design::Draft;

    const TEXT: &str = include_str!("../../scenarios/electronics.toml");

    /// A set-up at twice its cost is a loss in every trial: 40 of them tell. A design against itself under another luck is told by none. What was
    /// played is what a whole play begins with, to the last bit.
    #[test]
    fn what_is_clear_takes_few_trials_and_what_is_not_takes_all() {
        let design = Design::parse(TEXT).unwrap();
        let mut draft = Draft::new(TEXT).unwrap();
        draft.scale("program.setup_cost", 2.0).unwrap();
        let designs = [draft.finish().unwrap().1];
        let lab = Lab { seed: 3, watch: &Unwatched };
        let size = LabSize { trials: 400..470, customers: 200 };
        let rows = |design: &Design, trials| lab.glance(design, &LabSize { trials, ..size }).unwrap();
        let npv = |rows: &Rows| rows.column(0, Scalar::Npv);
        let base = npv(&rows(&design, 400..470));
        let dearer = play_one(&lab, &designs[0], &size, &base).unwrap();
        assert!(dearer.len() == 40 && npv(&dearer).less(&base).high < 0.0);
        let whole = rows(&designs[0], 400..470);
        assert_eq!(npv(&dearer), npv(&whole).first(40));
        assert_eq!(npv(&complete(&lab, &designs[0], &size, dearer).unwrap()), npv(&whole));
        let elsewhere = npv(&rows(&design, 900..970));
        assert_eq!(play_one(&lab, &design, &size, &elsewhere).unwrap().len(), 70);
    }
}
