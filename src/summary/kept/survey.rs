//! What is kept of the survey of one trial: answers 0 to 10, branches, touchpoints.

use crate::simulate::{ANSWERS, Asked, BranchResult, Survey, Tally};
use crate::summary::frame::Frame;
use crate::summary::ledger::ratio;

/// Numbers kept for each branch and world: retention and score.
pub const OF_BRANCH: usize = 2;

/// Numbers kept for each trial: for each world the answers, the branches, the touchpoints, and the combined score.
pub fn numbers(frame: &Frame) -> usize {
    frame.worlds() * per_world(frame)
}

/// Numbers kept for each world.
pub fn per_world(frame: &Frame) -> usize {
    let touchpoints = if frame.touchpoints.is_empty() { 0 } else { frame.touchpoints.len() + 1 };
    ANSWERS + OF_BRANCH * frame.branches.len() + touchpoints
}

/// Their names.
pub fn names(frame: &Frame) -> Vec<String> {
    ["baseline", "program"]
        .iter()
        .take(frame.worlds())
        .flat_map(|world| {
            let answers = (0..ANSWERS).map(move |answer| format!("answer.{answer}.{world}"));
            let branches = frame.branches.iter().flat_map(move |name| {
                ["retention", "nps"].map(|what| format!("branch.{name}.{what}_{world}"))
            });
            let combined = (!frame.touchpoints.is_empty()).then(|| format!("touchpoints.nps_{world}"));
            let touchpoints =
                frame.touchpoints.iter().map(move |name| format!("touchpoint.{name}.nps_{world}"));
            answers.chain(branches).chain(touchpoints).chain(combined).collect::<Vec<_>>()
        })
        .collect()
}

/// The numbers of one trial, in the order of the names; NaN where the tally has no survey.
pub fn values(frame: Shape, weights: &[f64], tally: &Tally) -> Vec<f64> {
    let mut values = Vec::new();
    let nobody = || Survey::new(frame.branches, frame.touchpoints);
    for world in 0..frame.worlds {
        let survey = tally.survey(world).unwrap_or_else(nobody);
        let asked: f64 = survey.answers.iter().sum();
        values.extend(survey.answers.iter().map(|count| ratio(*count, asked)));
        for BranchResult { before, stayed, asked } in &survey.branches {
            values.extend([ratio(*stayed, *before), asked.nps()]);
        }
        values.extend(survey.touchpoints.iter().map(Asked::nps));
        if frame.touchpoints > 0 {
            values.push(combined(weights, &survey.touchpoints));
        }
    }
    values
}

/// How many worlds, branches and touchpoints there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    pub worlds: usize,
    pub branches: usize,
    pub touchpoints: usize,
}

/// The scores of the touchpoints, by their weights; touchpoints nobody has met are left out.
fn combined(weights: &[f64], touchpoints: &[Asked]) -> f64 {
    let met = || weights.iter().zip(touchpoints).filter(|(_, t)| t.asked > 0.0);
    ratio(met().map(|(w, t)| w * (t.nps() + 100.0)).sum(), met().map(|(w, _)| w).sum()) - 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores of 40 and 0 at weights 1 and 3; nobody has met the third.
    #[test]
    fn touchpoints_combine_by_their_weights() {
        let asked = |asked, promoters, detractors| Asked { asked, promoters, detractors };
        let touchpoints = [asked(10.0, 5.0, 1.0), asked(4.0, 1.0, 1.0), asked(0.0, 0.0, 0.0)];
        assert!((combined(&[1.0, 3.0, 5.0], &touchpoints) - 10.0).abs() < 1e-9);
        assert!(combined(&[1.0], &touchpoints[2..]).is_nan());
    }

    /// Eleven answers, two numbers of a branch, two touchpoints and both together, also where nobody was asked.
    #[test]
    fn as_many_numbers_as_names() {
        let tally = Tally::new(0, vec![1.0], 1, 1);
        let count =
            |touchpoints| values(Shape { worlds: 1, branches: 1, touchpoints }, &[1.0, 1.0], &tally).len();
        assert_eq!([count(0), count(2)], [13, 16]);
    }
}
