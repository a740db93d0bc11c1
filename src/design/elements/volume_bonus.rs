//! `[[program.volume_bonus]]`: a bonus by the volume of a year, paid after it has ended.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use super::tiers::TierYear;
use crate::design::numbers::NumberId;
use crate::design::read::checks::{gives_more, required_steps, rising};
use crate::design::read::context::Context;
use crate::design::read::limits;
use crate::design::read::table::Reader;

/// A bonus by the volume of a year, paid after it has ended.
#[derive(Debug, Clone)]
pub struct VolumeBonus {
    /// Whether a step holds for all purchases of the year, or for those beyond it.
    pub retroactive: bool,
    /// The year that is counted.
    pub year: TierYear,
    /// Months from its end to the payment.
    pub paid_after_months: NumberId,
    /// Steps with rising thresholds and bonuses, at most 6.
    pub steps: Vec<VolumeStep>,
    /// What it weighs against a discount at once.
    pub felt: NumberId,
    /// By how much customers can raise their purchases for a step.
    pub stretch: NumberId,
    /// Share of that which is only bought sooner.
    pub brought_forward: NumberId,
}

impl Kind for VolumeBonus {
    const FACTS: KindFacts = KindFacts {
        key: "volume_bonus",
        reach: Reach::Account,
        gives: Gives::Money,
        discount: Discount::Earned,
        rests: false,
        twice: Twice::Refused,
        easily_copied: true,
        serves: &[Phase::Growth],
        books: &[Book::Discounts, Book::Finance, Book::BonusesOwed],
    };

    fn discounts(&self) -> Vec<NumberId> {
        self.steps.iter().map(|step| step.bonus).collect()
    }
}

impl VolumeBonus {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        let retroactive = table.choice(ctx, "kind", KINDS);
        let year = table.choice(ctx, "year", TierYear::WORDS);
        let mut steps = Vec::new();
        for mut step in required_steps(ctx, table, limits::LADDER_STEPS) {
            let (from, bonus) = (step.number(ctx, "spend_per_year"), step.number(ctx, "bonus"));
            steps.push(VolumeStep { from, bonus });
            step.finish(ctx);
        }
        rising(ctx, steps.iter().map(|step| step.from));
        gives_more(ctx, steps.iter().map(|step| step.bonus));
        Self {
            retroactive,
            year,
            paid_after_months: table.number(ctx, "paid_after_months"),
            steps,
            felt: table.number(ctx, "felt"),
            stretch: table.number(ctx, "stretch"),
            brought_forward: table.number(ctx, "brought_forward"),
        }
    }
}

/// Whether a step holds for the whole year.
const KINDS: &[(&str, bool)] = &[("retroactive", true), ("marginal", false)];

/// One step.
#[derive(Debug, Clone)]
pub struct VolumeStep {
    /// Purchases of a year from which it holds.
    pub from: NumberId,
    /// Its bonus, as a share of them.
    pub bonus: NumberId,
}
