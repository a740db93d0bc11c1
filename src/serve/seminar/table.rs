//! A class as a table: a line for each round and team.

use super::result::{BetScore, Rivals, TeamResult};
use super::room::{Room, Round};
use super::teamwork;
use loyalsim::words::Language;

/// The columns before and after those of levers and goals.
const FIRST: [&str; 5] = ["round", "shocks", "team", "members", "played"];
const LAST: [&str; 14] = [
    "bet_low",
    "bet_high",
    "net_effect",
    "net_effect_p5",
    "net_effect_p95",
    "net_effect_without_rivals",
    "rivals_program_worth",
    "inside",
    "brier",
    "least_brier",
    "interval",
    "least_interval",
    "design_points",
    "points",
];

/// The table as CSV.
pub fn csv(room: &Room) -> String {
    let goals = room.rounds.iter().filter_map(|round| round.result.as_ref());
    let goals = goals.flat_map(|played| &played.teams).map(|team| team.goals.len()).max().unwrap_or(0);
    let levers = room.setup.levers.iter().map(|lever| lever.path.clone());
    let chances = (1..=goals).flat_map(|goal| [format!("bet_chance_{goal}"), format!("chance_{goal}")]);
    let texts = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let mut lines =
        vec![texts(&FIRST).into_iter().chain(levers).chain(chances).chain(texts(&LAST)).collect()];
    for (number, round) in room.rounds.iter().enumerate() {
        let handles = teamwork::handles(room, round, Language::En);
        for team in room.peopled() {
            let values = teamwork::values(&handles, round, team);
            lines.push(line(room, (number, round), team, (&values, goals)));
        }
    }
    lines
        .iter()
        .map(|line| line.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\n")
        .collect()
}

fn line(
    room: &Room,
    (number, round): (usize, &Round),
    team: usize,
    (values, goals): (&[f64], usize),
) -> Vec<String> {
    let result =
        round.result.as_ref().and_then(|played| played.teams.iter().find(|found| found.team == team));
    let bet = round.bets.get(&team).map(|(bet, _)| bet);
    let mut cells = vec![
        (number + 1).to_string(),
        round.shocks.join(" "),
        harmless(&room.teams[team]),
        harmless(&members(room, team)),
        if result.is_some() { "yes" } else { "no" }.to_owned(),
    ];
    cells.extend(values.iter().map(f64::to_string));
    for goal in 0..goals {
        cells.push(written(bet.and_then(|bet| bet.chances.get(goal)).copied()));
        cells.push(written(result.and_then(|result| result.goals.get(goal)).copied()));
    }
    cells.extend([written(bet.map(|bet| bet.low)), written(bet.map(|bet| bet.high))]);
    cells.extend(figures(result));
    cells
}

/// What came of a team's design and bet.
fn figures(result: Option<&TeamResult>) -> [String; 12] {
    let of = |figure: fn(&TeamResult) -> f64| written(result.map(figure));
    let beside =
        |figure: fn(&Rivals) -> f64| written(result.and_then(|result| result.rivals.as_ref()).map(figure));
    let scored =
        |figure: fn(&BetScore) -> Option<f64>| written(result.and_then(|r| r.bet.as_ref()).and_then(figure));
    [
        of(|result| result.net.mean),
        of(|result| result.net.p5),
        of(|result| result.net.p95),
        beside(|rivals| rivals.alone.mean),
        beside(|rivals| rivals.met.worth),
        scored(|bet| Some(bet.inside)),
        scored(|bet| bet.brier),
        scored(|bet| bet.least_brier),
        scored(|bet| Some(bet.interval)),
        scored(|bet| Some(bet.least_interval)),
        of(|result| result.design_points),
        of(TeamResult::points),
    ]
}

fn members(room: &Room, team: usize) -> String {
    let names: Vec<&str> = room.members(team).map(|member| member.name.as_str()).collect();
    names.join("; ")
}

fn written(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A name that no spreadsheet takes for a formula.
fn harmless(name: &str) -> String {
    if name.starts_with(['=', '+', '-', '@']) { format!("'{name}") } else { name.to_owned() }
}

fn quoted(cell: &str) -> String {
    let plain = !cell.contains([',', '"', '\n', '\r']);
    if plain { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

#[cfg(test)]
mod tests {
    use super::super::event::Event;
    use super::super::setup::{Setup, Wish};
    use super::*;
    use loyalsim::design::Design;

    #[test]
    fn names_stay_in_their_cells() {
        let text = include_str!("../../../scenarios/discount-trap.toml");
        let setup = Setup::new("trap", text, &Design::parse(text).unwrap(), &Wish::default(), 1).unwrap();
        let mut room = Room::new(setup);
        for (name, team) in [("=cmd()", "a,\"b\""), ("@x", "-2+3")] {
            room.happens(Event::Joined {
                student: name.to_owned(),
                name: name.to_owned(),
                team: team.to_owned(),
            });
        }
        let table = csv(&room);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[0].starts_with("round,shocks,team,members,played,program.special_offer[0].discount,"));
        assert!(lines[1].starts_with("1,,\"a,\"\"b\"\"\",'=cmd(),no,10,"), "{}", lines[1]);
        assert!(lines[2].starts_with("1,,'-2+3,'@x,no,10,"), "{}", lines[2]);
    }
}
