//! From TOML text to a validated [`Design`], and from a design to one possible [`Truth`].

mod address;
mod catalogue;
mod correlate;
mod edit;
mod element;
mod explain;
mod fault;
mod law;
mod model;
mod numbers;
mod optimise;
mod places;
mod plan_items;
mod problem;
mod program;
mod read;
mod reference;
mod sampling;
mod schema;
mod score_table;
mod special_terms;
mod staff;
mod starter;
mod study;
mod truth;
mod warnings;
mod words;

pub use address::UnknownPath;
pub(crate) use catalogue::Catalogue;
pub use correlate::{Factor, NotPositiveDefinite, correlation_factor};
pub use edit::{Draft, EditFault};
pub use element::ElementKind;
pub use explain::{ExplainRow, explain};
pub use fault::Fault;
pub use model::*;
pub use numbers::{Basis, Law, Number, NumberId, Numbers};
pub use optimise::{Limit, Optimise, OptimiseLever};
pub use places::{Branch, MAX_BRANCHES, Touchpoint};
pub use plan_items::PlanItem;
pub use problem::{Problem, Problems, Warning};
pub use program::*;
pub(crate) use read::meant;
pub use reference::schema_markdown;
pub use sampling::{NotASampling, Sampling};
pub use schema::json_schema;
pub use special_terms::SpecialTerms;
pub use staff::Staff;
pub use starter::starter;
pub use study::{Study, StudyKind};
pub use truth::{Truth, TruthSampler};

#[cfg(test)]
mod tests;
