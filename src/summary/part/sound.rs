//! Whether results have the shape of results of their design: only then they can be joined and summed up without surprise.

use super::About;
use crate::design::Design;
use crate::summary::moments::Moments;
use crate::summary::{Collector, Frame, Trials};

/// Whether the results are of this design and of these trials.
pub fn is_of(collector: &Collector, design: &Design, about: &About) -> bool {
    let frame = Frame::of(design);
    if collector.frame != frame || collector.sampling != about.sampling {
        return false;
    }
    let trials = &about.trials;
    let count = trials.end - trials.start;
    if collector.trials() != *trials || collector.excess.squares.trials() != *trials {
        return false;
    }
    let empty = Collector::new(design);
    let excess = (&collector.excess, &empty.excess);
    let same = |one: &Trials, shape: &Trials| one.width() == shape.width() && one.whole_rows() == Some(count);
    let cells = empty.sketches.len();
    let moments = |level: u32, value: &Vec<Moments>| {
        value.len() == cells && value.iter().all(|m| m.count() <= 1 << level)
    };
    same(&collector.trials, &empty.trials)
        && same(&collector.effects, &empty.effects)
        && same(&excess.0.numbers, &excess.1.numbers)
        && same(&excess.0.effects, &excess.1.effects)
        && collector.twins.width() == empty.twins.width()
        && collector.twins.whole_rows().is_some_and(|rows| rows <= count)
        && collector.moments.is_canonical(moments)
        && collector.excess.squares.is_canonical(moments)
        && collector.sketches.len() == cells
        && collector.sketches.iter().all(|sketch| sketch.is_sound(count))
}
