//! What an optimisation is asked to do: levers, objectives, constraints, read from a design and checked.

use crate::decide::measure::{Measure, UnknownMeasure};
use crate::design::{Design, Draft, EditFault, GoalBound, NumberId, Saying, Truth};
use crate::summary::Scalar;
use crate::units::Range;
use serde::Serialize;
use std::fmt;

/// Significant digits of a lever's value, relative to its range.
const STEPS: f64 = 1000.0;

/// One lever.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lever {
    /// Its whole path.
    pub path: String,
    /// Smallest value.
    pub low: f64,
    /// Largest value.
    pub high: f64,
    /// Steps in which it moves.
    pub step: f64,
    /// What stands in the design.
    pub present: f64,
}

impl Lever {
    /// The same by the path that readers know it by.
    pub fn readable(&self, design: &Design) -> Self {
        Self { path: design.readable(&self.path), ..self.clone() }
    }
}

/// One constraint.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Constraint {
    /// What is limited.
    pub measure: Measure,
    /// Which side is allowed.
    pub bound: GoalBound,
    /// The limit.
    pub limit: f64,
}

/// A task that can be worked on.
#[derive(Debug, Clone)]
pub struct Task {
    /// The design as text under change.
    pub draft: Draft,
    /// The levers.
    pub levers: Vec<Lever>,
    /// What is to be improved.
    pub objectives: Vec<Measure>,
    /// What must hold.
    pub constraints: Vec<Constraint>,
}

/// Why a design cannot be optimised.
#[derive(Debug, Clone)]
pub enum TaskFault {
    /// There is no `[optimise]`.
    NoTask,
    /// There is no program.
    NoProgram,
    /// A lever cannot be moved.
    Lever {
        /// Its place.
        place: usize,
        /// Why.
        fault: EditFault,
    },
    /// Something else than a number, or a number outside the program.
    NotALever {
        /// Its place.
        place: usize,
        /// The path.
        path: String,
        /// What it is instead.
        what: Saying,
    },
    /// The same lever twice.
    Twice {
        /// Place of the second.
        place: usize,
        /// The path.
        path: String,
    },
    /// A measure that does not exist.
    Measure {
        /// Where it stands.
        place: String,
        /// Why.
        fault: UnknownMeasure,
    },
    /// Constraints that cannot hold together.
    Contradiction {
        /// Place of the second.
        place: usize,
        /// The measure that is limited below.
        lower: Measure,
        /// Its limit.
        least: f64,
        /// The measure that is limited above: the same, or one that is never smaller.
        upper: Measure,
        /// Its limit.
        most: f64,
    },
    /// A limit that no design can meet.
    Impossible {
        /// Its place.
        place: usize,
        /// The measure.
        measure: Measure,
        /// The limit.
        limit: f64,
        /// What values the measure can have.
        possible: Range,
    },
}

impl Task {
    /// The task that the design in `text` describes in `[optimise]`.
    ///
    /// # Errors
    /// If it describes none, or one that cannot be worked on.
    pub fn read(text: &str) -> Result<Self, TaskFault> {
        let draft = Draft::new(text).map_err(|fault| TaskFault::Lever { place: 0, fault })?;
        let design = draft.before();
        let given = design.optimise.as_ref().ok_or(TaskFault::NoTask)?;
        if design.program.is_none() {
            return Err(TaskFault::NoProgram);
        }
        let truth = Truth::central(design);
        let levers = (0..given.levers.len())
            .map(|place| lever(design, &truth, place))
            .collect::<Result<Vec<_>, _>>()?;
        let twice =
            levers.iter().enumerate().find(|(i, lever)| levers[..*i].iter().any(|l| l.path == lever.path));
        if let Some((place, lever)) = twice {
            return Err(TaskFault::Twice { place, path: lever.path.clone() });
        }
        let measure = |place: String, word: &str| {
            Measure::parse(word, design).map_err(|fault| TaskFault::Measure { place, fault })
        };
        let objectives = given.objectives.iter().map(|word| measure("optimise.objectives".to_owned(), word));
        let objectives = objectives.collect::<Result<Vec<_>, _>>()?;
        let constraint = |(place, limit): (usize, &crate::design::Limit)| {
            let measure = measure(format!("optimise.constraint[{place}]"), &limit.measure)?;
            Ok(Constraint { measure, bound: limit.bound, limit: truth[limit.value] })
        };
        let constraints =
            given.constraints.iter().enumerate().map(constraint).collect::<Result<Vec<_>, _>>()?;
        constraints
            .iter()
            .enumerate()
            .try_for_each(|(place, limit)| sensible(place, limit, &constraints[..place]))?;
        Ok(Self { draft, levers, objectives, constraints })
    }

    /// The levers' values at a point of the unit cube, each on one of its steps.
    pub fn values(&self, point: &[f64]) -> Vec<f64> {
        self.levers.iter().zip(point).map(|(lever, u)| lever.value(*u)).collect()
    }

    /// The point of the unit cube at which the levers stand in the design, or nearest to it.
    pub fn present(&self) -> Vec<f64> {
        self.levers.iter().map(|l| ((l.present - l.low) / (l.high - l.low)).clamp(0.0, 1.0)).collect()
    }

    /// The design with these values: its text, and what it describes.
    ///
    /// # Errors
    /// If the design does not allow them together.
    pub fn design(&self, values: &[f64]) -> Result<(String, Design), EditFault> {
        let mut draft = self.draft.clone();
        for (lever, value) in self.levers.iter().zip(values) {
            draft.set(&lever.path, *value)?;
        }
        draft.finish()
    }
}

impl Lever {
    fn value(&self, u: f64) -> f64 {
        let steps = ((self.high - self.low) / self.step + 1e-9).floor();
        let value = self.low
            + (u.clamp(0.0, 1.0) * (self.high - self.low) / self.step).round().min(steps) * self.step;
        tidy(value.clamp(self.low, self.high), self.step)
    }
}

/// Without the dust of binary fractions: two digits beyond the step.
fn tidy(value: f64, step: f64) -> f64 {
    let places = (2.0 - libm::floor(libm::log10(step))).clamp(0.0, 15.0);
    let scale = libm::pow(10.0, places);
    (value * scale).round() / scale
}

fn lever(design: &Design, truth: &Truth, place: usize) -> Result<Lever, TaskFault> {
    let Some(given) = design.optimise.as_ref().and_then(|o| o.levers.get(place)) else {
        return Err(TaskFault::NoTask);
    };
    let path =
        design.address(&given.path).map_err(|fault| TaskFault::Lever { place, fault: fault.into() })?;
    let wrong = |what| TaskFault::NotALever { place, path: path.clone(), what: Saying::new(what) };
    let id = design.numbers.find(&path).ok_or_else(|| wrong("task-no-number"))?;
    if !design.numbers[id].is_of_program() {
        return Err(wrong("task-not-of-the-program"));
    }
    let (low, high) = (truth[given.low], truth[given.high]);
    let range = design.numbers[id].range;
    if !range.contains(low) || !range.contains(high) {
        return Err(wrong("task-bounds"));
    }
    // Without steps of its own, one in a power of ten, so that values are short.
    let fine = libm::pow(10.0, libm::floor(libm::log10((high - low) / STEPS)));
    let step = given.step.map_or(fine, |step| truth[step].min(high - low));
    Ok(Lever { path, low, high, step, present: truth[id] })
}

/// That a constraint can hold at all, and together with those before it.
fn sensible(place: usize, given: &Constraint, before: &[Constraint]) -> Result<(), TaskFault> {
    let Constraint { measure, bound, limit } = *given;
    let possible = possible(measure);
    let never = match bound {
        GoalBound::AtLeast => limit > possible.max,
        GoalBound::AtMost => limit < possible.min,
    };
    if never {
        return Err(TaskFault::Impossible { place, measure, limit, possible });
    }
    let clash = |other: &&Constraint| {
        let (lower, upper) = if bound == GoalBound::AtLeast { (given, *other) } else { (*other, given) };
        let opposed = lower.bound == GoalBound::AtLeast && upper.bound == GoalBound::AtMost;
        let bounded = lower.measure == upper.measure
            // All goals at once are reached no more often than any one of them.
            || matches!((lower.measure, upper.measure), (Measure::Goals, Measure::Goal(_)));
        opposed && bounded && upper.limit < lower.limit
    };
    let Some(other) = before.iter().find(clash) else { return Ok(()) };
    let (lower, upper) = if bound == GoalBound::AtLeast { (given, other) } else { (other, given) };
    Err(TaskFault::Contradiction {
        place,
        lower: lower.measure,
        least: lower.limit,
        upper: upper.measure,
        most: upper.limit,
    })
}

/// What values a measure can have.
fn possible(measure: Measure) -> Range {
    use Scalar::{NpsBaseline, NpsProgram, RetentionBaseline, RetentionProgram};
    match measure {
        Measure::Goal(_) | Measure::Goals | Measure::Loss => Range { min: 0.0, max: 1.0 },
        Measure::Mean(RetentionBaseline | RetentionProgram) => Range { min: 0.0, max: 1.0 },
        Measure::Mean(NpsBaseline | NpsProgram) => Range { min: -100.0, max: 100.0 },
        Measure::Mean(_) | Measure::Shortfall => Range { min: f64::NEG_INFINITY, max: f64::INFINITY },
    }
}

impl TaskFault {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        let at = |table: &str, place: &usize| format!("optimise.{table}[{place}]");
        match self {
            Self::NoTask => Saying::new("task-none"),
            Self::NoProgram => Saying::new("task-no-program"),
            Self::Lever { place, fault } => {
                Saying::new("task-at").with("place", at("lever", place)).with("fault", fault.saying())
            }
            Self::NotALever { place, path, what } => {
                let saying = Saying::new("task-not-a-lever").with("place", at("lever", place));
                saying.with("path", path).with("what", what.clone())
            }
            Self::Twice { path, .. } => Saying::new("task-twice").with("path", path),
            Self::Measure { place, fault } => {
                Saying::new("task-at").with("place", place).with("fault", fault.saying())
            }
            Self::Contradiction { lower, least, upper, most, .. } => {
                let saying =
                    Saying::new("task-contradiction").with("lower", lower.key()).with("least", *least);
                saying.with("upper", upper.key()).with("most", *most)
            }
            Self::Impossible { place, measure, limit, possible } => {
                let saying = Saying::new("task-impossible").with("place", at("constraint", place));
                saying.with("measure", measure.key()).with("possible", *possible).with("limit", *limit)
            }
        }
    }

    /// A number of the table in `design` that is wrong, so that its line can be told.
    pub fn number(&self, design: &Design) -> Option<NumberId> {
        let task = design.optimise.as_ref()?;
        match self {
            Self::Lever { place, .. } | Self::NotALever { place, .. } | Self::Twice { place, .. } => {
                task.levers.get(*place).map(|lever| lever.low)
            }
            Self::Contradiction { place, .. } | Self::Impossible { place, .. } => {
                task.constraints.get(*place).map(|limit| limit.value)
            }
            Self::NoTask | Self::NoProgram | Self::Measure { .. } => None,
        }
    }
}

impl fmt::Display for TaskFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.saying().fmt(f)
    }
}

impl std::error::Error for TaskFault {}
