//! What ending a program costs, as text and as a table.

use super::csv;
use super::decision::{aligns, provenance, show};
use super::quantity::Show;
use super::table::layout;
use crate::decide::exit::Exit;
use crate::summary::{Estimate, ExitMonth};
use crate::words::{Language, breakable};

/// Monte Carlo errors from zero at which an effect is a clear loss.
const CLEAR: f64 = 2.0;

/// The curve for people.
pub fn exit_text(found: &Exit, language: Language) -> String {
    let show = show(language, &found.currency, &found.origin);
    let say = |key: &str| show.words.say(key, &[]);
    let head = ["exit-ends", "exit-cost", "exit-points", "exit-against", "exit-customers"].map(say);
    let mut rows = vec![head.to_vec()];
    rows.extend(found.curve.ends.iter().map(|end| {
        vec![
            end.month.clone(),
            show.mean(&end.contribution_lost),
            show.mean(&end.points_paid),
            show.change(&end.against_going_on),
            show.change(&end.customers),
        ]
    }));
    breakable(&format!(
        "{}\n{}\n{}\n{}\n{}\n{}\n",
        found.title,
        provenance(show.words, &found.origin),
        say("exit-what"),
        layout(&rows, &aligns(4)),
        verdict(found, show),
        say("exit-note")
    ))
}

fn verdict(found: &Exit, show: Show) -> String {
    let goes_on = show.words.say("exit-goes-on", &[("effect", show.mean(&found.curve.going_on).into())]);
    let advice = match found.curve.best() {
        Some(end) => {
            let gain = show.mean(&end.against_going_on);
            show.words.say("exit-best", &[("month", end.month.as_str().into()), ("gain", gain.into())])
        }
        None => show.words.say("exit-none", &[]),
    };
    let never = if loses_anyway(found) { show.words.say("exit-never", &[]) + "\n" } else { String::new() };
    format!("{goes_on}\n{advice}\n{never}")
}

/// Whether the program clearly loses, whether it goes on or ends in any of the months tried.
fn loses_anyway(found: &Exit) -> bool {
    let ends = found.curve.ends.iter().map(|end| &end.net_effect);
    let loses = |effect: &Estimate| effect.mean + CLEAR * effect.mc_error < 0.0;
    std::iter::once(&found.curve.going_on).chain(ends).all(loses)
}

/// Every month tried as CSV.
pub fn exit_csv(found: &Exit) -> String {
    type Reading = (&'static str, fn(&ExitMonth) -> &Estimate);
    let columns: [Reading; 5] = [
        ("exit_cost", |end| &end.contribution_lost),
        ("points_paid", |end| &end.points_paid),
        ("net_effect", |end| &end.net_effect),
        ("against_going_on", |end| &end.against_going_on),
        ("customers", |end| &end.customers),
    ];
    let mut head = vec!["month".to_owned()];
    for (name, _) in columns {
        head.extend(["", "_error", "_p5", "_p95"].map(|part| format!("{name}{part}")));
    }
    let mut text = csv::row(&head);
    for end in &found.curve.ends {
        let mut row = vec![end.month.clone()];
        for (_, of) in columns {
            let Estimate { mean, mc_error, p5, p95, .. } = *of(end);
            row.extend([mean, mc_error, p5, p95].map(csv::number));
        }
        text += &csv::row(&row);
    }
    text
}
