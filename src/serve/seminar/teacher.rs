//! What the wall screen shows, and what the teacher does.

use super::code;
use super::event::{Event, Phase};
use super::hall::{Common, Hall, refusal};
use super::room::{Room, tidy_name};
use super::student::{brief_of, counts, result_of, shown_result};
use super::table::csv;
use super::{handout, play, shock};
use crate::serve::assets::REVIEW_POLICY;
use crate::serve::desk::{Answered, Refused, aside};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use loyalsim::words::{Language, Words};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

type Here = State<Arc<Hall>>;

/// The teacher's page asks what there is to show, and waits until something has changed.
#[derive(Debug, Deserialize)]
pub struct Looking {
    since: String,
    language: String,
}

/// What the wall screen shows.
#[derive(Debug, Serialize)]
pub struct Shown {
    mark: String,
    /// Where students find the class, each with its QR code.
    addresses: Vec<(String, String)>,
    code: String,
    /// Whether only this machine can come in.
    alone: bool,
    round: usize,
    phase: &'static str,
    brief: Common,
    teams: Vec<Team>,
    counts: [usize; 3],
    /// What can be done next: where to, in which round.
    steps: Vec<(usize, &'static str)>,
    shocks: Vec<(&'static str, String)>,
    progress: u64,
    /// What went wrong with the simulation.
    failed: Option<String>,
    ready: bool,
    result: Option<Common>,
}

#[derive(Debug, Serialize)]
struct Team {
    name: String,
    members: Vec<String>,
    designed: bool,
    bet: bool,
}

/// Shows the wall screen its state.
pub async fn look(State(hall): Here, Json(asked): Json<Looking>) -> Answered<Shown> {
    let mark = hall.after(&asked.since).await;
    aside(move || {
        let language = hall.language(&asked.language);
        let room = hall.room().clone();
        let result = shown_result(&hall, &room, language);
        let code = room.setup.code.clone();
        let addresses = hall.addresses().iter();
        Ok(Json(Shown {
            mark,
            addresses: addresses.map(|at| (at.clone(), code::drawn(&format!("{at}#{code}")))).collect(),
            alone: hall.addresses().iter().all(|at| at.contains("//127.0.0.1")),
            round: room.at() + 1,
            phase: room.round().phase.key(),
            brief: brief_of(&hall, &room, language),
            teams: teams(&room),
            counts: counts(&room),
            steps: steps(&room),
            shocks: shocks(&room, language),
            progress: hall.progress(),
            failed: hall.failure().map(|why| failed(why, language)),
            ready: room.round().result.is_some(),
            result,
            code,
        }))
    })
    .await
}

fn failed(why: String, language: Language) -> String {
    format!("{} ({why})", Words::new(language).say("seminar-play-failed", &[]))
}

fn teams(room: &Room) -> Vec<Team> {
    let round = room.round();
    let team = |at: usize| Team {
        name: room.teams[at].clone(),
        members: room.members(at).map(|member| member.name.clone()).collect(),
        designed: round.designs.contains_key(&at),
        bet: round.bets.contains_key(&at),
    };
    room.peopled().into_iter().map(team).collect()
}

/// Everything that the class can move on to.
fn steps(room: &Room) -> Vec<(usize, &'static str)> {
    let now = room.at();
    let all = Phase::ALL.map(|to| (now, to)).into_iter().chain([(now + 1, Phase::Brief)]);
    let allowed = all.filter(|(round, to)| room.allows(&Event::Moved { round: *round, to: *to }).is_ok());
    allowed.map(|(round, to)| (round + 1, to.key())).collect()
}

fn shocks(room: &Room, language: Language) -> Vec<(&'static str, String)> {
    if room.round().phase != Phase::Brief {
        return Vec::new();
    }
    let words = Words::new(language);
    shock::possible(room).into_iter().map(|found| (found.key, shock::label(found.key, words))).collect()
}

/// The class is to move on.
#[derive(Debug, Deserialize)]
pub struct Moving {
    round: usize,
    to: Phase,
    language: String,
}

/// Moves the class on; where teams are to be simulated, that begins.
pub async fn step(State(hall): Here, Json(asked): Json<Moving>) -> Answered<()> {
    let language = hall.language(&asked.language);
    let at = Arc::clone(&hall);
    aside(move || {
        let number =
            asked.round.checked_sub(1).ok_or_else(|| refusal("seminar-late", Words::new(language)))?;
        at.does(Event::Moved { round: number, to: asked.to }, language)?;
        Ok(())
    })
    .await?;
    simulate(&hall, language);
    Ok(Json(()))
}

/// Simulates the present round on a thread of its own, if it waits for that.
pub fn simulate(hall: &Arc<Hall>, language: Language) {
    let room = hall.room().clone();
    if room.round().phase != Phase::Play || room.round().result.is_some() {
        return;
    }
    let hall = Arc::clone(hall);
    hall.begins();
    tokio::task::spawn_blocking(move || {
        let played = play::play(&hall, &room).map_err(Refused);
        let same = {
            let now = hall.room();
            now.at() == room.at() && now.round().is_played_as(room.round())
        };
        // the teacher has gone back meanwhile: what was played is not what teams have now
        if !same {
            return;
        }
        let round = room.at();
        let done =
            played.and_then(|result| hall.does(Event::Played { round, result: Box::new(result) }, language));
        match done {
            Err(Refused(why)) => hall.fails(why),
            // before the teacher shows the results, so that no phone waits for its words
            Ok(()) => {
                let room = hall.room().clone();
                let both = Language::ALL.into_iter().filter(|_| room.at() == round);
                both.for_each(|language| drop(result_of(&hall, &room, language)));
            }
        }
    });
}

/// Something is to go wrong; an empty key takes all shocks of the round back.
#[derive(Debug, Deserialize)]
pub struct Shocking {
    round: usize,
    key: String,
    language: String,
}

/// Lets something go wrong in the present round.
pub async fn shock(State(hall): Here, Json(asked): Json<Shocking>) -> Answered<()> {
    aside(move || {
        let language = hall.language(&asked.language);
        let room = hall.room().clone();
        let found = match asked.key.is_empty() {
            true => Some(room.round().begins.clone()),
            false => shock::possible(&room).into_iter().find(|one| one.key == asked.key).map(|one| one.text),
        };
        let words = Words::new(language);
        let text = found.ok_or_else(|| refusal("seminar-bad-request", words))?;
        let number = asked.round.checked_sub(1).ok_or_else(|| refusal("seminar-late", words))?;
        hall.does(Event::Shocked { round: number, shock: asked.key, text }, language)?;
        Ok(Json(()))
    })
    .await
}

/// A student is to leave.
#[derive(Debug, Deserialize)]
pub struct Removing {
    name: String,
    language: String,
}

/// Sends a student out, with a name that should not stand on the wall, for instance.
pub async fn remove(State(hall): Here, Json(asked): Json<Removing>) -> Answered<()> {
    aside(move || {
        let language = hall.language(&asked.language);
        hall.does(Event::Left { name: tidy_name(&asked.name) }, language)?;
        Ok(Json(()))
    })
    .await
}

/// All handouts as a page to be printed.
pub async fn handouts(State(hall): Here, Path(language): Path<String>) -> Result<Response, Refused> {
    let page = aside(move || {
        let language = hall.language(&language);
        let room = hall.room().clone();
        Ok(handout::all(&room, language))
    });
    let policy = HeaderValue::from_static(REVIEW_POLICY);
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    let headers = [(header::CONTENT_SECURITY_POLICY, policy), (header::CONTENT_TYPE, html)];
    Ok((headers, page.await?).into_response())
}

/// The class as a table.
pub async fn table(State(hall): Here) -> Result<Response, Refused> {
    let csv = aside(move || {
        let room = hall.room().clone();
        Ok(csv(&room))
    });
    Ok(([(header::CONTENT_TYPE, "text/csv; charset=utf-8")], csv.await?).into_response())
}
