//! A promotion of the own brand, played on the same shoppers and luck as without it, and taken apart.

use super::figure::{Figure, Panels};
use super::shopper::Shopper;
use crate::design::{BrandPromotion, Dirichlet, Response};
use crate::random::draw::{poisson, uniform, wait};
use rand::Rng;
use serde::Serialize;

/// Weeks in a year.
const WEEKS: f64 = 365.25 / 7.0;

/// Units of the own brand and of all others in a week, without the promotion and with it.
#[derive(Debug, Clone, Copy, Default)]
struct Week {
    own: [f64; 2],
    others: [f64; 2],
}

/// What a panel buys from the first week of the promotion on.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    weeks: Vec<Week>,
    /// Purchases of the category while it lasts, without it and with it.
    occasions: [f64; 2],
    /// Those of them that are of the own brand.
    own_occasions: [f64; 2],
    /// Units bought that replace later ones.
    stocked: f64,
}

/// The units added to the own brand's sales while the promotion lasts, taken apart in two published ways.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decomposition {
    /// The discount.
    pub discount: f64,
    /// Weeks for which it runs.
    pub weeks: usize,
    /// Weeks watched after it.
    pub weeks_after: usize,
    /// By how much sales of the own brand are multiplied while it lasts.
    pub lift: Figure,
    /// Part of the elasticity that is choice of brand (Gupta 1988).
    pub choice: Figure,
    /// Part that is buying at all.
    pub incidence: Figure,
    /// Part that is units per purchase.
    pub quantity: Figure,
    /// Part of the added units that other brands lose while it lasts (van Heerde, Gupta & Wittink 2003).
    pub from_brands: Figure,
    /// Part that replaces later purchases of any brand.
    pub brought_forward: Figure,
    /// Part that is bought in addition.
    pub additional: Figure,
    /// The dip of the category seen in the weeks watched, as a part of the added units.
    pub dip: Figure,
    /// The part of the added units that the own brand loses again in these weeks.
    pub own_dip: Figure,
    /// Part of the units sold on promotion that would have been sold without.
    pub sold_anyway: Figure,
    /// Sales of the own brand in each week, as a multiple of a usual week.
    pub own_weeks: Vec<f64>,
    /// The same of all other brands together.
    pub other_weeks: Vec<f64>,
}

impl Counts {
    /// Nobody yet.
    pub fn new(promotion: &BrandPromotion) -> Self {
        let weeks = vec![Week::default(); promotion.weeks + promotion.weeks_after];
        Self { weeks, ..Self::default() }
    }

    /// Adds other counts, or takes them away again.
    pub fn add(&mut self, other: &Self, sign: f64) {
        for (to, from) in self.weeks.iter_mut().zip(&other.weeks) {
            for world in [0, 1] {
                to.own[world] += sign * from.own[world];
                to.others[world] += sign * from.others[world];
            }
        }
        for world in [0, 1] {
            self.occasions[world] += sign * other.occasions[world];
            self.own_occasions[world] += sign * other.own_occasions[world];
        }
        self.stocked += sign * other.stocked;
    }

    /// Units of the own brand or of the others, with the promotion less without it, in some weeks.
    fn added(weeks: &[Week], of: fn(&Week) -> [f64; 2]) -> f64 {
        weeks.iter().map(|week| of(week)[1] - of(week)[0]).sum()
    }
}

/// A panel of shoppers in the weeks of the promotion and after.
pub fn play(
    (market, own): (&Dirichlet, usize),
    promotion: &BrandPromotion,
    (people, periods): (usize, f64),
    rng: &mut impl Rng,
) -> Counts {
    let mut counts = Counts::new(promotion);
    let mut shopper = Shopper::default();
    for _ in 0..people {
        shopper.draw(market, rng);
        let one = One { own: shopper.chances[own], weekly: shopper.rate * periods / WEEKS, promotion };
        let stocked = one.during(&mut counts, rng);
        one.after(&mut counts, stocked, rng);
    }
    counts
}

/// A shopper with the chance of the own brand.
struct One<'p> {
    own: f64,
    weekly: f64,
    promotion: &'p BrandPromotion,
}

impl One<'_> {
    /// Buys while the promotion lasts; units that replace later ones.
    fn during(&self, counts: &mut Counts, rng: &mut impl Rng) -> u64 {
        let response = self.promotion.response;
        let chosen = response.chosen(self.own);
        let switches = if self.own < 1.0 { (chosen - self.own) / (1.0 - self.own) } else { 0.0 };
        let added = self.weekly * (response.buying(self.own) - 1.0);
        let mut extra = 0;
        for week in 0..self.promotion.weeks {
            for _ in 0..poisson(rng, self.weekly) {
                let usually = uniform(rng) < self.own;
                let then = uniform(rng) < switches || usually;
                extra += bought(counts, week, [Some(usually), Some(then)], (response, rng));
            }
            for _ in 0..poisson(rng, added) {
                let then = uniform(rng) < chosen;
                extra += 1 + bought(counts, week, [None, Some(then)], (response, rng));
            }
        }
        let stocked = (0..extra).filter(|_| uniform(rng) < self.promotion.brought_forward).count() as u64;
        counts.stocked += stocked as f64;
        stocked
    }

    /// Buys afterwards, except what is at home already.
    fn after(&self, counts: &mut Counts, mut stocked: u64, rng: &mut impl Rng) {
        let (first, weeks) = (self.promotion.weeks, self.promotion.weeks_after as f64);
        let mut time = wait(rng, self.weekly);
        while time < weeks {
            let week = &mut counts.weeks[first + time as usize];
            let units = if uniform(rng) < self.own { &mut week.own } else { &mut week.others };
            units[0] += 1.0;
            if stocked > 0 {
                stocked -= 1;
            } else {
                units[1] += 1.0;
            }
            time += wait(rng, self.weekly);
        }
    }
}

/// Books a purchase of the own brand (`true`) or another, without the promotion and with it; units beyond the first.
fn bought(
    counts: &mut Counts,
    week: usize,
    brands: [Option<bool>; 2],
    (response, rng): (Response, &mut impl Rng),
) -> u64 {
    let more = if brands[1] == Some(true) { poisson(rng, response.units - 1.0) } else { 0 };
    for (world, own) in brands.into_iter().enumerate().filter_map(|(world, own)| Some((world, own?))) {
        let units = 1.0 + if world == 1 { more as f64 } else { 0.0 };
        let week = &mut counts.weeks[week];
        counts.occasions[world] += 1.0;
        if own {
            counts.own_occasions[world] += 1.0;
            week.own[world] += units;
        } else {
            week.others[world] += units;
        }
    }
    more
}

/// The promotion taken apart.
pub fn taken_apart(promotion: &BrandPromotion, panels: &Panels<Counts>) -> Decomposition {
    let weeks = promotion.weeks;
    let own = |week: &Week| week.own;
    let others = |week: &Week| week.others;
    let sold =
        |counts: &Counts, world: usize| -> f64 { counts.weeks[..weeks].iter().map(|w| w.own[world]).sum() };
    let bump = |counts: &Counts| Counts::added(&counts.weeks[..weeks], own);
    let lost = |counts: &Counts| -Counts::added(&counts.weeks[..weeks], others);
    let dip = |counts: &Counts| -Counts::added(&counts.weeks[weeks..], own);
    let both = |counts: &Counts| dip(counts) - Counts::added(&counts.weeks[weeks..], others);
    let lift = |counts: &Counts| sold(counts, 1) / sold(counts, 0);
    let buying = |counts: &Counts| counts.occasions[1] / counts.occasions[0];
    let chosen = |counts: &Counts| counts.own_occasions[1] / counts.own_occasions[0] / buying(counts);
    let units = |counts: &Counts| lift(counts) / buying(counts) / chosen(counts);
    let of_lift = |ratio: f64, counts: &Counts| libm::log(ratio) / libm::log(lift(counts));
    let course = |of: fn(&Week) -> [f64; 2]| {
        let usual: f64 = panels.all.weeks.iter().map(|week| of(week)[0]).sum();
        let count = panels.all.weeks.len() as f64;
        panels.all.weeks.iter().map(|week| 1.0 + (of(week)[1] - of(week)[0]) * count / usual).collect()
    };
    Decomposition {
        discount: promotion.discount,
        weeks,
        weeks_after: promotion.weeks_after,
        lift: panels.figure(lift),
        choice: panels.figure(|c| of_lift(chosen(c), c)),
        incidence: panels.figure(|c| of_lift(buying(c), c)),
        quantity: panels.figure(|c| of_lift(units(c), c)),
        from_brands: panels.figure(|c| lost(c) / bump(c)),
        brought_forward: panels.figure(|c| c.stocked / bump(c)),
        additional: panels.figure(|c| 1.0 - (lost(c) + c.stocked) / bump(c)),
        dip: panels.figure(|c| both(c) / bump(c)),
        own_dip: panels.figure(|c| dip(c) / bump(c)),
        sold_anyway: panels.figure(|c| sold(c, 0) / sold(c, 1)),
        own_weeks: course(own),
        other_weeks: course(others),
    }
}
