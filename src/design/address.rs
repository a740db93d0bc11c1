//! Paths as people write them: `program.points.earn` for `program.points[0].earn`, `segment[families].basket` for
//! `segment[0].basket`.

use super::catalogue::{Catalogue, Kind};
use super::element::Element;
use super::model::Design;
use super::numbers::NumberId;
use super::read::{meant, shortened};
use super::saying::{Arg, Saying};
use std::fmt;

/// One step of a path: a key, and which of its tables or entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The key.
    pub key: String,
    /// Place in the list, counted from 0; `None` where the key is no list.
    pub index: Option<usize>,
}

/// A path that leads nowhere, or to more than one place.
#[derive(Debug, Clone, PartialEq)]
pub enum UnknownPath {
    /// Nothing is there.
    Nowhere {
        /// The path as written.
        path: String,
        /// What was probably meant, or what there is.
        remedy: Saying,
    },
    /// There are several.
    Several {
        /// The path as written.
        path: String,
        /// The places.
        which: Vec<String>,
    },
}

impl UnknownPath {
    /// What is wrong, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Nowhere { path, remedy } => {
                Saying::new("path-nowhere").with("path", path).with("remedy", remedy.clone())
            }
            Self::Several { path, .. } => {
                Saying::new("path-several").with("path", path).with("remedy", self.remedy())
            }
        }
    }

    /// What to do.
    pub(super) fn remedy(&self) -> Saying {
        match self {
            Self::Nowhere { remedy, .. } => remedy.clone(),
            Self::Several { which, .. } => {
                let places = Arg::any_of(which.iter().map(String::as_str));
                Saying::new("fix-which").with("count", which.len()).with("places", places)
            }
        }
    }
}

impl fmt::Display for UnknownPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.saying().fmt(f)
    }
}

impl std::error::Error for UnknownPath {}

impl Design {
    /// The whole path of what `path` names: indices may be left out where there is only one, and segments and rivals
    /// may be named (`segment[families].basket`, `segment.families.basket`).
    ///
    /// # Errors
    /// If there is no such key in this design, or more than one.
    pub fn address(&self, path: &str) -> Result<String, UnknownPath> {
        let steps = steps(&self.with_indices(path)).ok_or_else(|| self.nowhere(path))?;
        let mut whole = String::new();
        for step in steps {
            if !whole.is_empty() {
                whole.push('.');
            }
            whole.push_str(&step.key);
            match (step.index, self.entries(&whole)) {
                (Some(index), _) => whole.push_str(&format!("[{index}]")),
                (None, 1) => whole.push_str("[0]"),
                (None, 0) => {}
                (None, count) => {
                    let which = (0..count.min(12)).map(|i| format!("{whole}[{i}]")).collect();
                    return Err(UnknownPath::Several { path: shortened(path), which });
                }
            }
        }
        if self.holds(&whole) { Ok(whole) } else { Err(self.nowhere(path)) }
    }

    /// The path with the names of segments, rivals and elements in the place of their numbers: `segment[families].basket`.
    pub fn readable(&self, path: &str) -> String {
        let named = |list: &str, name: &dyn Fn(usize) -> Option<String>| {
            let (index, rest) = path.strip_prefix(list)?.strip_prefix('[')?.split_once(']')?;
            Some(format!("{list}[{}]{rest}", name(index.parse().ok()?)?))
        };
        let segment = named("segment", &|i| self.segments.get(i).map(|s| s.name.clone()));
        segment
            .or_else(|| named("rival", &|i| self.rivals.get(i).map(|r| r.name.clone())))
            .or_else(|| {
                let (element, rest) = self.element_of(path)?;
                Some(format!("{}{rest}", with_name(&element.path, &element.name)))
            })
            .unwrap_or_else(|| path.to_owned())
    }

    /// The named element in which a path stands, and the rest of it.
    fn element_of<'d, 'p>(&'d self, path: &'p str) -> Option<(&'d Element, &'p str)> {
        self.named_elements().find_map(|element| {
            let rest = path.strip_prefix(element.path.as_str())?;
            (rest.is_empty() || rest.starts_with('.')).then_some((element, rest))
        })
    }

    fn named_elements(&self) -> impl Iterator<Item = &Element> {
        self.programs().flat_map(|program| &program.elements).filter(|element| !element.name.is_empty())
    }

    /// The number that `path` names, written as for [`Self::address`].
    ///
    /// # Errors
    /// If there is no such number in this design, or more than one.
    pub fn number_at(&self, path: &str) -> Result<NumberId, UnknownPath> {
        let whole = self.address(path)?;
        self.numbers.find(&whole).ok_or_else(|| self.nowhere(path))
    }

    /// `segment[families].basket` and `segment.families.basket` as `segment[0].basket`.
    fn with_indices(&self, path: &str) -> String {
        let segments = self.segments.iter().map(|s| s.name.as_str()).enumerate();
        let rivals = self.rivals.iter().map(|r| r.name.as_str()).enumerate();
        let named = segments.map(|n| ("segment", n)).chain(rivals.map(|n| ("rival", n)));
        for (list, (index, name)) in named {
            for way in [format!("{list}[{name}]"), format!("{list}[\"{name}\"]"), format!("{list}.{name}")] {
                let rest = path.strip_prefix(way.as_str());
                if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with('.')) {
                    return format!("{list}[{index}]{rest}");
                }
            }
        }
        let element = self.named_elements().find_map(|element| {
            let rest = path.strip_prefix(with_name(&element.path, &element.name).as_str())?;
            (rest.is_empty() || rest.starts_with('.')).then(|| format!("{}{rest}", element.path))
        });
        element.unwrap_or_else(|| path.to_owned())
    }

    /// How many entries the list at `path` has; 0 where it is no list.
    fn entries(&self, path: &str) -> usize {
        let index = |other: &str| -> Option<usize> {
            other.strip_prefix(path)?.strip_prefix('[')?.split_once(']')?.0.parse().ok()
        };
        self.numbers.iter().filter_map(|(_, number)| index(&number.path)).max().map_or(0, |last| last + 1)
    }

    /// Whether `path` is a number in force, a table of the design, or a key that may be given there.
    fn holds(&self, path: &str) -> bool {
        let inside = |other: &str, path: &str| {
            other.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        if self.numbers.iter().any(|(_, number)| inside(&number.path, path)) {
            return true;
        }
        let Some(key) = Catalogue::get().find(path) else { return false };
        match path.rsplit_once('.') {
            Some((parent, _)) => {
                key.kind != Kind::Tables
                    && self.numbers.iter().any(|(_, number)| inside(&number.path, parent))
            }
            None => key.kind != Kind::Table && key.kind != Kind::Tables,
        }
    }

    fn nowhere(&self, path: &str) -> UnknownPath {
        let exists: Vec<String> = self.numbers.iter().map(|(_, number)| number.path.clone()).collect();
        let parent = path.rsplit_once('.').map(|(parent, _)| self.with_indices(parent));
        let parent = parent.and_then(|parent| self.address(&parent).ok());
        let near: Vec<&str> = match &parent {
            Some(parent) => {
                exists.iter().filter(|p| p.starts_with(parent.as_str())).map(String::as_str).collect()
            }
            None => Vec::new(),
        };
        let remedy = match meant(&self.with_indices(path), exists.iter().map(String::as_str)) {
            Some(close) => Saying::new("fix-meant").with("word", close),
            None if (1..=12).contains(&near.len()) => {
                Saying::new("fix-numbers-there").with("numbers", Arg::all_of(near))
            }
            None => Saying::new("fix-explain"),
        };
        UnknownPath::Nowhere { path: shortened(path), remedy }
    }
}

/// The path of an element with its name in the place of its number: `program.points[miles]`.
fn with_name(path: &str, name: &str) -> String {
    let list = path.split_once('[').map_or(path, |(list, _)| list);
    format!("{list}[{name}]")
}

/// The steps of a path; `None` if it cannot be read.
pub fn steps(path: &str) -> Option<Vec<Step>> {
    path.split('.').map(step).collect()
}

fn step(part: &str) -> Option<Step> {
    let (key, index) = match part.split_once('[') {
        Some((key, rest)) => (key, Some(rest.strip_suffix(']')?.trim().parse().ok()?)),
        None => (part, None),
    };
    let key = key.trim();
    (!key.is_empty()).then(|| Step { key: key.to_owned(), index })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn design() -> Design {
        Design::parse(include_str!("../../scenarios/electronics.toml")).unwrap()
    }

    #[test]
    fn an_index_may_be_left_out_where_there_is_one() {
        let design = design();
        for (written, whole) in [
            ("program.points.earn", "program.points[0].earn"),
            ("program.points[0].earn", "program.points[0].earn"),
            ("business.nps", "business.nps"),
            ("business.season[11]", "business.season[11]"),
            ("segment[2].share", "segment[2].share"),
            ("segment[gadget lovers].basket", "segment[1].basket"),
            ("segment[\"gadget lovers\"].basket", "segment[1].basket"),
            ("segment.families.basket", "segment[0].basket"),
            ("rival.price_gap", "rival[0].price_gap"),
            ("program.tiers.steps[1].recognition", "program.tiers[0].steps[1].recognition"),
            ("segment[0].gross_margin", "segment[0].gross_margin"),
            ("program.launch", "program.launch"),
            ("program.staff_training", "program.staff_training[0]"),
            ("program", "program"),
        ] {
            assert_eq!(design.address(written).as_deref(), Ok(whole), "{written}");
            assert_eq!(design.address(&design.readable(whole)).as_deref(), Ok(whole), "{written}");
        }
    }

    #[test]
    fn what_is_not_there_is_answered_with_what_is() {
        let design = design();
        let said = |path| design.address(path).unwrap_err().to_string();
        let first = "fix-meant (word: program.points[0].earn)";
        assert!(said("program.point.earn").contains(first), "{}", said("program.point.earn"));
        assert!(said("segment.basket").contains("places: segment[0], segment[1], segment[2]"));
        assert!(said("program.points.minimum_to_redem").contains("program.points[0].minimum_to_redeem"));
        assert!(said("program.points[3].earn").contains("fix-meant"));
        assert!(said("xyz").contains("fix-explain"));
        for path in ["", ".", "segment[", "segment[0", "program.points[x].earn", "program.gift_of_gods"] {
            assert!(design.address(path).is_err(), "{path}");
        }
        assert!(design.number_at("program.launch").is_err());
        assert_eq!(design.number_at("business.nps"), Ok(design.business.nps));
    }
}
