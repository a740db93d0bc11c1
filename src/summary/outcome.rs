//! What one trial means: its tally as the numbers that a run collects.

use super::base::{self, Base};
use super::effect::{self, Comparison};
use super::kept::goal_at;
use super::kept::survey::{self, Shape};
use super::kept::{OF_SEGMENT, categories, worth};
use super::ledger::Ledger;
use super::segment_worlds::SegmentWorlds;
use super::terms::Terms;
use super::waterfall::Waterfall;
use super::{Scalar, goal, monthly, today};
use crate::design::{Design, Truth};
use crate::simulate::{Along, Experiment, Lucks, OTHER_LUCK, Tally};
use serde::{Deserialize, Serialize};

/// Every so many trials one is played again under the same truth: with other events of the market, with other customers.
pub const TWIN_EVERY: u64 = 10;

/// Every so many trials it is read what the sample's luck does to each month: means over trials need no more.
const MONTHS_EVERY: u64 = 4;

/// How much of a trial is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Detail {
    /// Headline, goals and segments.
    Numbers,
    /// The cumulated net effect as well.
    Effect,
    /// The monthly series as well.
    Months,
}

/// Causes of leaving, and whether there is a program.
fn shape(design: &Design) -> (usize, bool) {
    (design.causes.len(), design.program.is_some())
}

/// The numbers of one trial, scaled to the business.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Number of the trial.
    pub trial: u64,
    pub(super) figures: Figures,
    /// By how much each figure is moved by the luck that the sample has beyond the business's own; empty where all customers are
    /// simulated.
    pub(super) excess: Option<Figures>,
    /// The same trial under other lucks, where it was played so.
    pub(super) twins: Option<Twins>,
}

/// What a run collects of a trial.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Figures {
    /// Headline, goals and segments, in the order of the frame; NaN where undefined.
    pub numbers: Vec<f64>,
    /// Monthly series, in the order of the frame.
    pub cells: Vec<f64>,
    /// Net effect cumulated up to each month; empty without a program.
    pub effect: Vec<f64>,
}

/// What a trial tells of the variance of the headline number under its truth, by source.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Twins {
    /// By events of the market.
    pub events: f64,
    /// By customers, of whom as many as the business has.
    pub customers: f64,
}

/// A trial played again under its truth, as tallies.
#[derive(Debug, Clone, Default)]
pub struct Replays {
    /// With other events of the market; `None` where nothing happens by chance.
    pub events: Option<Tally>,
    /// With other customers in segments that are simulated as a whole; `None` where there is none.
    pub customers: Option<Tally>,
}

impl Replays {
    fn of(experiment: &Experiment, truth: &Truth, trial: u64) -> Self {
        let (own, other) = (Lucks::of(trial), trial + OTHER_LUCK);
        let play = |lucks| experiment.play_lucks(truth, lucks);
        Self {
            events: experiment.has_events().then(|| play(Lucks { events: other, ..own })),
            customers: experiment.has_whole().then(|| play(Lucks { whole: other, ..own })),
        }
    }
}

impl Outcome {
    /// Reads a tally under the truth it was played in.
    pub fn of(design: &Design, truth: &Truth, tally: &Tally) -> Self {
        Self::on_terms(&Terms::of(design, truth), shape(design), tally, Detail::Months)
    }

    /// The same without its monthly series, which take most of the room and of the time. A collector refuses it.
    pub fn without_months(design: &Design, truth: &Truth, tally: &Tally) -> Self {
        Self::on_terms(&Terms::of(design, truth), shape(design), tally, Detail::Numbers)
    }

    /// The same without its series, as [`Outcome::without_months`] reads it.
    pub fn slim(&self) -> Self {
        let numbers = |of: &Figures| Figures { numbers: of.numbers.clone(), ..Figures::default() };
        Self { figures: numbers(&self.figures), excess: self.excess.as_ref().map(numbers), ..*self }
    }

    /// Reads a tally of `experiment`, and plays every so many trials again to tell where the variance comes from.
    pub fn with_sources(experiment: &Experiment, design: &Design, truth: &Truth, tally: &Tally) -> Self {
        let outcome = Self::of(design, truth, tally);
        if !tally.trial.is_multiple_of(TWIN_EVERY) {
            return outcome;
        }
        outcome.with_twins(design, truth, tally, &Replays::of(experiment, truth, tally.trial))
    }

    /// The number by which a run is judged: the net effect, or final retention without a program.
    pub fn headline(&self) -> f64 {
        self.figures.headline()
    }

    /// The same with what its replays tell of luck. `tally` is its own.
    pub fn with_twins(self, design: &Design, truth: &Truth, tally: &Tally, replays: &Replays) -> Self {
        let terms = Terms::of(design, truth);
        let read = |tally: &Tally| Figures::of(&terms, shape(design), tally, Detail::Numbers).headline();
        let moved = |tally: &Tally, along| {
            let [more, less] = [0.5, -0.5].map(|by| read(&tally.leaning(along, by)));
            more - less
        };
        let events = replays.events.as_ref().map_or(0.0, |twin| {
            // less what the samples' luck makes of the difference
            let luck = moved(twin, Along::Excess) - moved(tally, Along::Excess);
            ((read(twin) - self.headline()).powi(2) - luck * luck) / 2.0
        });
        // two lucks differ by twice the variance of one
        let whole =
            replays.customers.as_ref().map_or(0.0, |twin| (read(twin) - self.headline()).powi(2) / 2.0);
        let customers = whole + moved(tally, Along::Own).powi(2);
        Self { twins: Some(Twins { events, customers }), ..self }
    }

    /// Whether it has a number for every one that is asked for: one that was read from a file may lack some.
    pub(super) fn is_sound(&self) -> bool {
        let whole = |figures: &Figures| figures.numbers.len() >= Scalar::COUNT;
        whole(&self.figures) && self.excess.as_ref().is_none_or(whole)
    }

    /// A headline number; NaN where undefined.
    pub fn get(&self, scalar: Scalar) -> f64 {
        self.figures.numbers[scalar as usize]
    }

    /// Value of a goal's metric, by place in the design; NaN where undefined or where there is no such goal.
    pub fn goal_value(&self, goal: usize) -> f64 {
        self.figures.numbers.get(goal_at(goal)).copied().unwrap_or(f64::NAN)
    }

    /// Threshold of a goal in this trial's truth, by place in the design; NaN where there is no such goal.
    pub fn goal_threshold(&self, goal: usize) -> f64 {
        self.figures.numbers.get(goal_at(goal) + 1).copied().unwrap_or(f64::NAN)
    }

    /// By how much the luck that the sample has beyond the business's own moves a headline number; 0 where all customers are simulated.
    pub fn excess(&self, scalar: Scalar) -> f64 {
        self.excess.as_ref().map_or(0.0, |excess| excess.numbers[scalar as usize])
    }

    /// The same for the value of a goal's metric, by place in the design.
    pub fn goal_excess(&self, goal: usize) -> f64 {
        let at = goal_at(goal);
        self.excess.as_ref().map_or(0.0, |excess| excess.numbers.get(at).copied().unwrap_or(0.0))
    }

    /// The waterfall of this trial.
    pub fn waterfall(&self) -> Waterfall {
        Waterfall::of(|scalar| self.get(scalar))
    }

    pub(super) fn on_terms(
        terms: &Terms,
        (causes, has_program): (usize, bool),
        tally: &Tally,
        detail: Detail,
    ) -> Self {
        let read = |tally: &Tally, detail| Figures::of(terms, (causes, has_program), tally, detail);
        let excess = tally.is_sample().then(|| {
            let detail = match detail {
                Detail::Months if !tally.trial.is_multiple_of(MONTHS_EVERY) => Detail::Effect,
                detail => detail,
            };
            let [more, less] = [0.5, -0.5].map(|by| read(&tally.leaning(Along::Excess, by), detail));
            more.less(&less)
        });
        Self { trial: tally.trial, figures: read(tally, detail), excess, twins: None }
    }
}

/// What worlds came to month by month, what the second differs by from the first, and what the world of a tally came to in which the program
/// that runs already has ended.
fn cells(worlds: &[&Ledger], causes: usize, months: usize, ended: Option<&Tally>) -> Vec<f64> {
    let mut cells = Vec::new();
    worlds.iter().for_each(|ledger| monthly::append_world(&mut cells, ledger, causes));
    if worlds.len() > 1 {
        monthly::append_difference(&mut cells, crate::summary::Series::COUNT + causes, months);
    }
    if let Some(tally) = ended.filter(|_| !worlds.is_empty()) {
        monthly::append_ended(&mut cells, tally, causes);
    }
    cells
}

impl Figures {
    fn of(terms: &Terms, (causes, has_program): (usize, bool), tally: &Tally, detail: Detail) -> Self {
        let has_program = has_program && tally.worlds() > 1;
        let world = usize::from(has_program);
        let segments = SegmentWorlds::all(tally, world + 1, terms);
        let whole = |world| SegmentWorlds::whole(&segments, tally, world);
        let (baseline, program) = (whole(0), whole(world));
        let base = Base::of(tally, &segments, world, terms);
        let worlds =
            Comparison { baseline: &baseline, program: &program, terms, redemption: base.redemption };
        let mut headline = if has_program {
            effect::with_program(&worlds, &base)
        } else {
            effect::without_program(&baseline, &base)
        };
        today::worth(&mut headline, tally, &baseline, terms);
        let mut numbers = headline.0;
        if let Some(concentration) = tally.concentration {
            numbers[Scalar::TopFifth as usize] = concentration.top_fifth;
            numbers[Scalar::LargestCustomer as usize] = concentration.largest.unwrap_or(f64::NAN);
        }
        for goal in &terms.goals {
            numbers.extend(goal::numbers(goal, &worlds, has_program));
        }
        for (at, segment) in segments.iter().enumerate() {
            numbers.extend(of_segment(&worlds, tally, segment, (world, at)));
        }
        let shape =
            Shape { worlds: world + 1, branches: terms.branches, touchpoints: terms.touchpoints.len() };
        numbers.extend(survey::values(shape, &terms.touchpoints, tally));
        numbers.extend(categories::values(world + 1, tally));
        numbers.extend(worth::values(world + 1, tally, &segments, terms));
        let effect = if has_program && detail >= Detail::Effect { worlds.net_effect() } else { Vec::new() };
        let shown = if detail < Detail::Months { &[][..] } else { &[&baseline, &program][..=world] };
        let ended = terms.runs_already.then_some(tally);
        let cells = cells(shown, causes, tally.months(), ended);
        Self { numbers, cells, effect }
    }

    fn headline(&self) -> f64 {
        let effect = self.numbers[Scalar::NetEffect as usize];
        if effect.is_nan() { self.numbers[Scalar::RetentionBaseline as usize] } else { effect }
    }

    /// Figure by figure.
    fn less(mut self, other: &Self) -> Self {
        let pairs = [
            (&mut self.numbers, &other.numbers),
            (&mut self.cells, &other.cells),
            (&mut self.effect, &other.effect),
        ];
        for (own, theirs) in pairs {
            own.iter_mut().zip(theirs).for_each(|(own, theirs)| *own -= theirs);
        }
        self
    }
}

/// Final retention in both worlds, net effect, and the value of the base at the end in both worlds; what needs a program is NaN without one.
fn of_segment(
    all: &Comparison,
    tally: &Tally,
    segment: &SegmentWorlds,
    (world, at): (usize, usize),
) -> [f64; OF_SEGMENT] {
    let (baseline, program) = (segment.ledger(0), segment.ledger(world));
    let Some(last) = tally.months().checked_sub(1) else { return [f64::NAN; OF_SEGMENT] };
    let before = baseline.annual_retention(last);
    let base = |world| base::at_the_end(tally, segment, (world, at));
    if world == 0 {
        return [before, f64::NAN, f64::NAN, base(0), f64::NAN];
    }
    // points at the share of the whole, so that the parts add up to it
    let effect = Comparison { baseline, program, ..*all }.net_effect();
    [before, program.annual_retention(last), effect[last], base(0), base(world)]
}
