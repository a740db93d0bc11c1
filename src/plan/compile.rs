//! From a design and one truth to a plan for every world.

use super::broken_promise::BrokenPromise;
use super::causes;
use super::costs::FixedCosts;
use super::elements;
use super::levers::Levers;
use super::market;
use super::places;
use super::prices::Prices;
use super::response::hazard;
use super::segment::SegmentPlan;
use super::staff;
use super::today::{self, Past, Run};
use super::work::Work;
use super::world::{WorldPlan, usual_sales};
use crate::design::{Design, PointsAtStop, Program, Stacking, Truth};
use crate::units::{AnnualRate, Money, Months};

/// All that a trial needs to know of the design.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Months to play.
    pub months: usize,
    /// Kinds of customers.
    pub segments: Vec<SegmentPlan>,
    /// The worlds; the first is the baseline.
    pub worlds: Vec<WorldPlan>,
    /// Causes of leaving, as places (see [`super::DRIVEN`]) and shares within the place.
    pub causes: Vec<(usize, f32)>,
    /// Money spent a month on winning new customers, the same in every world.
    pub acquisition: Money,
    /// What one unit of money at today's prices is worth today if it comes a month from now.
    pub discount_factor: f64,
    /// Sales tax and inflation, where there is any.
    pub prices: Option<Prices>,
    /// The months before the start of a program that runs already, where one does: the baseline is then that it goes on.
    pub past: Option<Past>,
    /// Whether the last world is the one in which that program ends at the start.
    pub ended: bool,
}

/// Worlds beside the baseline and the program.
#[derive(Debug, Clone, Copy, Default)]
pub struct Others<'a> {
    /// A world for each of these months, in which the program ends: that month is the first without it.
    pub stops: &'a [usize],
    /// Whether there is one more, the last, in which the program that runs already ends at the start.
    pub ended: bool,
}

impl Plan {
    /// Compiles `design` under `truth`. `seed` and `trial` decide when rivals open and begin price wars.
    pub fn new(design: &Design, truth: &Truth, seed: u64, trial: u64) -> Self {
        Self::with_others(design, truth, (seed, trial), Others::default())
    }

    /// The same with other worlds beside.
    pub fn with_others(design: &Design, truth: &Truth, luck: (u64, u64), others: Others) -> Self {
        let proposed = design.program.iter().flat_map(|program| {
            let ended = others.stops.iter().map(|stop| Program { stop: Some(*stop), ..program.clone() });
            std::iter::once(program.clone()).chain(ended)
        });
        let proposed: Vec<Program> = proposed.collect();
        let (mut worlds, runs, past) = match &design.today {
            None => {
                let baseline = WorldPlan::baseline(design, truth);
                let of = |program| WorldPlan::program(design, truth, program, &baseline);
                let worlds: Vec<WorldPlan> = proposed.iter().map(of).collect();
                let runs = proposed.iter().map(|program| Some(Run { launch: program.launch, before: 0 }));
                let runs = std::iter::once(None).chain(runs).collect();
                (std::iter::once(baseline).chain(worlds).collect(), runs, None)
            }
            Some(today) => {
                let (worlds, runs, past) = today::worlds(design, truth, today, (&proposed, others.ended));
                (worlds, runs, Some(past))
            }
        };
        market::compete(design, truth, luck, (&mut worlds, &runs));
        let b = &design.business;
        let prices = Prices::of(design, truth);
        let capital = AnnualRate::new(truth[b.cost_of_capital]).discount_factor(Months::new(1.0));
        Self {
            months: design.horizon_months,
            segments: design.segments.iter().map(|s| SegmentPlan::new(design, truth, s)).collect(),
            worlds,
            causes: causes::parts(design, truth),
            acquisition: Money::new(truth[b.new_customers_per_month] * truth[b.acquisition_cost]),
            discount_factor: prices.map_or(capital, |prices| capital * prices.goods),
            prices,
            ended: others.ended && past.is_some(),
            past,
        }
    }

    /// A month of the business as it is today without any program.
    pub fn service_today(&self, segment: usize) -> &Levers {
        self.past.as_ref().map_or_else(|| &self.worlds[0].levers[segment][0], |past| &past.without[segment])
    }

    /// The first month of the baseline as if nobody had ever asked for terms, and there were no program; and nothing else: what it is
    /// calibrated on.
    pub fn baseline_today(&self) -> Self {
        let today = |segment| vec![Levers { granted: 0.0, ..*self.service_today(segment) }];
        let world = WorldPlan {
            levers: (0..self.segments.len()).map(today).collect(),
            deals: Vec::new(),
            fixed: Vec::new(),
            staff: Vec::new(),
            work: Work::default(),
        };
        Self {
            months: 1,
            segments: Vec::new(),
            worlds: vec![world],
            causes: Vec::new(),
            acquisition: self.acquisition,
            discount_factor: self.discount_factor,
            prices: None,
            past: self.past.clone(),
            ended: false,
        }
    }
}

impl WorldPlan {
    pub(super) fn baseline(design: &Design, truth: &Truth) -> Self {
        let service = &design.service;
        let none = Levers {
            proper_contacts: truth[service.proper_contacts] as f32,
            unevenness: truth[service.unevenness] as f32,
            failure: hazard(truth[service.failures_per_purchase]),
            recovered_fast: truth[service.recovered_fast] as f32,
            recovered_slowly: truth[service.recovered_slowly] as f32,
            cost_per_recovery: truth[service.cost_per_recovery] as f32,
            granted: truth[design.special_terms.granted] as f32,
            terms: truth[design.special_terms.discount] as f32,
            ..Levers::NONE
        };
        let mut world = Self {
            levers: vec![vec![none; design.horizon_months]; design.segments.len()],
            deals: vec![vec![Vec::new(); design.horizon_months]; design.segments.len()],
            fixed: vec![FixedCosts::default(); design.horizon_months],
            staff: Vec::new(),
            work: staff::work_today(design, truth),
        };
        staff::play(design, truth, &mut world);
        places::branches(design, truth, &mut world);
        world
    }

    pub(super) fn program(design: &Design, truth: &Truth, program: &Program, baseline: &Self) -> Self {
        let mut world = baseline.clone();
        let end = program.stop.unwrap_or(design.horizon_months).min(design.horizon_months);
        for (segment, levers) in world.levers.iter_mut().enumerate() {
            let joins = elements::has_something_for(program, segment);
            enrolment(truth, program, joins, &mut levers[program.launch..end]);
            if let Some(after) = levers.get_mut(end) {
                after.stopped = true;
                after.points_lapse = program.points_at_stop == PointsAtStop::Lapse;
            }
        }
        world.fixed[program.launch].setup += Money::new(truth[program.setup_cost]);
        for fixed in &mut world.fixed[program.launch..end] {
            fixed.running += Money::new(truth[program.cost_per_month]);
        }
        for element in &program.elements {
            elements::apply(design, truth, program, element, end, &mut world);
        }
        if end < design.horizon_months {
            closing(design, truth, program, end, &mut world.levers);
        }
        staff::play(design, truth, &mut world);
        places::branches(design, truth, &mut world);
        let noticeable = truth[design.behaviour.noticeable_discount] as f32;
        world.levers.iter_mut().for_each(|levers| usual_sales(levers, noticeable));
        world
    }
}

/// Terms of joining, for every month of the program; nobody joins where there is nothing to join for.
fn enrolment(truth: &Truth, program: &Program, joins: bool, levers: &mut [Levers]) {
    for lever in levers {
        lever.program = true;
        lever.discounts_add = program.stacking == Stacking::Sum;
        lever.willing = if joins { truth[program.willing] as f32 } else { 0.0 };
        lever.joins_per_visit = truth[program.joins_per_visit] as f32;
        lever.entry_purchases = truth[program.entry_purchases] as f32;
        lever.entry_tenure = truth[program.entry_tenure_months] as f32;
        lever.cost_per_member = (truth[program.cost_per_member_per_year] / 12.0) as f32;
    }
}

/// The end is announced, members hurry; whoever is left with void points is angry, and status is lost from where it stood.
fn closing(design: &Design, truth: &Truth, program: &Program, end: usize, levers: &mut [Vec<Levers>]) {
    let notice = truth[program.notice_months].round() as usize;
    let hurry = truth[design.behaviour.run_on_points] as f32;
    for levers in levers {
        let known = end.saturating_sub(notice).max(program.launch);
        levers[known..end].iter_mut().for_each(|lever| lever.hurry(hurry));
        if let Some(last) = end.checked_sub(1) {
            levers[end].levels.standing = levers[last].levels.standing;
        }
        if levers[end].points_lapse {
            let [anger, noticeable] = [design.behaviour.broken_promise, design.behaviour.noticeable_discount]
                .map(|id| truth[id] as f32);
            levers[end].broken_promise = BrokenPromise::of(anger, levers[end].points.value, noticeable);
        }
    }
}
