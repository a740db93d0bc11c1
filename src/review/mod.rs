//! The expert's review of a proposed program: what a simulation means for those who have to decide.
//!
//! A [`Review`] is content without a language or a page: parts made of sentences, each a message key with arguments, and every
//! number in a sentence a reference to one of the review's [`Figures`].

mod advice;
mod attribution;
mod beyond;
mod case;
mod claims;
mod code;
mod conduct;
mod content;
mod counter;
mod desk;
mod diagnosis;
mod drivers;
mod facts;
mod figure;
mod findings;
mod ground;
mod inquiry;
mod interval;
mod lab;
mod measures;
mod named;
mod package;
mod parts;
mod plan_text;
mod proposal;
mod reachable;
mod reached;
mod rivals;
mod robustness;
pub mod rules;
mod sentence;
mod sequential;
mod side_run;
mod side_runs;
mod signals;
mod tell;
mod training;
mod tripwire;
mod turning;
mod watchpoints;

pub use code::Code;
pub use conduct::{ReviewSettings, review};
pub use content::{
    Block, Finding, Part, PartKey, Picture, REVIEW_FORMAT, Recommendation, Remedy, Review, Severity, Shown,
    Support, Table, TableColumn,
};
pub use counter::counter_design;
pub use diagnosis::{Diagnosis, diagnose};
pub use facts::{Fact, Facts, Known};
pub use figure::{Figure, FigureId, Figures, Form, Source};
pub use interval::{Interval, Side, Spread};
pub use lab::Broken;
pub use named::Owners;
pub use sentence::{Arg, Sentence, Style, name, say};
pub use side_runs::RivalDesign;
pub use tell::Piece;
