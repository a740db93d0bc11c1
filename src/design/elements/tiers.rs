//! `[[program.tiers]]`: status levels by yearly spend.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::checks::{required_steps, rising, unique_name};
use crate::design::read::context::Context;
use crate::design::read::limits;
use crate::design::read::table::Reader;

/// Status levels by yearly spend.
#[derive(Debug, Clone)]
pub struct Tiers {
    /// Tiers with rising thresholds, at most 3.
    pub tiers: Vec<Tier>,
    /// Months of grace before a demotion.
    pub grace_months: NumberId,
}

impl Kind for Tiers {
    const FACTS: KindFacts = KindFacts {
        key: "tiers",
        reach: Reach::Account,
        gives: Gives::Attention,
        discount: Discount::Earned,
        rests: false,
        twice: Twice::Refused,
        easily_copied: false,
        serves: &[Phase::Growth],
        books: &[Book::Discounts, Book::Running],
    };

    fn discounts(&self) -> Vec<NumberId> {
        self.tiers.iter().map(|tier| tier.discount).collect()
    }
}

impl Tiers {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        let mut names = Vec::new();
        let mut tiers = Vec::new();
        for mut step in required_steps(ctx, table, limits::TIERS) {
            let name = step.text(ctx, "name");
            unique_name(ctx, "thing-tier", &mut names, &name, step.span_of("name"));
            tiers.push(Tier {
                name,
                spend_per_year: step.number(ctx, "spend_per_year"),
                discount: step.number(ctx, "discount"),
                earn_multiple: step.number(ctx, "earn_multiple"),
                recognition: step.number(ctx, "recognition"),
                cost_per_member_per_year: step.number(ctx, "cost_per_member_per_year"),
            });
            step.finish(ctx);
        }
        rising(ctx, tiers.iter().map(|tier| tier.spend_per_year));
        Self { tiers, grace_months: table.number(ctx, "grace_months") }
    }
}

/// One tier above the entry level.
#[derive(Debug, Clone)]
pub struct Tier {
    /// Its name.
    pub name: String,
    /// Spend in twelve months needed to reach and keep it.
    pub spend_per_year: NumberId,
    /// Discount of its members.
    pub discount: NumberId,
    /// Points earned, as a multiple of the base rate.
    pub earn_multiple: NumberId,
    /// Recognition: monthly pull on affective loyalty, 0..1.
    pub recognition: NumberId,
    /// Money per member of the tier and year.
    pub cost_per_member_per_year: NumberId,
}
