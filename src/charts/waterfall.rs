//! Where the money of the program comes from and where it goes.

use super::source::Source;
use super::spec::{Chart, Picture, Step, Waterfall};
use super::words;
use crate::summary::{Scalar, WaterfallStep};

/// Amounts smaller than this share of the largest are dust of floating-point sums.
const DUST: f64 = 1e-9;

/// From the margin on additional sales to the net effect.
pub fn chart(source: Source) -> Option<Chart> {
    let all = source.summary.waterfall.as_ref()?;
    let net = source.headline(Scalar::NetEffect)?;
    let mut steps = steps(all);
    let so_far: f64 = steps.iter().map(|s| s.amount).sum();
    steps.push(step(words::OUTSTANDING, net.mean - so_far));
    let largest = steps.iter().map(|s| s.amount.abs()).fold(net.mean.abs(), f64::max);
    steps.retain(|s| s.amount.abs() > DUST * largest);
    let interval = Some((net.p5, net.p95));
    steps.push(Step { name: words::NET_EFFECT.to_owned(), amount: net.mean, total: true, interval });

    let baseline = all.iter().find(|s| s.total).map_or(f64::NAN, |s| s.mean);
    let picture = Picture::Waterfall(Waterfall {
        axis: words::net_effect_axis(source.horizon()),
        unit: source.money(),
        steps,
    });
    let title = words::waterfall(net, source.horizon(), source.currency());
    Some(source.chart(title, words::waterfall_subtitle(baseline, source.currency()), picture))
}

/// The steps between the totals. More revenue and the goods for it go together: apart they dwarf all the rest.
fn steps(all: &[WaterfallStep]) -> Vec<Step> {
    let sales = |s: &WaterfallStep| matches!(s.key, "step_list_revenue" | "step_cost_of_goods");
    let more_sales = all.iter().filter(|s| sales(s)).map(|s| s.mean).sum();
    let others = all.iter().filter(|s| !s.total && !sales(s)).map(|s| step(words::step(s.key), s.mean));
    std::iter::once(step(words::sales(more_sales), more_sales)).chain(others).collect()
}

fn step(name: &str, amount: f64) -> Step {
    Step { name: name.to_owned(), amount, total: false, interval: None }
}
