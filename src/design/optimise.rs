//! What a design says about its own improvement.

use super::goal::GoalBound;
use super::numbers::NumberId;

/// What `loyalsim optimise` may change, is to improve, and must keep.
#[derive(Debug, Clone)]
pub struct Optimise {
    /// Words of the measures to improve, at least one.
    pub objectives: Vec<String>,
    /// The levers, at least one.
    pub levers: Vec<OptimiseLever>,
    /// What must hold.
    pub constraints: Vec<Limit>,
}

/// A number that may be changed.
#[derive(Debug, Clone)]
pub struct OptimiseLever {
    /// Its path as written.
    pub path: String,
    /// Smallest value.
    pub low: NumberId,
    /// Largest value.
    pub high: NumberId,
    /// Steps in which it may be changed.
    pub step: Option<NumberId>,
}

/// A limit on a measure.
#[derive(Debug, Clone)]
pub struct Limit {
    /// Word of the measure.
    pub measure: String,
    /// Which side is allowed.
    pub bound: GoalBound,
    /// Where the limit lies.
    pub value: NumberId,
}
