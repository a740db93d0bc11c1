//! `refit`: a longer log shows how a forecast came out, and gives the design new numbers.

use super::calibrate::{design, plain};
use super::{INPUT, RUNTIME, assert_fails, assert_succeeds, run, stdout};
use std::fs;
use std::path::Path;

/// The log up to the end of a day.
fn until(day: &str) -> String {
    let rows = plain();
    let of_day = |row: &&str| row.split(',').nth(1).is_some_and(|date| date == "date" || date <= day);
    rows.lines().filter(of_day).map(|row| format!("{row}\n")).collect()
}

/// A folder with a log until the end of 2023, fitted, and longer ones.
pub fn shop() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("old.csv", until("2023-12-31")),
        ("spring.csv", until("2024-04-30")),
        ("now.csv", until("2024-08-31")),
    ] {
        fs::write(home.path().join(name), text).unwrap();
    }
    fs::write(home.path().join("nps.csv"), format!("score\n{}", "9\n8\n3\n".repeat(20))).unwrap();
    let survey = ["--survey", "nps.csv", "--currency", "USD", "-q"];
    assert_succeeds(&run(
        home.path(),
        &[&["calibrate", "old.csv", "--out", "shop.toml"], &survey[..]].concat(),
    ));
    home
}

fn change(home: &Path, file: &str, from: &str, to: &str) {
    let text = design(home, file);
    assert!(text.contains(from), "{text}");
    fs::write(home.join(file), text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_forecast_is_held_against_what_happened() {
    let home = shop();
    change(home.path(), "shop.toml", "mode = 0.35", "mode = 0.3");
    change(home.path(), "shop.toml", "[churn]", "# as the board sees it\n[churn]");
    let first = run(home.path(), &["refit", "shop.toml", "spring.csv", "--no-pdf", "--until", "2024-04-30"]);
    assert_succeeds(&first);
    let told = stdout(&first);
    assert!(told.contains("From 2023-12-29 to 2024-04-30") && told.contains("of 4"), "{told}");
    assert!(!told.contains("all refits so far"), "{told}");
    assert!(told.contains("Survey: nps.csv of the last fit: no new one is given"), "{told}");
    let text = design(home.path(), "shop-2024-04.toml");
    for kept in ["mode = 0.3,", "# as the board sees it", "start = \"2024-04\"", "spring.csv"] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    assert!(text != design(home.path(), "shop.toml") && !text.contains("old.csv"));
    assert_succeeds(&run(home.path(), &["check", "shop-2024-04.toml"]));
    // a browser that was named and is none is a failure, but everything else is written
    let printed = [
        "refit",
        "shop.toml",
        "spring.csv",
        "--until",
        "2024-04-30",
        "--browser",
        "no-such-browser",
        "-o",
        "printed.toml",
    ];
    assert_fails(&run(home.path(), &printed), RUNTIME, &["no-such-browser"]);
    assert!(
        design(home.path(), "printed-refit.html").contains("<html")
            && design(home.path(), "printed.toml") == text
    );
    // the next refit counts on, in Russian, too; nothing is overwritten unless that is asked for
    assert_fails(&run(home.path(), &["refit", "shop.toml", "spring.csv", "--no-pdf"]), INPUT, &["--force"]);
    // what was not given again is remembered, and known by its bytes
    fs::write(home.path().join("nps.csv"), format!("score\n{}", "10\n9\n3\n".repeat(20))).unwrap();
    let next = ["refit", "shop-2024-04.toml", "now.csv", "--no-pdf", "--until", "2024-08-31", "--lang", "ru"];
    let second = run(home.path(), &[&next[..], &["--survey", "nps.csv"]].concat());
    assert_succeeds(&second);
    assert!(stdout(&second).contains("nps.csv — файл изменился"), "{}", stdout(&second));
    assert!(stdout(&second).contains("за все проверки") && stdout(&second).contains("ПРОГНОЗ И ФАКТ"));
    let record: serde_json::Value =
        serde_json::from_str(&design(home.path(), "shop-2024-08-forecast.json")).unwrap();
    let hash = record["given"][0]["hash"].as_str().unwrap();
    let fitted = record["design"].as_str().unwrap();
    assert!(hash.len() == 64 && fitted.contains(&hash[..16]), "{fitted}");
    let months: Vec<usize> =
        (0..2).map(|at| record["scored"][at]["months"].as_array().unwrap().len()).collect();
    assert_eq!(
        (months, record["promise"]["fitted_until"].as_str().unwrap() > "2024-08-20"),
        (vec![4, 4], true)
    );
    for file in fs::read_dir(home.path()).unwrap().map(|file| file.unwrap().file_name()) {
        let file = file.into_string().unwrap();
        let text = if file.ends_with(".csv") { String::new() } else { design(home.path(), &file) };
        assert!(!text.contains("K000") && !text.contains("K119"), "{file} names customers");
    }
}

/// Each sentence says what to do, and nothing is written.
#[test]
fn what_is_not_a_longer_log_of_the_shop_is_refused() {
    let home = shop();
    let rows = until("2024-08-31");
    let after = |day: &str| -> String {
        let late = |row: &&str| row.split(',').nth(1).is_some_and(|date| date > day);
        rows.lines().filter(late).map(|row| format!("{row}\n")).collect()
    };
    let files = [
        ("new-alone.csv", "customer_id,date,amount\n".to_owned() + &after("2023-12-31")),
        ("half.csv", until("2024-01-15")),
        ("other.csv", rows.lines().step_by(3).map(|row| format!("{row}\n")).collect()),
        ("empty.csv", String::new()),
        ("wrong.json", "{\"format\": 1}".to_owned()),
        ("later.json", "{\"format\": 9}".to_owned()),
    ];
    for (name, text) in &files {
        fs::write(home.path().join(name), text).unwrap();
    }
    let sealed = design(home.path(), "shop-forecast.json");
    fs::write(home.path().join("mended.json"), sealed.replacen("\"customers\": 1", "\"customers\": 2", 1))
        .unwrap();
    let before = fs::read_dir(home.path()).unwrap().count();
    for (arguments, says) in [
        (vec!["new-alone.csv"], "old ones too"),
        (vec!["old.csv"], "whole months"),
        (vec!["half.csv"], "whole months"),
        (vec!["other.csv"], "log of the same shop"),
        (vec!["old.csv", "spring.csv"], "each purchase once"),
        (vec!["empty.csv"], "no table"),
        (vec!["now.csv", "--until", "2042-08-31"], "31 days"),
        (vec!["now.csv", "--currency", "EUR"], "the design in USD"),
        (vec!["now.csv", "--forecast", "mended.json"], "proves nothing"),
        (vec!["now.csv", "--forecast", "wrong.json"], "shop-forecast.json"),
        (vec!["now.csv", "--forecast", "later.json"], "later loyalsim"),
        (vec!["now.csv", "--forecast", "none.json"], "--forecast FILE"),
        (vec!["now.csv", "--out", "nowhere/shop.toml"], "no folder"),
    ] {
        let all = [vec!["refit", "shop.toml", "--no-pdf"], arguments.clone()].concat();
        assert_fails(&run(home.path(), &all), INPUT, &[says]);
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), before, "{arguments:?}");
    }
}
