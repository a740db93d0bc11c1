//! The page of `loyalsim open` as browsers and attackers meet it: over HTTP.

#![cfg(feature = "serve")]

mod answers;
mod client;
mod hostile;
mod start;

use client::Page;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A scenario that simulates fast.
const DESIGN: &str = include_str!("../../scenarios/coffee.toml");

/// The page of `text`, saved in `home`.
fn open(home: &Path, text: &str) -> Page {
    let file = home.join("mine.toml");
    std::fs::write(&file, text).unwrap();
    Page::open(&[file])
}

/// The last answers to an order.
fn settled(page: &Page, texts: &[&str]) -> Value {
    let names: Vec<String> = (1..=texts.len()).map(|n| format!("v{n}")).collect();
    let order = json!({ "texts": texts, "names": names, "shown": 0, "language": "en" });
    let told = page.listen("play", &order);
    let (kind, last) = told.last().expect("answers");
    assert_eq!(kind, "answers", "{last}");
    last.clone()
}

/// The design with a change made.
fn changed(page: &Page, text: &str, change: &Value) -> String {
    let asked = json!({ "text": text, "change": change, "language": "en" });
    page.ask("change", &asked).unwrap()["text"].as_str().unwrap().to_owned()
}

/// What `loyalsim run` writes of a file.
fn run(file: &Path) -> String {
    let out: PathBuf = file.with_extension("out");
    let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("loyalsim"));
    command.args(["run", "--no-charts", "-q", "--out"]).arg(&out).arg(file).assert().success();
    std::fs::read_to_string(out.join("summary.json")).unwrap()
}
