//! A review as one HTML page that needs nothing beside it: pictures and fonts inside, made for reading on a screen and for
//! printing on A4.

mod blocks;
mod finding;
pub(super) mod look;
mod told;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::review_pages::{ReviewPages, Tile};
use crate::review::{Block, Part, PartKey, Recommendation};

/// The page. It has no script, asks the network for nothing, and is the same for the same review to the byte.
pub fn review_html(pages: &ReviewPages<'_>) -> String {
    let title = &pages.review.run.title;
    let kicker = pages.words.say("page-kicker", &[]);
    html! {
        (DOCTYPE)
        html lang=(pages.words.language().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content={ "loyalsim " (pages.review.run.version) };
                title { (title) " · " (kicker) }
                style { (PreEscaped(look::style(title, &kicker))) }
            }
            body {
                (cover(pages, &kicker))
                main {
                    @for (at, part) in pages.review.parts.iter().enumerate() {
                        (section(pages, at + 1, part))
                        @if part.key == PartKey::Verdict { (contents(pages)) }
                    }
                }
            }
        }
    }
    .into_string()
}

fn cover(pages: &ReviewPages<'_>, kicker: &str) -> Markup {
    html! {
        header {
            p.kicker { (kicker) @if let Some(day) = pages.day() { " · " (day) } }
            h1 { (pages.review.run.title) }
            p.run { (pages.run()) }
        }
    }
}

fn contents(pages: &ReviewPages<'_>) -> Markup {
    let heading = pages.words.say("page-contents", &[]);
    html! {
        nav aria-label=(heading) {
            h2 { (heading) }
            ol {
                @for (at, part) in pages.review.parts.iter().enumerate() {
                    li {
                        span.number { (at + 1) }
                        a href={ "#" (anchor(part.key)) } { (pages.words.say(part.key.heading(), &[])) }
                        span.page { @if let Some(page) = pages.page_of(anchor(part.key)) { (page) } }
                    }
                }
            }
        }
    }
}

/// The name of a part as others link to it.
fn anchor(key: PartKey) -> &'static str {
    key.heading()
}

fn section(pages: &ReviewPages<'_>, number: usize, part: &Part) -> Markup {
    let id = anchor(part.key);
    let heading = format!("{id}-heading");
    let first = part.key == PartKey::Verdict;
    html! {
        section id=(id) aria-labelledby=(heading) class=(class(pages, part.key)) {
            h2 id=(heading) { span.number { (number) } " " (pages.words.say(id, &[])) }
            @if first { (verdict(pages, &part.blocks)) } @else { (blocks::all(pages, &part.blocks)) }
        }
    }
}

fn class(pages: &ReviewPages<'_>, key: PartKey) -> &'static str {
    match (key, pages.review.recommendation) {
        (PartKey::Verdict, Recommendation::Go) => "verdict go",
        (
            PartKey::Verdict,
            Recommendation::Pilot
            | Recommendation::FindOutFirst
            | Recommendation::GoAfterChanges
            | Recommendation::PilotAfterChanges
            | Recommendation::NoProgram,
        ) => "verdict after-changes",
        (PartKey::Verdict, Recommendation::Instead | Recommendation::Stop) => "verdict stop",
        _ => "part",
    }
}

/// The board's page: the recommendation with its reason in a box, the headline numbers, then the questions side by side.
fn verdict(pages: &ReviewPages<'_>, all: &[Block]) -> Markup {
    let questions = all.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(all.len());
    let (ruling, rest) = all.split_at(questions);
    html! {
        div.ruling { (blocks::all(pages, ruling)) }
        dl.tiles { @for tile in pages.tiles() { (headline(pages, &tile)) } }
        div.questions {
            @for question in blocks::by_heading(rest) { div.question { (blocks::all(pages, question)) } }
        }
    }
}

fn headline(pages: &ReviewPages<'_>, tile: &Tile) -> Markup {
    html! {
        div.tile {
            dt { (told::sentence(pages, &tile.label)) }
            dd.value { (told::arg(pages, &tile.value)) }
            @if let Some(range) = &tile.range { dd.range { (told::sentence(pages, range)) } }
        }
    }
}
