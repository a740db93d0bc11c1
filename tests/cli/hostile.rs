//! Text from a design is text: hostile strings stand in every text field, and every output is read by a parser of its format.

use super::{assert_succeeds, run, stderr, stdout};
use loyalsim::design::Design;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use toml_edit::{DocumentMut, Item, Value};

const FULL: &str = include_str!("../designs/full.toml");

/// What each language takes for its own: spreadsheets, HTML, Markdown, SVG, shells, templates.
const HOSTILE: [&str; 8] = [
    "=cmd|' /C calc'!A0 `<zz onzz=1>",
    "</style></script></text><zz onzz=1><!-- & ]]> \\ \" ' &lt;zz&gt;",
    "@SUM(A1) | a || `` b `c` ``` [zz](javascript:zz) ![zz](zz.png) <zz>",
    "+1 **b** __i__ ~~s~~ # h <javascript:zz> [^1] $x$ {zz} { $zz } {{zz}} %s {0}",
    "-1; rm -rf ~ $(zz) `zz` && zz > /dev/null #",
    "1. one\u{200f}\u{feff}\u{200b} e\u{301}\u{301}\u{301} 👩‍👩‍👧 שלום",
    "' OR 1=1 -- <zz/onzz=1>",
    "＝1＋1 \u{3000} ﷽ <<zz>> `",
];

/// The design with every text that is not a word of the format made hostile, and those texts.
fn hostile_design() -> (String, Vec<String>) {
    // what the plan says is different in each line
    let mut text = FULL.to_owned();
    for nth in 0..FULL.matches("\"said\"").count() {
        text = text.replacen("\"said\"", &format!("\"said {nth}\""), 1);
    }
    let mut placed = Vec::new();
    let mut found = BTreeSet::new();
    collect(text.parse::<DocumentMut>().unwrap().as_item(), &mut found);
    for (nth, old) in found.into_iter().enumerate() {
        let new = format!("{} zz{nth}", HOSTILE[nth % HOSTILE.len()]);
        let mut changed: DocumentMut = text.parse().unwrap();
        replace(changed.as_item_mut(), &old, &new);
        let changed = changed.to_string();
        if Design::parse(&changed).is_ok() {
            (text, placed) = (changed, [placed, vec![new]].concat());
        }
    }
    (text, placed)
}

fn collect(item: &Item, found: &mut BTreeSet<String>) {
    fn of_value(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::String(text) => {
                found.insert(text.value().clone());
            }
            Value::Array(array) => array.iter().for_each(|value| of_value(value, found)),
            Value::InlineTable(table) => {
                for (key, value) in table {
                    found.insert(key.to_owned());
                    of_value(value, found);
                }
            }
            Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {}
        }
    }
    match item {
        Item::Value(value) => of_value(value, found),
        Item::Table(table) => {
            // what is to be made best and by which levers are words of the format, read when they are used
            for (key, item) in table.iter().filter(|(key, _)| *key != "optimise") {
                found.insert(key.to_owned());
                collect(item, found);
            }
        }
        Item::ArrayOfTables(tables) => {
            tables.iter().for_each(|table| collect(&Item::Table(table.clone()), found));
        }
        Item::None => {}
    }
}

/// Replaces a text wherever it stands: as a value, or as a key that is a name.
fn replace(item: &mut Item, old: &str, new: &str) {
    fn in_value(value: &mut Value, old: &str, new: &str) {
        match value {
            Value::String(text) if text.value() == old => *value = new.into(),
            Value::Array(array) => array.iter_mut().for_each(|value| in_value(value, old, new)),
            Value::InlineTable(table) => {
                if let Some(inner) = table.remove(old) {
                    table.insert(new, inner);
                }
                table.iter_mut().for_each(|(_, value)| in_value(value, old, new));
            }
            Value::String(_)
            | Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Datetime(_) => {}
        }
    }
    match item {
        Item::Value(value) => in_value(value, old, new),
        Item::Table(table) => {
            if let Some(inner) = table.remove(old) {
                table.insert(new, inner);
            }
            table.iter_mut().for_each(|(_, item)| replace(item, old, new));
        }
        Item::ArrayOfTables(tables) => {
            for table in tables.iter_mut() {
                let mut whole = Item::Table(table.clone());
                replace(&mut whole, old, new);
                *table = whole.into_table().unwrap();
            }
        }
        Item::None => {}
    }
}

/// The design with only a few of its ranges, the other numbers certain: a command that tries each uncertain number by itself is done soon.
fn with_few_ranges(text: &str) -> String {
    fn settle(item: &mut Item, left: &mut usize) {
        match item {
            Item::Value(value) => settle_value(value, left),
            Item::Table(table) => table.iter_mut().for_each(|(_, item)| settle(item, left)),
            Item::ArrayOfTables(tables) => {
                tables.iter_mut().for_each(|table| table.iter_mut().for_each(|(_, item)| settle(item, left)));
            }
            Item::None => {}
        }
    }
    fn settle_value(value: &mut Value, left: &mut usize) {
        match value {
            Value::Array(array) => array.iter_mut().for_each(|value| settle_value(value, left)),
            Value::InlineTable(table) => match table.get("mode").cloned() {
                Some(_) if *left > 0 => *left -= 1,
                Some(mode) => {
                    table.retain(|key, _| !["low", "mode", "high"].contains(&key));
                    table.insert("value", mode);
                }
                None => table.iter_mut().for_each(|(_, value)| settle_value(value, left)),
            },
            _ => {}
        }
    }
    let (mut design, mut left) = (text.parse::<DocumentMut>().unwrap(), 6);
    // what is certain correlates with nothing
    design.remove("correlations");
    settle(design.as_item_mut(), &mut left);
    design.to_string()
}

/// Nothing in the text acts on a terminal, but line feeds.
#[track_caller]
fn assert_readable(text: &str, what: &str) {
    let acts = text.chars().find(|c| {
        c.is_control() && *c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
            || *c >= '\u{f0000}'
    });
    assert_eq!(acts, None, "{what}");
}

#[track_caller]
fn assert_csv(text: &str, what: &str) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| row.unwrap_or_else(|e| panic!("{what}: {e}")));
    for cell in
        std::iter::once(head).chain(rows).flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>())
    {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
        assert!(!formula || cell.parse::<f64>().is_ok(), "{what}: {cell}");
        assert!(cell.parse::<f64>().is_err() || cell.len() < 32, "{what}: {cell}");
    }
}

/// The page has its own tags and no others, and no attribute that a script could stand in.
#[track_caller]
fn assert_html(text: &str, what: &str) {
    for Ok(token) in html5gum::Tokenizer::new(text) {
        let html5gum::Token::StartTag(tag) = token else { continue };
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        assert!(!name.contains("zz") && name != "script" && name != "iframe", "{what}: <{name}>");
        for (key, value) in &tag.attributes {
            let (key, value) = (String::from_utf8_lossy(key), String::from_utf8_lossy(value));
            assert!(!key.starts_with("on"), "{what}: <{name} {key}>");
            assert!(!["href", "src"].contains(&&*key) || value.starts_with('#'), "{what}: {key}={value}");
        }
    }
}

/// No HTML, no link; pictures are those of the review.
#[track_caller]
fn assert_markdown(text: &str, what: &str) {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("{what}: {html}"),
            Event::Start(Tag::Link { dest_url, .. }) => panic!("{what}: a link to {dest_url}"),
            Event::Start(Tag::Image { dest_url, .. }) => {
                assert!(dest_url.starts_with("charts/"), "{what}: a picture from {dest_url}");
            }
            _ => {}
        }
    }
}

#[track_caller]
fn assert_svg(text: &str, what: &str) {
    let svg = roxmltree::Document::parse(text).unwrap_or_else(|e| panic!("{what}: {e}"));
    for node in svg.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(name != "zz" && name != "script" && name != "foreignObject", "{what}: <{name}>");
        let mut attributes = node.attributes().map(|attribute| attribute.name());
        assert!(attributes.all(|key| !key.starts_with("on") && key != "href"), "{what}: <{name}>");
    }
}

/// Reads every file of a result; returns all of it in a row.
fn read_all(folder: &Path) -> String {
    let mut read = String::new();
    let mut next = vec![folder.to_owned()];
    while let Some(folder) = next.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                next.push(path);
                continue;
            }
            let what = path.display().to_string();
            let bytes = fs::read(&path).unwrap();
            let text = || String::from_utf8(bytes.clone()).unwrap_or_else(|e| panic!("{what}: {e}"));
            match path.extension().and_then(|e| e.to_str()).unwrap_or_default() {
                "csv" => assert_csv(&text(), &what),
                "html" => assert_html(&text(), &what),
                "md" => assert_markdown(&text(), &what),
                "svg" => assert_svg(&text(), &what),
                "json" => drop(serde_json::from_str::<serde_json::Value>(&text()).unwrap()),
                "jsonl" => text().lines().for_each(|line| {
                    serde_json::from_str::<serde_json::Value>(line).unwrap();
                }),
                "toml" => drop(Design::parse(&text()).unwrap_or_else(|e| panic!("{what}: {e:?}"))),
                "txt" => assert_readable(&text(), &what),
                "png" | "parquet" => continue,
                other => panic!("{what}: nobody reads {other}"),
            }
            read += &text();
        }
    }
    read
}

#[test]
fn hostile_text_is_text_in_every_output() {
    let (design, placed) = hostile_design();
    assert!(placed.len() > 30, "{} texts are hostile", placed.len());
    let home = tempfile::tempdir().unwrap();
    let file = "a;b $(zz) `zz` <zz>.toml";
    fs::write(home.path().join(file), &design).unwrap();
    fs::write(home.path().join("other.toml"), with_few_ranges(&design)).unwrap();
    let few = "few ranges; `zz` <zz>.toml";
    fs::write(home.path().join(few), with_few_ranges(&design)).unwrap();
    let mut all = String::new();
    for command in [
        &["check", file][..],
        &["explain", file],
        &["explain", file, "--lang", "ru"],
        &["run", file, "-t", "4", "-c", "50", "-o", "out", "--monthly", "--categories"],
        &["run", file, "-t", "2", "-c", "50", "-o", "out", "--lang", "ru"],
        &["review", few, "-t", "8", "-c", "50", "-o", "out", "--no-pdf", "--rival", "other.toml"],
        &["review", few, "-t", "8", "-c", "50", "-o", "out", "--no-pdf", "--lang", "ru"],
        &["compare", file, "other.toml", "-t", "2", "-c", "50", "-o", "out"],
        &["exit", file, "--every", "24", "-t", "2", "-c", "50", "-o", "out"],
        &["optimise", file, "--points", "4", "--fresh", "4", "-t", "2", "-c", "50", "-o", "out"],
        &["stress", few, "-t", "8", "-c", "50", "-o", "out"],
        &["sensitivity", few, "-t", "8", "-c", "50", "-o", "out"],
        &["voi", few, "--no-counter", "--alternative", "other.toml", "-t", "64", "-c", "50", "-o", "out"],
    ] {
        let output = run(home.path(), command);
        assert_succeeds(&output);
        assert_readable(&stdout(&output), &format!("{command:?}"));
        assert_readable(&stderr(&output), &format!("{command:?}"));
        let out = home.path().join("out");
        if out.exists() {
            all += &read_all(&out);
        }
        all += &stdout(&output);
    }
    let csv = run(home.path(), &["explain", file, "--format", "csv"]);
    assert_csv(&stdout(&csv), "explain");
    let json = run(home.path(), &["explain", file, "--format", "json"]);
    serde_json::from_slice::<serde_json::Value>(&json.stdout).unwrap();
    let seen = placed.iter().filter(|text| all.contains(text.rsplit(' ').next().unwrap_or_default())).count();
    assert_eq!(seen, placed.len(), "every text comes out somewhere");
}

#[test]
fn characters_that_act_on_readers_reach_no_terminal() {
    let home = super::shop();
    let text = fs::read_to_string(home.path().join("shop.toml")).unwrap();
    // In the name of the file, in a comment beside a fault, in a key, in what is typed.
    let name = "a\u{1b}[31m\u{9b}2J\u{202e}.toml";
    let text = text.replacen("title", "# \u{202e}\u{9b}\n\"k\\u001b\u{202e}\" = 1\ntitle", 1);
    let text = text.replacen("horizon_months", "horizon_months = \"x\" # \u{2066} \u{9b}31m\n#", 1);
    fs::write(home.path().join(name), text).unwrap();
    for args in [
        &["check", name][..],
        &["check", name, "--lang", "ru"],
        &["run", "no\u{1b}]0;x\u{7}such.toml"],
        &["sweep", "shop.toml", "--set", "a\u{1b}[2J=1,2"],
        &["sweep", "shop.toml", "--set", "program.cost_per_month=1,2", "--measure", "\u{202e}x"],
        &["run", "shop.toml", "-t", "2", "-c", "50", "--no-charts", "-o", "out\u{1b}[2J"],
        &["verify", "out\u{9b}"],
        &["new", "shop\u{1b}[2J"],
    ] {
        let output = run(home.path(), args);
        assert_readable(&stdout(&output), &format!("{args:?}"));
        assert_readable(&stderr(&output), &format!("{args:?}"));
        assert!(!stdout(&output).is_empty() || !stderr(&output).is_empty(), "{args:?}");
    }
}
