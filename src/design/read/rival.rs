//! `[[rival]]`: rivals that may open near by.

use super::checks::{reversed, unique_name};
use super::context::Context;
use super::limits;
use super::table::Reader;
use crate::design::{NumberId, Rival};

/// Reads all rivals; where they do not say how they treat customers, it is as `proper_contacts` says of us.
pub fn rivals(ctx: &mut Context, top: &mut Reader, proper_contacts: NumberId) -> Vec<Rival> {
    let mut names = Vec::new();
    let mut rivals = Vec::new();
    for mut table in top.tables(ctx, "rival", limits::RIVALS) {
        let rival = rival(ctx, &mut table, proper_contacts);
        unique_name(ctx, "thing-rival", &mut names, &rival.name, table.span_of("name"));
        check_calendar(ctx, &mut table, &rival);
        table.finish(ctx);
        rivals.push(rival);
    }
    rivals
}

fn rival(ctx: &mut Context, table: &mut Reader, proper_contacts: NumberId) -> Rival {
    let opens_from = table.required_month_index(ctx, "opens_from");
    Rival {
        name: table.text(ctx, "name"),
        opens_from,
        opens_until: table.month_index(ctx, "opens_until").unwrap_or(opens_from),
        closes: table.end_index(ctx, "closes"),
        probability: table.number(ctx, "probability"),
        price_gap: table.number(ctx, "price_gap"),
        exploration: table.number(ctx, "exploration"),
        novelty: table.number(ctx, "novelty"),
        novelty_half_life_months: table.number(ctx, "novelty_half_life_months"),
        proper_contacts: table.number_or(ctx, "proper_contacts", proper_contacts),
        program_worth: table.number(ctx, "program_worth"),
        program_from: table.month_index(ctx, "program_from"),
        copies: table.number(ctx, "copies"),
        copies_after_months: table.number(ctx, "copies_after_months"),
        answers_with: table.number(ctx, "answers_with"),
        answers_after_months: table.number(ctx, "answers_after_months"),
        answer_lasts_months: table.number(ctx, "answer_lasts_months"),
        price_war_depth: table.number(ctx, "price_war_depth"),
        price_war_months: table.number(ctx, "price_war_months"),
        price_war_from: table.month_index(ctx, "price_war_from"),
        price_wars_per_year: table.number(ctx, "price_wars_per_year"),
    }
}

/// What must not come before what.
fn check_calendar(ctx: &mut Context, table: &mut Reader, rival: &Rival) {
    let (from, until) = (table.path_of("opens_from"), table.path_of("opens_until"));
    if rival.opens_until < rival.opens_from {
        reversed(ctx, (&until, rival.opens_until), (&from, rival.opens_from), &table.span_of("opens_until"));
    }
    let last = if table.value("opens_until").is_some() { &until } else { &from };
    for (key, month) in [("closes", rival.closes), ("price_war_from", rival.price_war_from)] {
        let earliest = if key == "closes" { rival.opens_until + 1 } else { rival.opens_from };
        if let Some(month) = month.filter(|month| *month < earliest) {
            let begin = if key == "closes" {
                (last.as_str(), rival.opens_until)
            } else {
                (from.as_str(), rival.opens_from)
            };
            reversed(ctx, (&table.path_of(key), month), begin, &table.span_of(key));
        }
    }
}
