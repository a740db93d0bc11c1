//! What one possible truth says about the sums: prices of money and points, dates, goals.

use crate::design::{Design, GoalBound, Metric, Points, Program, Truth};
use crate::plan::{self, Prices};
use crate::units::{AnnualRate, Months, Share};

/// The terms on which one trial is judged.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Terms {
    /// What one unit of money a month from now is worth today.
    pub monthly_factor: f64,
    /// Share of its face value that a point outstanding costs when redeemed: in the baseline and with the program.
    pub cost_of_liability: [Share; 2],
    /// Sales tax and inflation, where there is any.
    pub prices: Option<Prices>,
    /// Share of profit that is taxed away, where the design states one.
    pub profit_tax: Option<f64>,
    /// Seasonal factor of each month, mean 1 over a year.
    pub season: Vec<f64>,
    /// The last month in which an element of a program begins or ends.
    pub settled: usize,
    /// Months with the program.
    pub active: std::ops::Range<usize>,
    /// The goals.
    pub goals: Vec<GoalTerms>,
    /// Weights of the touchpoints.
    pub touchpoints: Vec<f64>,
    /// How many branches there are.
    pub branches: usize,
    /// Whether a program runs already.
    pub runs_already: bool,
    /// Whether the program, or the one that runs already, reaches customers who are no members.
    pub reaches_everyone: bool,
}

/// One goal with its threshold in this truth.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GoalTerms {
    pub metric: Metric,
    pub bound: GoalBound,
    pub threshold: f64,
    pub by: usize,
}

impl Terms {
    /// The terms of a design under a truth.
    pub fn of(design: &Design, truth: &Truth) -> Self {
        let goal = |goal: &crate::design::Goal| GoalTerms {
            metric: goal.metric,
            bound: goal.bound,
            threshold: truth[goal.value],
            by: goal.by,
        };
        Self {
            monthly_factor: AnnualRate::new(truth[design.business.cost_of_capital])
                .discount_factor(Months::new(1.0)),
            cost_of_liability: [design.today.as_ref().map(|today| &today.program), design.program.as_ref()]
                .map(|program| cost_of_liability(program.or(design.programs().next()), truth)),
            prices: Prices::of(design, truth),
            profit_tax: design.business.profit_tax.map(|id| truth[id]),
            season: plan::season(design, truth).into_iter().map(f64::from).collect(),
            settled: settled(design),
            active: design.program.as_ref().map_or(0..0, |program| {
                program.launch..program.stop.unwrap_or(design.horizon_months).min(design.horizon_months)
            }),
            goals: design.goals.iter().map(goal).collect(),
            touchpoints: design.touchpoints.iter().map(|t| truth[t.weight]).collect(),
            runs_already: design.today.is_some(),
            reaches_everyone: design.programs().any(Program::reaches_everyone),
            branches: design.branches.len(),
        }
    }
}

impl Terms {
    /// Share of its face value that a point outstanding costs in a world.
    pub fn cost_of_points(&self, world: usize) -> f64 {
        self.cost_of_liability[usize::from(world == 1)].get()
    }
}

/// The last month before the horizon in which an element begins or ends, of the proposal or of the program that runs already; 0 if none does.
fn settled(design: &Design) -> usize {
    let today = design.today.iter();
    let on = today.map(|today| today.program_from_the_start(design.horizon_months)).collect::<Vec<_>>();
    let elements = design.program.iter().chain(&on).flat_map(|program| &program.elements);
    let months = elements.flat_map(|element| [element.from, element.until]);
    months.filter(|month| *month < design.horizon_months).max().unwrap_or(0)
}

/// Cost of a point per unit of face value; the mean weighted by what is earned if several elements give points.
fn cost_of_liability(program: Option<&Program>, truth: &Truth) -> Share {
    let (mut cost, mut weight) = (0.0, 0.0);
    for (_, points) in program.iter().flat_map(|program| program.all::<Points>()) {
        cost += truth[points.earn] * truth[points.cost_share];
        weight += truth[points.earn];
    }
    if weight > 0.0 { Share::new(cost / weight) } else { Share::WHOLE }
}
