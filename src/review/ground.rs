//! The rules from which a recommendation follows.

use super::content::Recommendation;
use crate::summary::Probability;

/// A board should be nearly sure of its money: four chances in five.
pub const SURE: f64 = 0.8;
/// Below an even chance there is nothing to try.
pub const EVEN: f64 = 0.5;

/// Chances of the financial goal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chances {
    /// Of the proposal.
    pub proposal: Probability,
    /// Of the recommended design.
    pub counter: Option<Probability>,
    /// With the one addition whose size nobody has measured, if it helps most.
    pub addition: Option<Probability>,
}

/// What stands between a sure design and its launch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Doubts {
    /// The period ends before a program can have taken effect.
    pub short: bool,
    /// A rule found a critical point, or the terms invite abuse.
    pub critical: bool,
    /// Why customers leave is taken from a commonly quoted figure.
    pub folk: bool,
    /// Numbers that nobody has measured explain most of what the numbers explain of the spread.
    pub assumed: bool,
    /// A goal of the design is more likely missed than reached.
    pub misses: bool,
    /// The recommended design has nothing left of what the proposal offers to customers.
    pub replaced: bool,
    /// No change of the proposal is better than leaving today's program as it is.
    pub undone: bool,
    /// A study is worth more than it costs.
    pub worth_knowing: bool,
}

/// The rule that a recommendation follows from; the first that holds, see the table in docs/review.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// The period is too short to judge.
    Short,
    /// The proposal is sure, and nothing in it is critical.
    Sure,
    /// The proposal is sure, but has critical points.
    Critical,
    /// The proposal is sure, by commonly quoted numbers that no study supports.
    Folk,
    /// The proposal is sure, but most of what could change that is assumed.
    Assumed,
    /// The proposal is sure of its money, and likely to miss another goal.
    Misses,
    /// The best of all changes of the proposal is to leave today's program as it is.
    Undone,
    /// The counter-design is sure, and another product.
    Replaced,
    /// The counter-design is sure, by numbers that nobody has measured.
    CounterUnproven,
    /// The counter-design is sure.
    CounterSure,
    /// One addition would make the proposal sure, if it does what is assumed of it.
    Addition,
    /// A study is worth more than it costs.
    WorthKnowing,
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
    /// The first rule that holds.
    pub fn of(chances: &Chances, doubts: Doubts) -> Self {
        let reaches = |chance: Option<Probability>, limit| chance.is_some_and(|c| c.low.get() >= limit);
        let (proposal, counter) = (chances.proposal.low.get(), |limit| reaches(chances.counter, limit));
        match () {
            () if doubts.short => Self::Short,
            () if proposal >= SURE => Self::of_sure(doubts),
            () if doubts.undone => Self::Undone,
            () if counter(SURE) && doubts.replaced => Self::Replaced,
            () if counter(SURE) && (doubts.folk || doubts.assumed) => Self::CounterUnproven,
            () if counter(SURE) => Self::CounterSure,
            () if reaches(chances.addition, SURE) => Self::Addition,
            () if doubts.worth_knowing => Self::WorthKnowing,
            () if proposal >= EVEN => Self::Even,
            () if counter(EVEN) => Self::CounterEven,
            () => Self::Neither,
        }
    }

    fn of_sure(doubts: Doubts) -> Self {
        match () {
            () if doubts.critical => Self::Critical,
            () if doubts.folk => Self::Folk,
            () if doubts.assumed => Self::Assumed,
            () if doubts.misses => Self::Misses,
            () => Self::Sure,
        }
    }

    /// What the board is advised to do.
    pub fn recommendation(self) -> Recommendation {
        match self {
            Self::Sure => Recommendation::Go,
            Self::Folk | Self::Assumed => Recommendation::Pilot,
            Self::Critical | Self::Misses | Self::CounterSure => Recommendation::GoAfterChanges,
            Self::CounterUnproven | Self::Even | Self::CounterEven => Recommendation::PilotAfterChanges,
            Self::Replaced => Recommendation::Instead,
            Self::Short | Self::Addition | Self::WorthKnowing => Recommendation::FindOutFirst,
            Self::Undone | Self::Neither => Recommendation::Stop,
            Self::NoProgram => Recommendation::NoProgram,
        }
    }

    /// The message that gives the reason.
    pub fn message(self) -> &'static str {
        match self {
            Self::Short => "review-rule-short",
            Self::Sure => "review-rule-go",
            Self::Critical => "review-rule-critical",
            Self::Folk => "review-rule-folk",
            Self::Assumed => "review-rule-assumed",
            Self::Misses => "review-rule-misses",
            Self::Undone => "review-rule-undone",
            Self::Replaced => "review-rule-instead",
            Self::CounterUnproven => "review-rule-counter-unproven",
            Self::CounterSure => "review-rule-counter",
            Self::Addition => "review-rule-addition",
            Self::WorthKnowing => "review-rule-know",
            Self::Even => "review-rule-pilot",
            Self::CounterEven => "review-rule-counter-pilot",
            Self::Neither => "review-rule-stop",
            Self::NoProgram => "review-verdict-none",
        }
    }

    /// Whether the proposal's own chance was found too small.
    pub fn asks_for_more(self) -> bool {
        matches!(self, Self::Addition | Self::WorthKnowing | Self::Even)
    }

    /// Whether the reason measures a chance against [`SURE`]; else against [`EVEN`].
    pub fn asks_to_be_sure(self) -> bool {
        !matches!(self, Self::Even | Self::CounterEven | Self::Neither | Self::NoProgram)
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

    fn ground(proposal: f64, counter: Option<f64>, doubts: Doubts) -> Ground {
        let chances =
            Chances { proposal: chance(proposal), counter: counter.map(chance), addition: Some(chance(0.1)) };
        Ground::of(&chances, doubts)
    }

    /// Just below a limit.
    const BIT: f64 = 1e-9;

    #[test]
    fn a_sure_proposal_is_launched_only_without_doubts() {
        let sure = |doubts| ground(SURE, Some(SURE), doubts);
        let none = Doubts::default();
        assert_eq!(sure(none), Ground::Sure);
        assert_eq!(sure(Doubts { misses: true, ..none }), Ground::Misses);
        assert_eq!(sure(Doubts { misses: true, assumed: true, ..none }), Ground::Assumed);
        assert_eq!(sure(Doubts { folk: true, assumed: true, ..none }), Ground::Folk);
        assert_eq!(sure(Doubts { critical: true, folk: true, assumed: true, ..none }), Ground::Critical);
        assert_eq!(sure(Doubts { short: true, critical: true, ..none }), Ground::Short);
        let doubts = [Doubts { worth_knowing: true, ..none }, Doubts { replaced: true, ..none }];
        assert!(doubts.into_iter().all(|doubts| sure(doubts) == Ground::Sure));
    }

    #[test]
    fn a_counter_design_is_called_what_it_is() {
        let counter = |doubts| ground(SURE - BIT, Some(SURE), doubts);
        let none = Doubts::default();
        assert_eq!(counter(none), Ground::CounterSure);
        assert_eq!(counter(Doubts { assumed: true, ..none }), Ground::CounterUnproven);
        assert_eq!(counter(Doubts { folk: true, replaced: true, ..none }), Ground::Replaced);
        assert_eq!(Ground::Replaced.recommendation(), Recommendation::Instead);
        assert_eq!(counter(Doubts { undone: true, worth_knowing: true, ..none }), Ground::Undone);
        assert_eq!(Ground::Undone.recommendation(), Recommendation::Stop);
    }

    #[test]
    fn an_open_question_is_asked_before_anything_is_launched() {
        let none = Doubts::default();
        let known = Doubts { worth_knowing: true, ..none };
        assert_eq!(ground(EVEN, Some(SURE - BIT), none), Ground::Even);
        assert_eq!(ground(EVEN, Some(SURE - BIT), known), Ground::WorthKnowing);
        assert_eq!(ground(EVEN - BIT, Some(EVEN), none), Ground::CounterEven);
        assert_eq!(ground(EVEN - BIT, Some(EVEN - BIT), none), Ground::Neither);
        assert_eq!(ground(EVEN - BIT, None, none), Ground::Neither);
        let [low, sure] = [EVEN - BIT, SURE].map(chance);
        let chances = Chances { proposal: low, counter: Some(low), addition: Some(sure) };
        assert_eq!(Ground::of(&chances, none), Ground::Addition);
        assert_eq!(Ground::Addition.recommendation(), Recommendation::FindOutFirst);
    }
}
