//! `check`: all problems of all designs, each with its line, what was found, what is allowed and a remedy.

use super::{INPUT, assert_fails, assert_succeeds, changed_shop, loyalsim, run, stderr, stdout};
use std::fs;

/// One fault in the starter design, and what must be said about it.
const FAULTS: [(&str, &str, &[&str]); 19] = [
    ("annual_retention = {", "annual_retention = nan #", &["annual_retention", "nan"]),
    ("nps = 22", "nps = inf", &["business.nps", "inf", "-90 to 90"]),
    ("setup_cost = 40_000", "setup_cost = -1", &["program.setup_cost", "-1", "0"]),
    ("share = 0.4", "share = 0.5", &["add up to 1.1"]),
    ("low = 10, mode = 18", "low = 19, mode = 18", &["business.acquisition_cost"]),
    ("gross_margin = 0.32", "gros_margin = 0.32", &["gros_margin", "gross_margin"]),
    ("gross_margin = 0.32", "gross_margin = 32", &["business.gross_margin", "32"]),
    ("name = \"occasional\"", "name = \"regulars\"", &["regulars", "twice"]),
    ("horizon_months = 36", "horizon_months = 0", &["horizon_months", "12 to 120"]),
    ("horizon_months = 36", "horizon_months = 24", &["by", "2028-12", "2027-12"]),
    ("launch = \"2026-04\"", "launch = \"2025-04\"", &["program.launch", "2025-04"]),
    ("launch = \"2026-04\"", "launch = \"April\"", &["program.launch", "April", "2026-03"]),
    ("title = \"shop\"", "title = shop", &["TOML", ":17:"]),
    ("metric = \"net_effect\"", "metric = \"profit\"", &["metric", "profit", "net_effect"]),
    ("[[program.points]]", "[[program.pionts]]", &["pionts", "points"]),
    ("currency = \"EUR\"", "", &["currency", "missing"]),
    ("customers = 50_000", "customers = \"many\"", &["business.customers", "many"]),
    ("months = [1, 7]", "months = [1, 13]", &["13"]),
    ("opens_until = \"2027-12\"", "opens_until = \"2026-01\"", &["opens_until", "2026-01"]),
];

#[test]
fn every_fault_is_named_with_its_place_and_a_remedy() {
    for (from, to, words) in FAULTS {
        let home = changed_shop(from, to);
        let output = run(home.path(), &["check", "shop.toml"]);
        assert_fails(&output, INPUT, words);
        assert!(stderr(&output).contains("shop.toml:"), "{to}: no line in\n{}", stderr(&output));
        assert!(!stderr(&output).contains('\u{1b}'), "colours outside a terminal:\n{}", stderr(&output));
    }
}

#[test]
fn run_and_explain_refuse_the_same_designs() {
    let home = changed_shop("gross_margin = 0.32", "gross_margin = 32");
    for command in ["run", "explain"] {
        assert_fails(&run(home.path(), &[command, "shop.toml"]), INPUT, &["business.gross_margin"]);
    }
}

#[test]
fn all_faults_are_reported_at_once() {
    let home = changed_shop("gross_margin = 0.32", "gross_margin = 32\ncost_of_kapital = 3");
    let output = run(home.path(), &["check", "shop.toml"]);
    assert_fails(&output, INPUT, &["gross_margin", "cost_of_kapital", "2 problems"]);
}

#[test]
fn a_program_without_elements_does_nothing() {
    let home = super::shop();
    let file = home.path().join("shop.toml");
    let text = fs::read_to_string(&file).unwrap();
    let (head, rest) = text.split_once("[[program.points]]").unwrap();
    let (_, goals) = rest.split_once("# What the program is for").unwrap();
    fs::write(&file, format!("{head}\n#{goals}")).unwrap();
    assert_fails(&run(home.path(), &["check", "shop.toml"]), INPUT, &["no elements", "program"]);
}

#[test]
fn one_wrong_design_among_good_ones_fails_the_check() {
    let home = super::shop();
    fs::write(home.path().join("wrong.toml"), "title = 3").unwrap();
    let output = run(home.path(), &["check", "wrong.toml", "shop.toml", "none.toml"]);
    assert_fails(&output, INPUT, &["wrong.toml:1", "no file none.toml"]);
    assert!(stdout(&output).contains("shop.toml: can be run"), "{}", stdout(&output));
}

#[test]
fn the_standard_input_is_a_design_too() {
    let home = super::shop();
    let text = fs::read_to_string(home.path().join("shop.toml")).unwrap();
    let output = loyalsim(home.path()).args(["check", "-"]).write_stdin(text).output().unwrap();
    assert_succeeds(&output);
    assert!(stdout(&output).starts_with("standard input: can be run"));
}

#[test]
fn what_cannot_be_optimised_fails_the_check_with_its_line() {
    const TASK: &str = "
[optimise]
objectives = [\"npv\"]
[[optimise.lever]]
path = \"program.cost_per_month\"
low = 0
high = 9000
[[optimise.constraint]]
measure = \"nps\"
at_least = 20
";
    let home = super::shop();
    let file = home.path().join("shop.toml");
    let text = fs::read_to_string(&file).unwrap();
    let lines = text.lines().count();
    let check = |task: &str| {
        fs::write(&file, text.clone() + task).unwrap();
        run(home.path(), &["check", "shop.toml"])
    };
    assert_succeeds(&check(TASK));
    let lever = check(&TASK.replace("cost_per_month", "cost_per_mnth"));
    let line = format!("line {}", lines + 6);
    assert_fails(&lever, INPUT, &["optimise.lever[0]", "did you mean `program.cost_per_month`", &line]);
    let clash = format!("{TASK}[[optimise.constraint]]\nmeasure = \"nps\"\nat_most = 10\n");
    assert_fails(&check(&clash), INPUT, &["contradict each other", &format!("line {}", lines + 13)]);
    assert_fails(&check(&TASK.replace("\"nps\"", "\"npz\"")), INPUT, &["optimise.constraint[0]", "measure"]);
}
