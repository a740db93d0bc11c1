//! A block of like customers, played through the months in every world at once.

use super::arrivals::Arrivals;
use super::cards::Cards;
use super::cast::{Calibrated, Cast, Pilot};
use super::circumstances::Circumstances;
use super::luck::{self, Luck, Rare};
use super::month;
use super::pairs;
use super::register::{CategoryFlows, Register};
use super::scratch::Scratch;
use super::state::State;
use super::sums::Sums;
use super::tally::Tally;
use crate::population::{People, Shapes};
use crate::random::{Purpose, ROWS, StreamKey};

/// Customers a block begins with: small enough for a core's own cache.
pub const BLOCK: usize = 496;
/// Rows come in groups that every vectorised loop finishes without a rest: two of the widest vectors.
pub const GROUP: usize = 32;

/// The customers of a block in all worlds, with room to work. Reused from block to block.
#[derive(Debug)]
pub struct Block {
    pub(super) people: People,
    pub(super) states: Vec<Box<State>>,
    pub(super) luck: Luck,
    pub(super) scratch: Vec<Scratch>,
    /// States of worlds that are not played now.
    pub(super) spare: Vec<Box<State>>,
    pub(super) sums: Vec<Sums>,
    pub(super) cards: Vec<Cards>,
    /// Which worlds are played; the others are still as those that they part from.
    pub(super) apart: Vec<bool>,
    /// Where newcomers are made.
    pub(super) nursery: People,
    pub(super) occupied: [bool; ROWS],
    pub(super) free: Vec<usize>,
    pub(super) base: usize,
    pub(super) month_keys: Vec<u64>,
    /// Newcomers of the month in each world, and the rows they take.
    pub(super) arrivals: Vec<Arrivals>,
    pub(super) taken: Vec<usize>,
    pub(super) rows: usize,
    pub(super) baseline_ever: usize,
    pub(super) shapes: Shapes,
    /// Months for which those who have left are remembered.
    pub(super) remembers: usize,
    /// Pilots solved lately, the last first.
    pub(super) pilots: Vec<Pilot>,
}

impl Default for Block {
    fn default() -> Self {
        Self {
            people: People::default(),
            states: Vec::new(),
            luck: Luck::default(),
            scratch: Vec::new(),
            spare: Vec::new(),
            sums: Vec::new(),
            cards: Vec::new(),
            apart: Vec::new(),
            nursery: People::default(),
            occupied: [false; ROWS],
            free: Vec::new(),
            base: 0,
            month_keys: Vec::new(),
            arrivals: Vec::new(),
            taken: Vec::new(),
            rows: 0,
            baseline_ever: 0,
            shapes: Shapes::default(),
            remembers: 0,
            pilots: Vec::new(),
        }
    }
}

impl Block {
    /// What each customer of today's base is expected to spend in a year at list prices; to be asked before the first month.
    pub fn yearly_worths(&self) -> impl Iterator<Item = f64> {
        let (rate, basket) = (&self.people.rate, &self.people.basket);
        (0..self.base).map(|row| 12.0 * f64::from(rate[row]) * f64::from(basket[row]))
    }

    /// Plays all months of the customers seated and books them in `tally`.
    pub fn play(&mut self, segment: &Calibrated, tally: &mut Tally) {
        let cast = &segment.cast;
        let months = cast.plan.months;
        for t in 0..months {
            self.part(cast, t);
            if t + 12 == months {
                self.count_branches(cast, tally);
            }
            self.win_back(segment, t, tally);
            self.arrive(segment, t, tally);
            self.month(segment, t, tally);
            self.renew(cast);
            self.change_plans(cast, t);
            self.mature(cast, t);
            self.sweep(cast, t, tally);
        }
        self.close_register(cast, tally);
    }

    /// Worlds that go their own way from this month on go on from where the ones are that they part from.
    fn part(&mut self, cast: &Cast, t: usize) {
        for (w, parting) in cast.partings.iter().enumerate() {
            if self.apart[w] || t < parting.month {
                continue;
            }
            let (earlier, later) = self.states.split_at_mut(w);
            later[0].part_from(&earlier[parting.from], self.rows);
            let (earlier, later) = self.scratch.split_at_mut(w);
            later[0].part_from(&earlier[parting.from]);
            self.cards[w] = self.cards[parting.from].clone();
            self.apart[w] = true;
        }
    }

    /// Counts the categories over the horizon.
    fn close_register(&mut self, cast: &Cast, tally: &mut Tally) {
        (0..self.rows).for_each(|row| self.book_earned(row, cast, tally));
        for (world, state) in self.states.iter_mut().enumerate() {
            let Some(categories) = tally.categories_mut(world, cast.index) else { continue };
            (0..self.rows).for_each(|row| state.settle(row));
            let Register { heads, flows, .. } = &state.register;
            for ((flows, end), sum) in flows.iter().zip(heads).zip(categories) {
                sum.blend(&CategoryFlows { end: *end, ..*flows }, [1.0, 1.0]);
            }
        }
    }

    /// Counts who belongs to each branch, a year before the survey.
    fn count_branches(&self, cast: &Cast, tally: &mut Tally) {
        for (world, state) in self.states.iter().enumerate() {
            if let Some(survey) = tally.survey_mut(world, cast.index) {
                survey.count(&self.people, state, self.rows);
            }
        }
    }

    /// One month in every world.
    fn month(&mut self, segment: &Calibrated, t: usize, tally: &mut Tally) {
        let Calibrated { cast, declared, intercepts, .. } = segment;
        luck::draw(&mut self.luck, &mut self.people.luck, self.rows);
        self.sums.clear();
        for w in 0..self.states.len() {
            if !self.apart[w] {
                self.sums.push(self.sums[cast.partings[w].from]);
                continue;
            }
            let now = circumstances(segment, w, t);
            let (state, scratch, mut sums) = (&mut self.states[w], &mut self.scratch[w], Sums::default());
            month::play(&now, intercepts, &self.people, &self.luck, state, scratch, &mut sums);
            if t + 1 == cast.plan.months {
                self.survey(segment, &now, w, tally);
            }
            let (state, scratch) = (&mut self.states[w], &mut self.scratch[w]);
            month::advance(&now, &intercepts.rises, &self.luck, state, scratch);
            if t == 0 && w == 0 {
                self.look_at_today(segment, &now, tally);
            }
            if t + 1 == cast.plan.months {
                self.look_ahead(segment, &now, w, tally);
            }
            let (state, scratch) = (&mut self.states[w], &mut self.scratch[w]);
            let row = tally.row_mut(w, cast.index, t);
            sums.book(&now, &cast.plan.causes, declared.margin.get(), state, scratch, row);
            self.cards[w].month(t, &now.levers.cards, sums.cards_sold(), declared.margin.get(), row);
            pairs::book_stayed(t, &self.people, state, self.rows, row);
            self.sums.push(sums);
        }
        self.pair(cast, t, tally);
    }

    /// Each customer against himself in the baseline. A world that has not parted from it is the baseline.
    fn pair(&self, cast: &Cast, t: usize, tally: &mut Tally) {
        for w in 1..self.states.len() {
            let place = if self.apart[w] { w } else { 0 };
            if !self.apart[w] && cast.partings[w].from > 0 {
                continue;
            }
            let points = cast.plan.worlds[w].levers[cast.index][t].points;
            let row = tally.row_mut(w, cast.index, t);
            let (base, state) = (&self.states[0], &self.states[place]);
            pairs::book_pairs(&self.people, base, state, self.rows, self.baseline_ever, row);
            let (base_month, month) = (&self.scratch[0], &self.scratch[place]);
            pairs::book_benefits(base, base_month, month, &points, cast.grain, row);
            pairs::book_gifts(&cast.plan.worlds[w].deals[cast.index][t], base, base_month, month, row);
            let cost = self.sums[w].cost_in_no_row(points.cost);
            pairs::book_benefits_of_no_row(cost, base, state, month, row);
        }
    }

    /// Needs change: some customers become as ready to leave as newcomers are, in every world.
    fn renew(&mut self, cast: &Cast) {
        let recipe = &cast.recipe;
        let chance = recipe.propensity().renewal();
        if chance <= 0.0 {
            return;
        }
        let (n, picked) = (self.rows, &mut self.scratch[0].picked);
        luck::mark(&self.luck, chance, picked.marks(n));
        picked.gather(n);
        for &row in picked.rows() {
            let hazard = &mut self.people.hazard[row];
            // empty rows stay so
            if *hazard > 0.0 {
                *hazard = recipe.renewed(self.people.rate[row], self.luck.rare(row, Rare::NeedsChange));
            }
        }
    }

    /// Hazards run with tenure where a design says so: in month t they are t^c − (t − 1)^c times those of the first.
    fn mature(&mut self, cast: &Cast, month: usize) {
        let segment = &cast.plan.segments[cast.index];
        let c = segment.duration_dependence;
        if c == 1.0 {
            return;
        }
        let oldest = segment.age_months.map_or(1, |age| age.get() as usize);
        let power = |tenure: usize| libm::pow(tenure as f64, c);
        let grows: Vec<f32> = (1..=month + oldest)
            .map(|tenure| {
                let [before, now, next] = [tenure - 1, tenure, tenure + 1].map(power);
                ((next - now) / (now - before)) as f32
            })
            .collect();
        let (hazard, joined) = (&mut self.people.hazard[..self.rows], &self.people.joined[..self.rows]);
        for (hazard, joined) in hazard.iter_mut().zip(joined) {
            let lived = month as f32 - joined.max(segment.response.earliest);
            *hazard *= grows[(lived.max(0.0) as usize).min(grows.len() - 1)];
        }
    }

    /// Asks everybody at the end of the horizon.
    #[cold]
    fn survey(&self, segment: &Calibrated, now: &Circumstances, world: usize, tally: &mut Tally) {
        let block = (&self.people, &self.luck, &*self.states[world], &self.scratch[world]);
        let asked = (&segment.intercepts.scale, &segment.touchpoints[..]);
        if let Some(survey) = tally.survey_mut(world, segment.cast.index) {
            survey.ask(now, asked, block);
        }
    }
}

/// The streams of a block and of the even points of the half of a segment's customers that it is a part of.
pub fn block_keys((seed, trial): (u64, u64), segment: usize, (half, block): (u64, usize)) -> [StreamKey; 2] {
    let stream = |block: u64| StreamKey {
        seed,
        trial,
        a: (segment as u64) << 33 | half << 32 | block,
        b: 0,
        purpose: Purpose::Population,
    };
    [stream(block as u64), stream(u64::from(u32::MAX))]
}

/// What is the same for all customers of a segment in a month of a world.
pub(super) fn circumstances<'a>(segment: &'a Calibrated, world: usize, month: usize) -> Circumstances<'a> {
    let Calibrated { cast, declared, intercepts, .. } = segment;
    let levers = &cast.plan.worlds[world].levers[cast.index][month];
    Circumstances {
        month,
        levers,
        deals: &cast.plan.worlds[world].deals[cast.index][month],
        response: &declared.response,
        rivals: levers.rivals,
        pace: intercepts.rate
            * (declared.season[month] * (1.0 - levers.exploration) * (1.0 - levers.unserved)),
        usual_contact: intercepts.contact,
        traits: &cast.traits,
        grain: cast.grain,
        today: libm::pow(cast.plan.discount_factor, (month + 1) as f64) as f32,
    }
}
