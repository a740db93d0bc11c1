//! The better design that a short review finds, for those who want no review.

use super::conduct::{ReviewSettings, recommended};
use super::lab::Broken;
use crate::decide::Watch;
use crate::design::Design;

/// Trials and customers of what a review would play: few, because whoever asks judges the design found on trials of his own.
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
    recommended(text, design, &settings, watch)
}

#[cfg(test)]
mod tests {
    use super::super::conduct::review;
    use super::*;
    use crate::decide::Unwatched;

    /// The better design is the one that a whole review of this size recommends.
    #[test]
    fn it_is_the_design_that_a_review_recommends() {
        let text = include_str!("../../scenarios/discount-trap.toml");
        let design = Design::parse(text).unwrap();
        let settings =
            ReviewSettings { seed: 2, trials: 30, customers: 150, rivals: Vec::new(), file: String::new() };
        let whole = review(text, &design, &settings, &Unwatched).unwrap().counter_design;
        assert!(whole.is_some());
        assert_eq!(recommended(text, &design, &settings, &Unwatched).unwrap(), whole);
    }
}
