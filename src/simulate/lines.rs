//! The lines of the ledger: each declared once, with what its number means over time and its part in the accounts.

use std::ops::{Index, IndexMut};

use crate::design::{Category, MAX_CAUSES};

/// What the number of a line means over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// What happened in the month: may be added up over months.
    Flow,
    /// How things stand in the month, at its end unless the line says otherwise: added up over months it would be customer-months.
    Stock,
}

/// The part of a line in the accounts of a month, from revenue at list prices down to net contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Account {
    /// No item of the accounts: customers, points, parts of other lines.
    Memo,
    /// Revenue at list prices.
    Revenue,
    /// Taken off revenue by the program or by terms of single customers: part of the margin and of the program's cost.
    Reduction,
    /// Taken off revenue by what was sold.
    Goods,
    /// Cost below the margin, all of it the program's.
    ProgramCost,
    /// Cost below the margin that there is without a program too: what it adds is the program's.
    ServiceCost,
    /// Cost below the margin that is never the program's.
    BusinessCost,
    /// Income below the margin that lowers the program's cost.
    ProgramIncome,
    /// Income below the margin besides.
    OtherIncome,
}

/// Places of the causes of a design.
const CAUSES: [usize; MAX_CAUSES] = {
    let mut causes = [0; MAX_CAUSES];
    let mut cause = 0;
    while cause < MAX_CAUSES {
        causes[cause] = cause;
        cause += 1;
    }
    causes
};

/// `Name: nature as account`, and for a line of which there are several, `Name(which: type in all of them): nature`.
macro_rules! lines {
    ($($(#[$doc:meta])* $name:ident $(($which:ident: $of:ident in $all:expr))? : $nature:ident $(as $account:ident)?),*
        $(,)?) => {
        /// A line of the ledger: one number per world, segment and month.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Line { $($(#[$doc])* $name $(($of))?),* }

        /// Lines that are declared together.
        #[derive(Clone, Copy)]
        enum Family { $($name),* }

        /// How many lines each family has.
        const WIDTHS: &[usize] = &[$(1 $(* $all.len())?),*];

        impl Line {
            /// All lines in order.
            pub const ALL: [Self; Self::COUNT] = {
                let mut all = [Self::Start; Self::COUNT];
                $(lines!(@fill all, $name $(, $all)?);)*
                all
            };

            /// The place of the line among [`Self::ALL`]. Panics if the design cannot have such a cause.
            #[inline(always)]
            pub const fn place(self) -> usize {
                match self { $(Self::$name $(($which))? => place(Family::$name, 0 $(+ $which as usize)?)),* }
            }

            /// What its number means over time.
            pub const fn nature(self) -> Nature {
                match self { $(Self::$name { .. } => Nature::$nature),* }
            }

            /// Its part in the accounts.
            pub const fn account(self) -> Account {
                match self { $(Self::$name { .. } => lines!(@account $($account)?)),* }
            }
        }
    };
    (@fill $lines:ident, $name:ident) => {
        $lines[Self::$name.place()] = Self::$name
    };
    (@fill $lines:ident, $name:ident, $all:expr) => {
        let mut k = 0;
        while k < $all.len() {
            let line = Self::$name($all[k]);
            $lines[line.place()] = line;
            k += 1;
        }
    };
    (@account) => { Account::Memo };
    (@account $account:ident) => { Account::$account };
}

lines! {
    /// Customers at the start of the month, newcomers included. They are also the ones asked for the NPS.
    Start: Stock,
    /// Customers at the end of the month.
    Active: Stock,
    /// Of those at the end, the ones who were customers twelve months earlier (or of today's base, in the first year).
    Stayed: Stock,
    /// Those who come in the month: newcomers, and former customers won back.
    Arrived: Flow,
    /// Of them, former customers won back.
    WonBack: Flow,
    /// Of the newcomers, those brought by the referral element.
    Referred: Flow,
    /// Customers who left because of this cause of the design.
    Left(cause: usize in CAUSES): Flow,
    /// Leavers for whom this cause was active, primary or not.
    Contributed(cause: usize in CAUSES): Flow,
    /// Purchases.
    Purchases: Flow,
    /// Members at the end of the month.
    Members: Stock,
    /// Customers who joined the program this month.
    Joined: Flow,
    /// Purchases made by members.
    MemberPurchases: Flow,
    /// Promoters among those asked.
    Promoters: Stock,
    /// Detractors among those asked.
    Detractors: Stock,
    /// Failures met.
    Failures: Flow,
    /// Demands for special terms.
    Demands: Flow,
    /// Of them, those granted.
    Granted: Flow,
    /// Customers who left because they were refused.
    LeftRefused: Flow,
    /// Customers of this category at the end of the month.
    InCategory(category: Category in Category::ALL): Stock,
    /// Here and in the baseline at the end of the month.
    KeptAnyway: Stock,
    /// Here, but gone in the baseline.
    Saved: Stock,
    /// Gone here, but there in the baseline.
    LostByProgram: Stock,
    /// Gone in both worlds (stock of customers who ever were).
    LostAnyway: Stock,
    /// Here, and never a customer in the baseline.
    Won: Stock,
    /// Revenue at list prices.
    ListRevenue: Flow as Revenue,
    /// Discounts given, special terms included.
    Discount: Flow as Reduction,
    /// Of the discounts, what terms given to single customers who demanded them add to the others.
    SpecialTerms: Flow,
    /// Of the discounts, volume bonuses: what the year is expected to earn, as it is accrued.
    VolumeBonus: Flow,
    /// Volume bonuses paid.
    BonusesPaid: Flow,
    /// Volume bonuses accrued or due, and not yet paid.
    BonusesOwed: Stock,
    /// Of the discounts, those on purchases that the baseline world also made.
    DiscountSubsidised: Flow,
    /// Cost of goods sold.
    CostOfGoods: Flow as Goods,
    /// Cost of redeemed points.
    RewardCost: Flow as ProgramCost,
    /// Value of points issued, at face value.
    IssuedValue: Flow,
    /// Of it, on purchases that the baseline world also made.
    IssuedSubsidised: Flow,
    /// What customers who are there in the baseline too are given: discounts, but for offers to those who leave, and redeemed points at cost. Of points
    /// that another redeems than who collected them, and of those paid out, it is the same share as of the points redeemed in the month.
    BenefitsToKept: Flow,
    /// Of the cost of redeemed points, that of points which employees collected or thieves redeemed.
    TakenCost: Flow,
    /// Of the cost of redeemed points, what charities get.
    DonatedCost: Flow,
    /// Cost of setting elements and the program up.
    SetupCost: Flow as ProgramCost,
    /// Fixed and per-member running cost of the program, messages included.
    RunningCost: Flow as ProgramCost,
    /// Cost of service: training and recovery.
    ServiceCost: Flow as ServiceCost,
    /// Pay of the staff who meet customers.
    StaffPay: Flow as ServiceCost,
    /// Cost of replacing staff who leave.
    HiringCost: Flow as ServiceCost,
    /// Cost of winning new customers.
    AcquisitionCost: Flow as BusinessCost,
    /// Rewards for referrals, both sides.
    ReferralCost: Flow as ProgramCost,
    /// Gifts, prizes and privileges given.
    GiftCost: Flow as ProgramCost,
    /// Of it, gifts for what was spent in a period.
    GiftsForSpend: Flow,
    /// Of these, those for purchases that the baseline world also made.
    GiftsSubsidised: Flow,
    /// Of them, those of customers who are there in the baseline too.
    GiftsToKept: Flow,
    /// Cost of capital and bad debt of credit, less interest on money received ahead.
    FinanceCost: Flow as ProgramCost,
    /// Goods taken back: what is lost on returns and trade-ins.
    ReturnsCost: Flow as ProgramCost,
    /// Fees that customers pay: income.
    FeeIncome: Flow as OtherIncome,
    /// Of the fees, those of customers who bought nothing in the month.
    IdleFees: Flow,
    /// What partners pay: income.
    PartnerIncome: Flow as ProgramIncome,
    /// Gift cards that lapsed unused: income.
    CardBreakage: Flow as OtherIncome,
    /// Gift cards sold, in money.
    CardsSold: Flow,
    /// Gift cards used, in money.
    CardsUsed: Flow,
    /// Gift cards outstanding, in money.
    CardsOutstanding: Stock,
    /// Points issued.
    PointsIssued: Flow,
    /// Points redeemed, those paid out at the stop of the program included.
    PointsRedeemed: Flow,
    /// Of the points issued, and of those redeemed, what employees collected or thieves redeemed.
    PointsTaken: Flow,
    /// Points expired by age, or left behind by those who went.
    PointsExpired: Flow,
    /// Points added when they are converted into those of another program, less those that it takes.
    PointsConverted: Flow,
    /// Points outstanding.
    PointsOutstanding: Stock,
    /// Face value of the points outstanding.
    LiabilityValue: Stock,
    /// Points outstanding at the start of a program that runs already; in the first month.
    OpeningPoints: Flow,
    /// Their face value.
    OpeningValue: Flow,
    /// Sum over customers of the log uplift of the rate by price.
    PriceUplift: Stock,
    /// Share of contacts handled to standard, summed over the customers the month begins with.
    ProperContacts: Stock,
    /// Loyalty of the staff, 0..1, summed likewise.
    StaffLoyalty: Stock,
    /// Turnover of the staff per year, summed likewise.
    StaffTurnover: Stock,
}

/// Where each family begins.
const FIRST: [usize; WIDTHS.len()] = {
    let mut first = [0; WIDTHS.len()];
    let mut family = 1;
    while family < WIDTHS.len() {
        first[family] = first[family - 1] + WIDTHS[family - 1];
        family += 1;
    }
    first
};

#[inline(always)]
const fn place(family: Family, member: usize) -> usize {
    assert!(member < WIDTHS[family as usize]);
    FIRST[family as usize] + member
}

impl Line {
    /// How many lines there are.
    pub const COUNT: usize = FIRST[WIDTHS.len() - 1] + WIDTHS[WIDTHS.len() - 1];

    /// How many lines have one of these parts in the accounts.
    pub const fn count_of(parts: &[Account]) -> usize {
        let (mut count, mut k) = (0, 0);
        while k < Self::COUNT {
            count += Self::ALL[k].is_one_of(parts) as usize;
            k += 1;
        }
        count
    }

    /// The `N` lines that have one of these parts in the accounts, in order.
    pub const fn all_of<const N: usize>(parts: &[Account]) -> [Self; N] {
        let mut lines = [Self::Start; N];
        let (mut count, mut k) = (0, 0);
        while k < Self::COUNT {
            if Self::ALL[k].is_one_of(parts) {
                lines[count] = Self::ALL[k];
                count += 1;
            }
            k += 1;
        }
        lines
    }

    const fn is_one_of(self, parts: &[Account]) -> bool {
        let mut k = 0;
        while k < parts.len() {
            if parts[k] as u8 == self.account() as u8 {
                return true;
            }
            k += 1;
        }
        false
    }
}

/// A number for every line.
#[derive(Debug, Clone, PartialEq)]
pub struct Entries([f64; Line::COUNT]);

impl Entries {
    /// Nothing counted yet.
    pub const ZERO: Self = Self([0.0; Line::COUNT]);

    /// The numbers in the order of [`Line::ALL`].
    pub fn values(&self) -> &[f64; Line::COUNT] {
        &self.0
    }

    /// Adds `weight` times the numbers of `part`.
    pub fn add(&mut self, part: &Self, weight: f64) {
        for (sum, value) in self.0.iter_mut().zip(&part.0) {
            *sum += weight * value;
        }
    }

    /// The first factor times itself and the second times `other`.
    pub fn blend(&mut self, other: &Self, [own, others]: [f64; 2]) {
        for (value, theirs) in self.0.iter_mut().zip(&other.0) {
            *value = own * *value + others * theirs;
        }
    }
}

impl Index<Line> for Entries {
    type Output = f64;

    #[inline(always)]
    fn index(&self, line: Line) -> &f64 {
        &self.0[line.place()]
    }
}

impl IndexMut<Line> for Entries {
    #[inline(always)]
    fn index_mut(&mut self, line: Line) -> &mut f64 {
        &mut self.0[line.place()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every line has a place of its own, in the order in which they are declared.
    #[test]
    fn places_are_in_order() {
        let places: Vec<usize> = Line::ALL.iter().map(|line| line.place()).collect();
        assert_eq!(places, (0..Line::COUNT).collect::<Vec<_>>());
        assert_eq!(Line::Left(MAX_CAUSES - 1).place() + 1, Line::Contributed(0).place());
    }

    #[test]
    #[should_panic(expected = "member < WIDTHS")]
    fn a_cause_that_no_design_has_is_no_line() {
        Line::Left(MAX_CAUSES).place();
    }

    #[test]
    fn lines_are_found_by_their_part_in_the_accounts() {
        const INCOME: [Account; 2] = [Account::ProgramIncome, Account::OtherIncome];
        const LINES: [Line; Line::count_of(&INCOME)] = Line::all_of(&INCOME);
        assert_eq!(LINES, [Line::FeeIncome, Line::PartnerIncome, Line::CardBreakage]);
        assert!(LINES.iter().all(|line| line.nature() == Nature::Flow));
    }
}
