//! `[[program.staff_pay]]`: better or worse pay for the staff.

use super::{Context, ElementKind, Reader};

/// Reads one.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::StaffPay { raises_pay_by: table.number(ctx, "raises_pay_by") }
}
