//! A rival that opens, copies the program, or answers with a price cut.

use super::{Likely, Shock, Threat};
use crate::design::{Design, Edit, Program};

/// Chance that a rival opens nearby, a year: a judgement.
const OPENS: f64 = 0.1;
/// Chance that a program of money alone is copied: a judgement.
const COPIED: f64 = 0.5;
/// Chance that a rival cuts prices in answer to the launch: a judgement.
const ANSWERED: f64 = 0.2;

/// Three months after the launch, 5 % cheaper.
pub fn opens(design: &Design, program: &Program) -> Shock {
    let years = (design.horizon_months - program.launch) as f64 / 12.0;
    let stays_away: f64 = design.rivals.iter().map(|rival| 1.0 - design.central(rival.probability)).product();
    let likely = match design.rivals.is_empty() {
        true => Likely::Judged(1.0 - libm::pow(1.0 - OPENS, years)),
        false => Likely::Stated(1.0 - stays_away),
    };
    Shock::likely(Threat::RivalOpens, likely, rival(design, program, 3, "price_gap = 0.05\n"))
}

/// What is money alone is copied within three months.
pub fn copies(design: &Design, program: &Program) -> Option<Shock> {
    let copied = "price_gap = 0\ncopies = 1\ncopies_after_months = 3\n";
    let easily = program.elements.iter().any(|element| element.facts().easily_copied);
    let edits = || rival(design, program, 3, copied);
    easily.then(|| Shock::likely(Threat::RivalCopies, Likely::Judged(COPIED), edits()))
}

/// A price cut of a tenth for half a year.
pub fn answers(design: &Design, program: &Program) -> Shock {
    let cut = "price_gap = 0\nanswers_with = 0.1\nanswers_after_months = 3\nanswer_lasts_months = 6\n";
    Shock::likely(Threat::RivalAnswers, Likely::Judged(ANSWERED), rival(design, program, 2, cut))
}

/// A rival that opens `after` months after the launch, with `more` lines.
fn rival(design: &Design, program: &Program, after: usize, more: &str) -> Vec<Edit> {
    let opens = design.month((program.launch + after).min(design.horizon_months - 1));
    let lines = format!(
        "name = \"rival of the stress test\"\nopens_from = \"{opens}\"\nopens_until = \"{opens}\"\nprobability = 1\n{more}"
    );
    vec![Edit::Append("rival", lines)]
}
