//! Promotions and programs of the past on the page: what they may have changed.

use super::found::Calibration;
use super::parts::{Block, Part, Table, yes};
use super::tables::heads;
use crate::data::{Period, PeriodKind};
use crate::fit::effects::{Against, Effect, Told};
use crate::fit::known::Known;
use crate::fit::uncertainty::Z90;
use crate::units::Day;
use crate::words::{Value as Said, Words, harmless};
use serde_json::{Value, json};

/// What periods may have changed; nothing where none are declared.
pub fn periods(found: &Calibration<'_>, words: Words<'_>) -> Option<Part> {
    let told = &found.shop.periods;
    if told.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Text(words.say("calibrate-periods-about", &[]))];
    if told.iter().any(|told| !told.effects.is_empty()) {
        blocks.push(Block::Table(table(told, found.log.has_money, words)));
    }
    let mut notes = vec![words.say("calibrate-periods-how", &[])];
    let untold = told.iter().filter(|told| told.effects.is_empty());
    notes.extend(
        untold.map(|told| {
            words.say("calibrate-periods-untold", &[("period", name(&told.period, words).into())])
        }),
    );
    blocks.push(Block::List(notes));
    Some(Part { heading: words.say("calibrate-periods", &[]), blocks })
}

/// Declared periods that fall into a forecast, which knows nothing of them; nothing if there are none.
pub fn within<'p>(
    periods: impl Iterator<Item = &'p Period>,
    (from, until): (Day, Day),
    words: Words<'_>,
) -> Option<Block> {
    let there = periods.filter(|period| period.meets(from, until));
    let names: Vec<String> = there.map(|period| name(period, words)).collect();
    let about = [("periods", names.join("; ").into())];
    (!names.is_empty()).then(|| Block::Text(words.say("calibrate-periods-within", &about)))
}

/// A period with its days.
fn name(period: &Period, words: Words<'_>) -> String {
    let kind = match period.kind {
        PeriodKind::Promotion => "promotion",
        PeriodKind::Program => "program",
    };
    let about: [(&'static str, Said); 7] = [
        ("name", harmless(&period.name).into()),
        ("kind", kind.into()),
        ("from", period.from.to_string().into()),
        ("until", period.until.map_or(String::new(), |day| day.to_string()).into()),
        ("open", yes(period.until.is_none()).into()),
        ("told", yes(period.discount.is_some()).into()),
        ("discount", Said::Percent(period.discount.unwrap_or(0.0))),
    ];
    words.say("calibrate-periods-name", &about)
}

fn table(told: &[Told], has_money: bool, words: Words<'_>) -> Table {
    let all = told.iter().flat_map(|told| told.effects.iter().map(move |effect| (&told.period, effect)));
    let row = |(period, effect): (&Period, &Effect)| {
        let against = match effect.against {
            Against::YearBefore => words.say("calibrate-periods-year", &[]),
            Against::Others => words.say("calibrate-periods-others", &[]),
        };
        let mut row = vec![name(period, words), against, changed(Some(effect.purchases), words)];
        row.extend(has_money.then(|| changed(effect.spend, words)));
        row.push(changed(effect.after, words));
        row
    };
    let mut head = heads(
        words,
        ["calibrate-periods-period", "calibrate-periods-against", "calibrate-periods-purchases"],
    );
    head.extend(has_money.then(|| words.say("calibrate-test-spend", &[])));
    head.push(words.say("calibrate-periods-after", &[]));
    Table { caption: words.say("calibrate-periods-table", &[]), head, rows: all.map(row).collect() }
}

/// A change with its 90 % interval.
fn changed(known: Option<Known>, words: Words<'_>) -> String {
    let Some(known) = known else { return words.undefined() };
    let change = |z: f64| libm::exp(known.value + z * known.error) - 1.0;
    format!("{} ({})", words.signed_percent(change(0.0)), words.percent_range(change(-Z90), change(Z90)))
}

/// The same for programs: changes as shares, with 90 % intervals.
pub fn periods_json(told: &[Told]) -> String {
    let change = |known: Known| {
        let at = |z: f64| libm::exp(known.value + z * known.error) - 1.0;
        json!({ "change": at(0.0), "low": at(-Z90), "high": at(Z90) })
    };
    let effect = |effect: &Effect| {
        json!({
            "against": effect.against,
            "customers": effect.customers,
            "quiet_weeks_compared": effect.placebos,
            "purchases": change(effect.purchases),
            "spend": effect.spend.map(change),
            "purchases_after": effect.after.map(change),
        })
    };
    let one = |told: &Told| {
        let effects: Vec<Value> = told.effects.iter().map(effect).collect();
        json!({ "period": told.period, "effects": effects })
    };
    let all = json!({ "randomised": false, "periods": told.iter().map(one).collect::<Vec<_>>() });
    // numbers are finite and keys are texts: nothing can go wrong
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}
