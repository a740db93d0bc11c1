//! A class is held from the first student to the last round.

use super::class::Class;
use super::{DESIGN, DISCOUNT, bet, home, round};
use serde_json::{Value, json};
use std::path::Path;

/// Three rounds; the machine fails twice in between, and everybody is where they were.
#[test]
fn a_class_survives_its_machine() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let anna = class.join("Anna", "Red").unwrap();
    let ivan = class.join("Иван", "Синие").unwrap();
    assert_eq!(class.wall()["teams"][1]["members"], json!(["Иван"]));
    let first =
        round(&class, 1, &[(&anna, 5.0, bet(0.5, -9000.0, 0.0)), (&ivan, 20.0, bet(0.9, 0.0, 9000.0))]);
    assert_eq!(first["board"].as_array().unwrap().len(), 2);
    assert_eq!(first["board"][0]["name"], "Red", "who gives less away and bets on a loss is right");
    class.step(2, "brief").unwrap();
    class.step(2, "design").unwrap();
    class.design(&ivan, 2, &[2.0]).unwrap();
    let (before, host, path) = (class.look(&ivan).unwrap(), class.host.clone(), class.path.clone());
    class.kill();
    // what was being written when the power failed is dropped
    let log = home.path().join("shop.class.jsonl");
    let torn = std::fs::read_to_string(&log).unwrap() + "{\"designed\":{\"team\":0,";
    std::fs::write(&log, torn).unwrap();
    let class = Class::open(home.path(), &[]);
    assert_eq!((&class.host, &class.path), (&host, &path), "pages that are open go on");
    let after = class.look(&ivan).unwrap();
    for same in ["name", "team", "round", "phase", "values", "by", "teams"] {
        assert_eq!(before[same], after[same], "{same}");
    }
    assert_eq!(after["values"], json!([2.0]));
    class.step(2, "bet").unwrap();
    class.bet(&anna, 2, &bet(0.5, -9000.0, 0.0)).unwrap();
    class.step(2, "play").unwrap();
    // in the middle of the simulation
    class.kill();
    let class = Class::open(home.path(), &[]);
    class.wait(|shown| shown["ready"] == true);
    class.step(2, "reveal").unwrap();
    let second = class.wall()["result"].clone();
    assert!(second["teams"][1]["bet"].is_null(), "who did not bet has none");
    class.step(2, "debrief").unwrap();
    class.step(3, "brief").unwrap();
    let third =
        round(&class, 3, &[(&anna, 0.0, bet(0.9, -2000.0, 0.0)), (&ivan, 0.0, bet(0.1, -2000.0, 0.0))]);
    let points = |told: &Value, team: &str| {
        let rows = told["board"].as_array().unwrap();
        rows.iter().find(|row| row["name"] == team).map(|row| row["exact"].as_f64().unwrap()).unwrap()
    };
    let sum: f64 = [&first, &second, &third].map(|told| points(told, "Red")).iter().sum();
    let row = third["board"].as_array().unwrap().iter().find(|row| row["name"] == "Red").unwrap();
    assert!((row["exact_sum"].as_f64().unwrap() - sum).abs() < 1e-9);
}

/// What a team's design comes to, and what its bets are worth, is what `loyalsim run` of that design says, to the digit.
#[test]
fn scores_are_those_of_a_direct_simulation() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let anna = class.join("Anna", "Red").unwrap();
    let told = round(&class, 1, &[(&anna, 5.0, bet(0.25, -9000.0, -2000.0))]);
    let kept = kept(home.path());
    let team = &kept["teams"][0];
    let text = team["text"].as_str().unwrap();
    assert_eq!(text, DESIGN.replace("discount     = 0.10", "discount     = 0.05"));
    let (summary, trials) = run(home.path(), text);
    let net = &summary["headline"]["net_effect"];
    for end in ["mean", "mc_error", "p5", "p95"] {
        assert_eq!(team["net"][end], net[end], "{end}");
    }
    assert_eq!(told["teams"][0]["mean"], net["mean"]);
    assert_eq!(team["goals"][0], summary["goals"][0]["probability"]["share"]);
    // the scores, from the trials one by one
    let interval = |low: f64, high: f64| {
        let fine = |x: &f64| high - low + 20.0 * (low - x).max(0.0) + 20.0 * (x - high).max(0.0);
        trials.iter().map(fine).sum::<f64>() / trials.len() as f64
    };
    let brier = |chance: f64| {
        let missed = |x: &f64| (chance - f64::from(u8::from(*x >= -3_500.0))).powi(2);
        trials.iter().map(missed).sum::<f64>() / trials.len() as f64
    };
    let same = |key: &str, value: f64| assert_eq!(team["bet"][key].as_f64(), Some(value), "{key}");
    same("interval", interval(-9000.0, -2000.0));
    same("brier", brier(0.25));
    same("least_brier", brier(team["goals"][0].as_f64().unwrap()));
    same(
        "least_interval",
        interval(net["p5"].as_f64().unwrap(), net["p95"].as_f64().unwrap()).min(interval(-9000.0, -2000.0)),
    );
    let best = kept["best"]["mean"].as_f64().unwrap();
    assert!(best >= net["mean"].as_f64().unwrap());
    let (found, _) = run(home.path(), kept["best"]["text"].as_str().unwrap());
    assert_eq!(found["headline"]["net_effect"]["mean"].as_f64(), Some(best));
}

/// What the last line of the log keeps of a round.
pub fn kept(home: &Path) -> Value {
    let log = std::fs::read_to_string(home.join("shop.class.jsonl")).unwrap();
    let mut events = log.lines().rev().map(|line| serde_json::from_str::<Value>(line).unwrap());
    events.find_map(|event| event.get("played").map(|played| played["result"].clone())).unwrap()
}

/// The summary of a design by `loyalsim run`, and its net effects trial by trial.
pub fn run(home: &Path, text: &str) -> (Value, Vec<f64>) {
    let (file, out) = (home.join("direct.toml"), home.join("direct"));
    std::fs::write(&file, text).unwrap();
    let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"));
    command
        .args(["run", "--no-charts", "-q", "--trials", "400", "--out"])
        .arg(&out)
        .arg(&file)
        .assert()
        .success();
    let summary = serde_json::from_str(&std::fs::read_to_string(out.join("summary.json")).unwrap()).unwrap();
    let table = std::fs::read_to_string(out.join("trials.csv")).unwrap();
    let mut lines = table.lines();
    let column = lines.next().unwrap().split(',').position(|name| name == "net_effect").unwrap();
    (summary, lines.map(|line| line.split(',').nth(column).unwrap().parse().unwrap()).collect())
}

#[test]
fn shocks_hit_everybody() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let anna = class.join("Anna", "Red").unwrap();
    let shocks = class.wall()["shocks"].as_array().unwrap().clone();
    let keys: Vec<&str> = shocks.iter().map(|shock| shock[0].as_str().unwrap()).collect();
    for key in ["quote-false", "rival-opens", "margin-fall"] {
        assert!(keys.contains(&key), "{keys:?}");
    }
    let shock = |key: &str| class.teacher("shock", &json!({ "round": 1, "key": key, "language": "en" }));
    shock("margin-fall").unwrap();
    let margin = |shown: &Value| shown["brief"]["facts"].to_string().contains("32");
    assert!(margin(&class.look(&anna).unwrap()), "40 % less a fifth is in the brief");
    shock("").unwrap();
    assert!(!margin(&class.look(&anna).unwrap()));
    shock("margin-fall").unwrap();
    assert!(shock("margin-fall").is_err(), "once is enough");
    class.step(1, "design").unwrap();
    assert!(shock("rival-opens").is_err(), "while teams design, nothing changes under their hands");
}

#[test]
fn budgets_hold() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT, "--budget", "4000"]);
    let anna = class.join("Anna", "Red").unwrap();
    class.step(1, "design").unwrap();
    let why = class.design(&anna, 1, &[20.0]).unwrap_err();
    assert!(why.contains("4,000"), "{why}");
    assert_eq!(class.look(&anna).unwrap()["by"], "");
    let cost = class.design(&anna, 1, &[1.0]).unwrap();
    assert!(cost.as_str().unwrap().contains("4,000"), "{cost}");
    // whoever sends nothing, and so keeps what is above the budget, gains nothing by it
    class.join("Ivan", "Blue").unwrap();
    class.step(1, "bet").unwrap();
    class.step(1, "play").unwrap();
    class.wait(|shown| shown["ready"] == true);
    let [red, blue] = [0, 1].map(|at| kept(home.path())["teams"][at].clone());
    assert_eq!((red["over_budget"].as_bool(), blue["over_budget"].as_bool()), (Some(false), Some(true)));
    assert!(red["design_points"].as_f64() > Some(0.0) && blue["design_points"] == 0.0, "{red} {blue}");
}

#[test]
fn classes_are_deleted() {
    let home = home();
    let class = Class::open(home.path(), &[]);
    let again = |more: &[&str]| {
        let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"));
        let said = command
            .args(["seminar", "shop.toml", "--no-browser"])
            .args(more)
            .current_dir(home.path())
            .output()
            .unwrap();
        (said.status.code(), String::from_utf8_lossy(&said.stderr).into_owned())
    };
    let (status, said) = again(&[]);
    assert!(status == Some(2) && said.contains("in use"), "{said}");
    assert_eq!(again(&["--delete"]).0, Some(2), "not while it is held");
    class.kill();
    let (status, said) = again(&["--lever", DISCOUNT]);
    assert!(status == Some(2) && said.contains("--class"), "{said}");
    assert_eq!(again(&["--delete"]).0, Some(0));
    assert!(!home.path().join("shop.class.jsonl").exists());
    assert_eq!(again(&["--delete"]).0, Some(2), "there is none");
    assert_eq!(again(&["--lever", "title"]).0, Some(2));
    assert!(!home.path().join("shop.class.jsonl").exists(), "a class that could not begin leaves nothing");
}
