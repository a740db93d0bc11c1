//! What decisions, and studies made before them, are called.

use super::{Value, Words};
use crate::decide::voi::{Choice, Judged, Sized};
use crate::design::StudyKind;

/// Numbers of a group named before the rest is left out.
const NAMED: usize = 3;

/// A choice in the middle of a sentence.
pub fn choice(words: Words<'_>, choice: &Choice) -> String {
    match choice {
        Choice::DontLaunch => words.say("voi-choice-dont-launch", &[]),
        Choice::Launch => words.say("voi-choice-launch", &[]),
        Choice::CounterDesign => words.say("voi-choice-counter-design", &[]),
        Choice::Alternative(name) => words.say("voi-choice-alternative", &[("name", name.as_str().into())]),
    }
}

/// What a study is called: by its name, or by how it finds out what.
pub fn called(words: Words<'_>, study: &Judged) -> String {
    if !study.proposed {
        return words.say("voi-study-named", &[("name", study.name.as_str().into())]);
    }
    let number = [("number", some(words, &study.informs).into())];
    match study.kind {
        StudyKind::Survey => words.say("voi-kind-survey", &number),
        StudyKind::Records => words.say("voi-kind-records", &number),
        StudyKind::Pilot => words.say("voi-kind-pilot", &number),
        StudyKind::AbTest => words.say("voi-kind-ab-test", &number),
    }
}

/// The size of a study with its unit.
pub fn sample(words: Words<'_>, study: &Judged, at: &Sized) -> String {
    let count = ("count", Value::from(at.sample));
    let months = ("months", Value::from(study.months));
    match study.kind {
        StudyKind::Survey => words.say("voi-sample-survey", &[count]),
        StudyKind::Records => words.say("voi-sample-records", &[count]),
        StudyKind::Pilot => words.say("voi-sample-pilot", &[count, months]),
        StudyKind::AbTest => words.say("voi-sample-ab-test", &[count, months]),
    }
}

/// The first few numbers by name.
pub fn some(words: Words<'_>, paths: &[String]) -> String {
    let named: Vec<String> = paths.iter().take(NAMED).map(|path| words.number(path)).collect();
    words.and_more(named.join(", "), paths.len().saturating_sub(NAMED))
}
