//! What a design costs, and whether that is within the budget.

use super::hall::Hall;
use crate::serve::desk::Refused;
use crate::serve::shelf::SETTINGS;
use loyalsim::decide::{Unwatched, paired};
use loyalsim::design::Design;
use loyalsim::summary::Scalar;
use loyalsim::words::{Language, Value, Words};

/// Trials on which the budget is judged: a cost is known sooner than an effect.
pub const TRIALS: u64 = 16;

/// What a design costs, for readers; nothing where there is no budget.
///
/// # Errors
/// If it costs more than the budget.
pub fn within(hall: &Hall, text: &str, language: Language) -> Result<Option<String>, Refused> {
    let Some(budget) = hall.room().setup.budget else { return Ok(None) };
    let words = Words::new(language);
    let design = Design::parse(text).map_err(|problems| Refused(words.plain_problems(&problems)))?;
    let rows = paired::play(&[&design], SETTINGS, 0..TRIALS, &Unwatched);
    let cost = super::score::mean(rows.values(0, Scalar::ProgramCost).into_iter());
    let words = words.with_currency(&design.currency);
    let told = [("cost", Value::Money(cost)), ("budget", Value::Money(budget))];
    if cost > budget {
        return Err(Refused(words.say("seminar-over-budget", &told)));
    }
    Ok(Some(words.say("seminar-cost", &told)))
}
