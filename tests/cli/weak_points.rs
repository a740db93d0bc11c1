//! Weak points that need no run: `check` tells all of them, other commands the worst.

use super::{assert_succeeds, changed_shop, run, stderr};

/// Three hundred points instead of three: years, where points live for a year and a half.
fn out_of_reach() -> tempfile::TempDir {
    changed_shop("minimum_to_redeem = 3 ", "minimum_to_redeem = 300 ")
}

#[test]
fn check_tells_the_worst_first_with_place_and_remedy() {
    let home = out_of_reach();
    let output = run(home.path(), &["check", "shop.toml"]);
    assert_succeeds(&output);
    let told = stderr(&output);
    let first = told.lines().next().unwrap();
    assert!(first.starts_with("critical weak point: shop.toml: P01, line "), "{told}");
    assert!(first.contains("Remedy: "), "{told}");
    assert!(told.contains("moderate weak point: "), "{told}");
    let russian = stderr(&run(home.path(), &["check", "shop.toml", "--lang", "ru"]));
    assert!(russian.starts_with("критическое слабое место: shop.toml: P01, строка "), "{russian}");
    assert_eq!(russian.lines().count(), told.lines().count());
}

#[test]
fn other_commands_tell_the_worst_and_how_many_there_are() {
    let home = out_of_reach();
    let told = stderr(&run(home.path(), &["explain", "shop.toml"]));
    assert!(told.starts_with("critical weak point: shop.toml: P01, line "), "{told}");
    assert!(!told.contains("moderate weak point"), "{told}");
    assert!(told.lines().last().unwrap().contains("`loyalsim check shop.toml`"), "{told}");
}

#[test]
fn the_command_that_tells_the_others_can_be_typed() {
    let home = out_of_reach();
    std::fs::rename(home.path().join("shop.toml"), home.path().join("my shop.toml")).unwrap();
    let told = stderr(&run(home.path(), &["explain", "my shop.toml"]));
    let typed =
        if cfg!(windows) { "`loyalsim check \"my shop.toml\"`" } else { "`loyalsim check 'my shop.toml'`" };
    assert!(told.lines().last().unwrap().contains(typed), "{told}");
}
