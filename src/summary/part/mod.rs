//! Parts of a run: ranges of its trials, played anywhere, written to files, and merged to the bytes of one run.

mod fault;
mod file;
mod join;
mod nth;
mod rows;
mod sound;
#[cfg(test)]
mod tests;

pub use fault::{Difference, PartFault};
pub use file::HEAD;
pub use join::in_order;
pub use nth::{NotAPartOf, Nth};
pub use rows::RowsPart;

use serde::{Deserialize, Serialize};
use std::ops::Range;

use super::Collector;
use crate::design::{Design, Sampling};

/// What made a part: parts of different builds may differ in their last bits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Build {
    /// Version of loyalsim.
    pub version: String,
    /// The commit it was built from, where that was told.
    pub commit: Option<String>,
}

impl Build {
    /// This build, made from `commit`.
    pub fn own(commit: Option<&str>) -> Self {
        Self { version: env!("CARGO_PKG_VERSION").to_owned(), commit: commit.map(str::to_owned) }
    }
}

/// What a part is of, and which part it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// What made it.
    pub build: Build,
    /// The design as the user named it.
    pub design: String,
    /// SHA-256 of the design's text.
    pub hash: String,
    /// Seed.
    pub seed: u64,
    /// The most customers simulated in a trial.
    pub customers: u64,
    /// How the uncertain numbers are drawn.
    pub sampling: Sampling,
    /// Trials of the whole run.
    pub of_trials: u64,
    /// The trials in this part.
    pub trials: Range<u64>,
    /// Which part of how many it was asked for as; `None` where the trials were chosen otherwise.
    pub nth: Option<Nth>,
    /// SHA-256 of the command and its options, where it is of another command than `run`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
}

/// A part of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is of.
    pub about: About,
    /// The design's text.
    pub text: String,
    /// The results of its trials.
    pub collector: Collector,
}

impl Part {
    /// The design.
    ///
    /// # Errors
    /// If the text is none that this build reads, or if the results are not of it: whoever wrote the file made it up.
    pub fn design(&self) -> Result<Design, PartFault> {
        let design = Design::parse(&self.text).map_err(|_| PartFault::Damaged)?;
        let own = design.hash == self.about.hash && sound::is_of(&self.collector, &design, &self.about);
        if own { Ok(design) } else { Err(PartFault::Damaged) }
    }
}
