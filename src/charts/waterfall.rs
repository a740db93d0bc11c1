//! Where the money of the program comes from and where it goes.

use super::source::Source;
use super::spec::{Chart, Picture, Step, Waterfall};
use super::words;
use crate::summary::{Scalar, WaterfallStep};
use crate::units::Money;

/// Amounts smaller than this share of the largest are dust of floating-point sums.
const DUST: f64 = 1e-9;

/// From the margin on additional sales to the net effect.
pub fn chart(source: Source) -> Option<Chart> {
    let all = source.summary.waterfall.as_ref()?;
    let net = source.headline(Scalar::NetEffect)?;
    let mut steps = steps(source, all);
    let so_far: f64 = steps.iter().map(|s| s.amount).sum();
    steps.push(step(source.say("chart-waterfall-outstanding"), net.mean - so_far));
    let largest = steps.iter().map(|s| s.amount.abs()).fold(net.mean.abs(), f64::max);
    steps.retain(|s| s.amount.abs() > DUST * largest);
    let interval = Some((net.p5, net.p95));
    steps.push(Step { name: source.say("chart-waterfall-net"), amount: net.mean, total: true, interval });

    let baseline = all.iter().find(|s| s.total).map_or(Money::new(f64::NAN), |s| s.mean);
    let picture = Picture::Waterfall(Waterfall {
        axis: source.words.say("chart-net-axis", &[("months", source.horizon().into())]),
        unit: source.money(),
        steps,
    });
    let title = words::waterfall(source.words, net, source.horizon());
    Some(source.chart(
        title,
        source.words.say("chart-waterfall-shown", &[("baseline", baseline.into())]),
        picture,
    ))
}

/// The steps between the totals. More revenue and the goods for it go together: apart they dwarf all the rest.
fn steps(source: Source, all: &[WaterfallStep]) -> Vec<Step> {
    let sales = |s: &WaterfallStep| matches!(s.key, Scalar::StepListRevenue | Scalar::StepCostOfGoods);
    let more_sales: Money = all.iter().filter(|s| sales(s)).map(|s| s.mean).sum();
    let others = all
        .iter()
        .filter(|s| !s.total && !sales(s))
        .map(|s| step(words::step(source.words, s.key), s.mean.get()));
    std::iter::once(step(words::sales(source.words, more_sales), more_sales.get())).chain(others).collect()
}

fn step(name: String, amount: f64) -> Step {
    Step { name, amount, total: false, interval: None }
}
