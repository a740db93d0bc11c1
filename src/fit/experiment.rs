//! What a randomised experiment shows: the effect of being assigned to an arm, whoever was reached (intention to treat).

use super::adjusted::{Compared, adjusted, plain};
use super::balance::Balance;
use crate::data::{Assigned, ExperimentFault, Outcome};
use crate::random::normal;
use statrs::function::gamma::gamma_ur;

/// Most days over which purchases are counted.
pub const MOST_DAYS: u32 = 1826;
/// Fewest and most messages that a customer of an arm may have got in these days.
pub const MESSAGES: [f64; 2] = [0.01, 1_000.0];
/// Arms that differ so much are made by lot less than once in a thousand times: they were chosen.
const CHOSEN: f64 = 0.001;
/// Below this chance the reader is told.
pub const UNUSUAL: f64 = 0.05;
/// Standard errors of an effect that is found in four of five experiments, at one error in twenty: quantiles of 0.975 and 0.8.
const DETECTED: f64 = 1.959_964 + 0.841_621;
/// Buyers of an arm below which its figures are not normal.
const BUYERS: f64 = 10.0;
/// How unequal arms may be that were meant to be equal.
const EQUAL: f64 = 1.1;

/// An arm.
#[derive(Debug, Clone, PartialEq)]
pub struct Arm {
    /// As the table calls it.
    pub name: String,
    /// Customers assigned to it.
    pub customers: usize,
    /// Means of what is counted.
    pub means: Vec<f64>,
}

/// An outcome of an arm, or of several, against those left alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// What is counted.
    pub outcome: Outcome,
    /// Difference of means.
    pub plain: Compared,
    /// The same adjusted for what was known before, where that is given and there are enough customers for it.
    pub adjusted: Option<Compared>,
    /// The chance of as large a difference if there were none; with several arms, of that in any of them (Holm 1979).
    pub chance: f64,
    /// The smallest difference that such an experiment finds four times in five.
    pub detectable: f64,
    /// Whether so few buy that errors and chances are rough.
    pub few: bool,
}

impl Effect {
    /// The better known of the two.
    pub fn best(&self) -> &Compared {
        self.adjusted.as_ref().unwrap_or(&self.plain)
    }
}

/// One arm, or all together, against those left alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// The place of the arm; nothing for all together.
    pub arm: Option<usize>,
    /// Its customers.
    pub customers: usize,
    /// What is counted.
    pub effects: Vec<Effect>,
}

/// What is stated about an experiment.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// The file, as it is called.
    pub file: String,
    /// SHA-256 of its bytes.
    pub hash: String,
    /// Days over which purchases were counted.
    pub days: u32,
    /// Messages that each customer of an arm got in these days, where the experiment was about messages.
    pub messages: Option<f64>,
    /// The arm that a design follows; all together where nothing is said.
    pub arm: Option<String>,
}

/// What an experiment shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Experiment {
    /// What is stated.
    pub about: About,
    /// The arms, the one left alone first.
    pub arms: Vec<Arm>,
    /// Each arm against those left alone and, where there are several, all together.
    pub contrasts: Vec<Contrast>,
    /// Columns that were known before.
    pub before: Vec<String>,
    /// How alike the arms were before; nothing where nothing is known.
    pub balance: Option<Balance>,
    /// Where the arms are nearly equal: the chance of as unequal ones if they were meant to be equal.
    pub chance_of_sizes: Option<f64>,
    /// The contrast that a design follows.
    pub followed: usize,
}

impl Experiment {
    /// Of a table.
    ///
    /// # Errors
    /// If the arms differ so much from before that they were not made by lot, or there is no arm of the name that is stated.
    pub fn new(assigned: &Assigned, about: About) -> Result<Self, ExperimentFault> {
        let balance = Balance::new(assigned);
        if let Some(found) = balance.as_ref().filter(|found| found.chance < CHOSEN) {
            let column = found.worst().map_or(String::new(), |column| column.name.clone());
            return Err(ExperimentFault::Chosen { column, chance: found.chance });
        }
        let mut contrasts: Vec<Contrast> =
            (1..assigned.arms.len()).map(|arm| contrast(assigned, Some(arm))).collect();
        holm(&mut contrasts);
        if contrasts.len() > 1 {
            contrasts.push(contrast(assigned, None));
        }
        let followed = followed(assigned, about.arm.as_deref())?.unwrap_or(contrasts.len() - 1);
        let arms: Vec<Arm> = (0..assigned.arms.len()).map(|at| arm(assigned, at)).collect();
        let before = assigned.before.iter().map(|before| before.column.clone()).collect();
        let chance_of_sizes = chance_of_sizes(&arms);
        Ok(Self { about, arms, contrasts, before, balance, chance_of_sizes, followed })
    }

    /// All customers.
    pub fn customers(&self) -> usize {
        self.arms.iter().map(|arm| arm.customers).sum()
    }

    /// The contrast that a design follows.
    pub fn followed(&self) -> &Contrast {
        &self.contrasts[self.followed]
    }
}

/// The place of the contrast of the arm that is stated.
fn followed(assigned: &Assigned, stated: Option<&str>) -> Result<Option<usize>, ExperimentFault> {
    let Some(arm) = stated else { return Ok(None) };
    let place = assigned.place(arm).and_then(|place| place.checked_sub(1));
    let no_such = || ExperimentFault::NoSuchArm { arm: arm.to_owned(), arms: assigned.arms[1..].to_vec() };
    place.map(Some).ok_or_else(no_such)
}

fn arm(assigned: &Assigned, at: usize) -> Arm {
    let customers = assigned.arm.iter().filter(|arm| **arm == at).count();
    let sum = |figures: &[f64]| {
        figures
            .iter()
            .zip(&assigned.arm)
            .filter(|(_, arm)| **arm == at)
            .map(|(figure, _)| figure)
            .sum::<f64>()
    };
    let means = assigned.outcomes.iter().map(|(_, figures)| sum(figures) / customers as f64).collect();
    Arm { name: assigned.arms[at].clone(), customers, means }
}

fn contrast(assigned: &Assigned, arm: Option<usize>) -> Contrast {
    let of =
        |is: &dyn Fn(usize) -> bool| (0..assigned.arm.len()).filter(|at| is(assigned.arm[*at])).collect();
    let left: Vec<usize> = of(&|at| at == 0);
    let others: Vec<usize> = of(&|at| arm.map_or(at > 0, |arm| at == arm));
    let pick = |figures: &[f64]| -> Vec<f64> { left.iter().chain(&others).map(|at| figures[*at]).collect() };
    let parts = assigned.before.iter().flat_map(|before| &before.parts);
    let columns: Vec<Vec<f64>> = parts.map(|part| pick(&part.figures)).collect();
    let bought = pick(&assigned.outcomes[0].1);
    let buyers = [&bought[..left.len()], &bought[left.len()..]].map(|of| of.iter().sum::<f64>());
    let effect = |(outcome, figures): &(Outcome, Vec<f64>)| {
        let figures = pick(figures);
        let plain = plain(&figures, left.len());
        let adjusted = adjusted(&figures, left.len(), &columns);
        let known = adjusted.unwrap_or(plain).difference;
        let chance = if known.error > 0.0 {
            2.0 * normal::cdf(-(known.value / known.error).abs())
        } else {
            f64::from(u8::from(known.value == 0.0))
        };
        let few = buyers.iter().any(|buyers| *buyers < BUYERS);
        Effect { outcome: *outcome, plain, adjusted, chance, detectable: DETECTED * known.error, few }
    };
    let effects = assigned.outcomes.iter().map(effect).collect();
    Contrast { arm, customers: others.len(), effects }
}

/// With several arms the chance of each is that of as small a one among all of them: the smallest times their number, the next times one less, and none
/// below an earlier one (Holm 1979).
fn holm(contrasts: &mut [Contrast]) {
    let arms = contrasts.len();
    for outcome in 0..contrasts.first().map_or(0, |contrast| contrast.effects.len()) {
        let mut order: Vec<usize> = (0..arms).collect();
        order.sort_by(|a, b| {
            contrasts[*a].effects[outcome].chance.total_cmp(&contrasts[*b].effects[outcome].chance)
        });
        let mut least = 0.0f64;
        for (place, at) in order.into_iter().enumerate() {
            let chance = &mut contrasts[at].effects[outcome].chance;
            least = least.max((*chance * (arms - place) as f64).min(1.0));
            *chance = least;
        }
    }
}

/// Where arms are nearly equal, the chance of as unequal ones by lots with equal chances.
fn chance_of_sizes(arms: &[Arm]) -> Option<f64> {
    let sizes: Vec<f64> = arms.iter().map(|arm| arm.customers as f64).collect();
    let (least, most) = sizes.iter().fold((f64::INFINITY, 0.0f64), |(a, b), n| (a.min(*n), b.max(*n)));
    if most > EQUAL * least {
        return None;
    }
    let mean = sizes.iter().sum::<f64>() / sizes.len() as f64;
    let sum: f64 = sizes.iter().map(|n| (n - mean) * (n - mean) / mean).sum();
    Some(gamma_ur((sizes.len() - 1) as f64 / 2.0, (sum / 2.0).max(1e-12)))
}
