//! An optimisation in pictures: what was gained, or between what there is to choose.

use super::decision::{chart, lever, unit};
use super::spec::{Bar, Bars, Chart, Curve, Curves, Mark, NamedChart, Picture};
use crate::decide::compare::interval_of;
use crate::decide::optimise::{Candidate, Optimised, Verdict};
use crate::decide::{Measure, Reading};
use crate::summary;
use crate::units::{as_written, format};
use crate::words::capital;

/// The chart of an optimisation: bars for one objective, the front for several.
pub fn optimisation(found: &Optimised) -> Vec<NamedChart> {
    match found.objectives.len() {
        1 => vec![NamedChart { name: "gain", chart: gain(found) }],
        _ => vec![NamedChart { name: "front", chart: front(found) }],
    }
}

fn gain(found: &Optimised) -> Chart {
    let measure = found.objectives[0];
    let bar = |name: &str, reading: Reading, notes: Vec<String>| Bar {
        name: name.to_owned(),
        value: reading.value,
        interval: interval_of(reading),
        amount: words(found, measure, reading.value),
        notes,
    };
    let mut bars = vec![
        bar("No program", found.nothing[0], Vec::new()),
        bar("The design as it stands", found.present.objectives[0], Vec::new()),
    ];
    bars.extend(
        found
            .found
            .iter()
            .map(|best| bar("The best settings found", best.objectives[0], settings(found, best))),
    );
    let title = match (found.verdict, found.found.first()) {
        (Verdict::Improved, Some(best)) => {
            let more = words(found, measure, best.against_present[0].mean);
            format!("Other settings of the same program improve its {} by {more}", measure.name())
        }
        (Verdict::PresentAsGood, _) => "The design is as good as the best settings found".to_owned(),
        (Verdict::NothingBetter, _) => "No settings of this program are better than doing nothing".to_owned(),
        _ => "No settings tried meet all constraints".to_owned(),
    };
    let picture = Picture::Bars(Bars {
        axis: capital(&measure.name()),
        unit: unit(measure.unit(), &found.currency),
        bars,
    });
    let subtitle = format!(
        "{} on fresh trials that nothing was chosen on, with the 95 % interval of the mean.",
        capital(&measure.name())
    );
    chart(&found.origin, title, subtitle, picture)
}

/// The levers that differ from the design.
fn settings(found: &Optimised, best: &Candidate) -> Vec<String> {
    let moved = found.levers.iter().zip(&best.values).filter(|(lever, value)| lever.present != **value);
    moved
        .map(|(l, value)| {
            let (from, to) = (as_written(l.present), as_written(*value));
            format!("{}: {from} → {to}", lever(&l.path))
        })
        .collect()
}

fn front(found: &Optimised) -> Chart {
    let (across, up) = (found.objectives[0], found.objectives[1]);
    let at = |objectives: &[Reading]| (objectives[0].value, objectives[1].value);
    let curve = |name: &str, joined: bool, points: Vec<(f64, f64)>, tags: Vec<String>| Curve {
        name: name.to_owned(),
        details: Vec::new(),
        joined,
        points,
        intervals: Vec::new(),
        tags,
    };
    let tags = found.found.iter().map(|c| number(&c.file)).collect();
    let curves = vec![
        curve("Best trade-offs found", false, found.found.iter().map(|c| at(&c.objectives)).collect(), tags),
        curve("The design as it stands", false, vec![at(&found.present.objectives)], Vec::new()),
        curve("No program", false, vec![at(&found.nothing)], Vec::new()),
    ];
    let money = across.unit() == summary::Unit::Money;
    let picture = Picture::Curves(Curves {
        across: (capital(&across.name()), unit(across.unit(), &found.currency)),
        up: (capital(&up.name()), unit(up.unit(), &found.currency)),
        zero: false,
        curves,
        marks: money
            .then(|| Mark { at: 0.0, label: "neither gain nor loss".to_owned() })
            .into_iter()
            .collect(),
    });
    let title =
        format!("Between {} and {}: {} designs to choose from", across.name(), up.name(), found.found.len());
    let subtitle =
        "Each numbered point is a design in the results folder (front-01.toml, ..), on fresh trials."
            .to_owned();
    chart(&found.origin, title, subtitle, picture)
}

/// `front-03.toml` is 3.
fn number(file: &str) -> String {
    let digits: String = file.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

fn words(found: &Optimised, measure: Measure, value: f64) -> String {
    match measure.unit() {
        summary::Unit::Money => format::money(value, &found.currency),
        summary::Unit::Share => format::percent(value),
        _ => format::significant(value, 3),
    }
}
