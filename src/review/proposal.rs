//! The proposal before remedies are tried.

use super::code::Code;
use super::inquiry;
use super::lab::{Broken, Lab, LabSize};
use crate::decide::paired::Rows;
use crate::design::Design;

/// The proposal, with what is known of it before remedies are tried.
#[derive(Debug)]
pub struct Proposal<'a> {
    /// Its text.
    pub text: &'a str,
    /// The same, read.
    pub design: &'a Design,
    /// What it came to on the trials of the screening.
    pub screened: Rows,
    /// The rules that today's program breaks if it goes on without it, each with the place.
    pub weak_today: Vec<(Code, Option<String>)>,
}

impl<'a> Proposal<'a> {
    /// Plays the proposal on the trials of the screening.
    ///
    /// # Errors
    /// If the review is stopped.
    pub fn of((text, design): (&'a str, &'a Design), lab: &Lab, screen: &LabSize) -> Result<Self, Broken> {
        let screened = lab.glance(design, screen)?;
        Ok(Self { text, design, screened, weak_today: inquiry::weak_today(text, design) })
    }
}
