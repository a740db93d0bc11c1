//! Results side by side: `diff`, `--label`; and what shells and manuals know.

use super::{INPUT, assert_fails, assert_succeeds, run, shop, stderr, stdout};
use std::fs;

const SMALL: [&str; 7] = ["-t", "20", "-c", "80", "-q", "--no-charts", "--label"];

#[test]
fn two_results_of_one_design_stand_side_by_side() {
    let home = shop();
    let here = home.path();
    let labelled = |label: &str| run(here, &[&["run", "shop.toml"], &SMALL[..], &[label]].concat());
    assert_succeeds(&labelled("before"));
    let file = here.join("shop.toml");
    let design = fs::read_to_string(&file).unwrap();
    let line = design.lines().find(|line| line.starts_with("gross_margin")).unwrap();
    fs::write(&file, design.replacen(line, "gross_margin = 0.5", 1)).unwrap();
    assert_succeeds(&labelled("after"));
    let [old, new] = ["before", "after"].map(|label| format!("loyalsim-out/shop-{label}"));
    let told = run(here, &["diff", &old, &new]);
    assert_succeeds(&told);
    let said = stdout(&told);
    for words in ["business.gross_margin", "→ 0.5", "Contribution without a program", "trial by trial"] {
        assert!(said.contains(words), "'{words}' is not in:\n{said}");
    }
    let same = stdout(&run(here, &["diff", &old, &old, "--lang", "ru"]));
    assert!(same.contains("различий нет") && same.contains("ни один"), "{same}");
    assert_fails(&labelled("a/b"), INPUT, &["letters"]);
    assert_fails(&run(here, &["diff", &old, "nowhere"]), INPUT, &["nowhere", "loyalsim run"]);
}

#[test]
fn shells_and_manuals_know_every_command() {
    let home = shop();
    let here = home.path();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(here, &["completions", shell]);
        assert_succeeds(&script);
        for word in ["merge", "sensitivity", "--xlsx", "--lang"] {
            let bare = word.trim_start_matches('-');
            assert!(stdout(&script).contains(bare), "{shell}: no {word}");
        }
    }
    assert_succeeds(&run(here, &["man", "pages"]));
    let page = fs::read_to_string(here.join("pages/loyalsim-run.1")).unwrap();
    assert!(page.contains("customers") && page.contains(".SH"), "{page}");
    assert!(fs::read_to_string(here.join("pages/loyalsim.1")).unwrap().contains("merge"));
}

#[test]
fn verbose_says_what_it_took() {
    let home = shop();
    let said = run(home.path(), &["check", "shop.toml", "-v"]);
    assert_succeeds(&said);
    let note = stderr(&said);
    assert!(note.contains("seconds") && note.contains(env!("CARGO_PKG_VERSION")), "{note}");
}

/// The shop with as many customers, in two designs of which one gives points for joining.
fn two_large_shops() -> tempfile::TempDir {
    let home = shop();
    let file = home.path().join("shop.toml");
    let text = fs::read_to_string(&file).unwrap();
    let at = text.find("\ncustomers").unwrap() + 1;
    let end = at + text[at..].find('\n').unwrap();
    let text = format!("{}customers = 50_000{}", &text[..at], &text[end..]);
    fs::write(home.path().join("dear.toml"), text.replacen("earn", "welcome_points = 500\nearn", 1)).unwrap();
    fs::write(file, text).unwrap();
    home
}

/// What is compared is compared with a run, too, and simulates as many customers; what plays many variants simulates fewer.
#[test]
fn as_many_customers_are_simulated_as_a_command_needs() {
    let home = two_large_shops();
    for (command, more, customers) in [
        ("compare", &["dear.toml"][..], 3_000),
        ("exit", &["--every", "30"], 1_000),
        ("sweep", &["--set", "program.points.earn=1%,2%"], 1_000),
        ("stress", &[], 1_000),
    ] {
        let size = ["-q", "--no-charts", "-t", "10", "-o", command];
        assert_succeeds(&run(home.path(), &[&[command, "shop.toml"], &size[..], more].concat()));
        let told = fs::read_to_string(home.path().join(format!("{command}/{command}.json"))).unwrap();
        let found: serde_json::Value = serde_json::from_str(&told).unwrap();
        assert_eq!(found["origin"]["customers"], customers, "{command}");
    }
}

#[test]
fn one_design_is_compared_with_nothing() {
    let home = shop();
    for (language, words) in [("en", "name two designs or more"), ("ru", "назовите два проекта или больше")]
    {
        let output = run(home.path(), &["compare", "shop.toml", "--lang", language]);
        assert_fails(&output, INPUT, &[words]);
    }
}
