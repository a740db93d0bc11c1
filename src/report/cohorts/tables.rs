//! The tables of what cohorts teach.

use super::found::{CohortsFound, model, simple};
use crate::fit::cohort::Kind;
use crate::fit::cohort_learn::Group;
use crate::report::calibration::{Table, error, heads};
use crate::words::{Words, capital};

/// Months after which the share of newcomers who are left is told.
const AFTER: [usize; 8] = [1, 2, 3, 6, 12, 24, 36, 60];

/// What is in the table.
pub fn data(found: &CohortsFound<'_>, words: Words<'_>) -> Table {
    let table = found.table;
    let mut rows = vec![
        ("cohort-data-cohorts", table.cohorts.len() as f64),
        ("cohort-data-customers", found.customers()),
        ("cohort-data-today", found.shop.today),
        ("cohort-data-periods", table.periods() as f64),
    ];
    rows.extend((table.totals > 0).then_some(("cohort-data-totals", table.totals as f64)));
    let row =
        |(key, count): (&str, f64)| vec![capital(&words.say(key, &[])), words.count(libm::round(count))];
    Table {
        caption: found.file.clone(),
        head: heads(words, ["calibrate-data-what", "calibrate-data-count"]),
        rows: rows.into_iter().map(row).collect(),
    }
}

/// All models side by side.
pub fn models(group: &Group, words: Words<'_>) -> Table {
    let best = group.contest.iter().map(|one| one.unseen).fold(f64::NEG_INFINITY, f64::max);
    let row = |one: &crate::fit::cohort_learn::Contested| {
        let [alpha, beta, third, _] = one.estimate.parameters;
        let mut parameters = format!("α {}, β {}", words.significant(alpha, 3), words.significant(beta, 4));
        match one.kind {
            Kind::ShiftedBetaGeometric => {}
            Kind::BetaDiscreteWeibull => parameters += &format!(", c {}", words.significant(third, 4)),
            Kind::Terms(_) => parameters += &format!(", e {}", words.percent(third / (1.0 + third))),
            Kind::ChangingNeeds => {
                parameters += &format!(", ν {}", words.percent(third / (1.0 + third)));
            }
        }
        vec![
            capital(&model(one.kind, words)),
            parameters,
            words.fixed(one.estimate.ln_likelihood, 1),
            words.fixed(best - one.unseen, 1),
            words.percent(one.error),
        ]
    };
    let keys = [
        "calibrate-model-name",
        "cohort-parameters",
        "cohort-likelihood",
        "calibrate-model-behind",
        "cohort-error",
    ];
    Table {
        caption: words.say("calibrate-model", &[]),
        head: heads(words, keys),
        rows: group.contest.iter().map(row).collect(),
    }
}

/// Those left after each period that was kept apart.
pub fn test(found: &CohortsFound<'_>, group: &Group, words: Words<'_>) -> Table {
    let row = |(at, seen): (usize, &crate::fit::forecast::Forecast)| {
        vec![
            (at + 1).to_string(),
            words.about(seen.expected),
            words.about_range(seen.low, seen.high),
            words.about(seen.actual),
            error(words, seen.error()),
        ]
    };
    let mut head = vec![words.say("cohort-test-after", &[("step", found.step().into())])];
    head.extend(heads(
        words,
        ["calibrate-test-forecast", "calibrate-test-range", "calibrate-test-actual", "calibrate-test-error"],
    ));
    Table {
        caption: words.say("cohort-test-left", &[]),
        head,
        rows: group.test.left.iter().enumerate().map(row).collect(),
    }
}

/// What anybody could have forecast, and by how much it was off.
pub fn naive(group: &Group, words: Words<'_>) -> Table {
    let test = &group.test;
    let last = |forecast: &[f64]| words.about(forecast.last().copied().unwrap_or(0.0));
    let row = |name: String, forecast: &[f64]| {
        vec![capital(&name), last(forecast), words.percent(test.error(forecast))]
    };
    let mut rows = vec![row(model(group.chosen[1], words), &test.expected())];
    rows.extend(test.naive.iter().map(|(naive, forecast)| row(simple(*naive, words), forecast)));
    let mut head = vec![String::new()];
    head.extend(heads(words, ["cohort-naive-last", "cohort-error"]));
    Table { caption: words.say("cohort-naive", &[]), head, rows }
}

/// The parameters of the design, with their errors.
pub fn played(group: &Group, words: Words<'_>) -> Table {
    let played = &group.played;
    let row = |name: &str, k: usize| {
        vec![
            name.to_owned(),
            words.significant(played.parameters[k], 4),
            words.significant(played.errors[k], 2),
        ]
    };
    let mut rows = vec![row("churn_shape (α)", 0), row("churn_beta (β)", 1)];
    rows.extend(played.runs().map(|_| row("duration_dependence (c)", 2)));
    if played.kind == Kind::ChangingNeeds {
        rows.push(vec![
            "needs_change".to_owned(),
            words.percent(played.change()),
            words.percent(played.change_error()),
        ]);
    }
    if let Some((early, error)) = played.early() {
        rows.push(vec!["leaves_early".to_owned(), words.percent(early), words.percent(error)]);
    }
    let keys = ["calibrate-parameter", "calibrate-parameter-value", "calibrate-parameter-error"];
    Table { caption: words.say("cohort-played", &[]), head: heads(words, keys), rows }
}

/// Of newcomers those left after some months.
pub fn newcomers(found: &CohortsFound<'_>, group: &Group, words: Words<'_>) -> Table {
    let months = found.table.months as usize;
    let known = group.observed.len() - 1;
    let whole = AFTER.into_iter().filter(|after| after % months == 0 && after / months <= 2 * known);
    let row = |after: usize| {
        let at = after / months;
        let (share, error) = group.believed.newcomers(at);
        let observed =
            group.observed.get(at).map_or_else(|| words.undefined(), |share| words.percent(*share));
        vec![after.to_string(), observed, words.percent_with_error(share, error)]
    };
    let keys = ["cohort-after-months", "cohort-observed", "cohort-fitted"];
    Table {
        caption: words.say("cohort-newcomers-left", &[]),
        head: heads(words, keys),
        rows: whole.map(row).collect(),
    }
}
