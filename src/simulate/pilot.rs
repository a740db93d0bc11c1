//! The pilot: a small population without churn on which the baseline's intercepts are solved.
//!
//! Effects have means other than 1 over a mixed population. The pilot measures those means under the baseline's levers and takes
//! them off, so that the baseline reproduces the purchases, the mix of causes, the retention and the NPS that the design declares.

mod diary;
mod leaving;
mod measures;

use super::block::{Block, Cast, Standing};
use super::month::Circumstances;
use super::nps::{Bins, Scale};
use super::state::State;
use crate::design::Category;
use crate::plan::{Levers, Plan, Response, SegmentPlan};
use crate::population::{Recipe, TRAITS};
use crate::random::{Purpose, ROWS, StreamKey};
use diary::{Diary, Who};
use measures::Measures;

/// Customers of the pilot.
const PILOT: usize = 240;

/// Solves the intercepts of `segment` and returns it ready to be played.
pub fn calibrate<'a>(plan: &'a Plan, index: usize, seed: u64, trial: u64, block: &mut Block) -> Cast<'a> {
    let mut segment = plan.segments[index].clone();
    let mut alone = plan.baseline_today();
    // nobody asks in the pilot, so nobody has asked before
    let granted = f64::from(std::mem::take(&mut alone.worlds[0].levers[index][0].granted));
    let recipe = Recipe::new(&segment, &mut block.shapes);
    let customers = recipe.clone();
    let traits = recipe.traits();
    let key = StreamKey { seed, trial, a: index as u64, b: 0, purpose: Purpose::Pilot };
    let standing = Standing { norm: segment.response.market_service, ..Standing::default() };
    let cast = Cast { plan: &alone, index, segment: segment.clone(), recipe, start: vec![standing], traits };
    block.seat(&cast, key, [0, PILOT, PILOT]);
    drop(cast);
    let measures = measure(&mut segment, &alone.worlds[0].levers[index][0], block);
    solve(&mut segment, &measures);
    leave_room_for_refused(&mut segment, &measures, granted);
    segment.response.moves.balance(&segment.categories, measures.failures, measures.pleased);
    let beta = leaving::solve(&mut segment, &measures, &mut block.shapes);
    let start = standings(&block.states[0]);
    Cast {
        plan,
        index,
        recipe: customers.with_beta(&segment, beta, &mut block.shapes),
        segment,
        start,
        traits,
    }
}

/// Satisfaction starts anew; expectations stay.
fn forget(state: &mut State) {
    state.treatment = [0.0; ROWS];
    state.fault = [0.0; ROWS];
}

fn standings(state: &State) -> Vec<Standing> {
    (0..PILOT)
        .map(|i| Standing { treatment: state.treatment[i], norm: state.norm[i], fault: state.fault[i] })
        .collect()
}

/// Measures the seated pilot under the levers of today, once its expectations have settled.
fn measure(segment: &mut SegmentPlan, levers: &Levers, block: &mut Block) -> Measures {
    let mut diary = Diary::new();
    diary.keep(block, &today(&segment.response, levers));
    segment.response.contact_mean = measures::contact_mean(&diary, segment.response.keeps);
    forget(&mut block.states[0]);
    let now = today(&segment.response, levers);
    diary.keep(block, &now);
    let who = Who::new(&block.people, &block.states[0], &segment.categories);
    Measures::of(&diary, &who, &now)
}

/// A month of the baseline as it is today.
fn today<'a>(response: &'a Response, levers: &'a Levers) -> Circumstances<'a> {
    Circumstances {
        month: 0,
        levers,
        deals: &[],
        response,
        rivals: 0.0,
        season: 1.0,
        traits: &TRAITS,
        may_leave: false,
    }
}

fn solve(segment: &mut SegmentPlan, m: &Measures) {
    let r = &mut segment.response;
    r.rate_scale = (1.0 / m.rate) as f32;
    for k in 0..6 {
        r.share[k] /= m.terms[k].max(1e-9) as f32;
    }
    let bins = Bins::new(&m.latent);
    let scale = Scale::solve(&bins, segment.nps / 100.0);
    r.nps_level = scale.level;
    r.nps_noise = scale.noise;
    r.promoters = scale.promoters;
    r.detractors = scale.detractors;
    for touchpoint in &mut segment.touchpoints {
        if let Some(nps) = touchpoint.nps {
            touchpoint.adds = Scale::solve(&bins, nps / 100.0).level - scale.level;
        }
    }
}

/// Those who go because they are refused special terms are among the declared leavers: the hazard has to take fewer, under the cause
/// that they are booked with.
fn leave_room_for_refused(segment: &mut SegmentPlan, m: &Measures, granted: f64) {
    let moves = segment.response.moves;
    let blackmailers = segment.categories[Category::Blackmailer as usize];
    let gone = blackmailers * moves.refused_in_a_year(granted);
    if gone <= 0.0 || segment.retention >= 1.0 {
        return;
    }
    let others = (segment.retention / (1.0 - gone)).min(0.999);
    // of those who would go for both reasons within the year, half go for the other one first
    let part = (gone * (0.5 + 0.5 * others) / (1.0 - segment.retention)).min(0.9);
    segment.retention = others;
    for (k, share) in segment.response.share.iter_mut().enumerate() {
        let declared = f64::from(*share) * m.terms[k];
        let refused = if k == moves.refused_place { part.min(declared) } else { 0.0 };
        let scale = if declared > 0.0 { (declared - refused) / declared / (1.0 - part) } else { 0.0 };
        *share *= scale as f32;
    }
}
