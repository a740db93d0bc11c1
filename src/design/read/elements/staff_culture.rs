//! `[[program.staff_culture]]`: what makes work good and worth doing.

use super::{Context, ElementKind, Reader};

/// Reads one.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::StaffCulture {
        raises_experience_to: table.optional_number(ctx, "raises_experience_to"),
        raises_meaning_to: table.optional_number(ctx, "raises_meaning_to"),
    }
}
