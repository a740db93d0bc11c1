//! Ctrl-C: what is done is written and marked, and where nothing is done yet that is said; twice ends at once.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Exit code of a program stopped with Ctrl-C.
const STOPPED: i32 = 130;
/// Long enough for a first trial on a busy machine, and nothing against a run of ten million trials.
const WHILE_RUNNING: Duration = Duration::from_secs(3);

/// A process that has not begun to work by then never will.
const STARTED: Duration = Duration::from_secs(60);
/// Half a second on a machine that has nothing else to do; tests share theirs.
const HEARD: Duration = Duration::from_secs(8);

/// A command with trials for days, in which a first batch of trials is done at once.
fn endless(home: &Path, command: &[&str]) -> Child {
    let child = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
        .args(command)
        .args(["--trials", "10000000", "--customers", "100", "--out", "here", "--no-charts"])
        .current_dir(home)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let began = Instant::now();
    while !home.join("here.unfinished").exists() && began.elapsed() < Duration::from_secs(30) {
        sleep(Duration::from_millis(20));
    }
    sleep(WHILE_RUNNING);
    child
}

fn interrupt(child: &Child) {
    let kill = format!("kill -INT {}", child.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
}

#[test]
fn a_stopped_run_is_written_and_marked_partial() {
    let home = super::shop();
    let child = endless(home.path(), &["run", "shop.toml"]);
    interrupt(&child);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(STOPPED), "{}", super::stderr(&output));
    assert!(
        super::stdout(&output).contains("PARTIAL: the run was stopped after"),
        "{}",
        super::stdout(&output)
    );
    let summary: Value =
        serde_json::from_slice(&fs::read(home.path().join("here/summary.json")).unwrap()).unwrap();
    assert_eq!(summary["run"]["partial"], true);
    let done = summary["run"]["trials"].as_u64().unwrap();
    assert!(done > 0 && done < 10_000_000, "{done}");
    let rows = fs::read_to_string(home.path().join("here/trials.csv")).unwrap().lines().count() as u64 - 1;
    assert_eq!(rows, done);
}

/// What a command of decision analysis writes after Ctrl-C.
fn stopped(home: &Path, command: &[&str]) -> (String, Value) {
    let child = endless(home, command);
    interrupt(&child);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(STOPPED), "{}", super::stderr(&output));
    let file = home.join(format!("here/{}.json", command[0]));
    (super::stdout(&output), serde_json::from_slice(&fs::read(file).unwrap()).unwrap())
}

#[test]
fn stopped_decisions_are_written_and_marked_partial() {
    let home = super::shop();
    let sweep = ["sweep", "shop.toml", "--set", "program.cost_per_month=0,500"];
    for command in [&sweep[..], &["compare", "shop.toml", "shop.toml"], &["exit", "shop.toml"]] {
        let (said, found) = stopped(home.path(), command);
        assert!(said.contains("PARTIAL: the run was stopped after"), "{said}");
        let done = found["origin"]["trials"].as_u64().unwrap();
        assert!(found["origin"]["partial"] == true && (2..10_000_000).contains(&done), "{found}");
    }
}

#[test]
fn a_stopped_stress_test_tells_of_the_trials_done() {
    let home = super::shop();
    let (said, found) = stopped(home.path(), &["stress", "shop.toml"]);
    assert!(said.contains("The search was stopped."), "{said}");
    assert!(found["origin"]["partial"] == true && found["reverse"].is_null(), "{found}");
    assert!(found["fails"]["value"].is_number(), "{found}");
}

/// Points of a few trials, so that some are done; the search goes on for days.
#[test]
fn a_stopped_search_tells_the_best_so_far_and_can_go_on() {
    let home = super::shop();
    let file = home.path().join("shop.toml");
    let lever = "path = \"program.cost_per_month\"\nlow = 0\nhigh = 9000\n";
    let task = format!("\n[optimise]\nobjectives = [\"npv\", \"retention\"]\n[[optimise.lever]]\n{lever}");
    fs::write(&file, fs::read_to_string(&file).unwrap() + &task).unwrap();
    let search =
        ["optimise", "shop.toml", "-t", "4", "-c", "100", "--fresh", "8", "-o", "here", "--no-charts"];
    let long = [&search[..], &["--points", "100000"]].concat();
    let child = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
        .args(&long)
        .current_dir(home.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    sleep(WHILE_RUNNING);
    interrupt(&child);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(STOPPED), "{}", super::stderr(&output));
    assert!(super::stdout(&output).contains("PARTIAL: stopped before"), "{}", super::stdout(&output));
    let read = |name: &str| fs::read_to_string(home.path().join("here").join(name)).unwrap();
    let found: Value = serde_json::from_str(&read("optimise.json")).unwrap();
    let points = found["points"].as_u64().unwrap();
    assert!(found["origin"]["partial"] == true && points > 0, "{found}");
    let noted = read("optimise.log.jsonl").lines().count() as u64 - 1;
    assert!(noted >= points, "{noted} {points}");
    super::assert_succeeds(&super::run(home.path(), &["check", "here/front-01.toml"]));
    let few = [&search[..], &["--points", "8", "--resume"]].concat();
    super::assert_succeeds(&super::run(home.path(), &few));
}

/// A design in which one trial takes minutes, or a block of trials does: the request is heard in the middle, in every command.
#[test]
fn a_request_is_heard_at_once() {
    let home = super::shop();
    let file = home.path().join("shop.toml");
    let text = fs::read_to_string(&file).unwrap();
    let with = |customers: &str, newcomers: &str| -> String {
        let line = |line: &str| {
            let key = line.split([' ', '=']).next().unwrap_or_default();
            let value = match key {
                "customers" => customers,
                "new_customers_per_month" => newcomers,
                _ => return format!("{line}\n"),
            };
            format!("{key} = {value}\n")
        };
        text.lines().map(line).collect()
    };
    fs::write(home.path().join("large.toml"), with("20_000_000", "300_000")).unwrap();
    fs::write(home.path().join("growing.toml"), with("200", "1_000")).unwrap();
    for (design, size) in [("large.toml", "20000000"), ("growing.toml", "3000")] {
        for command in [
            &["run", design, "-t", "400"][..],
            &["compare", design, design, "-t", "400"],
            &["exit", design, "-t", "400"],
            &["stress", design, "-t", "400"],
            &["sensitivity", design, "-t", "400"],
            &["voi", design, "-t", "400"],
            &["review", design, "-t", "400", "--no-pdf"],
        ] {
            let mut child = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
                .args(command)
                .args(["-c", size, "-q", "--out", "here"])
                .current_dir(home.path())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let began = Instant::now();
            while !home.path().join("here.unfinished/lock").exists() && began.elapsed() < STARTED {
                sleep(Duration::from_millis(20));
            }
            sleep(Duration::from_secs(1));
            interrupt(&child);
            let asked = Instant::now();
            assert_eq!(child.wait().unwrap().code(), Some(STOPPED), "{command:?}");
            eprintln!("{command:?}: {} ms", asked.elapsed().as_millis());
            assert!(asked.elapsed() < HEARD, "{command:?}: {:?}", asked.elapsed());
            fs::remove_dir_all(home.path().join("here")).ok();
        }
    }
}

/// Of a log that is read in part nothing is known: the reading ends, nothing is promised, and nothing is written. The log comes through a pipe, so that it
/// is being read for as long as the test wants.
#[test]
fn a_stop_while_a_log_is_read_promises_nothing() {
    let home = super::refit::shop();
    for command in [&["calibrate"][..], &["refit", "shop.toml"]] {
        let log = home.path().join("sales.csv");
        assert!(Command::new("mkfifo").arg(&log).status().unwrap().success());
        let child = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
            .args(command)
            .args(["sales.csv", "--out", "new.toml"])
            .current_dir(home.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // opens when the command does
        let mut pipe = fs::OpenOptions::new().write(true).open(&log).unwrap();
        pipe.write_all(b"customer,date,amount\n").unwrap();
        interrupt(&child);
        sleep(Duration::from_millis(500));
        let began = Instant::now();
        while pipe.write_all(&b"7,2024-02-03,5.50\n".repeat(1000)).is_ok() && began.elapsed() < STARTED {}
        let output = child.wait_with_output().unwrap();
        let said = super::stderr(&output);
        assert_eq!(output.status.code(), Some(STOPPED), "{said}");
        assert!(said.contains("nothing will be written") && !said.contains("results so far"), "{said}");
        let there = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let new: Vec<_> = there.filter(|name| name.to_string_lossy().starts_with("new")).collect();
        assert!(new.is_empty(), "{new:?}");
        fs::remove_file(&log).unwrap();
    }
}
