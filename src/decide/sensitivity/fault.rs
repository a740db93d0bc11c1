//! Why a spread cannot be divided.

use crate::design::Saying;
use std::fmt;

/// Why nothing can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SensitivityFault {
    /// The design is certain about everything.
    Certain,
    /// The measure is no number of a single trial.
    OfManyTrials(String),
    /// The measure is the same in every trial.
    Constant(String),
    /// The measure is undefined too often.
    Undefined {
        /// The measure.
        measure: String,
        /// Rows without a value.
        undefined: usize,
        /// All rows.
        rows: usize,
    },
}

impl SensitivityFault {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Certain => Saying::new("sensitivity-certain"),
            Self::OfManyTrials(measure) => Saying::new("sensitivity-of-many-trials").with("measure", measure),
            Self::Constant(measure) => Saying::new("sensitivity-constant").with("measure", measure),
            Self::Undefined { measure, undefined, rows } => {
                let saying = Saying::new("sensitivity-undefined").with("measure", measure);
                saying.with("undefined", *undefined).with("rows", *rows)
            }
        }
    }
}

impl fmt::Display for SensitivityFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.saying().fmt(f)
    }
}

impl std::error::Error for SensitivityFault {}
