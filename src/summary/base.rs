//! The value of the customers who are there: at the start, and at the end of the horizon in both worlds.

use super::ledger::ratio;
use super::prospect::{Prospect, Scope, redemption, total};
use super::segment_worlds::SegmentWorlds;
use super::terms::Terms;
use crate::simulate::{Item, Tally};

/// The value of the base in one trial, as money at that time; NaN in a tally made by hand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Base {
    /// Today's customers, without the program.
    pub start: f64,
    /// Customers at the end of the horizon without the program.
    pub baseline: f64,
    /// The same with it.
    pub program: f64,
    /// What more customers and longer stays change: what they would bring at what a month brings without the program.
    pub stays: f64,
    /// Share of the points outstanding at the end that will be redeemed, without the program and with it.
    pub redemption: [f64; 2],
}

impl Base {
    /// Of the whole business, where `world` has the program.
    pub fn of(tally: &Tally, segments: &[SegmentWorlds], world: usize, terms: &Terms) -> Self {
        let all = || segments.iter().enumerate();
        let start = |(at, segment): (usize, &SegmentWorlds)| {
            Some(tally.weights[at] * Prospect::at_the_start(tally, segment.ledger(0), at, terms)?)
        };
        let known = all().map(start).sum::<Option<f64>>();
        Self {
            start: known.unwrap_or(f64::NAN),
            baseline: all().map(|(at, segment)| at_the_end(tally, segment, (0, at))).sum(),
            stays: all().map(|(at, segment)| stays(tally, segment, (world, at))).sum(),
            program: all().map(|(at, segment)| at_the_end(tally, segment, (world, at))).sum(),
            redemption: [0, world].map(|world| redemption(tally, world)),
        }
    }
}

/// The value of a segment's customers at the end of the horizon in a world.
pub(super) fn at_the_end(tally: &Tally, segment: &SegmentWorlds, (world, at): (usize, usize)) -> f64 {
    let value = segment.prospect(world).and_then(|prospect| {
        let outlooks = tally.outlooks(world, at)?;
        Some(tally.weights[at] * prospect.value(&total(&outlooks.end), Scope::All))
    });
    value.unwrap_or(f64::NAN)
}

/// What a segment's customers would be worth more at the end if a month with one were worth what it is without the program.
fn stays(tally: &Tally, segment: &SegmentWorlds, (world, at): (usize, usize)) -> f64 {
    let months =
        |world| tally.outlooks(world, at).map_or(f64::NAN, |outlooks| total(&outlooks.end)[Item::HeadsAhead]);
    let [without, with] = [0, world].map(months);
    let change = with - without;
    if change == 0.0 { 0.0 } else { ratio(change * at_the_end(tally, segment, (0, at)), without) }
}
