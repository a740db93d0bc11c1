//! `[[program.complaint_recovery]]`: failures are put right faster and more often.

use super::super::business::recovered_at_most_all;
use super::{Context, ElementKind, Reader};

/// Reads one way of handling complaints.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    let recovered_fast = table.number(ctx, "recovered_fast");
    let recovered_slowly = table.number(ctx, "recovered_slowly");
    recovered_at_most_all(ctx, table, recovered_fast, recovered_slowly);
    let cost_per_case = table.number(ctx, "cost_per_case");
    ElementKind::ComplaintRecovery { recovered_fast, recovered_slowly, cost_per_case }
}
