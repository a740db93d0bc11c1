//! Trials that have been played, as the value of information needs them: the uncertain numbers and what each decision brought.

use super::basis;
use crate::design::{
    Basis, Catalogue, Design, ElementKind, KindFacts, LearntBy, Number, NumberId, StudyKind, TruthSampler,
};
use crate::summary::moments::Moments;
use crate::units::{KeyUnit, Range};
use nalgebra::DMatrix;
use serde::Serialize;

/// One thing that may be decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "name", rename_all = "snake_case")]
pub enum Choice {
    /// No program: the benefit is 0 by definition.
    DontLaunch,
    /// The program as designed.
    Launch,
    /// The better design that a review found.
    CounterDesign,
    /// Another design, by name.
    Alternative(String),
}

/// One uncertain number over the trials.
#[derive(Debug, Clone)]
pub struct UncertainNumber {
    /// Its path, segments and rivals by name; where only another design has it, with the name of that design.
    pub path: String,
    /// The number in the register of the design to be decided on; `None` if only another design has it.
    pub id: Option<NumberId>,
    /// How well it is supported.
    pub basis: Basis,
    /// What it counts, per what.
    pub unit: &'static KeyUnit,
    /// How it would be learnt.
    pub learnt_by: LearntBy,
    /// Values allowed.
    pub range: Range,
    /// Mean over the trials.
    pub mean: f64,
    /// Standard deviation over the trials: what is unknown today.
    pub sd: f64,
    /// Its values in rising order.
    pub sorted: Vec<f64>,
    /// Normal scores by trial.
    pub scores: Vec<f64>,
}

/// Trials that have been played for every decision on the same truths and luck.
#[derive(Debug, Clone)]
pub struct Trials {
    /// The uncertain numbers.
    pub columns: Vec<UncertainNumber>,
    /// What may be decided; the first is not to launch.
    pub choices: Vec<Choice>,
    /// Present value by choice and trial.
    pub benefits: Vec<Vec<f64>>,
    pub(super) values: Vec<Vec<f64>>,
}

impl Trials {
    /// The trials of `design`, launched or not: `truths` are the values of all numbers of its register by trial, `npv` the present
    /// value of each trial.
    pub fn new(design: &Design, truths: &[Vec<f64>], npv: &[f64]) -> Self {
        let none = Self {
            columns: Vec::new(),
            choices: vec![Choice::DontLaunch],
            benefits: vec![vec![0.0; npv.len()]],
            values: Vec::new(),
        };
        none.with(Choice::Launch, design, truths, npv)
    }

    /// The same with another design, played on the same truths and luck. Its uncertain numbers are looked at too where they are its own.
    #[must_use]
    pub fn with(mut self, choice: Choice, design: &Design, truths: &[Vec<f64>], npv: &[f64]) -> Self {
        // Numbers of the register are drawn in its order, whatever the seed.
        let of_goal = |id: &NumberId| design.goals.iter().any(|goal| goal.value == *id);
        for id in TruthSampler::new(design, 0).drawn().filter(|id| !of_goal(id)) {
            let values: Vec<f64> = truths.iter().map(|truth| truth[id.0 as usize]).collect();
            let is_known = self.values.contains(&values);
            if let Some(column) = UncertainNumber::new(design, id, &choice, &values).filter(|_| !is_known) {
                self.columns.push(column);
                self.values.push(values);
            }
        }
        self.choices.push(choice);
        self.benefits.push(npv.to_vec());
        self
    }

    /// How many trials there are.
    pub fn len(&self) -> usize {
        self.benefits[0].len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The choice with the highest mean benefit: what to decide if nothing more can be known.
    pub fn best(&self) -> usize {
        let mean = |benefits: &[f64]| benefits.iter().sum::<f64>() / benefits.len() as f64;
        let means: Vec<f64> = self.benefits.iter().map(|b| mean(b)).collect();
        (0..means.len()).fold(0, |best, place| if means[place] > means[best] { place } else { best })
    }

    /// The benefit of every other choice less that of the best, a column for each, and which choices they are.
    pub fn contrasts(&self) -> (DMatrix<f64>, Vec<usize>) {
        let best = self.best();
        let others: Vec<usize> = (0..self.choices.len()).filter(|place| *place != best).collect();
        let apart =
            |trial: usize, other: usize| self.benefits[others[other]][trial] - self.benefits[best][trial];
        (DMatrix::from_fn(self.len(), others.len(), apart), others)
    }

    /// The place of a number of the design to be decided on, if it is uncertain.
    pub fn place_of(&self, id: NumberId) -> Option<usize> {
        self.columns.iter().position(|column| column.id == Some(id))
    }
}

impl UncertainNumber {
    /// `None` if the number is the same in all trials.
    fn new(design: &Design, id: NumberId, owner: &Choice, values: &[f64]) -> Option<Self> {
        let number = &design.numbers[id];
        let path = shortest(design, number);
        let moments: Moments = values.iter().copied().collect();
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let (path, id) = match owner {
            Choice::DontLaunch | Choice::Launch => (path, Some(id)),
            Choice::CounterDesign => (format!("{path} (counter-design)"), None),
            Choice::Alternative(name) => (format!("{path} ({name})"), None),
        };
        Some(Self {
            path,
            id,
            basis: number.basis,
            unit: number.unit,
            learnt_by: learnt_by(&number.path),
            range: number.range,
            mean: moments.mean(),
            sd: moments.sd(),
            sorted,
            scores: basis::scores(values)?,
        })
    }

    /// The value at a normal score.
    pub fn value_at(&self, score: f64) -> f64 {
        basis::value_at(&self.sorted, score)
    }
}

/// How one would learn the number at a path. What service brings is seen in whole stores, not customer by customer.
fn learnt_by(path: &str) -> LearntBy {
    match Catalogue::get().learnt_by(path) {
        LearntBy::Study(StudyKind::AbTest)
            if ElementKind::facts_of(path).is_some_and(KindFacts::is_service) =>
        {
            LearntBy::Study(StudyKind::Pilot)
        }
        said => said,
    }
}

/// The path as people write it: without the index of an element of which there is only one, segments and rivals by name.
fn shortest(design: &Design, number: &Number) -> String {
    let bare = number.path.replacen("[0]", "", 1);
    match design.address(&bare) {
        Ok(whole) if whole == number.path && number.is_of_program() => bare,
        _ => design.readable(&number.path),
    }
}
