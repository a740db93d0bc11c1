//! What a calibration has found, for readers: as text, as a page, and as a design.

mod design;
mod found;
mod html;
mod known;
mod parts;
mod story;
mod tables;
mod text;
mod voice;

pub use design::calibrated_design;
pub use found::Calibration;
pub use html::calibration_html;
pub use tables::reason as reason_aside;
pub use text::calibration_text;
