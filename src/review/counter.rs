//! The better design that a short review finds, for those who want no review.

use super::conduct::{ReviewSettings, review};
use super::lab::Broken;
use crate::decide::Watch;
use crate::design::Design;

/// Trials and customers of the review: few, because whoever asks judges the design found on trials of his own.
const SIZE: (u64, usize) = (80, 1_000);

/// The text of a better design than `design`, read from `text`; `file` is what that is called in commands. Nothing where none is found.
///
/// # Errors
/// If whoever watches asks to stop.
pub fn counter_design(
    text: &str,
    design: &Design,
    (seed, file): (u64, &str),
    watch: &dyn Watch,
) -> Result<Option<String>, Broken> {
    let (trials, customers) = SIZE;
    let settings = ReviewSettings { seed, trials, customers, rivals: Vec::new(), file: file.to_owned() };
    Ok(review(text, design, &settings, watch)?.counter_design)
}
