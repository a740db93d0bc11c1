//! What every kind of element does to levers, deals, costs and work, to the last number, in a month of a small business.
//!
//! Customers a buy twelve times a year for 50, customers b six times for 100: 600 a year both. Of 1 000 customers half are willing to join.
//! Novelty halves in a month and recovers by a fifth in a month of rest.

mod deals;
mod edges;
mod levers;
mod points;
mod several;

use crate::design::{Design, Truth, json_schema};
use crate::plan::Plan;
use crate::plan::deal::{Deal, Flow, Per, Who};
use crate::plan::world::WorldPlan;
use std::collections::BTreeSet;
use std::fmt::Debug;

const DESIGN: &str = "
title = 'x'\ncurrency = 'EUR'\nstart = '2026-01'\nhorizon_months = 36
[business]\ncustomers = 1000\nnew_customers_per_month = 20\nacquisition_cost = 10\ngross_margin = 0.4\nannual_retention = 0.8
cost_of_capital = 0.12
[[segment]]\nname = 'a'\nshare = 0.5\npurchases_per_year = 12\nbasket = 50
[[segment]]\nname = 'b'\nshare = 0.5\npurchases_per_year = 6\nbasket = 100
[[product_group]]\nname = 'x'\nshare = 0.25\ngross_margin = 0.6
[[product_group]]\nname = 'y'\nshare = 0.75\ngross_margin = 0.2
[behaviour]\nnovelty_memory = 0.5\nnovelty_recovery = 0.2\nprice_response = 1\nloss_aversion = 2\nmessage_lift = 0.1\nmessage_optimum = 8
message_shape = 2
[service]\nproper_contacts = 0.2\nrecovered_fast = 0.2\nrecovered_slowly = 0.4\nfailures_per_purchase = 0.02
[staff]\nemployees = 50
[program]\nlaunch = '2026-01'\nwilling = 0.5\nsetup_cost = 0\ncost_per_month = 0
# does nothing, so that there is something to be a member of
[[program.club]]\nrecognition = 0\nlift = 0
";

/// Tables of elements, a test each: `[the element's lines, segment, month] => what it changes;`.
macro_rules! changes {
    ($($kind:ident { $($lines:expr, $segment:expr, $month:expr => $says:expr;)+ })+) => {
        pub(super) const TABLES: &[&str] = &[$(stringify!($kind)),+];
        $(
            #[test]
            fn $kind() {
                super::hold(stringify!($kind), &[$((&*$lines, $segment, $month, $says)),+]);
            }
        )+
    };
}
use changes;

fn hold(kind: &str, rows: &[(&str, usize, usize, &str)]) {
    let without = world("");
    let mut wrong = String::new();
    for (n, (lines, segment, month, says)) in rows.iter().enumerate() {
        let lines = lines.replace(";", "\n");
        let with = world(&format!("[[program.{kind}]]\n{lines}\n"));
        let found = told(&without, &with, *segment, *month);
        let wanted: Vec<_> = says.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if found != wanted {
            wrong += &format!("row {n}: wanted\n{}\nfound\n{}\n", wanted.join("\n"), found.join("\n"));
        }
    }
    assert!(wrong.is_empty(), "{kind}\n{wrong}");
}

#[test]
fn every_kind_has_a_table() {
    let schema = json_schema();
    let keys = schema["properties"]["program"]["properties"].as_object().unwrap();
    // a list of names is no element
    let is_element = |key: &serde_json::Value| key["type"] == "array" && key["items"]["type"] != "string";
    let kinds: BTreeSet<&str> =
        keys.iter().filter(|(_, key)| is_element(key)).map(|(kind, _)| kind.as_str()).collect();
    let tables = [levers::TABLES, deals::TABLES, &["partner", "points_event"]].concat();
    assert_eq!(tables.into_iter().collect::<BTreeSet<_>>(), kinds);
}

fn world(element: &str) -> WorldPlan {
    world_of(DESIGN, element)
}

fn world_of(business: &str, element: &str) -> WorldPlan {
    let text = format!("{business}{element}");
    let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
    let mut plan = Plan::new(&design, &Truth::central(&design), 1, 0);
    plan.worlds.remove(1)
}

/// What differs in one segment and month: levers, then deals, fixed costs and work.
fn told(without: &WorldPlan, with: &WorldPlan, segment: usize, month: usize) -> Vec<String> {
    let mut told = vec![moved(&without.levers[segment][month], &with.levers[segment][month])];
    told.extend(with.deals[segment][month].iter().map(deal));
    told.push(moved(&without.fixed[month], &with.fixed[month]));
    told.push(moved(&without.work.months[month], &with.work.months[month]));
    told.extend(with.work.trainings.iter().map(|training| {
        format!("training {}..{} gain {}", training.from, training.until, short(training.gain))
    }));
    told.retain(|line| !line.is_empty());
    told
}

fn deal(deal: &Deal) -> String {
    let who = moved(&Who::EVERYONE, &deal.who);
    let who = if who.is_empty() { "everyone".to_owned() } else { who };
    let money = ["running", "gift", "fee", "partner", "finance", "returns", "cards sold", "goods"];
    let per = ["a head", "a purchase", "of spend", "of usual spend"];
    let mut flows = String::new();
    for (flow, amounts) in money.iter().zip(&deal.money) {
        let some = per.iter().zip(amounts).filter(|(_, amount)| **amount != 0.0);
        some.for_each(|(per, amount)| flows += &format!(" {flow} {} {per}", short((*amount).into())));
    }
    let given = moved(&Deal::nothing(deal.who), &Deal { money: Deal::nothing(deal.who).money, ..*deal });
    format!("{who}: {given}{flows}").replace(":  ", ": ")
}

/// The fields that differ between two values of a kind, by their debug forms: `lift 0.05`.
fn moved<T: Debug>(old: &T, new: &T) -> String {
    let [old, new] = [old, new].map(|value| format!("{value:#?}"));
    // an option that is there takes two lines more
    let [old, new] = [old, new].map(|text| text.replace("Some(\n", "Some(").replace(",\n    )", ")"));
    // depth, name and, in a list, place
    let mut within: Vec<(usize, String, Option<usize>)> = Vec::new();
    let mut changed = Vec::new();
    for (old, new) in old.lines().zip(new.lines()) {
        let depth = new.len() - new.trim_start().len();
        within.retain(|(outer, ..)| *outer < depth);
        let (name, value) = new.trim().split_once(": ").unwrap_or(("", new.trim()));
        let name = match (name, within.last_mut()) {
            ("", Some((_, parent, Some(at)))) => {
                *at += 1;
                format!("{parent}[{}]", *at - 1)
            }
            ("", Some((_, parent, None))) => parent.clone(),
            (_, Some((_, parent, _))) if !parent.is_empty() => format!("{parent}.{name}"),
            (name, _) => name.to_owned(),
        };
        if value.ends_with(['{', '[', '(']) {
            within.push((depth, name, value.ends_with('[').then_some(0)));
        } else if old != new {
            let number = value.trim_matches(|c: char| !c.is_ascii_digit() && !"-.".contains(c)).parse();
            let value = number.map_or_else(|_| value.trim_end_matches(',').to_owned(), short);
            changed.push(format!("{name} {value}"));
        }
    }
    changed.join(" ")
}

/// Five digits, as levers are single precision.
fn short(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return value.to_string();
    }
    let scale = 10_f64.powi(4 - libm::log10(value.abs()).floor() as i32);
    format!("{}", (value * scale).round() / scale)
}
