//! How the program may end, in money.

use super::source::Source;
use super::spec::{Chart, Histogram, Mark, Picture};
use super::words;
use crate::summary::Scalar;
use crate::words::Value;

/// Distribution of the net effect with the losses set apart.
pub fn chart(source: Source) -> Option<Chart> {
    let histogram = source.summary.net_effect_histogram.as_ref()?;
    let loss = source.summary.loss.as_ref()?;
    let net = source.headline(Scalar::NetEffect)?;
    let words = source.words;
    let mark = |at: f64, label: String| at.is_finite().then_some(Mark { at, label });
    let marks = [
        mark(
            loss.expected_shortfall.get(),
            words.say("chart-net-worst", &[("mean", loss.expected_shortfall.into())]),
        ),
        mark(net.mean, words.say("chart-net-mean", &[("mean", Value::Money(net.mean))])),
    ];
    let chance = &loss.probability;
    let picture = Picture::Histogram(Histogram {
        axis: words.say("chart-net-axis", &[("months", source.horizon().into())]),
        unit: source.money(),
        bounds: histogram.bounds.iter().map(|bound| bound.get()).collect(),
        counts: histogram.counts.iter().map(|c| *c as f64).collect(),
        below: words::losing(words, chance, loss.mean_when_losing),
        above: words.say("chart-net-above", &[("winning", words::chance_of_none(chance))]),
        marks: marks.into_iter().flatten().collect(),
    });
    let title = words::net_effect(words, net, chance, source.horizon());
    Some(source.chart(
        title,
        words.say("chart-net-shown", &[("trials", source.summary.run.trials.into())]),
        picture,
    ))
}
