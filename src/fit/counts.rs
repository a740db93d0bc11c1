//! How many purchases customers make who buy at random while they are active.

use super::beta_geometric::BetaGeometric;
use super::customers::Past;
use super::pareto;

/// Terms of a sum of probabilities that are smaller are left out.
const NOTHING: f64 = 1e-15;
/// Most phases counted; more would be a purchase every few minutes for years.
const MOST: usize = 2_000_000;

/// Chances too small to go on from by multiplication.
const TINY: f64 = 1e-290;

/// Probabilities of 0, 1, 2, … events at a Gamma distributed rate (shape, rate per week) in so many weeks: the negative binomial distribution, each
/// from the one before. The first ones of heavy buyers are smaller than any number, and followed by their logarithms.
pub(super) fn chances(shape: f64, rate: f64, weeks: f64) -> impl Iterator<Item = f64> {
    let some = weeks / (rate + weeks);
    let mut ln_now = -shape * libm::log1p(weeks / rate);
    let mut now = libm::exp(ln_now);
    let mut is_tiny = now < TINY;
    (0..MOST).map(move |n| {
        let told = now;
        let times = (shape + n as f64) / (n as f64 + 1.0) * some;
        if is_tiny {
            ln_now += libm::log(times);
            now = libm::exp(ln_now);
            is_tiny = now < TINY;
        } else {
            now *= times;
        }
        told
    })
}

/// Probabilities that such events are at least 0, 1, 2, …
fn at_least(shape: f64, rate: f64, weeks: f64) -> Vec<f64> {
    let mean = shape * weeks / rate;
    // as many terms as are likely to count: a vector that grows costs more than its numbers
    let likely = mean + 8.0 * libm::sqrt(mean * (1.0 + weeks / rate)) + 24.0;
    let (mut tails, mut tail) = (Vec::with_capacity(likely.min(10_000.0) as usize), 1.0);
    for (n, now) in chances(shape, rate, weeks).enumerate() {
        tails.push(tail);
        tail = (tail - now).max(0.0);
        // beyond the mean terms fall faster and faster; what rounding leaves of the tail may not
        if now < NOTHING && n as f64 >= mean {
            break;
        }
    }
    tails
}

impl BetaGeometric {
    /// Probabilities that a customer with this past who never leaves makes at least 1, 2, … purchases in the next `weeks`.
    fn at_least_if_staying(self, past: &Past, parameters: [f64; 4], weeks: f64) -> Vec<f64> {
        let k = self.regularity as usize;
        let [r, alpha, ..] = parameters;
        let mut sums: Vec<f64> = Vec::new();
        for (phase, share) in self.phase_shares(past, parameters).into_iter().enumerate() {
            let shape = r + (past.repeats as usize * k + phase) as f64;
            let tails = at_least(shape, alpha + past.age, weeks);
            let purchases = (tails.len() + phase).saturating_sub(1) / k;
            sums.resize(sums.len().max(purchases), 0.0);
            for (sum, events) in sums.iter_mut().zip((k - phase..tails.len()).step_by(k)) {
                *sum += share * tails[events];
            }
        }
        sums
    }

    /// The same of an active customer, who may leave after each purchase.
    fn at_least_if_active(self, past: &Past, parameters: [f64; 4], weeks: f64) -> Vec<f64> {
        let mut sums = self.at_least_if_staying(past, parameters, weeks);
        let mut stays = 1.0;
        for (n, sum) in sums.iter_mut().enumerate() {
            *sum *= stays;
            stays *= self.stays(past, parameters, n);
        }
        sums
    }

    /// Probability that an active customer with this past stays at the purchase after `n` further ones.
    pub(super) fn stays(self, past: &Past, [_, _, a, b]: [f64; 4], n: usize) -> f64 {
        let before = f64::from(past.repeats) + n as f64 + if self.leaves_at_first { 1.0 } else { 0.0 };
        (b + before) / (a + b + before)
    }

    /// Probability that an active customer with this past is still active after `weeks`.
    pub fn active_after(self, past: &Past, parameters: [f64; 4], weeks: f64) -> f64 {
        let tails = self.at_least_if_staying(past, parameters, weeks);
        let (mut stays, mut sum, mut before) = (1.0, 0.0, 1.0);
        for (n, tail) in tails.iter().copied().chain([0.0]).enumerate() {
            sum += (before - tail) * stays;
            before = tail;
            stays *= self.stays(past, parameters, n);
        }
        sum
    }

    /// Purchases to be expected of a customer with this past in the next `weeks`.
    pub fn expected(self, past: &Past, parameters: [f64; 4], weeks: f64) -> f64 {
        let if_active: f64 = self.at_least_if_active(past, parameters, weeks).iter().sum();
        self.active(past, parameters) * if_active
    }

    /// Probabilities that a customer with this past makes at least 1, 2, … purchases in the next `weeks`.
    pub fn at_least(self, past: &Past, parameters: [f64; 4], weeks: f64) -> Vec<f64> {
        let active = self.active(past, parameters);
        self.at_least_if_active(past, parameters, weeks).into_iter().map(|tail| tail * active).collect()
    }
}

/// Purchases to be expected under Pareto/NBD of a customer with this past in the next `weeks`.
pub fn expected_pareto(past: &Past, parameters: [f64; 4], weeks: f64) -> f64 {
    let [r, alpha, s, beta] = parameters;
    let rate = (r + f64::from(past.repeats)) / (alpha + past.age);
    let from = beta + past.age;
    // ∫ (from/(from + t))^s dt over the weeks; s = 1 is no exception
    let lasting = libm::log1p(weeks / from);
    let power = (1.0 - s) * lasting;
    let time = if power.abs() < 1e-12 { lasting } else { libm::expm1(power) / (1.0 - s) };
    pareto::active(past, parameters) * rate * from * time
}
