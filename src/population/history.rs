//! How today's base came about: customers have joined, left with their own θ, and from time to time their needs have changed, which
//! makes their θ that of a newcomer.

use super::contract::{self, Terms};
use super::grid::{LANES, product, total};
use super::logits::Logits;
use crate::design::MONTHS_OF_AN_UNCHANGING_BASE;
use crate::plan::Contract;
use crate::random::{math, widest};

/// What a month does over the grid: the chance to stay for it, and the chance to leave.
#[derive(Debug, Clone, Copy)]
pub struct Months<'a> {
    /// The chance to stay.
    pub stay: &'a [f64],
    /// The chance to leave: 1 − that of staying, exact where it is small.
    pub leave: &'a [f64],
}

impl<'a> Months<'a> {
    /// Customers leave by the month.
    pub fn plain(logits: &'a Logits) -> Self {
        Self { stay: &logits.stay, leave: &logits.slope }
    }
}

/// The past of a base.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct History {
    /// Share of customers whose needs change in a month.
    pub renewal: f64,
    /// Months over which customers have joined at an even pace; 1 if everybody has just joined; none if the base has long been level.
    pub months: Option<f64>,
    /// Months since then in which nobody has joined.
    pub ageing: f64,
    /// Terms for which customers have signed, where they pay by contract.
    pub contract: Option<Contract>,
    /// How hazards run with tenure: t months together are t to this power of first ones; 1 where they do not.
    pub runs: f64,
}

impl History {
    /// A base whose customers' needs change at the monthly rate `renewal`; without stated `months` a level one.
    pub fn new(renewal: f64, months: Option<f64>) -> Self {
        let months = if renewal > 0.0 { months } else { months.or(Some(MONTHS_OF_AN_UNCHANGING_BASE)) };
        Self { renewal, months, ageing: 0.0, contract: None, runs: 1.0 }
    }

    /// The same base after so many months in which nobody has joined.
    pub fn aged(self, ageing: f64) -> Self {
        Self { ageing, ..self }
    }

    /// The same where customers have signed for such terms.
    pub fn under(self, contract: Option<Contract>) -> Self {
        Self { contract, ..self }
    }

    /// The same where hazards run with tenure: of customers who may leave in any month, and whose needs do not change.
    pub fn running(self, runs: f64) -> Self {
        if runs == 1.0 { self } else { Self { contract: None, runs, ..self } }
    }

    /// Everybody has just joined.
    pub fn just_joined(&self) -> bool {
        self.months.is_some_and(|months| months <= 1.0) && self.ageing < 1.0
    }

    /// A history that explains more losses with the same newcomers; none where there is none.
    pub fn shorter(&self) -> Option<Self> {
        match self.months {
            Some(months) if months <= 1.0 => None,
            Some(months) => Some(Self { months: Some((0.7 * months).floor().max(1.0)), ..*self }),
            None if self.renewal > 0.5 => None,
            None => Some(Self { renewal: self.renewal / 0.7, ..*self }),
        }
    }

    /// What is left of customers with each θ after a month, as neither they nor their needs have gone.
    fn kept(&self, months: Months) -> Vec<f64> {
        months.stay.iter().map(|stay| (1.0 - self.renewal) * stay).collect()
    }

    /// The density of the base at the end of a month, up to a factor, given that of newcomers.
    ///
    /// A level base is what comes out of a month as it went in: of newcomers' f, `f·(B + K)` with `q = (1−ν)(1−θ)`, `B = q/(1−q)`
    /// those whose needs have not changed this month, `K = ν/(1−ν)·∫fB` the others.
    pub fn base(&self, months: Months, newcomers: &[f64]) -> Vec<f64> {
        if self.just_joined() {
            return newcomers.to_vec();
        }
        if let Some(terms) = self.terms(months, newcomers) {
            return (0..newcomers.len()).map(|i| terms.iter().map(|month| month[i]).sum()).collect();
        }
        if self.runs != 1.0 {
            return self.grown_old(months, newcomers);
        }
        let all = total(newcomers);
        let kept = self.kept(months);
        let (spent, renewed) = match self.months {
            Some(months) => built_up(self.renewal, months as usize, newcomers, &kept, all),
            None => self.long_level(months, newcomers, &kept, all),
        };
        let mut base: Vec<f64> =
            newcomers.iter().zip(spent).map(|(f, spent)| f * (spent + renewed)).collect();
        for _ in 0..self.ageing as usize {
            let stayed = product(&base, months.stay);
            let changed = self.renewal * stayed / all;
            base.iter_mut().zip(&kept).zip(newcomers).for_each(|((b, q), f)| *b = *b * q + changed * f);
        }
        base
    }

    /// The base where hazards run with tenure c: of those who joined k months ago, (1 − θ)^(k^c) of each θ are left.
    fn grown_old(&self, months: Months, newcomers: &[f64]) -> Vec<f64> {
        let lived: Vec<f64> = self.tenures_lived().map(|k| libm::pow(k, self.runs)).collect();
        let left = |leave: &f64| {
            let rest = libm::log1p(-leave.min(1.0 - 1e-15));
            lived.iter().map(|lived| libm::exp(rest * lived)).sum::<f64>()
        };
        newcomers.iter().zip(months.leave).map(|(f, leave)| f * left(leave)).collect()
    }

    /// The months that customers of a base of this age have been there for.
    fn tenures_lived(&self) -> impl Iterator<Item = f64> {
        (1..=self.months.unwrap_or(1.0) as usize).map(|k| k as f64)
    }

    /// The base by the month of its term that comes next, up to a factor, where customers pay by contract.
    pub fn terms(&self, months: Months, newcomers: &[f64]) -> Option<Terms> {
        let age = if self.just_joined() { Some(0) } else { self.months.map(|months| months as usize) };
        let past = contract::Past { changes: self.renewal, age, ageing: self.ageing as usize };
        self.contract.map(|contract| contract::terms(&past, &contract, months.leave, newcomers))
    }

    /// What is left, per customer of each θ who starts anew in a month, of all those who have in a long past; and how many of them those are whose
    /// needs have changed in the last month.
    fn long_level(&self, months: Months, newcomers: &[f64], kept: &[f64], all: f64) -> (Vec<f64>, f64) {
        let gone = months.leave.iter().zip(months.stay).map(|(theta, s)| theta + self.renewal * s);
        let long: Vec<f64> = kept.iter().zip(gone).map(|(q, gone)| q / gone).collect();
        let mean = product(newcomers, &long) / all;
        (long, self.renewal / (1.0 - self.renewal) * mean)
    }

    /// Newcomers of a month per customer of today who have brought the base about.
    pub fn joining(&self, months: Months, newcomers: &[f64]) -> f64 {
        if self.just_joined() {
            return 1.0;
        }
        let all = total(newcomers);
        let size = total(&self.base(months, newcomers)) / all;
        let new = match self.months {
            Some(_) => 1.0,
            // of those who start anew in a month the others are customers whose needs have changed
            None => 1.0 - self.long_level(months, newcomers, &self.kept(months), all).1,
        };
        new / size
    }

    /// The tenures of the base, in which customers make `pace` purchases a month if they leave at purchases.
    pub fn tenures(&self, months: Months, newcomers: &[f64], pace: Option<f64>) -> Tenures {
        let kept = self.kept(months);
        let months = self.months.unwrap_or(f64::INFINITY);
        let [mut all, mut here, mut time] = [0.0; 3];
        for (f, q) in newcomers.iter().zip(&kept) {
            let gone = 1.0 - q;
            all += f;
            here += f * q / gone.max(1e-12);
            time += f * q / (gone * gone).max(1e-24);
        }
        // of a level base: newcomers start anew, and so do those whose needs change
        let changed = (self.renewal * (1.0 + here / all)).clamp(0.0, 0.999);
        let since = time / here.max(1e-12);
        Tenures {
            ageing: self.ageing.floor() as f32,
            months: months as f32,
            renewal: -libm::log1p(-self.renewal) as f32,
            changed: changed as f32,
            before: (since / (1.0 - changed)) as f32,
            pace: pace.unwrap_or(0.0) as f32,
            runs: self.runs as f32,
        }
    }
}

/// What is left, per newcomer of each θ, of those who have joined or changed over some months, and those who change in the last one: of
/// customers who have joined at an even pace from nothing.
fn built_up(renewal: f64, months: usize, newcomers: &[f64], kept: &[f64], all: f64) -> (Vec<f64>, f64) {
    let (mut left, mut changed) = (vec![0.0; kept.len()], 0.0);
    for _ in 0..months {
        let mut stayed = 0.0;
        month_with_starts(&mut left, 1.0 + changed, kept, newcomers, &mut stayed);
        changed = renewal / (1.0 - renewal) * stayed / all;
    }
    (left, changed)
}

widest! {
    /// A month in which so many of each θ start anew and a share of all is kept; and how many are left, where θ is distributed as among newcomers.
    fn month_with_starts(left: &mut [f64], start: f64, kept: &[f64], newcomers: &[f64], stayed: &mut f64) {
        const WIDE: usize = 4 * LANES;
        let mut lanes = [0.0; WIDE];
        let people = left.as_chunks_mut::<WIDE>().0.iter_mut();
        let grid = kept.as_chunks::<WIDE>().0.iter().zip(newcomers.as_chunks::<WIDE>().0);
        for (left, (kept, newcomers)) in people.zip(grid) {
            for lane in 0..WIDE {
                left[lane] = (left[lane] + start) * kept[lane];
                lanes[lane] += left[lane] * newcomers[lane];
            }
        }
        let quarter = |q: usize, lane: usize| lanes[q * LANES + lane];
        let all = |lane: usize| (quarter(0, lane) + quarter(1, lane)) + (quarter(2, lane) + quarter(3, lane));
        *stayed = (0..LANES).map(all).sum();
    }
}

/// How long customers of a base have been there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tenures {
    /// Months in which nobody has joined.
    ageing: f32,
    /// Longest tenure; infinite if the base has long been level.
    months: f32,
    /// Hazard of a change of needs.
    renewal: f32,
    /// Share of those whose needs have changed since they have joined.
    changed: f32,
    /// How long these have been there before the last change, on average.
    before: f32,
    /// Purchases a month where customers leave at purchases; otherwise 0.
    pace: f32,
    /// How hazards run with tenure.
    runs: f32,
}

impl Tenures {
    /// Everybody has just joined.
    pub const NONE: Self =
        Self { ageing: 0.0, months: 1.0, renewal: 0.0, changed: 0.0, before: 0.0, pace: 0.0, runs: 1.0 };

    /// The longest.
    pub fn longest(&self) -> f32 {
        self.months + self.ageing
    }

    /// Tenures, in the place of uniforms, of customers with these hazards of a first month, which become those of the month that they are in, where hazards
    /// run with tenure c: of those who joined k months ago e^(−h·k^c) are left, and their next month has (k + 1)^c − k^c times the first one's.
    #[cold]
    #[inline(never)]
    pub fn grow(&self, hazards: &mut [f32], tenures: &mut [f32]) {
        let power: Vec<f64> =
            (0..=self.months as usize + 1).map(|k| libm::pow(k as f64, f64::from(self.runs))).collect();
        let mut sums = vec![0.0; self.months as usize];
        for (hazard, tenure) in hazards.iter_mut().zip(tenures) {
            let mut sum = 0.0;
            for (total, lived) in sums.iter_mut().zip(&power[1..]) {
                sum += libm::exp(-f64::from(*hazard) * lived);
                *total = sum;
            }
            let place = f64::from(*tenure) * sum;
            let before = sums.partition_point(|total| *total <= place).min(sums.len() - 1);
            *tenure = before as f32;
            *hazard *= (power[before + 2] - power[before + 1]) as f32;
        }
    }

    /// Whether hazards run with tenure in a base of mixed ages.
    pub fn is_running(&self) -> bool {
        self.runs != 1.0 && self.months > 1.0
    }

    /// Tenures, in the place of uniforms, of customers with these hazards.
    #[inline(always)]
    pub fn draw(&self, hazards: &[f32], tenures: &mut [f32]) {
        let n = hazards.len();
        let tenures = &mut tenures[..n];
        let Self { ageing, months, renewal, changed, before, pace, .. } = *self;
        if months <= 1.0 {
            tenures.fill(ageing);
            return;
        }
        // P(time since joining or change ≥ τ) = (q^τ − q^months) / (1 − q^months), inverted; the rest of the uniform's bits serve once more
        for i in 0..n {
            let monthly = if pace > 0.0 { pace * (1.0 - math::exp(-hazards[i])) } else { hazards[i] };
            let (hazard, place) = (monthly + renewal, tenures[i] * 2048.0);
            let v = place.floor().mul_add(1.0 / 2048.0, 0.5 / 2048.0);
            let again = place - place.floor();
            let gone = 1.0 - math::exp(-hazard * months);
            let long = -math::ln(1.0 - v * gone) / math::larger(hazard, f32::MIN_POSITIVE);
            let since = if hazard * months > 1e-3 { long } else { v * months };
            let earlier =
                if again < changed { -before * math::ln(math::larger(again / changed, 1e-4)) } else { 0.0 };
            tenures[i] = math::smaller(since.floor() + earlier.floor(), months - 0.5).floor() + ageing;
        }
    }
}
