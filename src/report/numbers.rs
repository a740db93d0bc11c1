//! Every number in force, with its basis and source: the answer of `loyalsim explain`.

use super::csv;
use super::table::{Align, layout};
use crate::design::{Basis, Design, ExplainRow, explain};

/// Notes below a number are broken into lines of this many characters.
const NOTE_WIDTH: usize = 92;

/// The numbers for people: path, value, basis and origin in columns; meaning, unit and source below each.
pub fn numbers_text(design: &Design) -> String {
    let rows = explain(design);
    let head = format!("{}\n{}\n", design.title, counts(&rows));
    let groups = groups(&rows);
    let cells: Vec<_> = groups.iter().map(|(path, row)| columns(path, row)).collect();
    layout(&cells, &[Align::Left]).lines().zip(&groups).fold(head, |text, (line, (_, row))| {
        let notes = wrap(&note(row), NOTE_WIDTH);
        let notes: Vec<_> = notes.iter().map(|note| format!("      {note}\n")).collect();
        format!("{text}\n{line}\n{}", notes.concat())
    })
}

/// The numbers as CSV.
pub fn numbers_csv(design: &Design) -> String {
    let mut text = csv::row(&["path", "value", "unit", "basis", "given", "source", "meaning"]);
    for row in explain(design) {
        let given = if row.given { "yes" } else { "no" };
        text +=
            &csv::row(&[&row.path, &row.value, &row.unit, row.basis.key(), given, &row.source, row.meaning]);
    }
    text
}

/// The numbers as JSON: a list of objects.
///
/// # Errors
/// Not with numbers of a design.
pub fn numbers_json(design: &Design) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(&explain(design))? + "\n")
}

fn counts(rows: &[ExplainRow]) -> String {
    let given = rows.iter().filter(|row| row.given).count();
    let count = |basis: Basis| rows.iter().filter(|row| row.basis == basis).count();
    let counts = Basis::ALL.map(|basis| format!("{} {}", count(basis), basis.key()));
    format!("{} numbers in force, {given} of them given in the design: {}.", rows.len(), counts.join(", "))
}

fn columns(path: &str, row: &ExplainRow) -> Vec<String> {
    let origin = if row.given { "design" } else { "default" };
    vec![path.to_owned(), row.value.clone(), row.basis.key().to_owned(), origin.to_owned()]
}

/// What a number means, what it counts, and where it comes from.
fn note(row: &ExplainRow) -> String {
    let sentence = |label: &str, words: &str| {
        let words = words.trim().trim_end_matches('.');
        if words.is_empty() { String::new() } else { format!("{label}{words}. ") }
    };
    let source = if row.given && row.source == "this design" { "none given" } else { &row.source };
    [sentence("", row.meaning), sentence("Unit: ", &row.unit), sentence("Source: ", source)].concat()
}

/// The rows with their paths; neighbours in a list that say the same are told once: `business.season[0..11]`.
fn groups(rows: &[ExplainRow]) -> Vec<(String, &ExplainRow)> {
    let mut groups: Vec<(String, &ExplainRow)> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some((path, first)) if alike(first, row) => *path = spanned(&first.path, &row.path),
            _ => groups.push((row.path.clone(), row)),
        }
    }
    groups
}

/// Whether two rows are entries of one list and say the same.
fn alike(a: &ExplainRow, b: &ExplainRow) -> bool {
    list(a).is_some()
        && list(a) == list(b)
        && (&a.value, a.basis, &a.source, a.given) == (&b.value, b.basis, &b.source, b.given)
}

/// The list whose entry a number is.
fn list(row: &ExplainRow) -> Option<&str> {
    Some(row.path.strip_suffix(']')?.rsplit_once('[')?.0)
}

fn spanned(first: &str, last: &str) -> String {
    let end = last.rsplit_once('[').map_or("", |(_, index)| index);
    format!("{}..{end}", first.trim_end_matches(']'))
}

/// Words of `text` in lines of at most `width` characters; a longer word gets a line of its own.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(last) = lines.last_mut() else { continue };
        if last.is_empty() {
            last.push_str(word);
        } else if last.chars().count() + 1 + word.chars().count() <= width {
            last.extend([" ", word]);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_told_once() {
        assert_eq!(spanned("business.season[0]", "business.season[11]"), "business.season[0..11]");
    }

    #[test]
    fn notes_are_broken_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("", 7), [""]);
    }
}
