//! Models of purchases and of staying, and their estimation from what customers have done.
//!
//! Time is in weeks. Everything is a pure function of a log and of numbers.

pub mod backtest;
pub mod beta_geometric;
pub mod bg_bb;
pub mod choose;
pub mod cohort;
pub mod cohort_learn;
pub mod cohort_played;
pub mod cohort_test;
pub mod counts;
pub mod customers;
pub mod forecast;
pub mod gamma_gamma;
pub mod groups;
pub mod headline;
pub mod jet;
pub mod known;
pub mod learn;
pub mod maximise;
pub mod model;
pub mod naive;
pub mod newcomers;
pub mod pareto;
mod points_terms;
pub mod promise;
pub mod receipts;
pub mod record;
pub mod scored;
pub mod shop;
pub mod takings;
mod tiers_today;
pub mod today;
pub mod uncertainty;
pub mod voice;
pub mod window;

#[cfg(test)]
mod rank_tests;
#[cfg(test)]
mod tests;
