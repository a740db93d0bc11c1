//! loyalsim: simulates a loyalty program and answers two questions: for what, and at what price?
//!
//! TOML text → [`design::Design`] → [`plan`] → trials ([`simulate`]) → tallies → summary → charts and report.

// The library computes; only the command line prints, reads files, asks the clock, or ends the process.
#![cfg_attr(not(test), deny(clippy::disallowed_methods))]
#![deny(clippy::print_stdout, clippy::print_stderr, clippy::exit)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable)]

pub mod charts;
pub mod data;
pub mod decide;
pub mod design;
pub mod fit;
pub mod plan;
pub mod population;
pub mod random;
pub mod report;
pub mod review;
pub mod simulate;
pub mod summary;
pub mod units;
pub mod words;
