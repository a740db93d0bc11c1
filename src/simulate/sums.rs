//! What one month of one block adds to the ledger.

use super::circumstances::Circumstances;
use super::lines::{Entries, Line};
use super::owing::Owing;
use super::scratch::{Leaver, Scratch};
use super::state::State;
use super::totals::{Grain, groups, heads, totals, unordered, whole};
use crate::design::{Category, MAX_CAUSES};
use crate::plan::{FLOWS, Flow, Per, of_level};
use crate::population::People;
use crate::random::ROWS;

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
    /// Of them, those granted.
    pub granted: f64,
    /// What special terms take off the price, beyond other discounts.
    pub terms: f64,
    /// What those were given who were about to leave.
    pub kept_by: f64,
    /// Volume bonuses accrued, less those forfeited.
    pub bonuses: f64,
    /// Volume bonuses paid.
    pub bonuses_paid: f64,
    /// Customers who met a failure.
    pub failures: f64,
    /// Of them, those for whom it was resolved.
    pub recoveries: f64,
    /// Purchases of members.
    pub member_purchases: f64,
    /// Customers who joined the program.
    pub joined: f64,
    /// Points lapsed with those who left.
    pub lapsed: i64,
    /// Points sold to members.
    pub points_sold: i64,
    /// Points that employees collected, or thieves redeemed, and that were given out for it.
    pub taken: i64,
    /// Points donated to a charity.
    pub donated: i64,
    /// Points given to other members, and redeemed by them.
    pub transferred: i64,
    /// How often that was.
    pub transfers: u32,
    /// Points added by a conversion into those of another program, less those that it took.
    pub converted: i64,
    paid: i64,
    paid_cost: f64,
    purchases: f64,
    list: f64,
    discount: f64,
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

impl Sums {
    /// Pays points out at this cost of each.
    pub fn pay_out(&mut self, points: i32, cost: f32) {
        self.paid += i64::from(points);
        self.paid_cost += f64::from(points) * f64::from(cost);
    }

    /// The cost of points that no customer's row holds as redeemed: those that another redeems than who collected them, at this cost of each, and those paid out.
    pub fn cost_in_no_row(&self, cost: f32) -> f64 {
        self.transferred as f64 * f64::from(cost) + self.paid_cost
    }

    /// Counts the customers the month begins with.
    #[inline(always)]
    pub fn count_start(&mut self, state: &State) {
        self.start += state.register.all();
        self.committed = state.register.heads[Category::Committed as usize];
    }

    /// Counts who and what is there at the end of the month.
    #[inline(always)]
    pub fn count_end(&mut self, state: &State, n: usize) {
        self.active += state.register.all();
        if state.touched {
            let n = n.min(ROWS);
            let (member, issued, used) = (&state.member[..n], &state.issued[..n], &state.used[..n]);
            self.members += heads(n, |i| member[i] > 0.0);
            for i in 0..n {
                self.outstanding += i64::from(issued[i] - used[i]);
            }
        }
    }

    /// Adds the month's flows.
    #[inline(always)]
    pub fn add_month(&mut self, now: &Circumstances, state: &State, scratch: &Scratch) {
        let n = scratch.len();
        let (count, list) = (groups(&scratch.count, n), groups(&scratch.list, n));
        if state.priced || state.touched {
            let (discount, uplift) = (groups(&scratch.discount, n), groups(&scratch.uplift, n));
            let member = groups(&state.member, n);
            let [purchases, of_members] =
                totals(count.len(), |g, l| [count[g][l], count[g][l] * member[g][l]]);
            let sums = unordered(count.len(), [now.grain, now.grain, Grain::ONE], |g, l| {
                [list[g][l], discount[g][l] * list[g][l], uplift[g][l]]
            });
            self.purchases += purchases;
            self.member_purchases += of_members;
            self.list += sums[0];
            self.discount += sums[1];
            self.uplift += sums[2];
        } else {
            let [purchases] = totals(count.len(), |g, l| [count[g][l]]);
            let [spent] = unordered(list.len(), [now.grain], |g, l| [list[g][l]]);
            self.purchases += purchases;
            self.list += spent;
        }
        if now.levers.tiers {
            let (level, mut costs) = (groups(&state.level, n), now.levers.levels.cost);
            costs[0] = 0.0;
            let [sum] = unordered(level.len(), [now.grain], |g, l| [of_level(costs, level[g][l])]);
            self.levels_cost += sum;
        }
        if state.touched {
            self.issued += whole(&scratch.issued[..n]);
            self.redeemed += whole(&scratch.redeemed[..n]);
            self.expired += whole(&scratch.expired[..n]);
        }
    }

    /// Adds the money of the month's deals.
    #[inline(always)]
    pub fn add_deals(&mut self, now: &Circumstances, people: &People, scratch: &Scratch) {
        let n = scratch.len();
        let (count, list) = (groups(&scratch.count, n), groups(&scratch.list, n));
        let (rate, basket) = (groups(&people.rate, n), groups(&people.basket, n));
        for (deal, on) in now.deals.iter().zip(&scratch.entitled).filter(|(deal, _)| deal.has_money()) {
            let on = groups(on, n);
            let [entitled, bought, idle] = totals(on.len(), |g, l| {
                let (on, count) = (on[g][l], count[g][l]);
                [on, on * count, if count > 0.0 { 0.0 } else { on }]
            });
            let [spent, usual] = unordered(on.len(), [now.grain; 2], |g, l| {
                [on[g][l] * list[g][l], on[g][l] * rate[g][l] * basket[g][l]]
            });
            let counted = [entitled, bought, spent, usual];
            for (per, counted) in
                [Per::Head, Per::Purchase, Per::Spend, Per::UsualSpend].into_iter().zip(counted)
            {
                for (sum, money) in self.flows.iter_mut().zip(&deal.money) {
                    *sum += counted * f64::from(money[per as usize]);
                }
            }
            self.idle_fees += f64::from(deal.money[Flow::Fee as usize][Per::Head as usize]) * idle;
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
        row: &mut Entries,
    ) {
        let members = self.members;
        row[Line::Start] += self.start;
        row[Line::Active] += self.active;
        row[Line::Purchases] += self.purchases;
        row[Line::Members] += members;
        row[Line::Joined] += self.joined;
        row[Line::MemberPurchases] += self.member_purchases;
        row[Line::Promoters] += self.promoters;
        row[Line::Detractors] += self.detractors;
        row[Line::Failures] += self.failures;
        row[Line::ListRevenue] += self.list;
        row[Line::Discount] += self.discount + self.kept_by + self.bonuses;
        row[Line::SpecialTerms] += self.terms + self.kept_by;
        row[Line::Demands] += self.demands;
        row[Line::Granted] += self.granted;
        row[Line::LeftRefused] += scratch.refused.len() as f64;
        for (category, heads) in Category::ALL.into_iter().zip(state.register.heads) {
            row[Line::InCategory(category)] += heads;
        }
        row[Line::CostOfGoods] += (1.0 - margin) * self.list;
        row[Line::ServiceCost] += self.recoveries * f64::from(now.levers.cost_per_recovery);
        row[Line::RunningCost] += members * f64::from(now.levers.cost_per_member) + self.levels_cost;
        row[Line::RunningCost] += (self.active - members) * f64::from(now.levers.cost_of_messages);
        row[Line::PriceUplift] += self.uplift;
        self.book_deals(row);
        self.book_bonuses(&state.owing, row);
        self.book_points(now, state.touched, row);
        book_leavers(causes, scratch, row);
    }

    #[inline(always)]
    fn book_bonuses(&self, owing: &Owing, row: &mut Entries) {
        let owed = owing.total();
        row[Line::VolumeBonus] += self.bonuses;
        row[Line::BonusesPaid] += self.bonuses_paid;
        row[Line::BonusesOwed] += owed;
        row[Line::PartnerIncome] += self.bonuses * owing.partners;
        row[Line::FinanceCost] -= owed * owing.interest;
    }

    #[inline(always)]
    fn book_deals(&self, row: &mut Entries) {
        for (flow, line) in [
            (Flow::Running, Line::RunningCost),
            (Flow::Gift, Line::GiftCost),
            (Flow::Fee, Line::FeeIncome),
            (Flow::Partner, Line::PartnerIncome),
            (Flow::Finance, Line::FinanceCost),
            (Flow::Returns, Line::ReturnsCost),
            (Flow::CardsSold, Line::CardsSold),
            (Flow::Goods, Line::CostOfGoods),
        ] {
            row[line] += self.flows[flow as usize];
        }
        row[Line::IdleFees] += self.idle_fees;
    }

    /// Money for gift cards sold this month.
    pub fn cards_sold(&self) -> f64 {
        self.flows[Flow::CardsSold as usize]
    }

    #[inline(always)]
    fn book_points(&self, now: &Circumstances, touched: bool, row: &mut Entries) {
        if !touched {
            return;
        }
        let points = now.levers.points;
        let outstanding = self.outstanding;
        let pack = f64::from(points.pack);
        let issued = self.issued + self.points_sold + self.taken;
        let redeemed = self.redeemed + self.taken + self.transferred;
        row[Line::PointsIssued] += pack * issued as f64;
        row[Line::FeeIncome] += self.points_sold as f64 * f64::from(points.sold_at);
        row[Line::FeeIncome] += f64::from(self.transfers) * f64::from(points.given.fee);
        let donated = self.donated as f64 * f64::from(points.given.worth);
        row[Line::RewardCost] += donated;
        row[Line::DonatedCost] += donated;
        row[Line::TakenCost] += self.taken as f64 * f64::from(points.cost);
        row[Line::PointsTaken] += pack * self.taken as f64;
        row[Line::PointsConverted] += pack * self.converted as f64;
        row[Line::PointsRedeemed] += pack * (redeemed + self.donated + self.paid) as f64;
        row[Line::PointsExpired] += pack * (self.expired + self.lapsed) as f64;
        row[Line::PointsOutstanding] += pack * outstanding as f64;
        row[Line::LiabilityValue] += outstanding as f64 * f64::from(points.value);
        row[Line::IssuedValue] += issued as f64 * f64::from(points.value);
        row[Line::RewardCost] += redeemed as f64 * f64::from(points.cost) + self.paid_cost;
        row[Line::PartnerIncome] += (self.redeemed + self.transferred) as f64 * f64::from(points.partners);
    }
}

/// Who left, by cause: the primary one, and all that were active.
fn book_leavers(causes: &[(usize, f32)], scratch: &Scratch, row: &mut Entries) {
    let (mut left, mut active) = ([0u32; MAX_CAUSES], [0u32; UNDRIVEN + 1]);
    let only = only_causes(causes);
    for leaver in &scratch.leavers {
        if let Some(cause) = only[leaver.place].or_else(|| primary(causes, leaver)) {
            left[cause] += 1;
        }
        let others = u32::from(leaver.active) & !(1 << leaver.place);
        for (place, sum) in active.iter_mut().enumerate() {
            *sum += others >> place & 1;
        }
    }
    active[UNDRIVEN] = 0;
    for (cause, (place, _)) in causes.iter().enumerate().take(MAX_CAUSES) {
        row[Line::Left(cause)] += f64::from(left[cause]);
        row[Line::Contributed(cause)] += f64::from(left[cause] + active[*place]);
    }
}

/// The cause of each place that has just one.
fn only_causes(causes: &[(usize, f32)]) -> [Option<usize>; UNDRIVEN + 1] {
    let mut only = [None; UNDRIVEN + 1];
    for (cause, (place, part)) in causes.iter().enumerate().take(MAX_CAUSES) {
        if *part >= 1.0 {
            only[*place] = Some(cause);
        }
    }
    only
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
