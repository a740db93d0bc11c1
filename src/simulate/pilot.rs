//! The pilot: a small population without churn on which the baseline's intercepts are solved.
//!
//! Effects have means other than 1 over a mixed population. The pilot measures those means under the baseline's levers and takes
//! them off, so that the baseline reproduces the purchases, the mix of causes, the retention and the NPS that the design declares.

mod diary;
mod groups;
mod leaving;
mod lived;
mod measures;
mod search;
mod solving;

use super::block::Block;
use super::cast::{Calibrated, Cast};
use super::sample::Part;
use super::state::{Standing, State};
use super::totals::Grain;
use crate::plan::{Levers, Plan, SegmentPlan};
use crate::population::Recipe;
use crate::random::ROWS;
use diary::{Diary, PILOT, Who};
use measures::Measures;
pub use solving::lifetime;
use solving::{KEY, solve, today};

/// Plays the pilot of a segment, and returns the segment ready to be played.
pub fn calibrate<'a>(plan: &'a Plan, index: usize, block: &mut Block) -> Calibrated<'a> {
    let declared = &plan.segments[index];
    let recipe = Recipe::new(declared, &mut block.shapes);
    let traits = recipe.traits();
    let today = plan.baseline_today();
    let pilot = pilot(&today, index, recipe.clone(), declared.response.market_service);
    block.seat(&pilot, [KEY; 2], &Part { first: 0, step: 1, of: PILOT });
    let (measures, start) = measure(declared, &today.worlds[0].levers[index][0], block);
    let cast = Cast {
        plan,
        index,
        recipe,
        traits,
        start,
        partings: plan.partings(index),
        grain: Grain::of(declared.basket.get()),
    };
    let solved = solve((&measures, cast), block);
    lived::calibrate(&today, solved, block)
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
