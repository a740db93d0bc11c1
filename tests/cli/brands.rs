//! `loyalsim brands`.

use super::{INPUT, assert_fails, assert_succeeds, run, shop, stdout};
use std::fs;

const SMALL: [&str; 6] = ["-t", "4", "-c", "300", "-o", "out"];

#[test]
fn brands_are_told_in_both_languages_and_come_out_the_same_again() {
    let home = shop();
    let text = include_str!("../../scenarios/toothpaste.toml");
    fs::write(home.path().join("paste.toml"), text).unwrap();
    for (language, words) in [
        ("ru", ["БРЕНДЫ КАТЕГОРИИ", "Закон пересечения", "от других брендов", "Лояльность сверх"]),
        ("en", ["BRANDS OF THE CATEGORY", "Duplication of purchase", "other brands", "excess of the usual"]),
    ] {
        let args = ["brands", "paste.toml", "--lang", language];
        let output = run(home.path(), &[&args[..], &SMALL].concat());
        assert_succeeds(&output);
        let said = stdout(&output);
        for word in words {
            assert!(said.contains(word), "{word} is not in:\n{said}");
        }
    }
    let found = fs::read_to_string(home.path().join("out/brands.json")).unwrap();
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found["brands"].as_array().unwrap().len(), 9);
    let table = fs::read_to_string(home.path().join("out/brands.csv")).unwrap();
    assert_eq!(table.lines().count(), 1 + 9 * 2 * 7);
    for name in ["double-jeopardy", "duplication", "promotion", "promotion-weeks"] {
        let picture = fs::read(home.path().join(format!("out/charts/{name}.png"))).unwrap();
        assert!(picture.starts_with(b"\x89PNG"), "{name}");
    }
    assert_succeeds(&run(home.path(), &["verify", "out", "--again", "--threads", "1"]));
}

#[test]
fn a_design_without_brands_is_refused() {
    let home = shop();
    assert_fails(&run(home.path(), &["brands", "shop.toml"]), INPUT, &["describes no brands", "[brands]"]);
}
