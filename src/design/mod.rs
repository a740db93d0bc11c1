//! From TOML text to a validated [`Design`], and from a design to one possible [`Truth`].

mod catalogue;
mod correlate;
mod fault;
mod law;
mod model;
mod numbers;
mod problem;
mod program;
mod read;
mod score_table;
mod truth;
mod warnings;
mod words;

pub use correlate::{Factor, NotPositiveDefinite, correlation_factor};
pub use fault::Fault;
pub use model::*;
pub use numbers::{Basis, Law, Number, NumberId, Numbers};
pub use problem::{Problem, Problems, Warning};
pub use program::*;
pub use truth::{Truth, TruthSampler};

#[cfg(test)]
mod tests;
