//! Designs side by side: what each gains, and how surely.

use super::decision::Played;
use super::spec::{AxisUnit, Bar, Bars, Chart, Curve, Curves, Mark, NamedChart, Picture};
use crate::decide::compare::{Comparison, Contender, interval_of};
use crate::decide::paired::Rows;
use crate::decide::{Measure, Reading};
use crate::summary::{Scalar, quantile};
use crate::words::{Language, Value, signed};

/// Points of a distribution's curve.
const POINTS: usize = 200;

/// The charts of a comparison.
pub fn comparison(found: &Comparison, rows: &Rows, language: Language) -> Vec<NamedChart> {
    let played = Played::new(language, &found.currency, &found.origin, None);
    vec![
        NamedChart { name: "net-effects", chart: effects(found, played) },
        NamedChart { name: "distributions", chart: distributions(found, rows, played) },
    ]
}

fn effects(found: &Comparison, played: Played) -> Chart {
    let words = played.words;
    let row = found.measures.iter().find(|row| row.measure == Measure::Mean(Scalar::NetEffect));
    let readings = row.map(|row| row.readings.clone()).unwrap_or_default();
    let bar = |(design, reading): (&Contender, &Reading)| Bar {
        name: design.name.clone(),
        value: reading.value,
        interval: interval_of(*reading),
        amount: signed(words.money(reading.value)),
        notes: vec![
            words.say("chart-compare-best-in", &[("share", Value::Probability(design.regret.best.get()))]),
        ],
    };
    let bars: Vec<Bar> = found.designs.iter().zip(&readings).map(bar).collect();
    let best = bars.iter().max_by(|a, b| a.value.total_cmp(&b.value)).filter(|best| best.value > 0.0);
    let title = match best {
        Some(best) => {
            let gain = ("gain", Value::Money(best.value));
            words.say("chart-compare-best", &[("name", best.name.as_str().into()), gain])
        }
        None => played.say("chart-compare-none"),
    };
    let axis = played.say("chart-decide-net");
    let picture = Picture::Bars(Bars { axis, unit: played.money(&found.currency), bars });
    played.chart(title, played.say("chart-compare-effects-shown"), picture)
}

fn distributions(found: &Comparison, rows: &Rows, played: Played) -> Chart {
    let words = played.words;
    let curve = |(place, design): (usize, &Contender)| {
        let mut values: Vec<f64> =
            Comparison::effects(rows, place).into_iter().filter(|v| v.is_finite()).collect();
        values.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| quantile::of_sorted(&values, share);
        let losing = values.iter().filter(|v| **v < 0.0).count() as f64 / values.len().max(1) as f64;
        let points = (0..=POINTS).map(|i| i as f64 / POINTS as f64).map(|share| (at(share), share)).collect();
        let range = Value::MoneyRange(at(0.05), at(0.95));
        let details = vec![
            words.say("chart-decide-loses", &[("share", Value::Probability(losing))]),
            words.say("chart-compare-range", &[("range", range)]),
        ];
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
        let share = ("share", Value::Probability(best.regret.best.get()));
        words.say("chart-compare-most-often", &[("name", best.name.as_str().into()), share])
    });
    let picture = Picture::Curves(Curves {
        across: (played.say("chart-decide-net"), played.money(&found.currency)),
        up: (played.say("chart-compare-chance"), AxisUnit::Percent),
        zero: true,
        curves: found.designs.iter().enumerate().map(curve).collect(),
        marks: vec![Mark { at: 0.0, label: played.say("chart-decide-no-gain") }],
    });
    played.chart(title, played.say("chart-compare-distributions-shown"), picture)
}
