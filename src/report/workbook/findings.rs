//! The sheet of a review's findings: what is weak, how bad, for how much, and what helps.

use super::book::{Book, Cell, Kind, Written};
use super::table::{Columns, frame, table};
use crate::report::review_pages::{ReviewPages, severity};
use crate::review::{Block, Finding, Remedy};
use crate::units::Unit;
use crate::words::breakable;

/// Adds the sheet.
pub fn add(book: &mut Book<'_>, pages: &ReviewPages<'_>) -> Written {
    let name = book.say("book-findings");
    let mut sheet = book.sheet(&name, &name, &book.say("book-findings-about"))?;
    let text = |key: &str, width: f64| (book.say(key), Kind::Text(width));
    let columns = Columns(vec![
        text("book-code", 8.0),
        text("book-severity", 14.0),
        text("book-finding", 36.0),
        text("book-found", 60.0),
        text("book-why", 60.0),
        (book.say("book-stake"), Kind::Of(Unit::Money)),
        text("book-remedies", 60.0),
        (book.say("book-line"), Kind::Of(Unit::Months)),
        text("book-key", 30.0),
        text("book-source", 40.0),
    ]);
    let blocks = pages.review.parts.iter().flat_map(|part| &part.blocks);
    let findings =
        blocks.filter_map(|block| if let Block::Finding(finding) = block { Some(finding) } else { None });
    let rows: Vec<_> = findings.map(|finding| cells(book, pages, finding)).collect();
    let place = table(&mut sheet, (3, 0), "findings", &columns, &rows)?;
    frame(&mut sheet, place, 3)?;
    book.add(sheet);
    Ok(())
}

fn cells(book: &Book<'_>, pages: &ReviewPages<'_>, finding: &Finding) -> Vec<Cell> {
    let tell = |sentence| breakable(&pages.review.tell(sentence, book.words));
    let remedies = finding.action.iter().chain(&finding.also);
    let remedies: Vec<String> = remedies.map(|remedy: &Remedy| tell(&remedy.what)).collect();
    let stake = finding.stake.as_ref().and_then(|id| pages.review.figures.get(id));
    let stake = stake.map_or(Cell::Empty, |figure| Cell::Number(figure.value));
    vec![
        Cell::Text(finding.code.to_string()),
        Cell::Text(book.say(severity(finding.severity))),
        Cell::Text(tell(&finding.title)),
        Cell::Text(tell(&finding.found)),
        Cell::Text(tell(&finding.why)),
        stake,
        Cell::Text(remedies.join("\n")),
        finding.line.map_or(Cell::Empty, |line| Cell::Number(line as f64)),
        Cell::Text(finding.path.clone().unwrap_or_default()),
        Cell::Text(breakable(&pages.source(finding))),
    ]
}
