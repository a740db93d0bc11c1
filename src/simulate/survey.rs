//! The survey at the end of the horizon: answers 0 to 10, retention and score by branch, score by touchpoint.
//!
//! It is taken once, so that it costs the months before nothing. Its answers are those that the month has counted as promoters and
//! detractors, looked at more closely.

use super::luck::Luck;
use super::month::{Circumstances, DETRACTOR, PROMOTER, Scratch, answer, lacks_basics};
use super::state::State;
use crate::plan::TouchpointPlan;
use crate::population::{People, on_arc};

/// Answers from 0 to 10.
pub const ANSWERS: usize = 11;

/// Who is asked, and how many of them promote or warn.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Asked {
    /// Customers asked.
    pub asked: f64,
    /// Those who answer 9 or 10.
    pub promoters: f64,
    /// Those who answer 0 to 6.
    pub detractors: f64,
}

impl Asked {
    fn add(&mut self, answer: f32, weight: f64) {
        self.asked += weight;
        self.promoters += if answer > PROMOTER { weight } else { 0.0 };
        self.detractors += if answer < DETRACTOR { weight } else { 0.0 };
    }

    /// Net promoter score; NaN if nobody is asked.
    pub fn nps(&self) -> f64 {
        if self.asked > 0.0 { 100.0 * (self.promoters - self.detractors) / self.asked } else { f64::NAN }
    }
}

/// A branch at the end of the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BranchResult {
    /// Its customers twelve months before.
    pub before: f64,
    /// Those of them who are still there.
    pub stayed: f64,
    /// What its customers answer.
    pub asked: Asked,
}

/// The survey of one world, scaled to the business.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// Customers who answer 0, 1, … 10.
    pub answers: [f64; ANSWERS],
    /// The branches of the design.
    pub branches: Vec<BranchResult>,
    /// The touchpoints of the design.
    pub touchpoints: Vec<Asked>,
}

impl Survey {
    /// An empty survey.
    pub fn new(branches: usize, touchpoints: usize) -> Self {
        Self {
            answers: [0.0; ANSWERS],
            branches: vec![BranchResult::default(); branches],
            touchpoints: vec![Asked::default(); touchpoints],
        }
    }

    /// Counts the customers of each branch a year before the survey.
    pub fn count(&mut self, people: &People, state: &State, n: usize, weight: f64) {
        if self.branches.is_empty() {
            return;
        }
        for row in (0..n).filter(|row| state.alive[*row] > 0.0) {
            self.branches[usize::from(people.branch[row])].before += weight;
        }
    }

    /// Asks everybody who was there at the start of the month; `state` and `scratch` are those of its end.
    pub fn ask(
        &mut self,
        now: &Circumstances,
        touchpoints: &[TouchpointPlan],
        (people, luck, state, scratch): (&People, &Luck, &State, &Scratch),
        weight: f64,
    ) {
        let since = now.month as f32 - 12.0;
        for row in (0..scratch.len()).filter(|row| state.alive[*row] > 0.0) {
            if let Some(branch) = self.branches.get_mut(usize::from(people.branch[row])) {
                branch.stayed += if people.joined[row] <= since { weight } else { 0.0 };
            }
        }
        let here = (0..scratch.len()).filter(|row| state.alive[*row] > 0.0);
        for row in here.chain(scratch.leavers.iter().map(|leaver| leaver.row)) {
            let given = answer(now.response, &now.levers.answered, people, luck, state, row);
            let basics = lacks_basics(now.response, state.fault[row]);
            self.answers[score(given, basics)] += weight;
            if let Some(branch) = self.branches.get_mut(usize::from(people.branch[row])) {
                branch.asked.add(given, weight);
            }
            for (asked, touchpoint) in self.touchpoints.iter_mut().zip(touchpoints) {
                if on_arc(people.place[row], touchpoint.from, touchpoint.share) {
                    asked.add(given + touchpoint.adds, weight);
                }
            }
        }
    }
}

/// The answer 0–10 behind a latent answer: promoters 9 and 10, passives 7 and 8, detractors 0–6. Where basics are missing a detractor
/// answers 0–2, else 3–6, as far down as he is dissatisfied. The inner cuts are quantiles of a standard normal: 15 % of all answer
/// 10, 30 % 8, and of every hundred 10 are below 6, 5 below 5, 2 below 4.
fn score(answer: f32, lacks_basics: bool) -> usize {
    const TEN: f32 = 1.036;
    const EIGHT: f32 = -0.385;
    const DEPTHS: [f32; 3] = [-1.282, -1.645, -2.054];
    if answer > PROMOTER {
        return if answer > TEN { 10 } else { 9 };
    }
    if answer >= DETRACTOR {
        return if answer > EIGHT { 8 } else { 7 };
    }
    let depth = DEPTHS.iter().filter(|cut| answer < **cut).count();
    if lacks_basics { 2usize.saturating_sub(depth) } else { 6 - depth }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Kano's bands, at and around every cut.
    #[test]
    fn answers_follow_the_bands() {
        let scores = [2.0, 1.0, 0.39, 0.38, -0.38, -0.4, -1.03].map(|a| score(a, false));
        assert_eq!(scores, [10, 9, 9, 8, 8, 7, 7]);
        assert_eq!([-1.04, -1.3, -1.7, -2.1, -9.0].map(|a| score(a, false)), [6, 5, 4, 3, 3]);
        assert_eq!([-1.04, -1.3, -1.7, -2.1, -9.0].map(|a| score(a, true)), [2, 1, 0, 0, 0]);
        assert_eq!(score(PROMOTER, false), 8);
        assert_eq!(score(DETRACTOR, false), 7);
    }
}
