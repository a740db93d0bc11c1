//! How the customers of a segment respond, as the constants the monthly step needs.

use super::causes;
use super::contract::Contract;
use super::losses;
use super::moves::Moves;
use crate::design::{Behaviour, ChurnClock, Design, Driver, Segment, Truth};

/// Loss of satisfaction in the NPS answer per unit of a failure's memory.
pub const FAULT_IN_ANSWER: f32 = 0.35;

/// Constants of the monthly step for one segment and trial.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Response {
    /// Log rate per unit of felt discount above the reference.
    pub price: f32,
    /// How much a discount counts as an advantage for the one who decides.
    pub firm_benefit: f32,
    /// How much points count.
    pub personal_benefit: f32,
    /// Losses against gains.
    pub loss_aversion: f32,
    /// Monthly weight of the old reference.
    pub reference_memory: f32,
    /// Discounts below this are not noticed.
    pub noticeable: f32,
    /// Growth of the price response per unit of reference.
    pub sensitisation: f32,
    /// Share of what a passing discount adds to purchases that is only bought sooner.
    pub brought_forward: f32,
    /// What of the purchases that a sale will add is put off until then, as a share of those that are not.
    pub put_off: f32,
    /// Depth above the reference that leaves a lasting mark.
    pub deep: f32,
    /// The mark on an established customer, per unit of extra depth.
    pub deep_established: f32,
    /// The mark on a new customer.
    pub deep_new: f32,
    /// Monthly fading of novelty.
    pub novelty_memory: f32,
    /// Goal pull after the first reward, relative to before.
    pub goal_reset: f32,
    /// Extra rate after a redemption.
    pub momentum: f32,
    /// Harm of demotion relative to promotion.
    pub demotion_ratio: f32,
    /// Affective loyalty gained by a promotion.
    pub promotion_joy: f32,
    /// Speed of satisfaction.
    pub speed: f32,
    /// Weight of losses in satisfaction.
    pub loss_weight: f32,
    /// Monthly fading of satisfaction, as what remains.
    pub keeps: f32,
    /// Adaptation of expectations per month with a contact.
    pub adaptation: f32,
    /// Share of the comparison that is made with one's own past.
    pub habituation: f32,
    /// Service of the market, which the rest is compared with.
    pub market_service: f32,
    /// Log hazard per unit of dissatisfaction with treatment.
    pub staff: f32,
    /// Memory of a failure: unresolved, slowly resolved, fast resolved (log of the quality term).
    pub fault: [f32; 3],
    /// Share of failures about which customers complain.
    pub complaints: f32,
    /// Chances of leaving at once because of a failure: silent, complained in vain, slowly resolved, fast resolved.
    pub gives_up: [f32; 4],
    /// Monthly memory of a failure.
    pub fault_memory: f32,
    /// The same while a failure is remembered worse than one resolved slowly: it was left unresolved.
    pub hushed_memory: f32,
    /// Log hazard of competition per unit of calculative loyalty.
    pub competition: f32,
    /// Log hazard of competition and drift per unit of affective loyalty.
    pub shield: f32,
    /// Log hazard of competition per open rival of full strength.
    pub rival_pull: f32,
    /// Log rate lost by a fully mobile customer to an open rival.
    pub rival_wallet: f32,
    /// Satisfaction that a customer who compares takes off for an open rival of full strength.
    pub rival_contrast: f32,
    /// Log rate per unit of satisfaction.
    pub satisfaction: f32,
    /// Harm of a detractor against the good of a promoter.
    pub detractor_weight: f32,
    /// Share of newcomers who come by word of mouth.
    pub word_of_mouth: f32,
    /// Growth of word of mouth where the share of committed customers is twice that of the baseline.
    pub advocates: f32,
    /// How customers move between categories.
    pub moves: Moves,
    /// Gross margin at list price.
    pub margin: f32,
    /// Whether customers may leave only after a purchase.
    pub leaves_at_purchase: bool,
    /// When customers may leave who pay by contract; none where they buy.
    pub contract: Option<Contract>,
    /// The first month from which the tenure of a customer is counted where hazards run with it: 0 where all have just joined.
    pub earliest: f32,
    /// Standard deviation of one customer's transaction values, divided by their mean.
    pub transaction_noise: f32,
}

impl Response {
    /// The constants of `segment` under `truth`.
    pub fn new(design: &Design, truth: &Truth, segment: &Segment) -> Self {
        let (b, service) = (&design.behaviour, &design.service);
        let at = |id| truth[id] as f32;
        let quality = causes::shares(design, truth)[causes::place(Driver::Quality)];
        Self {
            price: at(b.price_response) * at(segment.firm_benefit_counts),
            firm_benefit: at(segment.firm_benefit_counts),
            personal_benefit: at(segment.personal_benefit_counts),
            loss_aversion: at(b.loss_aversion),
            reference_memory: at(b.reference_memory),
            noticeable: at(b.noticeable_discount),
            sensitisation: at(b.sensitisation),
            brought_forward: at(b.brought_forward),
            put_off: at(b.put_off) / (1.0 - at(b.put_off)),
            deep: at(b.deep_discount),
            deep_established: at(b.deep_established),
            deep_new: at(b.deep_new),
            novelty_memory: at(b.novelty_memory),
            goal_reset: at(b.goal_reset),
            momentum: at(b.redemption_momentum),
            demotion_ratio: at(b.demotion_ratio),
            promotion_joy: at(b.promotion_joy),
            speed: at(b.satisfaction_speed),
            loss_weight: at(b.dissatisfaction_weight),
            keeps: 1.0 - at(b.satisfaction_fade),
            adaptation: at(b.expectation_adaptation),
            habituation: at(b.service_habituation),
            market_service: at(service.proper_contacts),
            staff: at(b.staff_sensitivity),
            fault: fault_marks(b, truth, f64::from(quality)),
            complaints: at(service.complaints),
            gives_up: losses::at_once(design, truth, segment),
            fault_memory: memory(truth[b.failure_half_life]),
            hushed_memory: memory(truth[b.hushed_half_life]),
            competition: at(b.competition_sensitivity),
            shield: at(b.affective_shield),
            rival_pull: at(b.rival_pull),
            rival_wallet: at(b.rival_wallet),
            rival_contrast: at(b.rival_contrast),
            satisfaction: at(b.satisfaction_response),
            detractor_weight: at(b.detractor_weight),
            word_of_mouth: at(b.word_of_mouth_share),
            advocates: at(b.advocates),
            moves: Moves::new(design, truth, segment),
            margin: at(segment.gross_margin),
            leaves_at_purchase: segment.churn_clock == ChurnClock::Purchase,
            contract: segment
                .contract
                .map(|of| Contract::new(truth, &of, just_signed(design, truth, segment))),
            earliest: if just_signed(design, truth, segment) { 0.0 } else { f32::NEG_INFINITY },
            transaction_noise: at(segment.basket_noise),
        }
    }
}

/// Whether all customers of today have just joined.
fn just_signed(design: &Design, truth: &Truth, segment: &Segment) -> bool {
    let business = &design.business;
    let young = business.age_months.is_some_and(|id| truth[id] <= 1.0);
    let since = business.ageing_months.map_or(0.0, |id| truth[id]);
    segment.new_cohort || young && since < 1.0
}

/// What remains after a month of what halves in so many months.
fn memory(half_life: f64) -> f32 {
    libm::exp2(-1.0 / half_life.max(0.05)) as f32
}

/// −ln(1 − p), with p kept below 1.
pub(super) fn hazard(probability: f64) -> f32 {
    -libm::log1p(-probability.min(0.999)) as f32
}

/// The log marks on the quality term that multiply the *whole* hazard by the declared multiples, given the share of quality. What is
/// resolved at once may please: a mark below 0 lifts the answer when asked, and leaves the hazard alone.
fn fault_marks(b: &Behaviour, truth: &Truth, quality: f64) -> [f32; 3] {
    let [unresolved, slow, fast] = [b.failure_unresolved, b.failure_slow, b.failure_fast].map(|id| {
        let multiple = truth[id].max(1.0);
        if quality > 0.0 { libm::log(1.0 + (multiple - 1.0) / quality).min(4.0) as f32 } else { 0.0 }
    });
    let joy = truth[b.recovery_joy] as f32 / FAULT_IN_ANSWER;
    [unresolved, slow, if fast > 0.0 { fast } else { -joy }]
}
