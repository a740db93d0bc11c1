//! What lies beneath a proposal: the program that runs already.

use crate::design::{Element, Program};

/// What a proposal knows of the program that runs already.
#[derive(Debug, Default)]
pub struct Beneath<'a> {
    /// Kinds of elements that end with it.
    pub without: &'a [String],
    /// The program whose place it takes: who is willing to join is by default as there.
    pub runs: Option<&'a Program>,
    /// The elements that it amends, in the months of the design; those that nothing changes go on in their own.
    pub goes_on: Option<&'a [Element]>,
}
