//! Worlds of a business whose program runs already: it goes on, another takes its place, it ends.

use super::deal::Deal;
use super::levers::Levers;
use super::transition;
use super::world::{WorldPlan, usual_sales};
use crate::design::{Design, Element, NumberId, Program, Today, Truth};
use crate::units::Money;

/// Months of the year on which the baseline is calibrated.
const YEAR: usize = 12;

/// A month of a program that runs already, as customers live through it before the start.
#[derive(Debug, Clone, PartialEq)]
pub struct LivedMonth {
    /// Its levers.
    pub levers: Levers,
    /// What some customers get.
    pub deals: Vec<Deal>,
}

/// What customers of today have lived through, by segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// The months before the start, the last before it last.
    pub months: Vec<Vec<LivedMonth>>,
    /// A year of the program as it is: the last before the start, or the first of those to come where it has not run for a year. No rival is
    /// open in it.
    pub year: Vec<Vec<LivedMonth>>,
    /// A month without any program.
    pub without: Vec<Levers>,
    /// What is declared of where customers stand.
    pub stands: Standings,
    /// Shares of the points outstanding that were earned in the last month, the one before, and so on, where they are declared; else empty.
    pub ages: Vec<f64>,
}

/// What is declared of where customers of a program that runs already stand at the start.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Standings {
    /// Share of customers who are members.
    pub members: Option<f64>,
    /// Points outstanding, of the whole business.
    pub points: Option<f64>,
    /// Discount taken for granted, on average.
    pub discount: Option<f64>,
}

/// A program as rivals see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    /// Its first month, counted from the first of those before the start.
    pub launch: usize,
    /// Months before the start.
    pub before: usize,
}

impl Run {
    /// The month so many months after the launch; the first, where that was before it.
    pub fn after(self, months: usize) -> usize {
        (self.launch + months).saturating_sub(self.before)
    }
}

/// The worlds of a design with a program that runs: it goes on; each of those `proposed` takes its place; and it has `ended` at the start.
pub(super) fn worlds(
    design: &Design,
    truth: &Truth,
    today: &Today,
    (proposed, ended): (&[Program], bool),
) -> (Vec<WorldPlan>, Vec<Option<Run>>, Past) {
    let before = today.months;
    let since = design.since(before);
    let without = WorldPlan::baseline(&since, truth);
    let of = |program: &Program| WorldPlan::program(&since, truth, program, &without);
    let going_on = of(&today.program);
    let mut past = past(&going_on, &without, before);
    let known = |id: Option<NumberId>| id.map(|id| truth[id]);
    past.stands = Standings {
        members: known(today.members),
        points: known(today.points_outstanding),
        discount: known(today.usual_discount),
    };
    past.ages = ages(truth, today);
    let noticeable = truth[design.behaviour.noticeable_discount] as f32;
    let mut worlds = vec![going_on];
    for program in proposed {
        let mut world = of(&continued(program, today));
        follow(&mut world, &worlds[0], (before + program.launch, noticeable));
        transition::apply(&since, truth, (program, before), &mut world);
        set_up(truth, program, today, &mut world);
        worlds.push(world);
    }
    if ended {
        worlds.push(of(&Program { stop: Some(before), ..today.program.clone() }));
    }
    let mut runs = vec![Some(Run { launch: 0, before }); worlds.len()];
    if let Some(last) = runs.last_mut().filter(|_| ended) {
        *last = None;
    }
    worlds.iter_mut().for_each(|world| world.forget(before));
    (worlds, runs, past)
}

/// What has been lived through in the first `before` months of a world.
fn past(world: &WorldPlan, without: &WorldPlan, before: usize) -> Past {
    let lived = |segment: usize, from: usize, to: usize| {
        let (levers, deals) = (&world.levers[segment], &world.deals[segment]);
        (from..to).map(|t| LivedMonth { levers: levers[t], deals: deals[t].clone() }).collect()
    };
    let segments = 0..world.levers.len();
    let year = if before >= YEAR { before - YEAR } else { before };
    Past {
        months: segments.clone().map(|s| lived(s, 0, before)).collect(),
        year: segments.clone().map(|s| lived(s, year, year + YEAR)).collect(),
        without: segments.map(|s| without.levers[s][0]).collect(),
        stands: Standings::default(),
        ages: Vec::new(),
    }
}

/// Shares of the points outstanding by age, which add up to 1 however they were drawn.
fn ages(truth: &Truth, today: &Today) -> Vec<f64> {
    let mut shares = vec![0.0; today.points_by_age.last().map_or(0, |(oldest, _)| *oldest)];
    today.points_by_age.iter().for_each(|(month, id)| shares[month - 1] = truth[*id]);
    let sum: f64 = shares.iter().sum();
    if sum > 0.0 { shares.into_iter().map(|share| share / sum).collect() } else { Vec::new() }
}

/// A program that takes the place of today's, in the months of today's: what of it is of a kind that there is today goes on, with the years, the lots
/// and what is left of the novelty of that; the rest is new.
fn continued(program: &Program, today: &Today) -> Program {
    let before = today.months;
    let of_today = &today.program.elements;
    let elements = counterparts(program, today).enumerate().map(|(place, (element, known))| match known {
        Some(known) if element.is_of_today() => {
            Element { until: known.until.min(element.until + before), ..known.clone() }
        }
        known => later(element, known, (program.launch, before), of_today.len() + place),
    });
    let elements = elements.collect();
    Program { launch: 0, stop: program.stop.map(|stop| stop + before), elements, ..program.clone() }
}

/// The elements of a program, each with the one of today's program that goes on in it: itself, or the one before which there are as many of its kind.
fn counterparts<'p>(
    program: &'p Program,
    today: &'p Today,
) -> impl Iterator<Item = (&'p Element, Option<&'p Element>)> {
    let of_today = &today.program.elements;
    program.elements.iter().enumerate().map(move |(place, element)| {
        let alike = |other: &&Element| other.facts() == element.facts();
        let nth = program.elements[..place].iter().filter(alike).count();
        let known = match element.is_of_today() {
            true => of_today.iter().find(|known| known.path == element.path),
            false => of_today.iter().filter(alike).nth(nth),
        };
        (element, known)
    })
}

/// An element in the months of today's program; without a `known` one that it goes on from it begins at the launch, with a lot of its own.
fn later(
    element: &Element,
    known: Option<&Element>,
    (launch, before): (usize, usize),
    lot: usize,
) -> Element {
    let mut later = element.clone();
    (later.from, later.until) = (element.from + before, element.until + before);
    if let Some(known) = known.filter(|_| element.from == launch) {
        later.from = known.from;
    }
    later.lot = known.map_or(lot, |known| known.lot);
    if let Some(turn) = &mut later.turn {
        let as_today = known.and_then(|known| known.turn.as_ref());
        turn.first = as_today.map_or(turn.first + before, |known| known.first);
    }
    later.kind.later(before);
    later
}

/// Before a month a world is another one; `noticeable` is the least discount that is noticed.
fn follow(world: &mut WorldPlan, other: &WorldPlan, (month, noticeable): (usize, f32)) {
    for (own, theirs) in world.levers.iter_mut().zip(&other.levers) {
        own[..month].copy_from_slice(&theirs[..month]);
        usual_sales(own, noticeable);
    }
    for (own, theirs) in world.deals.iter_mut().zip(&other.deals) {
        own[..month].clone_from_slice(&theirs[..month]);
    }
    world.fixed[..month].clone_from_slice(&other.fixed[..month]);
    world.staff[..month].copy_from_slice(&other.staff[..month]);
}

/// What the change costs: its own set-up, and that of elements that go on otherwise. Elements that are new have booked theirs.
fn set_up(truth: &Truth, program: &Program, today: &Today, world: &mut WorldPlan) {
    let before = today.months;
    world.fixed[before + program.launch].setup += Money::new(truth[program.setup_cost]);
    let changed = counterparts(program, today).filter(|(element, known)| {
        known.is_some() && !element.is_of_today() && element.from == program.launch
    });
    for (element, _) in changed {
        world.fixed[before + element.from].setup += Money::new(truth[element.setup_cost]);
    }
}

impl WorldPlan {
    /// Leaves out the first months.
    fn forget(&mut self, months: usize) {
        self.levers.iter_mut().for_each(|levers| drop(levers.drain(..months)));
        self.deals.iter_mut().for_each(|deals| drop(deals.drain(..months)));
        self.fixed.drain(..months);
        self.staff.drain(..months);
        self.work.months.drain(..months);
    }
}
