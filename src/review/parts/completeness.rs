//! Completeness: what belongs to a program and what of it the design says; and whether its algorithms can work.

use super::{number_column, said, table, text_column};
use crate::design::{ElementKind, PlanItem};
use crate::review::case::{Case, cell};
use crate::review::content::Block;
use crate::review::facts::Fact;
use crate::review::figure::{Figures, Form, Source};
use crate::review::sentence::{Arg, Style, name, say};

/// Part nine.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let missing = PlanItem::ALL.iter().filter(|item| !answered(case, **item)).count();
    let all = figures.bare("complete.all", Form::Count, PlanItem::ALL.len() as f64, Source::Design);
    let absent = figures.bare("complete.missing", Form::Count, missing as f64, Source::Design);
    let lead = say("review-complete-lead").figure("missing", absent, Style::Plural).figure(
        "all",
        all,
        Style::Plural,
    );
    let columns = vec![
        text_column("review-column-item"),
        text_column("review-column-state"),
        text_column("review-column-add"),
    ];
    let rows = PlanItem::ALL.iter().map(|item| row(case, *item)).collect();
    let mut blocks = vec![Block::Lead(lead), table(say("review-complete-table"), columns, rows)];
    blocks.push(Block::Note(say("review-complete-note")));
    blocks.push(Block::Heading(say("review-algorithms")));
    blocks.extend(algorithms(case, figures));
    blocks
}

/// Whether the design says it: in `[plan]`, or by what it simulates.
fn answered(case: &Case, item: PlanItem) -> bool {
    case.facts.plans(item) || simulated(case, item)
}

fn simulated(case: &Case, item: PlanItem) -> bool {
    let design = case.design;
    match item {
        PlanItem::Aim => !design.goals.is_empty(),
        PlanItem::Segments => case.facts.elements().iter().any(|e| !e.segments.is_empty()),
        PlanItem::TimeLimit => design.program.as_ref().is_some_and(|p| p.stop.is_some()),
        PlanItem::Staff => case.facts.has(|k| matches!(k, ElementKind::StaffTraining { .. })),
        PlanItem::Complaints => case.facts.has(|k| matches!(k, ElementKind::ComplaintRecovery { .. })),
        _ => false,
    }
}

fn row(case: &Case, item: PlanItem) -> Vec<Arg> {
    let called = name("plan", item.key());
    let stated = case.design.plan.iter().find(|(known, _)| *known == item).map(|(_, text)| text.clone());
    let (state, add) = match stated {
        Some(text) => (Arg::Text(text), Arg::Text(String::new())),
        None if simulated(case, item) => (said(say("review-simulated")), Arg::Text(String::new())),
        None => (said(say("review-missing")), name("plan-add", item.key().to_owned())),
    };
    vec![called, state, add]
}

/// Months to the first reward by segment, and who reaches which tier.
fn algorithms(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut rows = Vec::new();
    for (s, segment) in case.design.segments.iter().enumerate() {
        let Some(months) = case.facts.get(Fact::FirstReward(0, s)) else { continue };
        let id = figures.interval(format!("first-reward.{s}"), Form::Months, &months, Source::Formula);
        rows.push(vec![Arg::Text(segment.name.clone()), cell(id, Style::Value)]);
    }
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        let columns = vec![text_column("review-column-segment"), number_column("review-column-first-reward")];
        blocks.push(table(say("review-first-reward-table"), columns, rows));
    }
    let tiers = case.facts.elements().iter().filter_map(|e| match &e.kind {
        ElementKind::Tiers { tiers, .. } => Some(tiers),
        _ => None,
    });
    let mut rows = Vec::new();
    for (at, tiers) in tiers.enumerate() {
        for (t, tier) in tiers.iter().enumerate() {
            let Some(share) = case.facts.get(Fact::TierShare(at, t)) else { continue };
            let id = figures.interval(format!("tier.{at}.{t}"), Form::Share, &share, Source::Formula);
            rows.push(vec![Arg::Text(tier.name.clone()), cell(id, Style::Value)]);
        }
    }
    if !rows.is_empty() {
        let columns = vec![text_column("review-column-tier"), number_column("review-column-reach")];
        blocks.push(table(say("review-tiers-table"), columns, rows));
    }
    let active = case.facts.get(Fact::ActiveShare);
    if let Some(active) = active {
        let id = figures.interval("active-share", Form::Share, &active, Source::Formula);
        blocks.push(Block::Paragraph(vec![say("review-active-share").value("share", id)]));
    }
    let warnings = case.design.warnings.len();
    let id = figures.bare("warnings", Form::Count, warnings as f64, Source::Design);
    let key = if warnings == 0 { say("review-no-contradiction") } else { say("review-contradictions") };
    blocks.push(Block::Paragraph(vec![key.figure("count", id, Style::Plural)]));
    blocks
}
