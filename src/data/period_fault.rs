//! Why a table of promotions cannot be used.

use crate::design::Saying;

/// What is wrong with such a table.
#[derive(Debug, Clone, PartialEq)]
pub enum PeriodFault {
    /// A day cannot be read.
    Day {
        /// The row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// The last day is before the first.
    Backwards {
        /// The row.
        line: u64,
    },
    /// It is neither a promotion nor a program.
    Kind {
        /// The row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// The discount is no share of a price.
    Discount {
        /// The row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// There are no rows.
    Empty,
}

impl PeriodFault {
    /// What is wrong; what to do is the message `KEY-help`.
    pub fn saying(&self) -> Saying {
        let with = |key: &'static str, line: &u64, text: &str| {
            Saying::new(key).with("line", *line).with("text", text)
        };
        match self {
            Self::Day { line, text } => with("data-period-day", line, text),
            Self::Backwards { line } => Saying::new("data-period-backwards").with("line", *line),
            Self::Kind { line, text } => with("data-period-kind", line, text),
            Self::Discount { line, text } => with("data-period-discount", line, text),
            Self::Empty => Saying::new("data-period-empty"),
        }
    }
}
