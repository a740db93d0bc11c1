//! The deck of a result, and the template that it is made from.

use super::failure::{Failure, reason};
use super::folder::Draft;
use super::office_args::Office;
use super::session::Session;
use loyalsim::design::Saying;
use loyalsim::report::{DeckError, Template};
use std::path::Path;

/// The deck.
pub const DECK: &str = "deck.pptx";

/// The template that a result asks for: the file named there, or the program's own; none where no deck is asked for.
pub fn template(office: &Office, session: &Session) -> Result<Option<Template>, Failure> {
    let Some(path) = office.template.as_deref().filter(|_| office.pptx) else {
        return office.pptx.then(|| Template::own().map_err(|e| failure(&e, None))).transpose();
    };
    let bytes = match session.inputs.kept(path) {
        Some(kept) => kept.to_vec(),
        None => std::fs::read(path).map_err(|e| {
            let file = path.display().to_string();
            Failure::Input(
                Saying::new("failure-deck-template-read").with("file", file).with("why", reason(&e)),
            )
        })?,
    };
    Template::read(&bytes).map(Some).map_err(|e| failure(&e, Some(path)))
}

/// Adds a deck.
pub fn add(draft: &mut Draft<'_>, made: Result<Vec<u8>, DeckError>) -> Result<(), Failure> {
    draft.add(DECK, &made.map_err(|e| failure(&e, None))?)
}

fn failure(error: &DeckError, template: Option<&Path>) -> Failure {
    match (error, template) {
        (DeckError::Template(fault), Some(path)) => {
            let file = path.display().to_string();
            Failure::Input(
                Saying::new("failure-deck-template").with("file", file).with("fault", fault.clone()),
            )
        }
        _ => Failure::unwritable("failure-deck", error),
    }
}
