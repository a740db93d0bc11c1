//! The compiler: a design and one possible truth become levers per month and segment, and constants of response.
//!
//! It stands between the design and the population because everything after it, the monthly step above all, reads levers and
//! constants only: a new program element is one file in `elements` and nothing else.

mod beside;
mod broken_promise;
mod card_terms;
mod causes;
mod compile;
mod contract;
mod costs;
mod deal;
mod earning;
mod elements;
mod left;
mod levers;
mod losses;
mod market;
mod moves;
mod newcomers;
mod offer;
mod places;
mod plan_moves;
mod points_terms;
mod prices;
mod receipts;
mod response;
mod segment;
mod shock;
mod spend_target;
mod staff;
mod today;
mod transition;
mod volume_terms;
mod willing;
mod win_back_terms;
mod work;
mod world;

pub use beside::Parting;
pub use broken_promise::BrokenPromise;
pub use card_terms::CardTerms;
pub use causes::{BOUGHT, DRIVEN, OfCauses, PLACES, UNDRIVEN};
pub use compile::{Others, Plan};
pub use contract::Contract;
pub use costs::FixedCosts;
pub use deal::{BASES, Deal, FLOWS, Flow, Per, Who, Window};
pub use earning::Earning;
pub use left::Left;
pub use levers::{Answered, Handover, LEVELS, Ladder, Levels, Levers, RetentionTerms, of_level, reached};
pub use market::has_events;
pub use moves::{Moves, step};
pub use newcomers::Newcomers;
pub use offer::Offer;
pub use places::{TouchpointPlan, TouchpointScore};
pub use plan_moves::PlanMoves;
pub use points_terms::{Given, PointsTerms};
pub use prices::Prices;
pub use receipts::Receipts;
pub use response::{FAULT_IN_ANSWER, Response};
pub use segment::{SegmentPlan, season};
pub use shock::ServiceShock;
pub use spend_target::SpendTarget;
pub use today::{LivedMonth, Past, Standings};
pub use volume_terms::VolumeTerms;
pub use win_back_terms::WinBackTerms;
pub use world::{StaffMonth, WorldPlan};
