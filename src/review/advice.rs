//! Preventive actions put to the test: screened on few trials, confirmed on others, the best joined to a package.

use super::lab::{Broken, Lab, LabSize, Played};
use super::rules::Action;
use crate::decide::Measure;
use crate::decide::paired::{Difference, Rows};
use crate::design::{Design, Edit, EditFault, Goal, edited};
use crate::summary::{Probability, Scalar, interval, real_size};
use crate::units::Unit;

/// Most actions that are played; rules propose the likeliest first.
const MOST_SCREENED: usize = 60;
/// Most actions that are confirmed on the larger sample.
const MOST_CONFIRMED: usize = 10;
/// Most actions in the package: a board remembers no more.
const MOST_JOINED: usize = 6;

/// What an action did in simulation.
#[derive(Debug, Clone, PartialEq)]
pub struct Tested {
    /// Change of the present value against the proposal.
    pub effect: Difference,
    /// Whether it was confirmed on the larger sample.
    pub confirmed: bool,
}

/// All actions put to the test. An action is what it changes: whatever rule proposes the same edits proposes the same action.
#[derive(Debug, Default)]
pub struct Advice {
    tested: Vec<(Vec<Edit>, Tested)>,
    /// The best small package; `None` where nothing helps.
    pub package: Option<Package>,
}

/// Actions that are better together than the proposal.
#[derive(Debug)]
pub struct Package {
    /// The actions in the order in which they were joined.
    pub actions: Vec<Action>,
    /// The design with all of them: a TOML file that runs.
    pub text: String,
    /// What it came to, on the trials of the confirmation.
    pub rows: Rows,
    /// Change of the present value against the proposal.
    pub effect: Difference,
}

/// The samples on which actions are tested: the confirmation is a part of the main run.
#[derive(Debug, Clone)]
pub struct Samples {
    /// For the first look; its trials are not in the main run.
    pub screen: LabSize,
    /// For the confirmation; the first trials of the main run.
    pub confirm: LabSize,
}

impl Advice {
    /// Tests all `actions` that change the design and looks for the best package.
    ///
    /// # Errors
    /// If the review is stopped.
    pub fn seek(
        text: &str,
        design: &Design,
        actions: &[Action],
        (lab, main, samples): (&Lab, &Played, &Samples),
    ) -> Result<Self, Broken> {
        let base = lab.glance(design, &samples.screen)?.values(0, Scalar::Npv);
        let desk = Desk { text, lab, samples, base, confirmed: main.column(Scalar::Npv) };
        let mut screened = desk.screen(actions)?;
        screened.sort_by(|a, b| b.1.effect.mean.total_cmp(&a.1.effect.mean));
        let package = desk.join(&screened)?;
        let mut advice = Self { package, tested: Vec::new() };
        for (rank, (action, tested)) in screened.into_iter().enumerate() {
            let in_package = advice.holds(&action.edits);
            let promising = tested.effect.mean > 0.0 && (rank < MOST_CONFIRMED || in_package);
            let tested = if promising { desk.confirm(&action.edits)?.unwrap_or(tested) } else { tested };
            advice.tested.push((action.edits, tested));
        }
        Ok(advice)
    }

    /// What an action did, if it was played.
    pub fn of(&self, edits: &[Edit]) -> Option<&Tested> {
        self.tested.iter().find(|(known, _)| known == edits).map(|(_, tested)| tested)
    }

    /// Whether an action is in the package.
    pub fn holds(&self, edits: &[Edit]) -> bool {
        self.package.as_ref().is_some_and(|p| !edits.is_empty() && p.actions.iter().any(|a| a.edits == edits))
    }

    /// How many different actions were played.
    pub fn count(&self) -> usize {
        self.tested.len()
    }
}

impl Tested {
    /// Whether it is better than the proposal beyond the doubt of chance, on trials that did not select it.
    pub fn helps(&self) -> bool {
        self.confirmed && self.effect.low > 0.0
    }
}

impl Package {
    /// Chance that the package brings money (`None`), or reaches a goal.
    pub fn chance(&self, goals: &[Goal], goal: Option<usize>) -> Probability {
        let outcomes = self.rows.of(0);
        let reached = match goal {
            Some(goal) => {
                Measure::Goal(goal).of_outcomes(&outcomes, goals).iter().filter(|r| **r > 0.0).count()
            }
            None => real_size::scalar(&outcomes, Scalar::Npv).iter().filter(|npv| **npv >= 0.0).count(),
        };
        interval::probability(reached as u64, self.rows.len() as u64)
    }
}

/// What is needed to test an action.
struct Desk<'a> {
    text: &'a str,
    lab: &'a Lab<'a>,
    samples: &'a Samples,
    /// Present value of the proposal on the trials of the screening.
    base: Vec<f64>,
    /// The same on the trials of the main run.
    confirmed: Vec<f64>,
}

impl Desk<'_> {
    fn screen(&self, actions: &[Action]) -> Result<Vec<(Action, Tested)>, Broken> {
        let mut screened: Vec<(Action, Tested)> = Vec::new();
        for action in actions.iter().filter(|a| !a.edits.is_empty()) {
            if screened.len() == MOST_SCREENED {
                break;
            }
            if screened.iter().any(|(other, _)| other.edits == action.edits) {
                continue;
            }
            let Ok((_, changed)) = self.changed(&action.edits) else { continue };
            let rows = self.lab.glance(&changed, &self.samples.screen)?;
            let effect = Difference::of(Unit::Money, &rows.values(0, Scalar::Npv), &self.base);
            screened.push((action.clone(), Tested { effect, confirmed: false }));
        }
        Ok(screened)
    }

    /// Joins action to action as long as the whole gains beyond the doubt of chance.
    fn join(&self, screened: &[(Action, Tested)]) -> Result<Option<Package>, Broken> {
        let mut joined: Vec<Action> = Vec::new();
        let mut current = self.base.clone();
        for (action, _) in screened.iter().filter(|(action, tested)| action.joins && tested.effect.low > 0.0)
        {
            let collides = |a: &Action| a.edits.iter().any(|e| action.edits.iter().any(|o| e.collides(o)));
            if joined.len() == MOST_JOINED || joined.iter().any(collides) {
                continue;
            }
            let Ok((_, changed)) = self.changed(&edits_of(&joined, action)) else { continue };
            let values = self.lab.glance(&changed, &self.samples.screen)?.values(0, Scalar::Npv);
            if Difference::of(Unit::Money, &values, &current).low > 0.0 {
                current = values;
                joined.push(action.clone());
            }
        }
        self.package(joined)
    }

    fn package(&self, actions: Vec<Action>) -> Result<Option<Package>, Broken> {
        let edits: Vec<Edit> = actions.iter().flat_map(|action| action.edits.clone()).collect();
        let Some((text, design)) = self.changed(&edits).ok().filter(|_| !actions.is_empty()) else {
            return Ok(None);
        };
        let rows = self.lab.glance(&design, &self.samples.confirm)?;
        let effect = Difference::of(Unit::Money, &rows.values(0, Scalar::Npv), &self.confirmed);
        Ok((effect.low > 0.0).then_some(Package { actions, text, rows, effect }))
    }

    fn confirm(&self, edits: &[Edit]) -> Result<Option<Tested>, Broken> {
        let Ok((_, changed)) = self.changed(edits) else { return Ok(None) };
        let rows = self.lab.glance(&changed, &self.samples.confirm)?;
        let effect = Difference::of(Unit::Money, &rows.values(0, Scalar::Npv), &self.confirmed);
        Ok(Some(Tested { effect, confirmed: true }))
    }

    fn changed(&self, edits: &[Edit]) -> Result<(String, Design), EditFault> {
        edited(self.text, edits)
    }
}

fn edits_of(joined: &[Action], next: &Action) -> Vec<Edit> {
    joined.iter().chain([next]).flat_map(|action| action.edits.clone()).collect()
}
