//! Who the customers are: rates, transaction values, propensities to leave, categories.

mod category;
mod contract;
mod curve;
mod grid;
mod history;
mod lifetime;
mod logits;
mod newcomers;
mod people;
mod propensity;
mod quantile_table;
mod recipe;
pub mod retention;
mod strata;

pub use category::{TRAITS, Traits};
pub use curve::{Curve, HazardGroup, MONTHS, Survival, plain_groups};
pub use history::{History, Months};
pub use lifetime::{LEAST_INTEREST, Leaving, Lifetime, Newcomers, margin_multiple};
pub use newcomers::fit;
pub use people::{People, on_arc};
pub use propensity::{Churn, Propensity};
pub use quantile_table::{QuantileTable, Shapes};
pub use recipe::{Origin, Recipe, Since, fill};
pub use strata::{STRATA, Strata, log_spread};
