//! Which part of how many.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// The third of twenty parts: `3/20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Nth {
    /// Counted from 1.
    pub part: u64,
    /// How many there are.
    pub of: u64,
}

/// The text names no part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("write which part of how many, for instance 3/20")]
pub struct NotAPartOf;

/// Nobody splits a run into more parts.
const MOST: u64 = 1_000_000;

impl Nth {
    /// Whether it is one of so many.
    pub(super) fn is_one(self) -> bool {
        (1..=self.of).contains(&self.part) && self.of <= MOST
    }

    /// Its share of `trials` trials: no two parts differ by more than one.
    pub fn range(self, trials: u64) -> Range<u64> {
        let bound = |part: u64| (u128::from(trials) * u128::from(part) / u128::from(self.of)) as u64;
        bound(self.part - 1)..bound(self.part)
    }
}

impl fmt::Display for Nth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.of)
    }
}

impl FromStr for Nth {
    type Err = NotAPartOf;

    fn from_str(text: &str) -> Result<Self, NotAPartOf> {
        let (part, of) = text.split_once('/').ok_or(NotAPartOf)?;
        let number = |text: &str| text.trim().parse().map_err(|_| NotAPartOf);
        let nth = Self { part: number(part)?, of: number(of)? };
        if nth.is_one() { Ok(nth) } else { Err(NotAPartOf) }
    }
}
