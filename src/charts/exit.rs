//! What ending a program costs, over the month in which it ends.

use super::decision::chart;
use super::spec::{Curve, Curves, NamedChart, Picture, Unit};
use crate::decide::exit::Exit;
use crate::summary::{Estimate, ExitMonth};
use crate::units::format;

/// The exit cost and what ending brings against going on.
pub fn exit(found: &Exit) -> Vec<NamedChart> {
    let curve = |name: &str, of: fn(&ExitMonth) -> &Estimate| Curve {
        name: name.to_owned(),
        details: Vec::new(),
        joined: true,
        points: found.curve.ends.iter().map(|end| (end.stop as f64, of(end).mean)).collect(),
        intervals: found.curve.ends.iter().map(|end| (of(end).p5, of(end).p95)).collect(),
        tags: Vec::new(),
    };
    let dearest = found.curve.ends.iter().max_by(|a, b| a.exit_cost.mean.total_cmp(&b.exit_cost.mean));
    let title = dearest.map_or_else(String::new, |end| {
        let cost = format::money(end.exit_cost.mean, &found.currency);
        format!("Ending the program costs up to {cost}, in {}", end.month)
    });
    let picture = Picture::Curves(Curves {
        across: ("Month of the end, counted from the start".to_owned(), Unit::Plain),
        up: ("Money up to the horizon".to_owned(), Unit::Money(found.currency.clone())),
        zero: true,
        curves: vec![
            curve("Ending against going on", |end| &end.against_going_on),
            curve("Exit cost", |end| &end.exit_cost),
        ],
        marks: Vec::new(),
    });
    let subtitle = format!("Means over the trials; whiskers: nine trials in ten. {}", found.title);
    vec![NamedChart { name: "exit", chart: chart(&found.origin, title, subtitle, picture) }]
}
