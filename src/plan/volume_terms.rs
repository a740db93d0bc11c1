//! Terms of a volume bonus: what a year's purchases earn, and how customers reckon with it.

use crate::design::MAX_LADDER_STEPS;

/// The volume bonus of a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VolumeTerms {
    /// Whether there is one.
    pub on: bool,
    /// Purchases of a year from which each step holds, rising; infinite where there is no step.
    pub from: [f32; MAX_LADDER_STEPS],
    /// What each step adds to the bonus.
    pub adds: [f32; MAX_LADDER_STEPS],
    /// Whether a step holds for all purchases of the year, or for those beyond it.
    pub retroactive: bool,
    /// Share of purchases that counts.
    pub counts: f32,
    /// Months of the year still to come, this one among them.
    pub months_left: f32,
    /// Whether the year ends with this month.
    pub closes: bool,
    /// Months from the end of the year to the payment.
    pub paid_after: usize,
    /// What a bonus paid later weighs for the one who decides, against a discount.
    pub felt: f32,
    /// How much more customers can buy for a step, as a share of what they usually buy in a year.
    pub stretch: f32,
    /// Share of what is bought for a step that is only bought sooner.
    pub brought_forward: f32,
    /// Share that partners pay.
    pub partners: f64,
    /// Interest a month on what is owed and not yet paid.
    pub interest: f64,
}

impl VolumeTerms {
    /// The longest time from the end of the year to the payment.
    pub const LATEST: usize = 12;

    /// No bonus.
    pub const NONE: Self = Self {
        on: false,
        from: [f32::INFINITY; MAX_LADDER_STEPS],
        adds: [0.0; MAX_LADDER_STEPS],
        retroactive: true,
        counts: 1.0,
        months_left: 0.0,
        closes: false,
        paid_after: 0,
        felt: 0.0,
        stretch: 0.0,
        brought_forward: 0.0,
        partners: 0.0,
        interest: 0.0,
    };

    /// What further purchases earn, as a share of them, at this volume of the year.
    #[inline(always)]
    pub fn rate(&self, volume: f32) -> f32 {
        let mut rate = 0.0;
        for k in 0..MAX_LADDER_STEPS {
            rate += if volume >= self.from[k] { self.adds[k] } else { 0.0 };
        }
        rate
    }

    /// The bonus of a year with this volume, in money.
    #[inline(always)]
    pub fn bonus(&self, volume: f32) -> f32 {
        if self.retroactive {
            return self.rate(volume) * volume;
        }
        let mut bonus = 0.0;
        for k in 0..MAX_LADDER_STEPS {
            bonus += if volume >= self.from[k] { self.adds[k] * (volume - self.from[k]) } else { 0.0 };
        }
        bonus
    }

    /// The next step above this volume; infinite where there is none.
    #[inline(always)]
    pub fn next(&self, volume: f32) -> f32 {
        let mut next = f32::INFINITY;
        for from in self.from {
            next = if from > volume && from < next { from } else { next };
        }
        next
    }

    /// The pull of the next step where it is within reach of a customer who has bought `volume` and usually buys `usual` a month: what is won for each unit of
    /// money more, beyond what further purchases earn anyway; and by how much this month's purchases rise on the way there, of those who give it no thought while it is
    /// far off. Nothing where it is not within reach.
    #[inline(always)]
    pub fn within_reach(&self, volume: f32, usual: f32) -> [f32; 2] {
        let expected = volume + usual * self.months_left;
        let (most, step) = (self.stretch * 12.0 * usual, self.next(expected));
        if most <= 0.0 || step - expected > most {
            return [0.0; 2];
        }
        let target = if self.retroactive { step } else { expected + most };
        let more = target - expected;
        let gain = self.bonus(target) - self.bonus(expected) - self.rate(expected) * more;
        [gain / more, volume / step * more / (usual * self.months_left)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(retroactive: bool) -> VolumeTerms {
        let (mut from, mut adds) = ([f32::INFINITY; MAX_LADDER_STEPS], [0.0; MAX_LADDER_STEPS]);
        (from[0], from[1], adds[0], adds[1]) = (100.0, 200.0, 0.01, 0.02);
        VolumeTerms { on: true, from, adds, retroactive, ..VolumeTerms::NONE }
    }

    /// A retroactive step counts for the whole year, a marginal one for what lies beyond it: by hand.
    #[test]
    fn bonuses_are_those_of_the_agreement() {
        for (volume, retroactive, marginal) in
            [(50.0, 0.0, 0.0), (100.0, 1.0, 0.0), (150.0, 1.5, 0.5), (200.0, 6.0, 1.0), (300.0, 9.0, 4.0)]
        {
            assert!((terms(true).bonus(volume) - retroactive).abs() < 1e-5, "{volume}");
            assert!((terms(false).bonus(volume) - marginal).abs() < 1e-5, "{volume}");
        }
    }

    /// 100 bought by November, and two months of 40 to come: a fifth of a year's 480 is 96, and the step at 200 is 20 away. At 200 the bonus is 6, 4.2 more than at
    /// 180, of which 0.2 would have come at the rate so far: 4 for 20 more, to be bought in two months, half of it thought of so far. A step farther off pulls nobody.
    #[test]
    fn only_a_step_within_reach_pulls() {
        let of = |retroactive, stretch| VolumeTerms { months_left: 2.0, stretch, ..terms(retroactive) };
        let [gain, rise] = of(true, 0.2).within_reach(100.0, 40.0);
        assert!((gain - 0.2).abs() < 1e-5 && (rise - 0.5 * 20.0 / 80.0).abs() < 1e-6, "{gain} {rise}");
        // 96 more end 76 above the step, which add 2 % each
        let [gain, rise] = of(false, 0.2).within_reach(100.0, 40.0);
        assert!(
            (gain - 1.52 / 96.0).abs() < 1e-5 && (rise - 0.5 * 96.0 / 80.0).abs() < 1e-6,
            "{gain} {rise}"
        );
        for (volume, usual, stretch) in
            [(100.0, 40.0, 0.04), (120.0, 40.0, 0.2), (100.0, 0.0, 0.2), (100.0, 40.0, 0.0)]
        {
            assert_eq!(of(true, stretch).within_reach(volume, usual), [0.0; 2], "{volume} {usual} {stretch}");
        }
    }
}
