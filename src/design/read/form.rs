//! The forms in which a number may be written, from `0.78` to `{ p10 = 0.7, p50 = 0.8, p90 = 0.9 }`.

use super::context::{Context, listed, meant, shortened};
use super::table::{Reader, Value, described};
use crate::design::catalogue::Key;
use crate::design::fault::Fault;
use crate::design::numbers::{Basis, Law};
use toml::de::DeValue;

/// A number as a design states it.
pub struct Stated {
    /// What is known about the value.
    pub law: Law,
    /// How well it is supported, if the design says so.
    pub basis: Option<Basis>,
    /// Where it comes from, if the design says so.
    pub source: Option<String>,
}

/// Reads a number in any of its forms; `None` if it has a fault, which is noted.
pub fn stated(ctx: &mut Context, path: &str, value: Value, key: &Key) -> Option<Stated> {
    let DeValue::Table(table) = value.get_ref() else {
        let law = Law::Fixed(plain(ctx, path, value, key)?);
        return Some(Stated { law, basis: None, source: None });
    };
    let mut reader = Reader::new(path.to_owned(), value.span(), table);
    let basis = basis(ctx, &mut reader);
    let source = source(ctx, &mut reader);
    let law = law(ctx, &mut reader, key);
    reader.finish(ctx);
    let law = law?;
    is_ordered(ctx, path, value, &law).then_some(Stated { law, basis, source })
}

/// The word after `basis`.
pub fn basis(ctx: &mut Context, reader: &mut Reader) -> Option<Basis> {
    let value = reader.value("basis")?;
    let word = value.get_ref().as_str();
    let known = word.and_then(|word| Basis::ALL.into_iter().find(|basis| basis.key() == word));
    if known.is_none() {
        let words = Basis::ALL.map(Basis::key);
        let fault = Fault::Choice {
            path: reader.path_of("basis"),
            found: word.map_or_else(|| described(value.get_ref()), shortened),
            allowed: listed(words),
            help: word
                .and_then(|word| meant(word, words.into_iter()))
                .map(|w| format!("did you mean \"{w}\"?")),
        };
        ctx.fault(fault, &value.span());
    }
    known
}

/// The text after `source`.
pub fn source(ctx: &mut Context, reader: &mut Reader) -> Option<String> {
    let value = reader.value("source")?;
    let text = value.get_ref().as_str();
    if text.is_none() {
        let path = reader.path_of("source");
        let help = "write who says so, in quotes: source = \"CRM 2025\"".to_owned();
        reader.wrong_kind(ctx, &path, value, "a text", help);
    }
    text.map(str::to_owned)
}

/// The forms in which a table states a law, by their keys.
const FORMS: [&[&str]; 4] = [&["value"], &["low", "mode", "high"], &["normal"], &["p10", "p50", "p90"]];

fn law(ctx: &mut Context, reader: &mut Reader, key: &Key) -> Option<Law> {
    let given: Vec<Vec<Option<Value>>> =
        FORMS.iter().map(|form| form.iter().map(|&name| reader.value(name)).collect()).collect();
    let used: Vec<usize> = (0..FORMS.len()).filter(|&f| given[f].iter().any(Option::is_some)).collect();
    let reason = match used[..] {
        [] => "it has no value".to_owned(),
        [form] => match FORMS[form].iter().zip(&given[form]).find(|(_, value)| value.is_none()) {
            None => return law_of_form(ctx, reader, form, &given[form], key),
            Some((missing, _)) => format!("`{missing}` is missing"),
        },
        [one, other, ..] => {
            format!("it mixes `{}` with `{}`", FORMS[one].join("`, `"), FORMS[other].join("`, `"))
        }
    };
    ctx.fault(Fault::NumberForm { path: reader.path.clone(), reason }, &reader.span);
    None
}

fn law_of_form(
    ctx: &mut Context,
    reader: &Reader,
    form: usize,
    values: &[Option<Value>],
    key: &Key,
) -> Option<Law> {
    if FORMS[form] == ["normal"] {
        return normal(ctx, reader, values[0]?, key);
    }
    // All are read before any is given up, so that every fault is noted.
    let read: Vec<Option<f64>> = FORMS[form]
        .iter()
        .zip(values)
        .map(|(name, value)| value.and_then(|value| plain(ctx, &reader.path_of(name), value, key)))
        .collect();
    match *read.into_iter().collect::<Option<Vec<f64>>>()? {
        [value] => Some(Law::Fixed(value)),
        [low, mode, high] if FORMS[form][0] == "low" => Some(Law::Pert { low, mode, high }),
        [p10, p50, p90] => Some(Law::Quantiles { p10, p50, p90 }),
        _ => None,
    }
}

fn normal(ctx: &mut Context, reader: &Reader, value: Value, key: &Key) -> Option<Law> {
    let path = reader.path_of("normal");
    let items: Vec<Value> = value.get_ref().as_array().into_iter().flat_map(|array| array.iter()).collect();
    let &[mean, sd] = &items[..] else {
        let help = "write the mean and the standard deviation in brackets: normal = [0.78, 0.03]".to_owned();
        reader.wrong_kind(ctx, &path, value, "a list of two numbers", help);
        return None;
    };
    let mean = plain(ctx, &path, mean, key);
    let sd_value = number(ctx, &path, sd, key)?;
    if sd_value <= 0.0 {
        let reason = format!("its standard deviation is {sd_value}");
        let help = "give a standard deviation above 0, or write the plain number if it is certain";
        ctx.fault(Fault::Order { path, reason, help }, &sd.span());
        return None;
    }
    Some(Law::Normal { mean: mean?, sd: sd_value })
}

fn is_ordered(ctx: &mut Context, path: &str, value: Value, law: &Law) -> bool {
    let wrong = match *law {
        Law::Fixed(_) | Law::Normal { .. } => None,
        Law::Pert { low, mode, high } if low > mode || mode > high => Some((
            format!("low {low}, mode {mode}, high {high} do not rise"),
            "low is the smallest value possible, mode the most likely one, high the largest possible",
        )),
        Law::Pert { low, high, .. } if low == high => {
            Some((format!("low and high are both {low}"), "write the plain number if it is certain"))
        }
        Law::Quantiles { p10, p50, p90 } if p10 >= p50 || p50 >= p90 => Some((
            format!("p10 {p10}, p50 {p50}, p90 {p90} do not rise"),
            "one time in ten the value is below p10, half of the time below p50, one time in ten above p90",
        )),
        Law::Pert { .. } | Law::Quantiles { .. } => None,
    };
    let ordered = wrong.is_none();
    if let Some((reason, help)) = wrong {
        ctx.fault(Fault::Order { path: path.to_owned(), reason, help }, &value.span());
    }
    ordered
}

/// A plain number within the key's range.
fn plain(ctx: &mut Context, path: &str, value: Value, key: &Key) -> Option<f64> {
    let found = number(ctx, path, value, key)?;
    let range = key.range();
    if !range.contains(found) {
        let help = range_help(found, key);
        ctx.fault(Fault::OutOfRange { path: path.to_owned(), found, range, help }, &value.span());
        return None;
    }
    Some(found)
}

/// What to do about a number outside the key's range.
fn range_help(found: f64, key: &Key) -> String {
    let range = key.range();
    match &key.remedy {
        _ if range.min >= 0.0 && found < 0.0 => "it cannot be negative".to_owned(),
        Some(remedy) if remedy.contains('%') && range.contains(found / 100.0) => {
            format!("write {} for {found} %", found / 100.0)
        }
        Some(remedy) => remedy.clone(),
        None => key.meaning.clone(),
    }
}

/// A plain finite number.
fn number(ctx: &mut Context, path: &str, value: Value, key: &Key) -> Option<f64> {
    let found = match value.get_ref() {
        DeValue::Integer(digits) => {
            i128::from_str_radix(digits.as_str(), digits.radix()).ok().map(|n| n as f64)
        }
        DeValue::Float(digits) => digits.as_str().parse().ok(),
        other => {
            let fault = Fault::Kind {
                path: path.to_owned(),
                found: described(other),
                expected: "a number",
                help: number_help(other),
            };
            ctx.fault(fault, &value.span());
            return None;
        }
    };
    let finite = found.filter(|x: &f64| x.is_finite());
    if finite.is_none() {
        let found = ctx.written(&value.span());
        ctx.fault(Fault::NotFinite { path: path.to_owned(), found, range: key.range() }, &value.span());
    }
    finite
}

/// How to write what was probably meant by something that is no number.
fn number_help(found: &DeValue) -> String {
    let DeValue::String(text) = found else {
        return "write a number such as 0.78, or one of the uncertain forms such as \
                { low = 0.72, mode = 0.78, high = 0.84 }"
            .to_owned();
    };
    let percent = text.trim().strip_suffix('%').and_then(|number| number.trim().parse::<f64>().ok());
    match percent {
        Some(percent) => format!("write {} for {percent} %", percent / 100.0),
        None => "write the number without quotes; a point for decimals, 4_000_000 for millions".to_owned(),
    }
}
