//! Short texts that people and programs hand over: settings of a sweep, measures, months, parts, lines of a search's log, records of calibrations.

use crate::bytes::{Choices, fed, reached};
use crate::mutate::NUMBERS;
use crate::read;
use loyalsim::decide::Measure;
use loyalsim::decide::grid::{Axis, Setting};
use loyalsim::decide::moved::Kept;
use loyalsim::decide::optimise::Tried;
use loyalsim::design::{Design, Saying};
use loyalsim::fit::record::Record;
use loyalsim::summary::part::Nth;
use loyalsim::units::YearMonth;
use loyalsim::words::{Language, Words};
use std::sync::LazyLock;

static DESIGN: LazyLock<Design> =
    LazyLock::new(|| Design::parse(include_str!("../../scenarios/electronics.toml")).unwrap());

/// Texts that can be read, to begin with.
const SEEDS: [&[&str]; 6] = [
    &[
        "program.points.earn=0.5%..3%:6",
        "business.nps=10,20,30",
        "program.points.launch=2026-03,2026-09",
        "segment[0].basket=100..200:5",
        "program.tiers.steps[1].discount=1%,2%",
    ],
    &["npv", "net_effect", "goal_1", "goals", "loss", "shortfall", "nps_program", "retention", "active"],
    &["2026-01", "1970-12", "9999-12", "0000-01"],
    &["3/20", "1/1", "1000000/1000000"],
    &[
        r#"{"values":[0.01],"objectives":[12.5],"errors":[0.5],"constraints":[],"valid":true}"#,
        r#"{"values":[0.01,1e3],"objectives":[null],"errors":[null],"constraints":[0.2,-4],"valid":false}"#,
    ],
    &[
        r#"{"format":1,"version":"0.1.0","file":"a.csv","hash":"","currency":null,"scored":[],"design":"","seal":""}"#,
        r#"{"run":{"title":"a","currency":"EUR","version":"0","seed":1,"sampling":"latin","first_trial":0,"trials":2,"customers":9},"headline":{"npv":{"mean":1,"mc_error":0.5}}}"#,
    ],
];

/// What is put into a text.
const PIECES: [&str; 22] = [
    "=", "..", ":", ",", "%", ".", "[", "]", "{", "}", "\"", "-", "/", "+", " ", "_", "0", "9", "null",
    "true", "\u{202e}", "é",
];

/// A text of one of these kinds, with a few pieces taken out, put in, or taken for others.
pub fn asked(bytes: &[u8]) -> bool {
    let mut choices = Choices::new(bytes);
    let kind = choices.below(SEEDS.len());
    let mut text = choices.of(SEEDS[kind]).to_owned();
    for _ in 0..choices.below(6) {
        change(&mut text, &mut choices);
    }
    fed(text.as_bytes());
    let understood = is_understood(kind, &text);
    reached(&format!("{kind} {understood}"));
    understood
}

fn is_understood(kind: usize, text: &str) -> bool {
    match kind {
        0 => axis(text),
        1 => measure(text),
        2 => text.parse().is_ok_and(|month: YearMonth| is_said_again(text, &month.to_string())),
        3 => text.parse().is_ok_and(|nth: Nth| is_a_part(nth)),
        4 => line(text),
        _ => record(text),
    }
}

fn change(text: &mut String, choices: &mut Choices) {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (from, to) = (choices.below(bounds.len()), choices.below(4));
    let (from, to) = (bounds[from], bounds[(from + to).min(bounds.len() - 1)]);
    match choices.below(4) {
        0 => text.replace_range(from..to, ""),
        1 => text.insert_str(from, choices.of(&PIECES)),
        2 => text.insert_str(from, choices.of(&NUMBERS)),
        _ => text.replace_range(from..to, choices.of(&PIECES)),
    }
}

/// A fault is told in words and harmless.
fn told(saying: &Saying) -> bool {
    reached(saying.key);
    for language in Language::ALL {
        read::assert_harmless(&Words::new(language).tell(saying));
    }
    false
}

fn axis(text: &str) -> bool {
    match Axis::parse(text, &DESIGN) {
        Ok(axis) => {
            assert!(!axis.values.is_empty() && axis.values.len() == axis.labels.len(), "{text}: {axis:?}");
            let is_finite = |value: &Setting| !matches!(value, Setting::Number(value) if !value.is_finite());
            assert!(axis.values.iter().all(is_finite), "{text}: {axis:?}");
            true
        }
        Err(fault) => told(&fault.saying()),
    }
}

fn measure(text: &str) -> bool {
    match Measure::parse(text, &DESIGN) {
        // NPS and others have short names
        Ok(measure) => Measure::parse(&measure.key(), &DESIGN).is_ok_and(|again| again == measure),
        Err(fault) => told(&fault.saying()),
    }
}

fn is_said_again(text: &str, again: &str) -> bool {
    assert_eq!(text, again);
    true
}

/// Parts lie within the whole; the first begins with it, the last ends with it.
fn is_a_part(nth: Nth) -> bool {
    let (own, all) = (nth.range(12_345), 0..12_345);
    assert!(own.start <= own.end && own.end <= all.end, "{nth}: {own:?}");
    assert!(nth.part > 1 || own.start == 0, "{nth}: {own:?}");
    assert!(nth.part < nth.of || own.end == all.end, "{nth}: {own:?}");
    true
}

/// A line of a search's log says the same when it is written again.
fn line(text: &str) -> bool {
    let Ok(tried) = serde_json::from_str::<Tried>(text) else { return false };
    let again = serde_json::to_string(&tried).unwrap();
    assert_eq!(serde_json::from_str::<Tried>(&again).ok(), Some(tried), "{text}");
    true
}

/// Nobody writes a record whose seal is right by chance; a summary is read or not.
fn record(text: &str) -> bool {
    match Record::read(text) {
        Ok(record) => panic!("{record:?}"),
        Err(fault) => told(&fault.saying()),
    };
    // a copy of a design takes its time
    text.contains("headline")
        && Kept::read(DESIGN.clone(), text, "npv\n1\n2\n").is_some_and(|kept| kept.run().trials > 0)
}
