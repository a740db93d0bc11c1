//! `[correlations]`: uncertain numbers that tend to be high or low together.

use super::context::{Context, meant, shortened};
use super::limits;
use super::table::{Reader, Value, described};
use crate::design::fault::Fault;
use crate::design::{Correlation, Factor, NotPositiveDefinite, NumberId};
use crate::units::Range;
use std::collections::BTreeSet;
use toml::de::DeValue;

/// Reads all correlations and checks that they can hold together.
pub fn correlations(ctx: &mut Context, top: &mut Reader) -> Vec<Correlation> {
    let Some(table) = top.table(ctx, "correlations") else { return Vec::new() };
    let entries = table.entries();
    if entries.len() > limits::CORRELATIONS {
        let fault = Fault::Count {
            path: table.path.clone(),
            found: entries.len(),
            min: 0,
            max: limits::CORRELATIONS,
            help: "keep the pairs that matter most",
        };
        ctx.fault(fault, &table.span);
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let mut correlations = Vec::new();
    for (pair, span, value) in entries {
        let (a, b) = match numbers_of(ctx, pair) {
            Ok(numbers) => numbers,
            Err((reason, help)) => {
                ctx.fault(Fault::Correlation { pair: shortened(pair), reason, help }, &span);
                continue;
            }
        };
        if !seen.insert((a.min(b), a.max(b))) {
            let (reason, help) = ("the same two numbers stand there twice", "keep one of the two lines");
            let fault =
                Fault::Correlation { pair: pair.to_owned(), reason: reason.into(), help: help.into() };
            ctx.fault(fault, &span);
        }
        correlations.extend(rank(ctx, pair, value).map(|rank| Correlation { a, b, rank }));
    }
    if let Err(NotPositiveDefinite { at }) = Factor::new(&correlations) {
        let path = ctx.numbers[at].path.clone();
        ctx.fault(Fault::Contradiction { path }, &table.span);
    }
    correlations
}

/// The two uncertain numbers of `"path ~ path"`, or why not and what to do.
fn numbers_of(ctx: &Context, pair: &str) -> Result<(NumberId, NumberId), (String, String)> {
    let Some((a, b)) = pair.split_once('~') else {
        let help = "write it as \"business.annual_retention ~ business.nps\" = 0.3";
        return Err(("it does not name two numbers".to_owned(), help.to_owned()));
    };
    let (a, b) = (number_at(ctx, a.trim())?, number_at(ctx, b.trim())?);
    match a == b {
        true => Err(("a number with itself".to_owned(), "name two different numbers".to_owned())),
        false => Ok((a, b)),
    }
}

fn number_at(ctx: &Context, written: &str) -> Result<NumberId, (String, String)> {
    let path = with_index(ctx, written);
    let shown = shortened(written);
    let Some((id, number)) = ctx.numbers.iter().find(|(_, number)| number.path == path) else {
        let help = match meant(&path, ctx.numbers.iter().map(|(_, number)| number.path.as_str())) {
            Some(close) => format!("did you mean `{close}`?"),
            None => "`loyalsim explain FILE` lists all numbers of a design with their paths".to_owned(),
        };
        return Err((format!("`{shown}` is not a number of this design"), help));
    };
    match number.law.is_certain() {
        true => {
            let help = format!("make `{shown}` uncertain, for instance {{ low = .., mode = .., high = .. }}");
            Err((format!("`{shown}` is certain"), help))
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
        let fault = Fault::Correlation {
            pair: shortened(pair),
            reason: match found {
                Some(found) => format!("it is {found}; allowed is {range}"),
                None => format!("it is {}", described(value.get_ref())),
            },
            help: "write Spearman's rank correlation: 1 together, 0 unrelated, -1 opposite".to_owned(),
        };
        ctx.fault(fault, &value.span());
    }
    rank
}
