//! Designs with one fault each: the message names the line, what was found and what is allowed.

use crate::{FULL, designs_in};
use loyalsim::design::{Design, Problems};
use loyalsim::words::{Language, Words};
use std::fmt::Write;

const EN: Words<'static> = Words::new(Language::En);

/// The first line of each file reads `# expected: line 12: part of the message`.
#[test]
fn one_fault_gives_one_problem_at_its_line() {
    let mut wrong = String::new();
    let files = designs_in("scenarios/invalid");
    assert!(files.len() > 15);
    for (path, text) in files {
        let first = text.lines().next().unwrap_or_default();
        let (line, message) = expectation(first).unwrap_or_else(|| panic!("{}: {first}", path.display()));
        let problems = problems(&text);
        let found: Vec<_> = problems.iter().map(|p| (p.line, EN.problem(p).0)).collect();
        let as_expected = matches!(&found[..], [(at, text)] if *at == line && text.contains(&message));
        if !as_expected {
            writeln!(wrong, "{}\n  expected {line}: {message}\n  found {found:?}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// All messages with their remedies, to be read aloud when they change.
fn all_messages(words: Words<'_>) -> String {
    let files = designs_in("scenarios/invalid").into_iter();
    let named = files.map(|(path, text)| (path.file_name().unwrap().to_string_lossy().into_owned(), text));
    named.map(|(name, text)| words.plain_problems(&problems(&text).named(&name))).collect()
}

#[test]
fn messages_read_well() {
    insta::assert_snapshot!(all_messages(EN));
}

#[test]
fn messages_read_well_in_russian() {
    insta::assert_snapshot!(all_messages(Words::new(Language::Ru)));
}

#[test]
fn every_problem_has_a_code_and_a_remedy() {
    for (path, text) in designs_in("scenarios/invalid") {
        for problem in problems(&text).iter() {
            assert!(problem.code().starts_with("design::"), "{}", path.display());
            for words in Language::ALL.map(Words::new) {
                assert!(words.problem(problem).1.len() > 10, "{}: {problem}", path.display());
            }
        }
    }
}

#[test]
fn all_faults_are_found_at_once() {
    let text = FULL
        .replace("customers = 100_000", "customers = -1")
        .replace("earn = 0.03", "earn = 3")
        .replace("metric = \"net_effect\"", "metric = \"profit\"")
        .replace("grace_months = 3", "grace = 3");
    let lines: Vec<usize> = problems(&text).iter().map(|problem| problem.line).collect();
    assert_eq!(lines.len(), 4, "{}", problems(&text));
    assert!(lines.is_sorted());
}

#[test]
fn a_missing_table_is_one_problem() {
    let text = FULL.replace("[business]", "[company]");
    let plain = plain(&text);
    assert!(plain.contains("`company` is not a key") && plain.contains("`business` is missing"), "{plain}");
    assert!(!plain.contains("business.customers"), "{plain}");
}

#[test]
fn what_is_no_design_is_refused_at_once() {
    assert!(plain("").contains("empty"));
    assert!(plain(" \n\t\n").contains("empty"));
    let huge = "a".repeat(2_000_000);
    assert!(plain(&huge).contains("2,000,000 bytes long; at most 1,000,000"));
    assert!(plain("\u{0}\u{1}ELF").contains("not valid TOML"));
    assert!(problems("title = 'x'").count() >= 4);
}

#[test]
fn thousands_of_problems_are_counted_but_not_listed() {
    let unknown: String = (0..30_000).map(|i| format!("k{i} = 1\n")).collect();
    let plain = plain(&(unknown + FULL));
    assert!(plain.contains("and 29,900 more"), "{plain}");
    assert!(plain.lines().count() < 210, "{}", plain.lines().count());
}

#[test]
fn problems_show_the_line_they_stand_in() {
    let problems = problems(&FULL.replace("earn = 0.03", "earn = 3")).named("card.toml");
    let [problem] = &EN.problems(&problems)[..] else { panic!("{problems}") };
    let mut shown = String::new();
    let handler = miette::GraphicalReportHandler::new_themed(miette::GraphicalTheme::unicode_nocolor());
    handler.render_report(&mut shown, problem).unwrap();
    assert!(shown.contains("earn = 3") && shown.contains("card.toml:"), "{shown}");
    assert!(problem.help.contains("write 0.03"), "{}", problem.help);
}

#[test]
fn the_shipped_scenarios_are_read() {
    for (path, text) in designs_in("scenarios") {
        let read = Design::parse(&text);
        assert!(read.is_ok(), "{}: {}", path.display(), read.unwrap_err());
    }
}

fn plain(text: &str) -> String {
    EN.plain_problems(&problems(text))
}

fn problems(text: &str) -> Problems {
    Design::parse(text).expect_err("the design has a fault")
}

fn expectation(line: &str) -> Option<(usize, String)> {
    let (number, message) = line.strip_prefix("# expected: line ")?.split_once(": ")?;
    Some((number.parse().ok()?, message.to_owned()))
}
