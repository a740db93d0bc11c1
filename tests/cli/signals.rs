//! Ctrl-C: what is done is written and marked; twice ends at once.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Exit code of a program stopped with Ctrl-C.
const STOPPED: i32 = 130;
/// Long enough for a first trial on a busy machine, and nothing against a run of ten million trials.
const WHILE_RUNNING: Duration = Duration::from_secs(3);

fn endless_run(home: &Path) -> Child {
    let child = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
        .args([
            "run",
            "shop.toml",
            "--trials",
            "10000000",
            "--customers",
            "100",
            "--out",
            "here",
            "--no-charts",
        ])
        .current_dir(home)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let began = Instant::now();
    while !home.join("here").exists() && began.elapsed() < Duration::from_secs(30) {
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
    let child = endless_run(home.path());
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

#[test]
fn a_second_request_ends_at_once() {
    let home = super::shop();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
        .args([
            "run",
            "shop.toml",
            "--customers",
            "20000000",
            "--trials",
            "2",
            "--out",
            "here",
            "--no-charts",
        ])
        .current_dir(home.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    sleep(WHILE_RUNNING);
    interrupt(&child);
    sleep(Duration::from_secs(1));
    interrupt(&child);
    let began = Instant::now();
    assert_eq!(child.wait().unwrap().code(), Some(STOPPED));
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert!(!home.path().join("here/summary.json").exists());
}
