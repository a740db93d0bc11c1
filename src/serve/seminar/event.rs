//! What happens in a class, one line of its log each: whoever reads the lines again is where the class was.

use super::result::Played;
use super::setup::Setup;
use serde::{Deserialize, Serialize};

/// Something that has happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// The class was opened: the first line.
    Opened(Box<Setup>),
    /// A student has come in.
    Joined {
        /// The secret that the phone keeps.
        student: String,
        /// The nickname.
        name: String,
        /// The team's name; a new one founds a team.
        team: String,
    },
    /// The teacher has sent a student out.
    Left {
        /// The nickname.
        name: String,
    },
    /// A team has settled on a design.
    Designed {
        /// Its place among the teams.
        team: usize,
        /// Of which round.
        round: usize,
        /// The nickname of whoever did it.
        by: String,
        /// The levers' values as shown.
        values: Vec<f64>,
    },
    /// A team has bet.
    Bet {
        /// Its place among the teams.
        team: usize,
        /// Of which round.
        round: usize,
        /// The nickname of whoever did it.
        by: String,
        /// What was bet.
        bet: Bet,
    },
    /// The class has moved on.
    Moved {
        /// The round.
        round: usize,
        /// To what it has moved.
        to: Phase,
    },
    /// Something goes wrong in a round, for all teams.
    Shocked {
        /// The round.
        round: usize,
        /// What, by its key; empty where all shocks of the round are taken back.
        shock: String,
        /// The design with it.
        text: String,
    },
    /// All teams have been simulated.
    Played {
        /// The round.
        round: usize,
        /// What came out.
        result: Box<Played>,
    },
}

/// What a team expects before it sees anything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bet {
    /// The chance of each goal.
    pub chances: Vec<f64>,
    /// Where the net effect will not lie below, in nine of ten cases together with `high`.
    pub low: f64,
    /// Where it will not lie above.
    pub high: f64,
}

/// Where a round stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// The business is read.
    Brief,
    /// Levers are set.
    Design,
    /// Bets are made.
    Bet,
    /// All teams are simulated.
    Play,
    /// What came out.
    Reveal,
    /// Why.
    Debrief,
}

impl Phase {
    /// All in their order.
    pub const ALL: [Self; 6] =
        [Self::Brief, Self::Design, Self::Bet, Self::Play, Self::Reveal, Self::Debrief];

    /// Its name in requests and messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Design => "design",
            Self::Bet => "bet",
            Self::Play => "play",
            Self::Reveal => "reveal",
            Self::Debrief => "debrief",
        }
    }
}
