//! Who the customers are: rates, transaction values, propensities to leave, categories.

mod category;
mod logits;
mod people;
mod propensity;
mod purchase_clock;
mod quantile_table;
mod recipe;

pub use category::{TRAITS, Traits};
pub use people::{People, on_arc};
pub use propensity::{Churn, Curve, Propensity};
pub use quantile_table::{QuantileTable, Shapes};
pub use recipe::{Origin, Recipe, Since, fill};
