//! What is kept of the categories of one trial.

use crate::design::Category;
use crate::simulate::{CATEGORIES, CategoryFlows, Tally};
use crate::summary::frame::Frame;

/// Numbers kept for each category and world.
pub const OF_CATEGORY: usize = 9;
/// Numbers kept for each world.
pub const PER_WORLD: usize = CATEGORIES * OF_CATEGORY;
/// Names of those of a category, in order.
const NAMES: [&str; OF_CATEGORY] =
    ["start", "came", "moved_in", "moved_out", "left", "end", "profit", "good_profit", "bad_profit"];

/// Numbers kept for each trial.
pub fn numbers(frame: &Frame) -> usize {
    frame.worlds() * PER_WORLD
}

/// Their names.
pub fn names(frame: &Frame) -> Vec<String> {
    let worlds = ["baseline", "program"].into_iter().take(frame.worlds());
    worlds
        .flat_map(|world| {
            Category::ALL.into_iter().flat_map(move |category| {
                NAMES.map(|name| format!("category.{}.{name}_{world}", category.key()))
            })
        })
        .collect()
}

/// The numbers of one trial, in the order of the names; NaN where the tally has no register.
pub fn values(worlds: usize, tally: &Tally) -> Vec<f64> {
    let of = |flows: &CategoryFlows| {
        let CategoryFlows { start, came, moved_in, moved_out, left, end, profit, good, bad } = *flows;
        [start, came, moved_in, moved_out, left, end, profit, good, bad]
    };
    (0..worlds)
        .flat_map(|world| match tally.categories(world) {
            Some(categories) => categories.iter().flat_map(of).collect(),
            None => vec![f64::NAN; PER_WORLD],
        })
        .collect()
}
