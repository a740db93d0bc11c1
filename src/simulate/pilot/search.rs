//! The search for the propensity to leave of a segment: β, and how it differs between those who buy often and seldom.

use super::diary::PILOT;
use crate::plan::{Left, Newcomers, SegmentPlan};
use crate::population::{
    Churn, Curve, HazardGroup, History, MONTHS, STRATA, Shapes, Strata, fit, log_spread, plain_groups,
};
use crate::units::Months;

/// Least β of a base: below it, newcomers hardly survive their first month.
pub const LEAST_BETA: f64 = 0.5;
/// Rounds in which the slope over the strata is corrected.
const ROUNDS: usize = 4;
/// How exactly the correlation is met.
const EXACT: f64 = 2e-3;

/// What is searched with.
pub struct Search {
    /// Retention as a function of β.
    pub curve: Curve,
    /// How the base came about.
    pub history: History,
    /// How newcomers stay, where the design says it: month, share declared, share found.
    pub newcomers: Vec<(usize, f64, f64)>,
    /// Every customer's mean purchases of the year, where customers leave at purchases.
    pub purchases: Option<[f64; PILOT]>,
    /// Rank correlation of rate and staying, as found.
    pub found: f64,
    alpha: f64,
    stated: Option<f64>,
    correlation: f64,
    strata: Option<Strata>,
}

impl Search {
    /// The search in a segment, whose pilot has made these `purchases` if customers leave at them.
    pub fn new(segment: &SegmentPlan, purchases: Option<[f64; PILOT]>, shapes: &mut Shapes) -> Self {
        let (history, alpha) = (history(segment), segment.churn_alpha);
        let correlation = segment.rate_staying;
        // in a base that has just joined nobody has left yet: buyers are alike unless they are said to differ
        let by_purchases = purchases.filter(|_| !history.just_joined()).map(|year| monthly(&year));
        let strata = Strata { tilt: 0.0, purchases: by_purchases };
        let strata = if correlation != 0.0 {
            Some(strata.towards(correlation, None, log_spread(alpha)))
        } else {
            by_purchases.map(|_| strata)
        };
        let mut search = Self {
            curve: curve(alpha, history, strata, purchases.is_some(), shapes),
            history,
            newcomers: Vec::new(),
            purchases,
            found: correlation,
            alpha,
            stated: segment.churn_beta,
            correlation,
            strata,
        };
        if let Some(declared) = &segment.newcomers {
            search.fit_newcomers(segment, declared, shapes);
        }
        search
    }

    /// The α and the changes of needs by which newcomers stay as declared; in turn with the slope over the strata, where staying goes with how often they buy.
    fn fit_newcomers(&mut self, segment: &SegmentPlan, declared: &Newcomers, shapes: &mut Shapes) {
        for _ in 0..if self.correlation == 0.0 { 1 } else { ROUNDS } {
            let (history, strata, at_purchases) = (self.history, self.strata, self.purchases.is_some());
            let groups = plain_groups(strata, self.purchases.as_ref().map(monthly));
            let now = [self.alpha, segment.renewal.annual().get()];
            let fitted = fit(declared, now, (segment.left, &groups), |alpha, renewal| {
                curve(alpha, History { renewal, ..history }, strata, at_purchases, shapes)
            });
            (self.alpha, self.history.renewal, self.newcomers) =
                (fitted.alpha, fitted.renewal, fitted.points);
            self.curve = curve(self.alpha, self.history, strata, at_purchases, shapes);
            if self.correlation != 0.0 {
                let beta = self.curve.solve_beta(segment.left, &groups, None);
                let (spread, found) =
                    (log_spread(self.alpha), Some(self.curve.rate_staying_correlation(beta)));
                self.strata = strata.map(|strata| strata.towards(self.correlation, found, spread));
                self.curve = curve(self.alpha, self.history, self.strata, at_purchases, shapes);
            }
        }
    }

    /// The same for another history.
    pub fn with(self, history: History, shapes: &mut Shapes) -> Self {
        let curve = curve(self.alpha, history, self.strata, self.purchases.is_some(), shapes);
        Self { curve, history, ..self }
    }

    /// β, stated or such that so many are left. `near` is where to look first.
    pub fn beta(&self, groups: &[HazardGroup], left: Left, near: Option<f64>) -> f64 {
        self.stated.unwrap_or_else(|| self.curve.solve_beta(left, groups, near))
    }

    /// Corrects the slope over the strata until rate and staying correlate as declared; returns the β that belongs to it.
    pub fn correlate(&mut self, groups: &[HazardGroup], left: Left, beta: f64, shapes: &mut Shapes) -> f64 {
        let mut beta = beta;
        for round in 0..=ROUNDS {
            self.found = self.curve.rate_staying_correlation(beta);
            if round == ROUNDS || (self.found - self.correlation).abs() < EXACT {
                break;
            }
            let (spread, found) = (log_spread(self.alpha), Some(self.found));
            self.strata = self.strata.map(|strata| strata.towards(self.correlation, found, spread));
            self.curve = curve(self.alpha, self.history, self.strata, self.purchases.is_some(), shapes);
            beta = self.beta(groups, left, Some(beta));
        }
        beta
    }

    /// What has been found.
    pub fn churn(&self, beta: f64) -> Churn {
        Churn { alpha: self.alpha, beta, history: self.history, strata: self.strata }
    }
}

/// How the base of a segment came about.
fn history(segment: &SegmentPlan) -> History {
    let history = History::new(segment.renewal.get(), segment.age_months.map(Months::get));
    history.aged(segment.ageing_months.get()).under(segment.contract).running(segment.duration_dependence)
}

fn curve(
    alpha: f64,
    history: History,
    strata: Option<Strata>,
    at_purchases: bool,
    shapes: &mut Shapes,
) -> Curve {
    let curve = Curve::new(alpha, history, shapes).stratified(strata);
    if at_purchases { curve.at_purchases() } else { curve }
}

/// Mean purchases a month in each stratum by purchase rate.
fn monthly(year: &[f64; PILOT]) -> [f64; STRATA] {
    const EACH: usize = PILOT / STRATA;
    let mean = |stratum: usize| {
        year[stratum * EACH..(stratum + 1) * EACH].iter().sum::<f64>() / (EACH * MONTHS) as f64
    };
    std::array::from_fn(mean)
}

#[cfg(test)]
mod tests {
    use super::super::calibrate;
    use crate::design::{Design, Truth, starter};
    use crate::plan::Plan;
    use crate::population::{self, Origin, People, Since};
    use crate::random::ROWS;
    use crate::simulate::block::Block;

    /// Ranks, 0..1.
    fn ranks(values: &[f32]) -> Vec<f64> {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
        let mut ranks = vec![0.0; values.len()];
        order.iter().enumerate().for_each(|(rank, i)| ranks[*i] = (rank as f64 + 0.5) / values.len() as f64);
        ranks
    }

    /// Rank correlation of rate and staying of many customers of today who leave as readily as newcomers: even points, so that it is right to a hundredth or so.
    fn correlation(lines: &str) -> f64 {
        let text = starter("shop").replacen("share = 0.4", &format!("share = 0.4\n{lines}"), 1);
        let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
        let plan = Plan::new(&design, &Truth::central(&design), 0, 0);
        let recipe = calibrate(&plan, 0, &mut Box::<Block>::default()).cast.recipe;
        let mut people = Box::<People>::default();
        let n = ROWS - ROWS % 16;
        let since = Since::Long { first: 0, step: 1, of: n as u32 };
        population::fill(&recipe, &mut people, n, &Origin { key: 1, points: 2, since });
        let hazards: Vec<f32> = people.rate[..n]
            .iter()
            .zip(&people.open)
            .map(|(rate, luck)| recipe.renewed(*rate, *luck))
            .collect();
        let [rates, hazards] = [&people.rate[..n], &hazards].map(ranks);
        let product: f64 = rates.iter().zip(&hazards).map(|(a, b)| (a - 0.5) * (b - 0.5)).sum();
        -12.0 * product / n as f64
    }

    #[test]
    fn rate_and_staying_correlate_as_declared() {
        for shape in ["0.2", "0.67", "5"] {
            for declared in [-0.8, -0.3, 0.0, 0.1, 0.5, 0.8] {
                let lines = format!("churn_shape = {shape}\nrate_staying_correlation = {declared}");
                let found = correlation(&lines);
                assert!((found - declared).abs() < 0.03, "{shape}, {declared}: {found}");
            }
        }
    }
}
