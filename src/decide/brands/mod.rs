//! The category and its brands: what is to be expected of each, the same of simulated panels, and what a promotion and the program do to the own one.

mod figure;
mod panel;
mod program;
mod promotion;
mod shopper;

pub use figure::Figure;
pub use program::OnBrand;
pub use promotion::Decomposition;

use super::compare::Origin;
use super::watch::Watch;
use crate::design::{BrandFigures, BrandPeriod, Brands, Design, OwnRates};
use crate::random::{Purpose, StreamKey};
use crate::simulate::Settings;
use figure::Panels;
use panel::Panel;
use promotion::Counts;
use rayon::prelude::*;
use serde::Serialize;

/// Panels handed out at a time, after which a request to stop is heard.
const BATCH: u64 = 32;

/// The view of a category. Serialised, it is `brands.json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BrandView {
    /// What was run; a trial is a panel of so many shoppers.
    pub origin: Origin,
    /// Title of the design.
    pub title: String,
    /// SHA-256 of its text.
    pub design_hash: String,
    /// Currency.
    pub currency: String,
    /// What is bought.
    pub category: String,
    /// The period of the first table.
    pub period: BrandPeriod,
    /// Which brand is the own one.
    pub own: usize,
    /// How people buy.
    pub parameters: Parameters,
    /// Share of people who buy in the category in the period, and purchases by each of them, in the panels.
    pub simulated_category: [Figure; 2],
    /// The brands.
    pub brands: Vec<BrandRow>,
    /// Who buys what else.
    pub duplication: Duplication,
    /// Purchases of the own brand by one of its buyers, as the category and as the segments of the business say it.
    pub own_rates: Option<OwnRates>,
    /// What the program does to the own brand.
    pub program: Option<OnBrand>,
    /// A promotion taken apart.
    pub promotion: Option<Decomposition>,
}

/// Parameters of the NBD-Dirichlet.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Parameters {
    /// Share of people who buy in the category in the period.
    pub penetration: f64,
    /// Purchases by each of them.
    pub purchases_per_buyer: f64,
    /// K.
    pub purchase_shape: f64,
    /// Whether K was solved from the penetration.
    pub purchase_shape_solved: bool,
    /// S.
    pub choice_shape: f64,
    /// Whether S was solved from the penetrations of the brands.
    pub choice_shape_solved: bool,
}

/// A brand.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BrandRow {
    /// Its name.
    pub name: String,
    /// Its penetration, where the design states it.
    pub stated_penetration: Option<f64>,
    /// What is to be expected in the period.
    pub expected: BrandFigures,
    /// The same of the panels.
    pub simulated: BrandFigures<Figure>,
    /// What is to be expected in a year.
    pub expected_year: BrandFigures,
    /// The same of the panels.
    pub simulated_year: BrandFigures<Figure>,
}

/// Duplication of purchase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Duplication {
    /// For each brand, the part of its buyers who buy each brand as well, as expected.
    pub expected: Vec<Vec<f64>>,
    /// The same of the panels.
    pub simulated: Vec<Vec<f64>>,
    /// D of the duplication law: the part of a brand's buyers who also buy another is D times the penetration of the other.
    pub coefficient: f64,
    /// The same of the panels.
    pub simulated_coefficient: Figure,
}

/// One panel over the period and the year, and another one with the promotion.
struct Trial {
    panels: [Panel; 2],
    promoted: Option<Counts>,
}

/// Plays so many panels of so many shoppers, and as many trials of the program. `None` if `watch` stopped the work before two panels were done.
pub fn brands(
    design: &Design,
    brands: &Brands,
    (settings, trials): (Settings, u64),
    watch: &dyn Watch,
) -> Option<BrandView> {
    watch.begin("panels", trials);
    let mut played: Vec<Trial> = Vec::new();
    while (played.len() as u64) < trials && !watch.stopped() {
        let first = played.len() as u64;
        let batch = (first..(first + BATCH).min(trials)).into_par_iter().map(|trial| {
            let done = play(brands, settings, trial);
            watch.tick(1);
            done
        });
        played.extend(batch.collect::<Vec<_>>());
    }
    if played.len() < 2 {
        return None;
    }
    let done = played.len() as u64;
    let program = program::on_brand(design, brands, (settings, done), watch);
    let mut origin = Origin::new(Some(design), settings, done, trials);
    origin.partial |= watch.stopped();
    Some(view(design, brands, origin, (played, program)))
}

fn play(brands: &Brands, settings: Settings, trial: u64) -> Trial {
    let rng = |a| StreamKey { seed: settings.seed, trial, a, b: 0, purpose: Purpose::Shoppers }.rng();
    let (periods, people) = (brands.period.in_a_year(), settings.customers);
    let promoted = brands.promotion.as_ref().map(|promotion| {
        promotion::play((&brands.market, brands.own), promotion, (people, periods), &mut rng(1))
    });
    Trial { panels: panel::panels(&brands.market, people, periods, &mut rng(0)), promoted }
}

fn view(
    design: &Design,
    brands: &Brands,
    origin: Origin,
    (played, program): (Vec<Trial>, Option<OnBrand>),
) -> BrandView {
    let (mut periods, mut years, mut promoted) = (Vec::new(), Vec::new(), Vec::new());
    for Trial { panels: [period, year], promoted: with } in played {
        periods.push(period);
        years.push(year);
        promoted.extend(with);
    }
    let none = Panel::new(brands.list.len());
    let [periods, years] = [periods, years].map(|each| Panels::new(each, &none, Panel::add));
    let promotion = brands.promotion.as_ref().map(|promotion| {
        let panels = Panels::new(promoted, &Counts::new(promotion), Counts::add);
        promotion::taken_apart(promotion, &panels)
    });
    BrandView {
        origin,
        title: design.title.clone(),
        design_hash: design.hash.clone(),
        currency: design.currency.clone(),
        category: brands.category.clone(),
        period: brands.period,
        own: brands.own,
        parameters: parameters(brands),
        simulated_category: [0, 1].map(|i| periods.figure(|panel| panel.category()[i])),
        brands: rows(brands, &periods, &years),
        duplication: duplication(brands, &periods),
        own_rates: OwnRates::of(design, brands),
        program,
        promotion,
    }
}

fn parameters(brands: &Brands) -> Parameters {
    let purchases = brands.market.purchases;
    Parameters {
        penetration: purchases.penetration(),
        purchases_per_buyer: purchases.mean / purchases.penetration(),
        purchase_shape: purchases.shape,
        purchase_shape_solved: brands.spread_solved,
        choice_shape: brands.market.shape,
        choice_shape_solved: brands.choice_solved,
    }
}

fn rows(brands: &Brands, periods: &Panels<Panel>, years: &Panels<Panel>) -> Vec<BrandRow> {
    let expected = brands.market.figures();
    let expected_year = brands.market.over(brands.period.in_a_year()).figures();
    let row = |(i, brand): (usize, &crate::design::Brand)| BrandRow {
        name: brand.name.clone(),
        stated_penetration: brand.penetration,
        expected: expected[i],
        simulated: simulated(periods, i),
        expected_year: expected_year[i],
        simulated_year: simulated(years, i),
    };
    brands.list.iter().enumerate().map(row).collect()
}

fn simulated(panels: &Panels<Panel>, brand: usize) -> BrandFigures<Figure> {
    let figure = |of: fn(BrandFigures) -> f64| panels.figure(|panel| of(panel.figures(brand)));
    BrandFigures {
        share: figure(|f| f.share),
        penetration: figure(|f| f.penetration),
        purchases_per_buyer: figure(|f| f.purchases_per_buyer),
        category_purchases: figure(|f| f.category_purchases),
        share_of_requirements: figure(|f| f.share_of_requirements),
        sole_buyers: figure(|f| f.sole_buyers),
        sole_purchases: figure(|f| f.sole_purchases),
    }
}

fn duplication(brands: &Brands, panels: &Panels<Panel>) -> Duplication {
    let expected = brands.market.duplication();
    let count = brands.list.len();
    let table = |panel: &Panel| -> Vec<Vec<f64>> {
        let other = |i: usize, j: usize| if i == j { 1.0 } else { panel.duplication(i, j) };
        (0..count).map(|i| (0..count).map(|j| other(i, j)).collect()).collect()
    };
    let penetrations: Vec<f64> = brands.market.figures().iter().map(|brand| brand.penetration).collect();
    let of_panel = |panel: &Panel| {
        let penetrations: Vec<f64> = (0..count).map(|i| panel.figures(i).penetration).collect();
        coefficient(&table(panel), &penetrations)
    };
    Duplication {
        coefficient: coefficient(&expected, &penetrations),
        expected,
        simulated: table(&panels.all),
        simulated_coefficient: panels.figure(of_panel),
    }
}

/// D: mean duplication over mean penetration, of all pairs of different brands.
fn coefficient(table: &[Vec<f64>], penetrations: &[f64]) -> f64 {
    let pairs =
        || (0..table.len()).flat_map(|i| (0..table.len()).map(move |j| (i, j))).filter(|(i, j)| i != j);
    let both: f64 = pairs().map(|(i, j)| table[i][j]).sum();
    let other: f64 = pairs().map(|(_, j)| penetrations[j]).sum();
    both / other
}
