//! `refit` of designs that know more than purchases: a program that runs already, surveys that come and go, cohorts under contract.

use super::calibrate::{design, plain};
use super::calibrate_today::with_points;
use super::{INPUT, assert_fails, assert_succeeds, run, stdout};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Rows of a log with its head, up to the end of a day.
fn until(log: &str, day: &str) -> String {
    let of_day = |row: &&str| row.split(',').nth(1).is_some_and(|date| date == "date" || date <= day);
    log.lines().filter(of_day).map(|row| format!("{row}\n")).collect()
}

fn change(home: &Path, file: &str, from: &str, to: &str) {
    let text = design(home, file);
    assert!(text.contains(from), "{text}");
    fs::write(home.join(file), text.replacen(from, to, 1)).unwrap();
}

/// The line of a design that begins so.
fn line(text: &str, begins: &str) -> String {
    text.lines()
        .find(|line| line.starts_with(begins))
        .unwrap_or_else(|| panic!("{begins}: {text}"))
        .to_owned()
}

#[test]
fn todays_program_is_fitted_again() {
    let home = tempfile::tempdir().unwrap();
    let log = with_points("2023-06-01").0;
    fs::write(home.path().join("old.csv"), until(&log, "2023-12-31")).unwrap();
    fs::write(home.path().join("now.csv"), until(&log, "2024-04-30")).unwrap();
    assert_succeeds(&run(home.path(), &["calibrate", "old.csv", "--out", "shop.toml", "-q"]));
    let before = design(home.path(), "shop.toml");
    let minimum = line(&before, "minimum_to_redeem");
    change(home.path(), "shop.toml", &minimum, "minimum_to_redeem = 60");
    let refit = ["refit", "shop.toml", "now.csv", "--no-pdf", "--until", "2024-04-30"];
    let done = run(home.path(), &refit);
    assert_succeeds(&done);
    assert!(stdout(&done).contains("Today’s program is among what was fitted again"), "{}", stdout(&done));
    let now = design(home.path(), "shop-2024-04.toml");
    for key in ["points_outstanding", "redeem_chance"] {
        assert_ne!(line(&before, key), line(&now, key), "{now}");
    }
    assert!(now.contains("minimum_to_redeem = 60") && now.contains("launched = \"2023-06\""), "{now}");
    assert_succeeds(&run(home.path(), &["check", "shop-2024-04.toml"]));
}

/// The shop has had no program; at the next look its log has points.
#[test]
fn a_program_that_has_begun_since_comes_into_the_design() {
    let home = tempfile::tempdir().unwrap();
    let log = with_points("2024-01-15").0;
    fs::write(home.path().join("old.csv"), until(&plain(), "2023-12-31")).unwrap();
    fs::write(home.path().join("now.csv"), until(&log, "2024-07-31")).unwrap();
    assert_succeeds(&run(home.path(), &["calibrate", "old.csv", "--out", "shop.toml", "-q"]));
    assert!(!design(home.path(), "shop.toml").contains("\n[today]"));
    let refit = ["refit", "shop.toml", "now.csv", "--no-pdf", "--until", "2024-07-31"];
    assert_succeeds(&run(home.path(), &refit));
    let now = design(home.path(), "shop-2024-07.toml");
    for key in ["[today]", "launched = \"2024-01\"", "[[today.points]]", "points_outstanding = "] {
        assert!(now.contains(key), "{key}: {now}");
    }
    assert_succeeds(&run(home.path(), &["check", "shop-2024-07.toml"]));
}

/// Asked at first, then not, then again: the score stays meanwhile, which is said, and is the new one in the end. So are reasons.
#[test]
fn a_survey_that_comes_again_is_used() {
    let home = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| fs::write(home.path().join(name), text).unwrap();
    for (name, day) in [("old.csv", "2023-12-31"), ("spring.csv", "2024-04-30"), ("now.csv", "2024-08-31")] {
        write(name, until(&plain(), day));
    }
    write("nps.csv", format!("score\n{}", "9\n8\n3\n".repeat(20)));
    write("later.csv", format!("score\n{}", "10\n9\n8\n".repeat(20)));
    write("left.csv", "reason,count\nprice,60\nquality,40\n".into());
    write("left-later.csv", "reason,count\nprice,20\nquality,80\n".into());
    let asked = ["--survey", "nps.csv", "--reasons", "left.csv", "-q"];
    assert_succeeds(&run(
        home.path(),
        &[&["calibrate", "old.csv", "--out", "shop.toml"], &asked[..]].concat(),
    ));
    let first = run(home.path(), &["refit", "shop.toml", "spring.csv", "--no-pdf", "--until", "2024-04-30"]);
    assert_succeeds(&first);
    assert!(stdout(&first).contains("Survey: nps.csv of the last fit: no new one is given"), "{first:?}");
    let told = |file: &str| ["nps = ", "causes = "].map(|key| line(&design(home.path(), file), key));
    assert_eq!(told("shop.toml"), told("shop-2024-04.toml"));
    let again = ["refit", "shop-2024-04.toml", "now.csv", "--no-pdf", "--until", "2024-08-31"];
    let asked = ["--survey", "later.csv", "--reasons", "left-later.csv"];
    let second = run(home.path(), &[&again[..], &asked].concat());
    assert_succeeds(&second);
    assert!(stdout(&second).contains("Survey: later.csv has changed since the last fit"), "{second:?}");
    assert!(!stdout(&second).contains("changed by hand since"), "{second:?}");
    let [nps, causes] = told("shop-2024-08.toml");
    assert!(
        nps.contains("normal = [66.67") && causes.contains("quality = { normal = [0.79"),
        "{nps} {causes}"
    );
}

/// A table of monthly cohorts as it is known after so many months.
fn cohorts(months: usize) -> String {
    let mut text = String::from("cohort");
    (0..months).for_each(|k| write!(text, ";{k}").unwrap());
    for begun in 0..months {
        write!(text, "\n{}-{:02}", 2024 + begun / 12, begun % 12 + 1).unwrap();
        for k in 0..months - begun {
            write!(text, ";{}", (900.0 * (1.0 + 0.11 * k as f64).powf(-0.7)) as u64).unwrap();
        }
    }
    text + "\n"
}

#[test]
fn a_table_of_cohorts_is_held_against_a_newer_one() {
    let home = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| fs::write(home.path().join(name), text).unwrap();
    for (name, months) in [("old.csv", 12), ("now.csv", 15), ("later.csv", 18)] {
        write(name, cohorts(months));
    }
    write("nps.csv", format!("score\n{}", "9\n8\n3\n".repeat(20)));
    assert_succeeds(&run(
        home.path(),
        &["calibrate", "--cohorts", "old.csv", "--out", "gym.toml", "--survey", "nps.csv", "-q"],
    ));
    assert!(line(&design(home.path(), "gym.toml"), "nps = ").contains("normal = [0, "));
    change(home.path(), "gym.toml", "mode = 0.6", "mode = 0.7");
    let done = run(home.path(), &["refit", "gym.toml", "--cohorts", "now.csv", "--no-pdf"]);
    assert_succeeds(&done);
    let told = stdout(&done);
    assert!(told.contains("After 3 months") && told.contains("4 of 4 figures"), "{told}");
    assert!(told.contains("Survey: nps.csv of the last fit"), "{told}");
    let now = design(home.path(), "gym-2025-03.toml");
    for kept in ["mode = 0.7", "start = \"2025-04\"", "now.csv", "normal = [0, "] {
        assert!(now.contains(kept), "{kept}: {now}");
    }
    assert_ne!(line(&now, "customers = "), line(&design(home.path(), "gym.toml"), "customers = "));
    assert_succeeds(&run(home.path(), &["check", "gym-2025-03.toml"]));
    let next = ["refit", "gym-2025-03.toml", "--cohorts", "later.csv", "--no-pdf", "--lang", "ru"];
    let second = run(home.path(), &next);
    assert_succeeds(&second);
    assert!(stdout(&second).contains("За все проверки в интервалы 90 % попало"), "{}", stdout(&second));
    let record: serde_json::Value =
        serde_json::from_str(&design(home.path(), "gym-2025-06-forecast.json")).unwrap();
    assert_eq!(record["scored"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_no_newer_table_is_refused() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("old.csv"), cohorts(12)).unwrap();
    fs::write(home.path().join("sales.csv"), plain()).unwrap();
    let whole = cohorts(15);
    let without = whole
        .lines()
        .filter(|row| !row.starts_with("2024-01"))
        .fold(String::new(), |text, row| text + row + "\n");
    fs::write(home.path().join("without.csv"), without).unwrap();
    fs::write(home.path().join("other.csv"), whole.replace(";900", ";1200")).unwrap();
    assert_succeeds(&run(home.path(), &["calibrate", "--cohorts", "old.csv", "--out", "gym.toml", "-q"]));
    assert_succeeds(&run(home.path(), &["calibrate", "sales.csv", "--out", "shop.toml", "-q"]));
    let before = fs::read_dir(home.path()).unwrap().count();
    for (arguments, says) in [
        (vec!["gym.toml", "--cohorts", "old.csv"], "a period older"),
        (vec!["gym.toml", "--cohorts", "without.csv"], "2024-01"),
        (vec!["gym.toml", "--cohorts", "other.csv"], "the same business"),
        (vec!["gym.toml", "sales.csv"], "--cohorts cohorts-now.xlsx"),
        (vec!["shop.toml", "--cohorts", "old.csv"], "in the place of a table of cohorts"),
        (vec!["gym.toml"], "DATA"),
    ] {
        let all = [vec!["refit"], arguments, vec!["--no-pdf"]].concat();
        assert_fails(&run(home.path(), &all), INPUT, &[says]);
    }
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), before);
}
