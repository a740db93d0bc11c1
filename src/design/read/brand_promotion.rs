//! `[brands.promotion]`: a promotion of the own brand, to be taken apart.

use super::context::Context;
use super::plain::{self, OF_A_CATEGORY};
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{BrandPromotion, Dirichlet, Response};

/// What a design says of it.
#[derive(Debug, Clone, Copy)]
pub struct Stated {
    discount: f64,
    weeks: usize,
    weeks_after: usize,
    elasticity: f64,
    incidence: f64,
    quantity: f64,
    brought_forward: f64,
}

/// Reads the table.
pub fn stated(ctx: &mut Context, table: &mut Reader) -> Stated {
    let number = |ctx: &mut Context, table: &mut Reader, key| plain::required(ctx, table, key, OF_A_CATEGORY);
    let weeks = |ctx: &mut Context, table: &mut Reader, key| table.integer(ctx, key).max(1) as usize;
    Stated {
        discount: number(ctx, table, "discount"),
        weeks: weeks(ctx, table, "weeks"),
        weeks_after: weeks(ctx, table, "weeks_after"),
        elasticity: number(ctx, table, "elasticity"),
        incidence: number(ctx, table, "incidence"),
        quantity: number(ctx, table, "quantity"),
        brought_forward: number(ctx, table, "brought_forward"),
    }
}

/// The promotion that raises sales of the own brand as stated; a fault is noted if none does.
pub fn of(
    ctx: &mut Context,
    table: &Reader,
    stated: Stated,
    (market, own): (&Dirichlet, usize),
) -> Option<BrandPromotion> {
    let lift = 1.0 + stated.elasticity * stated.discount;
    let response = Response::of(market, market.shares[own], (lift, stated.incidence, stated.quantity));
    if response.is_none() {
        let reason = Saying::new("reason-lift").with("lift", Arg::rounded(lift, 2));
        let fault = Fault::order(&table.path, reason, Saying::new("fix-lift"));
        ctx.fault(fault, &table.span);
    }
    Some(BrandPromotion {
        discount: stated.discount,
        weeks: stated.weeks,
        weeks_after: stated.weeks_after,
        brought_forward: stated.brought_forward,
        response: response?,
    })
}
