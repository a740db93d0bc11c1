//! How a forecast of those under contract came out, and the design with new numbers.

use super::story::new_numbers;
use super::tables::{place, told_of};
use super::track::{Count, Verdict};
use crate::design::{Design, Refitted};
use crate::fit::cohort_promise::{CohortPromise, CohortScored, HeldGroup};
use crate::fit::forecast::Forecast;
use crate::fit::voice::{Given, Since};
use crate::report::calibration::{Block, Part, Table, error, heads, page, told};
use crate::report::cohorts::{CohortsFound, cohort_step};
use crate::words::{Value, Words, breakable, capital};
use maud::html;

/// All that has been found.
pub struct CohortRefit<'a> {
    /// The design, as its file is called.
    pub design: String,
    /// The new fit.
    pub found: &'a CohortsFound<'a>,
    /// What was forecast.
    pub promise: &'a CohortPromise,
    /// How forecasts came out, the latest one last; at least one.
    pub scored: &'a [CohortScored],
    /// Surveys and reasons for leaving, with what has become of their files.
    pub given: &'a [(Given, Since)],
    /// The design before.
    pub before: &'a Design,
    /// The design with new numbers.
    pub refitted: &'a Refitted,
}

/// The page: no script, nothing from the network.
pub fn cohort_refit_html(found: &CohortRefit<'_>, words: Words<'_>) -> String {
    let kicker = words.say("refit-kicker", &[]);
    let run = html! { "SHA-256 " code { (found.found.hash) } };
    page((&found.design, &kicker, &run), &story(found, words), words)
}

/// The text for a terminal.
pub fn cohort_refit_text(found: &CohortRefit<'_>, words: Words<'_>) -> String {
    breakable(&told(&story(found, words)))
}

fn story(found: &CohortRefit<'_>, words: Words<'_>) -> Vec<Part> {
    let Some(latest) = found.scored.last() else { return Vec::new() };
    let design = new_numbers((found.refitted, found.before, found.given), words);
    vec![
        Part { heading: String::new(), blocks: leads(found, latest, words) },
        compared(found, latest, words),
        so_far(found.scored, words),
        Part { heading: words.say("refit-design", &[]), blocks: design },
    ]
}

fn leads(found: &CohortRefit<'_>, latest: &CohortScored, words: Words<'_>) -> Vec<Block> {
    let ends = latest.groups.iter().filter_map(|group| Some((group.name.as_deref(), group.left.last()?)));
    let lead = |(name, end): (Option<&str>, &Forecast)| {
        let about: [(&'static str, Value); 6] = [
            ("periods", latest.periods().into()),
            ("step", cohort_step(found.promise.months).into()),
            ("actual", Value::About(end.actual)),
            ("forecast", Value::About(end.expected)),
            ("range", Value::AboutRange(end.low, end.high)),
            ("place", place(end).into()),
        ];
        let text = words.say("refit-cohort-lead", &about);
        name.map_or(text.clone(), |name| format!("{name}: {text}"))
    };
    let (now, ever) = (count(latest), all(found.scored));
    let about: [(&'static str, Value); 5] = [
        ("inside", now.inside.into()),
        ("all", now.all.into()),
        ("ever-inside", ever.inside.into()),
        ("ever", ever.all.into()),
        ("first", if found.scored.len() > 1 { "no" } else { "yes" }.into()),
    ];
    let customers = [("customers", Value::About(latest.customers))];
    let mut blocks = vec![Block::Lead(words.say("refit-cohort-known", &customers))];
    blocks.extend(ends.map(|end| Block::Text(lead(end))));
    blocks.push(Block::Text(words.say("refit-cohort-inside", &about)));
    blocks
}

fn compared(found: &CohortRefit<'_>, latest: &CohortScored, words: Words<'_>) -> Part {
    let mut blocks: Vec<Block> =
        latest.groups.iter().map(|group| Block::Table(periods(found, group, words))).collect();
    if let Some(newcomers) = &latest.newcomers {
        let head = heads(words, ["refit-figure", "calibrate-test-forecast", "calibrate-test-range"]);
        let rest = heads(words, ["calibrate-test-actual", "refit-place"]);
        let row = [vec![capital(&words.say("refit-cohort-newcomers", &[]))], figures(newcomers, words)];
        let row = [row.concat(), vec![told_of(newcomers, words)]].concat();
        blocks.push(Block::Table(Table {
            caption: String::new(),
            head: [head, rest].concat(),
            rows: vec![row],
        }));
    }
    blocks.push(Block::Text(words.say("refit-cohort-as-it-was", &[])));
    Part { heading: words.say("refit-actual", &[]), blocks }
}

fn figures(forecast: &Forecast, words: Words<'_>) -> Vec<String> {
    let range = words.about_range(forecast.low, forecast.high);
    vec![words.about(forecast.expected), range, words.about(forecast.actual)]
}

/// Those left after each period.
fn periods(found: &CohortRefit<'_>, group: &HeldGroup, words: Words<'_>) -> Table {
    let row = |(at, seen): (usize, &Forecast)| {
        let ends = vec![error(words, seen.error()), told_of(seen, words)];
        [vec![(at + 1).to_string()], figures(seen, words), ends].concat()
    };
    let step = [("step", cohort_step(found.promise.months).into())];
    let keys = [
        "calibrate-test-forecast",
        "calibrate-test-range",
        "calibrate-test-actual",
        "calibrate-test-error",
        "refit-place",
    ];
    let left = words.say("cohort-test-left", &[]);
    Table {
        caption: group.name.as_ref().map_or(left.clone(), |name| format!("{left} · {name}")),
        head: [vec![words.say("cohort-test-after", &step)], heads(words, keys)].concat(),
        rows: group.left.iter().enumerate().map(row).collect(),
    }
}

fn count(scored: &CohortScored) -> Count {
    scored.figures().fold(Count::default(), |count, figure| count.with(figure.covers()))
}

fn all(scored: &[CohortScored]) -> Count {
    let figures = scored.iter().flat_map(CohortScored::figures);
    figures.fold(Count::default(), |count, figure| count.with(figure.covers()))
}

fn so_far(scored: &[CohortScored], words: Words<'_>) -> Part {
    let all = all(scored);
    let key = match all.verdict() {
        Verdict::Narrow => "refit-cohort-narrow",
        Verdict::Wide => "refit-cohort-wide",
        Verdict::Open => "refit-open",
    };
    let about = [("inside", all.inside.into()), ("all", all.all.into())];
    let said = ["refit-cohort-so-far", key, "refit-not-independent"];
    let blocks = said.into_iter().map(|key| Block::Text(words.say(key, &about))).collect();
    Part { heading: words.say("refit-so-far", &[]), blocks }
}
