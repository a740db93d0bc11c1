//! What the numbers of a design are called in sentences.

use std::collections::BTreeMap;

use crate::design::Design;
use crate::words::{Value, Words};

/// Names of a design's numbered tables by their path: `segment[0]` is “occasional”. A path may also name the table itself:
/// `segment[occasional].basket`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Owners(BTreeMap<String, String>);

/// Messages for a number of a table, by the table.
const OF: [(&str, &str); 4] = [
    ("segment", "number-of-segment"),
    ("rival", "number-of-rival"),
    ("branch", "number-of-branch"),
    ("touchpoint", "number-of-touchpoint"),
];

impl Owners {
    /// The names in `design`.
    pub fn of(design: &Design) -> Self {
        let mut names = BTreeMap::new();
        let mut book = |table: &str, all: Vec<&String>| {
            names
                .extend(all.into_iter().enumerate().map(|(i, name)| (format!("{table}[{i}]"), name.clone())));
        };
        book("segment", design.segments.iter().map(|segment| &segment.name).collect());
        book("rival", design.rivals.iter().map(|rival| &rival.name).collect());
        book("branch", design.branches.iter().map(|branch| &branch.name).collect());
        book("touchpoint", design.touchpoints.iter().map(|touchpoint| &touchpoint.name).collect());
        Self(names)
    }

    /// The number at `path` in words: `purchases a year, segment “occasional”`; `None` where `path` is not that of a number or has no
    /// name in the language.
    pub fn number(&self, path: &str, words: Words<'_>) -> Option<String> {
        let (table, key) = path.rsplit_once('.')?;
        let say = |message, what: String, owner: String| {
            words.say(message, &[("what", what.into()), ("owner", owner.into())])
        };
        if table == "churn.causes" {
            let owner = Value::Name("cause", key.to_owned());
            return Some(words.say("number-of-cause", &[("owner", owner)]));
        }
        let what =
            words.has(&format!("number-{}", key.replace('_', "-"))).then(|| words.name("number", key))?;
        let (stem, inside) = table.split_once('[').unwrap_or((table, ""));
        if let Some((_, message)) = OF.iter().find(|(of, _)| *of == stem) {
            let name = self.0.get(table).map_or(inside.trim_end_matches(']'), String::as_str);
            return Some(say(message, what, name.to_owned()));
        }
        let element = table.strip_prefix("program.").map(|rest| rest.split('[').next().unwrap_or(rest));
        Some(match element {
            Some(element) => say("number-of", what, words.name("element", element)),
            None => what,
        })
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
        assert_eq!(said("segment[0].basket").unwrap(), "mean receipt, segment “families”");
        assert_eq!(said("segment[card holders].basket").unwrap(), "mean receipt, segment “card holders”");
        assert_eq!(said("program.points[0].earn").unwrap(), "share of spend given in points (points)");
        assert_eq!(said("churn.causes.price").unwrap(), "share of leavers by cause: price");
        for other in ["gross margin", "Reichheld 1996", "a.b", "counter-design.toml", "program.points[0]"] {
            assert_eq!(said(other), None, "{other}");
        }
    }
}
