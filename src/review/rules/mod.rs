//! What makes a program weak: one rule, one function, one file. A rule looks at [`Facts`] only, and fires only where the whole
//! interval of what it judges lies beyond its threshold.

pub mod remedies;
mod weakness;

macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*

        /// All rules in the order of their codes.
        pub const RULES: &[&Rule] = &[$(&$name::RULE),*];
    };
}

rules! {
    a01_gift_for_joining,
    a02_friend_worth_inventing,
    a03_receipts_can_be_split,
    a04_points_die_between_visits,
    a05_ladder_falls,
    a06_joining_takes_a_year,
    d01_discount_eats_the_margin,
    d02_volume_cannot_pay,
    d03_discount_on_sales_made_anyway,
    d04_discount_without_end,
    d05_discount_wears_off,
    d06_discount_unnoticed,
    d07_step_out_of_reach,
    d08_discounts_add_up,
    d09_deep_discount,
    d10_always_a_sale,
    d11_sale_for_everyone,
    e01_loses_money,
    e02_price_of_a_saved_customer,
    e03_saves_nobody,
    e04_paid_to_stayers,
    e05_no_payback,
    e06_segment_at_a_loss,
    e07_fixed_cost_too_large,
    e08_bad_case_is_ruinous,
    e09_rewards_eat_the_margin,
    e10_still_losing_at_the_end,
    e11_lift_overstated,
    e12_friend_dearer_than_advertising,
    e13_fees_of_the_idle,
    e14_goes_on_too_long,
    e15_charges_nobody_asked_for,
    g01_no_goal,
    g02_no_price_set,
    g03_goal_too_early,
    g04_goal_out_of_reach,
    g05_goal_met_without,
    g06_no_exit,
    g07_no_control_group,
    g08_no_pilot,
    g09_terms_unsaid,
    g10_data_unsaid,
    g11_easy_to_copy,
    g12_same_for_all,
    g13_staff_not_involved,
    g14_accounting_unsaid,
    g15_score_as_a_goal,
    g16_one_average,
    g17_nobody_responsible,
    g18_partners_without_terms,
    g19_too_much_at_once,
    m01_too_many_messages,
    m02_too_few_messages,
    p01_reward_out_of_reach,
    p02_reward_too_far,
    p03_redemption_too_low,
    p04_redemption_too_high,
    p05_lives_on_breakage,
    p06_reward_too_small,
    p07_points_expire_too_soon,
    p08_liability_grows,
    p09_no_head_start,
    p10_exit_is_dear,
    p11_base_asleep,
    p12_devalued_without_notice,
    s01_main_cause_untouched,
    s02_failures_not_put_right,
    s03_training_fades,
    s04_too_early,
    s05_staff_do_not_offer,
    s06_rival_not_considered,
    s07_few_customers_carry_it,
    t01_tier_nobody_reaches,
    t02_tier_for_everybody,
    t03_fall_without_grace,
    t04_status_without_honour,
    v01_folk_numbers,
    v02_nothing_measured,
    v03_false_precision,
    v04_costs_forgotten,
}

pub use weakness::{Action, Cited, Judgement, Origin, Weakness, judged};

use super::content::{Severity, Support};
use super::facts::Facts;

/// A rule of the review.
#[derive(Debug)]
pub struct Rule {
    /// Letter of its domain and a number: A algorithms (rules that contradict or invite gaming), D discounts, E economics, G governance, M messages, P points, S service and market,
    /// T tiers, V evidence.
    pub code: &'static str,
    /// How bad it is where it fires.
    pub severity: Severity,
    /// What its threshold rests on.
    pub support: Support,
    /// Author and year, or who holds the opinion.
    pub source: &'static str,
    /// Messages: the weakness in a few words, what was found, why it matters.
    pub messages: [&'static str; 3],
    /// The rule itself.
    pub judge: fn(&Facts) -> Judgement,
}

#[cfg(test)]
mod tests;
