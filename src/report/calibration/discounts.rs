//! The response to discounts, on the page, in the design and for programs.

use super::found::Calibration;
use super::known::{comment, normal, quantiles, say};
use super::parts::{Block, Part, Table};
use super::tables::heads;
use crate::design::{Catalogue, Distribution, Key};
use crate::fit::depth::Unreadable;
use crate::fit::discounts::{Discounts, Response, Untold};
use crate::fit::known::Known;
use crate::fit::uncertainty::Z90;
use crate::units::Range;
use crate::words::{Value, Words};
use serde_json::{Value as Json, json};

/// Where the design has the response and the memory.
const PRICE: &str = "behaviour.price_response";
const MEMORY: &str = "behaviour.reference_memory";
/// The discount by which a response is told to readers, beyond what is taken for granted.
const TOLD_BY: f64 = 0.1;
/// A normal distribution that is cut within so many standard errors is told by its quantiles.
const CUT: f64 = 2.0;

/// What a column of discounts tells; nothing where there is none.
pub fn discounts(found: &Calibration<'_>, words: Words<'_>) -> Option<Part> {
    let told = found.shop.discounts.as_ref()?;
    let depth = told.depths.filter(|_| told.months > 0).map(|(low, high)| {
        let [low, high] = [low, high].map(Value::Percent);
        let about = [("low", low), ("high", high), ("months", told.months.into())];
        Block::Text(words.say("calibrate-discounts-depth", &about))
    });
    let mut blocks: Vec<Block> = depth.into_iter().collect();
    match &told.found {
        Ok(response) => blocks.extend(response_told(response, words)),
        Err(why) => blocks.push(Block::Text(untold(told, why, words))),
    }
    Some(Part { heading: words.say("calibrate-discounts", &[]), blocks })
}

fn response_told(response: &Response, words: Words<'_>) -> Vec<Block> {
    let mut notes =
        vec!["calibrate-discounts-no-trial", "calibrate-discounts-how", "calibrate-discounts-points"];
    if response.price.value - Z90 * response.price.error < 0.0 {
        notes.push("calibrate-discounts-cut");
    }
    if response.memory.is_none() {
        notes.push("calibrate-discounts-no-memory");
    }
    vec![
        Block::Text(words.say("calibrate-discounts-found", &changed(response.price, words))),
        Block::Table(table(response, words)),
        Block::List(notes.into_iter().map(|key| words.say(key, &[])).collect()),
    ]
}

fn table(response: &Response, words: Words<'_>) -> Table {
    let row = |(key, known): (&str, Known)| {
        let [low, high] = [-Z90, Z90].map(|z| known.value + z * known.error);
        vec![words.say(key, &[]), words.fixed(known.value, 2), words.fixed_range(low, high, 2)]
    };
    let memory = response.memory.map(|memory| ("calibrate-discounts-memory", memory));
    let keys = ["calibrate-discounts-number", "calibrate-discounts-value", "calibrate-discounts-range"];
    Table {
        caption: words.say("calibrate-discounts-table", &[]),
        head: heads(words, keys),
        rows: [("calibrate-discounts-price", response.price)].into_iter().chain(memory).map(row).collect(),
    }
}

/// What a tenth of the price off changes, with its 90 % interval.
fn changes(price: Known) -> [f64; 3] {
    [-Z90, 0.0, Z90].map(|z| libm::expm1(TOLD_BY * (price.value + z * price.error)))
}

fn changed(price: Known, words: Words<'_>) -> [(&'static str, Value); 2] {
    let [low, change, high] = changes(price);
    [("change", words.signed_percent(change).into()), ("range", words.percent_range(low, high).into())]
}

/// Why nothing is told, what would teach it, and what the design has.
fn untold(told: &Discounts, why: &Untold, words: Words<'_>) -> String {
    words.say("calibrate-discounts-untold", &[("reason", reason(told, why, words).into())])
}

fn reason(told: &Discounts, why: &Untold, words: Words<'_>) -> String {
    let number = |value: f64| Value::from(words.short(value, 4));
    match *why {
        Untold::Unreadable(Unreadable::Few { receipts }) => {
            words.say("calibrate-discounts-few", &[("receipts", receipts.into())])
        }
        Untold::Unreadable(Unreadable::Percentages { line, value }) => {
            let about = [("line", line.into()), ("value", number(value))];
            words.say("calibrate-discounts-percentages", &about)
        }
        Untold::Unreadable(Unreadable::Above { line, value, paid }) => {
            let about = [("line", line.into()), ("value", number(value)), ("paid", number(paid))];
            words.say("calibrate-discounts-above", &about)
        }
        Untold::Short => words.say("calibrate-discounts-short", &[("months", told.months.into())]),
        Untold::Even { spread } => {
            words.say("calibrate-discounts-even", &[("spread", Value::Percent(spread))])
        }
        Untold::Seasonal { own } => {
            words.say("calibrate-discounts-seasonal", &[("own", Value::Percent(own))])
        }
        Untold::FewChanges => words.say("calibrate-discounts-few-changes", &[]),
        Untold::Blurred => words.say("calibrate-discounts-blurred", &[]),
        Untold::Vague(price) => words.say("calibrate-discounts-vague", &changed(price, words)),
        Untold::Contrary(price) => words.say("calibrate-discounts-contrary", &changed(price, words)),
    }
}

/// The response as a design writes it, or a comment why it stays assumed; nothing where the log has no discounts.
pub fn behaviour(found: &Calibration<'_>, words: Words<'_>) -> [String; 2] {
    let Some(told) = &found.shop.discounts else { return Default::default() };
    let response = match &told.found {
        Ok(response) => response,
        Err(why) => {
            let about = [("reason", reason(told, why, words).into())];
            return [format!("\n{}", comment(words, "calibrate-discounts-untold", &about)), String::new()];
        }
    };
    let months = [("months", told.months.into())];
    let line = |path: &str, known: Known, key: &str| {
        let name = path.rsplit('.').next().unwrap_or(path);
        format!("{name} = {}\n", written(path, known, &say(words, key, &months)))
    };
    let head = format!("\n{}", comment(words, "design-discounts-head", &[]));
    let memory =
        response.memory.map_or(String::new(), |memory| line(MEMORY, memory, "design-discounts-memory"));
    [head, line(PRICE, response.price, "design-discounts-price") + &memory]
}

/// How both numbers go together, as a line of a design.
pub fn together(discounts: Option<&Discounts>) -> String {
    let response = discounts.and_then(|told| told.found.as_ref().ok());
    let both = response.filter(|response| response.memory.is_some());
    let strength = both.and_then(|response| super::together::told(response.together));
    strength.map_or(String::new(), |strength| format!("\"{PRICE} ~ {MEMORY}\" = {strength:.3}\n"))
}

/// A measured number that may lie near the end of what a design takes: cut there.
fn written(path: &str, Known { value, error }: Known, source: &str) -> String {
    let anything = Range { min: f64::NEG_INFINITY, max: f64::INFINITY };
    let range = Catalogue::get().find(path).map_or(anything, Key::range);
    let fits = value - CUT * error >= range.min && value + CUT * error <= range.max;
    if fits {
        return normal(value, error, source);
    }
    let about = Distribution::Normal { mean: value, sd: error };
    quantiles([0.1, 0.5, 0.9].map(|p| about.quantile(p, range)), source)
}

/// The same for programs: the response with its standard error and 90 % interval, or why there is none.
pub fn discounts_json(told: Option<&Discounts>) -> String {
    let known = |known: Known| {
        let [low, high] = [-Z90, Z90].map(|z| known.value + z * known.error);
        json!({ "value": known.value, "standard_error": known.error, "low": low, "high": high })
    };
    let all = told.map(|told| {
        let response = told.found.as_ref().ok();
        json!({
            "randomised": false,
            "months": told.months,
            "discounts": told.depths.map(|(low, high)| [low, high]),
            "price_response": response.map(|response| known(response.price)),
            "reference_memory": response.and_then(|response| response.memory).map(known),
            "why_not": told.found.as_ref().err().map(why_not),
        })
    });
    // numbers are finite and keys are texts: nothing can go wrong
    serde_json::to_string_pretty(&all.unwrap_or(Json::Null)).unwrap_or_default() + "\n"
}

fn why_not(why: &Untold) -> &'static str {
    match why {
        Untold::Unreadable(Unreadable::Few { .. }) => "few_discounts",
        Untold::Unreadable(Unreadable::Percentages { .. }) => "perhaps_percentages",
        Untold::Unreadable(Unreadable::Above { .. }) => "above_receipts",
        Untold::Short => "few_months",
        Untold::Even { .. } => "even",
        Untold::Seasonal { .. } => "seasonal",
        Untold::FewChanges => "few_changes",
        Untold::Blurred => "few_receipts",
        Untold::Vague(_) => "vague",
        Untold::Contrary(_) => "contrary",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Far from the ends of what is allowed an estimate is a normal distribution; near them it is cut, and below them its tail is what is left.
    #[test]
    fn responses_are_cut_where_a_design_ends() {
        let written = |value, error| written(PRICE, Known { value, error }, "s");
        assert!(written(1.4, 0.2).starts_with("{ normal = [1.4, 0.2], basis = \"measured\""));
        for (value, error) in [(0.2, 0.2), (0.0, 0.3), (-0.2, 0.3), (4.9, 0.3)] {
            let text = format!("behaviour.price_response = {}", written(value, error));
            let at = |key: &str| {
                let rest = text.split(key).nth(1).unwrap();
                rest.split([',', ' ']).next().unwrap().parse::<f64>().unwrap()
            };
            let [low, middle, high] = ["p10 = ", "p50 = ", "p90 = "].map(at);
            assert!(0.0 < low && low < middle && middle < high && high < 5.0, "{text}");
        }
    }
}
