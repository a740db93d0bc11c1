//! Who sits where in a block: today's base, newcomers, and the rows of those who have left.

use rand::Rng;

use super::arrivals::Arrivals;
use super::block::{Block, GROUP};
use super::cards::Cards;
use super::cast::{Calibrated, Cast};
use super::lines::Line;
use super::sample::Part;
use super::scratch::Scratch;
use super::state::Standing;
use super::tally::Tally;
use super::totals::LANES;
use crate::design::Category;
use crate::population::{self, Origin, Since};
use crate::random::{ROWS, StreamKey, math, splitmix64};

/// Part of the ranks around his own among which a customer finds where he stands: sixteen customers of the pilot.
const NEIGHBOURS: f32 = 1.0 / 15.0;

/// Empty rows a block may carry before they are filled from its end.
const MOST_FREE: usize = GROUP + 16;

impl Block {
    /// Seats a part of the customers of a segment in an empty block. `keys` name its luck and the segment's even points.
    pub fn seat(&mut self, cast: &Cast, keys: [StreamKey; 2], part: &Part) {
        self.base = part.len();
        self.clear(cast);
        let [mut rng, mut points] = keys.map(StreamKey::rng);
        let base_key = rng.next_u64();
        self.month_keys = (0..cast.plan.months).map(|_| rng.next_u64()).collect();
        let [first, step, of] = [part.first, part.step, part.of].map(|n| n as u32);
        let since = Since::Long { first, step, of };
        let origin = Origin { key: base_key, points: points.next_u64(), since };
        population::fill(&cast.recipe, &mut self.people, self.rows, &origin);
        self.people.in_baseline[..self.base].fill(1.0);
        for row in 0..self.base {
            let luck = splitmix64(base_key, 1 << 32 | row as u64);
            let rank = ((first + row as u32 * step) as f32 + 0.5) / of as f32;
            let standing = neighbour(&cast.start, rank, math::uniform((luck >> 32) as u32));
            let terms = self.terms_today(cast, luck, row);
            let apart = self.states.iter_mut().zip(&self.apart).filter(|(_, apart)| **apart);
            for (state, _) in apart {
                state.start(row, standing, &cast.traits, usize::from(self.people.category[row]));
                state.favour(row, terms);
            }
        }
        self.occupied[..self.base].fill(true);
        (self.base..self.rows).rev().for_each(|row| self.vacate(row));
        self.baseline_ever = self.base;
    }

    /// Makes room for the base in every world.
    fn clear(&mut self, cast: &Cast) {
        let worlds = cast.plan.worlds.len();
        // room for worlds that are not played now is kept
        self.spare.extend(self.states.drain(worlds.min(self.states.len())..));
        while self.states.len() < worlds {
            self.states.push(self.spare.pop().unwrap_or_default());
        }
        if self.scratch.len() < worlds {
            self.scratch.resize_with(worlds, Scratch::default);
        }
        self.scratch.iter_mut().for_each(Scratch::begin);
        self.apart.clear();
        self.apart.extend(cast.partings.iter().map(|parting| parting.month == 0));
        self.cards.clear();
        self.cards.resize_with(worlds, Cards::default);
        self.free.clear();
        self.set_rows(self.base.next_multiple_of(GROUP));
        // a world that parts from another goes on by its rules
        self.remembers = cast.plan.remembers_leavers(cast.index);
        let by_terms = cast.plan.worlds.iter().any(|world| world.delays(cast.index));
        for (w, state) in self.states.iter_mut().enumerate() {
            state.begin(cast.plan.remembers(w, cast.index), cast.grain);
            state.by_terms = by_terms;
            state.empty(0..self.rows);
        }
    }

    /// Terms that a customer of today's base has demanded before: as many blackmailers have them as demands are granted.
    fn terms_today(&self, cast: &Cast, luck: u64, row: usize) -> f32 {
        let today = &cast.plan.worlds[0].levers[cast.index][0];
        let blackmails = usize::from(self.people.category[row]) == Category::Blackmailer as usize;
        let has = blackmails && math::uniform(luck as u32) < today.granted;
        if has { today.terms } else { 0.0 }
    }

    /// New customers of the month: the same people in every world, as many of them as the world attracts.
    pub(super) fn arrive(&mut self, segment: &Calibrated, month: usize, tally: &mut Tally) {
        let cast = &segment.cast;
        let key = self.month_keys[month];
        // the lists are kept from month to month
        let mut arrivals = std::mem::take(&mut self.arrivals);
        arrivals.clear();
        for w in 0..self.states.len() {
            arrivals.push(match self.apart[w] {
                true => self.expected(segment, w, month).rounded(key),
                false => arrivals[cast.partings[w].from],
            });
        }
        let most = arrivals.iter().map(Arrivals::total).max().unwrap_or(0);
        let mut rows = std::mem::take(&mut self.taken);
        rows.clear();
        rows.extend((0..most).map_while(|_| self.vacancy()));
        let since = Since::Month(month as f32);
        let origin = Origin { key: splitmix64(key, 2), points: splitmix64(key, 3), since };
        self.seat_newcomers(segment, &rows, &origin, month, &arrivals);
        self.baseline_ever += arrivals[0].total().min(rows.len());
        for (w, arrivals) in arrivals.iter().enumerate().filter(|(w, _)| self.apart[*w]) {
            let cost = cast.plan.worlds[w].levers[cast.index][month].cost_per_friend;
            let all = arrivals.total().min(rows.len());
            let referred = all - arrivals.own.min(rows.len());
            let row = tally.row_mut(w, cast.index, month);
            row[Line::Arrived] += all as f64;
            row[Line::Referred] += referred as f64;
            row[Line::ReferralCost] += referred as f64 * f64::from(cost);
        }
        (self.arrivals, self.taken) = (arrivals, rows);
    }

    /// Newcomers expected in a world this month.
    fn expected(&self, segment: &Calibrated, world: usize, month: usize) -> Arrivals {
        let cast = &segment.cast;
        let levers = &cast.plan.worlds[world].levers[cast.index][month];
        let before = month.checked_sub(1).map(|_| (&self.sums[world], &self.sums[0]));
        Arrivals::expected(segment, levers, self.base, self.cards[world].friends(), before)
    }

    /// Seats the newcomers of a month in `rows`, the first of them in the worlds that attract so many.
    fn seat_newcomers(
        &mut self,
        segment: &Calibrated,
        rows: &[usize],
        origin: &Origin,
        month: usize,
        arrivals: &[Arrivals],
    ) {
        let cast = &segment.cast;
        // whole vectors; who is made beyond the rows is not seated
        let made = rows.len().next_multiple_of(LANES);
        population::fill(&cast.recipe, &mut self.nursery, made, origin);
        self.nursery.in_baseline[..made].fill(0.0);
        self.nursery.in_baseline[..arrivals[0].total().min(rows.len())].fill(1.0);
        self.people.take(&self.nursery, rows);
        rows.iter().for_each(|row| self.occupied[*row] = true);
        for (w, (state, arrivals)) in self.states.iter_mut().zip(arrivals).enumerate() {
            if !self.apart[w] {
                continue;
            }
            let usual_sale = cast.plan.worlds[w].levers[cast.index][month].usual_sale;
            state.receive(rows, arrivals.total(), [segment.declared.response.market_service, usual_sale]);
            for (k, &row) in rows.iter().enumerate() {
                let category = usize::from(self.nursery.category[k]);
                state.belong(row, category, &cast.traits);
                if k < arrivals.total() {
                    state.register.comes(category);
                }
            }
        }
    }

    /// An empty row, made if there is none; `None` when the block is full.
    fn vacancy(&mut self) -> Option<usize> {
        if self.free.is_empty() && self.rows + GROUP <= ROWS {
            let from = self.rows;
            self.set_rows(from + GROUP);
            self.states.iter_mut().for_each(|state| state.empty(from..from + GROUP));
            (from..self.rows).rev().for_each(|row| self.vacate(row));
        }
        self.free.pop()
    }

    /// Rows of customers who are gone in every world become free; a block with many of them is drawn together.
    pub(super) fn sweep(&mut self, cast: &Cast, month: usize, tally: &mut Tally) {
        for w in 0..self.states.len() {
            if self.apart[w] {
                self.remember(w, month);
            }
        }
        for w in 0..self.states.len() {
            if !self.apart[w] {
                continue;
            }
            for k in 0..self.scratch[w].leavers.len() {
                self.leave_row(self.scratch[w].leavers[k].row, cast, tally);
            }
        }
        if self.free.len() >= MOST_FREE {
            self.draw_together();
        }
    }

    /// A row becomes free if its customer is gone in every world, and in none may be asked to come back.
    pub(super) fn leave_row(&mut self, row: usize, cast: &Cast, tally: &mut Tally) {
        let here = |w: usize| self.apart[w] && self.states[w].may_be_there(row);
        if self.occupied[row] && !(0..self.states.len()).any(here) {
            self.book_earned(row, cast, tally);
            self.vacate(row);
        }
    }

    /// Moves customers from the end into empty rows, so that the end can be cut off.
    fn draw_together(&mut self) {
        self.free.sort_unstable();
        let kept = self.rows - self.free.len();
        let len = (kept + 8).next_multiple_of(GROUP);
        let holes = self.free.partition_point(|row| *row < len);
        let last = (len..self.rows).filter(|row| self.occupied[*row]);
        let moves: Vec<(usize, usize)> = last.zip(self.free[..holes].iter().copied()).collect();
        self.people.shift(&moves);
        let apart = self.states.iter_mut().zip(&self.apart).filter(|(_, apart)| **apart);
        apart.for_each(|(state, _)| state.shift(&moves));
        moves.iter().for_each(|(_, to)| self.occupied[*to] = true);
        self.free.truncate(holes);
        self.free.drain(..moves.len());
        self.set_rows(len);
    }

    /// The customer of a row is gone in every world. Nothing is left to add up: dead rows have no rate, no points.
    fn vacate(&mut self, row: usize) {
        self.occupied[row] = false;
        self.people.rate[row] = 0.0;
        self.people.hazard[row] = 0.0;
        self.free.push(row);
    }

    fn set_rows(&mut self, rows: usize) {
        self.rows = rows;
        self.scratch.iter_mut().for_each(|scratch| scratch.use_rows(rows));
    }
}

/// Where somebody of this rank by purchase rate stands, as one of the neighbours of his rank does.
fn neighbour(standings: &[Standing], rank: f32, luck: f32) -> Standing {
    let count = standings.len() as f32;
    let width = NEIGHBOURS * count;
    let from = (rank * count - 0.5 * width).clamp(0.0, count - width);
    standings[((from + luck * width) as usize).min(standings.len() - 1)]
}
