//! A base whose customers have signed for a term: who is in which month of it, and who is left.
//!
//! The mean hazard over a term is that of a customer without a contract; it falls due when the term ends. So those who leave easily wait for that month, and
//! a base of contracts holds more of them than one that may leave at any time.

use super::grid::{LANES, product, total};
use crate::plan::Contract;
use crate::random::widest;

/// Densities over the grid of those who begin each month of their term next.
pub type Terms = Vec<Vec<f64>>;

/// What is left after each month of a year.
type Year = [f64; YEAR];
const YEAR: usize = 12;
/// Parts of a base, by rank of the propensity, in which the months of the term are drawn apart.
const PARTS: usize = 128;

/// How a base came about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Past {
    /// Share of customers whose needs change in a month.
    pub changes: f64,
    /// Months over which customers have joined at an even pace; 0 if they are those of one month, none if the base has long been level.
    pub age: Option<usize>,
    /// Months since then in which nobody has joined.
    pub ageing: usize,
}

/// The chances over the grid to stay, and not to change, for a month within the term and for the one in which it ends; and ln(1 − θ).
struct Kept {
    within: Vec<f64>,
    at_end: Vec<f64>,
    rest: Vec<f64>,
    changes: f64,
}

impl Kept {
    fn new(changes: f64, contract: &Contract, leave: &[f64]) -> Self {
        let rest: Vec<f64> = leave.iter().map(|leave| libm::log1p(-leave.min(1.0 - 1e-15))).collect();
        let kept = |times: f64| rest.iter().map(|rest| (1.0 - changes) * libm::exp(times * rest)).collect();
        Self { within: kept(contract.within), at_end: kept(contract.at_end), rest, changes }
    }
}

/// The base by the month of the term that comes next, up to a factor: of this past, where so many of each θ leave in a month and these are the newcomers.
pub fn terms(past: &Past, contract: &Contract, leave: &[f64], newcomers: &[f64]) -> Terms {
    let kept = Kept::new(past.changes, contract, leave);
    let mut base = match past.age {
        Some(age) => {
            let mut base = vec![vec![0.0; newcomers.len()]; contract.months];
            if age == 0 {
                base[0].copy_from_slice(newcomers);
            }
            (0..age).fold(base, |base, _| a_month(contract, &kept, newcomers, base, 1.0))
        }
        None => level(contract, &kept, newcomers),
    };
    for _ in 0..past.ageing {
        base = a_month(contract, &kept, newcomers, base, 0.0);
    }
    base
}

/// A level base: what comes out of a month as it went in. Needs change in any month of the term alike.
fn level(contract: &Contract, kept: &Kept, newcomers: &[f64]) -> Terms {
    let nobody = || vec![vec![0.0; newcomers.len()]; contract.months];
    let (mut joined, mut changed) = (nobody(), nobody());
    for i in 0..newcomers.len() {
        stay(contract, kept, i, [&mut joined, &mut changed]);
    }
    let mean = |of: &Terms| of.iter().map(|month| product(month, newcomers)).sum::<f64>() / total(newcomers);
    let changing = kept.changes * mean(&joined) / (1.0 - kept.changes * mean(&changed)).max(1e-9);
    let blend = |(joined, changed): (Vec<f64>, Vec<f64>)| {
        let both = joined.iter().zip(changed).zip(newcomers);
        both.map(|((joined, changed), f)| f * (joined + changing * changed)).collect()
    };
    joined.into_iter().zip(changed).map(blend).collect()
}

/// How many with the θ of point `i` are in each month of the term, per one who joins in a month, and per one whose needs change in a month.
fn stay(contract: &Contract, kept: &Kept, i: usize, [joined, changed]: [&mut Terms; 2]) {
    let n = contract.months;
    let (within, at_end) = (kept.within[i], kept.at_end[i]);
    let change = -libm::log1p(-kept.changes);
    let gone = -libm::expm1(-(n as f64) * (change - kept.rest[i]));
    let each = 1.0 / n as f64;
    let (mut left, mut come) = (1.0, 0.0);
    for month in 0..n {
        joined[month][i] = left / gone;
        changed[month][i] = come;
        left *= within;
        come = if month + 1 < n { each + come * within } else { come * at_end };
    }
    // those who have just joined have not lived through a month of it yet
    joined[0][i] -= 1.0;
    let first = (each + come) / gone;
    let mut left = 1.0;
    for months in changed {
        months[i] += first * left;
        left *= within;
    }
}

/// A month in which so many newcomers join.
fn a_month(contract: &Contract, kept: &Kept, newcomers: &[f64], mut base: Terms, join: f64) -> Terms {
    let all = total(newcomers);
    base[0].iter_mut().zip(newcomers).for_each(|(here, f)| *here += join * f);
    let again = kept.changes / (1.0 - kept.changes);
    for (month, people) in base.iter_mut().enumerate() {
        let stay = if month + 1 < contract.months { &kept.within } else { &kept.at_end };
        people.iter_mut().zip(stay).for_each(|(here, stay)| *here *= stay);
        let changed = again * total(people) / all;
        people.iter_mut().zip(newcomers).for_each(|(here, f)| *here += changed * f);
    }
    base.rotate_right(1);
    base
}

/// The base by the months that are left of the term after the next one, of which more than a year is all the same; of sum 1.
pub fn by_months_left(contract: &Contract, terms: Terms) -> Terms {
    let all: f64 = terms.iter().flatten().sum();
    let mut left: Terms = Vec::new();
    for (month, people) in terms.into_iter().enumerate().rev() {
        let after = contract.months - 1 - month;
        match left.get_mut(YEAR).filter(|_| after > YEAR) {
            Some(far) => far.iter_mut().zip(people).for_each(|(far, here)| *far += here / all),
            None => left.push(people.into_iter().map(|here| here / all).collect()),
        }
    }
    left
}

/// Who is left after each month of a base [by the months left](by_months_left), given the chances over the grid to stay within the term and at its end.
pub fn survival(
    contract: &Contract,
    changes: f64,
    newcomers: &[f64],
    base: &[Vec<f64>],
    [within, at_end]: [&[f64]; 2],
) -> Year {
    let anew = moments(newcomers, [within, at_end], YEAR / contract.months + 1);
    let unchanged: Year = std::array::from_fn(|months| libm::pow(1.0 - changes, months as f64));
    let mut all = [0.0; YEAR];
    for (after, people) in base.iter().enumerate() {
        let ending: [bool; YEAR] = std::array::from_fn(|month| contract.ends(after, month));
        // of months in which terms end, so many have passed by each month
        let mut ends = [0; YEAR + 1];
        for month in 0..YEAR {
            ends[month + 1] = ends[month] + usize::from(ending[month]);
        }
        let mut left = [0.0; YEAR];
        months_of_terms(people, [within, at_end], ending, &mut left);
        for month in 0..YEAR {
            left[month] *= unchanged[month];
            // those whose needs have changed at the end of an earlier month, and not since
            for then in 0..month {
                let ended = ends[month + 1] - ends[then + 1];
                let since = month - then;
                left[month] += changes * left[then] * unchanged[since - 1] * anew[ended][since - ended];
            }
        }
        all.iter_mut().zip(left).for_each(|(all, left)| *all += left);
    }
    all
}

widest! {
    /// What is left of a density after each month, within the term or at its end.
    fn months_of_terms(density: &[f64], decays: [&[f64]; 2], ending: [bool; YEAR], sums: &mut Year) {
        let mut lanes = [[0.0; LANES]; YEAR];
        let decays = decays[0].as_chunks::<LANES>().0.iter().zip(decays[1].as_chunks::<LANES>().0);
        for (density, (within, at_end)) in density.as_chunks::<LANES>().0.iter().zip(decays) {
            let mut left = *density;
            for month in 0..YEAR {
                let decay = if ending[month] { at_end } else { within };
                for lane in 0..LANES {
                    left[lane] *= decay[lane];
                    lanes[month][lane] += left[lane];
                }
            }
        }
        *sums = lanes.map(|lanes| lanes.iter().sum());
    }
}

/// Shares of newcomers who stay for so many ends of terms and so many other months.
fn moments(newcomers: &[f64], [within, at_end]: [&[f64]; 2], most: usize) -> Vec<Vec<f64>> {
    let mut after_ends = newcomers.to_vec();
    let mut all = Vec::new();
    for _ in 0..=most.min(YEAR) {
        let mut here = after_ends.clone();
        let mut sums = Vec::with_capacity(YEAR + 1);
        for _ in 0..=YEAR {
            sums.push(total(&here));
            here.iter_mut().zip(within).for_each(|(here, stay)| *here *= stay);
        }
        all.push(sums);
        after_ends.iter_mut().zip(at_end).for_each(|(here, stay)| *here *= stay);
    }
    all
}

/// In which month of their term customers of a base are, by the rank of their propensity to leave.
#[derive(Debug, Clone)]
pub struct Calendar {
    contract: Contract,
    /// Upper ends of the shares of the months, in each part.
    ends: Vec<Vec<f32>>,
}

impl Calendar {
    /// Of a base by the months of the term that come next.
    pub fn new(contract: Contract, terms: &Terms) -> Self {
        let of_point = |i: usize| terms.iter().map(|month| month[i]).sum::<f64>();
        let points = terms[0].len();
        let all: f64 = (0..points).map(of_point).sum();
        let mut parts = vec![vec![0.0; contract.months]; PARTS];
        let mut from = 0.0;
        for i in 0..points {
            let share = of_point(i) / all;
            let to = from + share;
            let [first, last] = [from, to].map(|rank| ((rank * PARTS as f64) as usize).min(PARTS - 1));
            for (part, sums) in parts.iter_mut().enumerate().take(last + 1).skip(first) {
                let [begin, end] = [part, part + 1].map(|edge| edge as f64 / PARTS as f64);
                let within = if share > 0.0 { (to.min(end) - from.max(begin)).max(0.0) / share } else { 0.0 };
                sums.iter_mut().zip(terms).for_each(|(sum, month)| *sum += within * month[i]);
            }
            from = to;
        }
        Self { contract, ends: parts.iter().map(|part| shares(part)).collect() }
    }

    /// The month of the term that comes next, for a customer of this rank; the uniform is one again afterwards.
    pub fn month(&self, rank: f32, uniform: &mut f32) -> usize {
        let ends = &self.ends[((rank * PARTS as f32) as usize).min(PARTS - 1)];
        let month = ends.partition_point(|end| *end <= *uniform).min(ends.len() - 1);
        let from = if month > 0 { ends[month - 1] } else { 0.0 };
        *uniform = ((*uniform - from) / (ends[month] - from).max(f32::MIN_POSITIVE)).clamp(0.0, 0.999_99);
        month
    }

    /// The tenure nearest below this one at which that month of the term comes next.
    pub fn tenure(&self, tenure: f32, month: usize, longest: f32) -> f32 {
        if self.contract.fresh {
            return tenure;
        }
        let (term, month) = (self.contract.months as f32, month as f32);
        let lived = (tenure / term).floor().mul_add(term, month);
        let lived = if lived < 1.0 { lived + term } else { lived };
        let lived = if lived > longest && lived > term { lived - term } else { lived };
        lived - 1.0
    }
}

fn shares(part: &[f64]) -> Vec<f32> {
    let all: f64 = part.iter().sum();
    let mut sum = 0.0;
    let mut ends: Vec<f32> = part
        .iter()
        .map(|month| {
            sum += if all > 0.0 { month / all } else { 1.0 / part.len() as f64 };
            sum as f32
        })
        .collect();
    if let Some(last) = ends.last_mut() {
        *last = 1.0;
    }
    ends
}
