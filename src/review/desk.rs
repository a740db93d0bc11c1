//! Where actions are put to the test: a proposal, the samples, and what it came to on them.

use super::content::Shown;
use super::lab::{Broken, Lab, LabSize};
use super::proposal::Proposal;
use super::rules::Action;
use super::sequential;
use crate::decide::paired::{ByTrial, Difference, Rows};
use crate::design::{Design, Edit, EditFault, edited};
use crate::summary::Scalar;

/// Most actions that are played; rules propose the likeliest first.
const MOST_SCREENED: usize = 60;
/// What an action did in simulation.
#[derive(Debug, Clone, PartialEq)]
pub struct Tested {
    /// Change of the present value against the proposal.
    pub effect: Difference,
    /// Whether it was confirmed on the larger sample.
    pub confirmed: bool,
}

impl Tested {
    /// What it shows: only on trials that did not select an action may its gain be called one. Where nearly all trials say the same, it is
    /// clear however few they are.
    pub fn shown(&self) -> Shown {
        let Difference { low, high, p5, p95, .. } = self.effect;
        match (low > 0.0 || p5 > 0.0, high < 0.0 || p95 < 0.0, self.confirmed) {
            (true, _, true) => Shown::Helps,
            (true, _, false) => Shown::Unconfirmed,
            (false, true, _) => Shown::Harms,
            (false, false, _) if low == 0.0 && high == 0.0 => Shown::Nothing,
            (false, false, _) => Shown::Unclear,
        }
    }
}

/// The samples on which actions are tested: the confirmation is a part of the main run.
#[derive(Debug, Clone)]
pub struct Samples {
    /// For the first look; its trials are not in the main run.
    pub screen: LabSize,
    /// For the confirmation; the first trials of the main run.
    pub confirm: LabSize,
}

/// What is needed to test an action.
pub(super) struct Desk<'a> {
    /// The proposal.
    pub proposal: &'a Proposal<'a>,
    /// Where designs are played.
    pub lab: &'a Lab<'a>,
    /// On which samples.
    pub samples: &'a Samples,
    /// Present value of the proposal on the trials of the screening.
    pub base: ByTrial,
    /// The same on the trials of the main run.
    pub confirmed: ByTrial,
}

impl Desk<'_> {
    /// Plays the actions for a first look, each once.
    ///
    /// # Errors
    /// If the review is stopped.
    pub fn screen(&self, actions: &[Action]) -> Result<Vec<(Action, Tested)>, Broken> {
        let mut chosen: Vec<&Action> = Vec::new();
        let mut designs = Vec::new();
        // a change of what is inherited from today's program would change the baseline, too
        let is_change = |a: &&Action| !a.edits.is_empty() && !a.edits.iter().any(Edit::is_of_today);
        for action in actions.iter().filter(is_change) {
            if chosen.len() == MOST_SCREENED || chosen.iter().any(|other| other.edits == action.edits) {
                continue;
            }
            let Ok((_, changed)) = self.changed(&action.edits) else { continue };
            chosen.push(action);
            designs.push(changed);
        }
        let played = sequential::play(self.lab, &designs, &self.samples.screen, &self.base)?;
        let tested =
            |rows: Rows| Tested { effect: rows.column(0, Scalar::Npv).less(&self.base), confirmed: false };
        Ok(chosen.into_iter().cloned().zip(played.into_iter().map(tested)).collect())
    }

    /// Plays actions on the trials of the main run; `None` where one makes no design.
    ///
    /// # Errors
    /// If the review is stopped.
    pub fn confirm(&self, actions: &[&[Edit]]) -> Result<Vec<Option<Tested>>, Broken> {
        let designs: Vec<Option<Design>> =
            actions.iter().map(|edits| self.changed(edits).ok().map(|(_, design)| design)).collect();
        let made: Vec<Design> = designs.iter().flatten().cloned().collect();
        let played = sequential::play(self.lab, &made, &self.samples.confirm, &self.confirmed)?;
        let mut tested = played.iter().map(|rows| Tested {
            effect: rows.column(0, Scalar::Npv).less(&self.confirmed),
            confirmed: true,
        });
        Ok(designs.iter().map(|design| design.as_ref().and_then(|_| tested.next())).collect())
    }

    /// The proposal with some edits.
    ///
    /// # Errors
    /// If they do not make a design.
    pub fn changed(&self, edits: &[Edit]) -> Result<(String, Design), EditFault> {
        edited(self.proposal.text, edits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Unit;

    /// An interval shown to lie on one side of zero is never called unclear.
    #[test]
    fn what_nearly_all_trials_say_is_clear() {
        // one trial of forty is far off, so that the mean is not known to be below zero
        let values: Vec<f64> = (0..40).map(|trial| if trial == 0 { -1000.0 } else { -1.0 }).collect();
        let effect = Difference::of(Unit::Money, &values, &[0.0; 40]);
        assert!(effect.high > 0.0 && effect.p95 < 0.0, "{effect:?}");
        let tested = |effect: Difference| Tested { effect, confirmed: true }.shown();
        assert_eq!(tested(effect), Shown::Harms);
        let gains: Vec<f64> = values.iter().map(|value| -value).collect();
        assert_eq!(tested(Difference::of(Unit::Money, &gains, &[0.0; 40])), Shown::Helps);
        let open: Vec<f64> = (0..40).map(|trial| f64::from(trial % 2) - 0.5).collect();
        assert_eq!(tested(Difference::of(Unit::Money, &open, &[0.0; 40])), Shown::Unclear);
    }
}
