//! Why a survey, or a table of reasons for leaving, cannot be used.

use crate::design::Saying;

/// Something about what customers say that stops the work.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerFault {
    /// Too few answers, or leavers who told a reason.
    Few {
        /// Those there are.
        count: usize,
        /// Those needed.
        least: usize,
    },
    /// The scores are not from 0 to 10.
    Scale {
        /// The highest.
        highest: u8,
    },
    /// Reasons of which nobody knows which cause they stand for.
    UnknownReasons {
        /// The most frequent.
        reasons: Vec<String>,
        /// How many others there are.
        more: usize,
    },
    /// A count is no whole number.
    NoCount {
        /// Its row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// Nothing in a table of customers tells of membership.
    NoMembership {
        /// The columns there are.
        columns: Vec<String>,
    },
    /// A day of joining cannot be read.
    NoJoining {
        /// Its row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// A balance is no number from 0 on.
    NoBalance {
        /// Its row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// A cause that no design has.
    NoCause {
        /// Its row.
        line: u64,
        /// What stands there.
        text: String,
    },
}

impl AnswerFault {
    /// What is wrong; what to do is the message `KEY-help`.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Few { count, least } => {
                Saying::new("data-few-answers").with("count", *count).with("least", *least)
            }
            Self::Scale { highest } => Saying::new("data-scale").with("highest", u64::from(*highest)),
            Self::UnknownReasons { reasons, more } => Saying::new("data-unknown-reasons")
                .with("reasons", reasons.join("; "))
                .with("rest", if *more == 0 { "no" } else { "yes" })
                .with("more", *more),
            Self::NoCount { line, text } => {
                Saying::new("data-not-a-count").with("line", *line).with("text", text)
            }
            Self::NoMembership { columns } => {
                Saying::new("data-no-membership").with("columns", columns.join(", "))
            }
            Self::NoJoining { line, text } => {
                Saying::new("data-not-a-joining").with("line", *line).with("text", text)
            }
            Self::NoBalance { line, text } => {
                Saying::new("data-not-a-balance").with("line", *line).with("text", text)
            }
            Self::NoCause { line, text } => {
                Saying::new("data-not-a-cause").with("line", *line).with("text", text)
            }
        }
    }
}
