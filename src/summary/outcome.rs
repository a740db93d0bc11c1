//! What one trial means: its tally as the numbers that a run collects.

use super::effect::{self, Comparison};
use super::kept::categories;
use super::kept::survey::{self, Shape};
use super::ledger::Ledger;
use super::terms::Terms;
use super::waterfall::Waterfall;
use super::{Scalar, goal, monthly};
use crate::design::{Design, Truth};
use crate::simulate::Tally;

/// The numbers of one trial, scaled to the business.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Number of the trial.
    pub trial: u64,
    /// Headline, goals and segments, in the order of the frame; NaN where undefined.
    pub(super) numbers: Vec<f64>,
    /// Monthly series, in the order of the frame.
    pub(super) cells: Vec<f64>,
    /// The headline number of the same truth under another luck, where it was played.
    pub(super) twin: Option<f64>,
}

impl Outcome {
    /// Reads a tally under the truth it was played in.
    pub fn of(design: &Design, truth: &Truth, tally: &Tally) -> Self {
        let causes = design.causes.len();
        Self::on_terms(&Terms::of(design, truth), causes, design.program.is_some(), tally)
    }

    /// The number by which a run is judged: the net effect, or final retention without a program.
    pub fn headline(&self) -> f64 {
        let effect = self.get(Scalar::NetEffect);
        if effect.is_nan() { self.get(Scalar::RetentionBaseline) } else { effect }
    }

    /// The same with what the headline number came to under the same truth and another luck.
    pub fn with_twin(self, twin: &Self) -> Self {
        Self { twin: Some(twin.headline()), ..self }
    }

    /// A headline number; NaN where undefined.
    pub fn get(&self, scalar: Scalar) -> f64 {
        self.numbers[scalar as usize]
    }

    /// Value of a goal's metric, by place in the design; NaN where undefined or where there is no such goal.
    pub fn goal_value(&self, goal: usize) -> f64 {
        self.numbers.get(Scalar::COUNT + 3 * goal).copied().unwrap_or(f64::NAN)
    }

    /// Threshold of a goal in this trial's truth, by place in the design; NaN where there is no such goal.
    pub fn goal_threshold(&self, goal: usize) -> f64 {
        self.numbers.get(Scalar::COUNT + 3 * goal + 1).copied().unwrap_or(f64::NAN)
    }

    /// Whether a goal is reached, by place in the design; never where there is no such goal.
    pub fn goal_reached(&self, goal: usize) -> bool {
        self.numbers.get(Scalar::COUNT + 3 * goal + 2).is_some_and(|reached| *reached > 0.0)
    }

    /// The same without its monthly series, which take most of the room. A collector refuses it.
    pub fn without_months(self) -> Self {
        Self { cells: Vec::new(), ..self }
    }

    /// The waterfall of this trial.
    pub fn waterfall(&self) -> Waterfall {
        Waterfall::of(|scalar| self.get(scalar))
    }

    pub(super) fn on_terms(terms: &Terms, causes: usize, has_program: bool, tally: &Tally) -> Self {
        let has_program = has_program && tally.worlds() > 1;
        let world = usize::from(has_program);
        let (baseline, program) = (Ledger::of(tally, 0), Ledger::of(tally, world));
        let worlds = Comparison { baseline: &baseline, program: &program, terms };
        let mut numbers =
            if has_program { effect::with_program(&worlds).0 } else { effect::without_program(&baseline).0 };
        if let Some(concentration) = tally.concentration {
            numbers[Scalar::TopFifth as usize] = concentration.top_fifth;
            numbers[Scalar::LargestCustomer as usize] = concentration.largest;
        }
        for goal in &terms.goals {
            let value = goal::value(goal, &worlds);
            numbers.extend([value, goal.threshold, f64::from(u8::from(goal::reached(goal, value)))]);
        }
        for segment in 0..tally.segments() {
            numbers.extend(of_segment(terms, tally, segment, world));
        }
        let shape =
            Shape { worlds: world + 1, branches: terms.branches, touchpoints: terms.touchpoints.len() };
        numbers.extend(survey::values(shape, &terms.touchpoints, tally));
        numbers.extend(categories::values(world + 1, tally));
        let mut cells = Vec::new();
        for ledger in [&baseline, &program].into_iter().take(world + 1) {
            monthly::append_world(&mut cells, ledger, causes);
        }
        if has_program {
            let per_world = crate::summary::Series::COUNT + causes;
            monthly::append_difference(&mut cells, per_world, tally.months());
        }
        Self { trial: tally.trial, numbers, cells, twin: None }
    }
}

/// Final retention in both worlds and net effect; the last two NaN without a program.
fn of_segment(terms: &Terms, tally: &Tally, segment: usize, world: usize) -> [f64; 3] {
    let (baseline, program) =
        (Ledger::of_segment(tally, 0, segment), Ledger::of_segment(tally, world, segment));
    let Some(last) = tally.months().checked_sub(1) else { return [f64::NAN; 3] };
    let before = baseline.annual_retention(last);
    if world == 0 {
        return [before, f64::NAN, f64::NAN];
    }
    let effect = Comparison { baseline: &baseline, program: &program, terms }.net_effect();
    [before, program.annual_retention(last), effect[last]]
}
