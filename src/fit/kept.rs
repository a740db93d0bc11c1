//! Records that are kept in files: sealed, so that what was changed afterwards is noticed, and read again.

use crate::design::Saying;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The only form so far.
pub(super) const FORMAT: u32 = 1;

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
    /// It is of a table of cohorts.
    OfCohorts,
    /// It is of purchases.
    OfPurchases,
}

impl NotARecord {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Else { why } => Saying::new("refit-no-record").with("why", why),
            Self::Later => Saying::new("refit-later-record"),
            Self::Changed => Saying::new("refit-changed-record"),
            Self::OfCohorts => Saying::new("refit-of-cohorts"),
            Self::OfPurchases => Saying::new("refit-of-purchases"),
        }
    }
}

/// A record with its form (`format`) and a seal over all the rest.
pub(super) trait Kept: Clone + Serialize + DeserializeOwned {
    /// The seal.
    fn seal(&mut self) -> &mut String;

    /// What else a file is that has the form of another kind of record.
    fn other(form: &Value) -> Option<NotARecord>;

    /// The same, sealed.
    fn sealed(mut self) -> Self {
        self.seal().clear();
        let bytes = serde_json::to_vec(&self).unwrap_or_default();
        *self.seal() = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        self
    }

    /// As it is written.
    fn written(&self) -> String {
        // numbers are finite and keys are texts: nothing can go wrong
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Read again.
    ///
    /// # Errors
    /// If it is something else, of a later form, or changed.
    fn read_again(text: &str) -> Result<Self, NotARecord> {
        let broken = |e: serde_json::Error| NotARecord::Else { why: e.to_string() };
        let form: Value = serde_json::from_str(text).map_err(broken)?;
        if form["format"].as_u64().is_some_and(|format| format > u64::from(FORMAT)) {
            return Err(NotARecord::Later);
        }
        if let Some(other) = Self::other(&form) {
            return Err(other);
        }
        let mut record: Self = serde_json::from_value(form).map_err(broken)?;
        let mut again = record.clone().sealed();
        if record.seal() == again.seal() { Ok(record) } else { Err(NotARecord::Changed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Note {
        format: u32,
        says: String,
        seal: String,
    }

    impl Kept for Note {
        fn seal(&mut self) -> &mut String {
            &mut self.seal
        }

        fn other(form: &Value) -> Option<NotARecord> {
            form["cohorts"].is_array().then_some(NotARecord::OfCohorts)
        }
    }

    #[test]
    fn what_was_changed_is_noticed() {
        let note = Note { format: FORMAT, says: "12 purchases".to_owned(), seal: String::new() }.sealed();
        let text = note.written();
        assert_eq!(Note::read_again(&text), Ok(note));
        assert_eq!(Note::read_again(&text.replace("12", "13")), Err(NotARecord::Changed));
        assert_eq!(Note::read_again(&text.replace(": 1,", ": 2,")), Err(NotARecord::Later));
        assert_eq!(Note::read_again("{\"cohorts\": []}"), Err(NotARecord::OfCohorts));
        assert!(matches!(Note::read_again("[1"), Err(NotARecord::Else { .. })));
    }
}
