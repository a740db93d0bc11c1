//! From a design and one truth to a plan for every world.

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
use super::work::Work;
use super::world::WorldPlan;
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
}

impl Plan {
    /// Compiles `design` under `truth`. `seed` and `trial` decide when rivals open and begin price wars.
    pub fn new(design: &Design, truth: &Truth, seed: u64, trial: u64) -> Self {
        Self::with_stops(design, truth, (seed, trial), &[])
    }

    /// The same with one more world for each of `stops`, in which the program ends with that month as the first without it.
    pub fn with_stops(design: &Design, truth: &Truth, luck: (u64, u64), stops: &[usize]) -> Self {
        let baseline = WorldPlan::baseline(design, truth);
        let mut worlds = vec![baseline];
        if let Some(program) = &design.program {
            worlds.push(WorldPlan::program(design, truth, program, &worlds[0]));
            for &stop in stops {
                let ended = Program { stop: Some(stop), ..program.clone() };
                worlds.push(WorldPlan::program(design, truth, &ended, &worlds[0]));
            }
        }
        market::compete(design, truth, luck, &mut worlds);
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
        }
    }

    /// The first month of the baseline as if nobody had ever asked for terms, and nothing else: what it is calibrated on.
    pub fn baseline_today(&self) -> Self {
        let today = |months: &Vec<Levers>| vec![Levers { granted: 0.0, ..months[0] }];
        let world = WorldPlan {
            levers: self.worlds[0].levers.iter().map(today).collect(),
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
        }
    }
}

impl WorldPlan {
    fn baseline(design: &Design, truth: &Truth) -> Self {
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

    fn program(design: &Design, truth: &Truth, program: &Program, baseline: &Self) -> Self {
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
        for place in 0..program.elements.len() {
            elements::apply(design, truth, program, place, end, &mut world);
        }
        if end < design.horizon_months {
            closing(design, truth, program, end, &mut world.levers);
        }
        staff::play(design, truth, &mut world);
        places::branches(design, truth, &mut world);
        world.levers.iter_mut().for_each(|levers| usual_sales(levers));
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

/// The end is announced, members hurry; who is left with void points is angry.
fn closing(design: &Design, truth: &Truth, program: &Program, end: usize, levers: &mut [Vec<Levers>]) {
    let notice = truth[program.notice_months].round() as usize;
    let hurry = truth[design.behaviour.run_on_points] as f32;
    for levers in levers {
        let known = end.saturating_sub(notice).max(program.launch);
        levers[known..end].iter_mut().for_each(|lever| lever.hurry(hurry));
        if levers[end].points_lapse {
            levers[end].broken_promise = truth[design.behaviour.broken_promise] as f32;
        }
    }
}

/// What newcomers have come to see as the usual price.
fn usual_sales(levers: &mut [Levers]) {
    let sales: Vec<f32> = levers.iter().map(|l| l.sale).collect();
    for (t, lever) in levers.iter_mut().enumerate() {
        lever.usual_sale = sales[(t + 1).saturating_sub(12)..=t].iter().sum::<f32>() / 12.0;
    }
}
