//! `[[program.seasonal_sale]]`: a sale in the same months of every year.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::fault::Fault;
use crate::design::numbers::NumberId;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;
use crate::design::saying::Saying;

/// A sale in fixed calendar months.
#[derive(Debug, Clone)]
pub struct SeasonalSale {
    /// Months of the year, 1–12.
    pub months: Vec<u8>,
    /// Depth.
    pub discount: NumberId,
    /// Receipt from which on it holds; 0 is every one.
    pub from_receipt: NumberId,
}

impl Kind for SeasonalSale {
    const FACTS: KindFacts = KindFacts {
        key: "seasonal_sale",
        reach: Reach::Entitled,
        gives: Gives::Money,
        discount: Discount::Passing,
        rests: true,
        twice: Twice::Fine,
        easily_copied: true,
        serves: &[Phase::Growth],
        books: &[Book::Discounts],
    };

    fn discounts(&self) -> Vec<NumberId> {
        vec![self.discount]
    }
}

impl SeasonalSale {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        let mut months: Vec<u8> =
            table.integers(ctx, "months").into_iter().map(|month| month as u8).collect();
        months.sort_unstable();
        months.dedup();
        if months.is_empty() && table.value("months").is_some() {
            let remedy = Saying::new("fix-empty-months");
            let fault = Fault::count(&table.path_of("months"), 0, (1, 12), remedy);
            ctx.fault(fault, &table.span_of("months"));
        }
        let [discount, from_receipt] = ["discount", "from_receipt"].map(|key| table.number(ctx, key));
        Self { months, discount, from_receipt }
    }
}
