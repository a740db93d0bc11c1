//! What stands beside the simulation: scorecard, roadmap, the audit's questions, and the recommended design in plain language.

use super::{OF_GOOD, OF_SABOTAGED, SABOTAGED, findings, made};
use loyalsim::review::{Arg, Block, PartKey, Recommendation, Review, Table};
use loyalsim::words::{Language, Words};

fn tables(review: &Review, part: PartKey) -> Vec<&Table> {
    let blocks = &review.part(part).unwrap_or_else(|| panic!("no {part:?}")).blocks;
    blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}

fn table<'r>(review: &'r Review, part: PartKey, caption: &str) -> &'r Table {
    tables(review, part)
        .into_iter()
        .find(|table| table.caption.key == caption)
        .unwrap_or_else(|| panic!("no {caption}"))
}

fn told(review: &Review, cell: &Arg, language: Language) -> String {
    review.tell_arg(cell, Words::new(language).with_currency("EUR"))
}

/// A change is told by what it changes, from what, to what, and which rule found it; never by a path of the design file.
#[test]
fn the_recommended_design_is_told_in_plain_language() {
    let changes = table(&OF_SABOTAGED, PartKey::WeakPoints, "changes-table");
    assert!(!changes.rows.is_empty());
    for language in Language::ALL {
        for row in &changes.rows {
            let cells: Vec<String> = row.iter().map(|cell| told(&OF_SABOTAGED, cell, language)).collect();
            assert!(cells.iter().all(|cell| !cell.is_empty() && !cell.contains("program.")), "{cells:?}");
            assert_ne!(cells[1], cells[2], "{language}: nothing changes: {cells:?}");
        }
    }
}

/// Steps come in order, each with somebody who takes it and a measure that proves it; what has no owner in the plan says so.
#[test]
fn the_roadmap_is_in_order_and_every_step_can_be_proved() {
    for review in [&*OF_SABOTAGED, &*OF_GOOD] {
        let roadmap = table(review, PartKey::Roadmap, "roadmap-table");
        match review.recommendation {
            // What is not launched has no launch to prepare: the decision comes first, then what is worth knowing.
            Recommendation::Stop => {
                assert_eq!(roadmap.rows.len(), 3);
                let decision = told(review, &roadmap.rows[0][1], Language::En);
                assert!(decision.starts_with("Decide not to launch"), "{decision}");
            }
            _ => assert!(roadmap.rows.len() >= 6, "{} steps", roadmap.rows.len()),
        }
        let months: Vec<_> = roadmap
            .rows
            .iter()
            .map(|row| match row[0] {
                Arg::Month(month) => month,
                ref other => panic!("{other:?} is no month"),
            })
            .collect();
        assert!(months.is_sorted(), "{months:?}");
        for language in Language::ALL {
            for row in &roadmap.rows {
                let cells: Vec<String> = row.iter().map(|cell| told(review, cell, language)).collect();
                assert!(cells.iter().all(|cell| cell.len() > 2), "{cells:?}");
                // A name without a message would be its key.
                assert!(!cells[2].contains('-') || cells[2].contains(' '), "{cells:?}");
            }
        }
    }
}

/// What the design does not say is not stated; it is poor only where it is said and poor.
#[test]
fn what_is_not_stated_is_not_bad() {
    let standing = |review: &Review, row: usize| {
        told(review, &table(review, PartKey::Scorecard, "scorecard-table").rows[row][4], Language::En)
    };
    assert_eq!(standing(&OF_SABOTAGED, 0), "not stated");
    assert!(findings(&OF_SABOTAGED).iter().all(|finding| finding.code.0 != "J01"));
    let asked = format!("{SABOTAGED}\n[plan]\njoining_steps = 9\njoining_fields = 6\n");
    assert!(!SABOTAGED.contains("[plan]"), "the design has a plan of its own");
    let asked = made(&asked, 2);
    assert_eq!([standing(&asked, 0), standing(&asked, 1)], ["poor", "good"]);
    assert_eq!(findings(&asked).iter().filter(|finding| finding.code.0 == "J01").count(), 1);
}

/// Every reference has a source with an author and a year, or says that it is a judgement or arithmetic.
#[test]
fn references_of_the_scorecard_have_their_evidence() {
    let rows = &table(&OF_SABOTAGED, PartKey::Scorecard, "scorecard-table").rows;
    assert!(rows.len() >= 9, "{} lines", rows.len());
    for row in rows {
        let evidence = told(&OF_SABOTAGED, &row[5], Language::En);
        let dated = evidence.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
        let owned = ["judgement", "arithmetic", "practitioners", "Ehrenberg", "expert"];
        assert!(dated || owned.iter().any(|word| evidence.contains(word)), "{evidence}");
    }
}

/// No number of a recommended design has the dust of a multiplication.
#[test]
fn counter_designs_have_no_dust() {
    for review in [&*OF_SABOTAGED, &*OF_GOOD] {
        let Some(text) = &review.counter_design else { continue };
        for number in text.split(|c: char| !(c.is_ascii_digit() || c == '.')) {
            assert!(number.len() < 14, "{number}");
        }
    }
}
