//! What a phone shows: the brief, the team's levers and bets, and what came of them.

use super::brief::brief;
use super::event::{Bet, Event, Phase};
use super::hall::{Common, Hall, refusal};
use super::room::{Room, Student, tidy_name};
use super::told::told;
use super::{purse, says, teamwork};
use crate::serve::desk::{Answered, Refused, aside};
use crate::serve::gate::{same, secret};
use axum::Json;
use axum::extract::State;
use loyalsim::words::{Language, Words};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use tokio::time::Duration;

type Here = State<Arc<Hall>>;

/// In which language.
#[derive(Debug, Deserialize)]
pub struct Asked {
    language: String,
}

/// What a page says, and which teams there are.
pub async fn start(State(hall): Here, Json(asked): Json<Asked>) -> Answered<Value> {
    let language = hall.language(&asked.language);
    Ok(Json(serde_json::json!({ "language": language.code(), "says": says::all(language) })))
}

/// Somebody comes in.
#[derive(Debug, Deserialize)]
pub struct Joining {
    code: String,
    name: String,
    team: String,
    language: String,
}

/// How long a wrong code waits for its answer. Over all connections there are, a code of six letters is then guessed in a class of ninety
/// minutes with a chance of 1 in 200; and whoever types the right one never waits, wherever others guess.
const WRONG: Duration = Duration::from_secs(1);

/// Lets a student in who knows the code; the answer is the phone's secret.
pub async fn join(State(hall): Here, Json(asked): Json<Joining>) -> Answered<String> {
    let language = hall.language(&asked.language);
    let code = hall.room().setup.code.clone();
    let typed = asked.code.trim().to_uppercase();
    if !same(typed.as_bytes(), code.as_bytes()) {
        tokio::time::sleep(WRONG).await;
        return Err(refusal("seminar-wrong-code", Words::new(language)));
    }
    aside(move || {
        let student = secret().map_err(|why| Refused(why.to_string()))?;
        let name = tidy_name(&asked.name);
        // whoever names no team plays alone
        let team =
            Some(tidy_name(&asked.team)).filter(|team| !team.is_empty()).unwrap_or_else(|| name.clone());
        hall.does(Event::Joined { student: student.clone(), name, team }, language)?;
        Ok(Json(student))
    })
    .await
}

/// A phone asks what there is to show, and waits until something has changed.
#[derive(Debug, Deserialize)]
pub struct Looking {
    student: String,
    since: String,
    language: String,
}

/// What a phone shows.
#[derive(Debug, Serialize)]
pub struct Shown {
    mark: String,
    name: String,
    team: String,
    /// The team's place.
    own: usize,
    mates: Vec<String>,
    round: usize,
    phase: &'static str,
    brief: Common,
    values: Vec<f64>,
    /// Who has set the levers last; empty if nobody has.
    by: String,
    bet: Option<Bet>,
    bet_by: String,
    /// How many teams there are, have a design, have bet.
    teams: [usize; 3],
    progress: u64,
    ready: bool,
    result: Option<Common>,
}

/// Shows a phone its state.
pub async fn look(State(hall): Here, Json(asked): Json<Looking>) -> Answered<Shown> {
    let language = hall.language(&asked.language);
    known(&hall, &asked.student, language)?;
    let mark = hall.after(&asked.since).await;
    aside(move || {
        let student = known(&hall, &asked.student, language)?;
        let room = hall.room().clone();
        let (round, number) = (room.round(), room.at());
        let levers = teamwork::handles_of(&hall, &room, language);
        let design = round.designs.get(&student.team);
        let bet = round.bets.get(&student.team);
        let result = shown_result(&hall, &room, language);
        Ok(Json(Shown {
            mark,
            own: student.team,
            team: room.teams[student.team].clone(),
            mates: room.members(student.team).map(|mate| mate.name.clone()).collect(),
            name: student.name,
            round: number + 1,
            phase: round.phase.key(),
            brief: brief_of(&hall, &room, language),
            values: teamwork::values(&levers, round, student.team),
            by: design.map(|(_, by)| by.clone()).unwrap_or_default(),
            bet: bet.map(|(bet, _)| bet.clone()),
            bet_by: bet.map(|(_, by)| by.clone()).unwrap_or_default(),
            teams: counts(&room),
            progress: hall.progress(),
            ready: round.result.is_some(),
            result,
        }))
    })
    .await
}

/// How many teams there are, have a design, have bet.
pub fn counts(room: &Room) -> [usize; 3] {
    let teams = room.peopled();
    let round = room.round();
    let of = |has: &dyn Fn(&usize) -> bool| teams.iter().filter(|team| has(team)).count();
    [teams.len(), of(&|team| round.designs.contains_key(team)), of(&|team| round.bets.contains_key(team))]
}

/// The brief of the present round.
pub fn brief_of(hall: &Hall, room: &Room, language: Language) -> Common {
    let make = || serde_json::to_value(brief(room, room.round(), language)).unwrap_or_default();
    hall.told("brief", (room.edition(), language), make)
}

/// What came out, once it is revealed.
pub fn shown_result(hall: &Hall, room: &Room, language: Language) -> Option<Common> {
    (room.round().phase >= Phase::Reveal).then(|| result_of(hall, room, language))
}

/// What came out.
pub fn result_of(hall: &Hall, room: &Room, language: Language) -> Common {
    let make = || serde_json::to_value(told(room, room.at(), language)).unwrap_or_default();
    hall.told("result", (room.edition(), language), make)
}

fn known(hall: &Hall, token: &str, language: Language) -> Result<Student, Refused> {
    let known = hall.room().student(token).cloned();
    known.ok_or_else(|| refusal("seminar-unknown", Words::new(language)))
}

/// A team settles on a design.
#[derive(Debug, Deserialize)]
pub struct Designing {
    student: String,
    round: usize,
    values: Vec<f64>,
    language: String,
}

/// Takes a team's design, if it is one and within the budget.
pub async fn design(State(hall): Here, Json(asked): Json<Designing>) -> Answered<Option<String>> {
    aside(move || {
        let language = hall.language(&asked.language);
        let words = Words::new(language);
        let student = known(&hall, &asked.student, language)?;
        let Some(number) = asked.round.checked_sub(1) else { return Err(refusal("seminar-late", words)) };
        let (room, values) = (hall.room().clone(), asked.values);
        let event =
            Event::Designed { team: student.team, round: number, by: student.name, values: values.clone() };
        room.allows(&event).map_err(|why| refusal(why, words))?;
        let levers = teamwork::handles_of(&hall, &room, language);
        if let Some(lever) = teamwork::outside(&levers, &values) {
            return Err(Refused(words.say("seminar-outside", &[("lever", lever.name.as_str().into())])));
        }
        let text = teamwork::text(&levers, &room.round().text, &values);
        let text = text.map_err(|fault| Refused(words.tell(&fault.saying())))?;
        let cost = hall.once(&asked.student, || purse::within(&hall, &text, language));
        let cost = cost.ok_or_else(|| refusal("seminar-busy", words))??;
        hall.does(event, language)?;
        Ok(Json(cost))
    })
    .await
}

/// A team bets.
#[derive(Debug, Deserialize)]
pub struct Betting {
    student: String,
    round: usize,
    bet: Bet,
    language: String,
}

/// Takes a team's bet.
pub async fn bet(State(hall): Here, Json(asked): Json<Betting>) -> Answered<()> {
    aside(move || {
        let language = hall.language(&asked.language);
        let words = Words::new(language);
        let student = known(&hall, &asked.student, language)?;
        let Some(round) = asked.round.checked_sub(1) else { return Err(refusal("seminar-late", words)) };
        let goals = brief_of(&hall, &hall.room().clone(), language)["goals"].as_array().map_or(0, Vec::len);
        if asked.bet.chances.len() != goals {
            return Err(refusal("seminar-bad-request", words));
        }
        hall.does(Event::Bet { team: student.team, round, by: student.name, bet: asked.bet }, language)?;
        Ok(Json(()))
    })
    .await
}
