//! When a block looks at its customers: who they are after the first month, what is to be expected of them after the last, and what has been
//! earned from those who leave.

use super::block::Block;
use super::cast::{Calibrated, Cast};
use super::circumstances::Circumstances;
use super::month;
use super::outlook::{CLASSES, Item, Outlook};
use super::tally::Tally;

/// The place of an answer among the classes.
fn class(verdict: f32) -> usize {
    if verdict > 0.0 {
        0
    } else if verdict < 0.0 {
        2
    } else {
        1
    }
}

impl Block {
    /// After the first month of the baseline: what today's customers are, and what is to be expected of them.
    #[cold]
    pub(super) fn look_at_today(&mut self, segment: &Calibrated, now: &Circumstances, tally: &mut Tally) {
        let index = segment.cast.index;
        for row in 0..self.base {
            let category = usize::from(self.people.category[row]);
            self.people.origin[row] = (category * CLASSES + class(self.scratch[0].verdict[row])) as u8;
            for world in 0..self.states.len() {
                let outlooks = tally.outlooks_mut(world, index);
                if let Some(kind) = outlooks.and_then(|all| all.of_today(self.people.origin[row])) {
                    kind[Item::Began] += 1.0;
                }
            }
        }
        let mut start = Outlook::default();
        let base = self.base;
        self.each(segment, now, 0, |row, outlook| {
            if row < base {
                start.count(outlook, segment.cast.grain);
            }
        });
        if let Some(outlooks) = tally.outlooks_mut(0, index) {
            outlooks.start.add(&start);
        }
    }

    /// After the last month: what is to be expected of those who are there in a world.
    #[cold]
    pub(super) fn look_ahead(
        &mut self,
        segment: &Calibrated,
        now: &Circumstances,
        world: usize,
        tally: &mut Tally,
    ) {
        let Some(outlooks) = tally.outlooks_mut(world, segment.cast.index) else { return };
        let (state, verdict) = (&self.states[world], &self.scratch[world].verdict);
        self.each(segment, now, world, |row, outlook| {
            outlooks.end[usize::from(state.category[row])][class(verdict[row])]
                .count(outlook, segment.cast.grain);
            if let Some(kind) = outlooks.of_today(self.people.origin[row]) {
                kind.count(outlook, segment.cast.grain);
            }
        });
    }

    /// Does something with the outlook of every customer of a world.
    fn each(
        &self,
        segment: &Calibrated,
        now: &Circumstances,
        world: usize,
        mut act: impl FnMut(usize, &Outlook),
    ) {
        let season = segment.declared.season[now.month];
        let told = (&segment.intercepts.causes, &segment.cast.recipe, &segment.lifetime, season);
        let mut found = Vec::with_capacity(self.scratch[world].len());
        month::outlooks(now, told, &self.people, &self.states[world], &self.scratch[world], &mut found);
        found.iter().for_each(|(row, outlook)| act(*row, outlook));
    }

    /// Books what has been earned from the customer of a row in every world; one that has not gone its own way yet has earned what the one
    /// has that it parts from.
    pub(super) fn book_earned(&mut self, row: usize, cast: &Cast, tally: &mut Tally) {
        let origin = self.people.origin[row];
        for world in 0..self.states.len() {
            let mut played = world;
            while !self.apart[played] {
                played = cast.partings[played].from;
            }
            let earned = cast.grain.round(self.states[played].earned[row]);
            if let Some(kind) = tally.outlooks_mut(world, cast.index).and_then(|all| all.of_today(origin)) {
                kind[Item::Earned] += earned;
            }
        }
        self.states.iter_mut().for_each(|state| state.earned[row] = 0.0);
    }
}
