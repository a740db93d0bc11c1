//! What becomes of what members have when another program takes the place of theirs.

use super::broken_promise::BrokenPromise;
use super::deal::{Deal, Who};
use super::levers::{Handover, LEVELS, Ladder, Levers};
use super::world::WorldPlan;
use crate::design::{Design, MAX_LADDER_STEPS, NumberId, PointsThen, Program, Transition, Truth};

/// A change under one truth, in the months of a world that begins `before` the start.
struct Change<'a> {
    truth: &'a Truth,
    terms: &'a Transition,
    /// Its first month.
    launch: usize,
    /// First month in which it is known.
    known: usize,
    /// First month in which points from before it are void.
    void: usize,
    /// Month in which members below their tier are first demoted, if one is named.
    demotes_from: Option<usize>,
    /// Chance with which members with enough points redeem them once they are about to lose.
    hurry: f32,
    /// Affective loyalty that void points cost.
    anger: f32,
    /// Share of spend from which on a loss is felt in full.
    noticeable: f32,
}

/// Writes the change to a proposed program into the levers of its world.
pub(super) fn apply(
    design: &Design,
    truth: &Truth,
    (program, before): (&Program, usize),
    world: &mut WorldPlan,
) {
    let Some(terms) = &program.transition else { return };
    let launch = before + program.launch;
    let behaviour = &design.behaviour;
    let change = Change {
        truth,
        terms,
        launch,
        known: launch.saturating_sub(truth[terms.announced_months].round() as usize),
        void: (before + terms.points_until).max(launch),
        demotes_from: terms.tiers_until.map(|month| before + month),
        hurry: truth[behaviour.run_on_points] as f32,
        anger: truth[behaviour.broken_promise] as f32,
        noticeable: truth[behaviour.noticeable_discount] as f32,
    };
    for (segment, levers) in world.levers.iter_mut().enumerate() {
        if launch == 0 || launch >= levers.len() || !levers[launch - 1].program {
            continue;
        }
        let last = levers[launch - 1];
        change.hand_over(&last, levers);
        change.points(&last, levers);
        change.tiers(levers);
        let kept = change.at(terms.discounts_kept_months).round() as usize;
        for month in launch..(launch + kept).min(levers.len()) {
            let add = levers[month].discounts_add;
            let promised = promised(&last, add, (month - launch + 1) as f32);
            world.deals[segment][month].extend(promised);
        }
    }
}

impl Change<'_> {
    fn at(&self, id: NumberId) -> f64 {
        self.truth[id]
    }

    /// Points of this worth are lost.
    fn broken(&self, anger: f32, worth: f32) -> BrokenPromise {
        BrokenPromise::of(anger, worth, self.noticeable)
    }

    /// What happens at the beginning of the first month. Where nothing does, the month is as if it had always been so.
    fn hand_over(&self, last: &Levers, levers: &mut [Levers]) {
        let mut levels: [f32; LEVELS] = std::array::from_fn(|level| level as f32);
        for (level, becomes) in levels[1..].iter_mut().zip(&self.terms.tiers_as) {
            *level = *becomes as f32;
        }
        let points_rate = match self.terms.points {
            PointsThen::Converted => self.at(self.terms.points_rate) as f32,
            PointsThen::Kept | PointsThen::PaidOut | PointsThen::Void => 1.0,
        };
        let paid_at = if self.terms.points == PointsThen::PaidOut { last.points.cost } else { -1.0 };
        let join_anew = self.terms.join_anew;
        let worth = if last.has_points { last.points.value } else { 0.0 };
        let lost = lost(last, points_rate, &levers[self.launch]);
        let converted = if points_rate == 1.0 { 0.0 } else { self.anger * lost.max(0.0) };
        // void points are held against the company when they are void
        let shut_out = if self.terms.points == PointsThen::Void { 0.0 } else { self.anger };
        let anger = [converted, shut_out].map(|anger| self.broken(anger, worth));
        let standing = last.levels.standing;
        let handover = Handover { points_rate, paid_at, levels, join_anew, anger, standing };
        let stays = levels.iter().enumerate().all(|(level, becomes)| level as f32 == *becomes);
        let nothing = points_rate == 1.0 && paid_at < 0.0 && stays && !join_anew;
        levers[self.launch].handover = (!nothing).then_some(handover);
        if join_anew {
            let share = self.at(self.terms.rejoin_share) as f32;
            levers[self.launch..].iter_mut().for_each(|lever| lever.willing *= share);
        }
    }

    /// Points that lose value or are void: members hurry, and those who hold some are angry.
    fn points(&self, last: &Levers, levers: &mut [Levers]) {
        if !last.has_points {
            return;
        }
        match self.terms.points {
            PointsThen::PaidOut => {}
            PointsThen::Void => {
                let months = levers.len();
                levers[self.known..self.void.min(months)]
                    .iter_mut()
                    .for_each(|lever| lever.hurry(self.hurry));
                if let Some(lever) = levers.get_mut(self.void) {
                    lever.void_before = self.void - self.launch + 1;
                    lever.broken_promise = self.broken(self.anger, last.points.value);
                    self.keep_spendable(last, levers);
                }
            }
            PointsThen::Kept | PointsThen::Converted => {
                let rate = levers[self.launch].handover.map_or(1.0, |handover| handover.points_rate);
                let lost = lost(last, rate, &levers[self.launch]);
                if lost > 1e-6 {
                    levers[self.known..self.launch].iter_mut().for_each(|lever| lever.hurry(self.hurry));
                    // what a conversion takes is felt by those who held points before it
                    let first = &mut levers[self.launch];
                    if rate != 1.0 {
                        return;
                    }
                    if self.anger * lost > first.broken_promise.anger {
                        first.broken_promise = self.broken(self.anger * lost, last.points.value);
                    }
                }
            }
        }
    }

    /// Until they are void, points of a program that gives none any more can be spent on its terms.
    fn keep_spendable(&self, last: &Levers, levers: &mut [Levers]) {
        let mut terms = last.points;
        (terms.earn, terms.welcome, terms.pull, terms.reward_rate, terms.elsewhere) =
            (0.0, 0.0, 0.0, 0.0, 0.0);
        let spendable = levers[self.launch..=self.void].iter_mut().filter(|lever| !lever.has_points);
        spendable.for_each(|lever| (lever.has_points, lever.points) = (true, terms));
    }

    /// Nobody is demoted until the month named; those below their tier then are.
    fn tiers(&self, levers: &mut [Levers]) {
        let Some(until) = self.demotes_from else { return };
        let months = levers.len();
        levers[self.launch..until.min(months)].iter_mut().for_each(|lever| lever.demotion = false);
        if let Some(lever) = levers.get_mut(until) {
            lever.demotion = lever.tiers;
        }
    }
}

/// Which part of what points were worth is lost at this rate, below 0 where some is won: points that can hardly be redeemed any more are worth
/// as little as those that buy less.
fn lost(last: &Levers, rate: f32, first: &Levers) -> f32 {
    let worth = |levers: &Levers| levers.points.value * levers.points.usable;
    let before = if last.has_points { worth(last) } else { 0.0 };
    if before > 0.0 { 1.0 - rate * worth(first) / before } else { 0.0 }
}

/// Discounts that a program has promised to those who have earned them, for customers of `tenure` months or more.
fn promised(last: &Levers, add: bool, tenure: f32) -> Vec<Deal> {
    let member = Who { members: true, tenure, ..Who::EVERYONE };
    let steps = |ladder: &Ladder, who: fn(Who, f32) -> Who| {
        let mut sum = 0.0;
        let deals: Vec<Deal> = (0..MAX_LADDER_STEPS)
            .filter(|k| ladder.from[*k].is_finite() && ladder.adds[*k] != 0.0)
            .map(|k| {
                sum += ladder.adds[k];
                let discount = if add { ladder.adds[k] } else { sum };
                Deal { discount, ..Deal::nothing(who(member, ladder.from[k])) }
            })
            .collect();
        deals
    };
    let mut deals = steps(&last.by_purchases, |who, purchases| Who { purchases, ..who });
    deals.extend(steps(&last.by_spend, |who, spend| Who { spend, ..who }));
    let tiers = last.levels.discount.iter().enumerate().skip(1).filter(|(_, discount)| **discount > 0.0);
    deals.extend(tiers.map(|(level, discount)| Deal {
        discount: *discount,
        ..Deal::nothing(Who { level: level as f32, ..member })
    }));
    deals
}
