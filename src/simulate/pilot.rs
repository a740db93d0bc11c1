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
use crate::design::Category;
use crate::plan::{Plan, Response, SegmentPlan};
use crate::population::{Column, Recipe, TRAITS, share_leaving, solve_beta};
use crate::random::{Purpose, ROWS, StreamKey, math};

/// Customers of the pilot.
const PILOT: usize = 240;
/// Months before anything is measured: expectations settle in the first pass, satisfaction in the second.
const WARM_UP: usize = 15;
/// Months measured.
const MEASURED: usize = 12;
/// Rounds in which the shares of the causes are corrected.
const ROUNDS: usize = 2;
/// Least β of a base: below it, newcomers hardly survive their first month.
const LEAST_BETA: f64 = 0.5;
/// Cells of the table of the share that has left.
const CELLS: usize = 32;

/// What the pilot measures.
struct Measures {
    /// Mean of the multiplier of purchases.
    rate: f64,
    /// Means of the six terms of the hazard.
    terms: [f64; 6],
    /// Terms of every customer, month by month; times the purchases where customers leave at purchases.
    monthly: Vec<[f32; 6]>,
    /// Latent satisfaction of every customer-month measured.
    latent: Vec<f32>,
    /// Mean chance a month of a failure that nobody puts right.
    failures: f64,
    /// Mean of purchases times satisfaction above −1.
    pleased: f64,
}

impl Measures {
    /// Adds a month that has been played.
    fn add_month(&mut self, now: &Circumstances, state: &State, count: &Column, leanings: &[f32; PILOT]) {
        let (r, levers) = (now.response, now.levers);
        let unresolved = 1.0 - levers.recovered_fast - levers.recovered_slowly;
        for i in 0..PILOT {
            let terms = baseline_terms(r, state.exposure[i], state, i);
            for (sum, term) in self.terms.iter_mut().zip(terms) {
                *sum += f64::from(term);
            }
            let times = if r.leaves_at_purchase { count[i] } else { 1.0 };
            self.monthly.push(terms.map(|term| times * term));
            self.failures += f64::from(unresolved * (1.0 - math::exp(-count[i] * levers.failure)));
            self.pleased += f64::from(count[i] * math::larger(1.0 + state.treatment[i], 0.0));
            self.latent.push(month::latent(r, state.treatment[i], state.fault[i], leanings[i]));
        }
    }
}

/// Solves the intercepts of `segment` and returns it ready to be played.
pub fn calibrate<'a>(plan: &'a Plan, index: usize, seed: u64, trial: u64, block: &mut Block) -> Cast<'a> {
    let mut segment = plan.segments[index].clone();
    let mut alone = Plan { worlds: vec![plan.worlds[0].clone()], ..plan.clone() };
    // nobody asks in the pilot, so nobody has asked before
    let today = &mut alone.worlds[0].levers[index][0];
    let granted = f64::from(std::mem::take(&mut today.granted));
    let recipe = Recipe::new(&segment, 1.0, &mut block.shapes);
    let customers = recipe.clone();
    let traits = recipe.traits();
    let key = StreamKey { seed, trial, a: index as u64, b: 0, purpose: Purpose::Pilot };
    let standing = Standing { norm: segment.response.market_service, ..Standing::default() };
    let cast = Cast { plan: &alone, index, segment: segment.clone(), recipe, start: vec![standing], traits };
    block.seat(&cast, key, [0, PILOT, PILOT]);
    drop(cast);
    segment.response.contact_mean = contact_mean(block, &segment, &alone);
    forget(&mut block.states[0]);
    let measures = measure(block, &segment, &alone);
    solve(&mut segment, &measures);
    leave_room_for_refused(&mut segment, &measures, granted);
    segment.response.moves.balance(&segment.categories, measures.failures, measures.pleased);
    let beta = solve_leaving(&mut segment, &measures);
    let start = standings(&block.states[0]);
    Cast { plan, index, recipe: customers.with_beta(&segment, beta), segment, start, traits }
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
        deals: &[],
        response: &segment.response,
        rivals: 0.0,
        season: 1.0,
        traits: &TRAITS,
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
        monthly: Vec::with_capacity(PILOT * MEASURED),
        latent: Vec::with_capacity(PILOT * MEASURED),
        failures: 0.0,
        pleased: 0.0,
    };
    let leanings = leanings(segment);
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
            m.add_month(&now, &block.states[0], &block.scratch[0].count, &leanings);
        }
    }
    m.rate = if weight > 0.0 { m.rate / weight } else { 1.0 };
    let months = (PILOT * MEASURED) as f64;
    m.terms = m.terms.map(|sum| sum / months);
    (m.failures, m.pleased) = (m.failures / months, m.pleased / months);
    m
}

/// How customers of the pilot lean when asked, the categories in their exact shares and in no order.
fn leanings(segment: &SegmentPlan) -> [f32; PILOT] {
    let all: f64 = segment.categories.iter().sum();
    std::array::from_fn(|i| {
        let mut left = all * (i as f64 * 0.618_033_988_75).fract();
        let category = segment.categories.iter().position(|share| {
            left -= share;
            left < 0.0
        });
        TRAITS[category.unwrap_or(TRAITS.len() - 1)].leaning
    })
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
    [
        math::exp(-r.staff * state.treatment[i]),
        math::exp(math::larger(state.fault[i], 0.0)),
        exposure,
        1.0,
        1.0,
        1.0,
    ]
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
    for touchpoint in &mut segment.touchpoints {
        if let Some(nps) = touchpoint.nps {
            touchpoint.adds = nps::Scale::solve(&m.latent, nps / 100.0).level - scale.level;
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

/// β for the declared retention, and the shares of the causes for the declared mix among leavers.
///
/// The mix of the hazards is not the mix of those who leave: nobody leaves twice, so a cause that falls on few customers with
/// force (failures) takes less than its share of the hazard. The shares are corrected until the year's leavers have the mix.
fn solve_leaving(segment: &mut SegmentPlan, m: &Measures) -> f64 {
    let declared: [f64; 6] = std::array::from_fn(|k| f64::from(segment.response.share[k]) * m.terms[k]);
    let mut year = year_sums(&segment.response.share, m);
    let mut beta = retention_beta(segment, &year);
    // a base that loses so many cannot have been so long in the making
    while segment.churn_beta.is_none() && beta < LEAST_BETA && segment.age_months > 1.0 {
        segment.age_months = (0.7 * segment.age_months).floor().max(1.0);
        beta = retention_beta(segment, &year);
    }
    if variance(&year) < 1e-9 {
        return beta;
    }
    for _ in 0..ROUNDS {
        let mix = leavers_mix(segment, beta, &year, m);
        let share = &mut segment.response.share;
        for k in 0..6 {
            share[k] *= if mix[k] > 0.0 { (declared[k] / mix[k]) as f32 } else { 1.0 };
        }
        let mean: f64 = share.iter().zip(m.terms).map(|(s, t)| f64::from(*s) * t).sum();
        *share = share.map(|s| s / mean as f32);
        year = year_sums(share, m);
    }
    retention_beta(segment, &year)
}

/// Every customer's hazard multiples, added up over the year.
fn year_sums(share: &[f32; 6], m: &Measures) -> Vec<f64> {
    let mut sums = vec![0.0; PILOT];
    for (at, terms) in m.monthly.iter().enumerate() {
        sums[at % PILOT] += f64::from(terms.iter().zip(share).map(|(t, s)| t * s).sum::<f32>());
    }
    sums
}

/// Shares of the causes among those who leave within the year. Of a customer whose multiples have added up to G and who now has H,
/// `E[(1−θ)^G − (1−θ)^(G+H)]` leave, in proportion to the terms of H.
fn leavers_mix(segment: &SegmentPlan, beta: f64, year: &[f64], m: &Measures) -> [f64; 6] {
    let most = year.iter().copied().fold(1e-6, f64::max);
    let points: [f64; CELLS + 1] = std::array::from_fn(|j| most * (j as f64 / CELLS as f64).powi(2));
    let gone = share_leaving(segment.churn_alpha, beta, segment.age_months, &points);
    let gone_at = |sum: f64| {
        let cell = (((sum / most).sqrt() * CELLS as f64) as usize).min(CELLS - 1);
        let part = (sum - points[cell]) / (points[cell + 1] - points[cell]);
        gone[cell] + part * (gone[cell + 1] - gone[cell])
    };
    let share = segment.response.share;
    let mut mix = [0.0; 6];
    let mut before = vec![(0.0, 0.0); PILOT];
    for (at, terms) in m.monthly.iter().enumerate() {
        let parts: [f64; 6] = std::array::from_fn(|k| f64::from(terms[k] * share[k]));
        let now: f64 = parts.iter().sum();
        if now > 0.0 {
            let (sum, left) = before[at % PILOT];
            let leaving = gone_at(sum + now);
            for (whole, part) in mix.iter_mut().zip(parts) {
                *whole += (leaving - left) * part / now;
            }
            before[at % PILOT] = (sum + now, leaving);
        }
    }
    let all: f64 = mix.iter().sum();
    mix.map(|part| if all > 0.0 { part / all } else { 0.0 })
}

/// β as stated, or for the declared retention, given how the year's hazard multiples differ between customers.
fn retention_beta(segment: &SegmentPlan, year: &[f64]) -> f64 {
    if let Some(beta) = segment.churn_beta {
        return beta;
    }
    let mean = year.iter().sum::<f64>() / year.len() as f64;
    solve_beta(segment.churn_alpha, segment.age_months, segment.retention, mean.max(1e-3), variance(year))
}

fn variance(x: &[f64]) -> f64 {
    let mean = x.iter().sum::<f64>() / x.len() as f64;
    x.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / x.len() as f64
}
