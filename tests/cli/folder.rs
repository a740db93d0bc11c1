//! The folder of results: it holds one result, whole, and `verify` tells whether it is still that.

use super::{INPUT, RUNTIME, assert_fails, assert_succeeds, run, shop, stderr, stdout};
use std::fs;
use std::path::Path;

/// What `verify` ends with where something differs.
const DIFFERS: i32 = 3;

const SMALL: [&str; 4] = ["-t", "8", "-c", "50"];

/// Every command that writes a folder, on a design that all of them can work with.
pub const COMMANDS: [&[&str]; 9] = [
    &["run", "shop.toml"],
    &["compare", "shop.toml", "clients/shop.toml"],
    &["sweep", "shop.toml", "--set", "program.cost_per_month=0,500"],
    &["exit", "shop.toml", "--every", "12"],
    &["review", "shop.toml", "--no-pdf", "--rival", "clients/shop.toml"],
    &["optimise", "shop.toml", "--points", "4", "--fresh", "4"],
    &["stress", "shop.toml"],
    &["sensitivity", "shop.toml"],
    &["voi", "shop.toml", "--alternative", "clients/shop.toml", "-t", "64"],
];

/// A folder with a design that has a task for the optimiser, and another of the same name below it.
pub fn shops() -> tempfile::TempDir {
    let home = shop();
    let file = home.path().join("shop.toml");
    let lever = "[[optimise.lever]]\npath = \"program.cost_per_month\"\nlow = 0\nhigh = 900\n";
    let text = fs::read_to_string(&file).unwrap() + "\n[optimise]\nobjectives = [\"npv\"]\n" + lever;
    fs::write(&file, &text).unwrap();
    fs::create_dir(home.path().join("clients")).unwrap();
    fs::write(home.path().join("clients/shop.toml"), text.replacen("title = \"", "title = \"Another ", 1))
        .unwrap();
    home
}

pub fn small(command: &[&'static str]) -> Vec<&'static str> {
    if command.contains(&"-t") {
        [command, &["-c", "50", "-o", "here"]].concat()
    } else {
        [command, &SMALL, &["-o", "here"]].concat()
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn every_result_comes_out_the_same_again() {
    let home = shops();
    for (nth, command) in COMMANDS.into_iter().enumerate() {
        let lang = if nth % 2 == 0 { "en" } else { "ru" };
        let output = run(home.path(), &[&small(command)[..], &["--lang", lang]].concat());
        assert_succeeds(&output);
        assert!(stdout(&output).contains("manifest.json"), "{}", stdout(&output));
        let output = run(home.path(), &["verify", "here", "--again", "--threads", "1"]);
        assert_succeeds(&output);
        let said = stdout(&output);
        assert!(said.contains("byte for byte") && said.contains(command[0]), "{said}");
        assert!(!said.contains("Not part"), "{said}");
    }
    assert_eq!(names(home.path()), ["clients", "here", "loyalsim.schema.json", "shop.toml"]);
}

#[test]
fn one_result_replaces_another_and_says_so() {
    let home = shops();
    let told = |output: &std::process::Output| stdout(output).contains("Replaced: the earlier result");
    let review = run(home.path(), &small(COMMANDS[4]));
    assert!(!told(&review));
    let again = run(home.path(), &small(COMMANDS[4]));
    assert!(!told(&again), "of the same design and command");
    fs::write(home.path().join("here/my notes.txt"), "mine").unwrap();
    let output = run(home.path(), &[&small(COMMANDS[0])[..], &["--no-charts"]].concat());
    assert!(stdout(&output).contains("(review of shop.toml)"), "{}", stdout(&output));
    let left = names(&home.path().join("here"));
    assert!(!left.iter().any(|name| name.starts_with("review") || name == "charts"), "{left:?}");
    assert!(left.contains(&"my notes.txt".to_owned()) && left.contains(&"summary.json".to_owned()));
    let verified = run(home.path(), &["verify", "here"]);
    assert_succeeds(&verified);
    assert!(stdout(&verified).contains("Not part of this result: my notes.txt"), "{}", stdout(&verified));
}

#[test]
fn what_the_user_changed_is_kept() {
    let home = shop();
    let args = [&["run", "shop.toml", "--no-charts", "-q", "-o", "here"], &SMALL[..]].concat();
    assert_succeeds(&run(home.path(), &args));
    let table = home.path().join("here/monthly.csv");
    fs::write(&table, "my own table").unwrap();
    let output = run(home.path(), &args);
    assert_succeeds(&output);
    assert!(stderr(&output).contains("monthly.kept-1.csv"), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(home.path().join("here/monthly.kept-1.csv")).unwrap(), "my own table");
    assert!(fs::read_to_string(table).unwrap().starts_with("month,"));
    assert_succeeds(&run(home.path(), &["verify", "here", "-q"]));
}

#[test]
fn changes_are_noticed() {
    let home = shop();
    let args = [&["run", "shop.toml", "--no-charts", "-q", "-o", "here"], &SMALL[..]].concat();
    assert_succeeds(&run(home.path(), &args));
    let file = |name: &str| home.path().join("here").join(name);
    fs::remove_file(file("trials.csv")).unwrap();
    let summary = fs::read_to_string(file("summary.json")).unwrap();
    fs::write(file("summary.json"), summary.replacen('1', "7", 1)).unwrap();
    let output = run(home.path(), &["verify", "here"]);
    assert_fails(&output, DIFFERS, &["changed since it was written: summary.json", "missing: trials.csv"]);
    let russian = run(home.path(), &["verify", "here", "--lang", "ru"]);
    assert_fails(&russian, DIFFERS, &["изменены после записи: summary.json", "отсутствуют: trials.csv"]);
    // Whoever changes the manifest along with a file is found out by doing the work again.
    let hash = |text: &str| {
        use sha2::Digest;
        sha2::Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    assert_succeeds(&run(home.path(), &args));
    let (before, table) = (
        fs::read_to_string(file("manifest.json")).unwrap(),
        fs::read_to_string(file("monthly.csv")).unwrap(),
    );
    let forged = table.replacen("2026-01", "2026-07", 1);
    fs::write(file("monthly.csv"), &forged).unwrap();
    fs::write(file("manifest.json"), before.replace(&hash(&table), &hash(&forged))).unwrap();
    assert_succeeds(&run(home.path(), &["verify", "here"]));
    let output = run(home.path(), &["verify", "here", "--again"]);
    assert_fails(&output, DIFFERS, &["comes out differently: monthly.csv"]);
}

#[test]
fn folders_that_cannot_be_verified() {
    let home = shop();
    for folder in ["nowhere", "shop.toml", "."] {
        assert_fails(&run(home.path(), &["verify", folder]), INPUT, &["no results", folder]);
    }
    for text in ["{", "{}", "[1]", &"9".repeat(5_000_000)] {
        fs::write(home.path().join("manifest.json"), text).unwrap();
        assert_fails(&run(home.path(), &["verify", "."]), INPUT, &["damaged"]);
    }
    fs::remove_file(home.path().join("manifest.json")).unwrap();
    let args = [&["run", "shop.toml", "--no-charts", "-q", "-o", "here"], &SMALL[..]].concat();
    assert_succeeds(&run(home.path(), &args));
    fs::write(home.path().join("here/design-as-run.toml"), "title = 'x'").unwrap();
    let output = run(home.path(), &["verify", "here", "--again"]);
    assert_fails(&output, INPUT, &["cannot be simulated again without its design"]);
    let manifest = home.path().join("here/manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replacen("\"latin\"", "\"greek\"", 1)).unwrap();
    let output = run(home.path(), &["verify", "here", "--again"]);
    assert_fails(&output, INPUT, &["options that this version does not know"]);
}

#[test]
fn designs_of_one_name_have_folders_of_their_own() {
    let home = shops();
    for (design, folder) in [
        ("shop.toml", "loyalsim-out/shop"),
        ("clients/shop.toml", "loyalsim-out/clients/shop"),
        ("./clients/../shop.toml", "loyalsim-out/shop"),
    ] {
        let output = run(home.path(), &[&["run", design, "--no-charts"], &SMALL[..]].concat());
        assert_succeeds(&output);
        let last = stdout(&output).lines().last().unwrap_or_default().to_owned();
        assert_eq!(last, format!("Results folder: {folder}"));
    }
    let elsewhere = shop();
    let design = elsewhere.path().join("shop.toml");
    let output = run(home.path(), &[&["run", design.to_str().unwrap(), "--no-charts"], &SMALL[..]].concat());
    let last = stdout(&output).lines().last().unwrap_or_default().to_owned();
    assert!(!last.ends_with("loyalsim-out/shop") && last.ends_with("/shop"), "{last}");
}

/// A run that is at work holds its folder.
#[cfg(unix)]
#[test]
fn a_second_run_into_one_folder_is_refused() {
    let home = shop();
    let mut first = std::process::Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
        .args(["run", "shop.toml", "-t", "10000000", "-o", "here", "-q"])
        .current_dir(home.path())
        .spawn()
        .unwrap();
    let began = std::time::Instant::now();
    while !home.path().join("here.unfinished/lock").exists() && began.elapsed().as_secs() < 30 {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    std::thread::sleep(std::time::Duration::from_millis(300));
    let args = [&["run", "shop.toml", "-o", "here"], &SMALL[..]].concat();
    assert_fails(&run(home.path(), &args), RUNTIME, &["another run is writing", "--out"]);
    first.kill().unwrap();
    first.wait().unwrap();
    assert!(home.path().join("here.unfinished").exists() && !home.path().join("here").exists());
    assert_succeeds(&run(home.path(), &args));
    assert_eq!(
        names(home.path()),
        ["here", "loyalsim.schema.json", "shop.toml"],
        "what the dead one left is gone"
    );
}
