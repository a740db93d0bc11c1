//! What is kept beside a design that was fitted to a table of cohorts: what it promised, and how earlier promises came out.

use super::cohort_promise::{CohortPromise, CohortScored};
use super::kept::{FORMAT, Kept, NotARecord};
use super::voice::Given;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A record, as it stands in its file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CohortRecord {
    /// The form of the file.
    pub format: u32,
    /// The version that wrote it.
    pub version: String,
    /// The table that was fitted, as its file is called.
    pub file: String,
    /// SHA-256 of its bytes.
    pub hash: String,
    /// The other files whose numbers the design has.
    pub given: Vec<Given>,
    /// Months between two renewals, where they were stated.
    pub term: Option<u32>,
    /// The first month of the design.
    pub start: String,
    /// What is promised.
    pub promise: CohortPromise,
    /// How earlier promises came out, the oldest first.
    pub scored: Vec<CohortScored>,
    /// The design as it was fitted, before anybody changed it.
    pub design: String,
    /// SHA-256 of all the rest: what was changed afterwards is no forecast.
    pub seal: String,
}

impl CohortRecord {
    /// A new one.
    pub fn new(
        (file, hash, given): (&str, &str, Vec<Given>),
        (term, start): (Option<u32>, String),
        (promise, scored): (CohortPromise, Vec<CohortScored>),
        design: &str,
    ) -> Self {
        Self {
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            file: file.to_owned(),
            hash: hash.to_owned(),
            given,
            term,
            start,
            promise,
            scored,
            design: design.to_owned(),
            seal: String::new(),
        }
        .sealed()
    }

    /// As it is written.
    pub fn text(&self) -> String {
        self.written()
    }

    /// Read again.
    ///
    /// # Errors
    /// If it is something else.
    pub fn read(text: &str) -> Result<Self, NotARecord> {
        Kept::read_again(text)
    }
}

impl Kept for CohortRecord {
    fn seal(&mut self) -> &mut String {
        &mut self.seal
    }

    fn other(form: &Value) -> Option<NotARecord> {
        form["promise"]["fitted_until"].is_string().then_some(NotARecord::OfPurchases)
    }
}
