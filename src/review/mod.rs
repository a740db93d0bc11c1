//! The expert's review of a proposed program: what a simulation means for those who have to decide.
//!
//! A [`Review`] is content without a language or a page: parts made of sentences, each a message key with arguments, and every
//! number in a sentence a reference to one of the review's [`Figures`].

mod content;
mod figure;
mod interval;
mod sentence;

pub use content::{
    Block, Column, Finding, Part, PartKey, Picture, REVIEW_FORMAT, Recommendation, Remedy, Review, Severity,
    Support, Table,
};
pub use figure::{Figure, Figures, Form, Source, Spread};
pub use interval::{Interval, Side};
pub use sentence::{Arg, Sentence, Style, say};
