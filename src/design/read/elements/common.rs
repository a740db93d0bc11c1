//! Keys of every element: who is entitled, in which months of the year, and in turns with which others.

use super::{Context, ElementKind, Reader, listed, meant, shortened};
use crate::design::fault::Fault;
use crate::design::{Element, Entitlement, OpenTo, Turn};

/// Kinds that keep an account for each member: they follow the program's own entry, and an account cannot rest.
const ACCOUNTS: &[&str] = &["cumulative_discount", "points", "tiers", "partner"];
/// Kinds that reach everybody who is served, or the promoters among members.
const BROAD: &[&str] = &[
    "referral",
    "messages",
    "staff_training",
    "staff_pay",
    "staff_culture",
    "mystery_shopping",
    "fast_response",
    "complaint_recovery",
    "quality",
    "special_terms",
];
/// Service and staff: what they become depends on what came before, so they cannot rest either.
const STEADY: &[&str] =
    &["staff_training", "staff_pay", "staff_culture", "mystery_shopping", "quality", "special_terms"];

/// Who is entitled. `before` are the elements read so far, the tiers among them.
pub fn entitlement(ctx: &mut Context, table: &mut Reader, kind: &str, before: &[Element]) -> Entitlement {
    const KEYS: [&str; 6] =
        ["open_to", "tier", "tenure_months", "entry_purchases", "entry_spend", "entitled_share"];
    if ACCOUNTS.contains(&kind) {
        let help = "everybody in the program has the account: use `entry_purchases` and `entry_tenure_months` under [program], or `segments`";
        refuse(ctx, table, &KEYS, "members cannot be singled out for an account", help);
    } else if BROAD.contains(&kind) {
        let help = "leave the key out, or use `segments`";
        refuse(ctx, table, &KEYS, "this element reaches everybody alike", help);
    }
    let alike = ACCOUNTS.contains(&kind) || BROAD.contains(&kind);
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
pub fn one_staff(ctx: &mut Context, table: &mut Reader, kind: &str) {
    if ["staff_pay", "staff_culture", "mystery_shopping"].contains(&kind) {
        let help = "leave the key out: the staff serves every customer";
        refuse(ctx, table, &["segments"], "there is one staff for all segments", help);
    }
}

/// Months of the year in which it works; empty means all.
pub fn calendar(ctx: &mut Context, table: &mut Reader, kind: &str) -> Vec<u8> {
    refuse_rest(ctx, table, kind, &["calendar"]);
    let mut months: Vec<u8> = table.integers(ctx, "calendar").into_iter().map(|month| month as u8).collect();
    months.sort_unstable();
    months.dedup();
    if months.is_empty() && table.value("calendar").is_some() {
        let help = "write months of the year, 1 for January: calendar = [6, 7, 8]; or leave it out";
        let fault = Fault::Count { path: table.path_of("calendar"), found: 0, min: 1, max: 12, help };
        ctx.fault(fault, &table.span_of("calendar"));
    }
    months
}

/// Its place in a rotation; the others' months are added by [`take_turns`].
pub fn turn(ctx: &mut Context, table: &mut Reader, kind: &str, launch: usize) -> Option<Turn> {
    refuse_rest(ctx, table, kind, &["rotation", "turn_months"]);
    let rotation = table.text(ctx, "rotation");
    let months = table.integer(ctx, "turn_months").max(1) as usize;
    if rotation.is_empty() {
        if table.value("turn_months").is_some() {
            let path = table.path_of("turn_months");
            let help = "name the rotation that it takes turns in: rotation = \"..\"".to_owned();
            let fault = Fault::NotHere { path, reason: "the element takes no turns", help };
            ctx.fault(fault, &table.span_of("turn_months"));
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
    let tiers = |element: &Element| match &element.kind {
        ElementKind::Tiers { tiers, .. } => tiers.iter().map(|tier| tier.name.clone()).collect(),
        _ => Vec::new(),
    };
    let schemes: Vec<Vec<String>> = before.iter().map(tiers).collect();
    if let Some(level) = schemes.iter().find_map(|names| names.iter().position(|known| *known == name)) {
        return (level + 1, name);
    }
    let all = || schemes.iter().flatten().map(String::as_str);
    let help = match (meant(&name, all()), all().next()) {
        (Some(close), _) => format!("did you mean \"{close}\"?"),
        (None, Some(_)) => format!("the tiers are {}", listed(all()).replace(" or ", " and ")),
        (None, None) => "describe tiers under [[program.tiers]], or leave the key out".to_owned(),
    };
    let fault = Fault::UnknownTier { path: table.path_of("tier"), found: shortened(&name), help };
    ctx.fault(fault, &table.span_of("tier"));
    (0, String::new())
}

fn refuse_rest(ctx: &mut Context, table: &mut Reader, kind: &str, keys: &[&'static str]) {
    if ACCOUNTS.contains(&kind) || STEADY.contains(&kind) {
        let help = "leave the key out; `from` and `until` bound the months in which it works";
        refuse(ctx, table, keys, "it cannot rest and go on as if nothing had happened", help);
    }
}

fn refuse(ctx: &mut Context, table: &mut Reader, keys: &[&'static str], reason: &'static str, help: &str) {
    for key in keys {
        if table.value(key).is_some() {
            let fault = Fault::NotHere { path: table.path_of(key), reason, help: help.to_owned() };
            ctx.fault(fault, &table.span_of(key));
        }
    }
}
