//! How many trials a run plays where nobody says it: until the Monte Carlo error is small beside the spread.

use crate::summary::{Enough, Summary};
use crate::units::Share;

/// Monte Carlo error of the headline, as a share of its spread, that is good enough where the user names none.
pub const GOOD_ENOUGH: Share = Share::new(0.05);

/// How far to go on after `done` trials, at most to `cap`, given what they say; `None` if they are enough.
pub fn next(done: u64, cap: u64, found: &Summary) -> Option<u64> {
    let Enough { reached, trials_needed, .. } = found.enough;
    // at most four times as far, for first estimates are rough
    let further = || trials_needed.clamp(done + 1, 4 * done).min(cap);
    (!reached && done < cap).then(further)
}
