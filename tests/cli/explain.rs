//! `explain` and `schema`: what is in force, and what may be written.

use super::{assert_succeeds, run, stdout};
use serde_json::Value;

#[test]
fn every_number_has_a_basis_and_a_source() {
    let home = super::shop();
    let output = run(home.path(), &["explain", "shop.toml", "--format", "json"]);
    assert_succeeds(&output);
    let numbers: Vec<Value> = serde_json::from_str(&stdout(&output)).unwrap();
    assert!(numbers.len() > 100, "{} numbers", numbers.len());
    for number in &numbers {
        let basis = number["basis"].as_str().unwrap();
        assert!(["measured", "published", "folk", "assumed"].contains(&basis), "{number}");
        assert!(!number["source"].as_str().unwrap().trim().is_empty(), "{number}");
    }
}

#[test]
fn csv_and_json_list_the_same_numbers() {
    let home = super::shop();
    let list = |format| stdout(&run(home.path(), &["explain", "shop.toml", "--format", format]));
    let json: Vec<Value> = serde_json::from_str(&list("json")).unwrap();
    let table = list("csv");
    let rows: Vec<_> =
        csv::Reader::from_reader(table.as_bytes()).into_records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), json.len());
    for (row, number) in rows.iter().zip(&json) {
        assert_eq!(&row[0], number["path"].as_str().unwrap());
    }
}

#[test]
fn numbers_of_the_design_and_defaults_are_told_apart() {
    let home = super::shop();
    let text = stdout(&run(home.path(), &["explain", "shop.toml"]));
    let margin = text.lines().find(|line| line.contains("business.gross_margin")).unwrap();
    assert!(margin.contains("0.32") && margin.ends_with("design"), "{margin}");
    let needs = text.lines().find(|line| line.contains("needs_change")).unwrap();
    assert!(needs.ends_with("default"), "{needs}");
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let home = super::shop();
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
        .args(["explain", "shop.toml"])
        .current_dir(home.path())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_succeeds(&output);
    assert_eq!(super::stderr(&output), "");
}

#[test]
fn the_schema_accepts_the_starter_design() {
    let home = super::shop();
    let schema: Value = serde_json::from_str(&stdout(&run(home.path(), &["schema"]))).unwrap();
    let text = std::fs::read_to_string(home.path().join("shop.toml")).unwrap();
    let design: Value = serde_json::to_value(toml::from_str::<toml::Value>(&text).unwrap()).unwrap();
    let problems: Vec<_> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&design).map(|e| e.to_string()).collect();
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn the_reference_names_every_table() {
    let home = super::shop();
    let text = stdout(&run(home.path(), &["schema", "--format", "md"]));
    for table in ["business", "segment", "churn", "service", "rival", "program", "goal"] {
        assert!(text.contains(table), "{table}");
    }
}
