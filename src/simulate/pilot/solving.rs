//! What follows from what a pilot has measured: intercepts, propensities, where customers stand and are asked.

use super::diary;
use super::leaving::{self, Leaving};
use super::measures::Measures;
use crate::plan::{Levers, OfCauses, Plan, SegmentPlan, TouchpointScore};
use crate::population::{Lifetime, Recipe, TRAITS};
use crate::random::{Purpose, StreamKey};
use crate::simulate::block::Block;
use crate::simulate::cast::{Calibrated, Cast};
use crate::simulate::circumstances::Circumstances;
use crate::simulate::intercepts::Intercepts;
use crate::simulate::nps::{Bins, Scale};
use crate::simulate::survey::Touchpoint;
use crate::simulate::totals::Grain;

/// The luck of every pilot: what is solved is a function of the truth alone, the same in every trial of every run.
pub const KEY: StreamKey = StreamKey { seed: diary::LUCK, trial: 0, a: 0, b: 0, purpose: Purpose::Pilot };

/// What follows from what a pilot has measured.
pub fn solve<'a>((measures, cast): (&Measures, Cast<'a>), block: &mut Block) -> Calibrated<'a> {
    let (plan, index) = (cast.plan, cast.index);
    let (declared, shapes) = (&plan.segments[index], &mut block.shapes);
    let granted = f64::from(plan.worlds[0].levers[index][0].granted);
    let Leaving { causes, churn, past, newcomers, correlation } =
        leaving::solve(declared, measures, granted, shapes);
    let bins = Bins::new(&measures.latent);
    let scale = Scale::solve(&bins, declared.nps.balance());
    let recipe = cast.recipe.clone().leaving(&churn, shapes);
    Calibrated {
        lifetime: lifetime(plan, declared, &recipe),
        cast: Cast { recipe, ..cast },
        declared,
        intercepts: intercepts(declared, measures, causes, scale),
        touchpoints: touchpoints(declared, &bins, &scale),
        histories: [past, churn.history],
        newcomers,
        correlation,
        stood: None,
    }
}

fn intercepts(
    declared: &SegmentPlan,
    measures: &Measures,
    causes: OfCauses<f32>,
    scale: Scale,
) -> Intercepts {
    let moves = &declared.response.moves;
    Intercepts {
        rate: (1.0 / measures.rate) as f32,
        contact: measures.contact,
        causes,
        scale,
        rises: moves.rises(&declared.categories, measures.failures, measures.pleased),
        arrivals: declared.arrivals,
        invited: 0.0,
    }
}

/// How long the customers of a segment will stay.
pub fn lifetime(plan: &Plan, declared: &SegmentPlan, recipe: &Recipe) -> Lifetime {
    let (at_purchases, runs) = (declared.response.leaves_at_purchase, declared.duration_dependence);
    recipe.propensity().lifetime(plan.discount_factor, at_purchases, runs)
}

/// A month of the baseline as it is today, with this mean of a contact taken off.
pub fn today<'a>(declared: &'a SegmentPlan, levers: &'a Levers, usual_contact: f32) -> Circumstances<'a> {
    Circumstances {
        month: 0,
        levers,
        deals: &[],
        response: &declared.response,
        rivals: 0.0,
        pace: 1.0,
        usual_contact,
        traits: &TRAITS,
        grain: Grain::ONE,
        today: 1.0,
    }
}

/// Where customers are asked: a declared score is met by what the place adds to the answer.
fn touchpoints(declared: &SegmentPlan, bins: &Bins, scale: &Scale) -> Vec<Touchpoint> {
    let adds = |score| match score {
        TouchpointScore::Declared(nps) => Scale::solve(bins, nps.balance()).level - scale.level,
        TouchpointScore::Adds(adds) => adds,
    };
    let touchpoints = declared.touchpoints.iter();
    touchpoints.map(|t| Touchpoint { from: t.from, share: t.share, adds: adds(t.score) }).collect()
}
