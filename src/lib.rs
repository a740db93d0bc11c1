//! loyalsim: simulates a loyalty program and answers two questions: for what, and at what price?
//!
//! TOML text → [`design::Design`] → [`plan`] → trials ([`simulate`]) → tallies → summary → charts and report.

pub mod design;
pub mod random;
pub mod simulate;
pub mod summary;
pub mod units;
