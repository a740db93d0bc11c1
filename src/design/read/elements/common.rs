//! Keys of every element: who is entitled, in which months of the year, and in turns with which others.

use super::{Context, Reader, listed, meant, shortened};
use crate::design::fault::Fault;
use crate::design::{Element, Entitlement, KindFacts, OpenTo, Reach, Tiers, Turn, Variant};

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
        Reach::Account => {
            let help = "everybody in the program has the account: use `entry_purchases` and `entry_tenure_months` under [program], or `segments`";
            refuse(ctx, table, &KEYS, "members cannot be singled out for an account", help);
        }
        Reach::Everybody | Reach::Staff => {
            let help = "leave the key out, or use `segments`";
            refuse(ctx, table, &KEYS, "this element reaches everybody alike", help);
        }
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
        let help = "leave the key out: the staff serves every customer";
        refuse(ctx, table, &["segments"], "there is one staff for all segments", help);
    }
}

/// Months of the year in which it works; empty means all.
pub fn calendar(ctx: &mut Context, table: &mut Reader, facts: &KindFacts) -> Vec<u8> {
    refuse_rest(ctx, table, facts, &["calendar"]);
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
pub fn turn(ctx: &mut Context, table: &mut Reader, facts: &KindFacts, launch: usize) -> Option<Turn> {
    refuse_rest(ctx, table, facts, &["rotation", "turn_months"]);
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
    let names = |scheme: &Tiers| scheme.tiers.iter().map(|tier| tier.name.clone()).collect();
    let schemes: Vec<Vec<String>> = before.iter().filter_map(|e| Tiers::of(&e.kind)).map(names).collect();
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

fn refuse_rest(ctx: &mut Context, table: &mut Reader, facts: &KindFacts, keys: &[&'static str]) {
    if !facts.rests {
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
