//! What was known of customers before the lots of an experiment were drawn: a column of a table as numbers.

use super::amounts::{Decimal, amount};
use super::experiment_fault::ExperimentFault;
use super::fault::Fault;
use super::options::Options;
use super::survey;
use super::table::{Table, cell};
use std::collections::BTreeMap;

/// Different words of a column beyond which it is one of names or days.
const MOST: usize = 20;
/// Customers with a word below which it is taken together with the most frequent one.
const RARE: usize = 30;

/// A column of what was known before.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// Its name.
    pub column: String,
    /// Its numbers: one for a column of numbers, and where a cell is empty another one; of a column of words one for each but the most frequent.
    pub parts: Vec<Known>,
}

/// A number of each customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The word that it stands for, as 0 or 1; nothing where the column holds numbers. An empty word stands for an empty cell.
    pub word: Option<String>,
    /// In the order of the table.
    pub figures: Vec<f64>,
}

impl Before {
    /// Of the column at a place of a table.
    ///
    /// # Errors
    /// If its numbers may mean two things, or it has too many different words.
    pub(super) fn read(table: &Table, at: usize, options: &Options) -> Result<Self, Fault> {
        let column = table.head[at].trim().to_owned();
        let cells = || table.rows.iter().map(move |(_, row)| cell(row, at));
        let filled = || cells().filter(|text| !text.is_empty());
        // a code with letters, such as K17, is a word, whatever may be read of it
        let is_number = |text: &str| {
            let plain = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,-−'%".contains(c));
            plain && amount(text, Decimal::Point).or_else(|| amount(text, Decimal::Comma)).is_some()
        };
        let parts = if filled().next().is_some() && filled().all(is_number) {
            let decimal = survey::decimal(filled().collect::<Vec<_>>().into_iter(), options)?;
            numbers(cells().map(|text| amount(text, decimal)).collect())
        } else {
            words(&cells().collect::<Vec<_>>(), &column).map_err(Fault::Experiment)?
        };
        Ok(Self { column, parts })
    }
}

/// A column of numbers; where there is none stands the mean, and another number says so.
fn numbers(cells: Vec<Option<f64>>) -> Vec<Known> {
    let there: Vec<f64> = cells.iter().flatten().copied().collect();
    let mean = there.iter().sum::<f64>() / there.len() as f64;
    let told = |word: Option<String>, figures: Vec<f64>| Known { word, figures };
    let mut parts = vec![told(None, cells.iter().map(|cell| cell.unwrap_or(mean)).collect())];
    if there.len() < cells.len() {
        let empty = cells.iter().map(|cell| f64::from(u8::from(cell.is_none()))).collect();
        parts.push(told(Some(String::new()), empty));
    }
    parts
}

/// A column of words: a number for each word, but the most frequent, which the others are set against, and rare ones.
fn words(cells: &[&str], column: &str) -> Result<Vec<Known>, ExperimentFault> {
    let mut counted = BTreeMap::<&str, usize>::new();
    for word in cells {
        *counted.entry(word).or_default() += 1;
        if counted.len() > MOST {
            return Err(ExperimentFault::ManyValues { column: column.to_owned(), most: MOST });
        }
    }
    let usual = counted.iter().max_by_key(|(_, count)| **count).map(|(word, _)| *word);
    let told = counted.iter().filter(|(word, count)| Some(**word) != usual && **count >= RARE);
    let part = |(word, _): (&&str, &usize)| Known {
        word: Some((*word).to_owned()),
        figures: cells.iter().map(|cell| f64::from(u8::from(cell == word))).collect(),
    };
    Ok(told.map(part).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::role::Role;

    fn read(head: &str, cells: impl Fn(usize) -> String) -> Result<Before, Fault> {
        let rows: String = (0..200).map(|k| format!("{};{}\n", k % 2, cells(k))).collect();
        let options = Options::default();
        let table = Table::read(format!("arm;{head}\n{rows}").into(), &[Role::Arm], &options).unwrap();
        Before::read(&table, 1, &options)
    }

    #[test]
    fn numbers_and_words_become_columns() {
        let spent = read("spent", |k| if k == 7 { String::new() } else { format!("{k},5") }).unwrap();
        assert_eq!((spent.column.as_str(), spent.parts.len()), ("spent", 2));
        assert_eq!((spent.parts[0].figures[4], spent.parts[1].figures[7]), (4.5, 1.0));
        let mean = (199.0 * 200.0 / 2.0 + 100.0 - 7.5) / 199.0;
        assert!((spent.parts[0].figures[7] - mean).abs() < 1e-9);
        // 100 in the town, 66 on the land, 34 elsewhere but one: the one is with the most frequent
        let place = |k: usize| match k {
            199 => "rare",
            k if k % 2 == 0 => "town",
            k if k % 3 == 0 => "elsewhere",
            _ => "land",
        };
        let place = read("place", |k| place(k).to_owned()).unwrap();
        let names: Vec<&str> = place.parts.iter().filter_map(|part| part.word.as_deref()).collect();
        assert_eq!(names, ["elsewhere", "land"]);
        assert_eq!(place.parts[1].figures[..6], [0.0, 1.0, 0.0, 0.0, 0.0, 1.0]);
    }

    #[test]
    fn names_are_no_words() {
        let found = read("who", |k| format!("K{k}x"));
        let fault = ExperimentFault::ManyValues { column: "who".into(), most: MOST };
        assert_eq!(found, Err(Fault::Experiment(fault)));
    }
}
