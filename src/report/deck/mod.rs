//! Decks for presentations: what a run or a review has found, a message to a slide, with charts that can be edited, made from the program's
//! template or from that of a firm.

mod archive;
mod chart;
mod fault;
mod file;
mod layout;
mod notes;
mod of_review;
mod of_run;
mod package;
mod pictures;
mod slide;
mod table;
mod template;
mod text;
mod tiles;
mod xml;

pub use fault::DeckError;
pub use template::Template;

use super::review_pages::ReviewPages;
use crate::design::Design;
use crate::summary::Summary;
use crate::words::{Language, Words};

/// No deck has more slides.
const MOST_SLIDES: usize = 15;

/// What a run found.
///
/// # Errors
/// Where a chart's workbook or the archive cannot be made.
pub fn run_deck(
    design: &Design,
    summary: &Summary,
    template: Template,
    language: Language,
) -> Result<Vec<u8>, DeckError> {
    let words =
        Words::new(language).with_currency(&summary.run.currency).beside_today(summary.run.today.is_some());
    file::file(&summary.run.title, &of_run::slides(design, summary, words), template, words)
}

/// What a review found.
///
/// # Errors
/// Where a chart's workbook or the archive cannot be made.
pub fn review_deck(
    pages: &ReviewPages<'_>,
    design: &Design,
    template: Template,
) -> Result<Vec<u8>, DeckError> {
    file::file(&pages.review.run.title, &of_review::slides(pages, design), template, pages.words)
}
