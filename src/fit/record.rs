//! What is kept beside a design that was fitted: what it promised, and how earlier promises came out.

use super::promise::Promise;
use super::scored::Scored;
use super::voice::Given;
use crate::design::Saying;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The only form so far.
const FORMAT: u32 = 1;

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

/// Why a file is no record.
#[derive(Debug, Clone, PartialEq)]
pub enum NotARecord {
    /// It is something else.
    Else {
        /// What its reader says.
        why: String,
    },
    /// It is of a later form.
    Later,
    /// Somebody has changed it.
    Changed,
}

impl NotARecord {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Else { why } => Saying::new("refit-no-record").with("why", why),
            Self::Later => Saying::new("refit-later-record"),
            Self::Changed => Saying::new("refit-changed-record"),
        }
    }
}

impl Record {
    /// A new one.
    pub fn new(
        (file, hash, given): (&str, &str, Vec<Given>),
        currency: Option<&str>,
        (promise, scored): (Promise, Vec<Scored>),
        design: &str,
    ) -> Self {
        let open = Self {
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
        };
        Self { seal: open.hash_of_the_rest(), ..open }
    }

    fn hash_of_the_rest(&self) -> String {
        let rest = Self { seal: String::new(), ..self.clone() };
        let bytes = serde_json::to_vec(&rest).unwrap_or_default();
        Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// As it is written.
    pub fn text(&self) -> String {
        // numbers are finite and keys are texts: nothing can go wrong
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Read again.
    ///
    /// # Errors
    /// If it is something else.
    pub fn read(text: &str) -> Result<Self, NotARecord> {
        let broken = |e: serde_json::Error| NotARecord::Else { why: e.to_string() };
        let form: serde_json::Value = serde_json::from_str(text).map_err(broken)?;
        match form["format"].as_u64() {
            Some(format) if format > u64::from(FORMAT) => Err(NotARecord::Later),
            _ => {
                let record: Self = serde_json::from_value(form).map_err(broken)?;
                if record.seal == record.hash_of_the_rest() { Ok(record) } else { Err(NotARecord::Changed) }
            }
        }
    }
}
