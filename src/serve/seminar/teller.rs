//! A round, and the words in which it is told.

use super::result::{Played, TeamResult};
use super::room::{Room, Round};
use crate::serve::difference::differences;
use loyalsim::design::Design;
use loyalsim::summary::Scalar;
use loyalsim::words::Words;

/// What is needed to tell a round.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The class.
    pub room: &'a Room,
    /// The round.
    pub round: &'a Round,
    /// What it came to.
    pub played: &'a Played,
    /// The scenario.
    pub design: &'a Design,
    /// Speaks, in its currency.
    pub words: Words<'a>,
}

impl Teller<'_> {
    /// A headline number of a team.
    pub fn number(self, result: &TeamResult, scalar: Scalar) -> Option<f64> {
        result.numbers.get(scalar.key()).copied()
    }

    /// What a design differs by from the scenario.
    pub fn changes(self, text: &str) -> Vec<String> {
        self.between(&self.round.text, text)
    }

    /// What one design differs by from another.
    pub fn between(self, before: &str, after: &str) -> Vec<String> {
        let both = Design::parse(before).ok().zip(Design::parse(after).ok());
        both.map_or_else(Vec::new, |(old, new)| differences(&old, &new, (before, after), self.words))
    }
}
