//! The months before the start of a program that runs already: customers of today live through them, so that their memberships, points,
//! tiers and habits are what they would be. Nobody leaves, and nobody is treated otherwise than he stands at the start.

use super::block::Block;
use super::cards::Cards;
use super::cast::{Calibrated, Cast};
use super::circumstances::Circumstances;
use super::lines::{Entries, Line};
use super::luck;
use super::month;
use super::scales::Scales;
use super::sums::Sums;
use super::tally::Tally;
use crate::plan::{LivedMonth, PointsTerms, Response, SegmentPlan};
use crate::population::History;
use crate::random::Column;
use crate::random::math::smaller;
use crate::units::Months;

/// The most of the price that is taken for granted.
const MOST_TAKEN: f32 = 0.95;

/// What customers who live through the past have in common.
#[derive(Debug, Clone, Copy)]
pub struct Common<'a> {
    /// The segment as declared.
    pub declared: &'a SegmentPlan,
    /// Factor on everybody's purchases.
    pub pace: f32,
    /// Mean change of satisfaction per contact, taken off.
    pub usual_contact: f32,
    /// Months that the past is long.
    pub length: usize,
}

impl Common<'_> {
    /// What month `k` of the past holds; those from its length on are months of the first year to come.
    pub fn month<'m>(&'m self, cast: &'m Cast, lived: &'m LivedMonth, k: usize) -> Circumstances<'m> {
        let response: &Response = &self.declared.response;
        Circumstances {
            month: k,
            levers: &lived.levers,
            deals: &lived.deals,
            response,
            rivals: 0.0,
            pace: self.pace * self.season(k),
            usual_contact: self.usual_contact,
            traits: &cast.traits,
            grain: cast.grain,
            today: 1.0,
        }
    }

    /// The season of month `k` of the past, as that of the same month of the first year to come.
    fn season(&self, k: usize) -> f32 {
        let season = &self.declared.season;
        let place = (k as i64 - self.length as i64).rem_euclid(12) as usize;
        season.get(place).copied().unwrap_or(1.0)
    }
}

impl Block {
    /// Lets the customers seated live through the months before the start, where a program runs already, and puts them where they are declared to
    /// stand; every world begins from there.
    pub(super) fn live_to_the_start(
        &mut self,
        segment: &Calibrated,
        scales: Option<&mut Scales>,
        tally: &mut Tally,
    ) {
        if segment.cast.plan.past.is_none() {
            return;
        }
        self.live(segment);
        if let Some(scales) = scales {
            self.scale(scales);
        }
        for world in 1..self.states.len() {
            if self.apart[world] {
                let (earlier, later) = self.states.split_at_mut(world);
                later[0].part_from(&earlier[0], self.rows);
                let (earlier, later) = self.scratch.split_at_mut(world);
                later[0].part_from(&earlier[0]);
                self.cards[world] = self.cards[0].clone();
            }
        }
        self.book_opening(segment, tally);
    }

    /// Plays the months before the start in the first world.
    pub(super) fn live(&mut self, segment: &Calibrated) {
        let Calibrated { cast, declared, intercepts, .. } = segment;
        let Some(past) = &cast.plan.past else { return };
        let months = &past.months[cast.index];
        let common = Common {
            declared,
            pace: intercepts.rate,
            usual_contact: intercepts.contact,
            length: months.len(),
        };
        let mut cards = Cards::default();
        self.begin_past(cast, declared, months.len());
        for (k, lived) in months.iter().enumerate() {
            luck::draw(&mut self.luck, &mut self.people.luck, self.rows);
            let now = common.month(cast, lived, k);
            let sums = self.live_month(&now);
            let (terms, margin) = (&now.levers.cards, declared.margin.get());
            cards.month(k, terms, sums.cards_sold(), margin, &mut Entries::ZERO.clone());
        }
        self.end_past(cast, declared, months.len());
        self.cards[0] = cards.since(months.len());
    }

    /// Points that the customers seated hold, and the sum of the discounts that they take for granted.
    pub(super) fn held(&self) -> [f64; 2] {
        let state = &self.states[0];
        let balances = state.issued[..self.base].iter().zip(&state.used);
        let points = balances.map(|(issued, used)| i64::from(issued - used)).sum::<i64>() as f64;
        [points, state.reference[..self.base].iter().map(|discount| f64::from(*discount)).sum()]
    }

    /// Adds the same points by the months since they were issued, those of the last month first, each `times`.
    pub(super) fn held_by_age(&self, ages: &mut Vec<f64>, times: f64) {
        let state = &self.states[0];
        for row in 0..self.base {
            state.points_by_age(row, |ago, points| {
                ages.resize(ages.len().max(ago), 0.0);
                ages[ago - 1] += times * f64::from(points);
            });
        }
    }

    /// Scales balances, in whole points, and habits.
    fn scale(&mut self, scales: &mut Scales) {
        let state = &mut self.states[0];
        for row in 0..self.base {
            let balance = state.issued[row] - state.used[row];
            if balance > 0 && !scales.ages.is_empty() {
                state.reage(row, scales);
            } else if balance > 0 && scales.points != 1.0 {
                let becomes = scales.whole(f64::from(balance), scales.points);
                state.rebalance(row, becomes);
            }
            if let Some((times, plus)) = scales.discount {
                state.reference[row] = smaller(state.reference[row] * times + plus, MOST_TAKEN);
                state.priced = true;
            }
        }
    }

    /// Books the points that there are at the start, at what they bought in the last month before it.
    fn book_opening(&self, segment: &Calibrated, tally: &mut Tally) {
        let cast = &segment.cast;
        let last = cast.plan.past.as_ref().and_then(|past| past.months[cast.index].last());
        let Some(PointsTerms { pack, value, .. }) = last.map(|month| month.levers.points) else { return };
        let [owed, _] = self.held();
        for world in (0..self.states.len()).filter(|world| self.apart[*world]) {
            let row = tally.row_mut(world, cast.index, 0);
            row[Line::OpeningPoints] += f64::from(pack) * owed;
            row[Line::OpeningValue] += f64::from(value) * owed;
        }
    }

    /// Until the past is over its months are counted from its first, and nobody is there who has not joined.
    pub(super) fn begin_past(&mut self, cast: &Cast, declared: &SegmentPlan, months: usize) {
        shift(&mut self.people.joined, self.base, put_off(cast, declared, months));
        self.states[0].by_terms = true;
        self.states[0].alive[..self.base].fill(0.0);
    }

    /// One month of the past.
    pub(super) fn live_month(&mut self, now: &Circumstances) -> Sums {
        self.admit(now);
        let (state, scratch, mut sums) = (&mut self.states[0], &mut self.scratch[0], Sums::default());
        month::accustom(now, &self.people, &self.luck, state, scratch, &mut sums);
        sums
    }

    /// Those who have joined by this month are there, with the usual price of their first one.
    fn admit(&mut self, now: &Circumstances) {
        let state = &mut self.states[0];
        for row in 0..self.base {
            if state.alive[row] == 0.0 && self.people.joined[row] <= now.month as f32 {
                state.alive[row] = 1.0;
                if now.month > 0 && state.terms[row] == 0.0 {
                    state.reference[row] = now.levers.usual_sale;
                }
            }
        }
    }

    /// From now on months are counted from the start.
    pub(super) fn end_past(&mut self, cast: &Cast, declared: &SegmentPlan, months: usize) {
        shift(&mut self.people.joined, self.base, -put_off(cast, declared, months));
        self.states[0].past = months;
        self.states[0].alive[..self.base].fill(1.0);
    }
}

/// By how many months the day of joining is later when months are counted from the first of the past: not at all where everybody counts as
/// new by how he stays, and yet members or points are declared. They have been there since the launch.
fn put_off(cast: &Cast, declared: &SegmentPlan, months: usize) -> f32 {
    let stands = cast.plan.past.as_ref().map_or_else(Default::default, |past| past.stands);
    let of_ages = cast.plan.past.as_ref().is_some_and(|past| !past.ages.is_empty());
    let is_declared = stands.members.is_some() || stands.points.is_some() || of_ages;
    let is_new = History::new(0.0, declared.age_months.map(Months::get)).just_joined();
    if is_declared && is_new { 0.0 } else { months as f32 }
}

fn shift(joined: &mut Column, rows: usize, by: f32) {
    joined[..rows].iter_mut().for_each(|month| *month += by);
}
