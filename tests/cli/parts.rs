//! Runs in parts: any split, in any order, merged or taken up after a kill, gives the bytes of one run.

use super::{INPUT, assert_fails, assert_succeeds, changed_shop, run, shop, stdout};
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

const RUN: [&str; 9] = ["run", "shop.toml", "-t", "50", "-c", "60", "-s", "7", "-q"];

fn part(home: &Path, nth: &str, file: &str) -> Output {
    run(home, &[&RUN[..], &["--part", nth, "-o", file]].concat())
}

/// Every file below a folder, with its bytes.
fn everything(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut next = vec![folder.to_owned()];
    while let Some(at) = next.pop() {
        for entry in fs::read_dir(at).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                next.push(entry);
            } else {
                let name = entry.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read(entry).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[track_caller]
fn assert_same_results(home: &Path, one: &str, other: &str) {
    let [one, other] = [one, other].map(|folder| everything(&home.join(folder)));
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&one), names(&other));
    assert!(one.len() > 30, "pictures and tables: {}", one.len());
    for ((name, bytes), (_, others)) in one.iter().zip(&other) {
        assert!(bytes == others, "{name} differs");
    }
}

#[test]
fn parts_in_any_order_give_the_bytes_of_one_run() {
    let home = shop();
    let here = home.path();
    assert_succeeds(&run(here, &[&RUN[..], &["-o", "whole", "--threads", "1"]].concat()));
    for (nth, file) in [("1/3", "parts/1"), ("2/3", "parts/2"), ("3/3", "parts/3")] {
        assert_succeeds(&part(here, nth, file));
    }
    let merged = run(here, &["merge", "parts/3", "parts/1", "parts/2", "-o", "merged"]);
    assert_succeeds(&merged);
    assert!(stdout(&merged).contains("50 trials"), "{}", stdout(&merged));
    assert_same_results(here, "whole", "merged");
    assert_succeeds(&run(here, &["verify", "merged", "--again", "-q"]));
    assert_succeeds(&run(here, &["merge", "parts/1", "parts/2", "parts/3", "-q", "--no-charts"]));
    assert!(here.join("loyalsim-out/shop/summary.json").is_file());
}

#[test]
fn what_does_not_belong_together_is_named() {
    let home = shop();
    let here = home.path();
    for nth in 1..=3 {
        assert_succeeds(&part(here, &format!("{nth}/3"), &format!("{nth}.part")));
    }
    assert_succeeds(&part(here, "1/2", "half.part"));
    let design = fs::read_to_string(here.join("shop.toml")).unwrap();
    fs::write(here.join("other.toml"), design + "# changed\n").unwrap();
    for (place, value, file) in
        [(1, "other.toml", "d.part"), (3, "51", "t.part"), (5, "61", "c.part"), (7, "8", "s.part")]
    {
        let mut args = RUN;
        args[place] = value;
        assert_succeeds(&run(here, &[&args[..], &["--part", "2/3", "-o", file]].concat()));
    }
    let bytes = fs::read(here.join("2.part")).unwrap();
    fs::write(here.join("cut.part"), &bytes[..bytes.len() - 9]).unwrap();
    for (parts, words) in [
        (&["1.part", "3.part"][..], &["part 2/3 is missing", "--part"][..]),
        (&["half.part", "3.part"], &["trials are missing: 25–32"]),
        (&["1.part", "2.part", "3.part", "half.part"], &["half.part", "0–15 in common"]),
        (&["1.part", "c.part", "3.part"], &["c.part", "61 instead of 60 customers"]),
        (&["1.part", "s.part", "3.part"], &["s.part", "seed 8 instead of 7"]),
        (&["1.part", "t.part", "3.part"], &["t.part", "51 instead of 50 trials"]),
        (&["1.part", "d.part", "3.part"], &["d.part", "another design"]),
        (&["1.part", "cut.part", "3.part"], &["cut.part", "damaged", "play it again"]),
        (&["1.part", "shop.toml"], &["shop.toml", "no part of a run"]),
        (&["1.part", "nowhere.part"], &["nowhere.part"]),
    ] {
        let failed = run(here, &[&["merge"], parts, &["-o", "merged"]].concat());
        assert_fails(&failed, INPUT, words);
    }
    assert!(!here.join("merged").exists());
    let russian = run(here, &["merge", "1.part", "3.part", "--lang", "ru"]);
    assert_fails(&russian, INPUT, &["не хватает 1 части: 2/3"]);
}

#[test]
fn a_part_that_is_there_is_not_played_again() {
    let home = shop();
    let here = home.path();
    let twice = || run(here, &[&RUN[..8], &["--part", "1/2", "-o", "half"]].concat());
    assert!(stdout(&twice()).contains("Part 1/2 is written: half"));
    let first = fs::read(here.join("half")).unwrap();
    assert!(stdout(&twice()).contains("is there already"));
    fs::write(here.join("half"), &first[..first.len() / 2]).unwrap();
    assert!(stdout(&twice()).contains("is written"));
    assert_eq!(fs::read(here.join("half")).unwrap(), first);
    assert_fails(&part(here, "1/2", "shop.toml"), INPUT, &["shop.toml", "left unchanged"]);
    assert_fails(&part(here, "3/60", "x"), INPUT, &["50 trials cannot be split into 60 parts"]);
    assert_fails(&part(here, "4/3", "x"), INPUT, &["3/20"]);
    assert_fails(&run(here, &["run", "shop.toml", "--part", "1/2"]), INPUT, &["--trials"]);
}

/// A run that was stopped in the middle goes on from its parts, wherever they come from.
#[test]
fn a_run_is_taken_up_from_its_parts() {
    let home = shop();
    let here = home.path();
    assert_succeeds(&run(here, &[&RUN[..], &["-o", "whole"]].concat()));
    let taken_up = [&RUN[..], &["--parts", "kept", "-o", "again"]].concat();
    assert_succeeds(&part(here, "2/5", "kept/second"));
    fs::write(here.join("kept/notes.txt"), "mine").unwrap();
    assert_succeeds(&run(here, &taken_up));
    assert_same_results(here, "whole", "again");
    let kept = || {
        let names = fs::read_dir(here.join("kept")).unwrap().map(|entry| entry.unwrap().path());
        let mut parts: Vec<_> = names.filter(|name| !name.ends_with("notes.txt")).collect();
        parts.sort();
        parts
    };
    let first = kept();
    assert_eq!(first.len(), 4, "the part that was there, and three more: {first:?}");
    // as a killed process leaves it: some of the parts, one of them cut off
    fs::remove_file(&first[0]).unwrap();
    let cut = fs::read(&first[1]).unwrap();
    fs::write(&first[1], &cut[..100]).unwrap();
    let cut = fs::read(&first[3]).unwrap();
    fs::write(&first[3], &cut[..cut.len() - 1]).unwrap();
    assert_succeeds(&run(here, &[&taken_up[..], &["--threads", "1"]].concat()));
    assert_same_results(here, "whole", "again");
    let kept = kept();
    let files: Vec<&str> = kept.iter().map(|file| file.to_str().unwrap()).collect();
    assert_succeeds(&run(here, &[&["merge", "-q", "-o", "merged"], &files[..]].concat()));
    assert_same_results(here, "whole", "merged");
}

/// The system kills a run in the middle: the same command plays what is missing.
#[cfg(unix)]
#[test]
fn a_killed_run_goes_on() {
    let home = changed_shop("customers = ", "customers = 40_000 # ");
    let here = home.path();
    let args = ["run", "shop.toml", "-t", "200", "-c", "100", "--parts", "kept", "--no-charts", "-o", "x"];
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"));
    let mut child =
        child.args(args).current_dir(here).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let is_part = |entry: fs::DirEntry| entry.path().extension().is_some_and(|ending| ending == "part");
    let kept = || fs::read_dir(here.join("kept")).into_iter().flatten().flatten().any(is_part);
    while !kept() && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_succeeds(&run(here, &args));
    let args = [&args[..6], &["--no-charts", "-o", "whole"]].concat();
    assert_succeeds(&run(here, &args));
    for file in ["summary.json", "trials.csv", "manifest.json"] {
        let [one, other] = ["x", "whole"].map(|folder| fs::read(here.join(folder).join(file)).unwrap());
        assert!(one == other, "{file}");
    }
}

const SMALL: [&str; 6] = ["-t", "16", "-c", "60", "-q", "--no-charts"];

/// Commands that analyse decisions: any split, in any order, gives the bytes of one process.
#[test]
fn parts_of_decisions_give_the_bytes_of_one_process() {
    let home = shop();
    let here = home.path();
    let design = fs::read_to_string(here.join("shop.toml")).unwrap();
    fs::write(here.join("lean.toml"), design + "# leaner\n").unwrap();
    let sweep = ["sweep", "shop.toml", "--set", "program.points.earn=1%..3%:3", "--xlsx"];
    let sensitivity = ["sensitivity", "shop.toml", "--measure", "npv"];
    let voi = ["voi", "shop.toml", "--alternative", "lean.toml"];
    for (command, trials) in [(&sweep[..], "16"), (&sensitivity[..], "16"), (&voi[..], "120")] {
        let mut all = [command, &SMALL[..]].concat();
        all[command.len() + 1] = trials;
        let name = command[0];
        let [whole, merged] = ["whole", "merged"].map(|which| format!("{name}-{which}"));
        assert_succeeds(&run(here, &[&all[..], &["-o", &whole]].concat()));
        let files: Vec<String> = (1..=3).map(|nth| format!("{name}/{nth}")).collect();
        for (nth, file) in (1..).zip(&files) {
            assert_succeeds(&run(here, &[&all[..], &["--part", &format!("{nth}/3"), "-o", file]].concat()));
        }
        let merge = ["merge", &files[2], &files[0], &files[1], "-q", "-o", &merged];
        assert_succeeds(&run(here, &merge));
        let [one, other] = [&whole, &merged].map(|folder| everything(&here.join(folder)));
        assert!(one.len() >= 4 && one == other, "{name}");
        let gap = run(here, &["merge", &files[2], &files[0], "-q", "-o", &merged]);
        assert_fails(&gap, INPUT, &["2/3"]);
        let again: Vec<&str> = all.iter().copied().filter(|word| *word != "-q").collect();
        let told = run(here, &[&again[..], &["--part", "1/3", "-o", &files[0]]].concat());
        assert!(stdout(&told).contains("there already"), "{}", stdout(&told));
    }
    let other = ["sweep", "shop.toml", "--set", "program.points.earn=1%..4%:3"];
    assert_succeeds(&run(here, &[&other[..], &SMALL[..], &["--part", "1/3", "-o", "sweep/other"]].concat()));
    assert_fails(&run(here, &["merge", "sweep/other", "sweep/2", "sweep/3"]), INPUT, &["options"]);
    assert_succeeds(&part(here, "1/3", "run.part"));
    assert_fails(&run(here, &["merge", "sweep/1", "run.part"]), INPUT, &["run.part"]);
    let many = run(here, &[&sweep[..], &SMALL[..], &["--part", "1/17", "-o", "sweep/many"]].concat());
    assert_fails(&many, INPUT, &["17 parts"]);
}

/// The recipe of the documentation, on a stand-in for HyperQueue that starts one process after the other.
#[cfg(unix)]
#[test]
fn the_recipe_for_hyperqueue_plays_all_parts() {
    use std::os::unix::fs::PermissionsExt;
    let home = shop();
    let here = home.path();
    let page = include_str!("../../docs/scale.md");
    let recipe = page.split("**HyperQueue**").nth(1).unwrap().split("```").nth(1).unwrap();
    let recipe = recipe.trim_start_matches("sh\n").replace("20000", "40 -c 60");
    fs::create_dir(here.join("bin")).unwrap();
    let stand_in = "#!/bin/sh\n\
        while [ \"$1\" != -- ]; do [ \"$1\" = --array ] && last=${2#1-}; shift; done; shift\n\
        HQ_TASK_ID=1; export HQ_TASK_ID\n\
        while [ $HQ_TASK_ID -le $last ]; do \"$@\" || exit 1; HQ_TASK_ID=$((HQ_TASK_ID + 1)); done\n";
    fs::write(here.join("bin/hq"), stand_in).unwrap();
    fs::set_permissions(here.join("bin/hq"), fs::Permissions::from_mode(0o755)).unwrap();
    std::os::unix::fs::symlink(assert_cmd::cargo::cargo_bin!("loyalsim"), here.join("bin/loyalsim")).unwrap();
    let path = format!("{}:{}", here.join("bin").display(), std::env::var("PATH").unwrap());
    let told =
        Command::new("sh").args(["-e", "-c", &recipe]).current_dir(here).env("PATH", path).output().unwrap();
    assert_succeeds(&told);
    assert_succeeds(&run(here, &["run", "shop.toml", "-t", "40", "-c", "60", "-q", "-o", "whole"]));
    assert_same_results(here, "whole", "result");
}
