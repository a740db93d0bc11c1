//! `[behaviour]`: the constants of how people respond.

use super::context::Context;
use super::table::Reader;
use crate::design::Behaviour;

/// Reads `[behaviour]`; all of it has defaults.
pub fn behaviour(ctx: &mut Context, top: &mut Reader) -> Behaviour {
    let mut table = top.table_or_default(ctx, "behaviour");
    let mut number = |key| table.number(ctx, key);
    let behaviour = Behaviour {
        price_response: number("price_response"),
        loss_aversion: number("loss_aversion"),
        reference_memory: number("reference_memory"),
        noticeable_discount: number("noticeable_discount"),
        sensitisation: number("sensitisation"),
        deep_discount: number("deep_discount"),
        deep_established: number("deep_established"),
        deep_new: number("deep_new"),
        lift_light: number("lift_light"),
        lift_moderate: number("lift_moderate"),
        lift_heavy: number("lift_heavy"),
        novelty_memory: number("novelty_memory"),
        goal_pull: number("goal_pull"),
        goal_reset: number("goal_reset"),
        redemption_momentum: number("redemption_momentum"),
        forgetful: number("forgetful"),
        demotion_ratio: number("demotion_ratio"),
        promotion_joy: number("promotion_joy"),
        satisfaction_speed: number("satisfaction_speed"),
        dissatisfaction_weight: number("dissatisfaction_weight"),
        satisfaction_fade: number("satisfaction_fade"),
        expectation_adaptation: number("expectation_adaptation"),
        service_habituation: number("service_habituation"),
        staff_sensitivity: number("staff_sensitivity"),
        failure_unresolved: number("failure_unresolved"),
        failure_slow: number("failure_slow"),
        failure_fast: number("failure_fast"),
        failure_half_life: number("failure_half_life"),
        competition_sensitivity: number("competition_sensitivity"),
        affective_shield: number("affective_shield"),
        relationship_seekers: number("relationship_seekers"),
        satisfaction_response: number("satisfaction_response"),
        message_optimum: number("message_optimum"),
        message_shape: number("message_shape"),
        message_lift: number("message_lift"),
        message_burden_from: number("message_burden_from"),
        message_burden: number("message_burden"),
        word_of_mouth_share: number("word_of_mouth_share"),
        detractor_weight: number("detractor_weight"),
        rival_wallet: number("rival_wallet"),
        rival_pull: number("rival_pull"),
    };
    table.finish(ctx);
    behaviour
}
