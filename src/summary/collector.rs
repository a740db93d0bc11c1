//! Takes outcomes in the order of the trials and keeps what the summary needs: headline numbers exactly, monthly
//! series as moments and sketches whose size does not grow with the number of trials.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::dyadic::{Dyadic, NotAdjacent};
use super::moments::Moments;
use super::sketch::Sketch;
use super::trials::Trials;
use super::{Frame, Outcome};
use crate::design::{Design, Sampling};

/// A part of a run: the outcomes of adjacent trials. Serialised, it can travel to where the parts are merged; merged
/// parts equal a single run bit for bit, however the trials were split.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Collector {
    pub(super) frame: Frame,
    pub(super) trials: Trials,
    pub(super) moments: Dyadic<Vec<Moments>>,
    pub(super) sketches: Vec<Sketch>,
    /// The headline number of some trials under their own luck and under another.
    pub(super) twins: Trials,
    /// How the uncertain numbers were drawn, which decides how Monte Carlo errors of means are estimated.
    pub(super) sampling: Sampling,
}

/// An outcome or a part that does not belong here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// Its trials do not follow.
    #[error(transparent)]
    NotAdjacent(#[from] NotAdjacent),
    /// It comes from another design.
    #[error("the results belong to another design, another horizon or another sampling plan")]
    OtherDesign,
}

impl Collector {
    /// No outcomes yet. The first one added may have any trial number.
    pub fn new(design: &Design) -> Self {
        Self::in_frame(Frame::of(design))
    }

    pub(super) fn in_frame(frame: Frame) -> Self {
        let cells = frame.series() * frame.months.len();
        Self {
            trials: Trials::new(frame.numbers()),
            moments: Dyadic::new(),
            sketches: vec![Sketch::default(); cells],
            twins: Trials::new(2),
            sampling: Sampling::default(),
            frame,
        }
    }

    /// For outcomes whose uncertain numbers were drawn by another plan than the usual one.
    pub fn drawn_by(self, sampling: Sampling) -> Self {
        Self { sampling, ..self }
    }

    /// Trials collected so far.
    pub fn trials(&self) -> Range<u64> {
        self.moments.trials()
    }

    /// Headline numbers of each trial, in the order of [`Collector::names`].
    pub fn numbers(&self) -> &Trials {
        &self.trials
    }

    /// Names of the numbers of each trial.
    pub fn names(&self) -> Vec<String> {
        self.frame.number_names()
    }

    /// Adds the outcome of the trial that follows on those present.
    ///
    /// # Errors
    /// If it is another trial, or an outcome of another design. Nothing is added then.
    pub fn add(&mut self, outcome: &Outcome) -> Result<(), Misfit> {
        if outcome.cells.len() != self.sketches.len() || outcome.numbers.len() != self.frame.numbers() {
            return Err(Misfit::OtherDesign);
        }
        self.moments.push(outcome.trial, outcome.cells.iter().map(|&value| Moments::of(value)).collect())?;
        self.trials.push(&outcome.numbers);
        if let Some(twin) = outcome.twin {
            self.twins.push(&[outcome.headline(), twin]);
        }
        for (sketch, &value) in self.sketches.iter_mut().zip(&outcome.cells) {
            sketch.add(value);
        }
        Ok(())
    }

    /// Appends the part whose trials follow on those present.
    ///
    /// # Errors
    /// If its trials do not follow, or if it comes from another design. Nothing is appended then.
    pub fn merge(&mut self, later: Self) -> Result<(), Misfit> {
        if self.frame != later.frame || self.sampling != later.sampling {
            return Err(Misfit::OtherDesign);
        }
        self.moments.merge(later.moments)?;
        self.trials.append(&later.trials);
        self.twins.append(&later.twins);
        for (sketch, other) in self.sketches.iter_mut().zip(later.sketches) {
            sketch.merge(other);
        }
        Ok(())
    }
}
