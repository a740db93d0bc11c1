//! How a forecast came out, and the design with new numbers, for readers: as text and as a page.

mod cohorts;
mod found;
mod story;
mod tables;
mod track;

pub use cohorts::{CohortRefit, cohort_refit_html, cohort_refit_text};
pub use found::Refit;

use super::calibration::{page, told};
use crate::words::{Words, breakable};
use maud::html;
use story::story;

/// The page: no script, nothing from the network.
pub fn refit_html(found: &Refit<'_>, words: Words<'_>) -> String {
    let words = words.with_currency(&found.calibration.currency);
    let kicker = words.say("refit-kicker", &[]);
    let run = words.say("refit-run", &[("fitted", found.fitted().to_string().into())]);
    let run = html! { (run) " SHA-256 " code { (found.calibration.hash) } };
    page((&found.design, &kicker, &run), &story(found, words), words)
}

/// The text for a terminal.
pub fn refit_text(found: &Refit<'_>, words: Words<'_>) -> String {
    breakable(&told(&story(found, words.with_currency(&found.calibration.currency))))
}
