//! The message files, read once, and the filling in of their variables.

use super::marks::marked;
use super::typeset::{capital, typeset};
use super::{Language, Value, Words, months};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

type Bundle = FluentBundle<FluentResource>;

/// The text of a message file in every language of [`Language::ALL`].
type File = [&'static str; 2];

macro_rules! files {
    ($($name:literal),*) => {
        [$([include_str!(concat!("en/", $name, ".ftl")), include_str!(concat!("ru/", $name, ".ftl"))]),*]
    };
}

/// All message files.
const FILES: [File; 35] = files![
    "workbook",
    "deck",
    "format",
    "names",
    "number",
    "measure",
    "chart",
    "run",
    "decide",
    "brands",
    "picture-decide",
    "sensitivity",
    "voi",
    "review",
    "audit",
    "rule",
    "action",
    "review-names",
    "contract",
    "page",
    "problem",
    "check",
    "command",
    "explain",
    "calibrate",
    "calibrate-today",
    "calibrate-apart",
    "calibrate-periods",
    "calibrate-discounts",
    "calibrate-experiment",
    "cohort",
    "refit",
    "open",
    "seminar",
    "template"
];

static EN: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::En));
static RU: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Ru));

/// Beyond this a whole number has no exact plural, nor a reader.
const COUNTABLE: f64 = 1e15;

/// The message `key` in the language of `words`; `None` if there is none.
pub fn message(words: Words<'_>, key: &str, arguments: &[(&'static str, Value)]) -> Option<String> {
    let bundle = spoken(words.language());
    let pattern = bundle.get_message(key)?.value()?;
    let filled: FluentArgs<'_> =
        arguments.iter().map(|(name, value)| (*name, variable(words, value))).collect();
    // A variable that nobody has given is told by its name: `{$price}`.
    let text = bundle.format_pattern(pattern, Some(&filled), &mut Vec::new());
    Some(typeset(words.language(), &text))
}

/// Whether there is a message `key`.
pub fn has(language: Language, key: &str) -> bool {
    spoken(language).get_message(key).is_some_and(|message| message.value().is_some())
}

fn spoken(language: Language) -> &'static Bundle {
    match language {
        Language::En => &EN,
        Language::Ru => &RU,
    }
}

fn bundle(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.code().parse().into_iter().collect());
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => english,
        Language::Ru => russian,
    }));
    for text in texts(language) {
        // What cannot be read is left out, and the rest still speaks; a test reads the files strictly.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    // They fail only where the name is taken, and no message is in capitals.
    bundle.add_function("MONTH", months::function(language)).ok();
    bundle
        .add_function("CAPITAL", |text, _| match text {
            [FluentValue::String(text)] => capital(text).into(),
            _ => FluentValue::Error,
        })
        .ok();
    bundle
}

fn texts(language: Language) -> impl Iterator<Item = &'static str> {
    FILES.iter().map(move |[en, ru]| match language {
        Language::En => *en,
        Language::Ru => *ru,
    })
}

/// A value as a message takes it: a number where it may choose a plural, else text. The options of a number are ours to read in
/// [`number`]: fluent itself writes none. The least number of integer digits carries the mark.
fn variable(words: Words<'_>, value: &Value) -> FluentValue<'static> {
    let plain = |value: f64, decimals: usize| {
        let options = FluentNumberOptions { minimum_fraction_digits: Some(decimals), ..Default::default() };
        let shown = format!("{value:.decimals$}").parse().unwrap_or(value);
        FluentValue::Number(FluentNumber::new(shown, options))
    };
    match *value {
        Value::Count(n) if n.abs() < COUNTABLE => plain(n, 0),
        Value::Number(n, decimals) if n.abs() < COUNTABLE => plain(n, decimals),
        Value::About(n) if n.abs() < COUNTABLE => {
            let options = FluentNumberOptions { maximum_significant_digits: Some(3), ..Default::default() };
            FluentValue::Number(FluentNumber::new(super::format::about_value(n), options))
        }
        Value::Marked(mark, ref inner) => match variable(words, inner) {
            FluentValue::Number(mut number) => {
                number.options.minimum_integer_digits = Some(mark.into());
                FluentValue::Number(number)
            }
            _ => FluentValue::String(value.say(words).into()),
        },
        ref other => FluentValue::String(other.say(words).into()),
    }
}

fn english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(Words::new(Language::En), value)
}

fn russian<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    number(Words::new(Language::Ru), value)
}

/// How a number given by [`variable`] is written.
fn number(words: Words<'_>, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let options = &number.options;
    let text = match (options.maximum_significant_digits, options.minimum_fraction_digits) {
        (Some(_), _) => words.about(number.value),
        (None, decimals) => words.fixed(number.value, decimals.unwrap_or(0)),
    };
    let mark = options.minimum_integer_digits.and_then(|mark| u16::try_from(mark).ok());
    Some(mark.map_or_else(|| text.clone(), |mark| marked(mark, &text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_file_is_read_whole() {
        for (language, text) in Language::ALL.into_iter().flat_map(|l| texts(l).map(move |text| (l, text))) {
            let faults = FluentResource::try_new(text.to_owned()).err().map(|(_, faults)| faults);
            assert!(faults.is_none(), "{language}: {faults:?} in\n{text}");
        }
    }
}
