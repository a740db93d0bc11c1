//! `[churn]`: why customers leave today.

use super::context::{Context, meant, shortened};
use super::number::add;
use super::shares::{Group, sum_to_one};
use super::table::Reader;
use crate::design::catalogue::{Catalogue, Preset};
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{Cause, Distribution, Driver, MAX_CAUSES};

/// Reads the causes: the design's own, or those of a preset.
pub fn causes(ctx: &mut Context, top: &mut Reader, groups: &mut Vec<Group>) -> Vec<Cause> {
    let mut table = top.table_or_default(ctx, "churn");
    let presets: Vec<(&str, &Preset)> =
        Catalogue::get().presets().iter().map(|preset| (preset.name.as_str(), preset)).collect();
    let preset = table.choice(ctx, "preset", &presets);
    let has_preset = table.value("preset").is_some();
    let own = own(ctx, &mut table);
    if has_preset && own.is_some() {
        let (one, other) = ("preset", "causes");
        ctx.fault(Fault::both(table.called(), one, other), &table.span_of("preset"));
    }
    let span = table.span_of("causes");
    table.finish(ctx);
    let causes = own.unwrap_or_else(|| of_preset(ctx, preset));
    if !causes.is_empty() {
        let members = causes.iter().map(|cause| cause.share).collect();
        sum_to_one(ctx, Saying::new("shares-causes"), members, span, groups);
    }
    causes
}

fn own(ctx: &mut Context, table: &mut Reader) -> Option<Vec<Cause>> {
    let shares = table.shares(ctx, "causes")?;
    let span = table.span_of("causes");
    if shares.is_empty() || shares.len() > MAX_CAUSES {
        let remedy = Saying::new(if shares.is_empty() { "fix-no-causes" } else { "fix-too-many-causes" });
        let fault = Fault::count(&table.path_of("causes"), shares.len(), (1, MAX_CAUSES), remedy);
        ctx.fault(fault, &span);
    }
    let causes: Vec<Cause> =
        shares.into_iter().map(|(name, share)| Cause { driver: Driver::of(&name), name, share }).collect();
    for cause in &causes {
        not_misspelt(ctx, cause);
    }
    Some(causes)
}

/// A cause of a name of its own is welcome, one that nearly has the name of a known one is a slip.
fn not_misspelt(ctx: &mut Context, cause: &Cause) {
    let known = Driver::KNOWN.iter().map(|(name, _)| *name);
    if known.clone().any(|name| name == cause.name) {
        return;
    }
    if let Some(close) =
        meant(&cause.name, known.clone()).filter(|close| close.len().abs_diff(cause.name.len()) < 3)
    {
        let remedy = Saying::new("fix-misspelt-cause").with("close", close).with("known", Arg::all_of(known));
        let span = ctx.numbers[cause.share].span.clone().unwrap_or(0..0);
        let table = Saying::new("table-shares").with("path", "churn.causes");
        ctx.fault(Fault::unknown_key(shortened(&cause.name), table, remedy), &span);
    }
}

/// The causes of a preset, most frequent first.
fn of_preset(ctx: &mut Context, preset: &Preset) -> Vec<Cause> {
    let mut shares: Vec<(&String, f64)> = preset.causes.iter().map(|(name, &share)| (name, share)).collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    let key = ctx.key("churn.causes");
    shares
        .into_iter()
        .map(|(name, share)| {
            let path = format!("churn.causes.{name}");
            let share =
                add(ctx, &path, key, Distribution::Fixed(share), (preset.basis, preset.source.clone()), None);
            Cause { name: name.clone(), driver: Driver::of(name), share }
        })
        .collect()
}
