//! Studies proposed where a design describes none: one for each of the few numbers that decide most.
//!
//! The rule. Money and what tills, cards and accounts hold is looked up in the records; what only customers can say (would they
//! recommend, why did they leave) is asked; what shows only when the program runs is tried: service and staff in stores, everything
//! else on customers drawn by lot. What a rival will do and the cost of capital are no matter of samples: nothing is proposed for them.
//! Costs follow the yearly spend of a customer, in units of 2 % of it: a survey costs 200 units and 1 more for each answer,
//! records 500 and 0.05 for each case (20 cases and 10 units each where money is quoted), an A/B test 1,000 and 0.5 for each customer, a
//! pilot 1,000 and 1 for each customer of a store. All of that is judgement, and every such study is marked as a proposal.

use super::study::PlannedStudy;
use super::trials::{Trials, UncertainNumber};
use crate::design::{Design, LearntBy, NumberId, StudyKind, Truth};
use crate::units::{Money, Share, Unit};

/// The most studies proposed.
const MOST: usize = 5;
/// A unit of cost, as a share of what a customer spends in a year.
const UNIT: f64 = 0.02;

/// Proposes studies for the numbers at `decisive` places, those that decide most first.
pub fn propose(design: &Design, trials: &Trials, decisive: &[usize]) -> Vec<PlannedStudy> {
    let unit = yearly_spend(design) * UNIT;
    let mut plans: Vec<PlannedStudy> = Vec::new();
    for place in decisive {
        let Some(plan) = plan(design, trials, *place, unit) else { continue };
        if plans.len() < MOST
            && plans.iter().all(|other| (other.kind, &other.informs) != (plan.kind, &plan.informs))
        {
            plans.push(plan);
        }
    }
    plans
}

/// What a customer spends in a year, at the central assumptions.
fn yearly_spend(design: &Design) -> Money {
    let truth = Truth::central(design);
    let of = |s: &crate::design::Segment| truth[s.share] * truth[s.purchases_per_year] * truth[s.basket];
    Money::new(design.segments.iter().map(of).sum())
}

fn plan(design: &Design, trials: &Trials, place: usize, unit: Money) -> Option<PlannedStudy> {
    let column = &trials.columns[place];
    let kind = kind(column)?;
    let quotes = kind == StudyKind::Records && column.unit.kind == Some(Unit::Money);
    let (sample, delay_months, fixed, each) = match kind {
        StudyKind::Survey => (1_000, 2, 200.0, 1.0),
        StudyKind::Records if quotes => (20, 1, 500.0, 10.0),
        StudyKind::Records => (2_000, 1, 500.0, 0.05),
        StudyKind::AbTest => (10_000, 7, 1_000.0, 0.5),
        StudyKind::Pilot => (10, 7, 1_000.0, 300.0),
    };
    Some(PlannedStudy {
        name: String::new(),
        kind,
        informs: together(design, trials, place),
        sample,
        largest: 10 * sample,
        months: 6,
        delay_months,
        cost: unit * fixed,
        cost_per_unit: unit * each,
        customers_per_store: 300,
        between_stores: Share::new(0.05),
        spread: if quotes { 0.3 } else { 1.0 },
        bias: Share::new(if kind == StudyKind::AbTest { 0.1 } else { 0.2 }),
        proposed: true,
    })
}

/// The number itself, or all shares of the whole it is a part of.
fn together(design: &Design, trials: &Trials, place: usize) -> Vec<usize> {
    let of_whole = |id: NumberId| design.share_groups.iter().find(|group| group.contains(&id));
    let group = trials.columns[place].id.and_then(of_whole);
    let mut places: Vec<usize> = match group {
        Some(group) => group.iter().filter_map(|id| trials.place_of(*id)).collect(),
        None => vec![place],
    };
    places.sort_unstable();
    places
}

/// How a number would be learnt; `None` if no sample can tell. Money is in the books, whatever it is spent on.
fn kind(column: &UncertainNumber) -> Option<StudyKind> {
    match column.learnt_by {
        LearntBy::Nothing => None,
        LearntBy::Study(_) if column.unit.kind == Some(Unit::Money) => Some(StudyKind::Records),
        LearntBy::Study(kind) => Some(kind),
    }
}
