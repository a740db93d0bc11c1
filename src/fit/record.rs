//! What is kept beside a design that was fitted: what it promised, and how earlier promises came out.

use super::kept::{FORMAT, Kept, NotARecord};
use super::promise::Promise;
use super::scored::Scored;
use super::voice::Given;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A record, as it stands in its file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The form of the file.
    pub format: u32,
    /// The version that wrote it.
    pub version: String,
    /// The files of the log that was fitted, as they are called.
    pub file: String,
    /// SHA-256 of their bytes.
    pub hash: String,
    /// The other files whose numbers the design has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<Given>,
    /// The currency of its amounts, where it was known.
    pub currency: Option<String>,
    /// What is promised.
    pub promise: Promise,
    /// How earlier promises came out, the oldest first.
    pub scored: Vec<Scored>,
    /// The design as it was fitted, before anybody changed it.
    pub design: String,
    /// SHA-256 of all the rest: what was changed afterwards is no forecast.
    pub seal: String,
}

impl Record {
    /// A new one.
    pub fn new(
        (file, hash, given): (&str, &str, Vec<Given>),
        currency: Option<&str>,
        (promise, scored): (Promise, Vec<Scored>),
        design: &str,
    ) -> Self {
        Self {
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            file: file.to_owned(),
            hash: hash.to_owned(),
            given,
            currency: currency.map(str::to_owned),
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

impl Kept for Record {
    fn seal(&mut self) -> &mut String {
        &mut self.seal
    }

    fn other(form: &Value) -> Option<NotARecord> {
        form["promise"]["cohorts"].is_array().then_some(NotARecord::OfCohorts)
    }
}
