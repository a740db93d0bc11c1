//! Numbers that are found out together: shares of one whole, numbers that are correlated, a table of the design, a basis.

use super::trials::Trials;
use crate::design::{Basis, Design, NumberId};
use serde::Serialize;

/// What makes a group of numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Bond {
    /// Shares that are divided by their sum: one cannot be known without telling of the others.
    Shares {
        /// The table they stand in.
        table: String,
    },
    /// Numbers joined by rank correlations.
    Correlated,
    /// Numbers of one table of the design.
    Table {
        /// The table.
        table: String,
    },
    /// Numbers with one basis.
    Basis {
        /// The basis.
        basis: Basis,
    },
}

/// A group of numbers, by their places among the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What joins them.
    pub bond: Bond,
    /// The numbers, in the order of the columns.
    pub places: Vec<usize>,
}

/// The groups of at least two uncertain numbers, none twice, none of all numbers.
pub fn groups(design: &Design, trials: &Trials) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    for group in
        shares(design, trials).chain(correlated(design, trials)).chain(tables(trials)).chain(bases(trials))
    {
        let new = found.iter().all(|other| other.places != group.places);
        if new && group.places.len() > 1 && group.places.len() < trials.columns.len() {
            found.push(group);
        }
    }
    found
}

fn shares<'a>(design: &'a Design, trials: &'a Trials) -> impl Iterator<Item = Group> + 'a {
    design.share_groups.iter().map(|ids| {
        let mut places: Vec<usize> = ids.iter().filter_map(|id| trials.place_of(*id)).collect();
        places.sort_unstable();
        let path = ids.first().map_or("", |id| design.numbers[*id].path.as_str());
        Group { bond: Bond::Shares { table: shared(&design.readable(path)) }, places }
    })
}

/// `churn.causes.price` stands for `churn.causes`, `segment[0].share` for `segment.share`.
fn shared(path: &str) -> String {
    let last = path.rsplit_once('.');
    match last.filter(|(_, key)| *key == "share") {
        Some((table, key)) => format!("{}.{key}", table.split('[').next().unwrap_or(table)),
        None => last.map_or(path, |(table, _)| table).to_owned(),
    }
}

/// Sets of numbers that hang together by correlations.
fn correlated<'a>(design: &'a Design, trials: &'a Trials) -> impl Iterator<Item = Group> + 'a {
    let mut sets: Vec<Vec<NumberId>> = Vec::new();
    for pair in &design.correlations {
        let (mut joined, apart): (Vec<_>, Vec<_>) =
            sets.into_iter().partition(|set| set.contains(&pair.a) || set.contains(&pair.b));
        joined.push(vec![pair.a, pair.b]);
        let mut joined = joined.concat();
        joined.sort_unstable();
        joined.dedup();
        sets = apart;
        sets.push(joined);
    }
    sets.into_iter().map(|set| {
        let mut places: Vec<usize> = set.iter().filter_map(|id| trials.place_of(*id)).collect();
        places.sort_unstable();
        Group { bond: Bond::Correlated, places }
    })
}

fn tables(trials: &Trials) -> impl Iterator<Item = Group> + '_ {
    let mut tables: Vec<String> = trials.columns.iter().map(|column| table(&column.path)).collect();
    tables.dedup();
    tables.into_iter().map(|name| {
        let places =
            (0..trials.columns.len()).filter(|place| table(&trials.columns[*place].path) == name).collect();
        Group { bond: Bond::Table { table: name }, places }
    })
}

/// The table a number stands in: `segment[families]` of `segment[families].basket`, `program.points` of
/// `program.points.earn`, `program` of `program.willing`.
fn table(path: &str) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    match &parts[..] {
        ["program", element, _, ..] => format!("program.{element}"),
        [first, ..] => (*first).to_owned(),
        [] => String::new(),
    }
}

fn bases(trials: &Trials) -> impl Iterator<Item = Group> + '_ {
    Basis::ALL.into_iter().map(|basis| {
        let places =
            (0..trials.columns.len()).filter(|place| trials.columns[*place].basis == basis).collect();
        Group { bond: Bond::Basis { basis }, places }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_and_shares_are_told_by_their_paths() {
        assert_eq!(table("program.points[1].earn"), "program.points[1]");
        assert_eq!(table("program.points.earn"), "program.points");
        assert_eq!(table("program.willing"), "program");
        assert_eq!(table("segment[families].categories.split"), "segment[families]");
        assert_eq!(shared("churn.causes.price"), "churn.causes");
        assert_eq!(shared("segment[families].share"), "segment.share");
        assert_eq!(shared("segment[families].categories.split"), "segment[families].categories");
    }
}
