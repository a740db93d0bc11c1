//! Models of purchases and of staying, and their estimation from what customers have done.
//!
//! Time is in weeks. Everything is a pure function of a log and of numbers.

pub mod adjusted;
pub mod apart;
pub mod apart_learn;
pub mod backtest;
pub mod balance;
pub mod beta_geometric;
pub mod bg_bb;
pub mod choose;
pub mod cohort;
pub mod cohort_learn;
pub mod cohort_played;
pub mod cohort_promise;
pub mod cohort_record;
pub mod cohort_test;
mod condense;
pub mod counts;
pub mod customers;
pub mod depth;
pub mod discounts;
pub mod effects;
pub mod experiment;
pub mod forecast;
pub mod gamma_gamma;
pub mod groups;
pub mod headline;
pub mod hill;
pub mod jet;
pub mod kept;
pub mod known;
pub mod learn;
pub mod maximise;
pub mod message_lift;
pub mod model;
pub mod naive;
pub mod newcomers;
pub mod pareto;
pub mod parted;
mod points_age;
mod points_terms;
pub mod promise;
pub mod receipts;
pub mod record;
mod reference;
pub mod scored;
pub mod season;
pub mod season_test;
mod serial;
pub mod shop;
pub mod takings;
mod tiers_today;
pub mod timed;
pub mod today;
pub mod tracked;
pub mod uncertainty;
pub mod voice;
pub mod window;

#[cfg(test)]
mod apart_tests;
#[cfg(test)]
mod discounts_tests;
#[cfg(test)]
mod experiment_tests;
#[cfg(test)]
mod promise_tests;
#[cfg(test)]
mod rank_tests;
#[cfg(test)]
mod tests;
