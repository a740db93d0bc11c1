//! Designs side by side: what each gains, and how surely.

use super::decision::chart;
use super::spec::{Bar, Bars, Chart, Curve, Curves, Mark, NamedChart, Picture, Unit};
use crate::decide::compare::Comparison;
use crate::decide::paired::Rows;
use crate::decide::{Measure, compare::interval_of};
use crate::summary::{Scalar, quantile};
use crate::units::format;

/// Points of a distribution's curve.
const POINTS: usize = 200;

/// The charts of a comparison.
pub fn comparison(found: &Comparison, rows: &Rows) -> Vec<NamedChart> {
    vec![
        NamedChart { name: "net-effects", chart: effects(found) },
        NamedChart { name: "distributions", chart: distributions(found, rows) },
    ]
}

fn effects(found: &Comparison) -> Chart {
    let row = found.measures.iter().find(|row| row.measure == Measure::Mean(Scalar::NetEffect));
    let readings = row.map(|row| row.readings.clone()).unwrap_or_default();
    let bar = |(design, reading): (&crate::decide::compare::Contender, &crate::decide::Reading)| Bar {
        name: design.name.clone(),
        value: reading.value,
        interval: interval_of(*reading),
        amount: format::signed(format::money(reading.value, &found.currency)),
        notes: vec![format!("best in {} of trials", format::probability(design.regret.best))],
    };
    let bars: Vec<Bar> = found.designs.iter().zip(&readings).map(bar).collect();
    let best = bars.iter().max_by(|a, b| a.value.total_cmp(&b.value));
    let title = best.map_or(String::new(), |best| match best.value > 0.0 {
        true => {
            format!("{} gains most: {} on average", best.name, format::money(best.value, &found.currency))
        }
        false => "On average none of these designs gains anything".to_owned(),
    });
    let picture = Picture::Bars(Bars {
        axis: "Net effect".to_owned(),
        unit: Unit::Money(found.currency.clone()),
        bars,
    });
    let subtitle =
        "Mean net effect of each design on the same customers and luck, with the 95 % interval of the mean.";
    chart(&found.origin, title, subtitle, picture)
}

fn distributions(found: &Comparison, rows: &Rows) -> Chart {
    let curve = |(place, design): (usize, &crate::decide::compare::Contender)| {
        let mut values: Vec<f64> =
            Comparison::effects(rows, place).into_iter().filter(|v| v.is_finite()).collect();
        values.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| quantile::of_sorted(&values, share);
        let losing = values.iter().filter(|v| **v < 0.0).count() as f64 / values.len().max(1) as f64;
        let points = (0..=POINTS).map(|i| i as f64 / POINTS as f64).map(|share| (at(share), share)).collect();
        let range = format::money_range(at(0.05), at(0.95), &found.currency);
        let details = vec![format!("loses in {}", format::probability(losing)), format!("90 %: {range}")];
        Curve {
            name: design.name.clone(),
            details,
            joined: true,
            points,
            intervals: Vec::new(),
            tags: Vec::new(),
        }
    };
    let best = found.designs.iter().max_by(|a, b| a.regret.best.total_cmp(&b.regret.best));
    let title = best.map_or(String::new(), |best| {
        format!("{} comes out best in {} of the trials", best.name, format::probability(best.regret.best))
    });
    let picture = Picture::Curves(Curves {
        across: ("Net effect".to_owned(), Unit::Money(found.currency.clone())),
        up: ("Chance of no more than this".to_owned(), Unit::Percent),
        zero: true,
        curves: found.designs.iter().enumerate().map(curve).collect(),
        marks: vec![Mark { at: 0.0, label: "neither gain nor loss".to_owned() }],
    });
    let subtitle = "For each amount, the chance that the net effect is no more than that: the further right a curve, the better.";
    chart(&found.origin, title, subtitle, picture)
}
