//! What people and other programs read of a run: pure functions of the design and the summary.

mod csv;
mod monthly;
mod quantity;
mod table;
mod text;

pub use csv::monthly_csv;
pub use monthly::monthly_tables;
pub use text::answers;
