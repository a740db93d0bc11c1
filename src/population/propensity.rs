//! The propensity to leave: Beta across newcomers, sorted in today's base by those who have left and renewed as needs change.
//!
//! Falling churn with tenure comes from sorting alone (Fader & Hardie 2007).

use super::contract::Calendar;
use super::curve::Stratum;
use super::history::{History, Tenures};
use super::lifetime::{Lifetime, Newcomers};
use super::logits::Logits;
use super::quantile_table::{QuantileTable, Shapes};
use super::strata::{STRATA, Strata};

/// Points of the grid on which the tables are integrated.
const TABLE: usize = 320;
/// Points on which newcomers are counted.
const COARSE: usize = 160;
/// Parts of a stratum by purchase rate whose newcomers are counted apart.
const EACH: usize = 16;

/// How customers of a segment leave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Churn {
    /// α of the Beta distribution of θ among newcomers.
    pub alpha: f64,
    /// Its β; of the middle stratum where strata differ.
    pub beta: f64,
    /// How today's base came about.
    pub history: History,
    /// How strata by purchase rate differ, where they do.
    pub strata: Option<Strata>,
}

/// The distribution of θ in the base of a segment.
#[derive(Debug, Clone)]
pub struct Propensity {
    /// Of each stratum by purchase rate, or of all customers.
    parts: Vec<Part>,
    /// Where strata differ: up to which share of the newcomers of a month equal parts of today's customers by purchase rate go.
    joining: Vec<f32>,
    renewal: f32,
    /// Whether newcomers of the strata leave differently.
    tilted: bool,
}

/// The distribution of θ in one stratum.
#[derive(Debug, Clone)]
struct Part {
    base: QuantileTable,
    newcomers: QuantileTable,
    tenures: Tenures,
    lives: Newcomers,
    /// Where customers pay by contract.
    calendar: Option<Calendar>,
}

impl Propensity {
    /// The distribution for `churn`, of customers with these purchase rates. `shapes` keeps what does not depend on β.
    pub fn new(churn: &Churn, rates: &QuantileTable, shapes: &mut Shapes) -> Self {
        let Churn { alpha, beta, history, strata } = *churn;
        let renewal = history.renewal as f32;
        let Some(strata) = strata else {
            let parts = vec![Part::new([alpha, beta], &history, None, shapes)];
            return Self { parts, joining: Vec::new(), renewal, tilted: false };
        };
        let parts = (0..STRATA).map(|s| {
            let purchases = strata.purchases.map(|purchases| purchases[s]);
            Part::new([alpha, strata.beta(s, beta)], &history, purchases, shapes)
        });
        let parts: Vec<Part> = parts.collect();
        // within a stratum, too, those who leave at purchases more often are more of the newcomers
        let joining: Vec<f64> = (0..STRATA * EACH)
            .map(|cell| {
                let rank = (cell as f32 + 0.5) / (STRATA * EACH) as f32;
                let purchases = strata.purchases.map(|_| f64::from(rates.at(rank)));
                joining([alpha, strata.beta(cell / EACH, beta)], &history, purchases, shapes)
            })
            .collect();
        Self { parts, joining: cumulated(&joining), renewal, tilted: strata.tilt != 0.0 }
    }

    /// Nobody leaves, everybody has just joined.
    pub fn none() -> Self {
        let never = QuantileTable::constant(0.0);
        let part = Part {
            base: never.clone(),
            newcomers: never,
            tenures: Tenures::NONE,
            lives: Newcomers::default(),
            calendar: None,
        };
        Self { parts: vec![part], joining: Vec::new(), renewal: 0.0, tilted: false }
    }

    /// Hazards −ln(1 − θ) and tenures in months of customers of today's base with these ranks by purchase rate, in the place of two uniforms.
    #[inline(always)]
    pub fn base(&self, ranks: &[f32], hazards: &mut [f32], tenures: &mut [f32]) {
        if let [all] = &self.parts[..] {
            all.look_up(hazards, tenures);
            return;
        }
        let n = hazards.len().min(ranks.len()).min(tenures.len());
        for i in 0..n {
            let part = &self.parts[Strata::of_rank(ranks[i])];
            part.base.look_up(&mut hazards[i..=i]);
            part.tenures.draw(&hazards[i..=i], &mut tenures[i..=i]);
        }
    }

    /// Hazards of newcomers with these ranks by purchase rate among today's customers, in the place of uniforms.
    #[inline(always)]
    pub fn newcomers(&self, ranks: &[f32], hazards: &mut [f32]) {
        if let [all] = &self.parts[..] {
            all.newcomers.look_up(hazards);
            return;
        }
        for (hazard, rank) in hazards.iter_mut().zip(ranks) {
            *hazard = self.parts[Strata::of_rank(*rank)].newcomers.at(*hazard);
        }
    }

    /// How long customers will stay, at a monthly discount factor; see [`Lifetime::new`].
    pub fn lifetime(&self, factor: f64, at_purchases: bool, runs: f64) -> Lifetime {
        let kinds = if self.tilted { &self.parts[..] } else { &self.parts[..1] };
        let lives: Vec<&Newcomers> = kinds.iter().map(|part| &part.lives).collect();
        Lifetime::new(&lives, factor, f64::from(self.renewal), at_purchases, runs)
    }

    /// Whether newcomers of the strata leave differently.
    pub fn is_tilted(&self) -> bool {
        self.tilted
    }

    /// The rank by purchase rate among today's customers of a newcomer of this rank among newcomers.
    #[inline(always)]
    pub fn rank_of_newcomer(&self, rank: f32) -> f32 {
        let cell = self.joining.partition_point(|end| *end <= rank).min(self.joining.len().max(1) - 1);
        let Some(end) = self.joining.get(cell) else { return rank };
        let before = if cell > 0 { self.joining[cell - 1] } else { 0.0 };
        let within = (rank - before) / (end - before).max(f32::MIN_POSITIVE);
        (cell as f32 + within.clamp(0.0, 0.999_99)) / self.joining.len() as f32
    }

    /// Whether strata by purchase rate differ.
    pub fn is_stratified(&self) -> bool {
        !self.joining.is_empty()
    }

    /// Share of customers whose needs change in a month: their hazard becomes that of a newcomer of their stratum.
    pub fn renewal(&self) -> f32 {
        self.renewal
    }
}

impl Part {
    /// For shapes α and β.
    fn new([alpha, beta]: [f64; 2], history: &History, purchases: Option<f64>, shapes: &mut Shapes) -> Self {
        let logits = shapes.logits(alpha, beta, TABLE);
        let plain: Vec<f64> = logits.density(alpha, beta);
        // tables hold −ln(1 − θ), the hazard: stable for θ near 0 and near 1
        let (newcomers, lives) = (table(&logits, &plain), Newcomers::new(&logits, &plain));
        if history.just_joined() {
            return Self {
                base: newcomers.clone(),
                newcomers,
                tenures: Tenures::NONE,
                lives,
                calendar: None,
            };
        }
        let stratum = Stratum::new(&logits, purchases);
        let months = stratum.months();
        let base = table(&logits, &history.base(months, &plain));
        let tenures = history.tenures(months, &plain, purchases);
        let terms = history.contract.zip(history.terms(months, &plain));
        let calendar = terms.map(|(contract, terms)| Calendar::new(contract, &terms));
        Self { base, newcomers, tenures, lives, calendar }
    }

    /// Hazards and tenures of the base, in the place of two uniforms.
    #[inline(always)]
    fn look_up(&self, hazards: &mut [f32], tenures: &mut [f32]) {
        let Some(calendar) = &self.calendar else {
            self.base.look_up(hazards);
            if self.tenures.is_running() {
                return self.tenures.grow(hazards, tenures);
            }
            self.tenures.draw(hazards, tenures);
            return;
        };
        let month = |(rank, uniform): (&f32, &mut f32)| calendar.month(*rank, uniform);
        let months: Vec<usize> = hazards.iter().zip(&mut *tenures).map(month).collect();
        self.base.look_up(hazards);
        self.tenures.draw(hazards, tenures);
        for (tenure, month) in tenures.iter_mut().zip(months) {
            *tenure = calendar.tenure(*tenure, month, self.tenures.longest());
        }
    }
}

/// Newcomers of a month per customer of today, for shapes α and β of newcomers.
fn joining([alpha, beta]: [f64; 2], history: &History, purchases: Option<f64>, shapes: &mut Shapes) -> f64 {
    let logits = shapes.logits(alpha, beta, COARSE);
    history.joining(Stratum::new(&logits, purchases).months(), &logits.density(alpha, beta))
}

/// Upper ends of shares in proportion to `weights`.
fn cumulated(weights: &[f64]) -> Vec<f32> {
    let all: f64 = weights.iter().sum();
    let mut sum = 0.0;
    let mut ends: Vec<f32> = weights
        .iter()
        .map(|weight| {
            sum += weight / all;
            sum as f32
        })
        .collect();
    if let Some(last) = ends.last_mut() {
        *last = 1.0;
    }
    ends
}

fn table(logits: &Logits, density: &[f64]) -> QuantileTable {
    QuantileTable::from_density(logits.step, density, |cell, within| logits.hazard(cell, within) as f32)
}

#[cfg(test)]
mod tests {
    use super::super::curve::{Curve, HazardGroup};
    use super::*;
    use crate::plan::Left;

    /// Needs that change for 30 % in a year.
    const RENEWAL: f64 = 0.0293;

    /// Uniforms, evenly spaced.
    fn evenly(n: usize) -> Vec<f32> {
        (0..n).map(|i| (i as f32 + 0.5) / n as f32).collect()
    }

    /// Hazards of today's base.
    fn hazards(propensity: &Propensity, n: usize) -> Vec<f32> {
        let mut hazards = evenly(n);
        propensity.base(&[], &mut hazards, &mut vec![0.5; n]);
        hazards
    }

    /// Mean of a function of the hazards.
    fn mean(hazards: &[f32], of: impl Fn(f64) -> f64) -> f64 {
        hazards.iter().map(|hazard| of(f64::from(*hazard))).sum::<f64>() / hazards.len() as f64
    }

    /// Share left after so many months or years in which nobody's needs change.
    fn survivors(hazards: &[f32], time: f64) -> f64 {
        mean(hazards, |hazard| (-time * hazard).exp())
    }

    /// The Beta distribution's own survival: B(α, β + t)/B(α, β); Fader & Hardie 2007, regular cohort, years 1–12.
    #[test]
    fn a_new_cohort_survives_as_published() {
        let published = [62.67, 47.38, 38.80, 33.21, 29.23, 26.25, 23.90, 22.01, 20.44, 19.12, 17.99, 17.00];
        let churn = Churn { alpha: 0.704, beta: 1.182, history: History::new(0.0, Some(1.0)), strata: None };
        let hazards =
            hazards(&Propensity::new(&churn, &QuantileTable::constant(1.0), &mut Shapes::default()), 100_000);
        for (year, expected) in published.iter().enumerate() {
            let left = survivors(&hazards, (year + 1) as f64);
            assert!((100.0 * left - expected).abs() < 0.02, "year {}", year + 1);
        }
    }

    /// Without changes of needs what is solved can be checked against the hazards drawn.
    #[test]
    fn the_solved_base_retains_what_was_asked() {
        for (retention, age) in [(0.5, 1.0), (0.7, 60.0), (0.9, 120.0), (0.97, 240.0)] {
            let (mut shapes, history) = (Shapes::default(), History::new(0.0, Some(age)));
            let all = HazardGroup { share: 1.0, multiple: 1.0, purchases: None, stratum: 0 };
            let beta = Curve::new(0.67, history, &mut shapes).solve_beta(
                Left { share: retention, months: 12 },
                &[all],
                None,
            );
            let propensity = Propensity::new(
                &Churn { alpha: 0.67, beta, history, strata: None },
                &QuantileTable::constant(1.0),
                &mut shapes,
            );
            let left = survivors(&hazards(&propensity, 50_000), 12.0);
            assert!((left - retention).abs() < 5e-4, "{retention}: {left}");
        }
    }

    /// Law: a level base that loses some, renews some and takes newcomers for those lost is the same base again. Every moment of
    /// the hazards after a month, within what a table of 1,024 quantiles resolves.
    #[test]
    fn a_level_base_reproduces_itself() {
        for beta in [1.0, 8.0, 60.0] {
            let churn = Churn { alpha: 0.67, beta, history: History::new(RENEWAL, None), strata: None };
            let propensity = Propensity::new(&churn, &QuantileTable::constant(1.0), &mut Shapes::default());
            let base = hazards(&propensity, 100_000);
            let mut newcomers = evenly(100_000);
            propensity.newcomers(&[], &mut newcomers);
            // a month: newcomers come, some leave, some change; as many newcomers as leave
            let [stay, fresh] = [&base, &newcomers].map(|hazards| survivors(hazards, 1.0));
            let come = (1.0 - stay) / fresh;
            for time in [1.0, 3.0, 12.0, 60.0] {
                let [old, new] = [&base, &newcomers].map(|h| survivors(h, 1.0 + time));
                let after = (1.0 - RENEWAL) * (old + come * new) + RENEWAL * survivors(&newcomers, time);
                let before = survivors(&base, time);
                assert!((after - before).abs() < 2e-4, "β {beta}, {time}: {before} {after}");
            }
        }
    }

    #[test]
    fn tenure_stays_within_the_age_of_the_base() {
        let churn =
            Churn { alpha: 0.67, beta: 30.0, history: History::new(RENEWAL, Some(60.0)), strata: None };
        let propensity = Propensity::new(&churn, &QuantileTable::constant(1.0), &mut Shapes::default());
        let mut tenures = evenly(1000);
        tenures.reverse();
        propensity.base(&[], &mut evenly(1000), &mut tenures);
        assert!(tenures.iter().all(|tenure| (0.0..60.0).contains(tenure)), "{tenures:?}");
    }

    /// Of a level base, those who have joined in its last month are the newcomers of a month who are left at its end.
    #[test]
    fn a_level_base_has_the_newcomers_that_it_needs() {
        let churn = Churn { alpha: 0.67, beta: 20.0, history: History::new(RENEWAL, None), strata: None };
        let propensity = Propensity::new(&churn, &QuantileTable::constant(1.0), &mut Shapes::default());
        let (mut base, mut newcomers) = (Vec::new(), evenly(10_000));
        propensity.newcomers(&[], &mut newcomers);
        let mut recent = 0.0;
        for v in evenly(100) {
            let (mut hazards, mut tenures) = (evenly(1000), vec![v; 1000]);
            propensity.base(&[], &mut hazards, &mut tenures);
            recent += tenures.iter().map(|tenure| f64::from(u8::from(*tenure < 1.0))).sum::<f64>() / 1e5;
            base = hazards;
        }
        let come = (1.0 - survivors(&base, 1.0)) / survivors(&newcomers, 1.0);
        let expected = come * survivors(&newcomers, 1.0);
        assert!((recent / expected - 1.0).abs() < 0.15, "{recent} {expected}");
    }
}
