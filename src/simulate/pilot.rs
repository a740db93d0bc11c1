//! The pilot: a small population without churn on which the baseline's intercepts are solved.
//!
//! Effects have means other than 1 over a mixed population. The pilot measures those means under the baseline's levers and takes
//! them off, so that the baseline reproduces the purchases, the mix of causes, the retention and the NPS that the design declares.

mod diary;
mod groups;
mod leaving;
mod measures;
mod search;

use super::block::Block;
use super::cast::{Calibrated, Cast};
use super::circumstances::Circumstances;
use super::intercepts::Intercepts;
use super::nps::{Bins, Scale};
use super::sample::Part;
use super::state::{Standing, State};
use super::survey::Touchpoint;
use super::totals::Grain;
use crate::plan::{Levers, Plan, SegmentPlan, TouchpointScore};
use crate::population::{Lifetime, Recipe, TRAITS};
use crate::random::{Purpose, ROWS, StreamKey};
use diary::{Diary, PILOT, Who};
use leaving::Leaving;
use measures::Measures;

/// The luck of every pilot: what is solved is a function of the truth alone, the same in every trial of every run.
const KEY: StreamKey = StreamKey { seed: diary::LUCK, trial: 0, a: 0, b: 0, purpose: Purpose::Pilot };

/// Plays the pilot of a segment, and returns the segment ready to be played.
pub fn calibrate<'a>(plan: &'a Plan, index: usize, block: &mut Block) -> Calibrated<'a> {
    let declared = &plan.segments[index];
    let recipe = Recipe::new(declared, &mut block.shapes);
    let traits = recipe.traits();
    let today = plan.baseline_today();
    let pilot = pilot(&today, index, recipe.clone(), declared.response.market_service);
    block.seat(&pilot, [KEY; 2], &Part { first: 0, step: 1, of: PILOT });
    let (measures, start) = measure(declared, &today.worlds[0].levers[index][0], block);
    let granted = f64::from(plan.worlds[0].levers[index][0].granted);
    let Leaving { causes, churn, past, newcomers, correlation } =
        leaving::solve(declared, &measures, granted, &mut block.shapes);
    let bins = Bins::new(&measures.latent);
    let scale = Scale::solve(&bins, declared.nps.balance());
    let moves = &declared.response.moves;
    let recipe = recipe.leaving(&churn, &mut block.shapes);
    Calibrated {
        lifetime: lifetime(plan, declared, &recipe),
        cast: Cast {
            plan,
            index,
            recipe,
            traits,
            start,
            partings: plan.partings(index),
            grain: Grain::of(declared.basket.get()),
        },
        declared,
        intercepts: Intercepts {
            rate: (1.0 / measures.rate) as f32,
            contact: measures.contact,
            causes,
            scale,
            rises: moves.rises(&declared.categories, measures.failures, measures.pleased),
        },
        touchpoints: touchpoints(declared, &bins, &scale),
        histories: [past, churn.history],
        newcomers,
        correlation,
    }
}

/// How long the customers of a segment will stay.
pub fn lifetime(plan: &Plan, declared: &SegmentPlan, recipe: &Recipe) -> Lifetime {
    let (at_purchases, runs) = (declared.response.leaves_at_purchase, declared.duration_dependence);
    recipe.propensity().lifetime(plan.discount_factor, at_purchases, runs)
}

/// The customers of a pilot: a segment as it is today, used to the service of its market.
fn pilot(today: &Plan, index: usize, recipe: Recipe, norm: f32) -> Cast<'_> {
    Cast {
        plan: today,
        index,
        traits: recipe.traits(),
        recipe,
        start: vec![Standing { norm, ..Standing::default() }],
        partings: today.partings(index),
        grain: Grain::ONE,
    }
}

/// Satisfaction starts anew; expectations stay.
fn forget(state: &mut State) {
    state.treatment = [0.0; ROWS];
    state.fault = [0.0; ROWS];
}

/// How customers have stood at the end of each month measured, by rank: what is solved holds on average over all of them.
fn standings(diary: &Diary, state: &State) -> Vec<Standing> {
    let standing = |i: usize| {
        let norm = state.norm[i];
        diary.months().map(move |(_, now)| Standing {
            treatment: now.treatment[i],
            norm,
            fault: now.fault[i],
        })
    };
    (0..PILOT).flat_map(standing).collect()
}

/// Measures the seated pilot under the levers of today, once its expectations have settled.
fn measure(declared: &SegmentPlan, levers: &Levers, block: &mut Block) -> (Measures, Vec<Standing>) {
    let mut diary = Diary::new();
    diary.keep(block, &today(declared, levers, 0.0));
    let contact = measures::mean_contact(&diary, declared.response.keeps);
    forget(&mut block.states[0]);
    let now = today(declared, levers, contact);
    diary.keep(block, &now);
    let who = Who::new(&block.people, &block.states[0], &declared.categories);
    (Measures::of(&diary, &who, &now), standings(&diary, &block.states[0]))
}

/// A month of the baseline as it is today, with this mean of a contact taken off.
fn today<'a>(declared: &'a SegmentPlan, levers: &'a Levers, usual_contact: f32) -> Circumstances<'a> {
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
