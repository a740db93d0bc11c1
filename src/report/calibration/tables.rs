//! The tables of the story.

use super::found::Calibration;
use super::known::between;
use super::parts::{Table, error, months};
use crate::data::Reason;
use crate::fit::backtest::{BackTest, CLASSES};
use crate::fit::forecast::Forecast;
use crate::fit::naive::Naive;
use crate::fit::shop::{Known, Shop};
use crate::fit::voice::CauseShare;
use crate::words::{Words, capital};

/// Heads of columns.
pub fn heads<const N: usize>(words: Words<'_>, keys: [&str; N]) -> Vec<String> {
    keys.map(|key| words.say(key, &[])).to_vec()
}

/// What a row was set aside for.
pub fn reason(words: Words<'_>, reason: Reason) -> String {
    words.say(
        match reason {
            Reason::Short => "aside-short",
            Reason::Date => "aside-date",
            Reason::Amount => "aside-amount",
            Reason::Garbled => "aside-garbled",
            Reason::Total => "aside-total",
        },
        &[],
    )
}

/// What is in the log, and what is not.
pub fn data(found: &Calibration<'_>, words: Words<'_>) -> Table {
    let told = found.told;
    let mut rows = vec![vec![words.say("calibrate-data-rows", &[]), words.count(told.rows as f64)]];
    for (why, count) in &told.aside {
        let named = words.say("calibrate-data-bad", &[("reason", reason(words, *why).into())]);
        rows.push(vec![named, words.count(*count as f64)]);
    }
    let counts = [
        ("calibrate-data-anonymous", told.anonymous as f64),
        ("calibrate-data-refunds", told.refunds as f64),
        ("calibrate-data-free", told.free as f64),
        ("calibrate-data-repeated", told.repeated as f64),
        ("calibrate-data-together", found.log.together as f64),
        ("calibrate-data-undone", found.log.undone as f64),
    ];
    for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0.0) {
        rows.push(vec![words.say(key, &[]), words.count(count)]);
    }
    if found.log.unmatched > 0.0 {
        rows.push(vec![words.say("calibrate-data-unmatched", &[]), words.money(found.log.unmatched)]);
    }
    rows.push(vec![words.say("calibrate-data-purchases", &[]), words.count(found.purchases() as f64)]);
    let rows = rows.into_iter().map(|row| [vec![capital(&row[0])], row[1..].to_vec()].concat()).collect();
    Table {
        caption: found.file.clone(),
        head: heads(words, ["calibrate-data-what", "calibrate-data-count"]),
        rows,
    }
}

/// All models side by side.
pub fn models(test: &BackTest, words: Words<'_>) -> Table {
    let best = test.contest.iter().map(|contest| contest.unseen).fold(f64::NEG_INFINITY, f64::max);
    let customers = test.customers as f64;
    let rows = test.contest.iter().zip(&test.totals).zip(&test.active).map(|((contest, total), active)| {
        let behind = best - contest.unseen;
        vec![
            contest.model.name().to_owned(),
            if behind.is_finite() { words.fixed(behind, 1) } else { words.undefined() },
            words.about(*total),
            error(words, total / test.purchases.actual - 1.0),
            words.percent(active / customers),
        ]
    });
    let keys = [
        "calibrate-model-name",
        "calibrate-model-behind",
        "calibrate-model-forecast",
        "calibrate-model-error",
        "calibrate-model-active",
    ];
    Table { caption: words.say("calibrate-model", &[]), head: heads(words, keys), rows: rows.collect() }
}

/// Parameters of the chosen model with their errors.
pub fn parameters(found: &Calibration<'_>, words: Words<'_>) -> Table {
    let (told, errors) = (found.estimate.told(), found.estimate.errors());
    let rows = found.model.parameters().into_iter().enumerate().map(|(k, name)| {
        let error = if told[k] { words.significant(errors[k], 2) } else { words.say("calibrate-vague", &[]) };
        vec![name.to_owned(), words.significant(found.estimate.parameters[k], 4), error]
    });
    let caption = words.say("calibrate-parameters", &[("model", found.model.name().into())]);
    let keys = ["calibrate-parameter", "calibrate-parameter-value", "calibrate-parameter-error"];
    Table { caption, head: heads(words, keys), rows: rows.collect() }
}

/// What was forecast, and what happened.
pub fn totals(test: &BackTest, words: Words<'_>) -> Table {
    let row = |key: &str, forecast: &Forecast, money: bool| {
        let value = |value: f64| if money { words.money(value) } else { words.about(value) };
        let range = if money {
            words.money_range(forecast.low, forecast.high)
        } else {
            words.about_range(forecast.low, forecast.high)
        };
        vec![
            capital(&words.say(key, &[])),
            value(forecast.expected),
            range,
            value(forecast.actual),
            error(words, forecast.error()),
        ]
    };
    let mut rows = vec![row("calibrate-test-purchases", &test.purchases, false)];
    rows.extend(test.season.as_ref().map(|of| row("calibrate-test-seasonal", &of.purchases, false)));
    rows.push(row("calibrate-test-buyers", &test.buyers, false));
    rows.extend(test.spend.as_ref().map(|spend| row("calibrate-test-spend", spend, true)));
    let mut head = vec![words.say("calibrate-test-measure", &[("months", months(test).into())])];
    head.extend(heads(
        words,
        ["calibrate-test-forecast", "calibrate-test-range", "calibrate-test-actual", "calibrate-test-error"],
    ));
    Table { caption: words.say("calibrate-test", &[]), head, rows }
}

/// What anybody could have forecast.
pub fn naive(test: &BackTest, words: Words<'_>) -> Table {
    let rows = test.naive.iter().map(|(naive, forecast)| {
        let key = match naive {
            Naive::LastWindow => "calibrate-naive-window",
            Naive::LastQuarter => "calibrate-naive-quarter",
            Naive::LastYear => "calibrate-naive-year",
        };
        let name = capital(&words.say(key, &[]));
        vec![name, words.about(*forecast), error(words, forecast / test.purchases.actual - 1.0)]
    });
    let mut head = vec![String::new()];
    head.extend(heads(words, ["calibrate-test-forecast", "calibrate-test-error"]));
    Table { caption: words.say("calibrate-naive", &[]), head, rows: rows.collect() }
}

fn class_name(words: Words<'_>, class: usize) -> String {
    if class + 1 == CLASSES {
        words.say("calibrate-class-more", &[("count", class.into())])
    } else {
        class.to_string()
    }
}

/// Purchases by what was bought before.
pub fn classes(test: &BackTest, words: Words<'_>) -> Table {
    let there = test.classes.iter().enumerate().filter(|(_, class)| class.customers > 0.0);
    let rows = there.map(|(at, class)| {
        vec![
            class_name(words, at),
            words.count(class.customers),
            words.fixed(class.expected / class.customers, 2),
            words.fixed(class.actual / class.customers, 2),
        ]
    });
    let keys =
        ["calibrate-class", "calibrate-class-customers", "calibrate-test-forecast", "calibrate-test-actual"];
    Table { caption: words.say("calibrate-classes", &[]), head: heads(words, keys), rows: rows.collect() }
}

/// How many bought how often.
pub fn histogram(test: &BackTest, words: Words<'_>) -> Table {
    let rows = test.histogram.iter().enumerate().map(|(at, (expected, actual))| {
        vec![class_name(words, at), words.about(*expected), words.count(*actual)]
    });
    let keys = ["calibrate-histogram-count", "calibrate-test-forecast", "calibrate-test-actual"];
    Table { caption: words.say("calibrate-histogram", &[]), head: heads(words, keys), rows: rows.collect() }
}

/// Groups of today's customers.
pub fn groups(found: &Calibration<'_>, words: Words<'_>) -> Table {
    let rows = found.shop.groups.iter().enumerate().map(|(at, known)| {
        let mut row = vec![
            capital(&between(found.shop, at, words)),
            words.about(known.group.active),
            words.with_error(known.group.rate, known.errors[0]),
        ];
        row.extend((known.group.basket > 0.0).then(|| words.money(known.group.basket)));
        row
    });
    let mut head = heads(words, ["calibrate-shop-group", "calibrate-shop-active", "calibrate-shop-rate"]);
    head.extend(found.log.has_money.then(|| words.say("calibrate-shop-basket", &[])));
    Table { caption: words.say("calibrate-shop", &[]), head, rows: rows.collect() }
}

/// The net promoter score of each group.
pub fn scores(shop: &Shop, groups: &[(u64, Known)], words: Words<'_>) -> Table {
    let row = |(at, (answers, known)): (usize, &(u64, Known))| {
        let points = [known.value, known.error].map(|points| words.fixed(points, 1));
        [vec![capital(&between(shop, at, words)), words.count(*answers as f64)], points.to_vec()].concat()
    };
    Table {
        caption: words.say("calibrate-voice-groups", &[]),
        head: heads(
            words,
            [
                "calibrate-shop-group",
                "calibrate-voice-answers",
                "calibrate-voice-nps",
                "calibrate-parameter-error",
            ],
        ),
        rows: groups.iter().enumerate().map(row).collect(),
    }
}

/// Causes of leaving with their shares.
pub fn causes(causes: &[CauseShare], words: Words<'_>) -> Table {
    let row = |cause: &CauseShare| {
        let said = words.say(
            "calibrate-voice-said",
            &[("cause", words.cause(&cause.cause).into()), ("said", cause.said.join(", ").into())],
        );
        let shares = [cause.share.value, cause.share.error].map(|share| words.percent(share));
        [vec![capital(&said), words.count(cause.count as f64)], shares.to_vec()].concat()
    };
    Table {
        caption: words.say("calibrate-voice-why", &[]),
        head: heads(
            words,
            [
                "calibrate-voice-cause",
                "calibrate-voice-leavers",
                "calibrate-voice-share",
                "calibrate-parameter-error",
            ],
        ),
        rows: causes.iter().map(row).collect(),
    }
}
