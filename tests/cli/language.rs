//! Languages: whatever loyalsim says, it says in the language asked for, or in that of the environment.

use super::{INPUT, assert_fails, assert_succeeds, changed_shop, loyalsim, run, shop, stderr, stdout};
use std::path::Path;

fn russian(home: &Path, args: &[&str]) -> std::process::Output {
    run(home, &[args, &["--lang", "ru"]].concat())
}

#[test]
fn faults_and_warnings_speak_russian() {
    let home = changed_shop("gross_margin = 0.32", "gross_margin = 32");
    for command in ["check", "run", "explain", "sweep"] {
        let args = [command, "shop.toml", "--set", "business.nps=1,2"];
        let args = if command == "sweep" { &args[..] } else { &args[..2] };
        let output = russian(home.path(), args);
        let words = ["указано 32; допустимо: от 0.001 до 1", "32 % записывают так: 0.32", "1 ошибка"];
        assert_fails(&output, INPUT, &words);
    }
    let home = changed_shop("nps = 22", "nps = 0.22");
    let output = russian(home.path(), &["check", "shop.toml"]);
    assert_succeeds(&output);
    assert!(stderr(&output).starts_with("предупреждение: shop.toml: строка "), "{}", stderr(&output));
    assert!(stderr(&output).contains("запишите 22"), "{}", stderr(&output));
    assert!(
        stdout(&output).starts_with("shop.toml: проект готов к расчёту (2 сегмента, "),
        "{}",
        stdout(&output)
    );
}

#[test]
fn failures_and_new_speak_russian() {
    let home = tempfile::tempdir().unwrap();
    let said = stdout(&russian(home.path(), &["new", "a"]));
    assert!(said.starts_with("Создан файл: a.toml"), "{said}");
    let design = std::fs::read_to_string(home.path().join("a.toml")).unwrap();
    assert!(design.starts_with("#:schema loyalsim.schema.json\n# Проект: бизнес"), "{design}");
    assert_fails(
        &russian(home.path(), &["new", "a"]),
        INPUT,
        &["ошибка: файл a.toml уже есть", "что сделать:"],
    );
    assert_fails(&russian(home.path(), &["check", "b.toml"]), INPUT, &["нет файла b.toml"]);
    let sweep = ["sweep", "a.toml", "--set", "business.npz=1,2"];
    let meant = ["в проекте нет `business.npz`", "возможно, имелось в виду `business.nps`"];
    assert_fails(&russian(home.path(), &sweep), INPUT, &meant);
}

#[test]
fn numbers_are_explained_in_russian() {
    let home = shop();
    let said = stdout(&russian(home.path(), &["explain", "shop.toml"]));
    for words in
        ["Чисел в расчёте: ", "по умолчанию", "Какая часть продажи по полной цене", "Единица: доля выручки"]
    {
        assert!(said.contains(words), "{words} is not in\n{said}");
    }
    let list = stdout(&russian(home.path(), &["explain", "shop.toml", "--format", "json"]));
    let rows: Vec<serde_json::Value> = serde_json::from_str(&list).unwrap();
    assert!(rows.len() > 100);
    let cyrillic = |text: &serde_json::Value| text.as_str().unwrap().contains(|c| ('а'..='я').contains(&c));
    for row in &rows {
        assert!(cyrillic(&row["meaning"]), "{row}");
    }
}

#[test]
fn the_environment_chooses_and_an_option_wins() {
    let home = shop();
    let said = |set: &[(&str, &str)], args: &[&str]| {
        let mut command = loyalsim(home.path());
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        stdout(&command.envs(set.iter().copied()).args(args).output().unwrap())
    };
    let check = ["check", "shop.toml"];
    assert!(said(&[], &check).contains("can be run"));
    assert!(said(&[("LANG", "ru_RU.UTF-8")], &check).contains("готов к расчёту"));
    assert!(said(&[("LANG", "ru_RU.UTF-8"), ("LC_ALL", "C")], &check).contains("can be run"));
    assert!(said(&[("LC_MESSAGES", "ru"), ("LANG", "en_GB")], &check).contains("готов к расчёту"));
    assert!(said(&[("LANG", "ru_RU.UTF-8")], &["check", "shop.toml", "--lang", "en"]).contains("can be run"));
    assert!(said(&[], &["--lang", "ru", "check", "shop.toml"]).contains("готов к расчёту"));
}
