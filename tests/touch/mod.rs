//! The section "What to touch" of ARCHITECTURE.md: each of its lists names an example, and this counts the files that mention it.

use std::fs;
use std::path::{Path, PathBuf};

/// One thing to add, as the page tells it.
struct Guide {
    title: String,
    /// How many files the title promises.
    promised: usize,
    /// What the example is called in code, messages and keys.
    names: Vec<String>,
    /// Folders in which nothing else may mention it.
    folders: Vec<String>,
    /// Files listed.
    files: Vec<String>,
}

/// Every file listed is there and mentions the example, there are as many as promised, and no other file of the folders needs it.
#[test]
fn what_to_touch_is_true() {
    let guides = guides(&fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap());
    let told: Vec<&str> = guides.iter().map(|guide| guide.title.as_str()).collect();
    for wanted in ["element", "headline measure", "ledger", "rule", "language", "command", "format"] {
        assert!(told.iter().any(|title| title.contains(wanted)), "nothing on {wanted} in {told:?}");
    }
    let wrong: Vec<String> = guides.iter().flat_map(mistakes).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn wrong_lists_are_found() {
    let page = |count: usize, file: &str| {
        let text = format!(
            "## What to touch\n\n### A test: {count} files\n\nExample: `what_to_touch_is_true`, in `tests/touch/`.\n\n- `{file}`: it\n"
        );
        guides(&text).iter().flat_map(mistakes).count()
    };
    assert_eq!(page(1, "tests/touch/mod.rs"), 0);
    assert_eq!(page(2, "tests/touch/mod.rs"), 1, "a wrong count");
    assert_eq!(
        page(1, "tests/source/mod.rs"),
        2,
        "a file that does not mention it, and one that is not listed"
    );
    assert_eq!(page(1, "tests/touch/none.rs"), 2, "a file that is not there");
}

fn mistakes(guide: &Guide) -> Vec<String> {
    let mut wrong = Vec::new();
    if guide.files.len() != guide.promised {
        wrong.push(format!("{}: {} files are listed", guide.title, guide.files.len()));
    }
    for file in &guide.files {
        let text = fs::read_to_string(root().join(file)).unwrap_or_default();
        if !mentions(&text, &guide.names) {
            wrong.push(format!("{}: {file} does not mention {:?}", guide.title, guide.names));
        }
    }
    let below = guide.folders.iter().flat_map(|folder| files(&root().join(folder)));
    for path in below {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap_or_default();
        if !guide.files.contains(&name) && !is_test(&name) && mentions(without_tests(&text), &guide.names) {
            wrong.push(format!("{}: {name} mentions {:?} and is not listed", guide.title, guide.names));
        }
    }
    wrong
}

/// The lists below the heading "What to touch".
fn guides(page: &str) -> Vec<Guide> {
    let section =
        page.split("\n## ").find(|section| section.trim_start_matches("## ").starts_with("What to touch"));
    let parts = section.expect("a section on what to touch").split("\n### ").skip(1);
    parts.map(guide).collect()
}

fn guide(text: &str) -> Guide {
    let title = text.lines().next().unwrap_or_default();
    let count = title.rsplit(": ").next().and_then(|end| end.split(' ').next());
    let example = text.lines().find(|line| line.starts_with("Example: ")).unwrap_or_default();
    let (folders, names) = quoted(example).into_iter().partition(|word| word.ends_with('/'));
    let listed = text.lines().filter(|line| line.starts_with("- `"));
    Guide {
        title: title.to_owned(),
        promised: count.and_then(|count| count.parse().ok()).unwrap_or(0),
        names,
        folders,
        files: listed.filter_map(|line| quoted(line).into_iter().next()).collect(),
    }
}

/// What stands between backticks.
fn quoted(line: &str) -> Vec<String> {
    line.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether the text has one of the names as a whole word.
fn mentions(text: &str, names: &[String]) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    names.iter().any(|name| {
        text.match_indices(name.as_str())
            .any(|(at, _)| !text[..at].ends_with(is_word) && !text[at + name.len()..].starts_with(is_word))
    })
}

/// A file up to its unit tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs") || path.contains("/tests/")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
