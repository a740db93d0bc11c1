//! `[behaviour]`: the constants of how people respond.

use super::context::Context;
use super::table::Reader;
use crate::design::Behaviour;

/// A struct whose fields are the numbers of a table under the same names.
macro_rules! numbers {
    ($type:ident from $table:ident, $ctx:ident: $($field:ident,)*) => {
        $type { $($field: $table.number($ctx, stringify!($field))),* }
    };
}

/// Reads `[behaviour]`; all of it has defaults.
pub fn behaviour(ctx: &mut Context, top: &mut Reader) -> Behaviour {
    let mut table = top.table_or_default(ctx, "behaviour");
    let behaviour = numbers! { Behaviour from table, ctx:
        price_response, loss_aversion, reference_memory, noticeable_discount, receipt_reach, receipt_pull,
        brought_forward, put_off, sensitisation,
        deep_discount, deep_established, deep_new, lift_light, lift_moderate, lift_heavy,
        novelty_memory, novelty_recovery, goal_pull, goal_reset, redemption_momentum, forgetful, demotion_ratio,
        promotion_joy, satisfaction_speed, dissatisfaction_weight, satisfaction_fade,
        expectation_adaptation, service_habituation, staff_sensitivity, failure_unresolved,
        failure_slow, failure_fast, failure_half_life, hushed_half_life, recovery_joy, competition_sensitivity, affective_shield,
        relationship_seekers, satisfaction_response, message_optimum, message_shape, message_lift,
        message_tried, message_burden_from, message_burden, word_of_mouth_share, detractor_weight, rival_wallet,
        rival_pull, rival_service, rival_contrast, run_on_points, broken_promise, asks_for_terms, leaves_when_refused, hear_of_terms,
        then_ask, failure_unsettles, freed_by_rival, memory_of_treatment, advocates,
    };
    table.finish(ctx);
    behaviour
}
