//! The propensity to leave: Beta across newcomers, sorted in today's base by those who have left and renewed as needs change.
//!
//! Falling churn with tenure comes from sorting alone (Fader & Hardie 2007).

use super::history::{History, Tenures};
use super::logits::Logits;
use super::quantile_table::{QuantileTable, Shapes};

/// Points of the grid on which the tables are integrated.
const TABLE: usize = 320;

/// How customers of a segment leave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Churn {
    /// α of the Beta distribution of θ among newcomers.
    pub alpha: f64,
    /// Its β.
    pub beta: f64,
    /// How today's base came about.
    pub history: History,
}

/// The distribution of θ in the base of a segment.
#[derive(Debug, Clone)]
pub struct Propensity {
    table: QuantileTable,
    newcomers: QuantileTable,
    tenures: Tenures,
    renewal: f32,
}

impl Propensity {
    /// The distribution for `churn`. `shapes` keeps what does not depend on β.
    pub fn new(churn: &Churn, shapes: &mut Shapes) -> Self {
        let Churn { alpha, beta, history } = *churn;
        let logits = shapes.logits(alpha, beta, TABLE);
        let plain: Vec<f64> = logits.density(alpha, beta);
        // tables hold −ln(1 − θ), the hazard: stable for θ near 0 and near 1
        let newcomers = table(&logits, &plain);
        let (table, tenures) = if history.just_joined() {
            (newcomers.clone(), Tenures::NONE)
        } else {
            (table(&logits, &history.base(&logits, &plain)), history.tenures(&logits, &plain))
        };
        Self { table, newcomers, tenures, renewal: history.renewal as f32 }
    }

    /// Nobody leaves, everybody has just joined.
    pub fn none() -> Self {
        let never = QuantileTable::constant(0.0);
        Self { table: never.clone(), newcomers: never, tenures: Tenures::NONE, renewal: 0.0 }
    }

    /// Hazards −ln(1 − θ) and tenures in months of customers of today's base, in the place of two uniforms.
    #[inline(always)]
    pub fn base(&self, hazards: &mut [f32], tenures: &mut [f32]) {
        self.table.look_up(hazards);
        self.tenures.draw(hazards, tenures);
    }

    /// Hazards of newcomers, in the place of uniforms.
    #[inline(always)]
    pub fn newcomers(&self, hazards: &mut [f32]) {
        self.newcomers.look_up(hazards);
    }

    /// Share of customers whose needs change in a month: their hazard becomes that of a newcomer.
    pub fn renewal(&self) -> f32 {
        self.renewal
    }
}

fn table(logits: &Logits, density: &[f64]) -> QuantileTable {
    QuantileTable::from_density(logits.step, density, |cell, within| logits.hazard(cell, within) as f32)
}

#[cfg(test)]
mod tests {
    use super::super::curve::{Curve, HazardGroup};
    use super::*;

    /// Needs that change for 30 % in a year.
    const RENEWAL: f64 = 0.0293;

    /// Uniforms, evenly spaced.
    fn evenly(n: usize) -> Vec<f32> {
        (0..n).map(|i| (i as f32 + 0.5) / n as f32).collect()
    }

    /// Hazards of today's base.
    fn hazards(propensity: &Propensity, n: usize) -> Vec<f32> {
        let mut hazards = evenly(n);
        propensity.base(&mut hazards, &mut vec![0.5; n]);
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
        let churn = Churn { alpha: 0.704, beta: 1.182, history: History::new(0.0, Some(1.0)) };
        let hazards = hazards(&Propensity::new(&churn, &mut Shapes::default()), 100_000);
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
            let all = HazardGroup { share: 1.0, multiple: 1.0, purchases: None };
            let beta = Curve::new(0.67, history, &mut shapes).solve_beta(retention, &[all], None);
            let propensity = Propensity::new(&Churn { alpha: 0.67, beta, history }, &mut shapes);
            let left = survivors(&hazards(&propensity, 50_000), 12.0);
            assert!((left - retention).abs() < 5e-4, "{retention}: {left}");
        }
    }

    /// Law: a level base that loses some, renews some and takes newcomers for those lost is the same base again. Every moment of
    /// the hazards after a month, within what a table of 1,024 quantiles resolves.
    #[test]
    fn a_level_base_reproduces_itself() {
        for beta in [1.0, 8.0, 60.0] {
            let churn = Churn { alpha: 0.67, beta, history: History::new(RENEWAL, None) };
            let propensity = Propensity::new(&churn, &mut Shapes::default());
            let base = hazards(&propensity, 100_000);
            let mut newcomers = evenly(100_000);
            propensity.newcomers(&mut newcomers);
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
        let churn = Churn { alpha: 0.67, beta: 30.0, history: History::new(RENEWAL, Some(60.0)) };
        let propensity = Propensity::new(&churn, &mut Shapes::default());
        let mut tenures = evenly(1000);
        tenures.reverse();
        propensity.base(&mut evenly(1000), &mut tenures);
        assert!(tenures.iter().all(|tenure| (0.0..60.0).contains(tenure)), "{tenures:?}");
    }

    /// Of a level base, those who have joined in its last month are the newcomers of a month who are left at its end.
    #[test]
    fn a_level_base_has_the_newcomers_that_it_needs() {
        let churn = Churn { alpha: 0.67, beta: 20.0, history: History::new(RENEWAL, None) };
        let propensity = Propensity::new(&churn, &mut Shapes::default());
        let (mut base, mut newcomers) = (Vec::new(), evenly(10_000));
        propensity.newcomers(&mut newcomers);
        let mut recent = 0.0;
        for v in evenly(100) {
            let (mut hazards, mut tenures) = (evenly(1000), vec![v; 1000]);
            propensity.base(&mut hazards, &mut tenures);
            recent += tenures.iter().map(|tenure| f64::from(u8::from(*tenure < 1.0))).sum::<f64>() / 1e5;
            base = hazards;
        }
        let come = (1.0 - survivors(&base, 1.0)) / survivors(&newcomers, 1.0);
        let expected = come * survivors(&newcomers, 1.0);
        assert!((recent / expected - 1.0).abs() < 0.15, "{recent} {expected}");
    }
}
