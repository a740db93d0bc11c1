//! `[[study]]`: what could be found out before deciding.

use super::context::{Context, shortened};
use super::table::Reader;
use super::{checks::unique_name, limits};
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{Design, Study, StudyKind};
use crate::units::{Money, Share};
use std::ops::Range;

/// A number that a study informs: which study, the path as written, and where it stands.
pub type Informed = (usize, String, Range<usize>);

/// Reads all studies. The numbers they inform are looked up by [`look_up`] once the whole design is known.
pub fn studies(ctx: &mut Context, top: &mut Reader) -> (Vec<Study>, Vec<Informed>) {
    let (mut names, mut informed, mut studies) = (Vec::new(), Vec::new(), Vec::new());
    for (place, mut table) in top.tables(ctx, "study", limits::STUDIES).into_iter().enumerate() {
        let study = study(ctx, &mut table);
        let paths = table.texts(ctx, "informs");
        if paths.is_empty() {
            table.missing(ctx, ctx.key("study[].informs"), &table.path_of("informs"), "= [\"business.nps\"]");
        }
        informed.extend(paths.into_iter().map(|(path, span)| (place, path, span)));
        unique_name(ctx, "thing-study", &mut names, &study.name, table.span_of("name"));
        table.finish(ctx);
        studies.push(study);
    }
    (studies, informed)
}

fn study(ctx: &mut Context, table: &mut Reader) -> Study {
    let whole = |ctx: &mut Context, table: &mut Reader, key| table.integer(ctx, key).max(0) as u64;
    let sample = whole(ctx, table, "sample");
    let largest = if table.value("largest_sample").is_some() {
        whole(ctx, table, "largest_sample")
    } else {
        10 * sample
    };
    if largest < sample {
        let number = |count: u64| Arg::Number(count as f64);
        let reason = Saying::new("reason-sample").with("largest", number(largest));
        let reason = reason.with("sample", number(sample));
        let fault = Fault::order(&table.path_of("largest_sample"), reason, Saying::new("fix-sample"));
        ctx.fault(fault, &table.span_of("largest_sample"));
    }
    Study {
        name: table.text(ctx, "name"),
        kind: table.choice(ctx, "kind", StudyKind::WORDS),
        informs: Vec::new(),
        sample,
        largest_sample: largest,
        months: whole(ctx, table, "months"),
        delay_months: whole(ctx, table, "delay_months"),
        cost: Money::new(plain(ctx, table, "cost")),
        cost_per_unit: Money::new(plain(ctx, table, "cost_per_unit")),
        customers_per_store: whole(ctx, table, "customers_per_store"),
        between_stores: Share::new(plain(ctx, table, "between_stores")),
        spread: plain(ctx, table, "spread"),
        bias: Share::new(plain(ctx, table, "bias")),
    }
}

/// The plain number `key`, or its default: what a study costs and how it measures is no number of the model.
fn plain(ctx: &mut Context, table: &mut Reader, key: &'static str) -> f64 {
    super::plain::required(ctx, table, key, "fix-study-uncertain")
}

/// Finds the numbers that the studies of `design` inform, and notes those that are not there.
pub fn look_up(ctx: &mut Context, design: &mut Design, informed: Vec<Informed>) {
    for (place, written, span) in informed {
        match design.number_at(&written) {
            Ok(id) => design.studies[place].informs.push(id),
            Err(unknown) => {
                let path = format!("study[{place}].informs");
                ctx.fault(Fault::unknown_number(&path, shortened(&written), unknown.remedy()), &span);
            }
        }
    }
}
