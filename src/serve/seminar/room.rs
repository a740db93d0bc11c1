//! The class as its log tells it: who is there, in which team, and where every round stands.

use super::event::{Bet, Event, Phase};
use super::result::Played;
use super::setup::Setup;
use std::collections::BTreeMap;

/// Students of a class, and letters of a name; a wall screen shows no more.
pub const MOST_STUDENTS: usize = 200;
pub const MOST_TEAMS: usize = 40;
const LONGEST_NAME: usize = 24;
const MOST_MARKS: usize = 2;
/// How many may have come in, those sent out among them, and how many teams they may have founded.
const MOST_EVER: usize = 2_000;
/// Designs and bets that a student may send in a round. Nobody needs as many, and the log of a class stays one that can be read.
pub const MOST_SENT: usize = 100;

/// A student.
#[derive(Debug, Clone)]
pub struct Student {
    /// The secret of the phone.
    pub token: String,
    /// The nickname.
    pub name: String,
    /// The team's place.
    pub team: usize,
}

/// A round.
#[derive(Debug, Clone)]
pub struct Round {
    /// Where it stands.
    pub phase: Phase,
    /// The scenario as the round began.
    pub begins: String,
    /// The scenario with the round's shocks.
    pub text: String,
    /// The shocks by key.
    pub shocks: Vec<String>,
    /// How often shocks have changed the scenario.
    pub changes: usize,
    /// The levers' values of each team that has set some, and by whom.
    pub designs: BTreeMap<usize, (Vec<f64>, String)>,
    /// The bets, and by whom.
    pub bets: BTreeMap<usize, (Bet, String)>,
    /// What came out.
    pub result: Option<Played>,
    /// How often each student has sent something.
    sent: BTreeMap<String, usize>,
}

/// The class.
#[derive(Debug, Clone)]
pub struct Room {
    /// What it was set up with.
    pub setup: Setup,
    /// Who is there.
    pub students: Vec<Student>,
    /// The teams' names.
    pub teams: Vec<String>,
    /// The rounds, the present one last.
    pub rounds: Vec<Round>,
    /// How many have come in, those sent out among them.
    joined: usize,
}

/// Why something cannot happen: the key of a message.
pub type Why = &'static str;

impl Round {
    fn new(text: String, designs: BTreeMap<usize, (Vec<f64>, String)>) -> Self {
        let (begins, phase) = (text.clone(), Phase::Brief);
        Self {
            phase,
            begins,
            text,
            shocks: Vec::new(),
            changes: 0,
            designs,
            bets: BTreeMap::new(),
            result: None,
            sent: BTreeMap::new(),
        }
    }
}

impl Round {
    fn counts(&mut self, by: &str) {
        *self.sent.entry(by.to_owned()).or_default() += 1;
    }

    /// Whether another state of the round would be simulated, and scored, alike.
    pub fn is_played_as(&self, other: &Self) -> bool {
        (self.phase, &self.text, &self.shocks, &self.designs, &self.bets)
            == (other.phase, &other.text, &other.shocks, &other.designs, &other.bets)
    }
}

impl Room {
    /// A class in which nothing has happened yet.
    pub fn new(setup: Setup) -> Self {
        let first = Round::new(setup.text.clone(), BTreeMap::new());
        Self { setup, students: Vec::new(), teams: Vec::new(), rounds: vec![first], joined: 0 }
    }

    /// The number of the present round, counted from 0.
    pub fn at(&self) -> usize {
        self.rounds.len() - 1
    }

    /// The present round.
    pub fn round(&self) -> &Round {
        &self.rounds[self.at()]
    }

    /// The present round, and how often its scenario has changed: the same edition shows the same.
    pub fn edition(&self) -> (usize, usize) {
        (self.at(), self.round().changes)
    }

    /// The student with a secret.
    pub fn student(&self, token: &str) -> Option<&Student> {
        let known = |student: &&Student| crate::serve::gate::same(student.token.as_bytes(), token.as_bytes());
        self.students.iter().find(known)
    }

    /// The students of a team.
    pub fn members(&self, team: usize) -> impl Iterator<Item = &Student> {
        self.students.iter().filter(move |student| student.team == team)
    }

    /// The teams that have students, by their places.
    pub fn peopled(&self) -> Vec<usize> {
        (0..self.teams.len()).filter(|team| self.members(*team).next().is_some()).collect()
    }

    /// Whether something can happen now.
    ///
    /// # Errors
    /// If not, and why.
    pub fn allows(&self, event: &Event) -> Result<(), Why> {
        let here = |round: usize, phase: Phase| {
            let now = round == self.at() && self.round().phase == phase;
            if now { Ok(()) } else { Err("seminar-late") }
        };
        match event {
            Event::Opened(_) => Err("seminar-late"),
            Event::Joined { name, team, .. } => self.admits(name, team),
            Event::Left { name } => {
                let there = self.students.iter().any(|student| student.name == *name);
                if there { Ok(()) } else { Err("seminar-nobody") }
            }
            Event::Designed { round, values, by, .. } => {
                here(*round, Phase::Design)?;
                self.hears(by)?;
                if values.len() == self.setup.levers.len() { Ok(()) } else { Err("seminar-bad-request") }
            }
            Event::Bet { round, bet, by, .. } => {
                here(*round, Phase::Bet)?;
                self.hears(by)?;
                sensible(bet)
            }
            Event::Shocked { round, .. } => here(*round, Phase::Brief),
            Event::Played { round, result } => {
                here(*round, Phase::Play)?;
                let known = |team: usize| team < self.teams.len();
                let best = std::iter::once(&result.best).chain(
                    result.teams.iter().filter_map(|team| team.rivals.as_ref()).map(|rivals| &rivals.best),
                );
                if !result.teams.iter().all(|played| known(played.team))
                    || !best.filter_map(|best| best.team).all(known)
                {
                    return Err("seminar-bad-request");
                }
                if self.round().result.is_none() { Ok(()) } else { Err("seminar-late") }
            }
            Event::Moved { round, to } => self.moves(*round, *to),
        }
    }

    fn admits(&self, name: &str, team: &str) -> Result<(), Why> {
        if name.is_empty() || team.is_empty() {
            return Err("seminar-no-name");
        }
        let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
        if self.students.iter().any(|student| same(&student.name, name)) {
            return Err("seminar-name-taken");
        }
        // a team whose students have been sent out takes nobody's place
        let peopled = self.peopled();
        let new = !peopled.iter().any(|known| same(&self.teams[*known], team));
        let full = self.students.len() >= MOST_STUDENTS || new && peopled.len() >= MOST_TEAMS;
        if full || self.joined >= MOST_EVER { Err("seminar-full") } else { Ok(()) }
    }

    /// Whether a student has not sent more than anybody needs.
    fn hears(&self, name: &str) -> Result<(), Why> {
        let sent = self.round().sent.get(name).copied().unwrap_or(0);
        if sent < MOST_SENT { Ok(()) } else { Err("seminar-too-often") }
    }

    fn moves(&self, round: usize, to: Phase) -> Result<(), Why> {
        use Phase::{Bet, Brief, Debrief, Design, Play, Reveal};
        let now = self.round();
        if to == Brief && round == self.rounds.len() && matches!(now.phase, Reveal | Debrief) {
            return Ok(());
        }
        let steps = match now.phase {
            Brief => &[Design][..],
            Design => &[Brief, Bet],
            Bet => &[Design, Play],
            Play if now.result.is_some() => &[Reveal],
            // a simulation that failed would fail again
            Play => &[Design],
            Reveal => &[Debrief],
            Debrief => &[Reveal],
        };
        if to == Design && self.peopled().is_empty() {
            return Err("seminar-empty");
        }
        if round == self.at() && steps.contains(&to) { Ok(()) } else { Err("seminar-late") }
    }

    /// Makes something happen that is allowed, or stands in the log.
    pub fn happens(&mut self, event: Event) {
        match event {
            Event::Opened(_) => {}
            Event::Joined { student, name, team } => self.joins(student, name, &team),
            Event::Left { name } => self.students.retain(|student| student.name != name),
            Event::Moved { round, to: Phase::Brief } if round == self.rounds.len() => {
                let Some(last) = self.rounds.last() else { return };
                self.rounds.push(Round::new(last.text.clone(), last.designs.clone()));
            }
            Event::Designed { round, team, values, by } => {
                self.change(round, |round| {
                    round.counts(&by);
                    round.designs.insert(team, (values, by));
                });
            }
            Event::Bet { round, team, bet, by } => {
                self.change(round, |round| {
                    round.counts(&by);
                    round.bets.insert(team, (bet, by));
                });
            }
            Event::Moved { round, to } => self.change(round, |round| round.phase = to),
            Event::Shocked { round, shock, text } => self.change(round, |round| {
                round.text = text;
                round.changes += 1;
                if shock.is_empty() { round.shocks.clear() } else { round.shocks.push(shock) }
            }),
            Event::Played { round, result } => self.change(round, |round| round.result = Some(*result)),
        }
    }

    fn joins(&mut self, token: String, name: String, team: &str) {
        self.joined += 1;
        let known = self.teams.iter().position(|known| known.to_lowercase() == team.to_lowercase());
        let team = known.unwrap_or_else(|| {
            self.teams.push(team.to_owned());
            self.teams.len() - 1
        });
        self.students.push(Student { token, name, team });
    }

    fn change(&mut self, round: usize, change: impl FnOnce(&mut Round)) {
        if let Some(round) = self.rounds.get_mut(round) {
            change(round);
        }
    }
}

/// A bet that says something.
fn sensible(bet: &Bet) -> Result<(), Why> {
    const LARGEST: f64 = 1e15;
    let ends = [bet.low, bet.high];
    if !bet.chances.iter().all(|chance| (0.0..=1.0).contains(chance)) {
        return Err("seminar-bad-chance");
    }
    if !ends.iter().all(|end| end.abs() <= LARGEST) || bet.low > bet.high {
        return Err("seminar-bad-range");
    }
    Ok(())
}

/// A name as it is kept: one line of what can be seen, not too long.
pub fn tidy_name(name: &str) -> String {
    let mut marks = 0;
    // letters may carry marks, but not towers of them
    let carried = |c: &char| {
        marks = if is_mark(*c) { marks + 1 } else { 0 };
        marks <= MOST_MARKS
    };
    let seen: String = name.chars().filter(|c| !c.is_control() && !is_unseen(*c)).filter(carried).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_NAME).collect::<String>().trim().to_owned()
}

/// Whether a sign stands above or below the one before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Marks that turn or hide what stands beside them, and letters that show nothing.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
#[path = "room_tests.rs"]
mod tests;
