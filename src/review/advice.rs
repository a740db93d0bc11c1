//! Preventive actions put to the test: screened on few trials, confirmed on others.

use super::desk::{Desk, Samples, Tested};
use super::lab::{Broken, Lab, Played};
use super::package::{Package, Search};
use super::proposal::Proposal;
use super::rules::Action;
use crate::decide::paired::Difference;
use crate::design::Edit;
use crate::summary::Scalar;

/// Most actions that are confirmed on the larger sample.
const MOST_CONFIRMED: usize = 8;

/// Share of the present value and of the cost of the program below which nobody notices a gain.
const NOTICED: f64 = 0.01;

/// All actions put to the test. An action is what it changes: whatever rule proposes the same edits proposes the same action.
#[derive(Debug, Default)]
pub struct Advice {
    tested: Vec<(Vec<Edit>, Tested)>,
    /// The best small package; `None` where nothing helps.
    pub package: Option<Package>,
    /// What the best package gains, where nobody would notice it: no design is recommended for that.
    pub slight: Option<Difference>,
    /// What the present value gains if today's program is left as it is, where no change of the proposal does better.
    pub undone: Option<Difference>,
}

impl Advice {
    /// Tests all `actions` that change the design and looks for the best package.
    ///
    /// # Errors
    /// If the review is stopped.
    pub fn seek(
        proposal: &Proposal,
        actions: &[Action],
        (lab, main, samples): (&Lab, &Played, &Samples),
    ) -> Result<Self, Broken> {
        let (design, base) = (proposal.design, proposal.screened.column(0, Scalar::Npv));
        let desk = Desk { proposal, lab, samples, base, confirmed: main.column(Scalar::Npv) };
        let mut screened = desk.screen(actions)?;
        screened.sort_by(|a, b| b.1.effect.mean.total_cmp(&a.1.effect.mean));
        let mut advice = Self::default();
        match Search::new(&desk, &screened).best()? {
            Some(best) if best.undoes(design) => advice.undone = Some(best.gain_undone(&desk.confirmed)),
            Some(best) if is_slight(&best.effect, main) => advice.slight = Some(best.effect),
            best => advice.package = best,
        }
        let promising = |(rank, (action, tested)): (usize, &(Action, Tested))| {
            tested.effect.mean > 0.0 && (rank < MOST_CONFIRMED || advice.holds(&action.edits))
        };
        let promising: Vec<bool> = screened.iter().enumerate().map(promising).collect();
        let edits = screened.iter().zip(&promising).filter(|(_, promising)| **promising);
        let edits: Vec<&[Edit]> = edits.map(|((action, _), _)| action.edits.as_slice()).collect();
        let mut confirmed = desk.confirm(&edits)?.into_iter();
        for ((action, tested), promising) in screened.into_iter().zip(promising) {
            let again = if promising { confirmed.next().flatten() } else { None };
            advice.tested.push((action.edits, again.unwrap_or(tested)));
        }
        Ok(advice)
    }

    /// What an action did, if it was played.
    pub fn of(&self, edits: &[Edit]) -> Option<&Tested> {
        self.tested.iter().find(|(known, _)| known == edits).map(|(_, tested)| tested)
    }

    /// Whether all that an action changes is in the package, by itself or within a larger action.
    pub fn holds(&self, edits: &[Edit]) -> bool {
        self.package.as_ref().is_some_and(|package| !edits.is_empty() && package.makes(edits))
    }

    /// All actions played, those that gained most in the screening first.
    pub fn all(&self) -> impl Iterator<Item = (&[Edit], &Tested)> {
        self.tested.iter().map(|(edits, tested)| (edits.as_slice(), tested))
    }

    /// How many different actions were played.
    pub fn count(&self) -> usize {
        self.tested.len()
    }
}

/// Whether a gain is lost in what the program brings and in what it costs.
fn is_slight(gain: &Difference, main: &Played) -> bool {
    let [npv, cost] = [Scalar::Npv, Scalar::ProgramCost].map(|scalar| {
        let all = main.simulated(scalar);
        all.iter().sum::<f64>() / all.len() as f64
    });
    unnoticed(gain.mean, [npv, cost])
}

fn unnoticed(gain: f64, sizes: [f64; 2]) -> bool {
    sizes.into_iter().all(|size| gain < NOTICED * size.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A gain is noticed where it is a hundredth of the present value, or of the cost.
    #[test]
    fn a_gain_is_noticed_by_its_size() {
        assert!(unnoticed(9.9, [-1_000.0, 2_000.0]));
        assert!(!unnoticed(10.0, [1_000.0, 2_000.0]));
        assert!(!unnoticed(9.9, [500.0, 2_000.0]) && !unnoticed(9.9, [2_000.0, 500.0]));
        assert!(!unnoticed(1.0, [f64::NAN, 2_000.0]));
    }
}
