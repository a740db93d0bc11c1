//! What an experiment with messages says of a design: how much more those buy who respond to messages.
//!
//! In a design messages lift the purchases of a share of the customers, by a curve of how many they get in a month. The lift is such that messages as
//! many as were tried raise the purchases of all who get them by as much as was measured.

use super::experiment::{Effect, Experiment};
use super::known::Known;
use super::uncertainty::TENTH;
use crate::data::Outcome;
use crate::design::{Catalogue, DAYS_A_MONTH, message_response};

/// Share who buy above which it grows more slowly than their purchases.
const MANY: f64 = 0.2;
/// The number that a design reads.
pub const PATH: &str = "behaviour.message_lift";

/// Why a design learns nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untold {
    /// Nobody says that it was about messages, and how many.
    NotOfMessages,
    /// Too few buy.
    Few,
    /// So many buy that only purchases would tell, and they were not counted.
    OnlyBuyers,
    /// The lift would be larger than a design takes.
    TooLarge,
}

impl Untold {
    /// For messages that choose by it.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotOfMessages => "messages",
            Self::Few => "few",
            Self::OnlyBuyers => "buyers",
            Self::TooLarge => "large",
        }
    }
}

/// The lift of messages in the terms of a design.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MessageLift {
    /// Messages in a month at the pace that was tried.
    pub per_month: f64,
    /// How much more all who get them buy, as a share, with its error.
    pub measured: Known,
    /// Share of the customers who respond, as a design has it unless told otherwise.
    pub share: f64,
    /// What so many messages do of what the best number does.
    pub response: f64,
    /// The number of the design: one in ten below, one half, one in ten above.
    pub quantiles: [f64; 3],
}

impl MessageLift {
    /// Of an experiment.
    ///
    /// # Errors
    /// Where it does not tell.
    pub fn new(experiment: &Experiment) -> Result<Self, Untold> {
        let messages = experiment.about.messages.ok_or(Untold::NotOfMessages)?;
        let effect = effect(experiment)?;
        let ratio = effect.best().ratio.ok_or(Untold::Few)?;
        let per_month = messages * DAYS_A_MONTH / f64::from(experiment.about.days);
        let usual = |path| Catalogue::get().usual(path);
        let share = usual("behaviour.relationship_seekers");
        let response =
            message_response(per_month, usual("behaviour.message_optimum"), usual("behaviour.message_shape"));
        let most = Catalogue::get().find(PATH).map_or(0.0, |key| key.range().max);
        let at = |z: f64| ((libm::exp(ratio.value + z * ratio.error) - 1.0) / (share * response)).max(0.0);
        let quantiles = [at(-TENTH), at(0.0), at(TENTH)];
        if quantiles[1] > most || quantiles[1].is_nan() {
            return Err(Untold::TooLarge);
        }
        let lift = libm::exp(ratio.value);
        let measured = Known { value: lift - 1.0, error: lift * ratio.error };
        Ok(Self { per_month, measured, share, response, quantiles: quantiles.map(|value| value.min(most)) })
    }
}

/// The effect on purchases; on who buys, where that comes to the same.
fn effect(experiment: &Experiment) -> Result<&Effect, Untold> {
    let effects = &experiment.followed().effects;
    let of = |outcome: Outcome| effects.iter().find(|effect| effect.outcome == outcome);
    let bought = of(Outcome::Bought).ok_or(Untold::Few)?;
    let compared = bought.best();
    if bought.few {
        return Err(Untold::Few);
    }
    match of(Outcome::Purchases) {
        Some(purchases) => Ok(purchases),
        None if compared.control.max(compared.treated) > MANY => Err(Untold::OnlyBuyers),
        None => Ok(bought),
    }
}
