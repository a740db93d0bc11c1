//! Sampling plans: how the trials are spread over what is uncertain.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How the uncertain numbers of the trials are drawn. In each of them every number has its own distribution and the correlations
/// of the design; they differ in how evenly the trials cover them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sampling {
    /// Independent draws.
    Plain,
    /// Latin hypercubes in blocks of trials ([`crate::random::latin`]): what each number does by itself averages out within a block,
    /// and the blocks tell the Monte Carlo error.
    #[default]
    Latin,
    /// A scrambled Sobol' sequence ([`crate::random::sobol`]): even coverage of combinations of numbers too. Its true Monte Carlo error
    /// is smaller than stated. A number added to the design changes the draws of the others.
    Sobol,
}

impl Sampling {
    /// All plans.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Latin, Self::Sobol];

    /// Its word on the command line and in results.
    pub fn key(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Latin => "latin",
            Self::Sobol => "sobol",
        }
    }
}

impl fmt::Display for Sampling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// The text names no sampling plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a sampling plan: write latin, sobol or plain")]
pub struct NotASampling(pub String);

impl FromStr for Sampling {
    type Err = NotASampling;

    fn from_str(text: &str) -> Result<Self, NotASampling> {
        Self::ALL.into_iter().find(|plan| plan.key() == text).ok_or_else(|| NotASampling(text.to_owned()))
    }
}
