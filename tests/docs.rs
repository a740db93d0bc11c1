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

/// Columns of the engine's customers: fields of the `columns!` of a file whose type and default begin as one of `types`.
fn columns(file: &str, types: &[&str]) -> Vec<String> {
    let text = document(file);
    let fields = text.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": "));
    let columns = fields.filter(|(_, kind)| types.iter().any(|name| kind.starts_with(name)));
    columns.map(|(name, _)| name.to_owned()).collect()
}

/// The model's description has a row for everything that a simulated customer is.
#[test]
fn the_tables_of_state_variables_are_complete() {
    let model = document("docs/model.md");
    for file in ["src/population/people.rs", "src/simulate/state.rs"] {
        let columns = columns(file, &["f32 =", "i32 =", "u8 =", "Vec<Points>", "Lanes"]);
        assert!(columns.len() > 10, "the columns of {file} are not read as they stand: {columns:?}");
        for column in columns {
            let row = format!("| `{column}` |");
            assert!(model.contains(&row), "docs/model.md: no row for `{column}` of {file}");
        }
    }
}

/// A study, named by the words before a year.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Citation {
    /// The last name before the year: of the last author named, or of the only one.
    name: String,
    year: String,
}

/// Citations of a text: `Author 2003`, `One & Other 1998`, `One et al. 2005`, `Kano (1984)`.
fn citations(text: &str) -> BTreeSet<Citation> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = BTreeSet::new();
    for (at, word) in words.iter().enumerate().skip(1) {
        let year: String = word.chars().skip_while(|c| *c == '(').take_while(char::is_ascii_digit).collect();
        let before = match words[at - 1] {
            "al." if at > 2 => words[at - 3],
            before => before,
        };
        let name = before.trim_matches(|c: char| !c.is_alphanumeric());
        let years = ["18", "19", "20"].iter().any(|century| year.starts_with(century)) && year.len() == 4;
        if years && is_a_name(name) {
            found.insert(Citation { name: name.to_owned(), year });
        }
    }
    found
}

/// Whether a word before a year can be an author: it is written large and is not one of the words that stand there otherwise.
fn is_a_name(word: &str) -> bool {
    const NOT_NAMES: [&str; 5] = ["In", "Since", "January", "March", "CRM"];
    (word.starts_with(char::is_uppercase) || word == "allbest") && !NOT_NAMES.contains(&word)
}

/// Whether an entry of the bibliography is the study cited: it holds the name before its year.
fn is_the_study(entry: &str, cited: &Citation) -> bool {
    let head = entry.split_once(&cited.year).map(|(authors, _)| authors);
    let names = head.into_iter().flat_map(str::split_whitespace);
    names.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).any(|name| name == cited.name)
}

/// Every default, rule and page names its sources by author and year, and all of them are in the bibliography.
#[test]
fn every_source_is_in_the_bibliography() {
    let model = document("docs/model.md");
    let (text, references) = model.split_once("\n## References\n").expect("a bibliography");
    let entries: Vec<&str> = references.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    let catalogue: toml::Table = document("src/design/catalogue.toml").parse().unwrap();
    let keys = catalogue["key"].as_array().unwrap();
    let sources: Vec<&str> = keys.iter().filter_map(|key| key.get("source")?.as_str()).collect();
    let mut cited = citations(&sources.join("\n"));
    assert!(cited.len() > 25, "the sources of defaults are not read as they stand: {cited:?}");
    cited.extend(citations(text));
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words/en")).unwrap() {
        cited.extend(citations(&fs::read_to_string(entry.unwrap().path()).unwrap()));
    }
    for page in ["validation", "decide", "review", "summary-json", "how-to-read", "coverage"] {
        cited.extend(citations(&document(&format!("docs/{page}.md"))));
    }
    let known = |study: &&Citation| entries.iter().any(|entry| is_the_study(entry, study));
    let unknown: Vec<&Citation> = cited.iter().filter(|study| !known(study)).collect();
    assert!(unknown.is_empty(), "not in the bibliography of docs/model.md: {unknown:#?}");
    let named =
        |entry: &str| entry.contains("undated") || cited.iter().any(|study| is_the_study(entry, study));
    let idle: Vec<&&str> = entries.iter().filter(|entry| !named(entry)).collect();
    assert!(idle.is_empty(), "nobody cites: {idle:#?}");
}

/// Pages that name files name files that exist.
#[test]
fn files_named_in_pages_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = 0;
    for page in ["ARCHITECTURE.md", "README.md", "docs/model.md", "docs/coverage.md", "docs/terms.md"] {
        let text = document(page);
        let paths = text.split(|c: char| c.is_whitespace() || "`,()<>|".contains(c));
        for path in paths.filter(|path| path.starts_with("src/") || path.starts_with("tests/")) {
            named += 1;
            let path = path.trim_end_matches(['.', ';', ':']);
            assert!(root.join(path).exists(), "{page}: there is no {path}");
        }
    }
    assert!(named > 30, "the pages are not read as they stand: {named}");
}

/// The pages of the elements say of every key what the catalogue says of it.
#[test]
fn pages_of_elements_repeat_the_catalogue() {
    let catalogue: toml::Table = document("src/design/catalogue.toml").parse().unwrap();
    let keys: Vec<&toml::Value> = catalogue["key"].as_array().unwrap().iter().collect();
    let text =
        |key: &toml::Value, field: &str| key.get(field).and_then(|text| Some(text.as_str()?.to_owned()));
    let path = |key: &toml::Value| text(key, "path").unwrap();
    let mut rows = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/elements")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let kind = name.trim_end_matches(".md");
        let page = document(&format!("docs/elements/{name}"));
        for row in page.lines().filter(|line| line.starts_with("| `") && line.matches(" | ").count() == 4) {
            let cells: Vec<&str> = row.split('|').skip(1).map(str::trim).collect();
            let own = cells[0].trim_matches('`');
            let wanted = [
                format!("program.{kind}[].{own}"),
                format!("program.{kind}[].steps[].{own}"),
                own.to_owned(),
                format!("program.*[].{own}"),
            ];
            let key = wanted.iter().find_map(|wanted| keys.iter().find(|key| path(key) == *wanted));
            let key = key.unwrap_or_else(|| panic!("{name}: there is no key {own}"));
            assert_eq!(Some(cells[1]), text(key, "meaning").as_deref(), "{name}: `{own}`");
            let source = text(key, "source");
            let said = cells[4].replace('`', "");
            assert!(source.is_none_or(|source| source == said), "{name}: `{own}`: {said}");
            rows += 1;
        }
    }
    assert!(rows > 100, "the pages are not read as they stand: {rows}");
}

/// The sizes of layers on the page about the code are right to a fifth; small layers may be two files or 200 lines off.
#[test]
fn sizes_of_layers_are_about_right() {
    let page = document("ARCHITECTURE.md");
    let mut layers = 0;
    for row in page.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let Some((files, lines)) = cells.get(3).and_then(|cell| cell.split_once(" / ")) else { continue };
        let layer = cells[1].trim_matches('`');
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(layer);
        let code = code_below(&folder);
        let said = [files.parse::<f64>().unwrap(), lines.parse::<f64>().unwrap()];
        let found = [files_below(&folder) as f64, code.lines().count() as f64 / 1000.0];
        for ((said, found), little) in said.into_iter().zip(found).zip([2.0, 0.2]) {
            assert!(
                (said - found).abs() <= f64::max(0.2 * found, little),
                "{layer}: {said} said, {found} found"
            );
        }
        layers += 1;
    }
    assert_eq!(layers, 16, "the table of layers is not read as it stands");
}

/// How many Rust files there are below a folder.
fn files_below(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let count = |path: std::path::PathBuf| match path.is_dir() {
        true => files_below(&path),
        false => usize::from(path.extension().is_some_and(|end| end == "rs")),
    };
    entries.map(count).sum()
}

/// The page on quality lists every file with unsafe code, with the reason, and no other file.
#[test]
fn unsafe_code_is_listed_with_reasons() {
    let page = document("docs/quality.md");
    let section = page.split("## Unsafe code").nth(1).unwrap();
    let listed: BTreeSet<String> = section
        .lines()
        .filter_map(|line| Some(line.strip_prefix("| `")?.split('`').next()?.to_owned()))
        .collect();
    let mut unsafe_files = BTreeSet::new();
    let mut next = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = next.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                next.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && fs::read_to_string(&path).unwrap().contains("allow(unsafe_code")
            {
                let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
                unsafe_files.insert(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    assert_eq!(listed, unsafe_files);
}
