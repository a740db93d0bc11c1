//! What the documentation says about the code and about sources holds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The text of every Rust file below `folder`.
fn code_below(folder: &Path) -> String {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let text = |path: &Path| match path.is_dir() {
        true => code_below(path),
        false if path.extension().is_some_and(|end| end == "rs") => fs::read_to_string(path).unwrap(),
        false => String::new(),
    };
    files.iter().map(|path| text(path)).collect()
}

/// Every name and word of a text.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect()
}

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// What stands between backticks in the last column of a table of terms.
fn places_named(terms: &str) -> Vec<String> {
    let rows = terms.lines().filter(|line| line.starts_with("| ") && line.matches('|').count() >= 5);
    let last = rows.filter_map(|row| row.trim_end_matches([' ', '|']).rsplit('|').next());
    last.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned)).collect()
}

/// Terms name types, fields and keys: all of them are there, in the layer named.
#[test]
fn terms_live_where_they_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let src = root.join("src");
    let all = words(&code_below(&src));
    let mut layers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let places = places_named(&document("docs/terms.md"));
    assert!(places.len() > 60, "the tables of terms are not read as they stand: {}", places.len());
    for place in places.iter().filter(|place| !root.join(place).exists()) {
        let path: Vec<&str> = place.split("::").collect();
        let layer = src.join(path[0]);
        let known = match layer.is_dir() {
            true => layers.entry(path[0].to_owned()).or_insert_with(|| words(&code_below(&layer))),
            false => &all,
        };
        let names = &path[usize::from(layer.is_dir())..];
        for name in names {
            let module = layer.join(name).is_dir() || layer.join(format!("{name}.rs")).exists();
            assert!(module || known.contains(*name), "docs/terms.md: `{place}`: there is no {name}");
        }
    }
}
