//! What a team's levers make of the scenario.

use super::hall::Hall;
use super::room::{Room, Round};
use crate::serve::changes::moved;
use crate::serve::levers::{Lever, levers};
use crate::serve::slider::Slider;
use loyalsim::design::{Design, Draft, EditFault};
use loyalsim::words::{Language, Words};
use std::sync::Arc;

/// The levers that teams may move, as the round's scenario has them.
pub fn handles(room: &Room, round: &Round, language: Language) -> Vec<Lever> {
    let Ok(design) = Design::parse(&round.text) else { return Vec::new() };
    let words = Words::new(language).with_currency(&design.currency);
    let all = levers(&design, words);
    let found = room.setup.levers.iter().filter_map(|handle| {
        let mut lever = all.iter().find(|lever| lever.path == handle.path)?.clone();
        if let Some((low, high)) = handle.ends {
            lever.slider = Slider::between(low.min(lever.value), high.max(lever.value), None);
        }
        Some(lever)
    });
    found.collect()
}

/// The same of the present round, worked out once for all phones.
pub fn handles_of(hall: &Hall, room: &Room, language: Language) -> Arc<Vec<Lever>> {
    hall.levers((room.edition(), language), || handles(room, room.round(), language))
}

/// The text of a team's design: the scenario with its levers moved.
///
/// # Errors
/// If the design does not allow them together.
pub fn text(levers: &[Lever], scenario: &str, values: &[f64]) -> Result<String, EditFault> {
    let mut draft = Draft::new(scenario)?;
    for (lever, value) in levers.iter().zip(values).filter(|(lever, value)| lever.value != **value) {
        moved(&mut draft, &lever.path, *value)?;
    }
    Ok(draft.finish()?.0)
}

/// The first lever that a value lies outside of.
pub fn outside<'l>(levers: &'l [Lever], values: &[f64]) -> Option<&'l Lever> {
    let inside = |(lever, value): &(&Lever, &f64)| {
        let range = lever.slider.map_or((f64::MIN, f64::MAX), |slider| (slider.low, slider.high));
        value.is_finite() && (range.0..=range.1).contains(*value)
    };
    levers.iter().zip(values).find(|pair| !inside(pair)).map(|(lever, _)| lever)
}

/// The levers' values of a team: what it has set, else what the scenario says.
pub fn values(levers: &[Lever], round: &Round, team: usize) -> Vec<f64> {
    let own = round.designs.get(&team).map(|(values, _)| values.clone());
    own.unwrap_or_else(|| levers.iter().map(|lever| lever.value).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::seminar::setup::{Setup, Wish};

    #[test]
    fn levers_make_a_design() {
        let trap = include_str!("../../../scenarios/discount-trap.toml");
        let wish = Wish { levers: vec!["program.special_offer.discount=0..0.2".to_owned()], budget: None };
        let setup = Setup::new("trap", trap, &Design::parse(trap).unwrap(), &wish, 1).unwrap();
        let room = Room::new(setup);
        let round = room.round();
        let levers = handles(&room, round, Language::En);
        assert_eq!(levers.len(), 1);
        assert_eq!(values(&levers, round, 0), [10.0]);
        assert_eq!(
            text(&levers, &round.text, &[10.0]).unwrap(),
            trap,
            "what is not moved stays as it is written"
        );
        let made = text(&levers, &round.text, &[5.0]).unwrap();
        assert!(made.contains("discount     = 0.05"), "{made}");
        assert!(outside(&levers, &[20.0]).is_none());
        for wrong in [-1.0, 20.5, f64::NAN, f64::INFINITY] {
            assert!(outside(&levers, &[wrong]).is_some(), "{wrong}");
        }
    }
}
