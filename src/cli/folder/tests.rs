//! A process may die before any act of its own: a reader finds the old result or the new one, whole, and never a mix.

use super::disk::{die_after, revive};
use super::manifest::everything;
use super::{Folder, INSIDE, MANIFEST, Manifest, Origin, finish};
use loyalsim::words::Language;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A folder for a test; in memory where there is one, for thousands of small files are written.
fn home() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// A result: its files without the manifest.
type Files<'a> = &'a [(&'a str, &'a str)];

const OLD: Files = &[
    ("summary.json", "old summary"),
    ("charts/net.svg", "old net"),
    ("charts/gone.svg", "old only"),
    ("gone.toml", "old only"),
];
const NEW: Files =
    &[("summary.json", "new summary"), ("charts/net.svg", "new net"), ("deeper/new/only.csv", "new only")];

fn origin(command: &str) -> Origin {
    let options = serde_json::json!({ "seed": 1 });
    Origin { command: command.to_owned(), options, language: Language::En, date: None, partial: false }
}

fn write(target: &Path, files: Files, command: &str) -> Result<super::Replaced, super::Failure> {
    let folder = Folder::open(target)?;
    let mut draft = folder.draft()?;
    for (name, text) in files {
        draft.add(name, text.as_bytes())?;
    }
    draft.commit(origin(command))
}

/// What a reader sees in the folder: names and contents, without the workshop inside.
fn seen(target: &Path) -> BTreeMap<String, String> {
    let Ok((files, _)) = everything(target) else { return BTreeMap::new() };
    let shown = files.into_iter().filter(|file| !file.starts_with(INSIDE));
    shown.map(|f| (f.to_string_lossy().into_owned(), fs::read_to_string(target.join(&f)).unwrap())).collect()
}

/// Which of the two results the files seen are of; users' files, which begin with `my`, do not count.
fn whose(target: &Path) -> (usize, usize) {
    let seen = seen(target);
    let same = |(name, text): &&(&str, &str)| seen.get(*name).is_some_and(|seen| seen == text);
    (OLD.iter().filter(same).count(), NEW.iter().filter(same).count())
}

/// A folder as it may be before a result comes.
struct Before {
    name: &'static str,
    make: fn(&Path),
    /// Whether the result takes its place in one act.
    at_once: bool,
    /// The user's files, which stay.
    users: Files<'static>,
}

const BEFORE: [Before; 6] = [
    Before { name: "absent", make: |_| {}, at_once: true, users: &[] },
    Before { name: "empty", make: |target| fs::create_dir(target).unwrap(), at_once: true, users: &[] },
    Before { name: "an earlier result", make: old, at_once: cfg!(target_os = "linux"), users: &[] },
    Before {
        name: "an earlier result and a note",
        make: |target| {
            old(target);
            fs::write(target.join("my notes.txt"), "mine").unwrap();
        },
        at_once: false,
        users: &[("my notes.txt", "mine")],
    },
    Before {
        name: "an earlier result that was worked on",
        make: |target| {
            old(target);
            fs::write(target.join("charts/net.svg"), "my net").unwrap();
            fs::write(target.join("gone.toml"), "my own").unwrap();
        },
        at_once: false,
        users: &[("charts/net.kept-1.svg", "my net"), ("gone.toml", "my own")],
    },
    Before {
        name: "files of the same names",
        make: |target| {
            fs::create_dir(target).unwrap();
            fs::write(target.join("summary.json"), "my summary").unwrap();
        },
        at_once: false,
        users: &[("summary.kept-1.json", "my summary")],
    },
];

fn old(target: &Path) {
    write(target, OLD, "run").unwrap();
}

/// Nothing beside the folder, and nothing in it but the new result and the user's files.
fn assert_done(home: &Path, target: &Path, before: &Before, what: &str) {
    let beside: Vec<_> = fs::read_dir(home).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["results"], "{what}");
    assert_eq!(whose(target).1, NEW.len(), "{what}");
    let mut expected: Vec<&str> = NEW.iter().chain(before.users).map(|(name, _)| *name).collect();
    expected.push(MANIFEST);
    expected.sort_unstable();
    assert_eq!(seen(target).keys().map(String::as_str).collect::<Vec<_>>(), expected, "{what}");
    assert!(!target.join(INSIDE).exists(), "{what}");
    for (name, text) in before.users {
        assert_eq!(seen(target)[*name], *text, "{what}");
    }
    let manifest = Manifest::read(target).unwrap();
    assert!(manifest.files.iter().all(|(name, facts)| facts.hold(&target.join(name))), "{what}");
}

#[test]
fn whoever_dies_at_any_act_leaves_the_old_result_or_the_new_one() {
    for before in &BEFORE {
        let mut acts = 0..;
        loop {
            let home = home();
            let target = home.path().join("results");
            (before.make)(&target);
            let (had, _) = whose(&target);
            let untouched = seen(&target);
            let n = acts.next().unwrap();
            let what = format!("{}, killed at act {n}", before.name);
            die_after(n);
            let done = write(&target, NEW, "run");
            let lived = revive() <= n;
            assert!(done.is_ok() || !lived, "{what}: {done:?}");
            let (olds, news) = whose(&target);
            assert!(olds == 0 || news == 0, "{what}: a mix of {olds} old and {news} new files");
            if before.at_once {
                assert!(seen(&target) == untouched || news == NEW.len(), "{what}: {:?}", seen(&target));
            }
            // Whoever looks after it, or writes there next, finds one of them whole.
            finish(&target).unwrap();
            let (olds, news) = whose(&target);
            assert!((olds, news) == (had, 0) || (olds, news) == (0, NEW.len()), "{what}: {olds}, {news}");
            write(&target, NEW, "run").unwrap();
            assert_done(home.path(), &target, before, &what);
            if lived {
                assert!(n > 15, "{what}: so few acts");
                break;
            }
        }
    }
}

#[test]
fn finishing_can_die_at_any_act_too() {
    let mut acts = 0..;
    loop {
        let home = home();
        let target = home.path().join("results");
        (BEFORE[3].make)(&target);
        // Far enough that the new result waits inside.
        let wait = (0..).find(|n| {
            die_after(*n);
            write(&target, NEW, "run").ok();
            revive();
            Manifest::read(&target.join(INSIDE).join("new")).is_ok()
        });
        let n = acts.next().unwrap();
        die_after(n);
        finish(&target).ok();
        let lived = revive() <= n;
        let (olds, news) = whose(&target);
        assert!(wait.is_some() && (olds == 0 || news == 0), "act {n}: {olds} old, {news} new");
        Folder::open(&target).unwrap();
        assert_done(home.path(), &target, &BEFORE[3], &format!("finished after death at act {n}"));
        if lived {
            break;
        }
    }
}

#[test]
fn two_processes_do_not_write_to_one_folder() {
    let home = home();
    let target = home.path().join("results");
    let first = Folder::open(&target).unwrap();
    assert!(matches!(Folder::open(&target), Err(super::Failure::Runtime(_))));
    drop(first);
    Folder::open(&target).unwrap();
    assert!(!target.exists(), "no result, no folder");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn what_dead_processes_left_beside_is_removed_by_the_next() {
    let home = home();
    for other in ["a", "b"] {
        let folder = Folder::open(&home.path().join(other)).unwrap();
        folder.draft().unwrap().add("big", b"x").unwrap();
        die_after(0);
        drop(folder);
        revive();
    }
    let alive = Folder::open(&home.path().join("c")).unwrap();
    fs::create_dir(home.path().join("mine.unfinished")).unwrap();
    fs::write(home.path().join("mine.unfinished/draft"), "mine").unwrap();
    write(&home.path().join("d"), NEW, "run").unwrap();
    let mut left: Vec<_> =
        fs::read_dir(home.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    assert_eq!(left, ["c.unfinished", "d", "mine.unfinished"]);
    drop(alive);
}

#[test]
fn a_result_of_something_else_is_named_when_it_goes() {
    let home = home();
    let target = home.path().join("results");
    old(&target);
    assert!(write(&target, OLD, "run").unwrap().other.is_none());
    assert_eq!(write(&target, NEW, "review").unwrap().other.unwrap().command, "run");
}

#[test]
fn a_folder_in_the_way_changes_nothing() {
    let home = home();
    let target = home.path().join("results");
    old(&target);
    fs::create_dir_all(target.join("deeper/new/only.csv/my")).unwrap();
    let before = seen(&target);
    assert!(write(&target, NEW, "run").is_err());
    assert_eq!(seen(&target), before);
    assert!(!target.join(INSIDE).exists());
}

/// A manifest can say anything: no name in it leads to a file that is not in the folder, not even by a link.
#[cfg(unix)]
#[test]
fn a_hostile_manifest_reaches_nothing_outside() {
    let home = home();
    let target = home.path().join("results");
    fs::write(home.path().join("precious"), "precious").unwrap();
    fs::create_dir(home.path().join("charts")).unwrap();
    fs::write(home.path().join("charts/net.svg"), "old net").unwrap();
    old(&target);
    fs::remove_dir_all(target.join("charts")).unwrap();
    std::os::unix::fs::symlink(home.path().join("charts"), target.join("charts")).unwrap();
    assert!(write(&target, NEW, "run").is_err(), "a link where a folder has to be");
    assert_eq!(fs::read_to_string(home.path().join("charts/net.svg")).unwrap(), "old net");
    let manifest = target.join(MANIFEST);
    let text = fs::read_to_string(&manifest).unwrap().replace("gone.toml", "../precious");
    fs::write(&manifest, text).unwrap();
    assert!(Manifest::read(&target).is_err());
    fs::remove_file(target.join("charts")).unwrap();
    write(&target, NEW, "run").unwrap();
    assert_eq!(fs::read_to_string(home.path().join("precious")).unwrap(), "precious");
}
