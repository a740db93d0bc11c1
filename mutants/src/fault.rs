//! A fault that can be planted.

use std::ops::Range;

pub struct Fault {
    /// What switches it on: its place in the sample, from 1 on.
    pub number: usize,
    /// Which of the areas it is in.
    pub area: usize,
    /// Path from the root of the package.
    pub file: String,
    /// File, line, column and what is done there: the same as long as the file is.
    pub name: String,
    /// Bytes of the expression that is replaced; nothing where a statement is put in.
    pub place: Range<usize>,
    pub change: Change,
}

pub enum Change {
    /// The expression with these edits.
    Instead(Vec<Edit>),
    /// The function returns this at once.
    Returns(&'static str),
}

/// Bytes of a file replaced by a text.
#[derive(Clone)]
pub struct Edit {
    pub at: Range<usize>,
    pub text: String,
}
