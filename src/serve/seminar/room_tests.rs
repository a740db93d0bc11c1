use super::*;
use crate::serve::seminar::result::Best;
use crate::serve::seminar::setup::Wish;
use loyalsim::design::Design;

const TRAP: &str = include_str!("../../../scenarios/discount-trap.toml");

fn room() -> Room {
    Room::new(Setup::new("trap", TRAP, &Design::parse(TRAP).unwrap(), &Wish::default(), 1).unwrap())
}

fn joined(name: &str, team: &str) -> Event {
    Event::Joined { student: format!("{name}'s secret"), name: name.to_owned(), team: team.to_owned() }
}

fn does(room: &mut Room, event: Event) {
    assert_eq!(room.allows(&event), Ok(()), "{event:?}");
    room.happens(event);
}

#[test]
fn names_and_teams_are_told_apart() {
    let mut room = room();
    does(&mut room, joined("Anna", "Red"));
    does(&mut room, joined("Ivan", "red"));
    does(&mut room, joined("Olga", "Blue"));
    assert_eq!((room.teams.len(), room.members(0).count()), (2, 2));
    assert_eq!(room.allows(&joined("ANNA", "Blue")), Err("seminar-name-taken"));
    assert_eq!(room.allows(&joined("", "Blue")), Err("seminar-no-name"));
    assert_eq!(room.student("Ivan's secret").map(|student| student.team), Some(0));
    assert!(room.student("").is_none());
    does(&mut room, Event::Left { name: "Olga".to_owned() });
    assert_eq!(room.peopled(), [0]);
    for n in room.students.len()..MOST_STUDENTS {
        does(&mut room, joined(&format!("n{n}"), "Red"));
    }
    assert_eq!(room.allows(&joined("late", "Red")), Err("seminar-full"));
}

/// Somebody who floods the class and is sent out leaves it as it was.
#[test]
fn floods_run_dry() {
    let mut room = room();
    for n in 0..MOST_TEAMS {
        does(&mut room, joined(&format!("n{n}"), &format!("team {n}")));
    }
    assert_eq!(room.allows(&joined("Anna", "Red")), Err("seminar-full"));
    for n in 0..MOST_TEAMS {
        does(&mut room, Event::Left { name: format!("n{n}") });
    }
    does(&mut room, joined("Anna", "Red"));
    does(&mut room, joined("Ivan", "Red"));
    does(&mut room, Event::Moved { round: 0, to: Phase::Design });
    let values = vec![0.0; room.setup.levers.len()];
    let sent = |by: &str| Event::Designed { team: 0, round: 0, by: by.to_owned(), values: values.clone() };
    for _ in 0..MOST_SENT {
        does(&mut room, sent("Anna"));
    }
    assert_eq!(room.allows(&sent("Anna")), Err("seminar-too-often"));
    does(&mut room, sent("Ivan"));
}

#[test]
fn everything_has_its_time() {
    let mut room = room();
    let to = |round, to| Event::Moved { round, to };
    assert_eq!(room.allows(&to(0, Phase::Design)), Err("seminar-empty"));
    does(&mut room, joined("Anna", "Red"));
    let values = vec![0.0; room.setup.levers.len()];
    let designed = |round, values| Event::Designed { team: 0, round, by: "Anna".to_owned(), values };
    assert_eq!(room.allows(&designed(0, values.clone())), Err("seminar-late"));
    does(&mut room, to(0, Phase::Design));
    does(&mut room, designed(0, values.clone()));
    assert_eq!(room.allows(&designed(1, values.clone())), Err("seminar-late"));
    assert_eq!(room.allows(&designed(0, vec![1.0])), Err("seminar-bad-request"));
    assert_eq!(room.allows(&to(0, Phase::Play)), Err("seminar-late"));
    does(&mut room, to(0, Phase::Bet));
    let bet = |low, high, chance| {
        let bet = Bet { chances: vec![chance], low, high };
        Event::Bet { team: 0, round: 0, by: "Anna".to_owned(), bet }
    };
    assert_eq!(room.allows(&bet(2.0, 1.0, 0.5)), Err("seminar-bad-range"));
    assert_eq!(room.allows(&bet(f64::NAN, 1.0, 0.5)), Err("seminar-bad-range"));
    assert_eq!(room.allows(&bet(0.0, 1.0, 1.5)), Err("seminar-bad-chance"));
    does(&mut room, bet(0.0, 1.0, 0.5));
    does(&mut room, to(0, Phase::Play));
    assert_eq!(room.allows(&to(0, Phase::Reveal)), Err("seminar-late"), "nothing has been simulated");
    assert_eq!(room.allows(&to(1, Phase::Brief)), Err("seminar-late"));
    let best = Best { mean: 0.0, text: String::new(), team: Some(1) };
    let played = Played { trials: 1, teams: Vec::new(), best, floor: 0.0, path: 0, deserved: 1.0 };
    let strange = Event::Played { round: 0, result: Box::new(played) };
    assert_eq!(room.allows(&strange), Err("seminar-bad-request"), "there is no second team");
    let before = room.round().clone();
    room.rounds[0].shocks.push("rival-teams".to_owned());
    assert!(!room.round().is_played_as(&before), "what others do is played, too");
    room.rounds[0].shocks.clear();
    does(&mut room, to(0, Phase::Design));
    assert!(!room.round().is_played_as(&before), "the teacher may go back from a simulation");
}

/// A new round begins where the last one ended, with everybody's design and nobody's bet.
#[test]
fn rounds_follow_each_other() {
    let mut room = room();
    room.happens(joined("Anna", "Red"));
    let text = format!("{TRAP}\n# a shock\n");
    let shocked =
        |shock: &str, text: &str| Event::Shocked { round: 0, shock: shock.to_owned(), text: text.to_owned() };
    does(&mut room, shocked("margin-fall", &text));
    does(&mut room, shocked("", TRAP));
    assert!(room.round().shocks.is_empty() && room.round().text == TRAP);
    does(&mut room, shocked("margin-fall", &text));
    room.rounds[0].designs.insert(0, (vec![7.0], "Anna".to_owned()));
    room.rounds[0].phase = Phase::Reveal;
    does(&mut room, Event::Moved { round: 1, to: Phase::Brief });
    let round = room.round();
    assert_eq!((room.at(), round.phase, &round.text), (1, Phase::Brief, &text));
    assert!(round.shocks.is_empty() && round.bets.is_empty() && round.designs[&0].0 == [7.0]);
}

#[test]
fn names_are_one_short_line() {
    for (typed, kept) in [
        ("  Anna   Maria ", "Anna Maria"),
        ("a\u{202e}b\u{200b}\n\tc", "abc"),
        ("<script>alert(1)</script>", "<script>alert(1)</script"),
        ("\u{0}", ""),
        ("\u{3164}\u{2800}", ""),
        ("Зо\u{308}\u{301}\u{300}\u{302}я", "Зо\u{308}\u{301}я"),
    ] {
        assert_eq!(tidy_name(typed), kept);
    }
}
