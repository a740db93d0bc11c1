//! Designs with one fault each: the message names the line, what was found and what is allowed.

use crate::{FULL, designs_in};
use loyalsim::design::{Design, Problems};
use std::fmt::Write;

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
        let found: Vec<_> = problems.iter().map(|p| (p.line, p.to_string())).collect();
        let as_expected = matches!(&found[..], [(at, text)] if *at == line && text.contains(&message));
        if !as_expected {
            writeln!(wrong, "{}\n  expected {line}: {message}\n  found {found:?}", path.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// All messages with their remedies, to be read aloud when they change.
#[test]
fn messages_read_well() {
    let mut all = String::new();
    for (path, text) in designs_in("scenarios/invalid") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        all += &problems(&text).named(&name).plain();
    }
    insta::assert_snapshot!(all);
}

#[test]
fn every_problem_has_a_code_and_a_remedy() {
    for (path, text) in designs_in("scenarios/invalid") {
        for problem in problems(&text).iter() {
            assert!(problem.code().starts_with("design::"), "{}", path.display());
            assert!(problem.help().len() > 10, "{}: {problem}", path.display());
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
    assert_eq!(lines.len(), 4, "{}", problems(&text).plain());
    assert!(lines.is_sorted());
}

#[test]
fn a_missing_table_is_one_problem() {
    let text = FULL.replace("[business]", "[company]");
    let plain = problems(&text).plain();
    assert!(plain.contains("`company` is not a key") && plain.contains("`business` is missing"), "{plain}");
    assert!(!plain.contains("business.customers"), "{plain}");
}

#[test]
fn what_is_no_design_is_refused_at_once() {
    assert!(problems("").plain().contains("empty"));
    assert!(problems(" \n\t\n").plain().contains("empty"));
    let huge = "a".repeat(2_000_000);
    assert!(problems(&huge).plain().contains("2000000 bytes long; at most 1000000"));
    assert!(problems("\u{0}\u{1}ELF").plain().contains("cannot be read as TOML"));
    assert!(problems("title = 'x'").count() >= 4);
}

#[test]
fn thousands_of_problems_are_counted_but_not_listed() {
    let unknown: String = (0..30_000).map(|i| format!("k{i} = 1\n")).collect();
    let plain = problems(&(unknown + FULL)).plain();
    assert!(plain.contains("and 29900 more"), "{plain}");
    assert!(plain.lines().count() < 210, "{}", plain.lines().count());
}

#[test]
fn problems_show_the_line_they_stand_in() {
    let report = miette::Report::new(problems(&FULL.replace("earn = 0.03", "earn = 3")).named("card.toml"));
    let mut shown = String::new();
    let handler = miette::GraphicalReportHandler::new_themed(miette::GraphicalTheme::unicode_nocolor());
    handler.render_report(&mut shown, report.as_ref()).unwrap();
    assert!(
        shown.contains("earn = 3") && shown.contains("card.toml:") && shown.contains("write 0.03"),
        "{shown}"
    );
}

#[test]
fn the_shipped_scenarios_are_read() {
    for (path, text) in designs_in("scenarios") {
        let read = Design::parse(&text).map_err(|problems| problems.named(&path.to_string_lossy()).plain());
        assert!(read.is_ok(), "{}", read.unwrap_err());
    }
}

fn problems(text: &str) -> Problems {
    Design::parse(text).expect_err("the design has a fault")
}

fn expectation(line: &str) -> Option<(usize, String)> {
    let (number, message) = line.strip_prefix("# expected: line ")?.split_once(": ")?;
    Some((number.parse().ok()?, message.to_owned()))
}
