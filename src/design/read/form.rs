//! The forms in which a number may be written, from `0.78` to `{ p10 = 0.7, p50 = 0.8, p90 = 0.9 }`.

use super::context::Context;
use super::table::{Reader, Value, described};
use crate::design::catalogue::Key;
use crate::design::characters::in_one_line;
use crate::design::fault::Fault;
use crate::design::numbers::{Basis, Distribution};
use crate::design::saying::{Arg, Saying};
use crate::units::Unit;
use toml::de::DeValue;

/// A number as a design states it.
pub struct Stated {
    /// What is known about the value.
    pub distribution: Distribution,
    /// How well it is supported, if the design says so.
    pub basis: Option<Basis>,
    /// Where it comes from, if the design says so.
    pub source: Option<String>,
}

/// Reads a number in any of its forms; `None` if it has a fault, which is noted.
pub fn stated(ctx: &mut Context, path: &str, value: Value, key: &Key) -> Option<Stated> {
    let DeValue::Table(table) = value.get_ref() else {
        let distribution = Distribution::Fixed(plain(ctx, path, value, key)?);
        return Some(Stated { distribution, basis: None, source: None });
    };
    let mut reader = Reader::new(path.to_owned(), value.span(), table);
    let basis = basis(ctx, &mut reader);
    let source = source(ctx, &mut reader);
    let distribution = distribution(ctx, &mut reader, key);
    reader.finish(ctx);
    let distribution = distribution?;
    is_ordered(ctx, path, value, &distribution).then_some(Stated { distribution, basis, source })
}

/// The word after `basis`.
pub fn basis(ctx: &mut Context, reader: &mut Reader) -> Option<Basis> {
    let value = reader.value("basis")?;
    let word = value.get_ref().as_str();
    let known = word.and_then(|word| Basis::ALL.into_iter().find(|basis| basis.key() == word));
    if known.is_none() {
        reader.wrong_word(ctx, &reader.path_of("basis"), value, &Basis::ALL.map(Basis::key));
    }
    known
}

/// The text after `source`.
pub fn source(ctx: &mut Context, reader: &mut Reader) -> Option<String> {
    let value = reader.value("source")?;
    let text = value.get_ref().as_str();
    let path = reader.path_of("source");
    if let Some(text) = text {
        ctx.readable(&path, text, &value.span());
    } else {
        reader.wrong_kind(ctx, &path, value, "expected-text", Saying::new("fix-source"));
    }
    text.map(in_one_line)
}

/// The forms in which a table states a distribution, by their keys.
const FORMS: [&[&str]; 4] = [&["value"], &["low", "mode", "high"], &["normal"], &["p10", "p50", "p90"]];

fn distribution(ctx: &mut Context, reader: &mut Reader, key: &Key) -> Option<Distribution> {
    let given: Vec<Vec<Option<Value>>> =
        FORMS.iter().map(|form| form.iter().map(|&name| reader.value(name)).collect()).collect();
    let used: Vec<usize> = (0..FORMS.len()).filter(|&f| given[f].iter().any(Option::is_some)).collect();
    let reason = match used[..] {
        [] => Saying::new("reason-no-value"),
        [form] => match FORMS[form].iter().zip(&given[form]).find(|(_, value)| value.is_none()) {
            None => return law_of_form(ctx, reader, form, &given[form], key),
            Some((&missing, _)) => Saying::new("reason-part-missing").with("key", missing),
        },
        [one, other, ..] => {
            let (one, other) = (FORMS[one].join("`, `"), FORMS[other].join("`, `"));
            Saying::new("reason-mixed-forms").with("one", one).with("other", other)
        }
    };
    ctx.fault(Fault::number_form(&reader.path, reason), &reader.span);
    None
}

fn law_of_form(
    ctx: &mut Context,
    reader: &Reader,
    form: usize,
    values: &[Option<Value>],
    key: &Key,
) -> Option<Distribution> {
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
        [value] => Some(Distribution::Fixed(value)),
        [low, mode, high] if FORMS[form][0] == "low" => Some(Distribution::Pert { low, mode, high }),
        [p10, p50, p90] => Some(Distribution::Quantiles { p10, p50, p90 }),
        _ => None,
    }
}

fn normal(ctx: &mut Context, reader: &Reader, value: Value, key: &Key) -> Option<Distribution> {
    let path = reader.path_of("normal");
    let items: Vec<Value> = value.get_ref().as_array().into_iter().flat_map(|array| array.iter()).collect();
    let &[mean, sd] = &items[..] else {
        reader.wrong_kind(ctx, &path, value, "expected-two-numbers", Saying::new("fix-normal"));
        return None;
    };
    let mean = plain(ctx, &path, mean, key);
    let sd_value = number(ctx, &path, sd, key)?;
    if sd_value <= 0.0 {
        let reason = Saying::new("reason-deviation").with("deviation", sd_value);
        ctx.fault(Fault::order(&path, reason, Saying::new("fix-deviation")), &sd.span());
        return None;
    }
    Some(Distribution::Normal { mean: mean?, sd: sd_value })
}

fn is_ordered(ctx: &mut Context, path: &str, value: Value, distribution: &Distribution) -> bool {
    let wrong = match *distribution {
        Distribution::Fixed(_) | Distribution::Normal { .. } => None,
        Distribution::Pert { low, mode, high } if low > mode || mode > high => Some((
            Saying::new("reason-pert").with("low", low).with("mode", mode).with("high", high),
            "fix-pert",
        )),
        Distribution::Pert { low, high, .. } if low == high => {
            Some((Saying::new("reason-pert-flat").with("value", low), "fix-pert-flat"))
        }
        Distribution::Quantiles { p10, p50, p90 } if p10 >= p50 || p50 >= p90 => Some((
            Saying::new("reason-quantiles").with("low", p10).with("middle", p50).with("high", p90),
            "fix-quantiles",
        )),
        Distribution::Pert { .. } | Distribution::Quantiles { .. } => None,
    };
    let ordered = wrong.is_none();
    if let Some((reason, remedy)) = wrong {
        ctx.fault(Fault::order(path, reason, Saying::new(remedy)), &value.span());
    }
    ordered
}

/// A plain number within the key's range.
fn plain(ctx: &mut Context, path: &str, value: Value, key: &Key) -> Option<f64> {
    let found = number(ctx, path, value, key)?;
    let range = key.range();
    if !range.contains(found) {
        ctx.fault(Fault::out_of_range(path, found, range, range_remedy(found, key)), &value.span());
        return None;
    }
    Some(found)
}

/// What to do about a number outside the key's range.
fn range_remedy(found: f64, key: &Key) -> Saying {
    let range = key.range();
    let is_share = key.unit.kind == Some(Unit::Share);
    match found {
        _ if range.min >= 0.0 && found < 0.0 => Saying::new("fix-negative"),
        // A share below 1 is no percentage: 0.95 is too high a discount, not 0.95 %.
        _ if is_share && found >= 1.0 && range.contains(found / 100.0) => {
            Saying::new("fix-per-cent").with("share", found / 100.0).with("percent", found)
        }
        _ => of_the_catalogue(key),
    }
}

/// What the catalogue says to do about a wrong value, or else what the key means.
pub fn of_the_catalogue(key: &Key) -> Saying {
    match key.remedy {
        Some(_) => Saying::new("fix-remedy").with("text", Arg::Remedy(key.path.clone())),
        None => Saying::new("fix-meaning").with("meaning", Arg::Meaning(key.path.clone())),
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
            let expected = Saying::new("expected-number");
            let fault = Fault::kind(path, described(other), expected, number_remedy(other));
            ctx.fault(fault, &value.span());
            return None;
        }
    };
    let finite = found.filter(|x: &f64| x.is_finite());
    if finite.is_none() {
        let found = ctx.written(&value.span());
        ctx.fault(Fault::not_finite(path, found, key.range()), &value.span());
    }
    finite
}

/// How to write what was probably meant by something that is no number.
fn number_remedy(found: &DeValue) -> Saying {
    let DeValue::String(text) = found else { return Saying::new("fix-number") };
    let percent = text.trim().strip_suffix('%').and_then(|number| number.trim().parse::<f64>().ok());
    match percent {
        Some(percent) => Saying::new("fix-per-cent").with("share", percent / 100.0).with("percent", percent),
        None => Saying::new("fix-quoted-number"),
    }
}
