//! What a round came to: everything that is shown of it, as numbers without words.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A round that has been simulated. Serialised, it is a line of the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Played {
    /// Trials of every design.
    pub trials: u64,
    /// The teams that took part.
    pub teams: Vec<TeamResult>,
    /// The best design found, by a team or by search; where teams are rivals, the one that answers its own best.
    pub best: Best,
    /// The expected net effect that is worth no points: that of the scenario's own program, or of none, whichever is less; where teams are
    /// rivals, the least of them.
    pub floor: f64,
    /// The single trial that stands for a lucky path.
    pub path: u64,
    /// The share of the trials in which the team with the best expected net effect also came first.
    pub deserved: f64,
}

/// What a team's design came to, and what its bets were worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamResult {
    /// Its place among the teams.
    pub team: usize,
    /// The text of its design.
    pub text: String,
    /// The net effect over all trials.
    pub net: Spread,
    /// The net effect in the one trial.
    pub on_path: f64,
    /// The simulated chance of each goal.
    pub goals: Vec<f64>,
    /// What the bet was worth; `None` for a team that did not bet.
    pub bet: Option<BetScore>,
    /// Points for the design: 100 at the best found, 0 at the floor.
    pub design_points: f64,
    /// Whether it is above the budget, for which there are no points.
    #[serde(default)]
    pub over_budget: bool,
    /// Headline numbers by their keys, means over the trials; those that are defined.
    pub numbers: BTreeMap<String, f64>,
    /// The waterfall: keys and means.
    pub steps: Vec<(String, f64)>,
    /// What other teams' programs did, where teams are rivals; everything else is then beside them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rivals: Option<Rivals>,
}

/// A team before customers who can go where the other teams' programs are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rivals {
    /// What customers are offered here.
    pub own: Elsewhere,
    /// What they are offered there.
    pub met: Elsewhere,
    /// The net effect of the same program if nobody else had one.
    pub alone: Spread,
    /// What rivals change of the business's contribution, its program going on.
    pub business: f64,
    /// The best answer found to these rivals.
    pub best: Best,
}

/// What the customers of a team are offered elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    /// What the rival's program is worth to a member, as a share of spend.
    pub worth: f64,
    /// The share of contacts that its staff handle to standard.
    pub proper_contacts: f64,
}

/// A distribution in short.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// Its Monte Carlo error.
    pub mc_error: f64,
    /// 5 % quantile.
    pub p5: f64,
    /// 95 % quantile.
    pub p95: f64,
}

/// What a bet was worth, by proper scores: whoever bets what they believe does best.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BetScore {
    /// Brier score of the chances, mean over goals and trials; undefined without goals.
    pub brier: Option<f64>,
    /// The least that was to be had: that of the simulated chances.
    pub least_brier: Option<f64>,
    /// Interval score of the range, mean over the trials.
    pub interval: f64,
    /// The least that was to be had: that of the simulated range.
    pub least_interval: f64,
    /// Share of the trials inside the range.
    pub inside: f64,
    /// Points for the chances, out of 100; `None` without goals.
    pub chance_points: Option<f64>,
    /// Points for the range, out of 100.
    pub range_points: f64,
}

/// The best design found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Best {
    /// Its expected net effect.
    pub mean: f64,
    /// Its text.
    pub text: String,
    /// The team it is of; `None` where the search found it.
    pub team: Option<usize>,
}

impl TeamResult {
    /// Points of the round: half for the design, half for the bets.
    pub fn points(&self) -> f64 {
        0.5 * self.design_points + 0.5 * self.bet.as_ref().map_or(0.0, BetScore::points)
    }
}

impl BetScore {
    /// Points for the bets: half for the chances, half for the range; without goals all for the range.
    pub fn points(&self) -> f64 {
        self.chance_points.map_or(self.range_points, |chances| 0.5 * chances + 0.5 * self.range_points)
    }
}
