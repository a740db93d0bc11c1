//! `run`: the answers, the files, and the folder they go to.

use super::{
    INPUT, RUNTIME, assert_fails, assert_succeeds, changed_shop, loyalsim, run, shop, stderr, stdout,
};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A run that is over in a moment.
const SMALL: [&str; 6] = ["run", "shop.toml", "--trials", "8", "--customers", "200"];

fn small<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&SMALL, more].concat()
}

/// The bytes of every file below `folder`, by name.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(
                files(&entry.path()).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)),
            );
        } else {
            found.push((name, fs::read(entry.path()).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn the_answers_come_first_and_the_files_last() {
    let home = shop();
    let output = run(home.path(), &small(&["--no-charts"]));
    assert_succeeds(&output);
    let text = stdout(&output);
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("'{words}' is not in:\n{text}"));
    assert!(place("FOR WHAT?") < place("AT WHAT PRICE?"));
    assert!(place("AT WHAT PRICE?") < place("FILES\n"));
    for words in
        ["annual retention of at least 76 % by 2028-12", "Margin loss", "Price per saved customer", "±"]
    {
        place(words);
    }
    assert_eq!(text.lines().last(), Some("Results folder: loyalsim-out/shop"));
    assert!(!text.contains("MONTH BY MONTH"), "monthly tables come on request");
    assert!(!text.contains("NaN") && !text.contains("inf "), "{text}");
    assert_eq!(stderr(&output), "", "no progress bar outside a terminal");
}

#[test]
fn too_few_trials_are_warned_of() {
    let home = shop();
    let text = stdout(&run(home.path(), &small(&["--no-charts"])));
    assert!(text.contains("WARNING: too few trials") && text.contains("--trials "), "{text}");
}

/// Whoever does not say how many trials gets as many as the warning would ask for; of a large business and of a small one.
#[test]
fn who_does_not_say_how_many_gets_enough() {
    for home in [shop(), changed_shop("customers = 50_000", "customers = 150")] {
        let output = run(home.path(), &["run", "shop.toml", "--no-charts"]);
        assert_succeeds(&output);
        let text = stdout(&output);
        assert!(!text.contains("WARNING: too few trials"), "{text}");
        let json = fs::read(home.path().join("loyalsim-out/shop/summary.json")).unwrap();
        let summary: Value = serde_json::from_slice(&json).unwrap();
        assert!(summary["run"]["trials"].as_u64().unwrap() >= 400, "{}", summary["run"]);
        assert!(summary["enough"]["error_share"].as_f64().unwrap() <= 0.05, "{}", summary["enough"]);
    }
}

#[test]
fn the_files_are_all_there() {
    let home = shop();
    assert_succeeds(&run(home.path(), &SMALL));
    let out = home.path().join("loyalsim-out/shop");
    let names: Vec<_> = files(&out).into_iter().map(|(name, _)| name).collect();
    for name in
        ["design-as-run.toml", "monthly.csv", "categories.csv", "summary.json", "charts/retention.svg"]
    {
        assert!(names.iter().any(|n| n == name), "{name} is not among {names:?}");
    }
    assert_eq!(names.iter().any(|n| n == "trials.parquet"), cfg!(feature = "parquet"), "{names:?}");
    let ends = |ending| names.iter().filter(|n| n.ends_with(ending)).count();
    assert_eq!(ends(".svg"), 14);
    assert_eq!(ends(".png"), 14);
    assert!(!names.iter().any(|n| n.ends_with(".tmp")), "{names:?}");
    assert_eq!(
        fs::read(out.join("design-as-run.toml")).unwrap(),
        fs::read(home.path().join("shop.toml")).unwrap()
    );
}

#[test]
fn the_tables_can_be_read_by_others() {
    let home = shop();
    assert_succeeds(&run(home.path(), &small(&["--out", "here", "--no-charts"])));
    let out = home.path().join("here");
    let summary: Value = serde_json::from_slice(&fs::read(out.join("summary.json")).unwrap()).unwrap();
    assert_eq!(summary["run"]["trials"], 8);
    assert_eq!(summary["run"]["partial"], false);
    let rows = |name| {
        let mut reader = csv::Reader::from_path(out.join(name)).unwrap();
        reader.records().map(Result::unwrap).collect::<Vec<_>>()
    };
    assert_eq!(rows("trials.csv").len(), 8);
    let months: Vec<_> =
        rows("monthly.csv").into_iter().filter(|r| &r[1] == "program" && &r[2] == "nps").collect();
    assert_eq!(months.len(), 36);
    assert_eq!(&months[0][0], "2026-01");
    // in every category: start + came + moved in − moved out − left = end, in the mean too
    let categories = rows("categories.csv");
    assert_eq!(categories.len(), 2 * 6 * 9);
    let mean = |row: &csv::StringRecord| row[4].parse::<f64>().unwrap();
    for category in categories.chunks(9) {
        let numbers: Vec<f64> = category.iter().map(mean).collect();
        let end = numbers[0] + numbers[1] + numbers[2] - numbers[3] - numbers[4];
        assert!((end - numbers[5]).abs() < 1e-6 * (1.0 + end.abs()), "{category:?}");
    }
}

#[test]
fn json_is_the_summary_and_nothing_else() {
    let home = shop();
    let output = run(home.path(), &small(&["--format", "json", "--no-charts"]));
    assert_succeeds(&output);
    assert_eq!(output.stdout, fs::read(home.path().join("loyalsim-out/shop/summary.json")).unwrap());
}

#[test]
fn quiet_says_nothing() {
    let home = shop();
    let output = run(home.path(), &small(&["--quiet", "--no-charts"]));
    assert_succeeds(&output);
    assert_eq!((stdout(&output), stderr(&output)), (String::new(), String::new()));
}

#[test]
fn monthly_tables_come_on_request() {
    let home = shop();
    let text = stdout(&run(home.path(), &small(&["--monthly", "--no-charts"])));
    assert!(text.contains("MONTH BY MONTH: MONEY"), "{text}");
    assert!(text.lines().filter(|line| line.trim_start().starts_with("2026-02 ")).count() >= 3, "{text}");
}

#[test]
fn categories_come_on_request() {
    let home = shop();
    let text = stdout(&run(home.path(), &small(&["--categories", "--no-charts"])));
    for words in ["CUSTOMERS BY CATEGORY, without the program", "Pragmatists", "Demands for special terms"] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    let russian = stdout(&run(home.path(), &small(&["--categories", "--lang", "ru", "--no-charts"])));
    assert!(
        russian.contains("КЛИЕНТЫ ПО КАТЕГОРИЯМ, с программой") && russian.contains("Заложники"),
        "{russian}"
    );
}

#[test]
fn threads_change_no_byte() {
    let home = shop();
    assert_succeeds(&run(home.path(), &small(&["--threads", "1", "--out", "one"])));
    assert_succeeds(&run(home.path(), &small(&["--threads", "2", "--out", "two"])));
    assert!(files(&home.path().join("one")) == files(&home.path().join("two")), "the results differ");
}

#[test]
fn another_seed_gives_other_results() {
    let home = shop();
    assert_succeeds(&run(home.path(), &small(&["--no-charts", "--out", "one"])));
    assert_succeeds(&run(home.path(), &small(&["--no-charts", "--out", "two", "--seed", "2"])));
    assert!(files(&home.path().join("one")) != files(&home.path().join("two")));
}

#[test]
fn until_stops_at_its_cap_and_says_so() {
    let home = shop();
    let args =
        ["run", "shop.toml", "--customers", "100", "--no-charts", "--until", "0.01", "--trials", "300"];
    let text = stdout(&run(home.path(), &args));
    assert!(text.contains("300 trials with") && text.contains("WARNING: too few trials"), "{text}");
}

#[test]
fn until_runs_as_many_trials_as_it_needs() {
    // An error of a twentieth of the spread takes 400 trials drawn plainly, where the spread is that of the sample, and four times as many
    // where it is half of that or less. From a hypercube the error is that of some twenty blocks, which is known to 15 %: two standard
    // errors either way, and fewer where ignorance outweighs luck.
    for (sampling, expected) in [("plain", 380..=1_700), ("latin", 200..=2_600)] {
        let home = shop();
        let until = ["--until", "0.05", "--sampling", sampling];
        let args = [&["run", "shop.toml", "--customers", "100", "--no-charts"], &until[..]].concat();
        assert_succeeds(&run(home.path(), &args));
        let json = fs::read(home.path().join("loyalsim-out/shop/summary.json")).unwrap();
        let summary: Value = serde_json::from_slice(&json).unwrap();
        assert!(summary["enough"]["error_share"].as_f64().unwrap() <= 0.05, "{}", summary["enough"]);
        let trials = summary["run"]["trials"].as_u64().unwrap();
        assert!(expected.contains(&trials), "{sampling}: {trials}");
    }
}

#[test]
fn a_design_without_a_program_is_no_failure() {
    let home = shop();
    let file = home.path().join("shop.toml");
    let text = fs::read_to_string(&file).unwrap();
    let (head, rest) = text.split_once("[program]").unwrap();
    let (_, goals) = rest.split_once("# What the program is for").unwrap();
    let goals = goals.split_once("[[goal]]\nmetric = \"net_effect\"").unwrap().0;
    fs::write(&file, format!("{head}\n#{goals}")).unwrap();
    let output = run(home.path(), &SMALL);
    assert_succeeds(&output);
    assert!(stdout(&output).contains("This design has no program"), "{}", stdout(&output));
}

#[test]
fn the_standard_input_can_be_run() {
    let home = shop();
    let text = fs::read(home.path().join("shop.toml")).unwrap();
    let args = ["run", "-", "--trials", "4", "--customers", "100", "--no-charts"];
    let output = loyalsim(home.path()).args(args).write_stdin(text).output().unwrap();
    assert_succeeds(&output);
    assert!(home.path().join("loyalsim-out/design/summary.json").is_file());
}

#[test]
fn a_file_where_the_folder_should_be() {
    let home = shop();
    fs::write(home.path().join("taken"), "mine").unwrap();
    for out in ["taken", "taken/below"] {
        let output = run(home.path(), &small(&["--out", out]));
        assert_fails(&output, RUNTIME, &["taken", "a file of that name", "--out"]);
        assert_eq!(stdout(&output), "", "found out before the simulation");
    }
    assert_eq!(fs::read_to_string(home.path().join("taken")).unwrap(), "mine");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files() {
    let home = shop();
    let output = run(home.path(), &small(&["--out", "/proc/loyalsim"]));
    assert_fails(&output, RUNTIME, &["/proc/loyalsim", "--out"]);
}

#[test]
fn a_result_that_cannot_be_placed_loses_nothing() {
    let home = shop();
    fs::create_dir_all(home.path().join("here/monthly.csv")).unwrap();
    fs::write(home.path().join("here/monthly.csv/mine"), "mine").unwrap();
    let output = run(home.path(), &small(&["--out", "here", "--no-charts"]));
    assert_fails(&output, RUNTIME, &["monthly.csv", "a folder of that name"]);
    assert!(stdout(&output).contains("FOR WHAT?"), "the answers are on screen all the same");
    assert_eq!(fs::read_to_string(home.path().join("here/monthly.csv/mine")).unwrap(), "mine");
}

#[test]
fn a_goal_beyond_the_horizon_is_the_users_fault() {
    let home = changed_shop("by = \"2028-12\"", "by = \"2029-12\"");
    assert_fails(&run(home.path(), &SMALL), INPUT, &["2029-12", "2028-12"]);
}
