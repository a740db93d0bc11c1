//! The elements of a program: one file for each kind, what all kinds share here.

mod charges;
mod club;
mod common;
mod complaint_recovery;
mod contest;
mod cumulative_discount;
mod fast_response;
mod game;
mod gift;
mod gift_card;
mod guarantee;
mod messages;
mod mystery_shopping;
mod overlap;
mod partner;
mod payment_terms;
mod personal_offers;
mod points;
mod preferential_terms;
mod prize_draw;
mod quality;
mod referral;
mod seasonal_sale;
mod special_offer;
mod special_terms;
mod staff_culture;
mod staff_pay;
mod staff_training;
mod subscription;
mod tiers;
mod trade_in;

use super::context::{Context, listed, meant, shortened};
use super::table::Reader;
use super::{limits, reversed};
use crate::design::fault::Fault;
use crate::design::{Element, ElementKind};

/// Reads what is special about one kind of element.
type ReadKind = fn(&mut Context, &mut Reader) -> ElementKind;

/// Every kind of element: its key under `[program]` and its reader.
const KINDS: &[(&str, ReadKind)] = &[
    ("cumulative_discount", cumulative_discount::read),
    ("points", points::read),
    ("tiers", tiers::read),
    ("seasonal_sale", seasonal_sale::read),
    ("special_offer", special_offer::read),
    ("referral", referral::read),
    ("messages", messages::read),
    ("staff_training", staff_training::read),
    ("staff_pay", staff_pay::read),
    ("staff_culture", staff_culture::read),
    ("mystery_shopping", mystery_shopping::read),
    ("fast_response", fast_response::read),
    ("complaint_recovery", complaint_recovery::read),
    ("quality", quality::read),
    ("gift_card", gift_card::read),
    ("prize_draw", prize_draw::read),
    ("contest", contest::read),
    ("game", game::read),
    ("trade_in", trade_in::read),
    ("partner", partner::read),
    ("subscription", subscription::read),
    ("gift", gift::read),
    ("club", club::read),
    ("preferential_terms", preferential_terms::read),
    ("special_terms", special_terms::read),
    ("personal_offers", personal_offers::read),
    ("payment_terms", payment_terms::read),
    ("guarantee", guarantee::read),
    ("charges", charges::read),
];

/// Reads all elements, kind by kind.
pub fn elements(ctx: &mut Context, program: &mut Reader, launch: usize, stop: Option<usize>) -> Vec<Element> {
    let mut elements = Vec::new();
    for &(key, read) in KINDS {
        for mut table in program.tables(ctx, key, limits::ELEMENTS) {
            common::one_staff(ctx, &mut table, key);
            let segments = segments(ctx, &mut table);
            let (from, until) = active(ctx, &mut table, launch, stop);
            elements.push(Element {
                path: table.path.clone(),
                segments,
                from,
                until,
                setup_cost: table.number(ctx, "setup_cost"),
                cost_per_month: table.number(ctx, "cost_per_month"),
                kind: read(ctx, &mut table),
                cost_per_member_per_year: table.number(ctx, "cost_per_member_per_year"),
                cost_per_use: table.number(ctx, "cost_per_use"),
                partners_pay: table.number(ctx, "partners_pay"),
                who: common::entitlement(ctx, &mut table, key, &elements),
                calendar: common::calendar(ctx, &mut table, key),
                turn: common::turn(ctx, &mut table, key, launch),
            });
            overlap::check(ctx, &elements, &table.span);
            table.finish(ctx);
        }
    }
    common::take_turns(&mut elements);
    elements
}

/// The segments named, as indices; none named means all.
fn segments(ctx: &mut Context, table: &mut Reader) -> Vec<usize> {
    let path = table.path_of("segments");
    let is_given = table.value("segments").is_some();
    let names = table.texts(ctx, "segments");
    if is_given && names.is_empty() {
        let help = "name at least one segment, or leave the key out: then every segment can use it";
        let fault = Fault::Count { path: path.clone(), found: 0, min: 1, max: limits::SEGMENTS, help };
        ctx.fault(fault, &table.span_of("segments"));
    }
    let mut segments = Vec::new();
    for (name, span) in names {
        let known = ctx.segments.iter().position(|segment| *segment == name);
        segments.extend(known);
        if known.is_none() {
            let all = || ctx.segments.iter().map(String::as_str);
            let help = match meant(&name, all()) {
                Some(close) => format!("did you mean \"{close}\"?"),
                None => format!("the segments are {}", listed(all()).replace(" or ", " and ")),
            };
            ctx.fault(Fault::UnknownSegment { path: path.clone(), found: shortened(&name), help }, &span);
        }
    }
    segments.sort_unstable();
    segments.dedup();
    segments
}

/// First month of an element, and first month without it: those of the program unless it says otherwise.
fn active(ctx: &mut Context, table: &mut Reader, launch: usize, stop: Option<usize>) -> (usize, usize) {
    let (from_path, until_path) = (table.path_of("from"), table.path_of("until"));
    let from = table.month_index(ctx, "from").unwrap_or(launch);
    if from < launch {
        reversed(ctx, (&from_path, from), ("program.launch", launch), &table.span_of("from"));
    }
    let end = stop.unwrap_or(ctx.horizon);
    let until = table.end_index(ctx, "until").unwrap_or(end);
    if until <= from && ctx.horizon > 0 {
        let key = if table.value("until").is_some() { "until" } else { "from" };
        let end_path = if key == "until" { until_path.as_str() } else { "program.stop" };
        reversed(ctx, (end_path, until), (&from_path, from), &table.span_of(key));
    }
    (from, until.min(end))
}
