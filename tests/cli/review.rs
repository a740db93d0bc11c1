//! `review`: every format is written; the PDF needs a browser, and a machine without one is told, not punished.

use super::{RUNTIME, assert_fails, assert_succeeds, changed_shop, loyalsim, run, stderr, stdout};
use std::fs;
use std::path::Path;

const FILES: [&str; 5] = ["review.html", "review.md", "review.txt", "review.json", "charts/waterfall.png"];

/// A review that is over in seconds.
fn small<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["review", "shop.toml", "--trials", "8", "--customers", "100", "--out", "out"], more].concat()
}

/// A design with a name that is markup in every format.
fn odd_shop() -> tempfile::TempDir {
    changed_shop("title", "title = \"A <b>bold</b> \\\"shop\\\" & co\"\n# ")
}

fn out(home: &Path, file: &str) -> Vec<u8> {
    fs::read(home.join("out").join(file)).unwrap_or_default()
}

#[test]
fn every_format_is_written_and_named() {
    let home = odd_shop();
    let output = run(home.path(), &small(&["--no-pdf", "--lang", "ru"]));
    assert_succeeds(&output);
    for file in FILES {
        assert!(!out(home.path(), file).is_empty(), "{file} is missing");
        assert!(file.starts_with("charts") || stdout(&output).contains(file), "{file} is not named");
    }
    assert!(out(home.path(), "review.pdf").is_empty() && !stdout(&output).contains("review.pdf"));
    let html = String::from_utf8(out(home.path(), "review.html")).unwrap();
    assert!(html.contains("<html lang=\"ru\">"));
    assert!(html.contains("A &lt;b&gt;bold&lt;/b&gt;") && !html.contains("<b>bold"));
}

/// A browser that is not there, one that prints nothing, one that dies in the middle: the review is whole, and the failure is told.
#[test]
fn without_a_browser_the_review_is_whole() {
    let home = odd_shop();
    let dying = program(
        home.path(),
        "dying",
        "for a in \"$@\"; do case $a in --print-to-pdf=*) printf '%%PDF-1.4 cut' >\"${a#*=}\";; esac; done; kill -SEGV $$",
    );
    let refusing = program(home.path(), "refusing", "echo 'unexpected argument' >&2; exit 2");
    for (browser, why) in [
        ("no-such-browser", "does not exist"),
        (refusing.as_str(), "unexpected argument"),
        (dying.as_str(), "signal"),
    ] {
        if browser != "no-such-browser" && cfg!(not(unix)) {
            continue;
        }
        let output = run(home.path(), &small(&["-q", "--browser", browser]));
        assert_fails(
            &output,
            RUNTIME,
            &["did not print the PDF", browser, why, "everything else is written"],
        );
        assert!(out(home.path(), "review.pdf").is_empty());
        assert!(FILES.iter().all(|file| !out(home.path(), file).is_empty()));
        assert!(!home.path().join("out.unfinished").exists());
    }
    let output = loyalsim(home.path()).args(small(&["-q"])).env("PATH", home.path()).output().unwrap();
    assert_succeeds(&output);
    assert!(stderr(&output).contains("no Chromium, Chrome or Edge"), "{}", stderr(&output));
}

/// A program of the shell; elsewhere than on Unix nothing.
fn program(home: &Path, name: &str, script: &str) -> String {
    let path = home.join(name);
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    #[cfg(unix)]
    fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    path.display().to_string()
}

/// A browser that hangs, with a child: both end when the user stops the review, and when the review is killed.
#[cfg(unix)]
#[test]
fn browsers_and_their_children_end_with_the_review() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};
    let until = |what: &dyn Fn() -> bool| {
        let began = Instant::now();
        while !what() && began.elapsed() < Duration::from_secs(120) {
            std::thread::sleep(Duration::from_millis(50));
        }
        what()
    };
    let lives = |process: &str| Command::new("kill").args(["-0", process]).output().unwrap().status.success();
    for (signal, code) in [("INT", Some(130)), ("KILL", None)] {
        let home = odd_shop();
        let script = format!("sleep 777 & echo $! $$ >{}/pids; wait", home.path().display());
        let hanging = program(home.path(), "hanging", &script);
        let mut review = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"))
            .args(small(&["-q", "--browser", &hanging]))
            .current_dir(home.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let pids = || fs::read_to_string(home.path().join("pids")).unwrap_or_default();
        assert!(until(&|| pids().ends_with('\n')), "the browser was never started");
        let pids = pids();
        assert!(pids.split_whitespace().all(lives), "{pids}");
        let kill = Command::new("kill").args([&format!("-{signal}"), &review.id().to_string()]).status();
        assert!(kill.unwrap().success());
        assert_eq!(review.wait().unwrap().code(), code, "{signal}");
        assert!(until(&|| !pids.split_whitespace().any(lives)), "after {signal} there live some of {pids}");
    }
}

/// `LOYALSIM_TEST_PDF` says that there is a browser; without it the test is skipped where none is found.
#[test]
fn a_browser_prints_the_review() {
    let home = odd_shop();
    let output = run(home.path(), &small(&["-q"]));
    assert_succeeds(&output);
    let asked = std::env::var_os("LOYALSIM_TEST_PDF").is_some();
    if !asked && stderr(&output).contains("no Chromium, Chrome or Edge") {
        eprintln!("SKIPPED: no browser here, nothing was printed");
        return;
    }
    let pdf = out(home.path(), "review.pdf");
    assert!(pdf.starts_with(b"%PDF"), "{}", stderr(&output));
    let pages = pdf.windows(11).filter(|word| *word == b"/Type /Page").count();
    assert!(pages > 4, "{pages} pages");
}
