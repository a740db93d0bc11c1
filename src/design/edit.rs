//! Changing a design in place: values set, distributions scaled, elements taken out or added, comments and layout kept.

mod forget;
mod lines;
mod taken;

use super::address::{Step, UnknownPath, steps};
use super::catalogue::{Catalogue, Kind};
use super::model::Design;
use super::saying::Saying;
use super::{numbers::Distribution, problem::Problems, tidy::tidy};
use std::fmt;
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

/// Why a design cannot be changed as asked.
#[derive(Debug, Clone)]
pub enum EditFault {
    /// The path leads nowhere, or to more than one place.
    Path(UnknownPath),
    /// Something else than a number stands there.
    NoNumber {
        /// The path.
        path: String,
    },
    /// The text to be added is not TOML.
    NotToml {
        /// Where it was to be added.
        path: String,
        /// What the TOML reader says.
        message: String,
    },
    /// The changed design is not valid.
    Invalid {
        /// What is wrong with it.
        problems: Box<Problems>,
    },
}

impl EditFault {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Path(unknown) => unknown.saying(),
            Self::NoNumber { path } => Saying::new("edit-no-number").with("path", path),
            Self::NotToml { path, message } => {
                Saying::new("edit-not-toml").with("path", path).with("message", message)
            }
            Self::Invalid { problems } => {
                Saying::new("edit-invalid").with("problems", problems.within_a_sentence())
            }
        }
    }
}

impl From<UnknownPath> for EditFault {
    fn from(unknown: UnknownPath) -> Self {
        Self::Path(unknown)
    }
}

impl fmt::Display for EditFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.saying().fmt(f)
    }
}

impl std::error::Error for EditFault {}

/// A design under change. Paths are written as for [`Design::address`].
///
/// ```
/// # use loyalsim::design::{Draft, starter};
/// let mut draft = Draft::new(&starter("shop"))?;
/// draft.set("business.annual_retention", 0.8)?;
/// draft.scale("business.acquisition_cost", 1.5)?;
/// let (text, design) = draft.finish()?;
/// # assert!(text.contains("0.8") && design.numbers.find("business.nps").is_some());
/// # Ok::<(), loyalsim::design::EditFault>(())
/// ```
#[derive(Debug, Clone)]
pub struct Draft {
    design: Design,
    document: DocumentMut,
}

impl Draft {
    /// Begins with a valid design.
    ///
    /// # Errors
    /// If it is not valid.
    pub fn new(text: &str) -> Result<Self, EditFault> {
        let design =
            Design::parse(text).map_err(|problems| EditFault::Invalid { problems: Box::new(problems) })?;
        let document = text.parse::<DocumentMut>().map_err(|e| not_toml("", &e))?;
        Ok(Self { design, document })
    }

    /// The design before any change.
    pub fn before(&self) -> &Design {
        &self.design
    }

    /// Puts a plain number in the place of what stands at `path`, whether a number, an uncertain one, or a default. A
    /// share of a group that makes a whole takes from, or gives to, the others in proportion.
    ///
    /// # Errors
    /// If there is no such number.
    pub fn set(&mut self, path: &str, value: f64) -> Result<(), EditFault> {
        let whole = self.design.address(path)?;
        let others = self.others_of_the_whole(&whole);
        let before: f64 = others.iter().filter_map(|other| Some(self.distribution(other)?.central())).sum();
        for other in others.iter().filter(|_| before > 0.0) {
            self.scale(other, (1.0 - value) / before)?;
        }
        self.put(&whole, plain(value))
    }

    /// Puts a word, a month or any other text in the place of what stands at `path`.
    ///
    /// # Errors
    /// If there is no such key.
    pub fn set_text(&mut self, path: &str, value: &str) -> Result<(), EditFault> {
        let whole = self.design.address(path)?;
        self.put(&whole, Value::from(value))
    }

    /// The same with texts.
    pub fn set_texts(&mut self, path: &str, values: &[String]) -> Result<(), EditFault> {
        self.put(&self.design.address(path)?, Value::from_iter(values.iter().map(String::as_str)))
    }

    /// Multiplies a number, uncertain or not, by `factor`; what would leave the allowed range stops at its end.
    ///
    /// # Errors
    /// If there is no such number.
    pub fn scale(&mut self, path: &str, factor: f64) -> Result<(), EditFault> {
        let whole = self.design.address(path)?;
        let stated = self.distribution(&whole).ok_or_else(|| EditFault::NoNumber { path: whole.clone() })?;
        let range = Catalogue::get().find_or_parent(&whole).map(super::catalogue::Key::range);
        let times = |value: f64| tidy(range.map_or(value * factor, |range| range.clamp(value * factor)));
        let scaled = match stated {
            Distribution::Fixed(value) => Distribution::Fixed(times(value)),
            Distribution::Pert { low, mode, high } => {
                Distribution::Pert { low: times(low), mode: times(mode), high: times(high) }
            }
            Distribution::Normal { mean, sd } => {
                Distribution::Normal { mean: times(mean), sd: tidy(sd * factor.abs()) }
            }
            Distribution::Quantiles { p10, p50, p90 } => {
                Distribution::Quantiles { p10: times(p10), p50: times(p50), p90: times(p90) }
            }
        };
        self.put(&whole, written(&scaled))
    }

    /// Replaces what is known about a number.
    ///
    /// # Errors
    /// If there is no such number.
    pub fn set_distribution(&mut self, path: &str, distribution: &Distribution) -> Result<(), EditFault> {
        let whole = self.design.address(path)?;
        self.put(&whole, written(distribution))
    }

    /// Takes out a key, a table or one of several tables, with the comment above it; correlations with numbers that
    /// are no longer there go too, and studies that inform them forget them.
    ///
    /// # Errors
    /// If there is none.
    pub fn remove(&mut self, path: &str) -> Result<(), EditFault> {
        let whole = self.design.address(path)?;
        let nowhere = || EditFault::NoNumber { path: whole.clone() };
        let steps = steps(&whole).ok_or_else(nowhere)?;
        let Some((last, way)) = steps.split_last() else { return Err(nowhere()) };
        let table = table_at(self.document.as_table_mut(), way, false).ok_or_else(nowhere)?;
        taken::take_out(table, last);
        self.forget(&whole, last.index.is_some());
        Ok(())
    }

    /// Adds a table to the list at `path`, for instance `program.staff_training`; `keys` are its lines in TOML.
    ///
    /// # Errors
    /// If `keys` is not TOML, or the design has no place for such a list.
    pub fn append(&mut self, path: &str, keys: &str) -> Result<(), EditFault> {
        let added: DocumentMut = keys.parse().map_err(|e| not_toml(path, &e))?;
        let mut table = added.as_table().clone();
        table.set_position(None);
        table.iter_mut().for_each(|(_, item)| *item = taken::unplaced(item));
        table.decor_mut().set_prefix("\n");
        let nowhere = || EditFault::NoNumber { path: path.to_owned() };
        let known = Catalogue::get().find(path).is_some_and(|key| key.kind == Kind::Tables);
        let steps = steps(path).filter(|_| known).ok_or_else(nowhere)?;
        let Some((last, way)) = steps.split_last() else { return Err(nowhere()) };
        let parent = table_at(self.document.as_table_mut(), way, true).ok_or_else(nowhere)?;
        let list = parent.entry(&last.key).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        match list {
            Item::ArrayOfTables(list) => list.push(table),
            Item::Value(Value::Array(list)) => list.push(table.into_inline_table()),
            _ => return Err(nowhere()),
        }
        Ok(())
    }

    /// The changed text, and the design it describes.
    ///
    /// # Errors
    /// If the changed design is not valid.
    pub fn finish(self) -> Result<(String, Design), EditFault> {
        let text = self.document.to_string();
        match Design::parse(&text) {
            Ok(design) => Ok((text, design)),
            Err(problems) => Err(EditFault::Invalid { problems: Box::new(problems) }),
        }
    }

    /// What is known about a number: as the text says now, else by default.
    fn distribution(&mut self, whole: &str) -> Option<Distribution> {
        let stated = steps(whole).and_then(|steps| {
            let (last, way) = steps.split_last()?;
            let item = table_at(self.document.as_table_mut(), way, false)?.get(&last.key)?;
            match last.index {
                Some(index) => item.as_array()?.get(index).and_then(distribution_of_value),
                None => distribution_of(item),
            }
        });
        let inherited = || Catalogue::get().find(whole).and_then(|key| key.inherits.clone());
        let in_force = |path: &str| {
            self.design.numbers.find(path).map(|id| self.design.numbers[id].distribution.clone())
        };
        stated.or_else(|| in_force(whole)).or_else(|| in_force(&inherited()?))
    }

    /// The other members of the group of shares that `whole` belongs to.
    fn others_of_the_whole(&self, whole: &str) -> Vec<String> {
        let Some(id) = self.design.numbers.find(whole) else { return Vec::new() };
        let group = self.design.share_groups.iter().find(|group| group.contains(&id));
        let others = group.into_iter().flatten().filter(|other| **other != id);
        others.map(|other| self.design.numbers[*other].path.clone()).collect()
    }

    fn put(&mut self, whole: &str, value: Value) -> Result<(), EditFault> {
        self.spell_out(whole);
        let certain = distribution_of_value(&value).is_some_and(|distribution| distribution.is_certain());
        let nowhere = || EditFault::NoNumber { path: whole.to_owned() };
        let steps = steps(whole).ok_or_else(nowhere)?;
        let Some((last, way)) = steps.split_last() else { return Err(nowhere()) };
        let table = table_at(self.document.as_table_mut(), way, true).ok_or_else(nowhere)?;
        match (last.index, table.get_mut(&last.key)) {
            (None, Some(item)) if item.is_array_of_tables() => return Err(nowhere()),
            (None, Some(item)) => *item = Item::Value(in_place_of(item.as_value(), value)),
            (None, None) => {
                table.insert(&last.key, Item::Value(value));
            }
            (Some(index), Some(Item::Value(Value::Array(list)))) => {
                let entry = list.get_mut(index).ok_or_else(nowhere)?;
                *entry = in_place_of(Some(entry), value);
            }
            (Some(_), _) => return Err(nowhere()),
        }
        if certain {
            self.forget_correlations(whole, false);
        }
        Ok(())
    }

    /// Writes out the list or the group of shares that `whole` belongs to, if it stands there by default only.
    fn spell_out(&mut self, whole: &str) {
        let cut = whole.strip_suffix(']').and_then(|w| w.rsplit_once('[')).or_else(|| whole.rsplit_once('.'));
        let Some((parent, _)) = cut else { return };
        let kind = Catalogue::get().find(parent).map(|key| key.kind);
        let Some((way, key)) = steps(parent).and_then(|mut steps| {
            let last = steps.pop()?;
            Some((steps, last.key))
        }) else {
            return;
        };
        let members: Vec<(String, Value)> = self
            .design
            .numbers
            .iter()
            .filter_map(|(_, n)| Some((n.path.strip_prefix(parent)?, written(&n.distribution))))
            .map(|(rest, value)| (rest.trim_matches(['.', '[', ']']).to_owned(), value))
            .collect();
        let Some(table) = table_at(self.document.as_table_mut(), &way, true) else { return };
        if table.contains_key(&key) {
            return;
        }
        match kind {
            Some(Kind::Numbers) => {
                let list: toml_edit::Array = members.into_iter().map(|(_, value)| value).collect();
                table.insert(&key, Item::Value(Value::Array(list)));
            }
            Some(Kind::Shares) => {
                table.remove("preset");
                let shares: InlineTable = members.into_iter().collect();
                table.insert(&key, Item::Value(Value::InlineTable(shares)));
            }
            _ => {}
        }
    }
}

/// The table that `way` leads to; what is missing on the way is made if `make`.
pub(super) fn table_at<'t>(
    root: &'t mut dyn TableLike,
    way: &[Step],
    make: bool,
) -> Option<&'t mut dyn TableLike> {
    let mut table = root;
    for step in way {
        if make && step.index.is_none() && table.get(&step.key).is_none() {
            table.insert(&step.key, Item::Table(Table::new()));
        }
        let item = table.get_mut(&step.key)?;
        table = match (step.index, item) {
            (None, item) => item.as_table_like_mut()?,
            (Some(index), Item::ArrayOfTables(list)) => list.get_mut(index)?,
            (Some(index), Item::Value(Value::Array(list))) => list.get_mut(index)?.as_inline_table_mut()?,
            (Some(_), _) => return None,
        };
    }
    Some(table)
}

/// `value` with the spaces and comments of what it replaces.
pub(super) fn in_place_of(old: Option<&Value>, mut value: Value) -> Value {
    if let Some(old) = old {
        *value.decor_mut() = old.decor().clone();
    }
    value
}

/// Whole numbers without a decimal point, as people write them.
fn plain(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e15 { Value::from(value as i64) } else { Value::from(value) }
}

fn written(distribution: &Distribution) -> Value {
    let table = |entries: &[(&str, f64)]| -> Value {
        Value::InlineTable(entries.iter().map(|(key, value)| (*key, plain(*value))).collect())
    };
    match *distribution {
        Distribution::Fixed(value) => plain(value),
        Distribution::Pert { low, mode, high } => table(&[("low", low), ("mode", mode), ("high", high)]),
        Distribution::Normal { mean, sd } => {
            let pair: toml_edit::Array = [plain(mean), plain(sd)].into_iter().collect();
            Value::InlineTable([("normal", Value::Array(pair))].into_iter().collect())
        }
        Distribution::Quantiles { p10, p50, p90 } => table(&[("p10", p10), ("p50", p50), ("p90", p90)]),
    }
}

fn distribution_of(item: &Item) -> Option<Distribution> {
    match item {
        Item::Value(value) => distribution_of_value(value),
        Item::Table(table) => distribution_of_value(&Value::InlineTable(table.clone().into_inline_table())),
        _ => None,
    }
}

fn distribution_of_value(value: &Value) -> Option<Distribution> {
    let number = |value: &Value| value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64));
    if let Some(value) = number(value) {
        return Some(Distribution::Fixed(value));
    }
    let table = value.as_inline_table()?;
    let at = |key: &str| table.get(key).and_then(number);
    if let Some(value) = at("value") {
        return Some(Distribution::Fixed(value));
    }
    if let Some(pair) = table.get("normal").and_then(Value::as_array) {
        return Some(Distribution::Normal {
            mean: pair.get(0).and_then(number)?,
            sd: pair.get(1).and_then(number)?,
        });
    }
    if let (Some(low), Some(mode), Some(high)) = (at("low"), at("mode"), at("high")) {
        return Some(Distribution::Pert { low, mode, high });
    }
    Some(Distribution::Quantiles { p10: at("p10")?, p50: at("p50")?, p90: at("p90")? })
}

pub(super) fn not_toml(path: &str, error: &toml_edit::TomlError) -> EditFault {
    EditFault::NotToml { path: path.to_owned(), message: error.message().to_owned() }
}

#[cfg(test)]
#[path = "edit_tests.rs"]
mod tests;
