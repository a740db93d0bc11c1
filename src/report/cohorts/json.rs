//! What a table of cohorts teaches, for programs.

use super::found::CohortsFound;
use crate::fit::cohort::Kind;
use crate::fit::cohort_learn::{Contested, Differ, Group};
use crate::fit::cohort_test::Naive;
use crate::fit::forecast::Forecast;
use serde_json::{Map, Value, json};

/// Months of newcomers that are told.
const MONTHS: usize = 60;

/// The text of the file.
pub fn cohorts_json(found: &CohortsFound<'_>) -> String {
    let shop = found.shop;
    let all = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "file": found.file,
        "sha256": found.hash,
        "period_months": found.table.months,
        "cohorts": found.table.cohorts.iter().map(|cohort| json!({ "label": cohort.label, "left": cohort.left })).collect::<Vec<_>>(),
        "rows_of_totals": found.table.totals,
        "customers": found.customers(),
        "customers_today": shop.today,
        "newcomers_per_month": shop.newcomers.map(|(known, months)| json!({ "value": known.value, "error": known.error, "months": months })),
        "age_months": shop.age,
        "contract_months": shop.term,
        "cohorts_differ": shop.apart.as_ref().map(differ),
        "nps": found.voice.nps.as_ref().map(|asked| json!({ "value": asked.score.value, "error": asked.score.error, "answers": asked.answers })),
        "causes": found.voice.causes.as_ref().map(|causes| causes.iter().map(|told| (told.cause.clone(), told.share.value.into())).collect::<Map<String, Value>>()),
        "groups": shop.groups.iter().map(group).collect::<Vec<_>>(),
    });
    // keys are texts and numbers finite or null: nothing can go wrong
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::ShiftedBetaGeometric => "shifted beta-geometric",
        Kind::BetaDiscreteWeibull => "beta-discrete-Weibull",
        Kind::ChangingNeeds => "changing needs",
        Kind::Terms(_) => "terms",
    }
}

fn group(group: &Group) -> Value {
    let played = &group.played;
    json!({
        "name": group.name,
        "customers": group.customers,
        "customers_today": group.today,
        "annual_retention": group.retention,
        "models": group.contest.iter().map(contested).collect::<Vec<_>>(),
        "likeliest": name(group.chosen[0]),
        "taken": name(group.chosen[1]),
        "term_seen": group.term_seen,
        "dispersion": group.believed.dispersion,
        "trend": group.trend.as_ref().map(differ),
        "test": test(group),
        "design": {
            "model": name(played.kind),
            "churn_shape": [played.parameters[0], played.errors[0]],
            "churn_beta": [played.parameters[1], played.errors[1]],
            "correlation": played.correlation,
            "duration_dependence": played.runs().map(|(value, error)| [value, error]),
            "leaves_early": played.early().map(|(value, error)| [value, error]),
            "needs_change": [played.change(), played.change_error()],
            "newcomers_left_by_month": played.left(MONTHS),
        },
        "observed": group.observed,
    })
}

fn contested(one: &Contested) -> Value {
    let parameters = &one.estimate.parameters[..one.kind.count()];
    let errors = &one.estimate.errors()[..one.kind.count()];
    json!({
        "model": name(one.kind),
        "parameters": parameters,
        "errors": errors,
        "ln_likelihood": one.estimate.ln_likelihood,
        "ln_likelihood_kept_apart": one.unseen,
        "mean_error": one.error,
    })
}

fn differ(differ: &Differ) -> Value {
    json!({ "chance_if_alike": differ.chance, "clear": differ.is_clear(), "after_periods": differ.periods, "left": differ.ends })
}

fn test(group: &Group) -> Value {
    let test = &group.test;
    let period = |seen: &Forecast| json!({ "forecast": seen.expected, "low": seen.low, "high": seen.high, "actual": seen.actual });
    let naive = |(naive, left): &(Naive, Vec<f64>)| {
        let name = match naive {
            Naive::LastRate => "last rate",
            Naive::LogLinear => "log-linear trend",
            Naive::SameAge => "older cohorts of the same age",
        };
        json!({ "forecast": name, "left": left, "mean_error": test.error(left) })
    };
    json!({
        "periods": test.periods,
        "customers_at_cut": test.customers,
        "left": test.left.iter().map(period).collect::<Vec<_>>(),
        "simple": test.naive.iter().map(naive).collect::<Vec<_>>(),
    })
}
