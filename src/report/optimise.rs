//! An optimisation as text and as a table.

use super::csv;
use super::decision::{aligns, provenance, reading, show};
use super::quantity::Show;
use super::table::layout;
use crate::decide::Reading;
use crate::decide::optimise::{Candidate, Constraint, Lever, Optimised, Verdict};
use crate::decide::paired::Difference;
use crate::design::GoalBound;
use crate::words::{Language, Value, breakable, capital};

/// Digits of a lever's value: as many as its steps have.
const DIGITS: usize = 4;

/// The most candidates whose columns fit on a screen.
const SIDE_BY_SIDE: usize = 3;

/// The optimisation for people.
pub fn optimise_text(found: &Optimised, language: Language) -> String {
    let show = show(language, &found.currency, &found.origin);
    let tried = [("points", Value::from(found.points)), ("search", found.search_trials.into())];
    let tried = show.words.say("optimise-tried", &tried);
    let mut text = format!("{}\n{tried}\n{}", found.title, provenance(show.words, &found.origin));
    if found.origin.partial {
        text += &format!("{}\n", show.words.say("optimise-partial", &[]));
    }
    text += &format!("\n{}\n\n", verdict(found, show));
    text += &table(found, show);
    if found.objectives.len() == 1 {
        text += &differences(found, show);
    }
    breakable(&(text + &limits(found, show)))
}

/// Every point tried as CSV, in order.
pub fn optimise_csv(found: &Optimised) -> String {
    let mut head: Vec<String> = found.levers.iter().map(|lever| lever.path.clone()).collect();
    for measure in &found.objectives {
        head.extend([measure.key(), format!("{}_error", measure.key())]);
    }
    head.extend(found.constraints.iter().map(|c| format!("constraint_{}", c.measure.key())));
    let mut text = csv::row(&head);
    for tried in &found.tried {
        let number = |value: &Option<f64>| csv::number(value.unwrap_or(f64::NAN));
        let mut row: Vec<String> = tried.values.iter().copied().map(csv::number).collect();
        for (value, error) in tried.objectives.iter().zip(&tried.errors) {
            row.extend([number(value), number(error)]);
        }
        row.extend(tried.constraints.iter().map(number));
        text += &csv::row(&row);
    }
    text
}

fn verdict(found: &Optimised, show: Show) -> String {
    let words = show.words;
    let first = found.objectives[0];
    let name = ("measure", Value::from(words.measure(first)));
    let gain = |against: fn(&Candidate) -> &Vec<Difference>| {
        let d = found.found.first().and_then(|best| against(best).first());
        let said = d.map_or_else(|| words.undefined(), |d| show.difference(d));
        ("gain", Value::from(said))
    };
    let all: Vec<String> = found.objectives.iter().map(|m| words.measure(*m)).collect();
    let all = ("measures", Value::from(words.list(&all)));
    match found.verdict {
        Verdict::Improved => words.say("optimise-improved", &[name, gain(|c| &c.against_present)]),
        Verdict::PresentAsGood => words.say("optimise-as-good", &[name, gain(|c| &c.against_present)]),
        Verdict::NothingBetter if found.objectives.len() > 1 => words.say("optimise-nothing-on-any", &[all]),
        Verdict::NothingBetter => words.say("optimise-nothing", &[gain(|c| &c.against_nothing)]),
        Verdict::Front => words.say("optimise-front", &[("count", found.found.len().into()), all]),
        Verdict::Infeasible => words.say("optimise-infeasible", &[]),
    }
}

/// Few candidates side by side; many one below the other, with what the columns mean above.
fn table(found: &Optimised, show: Show) -> String {
    let rows = rows(found, show);
    let (head, lines) = (&rows[0], &rows[1..]);
    if found.found.len() <= SIDE_BY_SIDE {
        return layout(&rows, &aligns(head.len() - 1));
    }
    let mark = |place: usize| format!("({})", place + 1);
    let legend = lines.iter().enumerate().map(|(place, line)| format!("  {} {}\n", mark(place), line[0]));
    let mut turned =
        vec![std::iter::once(String::new()).chain((0..lines.len()).map(mark)).collect::<Vec<_>>()];
    for (place, name) in head.iter().enumerate().skip(1) {
        turned.push(
            std::iter::once(name.clone()).chain(lines.iter().map(|line| line[place].clone())).collect(),
        );
    }
    format!("{}\n{}", legend.collect::<String>(), layout(&turned, &aligns(lines.len())))
}

/// A column for no program, one for the present design and one for each candidate.
fn rows(found: &Optimised, show: Show) -> Vec<Vec<String>> {
    let names = found.found.iter().map(|c| c.file.trim_end_matches(".toml").to_owned());
    let head = ["optimise-no-program", "optimise-design"].map(|key| show.words.say(key, &[]));
    let mut rows: Vec<Vec<String>> = vec![std::iter::once(String::new()).chain(head).chain(names).collect()];
    let all = || std::iter::once(&found.present).chain(&found.found);
    let told = |measure, of| reading(show, measure, of, found.origin.trials);
    for (i, lever) in found.levers.iter().enumerate() {
        let values = all().map(|c| show.words.number_value(&lever.path, c.values[i], DIGITS));
        rows.push([name(lever, show), String::new()].into_iter().chain(values).collect());
    }
    for (i, measure) in found.objectives.iter().enumerate() {
        let own = all().map(|c| told(*measure, c.objectives[i]));
        let nothing = told(*measure, found.nothing[i]);
        rows.push([capital(&show.words.measure(*measure)), nothing].into_iter().chain(own).collect());
    }
    for (i, constraint) in found.constraints.iter().enumerate() {
        let own = all().map(|c| told(constraint.measure, c.constraints[i]));
        rows.push([limit(show, constraint), String::new()].into_iter().chain(own).collect());
    }
    rows
}

fn name(lever: &Lever, show: Show) -> String {
    capital(&show.words.number(&lever.path))
}

fn limit(show: Show, constraint: &Constraint) -> String {
    let measure = ("measure", Value::from(capital(&show.words.measure(constraint.measure))));
    let value = ("value", Value::from(show.chosen(constraint.measure.unit(), constraint.limit)));
    match constraint.bound {
        GoalBound::AtLeast => show.words.say("optimise-at-least", &[measure, value]),
        GoalBound::AtMost => show.words.say("optimise-at-most", &[measure, value]),
    }
}

fn differences(found: &Optimised, show: Show) -> String {
    let Some(best) = found.found.first() else { return String::new() };
    let (words, measure) = (show.words, found.objectives[0]);
    let unit = measure.unit();
    let against = |key: &str, d: &Difference| {
        let mean = ("mean", Value::from(show.difference(d)));
        words.say(key, &[mean, ("range", show.range_of_change(unit, d.low, d.high).into())])
    };
    let worse = |searched: f64| match measure.more_is_better() {
        true => searched > best.objectives[0].value,
        false => searched < best.objectives[0].value,
    };
    let flattered = best.searched.first().copied().flatten().filter(|searched| worse(*searched));
    let curse = flattered
        .map(|searched| words.say("optimise-lost-since", &[("value", show.value(unit, searched).into())]));
    let head = words.say("optimise-of-best", &[("measure", capital(&words.measure(measure)).into())]);
    let design = against("optimise-against-design", &best.against_present[0]);
    let nothing = against("optimise-against-nothing", &best.against_nothing[0]);
    let lines: String =
        [Some(design), Some(nothing), curse].iter().flatten().map(|l| format!("  {l}\n")).collect();
    format!("\n{head}\n{lines}")
}

/// What to look at before believing it.
fn limits(found: &Optimised, show: Show) -> String {
    let (words, best) = (show.words, found.found.first());
    let mut lines = Vec::new();
    if let Some(best) = best.filter(|_| found.verdict == Verdict::Improved) {
        let at_end = |(lever, value): &(&Lever, &f64)| **value <= lever.low || **value >= lever.high;
        let ends = found.levers.iter().zip(&best.values).filter(at_end);
        let ends: Vec<String> = ends.map(|(lever, _)| words.number(&lever.path)).collect();
        if !ends.is_empty() {
            lines.push(words.say("optimise-at-bounds", &[("levers", words.list(&ends).into())]));
        }
    }
    if found.verdict != Verdict::Infeasible && found.found.iter().any(|c| !c.feasible) {
        lines.push(words.say("optimise-no-longer-feasible", &[]));
    }
    let idle = found.found.iter().filter(|c| !c.beats_nothing(&found.objectives));
    let idle: Vec<String> = idle.map(|c| c.file.trim_end_matches(".toml").to_owned()).collect();
    if found.verdict == Verdict::Front && !idle.is_empty() {
        lines.push(words.say("optimise-idle", &[("files", words.list(&idle).into())]));
    }
    for (i, constraint) in found.constraints.iter().enumerate() {
        let close = |r: &Reading| (r.value - constraint.limit).abs() < 2.0 * r.mc_error;
        if best.is_some_and(|best| close(&best.constraints[i])) {
            lines.push(words.say("optimise-near-limit", &[("limit", limit(show, constraint).into())]));
        }
    }
    lines.iter().map(|line| format!("  {line}\n")).collect()
}
