//! The design format from outside: its messages, its schema, and what no text may do to it.

mod brands;
mod combinations;
mod found;
mod messages;
mod properties;
mod schema;
mod slips;
mod today;

use std::fs;
use std::path::{Path, PathBuf};

/// A design with every key of the format.
const FULL: &str = include_str!("../designs/full.toml");

/// The TOML files of a folder of the project with their texts, in the order of their names.
fn designs_in(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}
