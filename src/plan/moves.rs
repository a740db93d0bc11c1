//! What makes customers of one category ask, go, or become customers of another.

use super::left::Left;
use super::{causes, losses};
use crate::design::{Category, Design, Driver, Segment, Truth};

/// The categories between which failures take down and good treatment takes up, best first.
const RUNGS: [Category; 4] = [Category::Committed, Category::Faithful, Category::Split, Category::Pragmatist];

/// Causes under which a customer who was refused leaves, the likeliest first.
const REFUSED: [Driver; 6] =
    [Driver::Competition, Driver::Price, Driver::Constant, Driver::Drift, Driver::Staff, Driver::Quality];

/// The largest part of those who leave for a cause that goes because of refused terms.
const MOST_REFUSED: f64 = 0.9;

/// Constants of demands and of movement for one segment and trial. Tables are in the order of [`Category::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moves {
    /// Chance a month that a blackmailer without terms asks for them.
    pub asks: f32,
    /// Chance that one who was refused goes.
    pub leaves: f32,
    /// Place of the cause under which he is booked, see [`super::DRIVEN`].
    pub refused_place: usize,
    /// Place of the cause under which those are booked whom a failure drives away at once.
    pub failed_place: usize,
    /// Customers who become blackmailers for each demand granted, if all were split customers or pragmatists.
    pub precedent: f32,
    /// Chance that an unresolved failure takes a customer of this category one step down.
    pub falls: [f32; 6],
    /// Chance a month that a hostage is freed by a rival of full strength.
    pub freed: f32,
    /// Log odds that he goes on buying here, too, per unit of the share of contacts handled to standard.
    pub memory: f32,
    /// Whether there are such customers in the segment: nobody moves into a category that has share 0.
    pub exists: [bool; 6],
}

impl Moves {
    /// The constants of `segment` under `truth`.
    pub(super) fn new(design: &Design, truth: &Truth, segment: &Segment) -> Self {
        let b = &design.behaviour;
        let at = |id| truth[id] as f32;
        let exists = segment.categories.map(|id| truth[id] > 0.0);
        let mut falls = [0.0; 6];
        for [upper, lower] in steps() {
            falls[upper] = if exists[upper] && exists[lower] { at(b.failure_unsettles) } else { 0.0 };
        }
        let moves = Self {
            asks: at(b.asks_for_terms),
            // a stated β is measured: whoever left is in it, those refused among them
            leaves: if segment.churn_beta.is_some() { 0.0 } else { at(b.leaves_when_refused) },
            refused_place: refused_place(design, truth),
            failed_place: losses::booked(design, truth),
            precedent: at(b.hear_of_terms) * at(b.then_ask),
            falls,
            freed: at(b.freed_by_rival),
            memory: at(b.memory_of_treatment),
            exists,
        };
        moves.within_the_declared(design, truth, segment)
    }

    /// The same with fewer who go because they were refused, where they would be most of those who leave for that cause as declared.
    fn within_the_declared(self, design: &Design, truth: &Truth, segment: &Segment) -> Self {
        let cause = f64::from(causes::shares(design, truth)[self.refused_place]);
        let left = Left::new(truth, segment.staying);
        let most = MOST_REFUSED * cause * left.gone();
        let blackmailers = truth[segment.categories[Category::Blackmailer as usize]];
        let refused = blackmailers * self.refused_within(left.months, truth[design.special_terms.granted]);
        let share = if refused > most { (most / refused) as f32 } else { 1.0 };
        Self { leaves: self.leaves * share, ..self }
    }

    /// Chances per purchase, at mean satisfaction, of going a step up, with which as many go up each step today as come down it:
    /// `failures` is the mean chance a month of a failure nobody puts right, `pleased` the mean of purchases times satisfaction above −1 in months
    /// without a failure.
    pub fn rises(&self, shares: &[f64; 6], failures: f64, pleased: f64) -> [f32; 6] {
        let mut rises = [0.0; 6];
        for [upper, lower] in steps() {
            let up = shares[lower] * pleased;
            let down = f64::from(self.falls[upper]) * failures * shares[upper];
            rises[lower] = if up > 0.0 { (down / up).min(1.0) as f32 } else { 0.0 };
        }
        rises
    }

    /// Share of the blackmailers who leave within so many months because they are refused, where so many of the demands are granted.
    pub fn refused_within(&self, months: usize, granted: f64) -> f64 {
        let monthly = f64::from(self.asks * self.leaves) * (1.0 - granted);
        (1.0 - granted) * (1.0 - (1.0 - monthly).powi(months as i32))
    }
}

/// The next category up or down the rungs; there is none beyond their ends, nor for those who stand on no rung.
pub fn step(category: usize, up: bool) -> Option<usize> {
    let at = RUNGS.iter().position(|rung| *rung as usize == category)?;
    let to = if up { at.checked_sub(1)? } else { at + 1 };
    RUNGS.get(to).map(|rung| *rung as usize)
}

/// The steps between neighbouring rungs: upper and lower category.
fn steps() -> impl Iterator<Item = [usize; 2]> {
    RUNGS.windows(2).map(|pair| [pair[0] as usize, pair[1] as usize])
}

fn refused_place(design: &Design, truth: &Truth) -> usize {
    let has = |driver: &&Driver| design.causes.iter().any(|c| c.driver == **driver && truth[c.share] > 0.0);
    let driver = REFUSED.iter().find(has);
    driver.map_or(causes::UNDRIVEN, |driver| causes::place(*driver))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of two steps that are open, as many go up as come down; a closed step stays closed.
    #[test]
    fn steps_are_in_balance() {
        let moves = Moves { falls: [0.2, 0.2, 0.0, 0.0, 0.0, 0.0], ..Moves::default() };
        let shares = [0.1, 0.3, 0.6, 0.0, 0.0, 0.0];
        let rises = moves.rises(&shares, 0.02, 1.5);
        for [upper, lower] in [[0, 1], [1, 2]] {
            let down = shares[upper] * f64::from(moves.falls[upper]) * 0.02;
            let up = shares[lower] * f64::from(rises[lower]) * 1.5;
            assert!((up - down).abs() < 1e-9, "{up} {down}");
        }
        assert_eq!(rises[Category::Pragmatist as usize], 0.0);
        assert_eq!(moves.rises(&shares, 0.02, 0.0), [0.0; 6]);
    }

    /// Whoever goes up a step comes back down it, and those without steps stay.
    #[test]
    fn steps_lead_back() {
        for category in 0..Category::ALL.len() {
            if let Some(up) = step(category, true) {
                assert_eq!(step(up, false), Some(category));
            }
        }
        assert_eq!(step(Category::Committed as usize, true), None);
        for alone in [Category::Blackmailer, Category::Hostage] {
            assert_eq!([step(alone as usize, true), step(alone as usize, false)], [None, None]);
        }
    }

    #[test]
    fn refusals_add_up_over_the_year() {
        let moves = Moves { asks: 0.05, leaves: 0.15, ..Moves::default() };
        assert!((moves.refused_within(12, 0.0) - 0.0864).abs() < 1e-4);
        assert_eq!(moves.refused_within(12, 1.0), 0.0);
    }
}
