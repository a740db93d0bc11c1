//! Handouts: a page for each team, to be printed.

use super::event::Phase;
use super::room::Room;
use super::told::{TeamTold, Told, told};
use loyalsim::design::Design;
use loyalsim::words::{Language, Words};
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("../page/shared.css");
const OWN: &str = "article { break-after: page; } article:last-child { break-after: auto; } .team { color: var(--soft); } \
    tr.own { background: #eaf1f8; font-weight: 650; } h2 { font-size: 1.25rem; margin-top: 1.6rem; } h3 { font-size: 1rem; } \
    ul { padding-left: 1.1rem; margin: .3rem 0; } @page { size: A4; margin: 14mm; } @media print { body { font-size: 10.5pt; padding: 0; } }";

/// The handout of each team, by its name: everything that has been revealed.
pub fn handouts(room: &Room, language: Language) -> Vec<(String, String)> {
    let words = Words::new(language);
    let teams = room.peopled().into_iter();
    teams
        .map(|team| (room.teams[team].clone(), page(&[article(room, team, words)], &title(room), words)))
        .collect()
}

/// All handouts as one page.
pub fn all(room: &Room, language: Language) -> String {
    let words = Words::new(language);
    let articles: Vec<Markup> = room.peopled().into_iter().map(|team| article(room, team, words)).collect();
    page(&articles, &title(room), words)
}

fn title(room: &Room) -> String {
    Design::parse(&room.setup.text).map_or_else(|_| room.setup.name.clone(), |design| design.title)
}

fn page(articles: &[Markup], title: &str, words: Words<'_>) -> String {
    html! {
        (DOCTYPE)
        html lang=(words.language().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) (PreEscaped(OWN)) }
            }
            body { @for article in articles { (article) } }
        }
    }
    .into_string()
}

fn article(room: &Room, team: usize, words: Words<'_>) -> Markup {
    let members: Vec<&str> = room.members(team).map(|member| member.name.as_str()).collect();
    let revealed = (0..room.rounds.len()).filter(|number| room.rounds[*number].phase >= Phase::Reveal);
    let rounds: Vec<(usize, Told)> =
        revealed.filter_map(|number| Some((number, told(room, number, words.language())?))).collect();
    html! {
        article {
            h1 { (title(room)) }
            p.team { strong { (room.teams[team]) } ": " (members.join(", ")) }
            @if rounds.is_empty() { p { (words.say("seminar-nothing-yet", &[])) } }
            @for (number, told) in &rounds { (round(*number, told, team, words)) }
            @if let Some((_, last)) = rounds.last() { (board(last, team, words)) }
        }
    }
}

fn round(number: usize, told: &Told, team: usize, words: Words<'_>) -> Markup {
    let say = |key: &str| words.say(key, &[]);
    let own = told.teams.iter().find(|found| found.team == team);
    html! {
        section {
            h2 { (say("seminar-round")) " " (number + 1) }
            @if let Some(own) = own {
                h3 { (say("seminar-changes")) }
                (list(&own.changes, &say("seminar-changes-none")))
                (figures(own, words))
                @if !own.why.is_empty() { h3 { (say("seminar-why")) } (list(&own.why, "")) }
                h3 { (say("seminar-waterfall")) }
                table { tbody { @for step in &own.steps { tr {
                    th scope="row" { @if step.total { strong { (step.label) } } @else { (step.label) } }
                    td.number { @if step.total { strong { (step.text) } } @else { (step.text) } }
                } } } }
            }
            h3 { (say("seminar-best")) }
            p { (told.best.text) }
            (list(&told.best.changes, ""))
            @if let [lead, rest @ ..] = told.pair.as_slice() {
                h3 { (say("seminar-pair-title")) }
                p { (lead) }
                (list(rest, ""))
            }
            p.note { (told.about) }
        }
    }
}

fn figures(own: &TeamTold, words: Words<'_>) -> Markup {
    let say = |key: &str| words.say(key, &[]);
    let none = say("seminar-no-bet");
    html! {
        table {
            thead { tr { th {} th.number { (say("seminar-column-bet")) } th.number { (say("seminar-column-simulated")) } } }
            tbody {
                tr {
                    th scope="row" { (say("seminar-range-nine")) }
                    td.number { (own.bet.as_ref().map_or(&none, |bet| &bet.range)) }
                    td.number { (own.net_range) }
                }
                tr { th scope="row" { (say("seminar-expected")) } td.number {} td.number { (own.net) } }
                @for goal in &own.goals { tr {
                    th scope="row" { (goal.goal) }
                    td.number { (goal.bet_text) }
                    td.number { (goal.simulated_text) }
                } }
            }
        }
    }
}

fn board(told: &Told, team: usize, words: Words<'_>) -> Markup {
    let say = |key: &str| words.say(key, &[]);
    let columns = [
        "seminar-column-team",
        "seminar-column-design",
        "seminar-column-chances",
        "seminar-column-range",
        "seminar-column-points",
        "seminar-column-sum",
    ];
    html! {
        section {
            h2 { (say("seminar-board")) }
            table {
                thead { tr { @for (at, key) in columns.iter().enumerate() {
                    th.number[at > 0] { (say(key)) }
                } } }
                tbody { @for row in &told.board { tr.own[row.team == team] {
                    th scope="row" { (row.name) }
                    @for cell in [&row.design, &row.chances, &row.range, &row.points, &row.sum] { td.number { (cell) } }
                } } }
            }
            p.note { (say("seminar-points-mean")) }
        }
    }
}

fn list(lines: &[String], otherwise: &str) -> Markup {
    html! {
        @if lines.is_empty() { @if !otherwise.is_empty() { p { (otherwise) } } }
        @else { ul { @for line in lines { li { (line) } } } }
    }
}
