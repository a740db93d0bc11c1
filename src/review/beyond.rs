//! What helps beyond the package: the addition that would lift the verdict, and what it costs other goals to take an action alone.

use super::advice::Advice;
use super::content::Shown;
use super::desk::Samples;
use super::ground::SURE;
use super::interval::Interval;
use super::lab::{Broken, Lab, Played};
use super::proposal::Proposal;
use super::reached;
use super::robustness::money_goal;
use super::side_runs;
use crate::decide::paired::Rows;
use crate::design::{Design, Edit, edited};
use crate::summary::{Probability, Scalar};

/// Most actions whose effect on the goals is looked at, the best first.
const LOOKED_AT: usize = 4;

/// Actions that help and are not in the package.
#[derive(Debug, Default)]
pub struct Beyond {
    /// The best addition, and the chance of the financial goal with it; `None` where the proposal needs none.
    pub addition: Option<(Vec<Edit>, Probability)>,
    /// The best addition where it brings no less without the proposal, and its present value by itself: the proposal lends it nothing.
    pub alone: Option<(Vec<Edit>, Interval)>,
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
        proposal: &Proposal,
        (lab, main, samples): (&Lab, &Played, &Samples),
    ) -> Result<Self, Broken> {
        let (text, design) = (proposal.text, proposal.design);
        let mut beyond = Self::default();
        let helping: Vec<&[Edit]> = advice.helping().filter(|edits| !advice.holds(edits)).collect();
        for edits in helping.iter().take(LOOKED_AT) {
            let Ok((_, changed)) = edited(text, edits) else { continue };
            if suffers(design, &proposal.screened, &lab.glance(&changed, &samples.screen)?) {
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
            beyond.alone = by_itself((text, design), edits, &rows, (lab, samples))?;
            if beyond.alone.is_none() {
                beyond.addition = Some((edits.to_vec(), reached::chance(&rows, &changed.goals, goal)));
            }
        }
        Ok(beyond)
    }
}

/// An addition without the proposal, where it makes money by itself and not clearly less than `with` the proposal.
fn by_itself(
    (text, design): (&str, &Design),
    addition: &[Edit],
    with: &Rows,
    (lab, samples): (&Lab, &Samples),
) -> Result<Option<(Vec<Edit>, Interval)>, Broken> {
    let Some(emptied) = side_runs::emptied((text, design)) else { return Ok(None) };
    let Ok((_, alone)) = edited(text, &[&emptied, addition].concat()) else { return Ok(None) };
    let alone = lab.glance(&alone, &samples.confirm)?.column(0, Scalar::Npv);
    let no_less = alone.less(&with.column(0, Scalar::Npv)).high >= 0.0;
    let worth = Interval::of_sample(alone.at_real_size().into_iter()).filter(|worth| worth.value > 0.0);
    Ok(worth.filter(|_| no_less).map(|worth| (addition.to_vec(), worth)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::Unwatched;

    /// Points that cost more than they bring, or next to nothing.
    fn shop(cost_share: f64) -> String {
        format!(
            "title = 'x'\ncurrency = 'EUR'\nstart = '2026-01'\nhorizon_months = 36
[business]\ncustomers = 1000\nnew_customers_per_month = 20\nacquisition_cost = 10\ngross_margin = 0.4\nannual_retention = 0.8
[[segment]]\nname = 'a'\nshare = 1\npurchases_per_year = 12\nbasket = 30
[program]\nlaunch = '2026-01'\nsetup_cost = 100\ncost_per_month = 10
[[program.points]]\nearn = 0.2\ncost_share = {cost_share}\n"
        )
    }

    /// What earns the money by itself is not put down to a program that loses some of it; what a good program adds to is not advised without it.
    #[test]
    fn an_addition_that_earns_alone_is_not_the_programs() {
        let lines =
            "cost_per_month = 1\nlifts_proper_contacts_to = 0.9\nfades_half_life_months = 0\n".to_owned();
        let addition = [Edit::Append("program.staff_training", lines)];
        let size = crate::review::lab::LabSize { trials: 0..6, customers: 400 };
        let samples = Samples { screen: size.clone(), confirm: size };
        let lab = Lab { seed: 3, watch: &Unwatched };
        let alone = |cost_share: f64| {
            let text = shop(cost_share);
            let design = Design::parse(&text).unwrap();
            let with = edited(&text, &addition).unwrap().1;
            let with = lab.glance(&with, &samples.confirm).unwrap();
            by_itself((&text, &design), &addition, &with, (&lab, &samples)).unwrap()
        };
        let (dear, cheap) = (alone(1.0), alone(0.01));
        assert!(dear.is_some_and(|(edits, worth)| edits == addition && worth.value > 0.0));
        assert_eq!(cheap, None);
    }
}
