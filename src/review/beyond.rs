//! What helps beyond the package: the addition that would lift the verdict, and what it costs other goals to take an action alone.

use super::advice::Advice;
use super::content::Shown;
use super::desk::Samples;
use super::ground::SURE;
use super::lab::{Broken, Lab, Played};
use super::reached;
use super::robustness::money_goal;
use crate::decide::paired::Rows;
use crate::design::{Design, Edit, edited};
use crate::summary::Probability;

/// Most actions whose effect on the goals is looked at, the best first.
const LOOKED_AT: usize = 4;

/// Actions that help and are not in the package.
#[derive(Debug, Default)]
pub struct Beyond {
    /// The best addition, and the chance of the financial goal with it; `None` where the proposal needs none.
    pub addition: Option<(Vec<Edit>, Probability)>,
    /// Actions with which another goal is clearly less likely.
    pub at_a_cost: Vec<Vec<Edit>>,
}

impl Beyond {
    /// Looks at what helps by itself and is not in the package.
    ///
    /// # Errors
    /// If the review is stopped.
    pub fn seek(
        advice: &Advice,
        (text, design): (&str, &Design),
        (lab, main, samples): (&Lab, &Played, &Samples),
    ) -> Result<Self, Broken> {
        let mut beyond = Self::default();
        let helping: Vec<&[Edit]> = advice.helping().filter(|edits| !advice.holds(edits)).collect();
        if helping.is_empty() {
            return Ok(beyond);
        }
        let before = lab.glance(design, &samples.screen)?;
        for edits in helping.iter().take(LOOKED_AT) {
            let Ok((_, changed)) = edited(text, edits) else { continue };
            if suffers(design, &before, &lab.glance(&changed, &samples.screen)?) {
                beyond.at_a_cost.push(edits.to_vec());
            }
        }
        let goal = money_goal(design);
        let sure = match goal.and_then(|goal| main.summary.goals.get(goal)) {
            Some(goal) => goal.probability.low.get() >= SURE,
            None => false,
        };
        let adds = |edits: &&&[Edit]| edits.iter().all(|edit| matches!(edit, Edit::Append(..)));
        if let Some(edits) = helping.iter().find(adds).filter(|_| !sure)
            && let Ok((_, changed)) = edited(text, edits)
        {
            let rows = lab.glance(&changed, &samples.confirm)?;
            beyond.addition = Some((edits.to_vec(), reached::chance(&rows, &changed.goals, goal)));
        }
        Ok(beyond)
    }
}

impl Advice {
    /// The edits of actions with a confirmed gain, the best first.
    fn helping(&self) -> impl Iterator<Item = &[Edit]> {
        self.all().filter(|(_, tested)| tested.shown() == Shown::Helps).map(|(edits, _)| edits)
    }
}

/// Whether a goal is clearly less likely after than before, on the same trials.
fn suffers(design: &Design, before: &Rows, after: &Rows) -> bool {
    (0..design.goals.len()).any(|goal| {
        let chance = |rows| reached::chance(rows, &design.goals, Some(goal));
        chance(after).high.get() < chance(before).low.get()
    })
}
