//! What one month of one block adds to the ledger.

use super::month::{Circumstances, Leaver, Scratch};
use super::state::State;
use super::tally::Line;
use crate::design::{Category, MAX_CAUSES};
use crate::plan::{Deal, FLOWS, Flow, Per};
use crate::population::{Column, People};
use crate::random::ROWS;
use crate::random::math::{larger, smaller};

/// Lanes in which single-precision terms are added before they join a double-precision sum: four vectors of the widest kind, so that no
/// addition waits for the one before.
const LANES: usize = 64;

/// Place of the causes without a driver, the last.
const UNDRIVEN: usize = 5;

/// Sums over the customers of a block in one month and world.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sums {
    /// Customers at the start of the month.
    pub start: f64,
    /// Promoters among them.
    pub promoters: f64,
    /// Detractors among them.
    pub detractors: f64,
    /// Members who are promoters.
    pub promoting_members: f64,
    /// Committed customers at the start of the month.
    pub committed: f64,
    /// Demands for special terms.
    pub demands: f64,
    /// Of them, those given in to.
    pub granted: f64,
    /// What special terms take off the price, beyond other discounts.
    pub terms: f64,
    /// Points lapsed with those who left.
    pub lapsed: i64,
    purchases: f64,
    member_purchases: f64,
    joined: f64,
    list: f64,
    discount: f64,
    failures: f64,
    recoveries: f64,
    levels_cost: f64,
    uplift: f64,
    active: f64,
    members: f64,
    outstanding: i64,
    issued: i64,
    redeemed: i64,
    expired: i64,
    flows: [f64; FLOWS],
    idle_fees: f64,
}

/// Adds columns up.
#[derive(Debug, Clone)]
pub struct Adder {
    terms: Column,
}

impl Default for Adder {
    fn default() -> Self {
        Self { terms: [0.0; ROWS] }
    }
}

impl Adder {
    /// The sum of `term(i)` over `0..n`, n a multiple of 64: always in the same order, whatever the width of the machine's vectors.
    ///
    /// Terms are written down first: two plain loops vectorise where one with a sum in it does not.
    #[inline(always)]
    pub fn total(&mut self, n: usize, term: impl Fn(usize) -> f32) -> f64 {
        let terms = &mut self.terms[..n.min(ROWS)];
        for (i, out) in terms.iter_mut().enumerate() {
            *out = term(i);
        }
        column_total(terms)
    }
}

/// The sum of a column, in fixed lanes.
#[inline(always)]
pub fn column_total(column: &[f32]) -> f64 {
    let mut lanes = [0.0f32; LANES];
    for group in column.chunks_exact(LANES) {
        for (lane, x) in lanes.iter_mut().zip(group) {
            *lane += x;
        }
    }
    in_halves(lanes)
}

/// The sum of the lanes, half onto half: a few steps instead of a chain of 64; the last sixteen in double precision.
#[inline(always)]
fn in_halves(mut lanes: [f32; LANES]) -> f64 {
    for half in [LANES / 2, LANES / 4] {
        for lane in 0..half {
            lanes[lane] += lanes[lane + half];
        }
    }
    let mut wide = [0.0f64; LANES / 4];
    for (wide, lane) in wide.iter_mut().zip(lanes) {
        *wide = f64::from(lane);
    }
    for half in [LANES / 8, LANES / 16, LANES / 32, LANES / 64] {
        for lane in 0..half {
            wide[lane] += wide[lane + half];
        }
    }
    wide[0]
}

/// The sum of whole numbers.
#[inline(always)]
pub fn whole(column: &[i32]) -> i64 {
    column.iter().map(|x| i64::from(*x)).sum()
}

impl Sums {
    /// Counts the customers the month begins with.
    #[inline(always)]
    pub fn count_start(&mut self, state: &State, n: usize) {
        let n = n.min(ROWS);
        let alive = &state.alive[..n];
        self.start += column_total(alive);
        self.committed = state.register.heads[Category::Committed as usize];
    }

    /// Counts who and what is there at the end of the month.
    #[inline(always)]
    pub fn count_end(&mut self, state: &State, n: usize) {
        let n = n.min(ROWS);
        self.active += column_total(&state.alive[..n]);
        if state.touched {
            self.members += column_total(&state.member[..n]);
            self.outstanding += whole(&state.issued[..n]) - whole(&state.used[..n]);
        }
    }

    /// Adds the month's flows.
    #[inline(always)]
    pub fn add_month(&mut self, now: &Circumstances, state: &State, scratch: &Scratch, add: &mut Adder) {
        let n = scratch.len();
        let (count, list, failed) = (&scratch.count[..n], &scratch.list[..n], &scratch.failed[..n]);
        self.purchases += column_total(count);
        self.list += column_total(list);
        self.failures += add.total(n, |i| smaller(failed[i], 1.0));
        self.recoveries += add.total(n, |i| larger(failed[i] - 1.0, 0.0));
        if state.priced {
            let (discount, uplift) = (&scratch.discount[..n], &scratch.uplift[..n]);
            self.discount += add.total(n, |i| discount[i] * list[i]);
            self.uplift += column_total(uplift);
        }
        if state.touched {
            let (member, joins) = (&state.member[..n], &scratch.joins[..n]);
            self.member_purchases += add.total(n, |i| count[i] * (member[i] - joins[i]));
            self.joined += column_total(joins);
        }
        if now.levers.tiers {
            let level = &state.level[..n];
            for (k, cost) in now.levers.levels.cost.iter().enumerate().skip(1) {
                let k = k as f32;
                self.levels_cost +=
                    f64::from(*cost) * add.total(n, |i| if level[i] == k { 1.0 } else { 0.0 });
            }
        }
        self.issued += whole(&scratch.issued[..n]);
        self.redeemed += whole(&scratch.redeemed[..n]);
        self.expired += whole(&scratch.expired[..n]);
    }

    /// Adds the money of the month's deals.
    #[inline(always)]
    pub fn add_deals(&mut self, now: &Circumstances, people: &People, scratch: &Scratch, add: &mut Adder) {
        let n = scratch.len();
        let (count, list) = (&scratch.count[..n], &scratch.list[..n]);
        let (rate, basket) = (&people.rate[..n], &people.basket[..n]);
        for (deal, on) in now.deals.iter().zip(&scratch.entitled) {
            let on = &on[..n];
            // written out: what is passed as a closure is not compiled for the wide vectors
            if deal.counts(Per::Head) {
                book_flow(&mut self.flows, deal, Per::Head, column_total(on));
            }
            if deal.counts(Per::Purchase) {
                let counted = add.total(n, |i| on[i] * count[i]);
                book_flow(&mut self.flows, deal, Per::Purchase, counted);
            }
            if deal.counts(Per::Spend) {
                let counted = add.total(n, |i| on[i] * list[i]);
                book_flow(&mut self.flows, deal, Per::Spend, counted);
            }
            if deal.counts(Per::UsualSpend) {
                let counted = add.total(n, |i| on[i] * rate[i] * basket[i]);
                book_flow(&mut self.flows, deal, Per::UsualSpend, counted);
            }
            self.idle_fees += idle_fees(deal, on, count, add);
        }
    }

    /// Writes the month into a row of the tally; `state` is that of the month's end.
    pub fn book(
        &self,
        now: &Circumstances,
        causes: &[(usize, f32)],
        margin: f64,
        state: &State,
        scratch: &Scratch,
        row: &mut [f64],
    ) {
        let mut add = |line: Line, amount: f64| row[line as usize] += amount;
        let members = self.members;
        add(Line::Start, self.start);
        add(Line::Active, self.active);
        add(Line::Purchases, self.purchases);
        add(Line::Members, members);
        add(Line::Joined, self.joined);
        add(Line::MemberPurchases, self.member_purchases);
        add(Line::Promoters, self.promoters);
        add(Line::Detractors, self.detractors);
        add(Line::Failures, self.failures);
        add(Line::ListRevenue, self.list);
        add(Line::Discount, self.discount);
        add(Line::SpecialTerms, self.terms);
        add(Line::Demands, self.demands);
        add(Line::Granted, self.granted);
        add(Line::LeftRefused, scratch.refused.len() as f64);
        for (category, heads) in state.register.heads.iter().enumerate() {
            add(Line::in_category(category), *heads);
        }
        add(Line::CostOfGoods, (1.0 - margin) * self.list);
        add(Line::ServiceCost, self.recoveries * f64::from(now.levers.cost_per_recovery));
        add(Line::RunningCost, members * f64::from(now.levers.cost_per_member) + self.levels_cost);
        add(Line::PriceUplift, self.uplift);
        self.book_deals(&mut add);
        self.book_points(now, state.touched, &mut add);
        book_leavers(causes, scratch, &mut add);
    }

    #[inline(always)]
    fn book_deals(&self, add: &mut impl FnMut(Line, f64)) {
        for (flow, line) in [
            (Flow::Running, Line::RunningCost),
            (Flow::Gift, Line::GiftCost),
            (Flow::Fee, Line::FeeIncome),
            (Flow::Partner, Line::PartnerIncome),
            (Flow::Finance, Line::FinanceCost),
            (Flow::Returns, Line::ReturnsCost),
            (Flow::CardsSold, Line::CardsSold),
        ] {
            add(line, self.flows[flow as usize]);
        }
        add(Line::IdleFees, self.idle_fees);
    }

    /// Money for gift cards sold this month.
    pub fn cards_sold(&self) -> f64 {
        self.flows[Flow::CardsSold as usize]
    }

    #[inline(always)]
    fn book_points(&self, now: &Circumstances, touched: bool, add: &mut impl FnMut(Line, f64)) {
        if !touched {
            return;
        }
        let points = now.levers.points;
        let outstanding = self.outstanding;
        add(Line::PointsIssued, self.issued as f64);
        add(Line::PointsRedeemed, self.redeemed as f64);
        add(Line::PointsExpired, (self.expired + self.lapsed) as f64);
        add(Line::PointsOutstanding, outstanding as f64);
        add(Line::LiabilityValue, outstanding as f64 * f64::from(points.value));
        add(Line::IssuedValue, self.issued as f64 * f64::from(points.value));
        add(Line::RewardCost, self.redeemed as f64 * f64::from(points.cost));
        add(Line::PartnerIncome, self.redeemed as f64 * f64::from(points.partners));
    }
}

/// Adds the money of a deal that is counted by `per`.
#[inline(always)]
fn book_flow(flows: &mut [f64; FLOWS], deal: &Deal, per: Per, counted: f64) {
    for (sum, money) in flows.iter_mut().zip(&deal.money) {
        *sum += counted * f64::from(money[per as usize]);
    }
}

/// Fees of those who bought nothing this month.
#[inline(always)]
fn idle_fees(deal: &Deal, on: &[f32], count: &[f32], add: &mut Adder) -> f64 {
    let fee = deal.money[Flow::Fee as usize][Per::Head as usize];
    if fee == 0.0 {
        return 0.0;
    }
    let n = on.len();
    let count = &count[..n];
    f64::from(fee) * add.total(n, |i| if count[i] > 0.0 { 0.0 } else { on[i] })
}

/// Who left, by cause: the primary one, and all that were active.
fn book_leavers(causes: &[(usize, f32)], scratch: &Scratch, add: &mut impl FnMut(Line, f64)) {
    let mut active = [0.0; UNDRIVEN];
    for leaver in &scratch.leavers {
        for (place, sum) in active.iter_mut().enumerate() {
            *sum += if (leaver.active >> place & 1 == 1) & (place != leaver.place) { 1.0 } else { 0.0 };
        }
        if let Some(cause) = primary(causes, leaver) {
            add(Line::left(cause), 1.0);
            add(Line::contributed(cause), 1.0);
        }
    }
    for (cause, (place, _)) in causes.iter().enumerate().take(MAX_CAUSES) {
        add(Line::contributed(cause), active.get(*place).copied().unwrap_or(0.0));
    }
}

/// The cause to which somebody's departure is put down: one of those in the leaver's place, by their parts.
fn primary(causes: &[(usize, f32)], leaver: &Leaver) -> Option<usize> {
    let mut rest = leaver.rest;
    let mut found = None;
    for (cause, (place, part)) in causes.iter().enumerate().take(MAX_CAUSES) {
        if *place == leaver.place && *part > 0.0 {
            found = Some(cause);
            if rest < *part {
                break;
            }
            rest -= part;
        }
    }
    found
}
