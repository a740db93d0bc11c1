//! Who the customers are: rates, transaction values, propensities to leave, categories.

mod category;
mod curve;
mod history;
mod logits;
mod people;
mod propensity;
mod quantile_table;
mod recipe;

pub use category::{TRAITS, Traits};
pub use curve::{Curve, HazardGroup, MONTHS, Survival};
pub use history::History;
pub use people::{People, on_arc};
pub use propensity::{Churn, Propensity};
pub use quantile_table::{QuantileTable, Shapes};
pub use recipe::{Origin, Recipe, Since, fill};
