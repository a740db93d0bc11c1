//! Sentences as markup: every number knows its figure, and what stands between backticks is code.

use maud::{Markup, html};

use crate::report::review_pages::ReviewPages;
use crate::review::{Arg, FigureId, Piece, Sentence};
use crate::words::capital;

/// A sentence.
pub fn sentence(pages: &ReviewPages<'_>, sentence: &Sentence) -> Markup {
    markup(pages, &pages.review.pieces(sentence, pages.words))
}

/// A sentence without its full stop, to stand in a row of others.
pub fn clause(pages: &ReviewPages<'_>, sentence: &Sentence) -> Markup {
    let mut pieces = pages.review.pieces(sentence, pages.words);
    if let Some(Piece::Plain(text)) = pieces.last_mut() {
        text.truncate(text.trim_end_matches('.').len());
    }
    markup(pages, &pieces)
}

/// A cell of a table.
pub fn arg(pages: &ReviewPages<'_>, arg: &Arg) -> Markup {
    markup(pages, &pages.review.arg_pieces(arg, pages.words))
}

/// The same with a capital letter first, for cells that begin with words.
pub fn capitalised(pages: &ReviewPages<'_>, arg: &Arg) -> Markup {
    let mut pieces = pages.review.arg_pieces(arg, pages.words);
    if let Some(Piece::Plain(text)) = pieces.first_mut() {
        *text = capital(text);
    }
    markup(pages, &pieces)
}

fn markup(pages: &ReviewPages<'_>, pieces: &[Piece]) -> Markup {
    html! {
        @for piece in pieces {
            @match piece {
                Piece::Plain(text) => (plain(text)),
                Piece::Figure { id, text } => (figure(pages, id, text)),
            }
        }
    }
}

/// A number: its name in review.json, and its unrounded value.
fn figure(pages: &ReviewPages<'_>, id: &FigureId, text: &str) -> Markup {
    let value = pages.review.figures.get(id).map_or(f64::NAN, |figure| figure.value);
    html! { data value=(value) data-figure=(id.as_str()) { (text) } }
}

/// Text, with code between backticks.
pub fn plain(text: &str) -> Markup {
    html! {
        @for (at, run) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (breaking(run)) } } @else { (run) }
        }
    }
}

/// Code that may break after its dots and underscores.
pub fn breaking(code: &str) -> Markup {
    html! {
        @for piece in code.split_inclusive(['.', '_', '/', '=']) { (piece) wbr; }
    }
}
