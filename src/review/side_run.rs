//! A design that was played beside the main run.

use crate::decide::paired::Rows;
use crate::design::Edit;

/// A design that was played beside the main run.
#[derive(Debug)]
pub struct SideRun {
    /// Its name in figures and in the annex.
    pub name: String,
    /// What was changed against the proposal.
    pub edits: Vec<Edit>,
    /// What it came to, on the trials of the confirmation.
    pub rows: Rows,
}
