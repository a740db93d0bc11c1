//! Keys of every element: who is entitled, in which months of the year, and in turns with which others.

use super::{Arg, Context, Reader, Saying, meant, shortened};
use crate::design::fault::Fault;
use crate::design::read::checks::unique_name;
use crate::design::{Element, Entitlement, KindFacts, OpenTo, Reach, Tiers, Turn, Variant};
use std::ops::Range;

/// What readers call it: no two elements alike, and nothing that would be taken for its place among its kind.
pub fn name(ctx: &mut Context, table: &mut Reader, names: &mut Vec<(String, Range<usize>)>) -> String {
    let (name, span) = (table.text(ctx, "name"), table.span_of("name"));
    if name.parse::<usize>().is_ok() || name.contains(['[', ']']) {
        let fault =
            Fault::not_here(&table.path_of("name"), Saying::new("reason-name"), Saying::new("fix-name"));
        ctx.fault(fault, &span);
    }
    unique_name(ctx, "thing-element", names, &name, span);
    name
}

/// Who is entitled. `before` are the elements read so far, the tiers among them.
pub fn entitlement(
    ctx: &mut Context,
    table: &mut Reader,
    facts: &KindFacts,
    before: &[Element],
) -> Entitlement {
    const KEYS: [&str; 6] =
        ["open_to", "tier", "tenure_months", "entry_purchases", "entry_spend", "entitled_share"];
    match facts.reach {
        Reach::Account => refuse(ctx, table, &KEYS, "reason-account", "fix-account"),
        Reach::Everybody | Reach::Staff => refuse(ctx, table, &KEYS, "reason-broad", "fix-broad"),
        Reach::Entitled => {}
    }
    let alike = !facts.reach.chooses();
    let mut number = |key| if alike { None } else { Some(table.number(ctx, key)) };
    let [tenure_months, entry_purchases, entry_spend, entitled_share] =
        ["tenure_months", "entry_purchases", "entry_spend", "entitled_share"].map(&mut number);
    let (tier, tier_name) = if alike { (0, String::new()) } else { tier(ctx, table, before) };
    Entitlement {
        open_to: table.choice(ctx, "open_to", OpenTo::WORDS),
        tier,
        tier_name,
        tenure_months,
        entry_purchases,
        entry_spend,
        entitled_share,
    }
}

/// There is one staff for all customers: what moves it cannot be kept to some of them.
pub fn one_staff(ctx: &mut Context, table: &mut Reader, facts: &KindFacts) {
    if facts.reach == Reach::Staff {
        refuse(ctx, table, &["segments"], "reason-one-staff", "fix-one-staff");
    }
}

/// Months of the year in which it works; empty means all.
pub fn calendar(ctx: &mut Context, table: &mut Reader, facts: &KindFacts) -> Vec<u8> {
    refuse_rest(ctx, table, facts, &["calendar"]);
    let mut months: Vec<u8> = table.integers(ctx, "calendar").into_iter().map(|month| month as u8).collect();
    months.sort_unstable();
    months.dedup();
    if months.is_empty() && table.value("calendar").is_some() {
        let remedy = Saying::new("fix-empty-calendar");
        let fault = Fault::count(&table.path_of("calendar"), 0, (1, 12), remedy);
        ctx.fault(fault, &table.span_of("calendar"));
    }
    months
}

/// Its place in a rotation; the others' months are added by [`take_turns`].
pub fn turn(ctx: &mut Context, table: &mut Reader, facts: &KindFacts, launch: usize) -> Option<Turn> {
    refuse_rest(ctx, table, facts, &["rotation", "turn_months"]);
    let rotation = table.text(ctx, "rotation");
    let months = table.integer(ctx, "turn_months").max(1) as usize;
    if rotation.is_empty() {
        if table.value("turn_months").is_some() {
            refuse(ctx, table, &["turn_months"], "reason-no-turns", "fix-no-turns");
        }
        return None;
    }
    Some(Turn { rotation, months, first: launch, cycle: months })
}

/// Elements with the same rotation follow one another, in the order in which they were read.
pub fn take_turns(elements: &mut [Element]) {
    let turns: Vec<(String, usize)> =
        elements.iter().flat_map(|e| &e.turn).map(|turn| (turn.rotation.clone(), turn.months)).collect();
    for (at, turn) in elements.iter_mut().flat_map(|e| &mut e.turn).enumerate() {
        let same = |(name, _): &&(String, usize)| *name == turn.rotation;
        turn.first += turns[..at].iter().filter(same).map(|(_, months)| months).sum::<usize>();
        turn.cycle = turns.iter().filter(same).map(|(_, months)| months).sum();
    }
}

/// The level of the tier named, and its name; 0 if none is.
fn tier(ctx: &mut Context, table: &mut Reader, before: &[Element]) -> (usize, String) {
    let name = table.text(ctx, "tier");
    if name.is_empty() {
        return (0, name);
    }
    let names = |scheme: &Tiers| scheme.tiers.iter().map(|tier| tier.name.clone()).collect();
    let schemes: Vec<Vec<String>> = before.iter().filter_map(|e| Tiers::of(&e.kind)).map(names).collect();
    if let Some(level) = schemes.iter().find_map(|names| names.iter().position(|known| *known == name)) {
        return (level + 1, name);
    }
    let all = || schemes.iter().flatten().map(String::as_str);
    let remedy = match (meant(&name, all()), all().next()) {
        (Some(close), _) => Saying::new("fix-meant-text").with("word", close),
        (None, Some(_)) => Saying::new("fix-tiers").with("tiers", Arg::all_of(all())),
        (None, None) => Saying::new("fix-no-tiers"),
    };
    let fault = Fault::unknown_tier(&table.path_of("tier"), shortened(&name), remedy);
    ctx.fault(fault, &table.span_of("tier"));
    (0, String::new())
}

fn refuse_rest(ctx: &mut Context, table: &mut Reader, facts: &KindFacts, keys: &[&'static str]) {
    if !facts.rests {
        refuse(ctx, table, keys, "reason-no-rest", "fix-no-rest");
    }
}

fn refuse(
    ctx: &mut Context,
    table: &mut Reader,
    keys: &[&'static str],
    reason: &'static str,
    remedy: &'static str,
) {
    for key in keys {
        if table.value(key).is_some() {
            let (reason, remedy) = (Saying::new(reason), Saying::new(remedy));
            ctx.fault(Fault::not_here(&table.path_of(key), reason, remedy), &table.span_of(key));
        }
    }
}
