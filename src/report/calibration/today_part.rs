//! Today's program on the page.

use super::found::Calibration;
use super::parts::{Block, Part, Table};
use super::tables::heads;
use crate::fit::today::{Launch, PointsToday, ProgramToday, Terms};
use crate::words::{Value, Words, capital};

/// What data tell of the program that runs already; nothing where they tell of none.
pub fn program(found: &Calibration<'_>, words: Words<'_>) -> Option<Part> {
    let today = found.today?;
    let about = [
        ("launched", Value::from(today.launched.to_string())),
        ("share", Value::Percent(today.members.value)),
    ];
    let mut blocks =
        vec![Block::Text(words.say("calibrate-today-about", &about)), Block::Table(facts(today, words))];
    blocks.extend(today.points.as_ref().map(|points| Block::Table(table(flows(points, words), words))));
    if !today.tiers.is_empty() {
        blocks.push(Block::Table(tiers(today, words)));
        blocks.push(Block::Text(words.say("calibrate-today-tiers-how", &[])));
    }
    blocks.push(Block::List(untold(today, words)));
    Some(Part { heading: words.say("calibrate-today", &[]), blocks })
}

fn facts(today: &ProgramToday, words: Words<'_>) -> Table {
    let mut rows = vec![
        ("calibrate-today-people", words.count(today.people as f64)),
        ("calibrate-today-share", words.percent(today.members.value)),
    ];
    rows.extend(today.sales.map(|share| ("calibrate-today-sales", words.percent(share))));
    if let Some(points) = &today.points {
        rows.extend(terms(&points.terms, words));
    }
    rows.extend(today.discounts.map(|share| ("calibrate-today-discounts", words.percent(share))));
    table(rows, words)
}

fn table(rows: Vec<(&str, String)>, words: Words<'_>) -> Table {
    let rows = rows.into_iter().map(|(key, value)| vec![capital(&words.say(key, &[])), value]);
    let head = heads(words, ["calibrate-data-what", "calibrate-data-count"]);
    Table { caption: String::new(), head, rows: rows.collect() }
}

/// How points come in and go out: what there was and was issued is spent, expired or outstanding.
fn flows(points: &PointsToday, words: Words<'_>) -> Vec<(&'static str, String)> {
    let count = |value: f64| words.count(libm::round(value));
    let mut rows = Vec::new();
    rows.extend((points.opening >= 0.5).then(|| ("calibrate-today-opening", count(points.opening))));
    rows.push(("calibrate-today-issued", count(points.issued)));
    rows.push(("calibrate-today-spent", count(points.spent)));
    rows.extend((points.expired > 0.0).then(|| ("calibrate-today-expired", count(points.expired))));
    rows.push(("calibrate-today-outstanding", count(points.outstanding)));
    rows.push(("calibrate-today-of-active", count(points.of_active)));
    if points.oldest() > 0 {
        rows.push(("calibrate-today-oldest", words.count(points.oldest() as f64)));
    }
    if let Some(seen) = points.expiry {
        let key = if seen.by_inactivity { "calibrate-today-silent" } else { "calibrate-today-lives" };
        rows.push((key, words.count(f64::from(seen.months))));
    }
    if points.issued > 0.0 {
        rows.push(("calibrate-today-redeemed", words.percent(points.spent / points.issued)));
    }
    rows
}

/// What the terms seem to be.
fn terms(terms: &Terms, words: Words<'_>) -> Vec<(&'static str, String)> {
    let mut rows = Vec::new();
    rows.extend(terms.per_money.map(|rate| ("calibrate-today-rate", words.significant(rate, 3))));
    rows.extend(terms.value.map(|value| ("calibrate-today-value", words.significant(value, 3))));
    rows.extend(terms.least.map(|least| ("calibrate-today-least", words.count(libm::round(least)))));
    rows.extend(terms.chance.map(|chance| ("calibrate-today-chance", words.percent(chance))));
    rows
}

fn tiers(today: &ProgramToday, words: Words<'_>) -> Table {
    let rows = today.tiers.iter().map(|tier| {
        let multiple = tier.multiple.map_or_else(|| words.undefined(), |multiple| words.fixed(multiple, 2));
        vec![
            tier.name.clone(),
            words.count(tier.people as f64),
            words.percent(tier.reached),
            words.money(tier.spend),
            multiple,
        ]
    });
    let keys = [
        "calibrate-today-tier",
        "calibrate-today-tier-people",
        "calibrate-today-tier-reached",
        "calibrate-today-tier-spend",
        "calibrate-today-tier-multiple",
    ];
    Table { caption: words.say("calibrate-today-tiers", &[]), head: heads(words, keys), rows: rows.collect() }
}

/// What cannot be told, and what would tell it.
fn untold(today: &ProgramToday, words: Words<'_>) -> Vec<String> {
    let points = today.points.as_ref();
    let open = [
        ("calibrate-today-gap-launch", today.launch == Launch::Before),
        ("calibrate-today-gap-points", points.is_none()),
        ("calibrate-today-gap-balances", points.is_some_and(|points| !points.balances)),
        ("calibrate-today-gap-value", points.is_some_and(|points| points.terms.value.is_none())),
        ("calibrate-today-gap-expiry", points.is_some_and(|points| points.expiry.is_none())),
        ("calibrate-today-gap-tiers", today.tiers.is_empty()),
        ("calibrate-today-gap-costs", true),
    ];
    open.into_iter().filter(|(_, is)| *is).map(|(key, _)| words.say(key, &[])).collect()
}
