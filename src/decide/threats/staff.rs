//! Staff who do not want the program, and service that gets worse.

use super::{Likely, Shock, Threat};
use crate::design::{Edit, MysteryShopping, Program};
use crate::plan::ServiceShock;
use crate::units::Share;

/// Chance that staff take the program as a burden: a judgement.
const RESISTED: f64 = 0.2;

/// It happens after today's business has been matched: a design with worse service from the start would still have the declared
/// retention.
const SLIPPING: ServiceShock = ServiceShock { from: 2, proper_contacts: Share::new(0.75), failures: 2.0 };

/// Staff for whom the program is one more thing to do: they offer it half as often, and like their work less. The model has no such
/// element, so they are played as test visits that cost nothing and annoy.
pub fn resists(program: &Program) -> Option<Shock> {
    let annoyed = "visits_per_month = 1\ncost_per_visit = 0\nraises_experience_by = -0.2\nprevents_forgetting = 0\nnarrows_gap = 0\n";
    let edits = vec![
        Edit::Scale("program.joins_per_visit".to_owned(), 0.5),
        Edit::Append("program.mystery_shopping", annoyed.to_owned()),
    ];
    let offered = program.elements.iter().any(|element| !element.facts().is_service());
    (offered && !program.has::<MysteryShopping>())
        .then(|| Shock::likely(Threat::StaffResist, Likely::Judged(RESISTED), edits))
}

/// A quarter of the contacts handled to standard is gone, and failures double.
pub fn slips() -> Shock {
    Shock { threat: Threat::ServiceSlips, likely: None, edits: Vec::new(), service: Some(SLIPPING) }
}
