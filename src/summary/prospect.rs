//! What customers will bring after a month: the flows of the last year, for as long as they are expected to stay.
//!
//! Discounted to the end of that month, with the price of capital that the design states. Costs that go on are in it, by the customer-month;
//! what is spent once (set-up) or on others (winning newcomers) is not. Points outstanding are charged elsewhere: here those issued later are,
//! as far as they will be redeemed.

use std::ops::Range;

use super::ledger::{COSTS_BELOW_MARGIN, INCOME_BELOW_MARGIN, Ledger};
use super::terms::Terms;
use crate::simulate::{Item, Kinds, Line, Outlook, Outlooks, Tally};

/// Months of a year: what is expected of one is taken from as many.
const YEAR: usize = 12;

/// What a flow below the margin goes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Basis {
    /// What is bought.
    Spend,
    /// Members; all customers where there are none.
    Members,
    /// All customers.
    Heads,
    /// Nothing that goes on for those who are there.
    Nothing,
}

/// What a line below the margin goes with. Redeemed points are charged where they are issued.
fn basis(line: Line) -> Basis {
    match line {
        Line::SetupCost | Line::AcquisitionCost | Line::ReferralCost | Line::RewardCost => Basis::Nothing,
        Line::StaffPay | Line::HiringCost => Basis::Heads,
        Line::RunningCost | Line::GiftCost | Line::FeeIncome => Basis::Members,
        _ => Basis::Spend,
    }
}

/// Money that a usual customer of a world and segment brings in a month without season, by what it goes with.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Flows {
    sales: f64,
    discount: f64,
    points: f64,
    with_spend: f64,
    with_members: f64,
    with_heads: f64,
    fees: f64,
}

impl Flows {
    /// Of the months of `window`, at the prices after so many months.
    fn over((ledger, world): (&Ledger, usize), window: Range<usize>, level: usize, terms: &Terms) -> Self {
        let totals = ledger.totals(window.clone());
        let sum = |line| match &terms.prices {
            None => totals.get(line),
            Some(prices) => {
                let at = |month: usize| prices.growth(line, level as f64 - (month + 1) as f64);
                window.clone().map(|month| ledger.month(month).get(line) * at(month)).sum()
            }
        };
        let heads = ledger.customer_months(window.clone(), Line::Start);
        let seasoned: f64 = window.clone().map(|t| ledger.month(t).get(Line::Start) * terms.season[t]).sum();
        let members = ledger.customer_months(window.clone(), Line::Members);
        let per = |of: f64| if of > 0.0 { 1.0 / of } else { 0.0 };
        let [by_spend, by_head] = [per(seasoned), per(heads)];
        let by_member = if members > 0.0 { per(members) } else { by_head };
        let below = |of: Basis| -> f64 {
            let part = |lines: &[Line]| -> f64 {
                lines.iter().filter(|line| basis(**line) == of).map(|line| sum(*line)).sum()
            };
            part(INCOME_BELOW_MARGIN) - part(COSTS_BELOW_MARGIN)
        };
        Self {
            sales: (sum(Line::ListRevenue) - sum(Line::CostOfGoods)) * by_spend,
            discount: sum(Line::Discount) * by_spend,
            points: sum(Line::IssuedValue) * by_spend * terms.cost_of_points(world),
            with_spend: below(Basis::Spend) * by_spend,
            with_members: below(Basis::Members) * by_member,
            with_heads: below(Basis::Heads) * by_head,
            fees: sum(Line::FeeIncome) * by_member,
        }
    }
}

/// What is expected of the customers of a world and segment.
pub(super) struct Prospect {
    flows: Flows,
    /// Those on whom the flows are measured.
    now: Outlook,
    has_members: bool,
}

/// What is counted of what customers bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// All that goes on for them, costs that no single customer causes among them.
    All,
    /// What is earned from the customer: margin less discounts and points, and fees.
    Own,
}

impl Prospect {
    /// At the end of the horizon, where `ledger` is that of the segment in that world.
    pub fn at_the_end(
        tally: &Tally,
        ledger: &Ledger,
        (world, segment): (usize, usize),
        terms: &Terms,
    ) -> Option<Self> {
        let end = &tally.outlooks(world, segment)?.end;
        let months = tally.months();
        let flows = Flows::over((ledger, world), terms.last_year(months), months, terms);
        Some(Self::new(flows, total(end)))
    }

    fn new(flows: Flows, now: Outlook) -> Self {
        Self { flows, now, has_members: now[Item::Members] > 0.0 }
    }

    /// The value of customers, in units of the sample.
    pub fn value(&self, of: &Outlook, scope: Scope) -> f64 {
        let (flows, now) = (&self.flows, &self.now);
        let relative =
            |ahead: Item, item: Item| (now[item] > 0.0).then(|| of[ahead] * now[Item::Heads] / now[item]);
        let heads = of[Item::HeadsAhead];
        let spend = relative(Item::SpendAhead, Item::Spend).unwrap_or(heads);
        let rebate = relative(Item::RebateAhead, Item::Rebate).unwrap_or(spend);
        let reward = relative(Item::RewardAhead, Item::Issued).unwrap_or(0.0);
        let members = if self.has_members { of[Item::MembersAhead] } else { heads };
        let own = spend * flows.sales - rebate * flows.discount - reward * flows.points;
        match scope {
            Scope::Own => own + members * flows.fees,
            Scope::All => {
                own + spend * flows.with_spend + members * flows.with_members + heads * flows.with_heads
            }
        }
    }

    /// The value of the customers of the start at the start, in units of the sample: what they bring in the first month, and what is
    /// expected of those who are there at its end. `baseline` is the segment's ledger.
    pub fn at_the_start(tally: &Tally, baseline: &Ledger, segment: usize, terms: &Terms) -> Option<f64> {
        let Outlooks { start, today, .. } = tally.outlooks(0, segment)?;
        let flows = Flows::over((baseline, 0), 0..tally.months().min(YEAR), 0, terms);
        let prospect = Self::new(flows, *start);
        let members = if prospect.has_members { start[Item::Members] / start[Item::Heads] } else { 1.0 };
        let of_a_month = flows.sales - flows.discount - flows.points
            + (flows.with_spend + members * flows.with_members + flows.with_heads);
        let first = total(today)[Item::Began] * of_a_month;
        let later = prospect.value(start, Scope::All);
        let factor = terms.prices.map_or(1.0, |prices| prices.goods) * terms.monthly_factor;
        Some(factor * (first + later))
    }
}

/// All kinds of customers together.
pub(super) fn total(kinds: &Kinds) -> Outlook {
    let mut all = Outlook::default();
    kinds.as_flattened().iter().for_each(|kind| all.add(kind));
    all
}

/// The share of the points outstanding at the end that is expected to be redeemed; all of them where that is not known, and where there are none.
pub(super) fn redemption(tally: &Tally, world: usize) -> f64 {
    let (mut owed, mut honoured) = (0.0, 0.0);
    for (segment, weight) in tally.weights.iter().enumerate() {
        let Some(outlooks) = tally.outlooks(world, segment) else { return 1.0 };
        let end = total(&outlooks.end);
        owed += weight * end[Item::Owed];
        honoured += weight * end[Item::Honoured];
    }
    if owed > 0.0 { (honoured / owed).max(0.0) } else { 1.0 }
}

impl Terms {
    /// The last year, as far as the program is then as it is at the end: not before it began, not while it was being ended.
    fn last_year(&self, months: usize) -> Range<usize> {
        let last = months.saturating_sub(1);
        let changed = if self.active.end < months { self.active.end + 1 } else { self.active.start };
        months.saturating_sub(YEAR).max(changed.max(self.settled).min(last))..months
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, Truth};
    use crate::plan::Prices;
    use crate::units::Share;

    /// What the base will bring is read from months in which the program is what it is at the end: an offer that has ended is not charged for
    /// ever after.
    #[test]
    fn the_last_year_begins_when_the_program_has_settled() {
        let starter = crate::design::starter("shop");
        let window = |more: &str| {
            let design = Design::parse(&format!("{starter}\n{more}")).unwrap();
            Terms::of(&design, &Truth::central(&design)).last_year(36)
        };
        assert_eq!(window(""), 24..36);
        assert_eq!(window("[[program.special_offer]]\ndiscount = 0.1\nuntil = \"2028-09\""), 32..36);
    }

    /// A ledger of two months: the same lines in both, ten times as much in the second.
    fn ledger(lines: &[(Line, f64)]) -> Ledger {
        let mut tally = Tally::new(0, vec![1.0], 1, 2);
        for (month, times) in [1.0, 10.0].into_iter().enumerate() {
            for (line, value) in lines {
                tally.row_mut(0, 0, month)[*line] = times * value;
            }
        }
        Ledger::of(&tally, 0)
    }

    fn terms(more: &str) -> Terms {
        let design = Design::parse(&format!("{}\n{more}", crate::design::starter("shop"))).unwrap();
        let terms = Terms::of(&design, &Truth::central(&design));
        Terms { season: vec![0.5, 1.5], prices: None, cost_of_liability: [0.8, 0.4].map(Share::new), ..terms }
    }

    /// 100 customers, 50 of them members, spend 700 a month and get 30 off; goods cost 400. The second month counts alone, and ten times: by its season
    /// of 1.5 a usual month is two thirds of it.
    #[test]
    fn flows_of_a_usual_customer() {
        let lines = [
            (Line::Start, 100.0),
            (Line::Members, 50.0),
            (Line::ListRevenue, 700.0),
            (Line::CostOfGoods, 400.0),
            (Line::Discount, 30.0),
            (Line::IssuedValue, 60.0),
            (Line::RewardCost, 1e6),
            (Line::SetupCost, 1e6),
            (Line::AcquisitionCost, 1e6),
            (Line::ReferralCost, 1e6),
            (Line::StaffPay, 20.0),
            (Line::HiringCost, 5.0),
            (Line::RunningCost, 4.0),
            (Line::GiftCost, 2.0),
            (Line::FeeIncome, 10.0),
            (Line::ServiceCost, 7.0),
            (Line::PartnerIncome, 4.0),
        ];
        let flows = Flows::over((&ledger(&lines), 1), 1..2, 2, &terms(""));
        let close =
            |found: f64, expected: f64| assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        close(flows.sales, 300.0 / 150.0);
        close(flows.discount, 30.0 / 150.0);
        close(flows.points, 60.0 / 150.0 * 0.4);
        close(flows.with_spend, (4.0 - 7.0) / 150.0);
        close(flows.with_members, (10.0 - 4.0 - 2.0) / 50.0);
        close(flows.with_heads, -25.0 / 100.0);
        close(flows.fees, 10.0 / 50.0);
        // both months: 1 100 customer-months, 50 + 1 500 of them by the season; without members all pay the fee
        let alone = Flows::over((&ledger(&[lines[0], lines[2], lines[14]]), 0), 0..2, 2, &terms(""));
        close(alone.sales, 7700.0 / 1550.0);
        close(alone.fees, 110.0 / 1100.0);
        let nobody = Flows::over((&ledger(&lines[1..3]), 0), 0..2, 2, &terms(""));
        close(nobody.sales, 0.0);
    }

    /// In the money of the end, or of the start: prices grow by a hundredth a month.
    #[test]
    fn flows_at_the_prices_of_a_month() {
        let prices = Prices { net_of_tax: 1.0, goods: 1.01, wages: 1.0, rewards: 1.0 };
        let terms = Terms { prices: Some(prices), ..terms("") };
        let ledger = ledger(&[(Line::Start, 100.0), (Line::ListRevenue, 700.0)]);
        for (level, expected) in [(2, 700.0 * 1.01 + 7000.0), (0, 700.0 / 1.01 + 7000.0 / (1.01 * 1.01))] {
            let found = Flows::over((&ledger, 0), 0..2, level, &terms).sales;
            assert!((found - expected / 1550.0).abs() < 1e-9, "{level}: {found}");
        }
    }

    /// Not before the program began or an element changed, and not while it was being ended; at least the last month.
    #[test]
    fn the_last_year_of_any_program() {
        let of = |active: Range<usize>, settled: usize, months: usize| {
            Terms { active, settled, ..terms("") }.last_year(months)
        };
        for (active, settled, months, expected) in [
            (0..36, 0, 36, 24..36),
            (30..36, 30, 36, 30..36),
            (0..36, 33, 36, 33..36),
            (0..20, 20, 36, 24..36),
            (0..30, 30, 36, 31..36),
            (0..35, 35, 36, 35..36),
            (3..9, 3, 9, 3..9),
            (0..0, 0, 9, 1..9),
            (40..44, 40, 36, 35..36),
        ] {
            assert_eq!(of(active.clone(), settled, months), expected, "{active:?} {settled} {months}");
        }
    }

    /// What points cost in each world, where a third is the end of the program of today.
    #[test]
    fn points_of_three_worlds() {
        assert_eq!([0, 1, 2].map(|world| terms("").cost_of_points(world)), [0.8, 0.4, 0.8]);
    }

    /// Where nothing is owed all of it will be redeemed; of 3 and 4 points in segments of 2 and 1 customers 1 and 3 are honoured.
    #[test]
    fn what_will_be_redeemed() {
        let mut tally = Tally::new(0, vec![2.0, 1.0], 1, 1).with_surveys(&crate::simulate::Survey::new(0, 0));
        assert_eq!(redemption(&tally, 0), 1.0);
        for (segment, (owed, honoured)) in [(3.0, 1.0), (4.0, 3.0)].into_iter().enumerate() {
            let outlooks = tally.outlooks_mut(0, segment).unwrap();
            outlooks.end[1][0] = outlook(&[(Item::Owed, owed), (Item::Honoured, honoured)]);
        }
        assert_eq!(redemption(&tally, 0), 0.5);
        assert_eq!(redemption(&Tally::new(0, vec![1.0], 1, 1), 0), 1.0);
    }

    /// Flows of the first year in today's money: in both months 300 are earned of 100 customers. Prices grow by a hundredth until the end of the first.
    #[test]
    fn value_at_the_start() {
        let prices = Prices { net_of_tax: 1.0, goods: 1.01, wages: 1.0, rewards: 1.0 };
        let mut tally = Tally::new(0, vec![1.0], 1, 14).with_surveys(&crate::simulate::Survey::new(0, 0));
        for month in 0..14 {
            let row = tally.row_mut(0, 0, month);
            row[Line::Start] = 100.0;
            row[Line::ListRevenue] = 300.0 * if month < 12 { 1.01f64.powi(month as i32 + 1) } else { 9.0 };
        }
        let outlooks = tally.outlooks_mut(0, 0).unwrap();
        outlooks.today[0][0] = outlook(&[(Item::Began, 100.0)]);
        outlooks.start = outlook(&[(Item::Heads, 100.0), (Item::HeadsAhead, 200.0)]);
        let season = vec![1.0; 14];
        let terms = Terms { prices: Some(prices), season, monthly_factor: 0.5, ..terms("") };
        let found = Prospect::at_the_start(&tally, &Ledger::of(&tally, 0), 0, &terms).unwrap();
        assert!((found - 1.01 * 0.5 * (300.0 + 600.0)).abs() < 1e-9, "{found}");
    }

    const FLOWS: Flows = Flows {
        sales: 2.0,
        discount: 0.5,
        points: 0.25,
        with_spend: -0.125,
        with_members: 0.0625,
        with_heads: -1.0,
        fees: 4.0,
    };

    fn outlook(items: &[(Item, f64)]) -> Outlook {
        let mut outlook = Outlook::default();
        items.iter().for_each(|(item, value)| outlook[*item] = *value);
        outlook
    }

    /// Ten customers spend 40 a month, get 8 off and earn 2 in points. Those looked at stay for 30 months, 20 of them as members, spend 240, get 16
    /// off and redeem 5 in points: 60, 20 and 25 usual months.
    #[test]
    fn what_customers_will_bring() {
        let now = [
            (Item::Heads, 10.0),
            (Item::Members, 5.0),
            (Item::Spend, 40.0),
            (Item::Rebate, 8.0),
            (Item::Issued, 2.0),
        ];
        let ahead = outlook(&[
            (Item::HeadsAhead, 30.0),
            (Item::MembersAhead, 20.0),
            (Item::SpendAhead, 240.0),
            (Item::RebateAhead, 16.0),
            (Item::RewardAhead, 5.0),
        ]);
        let value = |now: &[(Item, f64)], scope| Prospect::new(FLOWS, outlook(now)).value(&ahead, scope);
        let own = 60.0 * 2.0 - 20.0 * 0.5 - 25.0 * 0.25;
        assert_eq!(value(&now, Scope::Own), own + 20.0 * 4.0);
        assert_eq!(value(&now, Scope::All), own - 60.0 * 0.125 + 20.0 * 0.0625 - 30.0);
        // where nobody is a member, spends, gets or earns anything, months are all there is to go by
        let own = 30.0 * 2.0 - 30.0 * 0.5;
        assert_eq!(value(&now[..1], Scope::Own), own + 30.0 * 4.0);
        assert_eq!(value(&now[..1], Scope::All), own - 30.0 * 0.125 + 30.0 * 0.0625 - 30.0);
        // discounts that nobody gets yet go with the spend
        assert_eq!(value(&now[..3], Scope::Own), 60.0 * 2.0 - 60.0 * 0.5 + 20.0 * 4.0);
    }
}
