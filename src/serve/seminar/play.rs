//! A round is simulated: all teams on the same customers and luck, and a search for the best that was to be had.

use super::event::Bet;
use super::field::{Field, Games, Side};
use super::hall::Hall;
use super::result::{Best, Played, Rivals, Spread, TeamResult};
use super::room::Room;
use super::score;
use loyalsim::decide::Measure;
use loyalsim::decide::usual;
use loyalsim::design::Design;
use loyalsim::summary::{Outcome, Scalar, Summary};

/// Trials after which it is told how far they are.
const STAGE: u64 = 16;

/// What the search makes of all the work, in percent.
const SEARCHED: u64 = 30;

/// Simulates the present round of a class.
///
/// # Errors
/// If a design that was valid is no longer.
pub fn play(hall: &Hall, room: &Room) -> Result<Played, String> {
    let mut field = Field::of(room).map_err(|fault| fault.to_string())?;
    let (all, done) = (field.points() as u64, std::cell::Cell::new(0));
    let tick = || {
        done.set(done.get() + 1);
        hall.comes_to((SEARCHED * done.get() / all).min(SEARCHED));
    };
    field.search(&tick).map_err(|fault| fault.to_string())?;
    let tick = |upto| hall.comes_to(SEARCHED + (100 - SEARCHED) * upto / usual::TRIALS);
    let games = Games::play(&field.texts(), (STAGE, usual::TRIALS), &tick)?;
    Ok(told(&field, room.at(), &games))
}

fn told(field: &Field, number: usize, games: &Games) -> Played {
    let path = number as u64;
    let floors = field.sides.iter().map(|side| side.floor(games));
    let best = field.sides.iter().map(|side| side.best(games, field.budget));
    let none = Best { mean: 0.0, text: field.round.text.clone(), team: None };
    Played {
        trials: games.rows.len() as u64,
        teams: field.sides.iter().filter_map(|side| team_result(field, side, (games, path))).collect(),
        best: best.reduce(|best, one| if one.mean > best.mean { one } else { best }).unwrap_or(none),
        floor: floors.reduce(f64::min).unwrap_or(0.0),
        path,
        deserved: deserved(field, games),
    }
}

/// How often the team that is best on average is also first.
fn deserved(field: &Field, games: &Games) -> f64 {
    let first = |values: &[f64]| (0..values.len()).reduce(|a, b| if values[b] > values[a] { b } else { a });
    let places: Vec<usize> = field.sides.iter().map(|side| games.place(&side.own.played)).collect();
    let means: Vec<f64> =
        field.sides.iter().map(|side| games.mean(&side.own.played, Scalar::NetEffect)).collect();
    let Some(best) = first(&means) else { return 1.0 };
    let wins = games.rows.iter().map(|row| {
        let values: Vec<f64> = places.iter().map(|place| row[*place].get(Scalar::NetEffect)).collect();
        // a draw is a win
        f64::from(u8::from(first(&values).is_some_and(|at| values[at] <= values[best])))
    });
    score::mean(wins)
}

fn team_result(field: &Field, side: &Side, (games, path): (&Games, u64)) -> Option<TeamResult> {
    let held = games.held(&side.own.played)?;
    let summary = held.summary();
    let net = spread(&summary)?;
    let place = games.place(&side.own.played);
    let values = games.rows.column(place, Scalar::NetEffect).at_real_size();
    let happened = happened(&held.design, &games.rows.of(place));
    let slack = slack(side, games);
    let scored = |bet: &Bet| score::score(bet, &happened, &values, ((net.p5, net.p95), slack));
    let best = side.best(games, field.budget);
    let dear = side.is_too_dear(games, field.budget);
    let numbers = Scalar::ALL.iter().filter_map(|scalar| {
        let estimate = summary.headline.get(*scalar).filter(|estimate| estimate.mean.is_finite())?;
        Some((scalar.key().to_owned(), estimate.mean))
    });
    let steps = summary.waterfall.iter().flatten();
    Some(TeamResult {
        team: side.team,
        text: side.text.clone(),
        net,
        on_path: values.get(path as usize).copied().unwrap_or(net.mean),
        goals: summary.goals.iter().map(|goal| goal.probability.share.get()).collect(),
        bet: field.round.bets.get(&side.team).map(|(bet, _)| scored(bet)),
        design_points: if dear { 0.0 } else { score::design_points(net.mean, side.floor(games), best.mean) },
        over_budget: dear,
        numbers: numbers.collect(),
        steps: steps.map(|step| (step.key.key().to_owned(), step.mean.get())).collect(),
        rivals: rivals(side, games, best),
    })
}

fn spread(summary: &Summary) -> Option<Spread> {
    let net = summary.headline.get(Scalar::NetEffect)?;
    Some(Spread { mean: net.mean, mc_error: net.mc_error, p5: net.p5, p95: net.p95 })
}

/// The least interval score of the scenario's own program.
fn slack(side: &Side, games: &Games) -> f64 {
    let text = &side.original.played;
    let net = games.held(text).and_then(|held| spread(&held.summary()));
    let values = games.rows.column(games.place(text), Scalar::NetEffect).at_real_size();
    net.map_or(0.0, |net| score::interval(net.p5, net.p95, &values))
}

/// What the other teams' programs did to a team.
fn rivals(side: &Side, games: &Games, best: Best) -> Option<Rivals> {
    let (own, met) = side.offers?;
    let alone = spread(&games.held(&side.text)?.summary())?;
    let business = |text: &str| games.mean(text, Scalar::ProgramContribution);
    Some(Rivals { own, met, alone, business: business(&side.own.played) - business(&side.text), best })
}

/// In which trials each goal was reached: 1 or 0.
fn happened(design: &Design, outcomes: &[&Outcome]) -> Vec<Vec<f64>> {
    (0..design.goals.len()).map(|goal| Measure::Goal(goal).of_outcomes(outcomes, &design.goals)).collect()
}
