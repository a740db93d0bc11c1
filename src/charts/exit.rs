//! What ending a program costs, over the month in which it ends.

use super::decision::Played;
use super::spec::{AxisUnit, Curve, Curves, NamedChart, Picture};
use crate::decide::exit::Exit;
use crate::summary::{Estimate, ExitMonth};
use crate::words::{Language, Value};

/// The exit cost and what ending brings against going on.
pub fn exit(found: &Exit, language: Language) -> Vec<NamedChart> {
    let design = (found.title.as_str(), found.design_hash.as_str());
    let played = Played::new(language, &found.currency, &found.origin, Some(design));
    let curve = |name: &str, of: fn(&ExitMonth) -> &Estimate| Curve {
        name: played.say(name),
        details: Vec::new(),
        joined: true,
        points: found.curve.ends.iter().map(|end| (end.stop as f64, of(end).mean)).collect(),
        intervals: found.curve.ends.iter().map(|end| (of(end).p5, of(end).p95)).collect(),
        tags: Vec::new(),
    };
    let dearest =
        found.curve.ends.iter().max_by(|a, b| a.contribution_lost.mean.total_cmp(&b.contribution_lost.mean));
    let title = match dearest.filter(|end| end.contribution_lost.mean > 0.0) {
        Some(end) => {
            let cost = ("cost", Value::Money(end.contribution_lost.mean));
            played.words.say("chart-exit-dearest", &[cost, ("month", end.month.as_str().into())])
        }
        None => played.say("chart-exit-free"),
    };
    let picture = Picture::Curves(Curves {
        across: (played.say("chart-exit-across"), AxisUnit::Count),
        up: (played.say("chart-exit-up"), played.money(&found.currency)),
        zero: true,
        curves: vec![
            curve("chart-exit-against", |end| &end.against_going_on),
            curve("chart-exit-cost", |end| &end.contribution_lost),
        ],
        marks: Vec::new(),
    });
    vec![NamedChart { name: "exit", chart: played.chart(title, played.say("chart-exit-shown"), picture) }]
}
