//! `loyalsim voi`: the value of information.

use super::*;
use std::fs;

const SMALL: [&str; 4] = ["-t", "80", "-c", "200"];

const STUDY: &str = "
[[study]]
name = \"Survey of members\"
kind = \"survey\"
informs = [\"business.annual_retention\"]
sample = 500
cost = 100
cost_per_unit = 2
delay_months = 1
";

fn shop_with(study: &str) -> tempfile::TempDir {
    let home = shop();
    let file = home.path().join("shop.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text + study).unwrap();
    home
}

fn json(path: std::path::PathBuf) -> serde_json::Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn voi_advises_and_writes_it_down() {
    let home = shop_with(STUDY);
    let args = [&["voi", "shop.toml", "--no-counter", "-o", "out"][..], &SMALL].concat();
    let output = run(home.path(), &args);
    assert_succeeds(&output);
    let said = stdout(&output);
    for word in ["DECIDE NOW", "BEST DECISION TODAY", "VALUE OF KNOWING MORE", "Survey of members"] {
        assert!(said.contains(word), "{word} is not in:\n{said}");
    }
    let found = json(home.path().join("out/voi.json"));
    assert_eq!(found["choices"].as_array().unwrap().len(), 2);
    assert_eq!(found["studies"][0]["informs"][0], "business.annual_retention");
    let table = fs::read_to_string(home.path().join("out/voi.csv")).unwrap();
    let told = found["numbers"].as_array().unwrap().len() + found["groups"].as_array().unwrap().len();
    assert_eq!(table.lines().count(), 1 + told);
    let studies = fs::read_to_string(home.path().join("out/studies.csv")).unwrap();
    assert_eq!(studies.lines().count(), 1 + found["studies"][0]["curve"].as_array().unwrap().len());
    assert!(fs::read(home.path().join("out/charts/worth-of-knowing.png")).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn voi_compares_with_a_design_of_ones_own_in_russian() {
    let home = shop();
    let text = fs::read_to_string(home.path().join("shop.toml")).unwrap();
    fs::write(home.path().join("lean.toml"), text.replacen("earn", "welcome_points = 500\nearn", 1)).unwrap();
    let args = [&["voi", "shop.toml", "--alternative", "lean.toml", "--lang", "ru", "-o", "out"][..], &SMALL]
        .concat();
    let output = run(home.path(), &args);
    assert_succeeds(&output);
    let said = stdout(&output);
    for word in ["ЛУЧШЕЕ РЕШЕНИЕ СЕГОДНЯ", "Запускать «lean»", "ЦЕННОСТЬ ДОПОЛНИТЕЛЬНОЙ ИНФОРМАЦИИ"]
    {
        assert!(said.contains(word), "{word} is not in:\n{said}");
    }
}

#[test]
fn voi_finds_a_better_design_by_itself() {
    let home = shop();
    let output =
        run(home.path(), &[&["voi", "shop.toml", "-o", "out", "-q", "--no-charts"][..], &SMALL].concat());
    assert_succeeds(&output);
    let choices = json(home.path().join("out/voi.json"))["choices"].as_array().unwrap().len();
    let has_design = home.path().join("out/counter-design.toml").exists();
    assert_eq!(choices, if has_design { 3 } else { 2 });
}

#[test]
fn voi_says_what_is_wrong_with_a_study() {
    let from = ["voi", "shop.toml", "-o", "out"];
    let home = shop_with(&STUDY.replace("annual_retention", "annual_retension"));
    let words = ["study[0].informs", "did you mean `business.annual_retention`"];
    assert_fails(&run(home.path(), &from), INPUT, &words);
    let home = shop_with(&STUDY.replace("500", "0"));
    assert_fails(&run(home.path(), &from), INPUT, &["study[0].sample", "at least one"]);
    assert_fails(
        &run(shop().path(), &[&from[..], &["-t", "10"]].concat()),
        INPUT,
        &["10 trials are too few", "--trials 60"],
    );
}

/// What was played before Ctrl-C is judged, written and marked.
#[cfg(unix)]
#[test]
fn voi_stopped_keeps_what_it_has() {
    let home = shop();
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
        .args([
            "voi",
            "shop.toml",
            "--no-counter",
            "-t",
            "10000000",
            "-c",
            "100",
            "-o",
            "out",
            "--no-charts",
            "-q",
        ])
        .current_dir(home.path())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    // Long enough for the first trials on a busy machine, and nothing against ten million.
    std::thread::sleep(std::time::Duration::from_secs(8));
    let kill = format!("kill -INT {}", child.id());
    assert!(std::process::Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let found = json(home.path().join("out/voi.json"));
    assert_eq!(found["origin"]["partial"], true);
    assert!(found["origin"]["trials"].as_u64().unwrap() >= 60);
}
