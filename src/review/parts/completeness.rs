//! Completeness: what belongs to a program and what of it the design says; and whether its algorithms can work.

use super::audit::months_to_reward;
use super::{number_column, said, table, text_column};
use crate::design::{Catalogue, ComplaintRecovery, Key, KindFacts, PlanItem, Points, StaffTraining, Tiers};
use crate::review::case::{Case, cell};
use crate::review::content::Block;
use crate::review::facts::Fact;
use crate::review::figure::{Figures, Form, Source};
use crate::review::interval::Interval;
use crate::review::plan_text;
use crate::review::reachable::lifetime_months;
use crate::review::rules::Judgement;
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::simulate::adjusted;

/// Part nine.
pub fn blocks(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let needed: Vec<PlanItem> = checklist().filter(|item| needed(case, *item)).collect();
    let missing = needed.iter().filter(|item| !answered(case, **item)).count();
    let all = figures.bare("complete.all", Form::Count, needed.len() as f64, Source::Design);
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
    let rows = checklist().map(|item| row(case, item)).collect();
    let mut blocks = vec![Block::Lead(lead), table(say("review-complete-table"), columns, rows)];
    blocks.push(Block::Note(say("review-complete-note")));
    blocks.push(Block::Heading(say("review-algorithms")));
    blocks.extend(algorithms(case, figures));
    blocks
}

fn checklist() -> impl Iterator<Item = PlanItem> {
    PlanItem::ALL.iter().copied().filter(|item| item.in_checklist())
}

/// Whether a program of this kind needs it: one of service alone has no members, no terms and no partners.
fn needed(case: &Case, item: PlanItem) -> bool {
    let members = case.facts.knows_members() || case.design.program.is_none();
    match item {
        PlanItem::Names | PlanItem::Information => case.facts.has_members() || case.design.program.is_none(),
        PlanItem::Partners
        | PlanItem::ItAndData
        | PlanItem::Consent
        | PlanItem::Terms
        | PlanItem::Calendar => members,
        PlanItem::Accounting => case.facts.any(KindFacts::owes),
        _ => true,
    }
}

/// Whether the design says it, in `[plan]` or by what it simulates, and allows no abuse by it.
fn answered(case: &Case, item: PlanItem) -> bool {
    (case.facts.plans(item) || simulated(case, item)) && permits(case, item).is_empty()
}

/// What a line allows that it should not.
fn permits(case: &Case, item: PlanItem) -> Vec<Arg> {
    let holes = plan_text::holes(case.design).into_iter().filter(|(line, _)| *line == item);
    holes.map(|(_, hole)| name("hole", hole.key())).collect()
}

fn simulated(case: &Case, item: PlanItem) -> bool {
    let design = case.design;
    match item {
        PlanItem::Aim => !design.goals.is_empty(),
        PlanItem::Segments => case.facts.elements().iter().any(|e| !e.segments.is_empty()),
        PlanItem::Calendar => case.facts.elements().iter().any(|e| e.turn.is_some()),
        PlanItem::TimeLimit => design.program.as_ref().is_some_and(|p| p.stop.is_some()),
        PlanItem::Names => design.program.as_ref().is_some_and(|p| is_own(&p.name)),
        PlanItem::Staff => case.facts.has::<StaffTraining>(),
        PlanItem::Complaints => case.facts.has::<ComplaintRecovery>(),
        _ => false,
    }
}

/// Whether a program has a name of its own.
fn is_own(name: &str) -> bool {
    let usual = Catalogue::get().find("program.name").and_then(Key::default_text);
    !name.is_empty() && usual != Some(name)
}

fn row(case: &Case, item: PlanItem) -> Vec<Arg> {
    let called = name("plan", item.key());
    let stated = case.design.plan.iter().find(|(known, _)| *known == item && case.facts.plans(item));
    let holes = permits(case, item);
    let (state, add) = match stated.map(|(_, text)| text.clone()) {
        Some(text) if !holes.is_empty() => {
            (Arg::Text(text), said(say("review-permits").with("holes", Arg::List(holes))))
        }
        Some(text) => (Arg::Text(text), Arg::Text(String::new())),
        None if simulated(case, item) => (said(say("review-simulated")), Arg::Text(String::new())),
        None if !needed(case, item) => (said(say("review-not-needed")), Arg::Text(String::new())),
        None if item == PlanItem::ControlGroup && case.facts.few_to_compare() => {
            (said(say("review-missing")), name("plan-add", "two_waves"))
        }
        None => (said(say("review-missing")), name("plan-add", item.key().to_owned())),
    };
    vec![called, state, add]
}

/// Months to the first reward by segment, who reaches which tier, and what contradicts or invites gaming.
fn algorithms(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(first_rewards(case, figures));
    blocks.extend(tiers(case, figures));
    if let Some(active) = case.facts.get(Fact::ActiveShare) {
        let id = figures.interval("active-share", Form::Share, &active, Source::Formula);
        blocks.push(Block::Paragraph(vec![say("review-active-share").value("share", id)]));
    }
    blocks.push(Block::Paragraph(vec![gaps(case)]));
    blocks.extend(warnings(case, figures));
    blocks
}

/// Every points scheme by segment.
fn first_rewards(case: &Case, figures: &mut Figures) -> Option<Block> {
    let mut rows = Vec::new();
    for at in 0..case.facts.all::<Points>().count() {
        for (s, segment) in case.design.segments.iter().enumerate() {
            let Some(months) = case.facts.get(Fact::FirstReward(at, s)) else { continue };
            let id = format!("first-reward.{at}.{s}");
            let id = figures.interval(id, Form::Months, &months, Source::Formula);
            let stays = Interval::of_retention(case.design, segment);
            let stays = lifetime_months(stays.value.min(0.99));
            let stays = figures.bare(format!("stays.{s}"), Form::Months, stays, Source::Formula);
            rows.push(vec![
                Arg::Text(segment.name.clone()),
                months_to_reward(months.value, id.clone()),
                cell(id, Style::Range),
                cell(stays, Style::Value),
            ]);
        }
    }
    let columns = vec![
        text_column("review-column-segment"),
        number_column("review-column-first-reward"),
        number_column("review-column-possible"),
        number_column("review-column-stays"),
    ];
    (!rows.is_empty()).then(|| table(say("review-first-reward-table"), columns, rows))
}

fn tiers(case: &Case, figures: &mut Figures) -> Option<Block> {
    let tiers = case.facts.all::<Tiers>().map(|(_, scheme)| &scheme.tiers);
    let mut rows = Vec::new();
    for (at, tiers) in tiers.enumerate() {
        for (t, tier) in tiers.iter().enumerate() {
            let Some(share) = case.facts.get(Fact::TierShare(at, t)) else { continue };
            let id = figures.interval(format!("tier.{at}.{t}"), Form::Share, &share, Source::Formula);
            rows.push(vec![Arg::Text(tier.name.clone()), cell(id, Style::Value)]);
        }
    }
    let columns = vec![text_column("review-column-tier"), number_column("review-column-reach")];
    (!rows.is_empty()).then(|| table(say("review-tiers-table"), columns, rows))
}

/// Rules on algorithms that fired, by their titles; they stand among the weak points in full.
fn gaps(case: &Case) -> Sentence {
    let weak = case
        .judged
        .iter()
        .filter(|(rule, judgement)| rule.algorithm && matches!(judgement, Judgement::Weak(_)));
    let codes: Vec<Arg> = weak.map(|(rule, _)| Arg::Text(rule.code.to_string())).collect();
    match codes.is_empty() {
        true => say("review-no-gaps"),
        false => say("review-gaps").with("codes", Arg::List(codes)),
    }
}

/// What `loyalsim check` warns of, with the line.
fn warnings(case: &Case, figures: &mut Figures) -> Vec<Block> {
    let mut warnings = case.design.warnings.clone();
    warnings.extend(adjusted(case.design, case.text));
    let id = figures.bare("warnings", Form::Count, warnings.len() as f64, Source::Design);
    if warnings.is_empty() {
        return vec![Block::Paragraph(vec![say("review-no-contradiction").figure(
            "count",
            id,
            Style::Plural,
        )])];
    }
    let sentences = warnings.iter().map(|warning| {
        let code = warning.code();
        let key = code.rsplit("::").next().unwrap_or_default().replace('_', "-");
        match warning.line {
            Some(line) => {
                say("review-warning-at").name("what", "warning", key).text("line", line.to_string())
            }
            None => say("review-warning").name("what", "warning", key),
        }
    });
    let list = Block::List(sentences.collect());
    vec![Block::Paragraph(vec![say("review-contradictions").figure("count", id, Style::Plural)]), list]
}
