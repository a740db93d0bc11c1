//! Before whom teams are simulated: all of them before the same customers, or each before customers who can go to the others.

use super::event::Phase;
use super::result::{Best, Elsewhere};
use super::rivalry;
use super::room::{Room, Round};
use super::{purse, score, search, teamwork};
use crate::serve::levers::Lever;
use crate::serve::shelf::{Shelf, Shelved};
use loyalsim::decide::paired::Rows;
use loyalsim::design::EditFault;
use loyalsim::summary::Scalar;
use loyalsim::words::Language;
use std::collections::BTreeMap;

/// Designs that a search has found and that are played to the end: of one market, and of all markets together.
const FINALISTS: usize = 3;
const MOST: usize = 12;

/// A round as it is simulated.
pub struct Field {
    /// The levers.
    pub levers: Vec<Lever>,
    /// The round.
    pub round: Round,
    /// What a program may cost.
    pub budget: Option<f64>,
    /// The teams.
    pub sides: Vec<Side>,
}

/// A team, and the market it is in.
pub struct Side {
    /// Its place.
    pub team: usize,
    /// The text of its design, as if nobody else had a program.
    pub text: String,
    values: Vec<f64>,
    /// What the customers are offered here and elsewhere, where teams are rivals.
    pub offers: Option<(Elsewhere, Elsewhere)>,
    /// The round's scenario in this market.
    scenario: String,
    /// What is played in it.
    pub own: Candidate,
    /// The scenario's own program.
    pub original: Candidate,
    /// What is best is the best of these, and of the two above.
    found: Vec<Candidate>,
}

/// A design before the customers of a market.
#[derive(Clone)]
pub struct Candidate {
    /// What is simulated.
    pub played: String,
    /// The design without what others do.
    text: String,
    /// The team it is of.
    team: Option<usize>,
}

impl Field {
    /// The field of the present round.
    ///
    /// # Errors
    /// If a design that was valid is no longer.
    pub fn of(room: &Room) -> Result<Self, EditFault> {
        let round = room.round().clone();
        debug_assert_eq!(round.phase, Phase::Play);
        let levers = teamwork::handles(room, &round, Language::En);
        let teams = room.peopled().into_iter().map(|team| {
            let values = teamwork::values(&levers, &round, team);
            teamwork::text(&levers, &round.text, &values).map(|text| (team, values, text))
        });
        let teams = teams.collect::<Result<Vec<_>, _>>()?;
        let offers = offers(&round, teams.iter().map(|(.., text)| text.as_str()));
        let mut sides = Vec::new();
        for (at, (team, values, text)) in teams.into_iter().enumerate() {
            let offers = offers.as_ref().map(|(own, met)| (own[at], met[at]));
            let scenario = match offers {
                Some((_, met)) => rivalry::market(&round.text, met)?,
                None => round.text.clone(),
            };
            let played = teamwork::text(&levers, &scenario, &values)?;
            let own = Candidate { played, text: text.clone(), team: Some(team) };
            let original = Candidate { played: scenario.clone(), text: round.text.clone(), team: None };
            sides.push(Side { team, text, values, offers, scenario, own, original, found: Vec::new() });
        }
        Ok(Self { budget: room.setup.budget, levers, round, sides })
    }

    /// Looks for better designs than the teams' own. `tick` hears of each point.
    ///
    /// # Errors
    /// If the scenario is not valid.
    pub fn search(&mut self, tick: &dyn Fn()) -> Result<(), EditFault> {
        let from: Vec<Vec<f64>> = self.sides.iter().map(|side| side.values.clone()).collect();
        let rivals: Vec<Elsewhere> =
            self.sides.iter().filter_map(|side| side.offers).map(|(_, met)| met).collect();
        // one search for all: markets differ little from their mean
        let (scenario, count) = match rivals.is_empty() {
            true => (self.round.text.clone(), FINALISTS),
            false => {
                let mean = rivalry::mean(rivals.iter().copied());
                (rivalry::market(&self.round.text, mean)?, (MOST / rivals.len()).clamp(1, FINALISTS))
            }
        };
        let of = (self.levers.as_slice(), scenario.as_str(), self.budget);
        let found = search::promising(of, &from, (count, tick));
        let teams: Vec<Candidate> = self.sides.iter().map(|side| side.own.clone()).collect();
        for side in &mut self.sides {
            let candidate = |values: &Vec<f64>| {
                let played = teamwork::text(&self.levers, &side.scenario, values)?;
                let text = teamwork::text(&self.levers, &self.round.text, values)?;
                Ok(Candidate { played, text, team: None })
            };
            let others = if side.offers.is_none() { teams.clone() } else { Vec::new() };
            let found = found.iter().map(candidate).collect::<Result<Vec<_>, EditFault>>()?;
            side.found = others.into_iter().chain(found).collect();
        }
        Ok(())
    }

    /// How many points a search tries, about.
    pub fn points(&self) -> usize {
        search::points(self.levers.len(), self.sides.len())
    }

    /// Everything that is to be played, each design once.
    pub fn texts(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        let alone = self.sides.iter().filter(|side| side.offers.is_some()).map(|side| &side.text);
        let own = self.sides.iter().map(|side| &side.own.played);
        let others = self.sides.iter().flat_map(Side::others).map(|candidate| &candidate.played);
        for text in own.chain(others).chain(alone) {
            if !all.contains(text) {
                all.push(text.clone());
            }
        }
        all
    }
}

impl Side {
    fn others(&self) -> impl Iterator<Item = &Candidate> {
        std::iter::once(&self.original).chain(&self.found)
    }

    /// Whether the team's design is one that it could not have sent: the scenario's, or one of an earlier round, above the budget.
    pub fn is_too_dear(&self, games: &Games, budget: Option<f64>) -> bool {
        budget.is_some_and(|budget| games.cost(&self.own.played) > budget)
    }

    /// The best that is known in this market within the budget, its own design first among equals.
    pub fn best(&self, games: &Games, budget: Option<f64>) -> Best {
        let mean = |candidate: &Candidate| games.mean(&candidate.played, Scalar::NetEffect);
        let teams = self.found.iter().filter(|candidate| candidate.team.is_some());
        let all = std::iter::once(&self.own).chain(teams).chain(self.others());
        let all = all.filter(|one| budget.is_none_or(|budget| games.cost(&one.played) <= budget));
        let best =
            all.reduce(|best, one| if mean(one) > mean(best) { one } else { best }).unwrap_or(&self.own);
        Best { mean: mean(best), text: best.text.clone(), team: best.team }
    }

    /// The expected net effect that is worth nothing here.
    pub fn floor(&self, games: &Games) -> f64 {
        games.mean(&self.original.played, Scalar::NetEffect).min(0.0)
    }
}

/// What each team offers and what it meets, where teams are rivals.
fn offers<'a>(
    round: &Round,
    texts: impl Iterator<Item = &'a str>,
) -> Option<(Vec<Elsewhere>, Vec<Elsewhere>)> {
    let own =
        rivalry::is_on(round).then(|| texts.map(rivalry::offered).collect::<Option<Vec<_>>>()).flatten()?;
    let met = rivalry::met(&own);
    (own.len() > 1).then_some((own, met))
}

/// Everything that has been played.
pub struct Games {
    shelf: Shelf,
    /// Places and names on the shelf of texts.
    known: BTreeMap<String, (usize, String)>,
    /// All outcomes, trial by trial.
    pub rows: Rows,
}

impl Games {
    /// Plays these texts for so many trials; `tick` hears how many are done.
    ///
    /// # Errors
    /// If one is not valid.
    pub fn play(texts: &[String], (stage, trials): (u64, u64), tick: &dyn Fn(u64)) -> Result<Self, String> {
        let mut shelf = Shelf::of(texts.len());
        let hashes = texts.iter().map(|text| shelf.take(text)).collect::<Result<Vec<_>, _>>();
        let hashes = hashes.map_err(|problems| problems.to_string())?;
        for upto in (stage..=trials).step_by(stage as usize) {
            let goals: Vec<_> = hashes.iter().map(|hash| (hash.clone(), upto)).collect();
            shelf.play(&goals, &|| false).map_err(|why| why.to_string())?;
            tick(upto);
        }
        let rows = shelf.rows(&hashes);
        let known = texts.iter().cloned().zip(hashes.into_iter().enumerate()).collect();
        Ok(Self { shelf, known, rows })
    }

    /// The place of a text among the outcomes.
    pub fn place(&self, text: &str) -> usize {
        self.known.get(text).map_or(0, |(place, _)| *place)
    }

    /// A text's design with what came of it.
    pub fn held(&self, text: &str) -> Option<&Shelved> {
        self.shelf.get(&self.known.get(text)?.1)
    }

    /// What a design is expected to cost, judged as when it is sent.
    fn cost(&self, text: &str) -> f64 {
        let values = self.rows.values(self.place(text), Scalar::ProgramCost);
        score::mean(values.into_iter().take(purse::TRIALS as usize))
    }

    /// The mean of a headline number over the trials.
    pub fn mean(&self, text: &str, scalar: Scalar) -> f64 {
        score::mean(self.rows.values(self.place(text), scalar).into_iter())
    }
}
