//! `calibrate --experiment`: what messages bring, from customers who were left out by lot.

use super::calibrate::{design, plain};
use super::{INPUT, assert_fails, assert_succeeds, run, stdout};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Two arms of 1,000 and one left alone: 5, 8 and 6 % buy; who spent much before buys in all of them alike.
pub fn letters() -> String {
    let mut text = String::from("client,group,bought,spend,last year,town\n");
    for k in 0..3_000 {
        let (arm, place) = (["none", "A", "B"][k % 3], k / 3);
        let buys = place % 100 < [5, 8, 6][k % 3];
        let spent = if buys { 20 + place % 7 } else { 0 };
        writeln!(text, "C{k},{arm},{},{spent},{},{}", u8::from(buys), place % 100, ["x", "y"][place % 2])
            .unwrap();
    }
    text
}

fn shop() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("sales.csv"), plain()).unwrap();
    fs::write(home.path().join("letters.csv"), letters()).unwrap();
    home
}

const USUAL: [&str; 6] = ["calibrate", "sales.csv", "--experiment", "letters.csv", "--experiment-days", "14"];

fn calibrated(home: &Path, extra: &[&str]) -> String {
    let done = run(home, &[&USUAL[..], &["--out", "shop.toml", "--force"], extra].concat());
    assert_succeeds(&done);
    stdout(&done).replace('\u{a0}', " ")
}

/// Effects, balance, and the number that the element reads: of both arms, or of the one that is named. The design runs with what was tried.
#[test]
fn an_experiment_gives_what_messages_bring() {
    let home = shop();
    let before = ["--experiment-before", "last year", "--experiment-before", "town"];
    let told = calibrated(home.path(), &[&before[..], &["--experiment-messages", "1"]].concat());
    for says in [
        "AN EXPERIMENT WITH CUSTOMERS LEFT OUT BY LOT",
        "3,000 customers, assigned by lot to 3 arms, of which “none” was left alone",
        "within 14 days",
        "with a chance of over 99 %: they are as alike",
        "Into the design goes all arms together: 40",
    ] {
        assert!(told.contains(says), "{says}: {told}");
    }
    let json: serde_json::Value = serde_json::from_str(&design(home.path(), "shop-experiment.json")).unwrap();
    let arms = (json["arms"][0]["customers"].as_u64(), json["arms"].as_array().map(Vec::len));
    assert_eq!((json["randomised"].as_bool(), arms), (Some(true), (Some(1_000), Some(3))), "{json}");
    let effect = &json["effects"][0]["effects"][0];
    assert!((effect["means"]["difference"].as_f64().unwrap() - 0.03).abs() < 1e-12, "{effect}");
    assert!(
        effect["adjusted"]["error"].as_f64().unwrap() < 0.95 * effect["means"]["error"].as_f64().unwrap(),
        "{effect}"
    );
    let text = design(home.path(), "shop.toml");
    let p50 = json["design"]["p50"].as_f64().unwrap();
    assert!(
        text.contains("[behaviour]\nmessage_lift = { p10 = ") && text.contains("basis = \"measured\""),
        "{text}"
    );
    assert!(text.contains(&format!("p50 = {p50:.3}")), "{p50}: {text}");
    assert!(text.contains("\nmessage_tried = { value = 2.174, basis = \"measured\""), "{text}");
    let hash = json["sha256"].as_str().unwrap();
    assert!(text.contains(&hash[..16]), "{text}");
    // what is to be played stands there ready
    let ready: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("#   ")).collect();
    assert_eq!(ready[..3], ["[[program.messages]]", "per_month = 2.174", "others = 1"]);
    let start = text.lines().find_map(|line| line.strip_prefix("start = ")).unwrap();
    let program = format!("[program]\nlaunch = {start}\nsetup_cost = 0\ncost_per_month = 0\n");
    fs::write(home.path().join("letters.toml"), format!("{text}\n{program}{}\n", ready.join("\n"))).unwrap();
    assert_succeeds(&run(home.path(), &["run", "letters.toml", "-t", "4", "-c", "200", "-q"]));
    let page = design(home.path(), "shop-calibration.html");
    assert!(page.contains("An experiment with customers left out by lot") && !page.contains("C17"));
    let record: serde_json::Value = serde_json::from_str(&design(home.path(), "shop-forecast.json")).unwrap();
    assert_eq!(record["given"][0]["what"], "experiment");

    // the arm that was settled on before; in Russian
    let arm = ["--experiment-messages", "1", "--experiment-arm", "a", "--lang", "ru"];
    let told = calibrated(home.path(), &arm);
    assert!(told.contains("В проект взято: A — покупок у получивших сообщения больше на 60"), "{told}");
    assert!(told.contains("Не дано ничего, что было известно заранее"), "{told}");
}

/// What was not about messages goes into no design; neither do arms that were chosen.
#[test]
fn nothing_is_taken_that_was_not_measured() {
    let home = shop();
    let told = calibrated(home.path(), &[]);
    assert!(
        told.contains("Nothing of this goes into the design. If the experiment was about messages"),
        "{told}"
    );
    assert!(!design(home.path(), "shop.toml").contains("message_lift"));
    let before = fs::read_dir(home.path()).unwrap().count();
    // the best customers got arm A
    let chosen: String = letters()
        .lines()
        .filter(|line| !(line.contains(",A,") && line.ends_with('y')))
        .map(|line| line.to_owned() + "\n")
        .collect();
    fs::write(home.path().join("letters.csv"), chosen).unwrap();
    let extra = ["--experiment-before", "town", "--out", "other.toml"];
    assert_fails(
        &run(home.path(), &[&USUAL[..], &extra].concat()),
        INPUT,
        &["the arms were not made by lot: they differ in “town”", "1,000,000"],
    );
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), before);
}

#[test]
fn a_table_that_is_no_experiment_is_refused() {
    let home = shop();
    let before = fs::read_dir(home.path()).unwrap().count();
    for (from, to, extra, says) in [
        ("group", "colour", "", "no column says to which arm"),
        (",none,", ",C,", "", "it is not clear which arm was left alone: C; A; B"),
        (",A,1,20", ",A,perhaps,20", "", "row 3: “perhaps” does not say whether"),
        (",A,1,20", ",A,1,-20", "", "row 3: the spend -20 is below 0"),
        (",A,1,20", ",A,1,lots", "", "row 3: “lots” is not an amount"),
        (",A,1,20", ",A,0,20", "", "row 3: one column says that this customer bought"),
        (",A,1,20", ",a,1,20", "", "row 6: “A” may be the arm that is written “a” above"),
        (",A,1,20", ",,1,20", "", "row 3: no arm is named"),
        ("C1,", "C0,", "", "row 3: this customer has a row already, row 2"),
        ("", "", "--experiment-control=Z", "there is no arm Z; the arms are none; A; B"),
        ("", "", "--experiment-arm=none", "there is no arm none; the arms are A; B"),
        ("", "", "--experiment-before=bought", "“bought” tells the arm, the customer or what came after"),
        ("", "", "--experiment-before=client", "“client” tells the arm, the customer or what came after"),
        ("", "", "--experiment-before=mood", "there is no column mood"),
    ] {
        let rows = if from == ",none," { usize::MAX } else { 1 };
        fs::write(home.path().join("letters.csv"), letters().replacen(from, to, rows)).unwrap();
        let arguments =
            [&USUAL[..], &["--out", "shop.toml"], &[extra][..usize::from(!extra.is_empty())]].concat();
        assert_fails(&run(home.path(), &arguments), INPUT, &[says]);
    }
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), before);
}
