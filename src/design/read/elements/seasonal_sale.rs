//! `[[program.seasonal_sale]]`: a sale in the same months of every year.

use super::{Context, ElementKind, Reader};
use crate::design::OpenTo;
use crate::design::fault::Fault;

/// Reads one sale.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    let mut months: Vec<u8> = table.integers(ctx, "months").into_iter().map(|month| month as u8).collect();
    months.sort_unstable();
    months.dedup();
    if months.is_empty() && table.value("months").is_some() {
        let help = "write the months of the sale, 1 for January: months = [1, 7]";
        let fault = Fault::Count { path: table.path_of("months"), found: 0, min: 1, max: 12, help };
        ctx.fault(fault, &table.span_of("months"));
    }
    ElementKind::SeasonalSale {
        months,
        discount: table.number(ctx, "discount"),
        open_to: table.choice(ctx, "open_to", OpenTo::WORDS),
    }
}
