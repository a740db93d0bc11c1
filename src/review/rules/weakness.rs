//! What a rule says: nothing, that it cannot tell, or what is weak, with its numbers and remedies.

use std::borrow::Cow;

use crate::design::Edit;
use crate::review::code::Code;
use crate::review::facts::{Fact, Facts, Known};
use crate::review::figure::Form;
use crate::review::interval::{Interval, Side};
use crate::review::sentence::{Arg, Style};
use crate::units::Money;

/// The judgement of one rule on one design.
#[derive(Debug, Clone, PartialEq)]
pub enum Judgement {
    /// The rule does not apply: there is nothing of the kind in the design.
    Absent,
    /// Nothing is wrong.
    Clear,
    /// The threshold lies within the interval.
    CannotTell(Interval),
    /// Something is weak, the worst first.
    Weak(Vec<Weakness>),
}

/// One weakness found by a rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Weakness {
    /// Path in the design.
    pub path: Option<String>,
    /// What was found, where it is said by another message than the rule's own.
    pub message: Option<&'static str>,
    /// Numbers of the sentence; the first is the one that triggered the rule.
    pub numbers: Vec<Cited>,
    /// Names and texts of the sentence.
    pub names: Vec<(&'static str, Arg)>,
    /// Money that the weakness concerns, over the horizon.
    pub stake: Money,
    /// What could be done.
    pub actions: Vec<Action>,
}

/// A number cited by a rule or an action.
#[derive(Debug, Clone, PartialEq)]
pub struct Cited {
    /// Variable of the message.
    pub name: &'static str,
    /// How it is counted.
    pub form: Form,
    /// What is known.
    pub interval: Interval,
    /// How it is written.
    pub style: Style,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a cited number comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The main run.
    Run,
    /// The design file.
    Design,
    /// Arithmetic on the design.
    Formula,
    /// The rule's own threshold.
    Rule,
}

/// Something that could be done: a change of the design.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// Message that says what to do.
    pub message: &'static str,
    /// Its numbers.
    pub numbers: Vec<Cited>,
    /// Its names.
    pub names: Vec<(&'static str, Arg)>,
    /// The change; empty where it cannot be simulated.
    pub edits: Vec<Edit>,
    /// Whether it may join the recommended design. What costs nothing on paper (a cheaper platform), what rests on a size that nobody has
    /// measured (training, recognition) and what gives the program up may not.
    pub joins: bool,
}

/// The largest multiple that is told as one.
pub const MOST_TIMES: f64 = 10.0;

/// Judges a fact: weak as `weakness` says where all of it lies on `side` of `threshold`.
pub fn judged(
    facts: &Facts,
    fact: Fact,
    side: Side,
    threshold: f64,
    weakness: impl FnOnce(Interval) -> Weakness,
) -> Judgement {
    Judgement::of(facts.is(fact, side, threshold), weakness)
}

impl Judgement {
    /// Weak where the interval is known to lie beyond its threshold.
    pub fn of(known: Known, weakness: impl FnOnce(Interval) -> Weakness) -> Self {
        match known {
            Known::Yes(interval) => Self::Weak(vec![weakness(interval)]),
            Known::No => Self::Clear,
            Known::CannotTell(interval) => Self::CannotTell(interval),
            Known::Absent => Self::Absent,
        }
    }

    /// Weak where `is` holds, a matter of fact without doubt.
    pub fn plain(is: bool, weakness: impl FnOnce() -> Weakness) -> Self {
        if is { Self::Weak(vec![weakness()]) } else { Self::Clear }
    }

    /// The judgement on several places: weak if one is, open if one is.
    pub fn all(judgements: impl IntoIterator<Item = Self>) -> Self {
        let (mut weak, mut open, mut any) = (Vec::new(), None, false);
        for judgement in judgements {
            any |= judgement != Self::Absent;
            match judgement {
                Self::Weak(more) => weak.extend(more),
                Self::CannotTell(interval) => open = open.or(Some(interval)),
                Self::Absent | Self::Clear => {}
            }
        }
        weak.sort_by(|a, b| b.stake.total_cmp(&a.stake));
        match (weak.is_empty(), open) {
            (false, _) => Self::Weak(weak),
            (true, Some(interval)) => Self::CannotTell(interval),
            (true, None) if any => Self::Clear,
            (true, None) => Self::Absent,
        }
    }
}

impl Weakness {
    /// A weakness at a place of the design.
    pub fn at(path: impl Into<String>) -> Self {
        Self { path: Some(path.into()), ..Self::default() }
    }

    /// Says what was found by another message than the rule's own.
    #[must_use]
    pub fn saying(self, message: &'static str) -> Self {
        Self { message: Some(message), ..self }
    }

    /// The message that says what was found: the rule's own, where no other is given.
    pub fn found(&self, code: Code) -> Cow<'static, str> {
        self.message.map_or_else(|| Cow::from(code.found()), Cow::from)
    }

    /// Cites a number of the main run by its interval.
    #[must_use]
    pub fn run(self, name: &'static str, form: Form, interval: Interval) -> Self {
        self.cite(name, form, interval, Style::Range, Origin::Run)
    }

    /// Cites a multiple of the main run. One that may be beyond [`MOST_TIMES`] is said by `beyond` instead, with what it surely exceeds: what is
    /// divided by is too near zero.
    #[must_use]
    pub fn times(self, ratio: Interval, beyond: &'static str) -> Self {
        if ratio.high <= MOST_TIMES {
            return self.run("ratio", Form::Times, ratio);
        }
        let least = Interval::certain(ratio.low.min(MOST_TIMES));
        self.saying(beyond).cite("least", Form::Times, least, Style::Value, Origin::Run)
    }

    /// Cites a number of the design.
    #[must_use]
    pub fn design(self, name: &'static str, form: Form, interval: Interval) -> Self {
        self.cite(name, form, interval, Style::Value, Origin::Design)
    }

    /// Cites arithmetic on the design.
    #[must_use]
    pub fn formula(self, name: &'static str, form: Form, interval: Interval) -> Self {
        let style = if interval.low < interval.high { Style::Range } else { Style::Value };
        self.cite(name, form, interval, style, Origin::Formula)
    }

    /// Cites the threshold.
    #[must_use]
    pub fn limit(self, name: &'static str, form: Form, threshold: f64) -> Self {
        self.cite(name, form, Interval::certain(threshold), Style::Value, Origin::Rule)
    }

    /// Names a thing.
    #[must_use]
    pub fn name(mut self, name: &'static str, kind: &'static str, key: impl Into<String>) -> Self {
        self.names.push((name, Arg::Name { kind, key: key.into() }));
        self
    }

    /// Gives text.
    #[must_use]
    pub fn text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.names.push((name, Arg::Text(text.into())));
        self
    }

    /// Says how much money it concerns.
    #[must_use]
    pub fn stake(mut self, money: Money) -> Self {
        self.stake = if money.is_finite() { money.abs() } else { Money::NONE };
        self
    }

    /// Adds an action.
    #[must_use]
    pub fn act(mut self, action: impl Into<Option<Action>>) -> Self {
        self.actions.extend(action.into());
        self
    }

    /// Adds actions.
    #[must_use]
    pub fn acts(mut self, actions: Vec<Action>) -> Self {
        self.actions.extend(actions);
        self
    }

    fn cite(
        mut self,
        name: &'static str,
        form: Form,
        interval: Interval,
        style: Style,
        origin: Origin,
    ) -> Self {
        self.numbers.push(Cited { name, form, interval, style, origin });
        self
    }
}

impl Action {
    /// An action that changes the design.
    pub fn new(message: &'static str, edits: Vec<Edit>) -> Self {
        Self { message, numbers: Vec::new(), names: Vec::new(), edits, joins: true }
    }

    /// An action that no simulation can show: something to be written down or organised.
    pub fn to_organise(message: &'static str) -> Self {
        Self::new(message, Vec::new())
    }

    /// The same action, but not for the recommended design.
    #[must_use]
    pub fn alone(self) -> Self {
        Self { joins: false, ..self }
    }

    /// Cites a number.
    #[must_use]
    pub fn number(mut self, name: &'static str, form: Form, value: f64) -> Self {
        let interval = Interval::certain(value);
        self.numbers.push(Cited { name, form, interval, style: Style::Value, origin: Origin::Formula });
        self
    }

    /// Names a thing.
    #[must_use]
    pub fn name(mut self, name: &'static str, kind: &'static str, key: impl Into<String>) -> Self {
        self.names.push((name, Arg::Name { kind, key: key.into() }));
        self
    }

    /// Gives text.
    #[must_use]
    pub fn text(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.names.push((name, Arg::Text(text.into())));
        self
    }
}
