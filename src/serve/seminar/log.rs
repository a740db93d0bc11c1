//! The log of a class: lines of JSON, one for each event. Read again they are the class.

use super::event::Event;
use super::room::Room;
use loyalsim::design::Saying;

/// The class of a log.
///
/// # Errors
/// If a line is no event, or one that could not have happened then.
pub fn read(lines: &[String]) -> Result<Room, Saying> {
    let broken =
        |number: usize, why: String| Saying::new("seminar-log-broken").with("line", number).with("why", why);
    let mut room: Option<Room> = None;
    for (number, line) in (1..).zip(lines) {
        let event: Event = serde_json::from_str(line).map_err(|why| broken(number, why.to_string()))?;
        match (&mut room, event) {
            (None, Event::Opened(setup)) => room = Some(Room::new(*setup)),
            (None, _) => return Err(Saying::new("seminar-no-class")),
            (Some(room), event) => {
                let unlikely = |why| {
                    Saying::new("seminar-log-broken").with("line", number).with("why", Saying::new(why))
                };
                room.allows(&event).map_err(unlikely)?;
                room.happens(event);
            }
        }
    }
    room.ok_or_else(|| Saying::new("seminar-no-class"))
}

/// An event as a line.
///
/// # Errors
/// If it cannot be written, which numbers without a value would be.
pub fn line(event: &Event) -> Result<String, String> {
    serde_json::to_string(event).map_err(|why| why.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::event::Phase;
    use super::super::setup::{Setup, Wish};
    use super::*;
    use loyalsim::design::Design;

    #[test]
    fn a_log_is_a_class() {
        let text = include_str!("../../../scenarios/discount-trap.toml");
        let setup = Setup::new("trap", text, &Design::parse(text).unwrap(), &Wish::default(), 1).unwrap();
        let events = [
            Event::Opened(Box::new(setup.clone())),
            Event::Joined { student: "s".to_owned(), name: "Anna".to_owned(), team: "Red".to_owned() },
            Event::Moved { round: 0, to: Phase::Design },
        ];
        let lines: Vec<String> = events.iter().map(|event| line(event).unwrap()).collect();
        assert!(lines.iter().all(|line| !line.contains('\n')));
        let room = read(&lines).unwrap();
        assert_eq!((room.setup, room.teams.len()), (setup, 1));
        assert_eq!(room.rounds[0].phase, Phase::Design);
        let fault = |lines: &[String]| read(lines).unwrap_err().to_string();
        assert!(fault(&lines[1..]).contains("seminar-no-class") && fault(&[]).contains("seminar-no-class"));
        let torn = [lines[0].clone(), lines[1][..20].to_owned()];
        assert!(fault(&torn).contains("line: 2"), "{}", fault(&torn));
        let early = [lines[0].clone(), lines[2].clone()];
        assert!(fault(&early).contains("line: 2"), "nobody was there");
    }
}
