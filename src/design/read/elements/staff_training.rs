//! `[[program.staff_training]]`: training that raises the share of proper contacts.

use super::{Context, ElementKind, Reader};

/// Reads one training.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::StaffTraining {
        lifts_proper_contacts_to: table.number(ctx, "lifts_proper_contacts_to"),
        fades_half_life_months: table.number(ctx, "fades_half_life_months"),
    }
}
