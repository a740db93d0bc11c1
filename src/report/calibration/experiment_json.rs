//! A randomised experiment as JSON, for programs.

use crate::data::Outcome;
use crate::fit::adjusted::Compared;
use crate::fit::balance::{Balance, Column};
use crate::fit::experiment::{Arm, Contrast, Effect, Experiment};
use crate::fit::known::Known;
use crate::fit::message_lift::{MessageLift, PATH};
use crate::fit::uncertainty::Z90;
use serde_json::{Value, json};

/// All that was found.
pub fn experiment_json(found: &Experiment) -> String {
    let arm = |arm: &Arm| {
        let means = found.followed().effects.iter().zip(&arm.means);
        let means: Value =
            means.map(|(effect, mean)| (word(effect.outcome).to_owned(), json!(mean))).collect();
        json!({ "name": arm.name, "customers": arm.customers, "means": means })
    };
    let all = json!({
        "randomised": true,
        "file": found.about.file,
        "sha256": found.about.hash,
        "days": found.about.days,
        "messages": found.about.messages,
        "arms": found.arms.iter().map(arm).collect::<Vec<_>>(),
        "effects": found.contrasts.iter().map(|one| contrast(found, one)).collect::<Vec<_>>(),
        "followed": called(found, found.followed()),
        "adjusted_for": found.before,
        "balance": found.balance.as_ref().map(balance),
        "chance_of_unequal_arms": found.chance_of_sizes,
        "design": design(found),
    });
    // numbers are finite and keys are texts: nothing can go wrong
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

fn balance(balance: &Balance) -> Value {
    let column = |column: &Column| {
        json!({
            "column": column.name,
            "value": column.word,
            "means": column.means,
            "largest_difference_sd": column.apart,
            "chance": column.chance,
        })
    };
    json!({ "chance": balance.chance, "columns": balance.columns.iter().map(column).collect::<Vec<_>>() })
}

/// The number that a design reads, or why it learns nothing.
fn design(found: &Experiment) -> Value {
    match MessageLift::new(found) {
        Ok(lift) => json!({
            "path": PATH,
            "p10": lift.quantiles[0],
            "p50": lift.quantiles[1],
            "p90": lift.quantiles[2],
            "messages_per_month": lift.per_month,
            "purchases": { "change": lift.measured.value, "error": lift.measured.error },
            "share_who_respond": lift.share,
            "response": lift.response,
        }),
        Err(untold) => json!({ "path": null, "why": untold.word() }),
    }
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Bought => "bought",
        Outcome::Purchases => "purchases",
        Outcome::Spend => "spend",
    }
}

/// The arm; nothing for all together.
fn called<'e>(found: &'e Experiment, contrast: &Contrast) -> Option<&'e str> {
    contrast.arm.map(|arm| found.arms[arm].name.as_str())
}

fn contrast(found: &Experiment, contrast: &Contrast) -> Value {
    let of = |compared: &Compared| {
        let Known { value, error } = compared.difference;
        let at = |z: f64| compared.ratio.map(|ratio| libm::exp(ratio.value + z * ratio.error) - 1.0);
        json!({
            "control": compared.control,
            "arm": compared.treated,
            "difference": value,
            "error": error,
            "change": at(0.0),
            "change_low": at(-Z90),
            "change_high": at(Z90),
        })
    };
    let one = |effect: &Effect| {
        json!({
            "outcome": word(effect.outcome),
            "means": of(&effect.plain),
            "adjusted": effect.adjusted.as_ref().map(of),
            "chance": effect.chance,
            "smallest_detectable": effect.detectable,
            "few_buyers": effect.few,
        })
    };
    json!({
        "arm": called(found, contrast),
        "customers": contrast.customers,
        "effects": contrast.effects.iter().map(one).collect::<Vec<_>>(),
    })
}
