//! `[[program.complaint_recovery]]`: failures are resolved faster and more often.

use super::kind::{Book, Discount, Gives, Kind, KindFacts, Phase, Reach, Twice};
use crate::design::numbers::NumberId;
use crate::design::read::checks::recovered_at_most_all;
use crate::design::read::context::Context;
use crate::design::read::table::Reader;

/// Complaints are handled faster and more often.
#[derive(Debug, Clone)]
pub struct ComplaintRecovery {
    /// Share of failures recovered fast with it.
    pub recovered_fast: NumberId,
    /// Share of failures recovered slowly with it.
    pub recovered_slowly: NumberId,
    /// Money per recovery.
    pub cost_per_case: NumberId,
}

impl Kind for ComplaintRecovery {
    const FACTS: KindFacts = KindFacts {
        key: "complaint_recovery",
        reach: Reach::Everybody,
        gives: Gives::Service,
        discount: Discount::None,
        rests: true,
        twice: Twice::Refused,
        easily_copied: false,
        serves: &[Phase::Lapse],
        books: &[Book::Service],
    };
}

impl ComplaintRecovery {
    /// Reads one.
    pub(in crate::design) fn read(ctx: &mut Context, table: &mut Reader) -> Self {
        let recovered_fast = table.number(ctx, "recovered_fast");
        let recovered_slowly = table.number(ctx, "recovered_slowly");
        recovered_at_most_all(ctx, table, recovered_fast, recovered_slowly);
        let cost_per_case = table.number(ctx, "cost_per_case");
        Self { recovered_fast, recovered_slowly, cost_per_case }
    }
}
