//! How many new customers a world attracts.

use super::cast::Calibrated;
use super::sums::Sums;
use crate::design::Category;
use crate::plan::Levers;
use crate::random::{math, splitmix64};

/// Where fewer than this share of the customers are promoters, their talk is measured against so many: one more of them is no flood of
/// newcomers.
const FEW_PROMOTERS: f64 = 0.05;

/// Newcomers of a month: expected numbers, or whole ones after rounding.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Arrivals {
    expected: f64,
    invited: f64,
    /// Newcomers by marketing and word of mouth.
    pub own: usize,
    /// Newcomers brought by the referral element.
    pub referred: usize,
}

impl Arrivals {
    /// `base · rate · [(1 − ω) + ω · word of mouth]`, where word of mouth is 1 in the baseline on average: promoters less
    /// detractors, weighted, against the declared ones, times the number who can talk, and more where more of them are committed
    /// than in the baseline. All of it is linear in the customers of a block, so that its mean does not depend on how many they are.
    /// `before` holds last month's sums of this world and of the baseline; `friends` come with a gift card in hand.
    pub fn expected(
        segment: &Calibrated,
        levers: &Levers,
        base: usize,
        friends: f64,
        before: Option<(&Sums, &Sums)>,
    ) -> Self {
        let (r, usual) = (&segment.declared.response, &segment.intercepts.scale);
        let mut talk = 1.0;
        let mut invited = base as f64 * segment.intercepts.invited;
        if let Some((here, baseline)) = before {
            if here.start > 0.0 && baseline.start > 0.0 && usual.promoters > 0.0 {
                let more = here.promoters / here.start - f64::from(usual.promoters);
                let worse = here.detractors / here.start - f64::from(usual.detractors);
                let promoters = f64::from(usual.promoters).max(FEW_PROMOTERS);
                let change = (more - f64::from(r.detractor_weight) * worse) / promoters;
                let committed = segment.declared.categories[Category::Committed as usize];
                let more = here.committed / here.start - baseline.committed / baseline.start;
                let recommend = if committed > 0.0 { f64::from(r.advocates) * more / committed } else { 0.0 };
                talk = (1.0 + change) * (1.0 + recommend) * here.start / baseline.start;
            }
            invited = here.promoting_members * f64::from(levers.invitations);
        }
        let share = f64::from(r.word_of_mouth);
        Self {
            expected: base as f64
                * segment.intercepts.arrivals
                * (1.0 - share + share * talk).max(0.0)
                * (1.0 + f64::from(levers.attraction))
                + friends,
            invited,
            own: 0,
            referred: 0,
        }
    }

    /// Whole people: rounded up with the probability of the fraction, by the same luck in every world.
    pub fn rounded(mut self, key: u64) -> Self {
        let (u, v) = (splitmix64(key, 0) as u32, splitmix64(key, 1) as u32);
        self.own = (self.expected + f64::from(math::uniform(u))) as usize;
        self.referred = (self.invited + f64::from(math::uniform(v))) as usize;
        self
    }

    /// All of them.
    pub fn total(&self) -> usize {
        self.own + self.referred
    }
}
