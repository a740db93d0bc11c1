//! What the teacher may let go wrong, for all teams: the threats of stress tests, and the 68 % that turn out false.

use super::rivalry;
use super::room::{Room, Round};
use loyalsim::decide::threats::{Threat, shocks};
use loyalsim::design::{Design, Edit, edited};
use loyalsim::words::{Words, capital};

/// The reasons for leaving that everybody quotes, and those that studies found.
const QUOTED: &str = "sixty-eight";
const STUDIED: &str = "services-survey";
/// Its key in the log.
const FALSE_QUOTE: &str = "quote-false";

/// A shock that a round can take.
#[derive(Debug, Clone)]
pub struct Shock {
    /// Its key.
    pub key: &'static str,
    /// The scenario with it.
    pub text: String,
}

/// The shocks that make sense for the present round and are not in it yet.
pub fn possible(room: &Room) -> Vec<Shock> {
    let round = room.round();
    let Ok(design) = Design::parse(&round.text) else { return Vec::new() };
    let threats = shocks(&design).filter(|shock| shock.service.is_none() && !shock.edits.is_empty());
    let quote = quoted(&round.text).then(|| (FALSE_QUOTE, quote_false()));
    // what other teams do is not in the scenario: it is known when all have designed
    let teams = rivalry::possible(room).then(|| (rivalry::KEY, Vec::new()));
    let threats = threats.map(|shock| (shock.threat.key(), shock.edits));
    let all = teams.into_iter().chain(quote).chain(threats);
    let new = all.filter(|(key, _)| !round.shocks.iter().any(|known| known == key));
    new.filter_map(|(key, edits)| Some(Shock { key, text: changed(round, &edits)? })).collect()
}

fn changed(round: &Round, edits: &[Edit]) -> Option<String> {
    if edits.is_empty() {
        Some(round.text.clone())
    } else {
        edited(&round.text, edits).ok().map(|made| made.0)
    }
}

/// Whether the design believes the quote.
fn quoted(text: &str) -> bool {
    let table: Option<toml::Table> = text.parse().ok();
    let preset = table.as_ref().and_then(|table| table.get("churn")?.get("preset")?.as_str());
    preset == Some(QUOTED)
}

fn quote_false() -> Vec<Edit> {
    vec![Edit::SetText("churn.preset".to_owned(), STUDIED.to_owned())]
}

/// A shock in short, for the teacher to choose.
pub fn label(key: &str, words: Words<'_>) -> String {
    if key == rivalry::KEY { words.say("seminar-rivals-short", &[]) } else { name(key, words) }
}

/// A shock for readers.
pub fn name(key: &str, words: Words<'_>) -> String {
    if key == rivalry::KEY {
        return words.say("seminar-rivals", &[]);
    }
    if key == FALSE_QUOTE {
        return words.say("seminar-quote-false", &[]);
    }
    let known = Threat::ALL.iter().find(|threat| threat.key() == key);
    capital(&known.map_or_else(|| key.to_owned(), |threat| words.name("stress", threat.key())))
}

#[cfg(test)]
mod tests {
    use super::super::room::Room;
    use super::super::setup::{Setup, Wish};
    use super::*;
    use loyalsim::words::Language;

    use super::super::event::Event;

    fn room(text: &str) -> Room {
        Room::new(Setup::new("x", text, &Design::parse(text).unwrap(), &Wish::default(), 1).unwrap())
    }

    #[test]
    fn the_quote_can_turn_out_false() {
        let text = include_str!("../../../scenarios/staff-training.toml");
        let mut room = room(text);
        let all = possible(&room);
        let quote = all.iter().find(|shock| shock.key == FALSE_QUOTE).expect("the scenario believes it");
        assert!(quote.text.contains("services-survey"), "{}", quote.text);
        assert!(
            all.iter().any(|shock| shock.key == "rival-opens") && all.iter().any(|s| s.key == "margin-fall")
        );
        room.rounds[0].text.clone_from(&quote.text);
        room.rounds[0].shocks.push(FALSE_QUOTE.to_owned());
        assert!(possible(&room).iter().all(|shock| shock.key != FALSE_QUOTE));
    }

    #[test]
    fn rivals_need_two_teams() {
        let mut room = room(include_str!("../../../scenarios/discount-trap.toml"));
        let offered = |room: &Room| possible(room).into_iter().find(|shock| shock.key == rivalry::KEY);
        for name in ["Red", "Blue"] {
            assert!(offered(&room).is_none());
            let joined = |text: &str| text.to_owned();
            room.happens(Event::Joined { student: joined(name), name: joined(name), team: joined(name) });
        }
        assert_eq!(offered(&room).unwrap().text, room.round().text, "the scenario stays as it is");
    }

    #[test]
    fn every_shock_has_a_name_in_every_language() {
        for language in Language::ALL {
            let words = Words::new(language);
            for threat in Threat::ALL {
                assert_ne!(name(threat.key(), words), threat.key());
            }
            assert!(name(FALSE_QUOTE, words).contains("68"));
            assert!(label(rivalry::KEY, words).len() < name(rivalry::KEY, words).len());
        }
    }
}
