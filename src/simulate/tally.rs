//! What one trial counted: a table of worlds × segments × months × lines, in units of the sample.

use super::concentration::Concentration;
use super::register::{CATEGORIES, CategoryFlows};
use super::survey::Survey;
use crate::design::MAX_CAUSES;

macro_rules! lines {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// A line of the ledger: one number per world, segment and month. Flows belong to the month, stocks to its end.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(usize)]
        pub enum Line { $($(#[$doc])* $name),* }

        impl Line {
            /// The line of customers who left because of this cause.
            pub fn left(cause: usize) -> Self {
                Self::ALL[Self::Left0 as usize + cause.min(MAX_CAUSES - 1)]
            }

            /// The line of leavers for whom this cause was active.
            pub fn contributed(cause: usize) -> Self {
                Self::ALL[Self::Contributed0 as usize + cause.min(MAX_CAUSES - 1)]
            }

            /// The line of the customers of this category, by its place in [`crate::design::Category::ALL`].
            pub fn in_category(category: usize) -> Self {
                Self::ALL[Self::Committed as usize + category.min(CATEGORIES - 1)]
            }

            /// All lines in order.
            pub const ALL: &'static [Line] = &[$(Line::$name),*];
            /// How many lines there are.
            pub const COUNT: usize = Self::ALL.len();
            /// The name in code and in machine-readable output.
            pub fn name(self) -> &'static str {
                match self { $(Line::$name => stringify!($name)),* }
            }
        }
    };
}

lines! {
    /// Customers at the start of the month, newcomers included. They are also the ones asked for the NPS.
    Start,
    /// Customers at the end of the month.
    Active,
    /// Of those at the end, the ones who were customers twelve months earlier (or of today's base, in the first year).
    Stayed,
    /// Newcomers of the month.
    Arrived,
    /// Of the newcomers, those brought by the referral element.
    Referred,
    /// Customers who left because of cause 0 of the design.
    Left0,
    /// Customers who left because of cause 1 of the design.
    Left1,
    /// Customers who left because of cause 2 of the design.
    Left2,
    /// Customers who left because of cause 3 of the design.
    Left3,
    /// Customers who left because of cause 4 of the design.
    Left4,
    /// Customers who left because of cause 5 of the design.
    Left5,
    /// Customers who left because of cause 6 of the design.
    Left6,
    /// Customers who left because of cause 7 of the design.
    Left7,
    /// Leavers for whom cause 0 was active, primary or not.
    Contributed0,
    /// Leavers for whom cause 1 was active, primary or not.
    Contributed1,
    /// Leavers for whom cause 2 was active, primary or not.
    Contributed2,
    /// Leavers for whom cause 3 was active, primary or not.
    Contributed3,
    /// Leavers for whom cause 4 was active, primary or not.
    Contributed4,
    /// Leavers for whom cause 5 was active, primary or not.
    Contributed5,
    /// Leavers for whom cause 6 was active, primary or not.
    Contributed6,
    /// Leavers for whom cause 7 was active, primary or not.
    Contributed7,
    /// Purchases.
    Purchases,
    /// Members at the end of the month.
    Members,
    /// Customers who joined the program this month.
    Joined,
    /// Purchases made by members.
    MemberPurchases,
    /// Promoters among those asked.
    Promoters,
    /// Detractors among those asked.
    Detractors,
    /// Failures met.
    Failures,
    /// Demands for special terms.
    Demands,
    /// Of them, those given in to.
    Granted,
    /// Customers who left because they were refused.
    LeftRefused,
    /// Committed customers at the end of the month.
    Committed,
    /// Faithful customers.
    Faithful,
    /// Split customers.
    Split,
    /// Blackmailers.
    Blackmailers,
    /// Pragmatists.
    Pragmatists,
    /// Hostages.
    Hostages,
    /// Here and in the baseline at the end of the month.
    KeptAnyway,
    /// Here, but gone in the baseline.
    Saved,
    /// Gone here, but there in the baseline.
    LostByProgram,
    /// Gone in both worlds (stock of customers who ever were).
    LostAnyway,
    /// Here, and never a customer in the baseline.
    Won,
    /// Revenue at list prices.
    ListRevenue,
    /// Discounts given, special terms included.
    Discount,
    /// Of the discounts, what terms given to single customers who demanded them add to the others.
    SpecialTerms,
    /// Of the discounts, those on purchases that the baseline world also made.
    DiscountSubsidised,
    /// Cost of goods sold.
    CostOfGoods,
    /// Cost of redeemed points.
    RewardCost,
    /// Value of points issued, at face value.
    IssuedValue,
    /// Of it, on purchases that the baseline world also made.
    IssuedSubsidised,
    /// Discounts and redeemed points of customers who are there in the baseline too.
    BenefitsToKept,
    /// Cost of setting elements and the program up.
    SetupCost,
    /// Fixed and per-member running cost of the program, messages included.
    RunningCost,
    /// Cost of service: training and recovery.
    ServiceCost,
    /// Pay of the staff who meet customers.
    StaffPay,
    /// Cost of replacing staff who leave.
    HiringCost,
    /// Cost of winning new customers.
    AcquisitionCost,
    /// Rewards for referrals, both sides.
    ReferralCost,
    /// Gifts, prizes and privileges given.
    GiftCost,
    /// Cost of capital and bad debt of credit, less interest on money received ahead.
    FinanceCost,
    /// Goods taken back: what is lost on returns and trade-ins.
    ReturnsCost,
    /// Fees that customers pay: income.
    FeeIncome,
    /// Of the fees, those of customers who bought nothing in the month.
    IdleFees,
    /// What partners pay: income.
    PartnerIncome,
    /// Gift cards that lapsed unused: income.
    CardBreakage,
    /// Gift cards sold, in money.
    CardsSold,
    /// Gift cards used, in money.
    CardsUsed,
    /// Gift cards outstanding, in money.
    CardsOutstanding,
    /// Points issued.
    PointsIssued,
    /// Points redeemed, those paid out at the stop of the program included.
    PointsRedeemed,
    /// Points expired by age, or left behind by those who went.
    PointsExpired,
    /// Points outstanding.
    PointsOutstanding,
    /// Face value of the points outstanding.
    LiabilityValue,
    /// Sum over customers of the log uplift of the rate by price.
    PriceUplift,
    /// Share of contacts served properly, summed over the customers the month begins with.
    ProperContacts,
    /// Loyalty of the staff, 0..1, summed likewise.
    StaffLoyalty,
    /// Turnover of the staff per year, summed likewise.
    StaffTurnover,
}

/// Everything one trial counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// Number of the trial.
    pub trial: u64,
    /// Real customers behind one simulated customer, per segment.
    pub weights: Vec<f64>,
    /// The survey at the end of the horizon, one for each world; empty in a tally made by hand.
    pub surveys: Vec<Survey>,
    /// Customers by category over the horizon, one table for each world; empty in a tally made by hand.
    pub categories: Vec<[CategoryFlows; CATEGORIES]>,
    /// How much of today's revenue hangs on few customers; absent in a tally made by hand, and where nothing is bought.
    pub concentration: Option<Concentration>,
    worlds: usize,
    months: usize,
    cells: Vec<f64>,
}

impl Tally {
    /// An empty tally.
    pub fn new(trial: u64, weights: Vec<f64>, worlds: usize, months: usize) -> Self {
        let cells = vec![0.0; worlds * weights.len() * months * Line::COUNT];
        Self {
            trial,
            weights,
            surveys: Vec::new(),
            categories: Vec::new(),
            concentration: None,
            worlds,
            months,
            cells,
        }
    }

    /// Worlds played; the first is the baseline.
    pub fn worlds(&self) -> usize {
        self.worlds
    }

    /// Segments of the design.
    pub fn segments(&self) -> usize {
        self.weights.len()
    }

    /// Months played.
    pub fn months(&self) -> usize {
        self.months
    }

    /// All lines of a world, segment and month, in sample units.
    pub fn row(&self, world: usize, segment: usize, month: usize) -> &[f64] {
        let at = self.at(world, segment, month);
        &self.cells[at..at + Line::COUNT]
    }

    /// The same, to be counted into.
    pub fn row_mut(&mut self, world: usize, segment: usize, month: usize) -> &mut [f64] {
        let at = self.at(world, segment, month);
        &mut self.cells[at..at + Line::COUNT]
    }

    /// A line of one segment, in sample units.
    pub fn get(&self, world: usize, segment: usize, month: usize, line: Line) -> f64 {
        self.row(world, segment, month)[line as usize]
    }

    /// A line scaled to the business and summed over segments.
    pub fn total(&self, world: usize, month: usize, line: Line) -> f64 {
        (0..self.segments()).map(|s| self.weights[s] * self.get(world, s, month, line)).sum()
    }

    fn at(&self, world: usize, segment: usize, month: usize) -> usize {
        ((world * self.segments() + segment) * self.months + month) * Line::COUNT
    }
}
