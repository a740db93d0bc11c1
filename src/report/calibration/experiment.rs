//! A randomised experiment on the page.

use super::parts::{Block, Part, Table, yes};
use super::tables::heads;
use crate::data::Outcome;
use crate::fit::adjusted::Compared;
use crate::fit::balance::{Balance, Column};
use crate::fit::experiment::{Arm, Contrast, Effect, Experiment, UNUSUAL};
use crate::fit::known::Known;
use crate::fit::message_lift::MessageLift;
use crate::fit::uncertainty::Z90;
use crate::words::{Value as Said, Words, harmless};

/// Arms as unequal as this are not what lots make of equal ones.
const UNEQUAL: f64 = 0.001;
/// A change of those who buy, as a share, that messages seldom bring about: a judgement.
const LARGE: f64 = 0.25;

/// What it shows.
pub fn experiment(found: &Experiment, words: Words<'_>) -> Part {
    let about: [(&'static str, Said); 5] = [
        ("file", found.about.file.as_str().into()),
        ("customers", found.customers().into()),
        ("arms", found.arms.len().into()),
        ("control", name(&found.arms[0].name).into()),
        ("days", u64::from(found.about.days).into()),
    ];
    let mut blocks = vec![
        Block::Text(words.say("calibrate-experiment-about", &about)),
        Block::Table(arms(found, words)),
        Block::Table(effects(found, words)),
        Block::List(notes(found, words)),
    ];
    blocks.extend(found.balance.as_ref().map(|balance| Block::Table(alike(found, balance, words))));
    blocks.push(Block::Text(design(found, words)));
    Part { heading: words.say("calibrate-experiment", &[]), blocks }
}

/// A name of the table as it may be shown.
fn name(text: &str) -> String {
    harmless(text)
}

/// An arm against those left alone, or all together.
pub fn called(found: &Experiment, contrast: &Contrast, words: Words<'_>) -> String {
    match contrast.arm {
        Some(arm) => name(&found.arms[arm].name),
        None => words.say("calibrate-experiment-all", &[]),
    }
}

/// What is counted.
fn counted(outcome: Outcome, words: Words<'_>) -> String {
    words.say(
        match outcome {
            Outcome::Bought => "calibrate-experiment-bought",
            Outcome::Purchases => "calibrate-experiment-purchases",
            Outcome::Spend => "calibrate-experiment-spend",
        },
        &[],
    )
}

/// A mean by customer.
fn mean(outcome: Outcome, value: f64, words: Words<'_>) -> String {
    match outcome {
        Outcome::Bought => format!("{}\u{a0}%", words.significant(100.0 * value, 3)),
        Outcome::Purchases => words.significant(value, 3),
        Outcome::Spend => words.money(value),
    }
}

/// A difference of such means with its unit.
fn of_means(outcome: Outcome, number: String, words: Words<'_>) -> String {
    match outcome {
        Outcome::Bought => words.say("format-points", &[("number", number.into())]),
        Outcome::Purchases => number,
        Outcome::Spend => format!("{number}\u{a0}{}", words.currency()),
    }
}

/// The difference with its error.
fn difference(outcome: Outcome, known: Known, words: Words<'_>) -> String {
    let scale = if outcome == Outcome::Bought { 100.0 } else { 1.0 };
    let text = with_error(scale * known.value, scale * known.error, words);
    of_means(outcome, if known.value > 0.0 { format!("+{text}") } else { text }, words)
}

/// A number and its standard error, both to the second digit of the error.
fn with_error(value: f64, error: f64, words: Words<'_>) -> String {
    if error <= 0.0 {
        return words.significant(value, 3);
    }
    let decimals = (1.0 - libm::floor(libm::log10(error))).clamp(0.0, 9.0) as usize;
    format!("{}\u{a0}±\u{a0}{}", words.fixed(value, decimals), words.fixed(error, decimals))
}

/// A change as a percentage with its error.
pub fn changed(known: Known, words: Words<'_>) -> String {
    format!("{}\u{a0}%", with_error(100.0 * known.value, 100.0 * known.error, words))
}

/// How much more it is than without, as a share, with its 90 % interval.
fn change(compared: &Compared, words: Words<'_>) -> String {
    let Some(ratio) = compared.ratio else { return words.undefined() };
    let at = |z: f64| libm::exp(ratio.value + z * ratio.error) - 1.0;
    format!("{} ({})", words.signed_percent(at(0.0)), words.percent_range(at(-Z90), at(Z90)))
}

fn arms(found: &Experiment, words: Words<'_>) -> Table {
    let outcomes: Vec<Outcome> =
        found.followed().effects.iter().map(|effect: &Effect| effect.outcome).collect();
    let mut head = heads(words, ["calibrate-experiment-arm", "calibrate-class-customers"]);
    head.extend(outcomes.iter().map(|outcome| counted(*outcome, words)));
    let row = |arm: &Arm| {
        let means = outcomes.iter().zip(&arm.means).map(|(outcome, figure)| mean(*outcome, *figure, words));
        [name(&arm.name), words.count(arm.customers as f64)].into_iter().chain(means).collect()
    };
    Table {
        caption: words.say("calibrate-experiment-arms", &[]),
        head,
        rows: found.arms.iter().map(row).collect(),
    }
}

fn effects(found: &Experiment, words: Words<'_>) -> Table {
    let adjusts = found.contrasts.iter().flat_map(|c| &c.effects).any(|effect| effect.adjusted.is_some());
    let mut keys =
        vec!["calibrate-experiment-arm", "calibrate-experiment-what", "calibrate-experiment-difference"];
    keys.extend(adjusts.then_some("calibrate-experiment-adjusted"));
    keys.extend(["calibrate-experiment-change", "calibrate-experiment-chance", "calibrate-experiment-least"]);
    let row = |contrast: &Contrast, effect: &Effect| {
        let of = |known: Known| difference(effect.outcome, known, words);
        let mut row =
            vec![called(found, contrast, words), counted(effect.outcome, words), of(effect.plain.difference)];
        row.extend(
            adjusts.then(|| {
                effect.adjusted.map_or_else(|| words.undefined(), |adjusted| of(adjusted.difference))
            }),
        );
        row.push(change(effect.best(), words));
        row.push(words.probability(effect.chance));
        row.push(match effect.outcome {
            Outcome::Bought => {
                of_means(effect.outcome, words.significant(100.0 * effect.detectable, 2), words)
            }
            outcome => mean(outcome, effect.detectable, words),
        });
        row
    };
    let all = found.contrasts.iter().flat_map(|contrast| {
        let row = &row;
        contrast.effects.iter().map(move |effect| row(contrast, effect))
    });
    Table {
        caption: words.say("calibrate-experiment-effects", &[("control", name(&found.arms[0].name).into())]),
        head: keys.into_iter().map(|key| words.say(key, &[])).collect(),
        rows: all.collect(),
    }
}

/// How the figures are to be read.
fn notes(found: &Experiment, words: Words<'_>) -> Vec<String> {
    let mut notes = vec![words.say("calibrate-experiment-assigned", &[])];
    if found.arms.len() > 2 {
        notes.push(words.say("calibrate-experiment-several", &[("arms", (found.arms.len() - 1).into())]));
    }
    let columns = found.before.iter().map(|column| name(column)).collect::<Vec<_>>().join(", ");
    match &found.balance {
        Some(balance) => notes.push(words.say(
            "calibrate-experiment-alike",
            &[
                ("columns", columns.into()),
                ("chance", words.probability(balance.chance).into()),
                ("unusual", yes(balance.chance < UNUSUAL).into()),
            ],
        )),
        None => notes.push(words.say("calibrate-experiment-unknown", &[])),
    }
    if found.chance_of_sizes.is_some_and(|chance| chance < UNEQUAL) {
        notes.push(words.say("calibrate-experiment-unequal", &[]));
    }
    if found.contrasts.iter().flat_map(|contrast| &contrast.effects).any(|effect| effect.few) {
        notes.push(words.say("calibrate-experiment-few", &[]));
    }
    notes.extend(small(found, words));
    notes.push(words.say("calibrate-experiment-least-about", &[]));
    notes.push(words.say("calibrate-experiment-time", &[("days", u64::from(found.about.days).into())]));
    notes
}

/// That so few customers tell little, where even a large effect could be missed: what is found by them is too large on average (Gelman & Carlin 2014).
fn small(found: &Experiment, words: Words<'_>) -> Option<String> {
    let bought = found.followed().effects.first()?;
    let least = bought.detectable / bought.best().control;
    let small = least.is_finite() && least > LARGE;
    small.then(|| words.say("calibrate-experiment-small", &[("least", rough(least, 2, words).into())]))
}

/// A share to so many digits.
fn rough(share: f64, digits: usize, words: Words<'_>) -> String {
    format!("{}\u{a0}%", words.significant(100.0 * share, digits))
}

/// What was alike before.
fn alike(found: &Experiment, balance: &Balance, words: Words<'_>) -> Table {
    let mut head = vec![words.say("calibrate-experiment-before", &[])];
    head.extend(found.arms.iter().map(|arm| name(&arm.name)));
    head.extend(heads(words, ["calibrate-experiment-apart", "calibrate-experiment-chance"]));
    let row = |column: &Column| {
        let called = match column.word.as_deref() {
            None => name(&column.name),
            Some("") => format!("{}: {}", name(&column.name), words.say("calibrate-none", &[])),
            Some(word) => format!("{}: {}", name(&column.name), name(word)),
        };
        let means = column.means.iter().map(|mean| match column.word {
            Some(_) => words.percent(*mean),
            None => words.significant(*mean, 3),
        });
        let ends = [words.fixed(column.apart, 3), words.probability(column.chance)];
        [called].into_iter().chain(means).chain(ends).collect()
    };
    Table {
        caption: words.say("calibrate-experiment-alike-table", &[]),
        head,
        rows: balance.columns.iter().map(row).collect(),
    }
}

/// What a design takes of it.
fn design(found: &Experiment, words: Words<'_>) -> String {
    let arm = called(found, found.followed(), words);
    match MessageLift::new(found) {
        Ok(lift) => words.say(
            "calibrate-experiment-design",
            &[
                ("arm", arm.into()),
                ("change", changed(lift.measured, words).into()),
                ("messages", words.short(lift.per_month, 2).into()),
                ("lift", rough(lift.quantiles[1], 3, words).into()),
                ("share", Said::Percent(lift.share)),
                ("response", Said::Number(lift.response, 2)),
                ("nothing", yes(lift.quantiles[0] <= 0.0).into()),
            ],
        ),
        Err(untold) => words.say("calibrate-experiment-untold", &[("why", untold.word().into())]),
    }
}
