//! What a calibration has found, for readers: as text, as a page, and as a design.

mod apart;
mod design;
mod discounts;
mod experiment;
mod experiment_json;
mod found;
mod html;
mod known;
mod messages;
mod parts;
mod periods;
mod rows;
mod story;
mod tables;
mod text;
mod today;
mod today_part;
mod together;
mod voice;

pub(super) use html::page;
pub(super) use parts::{Block, Part, Table, error};
pub(super) use story::data as data_part;
pub(super) use story::given as given_files;
pub(super) use story::voice as voice_part;
pub(super) use tables::heads;
pub(super) use text::told;
pub(super) use voice::{causes as causes_of_leaving, score};

pub use design::calibrated_design;
pub use discounts::discounts_json;
pub use experiment_json::experiment_json;
pub use found::{Calibration, calibrated_currency};
pub use html::calibration_html;
pub(super) use known::between as group_name;
pub(super) use known::{certain, comment, digits, is_uncertain, measured, quoted, say};
pub use periods::periods_json;
pub(super) use periods::within as periods_within;
pub use rows::{aside_row, customers_csv};
pub use tables::reason as reason_aside;
pub use text::calibration_text;
