//! What a decision is judged by: one figure from the outcomes of many trials.

use crate::design::{Design, Goal, Saying};
use crate::summary::moments::Moments;
use crate::summary::{self, Outcome, Scalar, quantile, real_size};
use crate::units::Unit;
use serde::{Serialize, Serializer};
use std::fmt;

/// The share of the worst trials whose mean is the shortfall.
const WORST: f64 = 0.05;

/// A figure by which designs are compared, swept and improved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Mean of a headline number.
    Mean(Scalar),
    /// Chance of reaching one goal, by its place in the design.
    Goal(usize),
    /// Chance of reaching all goals at once.
    Goals,
    /// Chance that the net effect is negative.
    Loss,
    /// Expected shortfall: mean net effect of the worst 5 % of the trials (Acerbi & Tasche 2002).
    Shortfall,
}

/// Short words for the headline numbers that are asked for most.
const SHORT: [(&str, Scalar); 4] = [
    ("retention", Scalar::RetentionProgram),
    ("nps", Scalar::NpsProgram),
    ("active", Scalar::ActiveProgram),
    ("budget", Scalar::ProgramCost),
];

/// A measure that does not exist.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownMeasure {
    /// The word as written.
    pub word: String,
    /// What was meant, or what there is.
    pub remedy: Saying,
}

impl UnknownMeasure {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        Saying::new("measure-unknown").with("word", &self.word).with("remedy", self.remedy.clone())
    }
}

impl fmt::Display for UnknownMeasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.saying().fmt(f)
    }
}

impl std::error::Error for UnknownMeasure {}

/// A figure with its Monte Carlo error.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Reading {
    /// Unit of both numbers: that of the measure.
    #[serde(skip)]
    pub unit: Unit,
    /// The figure; not a number where it is not defined.
    pub value: f64,
    /// Its Monte Carlo error (standard error).
    pub mc_error: f64,
}

impl Reading {
    /// A mean with its standard error.
    pub fn mean(unit: Unit, moments: Moments) -> Self {
        Self { unit, value: moments.mean(), mc_error: moments.standard_error() }
    }
}

impl Measure {
    /// The measure called `word`: a headline number by its key (`net_effect`, `npv`, `nps_program`), `nps`, `retention`,
    /// `active`, `budget`, `goal_1` for the chance of the first goal, `goals` for that of all, `loss` or `shortfall`.
    ///
    /// # Errors
    /// If there is no such measure, or no such goal in `design`.
    pub fn parse(word: &str, design: &Design) -> Result<Self, UnknownMeasure> {
        let fault = |remedy: Saying| UnknownMeasure { word: word.to_owned(), remedy };
        let goals = design.goals.len();
        match word {
            "loss" => return Ok(Self::Loss),
            "shortfall" => return Ok(Self::Shortfall),
            "goals" if goals > 0 => return Ok(Self::Goals),
            "goals" => return Err(fault(Saying::new("fix-no-goals"))),
            _ => {}
        }
        if let Some(number) = word.strip_prefix("goal_").and_then(|n| n.parse::<usize>().ok()) {
            return match number {
                1.. if number <= goals => Ok(Self::Goal(number - 1)),
                _ => Err(fault(Saying::new("fix-goals").with("goals", goals))),
            };
        }
        let short = SHORT.iter().find(|(name, _)| *name == word).map(|(_, scalar)| *scalar);
        let found = short.or_else(|| Scalar::ALL.iter().copied().find(|s| s.key() == word));
        found.map(Self::Mean).ok_or_else(|| {
            let words = Scalar::ALL.iter().map(|s| s.key()).chain(SHORT.map(|(name, _)| name));
            let words = words.chain(["goals", "goal_1", "loss", "shortfall"]);
            fault(match crate::design::meant(word, words) {
                Some(close) => Saying::new("fix-meant").with("word", close),
                None => Saying::new("fix-measures"),
            })
        })
    }

    /// Its name in files.
    pub fn key(self) -> String {
        match self {
            Self::Mean(scalar) => scalar.key().to_owned(),
            Self::Goal(goal) => format!("goal_{}", goal + 1),
            Self::Goals => "goals".to_owned(),
            Self::Loss => "loss".to_owned(),
            Self::Shortfall => "shortfall".to_owned(),
        }
    }

    /// Its unit; chances are shares.
    pub fn unit(self) -> Unit {
        match self {
            Self::Mean(scalar) => scalar.unit(),
            Self::Goal(_) | Self::Goals | Self::Loss => Unit::Share,
            Self::Shortfall => Unit::Money,
        }
    }

    /// Whether more of it is better.
    pub fn more_is_better(self) -> bool {
        !matches!(
            self,
            Self::Loss
                | Self::Mean(
                    Scalar::ProgramCost
                        | Scalar::MarginLoss
                        | Scalar::LostByProgram
                        | Scalar::PricePerSaved
                        | Scalar::PaybackMonth
                        | Scalar::PaidToKept
                        | Scalar::ClosingLiability
                        | Scalar::ClosingCost
                        | Scalar::BreakEvenVolume
                )
        )
    }

    /// What each trial contributes: the number itself, or 1 where an event happened and 0 where it did not, `goals` being those of the
    /// design. A design without a program has no effect, and its customers are those of the baseline. Whether something happened is
    /// judged at the real size of the business.
    pub fn of_outcomes(self, outcomes: &[&Outcome], goals: &[Goal]) -> Vec<f64> {
        let happened = |yes: Vec<bool>| yes.into_iter().map(|yes| f64::from(u8::from(yes))).collect();
        match self {
            Self::Mean(price @ Scalar::PricePerSaved) => real_size::scalar(outcomes, price),
            Self::Mean(scalar) => outcomes.iter().map(|outcome| number(outcome, scalar)).collect(),
            Self::Goal(goal) => happened(reached(outcomes, goals, goal)),
            Self::Goals => happened((0..goals.len()).fold(vec![true; outcomes.len()], |all, goal| {
                all.into_iter().zip(reached(outcomes, goals, goal)).map(|(all, one)| all && one).collect()
            })),
            Self::Loss => happened(effects(outcomes).into_iter().map(|effect| effect < 0.0).collect()),
            Self::Shortfall => effects(outcomes),
        }
    }

    /// The figure over all trials, given what each contributes.
    pub fn of_trials(self, values: &[f64]) -> Reading {
        let moments: Moments = values.iter().copied().collect();
        if self != Self::Shortfall {
            return Reading::mean(self.unit(), moments);
        }
        let spread: Moments = self.parts(values).into_iter().collect();
        Reading {
            unit: self.unit(),
            value: quantile::expected_shortfall(&sorted(values), WORST),
            mc_error: spread.standard_error(),
        }
    }

    /// What each trial contributes to the figure, given its value: their mean is the figure, and their differences between designs on
    /// the same trials are differences of the figure. For the shortfall, its influence function min(x − q, 0)/share + q.
    pub fn parts(self, values: &[f64]) -> Vec<f64> {
        if self != Self::Shortfall {
            return values.to_vec();
        }
        let q = quantile::of_sorted(&sorted(values), WORST);
        values.iter().map(|x| (x - q).min(0.0) / WORST + q).collect()
    }
}

/// Net effects at the real size; 0 where there is no program.
fn effects(outcomes: &[&Outcome]) -> Vec<f64> {
    let effects = real_size::scalar(outcomes, Scalar::NetEffect);
    effects.into_iter().map(|effect| if effect.is_nan() { 0.0 } else { effect }).collect()
}

/// In which trials a goal is reached at the real size; in none if there is no such goal.
fn reached(outcomes: &[&Outcome], goals: &[Goal], place: usize) -> Vec<bool> {
    let Some(goal) = goals.get(place) else { return vec![false; outcomes.len()] };
    let values = real_size::goal_value(outcomes, place);
    let judge = |(outcome, value): (&&Outcome, f64)| {
        summary::goal::reached(goal.bound, outcome.goal_threshold(place), value)
    };
    outcomes.iter().zip(values).map(judge).collect()
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.key())
    }
}

/// A headline number; where there is no program, what it is without one.
fn number(outcome: &Outcome, scalar: Scalar) -> f64 {
    if !outcome.get(Scalar::NetEffect).is_nan() {
        return outcome.get(scalar);
    }
    match scalar {
        Scalar::NetEffect | Scalar::Npv | Scalar::ProgramCost | Scalar::MarginLoss => 0.0,
        Scalar::RetentionProgram => outcome.get(Scalar::RetentionBaseline),
        Scalar::NpsProgram => outcome.get(Scalar::NpsBaseline),
        Scalar::ActiveProgram => outcome.get(Scalar::ActiveBaseline),
        Scalar::ProgramContribution => outcome.get(Scalar::BaselineContribution),
        other => outcome.get(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_have_words() {
        let design = Design::parse(include_str!("../../scenarios/electronics.toml")).unwrap();
        let measure = |word| Measure::parse(word, &design);
        assert_eq!(measure("npv"), Ok(Measure::Mean(Scalar::Npv)));
        assert_eq!(measure("nps"), Ok(Measure::Mean(Scalar::NpsProgram)));
        assert_eq!(measure("goal_4"), Ok(Measure::Goal(3)));
        for scalar in Scalar::ALL {
            assert_eq!(measure(scalar.key()).unwrap().key(), scalar.key());
        }
        for (word, said) in [
            ("goal_5", "fix-goals (goals: 4)"),
            ("goal_0", "fix-goals (goals: 4)"),
            ("net_efect", "word: net_effect"),
            ("x", "fix-measures"),
        ] {
            assert!(measure(word).unwrap_err().to_string().contains(said), "{word}");
        }
    }

    #[test]
    fn figures_by_hand() {
        let values: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(Measure::Shortfall.of_trials(&values).value, 3.0);
        let mean = Measure::Mean(Scalar::Npv).of_trials(&values);
        assert!(mean.value == 50.5 && (mean.mc_error - 2.901).abs() < 1e-3, "{mean:?}");
    }

    /// The error of the shortfall of 400 normal draws over 300 repetitions: within 15 % of their spread (5 standard errors
    /// of the ratio, 4 %, less its bias of some 5 %).
    #[test]
    fn the_error_of_a_shortfall_is_its_spread() {
        use crate::random::{Purpose, StreamKey, normal};
        use rand::Rng;
        let sample = |trial| -> Vec<f64> {
            let mut rng = StreamKey { seed: 7, trial, a: 0, b: 0, purpose: Purpose::Truth }.rng();
            (0..400)
                .map(|_| normal::quantile(((rng.next_u64() >> 12) as f64 + 0.5) / (1u64 << 52) as f64))
                .collect()
        };
        let readings: Vec<Reading> = (0..300).map(|t| Measure::Shortfall.of_trials(&sample(t))).collect();
        let spread: Moments = readings.iter().map(|r| r.value).collect();
        let error: Moments = readings.iter().map(|r| r.mc_error).collect();
        assert!((error.mean() / spread.sd() - 1.0).abs() < 0.15, "{} {}", error.mean(), spread.sd());
    }
}
