//! What is said and shown, in order; text and page set it each in their own way.

use super::found::Calibration;
use super::parts::{Block, Part, error, months};
use super::tables;
use super::today_part::program;
use crate::charts::backtest_charts;
use crate::fit::backtest::BackTest;
use crate::words::{Value, Words};

/// The whole story.
pub fn story(found: &Calibration<'_>, words: Words<'_>) -> Vec<Part> {
    let mut parts = vec![
        Part { heading: String::new(), blocks: leads(found, words) },
        data(found, words),
        model(found, words),
    ];
    parts.extend(found.test.map(|test| self::test(found, test, words)));
    parts.push(shop(found, words));
    parts.extend(program(found, words));
    parts.extend(voice(found, words));
    parts.push(gaps(found, words));
    parts
}

fn leads(found: &Calibration<'_>, words: Words<'_>) -> Vec<Block> {
    let (first, last) = found.shop.span;
    let lead = words.say(
        "calibrate-lead",
        &[
            ("people", found.shop.people.into()),
            ("purchases", found.purchases().into()),
            ("first", first.to_string().into()),
            ("last", last.to_string().into()),
            ("active", Value::About(found.shop.active.value)),
        ],
    );
    let second = found.test.map_or_else(
        || words.say("calibrate-lead-untested", &[]),
        |test| {
            let all = test.purchases;
            words.say(
                "calibrate-lead-test",
                &[
                    ("months", months(test).into()),
                    ("actual", Value::Count(all.actual)),
                    ("forecast", Value::About(all.expected)),
                    ("error", error(words, all.error()).into()),
                    ("range", Value::AboutRange(all.low, all.high)),
                    ("covers", yes(all.covers()).into()),
                ],
            )
        },
    );
    vec![Block::Lead(lead), Block::Text(second)]
}

/// For messages that choose by it.
pub fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

/// What is in the log.
pub fn data(found: &Calibration<'_>, words: Words<'_>) -> Part {
    let [customer, date, amount] = &found.columns;
    let none = || words.say("calibrate-none", &[]);
    let amount = if amount.is_empty() { none() } else { amount.clone() };
    let read = words.say(
        "calibrate-data-columns",
        &[
            ("customer", customer.as_str().into()),
            ("date", date.as_str().into()),
            ("amount", amount.into()),
            ("encoding", found.encoding.into()),
        ],
    );
    let mut blocks = vec![Block::Text(read), Block::Table(tables::data(found, words))];
    let given = found.voice.given.iter().map(|given| {
        let about = [
            ("what", given.what.word().into()),
            ("file", given.file.as_str().into()),
            ("hash", given.hash.as_str().into()),
        ];
        words.say("calibrate-data-given", &about)
    });
    let given: Vec<String> = given.collect();
    blocks.extend((!given.is_empty()).then_some(Block::List(given)));
    Part { heading: words.say("calibrate-data", &[]), blocks }
}

fn model(found: &Calibration<'_>, words: Words<'_>) -> Part {
    let mut blocks = Vec::new();
    if let Some(test) = found.test {
        blocks.push(Block::Text(words.say("calibrate-model-why", &[("model", found.model.name().into())])));
        blocks.push(Block::Table(tables::models(test, words)));
        blocks.push(Block::Text(words.say("calibrate-model-behind-note", &[])));
    }
    blocks.push(Block::Table(tables::parameters(found, words)));
    let phases = found.model.regularity();
    if phases > 1 {
        blocks.push(Block::Text(words.say("calibrate-regular", &[("phases", u64::from(phases).into())])));
    }
    Part { heading: words.say("calibrate-model", &[]), blocks }
}

fn test(found: &Calibration<'_>, test: &BackTest, words: Words<'_>) -> Part {
    let about = words.say(
        "calibrate-test-about",
        &[
            ("cut", test.cut.to_string().into()),
            ("until", test.until.to_string().into()),
            ("customers", test.customers.into()),
            ("newcomers", test.newcomers.into()),
            ("came", yes(test.newcomers > 0).into()),
        ],
    );
    let covered = test.months.iter().filter(|(_, forecast)| forecast.covers()).count();
    let coverage = words
        .say("calibrate-test-coverage", &[("covered", covered.into()), ("months", test.months.len().into())]);
    let mut blocks = vec![Block::Text(about), Block::Table(tables::totals(test, words))];
    let [months, classes] = backtest_charts(test, found.model.name(), words);
    blocks.extend([Block::Chart(Box::new(months)), Block::Text(coverage)]);
    if !test.naive.is_empty() {
        blocks.push(Block::Table(tables::naive(test, words)));
    }
    blocks.extend([
        Block::Chart(Box::new(classes)),
        Block::Table(tables::classes(test, words)),
        Block::Table(tables::histogram(test, words)),
    ]);
    Part { heading: words.say("calibrate-test", &[]), blocks }
}

fn shop(found: &Calibration<'_>, words: Words<'_>) -> Part {
    let shop = found.shop;
    let joining = if shop.joining.value > 0.0 {
        words.say(
            "calibrate-shop-joining",
            &[
                ("count", Value::About(shop.joining.value)),
                ("months", u64::from(shop.joining_months).into()),
                ("like", Value::Number(shop.newcomer, 2)),
            ],
        )
    } else {
        words.say("calibrate-shop-closed", &[])
    };
    let stays = words.say("calibrate-shop-retention", &[("share", Value::Percent(shop.retention))]);
    let mut blocks = vec![Block::Table(tables::groups(found, words)), Block::Text(joining)];
    // a few are within the error of the count
    if shop.joining.value > 0.0 && shop.known_before >= 0.05 * shop.people as f64 {
        let before = [("before", Value::About(shop.known_before))];
        blocks.push(Block::Text(words.say("calibrate-shop-known-before", &before)));
    }
    blocks.push(Block::Text(stays));
    Part { heading: words.say("calibrate-shop", &[]), blocks }
}

/// What customers and leavers say; nothing if nobody was asked.
fn voice(found: &Calibration<'_>, words: Words<'_>) -> Option<Part> {
    let mut blocks = Vec::new();
    if let Some(asked) = &found.voice.nps {
        let [value, error] = [asked.score.value, asked.score.error].map(|points| words.fixed(points, 1));
        let about = [("answers", asked.answers.into()), ("score", value.into()), ("error", error.into())];
        blocks.push(Block::Text(words.say("calibrate-voice-score", &about)));
        match &asked.groups {
            Some(groups) => blocks.push(Block::Table(tables::scores(found, groups, words))),
            None => blocks.push(Block::Text(words.say("calibrate-voice-whole", &[]))),
        }
    }
    if let Some(causes) = &found.voice.causes {
        blocks.push(Block::Table(tables::causes(causes, words)));
        blocks.push(Block::Text(words.say("calibrate-voice-causes", &[])));
    }
    (!blocks.is_empty()).then(|| Part { heading: words.say("calibrate-voice", &[]), blocks })
}

fn gaps(found: &Calibration<'_>, words: Words<'_>) -> Part {
    let asked = [found.voice.causes.is_some(), found.voice.nps.is_some()];
    let open = [
        ("calibrate-gap-margin", true),
        ("calibrate-gap-causes", !asked[0]),
        ("calibrate-gap-nps", !asked[1]),
        ("calibrate-gap-response", true),
    ];
    let mut gaps: Vec<String> =
        open.into_iter().filter(|(_, is)| *is).map(|(key, _)| words.say(key, &[])).collect();
    if found.shop.season.is_none() {
        gaps.push(words.say("calibrate-gap-season", &[]));
    }
    if !found.log.has_money {
        gaps.push(words.say("calibrate-gap-money", &[]));
    }
    Part { heading: words.say("calibrate-gaps", &[]), blocks: vec![Block::List(gaps)] }
}
