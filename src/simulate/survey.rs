//! The survey at the end of the horizon: answers 0 to 10, retention and score by branch, score by touchpoint.
//!
//! It is taken once, so that it costs the months before nothing. Its answers are those that the month has counted as promoters and
//! detractors, looked at more closely.

use super::circumstances::Circumstances;
use super::luck::Luck;
use super::month::{answer, lacks_basics};
use super::nps::{DETRACTOR, PROMOTER, Scale};
use super::scratch::Scratch;
use super::state::State;
use crate::plan::Response;
use crate::population::{People, on_arc};
use crate::random::Column;
use crate::random::{ROWS, widest};

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
    /// Adds those of `met` (1: is asked here), whose answers are given a constant on top.
    fn add(&mut self, given: &Column, met: &Column, adds: f32, n: usize) {
        let mut heads = [0; 3];
        count_asked(given, met, adds, n, &mut heads);
        let [asked, promoters, detractors] = heads.map(f64::from);
        self.asked += asked;
        self.promoters += promoters;
        self.detractors += detractors;
    }

    /// The first factor times itself and the second times `other`.
    fn blend(&mut self, other: &Self, [own, others]: [f64; 2]) {
        self.asked = own * self.asked + others * other.asked;
        self.promoters = own * self.promoters + others * other.promoters;
        self.detractors = own * self.detractors + others * other.detractors;
    }

    /// Net promoter score; NaN if nobody is asked.
    pub fn nps(&self) -> f64 {
        if self.asked > 0.0 { 100.0 * (self.promoters - self.detractors) / self.asked } else { f64::NAN }
    }
}

/// A place where customers can be asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Touchpoint {
    /// Where its customers begin on the circle of customers, 0..1.
    pub from: f32,
    /// Share of the customers who meet it.
    pub share: f32,
    /// What it adds to the answer given there, in standard deviations.
    pub adds: f32,
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

/// The survey of one world and segment, in sample units, or of all segments, scaled to the business.
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

    /// The first factor times itself and the second times `other`.
    pub fn blend(&mut self, other: &Self, factors: [f64; 2]) {
        let [own, others] = factors;
        for (count, theirs) in self.answers.iter_mut().zip(other.answers) {
            *count = own * *count + others * theirs;
        }
        for (branch, theirs) in self.branches.iter_mut().zip(&other.branches) {
            branch.before = own * branch.before + others * theirs.before;
            branch.stayed = own * branch.stayed + others * theirs.stayed;
            branch.asked.blend(&theirs.asked, factors);
        }
        for (asked, theirs) in self.touchpoints.iter_mut().zip(&other.touchpoints) {
            asked.blend(theirs, factors);
        }
    }

    /// Counts the customers of each branch a year before the survey.
    pub fn count(&mut self, people: &People, state: &State, n: usize) {
        for (place, branch) in self.branches.iter_mut().enumerate() {
            let mut heads = 0;
            count_members(people, &state.alive, (place as u8, f32::INFINITY), n, &mut heads);
            branch.before += f64::from(heads);
        }
    }

    /// Asks everybody who was there at the start of the month; `state` and `scratch` are those of its end.
    pub fn ask(
        &mut self,
        now: &Circumstances,
        (scale, touchpoints): (&Scale, &[Touchpoint]),
        (people, luck, state, scratch): (&People, &Luck, &State, &Scratch),
    ) {
        let n = scratch.len();
        let mut here = state.alive;
        scratch.leavers.iter().for_each(|leaver| here[leaver.row] = 1.0);
        let (mut given, mut scores, mut met) = ([0.0; ROWS], [0; ROWS], [0.0; ROWS]);
        answers(now, scale, people, luck, state, n, &mut given);
        score_all(now.response, state, &given, n, &mut scores);
        let mut heads = [0u32; ANSWERS];
        for row in (0..n).filter(|row| here[*row] > 0.0) {
            heads[usize::from(scores[row]).min(ANSWERS - 1)] += 1;
        }
        for (sum, heads) in self.answers.iter_mut().zip(heads) {
            *sum += f64::from(heads);
        }
        let since = now.month as f32 - 12.0;
        for (place, branch) in self.branches.iter_mut().enumerate() {
            let mut heads = 0;
            count_members(people, &state.alive, (place as u8, since), n, &mut heads);
            branch.stayed += f64::from(heads);
            members(people, &here, place as u8, n, &mut met);
            branch.asked.add(&given, &met, 0.0, n);
        }
        for (asked, touchpoint) in self.touchpoints.iter_mut().zip(touchpoints) {
            passers(people, &here, touchpoint, n, &mut met);
            asked.add(&given, &met, touchpoint.adds, n);
        }
    }
}

widest! {
    /// What everybody would answer.
    fn answers(
        now: &Circumstances,
        scale: &Scale,
        people: &People,
        luck: &Luck,
        state: &State,
        n: usize,
        given: &mut Column,
    ) {
        let (r, scale, answered, contrast) = (*now.response, *scale, now.levers.answered, now.contrast());
        for i in 0..n.min(ROWS) {
            given[i] = answer::<true>((&r, &scale, &answered, contrast), people, luck, state, i);
        }
    }
}

widest! {
    fn score_all(r: &Response, state: &State, given: &Column, n: usize, scores: &mut [u8; ROWS]) {
        let r = *r;
        for i in 0..n.min(ROWS) {
            scores[i] = score(given[i], lacks_basics(&r, state.fault[i]));
        }
    }
}

widest! {
    /// Who of those `here` belongs to a branch: 1.
    fn members(people: &People, here: &Column, branch: u8, n: usize, met: &mut Column) {
        for i in 0..n.min(ROWS) {
            met[i] = if people.branch[i] == branch { here[i] } else { 0.0 };
        }
    }
}

widest! {
    /// Who of those `here` meets a touchpoint: 1.
    fn passers(people: &People, here: &Column, touchpoint: &Touchpoint, n: usize, met: &mut Column) {
        let (from, share) = (touchpoint.from, touchpoint.share);
        for i in 0..n.min(ROWS) {
            met[i] = if on_arc(people.place[i], from, share) { here[i] } else { 0.0 };
        }
    }
}

widest! {
    /// How many of those `here` belong to a branch, customers since a month or longer.
    fn count_members(people: &People, here: &Column, group: (u8, f32), n: usize, heads: &mut u32) {
        let (branch, since) = group;
        let mut all = 0;
        for i in 0..n.min(ROWS) {
            all += u32::from((people.branch[i] == branch) & (people.joined[i] <= since) & (here[i] > 0.0));
        }
        *heads = all;
    }
}

widest! {
    /// Asked, promoters and detractors among those with a 1 in `met`.
    fn count_asked(given: &Column, met: &Column, adds: f32, n: usize, heads: &mut [u32; 3]) {
        let [mut asked, mut promoters, mut detractors] = [0; 3];
        for i in 0..n.min(ROWS) {
            let (is_asked, answer) = (met[i] > 0.0, given[i] + adds);
            asked += u32::from(is_asked);
            promoters += u32::from(is_asked & (answer > PROMOTER));
            detractors += u32::from(is_asked & (answer < DETRACTOR));
        }
        *heads = [asked, promoters, detractors];
    }
}

/// The answer 0–10 behind a latent answer: promoters 9 and 10, passives 7 and 8, detractors 0–6. Where basics are missing a detractor
/// answers 0–2, else 3–6, as far down as he is dissatisfied. The inner cuts are quantiles of a standard normal: 15 % of all answer
/// 10, 30 % 8, and of every hundred 10 are below 6, 5 below 5, 2 below 4.
#[inline(always)]
fn score(answer: f32, lacks_basics: bool) -> u8 {
    const TEN: f32 = 1.036;
    const EIGHT: f32 = -0.385;
    const DEPTHS: [f32; 3] = [-1.282, -1.645, -2.054];
    let promoter = if answer > TEN { 10 } else { 9 };
    let passive = if answer > EIGHT { 8 } else { 7 };
    let [a, b, c] = DEPTHS.map(|cut| u8::from(answer < cut));
    let depth = a + b + c;
    let detractor = if lacks_basics { 2u8.saturating_sub(depth) } else { 6 - depth };
    let below = if answer < DETRACTOR { detractor } else { passive };
    if answer > PROMOTER { promoter } else { below }
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
