//! How the program may end, in money.

use super::source::Source;
use super::spec::{Chart, Histogram, Mark, Picture};
use super::words;
use crate::summary::Scalar;

/// Distribution of the net effect with the losses set apart.
pub fn chart(source: Source) -> Option<Chart> {
    let histogram = source.summary.net_effect_histogram.as_ref()?;
    let loss = source.summary.loss.as_ref()?;
    let net = source.headline(Scalar::NetEffect)?;
    let currency = source.currency();
    let mark = |at: f64, label: String| at.is_finite().then_some(Mark { at, label });
    let marks = [
        mark(loss.expected_shortfall, words::shortfall(loss.expected_shortfall, currency)),
        mark(net.mean, words::mean(net.mean, currency)),
    ];
    let chance = loss.probability.share;
    let picture = Picture::Histogram(Histogram {
        axis: words::net_effect_axis(source.horizon()),
        unit: source.money(),
        bounds: histogram.bounds.clone(),
        counts: histogram.counts.iter().map(|c| *c as f64).collect(),
        below: words::losing(chance, loss.mean_when_losing, currency),
        above: words::not_losing(chance),
        marks: marks.into_iter().flatten().collect(),
    });
    let title = words::net_effect(net, chance, source.horizon());
    Some(source.chart(title, words::net_effect_subtitle(source.summary.run.trials), picture))
}
