//! `[[program.tiers]]`: status levels by what is bought in a year.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::fault::Fault;
use crate::design::numbers::NumberId;
use crate::design::read::checks::{required_steps, rising, unique_name};
use crate::design::read::context::Context;
use crate::design::read::limits;
use crate::design::read::table::Reader;

/// Status levels by what is bought in a year.
#[derive(Debug, Clone)]
pub struct Tiers {
    /// What is counted toward them.
    pub by: TierBy,
    /// The year in which it is counted.
    pub year: TierYear,
    /// Whether those who no longer qualify fall by one tier only.
    pub soft_landing: bool,
    /// Tiers with rising thresholds.
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
        let mut by = None;
        for mut step in required_steps(ctx, table, limits::TIERS) {
            let name = step.text(ctx, "name");
            unique_name(ctx, "thing-tier", &mut names, &name, step.span_of("name"));
            let own = TierBy::of(ctx, &mut step);
            let by = *by.get_or_insert(own);
            tiers.push(Tier {
                name,
                threshold: step.number(ctx, by.key()),
                lifetime_spend: step.number(ctx, "lifetime_spend"),
                discount: step.number(ctx, "discount"),
                earn_multiple: step.number(ctx, "earn_multiple"),
                recognition: step.number(ctx, "recognition"),
                cost_per_member_per_year: step.number(ctx, "cost_per_member_per_year"),
            });
            step.finish(ctx);
        }
        rising(ctx, tiers.iter().map(|tier| tier.threshold));
        let year = table.choice(ctx, "year", TierYear::WORDS);
        let soft_landing = table.choice(ctx, "fall", FALLS);
        let by = by.unwrap_or(TierBy::Spend);
        Self { by, year, soft_landing, tiers, grace_months: table.number(ctx, "grace_months") }
    }
}

/// How far those who no longer qualify fall: to where they belong, or by one tier.
const FALLS: &[(&str, bool)] = &[("to_qualified", false), ("one_tier", true)];

/// What is counted toward tiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TierBy {
    /// Money spent.
    Spend,
    /// Purchases: flights, nights.
    Purchases,
    /// Points issued.
    Points,
}

impl TierBy {
    const ALL: [Self; 3] = [Self::Spend, Self::Purchases, Self::Points];

    /// What a step counts, by the key that it has: one of them.
    fn of(ctx: &mut Context, step: &mut Reader) -> Self {
        let given: Vec<Self> =
            Self::ALL.into_iter().filter(|by| step.own_value(by.key()).is_some()).collect();
        if let [one, other, ..] = given[..] {
            ctx.fault(Fault::both(step.called(), one.key(), other.key()), &step.span_of(other.key()));
        }
        given.first().copied().unwrap_or(Self::Spend)
    }

    /// The key of the threshold.
    fn key(self) -> &'static str {
        match self {
            Self::Spend => "spend_per_year",
            Self::Purchases => "purchases_per_year",
            Self::Points => "points_per_year",
        }
    }
}

/// The year in which it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TierYear {
    /// Twelve months from the first one on.
    SinceStart,
    /// January to December.
    Calendar,
}

impl TierYear {
    /// The words in a design file.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("since_start", Self::SinceStart), ("calendar", Self::Calendar)];
}

/// One tier above the entry level.
#[derive(Debug, Clone)]
pub struct Tier {
    /// Its name.
    pub name: String,
    /// Spend, purchases or points in a year needed to reach and keep it.
    pub threshold: NumberId,
    /// Money spent since joining with which it is never lost; 0 where it can be.
    pub lifetime_spend: NumberId,
    /// Discount of its members.
    pub discount: NumberId,
    /// Points earned, as a multiple of the base rate.
    pub earn_multiple: NumberId,
    /// Recognition: monthly pull on affective loyalty, 0..1.
    pub recognition: NumberId,
    /// Money per member of the tier and year.
    pub cost_per_member_per_year: NumberId,
}
