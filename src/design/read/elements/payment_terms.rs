//! `[[program.payment_terms]]`: credit and instalments.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::PaymentTerms {
        take_up: table.number(ctx, "take_up"),
        months: table.number(ctx, "months"),
        bad_debt: table.number(ctx, "bad_debt"),
        interest_per_year: table.number(ctx, "interest_per_year"),
        lift: table.number(ctx, "lift"),
    }
}
