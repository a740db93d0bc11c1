//! Transaction logs as companies export them: bytes in any encoding to purchases by customer and day.
//!
//! Readers take any source of bytes and open nothing themselves. Nothing is guessed: what may mean two things is a [`Fault`] that says what
//! to state.

pub mod amounts;
mod answer_fault;
mod before;
mod cohort_fault;
mod cohort_grid;
mod cohort_heads;
mod cohort_values;
mod cohorts;
pub mod columns;
pub mod dates;
pub mod decode;
mod discount;
mod experiment;
mod experiment_fault;
mod fault;
mod kinds;
mod log;
mod members;
mod options;
mod period_fault;
mod periods;
mod points;
mod purchase;
mod read;
mod read_any;
#[cfg(feature = "parquet")]
mod read_parquet;
mod read_rows;
mod read_workbook;
mod reasons;
mod refunds;
mod role;
mod scores;
mod survey;
mod table;
pub mod workbook;

pub use answer_fault::AnswerFault;
pub use before::{Before, Known as KnownBefore};
pub use cohort_fault::CohortFault;
pub use cohorts::{Cohort, CohortOptions, Cohorts, Counted};
pub use columns::{Columns, Mapped, MoneyColumns};
pub use experiment::{Assigned, ExperimentOptions, Outcome};
pub use experiment_fault::ExperimentFault;
pub use fault::Fault;
pub use kinds::Kinds;
pub use log::Log;
pub use members::{Member, Members};
pub use options::Options;
pub use period_fault::PeriodFault;
pub use periods::{Period, PeriodKind};
pub use points::{Account, Accounts, Has, Moved, Movement};
pub use purchase::{Customer, Purchase};
pub use read::{Aside, Reader, Reason, Told};
pub use reasons::{Reasons, Told as ToldCause};
pub use role::Role;
pub use scores::{Answer, Scores};
pub use survey::Survey;
