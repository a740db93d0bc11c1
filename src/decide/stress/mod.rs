//! Stress tests: what would have to go wrong for a program to fail, where failures lie, and what single shocks do.
//!
//! ```
//! # use loyalsim::decide::{Unwatched, stress};
//! # use loyalsim::design::starter;
//! # use loyalsim::simulate::Settings;
//! let size = stress::StressSize { settings: Settings { seed: 1, customers: 100 }, trials: 40 };
//! let found = stress::stress(&starter("shop"), stress::Failure::Loss, size, &Unwatched)?;
//! assert!(found.is_some_and(|found| found.list[0].threat.is_none()));
//! # Ok::<(), loyalsim::decide::stress::StressFault>(())
//! ```

pub mod prim;
pub mod reverse;
pub mod shocks;

use super::compare::Origin;
use super::measure::{Measure, Reading};
use super::watch::Watch;
use crate::design::{Design, EditFault, Saying};
use crate::simulate::{Halt, Settings};
use crate::summary::{Outcome, Scalar};
use crate::units::Share;
use prim::Region;
use reverse::{Margin, Margins, Reverse, Sample};
use serde::Serialize;
use shocks::Shocked;
use std::fmt;

/// The most boxes sought.
const BOXES: usize = 3;

/// When a program counts as failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// It loses money.
    Loss,
    /// It misses a goal, by the goal's place in the design.
    Goal(usize),
}

/// Seed, customers and trials.
#[derive(Debug, Clone, Copy)]
pub struct StressSize {
    /// Seed and customers.
    pub settings: Settings,
    /// Trials for the boxes, of which the slopes use a part.
    pub trials: u64,
}

/// Why a design cannot be stressed.
#[derive(Debug)]
pub enum StressFault {
    /// It is not valid.
    Design(EditFault),
    /// It has no program.
    NoProgram,
    /// It has no such goal.
    NoGoal {
        /// How many there are.
        goals: usize,
    },
    /// It is certain about everything.
    Certain,
}

impl StressFault {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Design(fault) => fault.saying(),
            Self::NoProgram => Saying::new("stress-no-program"),
            Self::NoGoal { goals } => Saying::new("stress-no-goal").with("goals", *goals),
            Self::Certain => Saying::new("stress-certain"),
        }
    }
}

impl From<EditFault> for StressFault {
    fn from(fault: EditFault) -> Self {
        Self::Design(fault)
    }
}

impl fmt::Display for StressFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.saying().fmt(f)
    }
}

impl std::error::Error for StressFault {}

/// A bound of a box in words that a reader understands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bound {
    /// Path of the number, segments by name.
    pub path: String,
    /// At least this.
    pub low: Option<f64>,
    /// At most this.
    pub high: Option<f64>,
}

/// A combination of assumptions in which the program fails.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FailureBox {
    /// Its bounds.
    pub bounds: Vec<Bound>,
    /// How probable the combination is.
    pub probability: Share,
    /// How often the program fails in it.
    pub density: Share,
    /// Which part of all failures it explains.
    pub coverage: Share,
}

/// A stress test. Serialised, it is `stress.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StressTest {
    /// What was run.
    pub origin: Origin,
    /// Title of the design.
    pub title: String,
    /// SHA-256 of its text.
    pub design_hash: String,
    /// Currency.
    pub currency: String,
    /// What counts as failure.
    pub failure: Failure,
    /// Uncertain numbers.
    pub uncertain: usize,
    /// How often it fails.
    pub fails: Reading,
    /// The nearest combination of assumptions at which it fails; `None` if none is plausible, or the work was stopped.
    pub reverse: Option<Reverse>,
    /// Combinations in which it fails, each of what those before leave.
    pub boxes: Vec<FailureBox>,
    /// Single shocks, after the design as it stands.
    pub list: Vec<Shocked>,
}

/// Stresses the design in `text`. `Ok(None)` if stopped before anything could be said.
///
/// # Errors
/// If the design is not valid, has no program, no such goal, or no uncertain number.
pub fn stress(
    text: &str,
    failure: Failure,
    size: StressSize,
    watch: &dyn Watch,
) -> Result<Option<StressTest>, StressFault> {
    let worlds = shocks::worlds(text)?;
    let design = &worlds[0].design;
    possible(design, failure)?;
    let margin = |outcome: &Outcome| margin(design, failure, outcome);
    let stopped = || watch.stopped();
    let study = Margins::new(design, size.settings, &margin).until(Halt::when(&stopped));
    if study.dimensions() == 0 {
        return Err(StressFault::Certain);
    }
    let few = (size.trials / 4).max(24);
    watch.begin("trials", size.trials + 2 * few + 9 * 24 + few * worlds.len() as u64);
    let middle = vec![0.0; study.dimensions()];
    let sample = study.sample(&middle, 1.0, (0, size.trials), watch);
    if sample.margins.len() < 2 {
        return Ok(None);
    }
    let fails: Vec<f64> = sample.at_real_size().iter().map(|m| f64::from(u8::from(*m < 0.0))).collect();
    let reverse = study.reverse(&sample, few, watch);
    let list = shocks::play(&worlds, (size.settings, few), watch).unwrap_or_default();
    let mut origin = Origin::new(Some(design), size.settings, sample.margins.len() as u64, size.trials);
    origin.partial |= watch.stopped();
    Ok(Some(StressTest {
        origin,
        title: design.title.clone(),
        design_hash: design.hash.clone(),
        currency: design.currency.clone(),
        failure,
        uncertain: study.dimensions(),
        fails: Measure::Loss.of_trials(&fails),
        reverse,
        boxes: boxes(design, size.settings, &sample),
        list,
    }))
}

/// Boxes of assumptions in which the program fails, from trials of a [`Margins`]; each is sought among the trials that those before
/// it leave, and only as long as failures are at least a tenth more frequent in it than among those trials.
pub fn boxes(design: &Design, settings: Settings, sample: &Sample) -> Vec<FailureBox> {
    let sampler = crate::design::TruthSampler::new(design, settings.seed);
    let paths: Vec<String> = sampler.drawn().map(|id| design.readable(&design.numbers[id].path)).collect();
    let margins = sample.at_real_size();
    let fails = |margin: &f64| *margin < 0.0;
    let failures = margins.iter().filter(|m| fails(m)).count() as f64;
    let mut left: Vec<usize> = (0..margins.len()).collect();
    let mut found = Vec::new();
    while found.len() < BOXES {
        let points: Vec<Vec<f64>> = left.iter().map(|i| sample.values[*i].clone()).collect();
        let flags: Vec<bool> = left.iter().map(|i| fails(&margins[*i])).collect();
        let base = flags.iter().filter(|f| **f).count() as f64 / flags.len().max(1) as f64;
        let Some(region) = prim::prim(&points, &flags) else { break };
        if region.sides.is_empty()
            || region.density < 1.1 * base
            || region.coverage * base * (flags.len() as f64) < 5.0
        {
            break;
        }
        let all = margins.len() as f64;
        let hits = region.coverage * flags.iter().filter(|f| **f).count() as f64;
        found.push(FailureBox {
            bounds: bounds(&region, &paths),
            probability: Share::new(region.probability * left.len() as f64 / all),
            density: Share::new(region.density),
            coverage: Share::new(hits / failures),
        });
        left.retain(|i| !prim::holds(&region, &sample.values[*i]));
    }
    found
}

fn bounds(region: &Region, paths: &[String]) -> Vec<Bound> {
    let bound =
        |side: &prim::Side| Bound { path: paths[side.coordinate].clone(), low: side.low, high: side.high };
    region.sides.iter().map(bound).collect()
}

fn possible(design: &Design, failure: Failure) -> Result<(), StressFault> {
    match failure {
        _ if design.program.is_none() => Err(StressFault::NoProgram),
        Failure::Goal(goal) if goal >= design.goals.len() => {
            Err(StressFault::NoGoal { goals: design.goals.len() })
        }
        _ => Ok(()),
    }
}

/// How far an outcome is above failing.
fn margin(design: &Design, failure: Failure, outcome: &Outcome) -> Margin {
    match failure {
        Failure::Loss => Margin::of(outcome, Scalar::NetEffect),
        Failure::Goal(goal) => Margin::of_goal(outcome, &design.goals, goal),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decide::Unwatched;
    use crate::decide::threats::Threat;

    const TEXT: &str = include_str!("../../../scenarios/staff-training.toml");
    const SIZE: StressSize = StressSize { settings: Settings { seed: 2, customers: 300 }, trials: 80 };

    #[test]
    fn a_program_fails_where_its_assumptions_turn_out_worse() {
        let found = stress(TEXT, Failure::Loss, SIZE, &Unwatched).unwrap().unwrap();
        assert!(found.list.len() > 5 && found.list[0].change.mean == 0.0);
        let cost = found.list.iter().find(|s| s.threat == Some(Threat::CostOverrun)).unwrap();
        assert!(cost.change.high < 0.0, "{cost:?}");
        // The baseline suffers from worse service too: it has not been matched away.
        let slips = found.list.iter().find(|s| s.threat == Some(Threat::ServiceSlips)).unwrap();
        assert!(slips.business.high < 0.0, "{slips:?}");
        if let Some(reverse) = &found.reverse {
            let shares: f64 = reverse.shifts.iter().map(|s| s.share.get()).sum();
            assert!((shares - 1.0).abs() < 1e-9 && reverse.distance <= 4.0);
        }
    }

    #[test]
    fn what_cannot_fail_is_refused() {
        let wrong = |text: &str, failure| stress(text, failure, SIZE, &Unwatched).unwrap_err().to_string();
        assert!(wrong(TEXT, Failure::Goal(99)).contains("stress-no-goal (goals: "));
        let mut draft = crate::design::Draft::new(TEXT).unwrap();
        draft.remove("program").unwrap();
        assert!(wrong(&draft.finish().unwrap().0, Failure::Loss).contains("stress-no-program"));
        let mut draft = crate::design::Draft::new(TEXT).unwrap();
        let uncertain = draft.before().numbers.iter().filter(|(_, n)| !n.distribution.is_certain());
        let uncertain: Vec<(String, f64)> =
            uncertain.map(|(_, n)| (n.path.clone(), n.distribution.central())).collect();
        for (path, value) in uncertain {
            draft.set_distribution(&path, &crate::design::Distribution::Fixed(value)).unwrap();
        }
        assert!(wrong(&draft.finish().unwrap().0, Failure::Loss).contains("stress-certain"));
    }
}
