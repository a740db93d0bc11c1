//! The ledger of one world, scaled to the business: what a tally says about a month, as money and customers.

use std::cell::OnceCell;
use std::ops::Range;

use crate::simulate::{Account, Entries, Line, MAX_CAUSES, Nature, Tally};

/// The lines with one of these parts in the accounts, in order.
macro_rules! lines_of {
    ($($part:ident),*) => {{
        const PARTS: &[Account] = &[$(Account::$part),*];
        const LINES: [Line; Line::count_of(PARTS)] = Line::all_of(PARTS);
        &LINES
    }};
}

/// Costs that only a program causes.
const PROGRAM_COSTS: &[Line] = lines_of![Reduction, ProgramCost];
/// The same, and those that there are without a program too: what a program adds to them it has cost.
pub(super) const COSTS_OF_A_CHANGE: &[Line] = lines_of![Reduction, ProgramCost, ServiceCost];
/// Costs between margin and net contribution.
pub(super) const COSTS_BELOW_MARGIN: &[Line] = lines_of![ProgramCost, ServiceCost, BusinessCost];
/// Income between margin and net contribution.
pub(super) const INCOME_BELOW_MARGIN: &[Line] = lines_of![ProgramIncome, OtherIncome];
/// Income that lowers the cost of a program.
pub(super) const PROGRAM_INCOME: &[Line] = lines_of![ProgramIncome];

/// All lines of a month.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row(Entries);

impl Row {
    /// One line.
    pub fn get(&self, line: Line) -> f64 {
        self.0[line]
    }

    /// Revenue after discounts.
    pub fn net_revenue(&self) -> f64 {
        self.get(Line::ListRevenue) - self.get(Line::Discount)
    }

    /// Net revenue less cost of goods.
    pub fn margin(&self) -> f64 {
        self.net_revenue() - self.get(Line::CostOfGoods)
    }

    /// Discounts, redeemed points, gifts, credit, returns, set-up, running and referral cost, less what partners pay.
    pub fn program_cost(&self) -> f64 {
        self.all(PROGRAM_COSTS) - self.all(PROGRAM_INCOME)
    }

    /// Margin and other income less all other costs.
    pub fn net_contribution(&self) -> f64 {
        self.margin() + self.all(INCOME_BELOW_MARGIN) - self.all(COSTS_BELOW_MARGIN)
    }

    /// Discounts, redeemed points and gifts for a spend.
    pub fn benefits(&self) -> f64 {
        self.all(&[Line::Discount, Line::RewardCost, Line::GiftsForSpend])
    }

    /// Share of the points issued that employees collected or thieves redeemed.
    fn taken(&self) -> f64 {
        let taken = self.get(Line::PointsTaken);
        if taken > 0.0 { taken / self.get(Line::PointsIssued) } else { 0.0 }
    }

    fn all(&self, lines: &[Line]) -> f64 {
        lines.iter().map(|&line| self.get(line)).sum()
    }

    /// Promoters less detractors per customer asked, times 100; NaN if nobody is asked.
    pub fn nps(&self) -> f64 {
        ratio(self.get(Line::Promoters) - self.get(Line::Detractors), self.get(Line::Start)) * 100.0
    }

    /// Customers who left for this cause.
    pub fn left(&self, cause: usize) -> f64 {
        self.get(Line::Left(cause))
    }

    /// Customers who left.
    pub fn churned(&self) -> f64 {
        (0..MAX_CAUSES).map(|cause| self.left(cause)).sum()
    }
}

/// All months of one world, for one segment or for the whole business.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ledger {
    rows: Vec<Row>,
    /// Every line added up over the horizon, once somebody asks.
    totals: OnceCell<Row>,
    /// Net contribution by month, once somebody asks.
    contributions: OnceCell<Vec<f64>>,
}

impl Ledger {
    /// The whole business.
    pub fn of(tally: &Tally, world: usize) -> Self {
        Self::of_segments(tally, world, 0..tally.segments())
    }

    /// One segment.
    pub fn of_segment(tally: &Tally, world: usize, segment: usize) -> Self {
        Self::of_segments(tally, world, segment..segment + 1)
    }

    fn of_segments(tally: &Tally, world: usize, segments: Range<usize>) -> Self {
        let row = |month| {
            let mut sums = Entries::ZERO;
            for segment in segments.clone() {
                sums.add(tally.row(world, segment, month), tally.weights[segment]);
            }
            Row(sums)
        };
        Self::of_rows((0..tally.months()).map(row).collect())
    }

    fn of_rows(rows: Vec<Row>) -> Self {
        Self { rows, totals: OnceCell::new(), contributions: OnceCell::new() }
    }

    /// The whole of these parts, of so many months.
    pub fn of_parts<'l>(parts: impl Iterator<Item = &'l Self>, months: usize) -> Self {
        let mut rows = vec![Row(Entries::ZERO); months];
        for part in parts {
            rows.iter_mut().zip(&part.rows).for_each(|(sum, row)| sum.0.add(&row.0, 1.0));
        }
        Self::of_rows(rows)
    }

    /// How many months there are.
    pub fn months(&self) -> usize {
        self.rows.len()
    }

    /// One month.
    pub fn month(&self, month: usize) -> &Row {
        &self.rows[month]
    }

    /// The last month.
    pub fn last(&self) -> Option<&Row> {
        self.rows.last()
    }

    /// A flow added up over `months`.
    pub fn sum_over(&self, months: Range<usize>, line: Line) -> f64 {
        debug_assert_eq!(line.nature(), Nature::Flow, "{line:?}");
        self.rows[months].iter().map(|row| row.get(line)).sum()
    }

    /// Every flow added up over `months`.
    pub fn totals(&self, months: Range<usize>) -> Row {
        let mut sums = Entries::ZERO;
        self.rows[months].iter().for_each(|row| sums.add(&row.0, 1.0));
        Row(sums)
    }

    /// Every flow added up over the horizon.
    pub fn horizon(&self) -> &Row {
        self.totals.get_or_init(|| self.totals(0..self.months()))
    }

    /// A flow added up over the horizon.
    pub fn sum(&self, line: Line) -> f64 {
        debug_assert_eq!(line.nature(), Nature::Flow, "{line:?}");
        self.horizon().get(line)
    }

    /// Net contribution by month.
    pub fn contributions(&self) -> &[f64] {
        self.contributions.get_or_init(|| self.rows.iter().map(Row::net_contribution).collect())
    }

    /// A stock of customers added up over `months`: customer-months.
    pub fn customer_months(&self, months: Range<usize>, line: Line) -> f64 {
        debug_assert_eq!(line.nature(), Nature::Stock, "{line:?}");
        self.rows[months].iter().map(|row| row.get(line)).sum()
    }

    /// Share of the customers of twelve months before who are still there at the end of `month`; in the first year
    /// the share of those at the start, raised to the power 12 / months passed.
    pub fn annual_retention(&self, month: usize) -> f64 {
        let stayed = self.rows[month].get(Line::Stayed);
        if month >= 12 {
            return ratio(stayed, self.rows[month - 12].get(Line::Active));
        }
        // the first month begins with today's base and its own newcomers
        let base = self.rows[0].get(Line::Start) - self.rows[0].get(Line::Arrived);
        libm::pow(ratio(stayed, base), 12.0 / (month + 1) as f64)
    }

    /// Margin given away in each month: discounts and gifts on purchases that the baseline made too, and the same share of the
    /// cost of redeemed points as of the points issued so far. What employees and thieves take is no part of either.
    pub fn margin_loss(&self) -> Vec<f64> {
        let (mut issued, mut subsidised) = (0.0, 0.0);
        self.rows
            .iter()
            .map(|row| {
                issued += row.get(Line::IssuedValue) * (1.0 - row.taken());
                subsidised += row.get(Line::IssuedSubsidised);
                let share = if issued > 0.0 { subsidised / issued } else { 0.0 };
                let rewards = row.get(Line::RewardCost) - row.get(Line::TakenCost);
                row.get(Line::DiscountSubsidised) + rewards * share + row.get(Line::GiftsSubsidised)
            })
            .collect()
    }
}

/// Net contribution of a world over `months`, in money: margin and other income less all other costs.
pub fn net_contribution(tally: &Tally, world: usize, months: Range<usize>) -> f64 {
    let ledger = Ledger::of(tally, world);
    months.map(|month| ledger.month(month).net_contribution()).sum()
}

/// `a / b`, or NaN where `b` is not positive.
pub(super) fn ratio(a: f64, b: f64) -> f64 {
    if b > 0.0 { a / b } else { f64::NAN }
}

/// Running totals.
pub(super) fn cumulated(flows: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    flows
        .iter()
        .map(|flow| {
            sum += flow;
            sum
        })
        .collect()
}
