//! From TOML text to a validated [`Design`], and from a design to one possible [`Truth`].

mod correlate;
mod law;
mod model;
mod numbers;
mod program;
mod score_table;
mod truth;

pub use correlate::{Factor, NotPositiveDefinite, correlation_factor};
pub use model::*;
pub use numbers::{Basis, Law, Number, NumberId, Numbers};
pub use program::*;
pub use truth::{Truth, TruthSampler};
