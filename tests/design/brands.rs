//! What can be wrong with `[brands]`, and that it says so.

use loyalsim::design::Design;
use loyalsim::words::{Language, Words};

const TEXT: &str = include_str!("../../scenarios/toothpaste.toml");
const EN: Words<'static> = Words::new(Language::En);

/// What is said of the scenario with `from` replaced by `to`, which has one fault.
fn said(from: &str, to: &str) -> String {
    assert!(TEXT.contains(from), "{from}");
    let problems = Design::parse(&TEXT.replacen(from, to, 1)).expect_err(to);
    assert_eq!(problems.count(), 1, "{to}: {}", EN.plain_problems(&problems));
    EN.plain_problems(&problems)
}

#[test]
fn faults_name_value_range_and_remedy() {
    const PENETRATION: &str = "penetration = { value = 0.56";
    const SHAPE: &str = "choice_shape = { value = 1.3, basis = \"published\", source = \"Goodhardt, Ehrenberg & Chatfield 1984\" }";
    for (from, to, words) in [
        ("share = 0.14", "share = 0.24", &["the shares of the brands", "1.1", "lower them by 0.1"][..]),
        ("own = \"Colgate DC\"", "own = \"Colgate\"", &["brands.own", "\"Colgate\"", "Macleans"]),
        (PENETRATION, "penetration = { value = 0.95", &["0.95", "0.904", "2.6"]),
        (SHAPE, "choice_shape = 0", &["choice_shape", "0.01", "between 0.5 and 3"]),
        (
            PENETRATION,
            "purchase_shape = 0.8\npenetration = { value = 0.56",
            &["purchase_shape", "penetration"],
        ),
        ("name = \"Macleans\"", "name = \"Signal\"", &["brand", "Signal", "line"]),
        ("discount = 0.2", "discount = 20", &["brands.promotion.discount", "20", "0.95"]),
        ("discount = 0.2", "discount = 0.9\nelasticity = 50\nincidence = 0", &["46", "lower the elasticity"]),
        (
            "penetration = 0.17\n",
            "penetration = { low = 0.1, mode = 0.17, high = 0.2 }\n",
            &["plain numbers"],
        ),
    ] {
        let said = said(from, to);
        for word in words {
            assert!(said.contains(word), "{word} is not in:\n{said}");
        }
    }
}

#[test]
fn the_shape_of_choices_follows_from_penetrations_or_is_missed() {
    let from = TEXT.find("choice_shape").unwrap();
    let line = TEXT[from..].lines().next().unwrap();
    let solved = Design::parse(&TEXT.replace(line, "")).unwrap().brands.unwrap();
    assert!(solved.choice_solved && (solved.market.shape - 1.55).abs() < 0.005, "{}", solved.market.shape);
    let bare: String = TEXT.replace(line, "").lines().fold(String::new(), |text, line| {
        if line.starts_with("penetration = 0.") { text } else { text + line + "\n" }
    });
    let problems = Design::parse(&bare).unwrap_err();
    assert!(EN.plain_problems(&problems).contains("choice_shape"), "{problems}");
    let far = TEXT.replace(line, "").replace("penetration = 0.17", "penetration = 0.5");
    let said = EN.plain_problems(&Design::parse(&far).unwrap_err());
    assert!(said.contains("Macleans") && said.contains("0.5; allowed: 0.106 to 0.211"), "{said}");
}

/// The customers that are simulated must be buyers of the own brand.
#[test]
fn rates_that_disagree_are_named() {
    let text = TEXT.replacen("purchases_per_year = 3.8", "purchases_per_year = 20", 1);
    let warnings = Design::parse(&text).unwrap().warnings;
    let said: Vec<String> = warnings.iter().map(|warning| EN.tell(&warning.what)).collect();
    assert!(said.iter().any(|said| said.contains("1.82") && said.contains("per quarter")), "{said:?}");
}
