//! Why there is nothing to find out.

use crate::design::{Arg, Problems, Saying};
use std::fmt;

/// Why there is nothing to find out.
#[derive(Debug)]
pub enum VoiFault {
    /// A design is not valid.
    Design(Box<Problems>),
    /// The design has no program; the name, where it is another one.
    NoProgram(Option<String>),
    /// It is certain about everything.
    Certain,
    /// Another design is in another currency.
    Currency {
        /// The other design.
        name: Option<String>,
        /// Its currency.
        other: String,
        /// The currency of the design.
        currency: String,
    },
}

impl VoiFault {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        let named = |name: &Option<String>| match name {
            Some(name) => Arg::from(name),
            None => Saying::new("voi-choice-counter-design").into(),
        };
        match self {
            Self::Design(problems) => {
                Saying::new("edit-not-valid").with("problems", problems.within_a_sentence())
            }
            Self::NoProgram(None) => Saying::new("voi-no-program"),
            Self::NoProgram(name) => Saying::new("voi-other-no-program").with("name", named(name)),
            Self::Certain => Saying::new("voi-certain"),
            Self::Currency { name, other, currency } => {
                let saying = Saying::new("voi-currency").with("name", named(name)).with("other", other);
                saying.with("currency", currency)
            }
        }
    }
}

impl fmt::Display for VoiFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.saying().fmt(f)
    }
}

impl std::error::Error for VoiFault {}
