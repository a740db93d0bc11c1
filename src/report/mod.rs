//! What people and other programs read of a run: pure functions of the design and the summary.

mod csv;
mod json;
mod monthly;
mod quantity;
mod table;
mod text;
mod trials_csv;

pub use csv::monthly_csv;
pub use json::summary_json;
pub use monthly::monthly_tables;
pub use text::answers;
pub use trials_csv::trials_csv;
