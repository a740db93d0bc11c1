//! Why customers leave, with and without the program.

use super::source::Source;
use super::spec::{AxisUnit, Chart, Layer, Panel, Picture, Stack};
use super::words;
use crate::summary::{Monthly, Series};
use crate::words::capital;

/// Monthly rates of leaving by cause, largest cause lowest, one panel per world.
pub fn chart(source: Source) -> Option<Chart> {
    let causes = &source.summary.causes;
    let worlds: Vec<_> = source.worlds().into_iter().map(|(name, _, world)| (name, rates(world))).collect();
    let from = source.summary.run.launch.unwrap_or(0);
    let means: Vec<Vec<f64>> = worlds
        .iter()
        .map(|(_, rates)| rates.iter().map(|rate| mean(rate.get(from..)?)).collect())
        .collect::<Option<_>>()?;
    let mut order: Vec<usize> = (0..causes.len()).collect();
    order.sort_by(|a, b| means[0][*b].total_cmp(&means[0][*a]));

    let layer = |&cause: &usize| Layer {
        name: capital(&source.words.cause(&causes[cause])),
        details: vec![words::churn_rates(
            source.words,
            means[0][cause],
            means.get(1).map(|with| with[cause]),
        )],
    };
    let panel = |(name, rates): &(String, Vec<Vec<f64>>)| Panel {
        name: name.clone(),
        layers: order.iter().map(|&cause| rates[cause].clone()).collect(),
    };
    let picture = Picture::Stack(Stack {
        months: source.months(),
        axis: source.say("chart-churn-axis"),
        unit: AxisUnit::Percent,
        layers: order.iter().map(layer).collect(),
        panels: worlds.iter().map(panel).collect(),
    });
    let title = message(source, &means, *order.first()?);
    Some(source.chart(title, source.say("chart-churn-shown"), picture))
}

fn message(source: Source, means: &[Vec<f64>], largest: usize) -> String {
    let causes = &source.summary.causes;
    let total: f64 = means[0].iter().sum();
    if total <= 0.0 {
        return source.say("chart-churn-nobody");
    }
    // Relative changes; those that chance could have made count as none.
    let change = |cause: usize| {
        let change = means.get(1)?[cause] / means[0][cause] - 1.0;
        Some(if change.is_finite() && change.abs() > noise(source, cause) { change } else { 0.0 })
    };
    let moved = |cause: usize| change(cause).unwrap_or(0.0).abs() * means[0][cause];
    let most = (0..causes.len()).max_by(|a, b| moved(*a).total_cmp(&moved(*b)));
    let most = most.and_then(|cause| Some((causes[cause].as_str(), change(cause)?)));
    words::churn(source.words, &causes[largest], means[0][largest] / total, change(largest), most)
}

/// Twice the Monte Carlo error of the relative change, as if the errors of all months went together.
fn noise(source: Source, cause: usize) -> f64 {
    let sum = |values: &[f64]| values.iter().sum::<f64>();
    let left = source.summary.baseline.churned_by_cause.get(cause).map(|b| sum(&b.mean));
    let difference = source.summary.difference.as_ref().and_then(|d| d.churned_by_cause.get(cause));
    match (difference.map(|b| sum(&b.mc_error)), left) {
        (Some(error), Some(left)) if left > 0.0 => 2.0 * error / left,
        _ => 0.0,
    }
}

/// Share of the customers of a month who leave for each cause.
fn rates(world: &Monthly) -> Vec<Vec<f64>> {
    let at = |series, month: usize| {
        world.series.get(series).and_then(|b| b.mean.get(month)).copied().unwrap_or(0.0)
    };
    let rate = |(month, left): (usize, &f64)| {
        let there = at(Series::Active, month) + at(Series::Churned, month);
        if there > 0.0 { left / there } else { 0.0 }
    };
    world.churned_by_cause.iter().map(|cause| cause.mean.iter().enumerate().map(rate).collect()).collect()
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}
