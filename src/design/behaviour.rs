//! `[behaviour]`: how people respond.

use super::numbers::NumberId;

/// Share of a stock bought ahead that is used up in a month: a judgement.
pub const USED_UP: f64 = 0.5;
/// The largest share of a month's purchases that it replaces: a judgement.
pub const REPLACES: f64 = 0.4;

/// How people respond. Each number has a default with its source.
#[derive(Debug, Clone)]
pub struct Behaviour {
    /// Log change of the purchase rate per unit of discount above the reference.
    pub price_response: NumberId,
    /// How much more a loss against the reference counts than a gain.
    pub loss_aversion: NumberId,
    /// Monthly weight of the old reference discount.
    pub reference_memory: NumberId,
    /// Discounts below this depth go unnoticed.
    pub noticeable_discount: NumberId,
    /// How far below a threshold a receipt may be and still be raised to it, as a share of it.
    pub receipt_reach: NumberId,
    /// Share of the receipts just below a threshold that are raised to it for a tenth of it.
    pub receipt_pull: NumberId,
    /// Share of what is bought more for the sake of a passing advantage that is only bought sooner.
    pub brought_forward: NumberId,
    /// Share of what a seasonal sale sells more that was put off from the month before.
    pub put_off: NumberId,
    /// Growth of price response per unit of reference discount.
    pub sensitisation: NumberId,
    /// Discounts deeper than this above the reference leave a lasting mark.
    pub deep_discount: NumberId,
    /// Lasting log change of an established customer's rate per unit of deep discount.
    pub deep_established: NumberId,
    /// The same for a customer of less than a year.
    pub deep_new: NumberId,
    /// Lift of the purchase rate by membership: light third of buyers.
    pub lift_light: NumberId,
    /// The same, moderate third.
    pub lift_moderate: NumberId,
    /// The same, heavy third.
    pub lift_heavy: NumberId,
    /// Monthly retention factor of program novelty.
    pub novelty_memory: NumberId,
    /// Monthly recovery of the novelty of an element that rests.
    pub novelty_recovery: NumberId,
    /// Goal gradient: extra rate at full progress for a 10 % reward.
    pub goal_pull: NumberId,
    /// Goal pull after the first reward, relative to before.
    pub goal_reset: NumberId,
    /// Extra rate in the month after a redemption.
    pub redemption_momentum: NumberId,
    /// Share of members who never think of their points.
    pub forgetful: NumberId,
    /// Harm of demotion relative to the good of promotion.
    pub demotion_ratio: NumberId,
    /// Change of affective loyalty by a promotion to a higher tier.
    pub promotion_joy: NumberId,
    /// Speed of satisfaction: κ.
    pub satisfaction_speed: NumberId,
    /// Weight of losses against gains in satisfaction.
    pub dissatisfaction_weight: NumberId,
    /// Monthly share of satisfaction that fades.
    pub satisfaction_fade: NumberId,
    /// Monthly adaptation of expectations.
    pub expectation_adaptation: NumberId,
    /// Share of a service gain that becomes the norm (the rest is judged against the market).
    pub service_habituation: NumberId,
    /// Log hazard of the staff cause per unit of dissatisfaction with treatment.
    pub staff_sensitivity: NumberId,
    /// Hazard in the month of an unresolved failure, as a multiple.
    pub failure_unresolved: NumberId,
    /// The same, resolved slowly.
    pub failure_slow: NumberId,
    /// The same, resolved fast.
    pub failure_fast: NumberId,
    /// Months until the memory of a failure has halved.
    pub failure_half_life: NumberId,
    /// The same for one left unresolved, while it is remembered worse than one resolved slowly.
    pub hushed_half_life: NumberId,
    /// Lift of the answer by a failure resolved at once, in standard deviations.
    pub recovery_joy: NumberId,
    /// Log hazard of competition per unit of calculative advantage (share of spend).
    pub competition_sensitivity: NumberId,
    /// Log hazard of competition and drift per unit of affective loyalty.
    pub affective_shield: NumberId,
    /// Share of people who want a relationship with a brand.
    pub relationship_seekers: NumberId,
    /// Log purchase rate per unit of satisfaction.
    pub satisfaction_response: NumberId,
    /// Best number of messages a month.
    pub message_optimum: NumberId,
    /// Steepness of the message response.
    pub message_shape: NumberId,
    /// Lift of a receptive customer's rate at the best number of messages.
    pub message_lift: NumberId,
    /// Messages a month up to which the lift has been tried.
    pub message_tried: NumberId,
    /// Messages a month beyond which they are a burden.
    pub message_burden_from: NumberId,
    /// Log hazard of drift per message beyond that.
    pub message_burden: NumberId,
    /// Share of new customers who come by word of mouth.
    pub word_of_mouth_share: NumberId,
    /// Harm of a detractor against the good of a promoter in word of mouth.
    pub detractor_weight: NumberId,
    /// Log rate a split or pragmatic customer loses while a rival of equal strength is open.
    pub rival_wallet: NumberId,
    /// Log hazard of competition while a rival is open.
    pub rival_pull: NumberId,
    /// Strength of a rival per unit by which more of its contacts are handled to standard than ours.
    pub rival_service: NumberId,
    /// Standard deviations of the answer that customers who compare take off while a rival of full strength is open.
    pub rival_contrast: NumberId,
    /// Chance per visit that a member with enough points redeems them once they are about to lose value.
    pub run_on_points: NumberId,
    /// Affective loyalty lost by those whose points are declared void.
    pub broken_promise: NumberId,
    /// Chance a month that a blackmailer without special terms asks for them.
    pub asks_for_terms: NumberId,
    /// Chance that one who was refused goes.
    pub leaves_when_refused: NumberId,
    /// Customers who hear of a demand granted.
    pub hear_of_terms: NumberId,
    /// Share of the split customers and pragmatists among them who become blackmailers.
    pub then_ask: NumberId,
    /// Chance that an unresolved failure takes a customer one step down.
    pub failure_unsettles: NumberId,
    /// Chance a month that a hostage is freed by a rival of full strength.
    pub freed_by_rival: NumberId,
    /// Log odds that a freed hostage goes on buying here, too, per unit of the share of contacts handled to standard he has met beyond the market's.
    pub memory_of_treatment: NumberId,
    /// Growth of word of mouth where the share of committed customers is twice that without the program.
    pub advocates: NumberId,
}
