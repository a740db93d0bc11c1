//! What can be simulated but is probably not meant, or not wise.

use super::Design;
use super::problem::Warning;

/// Everything worth a second look in a valid design.
pub(super) fn warnings(_design: &Design, _text: &str) -> Vec<Warning> {
    Vec::new()
}
