//! `[[product_group]]`: what is sold.

use super::checks::unique_name;
use super::context::{Context, meant, shortened};
use super::shares::{Group, sum_to_one};
use super::table::Reader;
use crate::design::fault::Fault;
use crate::design::saying::{Arg, Saying};
use crate::design::{Business, KindFacts, MAX_PRODUCT_GROUPS, ProductGroup};

/// Reads all groups; one that does not state its margin has that of the business.
pub fn product_groups(
    ctx: &mut Context,
    top: &mut Reader,
    business: &Business,
    shares: &mut Vec<Group>,
) -> Vec<ProductGroup> {
    let (mut names, mut groups) = (Vec::new(), Vec::new());
    for mut table in top.tables(ctx, "product_group", MAX_PRODUCT_GROUPS) {
        let group = ProductGroup {
            name: table.text(ctx, "name"),
            share: table.number(ctx, "share"),
            gross_margin: table.number_or(ctx, "gross_margin", business.gross_margin),
        };
        unique_name(ctx, "thing-product-group", &mut names, &group.name, table.span_of("name"));
        table.finish(ctx);
        groups.push(group);
    }
    if let [first, ..] = &groups[..]
        && !top.is_cut("product_group", MAX_PRODUCT_GROUPS)
    {
        let span = ctx.numbers[first.share].span.clone().unwrap_or(0..0);
        let members = groups.iter().map(|group: &ProductGroup| group.share).collect();
        sum_to_one(ctx, Saying::new("shares-product-groups"), members, span, shares);
    }
    ctx.product_groups = groups.iter().map(|group: &ProductGroup| group.name.clone()).collect();
    groups
}

/// The groups that an element names, as indices; none named means all.
pub fn named(ctx: &mut Context, table: &mut Reader, facts: &KindFacts) -> Vec<usize> {
    let path = table.path_of("groups");
    let is_given = table.value("groups").is_some();
    let names = table.texts(ctx, "groups");
    if is_given && !facts.is_of_goods() {
        let (reason, remedy) = (Saying::new("reason-no-goods"), Saying::new("fix-no-goods"));
        ctx.fault(Fault::not_here(&path, reason, remedy), &table.span_of("groups"));
    } else if is_given && names.is_empty() {
        let fault = Fault::count(&path, 0, (1, MAX_PRODUCT_GROUPS), Saying::new("fix-no-groups"));
        ctx.fault(fault, &table.span_of("groups"));
    }
    let mut groups = Vec::new();
    for (name, span) in names {
        let known = ctx.product_groups.iter().position(|group| *group == name);
        groups.extend(known);
        if known.is_none() {
            let all = || ctx.product_groups.iter().map(String::as_str);
            let remedy = match (meant(&name, all()), all().next()) {
                (Some(close), _) => Saying::new("fix-meant-text").with("word", close),
                (None, Some(_)) => Saying::new("fix-groups").with("groups", Arg::all_of(all())),
                (None, None) => Saying::new("fix-no-product-groups"),
            };
            ctx.fault(Fault::unknown_group(&path, shortened(&name), remedy), &span);
        }
    }
    groups.sort_unstable();
    groups.dedup();
    groups
}
