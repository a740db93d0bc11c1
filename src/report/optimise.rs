//! An optimisation as text and as a table.

use super::compare::{provenance, reading, sentence};
use super::csv;
use super::quantity::Show;
use super::table::{Align, layout};
use crate::decide::Reading;
use crate::decide::optimise::{Candidate, Constraint, Optimised, Verdict};
use crate::design::GoalBound;
use crate::units::{as_written, format};

/// The optimisation for people.
pub fn optimise_text(found: &Optimised) -> String {
    let show = Show::english(&found.currency);
    let points = format::count(found.points as f64);
    let search = format::count(found.search_trials as f64);
    let mut text = format!(
        "{}\n{points} settings tried on {search} trials each; what follows is on fresh trials that nothing was chosen on:\n{}",
        found.title,
        provenance(&found.origin)
    );
    if found.origin.partial {
        text += "PARTIAL: stopped before the search was done; --resume goes on from its log.\n";
    }
    text += &format!("\n{}\n\n", verdict(found, show));
    text += &layout(&rows(found, show), &aligns(found));
    if found.verdict != Verdict::Front {
        text += &differences(found, show);
    }
    text + &limits(found, show)
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
    let name = found.objectives[0].name();
    let gain = |d: &crate::decide::paired::Difference| {
        format::signed(show.with_error(found.objectives[0].unit(), d.mean, d.mc_error))
    };
    let best = found.found.first();
    match (found.verdict, best) {
        (Verdict::Improved, Some(best)) => format!(
            "BETTER SETTINGS FOUND: {name} {} against the design as it stands.",
            gain(&best.against_present[0])
        ),
        (Verdict::PresentAsGood, Some(best)) => format!(
            "THE DESIGN IS AS GOOD AS THE BEST FOUND, within the Monte Carlo error ({name} {}): leave the levers where they are.",
            gain(&best.against_present[0])
        ),
        (Verdict::NothingBetter, Some(best)) => format!(
            "NOTHING FOUND IS BETTER THAN DOING NOTHING: the best settings come to {} against no program at all, which is no clear \
             gain.",
            gain(&best.against_nothing[0])
        ),
        (Verdict::Front, _) => format!(
            "{} TRADE-OFFS: none of these is better than another on all of {}.",
            found.found.len(),
            found.objectives.iter().map(|m| m.name()).collect::<Vec<_>>().join(", ")
        ),
        _ => "NO SETTINGS MEET ALL CONSTRAINTS among those tried; the nearest follow. Loosen a limit, or add a lever.".to_owned(),
    }
}

fn aligns(found: &Optimised) -> Vec<Align> {
    std::iter::once(Align::Left).chain((0..found.found.len() + 2).map(|_| Align::Right)).collect()
}

/// A column for the present design and for each candidate.
fn rows(found: &Optimised, show: Show) -> Vec<Vec<String>> {
    let names = found.found.iter().map(|c| c.file.trim_end_matches(".toml").to_owned());
    let head = ["", "No program", "Design"].map(str::to_owned).into_iter().chain(names);
    let mut rows: Vec<Vec<String>> = vec![head.collect()];
    let all = || std::iter::once(&found.present).chain(&found.found);
    for (i, lever) in found.levers.iter().enumerate() {
        let values = all().map(|c| as_written(c.values[i]));
        rows.push([lever.path.clone(), String::new()].into_iter().chain(values).collect());
    }
    for (i, measure) in found.objectives.iter().enumerate() {
        let own = all().map(|c| reading(show, *measure, c.objectives[i]));
        let nothing = reading(show, *measure, found.nothing[i]);
        rows.push([sentence(&measure.name()), nothing].into_iter().chain(own).collect());
    }
    for (i, constraint) in found.constraints.iter().enumerate() {
        let own = all().map(|c| reading(show, constraint.measure, c.constraints[i]));
        rows.push([limit(show, constraint), String::new()].into_iter().chain(own).collect());
    }
    rows
}

fn limit(show: Show, constraint: &Constraint) -> String {
    let side = if constraint.bound == GoalBound::AtLeast { "at least" } else { "at most" };
    let value = show.chosen(constraint.measure.unit(), constraint.limit);
    format!("{} ({side} {value})", sentence(&constraint.measure.name()))
}

fn differences(found: &Optimised, show: Show) -> String {
    let Some(best) = found.found.first() else { return String::new() };
    let (measure, unit) = (found.objectives[0], found.objectives[0].unit());
    let line = |what: &str, d: &crate::decide::paired::Difference| {
        let mean = format::signed(show.with_error(unit, d.mean, d.mc_error));
        format!("  Against {what}: {mean}, 95 % interval {}.\n", show.range(unit, d.low, d.high))
    };
    let worse = |searched: f64| {
        if measure.more_is_better() {
            searched > best.objectives[0].value
        } else {
            searched < best.objectives[0].value
        }
    };
    let curse = match best.searched.first().copied().flatten().filter(|searched| worse(*searched)) {
        Some(searched) => {
            let shown = show.value(unit, searched);
            format!(
                "  On the trials of the search it came to {shown}: what it has lost since, it owed to those trials.\n"
            )
        }
        None => String::new(),
    };
    format!(
        "\n{} of the best settings\n{}{}{curse}",
        sentence(&measure.name()),
        line("the design as it stands", &best.against_present[0]),
        line("no program", &best.against_nothing[0])
    )
}

/// What to look at before believing it.
fn limits(found: &Optimised, show: Show) -> String {
    let mut text = String::new();
    if let (Some(best), true) = (found.found.first(), found.verdict == Verdict::Improved) {
        let at_end = |(lever, value): &(&crate::decide::optimise::Lever, &f64)| {
            **value <= lever.low || **value >= lever.high
        };
        let ends: Vec<&str> = found
            .levers
            .iter()
            .zip(&best.values)
            .filter(at_end)
            .map(|(lever, _)| lever.path.as_str())
            .collect();
        if !ends.is_empty() {
            text += &format!("  At the end of its bounds: {}. Are the bounds real?\n", ends.join(", "));
        }
    }
    let broken = |c: &&Candidate| !c.feasible;
    if found.verdict != Verdict::Infeasible && found.found.iter().any(|c| broken(&c)) {
        text += "  Some settings that met the constraints in the search do not on fresh trials.\n";
    }
    let near = found.constraints.iter().enumerate().filter(|(i, c)| {
        let close = |r: &Reading| (r.value - c.limit).abs() < 2.0 * r.mc_error;
        found.found.first().is_some_and(|best| close(&best.constraints[*i]))
    });
    for (_, constraint) in near {
        text += &format!("  {}: too near to the limit to be sure.\n", limit(show, constraint));
    }
    text
}
