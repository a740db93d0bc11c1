//! The house rules that a compiler does not know: who may import whom, who may touch the world, how long things may be.

use loyalsim::review::rules::RULES;
use std::fs;
use std::path::{Path, PathBuf};

mod circles;
mod source;
mod touch;

use source::Source;

/// Each layer imports only those before it.
const LAYERS: [&str; 16] = [
    "units",
    "random",
    "design",
    "data",
    "fit",
    "plan",
    "population",
    "simulate",
    "summary",
    "decide",
    "words",
    "review",
    "charts",
    "report",
    "serve",
    "cli",
];

/// The layers of the binary; all others are the library's.
const BINARY: [&str; 2] = ["serve", "cli"];

/// What only `serve` may touch, besides: the network. No other layer waits for anybody.
const NETWORK: [&str; 6] = ["std::net", "tokio", "axum", "futures_core", "hyper", "hyper_util"];

/// What only `cli` may touch.
const OUTSIDE_WORLD: [&str; 9] = [
    "std::fs",
    "std::env",
    "std::time",
    "std::net",
    "std::process",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "std::thread::sleep",
];

/// Macros that print.
const PRINTING: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];

/// Generators whose algorithm may change with the platform or the release, or that nobody seeded.
const UNNAMED_GENERATORS: [&str; 5] = ["SmallRng", "StdRng", "ThreadRng", "thread_rng", "from_os_rng"];

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 40;

/// The only folders that know the list of kinds of elements; everywhere else a kind is asked for (`Points::of`), or for its facts.
const KINDS: [&str; 2] = ["src/design/elements/", "src/plan/elements/"];

/// Functions that may be longer: one line for each field of one struct, nothing to split.
const LISTS: [(&str, &str); 2] = [("src/design/read/mod.rs", "design"), ("src/plan/response.rs", "new")];

#[test]
fn layers_import_only_earlier_ones() {
    assert_none(sources("src").iter().flat_map(later_imports));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let files = sources("src");
    let of_binary = |file: &&Source| file.layer().is_some_and(|layer| BINARY.contains(&layer));
    let library = circles::House::new(files.iter().filter(|file| !of_binary(file)));
    let binary = circles::House::new(files.iter().filter(of_binary));
    assert_none(library.circles().into_iter().chain(binary.circles()));
}

#[test]
fn every_module_belongs_to_a_layer() {
    let homeless = sources("src").into_iter().filter(|file| file.layer().is_none() && !is_root(file));
    assert_none(homeless.map(|file| format!("{}: in none of the layers {LAYERS:?}", file.path)));
}

#[test]
fn only_cli_touches_the_outside_world() {
    assert_none(sources("src").iter().flat_map(worldly_acts));
}

#[test]
fn only_serve_knows_the_network() {
    assert_none(sources("src").iter().flat_map(network_acts));
}

#[test]
fn random_generators_have_names() {
    assert_none(all_sources().iter().flat_map(unnamed_generators));
}

#[test]
fn kinds_of_elements_are_told_apart_in_two_places() {
    assert_none(sources("src").iter().flat_map(kinds_told_apart));
}

#[test]
fn no_kind_of_element_is_swallowed() {
    assert_none(sources("src").iter().flat_map(swallowed_kinds));
}

#[test]
fn nothing_is_left_for_later() {
    let left = all_sources().into_iter().filter(|file| !file.path.ends_with("tests/architecture.rs"));
    assert_none(left.flat_map(|file| unfinished(&file)));
}

#[test]
fn files_hold_one_concept() {
    let long = all_sources().into_iter().filter(|file| file.text.lines().count() > LONGEST_FILE);
    assert_none(long.map(|file| format!("{}: {} lines", file.path, file.text.lines().count())));
}

#[test]
fn functions_fit_on_a_screen() {
    assert_none(sources("src").iter().flat_map(long_functions));
}

/// An exception for a function that is gone, or short by now, would cover the next long one of that name.
#[test]
fn exceptions_are_needed() {
    let files = sources("src");
    for (path, name) in LISTS {
        let file = files.iter().find(|file| file.path == path);
        let long = |f: &source::Function| f.name == name && f.lines > LONGEST_FUNCTION;
        assert!(
            file.is_some_and(|file| file.functions.iter().any(long)),
            "{path}: fn {name} needs no exception"
        );
    }
}

/// The file of a rule holds its code and its test, and nothing else in the code knows the rule by its code.
#[test]
fn a_rule_stands_in_its_file() {
    let sources = sources("src");
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code.0).collect();
    let named = |code: &str| format!("/{}_", code.to_lowercase());
    let is_its = |file: &Source, code: &str| file.path.contains(&named(code));
    let holds = |code: &str| sources.iter().any(|file| is_its(file, code) && file.text.contains("#[test]"));
    let elsewhere =
        |file: &Source, code: &str| file.text.contains(&format!("\"{code}\"")) && !is_its(file, code);
    let lonely =
        codes.iter().filter(|code| !holds(code)).map(|code| format!("{code} has no test in its file"));
    let known = codes.iter().flat_map(|code| {
        let files = sources.iter().filter(move |file| elsewhere(file, code));
        files.map(move |file| format!("{} knows {code}", file.path))
    });
    assert_none(lonely.chain(known));
}

#[test]
fn the_architecture_page_names_the_same_layers() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    assert!(page.contains(&LAYERS.join(" → ")), "ARCHITECTURE.md lacks the line {}", LAYERS.join(" → "));
}

/// The rules themselves can fail: each is broken once on purpose.
mod planted {
    use super::*;

    fn file(path: &str, text: &str) -> Source {
        Source::parse(path, text)
    }

    #[test]
    fn an_import_of_a_later_layer_is_found() {
        for text in [
            "use crate::summary::Outcome;",
            "use crate::{units::Range, summary::Outcome};",
            "use crate::{units::{Range, YearMonth}, summary};",
            "fn f() { crate::summary::f() }",
            "fn f(x: crate :: summary :: Outcome) {}",
            "use super::super::summary::Outcome;",
            "mod deep { use crate::summary; }",
        ] {
            assert_eq!(later_imports(&file("src/simulate/trial.rs", text)).len(), 1, "{text}");
        }
    }

    #[test]
    fn an_import_of_an_earlier_layer_is_not() {
        for text in [
            "use crate::{units::Range, design::Design};",
            "use super::summary::Outcome;",
            "// crate::summary is built from this",
            "const TEXT: &str = \"crate::summary\";",
        ] {
            assert!(later_imports(&file("src/simulate/trial.rs", text)).is_empty(), "{text}");
        }
        assert_eq!(later_imports(&file("src/simulate/mod.rs", "use super::summary::Outcome;")).len(), 1);
    }

    #[test]
    fn touching_the_outside_world_is_found() {
        for text in [
            "use std::fs;",
            "use std::{fmt, env::var};",
            "fn f() { let now = std::time::Instant::now(); }",
            "fn f() { println!(\"{}\", 1) }",
            "fn f() { std::process::exit(1) }",
        ] {
            assert_eq!(worldly_acts(&file("src/summary/mod.rs", text)).len(), 1, "{text}");
            assert!(worldly_acts(&file("src/cli/run.rs", text)).is_empty(), "{text}");
            assert!(worldly_acts(&file("src/summary/tests.rs", text)).is_empty(), "{text}");
        }
        assert!(worldly_acts(&file("src/summary/mod.rs", "use std::fmt; // not std::fs")).is_empty());
    }

    #[test]
    fn the_network_is_found() {
        for text in ["use axum::Router;", "use std::net::TcpListener;", "async fn f() { tokio::spawn(g()); }"]
        {
            for layer in ["cli", "report"] {
                let found = network_acts(&file(&format!("src/{layer}/x.rs"), text));
                assert_eq!(found.len(), 1, "{layer}: {text}");
            }
            let own = file("src/serve/x.rs", text);
            assert!(network_acts(&own).is_empty() && worldly_acts(&own).is_empty(), "{text}");
        }
        assert_eq!(worldly_acts(&file("src/serve/x.rs", "use std::fs;")).len(), 1);
    }

    #[test]
    fn long_functions_are_found() {
        let of = |lines: usize| format!("impl X {{ fn f() {{{}}} }}", "\n".repeat(lines - 1));
        assert!(long_functions(&file("src/units/x.rs", &of(LONGEST_FUNCTION))).is_empty());
        assert_eq!(long_functions(&file("src/units/x.rs", &of(LONGEST_FUNCTION + 1))).len(), 1);
        let test = format!("#[cfg(test)] mod tests {{ {} }}", of(99));
        assert!(long_functions(&file("src/units/x.rs", &test)).is_empty());
        let not_a_test = format!("#[cfg(test)] use super::x; {}", of(99));
        assert_eq!(long_functions(&file("src/units/x.rs", &not_a_test)).len(), 1);
    }

    #[test]
    fn lists_of_kinds_are_found() {
        let text = "fn f(kind: &ElementKind) -> bool { matches!(kind, ElementKind::Points(_)) }";
        assert_eq!(kinds_told_apart(&file("src/review/x.rs", text)).len(), 1);
        assert!(kinds_told_apart(&file("src/plan/elements/mod.rs", text)).is_empty());
        assert!(kinds_told_apart(&file("src/review/x.rs", "fn f() { ElementKind::ALL.len() }")).is_empty());
        let text = "fn f(kind: &ElementKind) { match kind { ElementKind::Points(_) => g(), _ => {} } }";
        assert_eq!(swallowed_kinds(&file("src/plan/elements/mod.rs", text)).len(), 1);
        assert!(swallowed_kinds(&file("src/plan/levers.rs", text)).is_empty());
    }

    #[test]
    fn nameless_generators_and_reminders_are_found() {
        assert_eq!(unnamed_generators(&file("src/x.rs", "use rand::rngs::{SmallRng};")).len(), 1);
        assert_eq!(unnamed_generators(&file("src/x.rs", "fn f() { rand::rng() }")).len(), 1);
        assert_eq!(unfinished(&file("src/x.rs", "fn f() {} // TODO: later")).len(), 1);
    }
}

fn later_imports(file: &Source) -> Vec<String> {
    let Some(own) = file.layer().and_then(position) else { return Vec::new() };
    let reached = file.paths.iter().filter_map(|path| file.leads_to(path));
    reached
        .filter(|name| position(name).is_some_and(|other| other > own))
        .map(|name| format!("{}: {} imports the later layer {name}", file.path, LAYERS[own]))
        .collect()
}

fn worldly_acts(file: &Source) -> Vec<String> {
    if file.layer() == Some("cli") || file.path == "src/main.rs" || file.is_test_module() {
        return Vec::new();
    }
    let worlds =
        || OUTSIDE_WORLD.iter().filter(|world| file.layer() != Some("serve") || !NETWORK.contains(world));
    let touched = file.paths.iter().filter(|path| worlds().any(|world| starts_with(path, world)));
    let printed = file.macros.iter().filter(|name| PRINTING.contains(&name.as_str()));
    touched.chain(printed).map(|act| format!("{}: {act} outside cli", file.path)).collect()
}

fn network_acts(file: &Source) -> Vec<String> {
    if file.layer() == Some("serve") {
        return Vec::new();
    }
    let touched = file.paths.iter().filter(|path| NETWORK.iter().any(|network| starts_with(path, network)));
    touched.map(|act| format!("{}: {act} outside serve", file.path)).collect()
}

fn unnamed_generators(file: &Source) -> Vec<String> {
    let named = |path: &&String| {
        path.split("::").any(|name| UNNAMED_GENERATORS.contains(&name)) || starts_with(path, "rand::rng")
    };
    file.paths.iter().filter(named).map(|path| format!("{}: {path}", file.path)).collect()
}

fn kinds_told_apart(file: &Source) -> Vec<String> {
    if KINDS.iter().any(|folder| file.path.starts_with(folder)) {
        return Vec::new();
    }
    let kind = |path: &&String| {
        let name = path.split_once("ElementKind::").map_or("", |(_, name)| name);
        name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
    };
    file.paths.iter().filter(kind).map(|path| format!("{}: {path}", file.path)).collect()
}

fn swallowed_kinds(file: &Source) -> Vec<String> {
    let lists = KINDS.iter().any(|folder| file.path.starts_with(folder));
    let swallows = |line: &&str| line.contains("_ =>");
    let found = file.text.lines().filter(swallows).filter(|_| lists);
    found.map(|line| format!("{}: {}", file.path, line.trim())).collect()
}

fn unfinished(file: &Source) -> Vec<String> {
    let words = ["TODO", "FIXME", "XXX", "todo!", "unimplemented!", "#[ignore"];
    let marked =
        file.text.lines().enumerate().filter(|(_, line)| words.iter().any(|word| line.contains(word)));
    marked.map(|(at, line)| format!("{}:{}: {}", file.path, at + 1, line.trim())).collect()
}

fn long_functions(file: &Source) -> Vec<String> {
    let listed = |name: &str| LISTS.contains(&(file.path.as_str(), name));
    let long = file.functions.iter().filter(|f| f.lines > LONGEST_FUNCTION && !listed(&f.name));
    long.map(|f| format!("{}:{}: fn {} has {} lines", file.path, f.line, f.name, f.lines)).collect()
}

/// Whether `path` is `prefix` or lies below it, name by name.
fn starts_with(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn position(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|name| *name == layer)
}

fn is_root(file: &Source) -> bool {
    ["src/lib.rs", "src/main.rs"].contains(&file.path.as_str())
}

fn all_sources() -> Vec<Source> {
    ["src", "tests", "benches"].into_iter().flat_map(sources).collect()
}

fn sources(folder: &str) -> Vec<Source> {
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let relative = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        Source::parse(&relative, &text)
    };
    rust_files(&root().join(folder)).into_iter().map(read).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let below = |path: PathBuf| if path.is_dir() { rust_files(&path) } else { vec![path] };
    entries
        .into_iter()
        .flat_map(below)
        .filter(|path| path.extension().is_some_and(|ext| ext == "rs"))
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[track_caller]
fn assert_none(violations: impl Iterator<Item = String>) {
    let found: Vec<String> = violations.collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
