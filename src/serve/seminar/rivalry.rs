//! Teams as rivals: a team's customers can go where the other teams' programs are.
//!
//! The model knows a rival by what its program is worth to a member, as a share of spend, and by how its staff treat customers; so a team
//! meets one rival that offers the mean of what the other teams offer. Their prices, tiers, gifts and messages it does not see.

use super::result::Elsewhere;
use super::room::{Room, Round};
use loyalsim::design::{Design, Draft, Edit, EditFault};
use loyalsim::plan::Offer;

/// The key of the shock that makes teams rivals.
pub const KEY: &str = "rival-teams";

/// The most and the least that a design may say of a rival.
const MOST_WORTH: f64 = 0.5;
const CONTACTS: (f64, f64) = (0.01, 0.99);
/// Steps in which it is written down.
const STEPS: f64 = 1e4;

/// Whether teams may become rivals: there have to be two.
pub fn possible(room: &Room) -> bool {
    room.peopled().len() > 1
}

/// Whether teams are rivals in a round.
pub fn is_on(round: &Round) -> bool {
    round.shocks.iter().any(|key| key == KEY)
}

/// What a program offers to a member of its own.
pub fn offered(text: &str) -> Option<Elsewhere> {
    let offer = Offer::of(&Design::parse(text).ok()?)?;
    let tidy = |value: f64| (value * STEPS).round() / STEPS;
    Some(Elsewhere {
        worth: tidy(offer.worth.clamp(0.0, MOST_WORTH)),
        proper_contacts: tidy(offer.proper_contacts.clamp(CONTACTS.0, CONTACTS.1)),
    })
}

/// What each team meets: the mean of the others.
pub fn met(offers: &[Elsewhere]) -> Vec<Elsewhere> {
    (0..offers.len())
        .map(|own| mean(offers.iter().enumerate().filter(|(at, _)| *at != own).map(|(_, o)| *o)))
        .collect()
}

/// The mean of some offers.
pub fn mean(offers: impl Iterator<Item = Elsewhere>) -> Elsewhere {
    let (mut sum, mut count) = ((0.0, 0.0), 0.0);
    for offer in offers {
        sum = (sum.0 + offer.worth, sum.1 + offer.proper_contacts);
        count += 1.0;
    }
    let tidy = |value: f64| (value / count * STEPS).round() / STEPS;
    Elsewhere { worth: tidy(sum.0), proper_contacts: tidy(sum.1) }
}

/// A scenario in which such a rival opens when the program starts.
///
/// # Errors
/// If the scenario has no room for one more.
pub fn market(text: &str, elsewhere: Elsewhere) -> Result<String, EditFault> {
    let draft = Draft::new(text)?;
    let design = draft.before();
    let opens = design.month(design.program.as_ref().map_or(0, |program| program.launch));
    let lines = format!(
        "name = \"the other teams\"\nopens_from = \"{opens}\"\nprobability = 1\nprogram_worth = {}\nproper_contacts = {}\n",
        elsewhere.worth, elsewhere.proper_contacts
    );
    Ok(draft.with(&[Edit::Append("rival", lines)])?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_meets_the_others() {
        let offer = |worth| Elsewhere { worth, proper_contacts: 0.5 };
        let all = met(&[offer(0.1), offer(0.0), offer(0.04)]);
        assert_eq!(all.iter().map(|met| met.worth).collect::<Vec<_>>(), [0.02, 0.07, 0.05]);
    }

    #[test]
    fn the_others_stand_in_the_design() {
        let trap = include_str!("../../../scenarios/discount-trap.toml");
        let own = offered(trap).unwrap();
        assert_eq!(own.worth, 0.1);
        let text = market(trap, Elsewhere { worth: 0.0725, ..own }).unwrap();
        let design = Design::parse(&text).unwrap();
        let rival = design.rivals.last().unwrap();
        assert_eq!(design.central(rival.program_worth), 0.0725);
        assert_eq!(rival.opens_from, design.program.as_ref().unwrap().launch);
        assert_eq!(offered(&text).unwrap(), own, "who is there does not change what we offer");
    }
}
