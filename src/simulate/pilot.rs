//! The pilot: a small population without churn on which the baseline's intercepts are solved.
//!
//! Effects have means other than 1 over a mixed population. The pilot measures those means under the baseline's levers and takes
//! them off, so that the baseline reproduces the purchases, the mix of causes, the retention and the NPS that the design declares.

use super::block::{Block, Cast, GROUP, Standing};
use super::month::{self, Circumstances, Scratch};
use super::nps;
use super::state::State;
use super::sums::Sums;
use super::vectors::widest;
use crate::plan::{Plan, Response, SegmentPlan};
use crate::population::{Recipe, solve_beta};
use crate::random::{Purpose, ROWS, StreamKey, math};

/// Customers of the pilot.
const PILOT: usize = 240;
/// Months before anything is measured: expectations settle in the first pass, satisfaction in the second.
const WARM_UP: usize = 15;
/// Months measured.
const MEASURED: usize = 12;

/// What the pilot measures.
struct Measures {
    /// Mean of the multiplier of purchases.
    rate: f64,
    /// Means of the six terms of the hazard.
    terms: [f64; 6],
    /// Cumulated terms of every customer over the measured months.
    cumulated: Vec<[f32; 6]>,
    /// Latent satisfaction of every customer-month measured.
    latent: Vec<f32>,
}

/// Solves the intercepts of `segment` and returns it ready to be played.
pub fn calibrate<'a>(plan: &'a Plan, index: usize, seed: u64, trial: u64, block: &mut Block) -> Cast<'a> {
    let mut segment = plan.segments[index].clone();
    let alone = Plan { worlds: vec![plan.worlds[0].clone()], ..plan.clone() };
    let recipe = Recipe::new(&segment, 1.0, &mut block.shapes);
    let customers = recipe.clone();
    let key = StreamKey { seed, trial, a: index as u64, b: 0, purpose: Purpose::Pilot };
    let standing = Standing { norm: segment.response.market_service, ..Standing::default() };
    let cast = Cast { plan: &alone, index, segment: segment.clone(), recipe, start: vec![standing] };
    block.seat(&cast, key, [0, PILOT, PILOT]);
    drop(cast);
    segment.response.contact_mean = contact_mean(block, &segment, &alone);
    forget(&mut block.states[0]);
    let measures = measure(block, &segment, &alone);
    solve(&mut segment, &measures);
    let beta = segment.churn_beta.unwrap_or_else(|| retention_beta(&segment, &measures));
    let start = standings(&block.states[0]);
    Cast { plan, index, recipe: customers.with_beta(&segment, beta), segment, start }
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

/// A month of the baseline as it is today.
fn today<'a>(segment: &'a SegmentPlan, plan: &'a Plan) -> Circumstances<'a> {
    Circumstances {
        month: 0,
        levers: &plan.worlds[0].levers[0][0],
        response: &segment.response,
        rivals: 0.0,
        season: 1.0,
        may_leave: false,
    }
}

/// Mean change of satisfaction per contact, once expectations have settled.
fn contact_mean(block: &mut Block, segment: &SegmentPlan, plan: &Plan) -> f32 {
    let now = today(segment, plan);
    let (mut changes, mut contacts) = (0.0f64, 0.0f64);
    for t in 0..WARM_UP + MEASURED {
        let before = block.states[0].treatment;
        play(block, &now);
        let (state, scratch) = (&block.states[0], &block.scratch[0]);
        for i in (0..PILOT).filter(|i| t >= WARM_UP && scratch.count[*i] > 0.0) {
            changes += f64::from(state.treatment[i] - segment.response.keeps * before[i]);
            contacts += 1.0;
        }
    }
    if contacts > 0.0 { (changes / contacts) as f32 } else { 0.0 }
}

fn measure(block: &mut Block, segment: &SegmentPlan, plan: &Plan) -> Measures {
    let now = today(segment, plan);
    let response = &segment.response;
    let mut m = Measures {
        rate: 0.0,
        terms: [0.0; 6],
        cumulated: vec![[0.0; 6]; PILOT],
        latent: Vec::with_capacity(PILOT * MEASURED),
    };
    let mut weight = 0.0f64;
    for t in 0..WARM_UP + MEASURED {
        if t >= WARM_UP {
            let (people, state) = (&block.people, &block.states[0]);
            for i in 0..PILOT {
                weight += f64::from(people.rate[i]);
                m.rate += f64::from(people.rate[i] * math::exp(response.satisfaction * state.treatment[i]));
            }
        }
        play(block, &now);
        if t >= WARM_UP {
            let (people, state) = (&block.people, &block.states[0]);
            for (i, cumulated) in m.cumulated.iter_mut().enumerate() {
                let terms = baseline_terms(response, people.exposure[i], state, i);
                for (sum, term) in cumulated.iter_mut().zip(terms) {
                    *sum += term;
                }
                m.latent.push(month::latent(state.treatment[i], state.fault[i], 0.0));
            }
        }
    }
    m.rate = if weight > 0.0 { m.rate / weight } else { 1.0 };
    for k in 0..6 {
        let sum: f64 = m.cumulated.iter().map(|terms| f64::from(terms[k])).sum();
        m.terms[k] = sum / (PILOT * MEASURED) as f64;
    }
    m
}

fn play(block: &mut Block, now: &Circumstances) {
    widest(
        #[inline(always)]
        || {
            block.luck.draw(&mut block.people.luck, PILOT.next_multiple_of(GROUP));
            let (state, scratch): (&mut State, &mut Scratch) = (&mut block.states[0], &mut block.scratch[0]);
            month::play(
                now,
                &block.people,
                &block.luck,
                state,
                scratch,
                &mut Sums::default(),
                &mut block.adder,
            );
        },
    );
}

/// The terms of the hazard without their shares.
fn baseline_terms(r: &Response, exposure: f32, state: &State, i: usize) -> [f32; 6] {
    [math::exp(-r.staff * state.treatment[i]), math::exp(state.fault[i]), exposure, 1.0, 1.0, 1.0]
}

fn solve(segment: &mut SegmentPlan, m: &Measures) {
    let r = &mut segment.response;
    r.rate_scale = (1.0 / m.rate) as f32;
    for k in 0..6 {
        r.share[k] /= m.terms[k].max(1e-9) as f32;
    }
    let scale = nps::Scale::solve(&m.latent, segment.nps / 100.0);
    r.nps_level = scale.level;
    r.nps_noise = scale.noise;
    r.promoters = scale.promoters;
    r.detractors = scale.detractors;
}

/// β for the declared retention, given how the year's hazard multiples differ between customers.
fn retention_beta(segment: &SegmentPlan, m: &Measures) -> f64 {
    let share = segment.response.share;
    let year: Vec<f64> = m
        .cumulated
        .iter()
        .map(|terms| terms.iter().zip(share).map(|(t, s)| f64::from(t * s)).sum::<f64>())
        .collect();
    let mean = year.iter().sum::<f64>() / year.len() as f64;
    let variance = year.iter().map(|g| (g - mean).powi(2)).sum::<f64>() / year.len() as f64;
    solve_beta(segment.churn_alpha, segment.age_months, segment.retention, mean, variance)
}
