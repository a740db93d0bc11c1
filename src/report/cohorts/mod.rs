//! What a table of cohorts teaches, for readers: as text, as a page, as JSON, and as a design.

mod design;
mod found;
mod json;
mod story;
mod tables;

pub use design::cohort_design;
pub use found::CohortsFound;
pub(super) use found::step as cohort_step;
pub use json::cohorts_json;
pub use story::{cohorts_html, cohorts_text};
