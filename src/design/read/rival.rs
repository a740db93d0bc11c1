//! `[[rival]]`: rivals that may open near by.

use super::context::Context;
use super::table::Reader;
use super::{limits, reversed, unique_name};
use crate::design::Rival;

/// Reads all rivals.
pub fn rivals(ctx: &mut Context, top: &mut Reader) -> Vec<Rival> {
    let mut names = Vec::new();
    let mut rivals = Vec::new();
    for mut table in top.tables(ctx, "rival", limits::RIVALS) {
        let rival = Rival {
            name: table.text(ctx, "name"),
            opens_from: table.required_month_index(ctx, "opens_from"),
            opens_until: table.required_month_index(ctx, "opens_until"),
            probability: table.number(ctx, "probability"),
            price_gap: table.number(ctx, "price_gap"),
        };
        unique_name(ctx, "rival", &mut names, &rival.name, table.span_of("name"));
        if rival.opens_until < rival.opens_from && table.value("opens_until").is_some() {
            let (until, from) = (table.path_of("opens_until"), table.path_of("opens_from"));
            reversed(
                ctx,
                (&until, rival.opens_until),
                (&from, rival.opens_from),
                &table.span_of("opens_until"),
            );
        }
        table.finish(ctx);
        rivals.push(rival);
    }
    rivals
}
