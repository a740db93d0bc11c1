//! Teams whose programs stand before each other's customers.

use super::class::Class;
use super::lesson::{kept, run};
use super::{DISCOUNT, bet, home, round};
use serde_json::json;

/// What a team comes to beside the others is what `loyalsim run` says of its design with that rival, to the digit.
#[test]
fn teams_can_be_rivals() {
    let home = home();
    let class = Class::open(home.path(), &["--lever", DISCOUNT]);
    let anna = class.join("Anna", "Red").unwrap();
    let shock = |number: u64, key: &str| {
        class.teacher("shock", &json!({ "round": number, "key": key, "language": "en" }))
    };
    assert!(shock(1, "rival-teams").is_err(), "there is nobody else yet");
    let ivan = class.join("Ivan", "Blue").unwrap();
    shock(1, "rival-teams").unwrap();
    let brief = class.look(&anna).unwrap()["brief"]["shocks"].to_string();
    assert!(brief.contains("the other teams are your rivals"), "{brief}");
    let told =
        round(&class, 1, &[(&anna, 2.0, bet(0.5, -9000.0, 0.0)), (&ivan, 10.0, bet(0.5, -9000.0, 0.0))]);
    let kept = kept(home.path());
    let [red, blue] = [0, 1].map(|at| kept["teams"][at].clone());
    let worth = |value: &serde_json::Value| value["worth"].as_f64().unwrap();
    assert_eq!((worth(&red["rivals"]["own"]), worth(&red["rivals"]["met"])), (0.02, 0.1));
    assert_eq!(blue["rivals"]["met"], red["rivals"]["own"]);
    let text = red["text"].as_str().unwrap();
    assert!(!text.contains("[[rival]]"), "the design is the team's own");
    let contacts = red["rivals"]["met"]["proper_contacts"].as_f64().unwrap();
    let beside = format!(
        "{text}\n[[rival]]\nname = \"them\"\nopens_from = \"2026-01\"\nprogram_worth = 0.1\nproper_contacts = {contacts}\n"
    );
    for (text, net) in [(text, &red["rivals"]["alone"]), (&beside, &red["net"])] {
        let (summary, _) = run(home.path(), text);
        for part in ["mean", "mc_error", "p5", "p95"] {
            assert_eq!(net[part], summary["headline"]["net_effect"][part], "{part}");
        }
    }
    assert!(red["rivals"]["business"].as_f64().unwrap() < 0.0, "a rival costs");
    let best = &red["rivals"]["best"];
    assert!(best["mean"].as_f64() >= red["net"]["mean"].as_f64());
    let why = told["teams"][0]["why"].to_string();
    assert!(why.contains("the rival’s, 10.0"), "{why}");
    assert!(told["best"]["changes"].to_string().contains("Blue: "), "{}", told["best"]);
    // for this round alone
    class.step(2, "brief").unwrap();
    assert_eq!(class.look(&anna).unwrap()["brief"]["shocks"], json!([]));
    let table = class.get(&format!("{}class.csv", class.path)).body;
    let (head, first) = (table.lines().next().unwrap(), table.lines().nth(1).unwrap());
    let column = head.split(',').position(|name| name == "rivals_program_worth").unwrap();
    assert_eq!((first.split(',').nth(1), first.split(',').nth(column)), (Some("rival-teams"), Some("0.1")));
}
