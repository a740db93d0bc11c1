//! From TOML text to a validated [`Design`], and from a design to one possible [`Truth`].

mod model;
mod numbers;
mod program;
mod truth;

pub use model::*;
pub use numbers::{Basis, Law, Number, NumberId, Numbers};
pub use program::*;
pub use truth::Truth;
