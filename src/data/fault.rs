//! Why data cannot be used: what, and what to do, as sayings.

use super::answer_fault::AnswerFault;
use super::cohort_fault::CohortFault;
use super::experiment_fault::ExperimentFault;
use super::period_fault::PeriodFault;
use super::role::Role;
use crate::design::{Arg, Saying};

/// Something about the data that stops the work.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Nothing, or no table, is in the file.
    NoTable,
    /// A column that is needed is not there.
    NoColumn {
        /// What it would hold.
        role: Role,
        /// The columns there are.
        columns: Vec<String>,
    },
    /// Several columns may be meant.
    Ambiguous {
        /// What they may hold.
        role: Role,
        /// Their names.
        columns: Vec<String>,
    },
    /// There is no column of that name.
    NoSuchColumn {
        /// The name that was given.
        column: String,
        /// The columns there are.
        columns: Vec<String>,
    },
    /// A column has too many values for groups of customers.
    TooManyKinds {
        /// The column.
        column: String,
        /// How many would be too many.
        most: usize,
    },
    /// Nothing in the dates tells which number is the day and which the month.
    DateOrder {
        /// A date that makes sense either way.
        example: String,
    },
    /// Some dates have the day first, others the month.
    DateOrders,
    /// Nothing in the amounts tells whether a mark divides thousands or decimals.
    Decimal {
        /// An amount that makes sense either way.
        example: String,
    },
    /// Some amounts have a decimal point, others a decimal comma.
    Decimals,
    /// There is more than one currency.
    Currencies {
        /// Those seen first.
        seen: Vec<String>,
    },
    /// A workbook cannot be read.
    Workbook(String),
    /// A Parquet file cannot be read.
    Parquet(String),
    /// This loyalsim was built without the feature that reads Parquet files.
    NoParquet,
    /// Several sheets of a workbook may be meant.
    Sheets {
        /// Their names.
        sheets: Vec<String>,
    },
    /// There is no sheet of that name.
    NoSuchSheet {
        /// The name that was given.
        sheet: String,
        /// The sheets there are.
        sheets: Vec<String>,
    },
    /// A survey or a table of reasons cannot be used.
    Answers(AnswerFault),
    /// A table of cohorts cannot be used.
    Cohorts(CohortFault),
    /// A table of promotions cannot be used.
    Periods(PeriodFault),
    /// A table of an experiment cannot be used.
    Experiment(ExperimentFault),
    /// Too many rows cannot be read.
    TooManyBad {
        /// Rows that cannot be read.
        bad: u64,
        /// All rows.
        rows: u64,
        /// The share that is accepted.
        limit: f64,
    },
    /// The source could not be read to its end.
    Source(String),
    /// The user stopped the work.
    Stopped,
}

impl Fault {
    /// What is wrong; what to do is the message `KEY-help`.
    pub fn saying(&self) -> Saying {
        match self {
            Self::NoTable => Saying::new("data-no-table"),
            Self::NoColumn { role, columns } => Saying::new(no_column(*role)).with("columns", all(columns)),
            Self::Ambiguous { role, columns } => Saying::new("data-ambiguous")
                .with("role", role.word())
                .with("columns", all(columns))
                .with("first", columns.first().map_or("", String::as_str)),
            Self::NoSuchColumn { column, columns } => {
                Saying::new("data-no-such-column").with("column", column).with("columns", all(columns))
            }
            Self::TooManyKinds { column, most } => {
                Saying::new("data-too-many-kinds").with("column", column).with("most", *most as u64)
            }
            Self::DateOrder { example } => Saying::new("data-date-order").with("example", example),
            Self::DateOrders => Saying::new("data-date-orders"),
            Self::Decimal { example } => Saying::new("data-decimal").with("example", example),
            Self::Decimals => Saying::new("data-decimals"),
            Self::Currencies { seen } => Saying::new("data-currencies").with("seen", all(seen)),
            Self::Workbook(why) => Saying::new("data-workbook").with("why", why),
            Self::Parquet(why) => Saying::new("data-parquet").with("why", why),
            Self::NoParquet => Saying::new("data-no-parquet"),
            Self::Sheets { sheets } => Saying::new("data-sheets")
                .with("sheets", all(sheets))
                .with("first", sheets.first().map_or("", String::as_str)),
            Self::NoSuchSheet { sheet, sheets } => {
                Saying::new("data-no-such-sheet").with("sheet", sheet).with("sheets", all(sheets))
            }
            Self::TooManyBad { bad, rows, limit } => Saying::new("data-too-many-bad")
                .with("bad", *bad)
                .with("rows", *rows)
                .with("limit", Arg::rounded(100.0 * limit, 2)),
            Self::Source(why) => Saying::new("data-source").with("why", why),
            Self::Stopped => Saying::new("data-stopped"),
            Self::Answers(fault) => fault.saying(),
            Self::Cohorts(fault) => fault.saying(),
            Self::Periods(fault) => fault.saying(),
            Self::Experiment(fault) => fault.saying(),
        }
    }
}

fn no_column(role: Role) -> &'static str {
    match role {
        Role::Customer => "data-no-customer",
        Role::Score => "data-no-score",
        Role::Reason => "data-no-reason",
        Role::Cause => "data-no-cause",
        Role::From => "data-no-from",
        Role::Until => "data-no-until",
        Role::Kind => "data-no-kind",
        Role::Arm => "data-no-arm",
        _ => "data-no-date",
    }
}

fn all(texts: &[String]) -> Arg {
    Arg::all_of(texts.iter().map(String::as_str))
}
