//! The pilot: a small population without churn on which the baseline's intercepts are solved.
//!
//! Effects have means other than 1 over a mixed population. The pilot measures those means under the baseline's levers and takes
//! them off, so that the baseline reproduces the purchases, the mix of causes, the retention and the NPS that the design declares.

use super::block::{Block, Cast, GROUP, Standing};
use super::luck;
use super::month::{self, Circumstances, Scratch};
use super::nps;
use super::state::State;
use super::sums::Sums;
use crate::design::Category;
use crate::plan::{Plan, Response, SegmentPlan};
use crate::population::{Column, Curve, Recipe, Shapes, TRAITS};
use crate::random::widest;
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
/// Months whose terms are added up before it is asked who leaves because of them.
const PERIOD: usize = 3;

/// What the pilot measures.
struct Measures {
    /// Mean of the multiplier of purchases.
    rate: f64,
    /// Means of the six terms of the hazard.
    terms: [f64; 6],
    /// Terms of every customer, added up over each period; times the purchases where customers leave at purchases.
    periods: Vec<[f32; 6]>,
    /// Latent satisfaction of every customer-month measured.
    latent: Vec<f32>,
    /// Mean chance a month of a failure that nobody puts right.
    failures: f64,
    /// Mean of purchases times satisfaction above −1.
    pleased: f64,
}

impl Measures {
    /// Adds a month of a period that has been played.
    fn add_month(
        &mut self,
        now: &Circumstances,
        (state, count): (&State, &Column),
        leanings: &[f32; PILOT],
        terms: &Terms,
        period: usize,
    ) {
        let (r, levers) = (now.response, now.levers);
        let unresolved = 1.0 - levers.recovered_fast - levers.recovered_slowly;
        let periods = &mut self.periods[period * PILOT..][..PILOT];
        for (i, period) in periods.iter_mut().enumerate() {
            let of_customer = [terms.staff[i], terms.quality[i], state.exposure[i], 1.0, 1.0, 1.0];
            let times = if r.leaves_at_purchase { count[i] } else { 1.0 };
            for (k, term) in of_customer.into_iter().enumerate() {
                self.terms[k] += f64::from(term);
                period[k] += times * term;
            }
            self.failures += f64::from(unresolved * (1.0 - math::exp(-count[i] * levers.failure)));
            self.pleased += f64::from(count[i] * math::larger(1.0 + state.treatment[i], 0.0));
            self.latent.push(month::latent(r, state.treatment[i], state.fault[i], leanings[i]));
        }
    }
}

/// Solves the intercepts of `segment` and returns it ready to be played.
pub fn calibrate<'a>(plan: &'a Plan, index: usize, seed: u64, trial: u64, block: &mut Block) -> Cast<'a> {
    let mut segment = plan.segments[index].clone();
    let mut alone = plan.baseline_today();
    // nobody asks in the pilot, so nobody has asked before
    let today = &mut alone.worlds[0].levers[index][0];
    let granted = f64::from(std::mem::take(&mut today.granted));
    let recipe = Recipe::new(&segment, &mut block.shapes);
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
    let beta = solve_leaving(&mut segment, &measures, &mut block.shapes);
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
    let mut before = [0.0; PILOT];
    for t in 0..WARM_UP + MEASURED {
        before.copy_from_slice(&block.states[0].treatment[..PILOT]);
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
        periods: vec![[0.0; 6]; PILOT * MEASURED.div_ceil(PERIOD)],
        latent: Vec::with_capacity(PILOT * MEASURED),
        failures: 0.0,
        pleased: 0.0,
    };
    let leanings = leanings(segment);
    let mut terms = Terms::default();
    for t in 0..WARM_UP + MEASURED {
        if t >= WARM_UP {
            purchase_factors(response, &block.states[0], &mut terms);
            for (rate, factor) in block.people.rate[..PILOT].iter().zip(&terms.purchases) {
                m.rate += f64::from(rate * factor);
            }
        }
        play(block, &now);
        if t >= WARM_UP {
            let (state, count) = (&block.states[0], &block.scratch[0].count);
            hazard_terms(response, state, &mut terms);
            m.add_month(&now, (state, count), &leanings, &terms, (t - WARM_UP) / PERIOD);
        }
    }
    let rates: f64 = block.people.rate[..PILOT].iter().map(|rate| f64::from(*rate)).sum();
    m.rate = if rates > 0.0 { m.rate / (rates * MEASURED as f64) } else { 1.0 };
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
    luck::draw(&mut block.luck, &mut block.people.luck, PILOT.next_multiple_of(GROUP));
    let (state, scratch): (&mut State, &mut Scratch) = (&mut block.states[0], &mut block.scratch[0]);
    month::play(now, &block.people, &block.luck, state, scratch, &mut Sums::default());
}

/// Multipliers of one month.
struct Terms {
    /// Of purchases.
    purchases: [f32; PILOT],
    /// Of the hazard, by staff.
    staff: [f32; PILOT],
    /// Of the hazard, by quality.
    quality: [f32; PILOT],
}

impl Default for Terms {
    fn default() -> Self {
        Self { purchases: [0.0; PILOT], staff: [0.0; PILOT], quality: [0.0; PILOT] }
    }
}

widest! {
    /// What satisfaction does to purchases.
    fn purchase_factors(r: &Response, state: &State, out: &mut Terms) {
        for (factor, treatment) in out.purchases.iter_mut().zip(&state.treatment) {
            *factor = math::exp(r.satisfaction * treatment);
        }
    }
}

widest! {
    /// The terms of the hazard that vary in the baseline, without their shares.
    fn hazard_terms(r: &Response, state: &State, out: &mut Terms) {
        for (term, treatment) in out.staff.iter_mut().zip(&state.treatment) {
            *term = math::exp(-r.staff * treatment);
        }
        for (term, fault) in out.quality.iter_mut().zip(&state.fault) {
            *term = math::exp(math::larger(*fault, 0.0));
        }
    }
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
fn solve_leaving(segment: &mut SegmentPlan, m: &Measures, shapes: &mut Shapes) -> f64 {
    let declared: [f64; 6] = std::array::from_fn(|k| f64::from(segment.response.share[k]) * m.terms[k]);
    let mut year = year_sums(&segment.response.share, m);
    let mut curve = Curve::new(segment.churn_alpha, segment.age_months, shapes);
    let mut beta = retention_beta(segment, &curve, &year, None);
    // a base that loses so many cannot have been so long in the making
    while segment.churn_beta.is_none() && beta < LEAST_BETA && segment.age_months > 1.0 {
        segment.age_months = (0.7 * segment.age_months).floor().max(1.0);
        curve = Curve::new(segment.churn_alpha, segment.age_months, shapes);
        beta = retention_beta(segment, &curve, &year, Some(beta));
    }
    if variance(&year) < 1e-9 {
        return beta;
    }
    for _ in 0..ROUNDS {
        let mix = leavers_mix(&segment.response.share, &curve, beta, &year, m);
        let share = &mut segment.response.share;
        for k in 0..6 {
            share[k] *= if mix[k] > 0.0 { (declared[k] / mix[k]) as f32 } else { 1.0 };
        }
        let mean: f64 = share.iter().zip(m.terms).map(|(s, t)| f64::from(*s) * t).sum();
        *share = share.map(|s| s / mean as f32);
        year = year_sums(share, m);
    }
    retention_beta(segment, &curve, &year, Some(beta))
}

/// Every customer's hazard multiples, added up over the year.
fn year_sums(share: &[f32; 6], m: &Measures) -> Vec<f64> {
    let mut sums = vec![0.0; PILOT];
    for period in m.periods.chunks(PILOT) {
        for (sum, terms) in sums.iter_mut().zip(period) {
            *sum += f64::from(terms.iter().zip(share).map(|(t, s)| t * s).sum::<f32>());
        }
    }
    sums
}

/// Shares of the causes among those who leave within the year. Of a customer whose multiples have added up to G and who now has H,
/// `E[(1−θ)^G − (1−θ)^(G+H)]` leave, in proportion to the terms of H.
fn leavers_mix(share: &[f32; 6], curve: &Curve, beta: f64, year: &[f64], m: &Measures) -> [f64; 6] {
    let most = year.iter().copied().fold(1e-6, f64::max);
    let gone = curve.share_leaving(beta, most, CELLS);
    let gone_at = |sum: f64| {
        let part = (sum / most).sqrt() * CELLS as f64;
        let cell = (part as usize).min(CELLS - 1);
        // the table's points are squares: linear in the sum between them
        let (c, width) = (cell as f64, (2 * cell + 1) as f64);
        gone[cell] + (part * part - c * c) / width * (gone[cell + 1] - gone[cell])
    };
    let mut mix = [0.0; 6];
    let mut before = vec![(0.0, 0.0); PILOT];
    for period in m.periods.chunks(PILOT) {
        for (terms, (sum, left)) in period.iter().zip(&mut before) {
            let parts: [f64; 6] = std::array::from_fn(|k| f64::from(terms[k] * share[k]));
            let now: f64 = parts.iter().sum();
            if now > 0.0 {
                let leaving = gone_at(*sum + now);
                let of_each = (leaving - *left) / now;
                for (whole, part) in mix.iter_mut().zip(parts) {
                    *whole += of_each * part;
                }
                (*sum, *left) = (*sum + now, leaving);
            }
        }
    }
    let all: f64 = mix.iter().sum();
    mix.map(|part| if all > 0.0 { part / all } else { 0.0 })
}

/// β as stated, or for the declared retention, given how the year's hazard multiples differ between customers.
fn retention_beta(segment: &SegmentPlan, curve: &Curve, year: &[f64], near: Option<f64>) -> f64 {
    if let Some(beta) = segment.churn_beta {
        return beta;
    }
    let mean = year.iter().sum::<f64>() / year.len() as f64;
    curve.solve_beta(segment.retention, mean.max(1e-3), variance(year), near)
}

fn variance(x: &[f64]) -> f64 {
    let mean = x.iter().sum::<f64>() / x.len() as f64;
    x.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / x.len() as f64
}
