//! What the page answers is what the command line says.

use super::{DESIGN, changed, open, run, settled};
use serde_json::{Value, json};

/// A lever is moved, the answer settles, the design is saved: `loyalsim run` of the file gives the same summary, byte for byte.
#[test]
fn the_settled_answer_is_that_of_run() {
    let home = tempfile::tempdir().unwrap();
    let page = open(home.path(), DESIGN);
    let start = page.ask("start", &json!({ "language": "en" })).unwrap();
    let text = start["given"][0]["text"].as_str().unwrap();
    assert_eq!(text, DESIGN);
    let moved = changed(&page, text, &json!({ "do": "move", "path": "business.gross_margin", "to": 55.0 }));
    let told = settled(&page, &[&moved]);
    assert_eq!(told["answers"][0]["stage"], "settled");
    let saved = json!({ "name": "moved", "text": moved, "replace": false, "language": "en" });
    assert!(page.ask("save", &saved).unwrap().as_str().unwrap().contains("moved.toml"));
    let file = home.path().join("moved.toml");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), moved);
    assert!(moved.contains(DESIGN.lines().next().unwrap()), "comments are kept");
    let own = page.post("summary", &json!({ "text": moved, "language": "en" }).to_string());
    let theirs = run(&file);
    assert!(own.body == theirs, "the page and run differ");
    let net: Value = serde_json::from_str(&theirs).unwrap();
    let net = net["headline"]["net_effect"]["mean"].as_f64().unwrap();
    assert_eq!(told["answers"][0]["price"][0]["exact"].as_f64(), Some(net));
    // a file that is there is not replaced unawares
    assert!(page.ask("save", &saved).unwrap_err().contains("moved.toml"));
}

/// Answers come in stages, the first from few trials, and each says how sure it is.
#[test]
fn rough_answers_come_first() {
    let home = tempfile::tempdir().unwrap();
    let page = open(home.path(), DESIGN);
    let order = json!({ "texts": [DESIGN], "names": ["a"], "shown": 0, "language": "ru" });
    let told = page.listen("play", &order);
    let stages: Vec<(u64, &str)> = told
        .iter()
        .map(|(_, told)| {
            (told["answers"][0]["trials"].as_u64().unwrap(), told["answers"][0]["stage"].as_str().unwrap())
        })
        .collect();
    assert_eq!((stages[0], stages[1]), ((8, "rough"), (32, "rough")));
    assert!(stages.last().unwrap().0 >= 400 && stages.last().unwrap().1 == "settled", "{stages:?}");
    let (_, last) = told.last().unwrap();
    let net = last["answers"][0]["price"][0]["value"].as_str().unwrap();
    assert!(net.contains('±') && !net.contains('.'), "Russian writes a comma: {net}");
    // asked again, nothing is played again
    let again = page.listen("play", &order);
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].1["answers"], last["answers"]);
}

/// Variants are compared on the same customers, with what they differ by.
#[test]
fn variants_stand_side_by_side() {
    let home = tempfile::tempdir().unwrap();
    let page = open(home.path(), DESIGN);
    let gone = json!({ "do": "remove", "path": "program.messages[0]" });
    let other = changed(&page, DESIGN, &gone);
    let told = settled(&page, &[DESIGN, &other]);
    let rows = told["comparison"]["rows"].as_array().unwrap();
    let net = &rows[0]["cells"];
    let exact = |at: usize| net[at]["exact"].as_f64().unwrap();
    assert_ne!(exact(0), exact(1));
    assert!(net[0]["difference"] == "" && net[1]["verdict"] != "open", "{net}");
    assert!(rows.len() > 8);
    let between = json!({ "before": DESIGN, "after": other, "language": "en" });
    assert_eq!(page.ask("changes", &between).unwrap(), json!(["Removed: messages"]));
}

/// A shared file can be read by people and opened again as it was.
#[test]
fn what_is_shared_opens_again() {
    let home = tempfile::tempdir().unwrap();
    let page = open(home.path(), DESIGN);
    let other = changed(&page, DESIGN, &json!({ "do": "move", "path": "business.nps", "to": 40.0 }));
    settled(&page, &[DESIGN, &other]);
    let name = "<script>alert(1)</script>";
    let variants = json!([{ "name": "first", "text": DESIGN }, { "name": name, "text": other }]);
    let file = page.post("share", &json!({ "variants": variants, "language": "en" }).to_string()).body;
    assert!(!file.contains(name) && file.contains("&lt;script&gt;alert(1)"), "names are text");
    assert!(file.contains("<svg") && file.contains("At what price?"));
    let path = home.path().join("shared.html");
    std::fs::write(&path, file).unwrap();
    let again = super::Page::open(&[path]).ask("start", &json!({ "language": "en" })).unwrap();
    assert_eq!(again["given"], variants);
}

/// What cannot be is refused with a remedy, in the language of the page.
#[test]
fn bad_values_are_refused() {
    let home = tempfile::tempdir().unwrap();
    let page = open(home.path(), DESIGN);
    let change = json!({ "do": "move", "path": "business.gross_margin", "to": 140 });
    for (language, said) in [("en", "gross_margin"), ("ru", "gross_margin")] {
        let why = page.ask("change", &json!({ "text": DESIGN, "change": change, "language": language }));
        assert!(why.as_ref().unwrap_err().contains(said), "{why:?}");
    }
    let order = json!({ "texts": ["title = 1"], "names": ["a"], "shown": 0, "language": "en" });
    assert_eq!(page.listen("play", &order)[0].0, "fault");
}
