//! An optimisation in pictures: what was gained, or between what there is to choose.

use super::decision::{Played, unit};
use super::spec::{Bar, Bars, Chart, Curve, Curves, Mark, NamedChart, Picture};
use crate::decide::Reading;
use crate::decide::compare::interval_of;
use crate::decide::optimise::{Candidate, Optimised, Verdict};
use crate::units::Unit;
use crate::words::{Language, Value, capital};

/// Digits of a lever's value.
const DIGITS: usize = 4;

/// The chart of an optimisation: bars for one objective, the front for several.
pub fn optimisation(found: &Optimised, language: Language) -> Vec<NamedChart> {
    let design = (found.title.as_str(), found.design_hash.as_str());
    let played = Played::new(language, &found.currency, &found.origin, Some(design));
    match found.objectives.len() {
        1 => vec![NamedChart { name: "gain", chart: gain(found, played) }],
        _ => vec![NamedChart { name: "front", chart: front(found, played) }],
    }
}

fn gain(found: &Optimised, played: Played) -> Chart {
    let (words, measure) = (played.words, found.objectives[0]);
    let bar = |name: &str, reading: Reading, notes: Vec<String>| Bar {
        name: played.say(name),
        value: reading.value,
        interval: interval_of(reading),
        amount: played.value(measure, reading.value),
        notes,
    };
    let mut bars = vec![
        bar("chart-decide-no-program", found.nothing[0], Vec::new()),
        bar("chart-decide-design", found.present.objectives[0], Vec::new()),
    ];
    let best =
        |best: &Candidate| bar("chart-optimise-best", best.objectives[0], settings(found, best, played));
    bars.extend(found.found.iter().map(best));
    let picture = Picture::Bars(Bars {
        axis: capital(&words.measure(measure)),
        unit: unit(measure.unit(), &found.currency),
        bars,
    });
    let shown = [("measure", Value::from(capital(&words.measure(measure))))];
    played.chart(title(found, played), words.say("chart-optimise-shown", &shown), picture)
}

fn title(found: &Optimised, played: Played) -> String {
    let (words, measure) = (played.words, found.objectives[0]);
    match (found.verdict, found.found.first()) {
        (Verdict::Improved, Some(best)) => {
            let more = best.against_present[0].mean.abs();
            let gain = match measure.unit() {
                Unit::Share => words.signed_points(more),
                _ => played.value(measure, more),
            };
            let name = ("measure", words.measure(measure).into());
            words.say("chart-optimise-improved", &[name, ("gain", gain.into())])
        }
        (Verdict::PresentAsGood, _) => played.say("chart-optimise-as-good"),
        (Verdict::NothingBetter, _) => played.say("chart-optimise-nothing"),
        (Verdict::Front, _) => {
            let [across, up] = [0, 1].map(|i| Value::from(words.measure(found.objectives[i])));
            let count = ("count", Value::from(found.found.len()));
            capital(&words.say("chart-optimise-front", &[count, ("across", across), ("up", up)]))
        }
        _ => played.say("chart-optimise-infeasible"),
    }
}

/// The levers that differ from the design.
fn settings(found: &Optimised, best: &Candidate, played: Played) -> Vec<String> {
    let moved = found.levers.iter().zip(&best.values).filter(|(lever, value)| lever.present != **value);
    moved
        .map(|(lever, value)| {
            let shown = |v: f64| Value::from(played.words.number_value(&lever.path, v, DIGITS));
            let name = ("name", Value::from(capital(&played.words.number(&lever.path))));
            let ends = [name, ("from", shown(lever.present)), ("to", shown(*value))];
            played.words.say("chart-optimise-moved", &ends)
        })
        .collect()
}

fn front(found: &Optimised, played: Played) -> Chart {
    let (words, across, up) = (played.words, found.objectives[0], found.objectives[1]);
    let at = |objectives: &[Reading]| (objectives[0].value, objectives[1].value);
    let curve = |name: &str, points: Vec<(f64, f64)>, tags: Vec<String>| Curve {
        name: played.say(name),
        details: Vec::new(),
        joined: false,
        points,
        intervals: Vec::new(),
        tags,
    };
    let (good, idle): (Vec<_>, Vec<_>) = found.found.iter().partition(|c| c.beats_nothing(&found.objectives));
    let of = |name: &str, some: &[&Candidate]| {
        let tags = some.iter().map(|c| number(&c.file)).collect();
        curve(name, some.iter().map(|c| at(&c.objectives)).collect(), tags)
    };
    let mut curves = vec![
        of("chart-optimise-trade-offs", &good),
        curve("chart-decide-design", vec![at(&found.present.objectives)], Vec::new()),
        curve("chart-decide-no-program", vec![at(&found.nothing)], Vec::new()),
    ];
    if !idle.is_empty() {
        curves.push(of("chart-optimise-idle", &idle));
    }
    curves.retain(|curve| !curve.points.is_empty());
    let money = across.unit() == Unit::Money;
    let mark = money.then(|| Mark { at: 0.0, label: played.say("chart-decide-no-gain") });
    let picture = Picture::Curves(Curves {
        across: (capital(&words.measure(across)), unit(across.unit(), &found.currency)),
        up: (capital(&words.measure(up)), unit(up.unit(), &found.currency)),
        zero: false,
        curves,
        marks: mark.into_iter().collect(),
    });
    played.chart(title(found, played), played.say("chart-optimise-front-shown"), picture)
}

/// `front-03.toml` is 3.
fn number(file: &str) -> String {
    let digits: String = file.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}
