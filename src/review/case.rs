//! All that the parts of a review are written from.

use super::advice::Advice;
use super::attribution::{Attribution, Driver};
use super::beyond::Beyond;
use super::code::Code;
use super::desk::Samples;
use super::facts::Facts;
use super::figure::{FigureId, Figures, Form, Source};
use super::interval::{Interval, Spread};
use super::lab::Played;
use super::measures::Measure;
use super::robustness::Robustness;
use super::rules::{Judgement, Rule};
use super::sentence::{Arg, Style};
use super::side_runs::{SideRuns, ThreatRun};
use crate::decide::paired::Difference;
use crate::decide::voi;
use crate::design::Design;
use crate::summary::{Probability, Scalar};

/// The name under which the main run stands in the annex.
pub const MAIN: &str = "proposal";

/// A proposal with everything that has been found out about it.
pub struct Case<'a> {
    /// The design.
    pub design: &'a Design,
    /// Its text.
    pub text: &'a str,
    /// The main run.
    pub run: &'a Played,
    /// What rules know.
    pub facts: &'a Facts<'a>,
    /// What each rule says.
    pub judged: Vec<(&'static Rule, Judgement)>,
    /// Actions put to the test.
    pub advice: &'a Advice,
    /// The rules that today's program breaks if it goes on as it is, and where.
    pub weak_today: &'a [(Code, Option<String>)],
    /// What helps beyond the package.
    pub beyond: &'a Beyond,
    /// Alternatives, endings, threats, rivals.
    pub side: &'a SideRuns,
    /// The worst threats to the proposal, as they would hit the recommended design.
    pub counter_threats: Vec<ThreatRun>,
    /// Where it fails.
    pub robust: &'a Robustness,
    /// Where the spread of the present value comes from; `None` where it cannot be split.
    pub split: Option<Attribution>,
    /// What it is worth to know more before deciding; `None` where nothing is uncertain or trials are too few.
    pub knowing: Option<voi::Findings>,
    /// The samples on which actions were tested.
    pub samples: &'a Samples,
    /// What the design file is called in commands.
    pub file: &'a str,
}

impl Case<'_> {
    /// The numbers that decide the present value, the strongest first.
    pub fn drivers(&self) -> &[Driver] {
        self.split.as_ref().map_or(&[], |split| &split.drivers)
    }

    /// Whether what a rule says of a place holds of today's program as well, so that the change does not create it.
    pub fn is_there_today(&self, code: Code, path: Option<&str>) -> bool {
        let there = |known: &(Code, Option<String>)| known.0 == code && known.1.as_deref() == path;
        path.is_some_and(|path| path.starts_with("today.")) && self.weak_today.iter().any(there)
    }

    /// Books a headline number of the main run and returns its name, if it is defined.
    pub fn headline(&self, figures: &mut Figures, scalar: Scalar) -> Option<FigureId> {
        let estimate = self.run.summary.headline.get(scalar)?;
        let id = format!("{MAIN}.{}", scalar.key());
        let form = match scalar {
            Scalar::RetentionChange => Form::SharePoints,
            _ => scalar.unit().into(),
        };
        Some(figures.interval(id, form, &Interval::of_trials(estimate), from(MAIN)))
    }

    /// Books a measure of the main run.
    pub fn measure(
        &self,
        figures: &mut Figures,
        name: &str,
        form: Form,
        measure: Measure,
    ) -> Option<FigureId> {
        let interval = self.run.interval(measure)?;
        Some(figures.interval(format!("{MAIN}.{name}"), form, &interval, from(MAIN)))
    }
}

/// A number that comes from a run.
pub fn from(run: &str) -> Source {
    Source::Run(run.to_owned())
}

/// Books a probability.
pub fn chance(figures: &mut Figures, id: impl Into<String>, of: &Probability, run: &str) -> FigureId {
    figures.interval(id, Form::Chance, &Interval::of_chance(of), from(run))
}

/// Books a difference between two runs; differences of shares are in percentage points.
pub fn difference(figures: &mut Figures, id: impl Into<String>, of: &Difference, run: &str) -> FigureId {
    let interval = Interval { low: of.p5, value: of.mean, high: of.p95, spread: Spread::Trials };
    let form = match Form::from(of.unit) {
        Form::Share => Form::SharePoints,
        form => form,
    };
    figures.interval(id, form, &interval, from(run))
}

/// A cell with a figure.
pub fn cell(id: FigureId, style: Style) -> Arg {
    Arg::Figure { id, style }
}

/// A cell with a figure that may not exist.
pub fn cell_if(id: Option<FigureId>, style: Style) -> Arg {
    id.map_or_else(|| Arg::Text("–".to_owned()), |id| cell(id, style))
}
