//! Why a deck cannot be made: what is wrong with the template, and where.

use crate::design::Saying;
use crate::report::workbook::WorkbookError;

/// A deck could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DeckError {
    /// The template is not one; the message says what it lacks.
    #[error("the template cannot be used: {}", .0.key)]
    Template(Saying),
    /// A chart's workbook could not be made.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
    /// The archive could not be made.
    #[error(transparent)]
    Archive(#[from] zip::result::ZipError),
}

impl DeckError {
    /// A fault of the template.
    pub fn template(key: &'static str) -> Self {
        Self::Template(Saying::new(key))
    }

    /// A fault of one of its parts.
    pub fn part(key: &'static str, part: &str) -> Self {
        Self::Template(Saying::new(key).with("part", part))
    }
}

/// What parts of a deck are made with.
pub type Made<T = ()> = Result<T, DeckError>;
