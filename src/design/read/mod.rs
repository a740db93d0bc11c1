//! Reading a design: TOML text to a validated [`Design`], with every fault noted on the way.
//!
//! One file per table of the format. Readers note faults and go on with a stand-in value, so that one fault
//! never hides another; the design is refused at the end if there was any.

mod behaviour;
mod beneath;
mod brand_promotion;
mod brands;
mod business;
mod causes;
pub(super) mod checks;
pub(super) mod context;
mod contract;
mod correlations;
mod elements;
mod form;
mod goal;
pub(super) mod limits;
mod newcomers;
mod number;
mod optimise;
mod places;
mod plain;
mod plan;
mod points_by_age;
mod points_issued;
mod product_groups;
mod program;
mod retention;
mod rival;
mod segment;
mod shares;
mod staff;
mod study;
mod syntax;
pub(super) mod table;
mod today;
mod transition;
mod values;

use super::Design;
use super::fault::Fault;
use super::problem::{Problem, Problems};
use context::Context;
pub use context::meant;
pub(super) use context::shortened;
use sha2::{Digest, Sha256};
use table::Reader;
use toml::de::DeTable;

impl Design {
    /// Reads and checks a design; on failure all its faults, in the order of the lines.
    pub fn parse(text: &str) -> Result<Self, Problems> {
        let whole_text = |fault| Problem { fault, line: 1, span: 0..0 };
        if text.len() > limits::TEXT {
            let fault = Fault::too_long(text.len(), limits::TEXT);
            return Err(Problems::new(vec![whole_text(fault)], 0, ""));
        }
        if text.trim().is_empty() {
            return Err(Problems::new(vec![whole_text(Fault::empty())], 0, text));
        }
        let mut ctx = Context::new(text);
        let (document, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            syntax::faults(&mut ctx, text, &errors);
            return Err(Problems::new(ctx.problems, ctx.more, text));
        }
        let (mut design, informed) =
            design(&mut ctx, Reader::new(String::new(), 0..0, document.get_ref()), text);
        study::look_up(&mut ctx, &mut design, informed);
        match ctx.problems.is_empty() {
            true => Ok(Self { warnings: super::warnings::warnings(&design, text), ..design }),
            false => Err(Problems::new(ctx.problems, ctx.more, text)),
        }
    }
}

/// Reads the whole document; the result is sound only if no fault was noted.
fn design(ctx: &mut Context, mut top: Reader, text: &str) -> (Design, Vec<study::Informed>) {
    let [title, currency] = ["title", "currency"].map(|key| top.text(ctx, key));
    calendar(ctx, &mut top);
    let mut share_groups = Vec::new();
    let business = business::business(ctx, &mut top);
    let segments = segment::segments(ctx, &mut top, &business, &mut share_groups);
    let product_groups = product_groups::product_groups(ctx, &mut top, &business, &mut share_groups);
    let causes = causes::causes(ctx, &mut top, &mut share_groups);
    let service = business::service(ctx, &mut top);
    let special_terms = business::special_terms(ctx, &mut top);
    let (branches, touchpoints) = places::places(ctx, &mut top, &service, &mut share_groups);
    let staff = staff::staff(ctx, &mut top);
    let behaviour = behaviour::behaviour(ctx, &mut top);
    let rivals = rival::rivals(ctx, &mut top, service.proper_contacts);
    let today = today::today(ctx, &mut top, (&business, &segments));
    let program = program::program(ctx, &mut top, today.as_ref());
    let goals = goal::goals(ctx, &mut top);
    let (plan, joining) = plan::plan(ctx, &mut top);
    let optimise = optimise::optimise(ctx, &mut top);
    let (studies, informed) = study::studies(ctx, &mut top);
    let brands = brands::brands(ctx, &mut top);
    let correlations = correlations::correlations(ctx, &mut top);
    top.finish(ctx);
    let design = Design {
        title,
        currency,
        start: ctx.start,
        horizon_months: ctx.horizon,
        business,
        segments,
        product_groups,
        causes,
        service,
        special_terms,
        branches,
        touchpoints,
        staff,
        behaviour,
        rivals,
        today,
        program,
        goals,
        plan,
        joining,
        optimise,
        studies,
        brands,
        correlations,
        share_groups,
        numbers: std::mem::take(&mut ctx.numbers),
        warnings: Vec::new(),
        hash: hash(text),
    };
    (design, informed)
}

/// SHA-256 in hexadecimal.
fn hash(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the months simulated; as long as they are not known, no other month is checked against them.
fn calendar(ctx: &mut Context, top: &mut Reader) {
    let before = ctx.problems.len();
    let is_given = top.value("start").is_some();
    if !is_given {
        top.missing(ctx, ctx.key("start"), "start", "= \"2026-01\"");
    }
    let start = top.month(ctx, "start");
    let horizon = top.integer(ctx, "horizon_months");
    if let (Some(start), true) = (start, ctx.problems.len() == before) {
        ctx.start = start;
        ctx.horizon = horizon.max(0) as usize;
    }
}
