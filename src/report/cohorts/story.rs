//! What is said and shown of cohorts, in order; text and page set it each in their own way.

use super::found::{CohortsFound, model};
use super::tables;
use crate::charts::cohort_charts;
use crate::data::Counted;
use crate::fit::cohort_learn::{Differ, Group};
use crate::report::calibration::{Block, Part, given_files, page, told, voice_part};
use crate::words::{Value, Words};
use maud::html;

/// Differences of shares from which a design is said to be off.
const MUCH: f64 = 0.01;

/// For a terminal: what matters, without pictures.
pub fn cohorts_text(found: &CohortsFound<'_>, words: Words<'_>) -> String {
    told(&story(found, words))
}

/// One HTML page that needs nothing beside it.
pub fn cohorts_html(found: &CohortsFound<'_>, words: Words<'_>) -> String {
    let kicker = words.say("cohort-kicker", &[]);
    let run = html! { "SHA-256 " code { (found.hash) } };
    page((&found.file, &kicker, &run), &story(found, words), words)
}

fn story(found: &CohortsFound<'_>, words: Words<'_>) -> Vec<Part> {
    let mut parts = vec![Part { heading: String::new(), blocks: leads(found, words) }, data(found, words)];
    for group in &found.shop.groups {
        let named = |key: &str| match &group.name {
            Some(name) => format!("{} · {name}", words.say(key, &[])),
            None => words.say(key, &[]),
        };
        parts.extend([
            Part { heading: named("calibrate-model"), blocks: models(found, group, words) },
            Part { heading: named("calibrate-test"), blocks: test(found, group, words) },
            Part { heading: named("cohort-newcomers"), blocks: newcomers(found, group, words) },
        ]);
    }
    parts.push(today(found, words));
    parts.extend(voice_part(found.voice, None, words));
    parts.push(gaps(found, words));
    parts
}

/// For messages that choose by it.
fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

fn leads(found: &CohortsFound<'_>, words: Words<'_>) -> Vec<Block> {
    let about = [
        ("customers", Value::About(found.customers())),
        ("cohorts", found.table.cohorts.len().into()),
        ("today", Value::About(found.shop.today)),
    ];
    let mut blocks = vec![Block::Lead(words.say("cohort-lead", &about))];
    for group in &found.shop.groups {
        blocks.push(Block::Text(lead_of(found, group, words)));
    }
    blocks
}

fn lead_of(found: &CohortsFound<'_>, group: &Group, words: Words<'_>) -> String {
    let test = &group.test;
    let Some(last) = test.left.last() else { return String::new() };
    let rates = test.naive.first().map(|(_, forecast)| forecast.last().copied().unwrap_or(0.0));
    let text = words.say(
        "cohort-lead-test",
        &[
            ("periods", test.periods.into()),
            ("step", found.step().into()),
            ("customers", Value::About(test.customers)),
            ("actual", Value::About(last.actual)),
            ("forecast", Value::About(last.expected)),
            ("range", Value::AboutRange(last.low, last.high)),
            ("covers", yes(last.covers()).into()),
            ("rate", Value::About(rates.unwrap_or(0.0))),
        ],
    );
    match &group.name {
        Some(name) => format!("{name}: {text}"),
        None => text,
    }
}

fn data(found: &CohortsFound<'_>, words: Words<'_>) -> Part {
    let counted = match found.table.counted {
        Counted::Customers => "customers",
        Counted::Percent => "percent",
        Counted::Share => "share",
    };
    let read = words.say("cohort-data-read", &[("counted", counted.into()), ("step", found.step().into())]);
    let mut blocks = vec![Block::Text(read), Block::Table(tables::data(found, words))];
    blocks.extend(given_files(found.voice, words));
    if let Some(apart) = &found.shop.apart {
        blocks.push(Block::Text(differ("cohort-apart", apart, found, words)));
    }
    Part { heading: words.say("calibrate-data", &[]), blocks }
}

/// Whether cohorts differ, and what follows.
fn differ(key: &str, differ: &Differ, found: &CohortsFound<'_>, words: Words<'_>) -> String {
    let [one, other] = differ.ends;
    let about = [
        ("clear", yes(differ.is_clear()).into()),
        ("chance", Value::Probability(differ.chance)),
        ("periods", differ.periods.into()),
        ("step", found.step().into()),
        ("one", Value::Percent(one)),
        ("other", Value::Percent(other)),
    ];
    words.say(key, &about)
}

fn models(found: &CohortsFound<'_>, group: &Group, words: Words<'_>) -> Vec<Block> {
    let [likeliest, taken] = group.chosen;
    let about = [
        ("taken", model(taken, words).into()),
        ("likeliest", model(likeliest, words).into()),
        ("same", yes(likeliest == taken).into()),
    ];
    let mut blocks =
        vec![Block::Text(words.say("cohort-model-why", &about)), Block::Table(tables::models(group, words))];
    // what the columns mean is said once
    if found.shop.groups.first().is_some_and(|first| first.name == group.name) {
        blocks.push(Block::Text(words.say("cohort-model-note", &[])));
    }
    if let Some(term) = group.term_seen {
        blocks.push(Block::Text(words.say("cohort-term-seen", &[("term", u64::from(term).into())])));
    }
    if group.believed.dispersion > 1.05 {
        let times = [("times", Value::Number(group.believed.dispersion, 1))];
        blocks.push(Block::Text(words.say("cohort-dispersion", &times)));
    }
    blocks
}

fn test(found: &CohortsFound<'_>, group: &Group, words: Words<'_>) -> Vec<Block> {
    let test = &group.test;
    let about = [
        ("periods", test.periods.into()),
        ("step", found.step().into()),
        ("customers", Value::About(test.customers)),
    ];
    let covered = test.left.iter().filter(|seen| seen.covers()).count();
    let coverage =
        [("covered", covered.into()), ("periods", test.periods.into()), ("step", found.step().into())];
    let [chart, _] = cohort_charts(group, (found.step(), found.table.months), words);
    vec![
        Block::Text(words.say("cohort-test-about", &about)),
        Block::Table(tables::test(found, group, words)),
        Block::Text(words.say("cohort-test-coverage", &coverage)),
        Block::Chart(Box::new(chart)),
        Block::Table(tables::naive(group, words)),
    ]
}

fn newcomers(found: &CohortsFound<'_>, group: &Group, words: Words<'_>) -> Vec<Block> {
    let [_, chart] = cohort_charts(group, (found.step(), found.table.months), words);
    let mut blocks =
        vec![Block::Table(tables::newcomers(found, group, words)), Block::Chart(Box::new(chart))];
    if let Some(trend) = &group.trend {
        blocks.push(Block::Text(differ("cohort-trend", trend, found, words)));
    }
    blocks.push(Block::Table(tables::played(group, words)));
    if group.played.off > MUCH {
        let off = [("off", Value::Number(100.0 * group.played.off, 1))];
        blocks.push(Block::Text(words.say("cohort-played-off", &off)));
    }
    blocks
}

fn today(found: &CohortsFound<'_>, words: Words<'_>) -> Part {
    let shop = found.shop;
    let mut blocks = Vec::new();
    let customers = ("customers", Value::About(shop.today));
    blocks.push(Block::Text(words.say("cohort-today", &[customers])));
    blocks.push(Block::Text(match &shop.groups[..] {
        [one] if found.table.dated() => words
            .say("cohort-today-stay", &[("share", Value::Percent(one.retention)), ("age", shop.age.into())]),
        _ => words.say("cohort-today-undated", &[("age", shop.age.into())]),
    }));
    if let Some((newcomers, months)) = shop.newcomers {
        let about = [("count", Value::About(newcomers.value)), ("months", months.into())];
        blocks.push(Block::Text(words.say("cohort-today-new", &about)));
    }
    Part { heading: words.say("cohort-today-head", &[]), blocks }
}

fn gaps(found: &CohortsFound<'_>, words: Words<'_>) -> Part {
    let open = [
        ("cohort-gap-older", true),
        ("cohort-gap-new", found.shop.newcomers.is_none()),
        ("cohort-gap-bill", true),
        ("cohort-gap-term", !found.term_stated),
        ("calibrate-gap-margin", true),
        ("cohort-gap-causes", found.voice.causes.is_none()),
        ("calibrate-gap-nps", found.voice.nps.is_none()),
        ("calibrate-gap-response", true),
    ];
    let said = open.into_iter().filter(|(_, is)| *is).map(|(key, _)| words.say(key, &[])).collect();
    Part { heading: words.say("cohort-gaps", &[]), blocks: vec![Block::List(said)] }
}
