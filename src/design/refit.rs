//! New fitted numbers in a design that people have changed since it was fitted: what they have changed stays.

use super::address::Step;
use super::edit::{EditFault, in_place_of, not_toml, table_at};
use super::model::Design;
use std::collections::{BTreeMap, BTreeSet};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike};

/// What a fit says by itself of every design; never changed.
const LEFT: [&str; 3] = ["title", "currency", "horizon_months"];

/// The table of numbers that were estimated together.
const CORRELATIONS: &str = "correlations";

/// A design with new numbers.
#[derive(Debug, Clone)]
pub struct Refitted {
    /// Its text.
    pub text: String,
    /// What it describes.
    pub design: Design,
    /// What stood there as it was fitted, and was replaced.
    pub replaced: Vec<String>,
    /// What somebody had changed or taken out, and the fit would write otherwise now.
    pub kept: Vec<String>,
    /// Whether the segments are no longer those of the fit, so that they were left as they are.
    pub regrouped: bool,
    /// Whether the start stayed where it was, as the rest of the design does not allow the new one.
    pub start_stays: bool,
}

/// The design `own` with what differs between the fits `before` and `now`, unless somebody has changed it in the meantime.
///
/// # Errors
/// If one of them is not valid, or the result is not.
pub fn refitted(own: &str, before: &str, now: &str) -> Result<Refitted, EditFault> {
    let read = |text: &str| text.parse::<DocumentMut>().map_err(|e| not_toml("", &e));
    let headed = with_new_head(own, before, now);
    let (before, now) = (read(before)?, read(now)?);
    let merge = Merge {
        own: leaves(&read(own)?),
        before: leaves(&before),
        now: leaves(&now),
        fits: segments(&read(own)?) == segments(&before) && segments(&before) == segments(&now),
        text: own.to_owned(),
    };
    let Choice { replaced, gone, kept } = merge.choose();
    let write = |paths: &[String]| -> Result<(String, Design), EditFault> {
        let mut document = read(&headed)?;
        paths.iter().filter_map(|path| merge.now.get(path)).for_each(|leaf| put(&mut document, leaf));
        gone.iter().for_each(|pair| take_out(&mut document, pair));
        let text = document.to_string();
        let design = Design::parse(&text).map_err(|p| EditFault::Invalid { problems: Box::new(p) })?;
        Ok((text, design))
    };
    let done = |(text, design): (String, Design), replaced: Vec<String>, start_stays: bool| Refitted {
        text,
        design,
        replaced,
        kept,
        regrouped: !merge.fits,
        start_stays,
    };
    match write(&replaced) {
        Ok(written) => Ok(done(written, replaced, false)),
        Err(fault) => {
            // a program is dated: what it says may not allow a later start
            let others: Vec<String> = replaced.into_iter().filter(|path| path != "start").collect();
            write(&others).map(|written| done(written, others, true)).map_err(|_| fault)
        }
    }
}

/// The comment at the head, as long as nobody has changed it, tells of the new log.
fn with_new_head(own: &str, before: &str, now: &str) -> String {
    let head = |text: &str| text.find("\ntitle").map_or(0, |end| end);
    match own.strip_prefix(&before[..head(before)]) {
        Some(rest) => now[..head(now)].to_owned() + rest,
        None => own.to_owned(),
    }
}

fn segments(document: &DocumentMut) -> usize {
    document.get("segment").and_then(Item::as_array_of_tables).map_or(0, ArrayOfTables::len)
}

/// A number, a word or a list of a design: where it stands, and what.
#[derive(Debug, Clone)]
struct Leaf {
    way: Vec<Step>,
    comment: String,
    item: Item,
    told: String,
}

impl Leaf {
    fn is_measured(&self) -> bool {
        self.told.contains("basis = \"measured\"")
    }

    /// Whether both assume the same, though not in the same words.
    fn assumes_like(&self, other: &Self) -> bool {
        let number = |leaf: &Self| leaf.told.split(", source =").next().map(str::to_owned);
        !other.is_measured() && number(self) == number(other)
    }

    fn is_uncertain(&self) -> bool {
        ["normal =", "p10 =", "low ="].iter().any(|form| self.told.contains(form))
    }
}

type Leaves = BTreeMap<String, Leaf>;

fn leaves(document: &DocumentMut) -> Leaves {
    let mut all = Leaves::new();
    gather(document.as_table(), &mut Vec::new(), &mut all);
    all
}

fn gather(table: &dyn TableLike, way: &mut Vec<Step>, all: &mut Leaves) {
    for (key, item) in table.iter() {
        way.push(Step { key: key.to_owned(), index: None });
        match item {
            Item::Table(table) => gather(table, way, all),
            Item::ArrayOfTables(list) => {
                for (place, table) in list.iter().enumerate() {
                    way.last_mut().into_iter().for_each(|step| step.index = Some(place));
                    gather(table, way, all);
                }
            }
            Item::Value(value) => {
                let bare = value.clone().decorated("", "").to_string();
                let told = bare.split_whitespace().collect::<Vec<_>>().join(" ");
                let above = table.key(key).and_then(|key| key.leaf_decor().prefix()?.as_str());
                let comment = above.unwrap_or_default().to_owned();
                all.insert(path(way), Leaf { way: way.clone(), comment, item: item.clone(), told });
            }
            Item::None => {}
        }
        way.pop();
    }
}

fn path(way: &[Step]) -> String {
    let step = |step: &Step| match step.index {
        Some(place) => format!("{}[{place}]", step.key),
        None => step.key.clone(),
    };
    way.iter().map(step).collect::<Vec<_>>().join(".")
}

/// Puts what a fit says into the design.
fn put(document: &mut DocumentMut, leaf: &Leaf) {
    let Some((last, way)) = leaf.way.split_last() else { return };
    make_lists(document, way);
    let Some(table) = table_at(document.as_table_mut(), way, true) else { return };
    match (table.get_mut(&last.key), leaf.item.as_value()) {
        (Some(item), Some(value)) => *item = Item::Value(in_place_of(item.as_value(), value.clone())),
        _ => {
            table.insert(&last.key, leaf.item.clone());
            if let Some(mut key) = table.key_mut(&last.key) {
                key.leaf_decor_mut().set_prefix(leaf.comment.clone());
            }
        }
    }
}

/// Makes the lists of tables on the way that a fit has only now: of a program that has begun since.
fn make_lists(document: &mut DocumentMut, way: &[Step]) {
    for (at, step) in way.iter().enumerate() {
        let (Some(index), Some(table)) = (step.index, table_at(document.as_table_mut(), &way[..at], true))
        else {
            continue;
        };
        if table.get(&step.key).is_none() {
            table.insert(&step.key, Item::ArrayOfTables(ArrayOfTables::new()));
        }
        if let Some(list) = table.get_mut(&step.key).and_then(Item::as_array_of_tables_mut) {
            while list.len() <= index {
                list.push(Table::new());
            }
        }
    }
}

/// Takes a correlation out of the design.
fn take_out(document: &mut DocumentMut, pair: &str) {
    let pairs = document.get_mut(CORRELATIONS).and_then(Item::as_table_like_mut);
    if let Some(pairs) = pairs {
        pairs.remove(pair.trim_start_matches(CORRELATIONS).trim_start_matches('.'));
    }
}

/// What is to be done with each path.
struct Choice {
    replaced: Vec<String>,
    gone: Vec<String>,
    kept: Vec<String>,
}

struct Merge {
    own: Leaves,
    before: Leaves,
    now: Leaves,
    fits: bool,
    text: String,
}

impl Merge {
    fn choose(&self) -> Choice {
        let shares = self.has_own_shares();
        let paths: BTreeSet<&String> = self.before.keys().chain(self.now.keys()).collect();
        let (pairs, numbers): (Vec<_>, Vec<_>) =
            paths.into_iter().partition(|path| path.starts_with(CORRELATIONS));
        let is_free = |path: &&&String| self.is_untouched(path) && !(path.ends_with("].share") && shares);
        let (replaced, kept): (Vec<_>, Vec<_>) =
            numbers.into_iter().filter(|path| self.is_new(path)).partition(|path| is_free(&path));
        let fitted = pairs.into_iter().filter(|pair| self.fits && self.is_untouched(pair));
        let (together, apart): (Vec<_>, Vec<_>) =
            fitted.partition(|pair| self.goes_together(pair, &replaced));
        let own = |paths: Vec<&String>| paths.into_iter().cloned().collect::<Vec<_>>();
        Choice { replaced: own([replaced, together].concat()), gone: own(apart), kept: own(kept) }
    }

    fn told<'l>(&self, leaves: &'l Leaves, path: &str) -> Option<&'l str> {
        leaves.get(path).map(|leaf| leaf.told.as_str())
    }

    /// Whether the fit writes something else now that may take the place of what it wrote before.
    fn is_new(&self, path: &str) -> bool {
        let Some(now) = self.now.get(path) else { return false };
        let before = self.before.get(path);
        let of_segments = path.starts_with("segment[");
        // what was asked of customers then is not replaced by what is assumed where nobody was asked now
        let by_assumption = before.is_some_and(Leaf::is_measured) && !now.is_measured();
        let by_preset = path == "churn.preset" && self.own.contains_key("churn.causes");
        let same = before.is_some_and(|before| before.told == now.told || before.assumes_like(now))
            || self.told(&self.own, path) == Some(&now.told);
        !(same || by_assumption || by_preset || LEFT.contains(&path) || (of_segments && !self.fits))
    }

    /// Whether nobody has changed what the fit wrote; a name that is used elsewhere stays, too.
    fn is_untouched(&self, path: &str) -> bool {
        let own = self.told(&self.own, path);
        let used = path.ends_with("].name") && own.is_some_and(|name| self.text.matches(name).count() > 1);
        own == self.told(&self.before, path) && !used
    }

    /// Whether somebody has set a share: the others add up to a whole with it.
    fn has_own_shares(&self) -> bool {
        let mut shares = self.own.keys().filter(|path| path.ends_with("].share"));
        shares.any(|path| self.told(&self.own, path) != self.told(&self.before, path))
    }

    /// Whether both numbers of a correlation come from the new fit, and are uncertain.
    fn goes_together(&self, pair: &str, replaced: &[&String]) -> bool {
        let mut ends =
            pair.trim_start_matches(CORRELATIONS).trim_start_matches('.').split('~').map(str::trim);
        let fitted = |end: &str| {
            let is_fits = replaced.iter().any(|path| *path == end)
                || self.told(&self.own, end) == self.told(&self.now, end);
            is_fits && self.now.get(end).is_some_and(Leaf::is_uncertain)
        };
        self.now.contains_key(pair) && ends.all(fitted)
    }
}

#[cfg(test)]
#[path = "refit_tests.rs"]
mod tests;
