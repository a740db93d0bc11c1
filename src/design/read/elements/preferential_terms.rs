//! `[[program.preferential_terms]]`: better prices for pensioners, students and the like.

use super::{Context, ElementKind, Reader};

/// Reads one of them.
pub fn read(ctx: &mut Context, table: &mut Reader) -> ElementKind {
    ElementKind::PreferentialTerms {
        discount: table.number(ctx, "discount"),
        care: table.number(ctx, "care"),
        envy: table.number(ctx, "envy"),
    }
}
