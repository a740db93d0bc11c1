//! Every number in force, with its basis and source: the answer of `loyalsim explain`.

use super::csv;
use super::table::{Align, layout};
use crate::design::{Basis, Design, Distribution, ExplainRow, explain};
use crate::words::{Words, breakable};
use serde::Serialize;

/// Notes below a number are broken into lines of this many characters.
const NOTE_WIDTH: usize = 92;

/// Low, most likely and high of what is known about a number: the ends of a range, or the quantiles at 10 and 90 %.
pub fn spread(distribution: &Distribution) -> [f64; 3] {
    /// Standard deviations from the mean to the quantiles at 10 and 90 % of a normal distribution.
    const NINTH_DECILE: f64 = 1.281_551_565_545;
    match *distribution {
        Distribution::Fixed(value) => [value; 3],
        Distribution::Pert { low, mode, high } => [low, mode, high],
        Distribution::Normal { mean, sd } => [mean - NINTH_DECILE * sd, mean, mean + NINTH_DECILE * sd],
        Distribution::Quantiles { p10, p50, p90 } => [p10, p50, p90],
    }
}

/// One number as a reader sees it.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Row {
    /// Where it stands, with segments by name: `segment[families].basket`.
    path: String,
    /// Its value, or what is known about it.
    value: String,
    /// Low, most likely and high: see [`spread`].
    low: f64,
    mode: f64,
    high: f64,
    /// Its unit, money in the design's currency.
    unit: String,
    /// How well it is supported.
    basis: Basis,
    /// Where it comes from; empty where the design does not say it.
    #[serde(serialize_with = "source")]
    source: String,
    /// Whether the design gives it; else it is the documented default.
    given: bool,
    /// What it means.
    meaning: String,
}

/// A number given without a source comes from the design itself.
fn source<S: serde::Serializer>(source: &str, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(or_this_design(source))
}

fn or_this_design(source: &str) -> &str {
    if source.is_empty() { "this design" } else { source }
}

fn rows(design: &Design, words: Words<'_>) -> Vec<Row> {
    let row = |row: ExplainRow<'_>| {
        let [low, mode, high] = spread(&row.number.distribution);
        Row {
            low,
            mode,
            high,
            value: breakable(&words.distribution(&row.number.distribution)),
            unit: words.unit_in(row.number.unit, &design.currency),
            basis: row.number.basis,
            source: words.source_of(&row),
            given: row.given,
            meaning: words.meaning(&row.number.path),
            path: row.path,
        }
    };
    explain(design).into_iter().map(row).collect()
}

/// The numbers for people: path, value, basis and origin in columns; meaning, unit and source below each.
pub fn numbers_text(design: &Design, words: Words<'_>) -> String {
    let rows = rows(design, words);
    let head = format!("{}\n{}\n", design.title, counts(&rows, words));
    let groups = groups(&rows);
    let cells: Vec<_> = groups.iter().map(|(path, row)| columns(path, row, words)).collect();
    let text = layout(&cells, &[Align::Left]).lines().zip(&groups).fold(head, |text, (line, (_, row))| {
        let notes = wrap(&breakable(&note(row, words)), NOTE_WIDTH);
        let notes: Vec<_> = notes.iter().map(|note| format!("      {note}\n")).collect();
        format!("{text}\n{line}\n{}", notes.concat())
    });
    breakable(&text)
}

/// The numbers as CSV.
pub fn numbers_csv(design: &Design, words: Words<'_>) -> String {
    let mut text =
        csv::row(&["path", "value", "low", "mode", "high", "unit", "basis", "given", "source", "meaning"]);
    for row in rows(design, words) {
        let given = if row.given { "yes" } else { "no" };
        let source = or_this_design(&row.source);
        let [low, mode, high] = [row.low, row.mode, row.high].map(csv::number);
        let cells = [&row.path, &row.value, &low, &mode, &high, &row.unit];
        let cells = cells.map(String::as_str).into_iter();
        text += &csv::row(&cells.chain([row.basis.key(), given, source, &row.meaning]).collect::<Vec<_>>());
    }
    text
}

/// The numbers as JSON: a list of objects.
///
/// # Errors
/// Not with numbers of a design.
pub fn numbers_json(design: &Design, words: Words<'_>) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(&rows(design, words))? + "\n")
}

fn counts(rows: &[Row], words: Words<'_>) -> String {
    let given = rows.iter().filter(|row| row.given).count();
    let count = |basis: Basis| {
        let count = rows.iter().filter(|row| row.basis == basis).count();
        let name = words.name("basis", basis.key());
        words.say("explain-count", &[("count", count.into()), ("basis", name.into())])
    };
    let bases = Basis::ALL.map(count).join(", ");
    words.say(
        "explain-counts",
        &[("count", rows.len().into()), ("given", given.into()), ("bases", bases.into())],
    )
}

fn columns(path: &str, row: &Row, words: Words<'_>) -> Vec<String> {
    let origin = if row.given { "explain-origin-design" } else { "explain-origin-default" };
    let basis = words.name("basis", row.basis.key());
    vec![path.to_owned(), row.value.clone(), basis, words.say(origin, &[])]
}

/// What a number means, what it counts, and where it comes from.
fn note(row: &Row, words: Words<'_>) -> String {
    let sentence = |text: String| match text.trim().trim_end_matches('.') {
        "" => String::new(),
        text => format!("{text}. "),
    };
    let unit = match row.unit.as_str() {
        "" => String::new(),
        unit => words.say("explain-unit", &[("unit", unit.into())]),
    };
    let source = match row.source.as_str() {
        "" => words.say("explain-no-source", &[]),
        source => source.trim_end_matches('.').to_owned(),
    };
    let source = words.say("explain-source", &[("source", source.into())]);
    [row.meaning.clone(), unit, source].map(sentence).concat()
}

/// The rows with their paths; neighbours in a list that say the same are told once: `business.season[0..11]`.
fn groups(rows: &[Row]) -> Vec<(String, &Row)> {
    let mut groups: Vec<(String, &Row)> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some((path, first)) if alike(first, row) => *path = spanned(&first.path, &row.path),
            _ => groups.push((row.path.clone(), row)),
        }
    }
    groups
}

/// Whether two rows are entries of one list and say the same.
fn alike(a: &Row, b: &Row) -> bool {
    list(a).is_some()
        && list(a) == list(b)
        && (&a.value, a.basis, &a.source, a.given) == (&b.value, b.basis, &b.source, b.given)
}

/// The list whose entry a number is.
fn list(row: &Row) -> Option<&str> {
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
