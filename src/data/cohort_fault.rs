//! Why a table of cohorts cannot be used.

use crate::design::Saying;

/// Something about a table of cohorts that stops the work.
#[derive(Debug, Clone, PartialEq)]
pub enum CohortFault {
    /// Neither periods in the head, nor columns of cohort, period and those left.
    NoTable {
        /// The first row.
        columns: Vec<String>,
    },
    /// A cell holds no number.
    NotANumber {
        /// Its row.
        line: u64,
        /// What stands there.
        text: String,
    },
    /// More are left than before.
    Rises {
        /// The row.
        line: u64,
        /// The cohort.
        cohort: String,
        /// The period in which they rise.
        period: usize,
        /// Those before and in it.
        left: [f64; 2],
    },
    /// Nearly a whole cohort goes in one period: probably one that is not over.
    Falls {
        /// The row.
        line: u64,
        /// The cohort.
        cohort: String,
        /// The period in which they go.
        period: usize,
        /// Those before.
        before: f64,
    },
    /// A period in the middle is missing.
    Gap {
        /// The row.
        line: u64,
        /// The cohort.
        cohort: String,
        /// The period.
        period: usize,
    },
    /// The heads of the columns leave periods out.
    HeadGap {
        /// The period that is missing.
        period: usize,
    },
    /// A cohort or a period is there twice.
    Twice {
        /// The row.
        line: u64,
        /// The cohort.
        cohort: String,
    },
    /// Nobody was there at the start.
    Empty {
        /// The row.
        line: u64,
        /// The cohort.
        cohort: String,
    },
    /// More are left than were there at the start.
    MoreThanAll {
        /// The row.
        line: u64,
        /// The cohort.
        cohort: String,
        /// Those left.
        left: f64,
        /// Those at the start.
        size: f64,
    },
    /// Shares without the number of customers that they are of.
    NoSizes,
    /// Numbers that may be customers, percentages or shares.
    Values {
        /// One of them.
        example: String,
    },
    /// The first column is period 1, and nothing says how many were there before.
    NoStart,
    /// Nothing says how long a period is.
    NoPeriod,
    /// Periods of days or weeks.
    Weeks,
    /// Too few periods, or too few who left.
    Few {
        /// Periods of the longest cohort.
        periods: usize,
        /// Customers who left.
        lost: f64,
    },
    /// Nothing says when the last period was.
    NoMonth,
}

impl CohortFault {
    /// What is wrong; what to do is the message `KEY-help`.
    pub fn saying(&self) -> Saying {
        let of = |key: &'static str, line: &u64, cohort: &String| {
            Saying::new(key).with("line", *line).with("cohort", cohort)
        };
        match self {
            Self::NoTable { columns } if columns.is_empty() => Saying::new("cohort-nothing"),
            Self::NoTable { columns } => Saying::new("cohort-no-table").with("columns", columns.join(", ")),
            Self::NotANumber { line, text } => {
                Saying::new("cohort-not-a-number").with("line", *line).with("text", text)
            }
            Self::Rises { line, cohort, period, left } => of("cohort-rises", line, cohort)
                .with("period", *period)
                .with("before", left[0])
                .with("left", left[1]),
            Self::Falls { line, cohort, period, before } => {
                of("cohort-falls", line, cohort).with("period", *period).with("before", *before)
            }
            Self::Gap { line, cohort, period } => of("cohort-gap", line, cohort).with("period", *period),
            Self::HeadGap { period } => Saying::new("cohort-head-gap").with("period", *period),
            Self::Twice { line, cohort } => of("cohort-twice", line, cohort),
            Self::Empty { line, cohort } => of("cohort-empty", line, cohort),
            Self::MoreThanAll { line, cohort, left, size } => {
                of("cohort-more-than-all", line, cohort).with("left", *left).with("size", *size)
            }
            Self::NoSizes => Saying::new("cohort-no-sizes"),
            Self::Values { example } => Saying::new("cohort-values").with("example", example),
            Self::NoStart => Saying::new("cohort-no-start"),
            Self::NoPeriod => Saying::new("cohort-no-period"),
            Self::Weeks => Saying::new("cohort-weeks"),
            Self::Few { periods, lost } => {
                Saying::new("cohort-few").with("periods", *periods).with("lost", libm::round(*lost))
            }
            Self::NoMonth => Saying::new("cohort-no-month"),
        }
    }
}
