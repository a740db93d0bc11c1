//! The verdict: a recommendation that follows from stated rules, and what would change it.

use super::{learn, offer, said, word};
use crate::review::case::{Case, MAIN, chance, difference, from};
use crate::review::code::Code;
use crate::review::content::{Block, Finding, Severity};
use crate::review::figure::{Figures, Form};
use crate::review::ground::{Doubts, EVEN, Ground, SURE};
use crate::review::package::Package;
use crate::review::robustness::money_goal;
use crate::review::rules::{
    a01_gift_for_joining, a02_friend_worth_inventing, a03_receipts_can_be_split, v01_folk_numbers,
};
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::summary::{Probability, Scalar, interval};

/// A recommendation and the rule it follows from.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// The rule; the recommendation follows from it.
    pub ground: Ground,
    /// Chance that the proposal brings money, or meets its own goal of money.
    pub proposal: Probability,
    /// The same of the recommended design.
    pub counter: Option<Probability>,
    /// The goal of money, by its place, if the design states one.
    pub goal: Option<usize>,
}

/// Rules on a proposal: see the table in docs/review.md.
pub fn rule_on(case: &Case, findings: &[Finding]) -> Ruling {
    let goal = money_goal(case.design);
    let proposal = match goal.and_then(|goal| case.run.summary.goals.get(goal)) {
        Some(summary) => summary.probability,
        None => gains(&case.run.at_real_size(Scalar::Npv)),
    };
    let counter = case.advice.package.as_ref().map(|package| package.chance(&case.design.goals, goal));
    let ground = match case.design.program {
        Some(_) => Ground::of(&proposal, counter.as_ref(), doubts(case, findings)),
        None => Ground::NoProgram,
    };
    Ruling { ground, proposal, counter, goal }
}

/// Rules about terms that let members invent what they are paid for: no program is launched with such a hole.
const ABUSE: [Code; 3] = [
    a01_gift_for_joining::RULE.code,
    a02_friend_worth_inventing::RULE.code,
    a03_receipts_can_be_split::RULE.code,
];

fn doubts(case: &Case, findings: &[Finding]) -> Doubts {
    let found = |code: Code| findings.iter().any(|finding| finding.code == code);
    let critical = findings.iter().any(|finding| finding.severity == Severity::Critical);
    Doubts {
        critical: critical || ABUSE.into_iter().any(found),
        folk: found(v01_folk_numbers::RULE.code),
        assumed: case.split.as_ref().is_some_and(|split| split.unmeasured() > EVEN),
    }
}

fn gains(values: &[f64]) -> Probability {
    interval::probability(values.iter().filter(|v| **v >= 0.0).count() as u64, values.len() as u64)
}

/// The board's page.
pub fn blocks(case: &Case, ruling: &Ruling, findings: &[Finding], figures: &mut Figures) -> Vec<Block> {
    if ruling.ground == Ground::NoProgram {
        return offer::blocks(case, figures);
    }
    let mut blocks = vec![
        Block::Lead(say("review-verdict").name("verdict", "verdict", word(ruling.ground.recommendation()))),
        Block::Paragraph(vec![reason(ruling, figures)]),
        Block::Heading(say("review-for-what")),
        Block::List(for_what(case, figures)),
        Block::Heading(say("review-at-what-price")),
        Block::List(at_what_price(case, figures)),
        Block::Heading(say("review-what-would-change-it")),
    ];
    blocks.push(Block::List(changes(case, ruling, findings, figures)));
    blocks
}

fn reason(ruling: &Ruling, figures: &mut Figures) -> Sentence {
    let proposal = chance(figures, "verdict.proposal", &ruling.proposal, MAIN);
    let counter = ruling.counter.map(|c| chance(figures, "verdict.counter", &c, "counter-design"));
    let sure = figures.bare("verdict.sure", Form::Chance, SURE, from(MAIN));
    let even = figures.bare("verdict.even", Form::Chance, EVEN, from(MAIN));
    let limit = if ruling.ground.asks_to_be_sure() { sure } else { even };
    let sentence = Sentence::new(ruling.ground.message()).figure("proposal", proposal, Style::Chance);
    let sentence = sentence.figure("limit", limit, Style::Chance);
    match counter.filter(|_| ruling.ground.cites_counter()) {
        Some(counter) => sentence.figure("counter", counter, Style::Chance),
        None => sentence,
    }
}

fn for_what(case: &Case, figures: &mut Figures) -> Vec<Sentence> {
    let mut list = Vec::new();
    let goals = &case.run.summary.goals;
    if goals.is_empty() {
        list.push(say("review-no-goals"));
    }
    for (i, goal) in goals.iter().enumerate() {
        let p = chance(figures, format!("goal{}.chance", i + 1), &goal.probability, MAIN);
        let metric = case.design.goals[i].metric.key();
        list.push(say("review-goal-chance").name("metric", "metric", metric).figure(
            "chance",
            p,
            Style::Chance,
        ));
    }
    for (key, scalar) in [
        ("review-retention-change", Scalar::RetentionChange),
        ("review-nps-change", Scalar::NpsChange),
        ("review-net-saved", Scalar::NetSaved),
    ] {
        let Some(id) = case.headline(figures, scalar) else { continue };
        list.push(Sentence::new(key).figure("value", id.clone(), Style::Signed).range("range", id));
    }
    list
}

fn at_what_price(case: &Case, figures: &mut Figures) -> Vec<Sentence> {
    let mut list = Vec::new();
    if let Some(id) = case.headline(figures, Scalar::Npv) {
        list.push(say("review-npv").figure("value", id.clone(), Style::Signed).range("range", id));
    }
    if let Some(loss) = &case.run.summary.loss {
        let p = chance(figures, "proposal.loss", &loss.probability, MAIN);
        let worst = figures.bare("proposal.worst", Form::Money, loss.expected_shortfall.get(), from(MAIN));
        list.push(say("review-loss").figure("chance", p, Style::Chance).figure(
            "worst",
            worst,
            Style::Signed,
        ));
    }
    for (key, scalar) in
        [("review-margin-loss", Scalar::MarginLoss), ("review-paid-to-stayers", Scalar::PaidToKept)]
    {
        let given = case.run.summary.headline.get(scalar).is_some_and(|estimate| estimate.mean != 0.0);
        let Some(id) = case.headline(figures, scalar).filter(|_| given) else { continue };
        list.push(Sentence::new(key).value("value", id.clone()).range("range", id));
    }
    list
}

/// Goals that the recommended design is more likely to miss than to reach.
fn still_missed(case: &Case, package: &Package) -> Option<Sentence> {
    let goals = &case.design.goals;
    let missed = (0..goals.len()).filter(|goal| package.chance(goals, Some(*goal)).high.get() < EVEN);
    let names: Vec<Arg> = missed.map(|goal| name("metric", goals[goal].metric.key().to_owned())).collect();
    (!names.is_empty()).then(|| say("review-counter-misses").with("goals", Arg::List(names)))
}

fn changes(case: &Case, ruling: &Ruling, findings: &[Finding], figures: &mut Figures) -> Vec<Sentence> {
    let mut list = Vec::new();
    if let (Some(package), Some(counter)) = (&case.advice.package, &ruling.counter) {
        let gain = difference(figures, "package.gain", &package.effect, "counter-design");
        let chance = chance(figures, "verdict.counter", counter, "counter-design");
        list.push(
            say("review-counter-design")
                .figure("gain", gain.clone(), Style::Signed)
                .range("range", gain)
                .figure("chance", chance, Style::Chance),
        );
        list.extend(still_missed(case, package));
    } else {
        list.push(say("review-nothing-helps"));
    }
    list.extend(learn::to_learn(case, figures));
    let critical = findings.iter().filter(|finding| finding.severity == Severity::Critical);
    list.extend(
        critical.map(|finding| say("review-critical-point").with("title", said(finding.title.clone()))),
    );
    list
}
