//! The annual retention of a design, whichever way it says how many customers stay.

use super::curve::{Curve, HazardGroup, MONTHS, plain_groups};
use super::history::History;
use super::newcomers::fit;
use super::quantile_table::{QuantileTable, Shapes};
use super::strata::{STRATA, Strata, log_spread};
use crate::design::{ChurnClock, Design, Segment, Staying, Truth};
use crate::plan::{Left, SegmentPlan};
use crate::units::Months;

/// Rounds in which the slope over the strata by purchase rate is found.
const ROUNDS: usize = 4;

/// The annual retention of a segment where the number that says how many stay has this `value`: the number itself, or what follows from a monthly churn with
/// the other numbers at their central values, as long as nothing but time happens to customers (calibration adds what does: tenths of a point).
pub fn of_segment(design: &Design, segment: &Segment, value: f64) -> f64 {
    match segment.staying {
        Staying::Year(_) => value,
        Staying::Month(_) => implied(design, segment, value),
    }
}

/// The same of the whole business: from a monthly churn, the mean of what follows for each segment.
pub fn of_business(design: &Design, value: f64) -> f64 {
    match design.business.staying {
        Staying::Year(_) => value,
        Staying::Month(_) => {
            let share = |segment: &Segment| design.central(segment.share);
            let all: f64 = design.segments.iter().map(share).sum();
            let parts = design.segments.iter().map(|s| share(s) * implied(design, s, value));
            parts.sum::<f64>() / all.max(f64::MIN_POSITIVE)
        }
    }
}

/// Share of a segment's customers left after a year of whom a share `churn` leaves in the first month.
fn implied(design: &Design, segment: &Segment, churn: f64) -> f64 {
    let central = |id| design.central(id);
    let plan = SegmentPlan::new(design, &Truth::central(design), segment);
    let history =
        History::new(plan.renewal.get(), plan.age_months.map(Months::get)).aged(plan.ageing_months.get());
    let history = history.under(plan.contract);
    let purchases = (segment.churn_clock == ChurnClock::Purchase).then(|| monthly_purchases(design, segment));
    let differ = purchases.filter(|_| !history.just_joined());
    let left = Left { share: 1.0 - churn, months: 1 };
    let curve = |alpha: f64, history: History, strata: Option<Strata>| {
        let curve = Curve::new(alpha, history, &mut Shapes::default()).stratified(strata);
        if purchases.is_some() { curve.at_purchases() } else { curve }
    };
    let level = differ.map(|purchases| Strata { tilt: 0.0, purchases: Some(purchases) });
    let groups = plain_groups(level, purchases);
    let (mut alpha, mut past) = (plan.churn_alpha, history);
    if let Some(declared) = &plan.newcomers {
        let now = [alpha, central(segment.needs_change)];
        let found = fit(declared, now, (left, &groups), |alpha, renewal| {
            curve(alpha, History { renewal, ..history }, level)
        });
        (alpha, past.renewal) = (found.alpha, found.renewal);
    }
    let (mut strata, mut found) = (level, None);
    for _ in 0..if plan.rate_staying == 0.0 { 0 } else { ROUNDS } {
        let now = strata.unwrap_or(Strata { tilt: 0.0, purchases: differ });
        strata = Some(now.towards(plan.rate_staying, found, log_spread(alpha)));
        let tilted = curve(alpha, past, strata);
        let beta = tilted.solve_beta(left, &plain_groups(strata, purchases), None);
        found = Some(tilted.rate_staying_correlation(beta));
    }
    left_after_year(&curve(alpha, past, strata), left, &plain_groups(strata, purchases))
}

/// Share left after a year, where so many are left after a month.
fn left_after_year(curve: &Curve, left: Left, groups: &[HazardGroup]) -> f64 {
    let beta = curve.solve_beta(left, groups, None);
    let of_group = |group: &HazardGroup| {
        let survivals = curve.survivals(group.stratum, beta, &[group.multiple]);
        survivals.iter().map(|survival| group.share * survival[MONTHS - 1]).sum::<f64>()
    };
    groups.iter().map(of_group).sum()
}

/// Mean purchases a month in each stratum by purchase rate.
fn monthly_purchases(design: &Design, segment: &Segment) -> [f64; STRATA] {
    const POINTS: usize = 16;
    let shape = design.central(segment.purchase_shape);
    let (rates, scale) =
        (QuantileTable::gamma(shape), design.central(segment.purchases_per_year) / 12.0 / shape);
    let rank = |stratum: usize, point: usize| {
        (stratum as f32 + (point as f32 + 0.5) / POINTS as f32) / STRATA as f32
    };
    std::array::from_fn(|s| {
        let sum: f64 = (0..POINTS).map(|point| f64::from(rates.at(rank(s, point)))).sum();
        scale * sum / POINTS as f64
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::starter;

    /// Those who leave easily go first: more stay than twelve first months would leave, the more so the more customers differ.
    #[test]
    fn a_year_keeps_more_than_twelve_first_months() {
        let text = starter("shop").replacen("annual_retention = {", "monthly_churn = 0.03 # {", 1);
        let kept = |shape: &str| {
            let text = text
                .replace("purchases_per_year = ", &format!("churn_shape = {shape}\npurchases_per_year = "));
            let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
            let [business, segment] =
                [of_business(&design, 0.03), of_segment(&design, &design.segments[0], 0.03)];
            assert!((business - segment).abs() < 1e-9, "{business} {segment}");
            segment
        };
        let constant = libm::pow(0.97, 12.0);
        let [alike, unlike] = ["20", "0.3"].map(kept);
        assert!(constant + 0.001 < alike && alike < constant + 0.02, "{alike}");
        assert!(unlike > alike + 0.02, "{unlike}");
    }

    /// The stronger frequent buyers are the faithful ones, the more those who left in the first month were the others: more stay in the year.
    #[test]
    fn a_correlation_of_rate_and_staying_counts() {
        let text = starter("shop").replacen("annual_retention = {", "monthly_churn = 0.03 # {", 1);
        let kept = |line: &str| {
            let text = text.replace("purchases_per_year = ", &format!("{line}\npurchases_per_year = "));
            let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
            of_segment(&design, &design.segments[0], 0.03)
        };
        let [apart, strong] = ["", "rate_staying_correlation = 0.7"].map(kept);
        assert!((strong - apart).abs() > 0.01, "{apart} {strong}");
        let simulated = kept("rate_staying_correlation = 0.7\nchurn_clock = \"purchase\"");
        assert!((0.5..0.95).contains(&simulated), "{simulated}");
    }
}
