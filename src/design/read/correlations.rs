//! `[correlations]`: uncertain numbers that tend to be high or low together.

use super::context::{Context, meant, shortened};
use super::limits;
use super::table::{Reader, Value, described};
use crate::design::fault::Fault;
use crate::design::saying::Saying;
use crate::design::{Correlation, Factor, NotPositiveDefinite, NumberId};
use crate::units::Range;
use std::collections::BTreeSet;
use toml::de::DeValue;

/// Reads all correlations and checks that they can hold together.
pub fn correlations(ctx: &mut Context, top: &mut Reader) -> Vec<Correlation> {
    let Some(table) = top.table(ctx, "correlations") else { return Vec::new() };
    let entries = table.entries();
    if entries.len() > limits::CORRELATIONS {
        let (bounds, remedy) = ((0, limits::CORRELATIONS), Saying::new("fix-too-many-correlations"));
        let fault = Fault::count(&table.path, entries.len(), bounds, remedy);
        ctx.fault(fault, &table.span);
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let mut correlations = Vec::new();
    for (pair, span, value) in entries {
        let (a, b) = match numbers_of(ctx, pair) {
            Ok(numbers) => numbers,
            Err((reason, remedy)) => {
                ctx.fault(Fault::correlation(shortened(pair), reason, remedy), &span);
                continue;
            }
        };
        if !seen.insert((a.min(b), a.max(b))) {
            let (reason, remedy) = (Saying::new("reason-pair-twice"), Saying::new("fix-pair-twice"));
            ctx.fault(Fault::correlation(shortened(pair), reason, remedy), &span);
        }
        correlations.extend(rank(ctx, pair, value).map(|rank| Correlation { a, b, rank }));
    }
    if let Err(NotPositiveDefinite { at }) = Factor::new(&correlations) {
        let fault = Fault::contradiction(&ctx.numbers[at].path);
        ctx.fault(fault, &table.span);
    }
    correlations
}

/// Why a correlation cannot be used, and what to do.
type Refusal = (Saying, Saying);

/// The two uncertain numbers of `"path ~ path"`.
fn numbers_of(ctx: &Context, pair: &str) -> Result<(NumberId, NumberId), Refusal> {
    let Some((a, b)) = pair.split_once('~') else {
        return Err((Saying::new("reason-no-pair"), Saying::new("fix-no-pair")));
    };
    let (a, b) = (number_at(ctx, a.trim())?, number_at(ctx, b.trim())?);
    match a == b {
        true => Err((Saying::new("reason-same-number"), Saying::new("fix-same-number"))),
        false => Ok((a, b)),
    }
}

fn number_at(ctx: &Context, written: &str) -> Result<NumberId, Refusal> {
    let path = with_index(ctx, written);
    let shown = shortened(written);
    let Some((id, number)) = ctx.numbers.iter().find(|(_, number)| number.path == path) else {
        let remedy = match meant(&path, ctx.numbers.iter().map(|(_, number)| number.path.as_str())) {
            Some(close) => Saying::new("fix-meant").with("word", close),
            None => Saying::new("fix-explain"),
        };
        return Err((Saying::new("reason-unknown-number").with("path", shown), remedy));
    };
    match number.distribution.is_certain() {
        true => {
            let remedy = Saying::new("fix-certain").with("path", shown.clone());
            Err((Saying::new("reason-certain").with("path", shown), remedy))
        }
        false => Ok(id),
    }
}

/// `segment[families].basket` → `segment[0].basket`.
fn with_index(ctx: &Context, path: &str) -> String {
    let named = path.strip_prefix("segment[").and_then(|rest| rest.split_once(']'));
    let index =
        named.and_then(|(name, _)| ctx.segments.iter().position(|segment| segment == name.trim_matches('"')));
    match (named, index) {
        (Some((_, rest)), Some(index)) => format!("segment[{index}]{rest}"),
        _ => path.to_owned(),
    }
}

fn rank(ctx: &mut Context, pair: &str, value: Value) -> Option<f64> {
    let range = Range { min: -1.0, max: 1.0 };
    let found = match value.get_ref() {
        DeValue::Integer(digits) => digits.as_str().parse().ok(),
        DeValue::Float(digits) => digits.as_str().parse().ok(),
        _ => None,
    };
    let rank = found.filter(|&found: &f64| range.contains(found));
    if rank.is_none() {
        let reason = match found {
            Some(found) => Saying::new("reason-rank-range").with("found", found).with("range", range),
            None => Saying::new("reason-rank-kind").with("found", described(value.get_ref())),
        };
        ctx.fault(Fault::correlation(shortened(pair), reason, Saying::new("fix-rank")), &value.span());
    }
    rank
}
