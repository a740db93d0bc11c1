//! Takes outcomes in the order of the trials and keeps what the summary needs: headline numbers exactly, monthly
//! series as moments and sketches whose size does not grow with the number of trials.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::aside::Aside;
use super::dyadic::{Dyadic, NotAdjacent};
use super::moments::Moments;
use super::outcome::{Figures, Twins};
use super::real_size::AtRealSize;
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
    /// Net effect cumulated up to each month.
    pub(super) effects: Trials,
    /// By how much the luck that samples have beyond the business's own moves the numbers, the effects, and in the square the cells.
    pub(super) excess: Excess,
    /// What some trials tell of the variance of the headline number under one truth: by events, by customers.
    pub(super) twins: Trials,
    /// How the uncertain numbers were drawn, which decides how Monte Carlo errors of means are estimated.
    pub(super) sampling: Sampling,
}

/// The excess of each trial; 0 where all customers are simulated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Excess {
    pub numbers: Trials,
    pub effects: Trials,
    pub squares: Dyadic<Vec<Moments>>,
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
        let (months, program) = (frame.months.len(), frame.worlds() - 1);
        let cells = frame.series() * months;
        Self {
            trials: Trials::new(frame.numbers()),
            moments: Dyadic::new(),
            sketches: vec![Sketch::default(); cells],
            effects: Trials::new(program * months),
            excess: Excess {
                numbers: Trials::new(frame.numbers()),
                effects: Trials::new(program * months),
                squares: Dyadic::new(),
            },
            twins: Trials::new(2),
            sampling: Sampling::default(),
            frame,
        }
    }

    /// For outcomes whose uncertain numbers were drawn by another plan than the usual one.
    pub fn drawn_by(self, sampling: Sampling) -> Self {
        Self { sampling, ..self }
    }

    /// With room outside of memory for the numbers of trials that are many.
    pub fn in_room(self, room: &Arc<dyn Aside>) -> Self {
        let Excess { numbers, effects, squares } = self.excess;
        Self {
            trials: self.trials.in_room(room),
            effects: self.effects.in_room(room),
            excess: Excess { numbers: numbers.in_room(room), effects: effects.in_room(room), squares },
            twins: self.twins.in_room(room),
            ..self
        }
    }

    /// Trials collected so far.
    pub fn trials(&self) -> Range<u64> {
        self.moments.trials()
    }

    /// Headline numbers of each trial as simulated: what differences between runs on the same luck are taken of.
    pub fn simulated(&self) -> &Trials {
        &self.trials
    }

    /// By how much the luck that the sample has beyond the business's own moves a headline number of each trial, by its place among
    /// [`Collector::names`]; 0 where all customers are simulated.
    pub fn excess_of(&self, place: usize) -> impl Iterator<Item = f64> + '_ {
        self.excess.numbers.column(place)
    }

    /// Headline numbers of each trial at the real size of the business, in the order of [`Collector::names`]: see [`super::real_size`].
    pub fn numbers(&self) -> AtRealSize<'_> {
        AtRealSize::of(
            &self.frame,
            [&self.trials, &self.excess.numbers],
            [&self.effects, &self.excess.effects],
        )
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
        let Figures { numbers, cells, effect } = &outcome.figures;
        let shape = [cells.len(), numbers.len(), effect.len()];
        if shape != [self.sketches.len(), self.frame.numbers(), self.effects.width()] {
            return Err(Misfit::OtherDesign);
        }
        let none = Figures {
            numbers: vec![0.0; numbers.len()],
            cells: vec![0.0; cells.len()],
            effect: vec![0.0; effect.len()],
        };
        let excess = outcome.excess.as_ref().unwrap_or(&none);
        let moments = |cells: &[f64], of: fn(f64) -> f64| cells.iter().map(|x| Moments::of(of(*x))).collect();
        self.moments.push(outcome.trial, moments(cells, |x| x))?;
        let squares = if excess.cells.is_empty() {
            vec![Moments::default(); cells.len()]
        } else {
            moments(&excess.cells, |x| x * x)
        };
        self.excess.squares.push(outcome.trial, squares)?;
        self.trials.push(numbers);
        self.effects.push(effect);
        self.excess.numbers.push(&excess.numbers);
        self.excess.effects.push(&excess.effect);
        if let Some(Twins { events, customers }) = outcome.twins {
            self.twins.push(&[events, customers]);
        }
        for (sketch, &value) in self.sketches.iter_mut().zip(cells) {
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
        self.excess.squares.merge(later.excess.squares)?;
        self.trials.append(&later.trials);
        self.effects.append(&later.effects);
        self.excess.numbers.append(&later.excess.numbers);
        self.excess.effects.append(&later.excess.effects);
        self.twins.append(&later.twins);
        for (sketch, other) in self.sketches.iter_mut().zip(later.sketches) {
            sketch.merge(other);
        }
        Ok(())
    }
}
