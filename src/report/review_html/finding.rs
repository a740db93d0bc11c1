//! A weak point as a card: what was found, why it matters, what to do about it and what that did in simulation.

use maud::{Markup, html};

use super::told;
use crate::report::review_pages::{ReviewPages, effect, severity, shown};
use crate::review::{Arg, Finding, Remedy, Sentence, Severity, Shown, Style};
use crate::words::capital;

/// The card.
pub fn card(pages: &ReviewPages<'_>, finding: &Finding) -> Markup {
    let class = match finding.severity {
        Severity::Critical => "finding critical",
        Severity::Serious => "finding serious",
        Severity::Moderate => "finding moderate",
    };
    let say = |key| pages.words.say(key, &[]);
    html! {
        article class=(class) {
            h4 {
                span.severity { (say(severity(finding.severity))) } " "
                (told::sentence(pages, &finding.title)) " "
                span.rule { (finding.code.0) }
            }
            p { (told::sentence(pages, &finding.found)) " " (told::sentence(pages, &finding.why)) }
            (place(pages, finding))
            (remedies(pages, "action", &say("page-action"), finding.action.as_slice()))
            (remedies(pages, "also", &say("page-also"), &finding.also))
            (tried(pages, &say("page-tried"), &finding.tried))
            (ground(pages, finding))
        }
    }
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

/// What was tested and is not advised. A card is never split between pages, so many of them are run together by what their tests have
/// shown, each with its mean effect; their intervals stand in review.json.
fn tried(pages: &ReviewPages<'_>, heading: &str, tried: &[Remedy]) -> Markup {
    const FEW: usize = 3;
    if tried.len() <= FEW {
        return remedies(pages, "tried", heading, tried);
    }
    let kinds: Vec<Shown> = tried.iter().map(|remedy| remedy.shown).fold(Vec::new(), |mut kinds, shown| {
        if !kinds.contains(&shown) {
            kinds.push(shown);
        }
        kinds
    });
    html! {
        div class="remedies tried" {
            h5 { (heading) }
            @for kind in kinds {
                p {
                    span.shown { (capital(&pages.words.say(shown(kind).unwrap_or("page-untested"), &[]))) } ": "
                    @for (at, remedy) in tried.iter().filter(|remedy| remedy.shown == kind).enumerate() {
                        @if at > 0 { "; " }
                        (told::clause(pages, &remedy.what))
                        @if let Some(id) = &remedy.effect {
                            " (" (told::arg(pages, &Arg::Figure { id: id.clone(), style: Style::Signed })) ")"
                        }
                    }
                    "."
                }
            }
        }
    }
}

fn remedy(pages: &ReviewPages<'_>, remedy: &Remedy) -> Markup {
    let brings = remedy.effect.as_ref().map(|id| effect(pages.review, id, pages.words));
    let better = remedy
        .better
        .as_ref()
        .map(|id| Sentence::new("page-better").figure("share", id.clone(), Style::Chance));
    html! {
        (told::sentence(pages, &remedy.what)) " "
        @match (brings, better) {
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
