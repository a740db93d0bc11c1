//! A weak point as a card: what was found, why it matters, what to do about it and what that did in simulation.

use maud::{Markup, html};

use super::told;
use crate::report::review_pages::{ReviewPages, severity, shown};
use crate::review::{Finding, Remedy, Sentence, Severity, Style};

/// The card.
pub fn card(pages: &ReviewPages<'_>, finding: &Finding) -> Markup {
    let class = match finding.severity {
        Severity::Critical => "finding critical",
        Severity::Serious => "finding serious",
        Severity::Moderate => "finding moderate",
    };
    let say = |key| pages.words.say(key, &[]);
    html! {
        article class={ (class) (tall(finding)) } {
            h4 {
                span.severity { (say(severity(finding.severity))) } " "
                (told::sentence(pages, &finding.title)) " "
                span.rule { (finding.code.0) }
            }
            p { (told::sentence(pages, &finding.found)) " " (told::sentence(pages, &finding.why)) }
            (place(pages, finding))
            (remedies(pages, "action", &say("page-action"), finding.action.as_slice()))
            (remedies(pages, "also", &say("page-also"), &finding.also))
            (remedies(pages, "tried", &say("page-tried"), &finding.tried))
            (ground(pages, finding))
        }
    }
}

/// Cards with many remedies may be broken between pages.
fn tall(finding: &Finding) -> &'static str {
    const MANY: usize = 5;
    if finding.also.len() + finding.tried.len() > MANY { " tall" } else { "" }
}

/// The line of the design, as it stands there.
fn place(pages: &ReviewPages<'_>, finding: &Finding) -> Markup {
    let Some(path) = &finding.path else { return Markup::default() };
    let line = finding.line.and_then(|line| Some((line, pages.design_line(line)?)));
    html! {
        p.place {
            @match line {
                Some((number, text)) => {
                    (pages.words.say("page-line", &[("line", number.into())])) ": "
                    code title=(path) { (text) }
                }
                None => { (pages.words.say("page-place", &[])) ": " code { (told::breaking(path)) } }
            }
        }
    }
}

fn remedies(pages: &ReviewPages<'_>, class: &str, heading: &str, remedies: &[Remedy]) -> Markup {
    if remedies.is_empty() {
        return Markup::default();
    }
    html! {
        div class={ "remedies " (class) } {
            h5 { (heading) }
            ul { @for remedy in remedies { li { (self::remedy(pages, remedy)) } } }
        }
    }
}

fn remedy(pages: &ReviewPages<'_>, remedy: &Remedy) -> Markup {
    let effect = remedy.effect.as_ref().map(|id| {
        Sentence::new("page-effect").figure("effect", id.clone(), Style::Signed).range("range", id.clone())
    });
    let better = remedy
        .better
        .as_ref()
        .map(|id| Sentence::new("page-better").figure("share", id.clone(), Style::Chance));
    html! {
        (told::sentence(pages, &remedy.what)) " "
        @match (effect, better) {
            (Some(effect), Some(better)) => span.effect {
                (told::sentence(pages, &effect)) "; " (told::sentence(pages, &better))
            },
            (Some(effect), None) => span.effect { (told::sentence(pages, &effect)) },
            _ => span.effect { (pages.words.say("page-untested", &[])) },
        }
        @if let Some(shown) = shown(remedy.shown) { ": " span.shown { (pages.words.say(shown, &[])) } }
        @if remedy.in_package { " " span.package { (pages.words.say("page-in-package", &[])) } }
    }
}

/// What the threshold rests on, and the money concerned.
fn ground(pages: &ReviewPages<'_>, finding: &Finding) -> Markup {
    let stake =
        finding.stake.as_ref().map(|id| Sentence::new("page-stake").figure("money", id.clone(), Style::Size));
    html! {
        p.ground {
            @if let Some(stake) = &stake { (told::sentence(pages, stake)) ". " }
            (pages.source(finding))
        }
    }
}
