//! Limits of the system are met with a sentence: no abort, no half a result.

use super::{INPUT, RUNTIME, assert_fails, assert_succeeds, run, shop, stderr};
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The command in a shell after `first`.
fn after(home: &Path, first: &str, args: &str) -> Output {
    let program = assert_cmd::cargo::cargo_bin!("loyalsim");
    Command::new("sh")
        .args(["-c", &format!("{first} && exec '{}' {args}", program.display())])
        .current_dir(home)
        .env("LC_ALL", "C")
        .env_remove("RUST_MIN_STACK")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[test]
fn too_little_memory_is_told() {
    let home = shop();
    let file = home.path().join("shop.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("customers = ", "customers = 100_000_000 # ", 1)).unwrap();
    for (language, words) in [("en", "not enough memory"), ("ru", "не хватает памяти")] {
        // A trial of so many customers needs one and a half gigabytes.
        let args =
            format!("run shop.toml -t 2 -c 100000000 --threads 1 --no-charts -o here --lang {language}");
        let output = after(home.path(), "ulimit -v 1000000", &args);
        assert_fails(&output, RUNTIME, &[words, "--trials"]);
        assert!(!home.path().join("here").exists());
    }
    let output =
        run(home.path(), &["run", "shop.toml", "-t", "2", "-c", "50", "-q", "--no-charts", "-o", "here"]);
    assert_succeeds(&output);
    assert!(!home.path().join("here.unfinished").exists(), "the next run clears up");
}

#[test]
fn a_limit_on_the_size_of_files_is_told_before_the_work() {
    let home = shop();
    let output = after(home.path(), "ulimit -f 100", "run shop.toml -t 8 -c 100 --no-charts -o here");
    assert_fails(&output, RUNTIME, &["limit for files", "nothing was simulated"]);
    let output = after(home.path(), "ulimit -f 1", "new other");
    assert_fails(&output, RUNTIME, &["limit for files"]);
    assert!(!home.path().join("other.toml").exists());
}

/// A disk of its own, in memory; to mount it takes rights that not every machine gives. Without them the test says so and is skipped.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_earlier_result() {
    /// What the shell ends with where nothing can be mounted, and where the earlier result has suffered.
    const NO_DISK: i32 = 77;
    let home = shop();
    fs::create_dir(home.path().join("disk")).unwrap();
    let text = fs::read_to_string(home.path().join("shop.toml")).unwrap();
    // The copies of five such designs are larger than the disk.
    fs::write(home.path().join("large.toml"), format!("{text}\n# {}\n", "x".repeat(950_000))).unwrap();
    let program = assert_cmd::cargo::cargo_bin!("loyalsim");
    let compare = |designs: &str| {
        format!("'{}' compare {designs} -t 2 -c 10 --no-charts -q -o disk/here", program.display())
    };
    for (fill, designs, words) in [
        ("head -c 2000000 /dev/zero >disk/mine", "shop.toml shop.toml", "nothing was simulated"),
        (
            "true",
            "large.toml large.toml large.toml large.toml large.toml",
            "earlier result in the folder is complete",
        ),
    ] {
        let script = format!(
            "mount -t tmpfs -o size=4m none disk || exit {NO_DISK}; {} || exit 78; cp disk/here/manifest.json before\n\
             {fill}; {}; code=$?; cmp before disk/here/manifest.json && '{}' verify disk/here -q || exit 79\n\
             ls disk >left; exit $code",
            compare("shop.toml shop.toml"),
            compare(designs),
            program.display()
        );
        let output = Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script])
            .current_dir(home.path())
            .env("LC_ALL", "C")
            .output();
        let output = match output {
            Ok(output) if output.status.code() != Some(NO_DISK) && !stderr(&output).contains("unshare") => {
                output
            }
            Ok(_) | Err(_) => {
                eprintln!("SKIPPED: no disk can be mounted here");
                return;
            }
        };
        assert_fails(&output, RUNTIME, &["the disk is full", words]);
        let left = fs::read_to_string(home.path().join("left")).unwrap();
        assert!(!left.contains("unfinished"), "{left}");
    }
}

#[test]
fn what_cannot_end_is_not_begun() {
    let home = shop();
    let file = home.path().join("shop.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("customers = ", "customers = 100_000_000 # ", 1)).unwrap();
    let size = ["-t", "10000000", "-c", "100000000", "-o", "here"];
    for command in
        [&["run", "shop.toml"][..], &["compare", "shop.toml", "shop.toml"], &["stress", "shop.toml"]]
    {
        let output = run(home.path(), &[command, &size].concat());
        assert_fails(&output, INPUT, &["days on this machine", "--customers"]);
    }
    assert!(!home.path().join("here").exists() && !home.path().join("here.unfinished").exists());
}

#[test]
fn too_few_trials_for_shares_are_an_error_of_the_user() {
    let home = shop();
    for trials in ["2", "7"] {
        let output = run(home.path(), &["sensitivity", "shop.toml", "-t", trials, "-c", "50", "-o", "here"]);
        assert_fails(&output, INPUT, &["too few for a sensitivity analysis", "8 or more"]);
    }
    // At their least numbers of trials all commands do something.
    for command in [
        &["run", "shop.toml", "-t", "2"][..],
        &["compare", "shop.toml", "shop.toml", "-t", "2"],
        &["sweep", "shop.toml", "--set", "program.cost_per_month=0,500", "-t", "2"],
        &["exit", "shop.toml", "-t", "2"],
        &["stress", "shop.toml", "-t", "2"],
        &["sensitivity", "shop.toml", "-t", "8"],
    ] {
        assert_succeeds(&run(
            home.path(),
            &[command, &["-c", "50", "--no-charts", "-q", "-o", "here"]].concat(),
        ));
    }
}
