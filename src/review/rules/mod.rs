//! What makes a program weak: one rule, one function, one file. A rule looks at [`Facts`] only, and fires only where the whole
//! interval of what it judges lies beyond its threshold.

pub mod remedies;
mod weakness;

// Two lines for a rule: its file here, its name in `RULES`.
pub(super) mod a01_gift_for_joining;
pub(super) mod a02_friend_worth_inventing;
pub(super) mod a03_receipts_can_be_split;
mod a04_points_die_between_visits;
mod a05_ladder_falls;
mod a06_joining_takes_a_year;
pub(super) mod a07_terms_permit_abuse;
pub(super) mod a08_credit_never_ends;
pub(super) mod a09_trade_in_pays;
pub(super) mod a10_points_for_nothing;
mod d01_discount_eats_the_margin;
mod d02_volume_cannot_pay;
mod d03_discount_on_sales_made_anyway;
mod d04_discount_without_end;
mod d05_discount_wears_off;
mod d06_discount_unnoticed;
mod d07_step_out_of_reach;
mod d08_discounts_add_up;
mod d09_deep_discount;
mod d10_always_a_sale;
mod d11_sale_for_everyone;
mod e01_loses_money;
mod e02_price_of_a_saved_customer;
mod e03_saves_nobody;
mod e04_paid_to_stayers;
mod e05_no_payback;
mod e06_segment_at_a_loss;
mod e07_fixed_cost_too_large;
mod e08_bad_case_is_ruinous;
mod e09_rewards_eat_the_margin;
mod e10_still_losing_at_the_end;
mod e11_lift_overstated;
mod e12_friend_dearer_than_advertising;
mod e13_fees_of_the_idle;
mod e14_goes_on_too_long;
mod e15_charges_nobody_asked_for;
mod g01_no_goal;
pub(super) mod g02_no_price_set;
pub(super) mod g03_goal_too_early;
mod g04_goal_out_of_reach;
pub(super) mod g05_goal_met_without;
mod g06_no_exit;
mod g07_no_control_group;
mod g08_no_pilot;
mod g09_terms_unsaid;
mod g10_data_unsaid;
mod g11_easy_to_copy;
mod g12_same_for_all;
mod g13_staff_not_involved;
mod g14_accounting_unsaid;
mod g15_score_as_a_goal;
mod g16_one_average;
mod g17_nobody_responsible;
mod g18_partners_without_terms;
mod g19_too_much_at_once;
pub(super) mod g20_period_too_short;
pub(super) mod j01_joining_is_work;
mod m01_too_many_messages;
mod m02_too_few_messages;
pub(super) mod p01_reward_out_of_reach;
pub(super) mod p02_reward_too_far;
mod p03_redemption_too_low;
mod p04_redemption_too_high;
mod p05_lives_on_breakage;
mod p06_reward_too_small;
mod p07_points_expire_too_soon;
mod p08_liability_grows;
mod p09_no_head_start;
mod p10_exit_is_dear;
mod p11_base_asleep;
mod p12_devalued_without_notice;
pub mod p13_void_without_notice;
mod s01_main_cause_untouched;
mod s02_failures_not_put_right;
mod s03_training_fades;
mod s04_too_early;
mod s05_staff_do_not_offer;
pub(super) mod s06_rival_not_considered;
mod s07_few_customers_carry_it;
mod s08_customers_cannot_leave;
mod s09_rival_gives_more;
mod s10_money_for_bad_service;
mod t01_tier_nobody_reaches;
mod t02_tier_for_everybody;
mod t03_fall_without_grace;
mod t04_status_without_honour;
pub(super) mod v01_folk_numbers;
mod v02_nothing_measured;
mod v03_false_precision;
mod v04_costs_forgotten;

pub use super::code::Code;
pub use weakness::{Action, Cited, Judgement, MOST_TIMES, Origin, Weakness, judged};

use super::content::{Severity, Support};
use super::facts::Facts;

/// All rules in the order of their codes.
pub const RULES: &[&Rule] = &[
    &a01_gift_for_joining::RULE,
    &a02_friend_worth_inventing::RULE,
    &a03_receipts_can_be_split::RULE,
    &a04_points_die_between_visits::RULE,
    &a05_ladder_falls::RULE,
    &a06_joining_takes_a_year::RULE,
    &a07_terms_permit_abuse::RULE,
    &a08_credit_never_ends::RULE,
    &a09_trade_in_pays::RULE,
    &a10_points_for_nothing::RULE,
    &d01_discount_eats_the_margin::RULE,
    &d02_volume_cannot_pay::RULE,
    &d03_discount_on_sales_made_anyway::RULE,
    &d04_discount_without_end::RULE,
    &d05_discount_wears_off::RULE,
    &d06_discount_unnoticed::RULE,
    &d07_step_out_of_reach::RULE,
    &d08_discounts_add_up::RULE,
    &d09_deep_discount::RULE,
    &d10_always_a_sale::RULE,
    &d11_sale_for_everyone::RULE,
    &e01_loses_money::RULE,
    &e02_price_of_a_saved_customer::RULE,
    &e03_saves_nobody::RULE,
    &e04_paid_to_stayers::RULE,
    &e05_no_payback::RULE,
    &e06_segment_at_a_loss::RULE,
    &e07_fixed_cost_too_large::RULE,
    &e08_bad_case_is_ruinous::RULE,
    &e09_rewards_eat_the_margin::RULE,
    &e10_still_losing_at_the_end::RULE,
    &e11_lift_overstated::RULE,
    &e12_friend_dearer_than_advertising::RULE,
    &e13_fees_of_the_idle::RULE,
    &e14_goes_on_too_long::RULE,
    &e15_charges_nobody_asked_for::RULE,
    &g01_no_goal::RULE,
    &g02_no_price_set::RULE,
    &g03_goal_too_early::RULE,
    &g04_goal_out_of_reach::RULE,
    &g05_goal_met_without::RULE,
    &g06_no_exit::RULE,
    &g07_no_control_group::RULE,
    &g08_no_pilot::RULE,
    &g09_terms_unsaid::RULE,
    &g10_data_unsaid::RULE,
    &g11_easy_to_copy::RULE,
    &g12_same_for_all::RULE,
    &g13_staff_not_involved::RULE,
    &g14_accounting_unsaid::RULE,
    &g15_score_as_a_goal::RULE,
    &g16_one_average::RULE,
    &g17_nobody_responsible::RULE,
    &g18_partners_without_terms::RULE,
    &g19_too_much_at_once::RULE,
    &g20_period_too_short::RULE,
    &j01_joining_is_work::RULE,
    &m01_too_many_messages::RULE,
    &m02_too_few_messages::RULE,
    &p01_reward_out_of_reach::RULE,
    &p02_reward_too_far::RULE,
    &p03_redemption_too_low::RULE,
    &p04_redemption_too_high::RULE,
    &p05_lives_on_breakage::RULE,
    &p06_reward_too_small::RULE,
    &p07_points_expire_too_soon::RULE,
    &p08_liability_grows::RULE,
    &p09_no_head_start::RULE,
    &p10_exit_is_dear::RULE,
    &p11_base_asleep::RULE,
    &p12_devalued_without_notice::RULE,
    &p13_void_without_notice::RULE,
    &s01_main_cause_untouched::RULE,
    &s02_failures_not_put_right::RULE,
    &s03_training_fades::RULE,
    &s04_too_early::RULE,
    &s05_staff_do_not_offer::RULE,
    &s06_rival_not_considered::RULE,
    &s07_few_customers_carry_it::RULE,
    &s08_customers_cannot_leave::RULE,
    &s09_rival_gives_more::RULE,
    &s10_money_for_bad_service::RULE,
    &t01_tier_nobody_reaches::RULE,
    &t02_tier_for_everybody::RULE,
    &t03_fall_without_grace::RULE,
    &t04_status_without_honour::RULE,
    &v01_folk_numbers::RULE,
    &v02_nothing_measured::RULE,
    &v03_false_precision::RULE,
    &v04_costs_forgotten::RULE,
];

/// What a rule must know before it can judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// The design, and arithmetic on it: `loyalsim check` lets it judge.
    Design,
    /// The trials as well.
    Run,
}

/// A rule of the review.
#[derive(Debug)]
pub struct Rule {
    /// Its name; its messages are called after it.
    pub code: Code,
    /// How bad it is where it fires.
    pub severity: Severity,
    /// What its threshold rests on.
    pub support: Support,
    /// Whether it is about the program's own rules: contradictions, what cannot be reached, what invites gaming.
    pub algorithm: bool,
    /// What it must know before it can judge.
    pub needs: Needs,
    /// The rule itself.
    pub judge: fn(&Facts) -> Judgement,
}

#[cfg(test)]
pub(super) mod tests;
