//! What is followed month by month, and in which unit.

use serde::{Serialize, Serializer};

/// A closed list of quantities with a key and a unit each.
macro_rules! quantities {
    ($(#[$list_doc:meta])* $list:ident { $($(#[$doc:meta])* $name:ident = $key:literal : $unit:ident),* $(,)? }) => {
        $(#[$list_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(usize)]
        pub enum $list { $($(#[$doc])* $name),* }

        impl $list {
            /// All of them, in the order of every table.
            pub const ALL: &'static [$list] = &[$($list::$name),*];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The key in machine-readable output.
            pub fn key(self) -> &'static str {
                match self { $($list::$name => $key),* }
            }

            /// The unit of the quantity.
            pub fn unit(self) -> $crate::units::Unit {
                match self { $($list::$name => $crate::units::Unit::$unit),* }
            }
        }
    };
}
pub(super) use quantities;

quantities! {
    /// A monthly series of one world. Flows belong to the month, stocks to its end.
    Series {
        /// Annual retention as of the month: share of the customers of twelve months before who are still there
        /// (in the first year, those of the start, annualised).
        Retention = "retention": Share,
        /// Customers at the end of the month.
        Active = "active": Customers,
        /// Net promoter score: (promoters − detractors) / asked × 100.
        Nps = "nps": NpsPoints,
        /// Customers who left.
        Churned = "churned": Customers,
        /// New customers.
        Arrived = "arrived": Customers,
        /// Purchases.
        Purchases = "purchases": Count,
        /// Revenue at list prices.
        ListRevenue = "list_revenue": Money,
        /// Discounts given.
        Discount = "discount": Money,
        /// Of the discounts, what terms given to single customers who demanded them add to the others.
        SpecialTerms = "special_terms": Money,
        /// Of the discounts, volume bonuses as they are accrued.
        VolumeBonus = "volume_bonus": Money,
        /// Volume bonuses accrued or due, and not yet paid.
        BonusesOwed = "bonuses_owed": Money,
        /// Revenue after discounts.
        NetRevenue = "net_revenue": Money,
        /// Net revenue less the cost of goods.
        Margin = "margin": Money,
        /// Cost of redeemed points.
        RewardCost = "reward_cost": Money,
        /// Cost of setting the program up.
        SetupCost = "setup_cost": Money,
        /// Fixed and per-member running cost.
        RunningCost = "running_cost": Money,
        /// Cost of service: training and recovery.
        ServiceCost = "service_cost": Money,
        /// Pay of the staff who meet customers.
        StaffPay = "staff_pay": Money,
        /// Cost of replacing staff who leave.
        HiringCost = "hiring_cost": Money,
        /// Cost of winning new customers.
        AcquisitionCost = "acquisition_cost": Money,
        /// Rewards for referrals.
        ReferralCost = "referral_cost": Money,
        /// Gifts, prizes and privileges.
        GiftCost = "gift_cost": Money,
        /// Cost of capital and bad debt, less interest on money received ahead.
        FinanceCost = "finance_cost": Money,
        /// Goods taken back.
        ReturnsCost = "returns_cost": Money,
        /// Fees that customers pay.
        FeeIncome = "fee_income": Money,
        /// Of them, those of customers who bought nothing in the month: bad profit.
        IdleFees = "idle_fees": Money,
        /// What partners pay.
        PartnerIncome = "partner_income": Money,
        /// Gift cards that lapsed unused.
        CardBreakage = "card_breakage": Money,
        /// Gift cards outstanding: money received, goods still owed.
        CardsOutstanding = "cards_outstanding": Money,
        /// Discounts, redeemed points, gifts, credit, returns, set-up, running and referral cost, less what partners pay.
        ProgramCost = "program_cost": Money,
        /// Margin and other income less all costs above except discounts, which margin has already lost.
        NetContribution = "net_contribution": Money,
        /// Net contribution since the start.
        CumulativeContribution = "cumulative_contribution": Money,
        /// Margin given away: discounts, redeemed points and gifts for a spend on purchases that the baseline also made.
        MarginLoss = "margin_loss": Money,
        /// The same since the start.
        CumulativeMarginLoss = "cumulative_margin_loss": Money,
        /// Face value of the points outstanding.
        Liability = "liability": Money,
        /// Contract liability for points under IFRS 15.
        DeferredRevenue = "deferred_revenue": Money,
        /// Members of the program.
        Members = "members": Customers,
        /// Mean log uplift of the purchase rate by price: the fatigue clock.
        DiscountUplift = "discount_uplift": LogRatio,
        /// Points issued.
        PointsIssued = "points_issued": Points,
        /// Points redeemed.
        PointsRedeemed = "points_redeemed": Points,
        /// Points expired.
        PointsExpired = "points_expired": Points,
        /// Points outstanding.
        PointsOutstanding = "points_outstanding": Points,
        /// Customers there with and without the program.
        KeptAnyway = "kept_anyway": Customers,
        /// Customers there only because of the program.
        Saved = "saved": Customers,
        /// Customers gone because of the program.
        LostByProgram = "lost_by_program": Customers,
        /// Customers gone with and without the program, since the start.
        LostAnyway = "lost_anyway": Customers,
        /// Customers there who never came without the program.
        Won = "won": Customers,
        /// Former customers won back this month.
        WonBack = "won_back": Customers,
        /// Share of contacts handled to standard.
        ProperContacts = "proper_contacts": Share,
        /// Loyalty of the staff: 0 none, 1 the most there can be.
        StaffLoyalty = "staff_loyalty": Share,
        /// Turnover of the staff per year.
        StaffTurnover = "staff_turnover": Share,
        /// Demands for special terms.
        Demands = "demands": Count,
        /// Of them, those granted.
        DemandsGranted = "demands_granted": Count,
        /// Customers who left because they were refused.
        LeftRefused = "left_refused": Customers,
        /// Committed customers.
        Committed = "committed": Customers,
        /// Faithful customers.
        Faithful = "faithful": Customers,
        /// Customers who buy here and there.
        Split = "split": Customers,
        /// Customers who demand special terms.
        Blackmailers = "blackmailers": Customers,
        /// Customers who follow the better offer.
        Pragmatists = "pragmatists": Customers,
        /// Customers who have no choice.
        Hostages = "hostages": Customers,
    }
}

impl Series {
    /// The series whose differences between the worlds are followed as well.
    pub const COMPARED: &'static [Series] = &[
        Series::Retention,
        Series::Active,
        Series::Nps,
        Series::Churned,
        Series::Purchases,
        Series::NetRevenue,
        Series::Margin,
        Series::NetContribution,
        Series::CumulativeContribution,
    ];
}

impl Serialize for Series {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.key())
    }
}
