//! Where and when an element acts, for whom, and how fresh it still is.

use crate::design::{Design, Discount, Element, NumberId, OpenTo, Program, Truth};
use crate::plan::deal::{Deal, Flow, Per, Who, Window};
use crate::plan::levers::Levers;
use crate::plan::receipts::Receipts;
use crate::plan::world::WorldPlan;
use crate::units::{Money, Share};

/// The gain, as a share of the receipt, for which it is declared how many receipts are raised.
const USUAL_GAIN: f64 = 0.1;
/// Months that tell how usual something is.
const YEAR: usize = 12;

/// The months and segments in which an element acts, with the numbers in force.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub design: &'a Design,
    pub truth: &'a Truth,
    pub program: &'a Program,
    pub element: &'a Element,
    /// First month without the program.
    pub end: usize,
}

impl Scope<'_> {
    pub fn at(&self, id: NumberId) -> f64 {
        self.truth[id]
    }

    /// Share of the sales that the element is for.
    pub fn covered(&self) -> f64 {
        self.design.covered(self.element, |id| self.at(id))
    }

    /// How far a discount, or money as a share of what is spent, is noticed: in full from the least noticeable discount on, none of nothing.
    pub fn noticed(&self, share: f64) -> f64 {
        let noticeable = self.at(self.design.behaviour.noticeable_discount);
        if share <= 0.0 {
            0.0
        } else if share < noticeable {
            share / noticeable
        } else {
            1.0
        }
    }

    /// What a discount, or points, on the goods that it is for are of the whole purchase.
    pub fn off(&self, discount: NumberId) -> f64 {
        self.at(discount) * self.covered()
    }

    /// What more is sold with a discount `off` the whole purchase is of the goods that it is on: what these cost less than the rest, as a share
    /// of the spend. Only while it is felt, and news.
    fn cheaper_goods(&self, off: f64) -> f64 {
        let behaviour = &self.design.behaviour;
        let passing = self.element.facts().discount == Discount::Passing;
        if self.element.groups.is_empty() || !passing || off < self.at(behaviour.noticeable_discount) {
            return 0.0;
        }
        let more = -libm::expm1(-self.at(behaviour.price_response) * off);
        let (at, all) = (|id| self.at(id), self.design.product_groups.iter());
        let own = self.design.margin_of(self.design.groups_of(self.element), at).unwrap_or(0.0);
        more * (own - self.design.margin_of(all, at).unwrap_or(0.0))
    }

    /// Whether the element works in a month.
    pub fn works(&self, month: usize) -> bool {
        month < self.end && self.is_active(month)
    }

    /// The same as far as it is known beforehand: a stop of the program is not.
    pub fn is_active(&self, month: usize) -> bool {
        self.element.works_in(month, self.design.month(month).month())
    }

    /// Of what is given in the months that `on` names, to a share of customers drawn anew each time: the share that they know to pass. What is there in all months is taken for
    /// granted in full, what is there in one of k only in part: 1/k².
    pub fn passing(&self, on: impl Fn(usize) -> bool, share: f64) -> f32 {
        let element = self.element;
        let of_year = |month: usize| self.design.start.plus(month as i32).month();
        // a stop of the program is not known beforehand
        let until = if element.until < self.end { element.until } else { self.end.max(element.from) + YEAR };
        let works = |month: &usize| on(*month) && element.is_due(*month, of_year(*month));
        let in_year = |first: usize| (first..until.min(first + YEAR)).filter(works).count();
        let most = (element.from..until).map(in_year).max().unwrap_or(0);
        let usual = share * most as f64 / YEAR as f64;
        (1.0 - usual * usual).max(0.0) as f32
    }

    /// Changes the levers of every active month and eligible segment; `act` gets the month.
    pub fn each(&self, world: &mut WorldPlan, mut act: impl FnMut(usize, &mut Levers)) {
        self.each_in(world, |_, month, lever| act(month, lever));
    }

    /// The same where segments differ; `act` gets the segment and the month.
    pub fn each_in(&self, world: &mut WorldPlan, mut act: impl FnMut(usize, usize, &mut Levers)) {
        let eligible = world.levers.iter_mut().enumerate().filter(|(s, _)| self.element.is_for(*s));
        for (segment, levers) in eligible {
            for (month, lever) in levers.iter_mut().enumerate().filter(|(month, _)| self.works(*month)) {
                act(segment, month, lever);
            }
        }
    }

    /// Changes what a table says of every active month, whatever the segment.
    pub fn each_month<M>(&self, months: &mut [M], mut act: impl FnMut(&mut M)) {
        let active = months.iter_mut().enumerate().filter(|(month, _)| self.works(*month));
        active.for_each(|(_, month)| act(month));
    }

    /// Books the prizes of every active month, and the part of them that partners pay.
    pub fn prizes(&self, world: &mut WorldPlan, money: Money) {
        let share = Share::new(self.at(self.element.partners_pay));
        self.each_month(&mut world.fixed, |fixed| {
            fixed.gifts += money;
            fixed.partners += share * money;
        });
    }

    /// Gives a deal in every active month; `deal` gets the month.
    pub fn give(&self, world: &mut WorldPlan, deal: impl Fn(usize) -> Deal) {
        self.give_any(world, |month| if self.works(month) { Some(deal(month)) } else { None });
    }

    /// Gives a deal in every active month that differs between segments; `deal` gets the segment and the month.
    pub fn give_each(&self, world: &mut WorldPlan, deal: impl Fn(usize, usize) -> Deal) {
        self.give_one(
            world,
            |segment, month| if self.works(month) { Some(deal(segment, month)) } else { None },
        );
    }

    /// Gives a deal that differs between segments from the first month of the element to its last, whatever the month of the year.
    pub fn give_while(&self, world: &mut WorldPlan, deal: impl Fn(usize) -> Deal) {
        self.give_one(
            world,
            |segment, month| if month < self.element.until { Some(deal(segment)) } else { None },
        );
    }

    /// Gives a deal in any month of the program in which there is one.
    pub fn give_any(&self, world: &mut WorldPlan, deal: impl Fn(usize) -> Option<Deal>) {
        self.give_one(world, |_, month| deal(month));
    }

    fn give_one(&self, world: &mut WorldPlan, deal: impl Fn(usize, usize) -> Option<Deal>) {
        for month in self.element.from..self.end {
            for segment in (0..world.deals.len()).filter(|s| self.element.is_for(*s)) {
                let Some(deal) = deal(segment, month).filter(|deal| !deal.is_nothing()) else { continue };
                let deal = self.shared(deal);
                let add = world.levers[segment][month].discounts_add;
                let deals = &mut world.deals[segment][month];
                match deals.iter_mut().find(|known| known.who == deal.who) {
                    Some(known) => known.join(&deal, add),
                    None => deals.push(deal),
                }
            }
        }
    }

    /// The deal with the part of its cost that partners pay.
    fn shared(&self, deal: Deal) -> Deal {
        let share = self.at(self.element.partners_pay);
        let cheaper = self.cheaper_goods(f64::from(deal.discount));
        let deal = if cheaper == 0.0 { deal } else { deal.paying(Flow::Goods, Per::Spend, -cheaper) };
        if share <= 0.0 {
            return deal;
        }
        let mut shared =
            deal.paying(Flow::Partner, Per::Spend, share * f64::from(deal.discount + deal.rebate));
        for flow in [Flow::Running, Flow::Gift, Flow::Finance, Flow::Returns] {
            for per in [Per::Head, Per::Purchase, Per::Spend, Per::UsualSpend] {
                let cost = f64::from(deal.money[flow as usize][per as usize]);
                shared = shared.paying(Flow::Partner, per, share * cost);
            }
        }
        shared
    }

    /// What partners pay of a discount that is a lever, not a deal, and what the goods sold for it cost less than others; `depth` gets the month.
    pub fn partners_share(&self, world: &mut WorldPlan, who: Who, depth: impl Fn(usize) -> f32) {
        let share = self.at(self.element.partners_pay);
        if share == 0.0 && self.element.groups.is_empty() {
            return;
        }
        self.give(world, |month| {
            let depth = f64::from(depth(month));
            let deal = Deal::nothing(who).paying(Flow::Partner, Per::Spend, share * depth);
            deal.paying(Flow::Goods, Per::Spend, -self.cheaper_goods(depth))
        });
    }

    /// Who is entitled by the keys of every element.
    pub fn who(&self) -> Who {
        let who = &self.element.who;
        let threshold = |id: Option<NumberId>| id.map_or(0.0, |id| self.at(id) as f32);
        Who {
            members: who.open_to == OpenTo::Members,
            tenure: threshold(who.tenure_months),
            purchases: threshold(who.entry_purchases),
            spend: threshold(who.entry_spend),
            level: who.tier as f32,
            part: self.lasting(0.0, self.entitled()),
            ..Who::EVERYONE
        }
    }

    /// The receipts for which something holds that is worth `gain`, as a share of them, and how they grow for it.
    pub fn receipts(&self, from: NumberId, gain: f64) -> Receipts {
        let (from, behaviour) = (self.at(from), &self.design.behaviour);
        if from <= 0.0 {
            return Receipts::ALL;
        }
        let stay = 1.0 - self.at(behaviour.receipt_pull);
        Receipts {
            from: from as f32,
            reach: self.at(behaviour.receipt_reach) as f32,
            pull: (1.0 - libm::pow(stay, gain / USUAL_GAIN)) as f32,
            ahead: self.at(behaviour.brought_forward) as f32,
        }
    }

    /// Share of the customers entitled.
    pub fn entitled(&self) -> f64 {
        self.element.who.entitled_share.map_or(1.0, |id| self.at(id))
    }

    /// How many take part, as far as the design tells.
    pub fn entrants(&self) -> f64 {
        let willing = self.at(self.program.willing);
        let open = if self.element.who.open_to == OpenTo::Members { willing } else { 1.0 };
        let segments: f64 = match self.element.segments.as_slice() {
            [] => 1.0,
            some => some.iter().map(|s| self.at(self.design.segments[*s].share)).sum(),
        };
        self.at(self.design.business.customers) * segments * open * self.entitled()
    }

    /// A lasting part of the customers, by a lot of the element's own.
    pub fn lasting(&self, from: f64, to: f64) -> Window {
        let window = self.lot(from, to);
        if window.is_all() { Window::ALL } else { window }
    }

    /// The same, by the lot even where it is everybody.
    pub fn lot(&self, from: f64, to: f64) -> Window {
        Window { from: from as f32, to: to as f32, times: 509.0 + 97.0 * self.element.lot as f32 }
    }

    /// What a customer of the segment usually spends at a purchase.
    pub fn receipt(&self, segment: usize) -> f64 {
        self.at(self.design.segments[segment].basket)
    }

    /// What a customer of the segment usually spends in a year.
    pub fn yearly_spend(&self, segment: usize) -> f64 {
        self.receipt(segment) * self.at(self.design.segments[segment].purchases_per_year)
    }

    /// A part of the customers drawn anew every month.
    pub fn monthly(&self, from: f64, to: f64) -> Window {
        let window =
            Window { from: from as f32, to: to as f32, times: 1.0 + 2.0 * (self.element.lot % 16) as f32 };
        if window.is_all() { Window::ALL } else { window }
    }

    /// How new the element still is in each month, 0..1: every active month takes some of it, every month of rest gives some back.
    pub fn freshness(&self) -> Vec<f64> {
        let keeps = self.at(self.design.behaviour.novelty_memory);
        let recovers = self.at(self.design.behaviour.novelty_recovery);
        let mut fresh = 1.0;
        (0..self.end)
            .map(|month| {
                let now = fresh;
                let begun = month >= self.element.from;
                fresh = match (begun, self.works(month)) {
                    (true, true) => fresh * keeps,
                    (true, false) => 1.0 - (1.0 - fresh) * (1.0 - recovers),
                    (false, _) => 1.0,
                };
                now
            })
            .collect()
    }
}
