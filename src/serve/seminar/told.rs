//! What a round came to, for readers: who leads by skill, how far bets were from what was simulated, and what luck would have said.

use super::debrief;
use super::event::Bet;
use super::result::{Played, TeamResult};
use super::room::Room;
use super::teller::Teller;
use loyalsim::design::Design;
use loyalsim::summary::Scalar;
use loyalsim::words::{Language, Value, Words, breakable, capital};
use serde::Serialize;

/// A round for readers.
#[derive(Debug, Serialize)]
pub struct Told {
    /// How all were simulated.
    pub about: String,
    /// Teams by their points.
    pub board: Vec<Row>,
    /// Team by team.
    pub teams: Vec<TeamTold>,
    /// The best that was to be had.
    pub best: BestTold,
    /// What luck would have said.
    pub path: PathTold,
    /// The pair of teams that shows most, in sentences; none where there are no two.
    pub pair: Vec<String>,
}

/// A line of the leader board.
#[derive(Debug, Serialize)]
pub struct Row {
    /// The team's place.
    pub team: usize,
    /// Its name.
    pub name: String,
    /// Points for the design.
    pub design: String,
    /// Points for the chances.
    pub chances: String,
    /// The range, or points for it.
    pub range: String,
    /// Points of the round.
    pub points: String,
    /// Over all rounds.
    pub sum: String,
    /// The bare points of the round.
    pub exact: f64,
    /// The bare points over all rounds.
    pub exact_sum: f64,
}

/// A team.
#[derive(Debug, Serialize)]
pub struct TeamTold {
    /// The team's place.
    pub team: usize,
    /// Its name.
    pub name: String,
    /// What it differs by from the scenario.
    pub changes: Vec<String>,
    /// The net effect.
    pub net: String,
    /// Where nine in ten trials lie.
    pub net_range: String,
    /// The bare mean.
    pub mean: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// What was bet.
    pub bet: Option<BetTold>,
    /// The goals.
    pub goals: Vec<GoalTold>,
    /// The waterfall.
    pub steps: Vec<Step>,
    /// What was wrong with the bet, and why.
    pub why: Vec<String>,
}

/// What a team bet.
#[derive(Debug, Serialize)]
pub struct BetTold {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// The range, or points for it.
    pub range: String,
    /// The share of the trials inside it.
    pub inside: String,
}

/// A goal, as bet and as simulated.
#[derive(Debug, Serialize)]
pub struct GoalTold {
    /// The goal.
    pub goal: String,
    /// What was bet.
    pub bet: Option<f64>,
    /// The same for readers.
    pub bet_text: String,
    /// What was simulated.
    pub simulated: f64,
    /// The same for readers.
    pub simulated_text: String,
}

/// A bar of the waterfall.
#[derive(Debug, Serialize)]
pub struct Step {
    /// What it is called.
    pub label: String,
    /// How much.
    pub value: f64,
    /// The same for readers.
    pub text: String,
    /// Whether it is a sum.
    pub total: bool,
}

/// The best design found.
#[derive(Debug, Serialize)]
pub struct BestTold {
    /// The same for readers.
    pub text: String,
    /// What it differs by from the scenario.
    pub changes: Vec<String>,
}

/// What one lucky path would have said.
#[derive(Debug, Serialize)]
pub struct PathTold {
    /// The same for readers.
    pub text: String,
    /// The teams in that order.
    pub rows: Vec<PathRow>,
}

/// A team on the lucky path.
#[derive(Debug, Serialize)]
pub struct PathRow {
    /// Its name.
    pub name: String,
    /// The net effect.
    pub net: String,
}

/// The bars that are nothing here are left out: below this share of the largest.
const NOTHING: f64 = 1e-6;

/// A round for readers; `None` before it has been simulated.
pub fn told(room: &Room, number: usize, language: Language) -> Option<Told> {
    let round = room.rounds.get(number)?;
    let played = round.result.as_ref()?;
    let design = Design::parse(&round.text).ok()?;
    let words = Words::new(language).with_currency(&design.currency);
    let teller = Teller { room, round, played, design: &design, words };
    let trials = [("trials", Value::from(played.trials))];
    Some(Told {
        about: words.say("seminar-about-results", &trials),
        board: board(room, number, played, words),
        teams: played.teams.iter().map(|result| teller.team(result)).collect(),
        best: teller.best(),
        path: teller.path(),
        pair: debrief::pair(teller),
    })
}

/// Points of a team over the rounds up to one.
pub fn sum(room: &Room, number: usize, team: usize) -> f64 {
    let results = room.rounds.iter().take(number + 1).filter_map(|round| round.result.as_ref());
    let own = results.filter_map(|played| played.teams.iter().find(|result| result.team == team));
    own.map(TeamResult::points).sum()
}

fn board(room: &Room, number: usize, played: &Played, words: Words<'_>) -> Vec<Row> {
    let one = |points: f64| words.fixed(points, 1);
    let or_none = |points: Option<f64>| points.map_or_else(|| "–".to_owned(), one);
    let row = |result: &TeamResult| {
        let sum = sum(room, number, result.team);
        Row {
            team: result.team,
            name: room.teams[result.team].clone(),
            design: one(result.design_points),
            chances: or_none(result.bet.and_then(|bet| bet.chance_points)),
            range: or_none(result.bet.map(|bet| bet.range_points)),
            points: one(result.points()),
            sum: one(sum),
            exact: result.points(),
            exact_sum: sum,
        }
    };
    let mut rows: Vec<Row> = played.teams.iter().map(row).collect();
    rows.sort_by(|a, b| b.exact_sum.total_cmp(&a.exact_sum));
    rows
}

impl Teller<'_> {
    fn team(self, result: &TeamResult) -> TeamTold {
        let bet = self.round.bets.get(&result.team).map(|(bet, _)| bet);
        let range = |low: f64, high: f64| breakable(&self.words.money_range(low, high));
        TeamTold {
            team: result.team,
            name: self.room.teams[result.team].clone(),
            changes: self.changes(&result.text),
            net: self.words.money_with_error(result.net.mean, result.net.mc_error),
            net_range: range(result.net.p5, result.net.p95),
            mean: result.net.mean,
            low: result.net.p5,
            high: result.net.p95,
            bet: bet.map(|bet| BetTold {
                low: bet.low,
                high: bet.high,
                range: range(bet.low, bet.high),
                inside: self.words.whole_percent(result.bet.map_or(0.0, |score| score.inside)),
            }),
            goals: self.goals(result, bet),
            steps: self.steps(result),
            why: debrief::why(self, result),
        }
    }

    fn goals(self, result: &TeamResult, bet: Option<&Bet>) -> Vec<GoalTold> {
        let all = self.design.goals.iter().zip(&result.goals).enumerate();
        let told = all.map(|(at, (goal, simulated))| {
            let chance = bet.and_then(|bet| bet.chances.get(at)).copied();
            GoalTold {
                goal: super::brief::goal_line(self.design, goal, self.words),
                bet: chance,
                bet_text: chance.map_or_else(|| "–".to_owned(), |chance| self.words.whole_percent(chance)),
                simulated: *simulated,
                simulated_text: self.words.whole_percent(*simulated),
            }
        });
        told.collect()
    }

    /// From the margin on more sales to the net effect.
    fn steps(self, result: &TeamResult) -> Vec<Step> {
        let totals = [Scalar::BaselineContribution, Scalar::ProgramContribution].map(Scalar::key);
        let sales = [Scalar::StepListRevenue, Scalar::StepCostOfGoods].map(Scalar::key);
        let of = |keys: &[&str]| -> f64 {
            result.steps.iter().filter(|(key, _)| keys.contains(&key.as_str())).map(|(_, mean)| mean).sum()
        };
        let step = |label: String, value: f64, total: bool| Step {
            text: if total { self.words.money(value) } else { self.words.signed_money(value) },
            label: capital(&label),
            value,
            total,
        };
        let apart = [totals, sales].concat();
        let others = result.steps.iter().filter(|(key, _)| !apart.contains(&key.as_str()));
        let others: Vec<(String, f64)> = others
            .map(|(key, mean)| (self.words.name("step", key.trim_start_matches("step_")), *mean))
            .collect();
        let sold = of(&sales);
        let sum = sold + others.iter().map(|(_, mean)| mean).sum::<f64>();
        let all = [(self.sales(sold), sold)].into_iter().chain(others);
        let all = all.chain([(self.words.say("chart-waterfall-outstanding", &[]), result.net.mean - sum)]);
        let all: Vec<(String, f64)> = all.collect();
        let largest = all.iter().map(|(_, mean)| mean.abs()).fold(result.net.mean.abs(), f64::max);
        let shown = all.into_iter().filter(|(_, mean)| mean.abs() > NOTHING * largest);
        let mut steps: Vec<Step> = shown.map(|(label, mean)| step(label, mean, false)).collect();
        steps.push(step(self.words.say("chart-waterfall-net", &[]), result.net.mean, true));
        steps
    }

    fn sales(self, sold: f64) -> String {
        self.words
            .say(if sold < 0.0 { "chart-waterfall-lost-sales" } else { "chart-waterfall-more-sales" }, &[])
    }

    fn best(self) -> BestTold {
        let answers: Vec<String> =
            self.played.teams.iter().filter_map(|result| self.answer(result)).collect();
        if !answers.is_empty() {
            return BestTold { text: self.words.say("seminar-best-answers", &[]), changes: answers };
        }
        let best = &self.played.best;
        let net = Value::Money(best.mean);
        let text = match best.team {
            Some(team) => {
                let name = Value::from(self.room.teams[team].as_str());
                self.words.say("seminar-best-team", &[("team", name), ("net", net)])
            }
            None => self.words.say("seminar-best-search", &[("net", net)]),
        };
        BestTold { text, changes: self.changes(&best.text) }
    }

    /// The best answer to a team's rivals, where it has some.
    fn answer(self, result: &TeamResult) -> Option<String> {
        let best = &result.rivals.as_ref()?.best;
        let changes = self.changes(&best.text);
        let told = [
            ("team", Value::from(self.room.teams[result.team].as_str())),
            ("net", Value::Money(best.mean)),
            ("design", changes.join("; ").into()),
        ];
        let key = match (best.team, changes.is_empty()) {
            (Some(_), _) => "seminar-answer-own",
            (None, true) => "seminar-answer-original",
            (None, false) => "seminar-answer",
        };
        Some(self.words.say(key, &told))
    }

    fn path(self) -> PathTold {
        let mut teams: Vec<&TeamResult> = self.played.teams.iter().collect();
        teams.sort_by(|a, b| b.on_path.total_cmp(&a.on_path));
        let rows = teams.iter().map(|result| PathRow {
            name: self.room.teams[result.team].clone(),
            net: self.words.money(result.on_path),
        });
        let told = [
            ("trial", Value::from(self.played.path + 1)),
            ("share", Value::WholePercent(self.played.deserved)),
        ];
        let key = if self.played.deserved < 0.995 { "seminar-path" } else { "seminar-path-always" };
        let text = if teams.len() > 1 { self.words.say(key, &told) } else { String::new() };
        PathTold { text, rows: rows.collect() }
    }
}
