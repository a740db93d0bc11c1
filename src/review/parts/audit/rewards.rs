//! Whether the rewards are of several kinds, and whether anybody has asked members what they value.

use super::planned;
use crate::design::{Gives, PlanItem};
use crate::review::case::Case;
use crate::review::content::Block;
use crate::review::figure::{Figures, Form, Source};
use crate::review::parts::{said, table, text_column};
use crate::review::sentence::{Arg, Style, name, say};

/// Kinds of benefit with the name of their messages.
const KINDS: [(Gives, &str); 4] = [
    (Gives::Money, "money"),
    (Gives::Attention, "attention"),
    (Gives::Play, "play"),
    (Gives::Service, "service"),
];

/// Which kinds of benefit there are, and what members want.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let elements = case.facts.elements();
    let of = |gives: Gives| -> Vec<Arg> {
        let mut kinds: Vec<Arg> = Vec::new();
        for element in elements.iter().filter(|element| element.facts().gives == gives) {
            let kind = name("element", element.called());
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds
    };
    let lists = KINDS.map(|(gives, key)| (key, of(gives)));
    let covered = lists.iter().filter(|(_, kinds)| !kinds.is_empty()).count();
    let covered = figures.bare("rewards.covered", Form::Count, covered as f64, Source::Design);
    let all = figures.bare("rewards.all", Form::Count, KINDS.len() as f64, Source::Formula);
    let rows = lists.into_iter().map(|(key, kinds)| {
        let here = if kinds.is_empty() { said(say("audit-none-of-it")) } else { Arg::List(kinds) };
        vec![name("benefit", key), here, name("works", key)]
    });
    let columns =
        ["audit-column-benefit", "audit-column-in-design", "audit-column-known"].map(text_column).to_vec();
    let variety =
        say("audit-variety").figure("covered", covered, Style::Plural).figure("all", all, Style::Plural);
    let wanted = say("audit-wanted").with("said", planned(case, PlanItem::RewardsWanted));
    vec![
        Block::Heading(say("audit-rewards")),
        Block::Paragraph(vec![variety, wanted]),
        table(say("audit-rewards-table"), columns, rows.collect()),
    ]
}
