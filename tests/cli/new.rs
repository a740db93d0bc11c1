//! `new`: writes a design that can be run, and never over another.

use super::{INPUT, assert_fails, assert_succeeds, run, stdout};
use std::fs;

#[test]
fn the_starter_design_is_valid() {
    let home = super::shop();
    let output = run(home.path(), &["check", "shop.toml"]);
    assert_succeeds(&output);
    assert!(stdout(&output).contains("shop.toml: can be run"), "{}", stdout(&output));
    let told = super::stderr(&output);
    assert!(!told.contains("warning") && !told.contains("critical"), "{told}");
}

#[test]
fn a_template_has_the_numbers_of_its_industry() {
    let home = tempfile::tempdir().unwrap();
    for language in ["en", "ru"] {
        let name = format!("cafe-{language}");
        assert_succeeds(&run(home.path(), &["new", &name, "--template", "coffee", "--lang", language]));
        assert_succeeds(&run(home.path(), &["check", &format!("{name}.toml")]));
        let text = fs::read_to_string(home.path().join(format!("{name}.toml"))).unwrap();
        assert!(
            text.contains("basis = \"assumed\"") && text.contains(&format!("title = \"{name}\"")),
            "{text}"
        );
    }
    let unknown = run(home.path(), &["new", "forge", "--template", "smithy"]);
    assert_fails(&unknown, INPUT, &["smithy", "pharmacy", "distributor"]);
    assert!(!home.path().join("forge.toml").exists());
}

#[test]
fn it_says_what_to_do_next() {
    let home = tempfile::tempdir().unwrap();
    let output = run(home.path(), &["new", "shop"]);
    assert!(stdout(&output).contains("loyalsim run shop.toml"), "{}", stdout(&output));
    assert!(fs::read_to_string(home.path().join("shop.toml")).unwrap().contains("title = \"shop\""));
}

/// The commands it names can be copied into a shell as they stand.
#[cfg(unix)]
#[test]
fn names_with_spaces_are_quoted() {
    let home = tempfile::tempdir().unwrap();
    let said = stdout(&run(home.path(), &["new", "Моя аптека"]));
    assert!(said.contains("loyalsim check 'Моя аптека.toml'\n"), "{said}");
    assert!(said.contains("loyalsim run 'Моя аптека.toml'\n"), "{said}");
    let command = said.lines().find_map(|line| line.trim().strip_prefix("loyalsim check ")).unwrap();
    let shell =
        std::process::Command::new("sh").args(["-c", &format!("printf %s {command}")]).output().unwrap();
    assert_eq!(String::from_utf8(shell.stdout).unwrap(), "Моя аптека.toml");
}

#[test]
fn an_existing_file_is_kept() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("shop.toml"), "mine").unwrap();
    let output = run(home.path(), &["new", "shop"]);
    assert_fails(&output, INPUT, &["shop.toml already exists", "--force"]);
    assert_eq!(fs::read_to_string(home.path().join("shop.toml")).unwrap(), "mine");
    assert_succeeds(&run(home.path(), &["new", "shop", "--force"]));
    assert_ne!(fs::read_to_string(home.path().join("shop.toml")).unwrap(), "mine");
}

#[test]
fn impossible_names_are_refused() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("taken.toml")).unwrap();
    for (name, word) in [
        ("", "required"),
        ("..", "not a name"),
        ("folder/", "not a name"),
        ("nowhere/shop", "no folder nowhere"),
        ("taken", "is a folder"),
    ] {
        assert_fails(&run(home.path(), &["new", name]), INPUT, &[word]);
    }
}

#[test]
fn nothing_else_is_left_in_the_folder() {
    let home = super::shop();
    let mut files: Vec<_> = fs::read_dir(home.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    files.sort();
    assert_eq!(files, ["loyalsim.schema.json", "shop.toml"]);
}
