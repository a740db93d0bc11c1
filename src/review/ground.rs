//! The rules from which a recommendation follows.

use super::content::Recommendation;
use crate::summary::Probability;

/// A board should be nearly sure of its money: four chances in five.
pub const SURE: f64 = 0.8;
/// Below an even chance there is nothing to try.
pub const EVEN: f64 = 0.5;

/// What stands between a sure proposal and its launch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubts {
    /// A rule found a critical point, or the terms invite abuse.
    pub critical: bool,
    /// Why customers leave is taken from a commonly quoted figure.
    pub folk: bool,
    /// Numbers that nobody has measured explain most of what the numbers explain of the spread.
    pub assumed: bool,
}

/// The rule that a recommendation follows from; the first that holds, see the table in docs/review.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// The proposal is sure, and nothing in it is critical.
    Sure,
    /// The proposal is sure, but has critical points.
    Critical,
    /// The proposal is sure, by commonly quoted numbers that no study supports.
    Folk,
    /// The proposal is sure, but most of what could change that is assumed.
    Assumed,
    /// The counter-design is sure.
    CounterSure,
    /// The proposal is more likely than not to bring its money.
    Even,
    /// The counter-design is.
    CounterEven,
    /// Neither is.
    Neither,
    /// No program is proposed.
    NoProgram,
}

impl Ground {
    /// The first rule that holds for the chances of the proposal and of the recommended design.
    pub fn of(proposal: &Probability, counter: Option<&Probability>, doubts: Doubts) -> Self {
        let counter = |limit| counter.is_some_and(|chance| chance.low.get() >= limit);
        match proposal.low.get() {
            low if low >= SURE && doubts.critical => Self::Critical,
            low if low >= SURE && doubts.folk => Self::Folk,
            low if low >= SURE && doubts.assumed => Self::Assumed,
            low if low >= SURE => Self::Sure,
            _ if counter(SURE) => Self::CounterSure,
            low if low >= EVEN => Self::Even,
            _ if counter(EVEN) => Self::CounterEven,
            _ => Self::Neither,
        }
    }

    /// What the board is advised to do.
    pub fn recommendation(self) -> Recommendation {
        match self {
            Self::Sure => Recommendation::Go,
            Self::Folk | Self::Assumed => Recommendation::Pilot,
            Self::Critical | Self::CounterSure | Self::Even | Self::CounterEven => {
                Recommendation::GoAfterChanges
            }
            Self::Neither => Recommendation::Stop,
            Self::NoProgram => Recommendation::NoProgram,
        }
    }

    /// The message that gives the reason.
    pub fn message(self) -> &'static str {
        match self {
            Self::Sure => "review-rule-go",
            Self::Critical => "review-rule-critical",
            Self::Folk => "review-rule-folk",
            Self::Assumed => "review-rule-assumed",
            Self::CounterSure => "review-rule-counter",
            Self::Even => "review-rule-pilot",
            Self::CounterEven => "review-rule-counter-pilot",
            Self::Neither => "review-rule-stop",
            Self::NoProgram => "review-verdict-none",
        }
    }

    /// Whether the reason measures a chance against [`SURE`]; else against [`EVEN`].
    pub fn asks_to_be_sure(self) -> bool {
        match self {
            Self::Sure | Self::Critical | Self::Folk | Self::Assumed | Self::CounterSure => true,
            Self::Even | Self::CounterEven | Self::Neither | Self::NoProgram => false,
        }
    }

    /// Whether the reason speaks of the recommended design.
    pub fn cites_counter(self) -> bool {
        match self {
            Self::CounterSure | Self::CounterEven => true,
            Self::Sure
            | Self::Critical
            | Self::Folk
            | Self::Assumed
            | Self::Even
            | Self::Neither
            | Self::NoProgram => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Share;

    fn chance(low: f64) -> Probability {
        let [share, mc_error, low, high] = [0.5 * (low + 1.0), 0.0, low, 1.0].map(Share::new);
        Probability { share, mc_error, low, high }
    }

    #[test]
    fn the_first_rule_that_holds_decides() {
        let just_below = |limit: f64| chance(limit - 1e-9);
        let ground = |proposal: Probability, counter: Option<Probability>, critical| {
            let doubts = Doubts { critical, folk: false, assumed: false };
            Ground::of(&proposal, counter.as_ref(), doubts)
        };
        let sure =
            |critical, folk, assumed| Ground::of(&chance(SURE), None, Doubts { critical, folk, assumed });
        assert_eq!(sure(false, true, true), Ground::Folk);
        assert_eq!(sure(false, false, true), Ground::Assumed);
        assert_eq!(sure(true, true, true), Ground::Critical);
        assert_eq!(ground(chance(SURE), None, false), Ground::Sure);
        assert_eq!(ground(chance(SURE), Some(chance(SURE)), true), Ground::Critical);
        assert_eq!(ground(just_below(SURE), Some(chance(SURE)), false), Ground::CounterSure);
        assert_eq!(ground(chance(EVEN), Some(just_below(SURE)), false), Ground::Even);
        assert_eq!(ground(just_below(EVEN), Some(chance(EVEN)), false), Ground::CounterEven);
        assert_eq!(ground(just_below(EVEN), Some(just_below(EVEN)), false), Ground::Neither);
        assert_eq!(ground(just_below(EVEN), None, true), Ground::Neither);
    }
}
