//! From the net effect over the horizon to that with the value of the customers who are there at its end.

use super::source::Source;
use super::spec::{Chart, Picture, Step, Waterfall};
use crate::summary::Scalar;
use crate::words::Value;

/// The net effect, what more customers and longer stays add, what each of them brings more or less, and all together; `None` without a
/// program, and where today's customers are worth nothing.
pub fn chart(source: Source) -> Option<Chart> {
    let [net, change, stays, all] =
        [Scalar::NetEffect, Scalar::BaseValueChange, Scalar::BaseValueStays, Scalar::NetEffectWithBase]
            .map(|scalar| source.headline(scalar));
    let (net, change, stays, all) = (net?, change?, stays?, all?);
    source.headline(Scalar::BaseValueStart).filter(|start| start.mean != 0.0)?;
    let step = |key: &str, amount: f64| Step { name: source.say(key), amount, total: false, interval: None };
    let steps = vec![
        step("chart-base-net", net.mean),
        step("chart-base-stays", stays.mean),
        step("chart-base-each", change.mean - stays.mean),
        Step { interval: Some((all.p5, all.p95)), total: true, ..step("chart-base-all", all.mean) },
    ];
    let told = [
        ("months", Value::from(source.horizon())),
        ("net", source.words.signed_money(net.mean).into()),
        ("all", source.words.signed_money(all.mean).into()),
    ];
    let picture =
        Picture::Waterfall(Waterfall { axis: source.say("chart-base-axis"), unit: source.money(), steps });
    let values = [
        ("without", Value::Money(source.headline(Scalar::BaseValueBaseline)?.mean)),
        ("with", Value::Money(source.headline(Scalar::BaseValueProgram)?.mean)),
    ];
    let title = source.words.say("chart-base", &told);
    Some(source.chart(title, source.words.say("chart-base-shown", &values), picture))
}
