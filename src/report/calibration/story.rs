//! What is said and shown, in order; text and page set it each in their own way.

use super::apart::apart;
use super::discounts::discounts;
use super::experiment::experiment;
use super::found::Calibration;
use super::parts::{Block, Part, error, months, yes};
use super::periods::{periods, within};
use super::tables;
use super::today_part::program;
use crate::charts::backtest_charts;
use crate::fit::backtest::BackTest;
use crate::fit::season::Season;
use crate::fit::season_test::error_of_a_month;
use crate::fit::shop::Shop;
use crate::fit::voice::Voice;
use crate::words::{Value, Words};

/// Days that the kept forecast reaches.
const KEPT_DAYS: i32 = 731;

/// The whole story.
pub fn story(found: &Calibration<'_>, words: Words<'_>) -> Vec<Part> {
    let mut parts = vec![
        Part { heading: String::new(), blocks: leads(found, words) },
        data(found, words),
        model(found, words),
    ];
    parts.extend(found.test.map(|test| self::test(found, test, words)));
    parts.push(shop(found, words));
    parts.extend(apart(found, words));
    parts.extend(periods(found, words));
    parts.extend(discounts(found, words));
    parts.extend(found.experiment.map(|told| experiment(told, words)));
    parts.extend(program(found, words));
    parts.extend(voice(found.voice, Some(found.shop), words));
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
    blocks.extend(given(found.voice, words));
    Part { heading: words.say("calibrate-data", &[]), blocks }
}

/// The files besides, with their hashes; nothing where none were given.
pub fn given(voice: &Voice, words: Words<'_>) -> Option<Block> {
    let given = voice.given.iter().map(|given| {
        let about = [
            ("what", given.what.word().into()),
            ("file", given.file.as_str().into()),
            ("hash", given.hash.as_str().into()),
        ];
        words.say("calibrate-data-given", &about)
    });
    let given: Vec<String> = given.collect();
    (!given.is_empty()).then_some(Block::List(given))
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
    let declared = found.shop.periods.iter().map(|told| &told.period);
    blocks.extend(within(declared, (test.cut.plus(1), test.until), words));
    let [months, classes] = backtest_charts(test, found.model.name(), words);
    blocks.extend([Block::Chart(Box::new(months)), Block::Text(coverage)]);
    blocks.extend(seasonal(found.shop, test, words).map(Block::Text));
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

/// How the months kept apart come out with the season of the fitted years, which the forecast that is kept follows; or why nobody knows.
fn seasonal(shop: &Shop, test: &BackTest, words: Words<'_>) -> Option<String> {
    let Some(of) = &test.season else {
        return shop.months[0].map(|_| words.say("calibrate-test-unseasonal", &[]));
    };
    let [with, without] = [&of.months, &test.months].map(|months| error_of_a_month(months));
    let covered = of.months.iter().filter(|(_, forecast)| forecast.covers()).count();
    let about = [
        ("years", u64::from(of.years).into()),
        ("with", Value::Percent(with)),
        ("without", Value::Percent(without)),
        ("nearer", if with < without { "yes" } else { "no" }.into()),
        ("covered", covered.into()),
        ("months", of.months.len().into()),
    ];
    Some(words.say("calibrate-test-season", &about))
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
    let kept = (shop.span.1.plus(1), shop.span.1.plus(KEPT_DAYS));
    blocks.extend(within(shop.periods.iter().map(|told| &told.period), kept, words));
    blocks.extend(shop.months[0].map(|season| Block::Text(year(season, words))));
    Part { heading: words.say("calibrate-shop", &[]), blocks }
}

/// The season of the forecast that is kept.
fn year(season: Season, words: Words<'_>) -> String {
    let factors = season.factors.map(|factor| words.fixed(factor, 2)).join("; ");
    let about = [("years", u64::from(season.years).into()), ("factors", factors.into())];
    words.say("calibrate-shop-year", &about)
}

/// What customers and leavers say, those of the groups of a shop apart where there is one; nothing if nobody was asked.
pub fn voice(voice: &Voice, shop: Option<&Shop>, words: Words<'_>) -> Option<Part> {
    let mut blocks = Vec::new();
    if let Some(asked) = &voice.nps {
        let [value, error] = [asked.score.value, asked.score.error].map(|points| words.fixed(points, 1));
        let about = [("answers", asked.answers.into()), ("score", value.into()), ("error", error.into())];
        blocks.push(Block::Text(words.say("calibrate-voice-score", &about)));
        match (shop, &asked.groups) {
            (Some(shop), Some(groups)) => blocks.push(Block::Table(tables::scores(shop, groups, words))),
            (Some(_), None) => blocks.push(Block::Text(words.say("calibrate-voice-whole", &[]))),
            (None, _) => {}
        }
    }
    if let Some(causes) = &voice.causes {
        blocks.push(Block::Table(tables::causes(causes, words)));
        blocks.push(Block::Text(words.say("calibrate-voice-causes", &[])));
    }
    (!blocks.is_empty()).then(|| Part { heading: words.say("calibrate-voice", &[]), blocks })
}

fn gaps(found: &Calibration<'_>, words: Words<'_>) -> Part {
    let asked = [found.voice.causes.is_some(), found.voice.nps.is_some()];
    let told = found.shop.discounts.as_ref().is_some_and(|discounts| discounts.found.is_ok());
    let open = [
        ("calibrate-gap-margin", true),
        ("calibrate-gap-causes", !asked[0]),
        ("calibrate-gap-nps", !asked[1]),
        ("calibrate-gap-response", !told),
        ("calibrate-gap-reward", told),
    ];
    let mut gaps: Vec<String> =
        open.into_iter().filter(|(_, is)| *is).map(|(key, _)| words.say(key, &[])).collect();
    if found.shop.season.is_none() && found.shop.months[0].is_none() {
        gaps.push(words.say("calibrate-gap-season", &[]));
    }
    if !found.log.has_money {
        gaps.push(words.say("calibrate-gap-money", &[]));
    }
    Part { heading: words.say("calibrate-gaps", &[]), blocks: vec![Block::List(gaps)] }
}
