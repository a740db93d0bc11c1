//! What a calibration has found, for readers: as text, as a page, and as a design.

mod design;
mod found;
mod html;
mod known;
mod parts;
mod rows;
mod story;
mod tables;
mod text;
mod voice;

pub use design::calibrated_design;
pub use found::{Calibration, calibrated_currency};
pub use html::calibration_html;
pub(super) use known::between as group_name;
pub use rows::{aside_row, customers_csv};
pub use tables::reason as reason_aside;
pub use text::calibration_text;
