//! What the numbers of a design are called in sentences.

use std::collections::BTreeMap;

use crate::design::Design;
use crate::words::Words;

/// Names of a design's numbered tables by their path: `segment[0]` is “occasional”. A path may also name the table itself:
/// `segment[occasional].basket`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Owners(BTreeMap<String, String>);

impl Owners {
    /// The names in `design`.
    pub fn of(design: &Design) -> Self {
        let mut names = BTreeMap::new();
        let mut book = |table: &str, all: Vec<&String>| {
            names
                .extend(all.into_iter().enumerate().map(|(i, name)| (format!("{table}[{i}]"), name.clone())));
        };
        book("segment", design.segments.iter().map(|segment| &segment.name).collect());
        book("product_group", design.product_groups.iter().map(|group| &group.name).collect());
        book("rival", design.rivals.iter().map(|rival| &rival.name).collect());
        book("branch", design.branches.iter().map(|branch| &branch.name).collect());
        book("touchpoint", design.touchpoints.iter().map(|touchpoint| &touchpoint.name).collect());
        let elements = design.programs().flat_map(|program| &program.elements);
        let named = elements.filter(|element| !element.name.is_empty());
        names.extend(named.map(|element| (element.path.clone(), element.name.clone())));
        Self(names)
    }

    /// The number at `path` in words: `purchases a year (occasional)`; `None` where `path` is not that of a number or has no
    /// name in the language.
    pub fn number(&self, path: &str, words: Words<'_>) -> Option<String> {
        let tables = path.match_indices('.').map(|(at, _)| path.split_at(at));
        let mut owned =
            tables.filter_map(|(table, key)| Some((self.0.get(table)?, table.split_once('[')?.0, key)));
        match owned.next_back() {
            Some((name, kind, key)) => words.named_number(&format!("{kind}[{name}]{key}")),
            None => words.named_number(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn paths_become_words() {
        let owners = Owners([("segment[0]".to_owned(), "families".to_owned())].into());
        let said = |path| owners.number(path, Words::new(Language::En));
        assert_eq!(said("business.gross_margin").unwrap(), "gross margin");
        assert_eq!(said("segment[0].basket").unwrap(), "average transaction value (families)");
        assert_eq!(said("segment[card holders].basket").unwrap(), "average transaction value (card holders)");
        assert_eq!(said("program.points[0].earn").unwrap(), "earn rate");
        assert_eq!(said("churn.causes.price").unwrap(), "share of a cause of leaving (price)");
        for other in ["gross margin", "Reichheld 1996", "a.b", "counter-design.toml", "program.points[0]"] {
            assert_eq!(said(other), None, "{other}");
        }
    }
}
