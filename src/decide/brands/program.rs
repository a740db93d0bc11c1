//! What the program does to the own brand's place in its category: more buyers, as brands usually grow, or more purchases by each.

use super::figure::{Figure, Panels};
use crate::decide::Watch;
use crate::design::{Brands, Design, Dirichlet};
use crate::simulate::{Experiment, Halt, Line, Settings, Tally, unless_given_up};
use rayon::prelude::*;
use serde::Serialize;

/// Months at the end of the time simulated that are looked at.
const LAST: usize = 12;
/// A share that no brand exceeds.
const LARGEST: f64 = 0.999;

/// The own brand with the program, beside a brand of the same share as the Dirichlet expects it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OnBrand {
    /// Change of purchases by a customer in the last year simulated.
    pub purchases_per_customer: Figure,
    /// Change of the number of customers.
    pub customers: Figure,
    /// Change of all purchases.
    pub purchases: Figure,
    /// The share of the own brand if all of it is taken from other brands.
    pub share: f64,
    /// Purchases per buyer that a brand of this share has.
    pub usual_rate: f64,
    /// Those with the program.
    pub rate: f64,
    /// By how much the second exceeds the first: loyalty in excess of the Dirichlet.
    pub excess: Figure,
}

/// Purchases and customer months without and with the program.
#[derive(Debug, Clone, Copy, Default)]
struct Bought {
    purchases: [f64; 2],
    customers: [f64; 2],
}

impl Bought {
    fn of(tally: &Tally) -> Self {
        let months = tally.months().saturating_sub(LAST)..tally.months();
        let worlds = [0, tally.last_with_program()];
        let sum = |line: Line| {
            worlds.map(|world| months.clone().map(|month| tally.total(world, month, line)).sum())
        };
        Self { purchases: sum(Line::Purchases), customers: sum(Line::Active) }
    }

    fn add(&mut self, other: &Self, sign: f64) {
        for world in [0, 1] {
            self.purchases[world] += sign * other.purchases[world];
            self.customers[world] += sign * other.customers[world];
        }
    }

    fn customers(&self) -> f64 {
        self.customers[1] / self.customers[0]
    }

    fn purchases(&self) -> f64 {
        self.purchases[1] / self.purchases[0]
    }

    fn each(&self) -> f64 {
        self.purchases() / self.customers()
    }
}

/// Plays the program of `design`; `None` without one, or if nothing was played.
pub fn on_brand(
    design: &Design,
    brands: &Brands,
    (settings, trials): (Settings, u64),
    watch: &dyn Watch,
) -> Option<OnBrand> {
    design.program.as_ref()?;
    let stopped = || watch.stopped();
    let experiment = Experiment::new(design, settings).until(Halt::when(&stopped));
    watch.begin("trials", trials);
    let play = |trial| {
        let bought = Bought::of(&experiment.play(trial));
        watch.tick(1);
        bought
    };
    let played: Vec<_> = (0..trials).into_par_iter().map(|trial| unless_given_up(|| play(trial))).collect();
    let played: Vec<Bought> = played.into_iter().map_while(|trial| trial).collect();
    if played.len() < 2 {
        return None;
    }
    let played = Panels::new(played, &Bought::default(), Bought::add);
    let own = |market: &Dirichlet| market.figures()[brands.own].purchases_per_buyer;
    let usual = own(&brands.market);
    // what trials differ in moves the share little: the brand that is held beside it is that of the mean
    let grown = grown(&brands.market, brands.own, played.all.purchases());
    let expected = own(&grown);
    Some(OnBrand {
        purchases_per_customer: played.figure(|bought| bought.each() - 1.0),
        customers: played.figure(|bought| bought.customers() - 1.0),
        purchases: played.figure(|bought| bought.purchases() - 1.0),
        share: grown.shares[brands.own],
        usual_rate: expected,
        rate: usual * played.all.each(),
        excess: played.figure(|bought| usual * bought.each() / expected - 1.0),
    })
}

/// The category when sales of one brand are multiplied at the cost of the others.
fn grown(market: &Dirichlet, own: usize, times: f64) -> Dirichlet {
    let share = (market.shares[own] * times).min(LARGEST);
    let rest = (1.0 - share) / (1.0 - market.shares[own]);
    let mut shares: Vec<f64> = market.shares.iter().map(|share| share * rest).collect();
    shares[own] = share;
    Dirichlet { shares, ..market.clone() }
}
