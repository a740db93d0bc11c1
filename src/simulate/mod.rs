//! Trials: the same customers with the same luck in every world.
//!
//! A block of customers is a structure of arrays. Month by month, `month` draws everybody's luck once and plays it in every
//! world through short loops over columns; `sums` and `pairs` add the ledger up. Nothing here knows of program elements.

mod adjusted;
mod arrivals;
mod beside;
mod block;
mod cards;
mod cast;
mod circumstances;
mod concentration;
mod curves;
mod departed;
mod foresight;
mod halt;
mod intercepts;
mod lines;
mod luck;
mod month;
mod nps;
mod outlook;
mod owing;
mod pairs;
mod past;
mod picks;
mod pilot;
mod pilots;
mod plan_moves;
mod points_ages;
mod prices;
mod register;
mod run;
mod sample;
mod scales;
mod scratch;
mod seating;
mod seats;
mod settled;
mod state;
mod sums;
mod survey;
mod tally;
mod totals;
mod trial;
mod win_back;

#[cfg(test)]
#[cfg(target_arch = "x86_64")]
mod vector_tests;

pub use crate::design::MAX_CAUSES;
pub use adjusted::adjusted;
pub use beside::play_beside;
pub use concentration::Concentration;
pub use halt::{Halt, unless_given_up};
pub use lines::{Account, Entries, Line, Nature};
pub use outlook::{CLASSES, Item, Kinds, Outlook, Outlooks};
pub use register::{CATEGORIES, CategoryFlows};
pub use run::{Experiment, OTHER_LUCK, Settings};
pub use seats::Lucks;
pub use survey::{ANSWERS, Asked, BranchResult, Survey};
pub use tally::{Along, Tally};
