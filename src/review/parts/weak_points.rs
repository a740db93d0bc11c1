//! The weak points: what the rules found, by money at stake, each with the action that helps and those that do not.

use super::verdict::{self, DISQUALIFYING, Ruling};
use super::{changes, number_column, recommended, table, text_column};
use crate::decide::paired::ByTrial;
use crate::design::Edit;
use crate::review::case::{Case, MAIN, cell, chance, difference, from};
use crate::review::content::{Block, Finding, Remedy, Severity, Shown};
use crate::review::figure::{Figures, Form, Source};
use crate::review::findings::{MOST_PLACES, said, stated};
use crate::review::ground::EVEN;
use crate::review::interval::Interval;
use crate::review::rules::{Action, Judgement, Rule, Weakness, s06_rival_not_considered};
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::summary::Scalar;
use crate::units::Money;

/// All findings: critical ones first, those with most money at stake first; remarks that are no more about this design than about any
/// other come last.
pub fn findings(case: &Case, figures: &mut Figures) -> Vec<Finding> {
    let mut found: Vec<(Money, Finding)> = Vec::new();
    for (rule, judgement) in &case.judged {
        let Judgement::Weak(weak) = judgement else { continue };
        // what the change creates goes before what it only inherits
        let mut weak: Vec<&Weakness> = weak.iter().collect();
        weak.sort_by_key(|weakness| case.is_there_today(rule.code, weakness.path.as_deref()));
        for (at, weakness) in weak.into_iter().take(MOST_PLACES).enumerate() {
            found.push(finding(case, rule, at, weakness, figures));
        }
    }
    let rank = |finding: &Finding| (finding.severity != Severity::Critical, is_general(finding));
    found.sort_by(|a, b| {
        let by_money = rank(&a.1).cmp(&rank(&b.1)).then(b.0.total_cmp(&a.0));
        by_money.then(a.1.severity.cmp(&b.1.severity)).then(a.1.code.cmp(&b.1.code))
    });
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// Something not written down or not measured, rather than something wrong in what is proposed.
fn is_general(finding: &Finding) -> bool {
    let about = |area: &str| finding.code.0.starts_with(area);
    finding.severity == Severity::Moderate && (about("G") || about("V"))
        || finding.code == s06_rival_not_considered::RULE.code
}

fn finding(
    case: &Case,
    rule: &Rule,
    at: usize,
    weakness: &Weakness,
    figures: &mut Figures,
) -> (Money, Finding) {
    let (name, mut finding) = stated(case.design, case.text, (rule, at), weakness, figures);
    if case.is_there_today(rule.code, weakness.path.as_deref()) {
        finding.why = say("review-there-today").with("why", Arg::Said(Box::new(finding.why)));
    }
    let actions = distinct(&weakness.actions);
    let mut remedies: Vec<(f64, Remedy, bool)> = actions
        .filter_map(|(i, action)| remedy(case, rule, &format!("{name}.action{}", i + 1), action, figures))
        .collect();
    if DISQUALIFYING.contains(&rule.code) && !remedies.iter().any(|r| r.2) {
        require(&mut remedies);
    }
    let best = remedies.iter().filter(|r| r.2).map(|r| r.0).fold(f64::NEG_INFINITY, f64::max);
    // An action that gains elsewhere too does not raise what this weakness concerns.
    let gain = if best.is_finite() { best } else { 0.0 };
    let money = if weakness.stake > Money::NONE { weakness.stake } else { Money::new(gain) };
    finding.stake =
        (money > Money::NONE).then(|| figures.of(format!("rule.{name}.stake"), money, from(MAIN)));
    assign(&mut finding, remedies, best);
    (money, finding)
}

/// What has to be done though no action gains: the one that costs least.
fn require(remedies: &mut [(f64, Remedy, bool)]) {
    if let Some((_, remedy, helps)) = remedies.iter_mut().max_by(|a, b| a.0.total_cmp(&b.0)) {
        (remedy.shown, *helps) = (Shown::Required, true);
    }
}

/// The actions with their places, those of the same edits once.
fn distinct(actions: &[Action]) -> impl Iterator<Item = (usize, &Action)> {
    let first = |at: usize, action: &Action| {
        action.edits.is_empty() || actions[..at].iter().all(|other| other.edits != action.edits)
    };
    actions.iter().enumerate().filter(move |(at, action)| first(*at, action))
}

/// The best remedy as the action, others that help beside it, the rest as tried.
fn assign(finding: &mut Finding, remedies: Vec<(f64, Remedy, bool)>, best: f64) {
    for (effect, remedy, helps) in remedies {
        match (helps, finding.action.is_none() && (effect >= best || remedy.effect.is_none())) {
            (true, true) => finding.action = Some(remedy),
            (true, false) => finding.also.push(remedy),
            (false, _) => finding.tried.push(remedy),
        }
    }
}

/// The action with its place, where several elements of one kind could be meant.
fn placed(case: &Case, action: &Action, what: Sentence) -> Sentence {
    let [Edit::Set(path, _) | Edit::SetText(path, _)] = &action.edits[..] else { return what };
    let Some((element, _)) = path.split_once("].") else { return what };
    let kind = element.split('[').next().unwrap_or(element);
    let alike = case.facts.elements().iter().filter(|e| e.path.split('[').next() == Some(kind)).count();
    let what_it_is = Arg::Said(Box::new(what.clone()));
    if alike > 1 {
        say("action-at").with("what", what_it_is).text("path", format!("{element}]"))
    } else {
        what
    }
}

/// What an action did; its gain; and whether it may be advised: it helps, or it is something to organise that no simulation can show.
/// `None` where it changes the design but could not be played.
fn remedy(
    case: &Case,
    rule: &Rule,
    name: &str,
    action: &Action,
    figures: &mut Figures,
) -> Option<(f64, Remedy, bool)> {
    let what = said(action.message, name, (&action.numbers, &action.names), rule, figures);
    let what = placed(case, action, what);
    let edits = action.edits.iter().map(|edit| edit.describe()).collect();
    let in_package = case.advice.holds(&action.edits);
    let mut remedy = Remedy { what, edits, effect: None, better: None, shown: Shown::Untested, in_package };
    if action.edits.is_empty() {
        return Some((f64::NEG_INFINITY, remedy, true));
    }
    let tested = case.advice.of(&action.edits)?;
    let run = if tested.confirmed { "actions" } else { "screening" };
    remedy.effect = Some(difference(figures, format!("rule.{name}.effect"), &tested.effect, run));
    remedy.better = Some(chance(figures, format!("rule.{name}.better"), &tested.effect.first_greater, run));
    remedy.shown = match tested.shown() {
        Shown::Helps if case.beyond.at_a_cost.contains(&action.edits) => Shown::AtACost,
        Shown::Helps if !in_package => left_out(case, action),
        shown => shown,
    };
    let helps = [Shown::Helps, Shown::Spare, Shown::Barred, Shown::Apart, Shown::AtACost];
    let helps = helps.contains(&remedy.shown);
    Some((tested.effect.mean, remedy, helps))
}

/// Why what helps by itself is not in the package, if there is one.
fn left_out(case: &Case, action: &Action) -> Shown {
    match &case.advice.package {
        None => Shown::Helps,
        Some(_) if !action.joins => Shown::Apart,
        Some(package) if package.barred.contains(&action.edits) => Shown::Barred,
        Some(_) => Shown::Spare,
    }
}

/// Part eight.
pub fn blocks(case: &Case, ruling: &Ruling, findings: Vec<Finding>, figures: &mut Figures) -> Vec<Block> {
    let open = case.judged.iter().filter(|(_, j)| matches!(j, Judgement::CannotTell(_))).count();
    let count = |figures: &mut Figures, id: &str, n: usize| {
        figures.bare(format!("weak.{id}"), Form::Count, n as f64, Source::Formula)
    };
    let rules = count(figures, "rules", case.judged.len());
    let found = count(figures, "found", findings.len());
    let tested = count(figures, "tested", case.advice.count());
    let mut blocks = vec![Block::Lead(
        say("review-weak-lead")
            .figure("rules", rules, Style::Plural)
            .figure("found", found, Style::Plural)
            .figure("tested", tested, Style::Plural),
    )];
    blocks.extend(findings.into_iter().map(|finding| Block::Finding(Box::new(finding))));
    if open > 0 {
        blocks.push(Block::Heading(say("review-cannot-tell")));
        blocks.push(Block::Paragraph(vec![say("review-undecided-means")]));
        let undecided = case.judged.iter().filter(|(_, j)| matches!(j, Judgement::CannotTell(_)));
        blocks.push(Block::List(undecided.map(|(rule, _)| undecided_sentence(rule)).collect()));
    }
    if case.design.program.is_some() {
        blocks.extend(package(case, ruling, figures));
    }
    blocks
}

fn undecided_sentence(rule: &Rule) -> Sentence {
    let title = Arg::Said(Box::new(Sentence::new(rule.code.title())));
    say("review-undecided").text("code", rule.code.0).with("title", title)
}

fn package(case: &Case, ruling: &Ruling, figures: &mut Figures) -> Vec<Block> {
    // What is not recommended is not called so.
    let enough =
        ruling.counter.is_none_or(|counter| counter.low.get() >= EVEN) && case.advice.undone.is_none();
    let heading = if enough { "review-package" } else { "review-package-not-enough" };
    let mut blocks = vec![Block::Heading(say(heading))];
    let Some(package) = &case.advice.package else {
        let why = match case.advice.undone.is_some() || case.advice.slight.is_some() {
            true => verdict::no_package(case, figures),
            false => say("review-package-none"),
        };
        blocks.push(Block::Paragraph(vec![why]));
        return blocks;
    };
    let gain = difference(figures, "package.gain", &package.effect, "counter-design");
    let better = chance(figures, "package.better", &package.effect.first_greater, "counter-design");
    let told =
        say("review-package-gain").text("single", if package.actions.len() == 1 { "yes" } else { "no" });
    let gain = told.figure("gain", gain.clone(), Style::Signed).range("range", gain);
    let mut told = vec![gain.figure("better", better, Style::Chance)];
    told.extend(recommended::still_loses(case, package, figures));
    told.extend(recommended::best_left_out(case, package));
    blocks.push(Block::Paragraph(told));
    blocks.push(changes::blocks(case, package, figures));
    blocks.push(Block::Paragraph(vec![say("changes-as-edits")]));
    blocks.push(Block::Code(
        package.actions.iter().flat_map(|a| &a.edits).map(|e| e.describe() + "\n").collect(),
    ));
    blocks.push(before_and_after(case, figures));
    blocks.push(Block::Note(say("review-package-note")));
    blocks.extend(recommended::blocks(case, package, figures));
    blocks
}

/// What the package changes of the business.
fn before_and_after(case: &Case, figures: &mut Figures) -> Block {
    let columns = vec![
        text_column("review-column-figure"),
        number_column("review-column-proposal"),
        number_column("review-column-counter"),
        number_column("review-column-change"),
    ];
    let rows = [
        Scalar::Npv,
        Scalar::RetentionProgram,
        Scalar::NpsProgram,
        Scalar::ActiveProgram,
        Scalar::ProgramCost,
    ]
    .into_iter()
    .filter_map(|scalar| package_row(case, scalar, figures));
    let rows = rows.collect();
    table(say("review-package-table"), columns, rows)
}

/// Before and after on the same trials, so that they differ by the change.
fn package_row(case: &Case, scalar: Scalar, figures: &mut Figures) -> Option<Vec<Arg>> {
    let package = case.advice.package.as_ref()?;
    case.run.summary.headline.get(scalar)?;
    let after = package.played.column(scalar);
    let before = case.run.column(scalar).first(after.values.len());
    let change = after.less(&before);
    let mut book = |what: &str, column: &ByTrial| {
        let interval = Interval::of_sample(column.at_real_size().into_iter())?;
        let id = format!("counter-design.{}{what}", scalar.key());
        Some(figures.interval(id, scalar.unit().into(), &interval, from("counter-design")))
    };
    let (before, after) = (book(".before", &before)?, book("", &after)?);
    let change =
        difference(figures, format!("counter-design.{}.change", scalar.key()), &change, "counter-design");
    Some(vec![
        name("quantity", scalar.key().to_owned()),
        cell(before, Style::Value),
        cell(after, Style::Value),
        cell(change, Style::Signed),
    ])
}
