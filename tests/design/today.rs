//! What changes whatever is proposed, customers who move between plans and elements of today's program: what is refused and what is asked about.

use crate::FULL;
use loyalsim::design::Design;
use loyalsim::words::{Language, Words};

/// Bills that double within a few years, or halve, are asked about; so is a step that nobody takes.
#[test]
fn moves_between_plans_beyond_belief_are_warned_about() {
    let about = |moves: &str| -> Vec<String> {
        let (head, tail) = FULL.split_once("upgrades = { low").unwrap();
        let (_, tail) = tail.split_once("[churn]").unwrap();
        let design = Design::parse(&format!("{head}{moves}\n[churn]{tail}")).unwrap();
        let plans = |code: &String| ["design::plans", "design::no_moves"].contains(&code.as_str());
        for words in Language::ALL.map(Words::new) {
            let told = design.warnings.iter().map(|warning| words.warning(warning));
            told.for_each(|told| assert!(!told.contains("{$"), "{told}"));
        }
        design.warnings.iter().map(|warning| warning.code()).filter(plans).collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(about("upgrades = 0.15\ndowngrades = 0.1"), none);
    assert_eq!(about("upgrades = 0.5\ndowngrades = 0.1\nplan_step = 1"), ["design::plans"]);
    assert_eq!(about("downgrades = 1\nplan_step = 1\nplans_change = \"any_month\""), ["design::plans"]);
    assert_eq!(about("plan_step = 0.5"), ["design::no_moves"]);
}

/// The grocers' card of today: one partner from August on, another until then.
fn grocers(program: &str) -> String {
    let text = include_str!("../../scenarios/grocery-anchor.toml");
    let (head, tail) = text.split_once("[[today.partner]]").unwrap();
    let (_, goal) = tail.split_once("[[goal]]").unwrap();
    let partners = "[[today.partner]]\nfrom = \"2022-08\"\n\n[[today.partner]]\nuntil = \"2022-08\"\n";
    format!(
        "{head}{partners}\n[program]\nchanges = \"today\"\nlaunch = \"2022-10\"\n{program}\n[[goal]]{goal}"
    )
}

/// What today's program says of itself holds where a proposal amends it: who has left by the launch is no part of it, who comes later is.
#[test]
fn todays_elements_go_on_in_their_own_months() {
    let design = Design::parse(&grocers("[[program.points]]\nearn = 0.02\n")).unwrap();
    let elements = design.program.unwrap().elements;
    let months: Vec<_> = elements.iter().map(|e| (e.path.as_str(), e.from, e.until)).collect();
    assert_eq!(months, [("program.points[0]", 9, 36), ("today.partner[0]", 9, 36)]);
    let later = grocers("").replace("2022-08", "2022-12");
    let elements = Design::parse(&later).unwrap().program.unwrap().elements;
    let months: Vec<_> = elements.iter().map(|e| (e.path.as_str(), e.from, e.until)).collect();
    let expected = [("today.points[0]", 9, 36), ("today.partner[0]", 11, 36), ("today.partner[1]", 9, 11)];
    assert_eq!(months, expected);
}

/// What has ended cannot be changed.
#[test]
fn what_has_ended_by_the_launch_is_not_amended() {
    let amends = "[[program.partner]]\nearned_elsewhere = 0.5\n";
    assert!(Design::parse(&grocers(amends)).is_ok());
    let swapped = grocers(amends).replace("from = \"2022-08\"", "until = \"2022-08\"");
    let swapped = swapped.replacen(
        "\n[[today.partner]]\nuntil = \"2022-08\"\n\n[program]",
        "\n[[today.partner]]\nfrom = \"2022-08\"\n\n[program]",
        1,
    );
    let problems = Design::parse(&swapped).expect_err("the anchor has left");
    assert_eq!(problems.count(), 1, "{problems}");
    for words in Language::ALL.map(Words::new) {
        let (what, remedy) = words.problem(problems.iter().next().unwrap());
        assert!(what.contains("today.partner[0]") && remedy.contains("[today]"), "{what}: {remedy}");
    }
}
