//! What staff meet at work, month by month, as today and the elements of a program together make it. The staff is played on it.

use crate::units::MonthlyRate;

/// Half-life of skill among those who stay, in months, where a training that never stopped has ended: as the default of
/// `fades_half_life_months`.
const WITHOUT_FOLLOW_UP: f64 = 15.0;

/// Work in a world.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Work {
    /// Conditions of each month.
    pub months: Vec<Conditions>,
    /// Trainings, in the order of the elements.
    pub trainings: Vec<Training>,
}

/// What staff meet in a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Conditions {
    /// Change of pay, as a share of today's.
    pub raise: Option<f64>,
    /// Positive experience without what follows from test visits, 0..1.
    pub experience: f64,
    /// What talking test visits over adds to experience, −1..1.
    pub praise: f64,
    /// Meaning, 0..1.
    pub meaning: f64,
    /// Share of the forgetting that follow-up prevents.
    pub followed_up: f64,
    /// Share of the gap between branches that closes in the month, where test visits show it.
    pub narrows_gap: Option<f64>,
}

/// What a training has given and what is left of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Training {
    /// Segments that its people serve, by index; empty means all.
    pub segments: Vec<usize>,
    /// First month.
    pub from: usize,
    /// First month after it.
    pub until: usize,
    /// Lift of the share of contacts handled to standard.
    pub gain: f64,
    /// Months until those who stay have forgotten half; 0 where the training goes on.
    pub half_life: f64,
    /// Share of the gain that is left.
    pub left: f64,
}

impl Training {
    /// Whether a segment has people who are trained in a month.
    pub fn reaches(&self, segment: usize, month: usize) -> bool {
        month >= self.from && (self.segments.is_empty() || self.segments.contains(&segment))
    }

    /// A month of forgetting among those who stay, and of skill that leaves with those who go. A training that goes on teaches
    /// everybody again, newcomers too.
    pub fn fade(&mut self, month: usize, leaving: MonthlyRate, followed_up: f64) {
        let goes_on = self.half_life == 0.0 && month + 1 < self.until;
        if month < self.from || goes_on {
            return;
        }
        let half_life = if self.half_life > 0.0 { self.half_life } else { WITHOUT_FOLLOW_UP };
        self.left *= libm::exp2(-(1.0 - followed_up) / half_life) * (1.0 - leaving.get());
    }
}
