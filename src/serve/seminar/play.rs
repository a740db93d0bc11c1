//! A round is simulated: all teams on the same customers and luck, and a search for the best that was to be had.

use super::event::Bet;
use super::hall::Hall;
use super::result::{Best, Played, Spread, TeamResult};
use super::room::{Room, Round};
use super::{score, search, teamwork};
use crate::serve::levers::Lever;
use crate::serve::shelf::{Shelf, Shelved};
use loyalsim::decide::Measure;
use loyalsim::decide::paired::Rows;
use loyalsim::decide::usual;
use loyalsim::design::Design;
use loyalsim::summary::{Outcome, Scalar};
use loyalsim::words::Language;

/// Trials after which it is told how far they are.
const STAGE: u64 = 16;

/// What the teams of a round are played with.
struct Table {
    levers: Vec<Lever>,
    round: Round,
    budget: Option<f64>,
    /// The teams' places, and the texts of their designs.
    teams: Vec<(usize, String)>,
}

/// Simulates the present round of a class.
///
/// # Errors
/// If a design that was valid is no longer.
pub fn play(hall: &Hall, room: &Room) -> Result<Played, String> {
    let (table, number) = (table(room)?, room.at());
    let found = searched(hall, &table);
    let own = table.teams.iter().map(|(_, text)| text.clone());
    let texts: Vec<String> = own.chain([table.round.text.clone()]).chain(found).collect();
    let mut shelf = Shelf::of(texts.len());
    let hashes = texts.iter().map(|text| shelf.take(text)).collect::<Result<Vec<_>, _>>();
    let hashes = hashes.map_err(|problems| problems.to_string())?;
    for upto in (STAGE..=usual::TRIALS).step_by(STAGE as usize) {
        let goals: Vec<_> = hashes.iter().map(|hash| (hash.clone(), upto)).collect();
        shelf.play(&goals, &|| false).map_err(|why| why.to_string())?;
        hall.comes_to(SEARCHED + (100 - SEARCHED) * upto / usual::TRIALS);
    }
    Ok(told(&table, number, &shelf, (&hashes, &texts)))
}

/// What the search makes of all the work, in percent.
const SEARCHED: u64 = 30;

fn table(room: &Room) -> Result<Table, String> {
    let round = room.round().clone();
    let levers = teamwork::handles(room, &round, Language::En);
    let texts = room.peopled().into_iter().map(|team| {
        let values = teamwork::values(&levers, &round, team);
        teamwork::text(&levers, &round, &values).map(|text| (team, text))
    });
    let teams = texts.collect::<Result<Vec<_>, _>>().map_err(|fault| fault.to_string())?;
    Ok(Table { budget: room.setup.budget, levers, round, teams })
}

fn searched(hall: &Hall, table: &Table) -> Vec<String> {
    let from: Vec<Vec<f64>> =
        table.teams.iter().map(|(team, _)| teamwork::values(&table.levers, &table.round, *team)).collect();
    let all = search::points(table.levers.len(), from.len()) as u64;
    let done = std::cell::Cell::new(0);
    let tick = || {
        done.set(done.get() + 1);
        hall.comes_to((SEARCHED * done.get() / all).min(SEARCHED));
    };
    search::promising((&table.levers, &table.round, table.budget), &from, &tick)
}

fn told(table: &Table, number: usize, shelf: &Shelf, (hashes, texts): (&[String], &[String])) -> Played {
    let rows = shelf.rows(hashes);
    let means: Vec<f64> =
        (0..hashes.len()).map(|at| score::mean(rows.values(at, Scalar::NetEffect).into_iter())).collect();
    let count = table.teams.len();
    let best =
        (0..means.len()).reduce(|best, at| if means[at] > means[best] { at } else { best }).unwrap_or(count);
    let path = number as u64;
    let (best_mean, floor) = (means[best], means[count].min(0.0));
    let slack = slack(shelf, &hashes[count], &rows, count);
    let team = |(at, (team, text)): (usize, &(usize, String))| {
        let held = shelf.get(&hashes[at])?;
        let bet = table.round.bets.get(team).map(|(bet, _)| bet);
        let points = score::design_points(means[at], floor, best_mean);
        team_result((*team, text), (held, &rows, at), (bet, points, path, slack))
    };
    Played {
        trials: rows.len() as u64,
        teams: table.teams.iter().enumerate().filter_map(team).collect(),
        best: Best {
            mean: best_mean,
            text: texts[best].clone(),
            team: table.teams.get(best).map(|(team, _)| *team),
        },
        floor,
        path,
        deserved: deserved(&rows, &means[..count]),
    }
}

/// The least interval score of the scenario's own program.
fn slack(shelf: &Shelf, hash: &str, rows: &Rows, at: usize) -> f64 {
    let summary = shelf.get(hash).map(Shelved::summary);
    let net = summary.as_ref().and_then(|summary| summary.headline.get(Scalar::NetEffect));
    let values = rows.column(at, Scalar::NetEffect).at_real_size();
    net.map_or(0.0, |net| score::interval(net.p5, net.p95, &values))
}

/// How often the team that is best on average is also first.
fn deserved(rows: &Rows, means: &[f64]) -> f64 {
    let first = |values: &[f64]| (0..values.len()).reduce(|a, b| if values[b] > values[a] { b } else { a });
    let Some(best) = first(means) else { return 1.0 };
    let wins = rows.iter().map(|row| {
        let values: Vec<f64> = row[..means.len()].iter().map(|one| one.get(Scalar::NetEffect)).collect();
        // a draw is a win
        f64::from(u8::from(first(&values).is_some_and(|at| values[at] <= values[best])))
    });
    score::mean(wins)
}

fn team_result(
    (team, text): (usize, &str),
    (held, rows, at): (&Shelved, &Rows, usize),
    (bet, design_points, path, slack): (Option<&Bet>, f64, u64, f64),
) -> Option<TeamResult> {
    let summary = held.summary();
    let net = summary.headline.get(Scalar::NetEffect)?;
    let outcomes = rows.of(at);
    let values = rows.column(at, Scalar::NetEffect).at_real_size();
    let happened = happened(&held.design, &outcomes);
    let numbers = Scalar::ALL.iter().filter_map(|scalar| {
        let estimate = summary.headline.get(*scalar).filter(|estimate| estimate.mean.is_finite())?;
        Some((scalar.key().to_owned(), estimate.mean))
    });
    let steps = summary.waterfall.iter().flatten();
    Some(TeamResult {
        team,
        text: text.to_owned(),
        net: Spread { mean: net.mean, mc_error: net.mc_error, p5: net.p5, p95: net.p95 },
        on_path: values.get(path as usize).copied().unwrap_or(net.mean),
        goals: summary.goals.iter().map(|goal| goal.probability.share.get()).collect(),
        bet: bet.map(|bet| score::score(bet, &happened, &values, ((net.p5, net.p95), slack))),
        design_points,
        numbers: numbers.collect(),
        steps: steps.map(|step| (step.key.key().to_owned(), step.mean.get())).collect(),
    })
}

/// In which trials each goal was reached: 1 or 0.
fn happened(design: &Design, outcomes: &[&Outcome]) -> Vec<Vec<f64>> {
    (0..design.goals.len()).map(|goal| Measure::Goal(goal).of_outcomes(outcomes, &design.goals)).collect()
}
