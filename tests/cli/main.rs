//! The command as its users meet it: what it says, what it writes, and its exit codes.

mod brands;
mod calibrate;
mod calibrate_apart;
mod calibrate_cohorts;
mod calibrate_discounts;
mod calibrate_experiment;
mod calibrate_periods;
mod calibrate_today;
mod calibrate_voice;
mod calibrate_workbook;
mod check;
mod comparing;
mod decide;
mod deck;
mod explain;
mod folder;
mod hostile;
mod input;
#[cfg(target_os = "linux")]
mod killed;
mod language;
#[cfg(unix)]
mod limits;
mod new;
mod parts;
mod printed;
mod refit;
mod refit_all;
mod review;
mod run;
#[cfg(unix)]
mod signals;
mod voi;
mod weak_points;
mod workbook;
#[path = "../support/workbook.rs"]
mod workbooks;

use assert_cmd::Command;
use std::path::Path;
use std::process::Output;

/// Usage and input errors.
const INPUT: i32 = 2;
/// Failures at run time.
const RUNTIME: i32 = 1;

/// The command, run in `home`, with nothing of the caller's taste.
fn loyalsim(home: &Path) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"));
    command.current_dir(home).env_remove("NO_COLOR").env("TERM", "xterm").env("LC_ALL", "C");
    command
}

fn run(home: &Path, args: &[&str]) -> Output {
    loyalsim(home).args(args).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The command ends with `code`, says every one of `words` on standard error, and does not panic.
#[track_caller]
fn assert_fails(output: &Output, code: i32, words: &[&str]) {
    let said = stderr(output);
    assert_eq!(output.status.code(), Some(code), "{said}");
    for word in words {
        assert!(said.contains(word), "'{word}' is not in:\n{said}");
    }
    assert!(!said.contains("bug") && !said.contains("panicked"), "{said}");
}

#[track_caller]
fn assert_succeeds(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
}

/// A folder with the starter design in `shop.toml`.
fn shop() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    assert_succeeds(&run(home.path(), &["new", "shop"]));
    home
}

/// The starter design with `from` replaced by `to`, in `shop.toml`.
fn changed_shop(from: &str, to: &str) -> tempfile::TempDir {
    let home = shop();
    let file = home.path().join("shop.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "the starter design has no '{from}'");
    std::fs::write(&file, text.replacen(from, to, 1)).unwrap();
    home
}
