//! `[[program.points]]`: points earned on purchases and spent on later ones.

use super::giving::Giving;
use super::holes::Abuse;
use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::fault::Fault;
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;
use crate::design::saying::Saying;

/// Points earned on purchases and spent on later ones.
#[derive(Debug, Clone)]
pub struct Points {
    /// Share of spend given back in points.
    pub earn: NumberId,
    /// Money a point buys.
    pub point_value: NumberId,
    /// Money a redeemed point costs the company, as a share of its value.
    pub cost_share: NumberId,
    /// Points needed before any can be redeemed.
    pub minimum_to_redeem: NumberId,
    /// Chance that a member with enough points redeems them at a visit.
    pub redeem_chance: NumberId,
    /// Months after which unused points expire; 0 means never.
    pub expiry_months: NumberId,
    /// What makes points expire.
    pub expiry: Expiry,
    /// Days after which points may be redeemed.
    pub active_after_days: NumberId,
    /// Largest share of a purchase that can be paid with points.
    pub max_share_of_receipt: NumberId,
    /// What points are redeemed for.
    pub redeemed_for: RedeemedFor,
    /// What they are earned on.
    pub earning: Earning,
    /// Members who may collect into one account; 1 is none.
    pub pool_size: NumberId,
    /// Share of members who do.
    pub pooled_share: NumberId,
    /// Price at which members can buy points that they lack, as a share of their value; 0 where none are sold.
    pub sold_at: NumberId,
    /// Share of those a little short of a reward who buy what they lack, were it free.
    pub top_up_share: NumberId,
    /// What members may give away.
    pub giving: Giving,
    /// Points that a customer can earn on purchases in a calendar year; 0 is any number.
    pub max_points_per_year: NumberId,
    /// Points given on joining (endowed progress).
    pub welcome_points: NumberId,
    /// What some get for nothing.
    pub abuse: Abuse,
    /// A later loss of value.
    pub devaluation: Devaluation,
}

impl Kind for Points {
    const FACTS: KindFacts = KindFacts {
        key: "points",
        reach: Reach::Account,
        gives: Gives::Money,
        discount: Discount::None,
        rests: false,
        twice: Twice::Refused,
        easily_copied: true,
        serves: &[Phase::Growth],
        books: &[Book::Rewards, Book::Fees, Book::PointsOwed],
    };

    fn later(&mut self, months: usize) {
        self.devaluation.month = self.devaluation.month.map(|month| month + months);
    }
}

impl Points {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        let points = Self {
            earn: table.number(ctx, "earn"),
            point_value: table.number(ctx, "point_value"),
            cost_share: table.number(ctx, "cost_share"),
            minimum_to_redeem: table.number(ctx, "minimum_to_redeem"),
            redeem_chance: table.number(ctx, "redeem_chance"),
            expiry_months: table.number(ctx, "expiry_months"),
            expiry: table.choice(ctx, "expiry", Expiry::WORDS),
            active_after_days: table.number(ctx, "active_after_days"),
            max_share_of_receipt: table.number(ctx, "max_share_of_receipt"),
            redeemed_for: table.choice(ctx, "redeemed_for", RedeemedFor::WORDS),
            earning: Earning {
                on: table.choice(ctx, "earned_on", EarnedOn::WORDS),
                large_receipt: table.number(ctx, "large_receipt"),
                large_receipt_multiple: table.number(ctx, "large_receipt_multiple"),
                per_full: table.number(ctx, "earned_per_full"),
            },
            pool_size: table.number(ctx, "pool_size"),
            pooled_share: table.number(ctx, "pooled_share"),
            sold_at: table.number(ctx, "sold_at"),
            top_up_share: table.number(ctx, "top_up_share"),
            giving: Giving::read(ctx, table),
            max_points_per_year: table.number(ctx, "max_points_per_year"),
            welcome_points: table.number(ctx, "welcome_points"),
            abuse: Abuse::read(ctx, table),
            devaluation: Devaluation {
                month: table.month_index(ctx, "devalued_in"),
                by: table.number(ctx, "devalued_by"),
                notice_months: table.number(ctx, "devaluation_notice_months"),
            },
        };
        points.in_time(ctx, table);
        points.rewards_have_a_price(ctx, table);
        points
    }

    /// Points that expire before they may be redeemed are none.
    fn in_time(&self, ctx: &mut Context, table: &Reader) {
        let ids = [self.active_after_days, self.expiry_months];
        let [days, months] = ids.map(|id| ctx.central(id));
        if ctx.are_sound(&ids) && months > 0.0 && days >= months * DAYS_A_MONTH {
            let reason = Saying::new("reason-never-active").with("days", days).with("months", months);
            let path = table.path_of("active_after_days");
            let fault = Fault::not_here(&path, reason, Saying::new("fix-never-active"));
            ctx.fault(fault, &table.span_of("active_after_days"));
        }
    }

    /// What a reward costs in points is the threshold.
    fn rewards_have_a_price(&self, ctx: &mut Context, table: &Reader) {
        let free = ctx.are_sound(&[self.minimum_to_redeem]) && ctx.central(self.minimum_to_redeem) < 1.0;
        if self.redeemed_for == RedeemedFor::Rewards && free {
            let (reason, remedy) = (Saying::new("reason-reward-price"), Saying::new("fix-reward-price"));
            let path = table.path_of("redeemed_for");
            ctx.fault(Fault::not_here(&path, reason, remedy), &table.span_of("redeemed_for"));
        }
    }
}

/// Days of a mean month.
pub const DAYS_A_MONTH: f64 = 365.25 / 12.0;

/// What makes points expire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiry {
    /// Their age.
    Age,
    /// Their holder's inactivity: every purchase prolongs all of them.
    Inactivity,
}

impl Expiry {
    /// The words in a design file.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("age", Self::Age), ("inactivity", Self::Inactivity)];
}

/// What points are redeemed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedeemedFor {
    /// A part of the price of a purchase.
    Discount,
    /// Rewards that each cost the threshold, whatever is bought.
    Rewards,
}

impl RedeemedFor {
    /// The words in a design file.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("discount", Self::Discount), ("rewards", Self::Rewards)];
}

/// What points are earned on.
#[derive(Debug, Clone)]
pub struct Earning {
    /// Which part of what is paid.
    pub on: EarnedOn,
    /// Receipt from which on more is earned; 0 is none.
    pub large_receipt: NumberId,
    /// Points earned on such a receipt, as a multiple of the base rate.
    pub large_receipt_multiple: NumberId,
    /// Only each full amount of so much of a receipt earns; 0 is every part of it.
    pub per_full: NumberId,
}

/// On which part of what is paid points are earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EarnedOn {
    /// All of it.
    Everything,
    /// What is left after points are redeemed.
    Money,
}

impl EarnedOn {
    /// The words in a design file.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("everything", Self::Everything), ("money", Self::Money)];
}

/// A loss of value of points that members already hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Devaluation {
    /// First month with the lower value, if there is one.
    pub month: Option<usize>,
    /// Share of the value that is lost.
    pub by: NumberId,
    /// Months before in which it is known.
    pub notice_months: NumberId,
}
