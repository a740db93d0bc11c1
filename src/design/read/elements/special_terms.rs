//! `[[program.special_terms]]`: demands for special terms are answered in another way than today.

use super::{Context, ElementKind, Reader};

/// Reads one.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::SpecialTerms {
        granted: table.number(ctx, "granted"),
        discount: table.optional_number(ctx, "discount"),
    }
}
