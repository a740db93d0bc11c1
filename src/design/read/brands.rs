//! `[brands]`: the category in which the business is one brand of several.

use super::brand_promotion;
use super::checks::unique_name;
use super::context::{Context, shortened};
use super::plain::{self, OF_A_CATEGORY};
use super::shares::is_whole;
use super::table::Reader;
use crate::design::brands::{choice_shape, largest_penetration, penetration_between};
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{Brand, BrandPeriod, Brands, Dirichlet, MAX_BRANDS, Nbd};
use crate::units::Range;

/// How far a share of people may be off: shares are rounded by hand.
const ROUNDING: f64 = 0.005;
/// Messages round to this.
const STEPS: f64 = 1_000.0;

/// Reads the table, if there is one. Its parts are held against each other once each of them is sound.
pub fn brands(ctx: &mut Context, top: &mut Reader) -> Option<Brands> {
    let mut table = top.table(ctx, "brands")?;
    let before = ctx.problems.len() + ctx.more;
    let category = table.text(ctx, "category");
    let period = table.choice(ctx, "period", BrandPeriod::WORDS);
    let own = table.text(ctx, "own");
    let rate = plain::required(ctx, &mut table, "purchases_per_buyer", OF_A_CATEGORY);
    let spread = spread(ctx, &mut table);
    let shape = plain::stated(ctx, &mut table, "choice_shape", OF_A_CATEGORY);
    let list = list(ctx, &mut table);
    let mut promotion = table.table(ctx, "promotion");
    let promoted = promotion.as_mut().map(|table| brand_promotion::stated(ctx, table));
    let is_sound = |ctx: &Context| ctx.problems.len() + ctx.more == before;
    let found = is_sound(ctx).then(|| {
        let own = own_brand(ctx, &table, &own, &list)?;
        let purchases = purchases(ctx, &table, rate, spread?)?;
        let shape_found = shape.or_else(|| estimated(ctx, &table, purchases, &list))?;
        let shares = list.iter().map(|brand| brand.share).collect::<Vec<_>>();
        let sum: f64 = shares.iter().sum();
        let shares: Vec<f64> = shares.into_iter().map(|share| share / sum).collect();
        let market = Dirichlet { purchases, shape: shape_found, shares };
        let promotion = match (&promotion, promoted) {
            (Some(table), Some(stated)) => brand_promotion::of(ctx, table, stated, (&market, own)),
            _ => None,
        };
        let (spread_solved, choice_solved) =
            (matches!(spread, Some(Spread::Penetration(_))), shape.is_none());
        let at = table.span.start;
        let list = list.clone();
        Some(Brands { category, period, own, list, market, spread_solved, choice_solved, promotion, at })
    });
    if let Some(promotion) = promotion {
        promotion.finish(ctx);
    }
    table.finish(ctx);
    found.flatten()
}

/// How much people differ in buying, as it is stated.
#[derive(Debug, Clone, Copy)]
enum Spread {
    Penetration(f64),
    Shape(f64),
}

fn spread(ctx: &mut Context, table: &mut Reader) -> Option<Spread> {
    const KEYS: [&str; 2] = ["penetration", "purchase_shape"];
    let is_given = KEYS.map(|key| table.value(key).is_some());
    let [penetration, shape] = KEYS.map(|key| plain::stated(ctx, table, key, OF_A_CATEGORY));
    match is_given {
        [true, true] => ctx.fault(Fault::both(table.called(), KEYS[0], KEYS[1]), &table.span_of(KEYS[1])),
        [false, false] => {
            let path = table.path_of(KEYS[0]);
            table.missing(ctx, ctx.key(&path), &path, "= ..");
        }
        _ => {}
    }
    penetration.map(Spread::Penetration).or(shape.map(Spread::Shape))
}

fn list(ctx: &mut Context, table: &mut Reader) -> Vec<Brand> {
    let (mut names, mut list) = (Vec::new(), Vec::new());
    let is_cut = table.is_cut("brand", MAX_BRANDS);
    let before = ctx.problems.len() + ctx.more;
    for mut entry in table.tables(ctx, "brand", MAX_BRANDS) {
        let brand = Brand {
            name: entry.text(ctx, "name"),
            share: plain::required(ctx, &mut entry, "share", OF_A_CATEGORY),
            penetration: plain::stated(ctx, &mut entry, "penetration", OF_A_CATEGORY),
        };
        unique_name(ctx, "thing-brand", &mut names, &brand.name, entry.span_of("name"));
        entry.finish(ctx);
        list.push(brand);
    }
    let is_sound = ctx.problems.len() + ctx.more == before;
    if list.len() < 2 && is_sound {
        let fault =
            Fault::count(&table.path_of("brand"), list.len(), (2, MAX_BRANDS), Saying::new("fix-brands-few"));
        ctx.fault(fault, &table.span_of("brand"));
    } else if is_sound && !is_cut {
        let sum = list.iter().map(|brand: &Brand| brand.share).sum();
        is_whole(ctx, Saying::new("shares-brands"), sum, &table.span);
    }
    list
}

fn own_brand(ctx: &mut Context, table: &Reader, own: &str, list: &[Brand]) -> Option<usize> {
    let found = list.iter().position(|brand| brand.name == own);
    if found.is_none() {
        let allowed = Arg::any_of(list.iter().map(|brand| brand.name.as_str()));
        let fault =
            Fault::choice(&table.path_of("own"), shortened(own), allowed, Saying::new("fix-brands-own"));
        ctx.fault(fault, &table.span_of("own"));
    }
    found
}

/// Purchases of the category; where so many buyers cannot buy so rarely, a fault is noted.
fn purchases(ctx: &mut Context, table: &Reader, rate: f64, spread: Spread) -> Option<Nbd> {
    let (found, key) = match spread {
        Spread::Penetration(penetration) => (Nbd::of_buyers(penetration, rate), "penetration"),
        Spread::Shape(shape) => (Nbd::of_shape(shape, rate), "purchase_shape"),
    };
    if let (None, Spread::Penetration(penetration)) = (found, spread) {
        let path = table.path_of(key);
        let max = (largest_penetration(rate) * STEPS).floor() / STEPS;
        let range = Range { max, ..ctx.key(&path).range() };
        let remedy = Saying::new("fix-brands-penetration").with("rate", rate);
        ctx.fault(Fault::out_of_range(&path, penetration, range, remedy), &table.span_of(key));
    }
    found
}

/// The shape of choices from the penetrations of the brands; where they are impossible, or there are none, a fault is noted.
fn estimated(ctx: &mut Context, table: &Reader, purchases: Nbd, list: &[Brand]) -> Option<f64> {
    let mut is_possible = true;
    for (i, brand) in list.iter().enumerate() {
        let (low, high) = penetration_between(purchases, brand.share);
        if let Some(found) = brand.penetration.filter(|p| *p < low - ROUNDING || *p > high + ROUNDING) {
            let min = (low * STEPS).floor() / STEPS;
            let range = Range { min, max: (high * STEPS).ceil() / STEPS };
            let remedy = Saying::new("fix-brand-penetration").with("brand", brand.name.as_str());
            let path = format!("{}[{i}].penetration", table.path_of("brand"));
            ctx.fault(Fault::out_of_range(&path, found, range, remedy), &table.span_of("brand"));
            is_possible = false;
        }
    }
    let known: Vec<_> = list.iter().map(|brand| (brand.share, brand.penetration)).collect();
    let shape = choice_shape(purchases, &known).filter(|_| is_possible);
    if shape.is_none() && is_possible {
        let fault = Fault::missing(&table.path_of("choice_shape"), Saying::new("fix-brands-choice"));
        ctx.fault(fault, &table.span);
    }
    shape
}
