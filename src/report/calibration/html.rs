//! The calibration as one HTML page that needs nothing beside it.

use super::found::Calibration;
use super::parts::{Block, Part, Table};
use super::story::story;
use crate::charts;
use crate::report::review_html::look;
use crate::words::{Words, capital};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The page: no script, nothing from the network, the same for the same log to the byte.
pub fn calibration_html(found: &Calibration<'_>, words: Words<'_>) -> String {
    let words = words.with_currency(&found.currency);
    let kicker = words.say("calibrate-kicker", &[]);
    let run = html! { "SHA-256 " code { (found.hash) } };
    page((&found.file, &kicker, &run), &story(found, words), words)
}

/// A page of its own: a title, a line above it and one below, and the parts.
pub fn page((title, kicker, run): (&str, &str, &Markup), parts: &[Part], words: Words<'_>) -> String {
    html! {
        (DOCTYPE)
        html lang=(words.language().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content={ "loyalsim " (env!("CARGO_PKG_VERSION")) };
                title { (title) " · " (kicker) }
                style { (PreEscaped(look::style(title, kicker))) }
            }
            body {
                header { p.kicker { (kicker) } h1 { (title) } p.run { (run) } }
                main { @for (at, part) in parts.iter().enumerate() { (section(at, part)) } }
            }
        }
    }
    .into_string()
}

fn section(at: usize, part: &Part) -> Markup {
    html! {
        section.part {
            @if at > 0 { h2 { span.number { (at) } " " (part.heading) } }
            @for piece in &part.blocks { (block(piece)) }
        }
    }
}

fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Lead(text) => p.lead { (text) },
            Block::Text(text) => p { (text) },
            Block::List(items) => ul { @for item in items { li { (item) } } },
            Block::Table(table) => (self::table(table)),
            Block::Chart(chart) => figure { (PreEscaped(charts::svg(chart))) },
        }
    }
}

fn table(table: &Table) -> Markup {
    html! {
        table class={ "short columns-" (table.head.len()) } {
            @if !table.caption.is_empty() { caption { (table.caption) } }
            thead { tr {
                @for (at, head) in table.head.iter().enumerate() {
                    th scope="col" class=[(at > 0).then_some("number")] { (capital(head)) }
                }
            } }
            tbody {
                @for row in &table.rows {
                    tr {
                        @for (at, cell) in row.iter().enumerate() {
                            @if at == 0 { th scope="row" { (cell) } } @else { td.number { (cell) } }
                        }
                    }
                }
            }
        }
    }
}
