//! `calibrate` where the log has what was taken off each receipt.

use super::calibrate::{design, purchases};
use super::{assert_succeeds, run, stdout};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Months with a fifth off, of the first year and of the second.
const SALES: [[u32; 5]; 2] = [[1, 4, 5, 8, 10], [2, 3, 6, 9, 11]];

/// The log with a column of discounts, as they are written.
fn log(written: impl Fn(f64) -> String) -> String {
    let mut text = "customer_id,date,amount,discount\n".to_owned();
    for (who, year, month, day, paid) in purchases() {
        let off = if SALES[(year - 2023) as usize].contains(&month) { written(paid) } else { String::new() };
        writeln!(text, "{who},{year}-{month:02}-{day:02},{paid:.1},{off}").unwrap();
    }
    text
}

fn calibrated(home: &Path, log: &str, language: &str) -> String {
    fs::write(home.join("sales.csv"), log).unwrap();
    let words = ["calibrate", "sales.csv", "--out", "shop.toml", "--force", "--lang", language];
    let done = run(home, &words);
    assert_succeeds(&done);
    stdout(&done)
}

fn response(home: &Path) -> Option<String> {
    let text = design(home, "shop.toml");
    text.lines().find(|line| line.starts_with("price_response = ")).map(str::to_owned)
}

/// Money and percentages come to the same: a response that the design has as measured, told on the page and for programs as what it is.
#[test]
fn a_response_is_measured_and_no_trial() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let said = calibrated(home, &log(|paid| format!("{:.3}", 0.25 * paid)), "en");
    assert!(
        said.contains("THE RESPONSE TO DISCOUNTS") && said.contains("This is no randomised trial"),
        "{said}"
    );
    let money = response(home).unwrap();
    assert!(money.contains("basis = \"measured\"") && money.contains("no trial"), "{money}");
    let json: serde_json::Value = serde_json::from_str(&design(home, "shop-discounts.json")).unwrap();
    assert_eq!((&json["randomised"], &json["why_not"]), (&false.into(), &serde_json::Value::Null));
    assert!((json["discounts"][1].as_f64().unwrap() - 0.2).abs() < 1e-9, "{json}");
    // purchases follow a rhythm of their own, whatever is given
    let [low, high] = ["low", "high"].map(|key| json["price_response"][key].as_f64().unwrap());
    assert!(low < 0.0 && high > 0.0, "{json}");
    assert_succeeds(&run(home, &["check", "shop.toml"]));
    calibrated(home, &log(|_| "20 %".to_owned()), "en");
    assert_eq!(response(home), Some(money));
    calibrated(home, &log(|_| "-20%".to_owned()), "ru");
    let page = design(home, "shop-calibration.html").replace('\u{a0}', " ");
    assert!(page.contains("Реакция на скидки"), "{page}");
}

/// Where it is not told, the number stays at its default, and design and page say why, with the line, and what would teach it.
#[test]
fn what_the_column_does_not_tell_stays_assumed() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let said = calibrated(home, &log(|_| "20".to_owned()), "en");
    assert_eq!(response(home), None);
    let text = design(home, "shop.toml");
    let comment: String =
        text.lines().filter_map(|line| line.strip_prefix("# ")).collect::<Vec<_>>().join(" ");
    for says in ["whether 20 in line 2 is money or a percentage", "10.00", "stays as assumed"] {
        assert!(said.contains(says) && comment.contains(says), "{says}: {said} {comment}");
    }
    assert!(design(home, "shop-discounts.json").contains("\"why_not\": \"perhaps_percentages\""));
    // without such a column nothing is said, and no file is written
    fs::remove_file(home.join("shop-discounts.json")).unwrap();
    let plain = log(|_| String::new()).replace(",discount", ",comment");
    assert!(!calibrated(home, &plain, "en").contains("RESPONSE TO DISCOUNTS"));
    assert!(!home.join("shop-discounts.json").exists());
}

/// What discounts and what messages of the past tell stands in one table of a design that can be run.
#[test]
fn discounts_and_messages_share_a_table() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    fs::write(home.join("sales.csv"), log(|paid| format!("{:.3}", 0.25 * paid))).unwrap();
    fs::write(home.join("letters.csv"), super::calibrate_experiment::letters()).unwrap();
    let asked = ["--experiment", "letters.csv", "--experiment-days", "14", "--experiment-messages", "1"];
    assert_succeeds(&run(home, &[&["calibrate", "sales.csv", "--out", "shop.toml"][..], &asked].concat()));
    let text = design(home, "shop.toml");
    let tables = text.lines().filter(|line| *line == "[behaviour]").count();
    assert_eq!(
        (tables, response(home).is_some(), text.contains("\nmessage_lift = ")),
        (1, true, true),
        "{text}"
    );
    assert_succeeds(&run(home, &["check", "shop.toml"]));
}
