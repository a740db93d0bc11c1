//! Whole designs: the one with every key, and what becomes of it when it is broken.

use super::*;

/// Every key of the format once.
pub const FULL: &str = include_str!("../../tests/designs/full.toml");

#[test]
fn a_design_with_every_key_is_read() {
    let design = Design::parse(FULL).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(design.segments.len(), 3);
    assert_eq!(design.causes.len(), 4);
    let program = design.program.as_ref().unwrap();
    assert_eq!((program.launch, program.stop, program.elements.len()), (2, Some(33), ElementKind::ALL.len()));
    assert_eq!(
        design.numbers[design.business.staying.number()].distribution,
        Distribution::Normal { mean: 0.76, sd: 0.03 }
    );
    assert_eq!(design.hash.len(), 64);
}

#[test]
fn what_a_segment_leaves_open_is_the_number_of_the_business() {
    let design = Design::parse(&FULL.replace("monthly_churn = {", "# {")).unwrap();
    let (own, open) = (&design.segments[0], &design.segments[1]);
    assert_eq!(open.gross_margin, design.business.gross_margin);
    assert_eq!(open.staying, design.business.staying);
    assert_ne!(own.staying, design.business.staying);
    assert_eq!(open.nps, design.business.nps);
    assert_ne!(own.gross_margin, design.business.gross_margin);
}

/// Every key of a program that runs already, and of changes of it.
const TODAY: &str = include_str!("../../tests/designs/today.toml");

/// What the reader does not ask for it refuses, so whatever stands in this file is read.
#[test]
fn the_design_with_every_key_has_every_key() {
    let [design, changed]: [toml::Table; 2] = [FULL, TODAY].map(|text| toml::from_str(text).unwrap());
    Design::parse(TODAY).unwrap_or_else(|problems| panic!("{problems}"));
    // each of these stands in the place of another one
    let either = [
        "churn.preset",
        "business.monthly_churn",
        "brands.penetration",
        "program.tiers[].steps[].purchases_per_year",
        "program.tiers[].steps[].points_per_year",
    ];
    for key in Catalogue::get().keys().iter().filter(|key| !either.contains(&key.path.as_str())) {
        let steps: Vec<&str> = key.path.split('.').collect();
        let is_there = [&design, &changed].map(|design| holds(&toml::Value::Table(design.clone()), &steps));
        assert!(is_there.contains(&true), "{} is neither in full.toml nor in today.toml", key.path);
    }
    Design::parse(&FULL.replace("causes = {", "preset = \"keaveney\"\n# causes = {")).unwrap_err();
    assert!(Design::parse(&starter("s").replace("causes = {", "preset = \"keaveney\" # {")).is_ok());
}

/// Whether `value` has a value at the path, in any of its lists and under any `*`.
fn holds(value: &toml::Value, steps: &[&str]) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    let (name, table) = (step.trim_end_matches("[]"), value.as_table());
    let found =
        table.into_iter().flatten().filter(|(key, _)| name == "*" || *key == name).map(|(_, value)| value);
    found.into_iter().any(|value| match value.as_array() {
        Some(items) if step.ends_with("[]") => items.iter().any(|item| holds(item, rest)),
        _ => holds(value, rest),
    })
}

/// Of all that costs money only what also draws customers is a lever; the rest is best at its least, whatever the element.
#[test]
fn what_only_costs_money_is_no_lever() {
    let warned = |path: &str| {
        let lever = format!("[[optimise.lever]]\npath = \"{path}\"\nlow = 0\nhigh = 1\n");
        let text = format!("{}\n[optimise]\nobjectives = [\"npv\"]\n{lever}", starter("s"));
        let design = Design::parse(&text).unwrap_or_else(|problems| panic!("{problems}"));
        design.warnings.iter().any(|warning| warning.what.key == "check-lever-cost")
    };
    let draws = ["reward", "friend_reward", "cost_per_gift", "prize_cost", "gift"];
    for key in Catalogue::get().keys().iter().filter(|key| key.cost.is_some()) {
        let path = key.path.replace("*[]", "club[0]").replace("[]", "[0]");
        assert_eq!(warned(&path), !draws.contains(&key.name()), "{path}");
    }
    assert!(!warned("program.points.earn") && warned("program.points.cost_share"));
}

/// The starter design has no warnings; each line replaced gives the one named.
#[test]
fn unwise_designs_are_warned_about() {
    for (line, instead, code) in [
        ("expiry_months = 18", "redeem_chance = 0.05\nexpiry_months = 18", "design::breakage"),
        ("launch = \"2026-04\"", "launch = \"2028-06\"", "design::short"),
        (
            "{ low = 0.45, mode = 0.55, high = 0.65, basis",
            "{ low = 0.2, mode = 0.3, high = 0.4, basis",
            "design::no_gain",
        ),
    ] {
        let text = starter("s");
        assert!(text.contains(line), "{line}");
        let design = Design::parse(&text.replacen(line, instead, 1)).unwrap_or_else(|p| panic!("{p}"));
        assert!(
            design.warnings.iter().any(|warning| warning.code() == code),
            "{code}: {:?}",
            design.warnings
        );
    }
}
