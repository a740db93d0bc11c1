//! Slips of who writes a design: what was probably meant is said.

use crate::found::{changed, only};
use loyalsim::design::starter;

#[test]
fn every_key_is_listed_once() {
    let (_, remedy) = only(&changed("earn = 0.03", "earn = 0.03\nunheard_of = 0.5"));
    let keys: Vec<&str> =
        remedy.trim_start_matches("its keys are ").split([',', ' ']).filter(|key| key.len() > 3).collect();
    let mut once = keys.clone();
    once.sort_unstable();
    once.dedup();
    assert!(keys.len() > 10 && once.len() == keys.len(), "{remedy}");
}

/// Reports are copied from: what printers set there is not what TOML reads.
#[test]
fn what_is_copied_from_a_report_is_recognised() {
    for (from, to, word) in [
        ("customers = 50_000", "customers = 50\u{a0}000", "non-breaking space"),
        ("customers = 50_000", "customers = 50\u{202f}000", "non-breaking space"),
        ("nps = 22", "nps = \u{2212}5", "minus"),
        ("title = \"shop\"", "title = \u{ab}shop\u{bb}", "quotation marks"),
    ] {
        let (_, remedy) = only(&changed(from, to));
        assert!(remedy.contains(word), "{to}: {remedy}");
    }
}

/// Whoever writes a launch of long ago is told where a program that runs already is described.
#[test]
fn a_launch_before_the_start_is_told_of_today() {
    let text = changed("launch = \"2026-04\"", "launch = \"2019-03\"");
    let (said, remedy) = only(&text);
    assert!(said.contains("2019-03") && remedy.contains("[today] with `launched`"), "{said} / {remedy}");
}

/// Tables of the program that were written at the top, the others beside them with their brackets.
#[test]
fn a_table_of_the_program_is_told_where_it_belongs() {
    for (table, header) in
        [("[[club]]", "write [[program.club]]"), ("[transition]", "write [program.transition]")]
    {
        let (what, remedy) = only(&format!("{}\n{table}\n", starter("shop")));
        assert!(what.contains("is not a key") && remedy.contains(header), "{what} / {remedy}");
    }
    // what is like nothing of the program is a key like any other
    let (_, remedy) = only(&format!("{}\n[[klub]]\n", starter("shop")));
    assert!(!remedy.contains("[[program."), "{remedy}");
}

/// A number of a year where the format has that of a month, and the other way round.
#[test]
fn a_number_of_another_period_is_told() {
    for (from, more, meant, part) in [
        ("cost_per_month = 2_500", "cost_per_year = 30_000", "`cost_per_month`", "a twelfth"),
        ("purchases_per_year = 12", "purchases_per_month = 1", "`purchases_per_year`", "twelve times"),
    ] {
        let (_, remedy) = only(&changed(from, &format!("{from}\n{more}")));
        assert!(remedy.contains(meant) && remedy.contains(part), "{more}: {remedy}");
    }
}

/// Only of shares a number is taken for per cent: a score of 150 is no 1.5.
#[test]
fn per_cent_is_told_of_shares_alone() {
    let (_, remedy) = only(&changed("gross_margin = 0.32", "gross_margin = 32"));
    assert_eq!(remedy, "write 0.32 for 32 %");
    let (_, remedy) = only(&changed("nps = 22", "nps = 150"));
    assert!(!remedy.contains("150"), "{remedy}");
}
