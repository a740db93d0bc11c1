//! A block of like customers, played through the months in every world at once.

use rand::Rng;

use super::arrivals::Arrivals;
use super::cards::Cards;
use super::luck::{self, Luck};
use super::month::{self, Circumstances, Scratch};
use super::pairs;
use super::register::{CategoryFlows, Register};
use super::state::State;
use super::sums::Sums;
use super::tally::{Line, Tally};
use crate::design::Category;
use crate::plan::{Plan, SegmentPlan};
use crate::population::{self, Newcomer, People, Recipe, Shapes, Traits};
use crate::random::{Purpose, ROWS, StreamKey, math, splitmix64};

/// Customers a block begins with: small enough for a core's own cache.
pub const BLOCK: usize = 496;
/// Rows come in groups that every vectorised loop, unrolled four times, finishes without a rest.
pub const GROUP: usize = 64;
/// Empty rows a block may carry before they are filled from its end.
const MOST_FREE: usize = GROUP + 16;

/// A segment of one trial, ready to play.
#[derive(Debug)]
pub struct Cast<'a> {
    /// The plan of the trial.
    pub plan: &'a Plan,
    /// Number of the segment.
    pub index: usize,
    /// The segment, calibrated.
    pub segment: SegmentPlan,
    /// Its distributions.
    pub recipe: Recipe,
    /// What its categories mean for behaviour.
    pub traits: [Traits; 6],
    /// Where customers of today stand at the start, by rank of their purchase rate.
    pub start: Vec<Standing>,
}

/// Satisfaction, expectation and memory of a customer at the start.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Standing {
    /// Satisfaction with treatment.
    pub treatment: f32,
    /// Share of proper contacts expected.
    pub norm: f32,
    /// Memory of a failure.
    pub fault: f32,
}

/// The customers of a block in all worlds, with room to work. Reused from block to block.
#[derive(Debug)]
pub struct Block {
    pub(super) people: People,
    pub(super) states: Vec<State>,
    pub(super) luck: Luck,
    pub(super) scratch: Vec<Scratch>,
    pub(super) sums: Vec<Sums>,
    cards: Vec<Cards>,
    occupied: [bool; ROWS],
    free: Vec<usize>,
    base: usize,
    month_keys: Vec<u64>,
    rows: usize,
    baseline_ever: usize,
    pub(super) shapes: Shapes,
}

impl Default for Block {
    fn default() -> Self {
        Self {
            people: People::default(),
            states: Vec::new(),
            luck: Luck::default(),
            scratch: Vec::new(),
            sums: Vec::new(),
            cards: Vec::new(),
            occupied: [false; ROWS],
            free: Vec::new(),
            base: 0,
            month_keys: Vec::new(),
            rows: 0,
            baseline_ever: 0,
            shapes: Shapes::default(),
        }
    }
}

impl Block {
    /// Seats customers `first..last` of the `of` simulated ones of a segment in an empty block.
    pub fn seat(&mut self, cast: &Cast, key: StreamKey, [first, last, of]: [usize; 3]) {
        let worlds = cast.plan.worlds.len();
        let expiry = |w: usize| {
            let levers = &cast.plan.worlds[w].levers[cast.index];
            levers.iter().map(|l| l.points.expiry_months).max().unwrap_or(0)
        };
        self.states.resize_with(worlds, || State::new(0));
        self.scratch.resize_with(worlds, Scratch::default);
        for (w, state) in self.states.iter_mut().enumerate() {
            state.begin(expiry(w));
        }
        self.scratch.iter_mut().for_each(Scratch::begin);
        self.cards.clear();
        self.cards.resize_with(worlds, Cards::default);
        self.base = last - first;
        self.free.clear();
        self.set_rows(self.base.next_multiple_of(GROUP));
        let mut rng = key.rng();
        let base_key = rng.next_u64();
        self.month_keys = (0..cast.plan.months).map(|_| rng.next_u64()).collect();
        for row in 0..self.base {
            let stratum = ((first + row) as f32 / of as f32, (first + row + 1) as f32 / of as f32);
            self.people.luck.seed(row, base_key, row as u64);
            population::fill(
                &cast.recipe,
                &mut self.people,
                row,
                Newcomer { stratum, joins: None, in_baseline: true },
            );
            self.occupied[row] = true;
            let slot = ((0.5 * (stratum.0 + stratum.1)) * cast.start.len() as f32) as usize;
            let standing = cast.start[slot.min(cast.start.len() - 1)];
            let terms = self.terms_today(cast, splitmix64(base_key, 1 << 32 | row as u64), row);
            for state in &mut self.states {
                state.start(row, standing, &cast.traits, usize::from(self.people.category[row]));
                state.favour(row, terms);
            }
        }
        self.clear_rows(self.base, self.rows);
        self.baseline_ever = self.base;
    }

    /// Terms that a customer of today's base has demanded before: as many blackmailers have them as demands are granted.
    fn terms_today(&self, cast: &Cast, luck: u64, row: usize) -> f32 {
        let today = &cast.plan.worlds[0].levers[cast.index][0];
        let blackmails = usize::from(self.people.category[row]) == Category::Blackmailer as usize;
        let has = blackmails && math::uniform(luck as u32) < today.granted;
        if has { today.terms } else { 0.0 }
    }

    /// What each customer of today's base is expected to spend in a year at list prices; to be asked before the first month.
    pub fn yearly_worths(&self) -> impl Iterator<Item = f64> {
        let (rate, basket) = (&self.people.rate, &self.people.basket);
        (0..self.base).map(|row| 12.0 * f64::from(rate[row]) * f64::from(basket[row]))
    }

    /// Plays all months and books them in `tally`.
    pub fn play(&mut self, cast: &Cast, stratum: (f32, f32), tally: &mut Tally) {
        let months = cast.plan.months;
        for t in 0..months {
            if t + 12 == months {
                self.count_branches(cast, tally);
            }
            self.arrive(cast, stratum, t, tally);
            self.month(cast, t, tally);
            self.sweep();
        }
        self.close_register(cast, tally);
    }

    /// Counts the categories over the horizon.
    fn close_register(&mut self, cast: &Cast, tally: &mut Tally) {
        let weight = tally.weights[cast.index];
        for (state, categories) in self.states.iter_mut().zip(&mut tally.categories) {
            state.close(self.rows);
            let Register { heads, flows, .. } = &state.register;
            for ((flows, end), sum) in flows.iter().zip(heads).zip(categories) {
                sum.add(&CategoryFlows { end: *end, ..*flows }, weight);
            }
        }
    }

    /// Counts who belongs to each branch, a year before the survey.
    fn count_branches(&self, cast: &Cast, tally: &mut Tally) {
        let weight = tally.weights[cast.index];
        for (survey, state) in tally.surveys.iter_mut().zip(&self.states) {
            survey.count(&self.people, state, self.rows, weight);
        }
    }

    /// New customers of the month: the same people in every world, as many of them as the world attracts.
    fn arrive(&mut self, cast: &Cast, stratum: (f32, f32), month: usize, tally: &mut Tally) {
        let key = self.month_keys[month];
        let arrivals: Vec<Arrivals> = (0..self.states.len())
            .map(|w| {
                let levers = &cast.plan.worlds[w].levers[cast.index][month];
                let before = month.checked_sub(1).map(|_| (&self.sums[w], &self.sums[0]));
                let friends = self.cards[w].friends();
                Arrivals::expected(&cast.segment, levers, self.base, friends, before).rounded(key)
            })
            .collect();
        let most = arrivals.iter().map(Arrivals::total).max().unwrap_or(0);
        let seated =
            (0..most).take_while(|k| self.seat_newcomer(cast, stratum, month, *k, &arrivals)).count();
        self.baseline_ever += arrivals[0].total().min(seated);
        for (w, arrivals) in arrivals.iter().enumerate() {
            let cost = cast.plan.worlds[w].levers[cast.index][month].cost_per_friend;
            let all = arrivals.total().min(seated);
            let referred = all - arrivals.own.min(seated);
            let row = tally.row_mut(w, cast.index, month);
            row[Line::Arrived as usize] += all as f64;
            row[Line::Referred as usize] += referred as f64;
            row[Line::ReferralCost as usize] += referred as f64 * f64::from(cost);
        }
    }

    /// Seats the `k`th newcomer of a month in the worlds that attract so many; false when the block is full.
    fn seat_newcomer(
        &mut self,
        cast: &Cast,
        stratum: (f32, f32),
        month: usize,
        k: usize,
        arrivals: &[Arrivals],
    ) -> bool {
        let Some(row) = self.vacancy() else { return false };
        self.people.luck.seed(row, splitmix64(self.month_keys[month], 2), k as u64);
        let new = Newcomer { stratum, joins: Some(month as f32), in_baseline: k < arrivals[0].total() };
        population::fill(&cast.recipe, &mut self.people, row, new);
        self.occupied[row] = true;
        let category = usize::from(self.people.category[row]);
        for (w, (state, arrivals)) in self.states.iter_mut().zip(arrivals).enumerate() {
            let comes = k < arrivals.total();
            state.reset(row, comes, cast.segment.response.market_service);
            state.belong(row, category, &cast.traits);
            if comes {
                state.register.comes(category);
            }
            state.reference[row] = cast.plan.worlds[w].levers[cast.index][month].usual_sale;
        }
        true
    }

    /// An empty row, made if there is none; `None` when the block is full.
    fn vacancy(&mut self) -> Option<usize> {
        if self.free.is_empty() && self.rows + GROUP <= ROWS {
            let from = self.rows;
            self.set_rows(from + GROUP);
            self.clear_rows(from, from + GROUP);
        }
        self.free.pop()
    }

    /// One month in every world.
    fn month(&mut self, cast: &Cast, t: usize, tally: &mut Tally) {
        luck::draw(&mut self.luck, &mut self.people.luck, self.rows);
        self.sums.clear();
        for w in 0..self.states.len() {
            let levers = &cast.plan.worlds[w].levers[cast.index][t];
            let now = Circumstances {
                month: t,
                levers,
                deals: &cast.plan.worlds[w].deals[cast.index][t],
                response: &cast.segment.response,
                rivals: levers.rivals,
                season: cast.segment.season[t] * (1.0 - levers.exploration),
                traits: &cast.traits,
                may_leave: true,
            };
            let (state, scratch, mut sums) = (&mut self.states[w], &mut self.scratch[w], Sums::default());
            month::play(&now, &self.people, &self.luck, state, scratch, &mut sums);
            if t + 1 == cast.plan.months {
                self.survey(cast, &now, w, tally);
            }
            let (state, scratch) = (&mut self.states[w], &mut self.scratch[w]);
            month::advance(&now, &self.luck, state, scratch);
            let row = tally.row_mut(w, cast.index, t);
            sums.book(&now, &cast.plan.causes, cast.segment.margin, state, scratch, row);
            self.cards[w].month(t, &now.levers.cards, sums.cards_sold(), cast.segment.margin, row);
            pairs::book_stayed(t, &self.people, state, self.rows, row);
            self.sums.push(sums);
        }
        let (base, others) = self.states.split_at(1);
        let (base_scratch, other_scratch) = self.scratch.split_at(1);
        for (w, (state, scratch)) in others.iter().zip(other_scratch).enumerate() {
            let points = cast.plan.worlds[w + 1].levers[cast.index][t].points;
            let row = tally.row_mut(w + 1, cast.index, t);
            let (rows, ever) = (self.rows, self.baseline_ever);
            pairs::book_pairs(&self.people, &base[0], state, rows, ever, row);
            pairs::book_benefits(&base[0], &base_scratch[0], scratch, &points, row);
        }
    }

    /// Asks everybody at the end of the horizon.
    #[cold]
    fn survey(&self, cast: &Cast, now: &Circumstances, world: usize, tally: &mut Tally) {
        let block = (&self.people, &self.luck, &self.states[world], &self.scratch[world]);
        let weight = tally.weights[cast.index];
        tally.surveys[world].ask(now, &cast.segment.touchpoints, block, weight);
    }

    /// Rows of customers who are gone in every world become free; a block with many of them is drawn together.
    fn sweep(&mut self) {
        for w in 0..self.scratch.len() {
            for k in 0..self.scratch[w].leavers.len() {
                let row = self.scratch[w].leavers[k].row;
                if self.occupied[row] && self.states.iter().all(|s| s.alive[row] == 0.0) {
                    self.vacate(row);
                }
            }
        }
        if self.free.len() >= MOST_FREE {
            self.draw_together();
        }
    }

    /// Moves customers from the end into empty rows, so that the end can be cut off.
    fn draw_together(&mut self) {
        self.free.sort_unstable();
        let kept = self.rows - self.free.len();
        let len = (kept + 8).next_multiple_of(GROUP);
        let holes: Vec<usize> = self.free.iter().copied().filter(|row| *row < len).collect();
        let mut holes_left = holes.iter();
        for from in (len..self.rows).filter(|row| self.occupied[*row]).collect::<Vec<_>>() {
            let Some(&to) = holes_left.next() else { break };
            self.people.copy(from, to);
            for state in &mut self.states {
                state.copy(from, to);
            }
            self.occupied[to] = true;
        }
        self.free = holes_left.copied().collect();
        self.set_rows(len);
    }

    /// Rows that have held nobody yet.
    fn clear_rows(&mut self, from: usize, to: usize) {
        for row in (from..to).rev() {
            for state in &mut self.states {
                state.reset(row, false, 0.0);
            }
            self.vacate(row);
        }
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
        for scratch in &mut self.scratch {
            scratch.rows = rows;
        }
    }
}

/// The stream of a block.
pub fn block_key(seed: u64, trial: u64, segment: usize, block: usize) -> StreamKey {
    StreamKey { seed, trial, a: (segment as u64) << 32 | block as u64, b: 0, purpose: Purpose::Population }
}
