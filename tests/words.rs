//! What is said in one language is said in all, and nothing is said that nobody has written.

use loyalsim::review::rules::RULES;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 2] = ["en", "ru"];

/// Literals that begin like this are keys wherever they stand.
const PREFIXES: [&str; 29] = [
    "brands-",
    "format-",
    "run-",
    "chart-",
    "decide-",
    "compare-",
    "sweep-",
    "optimise-",
    "stress-",
    "exit-",
    "sense-",
    "action-",
    "fault-",
    "fix-",
    "reason-",
    "expected-",
    "found-",
    "thing-",
    "table-",
    "syntax-",
    "check-",
    "failure-",
    "why-",
    "grid-",
    "task-",
    "explain-",
    "checked-",
    "open-",
    "seminar-",
];

/// What the key of a message ends in that is said in the place of another one where a program runs already, or all customers pay by contract.
const TWINS: [&str; 2] = ["-goes-on", "-by-contract"];

/// Variables of a message by its key.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_language_says_the_same_messages_with_the_same_variables() {
    let [english, others @ ..] = LANGUAGES.map(messages);
    assert!(!english.is_empty());
    for (other, language) in others.iter().zip(&LANGUAGES[1..]) {
        let keys = |of: &Messages| of.keys().cloned().collect::<BTreeSet<_>>();
        let lonely: Vec<_> = keys(&english).symmetric_difference(&keys(other)).cloned().collect();
        assert!(lonely.is_empty(), "in one of en and {language} only: {lonely:?}");
        for (key, variables) in &english {
            assert_eq!(variables, &other[key], "variables of {key} in en and {language}");
        }
    }
}

#[test]
fn every_key_in_the_code_has_a_message() {
    let messages = messages("en");
    let missing: Vec<_> = uses().keys.into_iter().filter(|(key, _)| !messages.contains_key(key)).collect();
    assert!(missing.is_empty(), "keys without a message: {missing:#?}");
}

/// What is said in the place of a message about a design whose program runs already takes the same variables.
#[test]
fn twins_take_the_same_variables() {
    let messages = messages("en");
    let of_twin = |key: &str| TWINS.iter().find_map(|end| messages.get(key.strip_suffix(end)?));
    for (key, variables) in &messages {
        if let Some(plain) = of_twin(key) {
            assert!(variables.is_subset(plain), "variables of {key}");
        }
    }
}

#[test]
fn every_message_is_said() {
    let uses = uses();
    let named = |key: &str| key.split_once('-').is_some_and(|(kind, _)| uses.kinds.contains(kind));
    let files = lines("en");
    let inside: BTreeSet<&str> = files.iter().flat_map(|(_, _, line)| references(line)).collect();
    let remedy = |key: &str| key.strip_suffix("-help").is_some_and(|key| uses.literals.contains(key));
    let plainly =
        |key: &str| uses.literals.contains(key) || inside.contains(key) || named(key) || remedy(key);
    let said =
        |key: &String| plainly(key) || TWINS.iter().any(|end| key.strip_suffix(end).is_some_and(plainly));
    let unused: Vec<_> = messages("en").into_keys().filter(|key| !said(key)).collect();
    assert!(unused.is_empty(), "messages that nobody says: {unused:#?}");
}

#[test]
fn messages_get_the_variables_they_ask_for() {
    let messages = messages("en");
    let calls = uses().calls;
    assert!(!calls.is_empty());
    for (key, given, path) in calls {
        if let Some(asked) = messages.get(&key) {
            assert_eq!(asked, &given, "variables of {key}: asked for, and given in {path}");
        }
    }
}

/// A saying gets its variables one by one, perhaps in several statements: those given on the spot must be asked for, by the message or
/// by its remedy.
#[test]
fn sayings_get_no_variables_that_nobody_asks_for() {
    let messages = messages("en");
    let sayings = uses().sayings;
    assert!(sayings.len() > 100);
    for (key, given, path) in sayings {
        let help = messages.get(&format!("{key}-help")).cloned().unwrap_or_default();
        let asked = messages.get(&key).unwrap_or_else(|| panic!("{path}: no message {key}"));
        let unasked: Vec<_> =
            given.iter().filter(|name| !asked.contains(*name) && !help.contains(*name)).collect();
        assert!(unasked.is_empty(), "{path}: {key} does not ask for {unasked:?}");
    }
}

/// Dashes, quotes and dots as printers set them; no Latin letter where a Cyrillic one looks the same.
#[test]
fn messages_are_set_as_printers_set_them() {
    for (language, path, line) in LANGUAGES.into_iter().flat_map(lines) {
        let Some((_, text)) =
            line.split_once('=').filter(|(key, _)| !key.contains(' ') || key.ends_with(' '))
        else {
            continue;
        };
        let prose = outside_braces(text);
        let at = format!("{path}: {line}");
        assert!(!prose.contains(" - ") && !prose.contains("..."), "a dash or an ellipsis: {at}");
        assert!(language != "ru" || !prose.contains(['"', '“', '”']), "quotes are «…»: {at}");
        assert!(
            !prose.split(|c: char| !c.is_alphabetic()).any(mixed),
            "Latin and Cyrillic in one word: {at}"
        );
    }
}

#[test]
fn the_checks_of_messages_can_fail() {
    let mut uses = Uses::default();
    let code = r#"fn f() { Saying::new("fault-a").with("x", 1).with("y", z); words.say("verdict-stop", &[("net", x), ("n", Value::Count(1.0))]); words.name("cause", k); ["run-a"] }
        #[cfg(test)] mod tests { fn g() { words.say("run-planted", &[]) } }"#;
    uses.read(code.parse().unwrap(), "planted.rs", false);
    assert_eq!(uses.keys.keys().collect::<Vec<_>>(), ["fault-a", "run-a", "verdict-stop"]);
    assert_eq!(uses.sayings[0].1, ["x", "y"].map(str::to_owned).into());
    assert!(uses.kinds.contains("cause"));
    assert_eq!(uses.calls[0].1, ["n", "net"].map(str::to_owned).into());
    assert!(mixed("пpямо") && !mixed("прямо") && !mixed("NPS"));
    let read = parse("# c\na-b = { $n ->\n    [one] x\n   *[other] { MONTH($by) }\n}\nc = d\n");
    assert_eq!(read["a-b"], ["by", "n"].map(str::to_owned).into());
    assert!(read["c"].is_empty());
    let read = resolved(&parse("a = { b } and { $x }\nb = { $y }\n"));
    assert_eq!(read["a"], ["x", "y"].map(str::to_owned).into());
}

/// Where the code speaks.
#[derive(Default)]
struct Uses {
    /// Keys that need a message, with a file that says them.
    keys: BTreeMap<String, String>,
    /// All literals.
    literals: BTreeSet<String>,
    /// Kinds of names.
    kinds: BTreeSet<String>,
    /// Keys said with variables written on the spot, and the file.
    calls: Vec<(String, BTreeSet<String>, String)>,
    /// Keys of `Saying::new("key").with("variable", …)` with the variables given on the spot, and the file.
    sayings: Vec<(String, BTreeSet<String>, String)>,
}

impl Uses {
    fn read(&mut self, tokens: TokenStream, path: &str, in_tests: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut test_next = in_tests;
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => {
                    let is_test = group.stream().to_string().replace(' ', "") == "cfg(test)";
                    test_next |= group.delimiter() == Delimiter::Bracket && is_test;
                    let is_body = group.delimiter() == Delimiter::Brace;
                    let skipped = in_tests || test_next && is_body;
                    if !skipped && group.delimiter() == Delimiter::Parenthesis {
                        self.read_call(&tokens[..at], group, path);
                        self.read_saying(&tokens[..at], group, &tokens[at + 1..], path);
                    }
                    if !skipped {
                        self.read(group.stream(), path, skipped);
                    }
                    test_next &= !is_body;
                }
                TokenTree::Literal(_) => {
                    let Some(text) = literal(token) else { continue };
                    if PREFIXES.iter().any(|prefix| text.starts_with(prefix)) && is_key(&text) {
                        self.keys.insert(text.clone(), path.to_owned());
                    }
                    self.literals.insert(text);
                }
                TokenTree::Punct(sign) if sign.as_char() == ';' => test_next = in_tests,
                TokenTree::Punct(_) | TokenTree::Ident(_) => {}
            }
        }
    }

    /// `Saying::new("key")`, and every `.with("variable", …)` right after it.
    fn read_saying(&mut self, before: &[TokenTree], arguments: &Group, after: &[TokenTree], path: &str) {
        let called: String = before.iter().rev().take(4).map(|token| format!("{token} ")).collect();
        let key = arguments.stream().into_iter().next().as_ref().and_then(literal);
        let Some(key) = key.filter(|_| called.starts_with("new : : Saying")) else { return };
        let mut given = BTreeSet::new();
        let mut rest = after;
        while let [TokenTree::Punct(_), TokenTree::Ident(with), TokenTree::Group(pair), next @ ..] = rest
            && with == "with"
        {
            given.extend(pair.stream().into_iter().next().as_ref().and_then(literal));
            rest = next;
        }
        self.keys.insert(key.clone(), path.to_owned());
        self.sayings.push((key, given, path.to_owned()));
    }

    /// `say("key", …)`, `Sentence::new("key")`, `name("kind", …)` and `name("variable", "kind", …)`.
    fn read_call(&mut self, before: &[TokenTree], arguments: &Group, path: &str) {
        let called: String = before.iter().rev().take(4).map(|token| format!("{token} ")).collect();
        let inside: Vec<TokenTree> = arguments.stream().into_iter().collect();
        let Some(first) = inside.first().and_then(literal) else { return };
        if called.starts_with("name ") {
            self.kinds.extend(inside.iter().filter_map(literal));
        } else if called.starts_with("say ") || called.starts_with("new : : Sentence") {
            if let [_, TokenTree::Punct(_), TokenTree::Punct(_), TokenTree::Group(given), ..] = &inside[..] {
                let pairs: Vec<Option<String>> = given
                    .stream()
                    .into_iter()
                    .filter(|t| !matches!(t, TokenTree::Punct(_)))
                    .map(|token| match token {
                        TokenTree::Group(pair) => literal(&pair.stream().into_iter().next()?),
                        _ => None,
                    })
                    .collect();
                // Pairs that come from elsewhere cannot be checked here.
                let given: Option<BTreeSet<String>> = pairs.into_iter().collect();
                self.calls.extend(given.map(|given| (first.clone(), given, path.to_owned())));
            }
            self.keys.insert(first, path.to_owned());
        }
    }
}

fn uses() -> Uses {
    let mut uses = Uses::default();
    for key in RULES.iter().flat_map(|rule| rule.code.messages()) {
        uses.literals.insert(key.clone());
        uses.keys.insert(key, "src/review/rules".to_owned());
    }
    for path in files(&root().join("src"), "rs") {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        if !name.ends_with("tests.rs") && !name.contains("/tests/") {
            uses.read(fs::read_to_string(&path).unwrap().parse().unwrap(), &name, false);
        }
    }
    uses
}

fn literal(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    Some(literal.to_string().strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

fn is_key(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !text.ends_with('-')
}

fn messages(language: &str) -> Messages {
    let files = files(&root().join("src/words").join(language), "ftl");
    let mut all = Messages::new();
    for path in files {
        for (key, variables) in parse(&fs::read_to_string(&path).unwrap()) {
            assert!(all.insert(key.clone(), variables).is_none(), "{key} stands twice in {language}");
        }
    }
    resolved(&all)
}

fn parse(text: &str) -> Messages {
    let mut all = Messages::new();
    let mut current = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| is_key(key)) {
            assert!(all.insert(key.to_owned(), BTreeSet::new()).is_none(), "{key} stands twice");
            current = Some(key.to_owned());
        }
        let words = line.split('$').skip(1);
        let variables =
            words.map(|rest| rest.split(|c: char| !(c.is_ascii_lowercase() || c == '_')).next().unwrap());
        if let Some(found) = current.as_ref().and_then(|key| all.get_mut(key)) {
            found.extend(variables.map(str::to_owned));
            found.extend(references(line).map(|key| format!("{{{key}}}")));
        }
    }
    all
}

/// Messages that a line says inside its own: `{ format-months }`.
fn references(line: &str) -> impl Iterator<Item = &str> {
    let inside = line.split("{ ").skip(1).filter_map(|rest| rest.split_once(" }"));
    inside.map(|(key, _)| key).filter(|key| is_key(key))
}

/// Replaces messages inside messages by the variables they ask for.
fn resolved(raw: &Messages) -> Messages {
    raw.keys().map(|key| (key.clone(), resolved_one(raw, key))).collect()
}

fn resolved_one(raw: &Messages, key: &str) -> BTreeSet<String> {
    let variables = raw.get(key).unwrap_or_else(|| panic!("no message {key}, though another says it"));
    let asked = |variable: &String| match variable.strip_prefix('{').and_then(|key| key.strip_suffix('}')) {
        Some(key) => resolved_one(raw, key),
        None => [variable.clone()].into(),
    };
    variables.iter().flat_map(asked).collect()
}

fn lines(language: &'static str) -> Vec<(&'static str, String, String)> {
    let of = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        text.lines().map(|line| (language, name.clone(), line.to_owned())).collect::<Vec<_>>()
    };
    files(&root().join("src/words").join(language), "ftl").into_iter().flat_map(of).collect()
}

/// The text without what stands in braces.
fn outside_braces(text: &str) -> String {
    let mut depth = 0_i32;
    let outside = text.chars().filter(|c| {
        depth += i32::from(*c == '{');
        let shown = depth == 0;
        depth -= i32::from(*c == '}');
        shown
    });
    outside.collect()
}

fn mixed(word: &str) -> bool {
    let cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
    word.contains(cyrillic) && word.contains(|c: char| c.is_ascii_alphabetic())
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let below = |path: PathBuf| if path.is_dir() { files(&path, extension) } else { vec![path] };
    entries
        .into_iter()
        .flat_map(below)
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A review calls every warning of `loyalsim check` by a name.
#[test]
fn every_warning_has_a_name_for_reviews() {
    for language in ["en", "ru"] {
        let keys: Vec<String> = lines(language)
            .into_iter()
            .filter_map(|(_, _, line)| Some(line.split_once(" = ")?.0.to_owned()))
            .collect();
        let judged = |key: &&String| key.starts_with("check-") && !key.ends_with("-help");
        for key in keys.iter().filter(judged).filter(|key| keys.contains(&format!("{key}-help"))) {
            let name = key.replacen("check-", "warning-", 1);
            assert!(keys.contains(&name), "{language}: {key} has no {name}");
        }
    }
}
