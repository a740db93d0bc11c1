//! `calibrate` with what customers and leavers say.

use super::calibrate::{design, plain};
use super::calibrate_workbook::texts;
use super::workbooks::workbook;
use super::{INPUT, assert_fails, assert_succeeds, run, stdout};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Answers of all customers of the log: every second recommends, every tenth does not.
fn survey(named: bool) -> String {
    let mut text = String::from(if named { "client,score\n" } else { "score\n" });
    for customer in 0..120 {
        let score = match customer % 10 {
            0 => 3,
            even if even % 2 == 0 => 10,
            _ => 8,
        };
        let who = if named { format!("K{customer:03},") } else { String::new() };
        writeln!(text, "{who}{score}").unwrap();
    }
    text
}

fn calibrated(home: &Path, extra: &[&str]) -> String {
    fs::write(home.join("sales.csv"), plain()).unwrap();
    let arguments = [&["calibrate", "sales.csv", "--out", "shop.toml", "--force"], extra].concat();
    let output = run(home, &arguments);
    assert_succeeds(&output);
    assert_succeeds(&run(home, &["run", "shop.toml", "-t", "4", "-c", "200", "-q"]));
    stdout(&output)
}

/// 40 % promoters less 10 % detractors of 120: 30 ± 5.8 points.
#[test]
fn a_survey_gives_the_score() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("nps.csv"), survey(false)).unwrap();
    let told = calibrated(home.path(), &["--survey", "nps.csv"]);
    let text = design(home.path(), "shop.toml");
    assert!(text.contains("nps = { normal = [30, 5.845], basis = \"measured\""), "{text}");
    assert!(told.contains("120 answers give a net promoter score of 30.0 points"), "{told}");
    assert!(!told.contains("Net promoter score: a survey of customers"), "{told}");
    assert!(design(home.path(), "shop-calibration.html").contains("What customers say"));
}

/// Named answers are told by group, none of which needs more than it has; nobody's name goes anywhere.
#[test]
fn too_small_groups_are_not_told_apart() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("nps.csv"), survey(true)).unwrap();
    let told = calibrated(home.path(), &["--survey", "nps.csv", "--lang", "ru"]);
    let text = design(home.path(), "shop.toml");
    let scores = text.lines().filter(|line| line.starts_with("nps = ")).count();
    // groups of this shop have fewer than 30 customers
    assert_eq!(scores, 1, "{text}");
    assert!(told.contains("По группам NPS не посчитан") && !told.contains("K001"), "{told}");
}

/// Reasons become causes with their errors; what nobody can know is asked for.
#[test]
fn reasons_become_causes() {
    let home = tempfile::tempdir().unwrap();
    let rows = [["Дорого", "50"], ["Хамство", "30"], ["Нет парковки", "20"]];
    let table: Vec<_> = [["Причина ухода", "Клиентов"]].iter().chain(&rows).map(|row| texts(row)).collect();
    fs::write(home.path().join("left.xlsx"), workbook(&[("Лист1", table)])).unwrap();
    fs::write(home.path().join("sales.csv"), plain()).unwrap();
    let refused =
        run(home.path(), &["calibrate", "sales.csv", "--reasons", "left.xlsx", "--out", "shop.toml"]);
    assert_fails(&refused, INPUT, &["Нет парковки", "--causes"]);
    assert!(!home.path().join("shop.toml").exists());
    fs::write(home.path().join("causes.csv"), "reason,cause\nнет парковки,parking\n").unwrap();
    let told = calibrated(home.path(), &["--reasons", "left.xlsx", "--causes", "causes.csv"]);
    let text = design(home.path(), "shop.toml");
    let causes = text.lines().find(|line| line.starts_with("causes = ")).unwrap();
    for part in [
        "price = { normal = [0.4975, 0.04939] }",
        "staff_attitude = { normal = [0.3005,",
        "parking = { normal = [0.202,",
    ] {
        assert!(causes.contains(part), "{causes}");
    }
    assert!(!text.contains("preset") && told.contains("Дорого"), "{told}");
}
