//! The member's life: what the design does when somebody joins, could buy more, falls silent, has left.

use super::planned;
use crate::design::{Phase, PlanItem, Points};
use crate::review::case::Case;
use crate::review::content::Block;
use crate::review::parts::{said, table, text_column};
use crate::review::sentence::{Arg, name, say};

/// The phases with what is done in each, what the plan says, and what to look at.
pub fn blocks(case: &Case) -> Vec<Block> {
    let columns =
        ["audit-column-phase", "audit-column-in-design", "audit-column-planned", "audit-column-watch"];
    let rows = Phase::ALL.map(|phase| {
        let done = done(case, phase);
        let done = if done.is_empty() { said(say("audit-none-of-it")) } else { Arg::List(done) };
        vec![name("phase", phase.key()), done, planned(case, item(phase)), name("look", phase.key())]
    });
    vec![
        Block::Heading(say("audit-life")),
        table(say("audit-life-table"), columns.map(text_column).to_vec(), rows.to_vec()),
        Block::Note(say("audit-life-note")),
    ]
}

/// The line of the plan about a phase.
fn item(phase: Phase) -> PlanItem {
    match phase {
        Phase::Welcome => PlanItem::Welcome,
        Phase::Growth => PlanItem::Growth,
        Phase::Lapse => PlanItem::Lapse,
        Phase::WinBack => PlanItem::WinBack,
    }
}

/// The elements that work in a phase, each kind once.
fn done(case: &Case, phase: Phase) -> Vec<Arg> {
    let mut done: Vec<Arg> = Vec::new();
    for element in case.facts.elements().iter().filter(|element| element.facts().serves.contains(&phase)) {
        let kind = name("element", element.called());
        if !done.contains(&kind) {
            done.push(kind);
        }
    }
    let welcomed = || case.facts.all::<Points>().any(|(_, p)| case.facts.central(p.welcome_points) > 0.0);
    if phase == Phase::Welcome && welcomed() {
        done.push(said(say("audit-welcome-points")));
    }
    done
}
