//! Transaction logs as companies export them: bytes in any encoding to purchases by customer and day.
//!
//! Readers take any source of bytes and open nothing themselves. Nothing is guessed: what may mean two things is a [`Fault`] that says what
//! to state.

pub mod amounts;
pub mod columns;
pub mod dates;
pub mod decode;
mod fault;
mod log;
mod options;
mod purchase;
mod read;
mod refunds;
mod role;
mod survey;

pub use columns::{Columns, Mapped, MoneyColumns};
pub use fault::Fault;
pub use log::Log;
pub use options::Options;
pub use purchase::{Customer, Purchase};
pub use read::{Aside, Reader, Reason, Told};
pub use role::Role;
pub use survey::Survey;
