//! The headline numbers: one per trial.

use super::series::quantities;
use serde::{Serialize, Serializer};

quantities! {
    /// A headline number of one trial, judged at the end of the horizon unless it says otherwise. A number that
    /// does not exist in a trial (a price per saved customer where nobody was saved) is undefined there.
    Scalar {
        /// Annual retention without the program.
        RetentionBaseline = "retention_baseline": Share,
        /// Annual retention with it.
        RetentionProgram = "retention_program": Share,
        /// Difference of the two.
        RetentionChange = "retention_change": Share,
        /// Net promoter score without the program.
        NpsBaseline = "nps_baseline": NpsPoints,
        /// Net promoter score with it.
        NpsProgram = "nps_program": NpsPoints,
        /// Difference of the two.
        NpsChange = "nps_change": NpsPoints,
        /// Active customers without the program.
        ActiveBaseline = "active_baseline": Customers,
        /// Active customers with it.
        ActiveProgram = "active_program": Customers,
        /// Difference of the two.
        ActiveChange = "active_change": Customers,
        /// Money gained by the program after all its costs, points outstanding at the end at what is expected to be redeemed.
        NetEffect = "net_effect": Money,
        /// Present value of the same, flows at the ends of months.
        Npv = "npv": Money,
        /// The net effect less tax on profits; undefined where the design states none.
        NetEffectAfterTax = "net_effect_after_tax": Money,
        /// Present value of the same.
        NpvAfterTax = "npv_after_tax": Money,
        /// The net effect with the change of the base's value at the end.
        NetEffectWithBase = "net_effect_with_base": Money,
        /// Present value of the same.
        NpvWithBase = "npv_with_base": Money,
        /// The net effect if every point outstanding at the end were honoured.
        NetEffectFullPoints = "net_effect_full_points": Money,
        /// What today's customers are expected to bring from the start on without the program, discounted to the start.
        BaseValueStart = "base_value_start": Money,
        /// What the customers at the end are expected to bring from then on without the program, discounted to the end.
        BaseValueBaseline = "base_value_baseline": Money,
        /// The same with it, at its running cost.
        BaseValueProgram = "base_value_program": Money,
        /// Difference of the two.
        BaseValueChange = "base_value_change": Money,
        /// Of it, what more customers and longer stays come to at what a month with one brings without the program; the rest is what it brings more
        /// or less.
        BaseValueStays = "base_value_stays": Money,
        /// First month from which the cumulated net effect stays at or above zero; undefined if that never happens.
        PaybackMonth = "payback_month": Months,
        /// Margin given away on purchases that would have been made anyway: discounts, redeemed points and gifts for a spend.
        MarginLoss = "margin_loss": Money,
        /// All that the program costs: discounts, redeemed points, gifts, credit, returns, set-up, running and referral cost, extra service and staff, less what partners pay.
        ProgramCost = "program_cost": Money,
        /// Customers there only because of the program.
        Saved = "saved": Customers,
        /// Customers gone because of it.
        LostByProgram = "lost_by_program": Customers,
        /// Saved less lost.
        NetSaved = "net_saved": Customers,
        /// Customers there in both worlds.
        KeptAnyway = "kept_anyway": Customers,
        /// Customers gone in both worlds.
        LostAnyway = "lost_anyway": Customers,
        /// Customers there who never came without the program.
        Won = "won": Customers,
        /// Program cost per customer saved net; undefined where no more were saved than lost.
        PricePerSaved = "price_per_saved": Money,
        /// Share of what customers are given (discounts, redeemed points, gifts for a spend) that went to those who are there in the baseline too.
        PaidToKept = "paid_to_kept": Share,
        /// Face value of the points outstanding.
        ClosingLiability = "closing_liability": Money,
        /// Share of the points outstanding at the end that is expected to be redeemed; undefined without any.
        ExpectedRedemption = "expected_redemption": Share,
        /// Contract liability for points under IFRS 15.
        DeferredRevenue = "deferred_revenue": Money,
        /// Cost of honouring every outstanding point if the program were closed at the end. Customers lost by the
        /// withdrawal are not in it: a design with a stop month simulates them.
        ClosingCost = "exit_cost": Money,
        /// Points expired as a share of points issued; undefined without points.
        Breakage = "breakage": Share,
        /// Rise of sales at list price that the discounts, redeemed points and gifts for a spend need to pay for themselves, d/(m − d); undefined
        /// where they exceed the margin.
        BreakEvenVolume = "break_even_volume": Share,
        /// Change of sales at list price that was simulated, over the months of the program.
        VolumeChange = "volume_change": Share,
        /// Month from which the discount's uplift stays below half of its peak; undefined if it does not.
        UpliftHalved = "uplift_halved": Months,
        /// Month from which the uplift stays below what pays for the discount; undefined if it does not.
        UpliftUnprofitable = "uplift_unprofitable": Months,
        /// Purchases per member over purchases per other customer, less 1: what a naive comparison shows.
        NaiveLift = "naive_lift": Share,
        /// Purchases the program caused over those its members would have made anyway.
        CausalLift = "causal_lift": Share,
        /// Net contribution over the horizon without the program: where the waterfall starts.
        BaselineContribution = "baseline_contribution": Money,
        /// Waterfall: change of revenue at list prices.
        StepListRevenue = "step_list_revenue": Money,
        /// Waterfall: discounts without special terms and volume bonuses (negative).
        StepDiscount = "step_discount": Money,
        /// Waterfall: terms given to single customers who demanded them (negative).
        StepSpecialTerms = "step_special_terms": Money,
        /// Waterfall: volume bonuses, as they are accrued (negative).
        StepVolumeBonus = "step_volume_bonus": Money,
        /// Waterfall: change of the cost of goods (negative where more is sold).
        StepCostOfGoods = "step_cost_of_goods": Money,
        /// Waterfall: cost of redeemed points (negative).
        StepRewardCost = "step_reward_cost": Money,
        /// Waterfall: set-up (negative).
        StepSetupCost = "step_setup_cost": Money,
        /// Waterfall: running cost (negative).
        StepRunningCost = "step_running_cost": Money,
        /// Waterfall: change of the cost of service (negative where more is spent).
        StepServiceCost = "step_service_cost": Money,
        /// Waterfall: change of staff pay (negative where more is paid).
        StepStaffPay = "step_staff_pay": Money,
        /// Waterfall: change of the cost of replacing staff (negative where more leave).
        StepHiringCost = "step_hiring_cost": Money,
        /// Waterfall: change of the cost of winning customers (negative where more is spent).
        StepAcquisitionCost = "step_acquisition_cost": Money,
        /// Waterfall: referral rewards (negative).
        StepReferralCost = "step_referral_cost": Money,
        /// Waterfall: gifts, prizes and privileges (negative).
        StepGiftCost = "step_gift_cost": Money,
        /// Waterfall: cost of capital and bad debt, less interest on money received ahead (negative where it costs).
        StepFinanceCost = "step_finance_cost": Money,
        /// Waterfall: goods taken back (negative).
        StepReturnsCost = "step_returns_cost": Money,
        /// Waterfall: fees that customers pay.
        StepFeeIncome = "step_fee_income": Money,
        /// Waterfall: what partners pay.
        StepPartnerIncome = "step_partner_income": Money,
        /// Waterfall: gift cards that lapsed unused.
        StepCardBreakage = "step_card_breakage": Money,
        /// Net contribution over the horizon with the program: where the waterfall ends.
        ProgramContribution = "program_contribution": Money,
        /// Share of today's revenue that comes from the fifth of the customers who buy most, as expected from their usual
        /// purchases and transaction values.
        TopFifth = "top_fifth": Share,
        /// Share of today's revenue that comes from the largest single customer; undefined where that one is of a sample.
        LargestCustomer = "largest_customer": Share,
        /// Revenue after discounts of the first year that hangs on the program that runs already: with it going on, less with it ended at the
        /// start. This and the next four are undefined where none runs, or where its end was not played.
        TodayRevenue = "today_revenue": Money,
        /// The same as a share of the revenue with it.
        TodayRevenueShare = "today_revenue_share": Share,
        /// Net effect of its going on over the first year, points outstanding at what is expected to be redeemed.
        TodayProfit = "today_profit": Money,
        /// Customers fewer at the end of the first year if it ends.
        TodayCustomers = "today_customers": Customers,
        /// Net effect of its going on over the horizon.
        TodayNetEffect = "today_net_effect": Money,
        /// Face value of the points outstanding at the start; undefined where there are none.
        OpeningLiability = "opening_liability": Money,
    }
}

impl Serialize for Scalar {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.key())
    }
}
