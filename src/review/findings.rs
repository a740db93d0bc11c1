//! From what a rule says to a finding: its sentences, with every number booked.

use std::borrow::Cow;

use super::case::{MAIN, from};
use super::content::Finding;
use super::figure::{Figures, Source};
use super::rules::{Cited, Origin, Rule, Weakness};
use super::sentence::{Arg, Sentence};
use crate::design::Design;
use crate::words::{Language, Words, breakable};

/// Most places that one rule may complain about.
pub const MOST_PLACES: usize = 2;

/// A weakness, the rule's `at`-th, without money and remedies; and the name under which its numbers stand.
pub fn stated(
    design: &Design,
    text: &str,
    (rule, at): (&Rule, usize),
    weakness: &Weakness,
    figures: &mut Figures,
) -> (String, Finding) {
    let name = if at == 0 { rule.code.to_string() } else { format!("{}-{}", rule.code, at + 1) };
    let found = said(weakness.found(rule.code), &name, (&weakness.numbers, &weakness.names), rule, figures);
    let finding = Finding {
        code: rule.code,
        severity: rule.severity,
        title: Sentence::new(rule.code.title()),
        found,
        why: Sentence::new(rule.code.why()),
        source: source(rule),
        support: rule.support,
        line: weakness.path.as_ref().and_then(|path| design.line_of(text, path)),
        path: weakness.path.clone(),
        stake: None,
        action: None,
        also: Vec::new(),
        tried: Vec::new(),
    };
    (name, finding)
}

/// A message with the numbers and names that a rule gives it, its numbers booked.
pub fn said(
    message: impl Into<Cow<'static, str>>,
    name: &str,
    (numbers, names): (&[Cited], &[(&'static str, Arg)]),
    rule: &Rule,
    figures: &mut Figures,
) -> Sentence {
    let mut sentence = Sentence::new(message);
    for cited in numbers {
        let source = match cited.origin {
            Origin::Run => from(MAIN),
            Origin::Design => Source::Design,
            Origin::Formula => Source::Formula,
            Origin::Rule => Source::Opinion(source(rule)),
        };
        let id = figures.interval(format!("rule.{name}.{}", cited.name), cited.form, &cited.interval, source);
        sentence = sentence.figure(cited.name, id, cited.style);
    }
    for (name, arg) in names {
        sentence = sentence.with(name, arg.clone());
    }
    sentence
}

/// What the threshold of a rule rests on, in English: for `review.json`, which speaks no language else.
fn source(rule: &Rule) -> String {
    breakable(&Words::new(Language::En).say(&rule.code.source(), &[]))
}
