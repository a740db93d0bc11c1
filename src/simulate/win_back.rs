//! Customers who have left: they are remembered for as long as somebody may ask them to come back, and come back as they left.

use super::block::{Block, circumstances};
use super::cast::Calibrated;
use super::departed::Departed;
use super::lines::Line;
use super::luck::Rare;
use super::month;
use super::tally::Tally;
use crate::plan::WinBackTerms;

/// What a month's offers come to.
#[derive(Debug, Default)]
struct Asked {
    contacts: f64,
    back: f64,
    discounts: f64,
}

impl Block {
    /// Asks those who have left to come back, in every world that does so this month; whom nobody can ask any more leaves his row.
    pub(super) fn win_back(&mut self, segment: &Calibrated, month: usize, tally: &mut Tally) {
        if self.remembers == 0 {
            return;
        }
        let cast = &segment.cast;
        let mut done = Vec::new();
        for w in 0..self.states.len() {
            if !self.apart[w] {
                continue;
            }
            let terms = &cast.plan.worlds[w].levers[cast.index][month].win_back;
            let asked = self.ask(segment, (w, month), terms, &mut done);
            let row = tally.row_mut(w, cast.index, month);
            let [running, gifts] =
                [asked.contacts * f64::from(terms.contact), asked.back * f64::from(terms.gift)];
            row[Line::Arrived] += asked.back;
            row[Line::WonBack] += asked.back;
            row[Line::Discount] += asked.discounts;
            row[Line::RunningCost] += running;
            row[Line::GiftCost] += gifts;
            row[Line::PartnerIncome] += f64::from(terms.partners) * (asked.discounts + running + gifts);
        }
        done.into_iter().for_each(|row| self.leave_row(row, cast, tally));
    }

    /// Everybody is asked once. What decides is his own luck, the same in every world.
    fn ask(
        &mut self,
        segment: &Calibrated,
        (world, month): (usize, usize),
        terms: &WinBackTerms,
        done: &mut Vec<usize>,
    ) -> Asked {
        let cast = &segment.cast;
        let now = circumstances(segment, world, month);
        let (state, people, remembers) = (&mut self.states[world], &self.people, self.remembers);
        let mut asked = Asked::default();
        let mut departed = std::mem::take(&mut state.departed);
        departed.retain(|gone| {
            let (row, ago) = (gone.row, month - gone.month);
            let luck = |what| people.luck.rare(row, what as u64);
            if ago <= terms.within && luck(Rare::IsReached) < terms.reached {
                asked.contacts += 1.0;
                if luck(Rare::ComesBack) < terms.returns[gone.place] {
                    asked.back += 1.0;
                    let given = people.rate[row] * people.basket[row] * terms.discount * terms.months;
                    asked.discounts += cast.grain.round(given);
                    state.come_back(row, month);
                    state.give(row, given, now.today, 0.0);
                    if luck(Rare::LearnsToLeave) < terms.learn {
                        month::learns(&now, state, row);
                    }
                }
            }
            let waits = ago > terms.within && ago < remembers;
            if !waits {
                done.push(row);
            }
            waits
        });
        state.departed = departed;
        asked
    }

    /// Remembers those who have left a world this month, where anybody may ask them to come back.
    pub(super) fn remember(&mut self, world: usize, month: usize) {
        if self.remembers > 0 {
            let gone = self.scratch[world].leavers.iter();
            let gone = gone.map(|leaver| Departed { row: leaver.row, month, place: leaver.place });
            self.states[world].departed.extend(gone);
        }
    }
}
