//! `[[program.cumulative_discount]]`: a discount that grows with purchases or spend.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::checks::{required_steps, rising};
use crate::design::read::context::Context;
use crate::design::read::limits;
use crate::design::read::table::Reader;

/// A discount that grows with purchases or spend.
#[derive(Debug, Clone)]
pub struct CumulativeDiscount {
    /// What the ladder counts.
    pub by: LadderBy,
    /// Steps with rising thresholds, at most 6.
    pub steps: Vec<LadderStep>,
}

impl Kind for CumulativeDiscount {
    const FACTS: KindFacts = KindFacts {
        key: "cumulative_discount",
        reach: Reach::Account,
        gives: Gives::Money,
        discount: Discount::Lasting,
        rests: false,
        twice: Twice::Refused,
        easily_copied: true,
        serves: &[Phase::Growth],
        books: &[Book::Discounts],
    };

    fn discounts(&self) -> Vec<NumberId> {
        self.steps.iter().map(|step| step.discount).collect()
    }

    fn account(&self) -> usize {
        self.by as usize
    }
}

impl CumulativeDiscount {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        let by = table.choice(ctx, "by", LadderBy::WORDS);
        let mut steps = Vec::new();
        for mut step in required_steps(ctx, table, limits::LADDER_STEPS) {
            steps.push(LadderStep { from: step.number(ctx, "from"), discount: step.number(ctx, "discount") });
            step.finish(ctx);
        }
        rising(ctx, steps.iter().map(|step| step.from));
        Self { by, steps }
    }
}

/// What a ladder counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LadderBy {
    /// Purchases since joining.
    Purchases,
    /// Money spent since joining.
    Spend,
}

impl LadderBy {
    /// The words of `program.cumulative_discount[].by`.
    pub(in crate::design) const WORDS: &[(&str, Self)] =
        &[("purchases", Self::Purchases), ("spend", Self::Spend)];
}

/// One step of a ladder.
#[derive(Debug, Clone)]
pub struct LadderStep {
    /// Purchases or spend from which the step holds.
    pub from: NumberId,
    /// Its discount.
    pub discount: NumberId,
}
