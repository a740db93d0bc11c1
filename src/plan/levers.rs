//! The levers of one month in one segment and world: all that the monthly step knows of the program.

use super::broken_promise::BrokenPromise;
use super::card_terms::CardTerms;
use super::points_terms::PointsTerms;
use super::volume_terms::VolumeTerms;
use super::win_back_terms::WinBackTerms;
use crate::design::{MAX_BRANCHES, MAX_LADDER_STEPS};

/// Levels of status: no tier, and up to eight tiers.
pub const LEVELS: usize = 9;

/// What a membership has to offer, as a share of spend, to lift purchases in full.
const WORTHWHILE: f64 = 0.01;

/// A discount that rises at thresholds of a count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ladder {
    /// Thresholds, rising; infinite where there is no step.
    pub from: [f32; MAX_LADDER_STEPS],
    /// What each step adds to the discount.
    pub adds: [f32; MAX_LADDER_STEPS],
}

impl Ladder {
    /// No discount at all.
    pub const NONE: Self = Self { from: [f32::INFINITY; MAX_LADDER_STEPS], adds: [0.0; MAX_LADDER_STEPS] };
}

/// Terms of each status level; level 0 is a member without a tier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Levels {
    /// What is needed in a year for the level; infinite where there is none.
    pub spend: [f32; LEVELS],
    /// Money spent since joining with which the level is never lost; infinite where it always can be.
    pub lifetime: [f32; LEVELS],
    /// What counts toward the first: of money spent, of purchases, of points issued; one of them is 1.
    pub counts: [f32; 3],
    /// Whether those who no longer qualify fall by one level only.
    pub soft: bool,
    /// Discount of the level.
    pub discount: [f32; LEVELS],
    /// Points earned as a multiple of the base rate.
    pub earn: [f32; LEVELS],
    /// Monthly pull of recognition on affective loyalty.
    pub recognition: [f32; LEVELS],
    /// How high the level stands above none, in full steps: a step that hardly distinguishes is a small one.
    pub standing: [f32; LEVELS],
    /// Money per member of the level and month.
    pub cost: [f32; LEVELS],
}

impl Levels {
    /// No tiers.
    pub const NONE: Self = Self {
        spend: {
            let mut spend = [f32::INFINITY; LEVELS];
            spend[0] = 0.0;
            spend
        },
        lifetime: [f32::INFINITY; LEVELS],
        counts: [1.0, 0.0, 0.0],
        soft: false,
        discount: [0.0; LEVELS],
        earn: [1.0; LEVELS],
        recognition: [0.0; LEVELS],
        standing: [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0],
        cost: [0.0; LEVELS],
    };
}

/// The term of a status level; written out because the compiler does not vectorise around an inner loop.
#[inline(always)]
pub fn of_level(terms: [f32; LEVELS], level: f32) -> f32 {
    let [none, t1, t2, t3, t4, t5, t6, t7, t8] = terms;
    let term = if level >= 1.0 { t1 } else { none };
    let term = if level >= 2.0 { t2 } else { term };
    let term = if level >= 3.0 { t3 } else { term };
    let term = if level >= 4.0 { t4 } else { term };
    let term = if level >= 5.0 { t5 } else { term };
    let term = if level >= 6.0 { t6 } else { term };
    let term = if level >= 7.0 { t7 } else { term };
    if level >= 8.0 { t8 } else { term }
}

/// The level that a count reaches, of rising thresholds; written out for the same reason.
#[inline(always)]
pub fn reached(thresholds: [f32; LEVELS], count: f32) -> f32 {
    let [_, t1, t2, t3, t4, t5, t6, t7, t8] = thresholds;
    let step = |threshold: f32| if count >= threshold { 1.0 } else { 0.0 };
    step(t1) + step(t2) + step(t3) + step(t4) + step(t5) + step(t6) + step(t7) + step(t8)
}

/// Which customers are answered fast, and what it does to their answers when asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answered {
    /// Where the group begins on the circle of customers, 0..1.
    pub from: f32,
    /// Share of the customers.
    pub share: f32,
    /// Lift in standard deviations of the answer.
    pub lift: f32,
}

impl Answered {
    /// Nobody is answered faster than promised.
    pub const NOBODY: Self = Self { from: 0.0, share: 0.0, lift: 0.0 };
}

/// What those are offered who say that they are going.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RetentionTerms {
    /// Share of those about to leave who say so first.
    pub calls: f32,
    /// Discount offered.
    pub discount: f32,
    /// For so many months.
    pub months: f32,
    /// Share of those who accept who will ask again.
    pub learn: f32,
}

impl RetentionTerms {
    /// They are let go.
    pub const NOTHING: Self = Self { calls: 0.0, discount: 0.0, months: 0.0, learn: 0.0 };
}

/// What members have when another program takes the place of theirs, at the beginning of the month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Handover {
    /// New points for each point.
    pub points_rate: f32,
    /// Money that a point costs where all are paid out; negative where they are not.
    pub paid_at: f32,
    /// The level that each level becomes.
    pub levels: [f32; LEVELS],
    /// Whether members have to join anew.
    pub join_anew: bool,
    /// Affective loyalty that those lose whose points are taken: the share taken by the conversion, and all where they would not join anew.
    pub anger: [BrokenPromise; 2],
    /// How high each level stood.
    pub standing: [f32; LEVELS],
}

/// What the program does in one month to customers of one segment. The neutral value of every lever is that of [`Levers::NONE`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Levers {
    /// Whether there is a program to be a member of.
    pub program: bool,
    /// First month after the program has stopped: points are paid out, members are released, status is lost.
    pub stopped: bool,
    /// Whether points left at the stop are void instead of paid out.
    pub points_lapse: bool,
    /// Points are devalued or void this month.
    pub broken_promise: BrokenPromise,
    /// What becomes of what members have, in the month in which another program takes the place of theirs.
    pub handover: Option<Handover>,
    /// Points issued before so many months ago are void from this month on; 0 voids none.
    pub void_before: usize,
    /// Discount open to every customer.
    pub sale: f32,
    /// Of it, what customers know to pass and do not take for granted.
    pub sale_passes: f32,
    /// Mean of that discount over the last twelve months: what a newcomer takes for granted.
    pub usual_sale: f32,
    /// Messages per member, all elements together.
    pub messages: f32,
    /// Discount open to every member.
    pub member_sale: f32,
    /// Of it, what passes.
    pub member_sale_passes: f32,
    /// Discount of an offer used by some.
    pub offer: f32,
    /// Of it, what passes.
    pub offer_passes: f32,
    /// Share of those eligible who notice and use the offer.
    pub offer_take_up: f32,
    /// Whether the offer is for members only.
    pub offer_members: bool,
    /// Whether discounts add up instead of the best one counting.
    pub discounts_add: bool,
    /// Ladder by purchases since joining.
    pub by_purchases: Ladder,
    /// Ladder by money spent since joining.
    pub by_spend: Ladder,
    /// Whether a ladder is in force.
    pub ladder: bool,
    /// Status levels.
    pub levels: Levels,
    /// Whether status levels are in force.
    pub tiers: bool,
    /// Whether this month closes a qualification year.
    pub review: bool,
    /// Whether members below their level are demoted this month.
    pub demotion: bool,
    /// Points scheme.
    pub points: PointsTerms,
    /// Volume bonus.
    pub volume: VolumeTerms,
    /// Whether points are earned or can still be redeemed.
    pub has_points: bool,
    /// Share of customers who would ever join.
    pub willing: f32,
    /// Chance that a willing customer joins at a visit.
    pub joins_per_visit: f32,
    /// Purchases needed before one may join.
    pub entry_purchases: f32,
    /// Months of tenure needed before one may join.
    pub entry_tenure: f32,
    /// How far membership itself lifts purchases, 0..1: whether there is something to be a member of.
    pub membership_lift: f32,
    /// Lift of receptive members' rate by messages.
    pub message_lift: f32,
    /// Log hazard of drift that over-mailing adds for members.
    pub message_burden: f32,
    /// Share of the customers who are no members that get messages, too.
    pub messages_to_others: f32,
    /// Share of contacts handled to standard.
    pub proper_contacts: f32,
    /// What each branch adds to that share; zeros where there are no branches.
    pub branches: [f32; MAX_BRANCHES],
    /// Whether there are branches.
    pub has_branches: bool,
    /// Customers whose answers are lifted by fast response.
    pub answered: Answered,
    /// How much treatment differs from contact to contact, 0..1.
    pub unevenness: f32,
    /// −ln(1 − failure chance) per purchase.
    pub failure: f32,
    /// −ln(1 − delight chance) per purchase.
    pub delight: f32,
    /// Share of failures recovered fast.
    pub recovered_fast: f32,
    /// Share of failures recovered slowly.
    pub recovered_slowly: f32,
    /// Money per recovery.
    pub cost_per_recovery: f32,
    /// Newcomers drawn by the program, as a share of those who come without it.
    pub attraction: f32,
    /// Share of the demands for special terms that are granted.
    pub granted: f32,
    /// Discount given to those who demand it.
    pub terms: f32,
    /// Offer to those who say that they are going.
    pub retention: RetentionTerms,
    /// Offer to those who have left.
    pub win_back: WinBackTerms,
    /// Gift cards.
    pub cards: CardTerms,
    /// Friends brought per promoting member and month.
    pub invitations: f32,
    /// Money per friend brought, both sides.
    pub cost_per_friend: f32,
    /// Money per member and month.
    pub cost_per_member: f32,
    /// Money per month for messages to a customer who is no member.
    pub cost_of_messages: f32,
    /// Strength of open rivals; 1 is one rival with our prices and our service.
    pub rivals: f32,
    /// Share of the month's purchases that are made at new rivals out of curiosity.
    pub exploration: f32,
    /// Share of the month's purchases lost because the staff do not care to sell.
    pub unserved: f32,
}

impl Levers {
    /// A month without any program and without any service: the neutral value of every lever.
    pub const NONE: Self = Self {
        program: false,
        stopped: false,
        points_lapse: false,
        broken_promise: BrokenPromise::NONE,
        handover: None,
        void_before: 0,
        sale: 0.0,
        sale_passes: 0.0,
        usual_sale: 0.0,
        messages: 0.0,
        member_sale: 0.0,
        member_sale_passes: 0.0,
        offer: 0.0,
        offer_passes: 0.0,
        offer_take_up: 0.0,
        offer_members: false,
        discounts_add: false,
        by_purchases: Ladder::NONE,
        by_spend: Ladder::NONE,
        ladder: false,
        levels: Levels::NONE,
        tiers: false,
        review: false,
        demotion: false,
        points: PointsTerms::NONE,
        volume: VolumeTerms::NONE,
        has_points: false,
        willing: 0.0,
        joins_per_visit: 0.0,
        entry_purchases: 0.0,
        entry_tenure: 0.0,
        membership_lift: 0.0,
        message_lift: 0.0,
        message_burden: 0.0,
        messages_to_others: 0.0,
        cost_of_messages: 0.0,
        proper_contacts: 0.0,
        branches: [0.0; MAX_BRANCHES],
        has_branches: false,
        answered: Answered::NOBODY,
        unevenness: 0.0,
        failure: 0.0,
        delight: 0.0,
        recovered_fast: 0.0,
        recovered_slowly: 0.0,
        cost_per_recovery: 0.0,
        attraction: 0.0,
        granted: 0.0,
        terms: 0.0,
        retention: RetentionTerms::NOTHING,
        win_back: WinBackTerms::NOTHING,
        cards: CardTerms::NONE,
        invitations: 0.0,
        cost_per_friend: 0.0,
        cost_per_member: 0.0,
        rivals: 0.0,
        exploration: 0.0,
        unserved: 0.0,
    };

    /// Membership offers `worth` as a share of spend: from a hundredth on it lifts purchases in full.
    pub fn promise(&mut self, worth: f64) {
        self.membership_lift = self.membership_lift.max((worth / WORTHWHILE).min(1.0) as f32);
    }

    /// Points are about to lose value: members with enough of them redeem them at least with this chance.
    pub fn hurry(&mut self, chance: f32) {
        if self.has_points {
            self.points.redeem_chance = self.points.redeem_chance.max(chance);
        }
    }

    /// What the program is worth this month to somebody who has just joined, as a share of spend: points, and the best discount
    /// open to them, an offer counted with the chance to notice it.
    pub fn worth(&self) -> f32 {
        let first = |ladder: &Ladder| if ladder.adds[0].is_finite() { ladder.adds[0] } else { 0.0 };
        let plain = [
            self.sale,
            self.member_sale,
            self.offer * self.offer_take_up,
            first(&self.by_purchases),
            first(&self.by_spend),
        ];
        self.points.reward_rate + plain.into_iter().fold(0.0, f32::max)
    }

    /// The same where only what is taken for granted is given of sales and offers.
    pub fn as_usual(&self) -> Self {
        Self {
            sale: self.sale - self.sale_passes,
            member_sale: self.member_sale - self.member_sale_passes,
            offer: self.offer - self.offer_passes,
            ..*self
        }
    }

    /// Whether a sale or an offer of this month is known to pass.
    pub fn is_passing(&self) -> bool {
        self.sale_passes + self.member_sale_passes + self.offer_passes > 0.0
    }

    /// Whether some discount may be given this month.
    pub fn any_discount(&self) -> bool {
        self.ladder
            || self.tiers
            || self.sale > 0.0
            || self.member_sale > 0.0
            || self.offer > 0.0
            || self.granted * self.terms > 0.0
    }
}
