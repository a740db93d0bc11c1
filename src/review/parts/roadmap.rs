//! The roadmap: what to do in which month, who does it, what it costs or brings, and which measure proves that it is done.

use super::verdict::{self, Ruling};
use super::{said, table, text_column};
use crate::design::{Design, Edit, Element, Gift, PlanItem, Points};
use crate::review::case::{Case, MAIN, cell, difference, from};
use crate::review::content::{Block, Finding, Recommendation, Remedy, Severity, Shown};
use crate::review::facts::Facts;
use crate::review::figure::Figures;
use crate::review::ground::{EVEN, Ground};
use crate::review::rules::Action;
use crate::review::sentence::{Arg, Style, name, say};
use crate::units::YearMonth;

/// Months before the launch in which numbers are measured and people asked.
const ASK: i32 = -6;
/// In which a pilot of half a year begins.
const TRY: i32 = -7;
/// In which what is missing is written down and decided.
const DECIDE: i32 = -4;
/// In which the rules of the program are changed.
const CHANGE: i32 = -3;
/// In which staff are told and the till is tested.
const TEST: i32 = -1;
/// Months after it in which the first indicators are read.
const READ: i32 = 6;
/// In which the program is judged against the control group.
const JUDGE: i32 = 12;
/// Most organisational steps: the worst findings first.
const MOST: usize = 8;

/// A step before it is a row.
struct Step {
    month: i32,
    what: Arg,
    owner: &'static str,
    cost: Arg,
    proof: Arg,
}

/// The part.
pub fn blocks(case: &Case, ruling: &Ruling, findings: &[Finding], figures: &mut Figures) -> Vec<Block> {
    if ruling.ground == Ground::NoProgram {
        return Vec::new();
    }
    let launches = ruling.ground.recommendation() != Recommendation::Stop;
    let mut steps = if launches { to_launch(case, ruling, findings, figures) } else { instead() };
    // The order of equal months is that of their kinds.
    steps.sort_by_key(|step| step.month);
    let columns = [
        "roadmap-column-month",
        "roadmap-column-action",
        "roadmap-column-owner",
        "roadmap-column-cost",
        "roadmap-column-proof",
    ];
    let rows = steps.into_iter().map(|step| row(case, step)).collect();
    let lead = if launches { say("roadmap-lead") } else { say("roadmap-lead-stop") };
    let responsible = case.design.plan.iter().find(|(item, _)| *item == PlanItem::Responsible);
    let owner = match responsible {
        Some((_, who)) => say("roadmap-owner").text("who", who),
        None => say("roadmap-no-owner"),
    };
    vec![
        Block::Lead(lead),
        Block::Paragraph(vec![owner]),
        table(say("roadmap-table"), columns.map(text_column).to_vec(), rows),
        Block::Note(say("roadmap-note")),
    ]
}

fn to_launch(case: &Case, ruling: &Ruling, findings: &[Finding], figures: &mut Figures) -> Vec<Step> {
    let mut steps: Vec<Step> = measured().into();
    steps.extend(studied(case, ruling, figures));
    steps.extend(tried(ruling));
    steps.extend(before(case, ruling, findings));
    steps.extend(employer(case));
    steps.extend(required(findings));
    steps.extend(changes(case, findings, figures));
    steps.extend(launch(case, ruling));
    steps
}

/// What is not launched needs no owner, pilot or control group; what customers say is worth knowing for whatever comes instead.
fn instead() -> Vec<Step> {
    let [measure, ask] = measured();
    vec![fixed(ASK, "no-launch", "board", "none"), measure, ask]
}

fn row(case: &Case, step: Step) -> Vec<Arg> {
    vec![
        Arg::Month(month(case.design, step.month)),
        step.what,
        name("duty", step.owner),
        step.cost,
        step.proof,
    ]
}

/// A month counted from the launch.
fn month(design: &Design, from_launch: i32) -> YearMonth {
    let launch = design.program.as_ref().map_or(0, |program| program.launch);
    design.month(launch).plus(from_launch)
}

/// A step that every program needs; its messages are called after it.
fn fixed(month: i32, key: &'static str, owner: &'static str, cost: &'static str) -> Step {
    Step { month, what: name("todo", key), owner, cost: name("cost", cost), proof: name("proof", key) }
}

/// What has to be known before anything else.
fn measured() -> [Step; 2] {
    [fixed(ASK, "measure", "analyst", "time"), fixed(ASK, "ask", "analyst", "survey")]
}

/// The study that the verdict waits for.
fn studied(case: &Case, ruling: &Ruling, figures: &mut Figures) -> Option<Step> {
    let study = case.knowing.as_ref().and_then(|known| known.studies.first());
    let study = study.filter(|_| ruling.ground == Ground::WorthKnowing)?;
    let numbers = study.informs.iter().map(|path| name("number", case.design.readable(path)));
    let cost = figures.of("study.cost", study.best.cost, from(MAIN));
    Some(Step {
        month: ASK,
        what: said(say("todo-study").with("numbers", Arg::List(numbers.collect()))),
        owner: "analyst",
        cost: cell(cost, Style::Value),
        proof: name("proof", "study"),
    })
}

/// The addition whose effect the verdict waits for.
fn tried(ruling: &Ruling) -> Option<Step> {
    let (_, what) = ruling.addition.as_ref().filter(|_| ruling.ground == Ground::Addition)?;
    Some(Step {
        month: ASK,
        what: said(say("todo-try").with("what", said(verdict::as_noun(what)))),
        owner: "analyst",
        cost: name("cost", "design"),
        proof: name("proof", "study"),
    })
}

/// Ways to be paid for nothing are closed, whatever it costs in a simulation in which nobody takes them.
fn required(findings: &[Finding]) -> Vec<Step> {
    let remedies = findings.iter().filter_map(|finding| finding.action.as_ref());
    let open = |remedy: &&Remedy| remedy.shown == Shown::Required && !remedy.in_package;
    let mut steps: Vec<Step> = Vec::new();
    for remedy in remedies.filter(open) {
        let what = said(remedy.what.clone());
        if !steps.iter().any(|step| step.what == what) {
            let proof = said(say("roadmap-proof-closed"));
            steps.push(Step { month: CHANGE, what, owner: "legal", cost: name("cost", "none"), proof });
        }
    }
    steps
}

/// What has to be written down and decided before the launch: what the worst findings ask for and no simulation can show.
fn before(case: &Case, ruling: &Ruling, findings: &[Finding]) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut worst: Vec<&Finding> = findings.iter().collect();
    worst.sort_by_key(|finding| finding.severity);
    let mut told: Vec<Arg> = Vec::new();
    for finding in worst {
        let Some(remedy) = finding.action.as_ref().filter(|remedy| remedy.edits.is_empty()) else { continue };
        let what = said(remedy.what.clone());
        // what begins as a pilot need not be told to
        let told_below = remedy.what.key == "action-pilot" && !is_full(ruling);
        if told_below || remedy.what.key == "action-honest-goal" && mended(case, finding) {
            continue;
        }
        // Rules about evidence ask for what the first steps do.
        if told.len() == MOST || told.contains(&what) || finding.code.0.starts_with('V') {
            continue;
        }
        told.push(what.clone());
        let month = match remedy.what.key.as_ref() {
            // it has to be over before the launch
            "action-pilot" => TRY,
            _ if finding.severity == Severity::Critical => DECIDE - 1,
            _ => DECIDE,
        };
        steps.push(Step {
            month,
            what,
            owner: does(&remedy.what.key).unwrap_or_else(|| owner(finding.code.0)),
            cost: name("cost", "time"),
            proof: said(say("roadmap-proof-written")),
        });
    }
    let compared = compared(case.facts, &steps);
    steps.extend(compared);
    steps
}

/// Somebody to compare the program with, where no step asks for it yet.
fn compared(facts: &Facts, steps: &[Step]) -> Option<Step> {
    let key = facts.control_group();
    let asked = |step: &Step| matches!(&step.what, Arg::Said(what) if what.key == key);
    let compares = facts.can_be_tried() && !facts.plans(PlanItem::ControlGroup);
    (compares && !steps.iter().any(asked)).then(|| Step {
        month: DECIDE,
        what: said(say(key)),
        owner: "analyst",
        cost: name("cost", "none"),
        proof: name("proof", "control"),
    })
}

/// The changes of the recommended design, each with what it brings by itself.
fn changes(case: &Case, findings: &[Finding], figures: &mut Figures) -> Vec<Step> {
    let Some(package) = &case.advice.package else { return Vec::new() };
    let remedies = || findings.iter().flat_map(|f| f.action.iter().chain(&f.also).map(move |r| (f, r)));
    let mut steps: Vec<Step> = Vec::new();
    for action in &package.actions {
        let edits: Vec<String> = action.edits.iter().map(|edit| edit.describe()).collect();
        let Some((finding, remedy)) = remedies().find(|(_, remedy)| remedy.edits == edits) else { continue };
        let cost = remedy.effect.clone().map_or_else(
            || name("cost", "none"),
            |id| said(say("roadmap-brings").figure("effect", id, Style::Signed)),
        );
        steps.push(Step {
            month: CHANGE,
            what: said(remedy.what.clone()),
            owner: does(&remedy.what.key).unwrap_or_else(|| owner(finding.code.0)),
            cost,
            proof: said(say("roadmap-proof-changed")),
        });
        steps.extend(dropped(case, action));
    }
    let gain = difference(figures, "package.gain", &package.effect, "counter-design");
    steps.push(Step {
        month: CHANGE,
        what: name("todo", "adopt"),
        owner: "board",
        cost: said(say("roadmap-brings").figure("effect", gain, Style::Signed)),
        proof: name("proof", "adopt"),
    });
    steps
}

/// Elements that a larger change takes out with it: they are named, for somebody has to end them.
fn dropped(case: &Case, action: &Action) -> Vec<Step> {
    let larger = action.message == "action-without-segment";
    let gone = |edit: &Edit| match edit {
        Edit::Remove(path) if larger => case.facts.elements().iter().find(|element| element.path == *path),
        _ => None,
    };
    let step = |element: &Element| Step {
        month: CHANGE,
        what: said(say("roadmap-drop").with("element", name("element", element.called()))),
        owner: "marketing",
        cost: said(say("roadmap-within")),
        proof: said(say("roadmap-proof-changed")),
    };
    action.edits.iter().filter_map(gone).map(step).collect()
}

/// Where buyers gain more by a present than their firm does, it asks first.
fn employer(case: &Case) -> Option<Step> {
    let central = |id| case.facts.central(id);
    let is_bought = |at: usize, element: &Element| {
        let segment = &case.design.segments[at];
        element.is_for(at) && central(segment.personal_benefit_counts) > central(segment.firm_benefit_counts)
    };
    let presents = |element: &&Element| element.is::<Points>() || element.is::<Gift>();
    let mut given = case.facts.elements().iter().filter(presents);
    given
        .any(|element| (0..case.design.segments.len()).any(|at| is_bought(at, element)))
        .then(|| fixed(DECIDE, "employer", "legal", "time"))
}

/// Whether it is launched for all at once.
fn is_full(ruling: &Ruling) -> bool {
    matches!(ruling.ground, Ground::Sure | Ground::Critical | Ground::CounterSure)
}

/// From the last test to the judgement a year later.
fn launch(case: &Case, ruling: &Ruling) -> Vec<Step> {
    let start = if is_full(ruling) || !case.facts.can_be_tried() { "launch" } else { "pilot" };
    let brief = if case.facts.has_members() { "brief" } else { "brief-offer" };
    let mut steps = vec![
        fixed(TEST, brief, "operations", "time"),
        fixed(0, start, "responsible", "design"),
        fixed(READ, "read", "analyst", "time"),
        fixed(JUDGE, "judge", "board", "none"),
    ];
    let goals = case.design.goals.iter().map(|goal| goal.by).max();
    let launch = case.design.program.as_ref().map_or(0, |program| program.launch);
    if let Some(last) = goals.filter(|last| *last > launch + JUDGE as usize) {
        steps.push(fixed((last - launch) as i32, "goals", "board", "none"));
    }
    steps
}

/// Whether the recommended design reaches the goal that a finding is about.
fn mended(case: &Case, finding: &Finding) -> bool {
    let path = finding.path.as_deref().unwrap_or_default();
    let goal = path.strip_prefix("goal[").and_then(|rest| rest.trim_end_matches(']').parse().ok());
    let package = case.advice.package.as_ref();
    package.zip(goal).is_some_and(|(package, goal)| package.chance(Some(goal)).low.get() >= EVEN)
}

/// Who does it, where the action tells more than the rule that asks for it.
fn does(action: &str) -> Option<&'static str> {
    match action {
        "action-control-group"
        | "action-two-waves"
        | "action-pilot"
        | "action-measure"
        | "action-give-ranges" => Some("analyst"),
        "action-split-the-average" => Some("analyst"),
        "action-book-points" | "action-count-costs" => Some("finance"),
        "action-state-goals" | "action-state-price" | "action-honest-goal" | "action-name-somebody" => {
            Some("board")
        }
        "action-train-staff" | "action-recover-complaints" | "action-involve-staff" => Some("operations"),
        "action-write-terms" | "action-ask-consent" | "action-write-partner-terms" => Some("legal"),
        "action-drop-element" | "action-leave-as-today" | "action-end-element" => Some("marketing"),
        "action-scale-discounts" | "action-cheaper-gift" | "action-raise-target" => Some("marketing"),
        "action-without-segment" | "action-ladder-to-offers" | "action-name-rivals" => Some("marketing"),
        _ => None,
    }
}

/// Who does what a rule asks for, by the subject of the rule.
fn owner(code: &str) -> &'static str {
    match code.as_bytes().first() {
        Some(b'E') => "finance",
        Some(b'S' | b'J') => "operations",
        Some(b'M') => "messages",
        Some(b'V') => "analyst",
        Some(b'G') => "responsible",
        _ => "marketing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of fewer than 500 customers a tenth kept apart tells nothing: they come in two waves. What is planned or asked for already is not asked for again.
    #[test]
    fn few_customers_get_no_control_group() {
        let keys = |customers: u32, plan: &str| -> Vec<String> {
            let text = format!(
                "title = 'x'\ncurrency = 'EUR'\nstart = '2026-01'
[business]\ncustomers = {customers}\nnew_customers_per_month = 2\nacquisition_cost = 10\ngross_margin = 0.4\nannual_retention = 0.8
[[segment]]\nname = 'a'\nshare = 1\npurchases_per_year = 12\nbasket = 30
[program]\nlaunch = '2026-01'\nsetup_cost = 0\ncost_per_month = 0\n[[program.points]]\nearn = 0.01\n{plan}"
            );
            let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
            let facts = Facts::new(&design);
            let step = compared(&facts, &[]);
            let again = step.as_ref().and_then(|_| compared(&facts, &[compared(&facts, &[])?]));
            let key = |step: Step| match step.what {
                Arg::Said(what) => what.key.to_string(),
                other => panic!("{other:?}"),
            };
            step.into_iter().chain(again).map(key).collect()
        };
        assert_eq!(keys(499, ""), ["action-two-waves"]);
        assert_eq!(keys(500, ""), ["action-control-group"]);
        assert!(keys(500, "[plan]\ncontrol_group = 'a tenth'\n").is_empty());
    }

    #[test]
    fn every_subject_has_somebody_who_answers_for_it() {
        let known = ["finance", "operations", "messages", "analyst", "responsible", "marketing"];
        for rule in crate::review::rules::RULES {
            assert!(known.contains(&owner(rule.code.0)), "{}", rule.code);
        }
        assert_eq!(["G", "E"].map(owner), ["responsible", "finance"]);
    }
}
