//! Whatever the text, reading it ends in a design or in problems that can be shown.

use crate::FULL;
use loyalsim::design::Design;
use loyalsim::words::{Language, Words};
use proptest::prelude::*;

/// Reads the text and shows what came of it.
fn read(text: &str) {
    match Design::parse(text) {
        Ok(design) => drop(loyalsim::design::explain(&design)),
        Err(problems) => {
            for words in Language::ALL.map(Words::new) {
                assert!(!words.plain_problems(&problems).is_empty());
                let handler = miette::GraphicalReportHandler::new_themed(miette::GraphicalTheme::none());
                for problem in words.problems(&problems) {
                    handler.render_report(&mut String::new(), &problem).unwrap();
                }
            }
        }
    }
}

/// Values that a number, text, month or list may be replaced by.
const VALUES: &[&str] = &[
    "nan",
    "-inf",
    "1e308",
    "-1",
    "0",
    "1e-300",
    "9999999999999999999999",
    "0xff",
    "\"\"",
    "\"2026-13\"",
    "\"9999-12\"",
    "\"0000-01\"",
    "true",
    "2026-01-01",
    "[]",
    "[[]]",
    "[1, \"a\"]",
    "{}",
    "{ low = 1 }",
    "{ value = {} }",
    "{ normal = [1, 2, 3] }",
    "{ normal = [0.5, 1e-300] }",
    "{ p10 = 0, p50 = 0.5, p90 = 1 }",
    "{ low = -1e308, mode = 0, high = 1e308 }",
    "{ basis = 1, source = [] }",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        read(&text);
    }

    #[test]
    fn no_replaced_value_makes_it_panic(line in 0..FULL.lines().count(), value in proptest::sample::select(VALUES)) {
        let replaced: Vec<String> = FULL.lines().enumerate().map(|(i, text)| match text.split_once('=') {
            Some((key, _)) if i == line => format!("{key}= {value}"),
            _ => text.to_owned(),
        }).collect();
        read(&replaced.join("\n"));
    }

    #[test]
    fn no_cut_makes_it_panic(from in 0..FULL.len(), length in 0..400usize) {
        let characters: Vec<char> = FULL.chars().collect();
        let kept = characters.iter().enumerate().filter(|(i, _)| *i < from || *i >= from + length);
        read(&kept.map(|(_, c)| *c).collect::<String>());
    }

    #[test]
    fn no_doubled_line_makes_it_panic(from in 0..FULL.lines().count(), count in 1..12usize) {
        let lines: Vec<&str> = FULL.lines().collect();
        let end = (from + count).min(lines.len());
        let doubled = [&lines[..end], &lines[from..end], &lines[end..]].concat();
        read(&doubled.join("\n"));
    }
}

/// Texts that are cheap to write and dear to read, if the reader is careless.
#[test]
fn hostile_texts_are_read_in_bounded_work() {
    let most = 999_000;
    for text in [
        "a.".repeat(most / 2) + "a = 1",
        format!("x = {}", "[".repeat(most)),
        format!("{} = 1", "k".repeat(most)),
        format!("title = \"{}\"", "t".repeat(most)),
        "[[segment]]\n".repeat(most / 12),
        "[[program.points]]\n".repeat(most / 19),
        format!("[program]\n{}", (0..60_000).map(|i| format!("a{i} = {{}}\n")).collect::<String>()),
        format!("[churn.causes]\n{}", (0..60_000).map(|i| format!("a{i} = 1\n")).collect::<String>()),
        format!("[correlations]\n{}", (0..60_000).map(|i| format!("a{i} = 1\n")).collect::<String>()),
        format!("[business]\ncustomers = {}", "9".repeat(most)),
        "= \n".repeat(most / 3),
        format!("{FULL}\n# {}", "é".repeat(400_000)),
    ] {
        let beginning: String = text.chars().take(20).collect();
        if let Err(problems) = Design::parse(&text) {
            let plain = Words::new(Language::En).plain_problems(&problems);
            assert!(plain.len() < 100_000, "{beginning}: {} bytes of messages", plain.len());
        }
    }
}
