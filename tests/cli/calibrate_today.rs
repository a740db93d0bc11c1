//! `calibrate` where a program runs already: points in the log, members in a table.

use super::calibrate::{design, plain};
use super::{INPUT, assert_fails, assert_succeeds, run, stderr, stdout};
use std::collections::BTreeMap;
use std::fs;

/// The log with points from `since` on: one for each full unit of money, of which 40 buy 2 of it; and what is outstanding at the end.
pub fn with_points(since: &str) -> (String, u64) {
    let mut rows: Vec<Vec<String>> =
        plain().lines().skip(1).map(|row| row.split(',').map(str::to_owned).collect()).collect();
    rows.sort_by(|a, b| a[1].cmp(&b[1]));
    let mut balances = BTreeMap::<String, u64>::new();
    let mut text = "customer_id,date,amount,points_earned,points_redeemed,discount\n".to_owned();
    for row in rows {
        let (who, date, amount) = (&row[0], &row[1], row[2].parse::<f64>().unwrap());
        let balance = balances.entry(who.clone()).or_default();
        let spent = if *balance >= 40 { 40 } else { 0 };
        let earned = if date.as_str() >= since { amount as u64 } else { 0 };
        *balance = *balance + earned - spent;
        text += &format!("{who},{date},{amount},{earned},{spent},{}\n", spent as f64 / 20.0);
    }
    (text, balances.values().sum())
}

#[test]
fn a_program_that_runs_is_read_from_the_log() {
    let home = tempfile::tempdir().unwrap();
    let (log, outstanding) = with_points("2023-06-01");
    fs::write(home.path().join("sales.csv"), log).unwrap();
    let done = run(home.path(), &["calibrate", "sales.csv", "--out", "shop.toml", "--currency", "USD"]);
    assert_succeeds(&done);
    assert!(stdout(&done).contains("TODAY’S PROGRAM"), "{}", stdout(&done));
    let text = design(home.path(), "shop.toml");
    let page = design(home.path(), "shop-calibration.html").replace(',', "");
    let row = format!("Points outstanding</th><td class=\"number\">{outstanding}<");
    assert!(page.contains(&row), "{outstanding}: {page}");
    for says in [
        "[today]",
        "launched = \"2023-06\"",
        "[[today.points]]",
        "point_value = { value = 0.05, basis = \"measured\"",
        "minimum_to_redeem = { value = 40",
    ] {
        assert!(text.contains(says), "{says}: {text}");
    }
    let checked = run(home.path(), &["check", "shop.toml"]);
    assert_succeeds(&checked);
    // customers of a fitted base have lived with the program: they hold points that can be scaled
    assert!(!stderr(&checked).contains("leaves 0 points"), "{}", stderr(&checked));
    for language in ["en", "ru"] {
        let again = ["calibrate", "sales.csv", "--out", "again.toml", "--force", "--lang", language];
        assert_succeeds(&run(home.path(), &again));
    }
    assert!(design(home.path(), "again-calibration.html").contains("Действующая программа"));
}

#[test]
fn what_contradicts_itself_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let (log, _) = with_points("2023-06-01");
    let overdrawn = log.replacen(",0,0,0\n", ",0,75,3\n", 1);
    fs::write(home.path().join("sales.csv"), &log).unwrap();
    fs::write(home.path().join("overdrawn.csv"), overdrawn).unwrap();
    fs::write(home.path().join("strangers.csv"), "customer,joined\nnobody,2023-01-01\n").unwrap();
    fs::write(home.path().join("negative.csv"), "customer,balance\nnobody,-3\n").unwrap();
    fs::write(home.path().join("american.csv"), "customer,joined\nnobody,03/02/2023\n").unwrap();
    fs::write(home.path().join("plain.csv"), plain()).unwrap();
    let before = fs::read_dir(home.path()).unwrap().count();
    for (arguments, says) in [
        (vec!["overdrawn.csv", "--program-since", "2023-06"], "line"),
        (vec!["sales.csv", "--customers", "strangers.csv"], "--customers"),
        (vec!["sales.csv", "--customers", "negative.csv"], "line 2: “-3”"),
        (vec!["sales.csv", "--customers", "american.csv"], "--dates"),
        (vec!["sales.csv", "--program-since", "2099-01"], "2099-01"),
        (vec!["plain.csv", "--program-since", "2023-01"], "who is a member"),
    ] {
        let all = [vec!["calibrate"], arguments, vec!["--out", "shop.toml"]].concat();
        assert_fails(&run(home.path(), &all), INPUT, &[says]);
    }
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), before);
}
