//! Reasons that leavers gave, counted by cause.

use super::amounts::{Decimal, amount};
use super::answer_fault::AnswerFault;
use super::fault::Fault;
use super::options::Options;
use super::role::Role;
use super::table::{Table, cell, plain};
use std::collections::BTreeMap;

/// Causes that a design knows, each with what it is plainly called. Whatever else is written needs a table that says which cause is meant.
const CAUSES: [(&str, &str); 9] = [
    (
        "staff_attitude",
        "staff attitude, staff, rude staff, отношение персонала, персонал, грубость персонала, хамство",
    ),
    ("quality", "quality, product quality, poor quality, качество, качество товара, плохое качество"),
    ("price", "price, prices, too expensive, цена, цены, дорого"),
    ("competition", "competition, competitor, competitors, конкурент, конкуренты, конкуренция"),
    ("access", "access, location, moved, moved away, доступность, расположение, переезд, переехал"),
    ("drift", "drift, gradual drift, no need, постепенное охлаждение, нет потребности, не нужно"),
    ("involuntary", "involuntary, involuntary reasons, death, closed, не по своей воле, смерть, закрытие"),
    ("ethics", "ethics, этика"),
    (
        "unexplained",
        "unexplained, no stated reason, unknown, other, причина не названа, неизвестно, другое, прочее",
    ),
];
/// Leavers below which nothing is said.
const LEAST: u64 = 30;
/// Reasons quoted that nobody has explained.
const QUOTED: usize = 10;

/// Leavers by cause, the most frequent first.
#[derive(Debug, Clone, PartialEq)]
pub struct Reasons {
    /// The causes.
    pub causes: Vec<Told>,
}

/// A cause with the leavers who told it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// As the design calls it.
    pub cause: String,
    /// Leavers.
    pub count: u64,
    /// What they said, the most frequent first.
    pub said: Vec<String>,
}

impl Reasons {
    /// Of the bytes of a file with a row for each leaver, or for each reason with a count; and of one that says which cause is meant by what.
    ///
    /// # Errors
    /// If there is no column of reasons, a reason stands for no cause, or there are too few.
    pub fn read(bytes: Vec<u8>, causes: Option<Vec<u8>>, options: &Options) -> Result<Self, Fault> {
        let meant = causes.map_or(Ok(BTreeMap::new()), |bytes| meant(bytes, options))?;
        let mut told = BTreeMap::<String, BTreeMap<String, u64>>::new();
        let mut unknown = BTreeMap::<String, u64>::new();
        for (reason, count) in counted(bytes, options)? {
            let known = meant.get(&plain(&reason)).cloned().or_else(|| known(&plain(&reason)));
            match known {
                Some(cause) => *told.entry(cause).or_default().entry(reason).or_default() += count,
                None => *unknown.entry(reason).or_default() += count,
            }
        }
        if !unknown.is_empty() {
            let more = unknown.len().saturating_sub(QUOTED);
            return Err(Fault::Answers(AnswerFault::UnknownReasons {
                reasons: most_frequent(unknown, QUOTED),
                more,
            }));
        }
        let mut causes: Vec<Told> = told
            .into_iter()
            .map(|(cause, said)| Told { cause, count: said.values().sum(), said: most_frequent(said, 3) })
            .collect();
        causes.sort_by_key(|told| std::cmp::Reverse(told.count));
        let count = causes.iter().map(|told| told.count).sum::<u64>();
        if count < LEAST {
            return Err(Fault::Answers(AnswerFault::Few { count: count as usize, least: LEAST as usize }));
        }
        Ok(Self { causes })
    }

    /// All leavers who told a reason.
    pub fn count(&self) -> u64 {
        self.causes.iter().map(|told| told.count).sum()
    }
}

/// What is said in each row, and how often.
fn counted(bytes: Vec<u8>, options: &Options) -> Result<Vec<(String, u64)>, Fault> {
    let table = Table::read(bytes, &[Role::Reason], options)?;
    let (reason, count) = (table.needed(Role::Reason)?, table.column(Role::Count)?);
    let filled = table.rows.iter().filter(|(_, row)| !cell(row, reason).is_empty());
    let one = |(line, row): &(u64, Vec<String>)| {
        let told = count.map_or("1", |at| cell(row, at));
        let whole = amount(told, Decimal::Point).filter(|n| n.fract() == 0.0 && (0.0..1e12).contains(n));
        let bad = || Fault::Answers(AnswerFault::NoCount { line: *line, text: told.to_owned() });
        Ok((cell(row, reason).to_owned(), whole.ok_or_else(bad)? as u64))
    };
    filled.map(one).collect()
}

/// Which cause is meant by each reason.
fn meant(bytes: Vec<u8>, options: &Options) -> Result<BTreeMap<String, String>, Fault> {
    let table = Table::read(bytes, &[Role::Reason, Role::Cause], options)?;
    let (reason, cause) = (table.needed(Role::Reason)?, table.needed(Role::Cause)?);
    let mut all = BTreeMap::new();
    for (line, row) in &table.rows {
        let (said, written) = (cell(row, reason), cell(row, cause));
        if said.is_empty() || written.is_empty() {
            continue;
        }
        let cause = known(&plain(written)).or_else(|| own(written));
        let cause = cause
            .ok_or_else(|| Fault::Answers(AnswerFault::NoCause { line: *line, text: written.to_owned() }))?;
        all.insert(plain(said), cause);
    }
    Ok(all)
}

fn known(plain: &str) -> Option<String> {
    let named = |(key, names): &&(&str, &str)| *key == plain || names.split(", ").any(|name| name == plain);
    CAUSES.iter().find(named).map(|(key, _)| (*key).to_owned())
}

/// A cause of one's own, which a design takes as one that the program does not reach.
fn own(written: &str) -> Option<String> {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let good = written.len() <= 40 && written.starts_with(|c: char| c.is_ascii_lowercase());
    (good && written.chars().all(letters)).then(|| written.to_owned())
}

fn most_frequent(said: BTreeMap<String, u64>, n: usize) -> Vec<String> {
    let mut all: Vec<(String, u64)> = said.into_iter().collect();
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    all.into_iter().take(n).map(|(said, _)| said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, causes: Option<&str>) -> Result<Reasons, Fault> {
        Reasons::read(
            text.as_bytes().to_vec(),
            causes.map(|text| text.as_bytes().to_vec()),
            &Options::default(),
        )
    }

    #[test]
    fn reasons_are_counted_by_cause() {
        let text = "Причина;Количество\nДорого;20\nхамство ;15\nПарковка;5\n";
        let Err(Fault::Answers(AnswerFault::UnknownReasons { reasons, more: 0 })) = read(text, None) else {
            panic!("parking is known")
        };
        assert_eq!(reasons, ["Парковка"]);
        let told = read(text, Some("Причина;Фактор\nпарковка;parking\n")).unwrap();
        let counts: Vec<(&str, u64)> =
            told.causes.iter().map(|told| (told.cause.as_str(), told.count)).collect();
        assert_eq!((counts, told.count()), (vec![("price", 20), ("staff_attitude", 15), ("parking", 5)], 40));
        // a row for each leaver gives the same
        let rows: String = ["Дорого\n"; 20].concat() + &["Хамство\n"; 15].concat();
        assert_eq!(read(&format!("reason\n{rows}"), None).unwrap().count(), 35);
    }

    #[test]
    fn what_stands_for_nothing_is_refused() {
        let few = read("reason,count\nprice,3\n", None);
        assert_eq!(few, Err(Fault::Answers(AnswerFault::Few { count: 3, least: 30 })));
        let half = read("reason,count\nprice,3.5\n", None);
        assert_eq!(half, Err(Fault::Answers(AnswerFault::NoCount { line: 2, text: "3.5".into() })));
        let cause = read("reason,count\nparking,30\n", Some("reason,cause\nparking,Not One!\n"));
        assert_eq!(cause, Err(Fault::Answers(AnswerFault::NoCause { line: 2, text: "Not One!".into() })));
        assert!(matches!(read("why,n\nprice,40\n", None), Err(Fault::NoColumn { role: Role::Reason, .. })));
    }
}
