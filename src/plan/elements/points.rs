//! Points: earned on purchases, spent on later ones.

use super::{Scope, abuse, partner};
use crate::design::{DAYS_A_MONTH, Devaluation, EarnedOn, Expiry, Points, RedeemedFor};
use crate::plan::broken_promise::BrokenPromise;
use crate::plan::deal::{Deal, Who, Window};
use crate::plan::earning::Earning;
use crate::plan::points_terms::{Given, PointsTerms};
use crate::plan::receipts::Receipts;
use crate::plan::world::WorldPlan;

/// The reward, as a share of spend, at which the goal gradient was measured: one free coffee in ten (Kivetz et al. 2006).
const MEASURED_REWARD: f64 = 0.1;
/// Purchases to the reward at which it was.
const MEASURED_PURCHASES: f64 = 10.0;
/// The most packs that a mean customer earns in a month: four digits below what one customer can, and enough that rounding does not matter.
const USUAL: f64 = 2_000.0;
/// The most packs that are given on joining.
const WELCOME: f64 = 1e7;
/// Months until points usually expire.
const USUAL_EXPIRY: f64 = 12.0;
/// Months ahead that members look at most.
const AHEAD: f64 = 36.0;
/// Who redeems at fewer purchases than this share hardly thinks of his points.
const SELDOM: f64 = 0.05;

pub(super) fn apply(scope: &Scope, points: &Points, world: &mut WorldPlan) {
    let (until, end) = (scope.element.until, scope.end);
    let first = |segment| Usual::of(scope, segment, scope.element.from);
    let mut known: Vec<(Usual, PointsTerms)> = (0..scope.design.segments.len())
        .map(|segment| (first(segment), terms(scope, points, first(segment))))
        .collect();
    scope.each_in(world, |segment, month, lever| {
        let usual = Usual::of(scope, segment, month);
        if known[segment].0 != usual {
            known[segment] = (usual, terms(scope, points, usual));
        }
        let terms = known[segment].1;
        lever.has_points = true;
        lever.promise(terms.reward_rate.into());
        let year_begins = terms.most_in_year.is_finite() && scope.design.month(month).month() == 1;
        lever.points = PointsTerms { year_begins, ..terms };
    });
    for (segment, levers) in world.levers.iter_mut().enumerate() {
        if scope.element.is_for(segment) {
            let last = known[segment].1;
            // after the last month of earning, points can still be spent while the program lives
            let spending = PointsTerms { earn: 0.0, welcome: 0.0, pull: 0.0, reward_rate: 0.0, ..last };
            for lever in levers.iter_mut().take(end).skip(until).filter(|l| !l.has_points) {
                lever.has_points = true;
                lever.points = spending;
            }
            // what is outstanding when the program stops is paid out at these terms
            if let Some(after) = levers.get_mut(end) {
                after.points = spending;
            }
        }
    }
    let earnings: Vec<Earning> = known.iter().map(|(_, terms)| terms.earning).collect();
    raise(scope, &earnings, world);
    abuse::apply(scope, points, world);
    devalue(scope, &points.devaluation, world);
}

/// Members' receipts grow up to the one from which on more is earned.
fn raise(scope: &Scope, earnings: &[Earning], world: &mut WorldPlan) {
    let members = Who { members: true, ..scope.who() };
    scope.give_each(world, |segment, _| {
        let who = Who { receipts: earnings[segment].raised, ..members };
        Deal { raises: who.receipts.pull > 0.0, ..Deal::nothing(who) }
    });
}

/// A usual customer of a segment in a month.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Usual {
    segment: usize,
    /// Points that he brings from partners, as a share of those that his usual spend earns here.
    brought: f64,
}

impl Usual {
    fn of(scope: &Scope, segment: usize, month: usize) -> Self {
        Self { segment, brought: partner::brought(scope, segment, month) }
    }

    /// What he collects, here and at partners, as a share of what he spends here.
    fn collects(&self, scope: &Scope, points: &Points) -> f64 {
        scope.off(points.earn) * (kept(scope, points, self.segment) + self.brought)
    }
}

/// Share of the points that a usual customer's purchases would earn in a year which the terms let him have.
fn kept(scope: &Scope, points: &Points, segment: usize) -> f64 {
    let most = scope.at(points.max_points_per_year);
    let earns = f64::from(earning(scope, points, segment).usual);
    let earned = scope.off(points.earn) * earns * scope.yearly_spend(segment) / scope.at(points.point_value);
    if most > 0.0 && earned > most { most / earned } else { 1.0 }
}

/// From a month on a point buys less, and costs less; those who hold some are angry in proportion. What is earned stays the same
/// number of points.
fn devalue(scope: &Scope, devaluation: &Devaluation, world: &mut WorldPlan) {
    let Some(month) = devaluation.month.filter(|month| *month < scope.end) else { return };
    let by = scope.at(devaluation.by) as f32;
    let behaviour = &scope.design.behaviour;
    let (hurry, anger) = (scope.at(behaviour.run_on_points), scope.at(behaviour.broken_promise));
    let noticeable = scope.at(behaviour.noticeable_discount);
    let known = month.saturating_sub(scope.at(devaluation.notice_months).round() as usize);
    for (segment, levers) in world.levers.iter_mut().enumerate() {
        if !scope.element.is_for(segment) {
            continue;
        }
        let known = known.max(scope.element.from).min(month);
        levers[known..month].iter_mut().for_each(|lever| lever.hurry(hurry as f32));
        let worth = levers[month].points.value;
        for lever in levers[month..].iter_mut().take(scope.end + 1 - month) {
            let points = &mut lever.points;
            points.value *= 1.0 - by;
            points.cost *= 1.0 - by;
            points.reward_rate *= 1.0 - by;
            points.pull *= 1.0 - by;
        }
        levers[month].broken_promise = BrokenPromise::of(anger as f32 * by, worth, noticeable as f32);
    }
}

/// How far points count, and how much a reward draws those who come nearer: of those who collect alone and of those who pool, whose part of a reward is
/// the smaller, in their shares.
fn drawing(scope: &Scope, points: &Points, usual: Usual) -> [f64; 2] {
    let minimum = scope.at(points.minimum_to_redeem);
    let of = |minimum: f64| {
        // without a threshold there is no goal to come nearer to
        let goal = if minimum.ceil() > 1.0 { scope.at(scope.design.behaviour.goal_pull) } else { 0.0 };
        let payable = payable(scope, points, usual, minimum);
        let usable =
            usable(scope, points, usual, minimum) * payable * redeemable(scope, points, usual.segment);
        let reward = (scope.off(points.earn) / MEASURED_REWARD).min(1.0);
        // nobody comes nearer to what is out of reach
        [usable, goal * reward * effort(scope, points, usual, minimum) * usable]
    };
    let share = f64::from(pooled(scope, points).to);
    if share <= 0.0 {
        return of(minimum);
    }
    let (alone, pooled) = (of(minimum), of(minimum / pool_size(scope, points)));
    std::array::from_fn(|k| (1.0 - share) * alone[k] + share * pooled[k])
}

fn pool_size(scope: &Scope, points: &Points) -> f64 {
    scope.at(points.pool_size).round().max(1.0)
}

/// Packs of points that each of those who pool contributes to the least that can be redeemed; infinite where nobody pools.
fn pool_minimum(scope: &Scope, points: &Points) -> f32 {
    let size = pool_size(scope, points);
    if size > 1.0 {
        (scope.at(points.minimum_to_redeem).ceil() / size / pack(scope)).ceil().max(1.0) as f32
    } else {
        f32::INFINITY
    }
}

/// Who pools; nobody where pools are of one.
fn pooled(scope: &Scope, points: &Points) -> Window {
    if pool_size(scope, points) > 1.0 {
        scope.lot(0.0, scope.at(points.pooled_share))
    } else {
        PointsTerms::NONE.pooled
    }
}

/// How much of a goal the first reward is: none where one purchase, with what partners give meanwhile, earns it, all of it from
/// [`MEASURED_PURCHASES`] on, and in between the square of the share: a reward that two purchases earn is hardly a goal.
fn effort(scope: &Scope, points: &Points, usual: Usual, minimum: f64) -> f64 {
    let collects = usual.collects(scope, points);
    let of_a_purchase = scope.receipt(usual.segment) * collects / scope.at(points.point_value);
    let share = (1.0 - of_a_purchase / minimum.max(f64::MIN_POSITIVE)) / (1.0 - 1.0 / MEASURED_PURCHASES);
    let share = share.clamp(0.0, 1.0);
    share * share
}

/// Points that are counted as one: 1, or a power of ten where they are worth so little that a mean customer earns thousands of them in a month. The same
/// for all schemes and segments, as balances go from one scheme to the next.
pub(super) fn pack(scope: &Scope) -> f64 {
    let mut most = 1.0f64;
    for (_, points) in scope.design.programs().flat_map(|program| program.all::<Points>()) {
        let per_money = scope.at(points.earn) / scope.at(points.point_value);
        for segment in 0..scope.design.segments.len() {
            most = most.max(scope.yearly_spend(segment) / 12.0 * per_money / USUAL);
        }
        most = most.max(scope.at(points.welcome_points) / WELCOME);
    }
    libm::pow(10.0, (libm::log10(most) - 1e-9).ceil())
}

/// The scheme's terms as levers.
fn terms(scope: &Scope, points: &Points, usual: Usual) -> PointsTerms {
    let pack = pack(scope);
    let (earn, value) = (scope.off(points.earn), scope.at(points.point_value) * pack);
    let minimum = scope.at(points.minimum_to_redeem).ceil();
    let kept = kept(scope, points, usual.segment);
    let [usable, pull] = drawing(scope, points, usual);
    let earning = earning(scope, points, usual.segment);
    let earns = f64::from(earning.usual) * kept;
    PointsTerms {
        pack: pack as f32,
        earn: (earn / value) as f32,
        value: value as f32,
        cost: (value * scope.at(points.cost_share)) as f32,
        minimum: (minimum / pack).ceil().max(1.0) as f32,
        pool_minimum: pool_minimum(scope, points),
        pooled: pooled(scope, points),
        sold_at: (value * scope.at(points.sold_at)) as f32,
        top_up: if scope.at(points.sold_at) > 0.0 { scope.at(points.top_up_share) as f32 } else { 0.0 },
        redeem_chance: scope.at(points.redeem_chance) as f32,
        expiry_months: scope.at(points.expiry_months).round() as usize,
        by_activity: points.expiry == Expiry::Inactivity,
        delay: delay(scope, points) as f32,
        payable: scope.at(points.max_share_of_receipt) as f32,
        rewards: points.redeemed_for == RedeemedFor::Rewards,
        earning,
        most_in_year: most_in_year(scope, points) as f32,
        kept: kept as f32,
        year_begins: false,
        welcome: (scope.at(points.welcome_points) / pack).round() as f32,
        pull: (pull * kept) as f32,
        reward_rate: (earn * earns * usable) as f32,
        usable: usable as f32,
        elsewhere: 0.0,
        partners: (value * scope.at(points.cost_share) * scope.at(scope.element.partners_pay)) as f32,
        given: given(scope, points, value),
        staff: 0.0,
        stolen: 0.0,
    }
}

/// What members give away, where a point buys `value`; fewer donate where the charity gets less than they would.
fn given(scope: &Scope, points: &Points, value: f64) -> Given {
    let giving = &points.giving;
    let (worth, all) = (scope.at(giving.donation_value), scope.at(giving.donated_share));
    let some = Given {
        donated: (all * worth.min(1.0)) as f32,
        worth: (value * worth) as f32,
        warmth: scope.at(giving.donation_warmth) as f32,
        ..Given::NOTHING
    };
    let some = if some.donated > 0.0 { some } else { Given::NOTHING };
    if !giving.transfers {
        return some;
    }
    let transferred = -libm::expm1(libm::log1p(-scope.at(giving.transferred_share)) / 12.0);
    Given { transferred: transferred as f32, fee: scope.at(giving.transfer_fee) as f32, ..some }
}

/// Packs of points that a customer can earn in a calendar year; infinite where there is no bound.
fn most_in_year(scope: &Scope, points: &Points) -> f64 {
    let most = scope.at(points.max_points_per_year);
    if most > 0.0 { (most / pack(scope)).round().max(1.0) } else { f64::INFINITY }
}

/// How far points count for a usual customer of the segment, 0..1: a reward too far away, that expires before it can be had, or that nobody
/// asks for, is none. Against usual terms: no threshold, and twelve months until points expire.
fn usable(scope: &Scope, points: &Points, usual: Usual, minimum: f64) -> f64 {
    let segment = usual.segment;
    let months = live(scope, points, segment);
    let in_time = in_time(scope, points, segment, months);
    let earned = usual.collects(scope, points) * scope.yearly_spend(segment) / 12.0;
    let needed = minimum * scope.at(points.point_value);
    let wait = if needed > 0.0 { needed / (earned * months) } else { 0.0 };
    let sought = (scope.at(points.redeem_chance) / SELDOM).min(1.0);
    sought * in_time * in_time / (1.0 + wait * wait)
}

/// Months for which a usual customer of a segment can use points, as far as members look ahead.
fn live(scope: &Scope, points: &Points, segment: usize) -> f64 {
    let months = match (scope.at(points.expiry_months).round(), points.expiry) {
        (0.0, _) => AHEAD,
        (months, Expiry::Age) => months.min(AHEAD),
        (months, Expiry::Inactivity) => until_silent(months, monthly_purchases(scope, segment)).min(AHEAD),
    };
    (months - delay(scope, points)).max(0.0)
}

fn monthly_purchases(scope: &Scope, segment: usize) -> f64 {
    scope.at(scope.design.segments[segment].purchases_per_year) / 12.0
}

/// The chance to redeem within so many months, against twelve.
fn in_time(scope: &Scope, points: &Points, segment: usize, months: f64) -> f64 {
    let chance = scope.at(points.redeem_chance) * -libm::expm1(-monthly_purchases(scope, segment));
    let within = |months: f64| 1.0 - libm::pow(1.0 - chance, months);
    let usual = within(USUAL_EXPIRY);
    if usual > 0.0 { (within(months) / usual).min(1.0) } else { 1.0 }
}

/// How much points count that expire after so many months, if these are fewer than those of the others, against the others; 0 is no sooner.
pub(super) fn counts_within(scope: &Scope, points: &Points, segment: usize, expire: f64) -> f64 {
    let all = live(scope, points, segment);
    let [sooner, later] =
        [if expire > 0.0 { expire.min(all) } else { all }, all].map(|m| in_time(scope, points, segment, m));
    if later > 0.0 { (sooner / later) * (sooner / later) } else { 1.0 }
}

/// Months until somebody who buys so often a month has not bought for so many of them in a row: of a run of failures, (q⁻ᴸ − 1)/(1 − q).
pub(in crate::plan) fn until_silent(months: f64, purchases: f64) -> f64 {
    let silent = libm::exp(-purchases).min(1.0 - 1e-9);
    (libm::pow(silent, -months) - 1.0) / (1.0 - silent)
}

/// Months from a purchase until its points may be redeemed.
fn delay(scope: &Scope, points: &Points) -> f64 {
    scope.at(points.active_after_days) / DAYS_A_MONTH
}

/// How much of what members would redeem at a purchase they may, 0..=1: what the terms let points pay, against what has come together since
/// the last time, or is needed for the first.
fn payable(scope: &Scope, points: &Points, usual: Usual, minimum: f64) -> f64 {
    let most = scope.at(points.max_share_of_receipt);
    if most >= 1.0 || points.redeemed_for == RedeemedFor::Rewards {
        return 1.0;
    }
    let together = usual.collects(scope, points) / scope.at(points.redeem_chance).max(1e-3);
    let needed = minimum * scope.at(points.point_value) / scope.receipt(usual.segment);
    let wanted = together.max(needed).min(1.0);
    if wanted > 0.0 { (most / wanted).min(1.0) } else { 1.0 }
}

/// How far points can be spent that are worth more than a purchase: a point is redeemed as a whole, or not at all. The square of the part of it that a
/// usual purchase is, a judgement on how seldom purchases are so much larger; 1 where a purchase is worth a point.
fn redeemable(scope: &Scope, points: &Points, segment: usize) -> f64 {
    if points.redeemed_for == RedeemedFor::Rewards {
        return 1.0;
    }
    let part = (scope.receipt(segment) / scope.at(points.point_value)).min(1.0);
    part * part
}

/// How receipts are raised to the one from which on more is earned, for the points that this gives beyond the usual ones.
fn raised(scope: &Scope, points: &Points, segment: usize, earning: &Earning) -> Receipts {
    // a bill is what it is
    if earning.large == f32::INFINITY || scope.design.segments[segment].contract.is_some() {
        return Receipts::ALL;
    }
    scope.receipts(points.earning.large_receipt, scope.off(points.earn) * (f64::from(earning.multiple) - 1.0))
}

/// What of a purchase earns points, as terms of a month.
fn earning(scope: &Scope, points: &Points, segment: usize) -> Earning {
    let terms = &points.earning;
    let noise = scope.at(scope.design.segments[segment].basket_noise);
    let large = scope.at(terms.large_receipt);
    let multiple = scope.at(terms.large_receipt_multiple);
    let found = Earning {
        money_only: terms.on == EarnedOn::Money,
        large: if large > 0.0 && multiple != 1.0 { large as f32 } else { f32::INFINITY },
        multiple: multiple as f32,
        raised: Receipts::ALL,
        full: scope.at(terms.per_full) as f32,
        noise: libm::log1p(noise * noise).sqrt() as f32,
        usual: 1.0,
    };
    // a world with the same terms is the same world, whatever terms count for nothing
    if found.is_all() {
        return Earning::ALL;
    }
    let found = Earning { raised: raised(scope, points, segment, &found), ..found };
    Earning { usual: found.of_size(scope.receipt(segment) as f32), ..found }
}
