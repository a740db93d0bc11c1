//! The verdict: a recommendation that follows from stated rules, and what would change it.

use super::{accounting, goals_lost, learn, offer, recommended, said, today, word};
use crate::decide::voi;
use crate::design::Edit;
use crate::review::case::{Case, MAIN, chance, difference, from};
use crate::review::code::Code;
use crate::review::content::{Block, Finding, Severity, Shown};
use crate::review::figure::{FigureId, Figures, Form, Source};
use crate::review::ground::{Chances, Doubts, EVEN, Ground, SURE};
use crate::review::interval::Interval;
use crate::review::package::Package;
use crate::review::reached;
use crate::review::robustness::money_goal;
use crate::review::rules::{
    a01_gift_for_joining, a02_friend_worth_inventing, a03_receipts_can_be_split, a07_terms_permit_abuse,
    a08_credit_never_ends, a09_trade_in_pays, a10_points_for_nothing, g20_period_too_short,
    p13_void_without_notice, v01_folk_numbers,
};
use crate::review::sentence::{Arg, Sentence, Style, name, say};
use crate::summary::{Probability, Scalar, interval, quantile};

/// A recommendation and the rule it follows from.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// The rule; the recommendation follows from it.
    pub ground: Ground,
    /// Chance that the proposal brings money, or meets its own goal of money.
    pub proposal: Probability,
    /// The same of the recommended design.
    pub counter: Option<Probability>,
    /// The same with one addition whose size nobody has measured, and what to do.
    pub addition: Option<(Probability, Sentence)>,
    /// The addition that brings no less without the proposal: its present value by itself, and what to do.
    pub alone: Option<(Interval, Sentence)>,
    /// The goal of money, by its place, if the design states one.
    pub goal: Option<usize>,
}

/// Rules on a proposal: see the table in docs/review.md.
pub fn rule_on(case: &Case, findings: &[Finding]) -> Ruling {
    let goal = money_goal(case.design);
    let proposal = match goal.and_then(|goal| case.run.summary.goals.get(goal)) {
        Some(summary) => summary.probability,
        None => reached::gains(&case.run.at_real_size(Scalar::Npv)),
    };
    let counter = case.advice.package.as_ref().map(|package| package.chance(goal));
    let beyond = case.beyond;
    let said = |edits: &[Edit]| proposed(edits, findings);
    let addition = beyond.addition.as_ref().and_then(|(edits, chance)| Some((*chance, said(edits)?)));
    let alone = beyond.alone.as_ref().and_then(|(edits, worth)| Some((*worth, said(edits)?)));
    let chances = Chances { proposal, counter, addition: addition.as_ref().map(|(chance, _)| *chance) };
    let ground = match case.design.program {
        Some(_) if !changes_nothing(case) => Ground::of(&chances, doubts(case, findings, goal)),
        _ => Ground::NoProgram,
    };
    Ruling { ground, proposal, counter, addition, alone, goal }
}

/// Whether what is proposed is the program that runs already, to the last bit of every trial.
fn changes_nothing(case: &Case) -> bool {
    let effects = case.run.simulated(Scalar::Npv);
    case.design.today.is_some() && effects.iter().all(|effect| *effect == 0.0)
}

/// The trials that make the bad case, as a share of all.
const WORST: f64 = 0.05;

/// Rules about terms that let members invent what they are paid for, or break a promise to them: no program is launched with such terms.
pub const DISQUALIFYING: [Code; 8] = [
    a01_gift_for_joining::RULE.code,
    a02_friend_worth_inventing::RULE.code,
    a03_receipts_can_be_split::RULE.code,
    a07_terms_permit_abuse::RULE.code,
    a08_credit_never_ends::RULE.code,
    a09_trade_in_pays::RULE.code,
    a10_points_for_nothing::RULE.code,
    p13_void_without_notice::RULE.code,
];

fn doubts(case: &Case, findings: &[Finding], money: Option<usize>) -> Doubts {
    let found = |code: Code| findings.iter().any(|finding| finding.code == code);
    // what is there today as well does not speak against a change
    let mut new = findings.iter().filter(|finding| !is_there_today(case, finding));
    let critical =
        new.any(|finding| finding.severity == Severity::Critical || DISQUALIFYING.contains(&finding.code));
    let study = case.knowing.as_ref().and_then(|known| known.studies.first());
    Doubts {
        short: found(g20_period_too_short::RULE.code),
        critical,
        folk: found(v01_folk_numbers::RULE.code),
        assumed: case.split.as_ref().is_some_and(|split| split.unmeasured() > EVEN),
        misses: missed(case).any(|goal| Some(goal) != money),
        replaced: case.advice.package.as_ref().is_some_and(|package| package.replaces(case.design)),
        undone: case.advice.undone.is_some(),
        worth_knowing: study.is_some_and(|study| study.verdict == voi::Verdict::Worthwhile),
    }
}

fn is_there_today(case: &Case, finding: &Finding) -> bool {
    case.is_there_today(finding.code, finding.path.as_deref())
}

/// Goals that the proposal is more likely to miss than to reach.
fn missed(case: &Case) -> impl Iterator<Item = usize> {
    let goals = case.run.summary.goals.iter().enumerate();
    goals.filter(|(_, goal)| goal.probability.high.get() < EVEN).map(|(at, _)| at)
}

/// An addition in the words of the rule that proposes it.
fn proposed(edits: &[Edit], findings: &[Finding]) -> Option<Sentence> {
    let edits: Vec<String> = edits.iter().map(Edit::describe).collect();
    let remedies = findings.iter().flat_map(|f| f.action.iter().chain(&f.also));
    remedies.filter(|remedy| remedy.edits == edits).map(|remedy| remedy.what.clone()).next()
}

/// What an action is called within a sentence, as far as one has a name: the additions.
pub fn as_noun(what: &Sentence) -> Sentence {
    let key = match what.key.as_ref() {
        "action-train-staff" => "action-train-staff-called".into(),
        "action-recover-complaints" => "action-recover-complaints-called".into(),
        "action-recognise" => "action-recognise-called".into(),
        _ => what.key.clone(),
    };
    Sentence { key, args: what.args.clone() }
}

/// What is worth doing without the proposal.
fn without_it(ruling: &Ruling, figures: &mut Figures) -> Option<Sentence> {
    let (worth, what) = ruling.alone.as_ref()?;
    let worth = figures.interval("verdict.alone", Form::Money, worth, from("actions"));
    let sentence = say("review-alone").with("what", said(as_noun(what)));
    Some(sentence.figure("npv", worth.clone(), Style::Signed).range("range", worth))
}

/// The board's page.
pub fn blocks(case: &Case, ruling: &Ruling, findings: &[Finding], figures: &mut Figures) -> Vec<Block> {
    if ruling.ground == Ground::NoProgram {
        return [offer::blocks(case, figures), today::blocks(case, figures)].concat();
    }
    let mut blocks = vec![
        Block::Lead(say("review-verdict").name("verdict", "verdict", word(ruling.ground.recommendation()))),
        Block::Paragraph(
            [Some(reason(case, ruling, figures)), near(ruling, figures)].into_iter().flatten().collect(),
        ),
        Block::Heading(say("review-for-what")),
        Block::List(for_what(case, figures)),
        Block::Heading(say("review-at-what-price")),
        Block::List(at_what_price(case, figures)),
    ];
    blocks.extend(today::blocks(case, figures));
    blocks.push(Block::Heading(say("review-what-would-change-it")));
    blocks.push(Block::List(changes(case, ruling, findings, figures)));
    blocks
}

fn reason(case: &Case, ruling: &Ruling, figures: &mut Figures) -> Sentence {
    let proposal = chance(figures, "verdict.proposal", &ruling.proposal, MAIN);
    let counter = ruling.counter.map(|c| chance(figures, "verdict.counter", &c, "counter-design"));
    let sure = figures.bare("verdict.sure", Form::Chance, SURE, from(MAIN));
    let even = figures.bare("verdict.even", Form::Chance, EVEN, from(MAIN));
    let limit = if ruling.ground.asks_to_be_sure() { sure } else { even };
    let message = match (ruling.ground, &ruling.alone) {
        (Ground::Neither, Some(_)) => "review-rule-stop-alone",
        (ground, _) => ground.message(),
    };
    let sentence = Sentence::new(message).figure("proposal", proposal, Style::Chance);
    let sentence = sentence.figure("limit", limit, Style::Chance);
    match (ruling.ground, counter) {
        (
            Ground::CounterSure | Ground::CounterUnproven | Ground::CounterEven | Ground::Replaced,
            Some(counter),
        ) => sentence.figure("counter", counter, Style::Chance),
        (Ground::Misses, _) => {
            let goals = missed(case).map(|goal| name("metric", case.design.goals[goal].metric.key()));
            sentence.with("goals", Arg::List(goals.collect()))
        }
        (Ground::Addition, _) => with_addition(ruling, sentence, figures),
        (Ground::WorthKnowing, _) => with_study(case, sentence, figures),
        _ => sentence,
    }
}

/// That a chance above what a board should require may still be below it.
fn near(ruling: &Ruling, figures: &mut Figures) -> Option<Sentence> {
    let (message, Probability { share, low, .. }) = match (ruling.ground, ruling.counter) {
        (Ground::CounterEven, Some(counter)) => ("review-counter-near", counter),
        (ground, _) if ground.asks_for_more() => ("review-verdict-near", ruling.proposal),
        _ => return None,
    };
    (share.get() >= SURE && low.get() < SURE).then(|| {
        let low = figures.bare("verdict.low", Form::Chance, low.get(), from(MAIN));
        let sure = figures.bare("verdict.sure", Form::Chance, SURE, from(MAIN));
        Sentence::new(message).figure("low", low, Style::Chance).figure("limit", sure, Style::Chance)
    })
}

fn with_addition(ruling: &Ruling, sentence: Sentence, figures: &mut Figures) -> Sentence {
    let Some((reached, what)) = &ruling.addition else { return sentence };
    let reached = chance(figures, "verdict.addition", reached, "actions");
    sentence.figure("addition", reached, Style::Chance).with("what", said(as_noun(what)))
}

/// The study that is worth most beyond its cost: about which number, what it costs and what it is worth.
fn with_study(case: &Case, sentence: Sentence, figures: &mut Figures) -> Sentence {
    let Some(study) = case.knowing.as_ref().and_then(|known| known.studies.first()) else { return sentence };
    let worth = figures.of("study.worth", study.best.worth.value, from(MAIN));
    let cost = figures.of("study.cost", study.best.cost, from(MAIN));
    let numbers = study.informs.iter().map(|path| name("number", case.design.readable(path)));
    let sentence = sentence.with("numbers", Arg::List(numbers.collect()));
    sentence.figure("worth", worth, Style::Value).figure("cost", cost, Style::Value)
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
    if let Some(id) = case.headline(figures, Scalar::NpvWithBase) {
        list.push(say("review-npv-with-base").figure("value", id.clone(), Style::Signed).range("range", id));
    }
    if case.design.program.is_some() {
        let mut npv = case.run.at_real_size(Scalar::Npv);
        let losses = npv.iter().filter(|npv| **npv < 0.0).count() as u64;
        let p = interval::probability(losses, npv.len() as u64);
        let p = chance(figures, "proposal.loss", &p, MAIN);
        npv.sort_unstable_by(f64::total_cmp);
        let worst = quantile::expected_shortfall(&npv, WORST);
        let worst = figures.bare("proposal.worst", Form::Money, worst, from(MAIN));
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

/// The chance of the proposal on the trials of its package, so that the two differ by the changes.
fn before(case: &Case, package: &Package, goal: Option<usize>, figures: &mut Figures) -> FigureId {
    let trials = package.played.measures.len();
    let before = reached::in_first(trials, case.run, case.design, goal);
    chance(figures, "verdict.before", &before, MAIN)
}

/// Why no design is recommended: nothing helps, or what does is no part of one.
pub fn no_package(case: &Case, figures: &mut Figures) -> Sentence {
    if let Some(gain) = &case.advice.undone {
        let gain = difference(figures, "undone.gain", gain, "actions");
        return say("review-undone").figure("gain", gain.clone(), Style::Signed).range("range", gain);
    }
    if let Some(gain) = &case.advice.slight {
        let gain = difference(figures, "package.gain", gain, "counter-design");
        return say("review-slight").figure("gain", gain.clone(), Style::Signed).range("range", gain);
    }
    let apart = case.advice.all().filter(|(_, tested)| tested.shown() == Shown::Helps).count();
    if apart == 0 {
        return say("review-nothing-helps");
    }
    let count = figures.bare("verdict.apart", Form::Count, apart as f64, Source::Formula);
    say("review-helps-apart").figure("count", count, Style::Plural)
}

fn changes(case: &Case, ruling: &Ruling, findings: &[Finding], figures: &mut Figures) -> Vec<Sentence> {
    let mut list: Vec<Sentence> = without_it(ruling, figures).into_iter().collect();
    if let (Some(package), Some(counter)) = (&case.advice.package, &ruling.counter) {
        let gain = difference(figures, "package.gain", &package.effect, "counter-design");
        let chance = chance(figures, "verdict.counter", counter, "counter-design");
        // What is not recommended is not called so.
        let key = match counter.low.get() < EVEN {
            true => "review-best-package",
            false => "review-counter-design",
        };
        let sentence = Sentence::new(key).figure("gain", gain.clone(), Style::Signed).range("range", gain);
        let before = before(case, package, ruling.goal, figures);
        list.push(sentence.figure("chance", chance, Style::Chance).figure("before", before, Style::Chance));
        list.extend(recommended::still_loses(case, package, figures));
        list.extend(goals_lost::cost_of_changes(case, package, figures));
        list.extend(goals_lost::still_missed(case, package));
    } else {
        list.push(no_package(case, figures));
    }
    list.extend(accounting::hangs_on(case, &ruling.proposal, figures));
    let decided = matches!(ruling.ground, Ground::Sure | Ground::Undone | Ground::Neither);
    list.extend(learn::to_learn(case, decided, figures));
    let mut told: Vec<&Sentence> = Vec::new();
    for finding in findings {
        let key = match (finding.severity, is_there_today(case, finding)) {
            (Severity::Critical, false) => "review-critical-point",
            (Severity::Critical, true) => "review-critical-today",
            _ if !DISQUALIFYING.contains(&finding.code) => continue,
            (_, false) => "review-loophole",
            (_, true) => "review-loophole-today",
        };
        if !told.contains(&&finding.title) {
            told.push(&finding.title);
            list.push(Sentence::new(key).with("title", said(finding.title.clone())));
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Share;

    /// The addition that the verdict waits for is told with what it would reach.
    #[test]
    fn an_addition_that_would_be_enough_is_named() {
        let chance = |share: f64| {
            let [share, mc_error] = [share, 0.0].map(Share::new);
            Probability { share, mc_error, low: share, high: share }
        };
        let ruling = Ruling {
            ground: Ground::Addition,
            proposal: chance(0.6),
            counter: None,
            addition: Some((chance(0.9), say("action-train-staff"))),
            alone: None,
            goal: None,
        };
        let mut figures = Figures::default();
        let sentence = with_addition(&ruling, Sentence::new(ruling.ground.message()), &mut figures);
        assert_eq!(sentence.keys(), ["review-rule-addition", "action-train-staff-called"]);
        assert_eq!(figures.find("verdict.addition").map(|(_, figure)| figure.value), Some(0.9));
    }

    /// A chance that is found enough, and at its lowest is not, is told where more is asked for; what is sure, or does not seem enough, is not.
    #[test]
    fn what_may_not_be_enough_is_told() {
        let told = |ground, share: f64, low: f64| {
            let [share, mc_error, low, high] = [share, 0.0, low, 1.0].map(Share::new);
            let proposal = Probability { share, mc_error, low, high };
            let ruling = Ruling { ground, proposal, counter: None, addition: None, alone: None, goal: None };
            let mut figures = Figures::default();
            let said = near(&ruling, &mut figures);
            let low = figures.find("verdict.low").map(|(_, figure)| figure.value);
            said.map(|sentence| (sentence.key, low))
        };
        for ground in [Ground::Addition, Ground::WorthKnowing, Ground::Even] {
            assert_eq!(told(ground, SURE, 0.79), Some(("review-verdict-near".into(), Some(0.79))));
            assert_eq!(told(ground, 0.79, 0.75), None);
            assert_eq!(told(ground, 0.9, SURE), None);
        }
        for ground in
            [Ground::Sure, Ground::Misses, Ground::CounterSure, Ground::CounterEven, Ground::Neither]
        {
            assert_eq!(told(ground, SURE, 0.79), None);
        }
    }
}
